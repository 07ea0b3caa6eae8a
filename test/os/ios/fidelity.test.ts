// Is every line of the checklist held by a test that exists, or does it say what it waits for?

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { LINES } from './fidelity.ts';

/** Names that a test file gives to its tests and their groups. */
function namesIn(file: string): ReadonlySet<string> {
  const path = resolve(import.meta.dirname, file);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const calls = /(?:\b(?:it|describe)|^ *\]\)|^\]\)|\))\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/gm;
  return new Set([...text.matchAll(calls)].map(([, , name]) => (name ?? '').replace(/\\(.)/g, '$1')));
}

it('every line has a test, or waits for something', () => {
  const known = new Map<string, ReadonlySet<string>>();
  const missing = LINES.filter(({ test, waits }) => {
    if (!test) return waits === undefined;
    const [file, name] = test;
    if (!known.has(file)) known.set(file, namesIn(file));
    return known.get(file)?.has(name) !== true;
  });
  const tested = LINES.filter(({ test }) => test).length;
  console.info(`ios: ${tested} of ${LINES.length} lines have a test`);
  expect(missing).toEqual([]);
});

it('no line stands there twice', () => {
  const lines = LINES.map(({ section, line }) => `${section} ${line}`);
  expect(new Set(lines).size).toBe(lines.length);
});
