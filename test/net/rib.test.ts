// One routing table: who is active, and since when.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Reach, Rib } from '../../src/net/rib.ts';
import type { Route } from '../../src/route/route.ts';
import { seconds } from '../../src/sim/time.ts';
import { DISTANCES, ip, p, processId, route } from '../harness/routes.ts';

const NET = '10.0.0.0/8';
const fine = (one: Route): Reach => ({
  reachable: one.nexthops.map(() => true),
  usable: true,
  verdict: { kind: 'discard' },
});
const dead = (one: Route): Reach => ({ reachable: one.nexthops.map(() => false), usable: false, verdict: undefined });

function table(): Rib {
  const rib = new Rib();
  rib.preferences = DISTANCES;
  return rib;
}
const refresh = (rib: Rib, at: number, reach = fine) => {
  for (const prefix of rib.takeTouched()) rib.refresh(prefix, reach, seconds(at));
};
const active = (rib: Rib): string | undefined => rib.entry(p(NET))?.active?.route.kind;

describe('the active route', () => {
  it('is the one of the least preference', () => {
    const rib = table();
    rib.put(route(NET, 'rip', ['e0>1.1.1.1']), seconds(1));
    rib.put(route(NET, 'ospf.inter', ['e0>1.1.1.2'], { metric: 20 }), seconds(2));
    refresh(rib, 2);
    expect(active(rib)).toBe('ospf.inter');
    expect(rib.entry(p(NET))?.candidates.map((one) => one.preference)).toEqual([110, 120]);
  });

  it('is the one of the least metric among equals', () => {
    const rib = table();
    rib.put(route(NET, 'ospf.intra', ['e0>1.1.1.1'], { metric: 30, source: processId('ospf/1') }), seconds(1));
    rib.put(route(NET, 'ospf.intra', ['e0>1.1.1.2'], { metric: 20, source: processId('ospf/2') }), seconds(1));
    refresh(rib, 1);
    expect(rib.entry(p(NET))?.active?.route.source).toBe('ospf/2');
  });

  it('floats: a worse one takes over when the better one leads nowhere, and gives way again', () => {
    const rib = table();
    rib.put(route(NET, 'static', ['e0>1.1.1.1'], { slot: 'a' }), seconds(1));
    rib.put(route(NET, 'static', ['e1>2.2.2.2'], { slot: 'b', preference: 250 }), seconds(1));
    refresh(rib, 1);
    expect(rib.entry(p(NET))?.active?.route.slot).toBe('a');

    rib.touch(p(NET));
    refresh(rib, 5, (one) => (one.slot === 'a' ? dead(one) : fine(one)));
    expect(rib.entry(p(NET))?.active?.route.slot).toBe('b');
    expect(rib.entry(p(NET))?.active?.since).toBe(seconds(1));
    expect(rib.entry(p(NET))?.activeSince).toBe(seconds(5));

    rib.touch(p(NET));
    refresh(rib, 9);
    expect(rib.entry(p(NET))?.active).toMatchObject({ route: { slot: 'a' }, since: seconds(9) });
  });

  it('is never a hidden one, nor any before the VRF is there', () => {
    const rib = new Rib();
    rib.put(route(NET, 'static', ['e0>1.1.1.1']), seconds(1));
    rib.put(route(NET, 'connected', ['e0'], { hidden: 'martian' }), seconds(1));
    refresh(rib, 1);
    expect(active(rib)).toBeUndefined();
    rib.preferences = DISTANCES;
    refresh(rib, 2);
    expect(active(rib)).toBe('static');
    expect(rib.entry(p(NET))?.candidates).toHaveLength(2);
    rib.preferences = undefined;
    refresh(rib, 3);
    expect(active(rib)).toBeUndefined();
  });

  it('follows a change of preferences', () => {
    const rib = table();
    rib.put(route(NET, 'rip', ['e0>1.1.1.1']), seconds(1));
    rib.put(route(NET, 'ospf.intra', ['e0>1.1.1.2']), seconds(1));
    refresh(rib, 1);
    rib.preferences = { ...DISTANCES, rip: 100 };
    refresh(rib, 2);
    expect(active(rib)).toBe('rip');
  });
});

describe('age', () => {
  it('survives a re-install that changes nothing, and not one that does', () => {
    const rib = table();
    rib.put(route(NET, 'rip', ['e0>1.1.1.1'], { metric: 2 }), seconds(1));
    refresh(rib, 1);
    rib.put(route(NET, 'rip', ['e0>1.1.1.1'], { metric: 2 }), seconds(7));
    expect(rib.touched).toBe(false);
    expect(rib.entry(p(NET))?.active?.since).toBe(seconds(1));
    rib.put(route(NET, 'rip', ['e0>1.1.1.1'], { metric: 3 }), seconds(8));
    refresh(rib, 8);
    expect(rib.entry(p(NET))?.active?.since).toBe(seconds(8));
  });

  it('stays while another candidate comes and goes', () => {
    const rib = table();
    rib.put(route(NET, 'static', ['e0>1.1.1.1']), seconds(1));
    refresh(rib, 1);
    rib.put(route(NET, 'rip', ['e0>1.1.1.1']), seconds(2));
    refresh(rib, 2);
    rib.remove(p(NET), processId('rip'));
    refresh(rib, 3);
    expect(rib.entry(p(NET))).toMatchObject({ activeSince: seconds(1), active: { since: seconds(1) } });
  });
});

describe('slots', () => {
  it('keep several routes of one process apart', () => {
    const rib = table();
    rib.put(route(NET, 'static', ['e0'], { slot: 'a' }), seconds(1));
    rib.put(route(NET, 'static', ['e1'], { slot: 'b' }), seconds(1));
    rib.remove(p(NET), processId('static'), 'a');
    refresh(rib, 1);
    expect(rib.entry(p(NET))?.candidates.map((one) => one.route.slot)).toEqual(['b']);
    rib.removeAll(processId('static'));
    refresh(rib, 1);
    expect(rib.entry(p(NET))).toBeUndefined();
  });
});

it('finds the longest entry that is accepted', () => {
  const rib = table();
  for (const text of ['0.0.0.0/0', '10.0.0.0/8', '10.1.0.0/16'])
    rib.put(route(text, 'static', ['discard']), seconds(0));
  refresh(rib, 0);
  const found = (accept: (length: number) => boolean) =>
    rib.longest(ip('10.1.2.3'), (entry) => accept(entry.prefix.length))?.prefix.text;
  expect(found(() => true)).toBe('10.1.0.0/16');
  expect(found((length) => length < 16)).toBe('10.0.0.0/8');
  expect(found(() => false)).toBeUndefined();
});

it('does not show in which order routes came', () => {
  const one = fc.record({
    kind: fc.constantFrom('static', 'rip', 'ospf.intra', 'bgp.external' as const),
    slot: fc.constantFrom('a', 'b', 'c'),
    metric: fc.integer({ min: 0, max: 3 }),
  });
  const distinct = fc.uniqueArray(one, { selector: ({ kind, slot }) => `${kind} ${slot}`, minLength: 1, maxLength: 8 });
  const shown = (list: readonly { kind: string; slot: string; metric: number }[]): unknown => {
    const rib = table();
    for (const { kind, slot, metric } of list) rib.put(route(NET, kind as 'rip', ['e0'], { slot, metric }), seconds(1));
    refresh(rib, 1);
    return rib.entry(p(NET));
  };
  fc.assert(
    fc.property(distinct, fc.infiniteStream(fc.nat()), (list, keys) => {
      const shuffled = list
        .map((item) => ({ item, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item);
      expect(shown(shuffled)).toEqual(shown(list));
    }),
    { numRuns: 200 },
  );
});
