// An LDP process without a network: Hellos and PDUs go in, what it says comes out as lines.

import { type Ip, type Ip4, ip4Text } from '../../../src/base/ip.ts';
import type { LdpConfig } from '../../../src/protocols/ldp/config.ts';
import { PduStream } from '../../../src/protocols/ldp/packet/framing.ts';
import {
  type LdpMessage,
  ldpMessage,
  ldpPdu,
  type MessageKind,
  message,
} from '../../../src/protocols/ldp/packet/message.ts';
import type { LsrId, Tlv } from '../../../src/protocols/ldp/packet/tlv.ts';
import { LdpProcess } from '../../../src/protocols/ldp/process.ts';
import type { LdpEvent } from '../../../src/protocols/ldp/show.ts';
import type { LdpTraits } from '../../../src/protocols/ldp/traits.ts';
import type { Admission, StreamKey, StreamOptions } from '../../../src/protocols/plugin.ts';
import type { Label } from '../../../src/route/label.ts';
import { MAIN } from '../../../src/route/names.ts';
import { micros } from '../../../src/sim/time.ts';
import { interfaceConfig } from '../../harness/config.ts';
import { likeIos } from '../../harness/ldp.ts';
import { Stage } from '../../harness/process.ts';
import { ifName, ip } from '../../harness/routes.ts';

const TRAITS: LdpTraits = {
  routerIdFrom: 'highest-loopback',
  capabilities: [],
  addresses: 'every',
  unlabelledHops: 'untag',
};

export const PEER: LsrId = { id: ip('1.1.1.1'), space: 0 };

/** Router 5.5.5.5 on e0 (10.0.0.5/24); the peer is 1.1.1.1 at 10.0.0.1, or whoever else speaks. */
export class LdpStage extends Stage<LdpTraits, LdpEvent> {
  readonly process = new LdpProcess(this);
  readonly said: string[] = [];
  admit: Admission | undefined;
  readonly connected: string[] = [];
  closed = 0;
  #labels = 16;

  constructor(more: Partial<LdpConfig> = {}) {
    super('ldp', TRAITS);
    for (const [name, at] of [
      ['e0', '10.0.0.5/24'],
      ['Loopback0', '5.5.5.5/32'],
    ] as const)
      this.faces.push({ ...interfaceConfig(name, { at }), up: true, changed: micros(0) });
    this.process.configure({ ...likeIos({ on: ['e0'], id: '5.5.5.5' }), ...more });
  }

  /** Lines since this was last asked. */
  lines(): readonly string[] {
    return this.said.splice(0);
  }

  hello(
    more: { readonly lsr?: LsrId; readonly from?: string; readonly transport?: string; readonly hold?: number } = {},
  ): this {
    const { lsr = PEER, from = '10.0.0.1', transport = '1.1.1.1', hold = 15 } = more;
    const one = message('hello', 1, [
      { kind: 'hello', holdSeconds: hold, targeted: false, requestsTargeted: false, gtsm: false },
      { kind: 'transport', address: ip(transport) },
    ]);
    return this.datagram(ldpPdu.encode({ lsr, messages: [ldpMessage.encode(one, undefined)] }, undefined), from);
  }

  datagram(bytes: Uint8Array, from = '10.0.0.1'): this {
    const to = ip('224.0.0.2');
    this.process.handle({ kind: 'packet', on: ifName('e0'), from: ip(from), to, ttl: 1, bytes, port: 646 });
    return this;
  }

  /** The connection of the peer, whichever side opens it. */
  readonly key: StreamKey = { vrf: MAIN, peer: PEER.id, id: 70_000 };

  opens(event: 'accepted' | 'opened' = 'opened'): this {
    this.process.handle({ kind: 'stream', stream: this.key, event });
    return this;
  }

  loses(): this {
    this.process.handle({ kind: 'stream', stream: this.key, event: 'closed', reason: 'reset' });
    return this;
  }

  bytes(bytes: Uint8Array): this {
    this.process.handle({ kind: 'stream', stream: this.key, event: 'data', bytes });
    return this;
  }

  /** One message in a PDU of its own. */
  says(kind: MessageKind, tlvs: readonly Tlv[] = [], lsr: LsrId = PEER): this {
    return this.message(message(kind, 77, tlvs), lsr);
  }

  message(one: LdpMessage, lsr: LsrId = PEER): this {
    return this.bytes(ldpPdu.encode({ lsr, messages: [ldpMessage.encode(one, undefined)] }, undefined));
  }

  initialization(more: Partial<Tlv & { kind: 'session' }> = {}): this {
    return this.says('initialization', [
      {
        kind: 'session',
        version: 1,
        keepaliveSeconds: 180,
        onDemand: false,
        loopDetection: false,
        pathVectorLimit: 0,
        maxPdu: 0,
        receiver: { id: ip('5.5.5.5'), space: 0 },
        ...more,
      },
    ]);
  }

  /** A session that is up, with nothing left to read. */
  up(): this {
    this.hello().opens().initialization().says('keepalive');
    this.lines();
    return this;
  }

  /** Up again after it ended, without waiting. */
  again(): this {
    this.process.handle({ kind: 'timer', name: 'connect', key: '01010101:0' });
    this.timers.delete('connect01010101:0');
    return this.up();
  }

  get state(): string {
    return this.process.ldp?.peers.get('01010101:0')?.state ?? 'none';
  }

  get drops(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.process.ldp?.drops ?? []);
  }

  override timer(...args: Parameters<Stage<LdpTraits, LdpEvent>['timer']>): void {
    super.timer(...args);
    this.effects();
  }
  expire(name: string, key: string): void {
    const at = this.timers.get(name + key);
    if (at !== undefined) this.now = at;
    this.timers.delete(name + key);
    this.process.handle({ kind: 'timer', name, key });
  }
  override send(_on?: unknown, to?: Ip | 'link'): void {
    this.said.push(`hello to ${to === 'link' || to === undefined ? 'link' : ip4Text(to as Ip4)}`);
  }
  override connect(_vrf?: unknown, peer?: Ip, options?: StreamOptions & { readonly local?: Ip }): undefined {
    this.connected.push(`${ip4Text(peer as Ip4)} from ${ip4Text(options?.local as Ip4)}`);
    return this.key as unknown as undefined;
  }
  override listen(_vrf?: unknown, admit?: Admission | 'off'): void {
    this.admit = admit === 'off' ? undefined : admit;
  }
  override write(_stream?: StreamKey, bytes: Uint8Array = new Uint8Array(0)): void {
    const pdus = new PduStream().take(bytes, 4100);
    for (const pdu of pdus.ok ? pdus.value : []) {
      const read = ldpPdu.decode(pdu, undefined);
      for (const one of read.ok ? read.value.messages : []) {
        const got = ldpMessage.decode(one, undefined);
        this.said.push(got.ok ? ldpMessage.summary(got.value) : 'malformed');
      }
    }
  }
  override close(): void {
    this.closed++;
    this.said.push('closed');
  }
  override watchNexthop(): void {}
  override label(): Label {
    return this.#labels++ as Label;
  }
  override stream(): undefined {
    return undefined;
  }
  override freeLabel(): void {}
  override lfib(): void {}
  override impose(): void {}
}
