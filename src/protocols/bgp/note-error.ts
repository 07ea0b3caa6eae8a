// What is remembered of errors, by peer.                                            RFC 4271 §6

import type { Micros } from '../../sim/time.ts';
import type { BgpError } from './packet/error.ts';
import type { Peer } from './peer.ts';

/** Remembers what was told of an error, and by whom. RFC 4271 §6 */
export function noteError(peer: Peer, error: BgpError, sent: boolean, at: Micros): void {
  peer.lastError = { error, sent, at };
  if (error.code === CEASE && error.subcode === COLLISION) return;
  const tally = peer.errors.getOrMake(error.code, () => ({ sent: 0, received: 0 }));
  if (sent) tally.sent++;
  else tally.received++;
}

const CEASE = 6;
/** RFC 4486 §3 */
const COLLISION = 7;
