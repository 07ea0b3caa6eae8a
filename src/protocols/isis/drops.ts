// What is thrown away, with its reason, by circuit and over all.

import type { Circuit, Isis } from './model.ts';

/** Why a PDU was not used; undefined: it was. */
export type Reason = string | undefined;

export function drop(isis: Isis, circuit: Circuit, reason: string): void {
  circuit.drops.set(reason, (circuit.drops.get(reason) ?? 0) + 1);
  isis.drops.set(reason, (isis.drops.get(reason) ?? 0) + 1);
  circuit.lastDrop = { at: isis.port.now, reason };
}
