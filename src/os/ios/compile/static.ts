// ip route: statements -> static paths.            Source: Cisco IOS IP Routing: Protocol-Independent, "ip route"

import { byName } from '../../../base/by-name.ts';
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
  const paths: Record<VrfName, StaticPath[]> = byName<StaticPath[]>();
  const bfdOf = staticBfd(tree);
  const tells = unreachableTold(tree);
  for (const node of all(tree, 'ip route')) {
    const vrf = (node.args['vrf'] ?? MAIN) as VrfName;
    const path = pathOf(node, vrf, tells);
    if (!path || !vrfs.has(vrf)) continue;
    paths[vrf] ??= [];
    const bfd = bfdOf(node.args['interface'], node.args['gateway']);
    paths[vrf].push(bfd && vrf === MAIN ? { ...path, bfd } : path);
  }
  return { paths };
}

/** Does a null interface tell senders that their packets ended there? */
type Tells = (name: string) => boolean;

/** Paths of statements that were compiled before: a configuration grows line by line, and most of it stays. */
const known = new WeakMap<ConfigNode, { readonly told: boolean; readonly path: StaticPath | undefined }>();

function pathOf(node: ConfigNode, vrf: VrfName, tells: Tells): StaticPath | undefined {
  const out = node.args['interface'];
  const told = out?.startsWith('Null') === true && tells(out);
  const before = known.get(node);
  if (before?.told === told) return before.path;
  const path = compiled(node, vrf, told);
  known.set(node, { told, path });
  return path;
}

function compiled({ args, words }: ConfigNode, vrf: VrfName, told: boolean): StaticPath | undefined {
  const prefix = prefixFromMask(args['network'] ?? '', args['mask'] ?? '');
  const nexthop = nexthopOf(args, words.includes('global') && vrf !== MAIN, told);
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
    ...(args['track'] === undefined ? {} : { track: args['track'] }),
  };
}

function nexthopOf(args: Readonly<Record<string, string>>, global: boolean, told: boolean): Nexthop | undefined {
  const gateway = parseIp4(args['gateway'] ?? '');
  const out = args['interface'] as IfName | undefined;
  if (out?.startsWith('Null')) return { via: told ? 'reject' : 'discard', out };
  if (out !== undefined) return { via: 'interface', out, ...(gateway === undefined ? {} : { gateway }), labels: [] };
  if (gateway === undefined) return undefined;
  return { via: 'address', gateway, labels: [], table: 'unicast', ...(global ? { vrf: MAIN } : {}) };
}

/** Senders hear of packets that end in Null0 unless it was told `no ip unreachables`. */
function unreachableTold(tree: ConfigTree): Tells {
  const asked = new Map<string, boolean>();
  return (name) => {
    const before = asked.get(name);
    if (before !== undefined) return before;
    const node = interfaceNode(tree, name);
    const told = node === undefined || isOn(node, 'ip unreachables');
    asked.set(name, told);
    return told;
  };
}
