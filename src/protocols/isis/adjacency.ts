// Runs the tables of neighbours: hold times, and what follows when one comes or goes.
// ISO 10589 §8.2.4, §8.4.2; RFC 5303 §3.2; RFC 5882 §3

import { equal } from '../../base/equal.ts';
import type { Ip4 } from '../../base/ip.ts';
import { must } from '../../base/must.ts';
import { type Micros, plus, seconds } from '../../sim/time.ts';
import { step } from '../common/fsm.ts';
import { type AdjacencyAction, LAN, type LanEvent, P2P, type P2pEvent } from './adjacency-fsm.ts';
import { electNow } from './election.ts';
import type { AdjacencyReason } from './events.ts';
import { forgetFlags, synchronise } from './flood.ts';
import { helloSoon } from './hello.ts';
import { hostnameOf } from './lsdb.ts';
import type { Adjacency, Circuit, Isis, Level } from './model.ts';
import { speaks } from './neighbours.ts';
import { originateSoon, spfSoon, TIMER } from './schedule.ts';

const holdKey = (circuit: Circuit, one: Adjacency): string => `${circuit.name} ${one.key}`;

/** The neighbour was heard: it is missed when its hold time has passed. The timer that runs already looks again. */
export function heard(isis: Isis, circuit: Circuit, one: Adjacency): void {
  const hold = seconds(one.holdSeconds);
  one.expiresAt = plus(isis.port.now, hold);
  const key = holdKey(circuit, one);
  const armed = isis.port.timerAt(TIMER.hold, key);
  if (armed === undefined || armed > one.expiresAt) isis.port.timer(TIMER.hold, key, hold);
}

/** The hold timer fired: the neighbour is lost, unless it was heard since then. */
export function holdOver(isis: Isis, circuit: Circuit, one: Adjacency): void {
  const left = one.expiresAt - isis.port.now;
  if (left > 0) isis.port.timer(TIMER.hold, holdKey(circuit, one), left as Micros);
  else lose(isis, circuit, one, 'hold-time');
}

/** One step of the neighbour's state machine. `reason`: why, should it fall. */
export function advance(
  isis: Isis,
  circuit: Circuit,
  one: Adjacency,
  event: LanEvent | P2pEvent,
  reason: AdjacencyReason,
): void {
  const outcome =
    one.network === 'broadcast'
      ? step(LAN, one.state, event as LanEvent, {})
      : step(P2P, one.state, event as P2pEvent, {});
  must(outcome, `${event} in ${one.state}`);
  const changed = outcome.next !== one.state;
  if (changed) {
    one.state = outcome.next;
    one.since = isis.port.now;
  }
  for (const action of outcome.do) act(isis, circuit, one, action, reason);
  // The neighbour shall hear at once that it was heard.
  if (changed) helloSoon(isis, circuit);
}

/** It falls whatever it says. */
export function lose(isis: Isis, circuit: Circuit, one: Adjacency, reason: AdjacencyReason): void {
  if (one.state === 'Down') forget(isis, circuit, one);
  else advance(isis, circuit, one, 'lost', reason);
}

function act(isis: Isis, circuit: Circuit, one: Adjacency, action: AdjacencyAction, reason: AdjacencyReason): void {
  if (action === 'forget') forget(isis, circuit, one);
  else if (action === 'up') rise(isis, circuit, one, one.levels);
  else fall(isis, circuit, one, one.levels, reason);
}

function forget(isis: Isis, circuit: Circuit, one: Adjacency): void {
  circuit.adjacencies.delete(one.key);
  isis.port.timer(TIMER.hold, holdKey(circuit, one), 'off');
}

function tell(isis: Isis, one: Adjacency, up: boolean, levels: readonly Level[], reason: AdjacencyReason): void {
  const { name: instance, vrf } = isis.config;
  const { system, on } = one;
  const hostname = hostnameOf(isis, system);
  isis.port.emit({ kind: 'isis-adjacency', instance, vrf, up, levels, system, hostname, on, reason });
}

function rise(isis: Isis, circuit: Circuit, one: Adjacency, levels: readonly Level[]): void {
  one.transitions++;
  tell(isis, one, true, levels, 'new');
  watchWithBfd(isis, circuit, one);
  for (const level of levels) {
    const state = isis.level[level];
    if (one.network === 'broadcast') electNow(isis, circuit, state);
    else synchronise(isis, circuit, state);
    originateSoon(isis, state, 'new-adjacency', { on: circuit.name });
    spfSoon(isis, state, 'new-adjacency', { on: circuit.name });
  }
}

function fall(isis: Isis, circuit: Circuit, one: Adjacency, levels: readonly Level[], reason: AdjacencyReason): void {
  circuit.lastLoss = { at: isis.port.now, system: one.system, reason };
  tell(isis, one, false, levels, reason);
  watchWithBfd(isis, circuit, one);
  for (const level of levels) {
    const state = isis.level[level];
    if (!speaks(circuit, level)) forgetFlags(isis, circuit, state);
    if (one.network === 'broadcast') electNow(isis, circuit, state);
    originateSoon(isis, state, 'adjacency-lost', { on: circuit.name });
    spfSoon(isis, state, 'adjacency-lost', { on: circuit.name });
  }
}

/** A point-to-point neighbour that is up is used for other levels than before. ISO 10589 §8.2.4.2 */
export function setLevels(
  isis: Isis,
  circuit: Circuit,
  one: Adjacency,
  levels: readonly Level[],
  reason: AdjacencyReason,
): void {
  const before = one.levels;
  if (equal(before, levels)) return;
  one.levels = levels;
  if (one.state !== 'Up') return;
  const lost = before.filter((level) => !levels.includes(level));
  const won = levels.filter((level) => !before.includes(level));
  if (lost.length > 0) fall(isis, circuit, one, lost, reason);
  if (won.length > 0) rise(isis, circuit, one, won);
}

/** Brings the BFD session with a neighbour into line with what it is and what is configured. */
export function watchWithBfd(isis: Isis, circuit: Circuit, one: Adjacency): void {
  const { bfd } = circuit.config;
  const wanted = bfd && one.state === 'Up' ? one.addresses[0] : undefined;
  const path = (peer: Ip4) => ({ vrf: isis.config.vrf, peer, on: circuit.name });
  if (one.watched !== undefined && one.watched !== wanted) isis.port.bfd(path(one.watched), undefined);
  if (wanted !== undefined) isis.port.bfd(path(wanted), bfd);
  one.watched = wanted;
}
