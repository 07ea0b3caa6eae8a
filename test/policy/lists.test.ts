// Lists that are looked through by an index, against a look at one entry after the other.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ip4 } from '../../src/base/ip.ts';
import { covers, type Prefix, prefix } from '../../src/base/prefix.ts';
import { type CommunityList, communityEntry, withoutListed } from '../../src/policy/community-list.ts';
import { type PrefixList, type PrefixListEntry, prefixListEntry } from '../../src/policy/prefix-list.ts';
import { type RouteBlock, takenBy, takes } from '../../src/policy/route-filter.ts';

/** Few bits, so that many of them hold one another. */
const block = fc
  .tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 6 }))
  .map(([bits, length]): Prefix => prefix(((bits << 26) >>> 0) as Ip4, length));

const entry = fc.tuple(block, fc.nat(3), fc.nat(6), fc.boolean()).map(
  ([one, more, span, permit]): PrefixListEntry => ({
    sequence: 0,
    verdict: permit ? 'permit' : 'deny',
    prefix: one,
    low: one.length + more,
    high: one.length + more + span,
  }),
);

describe('property: a prefix list', () => {
  it('answers with its first entry that fits, however long it is', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 40 }), block, (entries, route) => {
        const list: PrefixList = { name: 'L', entries };
        const first = entries.find(
          ({ prefix: one, low, high }) => covers(one, route) && route.length >= low && route.length <= high,
        );
        expect(prefixListEntry(list, route)).toBe(first);
      }),
    );
  });
});

const routeBlock = fc.tuple(entry, fc.boolean(), fc.option(block, { nil: undefined })).map(
  ([{ prefix: one, low, high }, apart, through]): RouteBlock => ({
    prefix: one,
    low,
    high,
    ...(apart ? { apart } : {}),
    ...(through && covers(one, through) ? { through } : {}),
  }),
);

describe('property: a route filter', () => {
  it('is taken by a block of the longest prefix that holds the route, or by one that stands apart', () => {
    fc.assert(
      fc.property(fc.array(routeBlock, { maxLength: 20 }), block, fc.boolean(), (blocks, route, walkUp) => {
        const holding = blocks.filter((one) => !one.apart && covers(one.prefix, route));
        const longest = Math.max(...holding.map((one) => one.prefix.length));
        const asked = walkUp ? holding : holding.filter((one) => one.prefix.length === longest);
        const any = asked.some((one) => takes(one, route)) || blocks.some((one) => one.apart && takes(one, route));
        const place = takenBy(blocks, route, walkUp);
        expect(place !== undefined).toBe(any);
        if (place !== undefined) expect(takes(blocks[place] as RouteBlock, route)).toBe(true);
      }),
    );
  });
});

describe('a list of communities', () => {
  const list = (...entries: CommunityList['entries']): CommunityList => ({ name: 'L', entries });

  it('that asks nothing takes everything; an expression that cannot be read takes nothing', () => {
    expect(communityEntry(list({ verdict: 'permit', all: [] }), { extended: [] }, false)?.verdict).toBe('permit');
    const broken = list({ verdict: 'permit', all: [{ kind: 'standard-pattern', pattern: '(' }] });
    expect(communityEntry(broken, { communities: [1], extended: [] }, false)).toBeUndefined();
  });

  it('exact, looks at the kinds that it names', () => {
    const one = list({ verdict: 'permit', all: [{ kind: 'standard', value: 1 }] });
    const target = { kind: 'target', value: { form: 'as2', admin: 1, number: 1 } } as const;
    expect(communityEntry(one, { communities: [1], extended: [target] }, true)).toBeDefined();
    expect(communityEntry(one, { communities: [1, 2], extended: [] }, true)).toBeUndefined();
  });

  it('takes away what a denied entry does not protect', () => {
    const kept = list({ verdict: 'deny', all: [{ kind: 'standard', value: 1 }] }, { verdict: 'permit', all: [] });
    const left = withoutListed({ communities: [1, 2], extended: [], large: [{ admin: 1, first: 1, second: 1 }] }, kept);
    expect(left).toEqual({ communities: [1], extended: [], large: [] });
  });
});
