// ping: echo requests, their replies, and what became of the others.                         RFC 792, RFC 1122 §3.2.2.6

import { BROADCAST4, type Ip4, isMulticast4 } from '../base/ip.ts';
import { Impossible, must } from '../base/must.ts';
import { type Micros, since, ZERO } from '../sim/time.ts';
import type { Operation, PingReport, PingSpec } from './operations.ts';
import { send } from './output.ts';
import type { InPacket } from './stack-port.ts';
import { type EchoRun, ownedAt, type StackState } from './state.ts';
import { PROTOCOL } from './wire/iana.ts';
import { type IcmpError, icmp } from './wire/icmp.ts';
import { MAX_PACKET } from './wire/ipv4.ts';

const HEADERS = 28;
/** Requests whose late or repeated answers are still recognised. */
const REMEMBERED = 1024;

interface Request {
  readonly sequence: number;
  readonly at: Micros;
  /** 'refused': could not be sent, which was said at once; its time passes all the same. */
  state: 'open' | 'refused' | 'answered' | 'over';
}

/** The data of a request: a pattern of 16 bits, or counting bytes. */
function dataOf({ size, pattern }: PingSpec): Uint8Array {
  const data = new Uint8Array(size - HEADERS);
  for (let i = 0; i < data.length; i++) data[i] = pattern === undefined ? i : i % 2 === 0 ? pattern >>> 8 : pattern;
  return data;
}

/** One ping at work. Identified on the wire by its identifier. */
class Ping implements EchoRun, Operation {
  readonly #state: StackState;
  readonly #spec: PingSpec;
  readonly #report: (report: PingReport) => void;
  readonly id: number;
  readonly #data: Uint8Array;
  /** By sequence number as on the wire, oldest first. */
  readonly #requests = new Map<number, Request>();
  readonly #rtts: Micros[] = [];
  #sent = 0;
  #open = 0;
  #done = false;

  constructor(state: StackState, spec: PingSpec, id: number, report: (report: PingReport) => void) {
    this.#state = state;
    this.#spec = spec;
    this.id = id;
    this.#report = report;
    this.#data = dataOf(spec);
  }

  begin(): void {
    if (this.#spec.count === 0) this.#later(ZERO);
    else this.#next();
  }

  stop(): void {
    if (this.#done) return;
    this.#done = true;
    this.#state.echoes.delete(this.id);
    this.#state.timers.stop(this.#key('next'));
    for (const request of this.#requests.values()) this.#state.timers.stop(this.#key(request.sequence));
  }

  replied(wireSequence: number, packet: InPacket): void {
    const request = this.#requests.get(wireSequence);
    if (!request || !this.#mayAnswer(packet.from)) return;
    const duplicate = request.state === 'answered';
    if (!duplicate && request.state !== 'open') return;
    const rtt = since(request.at, this.#state.port.now);
    if (!duplicate) {
      this.#rtts.push(rtt);
      this.#close(request, 'answered');
    }
    this.#report({
      kind: 'reply',
      sequence: request.sequence,
      from: packet.from,
      ttl: packet.ttl,
      rtt,
      bytes: packet.payload.length,
      duplicate,
    });
    if (!duplicate) this.#onwards();
  }

  failed(wireSequence: number, from: Ip4, to: Ip4, error: IcmpError, bytes: number): void {
    const request = this.#requests.get(wireSequence);
    if (request?.state !== 'open' || to !== this.#spec.to) return;
    this.#close(request, 'over');
    const { type, code, quoted } = error;
    const mtu = error.mtu > 0 ? error.mtu : undefined;
    this.#report({ kind: 'error', sequence: request.sequence, from, type, code, mtu, bytes, quoted });
    this.#onwards();
  }

  #key(what: number | 'next'): string {
    return `net/ping/${this.id}/${what}`;
  }

  /** A group is answered by any of its members. */
  #mayAnswer(from: Ip4): boolean {
    const { to, vrf } = this.#spec;
    return from === to || isMulticast4(to) || to === BROADCAST4 || ownedAt(this.#state, vrf, to)?.kind === 'broadcast';
  }

  #next(): void {
    const sequence = this.#sent++;
    const wire = sequence & 0xffff;
    const spec = this.#spec;
    const request = this.#remember(sequence, wire);
    const payload = icmp.encode(
      { kind: 'echo', reply: false, id: this.id, sequence: wire, data: this.#data },
      undefined,
    );
    const { vrf, to, from, ttl, tos, df } = spec;
    this.#state.timers.start(this.#key(sequence), spec.timeout, () => this.#timeout(request));
    if (spec.pace !== 'answer' && sequence + 1 !== spec.count) this.#later(spec.pace);
    this.#report({ kind: 'sent', sequence });
    if (this.#done) return;
    const refused = send(this.#state, { vrf, protocol: PROTOCOL.icmp, to, from, payload, ttl, tos, df });
    if (!refused) return;
    request.state = 'refused';
    const { type, code, mtu } = refused;
    this.#report({ kind: 'error', sequence, from: undefined, type, code, mtu });
  }

  #remember(sequence: number, wire: number): Request {
    const request: Request = { sequence, at: this.#state.port.now, state: 'open' };
    const old = this.#requests.get(wire);
    // 65536 later the number returns: whoever has not answered by now never will.
    if (old?.state === 'open' || old?.state === 'refused') this.#timeout(old);
    this.#requests.delete(wire);
    this.#requests.set(wire, request);
    this.#open++;
    for (const [key, { state }] of this.#requests) {
      if (this.#requests.size <= REMEMBERED || state === 'open' || state === 'refused') break;
      this.#requests.delete(key);
    }
    return request;
  }

  #close(request: Request, state: 'answered' | 'over'): void {
    request.state = state;
    this.#open--;
    this.#state.timers.stop(this.#key(request.sequence));
  }

  #timeout(request: Request): void {
    const silent = request.state === 'open';
    this.#close(request, 'over');
    if (silent) this.#report({ kind: 'timeout', sequence: request.sequence });
    this.#onwards();
  }

  /** A request is finished: the next one, or the end. */
  #onwards(): void {
    if (this.#done) return;
    if (this.#sent === this.#spec.count) {
      if (this.#open === 0) this.#finish();
    } else if (this.#spec.pace === 'answer') this.#next();
  }

  #later(after: Micros): void {
    this.#state.timers.start(this.#key('next'), after, () => {
      if (this.#spec.count === 0) this.#finish();
      else this.#next();
    });
  }

  #finish(): void {
    this.stop();
    this.#report({ kind: 'done', totals: { sent: this.#sent, received: this.#rtts.length, rtts: this.#rtts } });
  }
}

/** The next identifier that no running ping has. */
function freeIdentifier(state: StackState): number {
  for (let tries = 0; tries < 0x10000; tries++) {
    const id = state.nextEcho;
    state.nextEcho = (id + 1) & 0xffff;
    if (!state.echoes.has(id)) return id;
  }
  throw new Impossible('65536 pings at once');
}

/** Starts a ping. The first request leaves, and is reported, before this returns; 'done' never is. */
export function ping(state: StackState, spec: PingSpec, report: (report: PingReport) => void): Operation {
  must(spec.pace !== 0, 'a ping without pause');
  must(spec.size >= HEADERS && spec.size <= MAX_PACKET, `a ping of ${spec.size} bytes`);
  const run = new Ping(state, spec, freeIdentifier(state), report);
  state.echoes.set(run.id, run);
  run.begin();
  return run;
}
