import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readVocabularyFiles } from '../../src/host/vocabulary.ts';
import { parseVocabulary } from '../../src/language/vocabulary.ts';

const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
});

it('reads the command files of a folder by name, and nothing else', () => {
  const root = mkdtempSync(join(tmpdir(), 'labelstack-'));
  made.push(root);
  const dir = join(root, 'ios');
  mkdirSync(dir);
  writeFileSync(join(dir, 'routes.cmd'), 'config {\n ip ]\n}\n');
  writeFileSync(join(dir, 'base.cmd'), 'config {\n hostname <name>\n}\n');
  writeFileSync(join(dir, 'README.md'), 'not commands');
  const files = readVocabularyFiles(dir);
  expect(files.map(({ file }) => file)).toEqual(['ios/base.cmd', 'ios/routes.cmd']);
  expect(parseVocabulary(files)).toMatchObject({ ok: false, error: [{ file: 'ios/routes.cmd', line: 2 }] });
  expect(parseVocabulary(files.slice(0, 1)).ok).toBe(true);
  expect(() => readVocabularyFiles(join(root, 'junos'))).toThrow(/ENOENT/);
});
