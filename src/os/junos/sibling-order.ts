// How statements of one `@sorted` sentence stand: interfaces by slot, units by number, names by their bytes.
// Source: captures of Junos 17.4 and 25.4 (`IN_PG` before `IN_P_`, fxp0 behind ge-0/0/1 and before lo0).

import { keysOf } from '../../config/identity.ts';
import type { Statement } from '../../config/tree.ts';
import type { Step } from '../../language/spec.ts';
import { compareLogical, comparePhysical } from './interface-names.ts';

/** Compares two statements of one sentence; for `put` and its kin. */
export function siblingOrder(a: Statement, b: Statement): number {
  const left = keysOf(a);
  const right = keysOf(b);
  const types = keyTypes(a.spec.path);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const sign = compareKey(types[i] ?? '', left[i] as string, right[i] as string);
    if (sign !== 0) return sign;
  }
  return left.length - right.length;
}

function compareKey(type: string, a: string, b: string): number {
  if (type === 'interface-name') return comparePhysical(a, b);
  if (type === 'ifl' || type === 'ifl-or-all' || type === 'ospf-interface') return compareLogical(a, b);
  if (type.includes('..') && /^\d+$/.test(a) && /^\d+$/.test(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Types of the identifying values, in their order. */
function keyTypes(path: readonly Step[]): readonly string[] {
  return path.flatMap((step): readonly string[] => {
    if (step.kind === 'word') return [];
    if (step.kind === 'arg') return step.key ? [step.type] : [];
    return step.kind === 'optional' ? keyTypes(step.of) : step.of.flatMap(keyTypes);
  });
}
