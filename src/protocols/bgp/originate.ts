// network, redistribute: routes of the routing table become paths.                   RFC 4271 §9.4, RFC 4364 §4.3

import { ANY4 } from '../../base/ip.ts';
import { communitySet } from '../../policy/apply.ts';
import { accepted } from '../../policy/evaluate.ts';
import type { Subject } from '../../policy/policy.ts';
import { routeSubject } from '../../policy/route-subject.ts';
import { EMPTY_PATH } from '../../route/as-path.ts';
import type { Origin, PathAttributes } from '../../route/attributes.ts';
import { ROUTE_KINDS, type Route, type RouteKind } from '../../route/route.ts';
import type { BgpConfig, BgpFamily, BgpVpn, Redistribution } from './config.ts';
import type { NewPath } from './loc-rib.ts';
import type { Table } from './model.ts';

/** The key of the one path that a table's own router originates to a net. */
export const LOCAL = 'local';

/** Routes of its own that a process puts in the table, and must hear of: which leaks are in force. */
const OWN_KINDS: readonly RouteKind[] = ['bgp.external', 'bgp.internal', 'bgp.local'];

/** Which routes of the VRF the process must hear of. `network` takes whatever leads exactly there. */
export function kindsWanted(family: BgpFamily | undefined): readonly RouteKind[] {
  if (family && family.networks.length > 0) return ROUTE_KINDS;
  const redistributed = family?.redistribute.flatMap((statement) => statement.kinds) ?? [];
  return ROUTE_KINDS.filter((kind) => OWN_KINDS.includes(kind) || redistributed.includes(kind));
}

interface Sourced {
  readonly origination: 'network' | 'redistributed';
  readonly subject: Subject;
}

/** A route that leads nowhere in particular has 0.0.0.0 for NEXT_HOP, "this router". */
const subjectOf = (route: Route, config: BgpConfig, origin: Origin): Subject => ({
  ...routeSubject(route),
  weight: config.localWeight,
  origin,
});

/** A metric that the policy set counts more than the statement's, and that more than the route's own. */
function redistributed(statement: Redistribution, route: Route, config: BgpConfig): Subject | undefined {
  const subject = subjectOf(route, config, 'incomplete');
  const changed = accepted(statement.policy, subject);
  if (!changed || changed.metric !== subject.metric) return changed;
  return { ...changed, metric: statement.metric ?? route.metric };
}

/** `network` wins over `redistribute`: there is one local path a net. */
function sourced(route: Route, family: BgpFamily, config: BgpConfig): Sourced | undefined {
  const network = family.networks.find((statement) => statement.prefix === route.prefix);
  const named = network && accepted(network.policy, subjectOf(route, config, 'igp'));
  if (named) return { origination: 'network', subject: named };
  for (const statement of family.redistribute) {
    if (!statement.kinds.includes(route.kind)) continue;
    const subject = redistributed(statement, route, config);
    return subject && { origination: 'redistributed', subject };
  }
  return undefined;
}

/**
 * Route targets of a VPN's route. The export policy runs over the route with its targets already set; a route that it
 * rejects keeps them, for it decides on targets and not on export (capture: IOS-XE 16.4 lab-validation
 * iosxe_vrf_route_leaking_export_map: 10.1.1.0/24, which the map does not permit, is imported by the configured
 * targets; networklessons "MPLS VPN VRF Export Map").
 */
function exported(subject: Subject, vpn: BgpVpn | undefined): Subject {
  if (!vpn) return subject;
  const targeted: Subject = { ...subject, extended: communitySet([...subject.extended, ...vpn.exportTargets]) };
  return accepted(vpn.exportPolicy, targeted) ?? targeted;
}

function attributesOf(subject: Subject): PathAttributes {
  return {
    origin: subject.origin ?? 'incomplete',
    asPath: subject.asPath ?? EMPTY_PATH,
    nexthop: subject.nexthop ?? ANY4,
    med: subject.metric ?? 0,
    ...(subject.localPref === undefined ? {} : { localPref: subject.localPref }),
    ...(subject.communities?.length ? { communities: subject.communities } : {}),
    ...(subject.extended.length === 0 ? {} : { extended: subject.extended }),
    ...(subject.large?.length ? { large: subject.large } : {}),
  };
}

/** The path that this router originates for a route of the VRF's table; undefined: none. */
export function localPath(table: Table, route: Route, config: BgpConfig): NewPath | undefined {
  const family = config.families[table.vrf];
  const source = family && sourced(route, family, config);
  if (!source) return undefined;
  const subject = exported(source.subject, config.vpns[table.vrf]);
  return {
    key: LOCAL,
    attributes: attributesOf(subject),
    weight: subject.weight ?? 0,
    from: 'local',
    origination: source.origination,
    valid: true,
    nexthopVrf: table.vrf,
    igpMetric: 0,
    importedFrom: undefined,
    made: route,
    nexthops: undefined,
  };
}
