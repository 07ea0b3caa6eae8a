// The ladder: each rung, and which one is said to have decided.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ip4 } from '../../../src/base/ip.ts';
import { decide, type LadderFacts } from '../../../src/protocols/bgp/decision.ts';
import type { Path } from '../../../src/protocols/bgp/model.ts';
import type { AsPath } from '../../../src/route/as-path.ts';
import type { PathAttributes } from '../../../src/route/attributes.ts';
import { parseRd } from '../../../src/route/route-distinguisher.ts';
import { micros } from '../../../src/sim/time.ts';
import { LADDER } from '../../harness/config.ts';
import { ip, p, vrfName } from '../../harness/routes.ts';

const FACTS: LadderFacts = { ladder: LADDER, defaultLocalPref: 100, routerId: ip('9.9.9.9') };
const sequence = (...asns: readonly number[]): AsPath => [{ kind: 'sequence', asns }];

type Change = Partial<Omit<Path, 'attributes' | 'key'>> & { readonly attributes?: Partial<PathAttributes> };

/** A path from an external peer 10.0.0.N, router N.N.N.N, in AS 65001. */
function path(n: number, change: Change = {}): Path {
  const { attributes, ...rest } = change;
  return {
    key: `peer ${n}`,
    attributes: { origin: 'igp', asPath: sequence(65001, 65100), nexthop: ip(`10.0.0.${n}`), ...attributes },
    weight: 0,
    from: { peer: ip(`10.0.0.${n}`), routerId: ip(`${n}.${n}.${n}.${n}`), external: true },
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
const internal = (n: number): Path['from'] => ({
  peer: ip(`10.0.0.${n}`),
  routerId: ip(`${n}.${n}.${n}.${n}`),
  external: false,
});
const imported = (rd: string, vrf: string): Change => ({
  from: 'local',
  weight: 32768,
  importedFrom: { rd: parseRd(rd) as never, prefix: p('10.0.0.0/8'), vrf: vrfName(vrf) },
});

/** The second path has what the first lacks; on all lower rungs the first is better. */
const WINS: Readonly<Record<string, readonly [first: Change, second: Change]>> = {
  valid: [{ valid: false, weight: 9 }, {}],
  weight: [{ attributes: { localPref: 900 } }, { weight: 1 }],
  'local-preference': [{ attributes: { asPath: [] } }, { attributes: { localPref: 101 } }],
  'locally-originated': [{}, { from: 'local', attributes: { asPath: sequence(1, 2, 3) } }],
  aigp: [{ attributes: { asPath: sequence(1) } }, { attributes: { aigp: 50 } }],
  'as-path-length': [{}, { attributes: { asPath: sequence(65001), origin: 'incomplete' } }],
  origin: [{ attributes: { origin: 'egp' } }, { attributes: { med: 5 } }],
  med: [{ attributes: { med: 5 } }, { from: internal(2) }],
  external: [{ from: internal(1), igpMetric: 1 }, {}],
  'igp-metric': [{ igpMetric: 11 }, {}],
  'oldest-external': [{ order: 3 }, { order: 2 }],
  'router-id': [{ from: internal(3) }, { from: internal(2), attributes: { clusterList: [ip('1.1.1.1')] } }],
  'cluster-length': [
    { from: internal(2), attributes: { clusterList: [ip('1.1.1.1')] } },
    { from: { ...(internal(2) as object), peer: ip('10.0.0.9') } as Path['from'] },
  ],
  'peer-address': [
    { from: { ...(internal(2) as object), peer: ip('10.0.0.9') } as Path['from'] },
    { from: internal(2) },
  ],
};

describe.each(LADDER.map((rung) => [rung] as const))('%s', (rung) => {
  const [first, second] = WINS[rung] as readonly [Change, Change];
  it('decides when everything above is equal', () => {
    const { best, lost } = decide([path(1, first), path(2, second)], FACTS);
    expect(best?.key).toBe('peer 2');
    expect([...lost]).toEqual([['peer 1', rung]]);
  });
  it('is passed over when it is not on the ladder', () => {
    if (rung === 'valid') return;
    const ladder = LADDER.filter((one) => one !== rung);
    expect([...decide([path(1, first), path(2, second)], { ...FACTS, ladder }).lost.values()]).not.toContain(rung);
  });
});

describe('MED', () => {
  const med = (n: number, asn: number, value: number, change: Change = {}): Path =>
    path(n, { ...change, attributes: { asPath: sequence(asn, 1), med: value } });

  it('is not compared between ASs (RFC 4271 §9.1.2.2 c)', () => {
    const { best, lost } = decide([med(1, 65001, 100), med(2, 65002, 1)], FACTS);
    expect(best?.key).toBe('peer 1');
    expect(lost.get('peer 2')).toBe('oldest-external');
  });
  it('does not make the answer depend on the order of arrival', () => {
    // Three paths of which each beats the next one pairwise: the circle of RFC 3345 §3.
    const three = [
      med(1, 65001, 10, { from: internal(1), igpMetric: 10 }),
      med(2, 65001, 1, { from: internal(2), igpMetric: 30 }),
      med(3, 65002, 5, { from: internal(3), igpMetric: 20 }),
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
      [1, 0, 2],
    ])
      expect(
        decide(
          order.map((i) => three[i] as Path),
          FACTS,
        ).best?.key,
      ).toBe('peer 3');
  });
  it('counts as 0 where it is missing', () => {
    expect(decide([path(1), path(2, { attributes: { med: 1 }, order: 0 })], FACTS).lost.get('peer 2')).toBe('med');
  });
});

describe('AIGP', () => {
  it('counts the way to the next hop (RFC 7311 §4.1)', () => {
    const near = path(1, { attributes: { aigp: 100 }, igpMetric: 5 });
    const far = path(2, { attributes: { aigp: 90 }, igpMetric: 50 });
    expect(decide([near, far], FACTS)).toMatchObject({ best: { key: 'peer 1' } });
  });
});

describe('imports of local paths', () => {
  it('give way to what the VRF originates itself', () => {
    const own = path(1, { from: 'local', weight: 32768 });
    const copy = path(2, imported('65000:1', 'A'));
    expect(decide([copy, own], FACTS)).toMatchObject({ best: { key: 'peer 1' } });
    expect(decide([copy, own], FACTS).lost.get('peer 2')).toBe('locally-originated');
  });
  it('from two VRFs are decided by their distinguishers when nothing else differs', () => {
    const two = [path(1, imported('65000:2', 'A')), path(2, imported('65000:1', 'B'))];
    expect(decide(two, FACTS).best?.key).toBe('peer 2');
    expect(decide([...two].reverse(), FACTS).best?.key).toBe('peer 2');
  });
});

it('has no best path among invalid ones', () => {
  expect(decide([path(1, { valid: false })], FACTS)).toEqual({ best: undefined, lost: new Map([['peer 1', 'valid']]) });
  expect(decide([], FACTS).best).toBeUndefined();
});

it('gives the same answer for any order of the paths, and every loser a rung', () => {
  const some = fc.record({
    asn: fc.constantFrom(65001, 65002),
    med: fc.nat(2),
    igpMetric: fc.nat(2),
    external: fc.boolean(),
    length: fc.nat(2),
    local: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 6 }), fc.nat(), (list, turn) => {
      const paths = list.map((one, i) =>
        path(i + 1, {
          from: one.local ? 'local' : { ...(internal(i + 1) as { peer: Ip4; routerId: Ip4 }), external: one.external },
          igpMetric: one.igpMetric,
          attributes: { asPath: sequence(one.asn, ...new Array(one.length).fill(1)), med: one.med },
        }),
      );
      const turned = paths.map((_, i) => paths[(i + turn) % paths.length] as Path);
      const [a, b] = [decide(paths, FACTS), decide(turned, FACTS)];
      expect(b.best).toBe(a.best);
      expect(new Map([...b.lost].sort())).toEqual(new Map([...a.lost].sort()));
      expect(a.lost.size).toBe(paths.length - 1);
    }),
    { numRuns: 500 },
  );
});
