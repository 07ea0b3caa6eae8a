// Addresses of interfaces as the configuration tree has them, and where they overlap.

import { type Ip4, ip4Text, isLoopback4, isMulticast4, parseIp4 } from '../../../base/ip.ts';
import { contains, lengthOfMask, type Prefix, prefix } from '../../../base/prefix.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';

export interface OwnAddress {
  readonly address: Ip4;
  readonly length: number;
  readonly secondary: boolean;
}

/** The interfaces of the configuration. */
export const interfaceNodes = (tree: ConfigTree): readonly ConfigNode[] =>
  tree.children.filter(({ spec }) => spec.name === 'interface');

export const interfaceNode = (tree: ConfigTree, name: string): ConfigNode | undefined =>
  interfaceNodes(tree).find(({ words }) => words[1] === name);

/** Address statements in force, primary or secondary. */
export function addressesOf(node: ConfigNode): readonly OwnAddress[] {
  return node.children.flatMap(({ spec, args, negated }) => {
    const secondary = spec.name === 'ip address secondary';
    if (negated || (spec.name !== 'ip address' && !secondary)) return [];
    const address = parseIp4(args['address'] ?? '');
    const mask = parseIp4(args['mask'] ?? '');
    const length = mask === undefined ? undefined : lengthOfMask(mask);
    return address === undefined || length === undefined ? [] : [{ address, length, secondary }];
  });
}

/** The VRF that the interface is in, by either syntax; undefined: the global table. */
export function vrfOf(node: ConfigNode): string | undefined {
  const found = node.children.find(({ spec }) => spec.name === 'vrf forwarding' || spec.name === 'ip vrf forwarding');
  return found?.args['vrf'];
}

export const isShut = (node: ConfigNode): boolean =>
  node.children.some(({ spec, negated }) => spec.name === 'shutdown' && !negated);

/** Neither a host's address nor one that a router may have: this network, loopback, multicast, class E. RFC 1122 §3.2.1.3 */
export const isNoHost = (address: Ip4): boolean =>
  address >>> 24 === 0 || isLoopback4(address) || isMulticast4(address) || address >>> 28 === 0xf;

/** The address names the network itself or its broadcast address. A /31 has neither (RFC 3021), nor has a /32. */
export function isNetworkOrBroadcast(address: Ip4, length: number): boolean {
  if (length >= 31) return false;
  const hosts = 2 ** (32 - length) - 1;
  const host = address % (hosts + 1);
  return host === 0 || host === hosts;
}

/** An address of another interface in the same VRF that is up and shares addresses with this block. */
export function overlapping(
  tree: ConfigTree,
  self: ConfigNode,
  block: Prefix,
): { readonly name: string; readonly secondary: boolean } | undefined {
  const vrf = vrfOf(self);
  for (const node of interfaceNodes(tree)) {
    if (node.words[1] === self.words[1] || vrfOf(node) !== vrf || isShut(node)) continue;
    for (const own of addressesOf(node)) {
      const other = prefix(own.address, own.length);
      if (!contains(other, block.address) && !contains(block, other.address)) continue;
      return { name: node.words[1] ?? '', secondary: own.secondary };
    }
  }
  return undefined;
}

/** `% 10.1.1.0 overlaps with GigabitEthernet0/1` */
export function overlapText(block: Prefix, other: { readonly name: string; readonly secondary: boolean }): string {
  const what = other.secondary ? 'secondary address on ' : '';
  return `% ${ip4Text(block.address as Ip4)} overlaps with ${what}${other.name}`;
}
