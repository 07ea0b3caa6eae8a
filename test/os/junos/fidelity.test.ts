// Every line of the fidelity page has something that shows it, or a reason why not yet.

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { FIDELITY } from './fidelity.ts';

it('every line of the page that names a test has one', () => {
  const missing = FIDELITY.flatMap((line) => {
    if (!('file' in line)) return [];
    const path = resolve(import.meta.dirname, line.file);
    const there = existsSync(path) && readFileSync(path, 'utf8').includes(line.shows);
    return there ? [] : [`${line.line}: '${line.shows}' is not in ${line.file}`];
  });
  const shown = FIDELITY.filter((line) => 'file' in line).length - missing.length;
  console.log(`junos: ${shown} of ${FIDELITY.length} lines have a test`);
  expect(missing).toEqual([]);
});

it('no line is told twice', () => {
  const lines = FIDELITY.map(({ line }) => line);
  // A command and a pipe have one name.
  const twice = lines.filter((line, i) => lines.indexOf(line) !== i);
  expect(twice).toEqual(['save']);
});
