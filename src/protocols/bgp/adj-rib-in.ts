// What a peer told us, and what of it comes into the Loc-RIB.        RFC 4271 §9.1.1, §9.1.2, RFC 4456 §8, RFC 5065 §5

import { type Ip4, isIp4 } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import { communitySet } from '../../policy/apply.ts';
import { accepted } from '../../policy/evaluate.ts';
import type { Subject } from '../../policy/policy.ts';
import { type AsPath, prepended } from '../../route/as-path.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import { sameExtended } from '../../route/community.ts';
import { MAIN, type VrfName } from '../../route/names.ts';
import type { Nexthop } from '../../route/route.ts';
import { rdText } from '../../route/route-distinguisher.ts';
import { tellsActive } from './active-routes.ts';
import type { BgpVpn } from './config.ts';
import { holdHop, hopName, leaveHop } from './hops.ts';
import { type NewPath, putPath, remoteTable, removePath } from './loc-rib.ts';
import type { Table } from './model.ts';
import type { NeighborFamily } from './neighbor-config.ts';
import { kindOf, type Peer, type Speaker, type Told } from './peer.ts';
import type { Refusal } from './refusal.ts';
import { subjectOf, withSubject } from './subject.ts';

/** The key of a path of a peer in its table. */
export const pathKey = (peer: Peer, told: Told): string =>
  `peer ${peer.name}${told.nlri.pathId === undefined ? '' : ` ${told.nlri.pathId}`}`;

/** The key of what was told: family, net, identifier. */
export const toldKey = ({ family, nlri }: Pick<Told, 'family' | 'nlri'>): string =>
  `${family} ${nlri.rd ? rdText(nlri.rd) : ''} ${nlri.prefix.text} ${nlri.pathId ?? ''}`;

/** The table that a told path belongs to; undefined: there is none. */
function tableOf(speaker: Speaker, peer: Peer, told: Told): Table | undefined {
  if (told.family === 'vpnv4') return told.nlri.rd && remoteTable(speaker.rib, told.nlri.rd);
  return speaker.rib.tables.get(peer.config.vrf);
}

const count = (path: AsPath, asn: number): number =>
  path.reduce((sum, { asns }) => sum + asns.filter((one) => one === asn).length, 0);

/** RFC 4271 §9.1.2, RFC 5065 §5.2: our own numbers in the path. */
function loops(speaker: Speaker, peer: Peer, path: AsPath, allowed: number): boolean {
  const { config } = speaker;
  if (count(path, config.asn) > allowed) return true;
  const { confederation } = config;
  if (confederation && count(path, confederation.identifier) > allowed) return true;
  const { localAs } = peer.config;
  return (
    localAs !== undefined && localAs.asn !== config.asn && count(path, localAs.asn) > Math.max(allowed, localAs.loops)
  );
}

const wantedByPolicy = ({ importPolicy }: BgpVpn, prefix: Prefix, attributes: PathAttributes): boolean =>
  accepted(importPolicy, subjectOf(prefix, attributes, { kind: 'bgp.internal' })) !== undefined;

/** Somebody here imports one of its targets, or passes it on. RFC 4364 §4.3.3 */
function wantedHere(speaker: Speaker, prefix: Prefix, attributes: PathAttributes): boolean {
  const { config } = speaker;
  if (config.keepAllTargets || config.neighbors?.some(({ families }) => families.vpnv4?.client)) return true;
  const carried = attributes.extended ?? [];
  return Object.values(config.vpns).some((vpn) =>
    vpn.importsBy === 'policy'
      ? wantedByPolicy(vpn, prefix, attributes)
      : vpn.importTargets.some((target) => carried.some((one) => sameExtended(one, target))),
  );
}

const firstAs = (path: AsPath): number | undefined =>
  path[0]?.kind === 'sequence' || path[0]?.kind === 'confed-sequence' ? path[0].asns[0] : undefined;

/** Why it may not come in, before any policy; undefined: nothing speaks against it. */
function refusal(speaker: Speaker, peer: Peer, told: Told, family: NeighborFamily): Refusal | undefined {
  const { attributes } = told;
  const kind = kindOf(speaker.config, peer.config);
  if (loops(speaker, peer, attributes.asPath, family.ownAsAllowed)) return 'as-loop';
  const enforced = speaker.config.enforceFirstAs !== false && kind === 'external';
  if (enforced && firstAs(attributes.asPath) !== peer.config.remoteAs) return 'first-as';
  if (attributes.originatorId !== undefined && attributes.originatorId === speaker.routerId) return 'originator-loop';
  const cluster = speaker.config.clusterId ?? speaker.routerId;
  if (cluster !== undefined && attributes.clusterList?.includes(cluster)) return 'cluster-loop';
  // §5.1.3: a path that leads to ourselves.
  const own = speaker.context
    .interfaces()
    .some((on) => on.vrf === peer.config.vrf && on.addresses.some((at) => at.address === attributes.nexthop));
  if (own) return 'own-nexthop';
  return told.family === 'vpnv4' && !wantedHere(speaker, told.nlri.prefix, attributes) ? 'no-target' : undefined;
}

const userName = (peer: Peer, told: Told): string => `${peer.name} ${toldKey(told)}`;

/** In which table the next hop is looked for. */
const hopVrf = (peer: Peer, told: Told): VrfName => (told.family === 'vpnv4' ? MAIN : peer.config.vrf);

/** The metric of the way to the next hop; undefined: not known, or none. */
function watchHop(speaker: Speaker, peer: Peer, told: Told, gateway: Ip4): number | undefined {
  const vrf = hopVrf(peer, told);
  const name = hopName(vrf, gateway);
  if (told.hop !== name) leave(speaker, peer, told);
  told.hop = name;
  return holdHop(speaker, vrf, gateway, userName(peer, told)).metric;
}

function leave(speaker: Speaker, peer: Peer, told: Told): void {
  if (told.hop !== undefined) leaveHop(speaker, told.hop, userName(peer, told));
  told.hop = undefined;
}

/** §5.1.3: the next hops of a direct external peer lie on a link. */
function reachable(speaker: Speaker, peer: Peer, told: Told, metric: number | undefined): boolean {
  if (metric === undefined) return false;
  if (!peer.config.direct || told.family === 'vpnv4') return true;
  const { nexthop } = told.attributes;
  return speaker.context.rib(peer.config.vrf).longest(nexthop)?.active?.route.kind === 'connected';
}

/** RFC 4364 §4.3.1: the targets that this VRF's routes bear. */
function targeted(speaker: Speaker, peer: Peer, attributes: PathAttributes): PathAttributes {
  const vpn = speaker.config.vpns[peer.config.vrf];
  if (!vpn || vpn.targetsAt === 'export' || vpn.exportTargets.length === 0) return attributes;
  return { ...attributes, extended: communitySet([...(attributes.extended ?? []), ...vpn.exportTargets]) };
}

/** RFC 7705 §3.1: the number that we show this peer stands in the paths it sends. */
function localised(peer: Peer, attributes: PathAttributes): PathAttributes {
  const { localAs } = peer.config;
  if (!localAs?.prependIn) return attributes;
  return { ...attributes, asPath: prepended(attributes.asPath, [localAs.asn]) };
}

function nexthopsOf(told: Told, { resolve }: NeighborFamily): readonly Nexthop[] {
  const labels = told.nlri.labels ?? [];
  const gateway = told.attributes.nexthop;
  if (labels.length === 0) return [{ via: 'address', gateway, labels, table: resolve ?? 'unicast' }];
  const vrf = told.family === 'vpnv4' ? { vrf: MAIN } : {};
  return [{ via: 'address', gateway, labels, table: resolve ?? 'labeled', ...vrf }];
}

/** The policy wants packets to go nowhere. */
const dropped = (toward: Subject['toward']): toward is 'discard' | 'reject' =>
  toward === 'discard' || toward === 'reject';

/** The neighbour's own local preference, for what came without. */
const familyPref = (attributes: PathAttributes, { localPref }: NeighborFamily, external: boolean): PathAttributes =>
  localPref === undefined || !external ? attributes : { ...attributes, localPref };

/** The path as the import policy leaves it, or why there is none. */
export function admitted(speaker: Speaker, peer: Peer, told: Told): NewPath | Refusal {
  const family = peer.config.families[told.family];
  if (!family) return 'policy';
  const refused = refusal(speaker, peer, told, family);
  if (refused) return refused;
  const external = kindOf(speaker.config, peer.config) !== 'internal';
  const attributes = localised(peer, familyPref(told.attributes, family, external));
  const subject = subjectOf(told.nlri.prefix, attributes, {
    kind: external ? 'bgp.external' : 'bgp.internal',
    weight: family.weight,
    peer: peer.config.address,
    source: peer.config.address,
  });
  const left = accepted(family.importPolicy, subject);
  const hidden = left === undefined;
  if (hidden && !tellsActive(speaker.config)) return 'policy';
  const { toward, weight, preference = family.preference } = left ?? subject;
  const changed: PathAttributes = {
    ...withSubject(attributes, left ?? subject),
    ...(toward === 'peer-address' ? { nexthop: peer.config.address } : {}),
  };
  const gateway = isIp4(changed.nexthop) ? changed.nexthop : (told.attributes.nexthop as Ip4);
  const after: Told = { ...told, attributes: changed };
  const metric = watchHop(speaker, peer, told, gateway);
  return {
    key: pathKey(peer, told),
    attributes: targeted(speaker, peer, changed),
    weight: weight ?? 0,
    from: {
      peer: peer.config.address,
      routerId: peer.routerId ?? peer.config.address,
      external,
      ...(kindOf(speaker.config, peer.config) === 'confederation' ? { confederation: true as const } : {}),
    },
    origination: undefined,
    valid: !hidden && (dropped(toward) || reachable(speaker, peer, after, metric)),
    nexthopVrf: hopVrf(peer, told),
    igpMetric: metric ?? 0,
    importedFrom: undefined,
    made: undefined,
    nexthops: dropped(toward) ? [{ via: toward }] : nexthopsOf(after, family),
    peer: peer.name,
    ...(hidden ? { hidden: 'policy' as const } : {}),
    ...(preference === undefined ? {} : { preference }),
    ...(family.client ? { client: true as const } : {}),
    ...(told.nlri.labels ? { labels: told.nlri.labels } : {}),
    ...(told.nlri.pathId === undefined ? {} : { pathId: told.nlri.pathId }),
  };
}

/** Brings the Loc-RIB into line with what the peer told of one net. */
export function consider(speaker: Speaker, peer: Peer, told: Told): void {
  const table = tableOf(speaker, peer, told);
  if (!table) return;
  const path = admitted(speaker, peer, told);
  if (typeof path === 'string') {
    told.refused = path;
    leave(speaker, peer, told);
    removePath(table, told.nlri.prefix, pathKey(peer, told));
  } else {
    told.refused = path.hidden;
    putPath(speaker.rib, table, told.nlri.prefix, path, speaker.context.now);
  }
  mayBeImported(speaker, table, told.nlri.prefix);
}

/** Others may have to import this net, or no longer. Plain tables are not imported from. */
function mayBeImported(speaker: Speaker, table: Table, prefix: Prefix): void {
  if (!table.rd || !table.touched.has(prefix)) return;
  speaker.pending.add(prefix);
  speaker.suspect.add(prefix);
}

/** The peer told a path, or another for the same net. */
export function tell(speaker: Speaker, peer: Peer, told: Told): void {
  const key = toldKey(told);
  const old = peer.told.get(key);
  if (old) leave(speaker, peer, old);
  peer.told.set(key, told);
  consider(speaker, peer, told);
}

/** The peer took a path back. */
export function untell(speaker: Speaker, peer: Peer, gone: Pick<Told, 'family' | 'nlri'>): void {
  const key = toldKey(gone);
  const old = peer.told.get(key);
  if (!old) return;
  peer.told.delete(key);
  leave(speaker, peer, old);
  const table = tableOf(speaker, peer, old);
  if (!table) return;
  removePath(table, old.nlri.prefix, pathKey(peer, old));
  mayBeImported(speaker, table, old.nlri.prefix);
}

/** Everything that the peer told is judged anew: its policy is another, or it was asked for. */
export function reconsider(speaker: Speaker, peer: Peer): void {
  for (const told of peer.told.values()) consider(speaker, peer, told);
}

export function forgetAll(speaker: Speaker, peer: Peer): void {
  for (const told of peer.told.values()) untell(speaker, peer, told);
}

/** The way to a next hop is another, or there is none. */
export function hopChanged(speaker: Speaker, vrf: VrfName, gateway: Ip4, metric: number | undefined): void {
  const hop = speaker.hops.get(hopName(vrf, gateway));
  if (!hop) return;
  hop.metric = metric;
  for (const peer of speaker.peers.values())
    for (const told of peer.told.values()) if (hop.users.has(userName(peer, told))) consider(speaker, peer, told);
}
