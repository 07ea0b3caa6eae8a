// Indirect next hops: what stands between a route of BGP and the way to its protocol next hop, so that many change at once.
// Source: captures `show route … detail` (`Indirect next hop: 0x… 1048574`), transcript `show route forwarding-table vpn …
// matching …` (MX of a public lab: `indr 1048581`, the way with its labels below).

import { ipText } from '../../../base/ip.ts';
import type { RouteRow } from '../../../device/queries.ts';
import type { Label } from '../../../route/label.ts';
import type { VrfName } from '../../../route/names.ts';
import type { BgpScene } from './bgp-facts.ts';
import { elementAddress, looseIndex } from './next-hops.ts';

const FIRST_INDIRECT = 1_048_570;

/** Labels that the route itself brought, from the top. */
export const ownLabels = ({ candidate: { route } }: RouteRow): readonly Label[] =>
  route.nexthops.flatMap((hop) => (hop.via === 'address' ? hop.labels : []));

/** A route of BGP whose next hop had to be looked for. */
export function isIndirect(bgp: BgpScene, vrf: VrfName, { candidate: { route } }: RouteRow): boolean {
  return route.kind === 'bgp.internal' || bgp.peerOf(vrf, route)?.config.direct === false;
}

/** Routes with one protocol next hop and the same labels share it. */
export function indirectHop(row: RouteRow): { readonly address: string; readonly index: number } {
  const { bgp } = row.candidate.route;
  const key = `indirect ${bgp ? ipText(bgp.nexthop) : ''} ${ownLabels(row).join()}`;
  return { address: elementAddress(key), index: FIRST_INDIRECT + (looseIndex(key) % 400) };
}
