// A peer that the test plays: says any BGP message to a router over real TCP, and remembers what it is told.

import type { Ip4 } from '../../src/base/ip.ts';
import type { TcpConnection } from '../../src/net/tcp/connection.ts';
import { TcpHost } from '../../src/net/tcp/host.ts';
import { RFC_TRAITS } from '../../src/net/tcp/traits.ts';
import { PROTOCOL } from '../../src/net/wire/iana.ts';
import { FAMILIES, type FamilyName, MAX_MESSAGE } from '../../src/protocols/bgp/iana.ts';
import type { Attribute, Dialect } from '../../src/protocols/bgp/packet/attribute.ts';
import { framed, MessageStream, type RawMessage } from '../../src/protocols/bgp/packet/framing.ts';
import { decodeMessage, encodeMessage, type Message } from '../../src/protocols/bgp/packet/message.ts';
import type { Nlri } from '../../src/protocols/bgp/packet/nlri.ts';
import type { Capability } from '../../src/protocols/bgp/packet/open.ts';
import { MAIN } from '../../src/route/names.ts';
import type { NodeId, PortName, TimerKey } from '../../src/sim/node.ts';
import { micros } from '../../src/sim/time.ts';
import type { World } from '../../src/sim/world.ts';
import { ip, p } from './routes.ts';
import { StackNode } from './stack-node.ts';

/** How it presents itself. */
export interface TalkerSpec {
  /** `10.0.0.9/24` */
  readonly at: string;
  readonly router: string;
  readonly asn: number;
  readonly id?: string;
  readonly holdTime?: number;
  readonly families?: readonly FamilyName[];
  readonly capabilities?: readonly Capability[];
  /** Path identifiers, both ways. */
  readonly addPath?: readonly FamilyName[];
  /** Takes everything in and forgets it: for measuring. */
  readonly deaf?: boolean;
}

class TalkerNode extends StackNode {
  tcp: TcpHost | undefined;
  override expire(timer: TimerKey): void {
    if (timer.startsWith('net/tcp/')) this.tcp?.expire(timer);
    else super.expire(timer);
  }
}

export class Talker {
  readonly node: TalkerNode;
  /** What it was told, in order. */
  readonly heard: Message[] = [];
  bytes = 0;
  /** The connection ended. */
  closed = false;
  readonly dialect: Dialect;
  readonly #spec: TalkerSpec;
  #stream = new MessageStream();
  readonly #world: World;
  #connection: TcpConnection | undefined;

  /** Put on a cable of its own to `port` of the router. */
  constructor(world: World, name: string, spec: TalkerSpec, device: string, port: string) {
    this.#spec = spec;
    this.#world = world;
    this.dialect = { as4: true, addPath: new Set(spec.addPath ?? []) };
    const node = new TalkerNode(world, name, 200 + world.links.length);
    this.node = node;
    const rng = world.rng.stream(`${name}/tcp`);
    const own = ip(spec.at.split('/')[0] as string) as Ip4;
    const tcp = new TcpHost(
      {
        get now() {
          return world.now;
        },
        timer: (key, after) => world.timer(node.id, key as TimerKey, after),
        random: (below) => rng.below(below),
        send: (packet) => node.stack.send(packet),
        source: () => own,
        notice: () => {},
      },
      { ...RFC_TRAITS, window: 65535 },
    );
    node.tcp = tcp;
    node.stack.hearProtocol(PROTOCOL.tcp, MAIN, (packet) => tcp.receive(packet));
    world.addLink({
      id: `l${world.links.length}`,
      ports: [
        { node: name as NodeId, port: 'e0' as PortName },
        { node: device as NodeId, port: port as PortName },
      ],
      delay: micros(100),
    });
    // Whatever is not on the link lies behind the router, which is the first of the subnet.
    node.route('0.0.0.0/0', `${spec.at.split('/')[0]?.replace(/\d+$/, '1')} e0`);
    node.configure({ e0: spec.at });
  }

  /** Opens the connection; says who it is, and lives. */
  begin(): this {
    this.#stream = new MessageStream();
    const made = this.node.tcp?.connect(
      MAIN,
      { peer: ip(this.#spec.router) as Ip4, port: 179 },
      {
        opened: () => {
          this.say(this.open());
          this.say({ type: 'keepalive' });
        },
        data: (bytes) => this.#take(bytes),
        closed: () => {
          this.closed = true;
        },
      },
    );
    this.closed = false;
    this.#connection = made?.ok ? made.value : undefined;
    return this;
  }

  end(): void {
    this.#connection?.abort();
  }

  open(): Message {
    const {
      asn,
      id = this.#spec.at.split('/')[0] as string,
      holdTime = 0,
      families = ['ipv4'],
      addPath = [],
    } = this.#spec;
    const list: Capability[] = [
      ...families.map((name): Capability => ({ kind: 'multiprotocol', ...FAMILIES[name] })),
      { kind: 'route-refresh' },
      { kind: 'four-octet-as', asn },
      ...(addPath.length > 0
        ? [{ kind: 'add-path' as const, families: addPath.map((name) => ({ ...FAMILIES[name], mode: 3 })) }]
        : []),
      ...(this.#spec.capabilities ?? []),
    ];
    return { type: 'open', open: { asn, holdTime, routerId: ip(id) as Ip4, parameters: [list] } };
  }

  say(message: Message): void {
    this.write(encodeMessage(message, this.dialect));
  }

  write(bytes: Uint8Array): void {
    this.#connection?.write(bytes);
  }

  /** The body of an UPDATE, as bytes. */
  raw(type: number, body: Uint8Array): void {
    this.write(framed(type, body));
  }

  /** Announces IPv4 prefixes: `path` from the nearest AS on. */
  announce(prefixes: readonly string[], options: AnnounceOptions = {}): void {
    this.say(
      announcement(prefixes, { nexthop: this.#spec.at.split('/')[0] as string, path: [this.#spec.asn], ...options }),
    );
  }

  withdraw(prefixes: readonly string[]): void {
    const withdrawn = prefixes.map((text): Nlri => ({ prefix: p(text) }));
    this.say({ type: 'update', update: { withdrawn, attributes: [], nlri: [], faults: [] } });
  }

  /** What it was told and not asked again: forgets it. */
  news(): readonly Message[] {
    return this.heard.splice(0);
  }

  get now(): number {
    return this.#world.now;
  }

  #take(bytes: Uint8Array): void {
    this.bytes += bytes.length;
    if (this.#spec.deaf) return;
    const { messages } = this.#stream.take(bytes, MAX_MESSAGE);
    for (const raw of messages as RawMessage[]) {
      const message = decodeMessage(raw, this.dialect);
      if (!message.ok) throw new Error(`the router said what cannot be read: ${JSON.stringify(message.error)}`);
      this.heard.push(message.value);
    }
  }
}

export interface AnnounceOptions {
  readonly nexthop?: string;
  readonly path?: readonly number[];
  readonly med?: number;
  readonly localPref?: number;
  readonly communities?: readonly number[];
  readonly more?: readonly Attribute[];
}

/** An UPDATE that announces IPv4 prefixes. */
export function announcement(prefixes: readonly string[], options: AnnounceOptions): Message {
  const { nexthop = '0.0.0.0', path = [], med, localPref, communities, more = [] } = options;
  const attributes: Attribute[] = [
    { flags: 0x40, body: { kind: 'origin', origin: 'igp' } },
    { flags: 0x40, body: { kind: 'as-path', path: path.length > 0 ? [{ kind: 'sequence', asns: path }] : [] } },
    { flags: 0x40, body: { kind: 'next-hop', address: ip(nexthop) as Ip4 } },
    ...(med === undefined ? [] : [{ flags: 0x80, body: { kind: 'med' as const, value: med } }]),
    ...(localPref === undefined ? [] : [{ flags: 0x40, body: { kind: 'local-pref' as const, value: localPref } }]),
    ...(communities ? [{ flags: 0xc0, body: { kind: 'communities' as const, list: communities } }] : []),
    ...more,
  ];
  const nlri = prefixes.map((text): Nlri => ({ prefix: p(text) }));
  return { type: 'update', update: { withdrawn: [], attributes, nlri, faults: [] } };
}

/** The updates among messages, as lines: `+ 10.0.0.0/8 65001 65002`, `- 10.0.0.0/8`. */
export function updateLines(messages: readonly Message[]): readonly string[] {
  return messages.flatMap((message) => {
    if (message.type !== 'update') return [];
    const { withdrawn, attributes, nlri } = message.update;
    const path = attributes.flatMap(({ body }) => (body.kind === 'as-path' ? body.path : []));
    const asns = path.flatMap((segment) => segment.asns).join(' ');
    const name = (one: Nlri): string => `${one.prefix.text}${one.pathId === undefined ? '' : `#${one.pathId}`}`;
    return [...withdrawn.map((one) => `- ${name(one)}`), ...nlri.map((one) => `+ ${name(one)} ${asns}`.trimEnd())];
  });
}
