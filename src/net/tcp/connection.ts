// One connection as its owner sees it.   RFC 9293 §3.9.1

import { fromAscii } from '../../base/bytes.ts';
import type { Ip4 } from '../../base/ip.ts';
import type { VrfName } from '../../route/names.ts';
import type { Micros } from '../../sim/time.ts';
import type { CloseReason, ControlBlock, TcpCounters, TimerCounters } from './control-block.ts';
import type { TcpTimer } from './endpoints.ts';
import type { TcpState } from './fsm.ts';
import { happen } from './machine.ts';
import { effectiveMss, pump } from './transmit.ts';

/** What the owner of a connection is told. It may call the connection while it is being told. */
export interface TcpEvents {
  /** The handshake is done. Not for accepted connections: they are open when they are offered. */
  opened?(): void;
  /** The next bytes of the stream; a view of the packet they came in. */
  data(bytes: Uint8Array): void;
  /** The peer will send no more. Without this, our side is closed too when that happens. */
  ended?(): void;
  /**
   * It is over. Comes once, unless the owner ended it himself by `abort`, by `close` before it was open, or the power
   * went off. 'fin' comes when both sides are closed and everything written has arrived.
   */
  closed(reason: CloseReason): void;
}

/** Everything a show command may want to know of a connection. RFC 9293 §3.9.1.5 */
export interface TcpStatus {
  readonly state: TcpState;
  readonly passive: boolean;
  readonly iss: number;
  readonly sndUna: number;
  readonly sndNxt: number;
  readonly sndWnd: number;
  readonly maxSndWnd: number;
  readonly irs: number;
  readonly rcvNxt: number;
  readonly rcvWnd: number;
  readonly cwnd: number;
  readonly ssthresh: number;
  readonly srtt: Micros | undefined;
  readonly rttVariance: Micros;
  readonly rto: Micros;
  readonly minRtt: Micros | undefined;
  readonly maxRtt: Micros | undefined;
  readonly since: Micros;
  readonly lastSent: Micros | undefined;
  readonly lastReceived: Micros | undefined;
  readonly timers: Readonly<Record<TcpTimer, Readonly<TimerCounters>>>;
}

/** What is written before the connection is open waits for it. */
const WRITABLE: ReadonlySet<TcpState> = new Set<TcpState>(['syn-sent', 'syn-received', 'established', 'close-wait']);

export class TcpConnection {
  readonly vrf: VrfName;
  readonly local: Ip4;
  readonly localPort: number;
  readonly peer: Ip4;
  readonly peerPort: number;
  readonly #tcb: ControlBlock;
  readonly #enter: (work: () => void) => void;

  /** Only a host makes one. `enter` runs what may send. */
  constructor(tcb: ControlBlock, enter: (work: () => void) => void) {
    this.vrf = tcb.ends.vrf;
    this.local = tcb.ends.local;
    this.localPort = tcb.ends.localPort;
    this.peer = tcb.ends.peer;
    this.peerPort = tcb.ends.peerPort;
    this.#tcb = tcb;
    this.#enter = enter;
  }

  get state(): TcpState {
    return this.#tcb.state;
  }

  /** True when the peer opened it. */
  get passive(): boolean {
    return this.#tcb.passive;
  }

  /** The most data one of our segments carries: the lesser of both MSS, less the options. */
  get mss(): number {
    return effectiveMss(this.#tcb);
  }

  get counters(): Readonly<TcpCounters> {
    return this.#tcb.counters;
  }

  /** Bytes written and not yet acknowledged. */
  get unacknowledged(): number {
    return this.#tcb.queue.length;
  }

  get status(): TcpStatus {
    const tcb = this.#tcb;
    return {
      state: tcb.state,
      passive: tcb.passive,
      iss: tcb.iss,
      sndUna: tcb.una,
      sndNxt: tcb.max,
      sndWnd: tcb.sendWindow,
      maxSndWnd: tcb.maxWindow,
      irs: tcb.irs,
      rcvNxt: tcb.rcvNxt,
      rcvWnd: tcb.settings.window,
      cwnd: tcb.congestion.window,
      ssthresh: tcb.congestion.threshold,
      srtt: tcb.roundTrip.srtt,
      rttVariance: tcb.roundTrip.variance,
      rto: tcb.roundTrip.rto,
      minRtt: tcb.roundTrip.least,
      maxRtt: tcb.roundTrip.most,
      since: tcb.since,
      lastSent: tcb.lastSent,
      lastReceived: tcb.lastReceived,
      timers: tcb.timers,
    };
  }

  /** SEND: queues a copy and sends what may be sent. False when our side is closed, or was never open. §3.10.2 */
  write(bytes: Uint8Array): boolean {
    const tcb = this.#tcb;
    if (!WRITABLE.has(tcb.state) || tcb.closeWanted) return false;
    if (bytes.length === 0) return true;
    this.#enter(() => {
      tcb.queue.append(bytes);
      pump(tcb);
    });
    return true;
  }

  /** CLOSE: our side has no more to say after what was written; the peer's data are still delivered. §3.10.4 */
  close(): void {
    this.#enter(() => {
      if (!this.#tcb.closeWanted) happen(this.#tcb, 'close');
    });
  }

  /** ABORT: a reset to the peer, and the end at once. No event follows. §3.10.5 */
  abort(): void {
    this.#enter(() => {
      happen(this.#tcb, 'abort');
    });
  }

  /** Another MD5 key, or none, from the next segment on, in both directions. */
  rekey(md5: string | undefined): void {
    this.#tcb.key = md5 === undefined ? undefined : fromAscii(md5);
  }
}
