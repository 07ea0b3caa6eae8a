// show bgp group [NAME] [brief | detail | summary] [instance X]
// Source: captures `show bgp group brief | detail | summary` (genieparser golden outputs ShowBgpGroupBrief, -Detail, -Summary).

import { ipText } from '../../../base/ip.ts';
import type { Match } from '../../../language/spec.ts';
import type { BgpPeerRow } from '../../../protocols/bgp/show.ts';
import type { View, ViewContext } from '../../os.ts';
import { inherited } from '../compile/bgp-levels.ts';
import { has } from '../compile/tree-reader.ts';
import { vrfNamed } from '../instance-name.ts';
import { releaseOf } from '../releases.ts';
import { countsText, type PeerTable, PeerTables } from './bgp-counts.ts';
import { groupKey } from './bgp-facts.ts';
import { groupNumbers } from './bgp-neighbor-facts.ts';
import { policiesOf, statementsOf } from './bgp-neighbor-words.ts';
import { downOf, NOT_RUNNING, peersIn, tableLines } from './bgp-summary.ts';
import { isInstance } from './configured.ts';
import { saidOf } from './said.ts';

export interface Group {
  readonly index: number;
  readonly peers: readonly BgpPeerRow[];
}

/** The groups that were asked for; or why there is nothing to tell. */
export function chosenGroups(
  context: ViewContext,
  { args: { instance, group: wanted } }: Match,
): { readonly refused: string } | { readonly peers: readonly BgpPeerRow[]; readonly groups: readonly Group[] } {
  if (instance !== undefined && !isInstance(context, vrfNamed(instance)))
    return { refused: `error: instance ${instance} not found` };
  const peers = peersIn(context, instance);
  if (!peers) return { refused: NOT_RUNNING };
  const groups = [...groupNumbers(context)]
    .map(([key, index]): Group => ({ index, peers: peers.filter((peer) => groupKey(peer) === key) }))
    .filter((group) => group.peers.length > 0 && (wanted === undefined || group.peers[0]?.config.group === wanted));
  return { peers, groups };
}

export const showBgpGroup: View = (context, match) => {
  const chosen = chosenGroups(context, match);
  if ('refused' in chosen) return [chosen.refused];
  const { peers, groups } = chosen;
  const tables = new PeerTables(context);
  if (saidOf(match, 'summary')) return summaryLines(tables, groups, peers);
  const detail = saidOf(match, 'detail', 'extensive') !== undefined;
  return [
    ...groups.flatMap((group) => [...groupLines(context, tables, group, detail), '']),
    ...totals(tables, peers, groups.length),
  ];
};

function groupLines(
  context: ViewContext,
  tables: PeerTables,
  { index, peers }: Group,
  detail: boolean,
): readonly string[] {
  const [first] = peers;
  if (!first) return [];
  const internal = first.kind === 'internal';
  const type = internal ? `Internal    AS: ${String(first.config.remoteAs).padEnd(23)}` : 'External'.padEnd(39);
  const policies = policiesOf(context, first);
  const up = peers.filter(({ state }) => state === 'established');
  const options = groupOptions(context, first);
  const graceful = releaseOf(context.box.chassis.model).bgp.threads;
  return [
    `Group Type: ${type}Local AS: ${first.localAs}`,
    `  Name: ${`${(first.config.group ?? '').padEnd(15)} Index: ${index}`.padEnd(43)}Flags: <Export Eval>`,
    ...(policies === '' ? [] : [`  ${policies}`]),
    ...(options.length === 0 ? [] : [`  Options: <${options.join(' ')}>`]),
    ...(graceful ? ['  Options: <GracefulShutdownRcv>'] : []),
    '  Holdtime: 0',
    ...(graceful ? ['  Graceful Shutdown Receiver local-preference: 0'] : []),
    `  Total peers: ${String(peers.length).padEnd(8)} Established: ${up.length}`,
    ...peers.map((peer) => `  ${peerText(peer)}`),
    ...(detail
      ? detailLines(tables, up)
      : up.length === 0
        ? []
        : sums(tables, up).map((one) => `  ${one.table}: ${countsText(one)}`)),
  ];
}

/** Options of a group, by one of its peers. */
export function groupOptions(context: ViewContext, peer: BgpPeerRow): readonly string[] {
  const from = statementsOf(context, peer);
  return [
    ...(from && inherited(from, 'multihop') ? ['Multihop'] : []),
    ...(from && has(from.group, 'cluster') ? ['Cluster'] : []),
  ];
}

export const peerText = ({ config, tcp }: BgpPeerRow): string =>
  `${ipText(config.address)}${tcp ? `+${tcp.peerPort}` : ''}`;

/** All peers together, table by table. */
export function sums(tables: PeerTables, peers: readonly BgpPeerRow[]): readonly PeerTable[] {
  const byTable = new Map<string, PeerTable>();
  for (const one of peers.flatMap((peer) => tables.of(peer))) {
    const old = byTable.get(one.table);
    byTable.set(one.table, old ? add(old, one) : one);
  }
  return [...byTable.values()];
}

const add = (a: PeerTable, b: PeerTable): PeerTable => ({
  ...a,
  active: a.active + b.active,
  received: a.received + b.received,
  accepted: a.accepted + b.accepted,
  damped: a.damped + b.damped,
  advertised: a.advertised + b.advertised,
});

function detailLines(tables: PeerTables, peers: readonly BgpPeerRow[]): readonly string[] {
  const count = (title: string, value: number): string => `    ${`${title}:`.padEnd(30)}${value}`;
  return [
    '  Route Queue Timer: unset Route Queue: empty',
    ...sums(tables, peers).flatMap((one) => [
      `  Table ${one.table}`,
      count('Active prefixes', one.active),
      count('Received prefixes', one.received),
      count('Accepted prefixes', one.accepted),
      count('Suppressed due to damping', one.damped),
      count('Advertised prefixes', one.advertised),
    ]),
  ];
}

function totals(tables: PeerTables, peers: readonly BgpPeerRow[], groups: number): readonly string[] {
  const external = peers.filter(({ kind }) => kind !== 'internal').length;
  const flaps = peers.reduce((sum, { dropped }) => sum + dropped, 0);
  const cell = (title: string, value: number, width: number): string => `${title}: ${String(value).padEnd(width)}`;
  return [
    [
      `Groups: ${groups}`,
      ` ${cell('Peers', peers.length, 5)}`,
      cell('External', external, 5),
      cell('Internal', peers.length - external, 5),
      cell('Down peers', downOf(peers), 4),
      `Flaps: ${flaps}`,
    ].join(''),
    ...tableLines(tables, peers, false),
  ];
}

/** One line a group, its tables below. */
function summaryLines(tables: PeerTables, groups: readonly Group[], peers: readonly BgpPeerRow[]): readonly string[] {
  return [
    'Group        Type       Peers     Established    Active/Received/Accepted/Damped',
    ...groups.flatMap(({ peers: members }) => {
      const [first] = members;
      const up = members.filter(({ state }) => state === 'established');
      const name = (first?.config.group ?? '').padEnd(12);
      const type = (first?.kind === 'internal' ? 'Internal' : 'External').padEnd(10);
      return [
        `${name} ${type} ${String(members.length).padEnd(9)} ${String(up.length).padEnd(10)}`,
        ...sums(tables, up).map((one) => `  ${one.table.padEnd(15)}: ${countsText(one)}`),
      ];
    }),
    '',
    ...totals(tables, peers, groups.length),
  ];
}
