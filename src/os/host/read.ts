// A PC's configuration file: the lines one would type.

import { put } from '../../config/edit.ts';
import type { ConfigTree } from '../../config/tree.ts';
import { NO_LIVE } from '../../language/arg-types.ts';
import { match } from '../../language/match.ts';
import type { CommandSpec } from '../../language/spec.ts';
import { tokenize } from '../../language/tokens.ts';
import type { LineTaken } from '../os.ts';
import { types } from './arg-types.ts';

export const TOKENS = { quotes: false, brackets: false } as const;

/** What is said of a line that nobody understands. */
export const badCommand = (line: string): string => `Bad command: "${line}". Use ? for help.`;

export function read(
  config: readonly CommandSpec[],
  text: string,
  onto: ConfigTree,
): { readonly tree: ConfigTree; readonly lines: readonly LineTaken[] } {
  let tree = onto;
  const lines: LineTaken[] = [];
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.replace(/^[ \t]+|[ \t]+$/g, '');
    if (line === '' || line.startsWith('#')) continue;
    const found = match(config, tokenize(line, TOKENS), types, NO_LIVE);
    if (found.ok) tree = put(tree, [found.value]);
    const column = !found.ok && 'column' in found.error ? found.error.column : undefined;
    lines.push({
      line: i + 1,
      text: raw,
      taken: found.ok ? 'simulated' : 'rejected',
      why: found.ok ? undefined : badCommand(line),
      column,
    });
  }
  return { tree, lines };
}

/** The lines that make this configuration. */
export const print = (tree: ConfigTree): readonly string[] => tree.children.map((node) => node.words.join(' '));
