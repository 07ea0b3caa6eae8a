// track …: statements -> objects that other statements go by.
// Source: Cisco IOS IP Application Services Command Reference, "track interface", "track ip route", "track list", "delay
// (tracking)", "default-state"; "track timer": routes are looked at every 15 seconds.

import { type Ip4, parseIp4 } from '../../../base/ip.ts';
import { lengthOfMask, type Prefix, parsePrefix, prefix } from '../../../base/prefix.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { TrackConfig, Tracked, TrackObject } from '../../../protocols/track/config.ts';
import { type IfName, MAIN, type VrfName } from '../../../route/names.ts';
import { seconds } from '../../../sim/time.ts';
import { compileProbes } from './sla.ts';
import { all, numberOf, one, textOf } from './tree-reader.ts';

const ROUTE_INTERVAL = seconds(15);

/** Undefined: nothing is tracked. */
export function compileTrack(tree: ConfigTree): TrackConfig | undefined {
  const nodes = all(tree, 'track');
  const probes = compileProbes(tree);
  if (nodes.length + probes.length === 0) return undefined;
  return { objects: nodes.map((node) => objectOf(tree, node)), probes, routeInterval: ROUTE_INTERVAL };
}

function objectOf(tree: ConfigTree, node: ConfigNode): TrackObject {
  return {
    name: node.args['object'] ?? '',
    what: trackedOf(tree, node),
    delay: {
      up: seconds(numberOf(node, 'delay', 'up') ?? 0),
      down: seconds(numberOf(node, 'delay', 'down') ?? 0),
    },
  };
}

function trackedOf(tree: ConfigTree, node: ConfigNode): Tracked {
  const { words, args } = node;
  if (words[2] === 'interface') {
    const what = words.includes('routing') ? 'routing' : 'line';
    return { kind: 'interface', on: (args['interface'] ?? '') as IfName, what };
  }
  const block = words[3] === 'route' ? routeOf(args['network'], args['mask']) : undefined;
  if (block && words[2] === 'ip')
    return { kind: 'route', vrf: (textOf(node, 'ip vrf', 'vrf') ?? MAIN) as VrfName, prefix: block };
  const probe = words.includes('sla') || words.includes('rtr') ? probeOf(tree, node) : undefined;
  if (probe) return probe;
  if (words[2] === 'list' && words.includes('boolean')) {
    const members = all(node, 'object').map((member) => ({
      object: member.args['member'] ?? '',
      not: member.words.includes('not'),
    }));
    return { kind: 'list', boolean: words.includes('and') ? 'and' : 'or', members };
  }
  return { kind: 'fixed', up: one(node, 'default-state')?.words.includes('up') === true };
}

/** "ip sla": one that does not run is never up. */
const probeOf = (tree: ConfigTree, { args, words }: ConfigNode): Tracked | undefined =>
  compileProbes(tree).some(({ name }) => name === args['number'])
    ? { kind: 'probe', name: args['number'] ?? '', asked: words.includes('reachability') ? 'reachability' : 'state' }
    : undefined;

/** `10.0.0.0 255.0.0.0` or `10.0.0.0/8`. */
function routeOf(network: string | undefined, mask: string | undefined): Prefix | undefined {
  if (mask === undefined) return parsePrefix(network ?? '');
  const address = parseIp4(network ?? '');
  const length = lengthOfMask(parseIp4(mask) ?? (0 as Ip4));
  return address === undefined || length === undefined ? undefined : prefix(address, length);
}
