// An UPDATE of a session that stands.                                    RFC 4271 §9, §9.1.1, RFC 7606 §2, RFC 4760 §3

import type { Ip4 } from '../../../base/ip.ts';
import { Intake, tell, untell } from '../adj-rib-in.ts';
import { ATTRIBUTE, CEASE, ERROR, type FamilyName, UPDATE_ERROR } from '../iana.ts';
import type { MaximumPrefix } from '../neighbor-config.ts';
import type { Attribute, Fault } from '../packet/attribute.ts';
import { bgpError } from '../packet/error.ts';
import type { Nlri } from '../packet/nlri.ts';
import type { Update } from '../packet/update.ts';
import { activityOf, familyOfPeer, kindOf, type Peer, type PeerKind, type Speaker } from '../peer.ts';
import type { End } from '../session.ts';
import { endOfRib } from '../stale-paths.ts';
import { traceReceived } from '../trace.ts';
import { attributesFrom, bodyOf } from '../wire-attributes.ts';

interface Announced {
  readonly family: FamilyName;
  readonly nexthop: Ip4;
  readonly nlri: readonly Nlri[];
}

/** What the message announces, family by family. */
function announcements({ attributes, nlri }: Update): readonly Announced[] {
  const reach = bodyOf(attributes, 'mp-reach');
  const hop = bodyOf(attributes, 'next-hop');
  return [
    ...(nlri.length > 0 ? [{ family: 'ipv4' as const, nexthop: hop?.address ?? (0 as Ip4), nlri }] : []),
    ...(reach ? [{ family: reach.family, nexthop: reach.nexthop, nlri: reach.nlri }] : []),
  ];
}

/** RFC 4724 §2: a message that says nothing ends the first round. */
function endedFamily(update: Update): FamilyName | undefined {
  const { withdrawn, attributes, nlri } = update;
  if (withdrawn.length > 0 || nlri.length > 0 || attributes.length > 1) return undefined;
  const [only] = attributes;
  if (!only) return update.faults.length === 0 ? 'ipv4' : undefined;
  return only.body.kind === 'mp-unreach' && only.body.nlri.length === 0 ? only.body.family : undefined;
}

/** RFC 7606 §7.5, §7.9, §7.10: what has no meaning from outside is thrown away, however it looks. */
const INSIDE_ONLY: readonly number[] = [ATTRIBUTE['local-pref'], ATTRIBUTE['originator-id'], ATTRIBUTE['cluster-list']];

/** Confederation segments from outside the confederation spoil the path. RFC 5065 §5.2 */
const isForeign = (attributes: readonly Attribute[]): boolean =>
  bodyOf(attributes, 'as-path')?.path.some(({ kind }) => kind.startsWith('confed')) === true;

/** What is wrong with it and spoils its prefixes, as far as this peer is concerned. */
function spoiling({ attributes, faults }: Update, kind: PeerKind): Fault | undefined {
  const fault = faults.find(
    ({ class: cls, code }) => cls === 'withdraw' && !(kind === 'external' && INSIDE_ONLY.includes(code)),
  );
  if (fault || kind !== 'external' || !isForeign(attributes)) return fault;
  return { class: 'withdraw', code: ATTRIBUTE['as-path'], subcode: UPDATE_ERROR['as-path'] };
}

/**
 * RFC 7606 §5.2: attributes that are wrong, and no prefixes that they belong to: what was meant is not certain. True: only
 * the end of the session helps.
 */
function isHopeless({ attributes, faults, nlri }: Update): boolean {
  const reach = bodyOf(attributes, 'mp-reach');
  const unreach = ATTRIBUTE['mp-unreach'];
  const others =
    attributes.some(({ body }) => body.kind !== 'mp-unreach') || faults.some(({ code }) => code !== unreach);
  return nlri.length === 0 && (reach?.nlri.length ?? 0) === 0 && others;
}

/** Takes it all in. What it comes to when it cannot be lived with, or there are too many prefixes: the session's end. */
export function receiveUpdate(speaker: Speaker, peer: Peer, update: Update): End | undefined {
  const { attributes, faults } = update;
  const spoiled = spoiling(update, kindOf(speaker.config, peer));
  if (spoiled && isHopeless(update))
    return { why: 'notification-sent', error: bgpError(ERROR.update, spoiled.subcode) };
  if (spoiled || faults.length > 0) peer.malformed[spoiled ? 'withdrawn' : 'discarded']++;
  const unreach = bodyOf(attributes, 'mp-unreach');
  for (const nlri of update.withdrawn) untell(speaker, peer, { family: 'ipv4', nlri });
  for (const nlri of unreach?.nlri ?? []) if (unreach) untell(speaker, peer, { family: unreach.family, nlri });
  const ended = endedFamily(update);
  if (ended) {
    peer.toldAll = true;
    peer.ended.add(ended);
    endOfRib(speaker, peer, ended);
  }
  traceReceived(speaker, peer, 'ipv4', update.withdrawn, []);
  if (unreach) traceReceived(speaker, peer, unreach.family, unreach.nlri, []);
  const intake = new Intake(speaker, peer);
  for (const { family, nexthop, nlri: list } of announcements(update)) {
    // RFC 4760 §6: families that were not agreed on are not heard.
    if (!familyOfPeer(peer, family)) continue;
    const inside = kindOf(speaker.config, peer);
    const read = attributesFrom(attributes, nexthop, inside, peer.agreement?.reading.as4 ?? true);
    for (const nlri of list) {
      if (spoiled) untell(speaker, peer, { family, nlri });
      else tell(intake, { family, nlri }, read);
    }
    if (!spoiled) traceReceived(speaker, peer, family, [], list, read);
    const over = overLimit(speaker, peer, family);
    if (over) return over;
  }
  return undefined;
}

/** Of what was told, whatever became of it; and of what was accepted. */
function overLimit(speaker: Speaker, peer: Peer, family: FamilyName): End | undefined {
  const { maximumPrefix, maximumAccepted } = peer.config.families[family] ?? {};
  if (!maximumPrefix && !maximumAccepted) return undefined;
  const told = maximumPrefix && exceeded(speaker, peer, family, maximumPrefix, peer.told.count(family));
  return (
    told ?? (maximumAccepted && exceeded(speaker, peer, family, maximumAccepted, activityOf(peer, family).accepted))
  );
}

/** RFC 4486 §4: subcode 1. */
function exceeded(
  speaker: Speaker,
  peer: Peer,
  family: FamilyName,
  limit: MaximumPrefix,
  count: number,
): End | undefined {
  const activity = activityOf(peer, family);
  const { vrf, address, remoteAs } = peer.config;
  const over = count > limit.limit;
  const warn = limit.warnAt > 0 && count * 100 > limit.limit * limit.warnAt;
  if (!over && !warn) activity.warned = false;
  if (!(over || warn) || (activity.warned && !(over && limit.teardown))) return undefined;
  activity.warned = true;
  speaker.context.emit({
    kind: 'bgp-maximum-prefix',
    vrf,
    peer: address,
    asn: remoteAs,
    family,
    count,
    limit: limit.limit,
    over,
  });
  if (!over || !limit.teardown) return undefined;
  peer.overLimit = true;
  if (limit.restart !== undefined) speaker.context.timer('over-limit', peer.name, limit.restart);
  return { why: 'maximum-prefixes', error: bgpError(ERROR.cease, CEASE['maximum-prefixes']) };
}
