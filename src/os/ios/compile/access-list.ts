// access-list, ip access-list: statements -> lists that routing asks.    Source: Cisco IOS Security, "access-list (IP)"

import { ANY4, BROADCAST4, type Ip4, parseIp4 } from '../../../base/ip.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { AccessList, AccessListEntry, AddressRange } from '../../../policy/access-list.ts';

const ANY: AddressRange = { address: ANY4, wildcard: BROADCAST4 };

/** The list of this name or number; undefined when there is none. */
export function accessListNamed(tree: ConfigTree, name: string): AccessList | undefined {
  const block = tree.children.find(
    ({ spec, args }) => spec.name.startsWith('ip access-list ') && args['list'] === name && spec.container,
  );
  const nodes = block
    ? block.children
    : tree.children.filter(({ spec, args }) => spec.name === 'access-list' && args['number'] === name);
  const extended = block ? block.spec.name === 'ip access-list extended' : isExtended(Number(name));
  if (!block && nodes.length === 0) return undefined;
  return { name, entries: nodes.flatMap((node) => entryOf(node, extended)) };
}

const isExtended = (number: number): boolean => (number >= 100 && number <= 199) || number >= 2000;

/** Remarks are no entries; of an extended list, those about a protocol of its own say nothing of routes. */
function entryOf({ words, args }: ConfigNode, extended: boolean): readonly AccessListEntry[] {
  const at = words.findIndex((word) => word === 'permit' || word === 'deny');
  if (at < 0 || words.includes('remark')) return [];
  if (extended && words[at + 1] !== 'ip') return [];
  const verdict = words[at] === 'deny' ? 'deny' : 'permit';
  const network = rangeOf(args['from'], args['fromwild']);
  return [{ verdict, network, mask: extended ? rangeOf(args['to'], args['towild']) : undefined }];
}

function rangeOf(address: string | undefined, wildcard: string | undefined): AddressRange {
  if (address === undefined) return ANY;
  return { address: parseIp4(address) ?? ANY4, wildcard: wildcard === undefined ? ANY4 : (parseIp4(wildcard) as Ip4) };
}
