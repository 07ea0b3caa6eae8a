// Names and addresses: what `system static-host-mapping` says. There is nobody else to ask.
// Source: Junos OS CLI reference, "static-host-mapping".

import { type Ip4, ip4Text, parseIp4 } from '../../../base/ip.ts';
import type { Box } from '../../os.ts';
import { all, one } from '../compile/tree-reader.ts';
import { inForceAt } from './configured.ts';

interface Mapping {
  readonly name: string;
  readonly addresses: readonly Ip4[];
}

function mappings(box: Box): readonly Mapping[] {
  const block = one(one(inForceAt(box), 'system'), 'static-host-mapping');
  return (block?.children ?? []).map((node) => ({
    name: node.words[0] ?? '',
    addresses: all(node, 'inet')
      .flatMap(({ args }) => (args['address'] ?? '').split(' '))
      .map(parseIp4)
      .filter((address) => address !== undefined),
  }));
}

/** The address of a literal or of a name that the box knows. */
export const addressOf = (box: Box, host: string): Ip4 | undefined =>
  parseIp4(host) ?? mappings(box).find(({ name }) => name.toLowerCase() === host.toLowerCase())?.addresses[0];

/** The name of an address, or the address. */
export const hostText = (box: Box, address: Ip4): string =>
  mappings(box).find(({ addresses }) => addresses.includes(address))?.name ?? ip4Text(address);
