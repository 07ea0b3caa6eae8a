// The control block: everything one connection knows. A shape, and its timers.   RFC 9293 §3.3.1

import type { Micros } from '../../sim/time.ts';
import { Congestion } from './congestion.ts';
import type { Endpoints, TcpTimer } from './endpoints.ts';
import type { TcpState } from './fsm.ts';

import { Reassembly } from './reassembly.ts';
import { RoundTrip } from './round-trip.ts';
import { SendQueue } from './send-queue.ts';
import { advance } from './sequence.ts';
import type { TcpTraits } from './traits.ts';

/** Why a connection is over. `fin`: both sides said so. */
export type CloseReason = 'fin' | 'reset' | 'timeout' | 'refused' | 'unreachable';

/** What the owner of a connection may choose. */
export interface TcpSettings {
  /** Largest data announced, and an upper bound of what is sent. */
  readonly mss: number;
  /** Receive window, 1 … 65535. */
  readonly window: number;
  /** TTL of outgoing packets; undefined: the router's usual one. */
  readonly ttl: number | undefined;
  /** Packets that arrive with less are not heard. RFC 5082 */
  readonly minTtl: number | undefined;
  readonly tos: number | undefined;
  /** Replaces the trait of the same name. */
  readonly connectTimeout: Micros;
  readonly giveUpAfter: Micros;
}

/** What a connection can do to the world. */
export interface TcbPort {
  readonly now: Micros;
  timer(timer: TcpTimer, after: Micros | 'off'): void;
  /** A finished segment. False: the stack refused it. */
  send(bytes: Uint8Array): boolean;
  opened(): void;
  data(bytes: Uint8Array): void;
  ended(): void;
  closed(reason: CloseReason): void;
  /** The connection is no more. */
  forget(): void;
}

/** Segments and bytes since the connection was made. */
export interface TcpCounters {
  segmentsIn: number;
  /** Segments with data. */
  dataSegmentsIn: number;
  /** Bytes given to the owner. */
  bytesIn: number;
  /** Segments with data that did not begin where it was expected. */
  outOfOrder: number;
  segmentsOut: number;
  dataSegmentsOut: number;
  /** Bytes of data, what was sent again included. */
  bytesOut: number;
  /** Segments sent again, fast ones included. */
  retransmits: number;
  fastRetransmits: number;
}

export interface TimerCounters {
  starts: number;
  wakeups: number;
  /** When it will fire. */
  at: Micros | undefined;
}

const freshTimer = (): TimerCounters => ({ starts: 0, wakeups: 0, at: undefined });

export class ControlBlock {
  readonly ends: Endpoints;
  readonly passive: boolean;
  readonly settings: TcpSettings;
  readonly traits: TcpTraits;
  readonly port: TcbPort;
  readonly since: Micros;
  state: TcpState = 'closed';
  /** Signs what is sent, and what is received must be signed with it. */
  key: Uint8Array | undefined;

  /** ISS, SND.UNA, and where the next segment begins; after a timeout that is behind what was sent before. */
  iss = 0;
  una = 0;
  synAcknowledged = false;
  next = 0;
  /** SND.NXT of the RFC: the end of everything ever sent. */
  max = 0;
  /** SND.WND, SND.WL1, SND.WL2, MAX.SND.WND */
  sendWindow = 0;
  wl1 = 0;
  wl2 = 0;
  maxWindow = 0;
  /** The peer's MSS option; 536 when it sent none. RFC 9293 §3.7.1 MUST-15 */
  peerMss = 536;
  readonly queue = new SendQueue();
  /** Sequence number of the first byte of the queue. */
  queueStart = 0;
  /** The FIN follows the last byte of the queue. */
  finQueued = false;
  /** CLOSE was called before the connection was open. */
  closeWanted = false;

  irs = 0;
  /** RCV.NXT */
  rcvNxt = 0;
  readonly reassembly = new Reassembly();
  /** Sequence number of the peer's FIN, once known. */
  finAt: number | undefined;
  ackDue: 'no' | 'later' | 'now' = 'no';
  /** Segments with data since the last ACK. */
  unacknowledged = 0;

  readonly roundTrip: RoundTrip;
  readonly congestion = new Congestion();
  /** Since when nothing new was acknowledged although something was out. */
  stalledSince: Micros | undefined;
  /** How often the oldest segment was sent again by the timer. */
  tries = 0;
  /** Zero-window probes in a row. */
  probes = 0;
  lastSent: Micros | undefined;
  /** When data were sent last. */
  lastData: Micros | undefined;
  lastReceived: Micros | undefined;
  /** An ICMP error was heard, or the stack refused the last packet, since the last progress. RFC 9293 §3.9.2.2 */
  unreachable = false;
  /** RFC 5961 §7: challenge ACKs in the interval that began then. */
  challengesSince: Micros | undefined;
  challenges = 0;

  readonly counters: TcpCounters = {
    segmentsIn: 0,
    dataSegmentsIn: 0,
    bytesIn: 0,
    outOfOrder: 0,
    segmentsOut: 0,
    dataSegmentsOut: 0,
    bytesOut: 0,
    retransmits: 0,
    fastRetransmits: 0,
  };
  readonly timers: Readonly<Record<TcpTimer, TimerCounters>> = {
    retransmit: freshTimer(),
    persist: freshTimer(),
    ack: freshTimer(),
    wait: freshTimer(),
  };

  constructor(ends: Endpoints, passive: boolean, settings: TcpSettings, traits: TcpTraits, port: TcbPort) {
    this.ends = ends;
    this.passive = passive;
    this.settings = settings;
    this.traits = traits;
    this.port = port;
    this.since = port.now;
    this.roundTrip = new RoundTrip(traits.initialRto, traits.minRto, traits.maxRto);
  }

  /** Sequence number of our FIN; meaningful once it is queued. */
  get finSequence(): number {
    return advance(this.queueStart, this.queue.length);
  }

  /** Arms or re-arms. */
  arm(timer: TcpTimer, after: Micros): void {
    const counters = this.timers[timer];
    counters.starts++;
    counters.at = (this.port.now + after) as Micros;
    this.port.timer(timer, after);
  }

  disarm(timer: TcpTimer): void {
    const counters = this.timers[timer];
    if (counters.at === undefined) return;
    counters.at = undefined;
    this.port.timer(timer, 'off');
  }

  armed(timer: TcpTimer): boolean {
    return this.timers[timer].at !== undefined;
  }
}
