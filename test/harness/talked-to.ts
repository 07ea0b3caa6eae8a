// One router and the peers that the test plays, each on a link of its own: what is told in, what is told on.

import { present } from '../../src/base/must.ts';
import type { Aggregate, BgpConfig } from '../../src/protocols/bgp/config.ts';
import type { Message } from '../../src/protocols/bgp/packet/message.ts';
import type { BgpNetRow, BgpPeerRow } from '../../src/protocols/bgp/show.ts';
import { pathText } from '../../src/route/as-path.ts';
import { MAIN } from '../../src/route/names.ts';
import { seconds } from '../../src/sim/time.ts';
import { neighbor } from './bgp.ts';
import { bgpConfig, type DeviceSpec } from './config.ts';
import { ip } from './routes.ts';
import { Talker, type TalkerSpec, updateLines } from './talker.ts';
import { Topology } from './topology.ts';

/** A peer: its AS, how the router is to deal with it, how it presents itself. */
export interface Played {
  readonly asn: number;
  /** Number of its link: it is 10.0.N.2, the router 10.0.N.1. */
  readonly spec?: Parameters<typeof neighbor>[2];
  readonly says?: Partial<TalkerSpec>;
  /** The router knows nothing of it. */
  readonly unknown?: true;
  /** It does not begin by itself. */
  readonly waits?: true;
}

export interface TalkedToSpec {
  readonly asn?: number;
  readonly peers: readonly Played[];
  readonly more?: Partial<BgpConfig>;
  readonly networks?: readonly string[];
  readonly device?: Partial<DeviceSpec>;
  readonly aggregates?: readonly Aggregate[];
}

export class TalkedTo {
  readonly net: Topology;
  readonly talkers: readonly Talker[];
  readonly #spec: TalkedToSpec;

  constructor(spec: TalkedToSpec) {
    this.#spec = spec;
    const talkers: Talker[] = [];
    this.net = new Topology({
      devices: { r1: this.#device({}) },
      more: (world) => {
        spec.peers.forEach(({ asn, says = {} }, i) => {
          const n = i + 1;
          const at = { at: `10.0.${n}.2/24`, router: `10.0.${n}.1`, asn, ...says };
          talkers.push(new Talker(world, `t${n}`, at, 'r1', `e${n}`));
        });
      },
    });
    this.talkers = talkers;
    this.net.run(seconds(1));
    spec.peers.forEach(({ waits }, i) => {
      if (!waits) this.talker(i + 1).begin();
    });
    this.run(5);
    this.quiet();
  }

  /** Tells the router another configuration: what is not said stays. */
  configure(change: Partial<TalkedToSpec>): this {
    this.net.configure('r1', this.#device(change));
    return this.run(1);
  }

  #device(change: Partial<TalkedToSpec>): DeviceSpec {
    const { asn = 65000, peers, more, networks = [], device = {}, aggregates } = { ...this.#spec, ...change };
    const base = bgpConfig({ [MAIN]: { networks } }, { asn, routerId: '10.255.0.1' });
    const family = present(base.families[MAIN], 'a family');
    const config: BgpConfig = {
      ...base,
      families: { [MAIN]: { ...family, ...(aggregates ? { aggregates } : {}) } },
      neighbors: peers.flatMap(({ asn: remote, spec, unknown }, i) =>
        unknown
          ? []
          : [
              neighbor(`10.0.${i + 1}.2`, remote, {
                direct: remote !== asn,
                passive: true,
                holdTime: seconds(0),
                ...spec,
              }),
            ],
      ),
      ...more,
    };
    const links = Object.fromEntries(peers.map((_, i) => [`e${i + 1}`, `10.0.${i + 1}.1/24`] as const));
    return { ...device, interfaces: { ...links, ...device.interfaces }, bgp: config };
  }

  /** From 1. */
  talker(n: number): Talker {
    return present(this.talkers[n - 1], `talker ${n}`);
  }

  run(span: number): this {
    this.net.run(seconds(span));
    return this;
  }

  /** Forgets what they heard. */
  quiet(): this {
    for (const talker of this.talkers) talker.news();
    return this;
  }

  /** What a peer was told since it was last asked: `+ 10.0.0.0/8 65000 65001`. */
  told(n: number): readonly string[] {
    return updateLines(this.messages(n)).toSorted();
  }

  messages(n: number): readonly Message[] {
    this.run(1);
    return this.talker(n).news();
  }

  /** Lets one announce, and time pass. */
  announce(n: number, ...args: Parameters<Talker['announce']>): this {
    this.talker(n).announce(...args);
    return this.run(1);
  }

  withdraw(n: number, prefixes: readonly string[]): this {
    this.talker(n).withdraw(prefixes);
    return this.run(1);
  }

  peer(n: number): BgpPeerRow {
    const rows = this.net.device('r1').ask('bgp.peers', {}) ?? [];
    return present(
      rows.find(({ config }) => config.address === ip(`10.0.${n}.2`)),
      `peer ${n}`,
    );
  }

  row(prefix: string): BgpNetRow | undefined {
    const [table] = this.net.device('r1').ask('bgp.tables', { family: 'ipv4' }) ?? [];
    return table?.nets.find((net) => net.prefix.text === prefix);
  }

  /** `*> 10.0.0.0/8 65001`: every path, marked as it stands. */
  table(): readonly string[] {
    const [table] = this.net.device('r1').ask('bgp.tables', { family: 'ipv4' }) ?? [];
    return (table?.nets ?? []).flatMap(({ prefix, paths }) =>
      paths.map((path) => {
        const mark = path.history
          ? 'h'
          : path.dampening?.suppressed
            ? 'd'
            : path.stale
              ? 'S'
              : path.suppressed
                ? 's'
                : path.valid
                  ? '*'
                  : '-';
        return `${mark}${path.best ? '>' : ''} ${prefix.text} ${pathText(path.attributes.asPath)}`.trimEnd();
      }),
    );
  }
}
