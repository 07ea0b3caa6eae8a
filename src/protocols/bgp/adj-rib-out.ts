// What each group of peers is told: which nets are due, what has changed of them, and who hears of it.
//                                                                        RFC 4271 §9.1.3, §9.2, RFC 7911, RFC 2918

import { concat } from '../../base/bytes.ts';
import { equal } from '../../base/equal.ts';
import { ANY4 } from '../../base/ip.ts';
import { comparePrefix, DEFAULT4, DEFAULT6, type Prefix } from '../../base/prefix.ts';
import { byText } from '../../base/sorted-map.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { pathSubject } from '../../policy/path-subject.ts';
import { EMPTY_PATH } from '../../route/as-path.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import type { VrfName } from '../../route/names.ts';
import { compareRd } from '../../route/route-distinguisher.ts';
import type { LadderFacts } from './decision.ts';
import { exported, pathTowards } from './export.ts';
import type { FamilyName } from './iana.ts';
import { freeLabels, labelFor } from './labels.ts';
import { remoteName, tablesInOrder } from './loc-rib.ts';
import { TARGETS, type Table } from './model.ts';
import { type Offer, offersOf } from './offers.ts';
import { announcements, type Packed, withdrawals } from './pack.ts';
import { hasLabels, type Nlri } from './packet/nlri.ts';
import { activityOf, type Peer, type Sent, type Speaker, type UpdateGroup } from './peer.ts';
import type { Withheld } from './refusal.ts';
import { wants } from './route-targets.ts';
import { withSubject } from './subject.ts';
import { traceSent } from './trace.ts';
import { write } from './transmit.ts';
import { due, hears } from './update-groups.ts';
import { asVpn } from './vpn-export.ts';

/** What was told of a prefix, and what is to be told now. */
interface Change {
  readonly before: Sent | undefined;
  readonly after: Sent | undefined;
}

/** The net is another now: whoever hears of its table may have to hear of it. */
export function netTouched(speaker: Speaker, table: Table, prefix: Prefix): void {
  for (const group of speaker.groups.values()) if (hears(group, table)) due(group, table.vrf, prefix);
}

/** Everything is due: the group is new, or the rules of the whole process are others. */
export function everythingDue(speaker: Speaker, group: UpdateGroup): void {
  group.cache = new WeakMap();
  for (const table of tablesInOrder(speaker.rib))
    if (hears(group, table)) for (const prefix of table.nets.keys()) due(group, table.vrf, prefix);
  // What was told and is in no table any more, the default route among it.
  for (const { nlri } of group.sent.values()) due(group, tableName(speaker, group, nlri), nlri.prefix);
  if (group.family === 'ipv4') due(group, group.vrf, DEFAULT4);
  if (group.family === 'rtfilter') due(group, TARGETS, DEFAULT6);
}

/** Where a net that was told is to be looked for. */
const tableName = (speaker: Speaker, group: UpdateGroup, { rd }: Nlri): VrfName => {
  if (!rd) return group.family === 'rtfilter' ? TARGETS : group.vrf;
  const remote = speaker.rib.tables.get(remoteName(rd));
  return (
    (remote ?? tablesInOrder(speaker.rib).find((table) => table.rd && compareRd(table.rd, rd) === 0))?.vrf ?? group.vrf
  );
};

function deny(group: UpdateGroup, why: Withheld): void {
  group.denied.set(why, (group.denied.get(why) ?? 0) + 1);
}

/** Undefined: it cannot be told. */
function sentOf(speaker: Speaker, group: UpdateGroup, prefix: Prefix, { table, path }: Offer): Sent | undefined {
  const { family } = group;
  const bearing = family === 'vpnv4' ? asVpn(speaker.config, table, prefix, path) : path.attributes;
  const ofVrf = family === 'vpnv4' && !table.remote;
  const attributes = bearing ? exported(speaker, group, prefix, path, bearing, ofVrf) : 'policy';
  if (typeof attributes === 'string') {
    deny(group, attributes);
    return undefined;
  }
  if (group.chooser && !wants(group.chooser, attributes)) {
    deny(group, 'not-asked');
    return undefined;
  }
  const labelled = hasLabels(family);
  const kept = labelled && path.labels && attributes.nexthop === path.attributes.nexthop ? path.labels : undefined;
  const own = labelled && !kept ? labelFor(speaker, table, prefix, path) : undefined;
  if (labelled && !kept && own === undefined) {
    deny(group, 'no-label');
    return undefined;
  }
  const labels = kept ?? (own === undefined ? undefined : [own]);
  const withIds = group.dialect.addPath.has(family);
  const nlri: Nlri = {
    prefix,
    ...(family === 'vpnv4' && table.rd ? { rd: table.rd } : {}),
    ...(labels ? { labels } : {}),
    ...(withIds ? { pathId: path.sentId } : {}),
  };
  // RFC 4684 §3.2: a client hears of its own memberships, too: somebody is there who wants such routes.
  const back = group.terms.tellBack || (family === 'rtfilter' && group.terms.client);
  return { family, nlri, attributes, from: back ? undefined : path.peer };
}

/** `default-originate`: a default route to these peers and nobody else. */
function defaultSent(speaker: Speaker, group: UpdateGroup): Sent | undefined {
  const { terms, kind } = group;
  if (!terms.defaultOriginate || (terms.defaultPolicy && group.defaults.size === 0)) return undefined;
  const plain: PathAttributes = {
    origin: 'igp',
    asPath: pathTowards(speaker, group, EMPTY_PATH),
    nexthop: group.local ?? ANY4,
    ...(kind === 'external' ? {} : { localPref: speaker.config.defaultLocalPref }),
  };
  const [first] = [...group.defaults].sort(comparePrefix);
  const route = first && speaker.rib.tables.get(group.vrf)?.routes.get(first);
  const attributes =
    terms.defaultPolicy && first && route
      ? withSubject(plain, evaluate(terms.defaultPolicy, pathSubject(first, plain, { kind: route.kind })).subject)
      : plain;
  const { family } = group;
  const pathId = group.dialect.addPath.has(family) ? { pathId: 1 } : {};
  const prefix = family === 'rtfilter' ? DEFAULT6 : DEFAULT4;
  return { family, nlri: { prefix, ...pathId }, attributes, from: undefined };
}

/** `default-originate` is about this one: a default route, or a membership for every target. */
const isDefault = ({ family }: UpdateGroup, prefix: Prefix): boolean =>
  (family === 'ipv4' && prefix === DEFAULT4) || (family === 'rtfilter' && prefix === DEFAULT6);

/** What the group shall know of the net. */
function wantedNow(
  speaker: Speaker,
  group: UpdateGroup,
  table: VrfName,
  prefix: Prefix,
  facts: LadderFacts,
): readonly Sent[] {
  if (isDefault(group, prefix)) {
    const owed = defaultSent(speaker, group);
    if (owed) return [owed];
  }
  const { list, why } = offersOf(speaker, group, table, prefix, facts);
  if (why) deny(group, why);
  const several = group.dialect.addPath.has(group.family) && group.terms.addPath.send > 1;
  const out: Sent[] = [];
  for (const offer of list) {
    const sent = sentOf(speaker, group, prefix, offer);
    if (sent) out.push(sent);
    if (sent && !several) break;
  }
  return out;
}

const sameLabels = (a: Nlri, b: Nlri): boolean => a.labels === b.labels || equal(a.labels, b.labels);

const unchanged = (a: Sent, b: Sent): boolean =>
  a.from === b.from &&
  sameLabels(a.nlri, b.nlri) &&
  (a.attributes === b.attributes || equal(a.attributes, b.attributes));

const toldToSomebody = (speaker: Speaker, family: FamilyName, rd: Nlri['rd'], prefix: Prefix): boolean =>
  speaker.groups.some((group) => group.family === family && group.sent.of(family, rd, prefix).length > 0);

/** The net is gone, and nobody hears of its table with labels, who would give them back. */
export function dropLabels(speaker: Speaker, table: Table, prefix: Prefix): void {
  const heard = speaker.groups.some((group) => hasLabels(group.family) && hears(group, table));
  if (!heard) freeLabels(speaker, table, prefix);
}

/** Brings one net into line; announcements may have to wait, withdrawals do not. True: nothing waits. */
function settle(
  speaker: Speaker,
  group: UpdateGroup,
  name: VrfName,
  prefix: Prefix,
  facts: LadderFacts,
  changes: Change[],
  mayTell: boolean,
): boolean {
  const { family } = group;
  const table = speaker.rib.tables.get(name);
  const rd = family === 'vpnv4' ? table?.rd : undefined;
  const wanted = wantedNow(speaker, group, name, prefix, facts);
  const before = group.sent.of(family, rd, prefix);
  for (const sent of before) {
    if (wanted.some(({ nlri }) => nlri.pathId === sent.nlri.pathId)) continue;
    group.sent.delete(sent);
    changes.push({ before: sent, after: undefined });
  }
  if (wanted.length === 0 && table && hasLabels(family) && !toldToSomebody(speaker, family, rd, prefix))
    freeLabels(speaker, table, prefix);
  if (!mayTell && wanted.length > 0) return false;
  for (const sent of wanted) {
    const old = before.find(({ nlri }) => nlri.pathId === sent.nlri.pathId);
    if (old && unchanged(old, sent)) continue;
    group.sent.set(sent);
    changes.push({ before: old, after: sent });
  }
  return true;
}

/** What a member knows of it: its own paths it does not hear. RFC 4271 §5.1.3: nor is it told to send to itself. */
export function seenBy(peer: Peer, sent: Sent | undefined): Sent | undefined {
  if (!sent || sent.from === peer.name) return undefined;
  return sent.attributes.nexthop === peer.config.address && peer.config.direct ? undefined : sent;
}

/** Of some changes, those that concern the member. */
function viewOf(peer: Peer, changes: readonly Change[]): readonly Change[] {
  return changes.flatMap((change) => {
    const [before, after] = [seenBy(peer, change.before), seenBy(peer, change.after)];
    if (before === change.before && after === change.after) return [change];
    if (!before && !after) return [];
    return before && after && sameLabels(before.nlri, after.nlri) && equal(before.attributes, after.attributes)
      ? []
      : [{ before, after }];
  });
}

/** Nobody needs to hear that only the teller is another. */
const isSilent = ({ before, after }: Change): boolean =>
  before !== undefined &&
  after !== undefined &&
  sameLabels(before.nlri, after.nlri) &&
  equal(before.attributes, after.attributes);

function packed(group: Pick<UpdateGroup, 'family' | 'dialect'>, changes: readonly Change[]): readonly Packed[] {
  const loud = changes.filter((change) => !isSilent(change));
  const gone = loud.flatMap(({ before, after }) => (before && !after ? [before] : []));
  const fresh = loud.flatMap(({ after }) => after ?? []);
  return [...withdrawals(group.family, group.dialect, gone), ...announcements(group.family, group.dialect, fresh)];
}

/** The messages to one member, counted. */
function deliver(
  speaker: Speaker,
  peer: Peer,
  family: FamilyName,
  messages: readonly Packed[],
  changes: readonly Change[],
): void {
  if (messages.length === 0) return;
  traceSent(speaker, peer, family, changes);
  const activity = activityOf(peer, family);
  for (const { before, after } of changes) {
    if (after) activity.announcedOut++;
    if (before && after) activity.implicitOut++;
    if (before && !after) activity.explicitOut++;
  }
  for (const { prefixes } of messages) {
    activity.mostNlri = Math.max(activity.mostNlri, prefixes);
    activity.fewestNlri = activity.fewestNlri === 0 ? prefixes : Math.min(activity.fewestNlri, prefixes);
  }
  write(speaker, peer, 'update', concat(messages.map(({ bytes }) => bytes)), messages.length);
}

/** Tells all members; the messages are made once for all whose own paths are not among them. */
function publish(speaker: Speaker, group: UpdateGroup, changes: readonly Change[]): void {
  if (changes.length === 0) return;
  const tellers = new Set(changes.flatMap(({ before, after }) => [before?.from, after?.from]));
  const hops = new Set(changes.map(({ after }) => after?.attributes.nexthop));
  let common: readonly Packed[] | undefined;
  for (const peer of [...group.members].sort((a, b) => byText(a.name, b.name))) {
    const own = tellers.has(peer.name) || (peer.config.direct && hops.has(peer.config.address));
    const view = own ? viewOf(peer, changes) : changes;
    if (!own && !common) {
      common = packed(group, changes);
      group.formatted += common.length;
    }
    const messages = own || !common ? packed(group, view) : common;
    if (own) group.formatted += messages.length;
    group.replicated += messages.length;
    deliver(speaker, peer, group.family, messages, view);
  }
}

/** Looks at every net that is due, in order; what comes of it. */
function settleAll(speaker: Speaker, group: UpdateGroup, mayTell: boolean): readonly Change[] {
  const changes: Change[] = [];
  for (const [table, prefixes] of [...group.due].sort(([a], [b]) => byText(a, b))) {
    const facts = speaker.factsOf(table);
    const waiting: Prefix[] = [];
    for (const prefix of [...prefixes].sort(comparePrefix))
      if (!settle(speaker, group, table, prefix, facts, changes, mayTell)) waiting.push(prefix);
    if (waiting.length > 0) group.due.set(table, new Set(waiting));
    else group.due.delete(table);
  }
  return changes;
}

export const ADVERTISE_TIMER = 'advertise';
export const OUT_DELAY_TIMER = 'out-delay';

/** Tells the group what is due. RFC 4271 §9.2.1.1: announcements at most once an advertisement interval. */
export function flush(speaker: Speaker, group: UpdateGroup): void {
  if (group.due.size === 0) return;
  const { context } = speaker;
  const { outDelay, advertisementInterval } = group.config;
  if (outDelay && group.synced && !group.released) {
    if (context.timerAt(OUT_DELAY_TIMER, group.key) === undefined) context.timer(OUT_DELAY_TIMER, group.key, outDelay);
    return;
  }
  group.released = false;
  const changes = settleAll(speaker, group, context.timerAt(ADVERTISE_TIMER, group.key) === undefined);
  publish(speaker, group, changes);
  if (advertisementInterval > 0 && group.synced && changes.some(({ after }) => after))
    context.timer(ADVERTISE_TIMER, group.key, advertisementInterval);
}

/** Works out what the group would know, without telling anybody: for members who come from another group. */
export function prepare(speaker: Speaker, group: UpdateGroup): void {
  if (group.synced) return;
  everythingDue(speaker, group);
  settleAll(speaker, group, true);
  group.synced = true;
}

/** Everything that a member is to know, told to it alone. `known`: what it was told before, by a group it was in. */
export function tellMember(speaker: Speaker, peer: Peer, group: UpdateGroup, known?: Iterable<Sent>): void {
  const old = new Map<string, Sent>();
  const nameOf = ({ nlri: { rd, prefix, pathId } }: Sent): string =>
    `${rd ? `${rd.form} ${rd.admin}:${rd.number}` : ''} ${prefix.text} ${pathId ?? ''}`;
  for (const sent of known ?? []) if (seenBy(peer, sent)) old.set(nameOf(sent), sent);
  const changes: Change[] = [];
  for (const sent of group.sent.sorted()) {
    if (!seenBy(peer, sent)) continue;
    const name = old.size > 0 ? nameOf(sent) : '';
    const before = old.get(name);
    old.delete(name);
    changes.push({ before, after: sent });
  }
  for (const before of old.values()) changes.push({ before, after: undefined });
  deliver(
    speaker,
    peer,
    group.family,
    packed(group, changes),
    changes.filter((change) => !isSilent(change)),
  );
}

/** How many nets wait to be told. */
export const waiting = (group: UpdateGroup): number =>
  [...group.due.values()].reduce((sum, prefixes) => sum + prefixes.size, 0);
