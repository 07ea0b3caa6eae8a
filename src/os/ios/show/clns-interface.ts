// show clns interface.            Source: genieparser ShowClnsInterface (IOS XE); Cisco IOS ISO CLNS command reference

import type { InterfaceRow } from '../../../device/queries.ts';
import type { IsisCircuitLevelRow, IsisCircuitRow } from '../../../protocols/isis/show.ts';
import { type Micros, since, wholeSeconds } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { interfacesOf, lineState, protocolState } from './interface-state.ts';
import { type Names, namesOf, tagsOf } from './isis-facts.ts';
import { showClns } from './not-running.ts';

/** What IP may use, less the LLC header. */
const LLC = 3;
const NOBODY = '0000.0000.0000.00';

/** Nobody is spoken to there; it has a circuit all the same. */
const isLoopback = (row: IsisCircuitRow): boolean => row.interface.name.startsWith('Loopback');

const TYPES: Readonly<Record<string, string>> = { '1': 'level-1', '2': 'level-2', '12': 'level-1-2' };

/** Below a second in milliseconds. */
function timeText(span: Micros): string {
  return span < 1_000_000 ? `${Math.floor(span / 1000)} milliseconds` : `${wholeSeconds(span)} seconds`;
}

function levelLines(row: IsisCircuitRow, one: IsisCircuitLevelRow, names: Names, own: string): readonly string[] {
  const { level, metric, priority, lanId, adjacencies } = one;
  const id = lanId === undefined ? `${own}.${row.id.toString(16).padStart(2, '0')}` : names.node(lanId);
  const lan = row.config.network === 'broadcast' && !isLoopback(row);
  return [
    `    Level-${level} Metric: ${metric}, Priority: ${priority}, Circuit ID: ${id}`,
    ...(lan ? [`    DR ID: ${lanId === undefined ? NOBODY : names.node(lanId)}`] : []),
    `    Level-${level} IPv6 Metric: ${metric}`,
    `    Number of active level-${level} adjacencies: ${adjacencies}`,
  ];
}

function nextLines(row: IsisCircuitRow, now: Micros): readonly string[] {
  if (isLoopback(row)) return ['    Next IS-IS Hello in 0 seconds', '    if state DOWN'];
  if (row.config.network === 'point-to-point') {
    const next = row.nextP2pHello;
    if (next === undefined) return [];
    const state = row.levels.some((one) => one.adjacencies > 0) ? 'UP' : 'DOWN';
    return [`    Next IS-IS Hello in ${timeText(since(now, next))}`, `    if state ${state}`];
  }
  return row.levels.flatMap(({ level, nextHello }) =>
    nextHello === undefined ? [] : [`    Next IS-IS LAN Level-${level} Hello in ${timeText(since(now, nextHello))}`],
  );
}

function circuitLines(context: ViewContext, row: IsisCircuitRow): readonly string[] {
  const names = namesOf(context, row.instance);
  const [instance] = context.ask('isis.instances', { instance: row.instance });
  const own = instance ? names.system(instance.system) : '';
  const [neighbor] = context.ask('isis.adjacencies', { instance: row.instance, on: row.interface.name });
  const p2p = row.config.network === 'point-to-point';
  const extended = p2p ? (neighbor?.extendedCircuitId ?? 0) : 0;
  const id = row.id.toString(16).toUpperCase();
  return [
    isLoopback(row)
      ? `  Checksums enabled, MTU ${row.interface.mtu}, Encapsulation LOOPBACK`
      : `  Checksums enabled, MTU ${row.interface.mtu - LLC}, Encapsulation SAP`,
    '  ERPDUs enabled, min. interval 10 msec.',
    `  CLNS fast switching ${isLoopback(row) ? 'disabled' : 'enabled'}`,
    '  CLNS SSE switching disabled',
    '  DEC compatibility mode OFF for this interface',
    `  Routing Protocol: IS-IS${row.instance === '' ? '' : ` (${row.instance})`}`,
    `    Circuit Type: ${TYPES[row.levels.map(({ level }) => level).join('')] ?? 'level-1-2'}`,
    `    Interface number 0x${id}, local circuit ID 0x${id}`,
    `    Neighbor Extended Local Circuit ID: 0x${extended.toString(16).toUpperCase()}`,
    ...(p2p && neighbor ? [`    Neighbor System-ID: ${names.system(neighbor.system)}`] : []),
    ...row.levels.flatMap((one) => levelLines(row, one, names, own)),
    ...nextLines(row, context.now),
  ];
}

function interfaceLines(context: ViewContext, row: InterfaceRow): readonly string[] {
  const { name } = row.interface;
  const circuits = context.ask('isis.circuits', { on: name }).filter((one) => !one.config.passive);
  return [
    `${name} is ${lineState(row)}, line protocol is ${protocolState(row)}`,
    ...(circuits.length === 0
      ? ['  CLNS protocol processing disabled']
      : circuits.flatMap((one) => circuitLines(context, one))),
  ];
}

export const showClnsInterface: View = (context, match) => {
  if (tagsOf(context, match).length === 0) return showClns(context, match);
  return interfacesOf(context, match.args['interface']).flatMap((row) => interfaceLines(context, row));
};
