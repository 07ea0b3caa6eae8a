// Where BGP keeps what it was told, and how it knows equal things as one.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equal } from '../../../src/base/equal.ts';
import { AttributePool, attributesKey } from '../../../src/protocols/bgp/attribute-pool.ts';
import type { FamilyName } from '../../../src/protocols/bgp/iana.ts';
import { type Entry, NlriBook } from '../../../src/protocols/bgp/nlri-book.ts';
import { PolicyNumbers } from '../../../src/protocols/bgp/policy-numbers.ts';
import type { PathAttributes } from '../../../src/route/attributes.ts';
import { taking } from '../../harness/policies.ts';
import { ip, p } from '../../harness/routes.ts';

describe('a book', () => {
  const rd = (number: number) => ({ form: 'as2', admin: 65000, number }) as const;
  const entry = (family: FamilyName, prefix: string, n?: number, pathId?: number): Entry => ({
    family,
    nlri: { prefix: p(prefix), ...(n === undefined ? {} : { rd: rd(n) }), ...(pathId === undefined ? {} : { pathId }) },
  });
  it('tells families, distinguishers and path identifiers apart', () => {
    const book = new NlriBook<Entry>();
    const all = [
      entry('ipv4', '10.0.0.0/8'),
      entry('ipv4-labeled', '10.0.0.0/8'),
      entry('vpnv4', '10.0.0.0/8', 1),
      entry('vpnv4', '10.0.0.0/8', 2),
      entry('vpnv4', '10.0.0.0/8', 2, 7),
      entry('vpnv4', '10.0.0.0/8', 2, 3),
    ];
    for (const one of all) book.set(one);
    expect(book.size).toBe(6);
    expect([book.count('ipv4'), book.count('ipv4-labeled'), book.count('vpnv4')]).toEqual([1, 1, 4]);
    expect(book.get(entry('vpnv4', '10.0.0.0/8', 2, 7))).toBe(all[4]);
    expect(book.of('vpnv4', rd(1), p('10.0.0.0/8'))).toEqual([all[2]]);
    expect(book.delete(entry('vpnv4', '10.0.0.0/8', 2))).toBe(true);
    expect(book.of('vpnv4', rd(2), p('10.0.0.0/8'))).toEqual([all[5], all[4]]);
    expect(book.sorted()).toEqual([all[0], all[1], all[2], all[5], all[4]]);
  });
});

describe('attributes', () => {
  const asPath = fc.array(
    fc.record({
      kind: fc.constantFrom('sequence', 'set', 'confed-sequence', 'confed-set'),
      asns: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 3 },
  );
  const small = fc.integer({ min: 0, max: 2 });
  const extended = fc.oneof(
    fc.record({
      kind: fc.constantFrom('target', 'origin'),
      value: fc.record({ form: fc.constantFrom('as2', 'as4'), admin: small, number: small }),
    }),
    fc.record({ kind: fc.constant('other'), hex: fc.constantFrom('0000000000000001', '4301800100000001') }),
  );
  const attributes = fc.record(
    {
      origin: fc.constantFrom('igp', 'egp', 'incomplete'),
      asPath,
      nexthop: fc.constantFrom(ip('10.0.0.1'), ip('10.0.0.2')),
      med: small,
      localPref: small,
      communities: fc.array(small, { minLength: 1, maxLength: 2 }),
      extended: fc.array(extended, { minLength: 1, maxLength: 2 }),
      originatorId: small,
      clusterList: fc.array(small, { minLength: 1, maxLength: 2 }),
      atomicAggregate: fc.constant(true),
    },
    { requiredKeys: ['origin', 'asPath', 'nexthop'] },
  ) as unknown as fc.Arbitrary<PathAttributes>;
  it('have the same key exactly when they are the same', () => {
    fc.assert(
      fc.property(attributes, attributes, (a, b) => {
        expect(attributesKey(a) === attributesKey(b)).toBe(equal(a, b));
        expect(attributesKey(structuredClone(a))).toBe(attributesKey(a));
      }),
      { numRuns: 2000 },
    );
  });
  it('that are the same are one in a pool', () => {
    const pool = new AttributePool();
    const make = (med: number): PathAttributes => ({ origin: 'igp', asPath: [], nexthop: ip('10.0.0.1'), med });
    const first = pool.one(make(1));
    expect(pool.one(make(1))).toBe(first);
    expect(pool.one(make(2))).not.toBe(first);
  });
});

describe('policies', () => {
  it('that say the same have one number', () => {
    const numbers = new PolicyNumbers();
    const one = taking(['10.0.0.0/8']);
    expect(numbers.of(structuredClone(one) as never)).toBe(numbers.of({ ...one }));
    expect(numbers.of(undefined)).toBe(0);
    expect(numbers.of(taking(['10.0.0.0/8']))).not.toBe(numbers.of(one));
  });
});
