// The answers to what can be asked: the Loc-RIB as rows.

import type { Ip4 } from '../../base/ip.ts';
import { byNumber } from '../../base/sorted-map.ts';
import { MAIN, type ProcessId } from '../../route/names.ts';
import { compareRd } from '../../route/route-distinguisher.ts';
import type { Micros } from '../../sim/time.ts';
import type { Answers, RibPort } from '../plugin.ts';
import { slotOf } from './active-routes.ts';
import { seenBy } from './adj-rib-out.ts';
import type { BgpConfig } from './config.ts';
import { penaltyAt, reuseIn } from './dampening.ts';
import { FAMILY_NAMES } from './iana.ts';
import { tablesInOrder } from './loc-rib.ts';
import { familyOf, type LocRib, type Net, type Path, type Table } from './model.ts';
import { ownId, type Peer, type Speaker, type UpdateGroup } from './peer.ts';
import { groupRows, peerRow, peersInOrder, receivedRows, sentRows } from './peer-rows.ts';
import type { BgpFlapRow, BgpNetRow, BgpPathRow, BgpQueries, BgpSummaryRow, BgpTableRow, OfPeer } from './show.ts';

import { hears } from './update-groups.ts';

/** What the answers are read from. */
export interface Facts {
  readonly id: ProcessId;
  readonly config: BgpConfig;
  readonly rib: LocRib;
  readonly routerId: Ip4 | undefined;
  routes(table: Table): RibPort;
  readonly peers: readonly Peer[];
  readonly groups: readonly UpdateGroup[];
  readonly speaker: Speaker | undefined;
  readonly now: Micros;
}

function pathRow(facts: Facts, net: Net, path: Path): BgpPathRow {
  return {
    attributes: path.attributes,
    weight: path.weight,
    from: path.from,
    origination: path.origination,
    valid: path.valid,
    best: path === net.best,
    ...(net.also.includes(path) ? { multipath: true as const } : {}),
    nexthopVrf: path.nexthopVrf,
    igpMetric: path.igpMetric,
    importedFrom: path.importedFrom,
    since: path.since,
    lostAt: net.lost.get(path.key),
    sentId: path.sentId,
    ...(path.labels ? { labels: path.labels } : {}),
    ...(path.pathId === undefined ? {} : { receivedId: path.pathId }),
    ...(path.client ? { client: path.client } : {}),
    ...(net.hidden > 0 ? { suppressed: true as const } : {}),
    ...flapRow(facts, net, path),
    ...(path.barred === 'history' ? { history: true as const } : {}),
    ...(path.stale ? { stale: path.stale } : {}),
    ...(path.epoch === undefined ? {} : { refreshEpoch: path.epoch }),
    ...(path.preference === undefined ? {} : { preference: path.preference }),
    ...(path.from === 'local' ? {} : { validation: 'unverified' as const }),
    slot: slotOf(path),
    ...(path.barred === 'policy' ? { hidden: path.barred } : {}),
  };
}

/** What it has earned by flapping. */
function flapRow({ peers, now }: Facts, { prefix }: Net, path: Path): { readonly dampening?: BgpFlapRow } {
  const peer = path.peer === undefined ? undefined : peers.find(({ name }) => name === path.peer);
  if (!peer || peer.flaps.size === 0) return {};
  const nlri = { prefix, ...(path.pathId === undefined ? {} : { pathId: path.pathId }) };
  const flap = FAMILY_NAMES.map((family) => peer.flaps.get({ family, nlri })).find((one) => one !== undefined);
  if (!flap) return {};
  const { flaps, first, at, suppressed, name: set } = flap;
  const penalty = Math.floor(penaltyAt(flap, now));
  return {
    dampening: { penalty, flaps, firstFlap: first, lastFlap: at, suppressed, reuseIn: reuseIn(flap, now), set },
  };
}

/** Who is told of it, and with which label. */
function toldTo({ groups }: Facts, table: Table, { prefix }: Net): Partial<BgpNetRow> {
  const hearing = groups.flatMap((group) => {
    if (!hears(group, table)) return [];
    const sent = group.sent.of(group.family, group.family === 'vpnv4' ? table.rd : undefined, prefix);
    const peers = [...group.members].filter((peer) => sent.some((one) => seenBy(peer, one)));
    const own = sent.find(({ attributes }) => attributes.nexthop === group.local);
    return peers.length > 0 ? [{ group, peers, label: own?.nlri.labels?.[0] }] : [];
  });
  if (hearing.length === 0) return {};
  const label = hearing.map((one) => one.label).find((one) => one !== undefined);
  return {
    updateGroups: [...new Set(hearing.map(({ group }) => group.number))].sort(byNumber),
    toldTo: hearing.flatMap(({ peers }) => peers.map(({ config }) => config.address)).sort(byNumber),
    ...(label === undefined ? {} : { localLabel: label }),
  };
}

/** Paths newest first (capture: IOS show bgp all detail, genieparser golden output 2: "2 available, best #2"). */
function netRow(facts: Facts, table: Table, net: Net): BgpNetRow {
  const paths = [...net.paths.values()].sort((a, b) => b.order - a.order);
  const wanted = net.best?.nexthops !== undefined;
  const active = wanted ? facts.routes(table).entry(net.prefix)?.active : undefined;
  return {
    prefix: net.prefix,
    version: net.version,
    paths: paths.map((path) => pathRow(facts, net, path)),
    ribFailure: wanted && active?.route.source !== facts.id,
    ...toldTo(facts, table, net),
    ...(net.hidden > 0 ? { suppressed: true as const } : {}),
  };
}

const tableRow = (facts: Facts, table: Table): BgpTableRow => ({
  rd: table.rd,
  vrf: table.vrf === MAIN || table.remote ? undefined : table.vrf,
  routerId: ownId(facts, table.vrf),
  nets: table.nets.values().map((net) => netRow(facts, table, net)),
});

type Asked = BgpQueries['bgp.tables']['args'];

/** What peers told under the distinguisher of one of our own VRFs is seen there, as what was imported. */
const isHidden = (facts: Facts, { remote, nets, rd }: Table): boolean =>
  remote === true &&
  (nets.size === 0 || Object.values(facts.config.vpns).some((vpn) => rd !== undefined && compareRd(vpn.rd, rd) === 0));

function tables(facts: Facts, asked: Asked): readonly Table[] {
  const { family, rd, told } = asked;
  const vrf = asked.vrf ?? (family === 'ipv4' ? MAIN : undefined);
  return tablesInOrder(facts.rib)
    .filter((table) => familyOf(table) === family && (told ? table.remote === true : !isHidden(facts, table)))
    .filter((table) => vrf === undefined || table.vrf === vrf)
    .filter((table) => rd === undefined || (table.rd !== undefined && compareRd(table.rd, rd) === 0));
}

function summary(facts: Facts, asked: BgpQueries['bgp.summary']['args']): BgpSummaryRow {
  const nets = tables(facts, asked).flatMap((table) => table.nets.values());
  return {
    asn: facts.config.asn,
    routerId: facts.routerId,
    version: facts.rib.versions[asked.family],
    nets: nets.length,
    paths: nets.reduce((sum, net) => sum + net.paths.size, 0),
  };
}

/** `facts` is asked at every question; undefined: not told anything yet. */
export function bgpAnswers(facts: () => Facts | undefined): Answers<BgpQueries> {
  const peerOf = ({ vrf, peer }: OfPeer): Peer | undefined =>
    facts()?.peers.find(({ config }) => config.vrf === vrf && config.address === peer);
  return {
    'bgp.list-hits': () => facts()?.speaker?.around.hits(),
    'bgp.peers': ({ vrf }) => {
      const known = facts();
      const speaker = known?.speaker;
      const wanted = known?.peers.filter(({ config }) => vrf === undefined || config.vrf === vrf) ?? [];
      if (!known) return undefined;
      return speaker ? peersInOrder(wanted).map((peer) => peerRow(speaker, peer)) : [];
    },
    'bgp.update-groups': ({ family }) => {
      const known = facts();
      return known && groupRows(known.groups, family);
    },
    'bgp.received': (asked) => {
      const peer = peerOf(asked);
      return peer && receivedRows(peer);
    },
    'bgp.advertised': (asked) => {
      const peer = peerOf(asked);
      return peer && sentRows(peer);
    },
    'bgp.summary': (asked) => {
      const known = facts();
      return known && summary(known, asked);
    },
    'bgp.tables': (asked) => {
      const known = facts();
      return known && tables(known, asked).map((table) => tableRow(known, table));
    },
  };
}
