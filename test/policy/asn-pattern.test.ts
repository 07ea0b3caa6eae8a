// Expressions over AS numbers, against a matcher that tries everything.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asnPattern } from '../../src/policy/asn-pattern.ts';
import type { AsPath } from '../../src/route/as-path.ts';

const path = (...asns: readonly number[]): AsPath => (asns.length === 0 ? [] : [{ kind: 'sequence', asns }]);

function fits(pattern: string, asns: readonly number[]): boolean {
  const read = asnPattern(pattern);
  if (!read.ok) throw new Error(`${pattern}: ${read.error.kind} at ${read.error.at}`);
  return read.value(path(...asns));
}

// Junos OS Routing Policies, "Understanding AS Path Regular Expressions", examples of its tables.
describe('an expression over AS numbers', () => {
  it.each([
    ['1234', [1234], true],
    ['1234', [1234, 1], false],
    ['1234', [12345], false],
    ['1234?', [], true],
    ['1234{1,2}', [1234, 1234], true],
    ['1234{1,2}', [1234, 1234, 1234], false],
    ['12 34', [12, 34], true],
    ['12 34+', [12, 34, 34], true],
    ['12 34 {2,}', [12, 34], false],
    ['12? 34', [34], true],
    ['(12 | 34)', [34], true],
    ['(12 | 34) 56', [12, 56], true],
    ['12 34 | 56', [56], true],
    ['.*', [], true],
    ['.* 56', [1, 2, 56], true],
    ['. 56', [56], false],
    ['56 .*', [56], true],
    ['56 .*', [1, 56], false],
    ['()', [], true],
    ['()', [1], false],
    ['.{2}', [1, 2], true],
    ['[12 34 56]', [34], true],
    ['[^12 34]', [34], false],
    ['[^12 34]', [35], true],
    ['100-200 .*', [150, 7], true],
    ['100-200', [201], false],
    ['[1 100-200]+', [1, 200, 100], true],
    ['^1 2$', [1, 2], true],
    ['1.1', [65537], true],
    ['4200000000', [4200000000], true],
    ['(1 2)* 3', [1, 2, 1, 2, 3], true],
  ] as const)('%s on %j: %s', (pattern, asns, expected) => {
    expect(fits(pattern, asns)).toBe(expected);
  });

  it('sees the ASs of sets too', () => {
    const read = asnPattern('1 2 3');
    const sets: AsPath = [
      { kind: 'sequence', asns: [1] },
      { kind: 'set', asns: [2, 3] },
    ];
    expect(read.ok && read.value(sets)).toBe(true);
  });

  it.each([
    ['(1 2', 'parenthesis'],
    ['1)', 'parenthesis'],
    ['[1 2', 'bracket'],
    ['x', 'number'],
    ['4294967296', 'number'],
    ['200-100', 'range'],
    ['1{3,2}', 'repeat'],
    ['(1{200}){200}', 'long'],
  ])('that cannot be read says why: %s', (pattern, kind) => {
    expect(asnPattern(pattern)).toMatchObject({ ok: false, error: { kind } });
  });
});

/** A pattern as a tree, and every length of a beginning that it takes, tried one after the other. */
type Tree =
  | { readonly op: 'as'; readonly asn: number }
  | { readonly op: 'any' }
  | { readonly op: 'range'; readonly low: number; readonly high: number }
  | { readonly op: 'not'; readonly asns: readonly number[] }
  | { readonly op: 'seq' | 'or'; readonly of: readonly Tree[] }
  | { readonly op: 'times'; readonly of: Tree; readonly least: number; readonly most: number };

function written(tree: Tree): string {
  switch (tree.op) {
    case 'as':
      return String(tree.asn);
    case 'any':
      return '.';
    case 'range':
      return `${tree.low}-${tree.high}`;
    case 'not':
      return `[^${tree.asns.join(' ')}]`;
    case 'seq':
      return `(${tree.of.map(written).join(' ')})`;
    case 'or':
      return `(${tree.of.map(written).join('|')})`;
    default:
      return `(${written(tree.of)}){${tree.least},${tree.most}}`;
  }
}

function ends(tree: Tree, asns: readonly number[], from: number): ReadonlySet<number> {
  const asn = asns[from];
  const one = (fit: boolean): ReadonlySet<number> => new Set(asn !== undefined && fit ? [from + 1] : []);
  const after = (starts: ReadonlySet<number>, of: Tree): ReadonlySet<number> =>
    new Set([...starts].flatMap((start) => [...ends(of, asns, start)]));
  switch (tree.op) {
    case 'as':
      return one(asn === tree.asn);
    case 'any':
      return one(true);
    case 'range':
      return one((asn ?? 0) >= tree.low && (asn ?? 0) <= tree.high);
    case 'not':
      return one(!tree.asns.includes(asn ?? 0));
    case 'seq':
      return tree.of.reduce(after, new Set([from]) as ReadonlySet<number>);
    case 'or':
      return new Set(tree.of.flatMap((of) => [...ends(of, asns, from)]));
    default: {
      let now: ReadonlySet<number> = new Set([from]);
      const all = new Set<number>(tree.least === 0 ? [from] : []);
      for (let i = 1; i <= tree.most; i++) {
        now = after(now, tree.of);
        if (i >= tree.least) for (const end of now) all.add(end);
      }
      return all;
    }
  }
}

const asn = fc.integer({ min: 1, max: 4 });
const trees = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ op: fc.constant('as' as const), asn }),
    fc.constant({ op: 'any' as const }),
    fc.tuple(asn, asn).map(([a, b]) => ({ op: 'range' as const, low: Math.min(a, b), high: Math.max(a, b) })),
    fc.record({ op: fc.constant('not' as const), asns: fc.array(asn, { minLength: 1, maxLength: 3 }) }),
    fc.record({
      op: fc.constantFrom('seq' as const, 'or' as const),
      of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
    }),
    fc
      .tuple(tie('tree'), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }))
      .map(([of, least, more]) => ({ op: 'times' as const, of, least, most: least + more })),
  ),
})).tree;

describe('property: an expression over AS numbers', () => {
  it('takes what a matcher takes that tries everything', () => {
    fc.assert(
      fc.property(trees, fc.array(asn, { maxLength: 6 }), (tree, asns) => {
        expect(fits(written(tree), asns)).toBe(ends(tree, asns, 0).has(asns.length));
      }),
    );
  });
});
