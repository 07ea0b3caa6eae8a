// What the configuration says of a BGP neighbour, for those who print it.

import { ip4Text } from '../../../base/ip.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { BgpNeighbor } from '../../../protocols/bgp/config.ts';
import { MAIN } from '../../../route/names.ts';
import type { Box } from '../../os.ts';
import { saidOf } from '../compile/bgp-said.ts';
import { all, one } from '../compile/tree-reader.ts';

export type Family = 'ipv4' | 'vpnv4';

/** Where statements about the neighbour's family stand: the process and its block, or the VRF's. */
function blocksOf(process: ConfigNode, { vrf }: BgpNeighbor, family: Family): readonly ConfigNode[] {
  if (vrf !== MAIN) return all(process, 'address-family ipv4 vrf').filter(({ args }) => args['vrf'] === vrf);
  const block = all(process, `address-family ${family}`).filter(({ words }) => words.length === 2);
  return family === 'ipv4' ? [process, ...block] : block;
}

/** The statement that counts for the neighbour, its own or inherited: by its name without `neighbor`. */
export function bgpNode(box: Box, peer: BgpNeighbor, name: string, family: Family = 'ipv4'): ConfigNode | undefined {
  const process = one(box.store.running, 'router bgp');
  if (!process) return undefined;
  const blocks = blocksOf(process, peer, family);

  const known = ip4Text(peer.address);
  const found = saidOf(process, blocks, [process, ...blocks], known).one(name);
  return (
    found ??
    (peer.group === undefined ? undefined : saidOf(process, blocks, [process, ...blocks], peer.group).one(name))
  );
}
