// mpls bgp forwarding: interfaces where external neighbours hand over labelled packets.
// Source: Cisco IOS MPLS, "mpls bgp forwarding": the router sets it itself where a directly connected external neighbour is
// told labels (`%BGP_LMM-6-AUTOGEN1: The mpls bgp forwarding command has been configured on interface: …`).

import { contains, prefix } from '../../../base/prefix.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { BgpNeighbor } from '../../../protocols/bgp/config.ts';
import { parseAsn } from '../../../route/extended.ts';
import { MAIN } from '../../../route/names.ts';
import { addressesOf, vrfOf } from '../edit/addresses.ts';
import { compileNeighbors } from './bgp-neighbors.ts';
import { one } from './tree-reader.ts';

/** Of a tree: looked up once for all of its interfaces. */
const known = new WeakMap<ConfigTree, readonly BgpNeighbor[]>();

/** Direct external neighbours that are told labels. */
function labelled(tree: ConfigTree): readonly BgpNeighbor[] {
  const found = known.get(tree);
  if (found) return found;
  const process = one(tree, 'router bgp');
  const asn = parseAsn(process?.args['asn'] ?? '') ?? 0;
  const all = process ? compileNeighbors(tree, process, asn) : [];
  const made = all.filter(({ direct, families }) => direct && (families.vpnv4 ?? families['ipv4-labeled']));
  known.set(tree, made);
  return made;
}

export function takesBgpLabels(tree: ConfigTree, node: ConfigNode): boolean {
  if (one(node, 'mpls bgp forwarding')) return true;
  const vrf = vrfOf(node) ?? MAIN;
  const subnets = addressesOf(node).map((own) => prefix(own.address, own.length));
  return labelled(tree).some((peer) => peer.vrf === vrf && subnets.some((subnet) => contains(subnet, peer.address)));
}
