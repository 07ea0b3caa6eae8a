// neighbor …: statements of BGP, its families, groups and templates -> neighbours.
// Source: Cisco IOS IP Routing: BGP command reference (each command's "Command Default"); captures `show ip bgp neighbors`
// (hold time 180, keepalive 60; `Outgoing TTL 1`, `Outgoing TTL 255`; runs of 30 and 0 seconds).

import { type Ip4, isIp4, parseIp4 } from '../../../base/ip.ts';
import { contains, parsePrefix, prefix } from '../../../base/prefix.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { BgpNeighbor, FamilyName, ListenRange, LocalAs, NeighborFamily } from '../../../protocols/bgp/config.ts';
import { parseAsn } from '../../../route/extended.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import { type Micros, seconds } from '../../../sim/time.ts';
import { addressesOf, interfaceNode, interfaceNodes, vrfOf } from '../edit/addresses.ts';
import { reveal7 } from '../secrets.ts';
import { timersOn } from './bfd.ts';
import { familyOf } from './bgp-families.ts';
import { groupOf, neighborsOf, remoteAsOf, type Said, saidOf } from './bgp-said.ts';
import { all, isOn, one } from './tree-reader.ts';

/** "timers bgp": 60 and 180 seconds. */
const KEEPALIVE = 60;
const HOLD = 180;
/**
 * `BGP: … open active delayed 9216ms (35000ms max, 60% jitter)`: debugs of IOS 12.4 to 15.x. Sessions that were cleared come
 * back after one to ten seconds (logs of the same): part of it is the delay by chance before an attempt.
 */
const CONNECT_RETRY = seconds(35);
const IDLE_HOLD = seconds(2);
/** "neighbor advertisement-interval": external 30 seconds, internal none, and none within a VRF. */
const EXTERNAL_PACE = 30;
/** "neighbor ebgp-multihop": 255. "bgp graceful-restart": 120 seconds, and 360 for the paths of a peer that restarts. */
const MOST_HOPS = 255;
const RESTART = 120;
const STALE_PATHS = 360;

interface Place {
  readonly tree: ConfigTree;
  readonly process: ConfigNode;
  readonly vrf: VrfName;
  /** Where the session is described: the process, or the VRF's family. */
  readonly home: ConfigNode;
  readonly asn: number;
}

/** Neighbours with an IPv4 address and an AS, in the order in which they are configured. */
export function compileNeighbors(tree: ConfigTree, process: ConfigNode, asn: number): readonly BgpNeighbor[] {
  const main: Place = { tree, process, vrf: MAIN, home: process, asn };
  const vrfs = all(process, 'address-family ipv4 vrf').map(
    (home): Place => ({ ...main, home, vrf: (home.args['vrf'] ?? '') as VrfName }),
  );
  return [main, ...vrfs].flatMap((place) =>
    neighborsOf(place.home).flatMap((name) => {
      const made = neighborOf(place, name);
      return made ? [made] : [];
    }),
  );
}

/** "bgp listen range": whoever comes from there is a member of the group. */
export function compileListening(tree: ConfigTree, process: ConfigNode, asn: number): readonly ListenRange[] {
  const vrfs = all(process, 'address-family ipv4 vrf');
  return [process, ...vrfs].flatMap((home) =>
    all(home, 'bgp listen range peer-group').flatMap((node): readonly ListenRange[] => {
      const vrf = (home === process ? MAIN : (home.args['vrf'] ?? '')) as VrfName;
      const place: Place = { tree, process, vrf, home, asn };
      const range = parsePrefix(node.args['range'] ?? '');
      const group = node.args['group'] ?? '';
      const remoteAs = asOf(saidOf(process, [home], [home], group));
      if (!range || remoteAs === undefined) return [];
      const template = { ...describe(place, group, remoteAs, undefined), group };
      const others = saidOf(process, [home], [home], group).one('remote-as')?.args['others'];
      const asns = [remoteAs, ...(others ?? '').split(' ').flatMap((text) => parseAsn(text) ?? [])];
      return [{ vrf, range, remoteAs: asns.map((asn) => [asn, asn] as const), template }];
    }),
  );
}

const asOf = (said: Said): number | undefined => parseAsn(remoteAsOf(said) ?? '');

function neighborOf(place: Place, name: string): BgpNeighbor | undefined {
  const { vrf, process, home } = place;
  const address = parseIp4(name);
  const remoteAs = asOf(saidOf(process, [home], [home], name));
  if (address === undefined || remoteAs === undefined) return undefined;
  return { vrf, address, remoteAs, ...describe(place, name, remoteAs, address) };
}

/** Everything but who it is. */
function describe(place: Place, name: string, remoteAs: number, address: Ip4 | undefined): ListenRange['template'] {
  const { tree, process, vrf, home } = place;
  const said = saidOf(process, [home], [home], name);
  const localAs = localAsOf(said);
  const internal = remoteAs === (localAs?.asn ?? place.asn);
  const pace = said.one('advertisement-interval')?.args['seconds'];
  const mode = said.one('transport connection-mode')?.words ?? [];
  return {
    localAs,
    description: said.one('description')?.args['text'],
    passive: mode.includes('passive'),
    ...(mode.includes('active') ? { activeOnly: true } : {}),
    shutdown: said.one('shutdown') !== undefined,
    localAddress: sourceOf(tree, said.one('update-source')?.args['interface']),
    md5: secretOf(said.one('password')),
    ...reachOf(said, internal),
    ...timersOf(place, said),
    connectRetry: CONNECT_RETRY,
    idleHold: IDLE_HOLD,
    advertisementInterval: seconds(pace === undefined ? (internal || vrf !== MAIN ? 0 : EXTERNAL_PACE) : Number(pace)),
    families: familiesOf(place, name),
    ...restartOf(process),
    bfd:
      address !== undefined && said.one('fall-over')?.words.includes('bfd')
        ? bfdTowards(tree, vrf, address)
        : undefined,
    group: groupOf([home], name),
    // Captures `show ip bgp neighbors`: `Enhanced Refresh Capability: advertised`.
    enhancedRefresh: true,
  };
}

/** "local-as": the AS of old stands in paths both ways, but where it is told not to. */
function localAsOf(said: Said): LocalAs | undefined {
  const node = said.one('local-as');
  const asn = parseAsn(node?.args['as'] ?? '');
  if (!node || asn === undefined) return undefined;
  return {
    asn,
    prependIn: !node.words.includes('no-prepend'),
    prependOwn: !node.words.includes('replace-as'),
    loops: 0,
    ...(node.words.includes('dual-as') ? { dual: true } : {}),
  };
}

function sourceOf(tree: ConfigTree, name: string | undefined): Ip4 | undefined {
  const node = name === undefined ? undefined : interfaceNode(tree, name);
  const address = node && addressesOf(node).find(({ secondary }) => !secondary)?.address;
  return address !== undefined && isIp4(address) ? address : undefined;
}

function secretOf(node: ConfigNode | undefined): string | undefined {
  const text = node?.args['password'];
  if (!node || text === undefined) return undefined;
  return node.words.includes('7') ? (reveal7(text) ?? text) : text;
}

/** How far away it may be: an external neighbour is on a link unless somebody says otherwise. */
function reachOf(said: Said, internal: boolean): Pick<BgpNeighbor, 'ttl' | 'minTtl' | 'direct'> {
  const security = said.one('ttl-security hops')?.args['hops'];
  if (security !== undefined) return { ttl: 255, minTtl: 255 - Number(security), direct: false };
  if (internal) return { ttl: undefined, minTtl: undefined, direct: false };
  const multihop = said.one('ebgp-multihop');
  const hops = multihop ? Number(multihop.args['hops'] ?? MOST_HOPS) : 1;
  const checked = hops === 1 && said.one('disable-connected-check') === undefined;
  return { ttl: hops, minTtl: undefined, direct: checked };
}

/** Its own, else those of its VRF's family or of the process. */
function timersOf(
  { process, home }: Place,
  said: Said,
): { readonly holdTime: Micros; readonly keepalive: Micros; readonly leastHold?: Micros } {
  const args = (said.one('timers') ?? one(home, 'timers bgp') ?? one(process, 'timers bgp'))?.args;
  return {
    keepalive: seconds(Number(args?.['keepalive'] ?? KEEPALIVE)),
    holdTime: seconds(Number(args?.['hold'] ?? HOLD)),
    ...(args?.['minimum'] === undefined ? {} : { leastHold: seconds(Number(args['minimum'])) }),
  };
}

/** "bgp graceful-restart": both sides of it; nothing of it without. */
function restartOf(process: ConfigNode): Pick<BgpNeighbor, 'gracefulRestart' | 'keepsForwarding' | 'helper'> {
  const set = process.children.filter(({ spec, negated }) => !negated && spec.name.startsWith('bgp graceful-restart'));
  if (set.length === 0) return { gracefulRestart: undefined };
  const time = (word: string, silent: number): number =>
    Number(set.find(({ words }) => words.includes(word))?.args['seconds'] ?? silent);
  return {
    gracefulRestart: time('restart-time', RESTART),
    keepsForwarding: true,
    helper: { stale: seconds(time('stalepath-time', STALE_PATHS)) },
  };
}

/** Timers of the interface on whose link the neighbour is. */
function bfdTowards(tree: ConfigTree, vrf: VrfName, address: Ip4): BgpNeighbor['bfd'] {
  const on = interfaceNodes(tree).find(
    (node) =>
      (vrfOf(node) ?? MAIN) === vrf &&
      addressesOf(node).some((own) => contains(prefix(own.address, own.length), address)),
  );
  return on && timersOn(tree, on.words[1] ?? '');
}

/** Families that are active towards the neighbour, and what is said of it there. */
function familiesOf(place: Place, name: string): BgpNeighbor['families'] {
  const { tree, process, vrf, home } = place;
  const ipv4 = vrf === MAIN ? [process, ...blocksOf(process, 'address-family ipv4')] : [home];
  const vpnv4 = vrf === MAIN ? blocksOf(process, 'address-family vpnv4') : [];
  const made: Partial<Record<FamilyName, NeighborFamily>> = {};
  const plain = saidOf(process, ipv4, [home, ...ipv4], name);
  const byDefault = vrf !== MAIN || isOn(process, 'bgp default ipv4-unicast');
  if (plain.own('activate') ?? (byDefault || joins(ipv4.slice(1), name))) {
    const labelled = plain.one('send-label') !== undefined;
    made[labelled ? 'ipv4-labeled' : 'ipv4'] = familyOf(tree, plain, ipv4, parseIp4(name));
  }
  const vpn = saidOf(process, vpnv4, [home, ...vpnv4], name);
  if (vpn.own('activate') ?? joins(vpnv4, name)) made.vpnv4 = familyOf(tree, vpn, vpnv4, parseIp4(name));
  const rtfilter = vrf === MAIN ? all(process, 'address-family rtfilter unicast') : [];
  const targets = saidOf(process, rtfilter, [home, ...rtfilter], name);
  if (targets.own('activate') ?? joins(rtfilter, name))
    made.rtfilter = { ...familyOf(tree, targets, rtfilter, parseIp4(name)), resolve: 'both' };
  return made;
}

/** A member of a group of the family is active there (12.x wrote no `activate` for members). */
const joins = (blocks: readonly ConfigNode[], name: string): boolean => groupOf(blocks, name) !== undefined;

/** The family's block in the global table; its other sub-families have words of their own. */
const blocksOf = (process: ConfigNode, name: string): readonly ConfigNode[] =>
  all(process, name).filter(({ words }) => words.length === 2);
