// A VRRP process without a network: advertisements go in, what it sends, stands for and reports comes out.

import { ipText } from '../../../src/base/ip.ts';
import { macColons } from '../../../src/base/mac.ts';
import { present } from '../../../src/base/must.ts';
import type { SendOptions } from '../../../src/protocols/plugin.ts';
import type { VrrpGroupConfig } from '../../../src/protocols/vrrp/config.ts';
import { NO_DATA, type VrrpPacket, vrrpPacket } from '../../../src/protocols/vrrp/packet.ts';
import { VrrpProcess } from '../../../src/protocols/vrrp/process.ts';
import type { VrrpEvent, VrrpGroupRow } from '../../../src/protocols/vrrp/show.ts';
import { type Micros, micros, seconds } from '../../../src/sim/time.ts';
import { interfaceConfig } from '../../harness/config.ts';
import { Stage } from '../../harness/process.ts';
import { ifName, ip } from '../../harness/routes.ts';

/** Group 1 of e0: 10.0.0.1 is its address, 10.0.0.254 the virtual one. */
export const GROUP: VrrpGroupConfig = {
  on: ifName('e0'),
  group: 1,
  version: 2,
  alsoVersion2: false,
  enabled: true,
  addresses: [ip('10.0.0.254')],
  local: undefined,
  priority: 100,
  preempt: { after: micros(0) },
  interval: seconds(1),
  learn: false,
  threshold: 3,
  skew: seconds(1),
  accept: false,
  matchAddresses: true,
  pseudoHeader: true,
  password: undefined,
  tracks: [],
  priorityHold: { lower: micros(0), raise: micros(0) },
  silence: micros(0),
  description: undefined,
};

export const VERSION3: Partial<VrrpGroupConfig> = { version: 3, skew: 'interval' };

interface Way {
  readonly on?: string;
  readonly from?: string;
  readonly ttl?: number;
}

export class VrrpStage extends Stage<undefined, VrrpEvent> {
  readonly process = new VrrpProcess(this);
  /** `prio 100 v2 at 3.609` */
  readonly sent: { readonly at: Micros; readonly packet: VrrpPacket; readonly options: SendOptions | undefined }[] = [];
  /** `e0 00:00:5e:00:01:01 10.0.0.254` or `… off`, in order. */
  readonly stands: string[] = [];
  #config: readonly Partial<VrrpGroupConfig>[];

  constructor(...groups: readonly Partial<VrrpGroupConfig>[]) {
    super('vrrp', undefined);
    this.#config = groups.length > 0 ? groups : [{}];
    this.faces.push({ ...interfaceConfig('e0', { at: '10.0.0.1/24' }), up: true, changed: micros(0) });
    this.wants();
  }

  wants(...groups: readonly Partial<VrrpGroupConfig>[]): this {
    if (groups.length > 0) this.#config = groups;
    this.process.configure({ groups: this.#config.map((more) => ({ ...GROUP, ...more })) });
    return this;
  }

  hears(more: Partial<VrrpPacket> = {}, way: Way = {}): this {
    const version = more.version ?? this.#config[0]?.version ?? 2;
    const common = { group: 1, priority: 100, addresses: [ip('10.0.0.254')], interval: version === 2 ? 1 : 100 };
    const packet = { ...common, authentication: 0, data: NO_DATA, ...more, version } as VrrpPacket;
    const ends = { from: ip(way.from ?? '10.0.0.2'), to: ip('224.0.0.18') } as never;
    return this.bytes(vrrpPacket.encode(packet, ends), way);
  }

  bytes(bytes: Uint8Array, { on = 'e0', from = '10.0.0.2', ttl = 255 }: Way = {}): this {
    this.process.handle({ kind: 'packet', on: ifName(on), from: ip(from), to: ip('224.0.0.18'), ttl, bytes });
    return this;
  }

  /** The interface goes down or comes up. */
  link(up: boolean): this {
    const face = { ...present(this.faces[0], 'an interface'), up };
    this.faces[0] = face;
    this.process.handle({ kind: 'interface', change: 'changed', interface: face });
    return this;
  }

  track(object: string, state: 'up' | 'down' | 'undefined'): this {
    this.process.handle({ kind: 'track', object, state });
    return this;
  }

  row(group = 1): VrrpGroupRow {
    return present(this.process.groups({ group })[0], 'a group');
  }

  get state(): string {
    return this.row().state;
  }

  /** Reasons of the group and of its interface, with their numbers. */
  get drops(): Readonly<Record<string, number>> {
    const faces = this.process.interfaces({}).flatMap(({ drops }) => [...drops]);
    return Object.fromEntries([...faces, ...this.row().drops]);
  }

  /** `3.609 prio 100`: what was sent since this was last asked. */
  lines(): readonly string[] {
    return this.sent.splice(0).map(({ at, packet }) => `${at / 1e6} prio ${packet.priority}`);
  }

  /** Lets time pass; timers fire in their order. */
  run(span: number): this {
    this.pass(seconds(span), ['advertise', 'down', 'preempt', 'priority'], (input) => this.process.handle(input));
    return this;
  }

  override timer(...args: Parameters<Stage<undefined, VrrpEvent>['timer']>): void {
    super.timer(...args);
    this.effects();
  }
  override send(on?: unknown, to?: unknown, bytes: Uint8Array = new Uint8Array(0), options?: SendOptions): void {
    const read = vrrpPacket.decode(bytes, { from: options?.from as never, to: to as never });
    if (!read.ok || on !== 'e0') throw new Error('a bad packet');
    this.sent.push({ at: this.now, packet: read.value, options });
  }
  override standFor(...[on, mac, router]: Parameters<Stage<undefined, VrrpEvent>['standFor']>): void {
    const as = router ? router.addresses.map(ipText).join(' ') + (router.accept ? ' accept' : '') : 'off';
    this.stands.push(`${on} ${macColons(mac)} ${as}`);
  }
}
