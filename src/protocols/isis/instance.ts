// An instance at its beginning, and brought into line with another configuration.

import { equal } from '../../base/equal.ts';
import { byText, SortedMap } from '../../base/sorted-map.ts';
import type { IfName } from '../../route/names.ts';
import { lose } from './adjacency.ts';
import { alignCircuits } from './circuit.ts';
import type { IsisConfig, LevelConfig } from './config.ts';
import { forgetHellos, helloSoon } from './hello.ts';
import {
  type Circuit,
  type Isis,
  type IsisPort,
  LEVELS,
  type Level,
  type LevelState,
  type LspRecord,
  type OwnNode,
} from './model.ts';
import type { LspId, NodeId, SystemId } from './net-address.ts';
import { alignOverload } from './overload.ts';
import { freshJob, originateSoon, spfSoon } from './schedule.ts';
import { kindsWanted } from './told.ts';

/** All NETs have the same one. */
export const systemIdOf = (config: IsisConfig): SystemId | undefined => config.nets[0]?.system;

const freshLevel = (level: Level, runs: boolean, config: LevelConfig): LevelState => ({
  level,
  runs,
  lsps: new SortedMap<LspId, LspRecord>(byText),
  own: new SortedMap<NodeId, OwnNode>(byText),
  tree: undefined,
  attached: false,
  spf: freshJob(config.spf),
  prc: freshJob(config.prc),
  generation: freshJob(config.lspGeneration),
  spfLog: [],
  lspLog: [],
  counters: { lspsOriginated: 0, lspsRefreshed: 0, lspsPurged: 0, spfRuns: 0, partialRuns: 0, elections: 0 },
  full: false,
  outbid: new Map(),
});

/** Nothing is known yet, and nobody is spoken to. */
export function freshIsis(port: IsisPort, config: IsisConfig, system: SystemId): Isis {
  const level = (number: Level): LevelState => freshLevel(number, config.levels.includes(number), config.level[number]);
  return {
    port,
    config,
    system,
    startedAt: port.now,
    circuits: new SortedMap<IfName, Circuit>(byText),
    level: { 1: level(1), 2: level(2) },
    areas: config.nets.map((net) => net.area),
    hostnames: new Map(),
    routes: new Map(),
    heard: new Map(),
    summaries: { 1: new Map(), 2: new Map() },
    discarded: new Map(),
    overloaded: false,
    overloadUntil: undefined,
    exhausted: false,
    drops: new Map(),
    checksumErrors: 0,
  };
}

/** Begins to work. */
export function begin(isis: Isis): void {
  alignOverload(isis, undefined);
  isis.port.watchRoutes(isis.config.vrf, kindsWanted(isis.config));
  alignCircuits(isis);
  for (const level of LEVELS) {
    originateSoon(isis, isis.level[level], 'start');
    spfSoon(isis, isis.level[level], 'start');
  }
}

/** What cannot change while it runs. */
const identity = (config: IsisConfig): unknown => [config.name, config.vrf, systemIdOf(config), config.levels];

/** False: it must be begun anew. */
export function reconfigure(isis: Isis, wanted: IsisConfig): boolean {
  const before = isis.config;
  if (!equal(identity(before), identity(wanted))) return false;
  if (equal(before, wanted)) return true;
  isis.config = wanted;
  for (const level of LEVELS) retime(isis, level, before);
  alignOverload(isis, before.overload);
  alignCircuits(isis);
  alignNeighbours(isis, before);
  isis.port.watchRoutes(wanted.vrf, kindsWanted(wanted));
  for (const level of LEVELS) {
    originateSoon(isis, isis.level[level], 'configuration');
    spfSoon(isis, isis.level[level], 'configuration');
  }
  return true;
}

/** Other throttles from now on; LSPs that are signed otherwise are made anew. */
function retime(isis: Isis, number: Level, before: IsisConfig): void {
  const level = isis.level[number];
  const wanted = isis.config.level[number];
  level.spf.throttle.config = wanted.spf;
  level.prc.throttle.config = wanted.prc;
  level.generation.throttle.config = wanted.lspGeneration;
  if (equal(before.level[number].auth.lsp, wanted.auth.lsp) && before.lspBufferSize === isis.config.lspBufferSize)
    return;
  for (const own of level.own.values())
    for (const [fragment, said] of own.fragments) own.fragments.set(fragment, { ...said, body: new Uint8Array(0) });
}

/** Hellos say areas and protocols: neighbours hear new ones, and those of another area are none at level 1 any more. */
function alignNeighbours(isis: Isis, before: IsisConfig): void {
  const { nets, nlpids, checkSubnet } = isis.config;
  if (equal([before.nets, before.nlpids, before.checkSubnet], [nets, nlpids, checkSubnet])) return;
  isis.areas = nets.map((net) => net.area);
  for (const circuit of isis.circuits.values()) {
    forgetHellos(circuit);
    for (const one of circuit.adjacencies.values()) {
      one.lastHello = undefined;
      const isFar = !nets.some((net) => one.areas.includes(net.area));
      if (isFar && equal(one.levels, [1])) lose(isis, circuit, one, 'no-area');
    }
    helloSoon(isis, circuit);
  }
}
