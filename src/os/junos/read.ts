// A configuration file onto a tree: braces or `set` lines, and what became of each line.

import type { ConfigTree } from '../../config/tree.ts';
import type { LineTaken } from '../os.ts';
import { isSetText, type LoadedLine, loadBraces, loadSet } from './load.ts';
import type { Schema } from './schema.ts';

/** A router printed all that it has: what is not in it is not so. A release heads every such configuration. */
export const isWhole = (text: string): boolean => /^(?:set |(?:inactive: |protect: )*)version \S/m.test(text);

/** Reads a whole file. A refused line does not stop it. */
export function readConfiguration(
  schema: Schema,
  text: string,
  onto: ConfigTree,
): { readonly tree: ConfigTree; readonly lines: readonly LineTaken[] } {
  const loaded = isSetText(text) ? loadSet(schema, text, onto) : loadBraces(schema, text, onto, 'merge');
  const rows = text.split(/\r?\n/);
  return { tree: loaded.tree, lines: loaded.lines.map((line) => taken(line, rows[line.line - 1] ?? '')) };
}

function taken({ line, chains, fault, column }: LoadedLine, text: string): LineTaken {
  if (chains === undefined) return { line, text, taken: 'rejected', why: fault, column };
  const kept = chains.map((chain) => chain.find(({ spec }) => spec.effect.kind === 'accept'));
  const effect = kept.length > 0 && kept.every((one) => one !== undefined) ? kept[0]?.spec.effect : undefined;
  const why = effect?.kind === 'accept' ? effect.why : undefined;
  return { line, text, taken: why === undefined ? 'simulated' : 'kept', why, column: undefined };
}
