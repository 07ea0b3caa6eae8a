// router bgp: statements -> the BGP process.            Source: Cisco IOS IP Routing: BGP command reference

import { byName } from '../../../base/by-name.ts';
import { classfulLength, type Ip4, isIp4, parseIp4 } from '../../../base/ip.ts';
import { lengthOfMask, prefix } from '../../../base/prefix.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { BgpConfig, BgpFamily, NetworkStatement } from '../../../protocols/bgp/config.ts';
import { parseAsn } from '../../../route/extended.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import { LOCAL_PREFERENCE, LOCAL_WEIGHT } from '../defaults.ts';
import { addressesOf, interfaceNode } from '../edit/addresses.ts';
import { aggregatesOf, dampeningOf, tableMapOf } from './bgp-aggregates.ts';
import { compileListening, compileNeighbors } from './bgp-neighbors.ts';
import { clusterOf, confederationOf, ladderOf, medOf, multipathOf } from './bgp-options.ts';
import { redistributionsOf } from './bgp-redistribute.ts';
import { policyNamed } from './policy.ts';
import { addressOf, all, isOn, numberOf, one, textOf } from './tree-reader.ts';
import { bgpBlocks, compileVpns } from './vrf.ts';

/** Undefined: no BGP was asked for. */
export function compileBgp(tree: ConfigTree): BgpConfig | undefined {
  const process = one(tree, 'router bgp');
  if (!process) return undefined;
  const vrfs = all(process, 'address-family ipv4 vrf').map(({ args }) => (args['vrf'] ?? '') as VrfName);
  const families = [MAIN, ...vrfs].map((vrf) => familyOf(tree, vrf));
  const asn = parseAsn(process.args['asn'] ?? '') ?? 0;
  return {
    asn,
    routerId: addressOf(process, 'bgp router-id', 'id') ?? idOfInterface(tree, process),
    ladder: ladderOf(bgpBlocks(tree, MAIN)),
    families: byName(families.map((family) => [family.vrf, family])),
    vpns: compileVpns(tree),
    localWeight: LOCAL_WEIGHT,
    defaultLocalPref: numberOf(process, 'bgp default local-preference', 'preference') ?? LOCAL_PREFERENCE,
    neighbors: compileNeighbors(tree, process, asn),
    ...listeningOf(tree, process, asn),
    ...clusterOf(process),
    reflectBetweenClients: isOn(process, 'bgp client-to-client reflection'),
    ...confederationOf(process),
    ...multipathOf(bgpBlocks(tree, MAIN)),
    med: medOf(bgpBlocks(tree, MAIN)),
    enforceFirstAs: isOn(process, 'bgp enforce-first-as'),
    keepAllTargets: !isOn(process, 'bgp default route-target filter'),
  };
}

/** `bgp router-id interface Loopback0`: its first address. */
function idOfInterface(tree: ConfigTree, process: ConfigNode): Ip4 | undefined {
  const name = textOf(process, 'bgp router-id interface', 'interface');
  const node = name === undefined ? undefined : interfaceNode(tree, name);
  const address = node && addressesOf(node).find(({ secondary }) => !secondary)?.address;
  return address !== undefined && isIp4(address) ? address : undefined;
}

/** What the block of a VRF says; of the global table, the process and its IPv4 family together. */
function familyOf(tree: ConfigTree, vrf: VrfName): BgpFamily {
  const blocks = bgpBlocks(tree, vrf);
  return {
    vrf,
    networks: blocks.flatMap((block) => all(block, 'network').flatMap((node) => networkOf(tree, node))),
    ...aggregatesOf(tree, blocks),
    ...dampeningOf(tree, blocks),
    ...tableMapOf(tree, blocks),
    ...(vrf === MAIN ? {} : multipathOf(blocks)),
    redistribute: redistributionsOf(tree, blocks),
  };
}

/** Without a mask, the network of its class. */
function networkOf(tree: ConfigTree, { args }: ConfigNode): readonly NetworkStatement[] {
  const address = parseIp4(args['network'] ?? '');
  if (address === undefined) return [];
  const mask = parseIp4(args['mask'] ?? '');
  const length = mask === undefined ? classfulLength(address) : lengthOfMask(mask);
  return length === undefined ? [] : [{ prefix: prefix(address, length), policy: policyNamed(tree, args['map']) }];
}

/** Absent where nobody is let in. */
function listeningOf(tree: ConfigTree, process: ConfigNode, asn: number): Pick<BgpConfig, 'listen' | 'listenLimit'> {
  const listen = compileListening(tree, process, asn);
  const listenLimit = numberOf(process, 'bgp listen limit', 'limit');
  return listen.length === 0 ? {} : { listen, ...(listenLimit === undefined ? {} : { listenLimit }) };
}
