// Timer name -> what happens.

import { must, present } from '../../base/must.ts';
import type { IfName } from '../../route/names.ts';
import { type Micros, seconds } from '../../sim/time.ts';
import { holdOver } from './adjacency.ts';
import { prcNow, spfNow } from './calculate.ts';
import { align } from './circuit.ts';
import { waitedEnough } from './election.ts';
import { csnpsNow, floodNow, retransmitNow, sendPsnp } from './flood.ts';
import { helloNow } from './hello.ts';
import { MAX_AGE_SECONDS, ZERO_AGE_SECONDS } from './iana.ts';
import { refreshRoutes, refreshSummaries } from './install.ts';
import { type Circuit, type Isis, LEVELS, type Level, type LevelState } from './model.ts';
import { type Exhausted, originateNow, refreshNow } from './originate.ts';
import { overloadOver } from './overload.ts';
import { originateSoon, spfSoon, type TIMER } from './schedule.ts';
import { expireNow, forgetAll } from './update.ts';

type Name = (typeof TIMER)[keyof typeof TIMER];

function circuitOf(isis: Isis, key: string): readonly [Circuit, string] {
  const [name, rest] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)];
  const circuit = isis.circuits.get(name as IfName);
  must(circuit, `timer of circuit ${key}`);
  return [circuit, rest];
}

/** ISO 10589 §7.3.16.1: silent until nobody remembers the old LSPs. */
function exhausted(isis: Isis, level: LevelState): void {
  const { name: instance, vrf } = isis.config;
  isis.port.emit({ kind: 'isis-sequence-exhausted', instance, vrf, level: level.level });
  isis.exhausted = true;
  for (const circuit of isis.circuits.values()) align(isis, circuit, 'restarted');
  const oldest = Math.max(MAX_AGE_SECONDS, isis.config.lspLifetimeSeconds);
  isis.port.timer('exhausted', '', seconds(oldest + ZERO_AGE_SECONDS) as Micros);
}

/** The old LSPs are forgotten everywhere: numbers begin again at one. */
function rested(isis: Isis): void {
  isis.exhausted = false;
  for (const number of LEVELS) {
    const level = isis.level[number];
    forgetAll(isis, level);
    level.own.clear();
    level.outbid.clear();
    originateSoon(isis, level, 'start');
    spfSoon(isis, level, 'start');
  }
  for (const circuit of isis.circuits.values()) align(isis, circuit, 'restarted');
}

/** Says what is new, and keeps the discard routes of summaries in step with what is told. */
function originate(isis: Isis, level: LevelState, how: (isis: Isis, level: LevelState) => Exhausted): void {
  if (how(isis, level) === 'exhausted') exhausted(isis, level);
  if (refreshSummaries(isis)) refreshRoutes(isis);
}

type Handler = (isis: Isis, circuit: Circuit, level: LevelState, rest: string) => void;

/** Timers of circuits: their keys are the circuit and a level, or what else it has of them. */
const OF_CIRCUIT: Partial<Readonly<Record<Name, Handler>>> = {
  hello: (isis, circuit, _, rest) => helloNow(isis, circuit, rest === 'p2p' ? 'p2p' : (Number(rest) as Level)),
  hold: (isis, circuit, _, rest) => {
    const one = circuit.adjacencies.get(rest);
    if (one) holdOver(isis, circuit, one);
  },
  elect: waitedEnough,
  flood: floodNow,
  retransmit: retransmitNow,
  csnp: csnpsNow,
  psnp: sendPsnp,
};

/** LDP was waited for long enough: the link counts as configured. RFC 5443 §2 */
function ldpPatienceOver(isis: Isis, name: string): void {
  const circuit = isis.circuits.get(name as IfName);
  if (!circuit) return;
  circuit.ldpGivenUp = true;
  for (const level of LEVELS) {
    originateSoon(isis, isis.level[level], 'ldp-sync', { on: circuit.name });
    spfSoon(isis, isis.level[level], 'ldp-sync', { on: circuit.name });
  }
}

/** No adjacency was formed for long enough. */
function ldpDelayOver(isis: Isis, name: string): void {
  const circuit = isis.circuits.get(name as IfName);
  if (!circuit) return;
  circuit.ldpHeldEnough = true;
  align(isis, circuit, 'restarted');
}

/** Timers of levels, or of the whole instance. */
const OTHERS: Partial<Readonly<Record<Name, (isis: Isis, level: LevelState, key: string) => void>>> = {
  spf: spfNow,
  prc: prcNow,
  periodic: (isis, level) => spfSoon(isis, level, 'periodic'),
  lsp: (isis, level) => originate(isis, level, originateNow),
  refresh: (isis, level) => originate(isis, level, refreshNow),
  expiry: expireNow,
  overload: overloadOver,
  exhausted: rested,
  'ldp-hold': (isis, _, key) => ldpPatienceOver(isis, key),
  'ldp-delay': (isis, _, key) => ldpDelayOver(isis, key),
};

export function timerFired(isis: Isis, name: Name, key: string): void {
  const ofCircuit = OF_CIRCUIT[name];
  if (!ofCircuit) {
    present(OTHERS[name], name)(isis, isis.level[key === '2' ? 2 : 1], key);
    return;
  }
  const [circuit, rest] = circuitOf(isis, key);
  ofCircuit(isis, circuit, isis.level[rest === '2' ? 2 : 1], rest);
}
