// The restarting speaker: nothing is chosen before everybody has told everything, and nothing told before that.
// RFC 4724 §4.1

import { millis } from '../../sim/time.ts';
import { RESTART_FLAG } from './iana.ts';
import { join } from './membership.ts';
import { restartOf } from './packet/open.ts';
import { isEstablished, type Peer, type Speaker } from './peer.ts';

/** The Selection_Deferral_Timer. */
export const DEFERRAL_TIMER = 'deferral';
/** Between what is chosen and what is told of it the routing table has its say. */
export const TELL_TIMER = 'tell';
const TELL_AFTER = millis(10);

/** The process took over from one that went: paths are chosen when all have told theirs. */
export function beginDeferral(speaker: Speaker): void {
  const { restart } = speaker.config;
  if (!restart) return;
  speaker.restarted = true;
  speaker.deferred = 'choosing';
  speaker.context.timer(DEFERRAL_TIMER, '', restart.deferral);
}

/** §4.1: who restarts as well is not waited for, nor is who knows nothing of End-of-RIB. */
function hasTold(peer: Peer): boolean {
  if (!isEstablished(peer)) return false;
  const theirs = restartOf(peer.lines[0]?.open);
  if (!peer.agreement?.gracefulRestart || !theirs || (theirs.flags & RESTART_FLAG.restarting) !== 0) return true;
  return [...peer.agreement.families].every((family) => peer.ended.has(family));
}

/** True when nobody is waited for any more. */
export const allHaveTold = ({ peers }: Speaker): boolean =>
  peers.values().every((peer) => peer.config.shutdown || peer.dynamic !== undefined || hasTold(peer));

/** Paths may be chosen now; a moment later they are told. */
export function choose(speaker: Speaker): void {
  speaker.deferred = 'telling';
  speaker.context.timer(DEFERRAL_TIMER, '', 'off');
  speaker.context.timer(TELL_TIMER, '', TELL_AFTER);
}

/** Everybody who is there is told everything, and that it is everything. */
export function tellAtLast(speaker: Speaker): void {
  speaker.deferred = undefined;
  for (const peer of speaker.peers.values()) if (isEstablished(peer)) join(speaker, peer);
  speaker.context.emit({ kind: 'bgp-restarted' });
}
