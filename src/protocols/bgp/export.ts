// May this peer hear of that path, and with which attributes?      RFC 4271 §5.1, §9.1.3, §9.2, RFC 4456 §8, RFC 5065 §4, RFC 1997

import { ANY4, type Ip4 } from '../../base/ip.ts';
import { contains, DEFAULT4, type Prefix, prefix as prefixOf } from '../../base/prefix.ts';
import { accepted } from '../../policy/evaluate.ts';
import type { Subject } from '../../policy/policy.ts';
import { type AsPath, EMPTY_PATH, prepended } from '../../route/as-path.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import type { BgpConfig } from './config.ts';
import { type FamilyName, WELL_KNOWN } from './iana.ts';
import type { Path } from './model.ts';
import type { NeighborFamily, RemovePrivate } from './neighbor-config.ts';
import { asnTowards, kindOf, type Peer, type PeerKind, type Speaker } from './peer.ts';
import { subjectOf, withSubject } from './subject.ts';

/** RFC 4456 §6: what came from inside the AS goes on to clients, and what clients sent to everybody. */
function passesInside(config: BgpConfig, path: Path, family: NeighborFamily): boolean {
  if (path.from === 'local' || path.from.external) return true;
  if (path.client && family.client) return config.reflectBetweenClients !== false;
  return path.client === true || family.client;
}

/** RFC 1997, "Well-known Communities". */
function bounded(path: Path, kind: PeerKind): boolean {
  const communities = path.attributes.communities ?? [];
  if (communities.includes(WELL_KNOWN['no-advertise'])) return true;
  if (kind !== 'internal' && communities.includes(WELL_KNOWN['no-export-subconfed'])) return true;
  return kind === 'external' && communities.includes(WELL_KNOWN['no-export']);
}

export function mayHear(speaker: Speaker, peer: Peer, family: NeighborFamily, path: Path): boolean {
  const kind = kindOf(speaker.config, peer.config);
  if (path.peer === peer.name && !family.tellBack) return false;
  if (kind === 'internal' && !passesInside(speaker.config, path, family)) return false;
  return !bounded(path, kind);
}

/** RFC 6996 §5 */
const isPrivate = (asn: number): boolean => (asn >= 64512 && asn <= 65534) || (asn >= 4200000000 && asn <= 4294967294);

function withoutPrivate(path: AsPath, how: RemovePrivate, own: number, peerAs: number): AsPath {
  if (how === 'off') return path;
  let leading = true;
  return path
    .map((segment) => ({
      ...segment,
      asns: segment.asns.flatMap((asn) => {
        const goes = isPrivate(asn) && asn !== peerAs && (how !== 'leading' || leading);
        if (!isPrivate(asn)) leading = false;
        return goes ? (how === 'replace' ? [own] : []) : [asn];
      }),
    }))
    .filter(({ asns }) => asns.length > 0);
}

const overridden = (path: AsPath, from: number, to: number): AsPath =>
  path.map((segment) => ({ ...segment, asns: segment.asns.map((asn) => (asn === from ? to : asn)) }));

/** RFC 4271 §5.1.2 b, RFC 5065 §4.1: our AS before the path. */
function pathTowards(speaker: Speaker, peer: Peer, family: NeighborFamily, path: AsPath, kind: PeerKind): AsPath {
  const { config } = speaker;
  if (kind === 'internal') return path;
  if (kind === 'confederation') return prepended(path, [config.asn], 'confed-sequence');
  const own = asnTowards(config, peer.config);
  const outer = path.filter((segment) => segment.kind === 'sequence' || segment.kind === 'set');
  const bare = withoutPrivate(outer, family.removePrivate, own, peer.config.remoteAs);
  const shown = family.asOverride ? overridden(bare, peer.config.remoteAs, own) : bare;
  const second = peer.config.localAs?.prependOwn && own !== config.asn ? [config.asn] : [];
  return prepended(shown, [own, ...second]);
}

/** The peer and the next hop are on one link: it may send there itself. RFC 4271 §5.1.3, 1 and 2 */
function shared(speaker: Speaker, peer: Peer, nexthop: Ip4): boolean {
  return speaker.context.interfaces().some(
    (on) =>
      on.up &&
      on.vrf === peer.config.vrf &&
      on.addresses.some((at) => {
        const subnet = prefixOf(at.address, at.length);
        return contains(subnet, nexthop) && contains(subnet, peer.config.address) && at.address !== nexthop;
      }),
  );
}

/** §5.1.3. `label`: the path bears one, and is told anew where the next hop is another. */
function nexthopTowards(
  speaker: Speaker,
  peer: Peer,
  name: FamilyName,
  family: NeighborFamily,
  path: Path,
  kind: PeerKind,
): Ip4 {
  const self = peer.local ?? speaker.routerId ?? ANY4;
  const old = path.attributes.nexthop as Ip4;
  if (family.nexthop === 'unchanged' && old !== ANY4) return old;
  const ownVpn = name === 'vpnv4' && path.labels === undefined;
  if (old === ANY4 || ownVpn || path.importedFrom) return self;
  if (family.nexthop === 'self' && !(path.client && family.client)) return self;
  if (family.nexthop === 'self-external' && (path.from === 'local' || path.from.external)) return self;
  if (kind !== 'external') return old;
  return peer.config.direct && name === 'ipv4' && shared(speaker, peer, old) ? old : self;
}

/** RFC 4456 §8: who brought it into the AS, and which clusters it went through. */
function reflected(speaker: Speaker, path: Path): Partial<PathAttributes> {
  if (path.from === 'local' || path.from.external) return {};
  const cluster = speaker.config.clusterId ?? speaker.routerId ?? ANY4;
  return {
    originatorId: path.attributes.originatorId ?? path.from.routerId,
    clusterList: [cluster, ...(path.attributes.clusterList ?? [])],
  };
}

/** What of it may be seen by whom. */
function carried(
  speaker: Speaker,
  path: Path,
  family: NeighborFamily,
  name: FamilyName,
  kind: PeerKind,
): PathAttributes {
  const { med, localPref, communities, extended, large, originatorId, clusterList, aigp, ...rest } = path.attributes;
  const inside = kind !== 'external';
  // §5.1.4: a MED that came from outside goes no further than this AS.
  const ownMed = path.from === 'local';
  // Targets belong to VPN routes; what a VRF's own routes bear is not told to its customers.
  const shown = name === 'vpnv4' ? extended : extended?.filter((one) => one.kind !== 'target');
  return {
    ...rest,
    ...(med !== undefined && (inside || ownMed) ? { med } : {}),
    ...(inside ? { localPref: localPref ?? speaker.config.defaultLocalPref } : {}),
    ...(communities && family.sendStandard ? { communities } : {}),
    ...(shown && shown.length > 0 && family.sendExtended ? { extended: shown } : {}),
    ...(large && family.sendLarge ? { large } : {}),
    ...(aigp !== undefined && inside ? { aigp } : {}),
    ...(kind === 'internal' && originatorId !== undefined ? { originatorId } : {}),
    ...(kind === 'internal' && clusterList ? { clusterList } : {}),
    ...(kind === 'internal' ? reflected(speaker, path) : {}),
  };
}

/** The path as this peer is told it; undefined: it is not. `ofVrf`: it is a VRF's of this router, told as a VPN's. */
export function exported(
  speaker: Speaker,
  peer: Peer,
  name: FamilyName,
  prefix: Prefix,
  path: Path,
  ofVrf = false,
): PathAttributes | undefined {
  const family = peer.config.families[name];
  if (!family || !mayHear(speaker, peer, family, path)) return undefined;
  const kind = kindOf(speaker.config, peer.config);
  const base: PathAttributes = {
    ...carried(speaker, path, family, name, kind),
    nexthop: nexthopTowards(speaker, peer, name, family, path, kind),
  };
  const told = (asPath: AsPath): AsPath => pathTowards(speaker, peer, family, asPath, kind);
  if (!family.exportPolicy || (ofVrf && family.policyForVrfs === false)) return { ...base, asPath: told(base.asPath) };
  const external = path.from === 'local' ? 'bgp.local' : path.from.external ? 'bgp.external' : 'bgp.internal';
  const before = { ...path.attributes, ...base, communities: path.attributes.communities ?? [] };
  const after = accepted(
    family.exportPolicy,
    subjectOf(prefix, before, {
      kind: path.made?.kind ?? external,
      peer: peer.config.address,
      // Our own AS comes before the path that the policy leaves.
      outer: [],
      igpMetric: path.igpMetric,
      ...(path.from === 'local' ? {} : { source: path.from.peer }),
    }),
  );
  if (!after) return undefined;
  const attributes = { ...withSubject(base, after), ...directed(speaker, peer, path, after) };
  return filtered({ ...attributes, asPath: prepended(told(attributes.asPath), after.outer ?? []) }, family, kind);
}

/** The next hop that a policy names without saying its address. */
function directed(speaker: Speaker, peer: Peer, path: Path, { toward }: Subject): Partial<PathAttributes> {
  if (toward === 'self') return { nexthop: peer.local ?? speaker.routerId ?? ANY4 };
  if (toward === 'peer-address') return { nexthop: peer.config.address };
  return toward === 'unchanged' && path.attributes.nexthop !== ANY4 ? { nexthop: path.attributes.nexthop } : {};
}

/** A policy may not put in what is not sent. */
function filtered(path: PathAttributes, family: NeighborFamily, kind: PeerKind): PathAttributes {
  const { communities, extended, large, localPref, ...rest } = path;
  return {
    ...rest,
    ...(localPref !== undefined && kind !== 'external' ? { localPref } : {}),
    ...(communities && family.sendStandard ? { communities } : {}),
    ...(extended && family.sendExtended ? { extended } : {}),
    ...(large && family.sendLarge ? { large } : {}),
  };
}

/** `default-originate`: a default route to this peer and nobody else. */
export function defaultRoute(speaker: Speaker, peer: Peer): PathAttributes {
  const kind = kindOf(speaker.config, peer.config);
  const family = peer.config.families.ipv4 as NeighborFamily;
  return {
    origin: 'igp',
    asPath: pathTowards(speaker, peer, family, EMPTY_PATH, kind),
    nexthop: peer.local ?? ANY4,
    ...(kind === 'external' ? {} : { localPref: speaker.config.defaultLocalPref }),
  };
}

export const DEFAULT_NET = DEFAULT4;
