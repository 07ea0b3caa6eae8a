// network, redistribute: routes of the routing table become paths.                   RFC 4271 §9.4, RFC 4364 §4.3

import { ANY4, type Ip4 } from '../../base/ip.ts';
import { accepted } from '../../policy/evaluate.ts';
import type { Subject } from '../../policy/policy.ts';
import { routeSubject } from '../../policy/route-subject.ts';
import { EMPTY_PATH } from '../../route/as-path.ts';
import type { Aggregator, Origin, PathAttributes } from '../../route/attributes.ts';
import type { VrfName } from '../../route/names.ts';
import { ROUTE_KINDS, type Route, type RouteKind } from '../../route/route.ts';
import { activeAttributes } from './active-routes.ts';
import type { BgpConfig, BgpFamily, Redistribution } from './config.ts';
import type { NewPath } from './loc-rib.ts';
import type { Table } from './model.ts';
import { ownAsn, ownId, type Speaker } from './peer.ts';
import { targeted } from './vpn-export.ts';

/** The key of the one path that a table's own router originates to a net. */
export const LOCAL = 'local';

/** Routes of its own that a process puts in the table, and must hear of: which leaks are in force. */
const OWN_KINDS: readonly RouteKind[] = ['bgp.external', 'bgp.internal', 'bgp.local'];

/** Which routes of the VRF the process must hear of. `network` takes whatever leads exactly there. */
export function kindsWanted(config: BgpConfig, vrf: VrfName): readonly RouteKind[] {
  const family = config.families[vrf];
  const conditional = config.neighbors?.some((one) => one.vrf === vrf && one.families.ipv4?.defaultPolicy);
  if (config.tells === 'active' || conditional) return ROUTE_KINDS;
  if (family && family.networks.length > 0) return ROUTE_KINDS;
  // Only VPNs have leaks, which are followed by the routes that they make.
  const own = Object.keys(config.vpns).length > 0 ? OWN_KINDS : [];
  const redistributed = family?.redistribute.flatMap((statement) => statement.kinds) ?? [];
  return ROUTE_KINDS.filter((kind) => own.includes(kind) || redistributed.includes(kind));
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

function attributesOf(subject: Subject): PathAttributes {
  return {
    origin: subject.origin ?? 'incomplete',
    asPath: subject.asPath ?? EMPTY_PATH,
    nexthop: subject.nexthop ?? ANY4,
    med: subject.metric ?? 0,
    ...(subject.localPref === undefined ? {} : { localPref: subject.localPref }),
    ...(subject.extended.length === 0 ? {} : { extended: subject.extended }),
    ...(subject.communities?.length ? { communities: subject.communities } : {}),
    ...(subject.large?.length ? { large: subject.large } : {}),
    ...(subject.aigp === undefined ? {} : { aigp: subject.aigp }),
  };
}

/** The path that this router originates for a route of the VRF's table; undefined: none. */
export function localPath(speaker: Speaker, table: Table, route: Route): NewPath | undefined {
  const { config } = speaker;
  const family = config.families[table.vrf];
  const source = family && !route.noReadvertise && sourced(route, family, config);
  if (!source) return undefined;
  const { subject } = source;
  const vpn = config.vpns[table.vrf];
  const self: Aggregator = { asn: ownAsn(config, table.vrf), routerId: ownId(speaker, table.vrf) ?? (0 as Ip4) };
  const plain = config.tells === 'active' ? activeAttributes(route, self) : attributesOf(subject);
  const bare = { attributes: plain, made: route, from: 'local', importedFrom: undefined } as const;
  const attributes = vpn && vpn.targetsAt !== 'export' ? (targeted(vpn, route.prefix, bare) ?? plain) : plain;
  return {
    key: LOCAL,
    attributes,
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
