// The house rules, as a test. A wall that nothing checks is a suggestion.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** Who may import whom. A room not named here may import nothing. */
const MAY: Record<string, string> = {
  base: '',
  sim: 'base',
  route: 'base',
  language: 'base',
  net: 'base sim route',
  policy: 'base route',
  config: 'base language',
  protocols: 'base sim route net policy',
  cli: 'base language config',
  device: 'base sim route net policy protocols',
  os: 'base sim route net policy language config cli protocols device',
  lab: 'base sim net route language cli device os',
  play: 'base sim net cli lab device os',
  host: 'base sim language os lab play',
  tui: 'base sim cli lab play',
  verbs: 'base sim language cli device os lab play host tui',
  'main.ts': 'verbs',
};
const PACKAGES: Record<string, string> = {
  chevrotain: 'language',
  lowdb: 'host',
  zod: 'host',
  yaml: 'host',
  ink: 'tui',
  react: 'tui',
  'ink-text-input': 'tui',
};
/** May know the wall clock and the disk. */
const OUTSIDE = new Set(['host', 'tui', 'verbs', 'main.ts']);
const BANNED =
  /\b(Date|Math\.random|setTimeout|setInterval|setImmediate|queueMicrotask|Promise|async|await|performance\.|localeCompare|toLocale\w*|structuredClone)\b/;
const LINES_MAX = 400;
const NAMES_BANNED = /\/(utils?|helpers?|misc|types|manager)\.tsx?$/;

const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
const text = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const room = (path: string): string => relative(SRC, path).split('/')[0] as string;
const protocol = (path: string): string | undefined => /^protocols\/(\w+)\//.exec(relative(SRC, path))?.[1];

/** Strings and comments taken out: what is left is code. */
const code = (file: string): string =>
  (text.get(file) as string).replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g, "''");
const imports = (file: string): string[] => [
  ...[...(text.get(file) as string).matchAll(/(?:^|\n|;)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]/g)].map(
    (m) => m[1] as string,
  ),
  ...[...(text.get(file) as string).matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)].map((m) => m[1] as string),
];
const inner = (file: string): string[] =>
  imports(file)
    .filter((target) => target.startsWith('.'))
    .map((target) => resolve(dirname(file), target));

describe.each(files.map((file) => [relative(SRC, file), file] as const))('%s', (name, file) => {
  it('stays inside its walls', () => {
    const from = room(file);
    for (const target of inner(file)) {
      if (target.endsWith('.json')) continue;
      expect(text.has(target), `${target} does not exist`).toBe(true);
      const to = room(target);
      expect(from === to || MAY[from]?.split(' ').includes(to), `${from} may not import ${to}`).toBe(true);
      if (from === 'os' && to === 'protocols') expect(target).toMatch(/\/(config|traits|show)\.ts$/);
      const [mine, theirs] = [protocol(file), protocol(target)];
      if (mine && theirs && mine !== theirs) expect(theirs, `${mine} may not know ${theirs}`).toBe('common');
    }
    for (const name of imports(file).filter((target) => !target.startsWith('.') && !target.startsWith('node:'))) {
      const owner = name.startsWith('@') ? name : (name.split('/')[0] as string);
      expect(PACKAGES[owner]?.split(' '), name).toContain(from);
    }
    if (!OUTSIDE.has(from)) expect(imports(file).filter((target) => target.startsWith('node:'))).toEqual([]);
  });
  it('knows no clock, no chance and no promise', () => {
    if (!OUTSIDE.has(room(file))) expect(BANNED.exec(code(file))?.[0]).toBeUndefined();
  });
  it('fits on a few screens', () => {
    expect((text.get(file) as string).split('\n').length).toBeLessThanOrEqual(LINES_MAX + 1);
  });
  it('has a name that says something', () => {
    expect(`/${name}`).not.toMatch(NAMES_BANNED);
  });
});

it('imports in no circle', () => {
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): void => {
    if (done.has(file)) return;
    const route = [...trail, file].map((path) => relative(SRC, path)).join(' -> ');
    expect(trail.includes(file), route).toBe(false);
    for (const next of inner(file)) walk(next, [...trail, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
});

it('knows no vendor below the systems', () => {
  const vendors = /\b(ios|junos|cisco|juniper)\b/i;
  for (const file of files) {
    if (!['base', 'sim', 'route', 'net', 'policy', 'protocols', 'device'].includes(room(file))) continue;
    expect(vendors.exec(code(file))?.[0], relative(SRC, file)).toBeUndefined();
  }
});
