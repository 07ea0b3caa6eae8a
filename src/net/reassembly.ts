// Fragments of packets for this box, put together again.                    RFC 791 §3.2, RFC 1122 §3.3.2, RFC 815

import { ip4Text } from '../base/ip.ts';
import { seconds } from '../sim/time.ts';
import { complain } from './icmp-errors.ts';
import { type Arrival, drop, type StackState } from './state.ts';
import { put16 } from './wire/fields.ts';
import { ICMP, TIME_EXCEEDED } from './wire/iana.ts';
import {
  destinationOf,
  hasMore,
  headerLength,
  idOf,
  MAX_PACKET,
  offsetOf,
  protocolOf,
  sealHeader,
  sourceOf,
} from './wire/ipv4.ts';

/** Patience with the missing ones; not renewed by those that come. */
const TIMEOUT = seconds(30);
/** Datagrams put together at a time. */
const MOST = 64;

interface Partial {
  /** The fragment at offset 0: its header becomes the whole's, and a complaint quotes it. */
  first: Arrival | undefined;
  /** By offset. */
  readonly pieces: Map<number, Uint8Array>;
  /** Bytes of data, known once the last fragment is there. */
  total: number | undefined;
  have: number;
}

/** One stack's unfinished datagrams. */
export class Reassembly {
  readonly #state: StackState;
  readonly #partials = new Map<string, Partial>();

  constructor(state: StackState) {
    this.#state = state;
  }

  /** Takes a fragment; the whole packet when it was the last that was missing. */
  take(arrival: Arrival): Arrival | undefined {
    const { packet } = arrival;
    const data = packet.subarray(headerLength(packet));
    const offset = offsetOf(packet);
    if (data.length === 0 || (hasMore(packet) && data.length % 8 !== 0)) return this.#refuse(arrival, 'length');
    if (offset + data.length > MAX_PACKET - headerLength(packet)) return this.#refuse(arrival, 'too long');
    const key = keyOf(arrival);
    let partial = this.#partials.get(key);
    if (!partial) {
      if (this.#partials.size === MOST) return this.#refuse(arrival, 'table full');
      partial = { first: undefined, pieces: new Map(), total: undefined, have: 0 };
      this.#partials.set(key, partial);
      this.#state.timers.start(timerOf(key), TIMEOUT, () => this.#expire(key));
    }
    const same = partial.pieces.get(offset);
    // A link that duplicates frames sends the very same again.
    if (same && same.length === data.length) return this.#refuse(arrival, 'duplicate');
    if (!this.#add(partial, arrival, offset, data)) {
      this.#forget(key);
      return this.#refuse(arrival, 'overlap');
    }
    if (partial.have !== partial.total || !partial.first) return undefined;
    this.#forget(key);
    return { ...partial.first, packet: joined(partial, partial.first.packet) };
  }

  /** Forgets all. */
  clear(): void {
    for (const key of [...this.#partials.keys()]) this.#forget(key);
  }

  /** False when it cannot belong to the same datagram as the others. */
  #add(partial: Partial, arrival: Arrival, offset: number, data: Uint8Array): boolean {
    const end = offset + data.length;
    for (const [at, piece] of partial.pieces) if (offset < at + piece.length && at < end) return false;
    if (partial.total !== undefined && end > partial.total) return false;
    if (!hasMore(arrival.packet)) {
      if (partial.total !== undefined) return false;
      for (const [at, piece] of partial.pieces) if (at + piece.length > end) return false;
      partial.total = end;
    }
    if (offset === 0) partial.first = arrival;
    partial.pieces.set(offset, data);
    partial.have += data.length;
    return true;
  }

  #refuse(arrival: Arrival, why: string): undefined {
    drop(this.#state, arrival.on, `fragment ${why}`);
  }

  #forget(key: string): void {
    this.#partials.delete(key);
    this.#state.timers.stop(timerOf(key));
  }

  /** RFC 1122 §3.3.2: the sender hears of it when the first fragment is here. */
  #expire(key: string): void {
    const partial = this.#partials.get(key);
    this.#forget(key);
    if (!partial) return;
    drop(this.#state, partial.first?.on, 'reassembly timeout');
    if (partial.first)
      complain(this.#state, partial.first, { type: ICMP.timeExceeded, code: TIME_EXCEEDED.reassembly });
  }
}

function keyOf({ packet, vrf }: Arrival): string {
  return `${vrf}/${ip4Text(sourceOf(packet))}/${ip4Text(destinationOf(packet))}/${protocolOf(packet)}/${idOf(packet)}`;
}

const timerOf = (key: string): string => `net/reassembly/${key}`;

function joined(partial: Partial, first: Uint8Array): Uint8Array {
  const header = headerLength(first);
  const whole = new Uint8Array(header + partial.have);
  whole.set(first.subarray(0, header));
  for (const [offset, data] of partial.pieces) whole.set(data, header + offset);
  put16(whole, 2, whole.length);
  put16(whole, 6, 0);
  sealHeader(whole);
  return whole;
}
