// ip prefix-list: statements -> lists.    Source: Cisco IOS IP Routing: Protocol-Independent, "ip prefix-list"

import { parsePrefix } from '../../../base/prefix.ts';
import { byNumber } from '../../../base/sorted-map.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { PrefixList, PrefixListEntry } from '../../../policy/prefix-list.ts';

/** Entries by their sequence numbers; undefined when there is no list of this name. */
export function prefixListNamed(tree: ConfigTree, name: string): PrefixList | undefined {
  const entries = tree.children
    .filter(({ spec, args }) => spec.name === 'ip prefix-list seq' && args['list'] === name)
    .flatMap(entryOf)
    .sort((a, b) => byNumber(a.sequence, b.sequence));
  return entries.length === 0 ? undefined : { name, entries };
}

function entryOf({ args, words }: ConfigNode): readonly PrefixListEntry[] {
  const prefix = parsePrefix(args['prefix'] ?? '');
  if (!prefix) return [];
  const { ge, le } = args;
  const low = ge === undefined ? prefix.length : Number(ge);
  // Without a range the length is exact; with `ge` alone, up to a host.
  const high = le !== undefined ? Number(le) : ge === undefined ? prefix.length : 32;
  const verdict = words.includes('deny') ? 'deny' : 'permit';
  return [{ sequence: Number(args['seq']), verdict, prefix, low, high }];
}
