// Short spellings of routes, for tests of tables and protocols.

import { type Ip4, parseIp4 } from '../../src/base/ip.ts';
import { type Prefix, parsePrefix } from '../../src/base/prefix.ts';
import type { Preferences } from '../../src/net/rib-types.ts';
import type { Label } from '../../src/route/label.ts';
import type { IfName, ProcessId, VrfName } from '../../src/route/names.ts';
import { type Nexthop, ROUTE_KINDS, type Route, type RouteKind } from '../../src/route/route.ts';

export const p = (text: string): Prefix => {
  const parsed = parsePrefix(text);
  if (!parsed || parsed.text !== text) throw new Error(`${text} is no prefix`);
  return parsed;
};
export const ip = (text: string): Ip4 => {
  const parsed = parseIp4(text);
  if (parsed === undefined) throw new Error(`${text} is no address`);
  return parsed;
};
export const ifName = (text: string): IfName => text as IfName;
export const vrfName = (text: string): VrfName => text as VrfName;
export const processId = (text: string): ProcessId => text as ProcessId;

/** Administrative distances of IOS (Cisco "What Is Administrative Distance?", document 15986). */
export const DISTANCES: Preferences = (() => {
  const byFamily: Readonly<Record<string, number>> = {
    connected: 0,
    local: 0,
    static: 1,
    aggregate: 5,
    rip: 120,
    ospf: 110,
    isis: 115,
    'eigrp.internal': 90,
    'eigrp.external': 170,
    'eigrp.summary': 5,
    'bgp.external': 20,
    'bgp.internal': 200,
    'bgp.local': 200,
    ldp: 9,
  };
  const of = (kind: RouteKind): number => byFamily[kind] ?? byFamily[kind.split('.')[0] as string] ?? 255;
  return Object.fromEntries(ROUTE_KINDS.map((kind) => [kind, of(kind)])) as unknown as Preferences;
})();

/** `e0` out of an interface · `e0>10.0.0.1` with a gateway · `10.0.0.1` to be resolved · `discard` `reject` `me@lo0` `vrf:A`. */
export function hop(
  text: string,
  more: { readonly vrf?: string; readonly direct?: boolean; labels?: number[] } = {},
): Nexthop {
  const labels = (more.labels ?? []) as readonly number[] as readonly Label[];
  if (text === 'discard' || text === 'reject') return { via: text };
  if (text.startsWith('me@')) return { via: 'receive', out: ifName(text.slice(3)) };
  if (text.startsWith('vrf:')) return { via: 'vrf', vrf: vrfName(text.slice(4)) };
  const gateway = parseIp4(text);
  if (gateway !== undefined)
    return {
      via: 'address',
      gateway,
      labels,
      table: 'unicast',
      ...(more.vrf === undefined ? {} : { vrf: vrfName(more.vrf) }),
      ...(more.direct === undefined ? {} : { direct: more.direct }),
    };
  const [out, behind] = text.split('>') as [string, string | undefined];
  return { via: 'interface', out: ifName(out), labels, ...(behind === undefined ? {} : { gateway: ip(behind) }) };
}

/** A route of the given kind; its source is the first part of the kind unless told otherwise. */
export function route(
  prefix: string,
  kind: RouteKind,
  hops: readonly (string | Nexthop)[],
  more: Partial<Omit<Route, 'prefix' | 'kind' | 'nexthops'>> = {},
): Route {
  return {
    prefix: p(prefix),
    kind,
    source: processId(kind.split('.')[0] as string),
    metric: 0,
    nexthops: hops.map((one) => (typeof one === 'string' ? hop(one) : one)),
    ...more,
  };
}
