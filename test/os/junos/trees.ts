// Junos configurations from text, for tests of what is made of them.

import { must } from '../../../src/base/must.ts';
import { type ConfigTree, EMPTY_TREE } from '../../../src/config/tree.ts';
import { JUNOS_TYPES } from '../../../src/os/junos/arg-types.ts';
import { applyLine } from '../../../src/os/junos/load.ts';
import { readConfiguration } from '../../../src/os/junos/read.ts';
import type { Schema } from '../../../src/os/junos/schema.ts';
import { junosVocabulary } from './console.ts';

export const schema = (): Schema => ({
  specs: junosVocabulary().sections.get('config')?.commands ?? [],
  types: JUNOS_TYPES,
});

/** A text in braces or in `set` lines; every line must be understood. */
export function tree(text: string, onto: ConfigTree = EMPTY_TREE): ConfigTree {
  const read = readConfiguration(schema(), text, onto);
  const refused = read.lines.filter(({ taken }) => taken === 'rejected');
  must(refused.length === 0, `refused: ${refused.map((line) => line.text).join('; ')}`);
  return read.tree;
}

/** `set`, `delete`, `deactivate` … one after the other. */
export const apply = (onto: ConfigTree, ...lines: readonly string[]): ConfigTree =>
  lines.reduce((into, line) => {
    const done = applyLine(schema(), line, into, []);
    must(done.error === undefined, `${line}: ${done.error?.why}`);
    return done.tree;
  }, onto);

/** The lines of an indented text block, its own indentation taken off. */
export function lines(text: string): readonly string[] {
  const rows = text.replace(/^\n/, '').replace(/\n *$/, '').split('\n');
  const indent = Math.min(...rows.filter((row) => row.trim() !== '').map((row) => row.search(/\S/)));
  return rows.map((row) => row.slice(indent));
}
