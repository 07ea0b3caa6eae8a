// ip route: statements -> static paths.            Source: Cisco IOS IP Routing: Protocol-Independent, "ip route"

import { parseIp4 } from '../../../base/ip.ts';
import { prefixFromMask } from '../../../base/prefix.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { StaticConfig, StaticPath } from '../../../protocols/static/config.ts';
import { type IfName, MAIN, type VrfName } from '../../../route/names.ts';
import type { Nexthop } from '../../../route/route.ts';
import { STATIC_DISTANCE } from '../defaults.ts';
import { interfaceNode } from '../edit/addresses.ts';
import { staticBfd } from './bfd.ts';
import { all, isOn } from './tree-reader.ts';

/** Paths by table. Those of a VRF that is not defined are left out. */
export function compileStatic(tree: ConfigTree, vrfs: ReadonlySet<string>): StaticConfig {
  const paths: Record<VrfName, StaticPath[]> = {};
  const bfdOf = staticBfd(tree);
  for (const node of all(tree, 'ip route')) {
    const vrf = (node.args['vrf'] ?? MAIN) as VrfName;
    const path = pathOf(tree, node, vrf);
    if (!path || !vrfs.has(vrf)) continue;
    paths[vrf] ??= [];
    const bfd = bfdOf(node.args['interface'], node.args['gateway']);
    paths[vrf].push(bfd && vrf === MAIN ? { ...path, bfd } : path);
  }
  return { paths };
}

function pathOf(tree: ConfigTree, { args, words }: ConfigNode, vrf: VrfName): StaticPath | undefined {
  const prefix = prefixFromMask(args['network'] ?? '', args['mask'] ?? '');
  const nexthop = nexthopOf(tree, args, words.includes('global') && vrf !== MAIN);
  if (!prefix || !nexthop) return undefined;
  return {
    prefix,
    nexthop,
    preference: args['distance'] === undefined ? STATIC_DISTANCE : Number(args['distance']),
    metric: 0,
    tag: args['tag'] === undefined ? undefined : Number(args['tag']),
    name: args['name'],
    permanent: words.includes('permanent'),
    install: true,
    // Any route may lead to the next hop.
    recursive: true,
  };
}

function nexthopOf(tree: ConfigTree, args: Readonly<Record<string, string>>, global: boolean): Nexthop | undefined {
  const gateway = parseIp4(args['gateway'] ?? '');
  const out = args['interface'] as IfName | undefined;
  if (out?.startsWith('Null')) return { via: tellsUnreachable(tree, out) ? 'reject' : 'discard', out };
  if (out !== undefined) return { via: 'interface', out, ...(gateway === undefined ? {} : { gateway }), labels: [] };
  if (gateway === undefined) return undefined;
  return { via: 'address', gateway, labels: [], table: 'unicast', ...(global ? { vrf: MAIN } : {}) };
}

/** Senders hear of packets that end in Null0 unless it was told `no ip unreachables`. */
function tellsUnreachable(tree: ConfigTree, name: string): boolean {
  const node = interfaceNode(tree, name);
  return node === undefined || isOn(node, 'ip unreachables');
}
