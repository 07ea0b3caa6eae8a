// Circuits: they begin and end to speak, and are brought into line with what is configured.     ISO 10589 §8.2, §8.4; RFC 5309

import { equal } from '../../base/equal.ts';
import { byText, SortedMap } from '../../base/sorted-map.ts';
import type { Interface } from '../../net/interface.ts';
import type { IfName } from '../../route/names.ts';
import { ZERO } from '../../sim/time.ts';
import { lose, watchWithBfd } from './adjacency.ts';
import type { CircuitConfig } from './config.ts';
import { electionOff, electLater, electNow } from './election.ts';
import type { AdjacencyReason } from './events.ts';
import { csnpsOn, forgetFlags } from './flood.ts';
import { helloKinds, helloNow, helloSoon, hellosOff, levelsOf } from './hello.ts';
import { retimeLdp, waitsForLdp } from './ldp-wait.ts';
import { type Circuit, type CircuitLevel, type Isis, LEVELS, type Level, type Traffic } from './model.ts';
import { originateSoon, spfSoon, TIMER } from './schedule.ts';

const traffic = (): Traffic => ({ sent: 0, received: 0 });

const freshLevel = (level: Level): CircuitLevel => ({
  level,
  runs: false,
  hello: undefined,
  waiting: false,
  dis: undefined,
  lanId: undefined,
  elections: 0,
  queue: new Set(),
  unacknowledged: new Map(),
  toAcknowledge: new Map(),
  readyAt: ZERO,
  traffic: { hello: traffic(), lsp: traffic(), csnp: traffic(), psnp: traffic() },
  retransmissions: 0,
});

/** The smallest number that no other circuit has. What speaks to nobody needs none. */
function freeId(isis: Isis, view: Interface): number {
  if (view.kind !== 'ethernet') return 0;
  const taken = new Set(isis.circuits.values().map((circuit) => circuit.id));
  let id = isis.port.traits.firstCircuitId;
  while (taken.has(id)) id++;
  return id;
}

function freshCircuit(isis: Isis, config: CircuitConfig, view: Interface): Circuit {
  return {
    name: view.name,
    id: freeId(isis, view),
    config,
    view,
    active: false,
    level: { 1: freshLevel(1), 2: freshLevel(2) },
    adjacencies: new SortedMap(byText),
    hello: undefined,
    hellos: 0,
    p2pHellos: traffic(),
    ldp: 'not-required',
    ldpSince: isis.port.now,
    ldpGivenUp: false,
    ldpHeldEnough: false,
    followsLdp: false,
    drops: new Map(),
    lastDrop: undefined,
    lastLoss: undefined,
    reported: new Set(),
  };
}

/** Its prefixes, or its links, are others than before. */
function changed(isis: Isis, circuit: Circuit): void {
  for (const level of LEVELS) {
    originateSoon(isis, isis.level[level], 'interface', { on: circuit.name });
    spfSoon(isis, isis.level[level], 'interface', { on: circuit.name });
  }
}

/** Begins to speak. */
function open(isis: Isis, circuit: Circuit): void {
  circuit.active = true;
  circuit.hellos = 0;
  for (const level of LEVELS) {
    const runs = isis.level[level].runs && circuit.config.levels.includes(level);
    circuit.level[level].runs = runs;
    if (runs && circuit.config.network === 'broadcast') electLater(isis, circuit, isis.level[level]);
  }
  followLdp(isis, circuit);
  for (const kind of helloKinds(circuit)) helloNow(isis, circuit, kind);
}

/** Falls silent: every neighbour is lost. */
function close(isis: Isis, circuit: Circuit, reason: AdjacencyReason): void {
  circuit.active = false;
  hellosOff(isis, circuit);
  for (const one of circuit.adjacencies.values()) lose(isis, circuit, one, reason);
  for (const level of LEVELS) {
    forgetFlags(isis, circuit, isis.level[level]);
    electionOff(isis, circuit, isis.level[level]);
    circuit.level[level].runs = false;
  }
  followLdp(isis, circuit);
}

/** Asks how LDP stands where that counts, and no longer where it does not. */
function followLdp(isis: Isis, circuit: Circuit): void {
  const wanted = maySpeak(isis, circuit) && circuit.config.ldpSync !== undefined;
  if (wanted !== circuit.followsLdp) isis.port.watchLdpSync(circuit.name, wanted);
  circuit.followsLdp = wanted;
  if (wanted) return;
  circuit.ldp = 'not-required';
  circuit.ldpGivenUp = false;
  circuit.ldpHeldEnough = false;
  for (const timer of [TIMER.ldpHold, TIMER.ldpDelay]) isis.port.timer(timer, circuit.name, 'off');
}

const mayOpen = (isis: Isis, circuit: Circuit): boolean => maySpeak(isis, circuit) && !waitsForLdp(circuit);

const maySpeak = (isis: Isis, { config, view }: Circuit): boolean =>
  !isis.exhausted &&
  view.up &&
  view.kind === 'ethernet' &&
  !config.passive &&
  config.levels.some((level) => isis.level[level].runs);

/** Opens it, closes it, or leaves it as it is. */
export function align(isis: Isis, circuit: Circuit, reason: AdjacencyReason): void {
  const wanted = mayOpen(isis, circuit);
  if (wanted && !circuit.active) open(isis, circuit);
  else if (!wanted && circuit.active) close(isis, circuit, reason);
  else followLdp(isis, circuit);
}

/** Everything begins anew. */
export function reopen(isis: Isis, circuit: Circuit, reason: AdjacencyReason): void {
  if (circuit.active) close(isis, circuit, reason);
  align(isis, circuit, reason);
}

/** What cannot change under a link that speaks. */
const shapeOf = ({ network, passive, levels }: CircuitConfig): unknown => [network, passive, levels];

/** What neighbours were told, and what they may say, is another thing now. */
function retell(isis: Isis, circuit: Circuit): void {
  for (const one of circuit.adjacencies.values()) {
    one.lastHello = undefined;
    watchWithBfd(isis, circuit, one);
  }
  for (const level of levelsOf(circuit)) {
    const state = isis.level[level];
    electNow(isis, circuit, state);
    csnpsOn(isis, circuit, state, circuit.config.network === 'point-to-point' || circuit.level[level].dis === 'self');
  }
  helloSoon(isis, circuit);
  followLdp(isis, circuit);
}

function reconfigure(isis: Isis, circuit: Circuit, config: CircuitConfig): void {
  const before = circuit.config;
  if (equal(before, config)) return;
  circuit.config = config;
  if (!equal(shapeOf(before), shapeOf(config))) reopen(isis, circuit, 'circuit-removed');
  else {
    if (circuit.active) retell(isis, circuit);
    retimeLdp(isis, circuit);
    align(isis, circuit, 'circuit-removed');
  }
  changed(isis, circuit);
}

function add(isis: Isis, config: CircuitConfig, view: Interface): void {
  const circuit = freshCircuit(isis, config, view);
  isis.circuits.set(view.name, circuit);
  align(isis, circuit, 'interface-down');
  changed(isis, circuit);
}

function remove(isis: Isis, circuit: Circuit, reason: AdjacencyReason): void {
  if (circuit.active) close(isis, circuit, reason);
  isis.circuits.delete(circuit.name);
  changed(isis, circuit);
}

/** Brings all circuits into line with the configuration, in the order of their names. */
export function alignCircuits(isis: Isis): void {
  const { circuits, vrf } = isis.config;
  const views = new Map(
    isis.port.interfaces().flatMap((view) => (view.vrf === vrf ? [[view.name, view] as const] : [])),
  );
  for (const circuit of isis.circuits.values())
    if (!circuits[circuit.name] || !views.has(circuit.name)) remove(isis, circuit, 'circuit-removed');
  for (const name of (Object.keys(circuits) as IfName[]).sort(byText)) {
    const config = circuits[name];
    const view = views.get(name);
    if (!config || !view) continue;
    const known = isis.circuits.get(name);
    if (known) reconfigure(isis, known, config);
    else add(isis, config, view);
  }
}

/** What neighbours see of an interface. */
const faceOf = ({ addresses, mac, mtu }: Interface): unknown => [addresses, mac, mtu];

/** An interface came, went, or is another than before. */
export function interfaceChanged(isis: Isis, change: 'added' | 'changed' | 'removed', view: Interface): void {
  const circuit = isis.circuits.get(view.name);
  const config = change === 'removed' || view.vrf !== isis.config.vrf ? undefined : isis.config.circuits[view.name];
  if (!circuit) {
    if (config) add(isis, config, view);
    return;
  }
  if (!config) {
    remove(isis, circuit, 'interface-down');
    return;
  }
  const before = circuit.view;
  circuit.view = view;
  align(isis, circuit, 'interface-down');
  if (circuit.active && !equal(faceOf(before), faceOf(view))) retell(isis, circuit);
  if (before.up !== view.up || !equal(faceOf(before), faceOf(view))) changed(isis, circuit);
}
