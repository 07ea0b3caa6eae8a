// What a peer told stays in use while it restarts, or until a refresh has named it again.      RFC 4724 §4.2, RFC 7313 §4.2

import { seconds } from '../../sim/time.ts';
import { consider, Intake, untell } from './adj-rib-in.ts';
import type { DownReason } from './events.ts';
import { FAMILIES, type FamilyName, RESTART_FLAG } from './iana.ts';
import { type Restart, restartOf } from './packet/open.ts';
import type { Peer, Speaker, Told } from './peer.ts';
import { familiesOf } from './transmit.ts';

export const RESTART_TIMER = 'restart';
export const STALE_TIMER = 'stale';

const named = ({ families }: Restart, family: FamilyName): Restart['families'][number] | undefined =>
  families.find(({ afi, safi }) => afi === FAMILIES[family].afi && safi === FAMILIES[family].safi);

/** What goes with a session goes quietly: it is no flap of the paths. */
function drop(speaker: Speaker, peer: Peer, goes: (told: Told) => boolean, quietly = true): void {
  for (const told of [...peer.told.values()]) if (goes(told)) untell(speaker, peer, told, quietly);
}

/**
 * The session ended: keeps what is to be kept, forgets the rest. §4.2: only where the connection broke, for a
 * NOTIFICATION ends things as ever.
 */
export function keepOrForget(speaker: Speaker, peer: Peer, reason: DownReason): void {
  const restart = peer.agreement?.gracefulRestart ? restartOf(peer.lines[0]?.open ?? peer.lastOpen) : undefined;
  const keeps = peer.config.helper && restart && reason === 'closed';
  // §4.2: routes that were stale already and not told again go.
  drop(speaker, peer, (told) => !keeps || told.stale !== undefined || !named(restart, told.family));
  if (!keeps || peer.told.size === 0) return;
  const intake = new Intake(speaker, peer);
  for (const told of [...peer.told.values()]) {
    told.stale = 'session';
    consider(intake, told);
  }
  const { context } = speaker;
  context.timer(RESTART_TIMER, peer.name, seconds(restart.seconds));
  context.timer(STALE_TIMER, peer.name, peer.config.helper?.stale ?? 'off');
}

/** The session is back. §4.2: what the peer did not keep its forwarding for goes at once. */
export function resume(speaker: Speaker, peer: Peer): void {
  speaker.context.timer(RESTART_TIMER, peer.name, 'off');
  const restart = restartOf(peer.lines[0]?.open);
  const kept = familiesOf(peer.config).filter((family) => {
    const flags = restart && named(restart, family)?.flags;
    return flags !== undefined && (flags & RESTART_FLAG.forwarding) !== 0;
  });
  drop(speaker, peer, (told) => told.stale === 'session' && !kept.includes(told.family));
}

/** End-of-RIB: what was not told again is gone. RFC 4724 §4.2 */
export function endOfRib(speaker: Speaker, peer: Peer, family: FamilyName): void {
  drop(speaker, peer, (told) => told.stale === 'session' && told.family === family);
}

/** It did not come back, or took too long to tell everything. */
export function tooLate(speaker: Speaker, peer: Peer): void {
  drop(speaker, peer, (told) => told.stale === 'session');
}

/** RFC 7313 §4.2: a refresh begins. */
export function refreshBegins(peer: Peer, family: FamilyName): void {
  for (const told of peer.told.values()) if (told.family === family && !told.stale) told.stale = 'refresh';
}

/** It ends: whatever was not named is not there any more. */
export function refreshEnds(speaker: Speaker, peer: Peer, family: FamilyName): void {
  drop(speaker, peer, (told) => told.stale === 'refresh' && told.family === family, false);
}
