// A BFD process without a network: packets go in, what it sends and reports comes out as lines with their times.

import { present } from '../../../src/base/must.ts';
import { type BfdPacket, bfdPacket } from '../../../src/protocols/bfd/packet.ts';
import { BfdProcess } from '../../../src/protocols/bfd/process.ts';
import type { BfdEvent, BfdSessionRow } from '../../../src/protocols/bfd/show.ts';
import type { BfdTraits } from '../../../src/protocols/bfd/traits.ts';
import type { BfdTimers, SendOptions } from '../../../src/protocols/plugin.ts';
import { type Micros, micros, seconds } from '../../../src/sim/time.ts';
import { bfdPath, timers } from '../../harness/bfd.ts';
import { interfaceConfig } from '../../harness/config.ts';
import { Stage } from '../../harness/process.ts';
import { ifName, ip } from '../../harness/routes.ts';

const PACKET: BfdPacket = {
  diagnostic: 0,
  state: 'down',
  poll: false,
  final: false,
  controlPlaneIndependent: false,
  demand: false,
  multipoint: false,
  multiplier: 3,
  myDiscriminator: 77,
  yourDiscriminator: 0,
  desiredMinTx: 1_000_000,
  requiredMinRx: 300_000,
  requiredMinEchoRx: 0,
  authentication: undefined,
};

interface Way {
  readonly on?: string;
  readonly from?: string;
  readonly ttl?: number;
  readonly port?: number;
}

export class BfdStage extends Stage<BfdTraits, BfdEvent> {
  readonly process = new BfdProcess(this);
  readonly sent: { readonly at: Micros; readonly packet: BfdPacket; readonly options: SendOptions | undefined }[] = [];

  constructor(path?: string, wanted: BfdTimers = timers(300, 300, 3)) {
    super('bfd', { firstDiscriminator: 1, controlPlaneIndependent: false });
    for (const name of ['e0', 'e1'])
      this.faces.push({
        ...interfaceConfig(name, { at: `10.0.${name.slice(1)}.1/24` }),
        up: true,
        changed: micros(0),
      });
    if (path !== undefined) this.wants(path, wanted);
  }

  wants(path: string | undefined, wanted: BfdTimers = timers(300, 300, 3), slowInterval = seconds(1)): this {
    const sessions = path === undefined ? [] : [{ path: bfdPath(path), timers: wanted, clients: [] }];
    this.process.configure({ sessions, slowInterval });
    return this;
  }

  hears(more: Partial<BfdPacket> = {}, way: Way = {}): this {
    return this.bytes(bfdPacket.encode({ ...PACKET, ...more }, undefined), way);
  }

  bytes(bytes: Uint8Array, { on = 'e0', from = '10.0.0.2', ttl = 255, port = 3784 }: Way = {}): this {
    const to = ip('10.0.0.1');
    this.process.handle({ kind: 'packet', on: ifName(on), from: ip(from), to, ttl, bytes, port });
    return this;
  }

  /** Three-way handshake: the peer wants a packet each 300 ms. */
  up(): this {
    return this.hears().hears({ state: 'up', yourDiscriminator: 1, desiredMinTx: 300_000 });
  }

  row(): BfdSessionRow {
    return present(this.process.rows()[0], 'a session');
  }

  get drops(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.process.drops);
  }

  /** `down poll 1/0`: state, flags, discriminators of what was sent since this was last asked. */
  lines(): readonly string[] {
    return this.sent.splice(0).map(({ packet: one }) => {
      const flags = `${one.poll ? ' poll' : ''}${one.final ? ' final' : ''}`;
      return `${one.state}${flags} ${one.myDiscriminator}/${one.yourDiscriminator}`;
    });
  }

  /** Lets time pass; timers fire in their order. */
  run(span: Micros): this {
    this.pass(span, ['tx', 'detect', 'forget'], (input) => this.process.handle(input));
    return this;
  }

  override timer(...args: Parameters<Stage<BfdTraits, BfdEvent>['timer']>): void {
    super.timer(...args);
    this.effects();
  }
  override send(_on?: unknown, _to?: unknown, bytes: Uint8Array = new Uint8Array(0), options?: SendOptions): void {
    const read = bfdPacket.decode(bytes, undefined);
    if (read.ok) this.sent.push({ at: this.now, packet: read.value, options });
  }
}
