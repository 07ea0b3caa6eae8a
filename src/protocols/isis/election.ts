// Runs the election of a LAN, and what follows from its outcome.                        ISO 10589 §8.4.5, §7.3.8, §7.3.10

import { electDis } from './dis-election.ts';
import { csnpsOn } from './flood.ts';
import { helloSoon, helloTimes } from './hello.ts';
import type { Adjacency, Circuit, CircuitLevel, Isis, LevelState } from './model.ts';
import { upAt } from './neighbours.ts';
import { type NodeId, nodeOf, pseudonodeOf, systemOf } from './net-address.ts';
import { originateSoon, spfSoon, TIMER } from './schedule.ts';

const timerKey = (circuit: Circuit, at: CircuitLevel): string => `${circuit.name} ${at.level}`;

/** The LAN's number, as the designated router says it: one of its own circuits'. */
function lanIdOf({ system, lanId }: Adjacency): NodeId | undefined {
  return lanId !== undefined && systemOf(lanId) === system && pseudonodeOf(lanId) !== 0 ? lanId : undefined;
}

/** Elects anew; something is done only when the outcome is another one. */
export function electNow(isis: Isis, circuit: Circuit, level: LevelState): void {
  const at = circuit.level[level.level];
  if (circuit.config.network !== 'broadcast' || at.waiting) return;
  const { priority } = circuit.config.level[level.level];
  const neighbours = circuit.active && at.runs ? upAt(circuit, level.level) : [];
  const elected = electDis({ priority, snpa: circuit.view.mac }, neighbours);
  const dis = elected === 'self' ? 'self' : elected?.snpa;
  const own = nodeOf(isis.system, circuit.id);
  const lanId = elected === 'self' ? own : elected && lanIdOf(elected);
  if (dis === at.dis && lanId === at.lanId) return;
  if (dis !== at.dis) {
    at.elections++;
    level.counters.elections++;
    csnpsOn(isis, circuit, level, dis === 'self');
  }
  at.dis = dis;
  at.lanId = lanId;
  helloSoon(isis, circuit);
  originateSoon(isis, level, 'dis', { on: circuit.name });
  spfSoon(isis, level, 'dis', { on: circuit.name });
}

/** The LAN came up: nobody is elected before the others could be heard. ISO 10589 §8.4.5 */
export function electLater(isis: Isis, circuit: Circuit, level: LevelState): void {
  const at = circuit.level[level.level];
  at.waiting = true;
  const wait = helloTimes(isis, circuit, level.level).interval * isis.port.traits.disWaitHellos;
  isis.port.timer(TIMER.elect, timerKey(circuit, at), wait as typeof isis.port.now);
}

/** Others had time to be heard. */
export function waitedEnough(isis: Isis, circuit: Circuit, level: LevelState): void {
  circuit.level[level.level].waiting = false;
  electNow(isis, circuit, level);
}

/** The circuit is silent: nobody stands for it. */
export function electionOff(isis: Isis, circuit: Circuit, level: LevelState): void {
  const at = circuit.level[level.level];
  isis.port.timer(TIMER.elect, timerKey(circuit, at), 'off');
  at.waiting = false;
  at.dis = undefined;
  at.lanId = undefined;
}
