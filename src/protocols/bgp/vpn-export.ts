// A VRF's route as a VPN route: the targets that it bears.                           RFC 4364 §4.3.1, RFC 4360 §4

import type { Prefix } from '../../base/prefix.ts';
import { communitySet, evaluate } from '../../policy/evaluate.ts';
import { pathSubject } from '../../policy/path-subject.ts';
import { routeSubject } from '../../policy/route-subject.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import type { BgpConfig, BgpVpn } from './config.ts';
import { isExternal, type Path, type Table } from './model.ts';
import { withSubject } from './subject.ts';

type Route = Pick<Path, 'attributes' | 'made' | 'from' | 'importedFrom'>;

/**
 * With the export targets set, and as the export policy leaves it. Undefined: the policy rejected it and that counts;
 * otherwise what it rejects keeps the targets, for it decides on targets and not on export (capture: IOS-XE 16.4
 * lab-validation iosxe_vrf_route_leaking_export_map: 10.1.1.0/24, which the map does not permit, is imported by the
 * configured targets; networklessons "MPLS VPN VRF Export Map").
 */
export function targeted(vpn: BgpVpn, prefix: Prefix, route: Route): PathAttributes | undefined {
  const { attributes, made } = route;
  const extended = communitySet([...(attributes.extended ?? []), ...vpn.exportTargets]);
  const bearing: PathAttributes = extended.length === 0 ? attributes : { ...attributes, extended };
  if (!vpn.exportPolicy) return bearing;
  const learned = isExternal(route as Path) ? ('bgp.external' as const) : ('bgp.internal' as const);
  const tag = made?.tag === undefined ? {} : { tag: made.tag };
  const { interfaces } = made ? routeSubject(made) : {};
  const led = interfaces ? { interfaces } : {};
  const subject = pathSubject(prefix, bearing, { kind: made?.kind ?? learned, ...tag, ...led });
  const { verdict, subject: after } = evaluate(vpn.exportPolicy, subject);
  if (verdict === 'reject') return vpn.exportRejects ? undefined : bearing;
  return after === subject ? bearing : withSubject(bearing, after);
}

/**
 * A link that several may be on has no next hop that a label could stand for, unless the label stands for the whole table
 * (Junos Layer 3 VPNs, "vrf-table-label").
 */
const isUnlabelled = ({ labels }: BgpVpn, prefix: Prefix, { made }: Path): boolean =>
  labels === 'next-hop' && made?.kind === 'connected' && prefix.length < (prefix.family === 4 ? 32 : 128);

/** What is told of it under its distinguisher, and what other VRFs may import; undefined: nothing. */
export function asVpn(config: BgpConfig, table: Table, prefix: Prefix, path: Path): PathAttributes | undefined {
  const vpn = config.vpns[table.vrf];
  if (!vpn || table.remote || path.importedFrom) return path.attributes;
  if (vpn.targetsAt === 'export') return isUnlabelled(vpn, prefix, path) ? undefined : targeted(vpn, prefix, path);
  const bears = path.attributes.extended?.some(({ kind }) => kind === 'target');
  return vpn.exportRejects && !bears ? undefined : path.attributes;
}
