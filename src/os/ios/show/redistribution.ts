// Which processes of this router tell others of a route, as `show ip route ADDRESS` says it.
// Source: captures `show ip route 10.10.10.0` with `redistribute`, `… 172.31.251.0` with `network` (IOS 15.x, IOS XE).

import type { Prefix } from '../../../base/prefix.ts';
import type { BgpConfig } from '../../../protocols/bgp/config.ts';
import type { VrfName } from '../../../route/names.ts';
import type { Route } from '../../../route/route.ts';

/** `Redistributing via bgp 65000` and `Advertised by bgp 65000`. */
export function redistributionLines(
  bgp: BgpConfig | undefined,
  vrf: VrfName,
  prefix: Prefix,
  route: Route,
): readonly string[] {
  const family = bgp?.families[vrf];
  if (!bgp || !family || route.kind === 'local') return [];
  const taken = family.redistribute.find(({ kinds }) => kinds.includes(route.kind));
  const named = family.networks.some((network) => network.prefix === prefix);
  if (!taken) return named ? [`  Advertised by bgp ${bgp.asn}`] : [];
  const metric = taken.metric === undefined ? '' : ` metric ${taken.metric}`;
  const policy = taken.policy === undefined || taken.policy.name === '' ? '' : ` route-map ${taken.policy.name}`;
  return [`  Redistributing via bgp ${bgp.asn}`, `  Advertised by bgp ${bgp.asn}${metric}${policy}`];
}
