// Which neighbours a circuit has: the questions that everyone asks of adjacencies.

import type { Adjacency, Circuit, Isis, Level } from './model.ts';

/** Those that are up at a level, in the order of their keys. */
export const upAt = (circuit: Circuit, level: Level): readonly Adjacency[] =>
  circuit.adjacencies.values().filter((one) => one.state === 'Up' && one.levels.includes(level));

/** LSPs of a level are exchanged on it. */
export function speaks(circuit: Circuit, level: Level): boolean {
  if (!circuit.active || !circuit.level[level].runs) return false;
  return circuit.adjacencies.some((one) => one.state === 'Up' && one.levels.includes(level));
}

/** Circuits that take part in a level and are on, in the order of their names. */
export const circuitsAt = (isis: Isis, level: Level): readonly Circuit[] =>
  isis.circuits.values().filter((circuit) => circuit.active && circuit.level[level].runs);
