// VRFs in both syntaxes -> tables, and what makes each a VPN.

import { byName } from '../../../base/by-name.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { VrfConfig } from '../../../device/device-config.ts';
import type { Preferences } from '../../../net/rib-types.ts';
import type { BgpVpn } from '../../../protocols/bgp/config.ts';
import { parseRouteTarget, type RouteTarget } from '../../../route/community.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import { parseRd } from '../../../route/route-distinguisher.ts';
import { DISTANCES } from '../defaults.ts';
import { rdOf, vrfNodes } from '../edit/vrf-nodes.ts';
import { policyNamed } from './policy.ts';
import { addressOf, all, numberOf, one, textOf } from './tree-reader.ts';

const nameOf = (node: ConfigNode): VrfName => (node.args['vrf'] ?? '') as VrfName;

/** BGP's block of a VRF, or of the global table. */
export function bgpBlocks(tree: ConfigTree, vrf: VrfName): readonly ConfigNode[] {
  const process = one(tree, 'router bgp');
  if (!process) return [];
  if (vrf !== MAIN) return all(process, 'address-family ipv4 vrf').filter(({ args }) => args['vrf'] === vrf);
  const family = all(process, 'address-family ipv4').filter(({ words }) => words.length === 2);
  return [process, ...family];
}

/** The main table and every VRF. */
export function compileVrfs(tree: ConfigTree): Readonly<Record<VrfName, VrfConfig>> {
  const main: VrfConfig = {
    name: MAIN,
    preferences: preferencesOf(tree, MAIN),
    rd: undefined,
    routerId: undefined,
    description: undefined,
    kind: 'main',
  };
  const vrfs = vrfNodes(tree).map((node): VrfConfig => {
    const name = nameOf(node);
    const [block] = bgpBlocks(tree, name);
    return {
      name,
      preferences: preferencesOf(tree, name),
      rd: parseRd(rdOf(node) ?? ''),
      routerId: block && addressOf(block, 'bgp router-id', 'id'),
      description: textOf(node, 'description', 'text'),
      kind: 'vrf',
    };
  });
  return byName([main, ...vrfs].map((vrf) => [vrf.name, vrf]));
}

/** The vendor's distances, but for those that `distance bgp` sets. */
function preferencesOf(tree: ConfigTree, vrf: VrfName): Preferences {
  const block = bgpBlocks(tree, vrf).findLast((one) => all(one, 'distance bgp').length > 0);
  if (!block) return DISTANCES;
  const distance = (name: string): number => numberOf(block, 'distance bgp', name) ?? 0;
  return {
    ...DISTANCES,
    'bgp.external': distance('external'),
    'bgp.internal': distance('internal'),
    'bgp.local': distance('local'),
  };
}

/** The block that holds what is said of IPv4: the VRF itself in the old syntax, a family of it in the new one. */
const ipv4Of = (vrf: ConfigNode): ConfigNode | undefined =>
  vrf.spec.name === 'ip vrf' ? vrf : one(vrf, 'address-family ipv4');

/** A family that has no targets of its own for a direction has those of the VRF. */
function targetsOf(vrf: ConfigNode, family: ConfigNode, direction: string): readonly RouteTarget[] {
  const own = all(family, `route-target ${direction}`);
  const nodes = own.length > 0 ? own : all(vrf, `route-target ${direction}`);
  return nodes.flatMap(({ args }) => parseRouteTarget(args['target'] ?? '') ?? []);
}

/** "mpls label mode": one label a prefix, unless it is said for the VRF, or for all of them. */
function labelMode(tree: ConfigTree, vrf: VrfName): NonNullable<BgpVpn['labels']> {
  const said = all(tree, 'mpls label mode protocol').filter(({ words }) => !words.includes('bgp-vpnv6'));
  const node = said.find(({ args }) => args['vrf'] === vrf) ?? said.find(({ words }) => words.includes('all-vrfs'));
  if (node?.words.includes('per-vrf')) return 'table';
  return node?.words.includes('per-ce') ? 'next-hop' : 'prefix';
}

/** "import ipv4 unicast map", "export ipv4 unicast map": routes of the global table, and routes for it. */
function globalsOf(tree: ConfigTree, family: ConfigNode): Pick<BgpVpn, 'globalImport' | 'globalExport'> {
  const mapOf = (way: string): string | undefined =>
    all(family, `${way} ipv4 map`).find(({ words }) => words.includes('unicast'))?.args['map'];
  const [globalImport, globalExport] = ['import', 'export'].map((way) => policyNamed(tree, mapOf(way)));
  return { ...(globalImport ? { globalImport } : {}), ...(globalExport ? { globalExport } : {}) };
}

/** VRFs with IPv4 and a distinguisher, by name. */
export function compileVpns(tree: ConfigTree): Readonly<Record<VrfName, BgpVpn>> {
  const vpns = vrfNodes(tree).flatMap((node): readonly BgpVpn[] => {
    const family = ipv4Of(node);
    const rd = parseRd(rdOf(node) ?? '');
    if (!family || !rd) return [];
    const vrf = nameOf(node);
    const [block] = bgpBlocks(tree, vrf);
    return [
      {
        vrf,
        rd,
        importTargets: targetsOf(node, family, 'import'),
        exportTargets: targetsOf(node, family, 'export'),
        exportPolicy: policyNamed(tree, textOf(family, 'export map', 'map')),
        importPolicy: policyNamed(tree, textOf(family, 'import map', 'map')),
        ...globalsOf(tree, family),
        routerId: block && addressOf(block, 'bgp router-id', 'id'),
        labels: labelMode(tree, vrf),
      },
    ];
  });
  return byName(vpns.map((vpn) => [vpn.vrf, vpn]));
}
