// Entries of lists that stand in the configuration already: whoever names one may complete its name.
// Source: capture of a vSRX, Junos 24.4 (`show configuration routing-instances ?`, descriptions in place of the help).

import { type Chain, findAll } from '../../../config/edit.ts';
import type { ConfigNode, ConfigTree, Statement } from '../../../config/tree.ts';
import type { PathStop } from '../../../language/match.ts';
import type { Expectation, Live, Token } from '../../../language/spec.ts';
import { value } from '../compile/tree-reader.ts';
import { expectOnPath, findPath, type Schema } from '../schema.ts';

/** Where somebody is typing a path. */
export interface PathPlace {
  readonly schema: Schema;
  readonly tree: ConfigTree;
  readonly live: Live;
  readonly level: Chain;
  readonly stop: PathStop;
}

/** Names of entries that begin like what stands at the cursor. */
export function existingEntries(place: PathPlace, before: readonly Token[], cursor: Token): readonly Expectation[] {
  const { schema, level, stop, live } = place;
  const expected = expectOnPath(schema, level, before, { ...cursor, text: '' }, stop, live);
  if (!expected.ok) return [];
  const keys = expected.value.filter(({ kind, arg }) => kind === 'arg' && arg?.key);
  if (keys.length === 0) return [];
  const offers = new Map<string, Expectation>();
  for (const key of keys) {
    for (const node of entries(place, before, key)) {
      const { text, help } = node;
      if (text.startsWith(cursor.text)) offers.set(text, { ...key, kind: 'offer', text, help });
    }
  }
  return [...offers.values()];
}

interface Entry {
  readonly text: string;
  readonly help: string;
}

/** The entries of a list that agree with the words of it that were typed. */
function entries(
  { schema, tree, level, live }: PathPlace,
  before: readonly Token[],
  key: Expectation,
): readonly Entry[] {
  const found = before.length === 0 ? undefined : findPath(schema, level, before, 'anywhere', live);
  if (found && !found.ok) return [];
  return (found?.value ?? [[]]).flatMap((chain) => {
    const { above, begun } = parted(chain, key);
    const parent = [...level, ...above];
    const siblings = parent.length === 0 ? tree.children : findAll(tree, parent).flatMap((node) => node.children);
    return siblings.flatMap((node) => {
      const fits = key.specs.includes(node.spec) && begun.every((word, i) => node.words[i] === word);
      const text = fits ? node.words[begun.length] : undefined;
      return text === undefined ? [] : [{ text, help: helpOf(node, key) }];
    });
  });
}

/** The container of a list, and the words that were typed of an entry. */
function parted(chain: Chain, { specs }: Expectation): { readonly above: Chain; readonly begun: readonly string[] } {
  const last: Statement | undefined = chain[chain.length - 1];
  if (!last) return { above: [], begun: [] };
  if (specs.includes(last.spec)) return { above: chain.slice(0, -1), begun: last.words };
  return { above: last.spec.container ? chain : chain.slice(0, -1), begun: [] };
}

function helpOf(node: ConfigNode, { help }: Expectation): string {
  const described = node.spec.name === '<interface-name>' || node.spec.name === 'unit';
  return (described ? value(node, 'description', 'description') : undefined) ?? help;
}
