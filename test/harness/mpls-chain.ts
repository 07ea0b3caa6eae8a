// Routers in a row, `r1 - r2 - r3 - …`, each with a loopback n.n.n.n and static routes to all others.
// Link k joins rk (10.0.k.k) and rk+1 (10.0.k.k+1): port `e1` looks right, `e0` left.

import type { LdpConfig } from '../../src/protocols/ldp/config.ts';
import type { DeviceSpec, InterfaceSpec, StaticSpec } from './config.ts';
import type { LdpSpec } from './ldp.ts';
import { Topology, type TopologySpec } from './topology.ts';

export interface ChainOptions {
  readonly length: number;
  readonly ldp: (spec: LdpSpec) => LdpConfig;
  readonly personality?: TopologySpec['personality'];
  /** More of a router, or otherwise. */
  readonly routers?: Readonly<Record<string, Partial<DeviceSpec>>>;
  readonly link?: Partial<InterfaceSpec>;
  /** Of router n. */
  readonly spec?: (n: number) => Partial<LdpSpec>;
}

export const loopback = (n: number): string => `${n}.${n}.${n}.${n}`;

function routesOf(n: number, length: number): readonly StaticSpec[] {
  const routes: StaticSpec[] = [];
  for (let other = 1; other <= length; other++) {
    const [left, right] = [`10.0.${n - 1}.${n - 1}`, `10.0.${n}.${n + 1}`];
    if (other !== n) routes.push({ to: `${loopback(other)}/32`, via: other < n ? left : right });
    if (other < length && other !== n && other !== n - 1)
      routes.push({ to: `10.0.${other}.0/24`, via: other < n ? left : right });
  }
  return routes;
}

function routerOf(n: number, options: ChainOptions): DeviceSpec {
  const { length, link, ldp, spec } = options;
  const on = [...(n > 1 ? ['e0'] : []), ...(n < length ? ['e1'] : [])];
  return {
    interfaces: {
      Loopback0: `${loopback(n)}/32`,
      ...(n > 1 ? { e0: { at: `10.0.${n - 1}.${n}/24`, mpls: true, ...link } } : {}),
      ...(n < length ? { e1: { at: `10.0.${n}.${n}/24`, mpls: true, ...link } } : {}),
    },
    static: { default: routesOf(n, length) },
    ldp: ldp({ on, id: loopback(n), ...spec?.(n) }),
    ...options.routers?.[`r${n}`],
  };
}

export function chain(options: ChainOptions): Topology {
  const numbers = Array.from({ length: options.length }, (_, i) => i + 1);
  return new Topology({
    devices: Object.fromEntries(numbers.map((n) => [`r${n}`, routerOf(n, options)])),
    cables: numbers.slice(1).map((n) => `r${n - 1} e1 - r${n} e0`),
    ...(options.personality ? { personality: options.personality } : {}),
  });
}
