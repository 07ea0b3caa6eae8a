// A tree as the commands that make it: `show configuration | display set`.    Source: captures of Junos 17.4 to 25.4;
// `deactivate` behind what it is about: capture of Junos 24.4.

import type { ConfigNode } from '../../config/tree.ts';
import { statementText } from './statement-text.ts';

/** Statements as `set` lines, under the path that leads to them (`interfaces ge-0/0/0`, or nothing). */
export function displaySet(nodes: readonly ConfigNode[], path = ''): readonly string[] {
  return nodes.flatMap((node) => linesOf(node, path));
}

function linesOf(node: ConfigNode, path: string): readonly string[] {
  const here = path === '' ? statementText(node) : `${path} ${statementText(node)}`;
  const own = node.children.length === 0 ? [`set ${here}`] : displaySet(node.children, here);
  return [...own, ...(node.inactive ? [`deactivate ${here}`] : []), ...(node.protected ? [`protect ${here}`] : [])];
}
