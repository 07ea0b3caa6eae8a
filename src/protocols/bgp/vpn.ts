// Import and export by route targets, between the VRFs of this router.               RFC 4364 §4.3.1, RFC 4360 §4

import { comparePrefix, type Prefix } from '../../base/prefix.ts';
import { byText } from '../../base/sorted-map.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { pathSubject } from '../../policy/path-subject.ts';
import type { Policy, Subject } from '../../policy/policy.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import { sameExtended } from '../../route/community.ts';
import type { VrfName } from '../../route/names.ts';
import type { Nexthop, Route } from '../../route/route.ts';
import type { RouteDistinguisher } from '../../route/route-distinguisher.ts';
import type { Micros } from '../../sim/time.ts';
import type { BgpConfig, BgpVpn } from './config.ts';
import { decide, type LadderFacts } from './decision.ts';
import { leakable, leakPolicy } from './global-leaks.ts';
import { type NewPath, putPath, removePath } from './loc-rib.ts';
import { isExternal, isSourced, type LocRib, type Net, type Path, type PathKey, type Table } from './model.ts';
import { withSubject } from './subject.ts';
import { asVpn } from './vpn-export.ts';

export const importKey = (from: VrfName): PathKey => `import ${from}`;

/** Any of the targets is one that the VPN imports. RFC 4364 §4.3.1 */
export function matches({ extended }: PathAttributes, vpn: BgpVpn): boolean {
  if (vpn.importsBy === 'policy') return true;
  const carried = extended ?? [];
  return vpn.importTargets.some((wanted) => carried.some((community) => sameExtended(community, wanted)));
}

/** The next hop of a leaked route is looked for where the route came from. */
export function inVrf(hop: Nexthop, vrf: VrfName): Nexthop {
  return hop.via === 'address' ? { ...hop, vrf: hop.vrf ?? vrf } : hop;
}

const importedSubject = (prefix: Prefix, path: Path, made: Route | undefined): Subject => ({
  ...pathSubject(prefix, path.attributes, { kind: isExternal(path) ? 'bgp.external' : 'bgp.internal' }),
  ...(path.tag === undefined ? {} : { tag: path.tag }),
  ...path.marks,
  ...(made ? { kind: made.kind, tag: made.tag } : {}),
  metric: path.attributes.med,
  localPref: path.attributes.localPref,
  weight: path.weight,
  origin: path.attributes.origin,
  extended: path.attributes.extended ?? [],
});

/** The path as the import policy leaves it; undefined when it is rejected. */
function admitted(policy: Policy | undefined, prefix: Prefix, path: Path, made: Route | undefined): Path | undefined {
  if (!policy) return path;
  const { verdict, subject } = evaluate(policy, importedSubject(prefix, path, made));
  if (verdict === 'reject') return undefined;
  const attributes = withSubject(path.attributes, subject);
  return {
    ...path,
    attributes,
    ...(subject.preference === undefined ? {} : { preference: subject.preference }),
    weight: subject.weight ?? path.weight,
  };
}

/** What a table has to give: no copies, each with the targets it bears. Of a table that tells active routes, the active one. */
function offered(net: Net, from: Table, config: BgpConfig, facts: LadderFacts): readonly Path[] {
  const all = [...net.paths.values()];
  const beaten = facts.tells === 'active' && !from.remote && from.routes.has(net.prefix);
  return all.flatMap((path) => {
    if (path.importedFrom || path.barred) return [];
    if (facts.tells === 'active' && !from.remote && isSourced(path) !== beaten) return [];
    const attributes = asVpn(config, from, net.prefix, path);
    return attributes ? [attributes === path.attributes ? path : { ...path, attributes }] : [];
  });
}

/**
 * What `into` imports from `from` to this net: the best of its paths that carry a wanted target. Copies are never
 * copied again: leaking is not transitive.
 */
export function importable(
  prefix: Prefix,
  into: BgpVpn,
  from: Table & { readonly rd: RouteDistinguisher },
  config: BgpConfig,
  facts: LadderFacts,
): NewPath | undefined {
  const net = from.nets.get(prefix);
  if (!net) return undefined;
  const own = offered(net, from, config, facts).filter((path) => matches(path.attributes, into));
  const best = own.length > 1 ? decide(own, facts).best : own[0]?.valid ? own[0] : undefined;
  return best && copyOf(prefix, into.importPolicy, from, best, importKey(from.vrf));
}

/** All that `into` imports: where the routing table holds every path, what peers told is imported path by path. */
function importables(
  prefix: Prefix,
  into: BgpVpn,
  from: Table & { readonly rd: RouteDistinguisher },
  config: BgpConfig,
  facts: LadderFacts,
): readonly NewPath[] {
  if (!from.remote && into.importsOwn === false) return [];
  if (facts.tells !== 'active' || !from.remote) return [importable(prefix, into, from, config, facts) ?? []].flat();
  return [...(from.nets.get(prefix)?.paths.values() ?? [])].flatMap((path) =>
    path.barred === undefined && matches(path.attributes, into)
      ? (copyOf(prefix, into.importPolicy, from, path, `${importKey(from.vrf)} ${path.key}`) ?? [])
      : [],
  );
}

function copyOf(
  prefix: Prefix,
  policy: Policy | undefined,
  from: Table,
  original: Path,
  key: PathKey,
): NewPath | undefined {
  const { made } = original;
  const path = admitted(policy, prefix, original, made);
  if (!path) return undefined;
  const hops = made?.nexthops ?? path.nexthops ?? [];
  return {
    key,
    attributes: path.attributes,
    weight: path.weight,
    from: path.from,
    origination: path.origination,
    valid: path.valid,
    nexthopVrf: path.nexthopVrf,
    igpMetric: path.igpMetric,
    importedFrom: { rd: from.rd, prefix, vrf: from.remote ? undefined : from.vrf },
    made,
    nexthops: hops.map((hop) => inVrf(hop, from.vrf)),
    copyOf: from.vrf,
    ...(path.peer === undefined ? {} : { peer: path.peer }),
    ...(path.labels ? { labels: path.labels } : {}),
    ...(path.preference === undefined ? {} : { preference: path.preference }),
    ...(path.tag === undefined ? {} : { tag: path.tag }),
    ...(path.marks ? { marks: path.marks } : {}),
    ...(path.pathId === undefined ? {} : { pathId: path.pathId }),
  };
}

/** What was imported to this net out of that table. */
const copiesOf = (into: Table, prefix: Prefix, from: VrfName): readonly Path[] =>
  [...(into.nets.get(prefix)?.paths.values() ?? [])].filter((path) => path.copyOf === from);

const hasRd = (table: Table): table is Table & { readonly rd: RouteDistinguisher } => table.rd !== undefined;

/** All that one table is to hold of another's net: by targets, or between the global table and a VRF by a policy. */
function wantedFrom(
  prefix: Prefix,
  into: Table,
  from: Table,
  config: BgpConfig,
  facts: LadderFacts,
): readonly NewPath[] {
  const vpn = config.vpns[into.vrf];
  if (vpn && hasRd(from)) return importables(prefix, vpn, from, config, facts);
  const policy = leakPolicy(config, into, from);
  const best = policy && leakable(from.nets.get(prefix), facts);
  return best ? [copyOf(prefix, policy, from, best, importKey(from.vrf)) ?? []].flat() : [];
}

/** Every pair of a table and another that it may import from, in a fixed order. */
function* pairs(rib: LocRib, config: BgpConfig): Generator<readonly [Table, Table]> {
  for (const into of rib.tables.values()) {
    const vpn = config.vpns[into.vrf];
    for (const from of rib.tables.values())
      if (from !== into && ((vpn && hasRd(from)) || leakPolicy(config, into, from))) yield [into, from];
  }
}

/** Brings the copies of these nets into line with what is to be imported: adds, changes, removes. */
export function importNets(
  rib: LocRib,
  config: BgpConfig,
  facts: LadderFacts,
  prefixes: Iterable<Prefix>,
  now: Micros,
): void {
  const sorted = [...prefixes].sort(comparePrefix);
  for (const [into, from] of pairs(rib, config)) {
    for (const prefix of sorted) {
      const paths = wantedFrom(prefix, into, from, config, facts);
      for (const path of paths) putPath(rib, into, prefix, path, now);
      for (const old of copiesOf(into, prefix, from.vrf))
        if (!paths.some(({ key }) => key === old.key)) removePath(into, prefix, old.key);
    }
  }
}

/** Takes away what may not be imported any more, at once; what is new or changed waits for the next import. */
export function dropStale(rib: LocRib, config: BgpConfig, facts: LadderFacts, prefixes: Iterable<Prefix>): void {
  const sorted = [...prefixes].sort(comparePrefix);
  for (const into of rib.tables.values()) {
    for (const prefix of sorted) {
      for (const path of [...(into.nets.get(prefix)?.paths.values() ?? [])].sort((a, b) => byText(a.key, b.key))) {
        if (!path.importedFrom) continue;
        const from = path.copyOf === undefined ? undefined : rib.tables.get(path.copyOf);
        const wanted = from ? wantedFrom(prefix, into, from, config, facts) : [];
        if (!wanted.some(({ key }) => key === path.key)) removePath(into, prefix, path.key);
      }
    }
  }
}
