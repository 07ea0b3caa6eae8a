// Networks of IS-IS routers from a few words: addresses, names and cables are made up here.

import { ip4Text } from '../../src/base/ip.ts';
import { present } from '../../src/base/must.ts';
import type { DeviceQueries } from '../../src/device/queries.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { MAIN } from '../../src/route/names.ts';
import { type Micros, seconds } from '../../src/sim/time.ts';
import type { DeviceSpec, StaticSpec } from './config.ts';
import { type CircuitSpec, type IsisSpec, isisConfig, netOf } from './isis.ts';
import { p, vrfName } from './routes.ts';
import { Topology } from './topology.ts';

export interface RouterSpec extends Partial<Omit<IsisSpec, 'circuits'>> {
  readonly area?: string;
  readonly loopback?: CircuitSpec;
  /** Static routes of the main table. */
  readonly statics?: readonly StaticSpec[];
}

export interface LinkSpec extends CircuitSpec {
  /** `r1 r2`, or more of them on one LAN. */
  readonly on: string;
  /** What is different at one end. */
  readonly ends?: Readonly<Record<string, CircuitSpec>>;
}

/** Accepts these prefixes exactly, with what is set, and nothing else. */
export const onlyTo = (blocks: string, actions: Policy['terms'][number]['actions'] = []): Policy => ({
  name: 'only',
  otherwise: 'reject',
  terms: [
    {
      name: '1',
      verdict: 'accept',
      actions,
      matches: [
        {
          kind: 'prefix-lists',
          lists: blocks.split(' ').map((block) => ({
            name: block,
            entries: [
              { sequence: 5, verdict: 'permit', prefix: p(block), low: p(block).length, high: p(block).length },
            ],
          })),
        },
      ],
    },
  ],
});

/** Routers in their order are systems 1, 2, …; loopbacks are 10.255.0.N/32; link I is 10.0.I.0/24, with N for router N. */
export class IsisLab {
  readonly topology: Topology;
  readonly names: readonly string[];
  readonly #specs: Readonly<Record<string, RouterSpec>>;
  readonly #circuits = new Map<string, Record<string, CircuitSpec>>();

  constructor(routers: Readonly<Record<string, RouterSpec>>, links: readonly (string | LinkSpec)[], seed = 1) {
    this.names = Object.keys(routers);
    this.#specs = routers;
    const interfaces = new Map<string, Record<string, string>>();
    for (const name of this.names) {
      interfaces.set(name, { lo0: `10.255.0.${this.number(name)}/32` });
      this.#circuits.set(name, { lo0: routers[name]?.loopback ?? {} });
    }
    const cables = links.map((link, i) => {
      const { on, ends, ...circuit } = typeof link === 'string' ? { on: link, ends: {}, p2p: true } : link;
      return on
        .split(' ')
        .map((name) => {
          const faces = present(interfaces.get(name), name);
          const port = `e${Object.keys(faces).length - 1}`;
          faces[port] = `10.0.${i}.${this.number(name)}/24`;
          present(this.#circuits.get(name), name)[port] = { ...circuit, ...ends?.[name] };
          return `${name} ${port}`;
        })
        .join(' - ');
    });
    const devices = this.names.map((name): [string, DeviceSpec] => [
      name,
      {
        interfaces: interfaces.get(name) ?? {},
        static: { [MAIN]: routers[name]?.statics ?? [] },
        isis: [this.config(name, {})],
      },
    ]);
    this.topology = new Topology({ devices: Object.fromEntries(devices), cables, seed });
  }

  number(name: string): number {
    return this.names.indexOf(name) + 1;
  }

  config(name: string, more: RouterSpec): ReturnType<typeof isisConfig> {
    const { area, loopback: _, statics: __, ...spec } = { ...this.#specs[name], ...more };
    const net = netOf(area ?? '49.0001', this.number(name));
    return isisConfig({ net, hostname: name, circuits: this.#circuits.get(name) ?? {}, ...spec });
  }

  /** Tells a router another configuration of IS-IS; what is not said stays as it was at first. */
  configure(name: string, more: RouterSpec, circuits: Readonly<Record<string, CircuitSpec>> = {}): void {
    const known = present(this.#circuits.get(name), name);
    for (const [on, spec] of Object.entries(circuits)) known[on] = { ...known[on], ...spec };
    this.topology.configure(name, { isis: [this.config(name, more)] });
  }

  run(span: Micros = seconds(60)): this {
    this.topology.run(span);
    return this;
  }

  ask<K extends `isis.${string}` & keyof DeviceQueries>(name: string, question: K) {
    return this.topology.device(name).ask(question, {} as never);
  }

  /** `10.255.0.2/32 20 l1 r2`: prefix, metric, kind, next routers. */
  routes(name: string): readonly string[] {
    const rows = this.topology.device(name).ask('routes', { vrf: vrfName(MAIN) }) ?? [];
    return rows.flatMap(({ prefix, routes }) =>
      routes.flatMap(({ active, candidate: { route }, paths }) => {
        if (!active || !route.kind.startsWith('isis')) return [];
        const ways = paths.map(({ gateway }) => this.names[Number(ip4Text(gateway as never).split('.')[3]) - 1]);
        const kind = route.kind.slice('isis.'.length);
        return [`${prefix.text} ${route.metric} ${kind} ${ways.sort().join(',')}`.trim()];
      }),
    );
  }

  /** The line of one prefix. */
  route(name: string, prefix: string): string | undefined {
    return this.routes(name)
      .find((line) => line.startsWith(`${prefix} `))
      ?.slice(prefix.length + 1);
  }

  /** `e0 L1 r2 Up` */
  neighbours(name: string): readonly string[] {
    return this.ask(name, 'isis.adjacencies').map(
      (one) => `${one.on} L${one.levels.join('')} r${Number.parseInt(one.system.slice(-4), 16)} ${one.state}`,
    );
  }

  /** `0000.0000.0001.00-00`, those that are alive, of a level. */
  lsps(name: string, level: 1 | 2): readonly string[] {
    const row = this.ask(name, 'isis.database').find((one) => one.level === level);
    return (row?.lsps ?? []).filter((lsp) => lsp.lifetime > 0).map((lsp) => lsp.id);
  }

  /** Why things were thrown away. */
  drops(name: string): Readonly<Record<string, number>> {
    return Object.fromEntries(this.ask(name, 'isis.instances')[0]?.drops ?? []);
  }

  /** What was reported of IS-IS: `Up r2 L1 new`. */
  said(name: string): readonly string[] {
    return this.topology.events.flatMap(({ device, event }) => {
      if (device !== name) return [];
      if (event.kind !== 'isis-adjacency') return event.kind.startsWith('isis') ? [event.kind] : [];
      const whom = `r${Number.parseInt(event.system.slice(-4), 16)} L${event.levels.join('')}`;
      return [`${event.up ? 'Up' : 'Down'} ${whom} ${event.reason}`];
    });
  }
}
