// MEDs compared in every way, cost communities, several paths at once.     RFC 4271 §9.1.2.2 c, draft-retana-bgp-custom-decision

import { describe, expect, it } from 'vitest';
import type { Rung } from '../../../src/protocols/bgp/config.ts';
import { decide, equals, type LadderFacts } from '../../../src/protocols/bgp/decision.ts';
import type { Path } from '../../../src/protocols/bgp/model.ts';
import { micros } from '../../../src/sim/time.ts';
import { ip, vrfName } from '../../harness/routes.ts';

const LADDER: readonly Rung[] = [
  'valid',
  'cost',
  'preference',
  'as-path-length',
  'med',
  'external',
  'igp-metric',
  'cost-igp',
  'router-id',
];
const FACTS: LadderFacts = { ladder: LADDER, defaultLocalPref: 100, routerId: ip('9.9.9.9') as never };

type Change = Partial<Omit<Path, 'attributes'>> & {
  readonly asns?: readonly number[];
  readonly med?: number;
  readonly costs?: readonly string[];
};

/** A path of router N.N.N.N, told as the Nth. */
function path(n: number, { asns = [65001], med, costs = [], ...rest }: Change = {}): Path {
  return {
    key: `p${n}`,
    attributes: {
      origin: 'igp',
      asPath: asns.length > 0 ? [{ kind: 'sequence', asns }] : [],
      nexthop: ip(`10.0.0.${n}`),
      ...(med === undefined ? {} : { med }),
      ...(costs.length > 0 ? { extended: costs.map((hex) => ({ kind: 'other' as const, hex })) } : {}),
    },
    weight: 0,
    from: { peer: ip(`10.0.0.${n}`) as never, routerId: ip(`${n}.${n}.${n}.${n}`) as never, external: true },
    origination: undefined,
    valid: true,
    nexthopVrf: vrfName('default'),
    igpMetric: 10,
    importedFrom: undefined,
    made: undefined,
    nexthops: [],
    since: micros(0),
    order: n,
    sentId: n,
    ...rest,
  };
}
const best = (paths: readonly Path[], facts: Partial<LadderFacts> = {}): string | undefined =>
  decide(paths, { ...FACTS, ...facts }).best?.key;

describe('MEDs', () => {
  const rules = { compare: 'same-as', missing: 'zero', order: 'deterministic' } as const;
  it('of different ASs are compared only where that is asked for', () => {
    const paths = [path(1, { asns: [65001], med: 100 }), path(2, { asns: [65002], med: 50 })];
    expect(best(paths)).toBe('p1');
    expect(best(paths, { med: { ...rules, compare: 'always' } })).toBe('p2');
  });
  it('that are missing are the best, or the worst', () => {
    const paths = [path(1, { med: 1 }), path(2)];
    expect(best(paths)).toBe('p2');
    expect(best(paths, { med: { ...rules, missing: 'worst' } })).toBe('p1');
  });
  it('of paths from inside the confederation are compared where that is asked for', () => {
    const inside = {
      peer: ip('10.0.0.9') as never,
      routerId: ip('1.1.1.1') as never,
      external: true,
      confederation: true as const,
    };
    const paths = [
      path(1, { asns: [], med: 9, from: { ...inside, routerId: ip('1.1.1.1') as never } }),
      path(2, { asns: [], med: 3, from: { ...inside, routerId: ip('2.2.2.2') as never } }),
    ];
    expect(best(paths, { med: { ...rules, confederation: true } })).toBe('p2');
  });
  it('by arrival give what depends on who came first, and in order always the same', () => {
    // RFC 4451 §2 and Cisco "How BGP Routers Use the MED": AS 65001 med 10 metric 20, AS 65002 metric 15, AS 65001 med 20 metric 10.
    const make = (orders: readonly number[]): readonly Path[] => [
      path(1, { asns: [65001], med: 10, igpMetric: 20, order: orders[0] as number }),
      path(2, { asns: [65002], med: 0, igpMetric: 15, order: orders[1] as number }),
      path(3, { asns: [65001], med: 20, igpMetric: 10, order: orders[2] as number }),
    ];
    const arrival = { med: { ...rules, order: 'arrival' as const } };
    // Newest first: 3 beats 2 by its metric, then 1 beats 3 by its MED.
    expect(best(make([1, 2, 3]), arrival)).toBe('p1');
    // 1 beats 3, then 2 beats 1 by its metric.
    expect(best(make([3, 1, 2]), arrival)).toBe('p2');
    for (const orders of [
      [1, 2, 3],
      [3, 1, 2],
      [2, 3, 1],
    ])
      expect(best(make(orders))).toBe('p2');
  });
});

describe('cost communities', () => {
  // 0x43 0x01, point, identifier, cost.
  const cost = (point: number, id: number, value: number): string =>
    `4301${point.toString(16).padStart(2, '0')}${id.toString(16).padStart(2, '0')}${value.toString(16).padStart(8, '0')}`;
  it('decide first of all, or after the metric, by where they are to count', () => {
    expect(best([path(1), path(2, { asns: [65001, 65002, 65003], costs: [cost(128, 1, 10)] })])).toBe('p2');
    expect(best([path(1, { costs: [cost(129, 1, 20)] }), path(2, { costs: [cost(129, 1, 10)] })])).toBe('p2');
    expect(best([path(1, { costs: [cost(129, 1, 20)] }), path(2, { igpMetric: 20, costs: [cost(129, 1, 10)] })])).toBe(
      'p1',
    );
  });
  it('count by their identifiers, the smallest first; who has none costs half of the highest', () => {
    const left = path(1, { costs: [cost(129, 1, 5), cost(129, 2, 99)] });
    const right = path(2, { costs: [cost(129, 1, 5), cost(129, 2, 1)] });
    expect(best([left, right])).toBe('p2');
    expect(best([path(1, { costs: [cost(129, 1, 0x80000000)] }), path(2)])).toBe('p2');
    expect(best([path(1), path(2, { costs: [cost(129, 1, 0x7ffffffe)] })])).toBe('p2');
  });
});

it('a route preference of its own decides before the path', () => {
  expect(best([path(1, { preference: 170 }), path(2, { preference: 160, asns: [1, 2, 3] })])).toBe('p2');
});

describe('several paths at once', () => {
  const used = (paths: readonly Path[], multipath: LadderFacts['multipath']): readonly string[] => {
    const facts = { ...FACTS, ...(multipath ? { multipath } : {}) };
    return equals(paths, decide(paths, facts), facts).map(({ key }) => key);
  };
  const elsewhere = path(2, { asns: [65002] });
  it('are of one AS, unless any will do', () => {
    expect(used([path(1), elsewhere, path(3)], { external: 4, internal: 1 })).toEqual(['p3']);
    expect(used([path(1), elsewhere, path(3)], { external: 4, internal: 1, anyAs: true })).toEqual(['p2', 'p3']);
    expect(used([path(1), elsewhere, path(3)], { external: 2, internal: 1, anyAs: true })).toEqual(['p2']);
  });
  it('are ways of their own: with one next hop they are one', () => {
    const { attributes, ...rest } = path(3);
    const same: Path = { ...rest, attributes: { ...attributes, nexthop: ip('10.0.0.1') } };
    const facts = { external: 4, internal: 1 };
    expect(used([path(1), same, path(2)], facts)).toEqual(['p2']);
    expect(used([path(1), { ...same, labels: [16 as never] }, path(2)], facts)).toEqual(['p2', 'p3']);
  });
  it('are external or internal, unless both are mixed', () => {
    const inside = path(4, {
      from: { peer: ip('10.0.0.4') as never, routerId: ip('4.4.4.4') as never, external: false },
    });
    expect(used([path(1), inside], { external: 4, internal: 4 })).toEqual([]);
    expect(used([path(1), inside], { external: 1, internal: 1, mixed: 2 })).toEqual(['p4']);
  });
});
