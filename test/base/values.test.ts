// Heap, sorted map, equality, chance: the values everything stands on.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equal, freeze } from '../../src/base/equal.ts';
import { Heap } from '../../src/base/heap.ts';
import { makeRng } from '../../src/base/rng.ts';
import { zeroed } from '../../src/base/slab.ts';
import { byNumber, byText, SortedMap } from '../../src/base/sorted-map.ts';

describe('heap', () => {
  it('gives back what was put in, smallest first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (numbers) => {
        const heap = new Heap<number>((a, b) => a < b);
        for (const number of numbers) heap.push(number);
        const out: number[] = [];
        for (let item = heap.pop(); item !== undefined; item = heap.pop()) out.push(item);
        expect(out).toEqual([...numbers].sort(byNumber));
      }),
    );
  });
});

describe('bytes from a slab', () => {
  it('are as many as were asked for, zero, and nobody else\u2019s', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 100 });
    fc.assert(
      fc.property(sizes, (lengths) => {
        const all = lengths.map(zeroed);
        expect(all.map((bytes) => bytes.length)).toEqual(lengths);
        for (const [i, bytes] of all.entries()) {
          expect(bytes.every((byte) => byte === 0)).toBe(true);
          bytes.fill((i % 255) + 1);
        }
        for (const [i, bytes] of all.entries()) expect(bytes.every((byte) => byte === (i % 255) + 1)).toBe(true);
      }),
    );
  });
});

describe('sorted map', () => {
  it('agrees with a map whose keys are sorted', () => {
    const step = fc.record({ key: fc.string({ maxLength: 2 }), value: fc.integer(), remove: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const ours = new SortedMap<string, number>(byText);
        const plain = new Map<string, number>();
        for (const { key, value, remove } of steps) {
          if (remove) expect(ours.delete(key)).toBe(plain.delete(key));
          else {
            ours.set(key, value);
            plain.set(key, value);
          }
        }
        expect(ours.entries()).toEqual([...plain].sort(([a], [b]) => byText(a, b)));
      }),
    );
  });
});

describe('equality of plain data', () => {
  it('tells shapes and leaves apart', () => {
    expect(equal({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toBe(true);
    expect(equal({ a: 1 }, { a: 1, b: undefined })).toBe(false);
    expect(equal([1, 2], { 0: 1, 1: 2 })).toBe(false);
    expect(equal(new Map(), new Map())).toBe(false);
  });
  it('freezes to the leaves', () => {
    const frozen = freeze({ a: { b: [1] } });
    expect(() => (frozen.a.b as number[]).push(2)).toThrow();
  });
});

describe('chance', () => {
  it('is the same for the same seed and name, and independent between names', () => {
    const draw = (seed: number, name: string): number[] => {
      const stream = makeRng(seed).stream(name);
      return Array.from({ length: 8 }, () => stream.below(1_000_000));
    };
    expect(draw(1, 'r1')).toEqual(draw(1, 'r1'));
    expect(draw(1, 'r1')).not.toEqual(draw(2, 'r1'));
    expect(draw(1, 'r1')).not.toEqual(draw(1, 'r2'));
  });
  it('does not change when another stream is used between', () => {
    const root = makeRng(7);
    const a = root.stream('a');
    const first = a.below(1000);
    root.stream('b').below(1000);
    const again = makeRng(7).stream('a');
    expect(again.below(1000)).toBe(first);
    expect(again.below(1000)).toBe(a.below(1000));
  });
  it('is PCG32 (O\u2019Neill 2014, table 3: XSH-RR 64/32) as long integers compute it', () => {
    const word = (1n << 64n) - 1n;
    const fnv = (text: string) =>
      [...text].reduce((h, c) => ((h ^ BigInt(c.charCodeAt(0))) * 0x100000001b3n) & word, 0xcbf29ce484222325n);
    for (const [seed, name] of [
      [1, 'r1'],
      [2 ** 53 - 1, 'link/a'],
      [0, 'x'],
    ] as const) {
      const increment = ((fnv(name) << 1n) | 1n) & word;
      const stepped = (state: bigint) => (state * 6364136223846793005n + increment) & word;
      let state = stepped((stepped(0n) + BigInt(seed)) & word);
      const stream = makeRng(seed).stream(name);
      for (let i = 0; i < 500; i++) {
        const shifted = (((state >> 18n) ^ state) >> 27n) & 0xffffffffn;
        const turn = state >> 59n;
        const turned = ((shifted >> turn) | (shifted << (-turn & 31n))) & 0xffffffffn;
        expect(stream.below(2 ** 32)).toBe(Number(turned));
        state = stepped(state);
      }
    }
  });
  it('is fair to every value', () => {
    const stream = makeRng(3).stream('dice');
    const tally = new Array<number>(6).fill(0);
    for (let i = 0; i < 60_000; i++) {
      const face = stream.below(6);
      tally[face] = (tally[face] ?? 0) + 1;
    }
    for (const count of tally) expect(count).toBeGreaterThan(9_500);
  });
});
