// Who is told the same as whom: groups of peers, found by what decides on what they are told.       RFC 4271 §9.1.3

import type { Prefix } from '../../base/prefix.ts';
import { DEFAULT4 } from '../../base/prefix.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { pathSubject } from '../../policy/path-subject.ts';
import { administeredText } from '../../route/extended.ts';
import { MAIN, type VrfName } from '../../route/names.ts';
import type { Route } from '../../route/route.ts';
import type { FamilyName } from './iana.ts';
import { type Net, TARGETS, type Table } from './model.ts';
import type { NeighborFamily } from './neighbor-config.ts';
import { NlriBook } from './nlri-book.ts';
import { asnTowards, kindOf, type Peer, type Speaker, type UpdateGroup } from './peer.ts';

/** What decides on what a peer is told, as a text; without the address that we have towards it. */
function faceOf(speaker: Speaker, peer: Peer, family: FamilyName, terms: NeighborFamily): string {
  const { config } = peer;
  const { policies } = speaker;
  const kind = kindOf(speaker.config, peer);
  const ofAs = terms.asOverride || terms.removePrivate !== 'off' || terms.tellPeerAs === false;
  const personal = [terms.exportPolicy, terms.unsuppress].some((policy) => policies.isPersonal(policy));
  const conditions = (terms.conditional ?? []).map(
    ({ which, when, exists }) => `${policies.of(which)}/${policies.of(when)}/${exists}`,
  );
  const metric = terms.metricOut;
  return [
    ...[family, config.vrf, kind, asnTowards(speaker.config, peer), config.localAs?.prependOwn, config.direct],
    ...[ofAs ? config.remoteAs : '', personal ? config.address : '', config.advertisementInterval, config.outDelay],
    ...[
      policies.of(terms.exportPolicy),
      policies.of(terms.unsuppress),
      policies.of(terms.defaultPolicy),
      ...conditions,
    ],
    ...[terms.nexthop, terms.client, terms.sendStandard, terms.sendExtended, terms.sendLarge, terms.defaultOriginate],
    ...[
      terms.asOverride,
      terms.removePrivate,
      terms.tellBack,
      terms.tellPeerAs,
      terms.tellInactive,
      terms.bestExternal,
      terms.aigp,
    ],
    ...[
      terms.localPref,
      terms.leavingPref,
      metric && `${metric.kind} ${metric.kind === 'fixed' ? metric.value : metric.offset}`,
    ],
    // RFC 4684: what it is told of VPNs, it has asked for.
    ...[isChoosy(peer, family) ? config.address : ''],
    ...[terms.siteOfOrigin && administeredText(terms.siteOfOrigin.value), terms.addPath.send],
  ].join('|');
}

/** It says which targets it wants. */
const isChoosy = (peer: Peer, family: FamilyName): boolean =>
  family === 'vpnv4' && peer.agreement?.families.has('rtfilter') === true;

/** A peer's key: its face, our address, and how it wants its bytes. */
function keyOf(peer: Peer, family: FamilyName, face: string): string {
  const writing = peer.agreement?.writing;
  return `${face}|${peer.local}|${writing?.as4}|${writing?.addPath.has(family)}`;
}

/** The smallest number that no other face of the family has. */
function numberFor(speaker: Speaker, family: FamilyName, face: string): number {
  const taken = new Set<number>();
  for (const group of speaker.groups.values()) {
    if (group.family !== family) continue;
    if (group.face === face) return group.number;
    taken.add(group.number);
  }
  let number = 1;
  while (taken.has(number)) number++;
  return number;
}

/** The group that the peer belongs to, made where it is the first one. Undefined: it does not speak the family. */
export function groupFor(speaker: Speaker, peer: Peer, family: FamilyName): UpdateGroup | undefined {
  const { config, agreement } = peer;
  const terms = config.families[family];
  if (!terms || !agreement?.families.has(family)) return undefined;
  const face = faceOf(speaker, peer, family, terms);
  const key = keyOf(peer, family, face);
  const old = speaker.groups.get(key);
  if (old) return old;
  const group: UpdateGroup = {
    key,
    face,
    number: numberFor(speaker, family, face),
    family,
    vrf: config.vrf,
    kind: kindOf(speaker.config, peer),
    config,
    terms,
    shownAs: asnTowards(speaker.config, peer),
    local: peer.local,
    dialect: agreement.writing,
    ...(isChoosy(peer, family) ? { chooser: peer } : {}),
    members: new Set(),
    due: new Map(),
    sent: new NlriBook(),
    cache: new WeakMap(),
    denied: new Map(),
    conditions: (terms.conditional ?? []).map((telling) => ({ telling, matching: new Set<Prefix>() })),
    defaults: new Set(),
    formatted: 0,
    replicated: 0,
    released: false,
    synced: false,
  };
  speaker.groups.set(key, group);
  begin(speaker, group);
  return group;
}

/** Tables whose nets these are told. */
export const hears = (group: UpdateGroup, table: Table): boolean =>
  group.family === 'vpnv4'
    ? table.rd !== undefined && group.vrf === MAIN
    : table.vrf === (group.family === 'rtfilter' ? TARGETS : group.vrf);

/** What stands of its conditions when it is made. */
function begin(speaker: Speaker, group: UpdateGroup): void {
  const table = speaker.rib.tables.get(group.vrf);
  if (!table) return;
  if (group.conditions.length > 0) for (const net of table.nets.values()) conditionNet(group, net.prefix, net);
  if (group.terms.defaultPolicy) for (const route of table.routes.values()) defaultRoute(group, route.prefix, route);
}

/** A net is another now: does it meet a condition? True: one that was not met is, or the other way round. */
export function conditionNet(group: UpdateGroup, prefix: Prefix, net: Net | undefined): boolean {
  let turned = false;
  for (const { telling, matching } of group.conditions) {
    const had = matching.size > 0;
    const best = net?.best;
    const kind = best?.made?.kind ?? 'bgp.external';
    if (best && evaluate(telling.when, pathSubject(prefix, best.attributes, { kind })).verdict === 'accept')
      matching.add(prefix);
    else matching.delete(prefix);
    turned ||= had !== matching.size > 0;
  }
  return turned;
}

/** A route of the VRF's table is another now: does it ask for a default route? */
export function defaultRoute(group: UpdateGroup, prefix: Prefix, route: Route | undefined): boolean {
  const { defaultPolicy } = group.terms;
  if (!defaultPolicy) return false;
  const had = group.defaults.size;
  const tag = route?.tag === undefined ? {} : { tag: route.tag };
  const attributes = { origin: 'igp', asPath: [], nexthop: 0 as never } as const;
  const passes =
    route &&
    prefix !== DEFAULT4 &&
    evaluate(defaultPolicy, pathSubject(prefix, attributes, { kind: route.kind, ...tag })).verdict === 'accept';
  if (passes) group.defaults.add(prefix);
  else group.defaults.delete(prefix);
  return had !== group.defaults.size;
}

/** The net must be looked at. */
export function due(group: UpdateGroup, table: VrfName, prefix: Prefix): void {
  const prefixes = group.due.get(table);
  if (prefixes) prefixes.add(prefix);
  else group.due.set(table, new Set([prefix]));
}
