// Peers as rows of facts: the session, what both sides can do, what came and went.

import { compareIp } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import { byNumber, byText } from '../../base/sorted-map.ts';
import type { VrfName } from '../../route/names.ts';
import { pathKey, tableOf } from './adj-rib-in.ts';
import { seenBy, waiting } from './adj-rib-out.ts';
import { type FamilyName, familyOfNumbers, RESTART_FLAG } from './iana.ts';
import { restartOf } from './packet/open.ts';
import {
  activityOf,
  asnTowards,
  isEstablished,
  kindOf,
  type Peer,
  type Speaker,
  stateOf,
  type UpdateGroup,
} from './peer.ts';
import type { BgpPeerFamilyRow, BgpPeerRow, BgpReceivedRow, BgpSentRow, BgpUpdateGroupRow } from './show.ts';
import { familiesOf } from './transmit.ts';

/** What became of what the peer told, counted over its paths. */
interface Uses {
  best: number;
  multipath: number;
  dampened: number;
  history: number;
  active: number;
}

/** The active route is one of BGP's own. */
type IsActive = (vrf: VrfName, prefix: Prefix) => boolean;

function usesOf(speaker: Speaker, peer: Peer, family: FamilyName, isActive: IsActive): Uses {
  const uses: Uses = { best: 0, multipath: 0, dampened: 0, history: 0, active: 0 };
  for (const told of peer.told.values()) {
    if (told.family !== family || told.refused !== undefined) continue;
    const table = tableOf(speaker, peer, told);
    const net = table?.nets.get(told.nlri.prefix);
    const path = net?.paths.get(pathKey(peer, told));
    if (!table || !net || !path) continue;
    if (path.barred === 'dampened') uses.dampened++;
    if (path === net.best) {
      uses.best++;
      if (table.remote || isActive(table.vrf, told.nlri.prefix)) uses.active++;
    } else if (net.also.includes(path)) uses.multipath++;
  }
  for (const flap of peer.flaps.values()) if (flap.family === family && flap.gone) uses.history++;
  return uses;
}

function advertised(peer: Peer, family: FamilyName): number {
  const group = peer.groups.get(family);
  if (!group) return 0;
  let count = 0;
  for (const sent of group.sent.values()) if (seenBy(peer, sent)) count++;
  return count;
}

function familyRow(speaker: Speaker, peer: Peer, family: FamilyName, isActive: IsActive): BgpPeerFamilyRow {
  const group = peer.groups.get(family);
  const activity = activityOf(peer, family);
  const { announcedIn, announcedOut, implicitIn, implicitOut, explicitIn, explicitOut, mostNlri, fewestNlri } =
    activity;
  return {
    family,
    agreed: peer.agreement?.families.has(family) === true,
    received: peer.told.count(family),
    accepted: activity.accepted,
    advertised: advertised(peer, family),
    synced: peer.synced.has(family),
    addPathReceive: peer.agreement?.reading.addPath.has(family) === true,
    addPathSend: peer.agreement?.writing.addPath.has(family) === true,
    ...(group ? { updateGroup: group.number } : {}),
    ...usesOf(speaker, peer, family, isActive),
    activity: { announcedIn, announcedOut, implicitIn, implicitOut, explicitIn, explicitOut, mostNlri, fewestNlri },
    deniedIn: Object.fromEntries([...activity.deniedIn].sort(([a], [z]) => byText(a, z))),
    deniedOut: group ? Object.fromEntries([...group.denied].sort(([a], [z]) => byText(a, z))) : {},
    epochIn: activity.epochIn,
    epochOut: activity.epochOut,
    pending: group ? waiting(group) : 0,
  };
}

function tcpOf(speaker: Speaker, peer: Peer): Pick<BgpPeerRow, 'tcp'> {
  const stream = isEstablished(peer) ? peer.lines[0]?.stream : undefined;
  const facts = stream && speaker.context.stream(stream);
  return facts ? { tcp: { localPort: facts.localPort, peerPort: facts.peerPort, since: facts.since } } : {};
}

function restartsOf(peer: Peer): Pick<BgpPeerRow, 'restarts'> {
  const said = restartOf(peer.lines[0]?.open);
  if (!said) return {};
  const named = (list: typeof said.families): readonly FamilyName[] =>
    list.flatMap(({ afi, safi }) => familyOfNumbers(afi, safi) ?? []);
  const saved = said.families.filter(({ flags }) => (flags & RESTART_FLAG.forwarding) !== 0);
  return { restarts: { seconds: said.seconds, families: named(said.families), saved: named(saved) } };
}

export function peerRow(speaker: Speaker, peer: Peer): BgpPeerRow {
  const { agreement } = peer;
  const { config } = speaker;
  const isActive: IsActive = (vrf, prefix) =>
    speaker.context.rib(vrf).entry(prefix)?.active?.route.source === speaker.context.id;
  return {
    config: peer.config,
    kind: kindOf(config, peer),
    localAs: asnTowards(config, peer),
    state: stateOf(peer),
    since: peer.since,
    madeAt: peer.madeAt,
    routerId: peer.routerId,
    local: isEstablished(peer) ? peer.local : undefined,
    passive: peer.lines[0]?.passive === true,
    open: peer.lines[0]?.open,
    hold: agreement?.hold,
    keepalive: agreement?.keepalive,
    as4: agreement?.reading.as4 === true,
    refresh: agreement?.refresh === true,
    gracefulRestart: agreement?.gracefulRestart === true,
    families: familiesOf(peer.config).map((family) => familyRow(speaker, peer, family, isActive)),
    received: { ...peer.received },
    sent: { ...peer.sentMessages },
    lastRead: peer.lastRead,
    lastWrite: peer.lastWrite,
    established: peer.established,
    dropped: peer.dropped,
    lastDown: peer.lastDown,
    lastError: peer.lastError,
    errors: peer.errors.entries().map(([code, counts]) => ({ code, ...counts })),
    overLimit: peer.overLimit,
    pending: [...peer.groups.values()].reduce((sum, group) => sum + waiting(group), 0),
    ...tcpOf(speaker, peer),
    ...(peer.dynamic ? { dynamic: peer.dynamic } : {}),
    enhancedRefresh: agreement?.enhancedRefresh === true,
    shownAs: asnTowards(config, peer),
    bytes: { ...peer.bytes },
    malformed: { ...peer.malformed },
    ...restartsOf(peer),
    ...(speaker.deferred ? { restarting: true } : {}),
  };
}

/** By VRF, then by address. */
export const peersInOrder = (peers: readonly Peer[]): readonly Peer[] =>
  [...peers].sort((a, b) => byText(a.config.vrf, b.config.vrf) || compareIp(a.config.address, b.config.address));

/** What the peer told, before any policy. */
export const receivedRows = (peer: Peer): readonly BgpReceivedRow[] =>
  peer.told
    .sorted()
    .map(({ family, nlri, attributes, at, refused }) => ({ family, nlri, attributes, since: at, refused }));

/** What the peer was told. */
export const sentRows = (peer: Peer): readonly BgpSentRow[] =>
  [...peer.groups.values()]
    .sort((a, b) => byText(a.family, b.family))
    .flatMap((group) => group.sent.sorted())
    .filter((sent) => seenBy(peer, sent))
    .map(({ family, nlri, attributes }) => ({ family, nlri, attributes }));

/** Groups of one face are one to whoever looks. */
export function groupRows(
  groups: readonly UpdateGroup[],
  family: FamilyName | undefined,
): readonly BgpUpdateGroupRow[] {
  const rows = new Map<string, BgpUpdateGroupRow>();
  for (const group of groups) {
    if (family !== undefined && group.family !== family) continue;
    const old = rows.get(group.face);
    const peers = [...(old?.peers ?? []), ...[...group.members].map(({ config }) => config.address)].sort(byNumber);
    rows.set(group.face, {
      number: group.number,
      family: group.family,
      vrf: group.vrf,
      kind: group.kind,
      peers,
      formatted: group.formatted + (old?.formatted ?? 0),
      replicated: group.replicated + (old?.replicated ?? 0),
    });
  }
  return [...rows.values()].sort((a, b) => byText(a.family, b.family) || a.number - b.number);
}
