// The answers to what can be asked: the model as rows.

import type { IfName } from '../../route/names.ts';
import type { Answers } from '../plugin.ts';

import { helloTimes } from './hello.ts';
import { waitsForLdp } from './ldp-wait.ts';
import { hostnameOf, isOwn, lspsOf, remaining } from './lsdb.ts';
import { metricOf } from './metric.ts';
import { type Adjacency, type Circuit, type Isis, LEVELS, type Level, type LspRecord } from './model.ts';
import { upAt } from './neighbours.ts';
import { nodeOf, type SystemId } from './net-address.ts';
import { TIMER } from './schedule.ts';
import type {
  IsisAdjacencyRow,
  IsisCircuitLevelRow,
  IsisCircuitRow,
  IsisDatabaseRow,
  IsisHostnameRow,
  IsisInstanceRow,
  IsisLevelRow,
  IsisLspRow,
  IsisQueries,
  IsisTopologyRow,
} from './show.ts';

const ofIt = ({ config }: Isis) => ({ instance: config.name, vrf: config.vrf });

function levelRow(isis: Isis, number: Level): IsisLevelRow {
  const { level, lsps, attached, counters, spfLog, lspLog, tree } = isis.level[number];
  return { level, lsps: lsps.size, attached, counters, spfLog, lspLog, lastSpf: tree?.at };
}

const levelsRun = (isis: Isis, only?: Level): readonly Level[] =>
  LEVELS.filter((level) => isis.level[level].runs && (only === undefined || only === level));

function instanceRow(isis: Isis): IsisInstanceRow {
  const { config, system, startedAt, areas, overloaded, overloadUntil, checksumErrors, drops } = isis;
  const levels = levelsRun(isis).map((level) => levelRow(isis, level));
  return { ...ofIt(isis), config, system, startedAt, areas, overloaded, overloadUntil, levels, checksumErrors, drops };
}

function adjacencyRow(isis: Isis, circuit: Circuit, one: Adjacency): IsisAdjacencyRow {
  const { lastHello: _, watched: __, key: ___, auth: ____, ...facts } = one;
  const isDis = one.network === 'broadcast' && one.levels.some((level) => circuit.level[level].dis === one.snpa);
  return { ...ofIt(isis), ...facts, ownCircuitId: circuit.id, isDis };
}

function circuitLevelRow(isis: Isis, circuit: Circuit, level: Level): IsisCircuitLevelRow {
  const { runs, dis, lanId, elections, traffic, retransmissions } = circuit.level[level];
  const { metric, priority } = circuit.config.level[level];
  const { interval, hold } = helloTimes(isis, circuit, circuit.config.network === 'broadcast' ? level : 'p2p');
  return {
    level,
    runs,
    metric,
    metricTold: metricOf(isis, circuit, level),
    priority,
    helloInterval: interval,
    holdSeconds: hold,
    nextHello: isis.port.timerAt(TIMER.hello, `${circuit.name} ${level}`),
    dis,
    lanId,
    adjacencies: upAt(circuit, level).length,
    elections,
    traffic,
    retransmissions,
  };
}

function heldFor(circuit: Circuit): IsisCircuitRow['heldFor'] {
  if (!waitsForLdp(circuit)) return undefined;
  return circuit.config.ldpSync?.adjacencyAfter === undefined ? 'forever' : 'timer';
}

function circuitRow(isis: Isis, circuit: Circuit): IsisCircuitRow {
  const { config, id, active, p2pHellos, ldp, ldpSince, drops, lastDrop, lastLoss } = circuit;
  const levels = LEVELS.filter((level) => isis.level[level].runs && config.levels.includes(level));
  return {
    ...ofIt(isis),
    interface: circuit.view,
    config,
    id,
    active,
    levels: levels.map((level) => circuitLevelRow(isis, circuit, level)),
    p2pHellos,
    nextP2pHello: isis.port.timerAt(TIMER.hello, `${circuit.name} p2p`),
    ldp,
    ldpSince,
    heldFor: heldFor(circuit),
    drops,
    lastDrop,
    lastLoss,
  };
}

function lspRow(isis: Isis, record: LspRecord): IsisLspRow {
  const { id, sequence, checksum, flags, tlvs, since, from, lifetime: receivedLifetime, bytes } = record;
  const lifetime = remaining(record, isis.port.now);
  const own = isOwn(isis, id);
  return { id, own, sequence, checksum, lifetime, receivedLifetime, length: bytes.length, flags, tlvs, since, from };
}

const databaseRow = (isis: Isis, level: Level): IsisDatabaseRow => ({
  ...ofIt(isis),
  level,
  lsps: isis.level[level].lsps.values().map((record) => lspRow(isis, record)),
});

const topologyRow = (isis: Isis, level: Level): IsisTopologyRow => ({
  ...ofIt(isis),
  level,
  root: nodeOf(isis.system),
  nodes: [...(isis.level[level].tree?.nodes.values() ?? [])],
});

function hostnameRows(isis: Isis): readonly IsisHostnameRow[] {
  const systems = [...new Set([isis.system, ...isis.hostnames.keys()])].sort() as readonly SystemId[];
  return systems.flatMap((system) => {
    const hostname = hostnameOf(isis, system);
    if (hostname === undefined) return [];
    const levels = levelsRun(isis).filter((level) => lspsOf(isis.level[level], nodeOf(system)).length > 0);
    return [{ ...ofIt(isis), system, hostname, own: system === isis.system, levels }];
  });
}

const circuitsAsked = (isis: Isis, on: IfName | undefined): readonly Circuit[] =>
  isis.circuits.values().filter((circuit) => on === undefined || circuit.name === on);

/** `who`: undefined before the first configuration. */
export function isisAnswers(who: () => Isis | undefined): Answers<IsisQueries> {
  const asked = <T>(instance: string | undefined, answer: (isis: Isis) => readonly T[]): readonly T[] => {
    const isis = who();
    return !isis || (instance !== undefined && instance !== isis.config.name) ? [] : answer(isis);
  };
  return {
    'isis.instances': ({ instance }) => asked(instance, (isis) => [instanceRow(isis)]),
    'isis.adjacencies': ({ instance, on }) =>
      asked(instance, (isis) =>
        circuitsAsked(isis, on).flatMap((circuit) =>
          circuit.adjacencies.values().map((one) => adjacencyRow(isis, circuit, one)),
        ),
      ),
    'isis.circuits': ({ instance, on }) =>
      asked(instance, (isis) => circuitsAsked(isis, on).map((circuit) => circuitRow(isis, circuit))),
    'isis.database': ({ instance, level }) =>
      asked(instance, (isis) => levelsRun(isis, level).map((one) => databaseRow(isis, one))),
    'isis.topology': ({ instance, level }) =>
      asked(instance, (isis) => levelsRun(isis, level).map((one) => topologyRow(isis, one))),
    'isis.hostnames': ({ instance }) => asked(instance, hostnameRows),
    'isis.routes': ({ instance }) =>
      asked(instance, (isis) => [...isis.routes].map(([prefix, state]) => ({ ...ofIt(isis), prefix, state }))),
  };
}
