// The answers to what can be asked: the Loc-RIB as rows.

import type { Ip4 } from '../../base/ip.ts';
import { MAIN, type ProcessId } from '../../route/names.ts';
import { compareRd } from '../../route/route-distinguisher.ts';
import type { Micros } from '../../sim/time.ts';
import type { Answers, RibPort } from '../plugin.ts';
import { slotOf } from './active-routes.ts';
import type { BgpConfig } from './config.ts';
import { tablesInOrder } from './loc-rib.ts';
import { familyOf, type LocRib, type Net, type Path, type Table } from './model.ts';
import type { Peer } from './peer.ts';
import { peerRow, peersInOrder, receivedRows, sentRows } from './peer-rows.ts';
import type { BgpNetRow, BgpPathRow, BgpQueries, BgpSummaryRow, BgpTableRow, OfPeer } from './show.ts';

/** What the answers are read from. */
export interface Facts {
  readonly id: ProcessId;
  readonly config: BgpConfig;
  readonly rib: LocRib;
  readonly routerId: Ip4 | undefined;
  routes(table: Table): RibPort;
  readonly peers: readonly Peer[];
  readonly now: Micros;
}

function pathRow(net: Net, path: Path): BgpPathRow {
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
    slot: slotOf(path),
    ...(path.labels ? { labels: path.labels } : {}),
    ...(path.hidden === undefined ? {} : { hidden: path.hidden }),
    ...(path.preference === undefined ? {} : { preference: path.preference }),
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
    paths: paths.map((path) => pathRow(net, path)),
    ribFailure: wanted && active?.route.source !== facts.id,
  };
}

const tableRow = (facts: Facts, table: Table): BgpTableRow => ({
  rd: table.rd,
  vrf: table.vrf === MAIN || table.remote ? undefined : table.vrf,
  routerId: facts.config.vpns[table.vrf]?.routerId ?? facts.routerId,
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
    'bgp.peers': ({ vrf }) => {
      const known = facts();
      const wanted = known?.peers.filter(({ config }) => vrf === undefined || config.vrf === vrf);
      return known && wanted && peersInOrder(wanted).map((peer) => peerRow(known.config, peer));
    },
    'bgp.update-groups': () => facts() && [],
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
