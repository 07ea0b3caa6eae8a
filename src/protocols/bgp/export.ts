// May these peers hear of that path, and with which attributes?      RFC 4271 §5.1, §9.1.3, §9.2, RFC 4456 §8, RFC 5065 §4, RFC 1997

import { ANY4, type Ip4 } from '../../base/ip.ts';
import { contains, type Prefix, prefix as prefixOf } from '../../base/prefix.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { pathSubject } from '../../policy/path-subject.ts';
import type { Subject } from '../../policy/policy.ts';
import { routeSubject } from '../../policy/route-subject.ts';
import { type AsPath, prepended } from '../../route/as-path.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import { isTransitive, sameExtended } from '../../route/community.ts';
import { MAIN } from '../../route/names.ts';
import type { BgpConfig } from './config.ts';
import { hopName } from './hops.ts';
import { WELL_KNOWN } from './iana.ts';
import type { Path } from './model.ts';
import { addsUp, type NeighborFamily } from './neighbor-config.ts';
import { hasLabels } from './packet/nlri.ts';
import { ownAsn, ownId, type Speaker, type UpdateGroup } from './peer.ts';
import { withoutPrivate } from './private-as.ts';
import type { Withheld } from './refusal.ts';
import { withSubject } from './subject.ts';

/** RFC 4456 §6: what came from inside the AS goes on to clients, and what clients sent to everybody. */
function passesInside(config: BgpConfig, path: Path, family: NeighborFamily): boolean {
  if (path.from === 'local' || path.from.external) return true;
  if (path.client && family.client) return config.reflectBetweenClients !== false;
  return path.client === true || family.client;
}

/** RFC 1997, "Well-known Communities". */
function bounded(attributes: PathAttributes, kind: UpdateGroup['kind']): boolean {
  const { communities } = attributes;
  if (!communities) return false;
  if (communities.includes(WELL_KNOWN['no-advertise'])) return true;
  if (kind !== 'internal' && communities.includes(WELL_KNOWN['no-export-subconfed'])) return true;
  return kind === 'external' && communities.includes(WELL_KNOWN['no-export']);
}

/** The AS that told it: the first one of the path. */
const lastHop = (path: AsPath): number | undefined => (path[0]?.kind === 'sequence' ? path[0].asns[0] : undefined);

/** Why they may not hear of it, before any policy. */
function withheld(speaker: Speaker, group: UpdateGroup, path: Path, attributes: PathAttributes): Withheld | undefined {
  const { terms, kind, config } = group;
  if (kind === 'internal' && !passesInside(speaker.config, path, terms)) return 'inside';
  if (bounded(attributes, kind)) return 'community';
  const { siteOfOrigin: site } = terms;
  if (site && attributes.extended?.some((one) => sameExtended(one, site))) return 'site';
  const back = terms.tellPeerAs === false && kind === 'external' && !terms.asOverride;
  return back && lastHop(attributes.asPath) === config.remoteAs ? 'peer-as' : undefined;
}

const overridden = (path: AsPath, from: number, to: number): AsPath =>
  path.map((segment) => ({ ...segment, asns: segment.asns.map((asn) => (asn === from ? to : asn)) }));

/** RFC 4271 §5.1.2 b, RFC 5065 §4.1: our AS before the path. */
export function pathTowards(speaker: Speaker, group: UpdateGroup, path: AsPath): AsPath {
  const { kind, terms, config, shownAs } = group;
  const own = ownAsn(speaker.config, group.vrf);
  if (kind === 'internal') return path;
  if (kind === 'confederation') return prepended(path, [own], 'confed-sequence');
  const outer = path.filter((segment) => segment.kind === 'sequence' || segment.kind === 'set');
  const bare = withoutPrivate(outer, terms.removePrivate, shownAs, config.remoteAs);
  const shown = terms.asOverride ? overridden(bare, config.remoteAs, shownAs) : bare;
  const second = config.localAs?.prependOwn && shownAs === config.localAs.asn && shownAs !== own ? [own] : [];
  return prepended(shown, [shownAs, ...second]);
}

/** The peer and the next hop are on one link: it may send there itself. RFC 4271 §5.1.3, 1 and 2 */
function shared(speaker: Speaker, { config }: UpdateGroup, nexthop: Ip4): boolean {
  return speaker.context.interfaces().some(
    (on) =>
      on.up &&
      on.vrf === config.vrf &&
      on.addresses.some((at) => {
        const subnet = prefixOf(at.address, at.length);
        return contains(subnet, nexthop) && contains(subnet, config.address) && at.address !== nexthop;
      }),
  );
}

/** §5.1.3. `label`: the path bears one, and is told anew where the next hop is another. */
function nexthopTowards(speaker: Speaker, group: UpdateGroup, path: Path): Ip4 {
  const { family: name, terms, kind, config } = group;
  const self = group.local ?? ownId(speaker, group.vrf) ?? ANY4;
  const old = path.attributes.nexthop as Ip4;
  if (terms.nexthop === 'unchanged' && old !== ANY4) return old;
  const ownVpn = name === 'vpnv4' && path.labels === undefined;
  // RFC 4684 §3.2: as if the reflector asked itself.
  const asks = name === 'rtfilter' && terms.client;
  if (old === ANY4 || ownVpn || asks || path.importedFrom) return self;
  // RFC 8277 §4: what came without a label is told with one of ours.
  if (hasLabels(name) && path.labels === undefined) return self;
  if (terms.nexthop === 'self' && !(path.client && terms.client)) return self;
  const reflects = kind === 'internal' && path.from !== 'local' && !path.from.external;
  if (terms.nexthop === 'self-external' && !reflects) return self;
  if (kind !== 'external') return old;
  return config.direct && name === 'ipv4' && shared(speaker, group, old) ? old : self;
}

/** RFC 4456 §8: who brought it into the AS, and which clusters it went through. */
function reflected(speaker: Speaker, group: UpdateGroup, path: Path): Partial<PathAttributes> {
  if (path.from === 'local' || path.from.external) return {};
  const asks = group.family === 'rtfilter' && group.terms.client;
  const cluster = speaker.config.clusterId ?? ownId(speaker, group.vrf) ?? ANY4;
  return {
    originatorId: asks ? (ownId(speaker, group.vrf) ?? ANY4) : (path.attributes.originatorId ?? path.from.routerId),
    clusterList: [cluster, ...(path.attributes.clusterList ?? [])],
  };
}

/** MED of its own that the neighbour's configuration asks for. */
function metricOut(speaker: Speaker, { terms }: UpdateGroup, path: Path): number | undefined {
  const { metricOut: wanted } = terms;
  if (!wanted) return undefined;
  if (wanted.kind === 'fixed') return wanted.value;
  const metric = path.made ? path.made.metric : path.igpMetric;
  const gateway = path.attributes.nexthop as Ip4;
  const hops = [hopName(path.nexthopVrf, gateway), hopName(path.nexthopVrf, gateway, 'labeled')];
  const least = hops.map((name) => speaker.hops.get(name)?.least).find((found) => found !== undefined);
  const base = wanted.kind === 'igp' ? metric : Math.min(metric, least ?? metric);
  return Math.max(0, base + wanted.offset);
}

/**
 * The targets that a VRF's own routes bear are not told to its customers; what is not transitive stays in the AS (RFC 4360
 * §2; capture of vJunos 25.4R1, lab junos_ext_community_literal: targets pass in plain IPv4 routes, type 0xfd does not).
 */
function shownExtended(
  { vrf, family, kind }: UpdateGroup,
  extended: PathAttributes['extended'],
): PathAttributes['extended'] {
  const ofVrf = vrf !== MAIN && family !== 'vpnv4';
  const shown = extended?.filter(
    (one) => !(ofVrf && one.kind === 'target') && (kind !== 'external' || isTransitive(one)),
  );
  return shown?.length === extended?.length ? extended : shown;
}

/** RFC 7311 §3.4.3: who puts himself in the place of the next hop adds what it costs to get there. */
const onTheWay = (path: Path, nexthop: Ip4): number =>
  path.from === 'local' || path.attributes.nexthop === nexthop ? 0 : path.igpMetric;

/** The same where only the policy put another next hop there. */
function displaced(path: Path, before: PathAttributes, after: PathAttributes): PathAttributes {
  const { aigp } = after;
  if (aigp === undefined || before.nexthop !== path.attributes.nexthop) return after;
  return { ...after, aigp: aigp + onTheWay(path, after.nexthop as Ip4) };
}

/** What of it may be seen by whom. */
function carried(
  speaker: Speaker,
  group: UpdateGroup,
  path: Path,
  attributes: PathAttributes,
  nexthop: Ip4,
): PathAttributes {
  const { med, localPref, communities, extended, large, originatorId, clusterList, aigp, ...rest } = attributes;
  const { terms, kind } = group;
  const inside = kind !== 'external';
  // §5.1.4: a MED that came from outside goes no further than this AS.
  const ownMed = path.from === 'local';
  const shownMed = metricOut(speaker, group, path) ?? (inside || ownMed ? med : undefined);
  const shown = shownExtended(group, extended);
  const preferred = localPref ?? terms.localPref ?? speaker.config.defaultLocalPref;
  return {
    ...rest,
    ...(shownMed === undefined ? {} : { med: shownMed }),
    ...(inside ? { localPref: preferred } : {}),
    ...(communities && terms.sendStandard ? { communities } : {}),
    ...(shown && shown.length > 0 && terms.sendExtended ? { extended: shown } : {}),
    ...(large && terms.sendLarge ? { large } : {}),
    ...(aigp !== undefined && addsUp(terms, !inside) ? { aigp: aigp + onTheWay(path, nexthop) } : {}),
    ...(kind === 'internal' && originatorId !== undefined ? { originatorId } : {}),
    ...(kind === 'internal' && clusterList ? { clusterList } : {}),
    ...(kind === 'internal' ? reflected(speaker, group, path) : {}),
  };
}

/** Everything but the policy: the same for all paths of one peer with the same attributes. */
function before(
  speaker: Speaker,
  group: UpdateGroup,
  path: Path,
  attributes: PathAttributes,
): PathAttributes | Withheld {
  const measured = group.terms.metricOut !== undefined || attributes.aigp !== undefined;
  const metric = measured ? `${path.made?.metric} ${path.igpMetric}` : '';
  const marks = [
    path.peer,
    path.client,
    path.labels !== undefined,
    path.importedFrom !== undefined,
    path.from === 'local',
  ];
  const variant = `${marks.join(' ')} ${metric}`;
  let known = group.cache.get(attributes);
  if (!known) {
    known = new Map();
    group.cache.set(attributes, known);
  }
  const old = known.get(variant);
  if (old !== undefined) return old;
  const nexthop = nexthopTowards(speaker, group, path);
  const made: PathAttributes | Withheld = withheld(speaker, group, path, attributes) ?? {
    ...carried(speaker, group, path, attributes, nexthop),
    nexthop,
    asPath: pathTowards(speaker, group, attributes.asPath),
  };
  known.set(variant, made);
  return made;
}

/** The path as these peers are told it, or why they are not. `attributes`: of the path, with the targets it bears. `ofVrf`: it is a VRF's of this router, told as a VPN's. */
export function exported(
  speaker: Speaker,
  group: UpdateGroup,
  prefix: Prefix,
  path: Path,
  attributes: PathAttributes,
  ofVrf = false,
): PathAttributes | Withheld {
  const base = before(speaker, group, path, attributes);
  if (typeof base === 'string') return base;
  const { terms } = group;
  const exportPolicy = ofVrf && terms.policyForVrfs === false ? undefined : terms.exportPolicy;
  const told = path.from === 'local' ? 'bgp.local' : path.from.external ? 'bgp.external' : 'bgp.internal';
  const kind = path.made?.kind ?? told;
  const written = path.made ? path.made.tag : path.tag;
  const tag = written === undefined ? {} : { tag: written };
  let changed = base;
  if (exportPolicy) {
    const { communities = [], extended = [], large = [], localPref } = attributes;
    const { asPath } = attributes;
    const seen = { ...base, asPath, communities, extended, large, ...(localPref === undefined ? {} : { localPref }) };
    const source = path.from === 'local' ? {} : { source: path.from.peer };
    const peer = group.config.address;
    // Our own AS comes before the path that the policy leaves; `outer` is what it wants before that.
    const { interfaces } = path.made ? routeSubject(path.made) : {};
    const led = interfaces ? { interfaces } : {};
    const more = { kind, peer, outer: [], igpMetric: path.igpMetric, ...source, ...tag, ...led };
    const subject = pathSubject(prefix, seen, more);
    const { verdict, subject: after } = evaluate(exportPolicy, subject, speaker.around);
    if (verdict === 'reject') return 'policy';
    if (after !== subject) {
      const own = after.asPath === asPath ? base.asPath : pathTowards(speaker, group, after.asPath ?? asPath);
      const told = { ...withSubject(base, after), ...directed(speaker, group, path, after) };
      const placed = displaced(path, base, told);
      changed = filtered({ ...placed, asPath: prepended(own, after.outer ?? []) }, group);
    }
  }
  for (const { telling, matching } of group.conditions) {
    const { verdict, subject } = evaluate(telling.which, pathSubject(prefix, changed, { kind, ...tag }));
    if (verdict === 'reject') continue;
    if (matching.size > 0 !== telling.exists) return 'condition';
    changed = filtered(withSubject(changed, subject), group);
  }
  return leaving(changed, group);
}

/** RFC 8326 §4.2: whoever hears of it looks for another way, before this one goes. */
function leaving(path: PathAttributes, { terms, kind }: UpdateGroup): PathAttributes {
  if (terms.leavingPref === undefined) return path;
  const { communities = [] } = path;
  const community = WELL_KNOWN['graceful-shutdown'];
  return {
    ...path,
    communities: communities.includes(community) ? communities : [...communities, community],
    ...(kind === 'external' ? {} : { localPref: terms.leavingPref }),
  };
}

/** The next hop that a policy names without saying its address. */
function directed(speaker: Speaker, group: UpdateGroup, path: Path, { toward }: Subject): Partial<PathAttributes> {
  if (toward === 'self') return { nexthop: group.local ?? ownId(speaker, group.vrf) ?? ANY4 };
  if (toward === 'peer-address') return { nexthop: group.config.address };
  return toward === 'unchanged' && path.attributes.nexthop !== ANY4 ? { nexthop: path.attributes.nexthop } : {};
}

/** A policy may not put in what is not sent. */
function filtered(path: PathAttributes, group: UpdateGroup): PathAttributes {
  const { terms, kind } = group;
  const { communities, extended, large, localPref, aigp, ...rest } = path;
  const shown = shownExtended(group, extended);
  return {
    ...rest,
    ...(aigp !== undefined && addsUp(terms, kind === 'external') ? { aigp } : {}),
    ...(localPref !== undefined && kind !== 'external' ? { localPref } : {}),
    ...(communities && terms.sendStandard ? { communities } : {}),
    ...(shown && shown.length > 0 && terms.sendExtended ? { extended: shown } : {}),
    ...(large && terms.sendLarge ? { large } : {}),
  };
}
