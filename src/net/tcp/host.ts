// The TCP of one router: its connections and listeners, and who gets a segment.   RFC 9293 §3.9, §3.10

import { fromAscii } from '../../base/bytes.ts';
import { BROADCAST4, type Ip4, isMulticast4 } from '../../base/ip.ts';
import { never } from '../../base/must.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { byText } from '../../base/sorted-map.ts';
import type { VrfName } from '../../route/names.ts';
import type { Micros } from '../../sim/time.ts';
import { reasonOf } from '../codec.ts';
import type { InPacket, OutPacket } from '../stack-port.ts';
import { PROTOCOL } from '../wire/iana.ts';
import { ACK, RST, SYN, type TcpSegment, tcp } from '../wire/tcp.ts';
import { TcpConnection, type TcpEvents } from './connection.ts';
import { ControlBlock, type TcbPort } from './control-block.ts';
import {
  connectionKey,
  type Endpoints,
  endsKey,
  listenerKey,
  TCP_TIMERS,
  type TcpTimer,
  timerNames,
} from './endpoints.ts';
import { ephemeralPort, initialSequence } from './initial-sequence.ts';
import { forget, happen } from './machine.ts';
import {
  type Accept,
  type ConnectOptions,
  type ListenOptions,
  type PeerOptions,
  settingsOf,
  type TcpListener,
} from './options.ts';
import { arrive, type Drop } from './receive.ts';
import { persistTimeout, retransmissionTimeout } from './retransmit.ts';
import { advance, inWindow } from './sequence.ts';
import { type Md5Failure, signatureFault } from './signature.ts';
import { resetFor } from './stray.ts';
import { RFC_TRAITS, type TcpTraits } from './traits.ts';
import { sendAck } from './transmit.ts';

/** What TCP needs of its router. */
export interface TcpPort {
  readonly now: Micros;
  /** Every key begins with `net/tcp/`. */
  timer(key: string, after: Micros | 'off'): void;
  random(below: number): number;
  send(packet: OutPacket): boolean;
  /** The own address that packets to `peer` leave from; undefined: there is no way to it. */
  source(vrf: VrfName, peer: Ip4): Ip4 | undefined;
  /** A segment was not heard for its MD5 signature. */
  notice(failure: Md5Failure): void;
}

/** An ICMP error about a segment of ours: what it quotes. RFC 792 */
export interface TcpUnreachable {
  readonly vrf: VrfName;
  readonly local: Ip4;
  readonly localPort: number;
  readonly peer: Ip4;
  readonly peerPort: number;
  readonly sequence: number;
  readonly type: number;
  readonly code: number;
}

export type ConnectError = 'no source address' | 'no free port' | 'in use';

interface Listener {
  readonly vrf: VrfName;
  readonly port: number;
  readonly accept: Accept;
  readonly options: ListenOptions;
  /** Connections of its that wait for the ACK of our SYN-ACK. */
  halfOpen: number;
  closed: boolean;
}

interface Member {
  readonly key: string;
  readonly timers: Readonly<Record<TcpTimer, string>>;
  readonly tcb: ControlBlock;
  readonly connection: TcpConnection;
  /** Whom it will be offered to; undefined once it was, and for our own. */
  listener: Listener | undefined;
  events: TcpEvents | undefined;
}

/** Wakes us for the packets we sent to ourselves. */
const SELF = 'net/tcp/self';

const isUnicast = (address: Ip4): boolean => !isMulticast4(address) && address !== BROADCAST4 && address !== 0;
const keyBytes = (md5: string | undefined): Uint8Array | undefined => (md5 === undefined ? undefined : fromAscii(md5));

/** A packet but for its payload. */
function outward(
  vrf: VrfName,
  from: Ip4,
  to: Ip4,
  options: Pick<PeerOptions, 'ttl' | 'tos'>,
): Omit<OutPacket, 'payload'> {
  const { ttl, tos } = options;
  const packet = { vrf, protocol: PROTOCOL.tcp, to, from };
  return { ...packet, ...(ttl === undefined ? {} : { ttl }), ...(tos === undefined ? {} : { tos }) };
}

export class TcpHost {
  /** Segments thrown away, by reason. */
  readonly drops = new Map<string, number>();
  readonly #port: TcpPort;
  readonly #traits: TcpTraits;
  readonly #members = new Map<string, Member>();
  readonly #timers = new Map<string, { readonly member: Member; readonly timer: TcpTimer }>();
  readonly #listeners = new Map<string, Listener>();
  /** RFC 6528: drawn when the first number is needed. */
  #secret: readonly number[] | undefined;
  #busy = false;
  /** Packets of this box to itself that came while another was being worked on. */
  #waiting: InPacket[] = [];

  constructor(port: TcpPort, traits: TcpTraits = RFC_TRAITS) {
    this.#port = port;
    this.#traits = traits;
  }

  /** Hears SYNs for `port` on every address of the VRF. */
  listen(vrf: VrfName, port: number, accept: Accept, options: ListenOptions = {}): Result<TcpListener, 'in use'> {
    const key = listenerKey(vrf, port);
    if (this.#listeners.has(key)) return err('in use');
    const listener: Listener = { vrf, port, accept, options, halfOpen: 0, closed: false };
    this.#listeners.set(key, listener);
    return ok({
      close: () => {
        listener.closed = true;
        if (this.#listeners.get(key) === listener) this.#listeners.delete(key);
      },
    });
  }

  /** Sends a SYN. What becomes of it is told to `events`, never before this returns. */
  connect(vrf: VrfName, options: ConnectOptions, events: TcpEvents): Result<TcpConnection, ConnectError> {
    const { peer, port } = options;
    const local = options.local ?? this.#port.source(vrf, peer);
    if (local === undefined) return err('no source address');
    const used = (localPort: number): boolean => this.#members.has(connectionKey(vrf, local, localPort, peer, port));
    if (options.localPort !== undefined && used(options.localPort)) return err('in use');
    const taken = (localPort: number): boolean => used(localPort) || this.#listeners.has(listenerKey(vrf, localPort));
    const localPort =
      options.localPort ?? ephemeralPort(this.#traits.ports, (below) => this.#port.random(below), taken);
    if (localPort === undefined) return err('no free port');
    const ends: Endpoints = { vrf, local, localPort, peer, peerPort: port };
    const member = this.#make(ends, options, undefined);
    member.events = events;
    this.#enter(() => happen(member.tcb, 'open-active'));
    return ok(member.connection);
  }

  /** A TCP packet for this box. */
  receive(packet: InPacket): void {
    if (!this.#busy) {
      this.#enter(() => this.#receive(packet));
      return;
    }
    // A packet to ourselves came back before we are done with what sent it.
    if (this.#waiting.length === 0) this.#port.timer(SELF, 0 as Micros);
    this.#waiting.push(packet);
  }

  /** A timer whose key began with `net/tcp/`. */
  expire(key: string): void {
    if (key === SELF) {
      const packets = this.#waiting;
      this.#waiting = [];
      for (const packet of packets) this.receive(packet);
      return;
    }
    const found = this.#timers.get(key);
    if (!found) return;
    const { timer } = found;
    const { tcb } = found.member;
    tcb.timers[timer].at = undefined;
    tcb.timers[timer].wakeups++;
    this.#enter(() => {
      if (timer === 'ack') sendAck(tcb);
      else if (timer === 'wait') happen(tcb, tcb.state === 'time-wait' ? 'time-wait-over' : 'give-up');
      else if (timer === 'retransmit') this.#giveUpIf(tcb, retransmissionTimeout(tcb));
      else if (timer === 'persist') this.#giveUpIf(tcb, persistTimeout(tcb));
      else never(timer);
    });
  }

  /**
   * An ICMP error. Hard ones (RFC 9293 §3.9.2.2) end a connection that is being opened; an open one remembers them like
   * the soft ones, for the day it gives up (RFC 5461 §4, RFC 5927 §5.2). False: it is about nothing that is on its way.
   */
  unreachable(error: TcpUnreachable): boolean {
    const { vrf, local, localPort, peer, peerPort } = error;
    const tcb = this.#members.get(connectionKey(vrf, local, localPort, peer, peerPort))?.tcb;
    // RFC 5927 §4.1: only who sees our segments knows what is out.
    if (!tcb || !inWindow(error.sequence, tcb.una, (tcb.max - tcb.una) >>> 0)) return false;
    tcb.unreachable = true;
    const hard = error.type === 3 && (error.code === 2 || error.code === 3);
    if (hard && !tcb.synAcknowledged) this.#enter(() => happen(tcb, 'give-up'));
    return true;
  }

  /** Power off: every connection and listener is gone, and nobody is told. */
  reset(): void {
    for (const { tcb } of [...this.#members.values()]) {
      tcb.state = 'closed';
      forget(tcb);
    }
    for (const listener of this.#listeners.values()) listener.closed = true;
    this.#listeners.clear();
    if (this.#waiting.length > 0) this.#port.timer(SELF, 'off');
    this.#waiting = [];
    this.#secret = undefined;
    this.drops.clear();
  }

  /** By VRF, own address and port, the peer's. */
  connections(): readonly TcpConnection[] {
    const all = [...this.#members.values()].map((member) => member.connection);
    return all.sort(
      (a, b) =>
        byText(a.vrf, b.vrf) ||
        a.local - b.local ||
        a.localPort - b.localPort ||
        a.peer - b.peer ||
        a.peerPort - b.peerPort,
    );
  }

  /** By VRF and port. */
  listeners(): readonly { readonly vrf: VrfName; readonly port: number }[] {
    const all = [...this.#listeners.values()].map(({ vrf, port }) => ({ vrf, port }));
    return all.sort((a, b) => byText(a.vrf, b.vrf) || a.port - b.port);
  }

  /** Works, while our own packets to ourselves wait. */
  #enter(work: () => void): void {
    const outermost = !this.#busy;
    this.#busy = true;
    work();
    if (outermost) this.#busy = false;
  }

  #drop(reason: string): void {
    this.drops.set(reason, (this.drops.get(reason) ?? 0) + 1);
  }

  #giveUpIf(tcb: ControlBlock, answer: 'give-up' | undefined): void {
    if (answer === 'give-up') happen(tcb, 'give-up');
  }

  #receive(packet: InPacket): void {
    const drop = this.#take(packet);
    if (drop !== undefined) this.#drop(drop);
  }

  #take(packet: InPacket): Drop {
    // RFC 9293 §3.9.2.3 MUST-57, MUST-63
    if (!isUnicast(packet.to) || !isUnicast(packet.from)) return 'not unicast';
    const decoded = tcp.decode(packet.payload, { from: packet.from, to: packet.to });
    if (!decoded.ok) return reasonOf(decoded.error);
    const segment = decoded.value;
    const key = connectionKey(packet.vrf, packet.to, segment.destinationPort, packet.from, segment.sourcePort);
    const member = this.#members.get(key);
    if (!member) return this.#takeNew(packet, segment);
    const { tcb } = member;
    return this.#suspect(packet, segment, tcb.settings.minTtl, tcb.key) ?? arrive(tcb, segment);
  }

  /** TTL security, then the signature. RFC 5082 §3, RFC 2385 §2.0 */
  #suspect(packet: InPacket, segment: TcpSegment, minTtl: number | undefined, key: Uint8Array | undefined): Drop {
    if (minTtl !== undefined && packet.ttl < minTtl) return 'TTL too low';
    const fault = signatureFault(packet, segment, key);
    if (!fault) return undefined;
    this.#port.notice({
      kind: fault,
      vrf: packet.vrf,
      from: packet.from,
      fromPort: segment.sourcePort,
      to: packet.to,
      toPort: segment.destinationPort,
    });
    return fault;
  }

  /** §3.10.7.1 and §3.10.7.2: no connection has these ends. */
  #takeNew(packet: InPacket, segment: TcpSegment): Drop {
    const listener = this.#listeners.get(listenerKey(packet.vrf, segment.destinationPort));
    if (!listener) return this.#refuse(packet, segment, 'no listener', {});
    const options = listener.options.peer?.(packet.from, packet.to) ?? {};
    if (options === 'refuse') return this.#refuse(packet, segment, 'refused', {});
    const suspicion = this.#suspect(packet, segment, options.minTtl, keyBytes(options.md5));
    if (suspicion !== undefined) return suspicion;
    if ((segment.flags & (RST | ACK)) !== 0) return this.#refuse(packet, segment, 'no connection', options);
    if ((segment.flags & SYN) === 0) return 'no SYN';
    if (listener.halfOpen >= this.#traits.backlog) return 'backlog full';
    const ends: Endpoints = {
      vrf: packet.vrf,
      local: packet.to,
      localPort: segment.destinationPort,
      peer: packet.from,
      peerPort: segment.sourcePort,
    };
    listener.halfOpen++;
    const { tcb } = this.#make(ends, options, listener);
    happen(tcb, 'open-passive');
    return arrive(tcb, segment);
  }

  /** Answers with a reset: signed where the peer would not believe another, and with the TTL that it wants. */
  #refuse(packet: InPacket, segment: TcpSegment, reason: string, options: PeerOptions): Drop {
    const reset = resetFor(segment);
    if (!reset) return reason;
    const context = { from: packet.to, to: packet.from, key: keyBytes(options.md5) };
    this.#port.send({
      ...outward(packet.vrf, packet.to, packet.from, options),
      payload: tcp.encode(reset, context),
    });
    return reason;
  }

  #make(ends: Endpoints, options: PeerOptions, listener: Listener | undefined): Member {
    this.#secret ??= Array.from({ length: 4 }, () => this.#port.random(2 ** 32));
    const settings = settingsOf(options, this.#traits);
    const tcb = new ControlBlock(
      ends,
      listener !== undefined,
      settings,
      this.#traits,
      this.#portOf(() => member),
    );
    tcb.key = keyBytes(options.md5);
    tcb.iss = initialSequence(ends, this.#secret, this.#port.now);
    tcb.una = tcb.iss;
    tcb.max = tcb.iss;
    tcb.next = tcb.iss;
    tcb.queueStart = advance(tcb.iss, 1);
    const connection = new TcpConnection(tcb, (work) => this.#enter(work));
    const timers = timerNames(ends);
    const member: Member = { key: endsKey(ends), timers, tcb, connection, listener, events: undefined };
    this.#members.set(member.key, member);
    for (const timer of TCP_TIMERS) this.#timers.set(timers[timer], { member, timer });
    return member;
  }

  /** A connection's way out. */
  #portOf(self: () => Member): TcbPort {
    const port = this.#port;
    return {
      get now() {
        return port.now;
      },
      timer: (timer, after) => port.timer(self().timers[timer], after),
      send: (payload) => {
        const { ends, settings } = self().tcb;
        return port.send({ ...outward(ends.vrf, ends.local, ends.peer, settings), payload });
      },
      opened: () => this.#opened(self()),
      data: (bytes) => self().events?.data(bytes),
      ended: () => {
        const { events, connection } = self();
        if (events?.ended) events.ended();
        else connection.close();
      },
      closed: (reason) => self().events?.closed(reason),
      forget: () => this.#forget(self()),
    };
  }

  #opened(member: Member): void {
    const { listener, connection } = member;
    if (!listener) {
      member.events?.opened?.();
      return;
    }
    listener.halfOpen--;
    member.listener = undefined;
    const answer = listener.closed ? 'refuse' : listener.accept(connection);
    if (answer === 'refuse') connection.abort();
    else member.events = answer;
  }

  #forget(member: Member): void {
    if (member.listener) member.listener.halfOpen--;
    member.listener = undefined;
    this.#members.delete(member.key);
    for (const timer of TCP_TIMERS) this.#timers.delete(member.timers[timer]);
  }
}
