// Peers come into the groups of those who are told the same, change between them, and leave.    RFC 4271 §9.1.3, RFC 4724 §2

import type { VrfName } from '../../route/names.ts';
import { ADVERTISE_TIMER, everythingDue, flush, OUT_DELAY_TIMER, prepare, tellMember } from './adj-rib-out.ts';
import type { FamilyName } from './iana.ts';
import { endOfRib } from './pack.ts';
import { activityOf, type Peer, type Sent, type Speaker, type UpdateGroup } from './peer.ts';
import { familiesOf, sayRefresh, write } from './transmit.ts';
import { groupFor } from './update-groups.ts';

function enter(speaker: Speaker, peer: Peer, group: UpdateGroup, known?: Iterable<Sent>): void {
  prepare(speaker, group);
  group.members.add(peer);
  peer.groups.set(group.family, group);
  tellMember(speaker, peer, group, known);
}

/** The session is up: it is told everything, unless nothing has been chosen yet. */
export function join(speaker: Speaker, peer: Peer): void {
  if (speaker.deferred) return;
  for (const family of familiesOf(peer.config)) {
    const group = groupFor(speaker, peer, family);
    if (!group) continue;
    enter(speaker, peer, group);
    peer.synced.add(family);
    // RFC 4684 §6: whoever asks for targets says when it has asked for all.
    if (!peer.agreement?.gracefulRestart && family !== 'rtfilter') continue;
    const { bytes } = endOfRib(family, group.dialect);
    write(speaker, peer, 'update', bytes, 1);
  }
}

function quit(speaker: Speaker, peer: Peer, group: UpdateGroup): void {
  group.members.delete(peer);
  if (peer.groups.get(group.family) === group) peer.groups.delete(group.family);
  if (group.members.size > 0) return;
  speaker.groups.delete(group.key);
  speaker.context.timer(ADVERTISE_TIMER, group.key, 'off');
  if (group.config.outDelay) speaker.context.timer(OUT_DELAY_TIMER, group.key, 'off');
}

/** The session is over. */
export function leaveGroups(speaker: Speaker, peer: Peer): void {
  for (const group of [...peer.groups.values()]) quit(speaker, peer, group);
  peer.synced.clear();
}

/** What it is told by is another now: it may belong to another group, and hears what is different there. */
export function regroup(speaker: Speaker, peer: Peer): void {
  if (speaker.deferred) return;
  for (const family of familiesOf(peer.config)) {
    const group = groupFor(speaker, peer, family);
    const old = peer.groups.get(family);
    if (group === old) {
      if (group) group.config = peer.config;
      const terms = peer.config.families[family];
      if (group && terms) group.terms = terms;
      continue;
    }
    const known = old ? [...old.sent.values()] : [];
    if (old) quit(speaker, peer, old);
    if (group) enter(speaker, peer, group, known);
  }
}

/** The rules of the whole process are others. */
export function tellAll(speaker: Speaker): void {
  for (const group of speaker.groups.values()) everythingDue(speaker, group);
}

/** What was told is told again, as it is asked for with a ROUTE-REFRESH. RFC 2918 §4, RFC 7313 §4.1 */
export function tellAgain(speaker: Speaker, peer: Peer, family: FamilyName): void {
  const group = peer.groups.get(family);
  if (!group) return;
  activityOf(peer, family).epochOut++;
  const enhanced = peer.agreement?.enhancedRefresh === true;
  if (enhanced) sayRefresh(speaker, peer, family, 1);
  tellMember(speaker, peer, group);
  if (enhanced) sayRefresh(speaker, peer, family, 2);
}

/** Tells everybody what is due. */
export function flushAll(speaker: Speaker): void {
  for (const group of speaker.groups.values()) if (group.due.size > 0) flush(speaker, group);
}

/** A timer of a group fired. */
export function groupTimer(speaker: Speaker, name: string, key: string): void {
  const group = speaker.groups.get(key);
  if (group && name === OUT_DELAY_TIMER) group.released = true;
}

/** Groups that hear of a VRF's plain routes. */
export const groupsOf = (speaker: Speaker, vrf: VrfName): readonly UpdateGroup[] =>
  speaker.groups
    .values()
    .filter((group) => group.family !== 'vpnv4' && group.family !== 'rtfilter' && group.vrf === vrf);
