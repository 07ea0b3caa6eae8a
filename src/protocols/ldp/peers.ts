// Peers and their Hello adjacencies: who comes, who stays, who goes.                       RFC 5036 §2.4, §2.5.2, §2.5.5

import { byText, SortedMap } from '../../base/sorted-map.ts';
import { type Micros, plus, since } from '../../sim/time.ts';
import { type Adjacency, type Ldp, type Peer, peerKey } from './model.ts';
import { PduStream } from './packet/framing.ts';
import type { LsrId } from './packet/tlv.ts';
import { happen, type SessionWork } from './session.ts';
import type { DownReason } from './show.ts';

function newPeer(ldp: Ldp, lsr: LsrId): Peer {
  const { now } = ldp.context;
  return {
    name: peerKey(lsr),
    lsr,
    uid: ldp.nextUid++,
    adjacencies: new SortedMap(byText),
    state: 'non-existent',
    stream: undefined,
    framing: new PduStream(),
    agreement: undefined,
    proposedHold: undefined,
    capabilities: [],
    changedAt: now,
    upSince: undefined,
    heardAt: now,
    sentAt: now,
    outbox: [],
    addresses: new Set(),
    backoff: undefined,
    sequence: undefined,
    sent: new Map(),
    received: new Map(),
    flaps: 0,
    lastDown: undefined,
  };
}

export const peerOf = (ldp: Ldp, lsr: LsrId): Peer | undefined => ldp.peers.get(peerKey(lsr));

/** Keeps a new adjacency, with its peer. */
export function addAdjacency(ldp: Ldp, adjacency: Adjacency): Peer {
  const peer = ldp.peers.getOrMake(peerKey(adjacency.lsr), () => newPeer(ldp, adjacency.lsr));
  peer.adjacencies.set(adjacency.key, adjacency);
  ldp.adjacencies.set(adjacency.key, adjacency);
  announce(ldp, adjacency, true);
  return peer;
}

function announce(ldp: Ldp, { lsr, on, from }: Adjacency, up: boolean): void {
  ldp.stirred = true;
  ldp.context.emit({ kind: 'ldp-adjacency', vrf: ldp.context.vrf, lsr, on, from, up });
}

/** §2.5.5: a session lives as long as one of its adjacencies. */
export function dropAdjacency(ldp: Ldp, adjacency: Adjacency, why: DownReason, work: SessionWork): void {
  const peer = peerOf(ldp, adjacency.lsr);
  ldp.context.timer('adjacency', adjacency.key, 'off');
  ldp.adjacencies.delete(adjacency.key);
  if (peer) {
    // The session knows its ends by its last adjacency: it goes first.
    if (peer.adjacencies.size === 1) {
      happen(ldp, peer, 'end', work, { status: 'hold timer expired', why });
      if (peer.stream) ldp.context.close(peer.stream, 'reset');
    }
    peer.adjacencies.delete(adjacency.key);
    if (peer.adjacencies.size === 0) {
      ldp.context.timer('connect', peer.name, 'off');
      ldp.peers.delete(peer.name);
    }
  }
  announce(ldp, adjacency, false);
}

/** Starts the adjacency's hold time anew; the timer itself runs lazily. */
export function heardHello(ldp: Ldp, adjacency: Adjacency, hold: Micros | 'infinite'): void {
  const { context } = ldp;
  adjacency.heardAt = context.now;
  adjacency.hold = hold;
  if (hold === 'infinite') context.timer('adjacency', adjacency.key, 'off');
  else armHello(ldp, adjacency, hold);
}

function armHello({ context }: Ldp, adjacency: Adjacency, hold: Micros): void {
  const due = plus(adjacency.heardAt, hold);
  const armed = context.timerAt('adjacency', adjacency.key);
  if (armed === undefined || armed > due) context.timer('adjacency', adjacency.key, since(context.now, due));
}

/** The timer of an adjacency fired: true when nothing was heard for its hold time. */
export function helloExpired(ldp: Ldp, adjacency: Adjacency): boolean {
  const { hold } = adjacency;
  if (hold === 'infinite') return false;
  if (plus(adjacency.heardAt, hold) <= ldp.context.now) return true;
  armHello(ldp, adjacency, hold);
  return false;
}
