// Shortest paths with all their equals.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arc, shortestPaths } from '../../src/protocols/common/dijkstra.ts';

const run = (table: Readonly<Record<number, readonly Arc[]>>, count: number, limit?: number) =>
  shortestPaths(count, 0, (node) => table[node] ?? [], limit);
const steps = (found: ReturnType<typeof run>, node: number): readonly number[] =>
  (found.before[node] ?? []).map((step) => step.from);

describe('shortest paths', () => {
  it('keep every predecessor of equal cost, those by parallel arcs too', () => {
    const found = run(
      {
        0: [
          { to: 1, cost: 1 },
          { to: 2, cost: 1 },
          { to: 2, cost: 1 },
        ],
        1: [{ to: 3, cost: 2 }],
        2: [{ to: 3, cost: 2 }],
      },
      4,
    );
    expect([...found.distance]).toEqual([0, 1, 1, 3]);
    expect(steps(found, 2)).toEqual([0, 0]);
    expect(steps(found, 3)).toEqual([1, 2]);
    expect(found.order).toEqual([0, 1, 2, 3]);
  });
  it('forget longer ones', () => {
    const found = run(
      {
        0: [
          { to: 2, cost: 9 },
          { to: 1, cost: 1 },
        ],
        1: [{ to: 2, cost: 1 }],
      },
      3,
    );
    expect(steps(found, 2)).toEqual([1]);
  });
  it('do not go beyond the limit', () => {
    const found = run({ 0: [{ to: 1, cost: 5 }], 1: [{ to: 2, cost: 6 }] }, 3, 10);
    expect([...found.distance]).toEqual([0, 5, Number.POSITIVE_INFINITY]);
    expect(found.order).toEqual([0, 1]);
  });
  it('agree with relaxing every arc until nothing changes', () => {
    const arcs = fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.nat(6)), { maxLength: 50 });
    fc.assert(
      fc.property(arcs, (list) => {
        const found = shortestPaths(12, 0, (node) =>
          list.filter(([from]) => from === node).map(([, to, cost]) => ({ to, cost })),
        );
        const plain = new Array(12).fill(Number.POSITIVE_INFINITY);
        plain[0] = 0;
        for (let round = 0; round < 12; round++)
          for (const [from, to, cost] of list) plain[to] = Math.min(plain[to], plain[from] + cost);
        expect([...found.distance]).toEqual(plain);
        for (let node = 1; node < 12; node++) {
          const tight = list.filter(([from, to, cost]) => to === node && plain[from] + cost === plain[node]);
          const expected = Number.isFinite(plain[node]) ? tight.map(([from]) => from).sort() : [];
          expect([...steps(found, node)].sort()).toEqual(expected);
        }
      }),
    );
  });
});
