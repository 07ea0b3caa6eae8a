// What a peer told us, and what of it comes into the Loc-RIB.        RFC 4271 §9.1.1, §9.1.2, RFC 4456 §8, RFC 5065 §5

import { equal } from '../../base/equal.ts';
import { ANY4, type Ip4, isIp4 } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { pathSubject } from '../../policy/path-subject.ts';
import type { Subject } from '../../policy/policy.ts';
import { prepended } from '../../route/as-path.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import { MAIN, type VrfName } from '../../route/names.ts';
import type { Nexthop } from '../../route/route.ts';
import { acceptable, chosenHere } from './acceptance.ts';
import { AttributePool } from './attribute-pool.ts';
import { importsGlobal } from './global-leaks.ts';
import { leaveHop, metricSoFar, watchHop } from './hops.ts';
import { WELL_KNOWN } from './iana.ts';
import { type NewPath, putPath, remoteTable, removePath } from './loc-rib.ts';
import type { Table } from './model.ts';
import { addsUp, type NeighborFamily } from './neighbor-config.ts';
import type { Entry } from './nlri-book.ts';
import { hasLabels } from './packet/nlri.ts';
import { activityOf, type Hop, kindOf, localAsOf, type Peer, type Search, type Speaker, type Told } from './peer.ts';
import { type FlapCause, flapsOf, withdrawnFlap } from './penalties.ts';
import type { Refusal } from './refusal.ts';
import { targetTable, wishesChanged } from './route-targets.ts';
import { withSubject, writtenOn } from './subject.ts';
import { targeted } from './vpn-export.ts';

/** The key of a path of a peer in its table. */
export function pathKey(peer: Peer, { family, nlri }: Entry): string {
  const key = family === 'ipv4-labeled' ? `${peer.pathKey} labeled` : peer.pathKey;
  return nlri.pathId === undefined ? key : `${key} ${nlri.pathId}`;
}

/** The table that a told path belongs to; undefined: there is none. */
export function tableOf(speaker: Speaker, peer: Peer, { family, nlri }: Entry): Table | undefined {
  if (family === 'vpnv4') return nlri.rd && remoteTable(speaker.rib, nlri.rd);
  if (family === 'rtfilter') return targetTable(speaker.rib);
  return speaker.rib.tables.get(peer.config.vrf);
}

/** What is the same for all prefixes of one message. */
interface Prepared {
  readonly of: PathAttributes;
  readonly by: NeighborFamily;
  readonly refused: Refusal | undefined;
  readonly attributes: PathAttributes;
  readonly from: NewPath['from'];
  /** The next hop lies on a link, as it must; undefined: not asked yet. */
  onLink: boolean | undefined;
}

/** One piece of work on paths of one peer: what is worked out once in it. */
export class Intake {
  readonly speaker: Speaker;
  readonly peer: Peer;
  readonly pool = new AttributePool();
  #prepared: Prepared | undefined;

  constructor(speaker: Speaker, peer: Peer) {
    this.speaker = speaker;
    this.peer = peer;
  }

  prepared(told: Told, family: NeighborFamily): Prepared {
    if (this.#prepared?.of !== told.attributes || this.#prepared.by !== family)
      this.#prepared = prepare(this.speaker, this.peer, told, family);
    return this.#prepared;
  }
}

function prepare(speaker: Speaker, peer: Peer, told: Told, family: NeighborFamily): Prepared {
  const kind = kindOf(speaker.config, peer);
  return {
    of: told.attributes,
    by: family,
    refused: acceptable(speaker, peer, told, family),
    attributes: marked(localised(peer, told.attributes), family, kind === 'external'),
    from: {
      peer: peer.config.address,
      routerId: peer.routerId ?? peer.config.address,
      external: kind !== 'internal',
      ...(kind === 'confederation' ? { confederation: true as const } : {}),
    },
    onLink: undefined,
  };
}

/** RFC 7705 §3.1: the number that we show this peer stands in the paths it sends. */
function localised(peer: Peer, attributes: PathAttributes): PathAttributes {
  const local = localAsOf(peer);
  if (!local?.prependIn) return attributes;
  return { ...attributes, asPath: prepended(attributes.asPath, [local.asn]) };
}

function withoutAigp(attributes: PathAttributes): PathAttributes {
  if (attributes.aigp === undefined) return attributes;
  const { aigp: _not, ...rest } = attributes;
  return rest;
}

/** RFC 8326 §4.1: the way is about to go. */
const shutDown = ({ communities }: PathAttributes, { shutdownPref }: NeighborFamily): number | undefined =>
  communities?.includes(WELL_KNOWN['graceful-shutdown']) ? shutdownPref : undefined;

/** What this neighbour's configuration puts on everything that it tells. */
function marked(told: PathAttributes, family: NeighborFamily, external: boolean): PathAttributes {
  const { siteOfOrigin, localPref } = family;
  const attributes = addsUp(family, external) ? told : withoutAigp(told);
  const least = external ? (family.leavingPref ?? shutDown(attributes, family)) : shutDown(attributes, family);
  const preferred =
    least !== undefined
      ? { ...attributes, localPref: least }
      : localPref === undefined || !external || attributes.localPref !== undefined
        ? attributes
        : { ...attributes, localPref };
  if (!siteOfOrigin) return preferred;
  const others = (preferred.extended ?? []).filter(({ kind }) => kind !== 'origin');
  return { ...preferred, extended: [...others, siteOfOrigin] };
}

/** In which table the next hop is looked for. */
const hopVrf = (peer: Peer, told: Told): VrfName => (told.family === 'vpnv4' ? MAIN : peer.config.vrf);

/** By which ways: packets with a label need a path that takes labels, unless the next hop is a neighbour. */
function searchOf(peer: Peer, told: Told, family: NeighborFamily): Search {
  if (family.resolve) return family.resolve;
  if (!hasLabels(told.family)) return 'unicast';
  return peer.config.direct ? 'both' : 'labeled';
}

/** §5.1.3: the next hops of a direct external peer lie on a link. */
function reachable(intake: Intake, told: Told, ready: Prepared, gateway: Ip4, hop: Hop): boolean {
  if (hop.metric === undefined) return false;
  const { speaker, peer } = intake;
  if (!peer.config.direct || told.family === 'vpnv4') return true;
  const asked = (): boolean =>
    speaker.context.rib(peer.config.vrf).longest(gateway)?.active?.route.kind === 'connected';
  if (gateway !== told.attributes.nexthop) return asked();
  ready.onLink ??= asked();
  return ready.onLink;
}

function nexthopsOf(told: Told, gateway: Ip4, search: Search): readonly Nexthop[] {
  const labels = told.nlri.labels ?? [];
  const vrf = told.family === 'vpnv4' ? { vrf: MAIN } : {};
  return [{ via: 'address', gateway, labels, table: search, ...vrf }];
}

/** The policy wants packets to go nowhere. */
const isDropped = (toward: Subject['toward']): toward is 'discard' | 'reject' =>
  toward === 'discard' || toward === 'reject';

/** The path as the import policy leaves it, or why there is none. */
function admitted(intake: Intake, told: Told): { readonly path: NewPath; readonly set: string | undefined } | Refusal {
  const { speaker, peer } = intake;
  const now = peer.config.families[told.family];
  if (!now) return 'policy';
  const family = told.rules ?? now;
  const ready = intake.prepared(told, family);
  if (ready.refused) return ready.refused;
  const external = ready.from !== 'local' && ready.from.external;
  const search = searchOf(peer, told, family);
  const vrf = hopVrf(peer, told);
  const igpMetric = family.importPolicy && metricSoFar(speaker, told, vrf, search);
  const subject = pathSubject(
    told.nlri.prefix,
    told.attributes === ready.attributes ? told.attributes : ready.attributes,
    {
      kind: external ? 'bgp.external' : 'bgp.internal',
      weight: family.weight,
      peer: peer.config.address,
      source: peer.config.address,
      ...(igpMetric === undefined ? {} : { igpMetric }),
    },
  );
  const result = family.importPolicy
    ? evaluate(family.importPolicy, subject, speaker.around)
    : { verdict: 'accept' as const, subject };
  const rejected = result.verdict === 'reject';
  if (!rejected && !chosenHere(speaker, told, result.subject)) return 'no-target';
  // Where every path is in the routing table, this one is, too; it is not used.
  if (rejected && speaker.config.tells !== 'active') return 'policy';
  const { preference = family.preference } = result.subject;
  const { toward } = result.subject;
  const changed =
    result.subject === subject
      ? ready.attributes
      : intake.pool.one({
          ...withSubject(ready.attributes, result.subject),
          ...(toward === 'peer-address' ? { nexthop: peer.config.address } : {}),
          // Packets to this router itself lead nowhere: junos_then_action_conflicts, `next-hop self` at import.
          ...(toward === 'self' ? { nexthop: peer.local ?? ANY4 } : {}),
        });
  const gateway = isIp4(changed.nexthop) ? changed.nexthop : (told.attributes.nexthop as Ip4);
  const hop = watchHop(speaker, told, vrf, gateway, search);
  const plain = told.nlri.labels === undefined && told.family === 'ipv4';
  // One list for all paths through this hop: what they lead to is found once.
  if (plain) hop.nexthops ??= nexthopsOf(told, gateway, search);
  const path: NewPath = {
    key: pathKey(peer, told),
    attributes: changed,
    weight: result.subject.weight ?? 0,
    from: ready.from,
    origination: undefined,
    valid: isDropped(toward) || reachable(intake, told, ready, gateway, hop),
    nexthopVrf: hop.vrf,
    igpMetric: hop.metric ?? 0,
    importedFrom: undefined,
    made: undefined,
    nexthops: isDropped(toward) ? [{ via: toward }] : plain ? hop.nexthops : nexthopsOf(told, gateway, search),
    peer: peer.name,
    epoch: told.epoch,
    ...(family.client ? { client: true as const } : {}),
    ...(told.nlri.labels ? { labels: told.nlri.labels } : {}),
    ...(told.nlri.pathId === undefined ? {} : { pathId: told.nlri.pathId }),
    ...(told.stale === 'session' ? { stale: true as const } : {}),
    ...(preference === undefined ? {} : { preference }),
    ...(result.subject === subject || speaker.config.tells !== 'active' ? {} : writtenOn(result.subject)),
    ...(told.family === 'ipv4-labeled' && family.into ? { into: family.into } : {}),
    ...(rejected ? { barred: 'policy' as const } : {}),
  };
  return { path: inVpn(intake, told, path), set: result.subject.dampening };
}

/** RFC 4364 §4.3.1: the targets that this VRF's routes bear. */
function inVpn(intake: Intake, told: Told, path: NewPath): NewPath {
  const { speaker, peer, pool } = intake;
  const vpn = told.family === 'vpnv4' ? undefined : speaker.config.vpns[peer.config.vrf];
  if (!vpn || vpn.targetsAt === 'export') return path;
  const attributes = targeted(vpn, told.nlri.prefix, path);
  return !attributes || attributes === path.attributes ? path : { ...path, attributes: pool.one(attributes) };
}

/** Brings the Loc-RIB into line with what the peer told of one net. */
export function consider(intake: Intake, told: Told, cause?: FlapCause): void {
  const { speaker, peer } = intake;
  const table = tableOf(speaker, peer, told);
  if (!table) return;
  const { prefix } = told.nlri;
  const result = admitted(intake, told);
  if (typeof result === 'string') {
    refuse(peer, told, result);
    leaveHop(speaker, told);
    removePath(table, prefix, pathKey(peer, told));
    if (peer.config.families[told.family]?.keep === 'none') peer.told.delete(told);
  } else {
    refuse(peer, told, result.path.barred === 'policy' ? 'policy' : undefined);
    const flap = flapsOf(speaker, peer, told, result.set, cause);
    const path: NewPath =
      flap?.suppressed && !result.path.barred ? { ...result.path, barred: 'dampened' } : result.path;
    putPath(speaker.rib, table, prefix, path, speaker.context.now);
  }
  mayBeImported(speaker, table, prefix);
}

/** Keeps count of what is in and what is not. */
function refuse(peer: Peer, told: Told, why: Refusal | undefined): void {
  const activity = activityOf(peer, told.family);
  if (why !== undefined) activity.deniedIn.set(why, (activity.deniedIn.get(why) ?? 0) + 1);
  const [was, is] = [told.counted, why === undefined];
  if (was !== is) activity.accepted += is ? 1 : -1;
  told.counted = is;
  told.refused = why;
}

function uncount(peer: Peer, told: Told): void {
  if (told.counted) activityOf(peer, told.family).accepted--;
  told.counted = false;
}

/** Others may have to import this net, or no longer. Of plain tables VRFs may want the global one's. */
function mayBeImported(speaker: Speaker, table: Table, prefix: Prefix): void {
  if (!table.touched.has(prefix) || (!table.rd && !importsGlobal(speaker.config))) return;
  speaker.pending.add(prefix);
  speaker.suspect.add(prefix);
}

/** Of a membership: other VPN routes are for this peer now. */
function wished(speaker: Speaker, peer: Peer, { family }: Entry): void {
  if (family !== 'rtfilter' || !wishesChanged(peer)) return;
  const group = peer.groups.get('vpnv4');
  if (group) speaker.again(group);
}

/** What a path that comes now is judged by as long as nobody asks for another judgement; undefined: what is configured. */
const rulesFor = ({ context }: Speaker, { config }: Peer, { family }: Entry): NeighborFamily | undefined =>
  context.traits.importRules === 'new' ? config.families[family] : undefined;

/** The peer told a path, or another for the same net. */
export function tell(intake: Intake, entry: Entry, attributes: PathAttributes): void {
  const { speaker, peer } = intake;
  const activity = activityOf(peer, entry.family);
  activity.announcedIn++;
  const old = peer.told.get(entry);
  const told: Told = {
    family: entry.family,
    nlri: entry.nlri,
    attributes,
    at: speaker.context.now,
    by: peer,
    epoch: activity.epochIn,
    refused: undefined,
    counted: false,
    hop: undefined,
    stale: undefined,
    rules: rulesFor(speaker, peer, entry),
  };
  if (old) {
    activity.implicitIn++;
    uncount(peer, old);
  }
  peer.told.set(told);
  wished(speaker, peer, told);
  const changed = old && !old.stale && !equal(old.attributes, attributes);
  consider(intake, told, old ? (changed ? 'changed' : undefined) : 'announced');
  // Only now: the same next hop stays watched throughout.
  if (old) leaveHop(speaker, old);
}

/** The peer took a path back. `quietly`: its session ended, which is no flap of the path's own. */
export function untell(speaker: Speaker, peer: Peer, gone: Entry, quietly = false): void {
  const old = peer.told.get(gone);
  if (!old) return;
  peer.told.delete(old);
  wished(speaker, peer, old);
  uncount(peer, old);
  if (!quietly) activityOf(peer, gone.family).explicitIn++;
  leaveHop(speaker, old);
  const table = tableOf(speaker, peer, old);
  if (!table) return;
  const key = pathKey(peer, old);
  const path = table.nets.get(old.nlri.prefix)?.paths.get(key);
  const kept = path && !quietly && withdrawnFlap(speaker, peer, old);
  if (path && kept) putPath(speaker.rib, table, old.nlri.prefix, { ...path, barred: 'history' }, speaker.context.now);
  else removePath(table, old.nlri.prefix, key);
  mayBeImported(speaker, table, old.nlri.prefix);
}

/** Everything that the peer told is judged anew; `by` what is configured now, or by what held when it came. */
export function reconsider(speaker: Speaker, peer: Peer, by: 'now' | 'then'): void {
  const intake = new Intake(speaker, peer);
  for (const told of [...peer.told.values()]) {
    if (by === 'now') told.rules = rulesFor(speaker, peer, told);
    consider(intake, told);
  }
}

export function forgetAll(speaker: Speaker, peer: Peer): void {
  for (const told of [...peer.told.values()]) untell(speaker, peer, told, true);
}

/** The way to a next hop is another, or there is none. */
export function hopChanged(speaker: Speaker, hop: Hop, metric: number | undefined): void {
  hop.metric = metric;
  if (metric !== undefined) hop.least = Math.min(metric, hop.least ?? metric);
  const intakes = new Map<Peer, Intake>();
  for (const told of [...hop.paths]) {
    const intake = intakes.get(told.by) ?? new Intake(speaker, told.by);
    intakes.set(told.by, intake);
    consider(intake, told);
  }
}
