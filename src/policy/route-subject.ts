// A route of a table as policies see it.

import type { Ip } from '../base/ip.ts';
import { EMPTY_PATH } from '../route/as-path.ts';
import type { Route } from '../route/route.ts';
import type { Subject } from './policy.ts';

/** A route as a protocol makes it: it need not stand in a table yet. */
type Given = Pick<Route, 'prefix' | 'kind' | 'tag' | 'metric'> &
  Partial<Pick<Route, 'nexthops' | 'bgp' | 'given' | 'marks'>>;

/** Where it leads first, and by which interfaces; a next hop that is to be resolved has none. */
function leads(route: Given): Pick<Subject, 'nexthop' | 'interfaces'> {
  const hops = route.nexthops ?? [];
  let gateway: Ip | undefined;
  for (const hop of hops) {
    if ((hop.via === 'interface' || hop.via === 'address') && hop.gateway !== undefined) gateway ??= hop.gateway;
  }
  const interfaces = hops.flatMap((hop) => (hop.via === 'interface' || hop.via === 'receive' ? [hop.out] : []));
  return {
    ...(gateway === undefined ? {} : { nexthop: gateway }),
    ...(interfaces.length === 0 ? {} : { interfaces }),
  };
}

/** The route with what BGP says of it, or what it was given for BGP to say. */
export function routeSubject(route: Given): Subject {
  const { bgp } = route;
  const said = bgp ?? route.given;
  return {
    prefix: route.prefix,
    kind: route.kind,
    tag: route.tag,
    metric: route.metric,
    localPref: bgp?.localPref,
    weight: undefined,
    origin: said?.origin,
    extended: said?.extended ?? [],
    ...(said
      ? { communities: said.communities ?? [], large: said.large ?? [], asPath: said.asPath ?? EMPTY_PATH }
      : {}),
    ...leads(route),
    ...route.marks,
  };
}
