// Two routers with nothing but TCP on a cable that may misbehave, and one router facing a peer that the test plays.

import { type Ip4, parseIp4 } from '../../../src/base/ip.ts';
import type { InPacket, OutPacket } from '../../../src/net/stack-port.ts';
import type { TcpConnection, TcpEvents } from '../../../src/net/tcp/connection.ts';
import type { CloseReason } from '../../../src/net/tcp/control-block.ts';
import { TcpHost, type TcpPort } from '../../../src/net/tcp/host.ts';
import type { Md5Failure } from '../../../src/net/tcp/signature.ts';
import { RFC_TRAITS, type TcpTraits } from '../../../src/net/tcp/traits.ts';
import { flagsText, type TcpSegment, tcp } from '../../../src/net/wire/tcp.ts';
import { MAIN } from '../../../src/route/names.ts';
import { type Faults, NO_FAULTS } from '../../../src/sim/fault.ts';
import type { Frame } from '../../../src/sim/frame.ts';
import type { Node, NodeId, PortName, TimerKey } from '../../../src/sim/node.ts';
import { type Micros, millis, seconds } from '../../../src/sim/time.ts';
import { World } from '../../../src/sim/world.ts';

export const address = (text: string): Ip4 => {
  const value = parseIp4(text);
  if (value === undefined) throw new Error(text);
  return value;
};
export const A = address('10.0.12.1');
export const B = address('10.0.12.2');
const PORT = 'eth0' as PortName;

/** Stands in for an IP header: from, to, TTL, TOS. */
const HEADER = 10;

function wrap(packet: OutPacket, from: Ip4): Frame {
  const bytes = new Uint8Array(HEADER + packet.payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, packet.from ?? from);
  view.setUint32(4, packet.to);
  bytes[8] = packet.ttl ?? 255;
  bytes[9] = packet.tos ?? 0;
  bytes.set(packet.payload, HEADER);
  return { bytes };
}

function unwrap(frame: Frame): InPacket {
  const { bytes } = frame;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return {
    vrf: MAIN,
    on: undefined,
    from: view.getUint32(0) as Ip4,
    to: view.getUint32(4) as Ip4,
    ttl: bytes[8] as number,
    tos: bytes[9] as number,
    payload: bytes.subarray(HEADER),
  };
}

/** A node that is a TCP host. */
export class Station implements Node {
  readonly id: NodeId;
  readonly address: Ip4;
  readonly host: TcpHost;
  readonly notices: Md5Failure[] = [];
  /** What it sent, the packets themselves. */
  readonly packets: OutPacket[] = [];
  /** False: its stack refuses to send. */
  routed = true;
  readonly #world: World;

  constructor(world: World, id: string, own: Ip4, traits: TcpTraits) {
    this.id = id as NodeId;
    this.address = own;
    this.#world = world;
    const rng = world.rng.stream(`${id}/tcp`);
    const port: TcpPort = {
      get now() {
        return world.now;
      },
      timer: (key, after) => world.timer(this.id, key as TimerKey, after),
      random: (below) => rng.below(below),
      send: (packet) => {
        if (!this.routed) return false;
        this.packets.push(packet);
        const frame = wrap(packet, own);
        // To itself: handed over on the spot, as an impatient stack might.
        if (packet.to === own) this.host.receive(unwrap(frame));
        else world.transmit(this.id, PORT, frame);
        return true;
      },
      source: () => (this.routed ? own : undefined),
      notice: (failure) => this.notices.push(failure),
    };
    this.host = new TcpHost(port, traits);
    world.addNode(this);
  }

  receive(_port: PortName, frame: Frame): void {
    this.host.receive(unwrap(frame));
  }

  expire(timer: TimerKey): void {
    this.host.expire(timer);
  }

  carrier(): void {}

  /** Power off: timers and memory. */
  crash(): void {
    this.#world.stopTimers(this.id);
    this.host.reset();
  }
}

/** A connection's owner who remembers what it is told. */
export class Owner implements TcpEvents {
  readonly chunks: Uint8Array[] = [];
  length = 0;
  isOpen = false;
  hasEnded = false;
  reason: CloseReason | undefined;
  /** When it was told of the end. */
  closedAt: Micros | undefined;
  connection: TcpConnection | undefined;
  readonly #now: () => Micros;
  readonly ended: () => void;

  /** `half`: keeps its side open when the peer closes. */
  constructor(now: () => Micros, half = false) {
    this.#now = now;
    this.ended = () => {
      this.hasEnded = true;
      if (!half) this.connection?.close();
    };
  }

  opened(): void {
    this.isOpen = true;
  }

  data(bytes: Uint8Array): void {
    if (this.reason !== undefined) throw new Error('data after the end');
    this.chunks.push(bytes.slice());
    this.length += bytes.length;
  }

  closed(reason: CloseReason): void {
    if (this.reason !== undefined) throw new Error('closed twice');
    this.reason = reason;
    this.closedAt = this.#now();
  }

  get bytes(): Uint8Array {
    const all = new Uint8Array(this.length);
    let at = 0;
    for (const chunk of this.chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  }

  get text(): string {
    return String.fromCharCode(...this.bytes);
  }
}

export interface PairOptions {
  readonly seed?: number;
  readonly delay?: Micros;
  readonly faults?: Faults;
  readonly traits?: Partial<TcpTraits>;
  /** False: long transfers are not written down. */
  readonly log?: boolean;
}

/** A and B on one cable. */
export function pair(options: PairOptions = {}) {
  const world = new World(options.seed ?? 1);
  const traits = { ...RFC_TRAITS, ...options.traits };
  const a = new Station(world, 'a', A, traits);
  const b = new Station(world, 'b', B, traits);
  const ends = [
    { node: a.id, port: PORT },
    { node: b.id, port: PORT },
  ];
  world.addLink({ id: 'l', ports: ends, delay: options.delay ?? millis(5), faults: options.faults ?? NO_FAULTS });
  world.light(a.id, PORT, true);
  world.light(b.id, PORT, true);
  const owner = (half = false): Owner => new Owner(() => world.now, half);
  const log: string[] = [];
  world.watch({
    sent: (time, _link, from, frame) => {
      if (options.log !== false) log.push(line(time, frame, from.node));
    },
  });
  return { world, a, b, owner, log, seconds: (count: number) => world.runUntil(seconds(count)) };
}

/** `1.010 a PSH ACK 620`: seconds, sender, flags, bytes of data. */
function line(time: Micros, frame: Frame, node: NodeId): string {
  const packet = unwrap(frame);
  const decoded = tcp.decode(packet.payload, { from: packet.from, to: packet.to });
  if (!decoded.ok) throw new Error('a host sent nonsense');
  return `${(time / 1_000_000).toFixed(3)} ${node} ${flagsText(decoded.value.flags)} ${decoded.value.data.length}`;
}
/** Opens A -> B on port 179 and runs until both know. */
export function opened(options: PairOptions & { readonly half?: boolean } = {}) {
  const lab = pair(options);
  const left = lab.owner(options.half);
  const right = lab.owner(options.half);
  const listening = lab.b.host.listen(MAIN, 179, (connection) => {
    right.connection = connection;
    return right;
  });
  if (!listening.ok) throw new Error('port in use');
  const made = lab.a.host.connect(MAIN, { peer: B, port: 179 }, left);
  if (!made.ok) throw new Error(made.error);
  left.connection = made.value;
  return { ...lab, left, right, connection: made.value };
}

/** A segment as a test writes it. */
export interface Said {
  readonly flags: number;
  readonly sequence: number;
  readonly acknowledgment?: number;
  readonly window?: number;
  readonly data?: Uint8Array;
  readonly mss?: number;
  readonly ttl?: number;
}

/** One host at 10.0.12.1, and a peer at 10.0.12.2 whose segments the test makes. */
export class Solo {
  readonly world: World;
  readonly station: Station;
  readonly owner: Owner;
  /** Everything the host sent. */
  readonly heard: { readonly time: Micros; readonly segment: TcpSegment; readonly packet: OutPacket }[] = [];
  #read = 0;

  constructor(traits: Partial<TcpTraits> = {}, half = false) {
    this.world = new World(7);
    this.station = new Station(this.world, 'a', A, { ...RFC_TRAITS, ...traits });
    this.owner = new Owner(() => this.world.now, half);
    const { packets } = this.station;
    const push = packets.push.bind(packets);
    packets.push = (...more) => {
      for (const packet of more) {
        const decoded = tcp.decode(packet.payload, { from: packet.from ?? A, to: packet.to });
        if (!decoded.ok) throw new Error('the host sent nonsense');
        this.heard.push({ time: this.world.now, segment: decoded.value, packet });
      }
      return push(...more);
    };
  }

  get host(): TcpHost {
    return this.station.host;
  }

  /** Segments since the last time it was asked. */
  next(): readonly TcpSegment[] {
    const fresh = this.heard.slice(this.#read).map(({ segment }) => segment);
    this.#read = this.heard.length;
    return fresh;
  }

  /** The one segment since the last time it was asked. */
  one(): TcpSegment {
    const [segment, ...more] = this.next();
    if (!segment || more.length > 0) throw new Error(`${more.length + (segment ? 1 : 0)} segments, not one`);
    return segment;
  }

  /** Seconds with three decimals at which segments were sent. */
  times(): readonly string[] {
    return this.heard.map(({ time }) => (time / 1_000_000).toFixed(3));
  }

  /** Lets time run to a moment, in seconds. */
  at(moment: number): void {
    this.world.runUntil(seconds(moment));
  }

  /** The peer says something, from `theirs` to `ours`. */
  say(theirs: number, ours: number, said: Said): void {
    const segment: TcpSegment = {
      sourcePort: theirs,
      destinationPort: ours,
      sequence: said.sequence >>> 0,
      acknowledgment: (said.acknowledgment ?? 0) >>> 0,
      flags: said.flags,
      window: said.window ?? 65535,
      urgent: 0,
      options: said.mss === undefined ? [] : [{ kind: 'mss', size: said.mss }],
      data: said.data ?? new Uint8Array(0),
    };
    this.inject(tcp.encode(segment, { from: B, to: A }), said.ttl);
  }

  inject(payload: Uint8Array, ttl = 255): void {
    this.host.receive({ vrf: MAIN, on: undefined, from: B, to: A, ttl, tos: 0, payload });
  }
}
