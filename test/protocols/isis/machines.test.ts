// State machines and elections as their standards print them; instances of LSPs compared; items dealt out to LSPs.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mac } from '../../../src/base/mac.ts';
import { step, tableText } from '../../../src/protocols/common/fsm.ts';
import { type AdjacencyState, LAN, P2P, type P2pEvent } from '../../../src/protocols/isis/adjacency-fsm.ts';
import { type Candidate, electDis } from '../../../src/protocols/isis/dis-election.ts';
import { deal, type Item } from '../../../src/protocols/isis/fragments.ts';
import { compareInstances } from '../../../src/protocols/isis/lsdb.ts';

describe('RFC 5303 §3.2, the table of three-way states', () => {
  // Rows: own state; columns: what the neighbour says. Words of the RFC.
  const RFC = {
    Down: { down: 'Initialize', initializing: 'Up', up: 'Down' },
    Initializing: { down: 'Initialize', initializing: 'Up', up: 'Up' },
    Up: { down: 'Initialize', initializing: 'Accept', up: 'Accept' },
  } as const;
  const MEANS: Record<string, AdjacencyState> = { Initialize: 'Initializing', Up: 'Up', Down: 'Down', Accept: 'Up' };
  const boxes = Object.entries(RFC).flatMap(([own, row]) =>
    Object.entries(row).map(([said, action]) => [own as AdjacencyState, said, action] as const),
  );
  it.each(boxes)('%s hears %s: %s', (own, said, action) => {
    const outcome = step(P2P, own, `hello-${said}` as P2pEvent, {});
    expect(outcome?.next).toBe(MEANS[action]);
    // Only a change from or to Up is told to the rest of the router.
    expect(outcome?.do.includes('up')).toBe(action === 'Up');
    expect(outcome?.do.includes('down')).toBe(own === 'Up' && action === 'Initialize');
  });
});

it('the tables, printed', () => {
  expect(tableText(LAN)).toEqual([
    'Down two-way -> Up: up',
    'Down one-way -> Initializing',
    'Initializing two-way -> Up: up',
    'Initializing one-way -> Initializing',
    'Initializing lost -> Down: forget',
    'Up two-way -> Up',
    'Up one-way -> Initializing: down',
    'Up lost -> Down: down, forget',
  ]);
  expect(tableText(P2P)).toContain('Up hello-down -> Initializing: down');
  expect(step(LAN, 'Down', 'lost', {})).toBeUndefined();
});

describe('the election of a LAN', () => {
  const candidate = (priority: number, snpa: number): Candidate => ({ priority, snpa: snpa as Mac });
  it.each([
    ['nobody to stand for', candidate(64, 9), [], undefined],
    ['the higher priority', candidate(64, 9), [candidate(65, 1)], 0],
    ['the higher address', candidate(64, 1), [candidate(64, 9), candidate(64, 3)], 0],
    ['oneself', candidate(64, 10), [candidate(64, 9), candidate(63, 11)], 'self'],
    // Unlike others' priorities, zero may be elected too. ISO 10589 §8.4.5
    ['a priority of zero', candidate(0, 1), [candidate(0, 2)], 0],
  ] as const)('%s', (_, self, others, winner) => {
    const elected = electDis(self, others as readonly Candidate[]);
    expect(elected).toBe(typeof winner === 'number' ? others[winner] : winner);
  });

  it('everybody on the LAN comes to the same result', () => {
    const all = fc.uniqueArray(fc.record({ priority: fc.nat(127), snpa: fc.nat(200).map((n) => n as Mac) }), {
      minLength: 2,
      selector: (one) => one.snpa,
    });
    fc.assert(
      fc.property(all, (members) => {
        const winners = members.map((self) => {
          const elected = electDis(
            self,
            members.filter((one) => one !== self),
          );
          return elected === 'self' ? self : elected;
        });
        expect(new Set(winners).size).toBe(1);
      }),
    );
  });
});

it('a purge is newer than the instance that it takes back, and older than the next one', () => {
  const alive = { sequence: 5, lifetime: 1000 };
  const purge = { sequence: 5, lifetime: 0 };
  expect(compareInstances(purge, alive)).toBeGreaterThan(0);
  expect(compareInstances({ sequence: 6, lifetime: 1 }, purge)).toBeGreaterThan(0);
  expect(compareInstances({ sequence: 5, lifetime: 17 }, alive)).toBe(0);
  expect(compareInstances({ sequence: 0xffffffff, lifetime: 1 }, alive)).toBeGreaterThan(0);
});

describe('dealing out', () => {
  const item = (number: number, type = 135): Item => ({
    key: String(number).padStart(5, '0'),
    type,
    bytes: new Uint8Array(8).fill(number),
  });
  const numbers = fc.uniqueArray(fc.nat(800), { maxLength: 400 });

  it('loses nothing, stays within its room, and puts back what is still told', () => {
    fc.assert(
      fc.property(numbers, numbers, (before, after) => {
        const places = new Map<string, number>();
        const first = new Uint8Array(40);
        deal(
          places,
          first,
          before.map((n) => item(n)),
          300,
        );
        const old = new Map(places);
        const { bodies, full } = deal(
          places,
          first,
          after.map((n) => item(n)),
          300,
        );
        expect(full).toBe(false);
        expect(places.size).toBe(after.length);
        for (const body of bodies.values()) expect(body.length).toBeLessThanOrEqual(300);
        const kept = after.filter((n) => before.includes(n)).map((n) => item(n).key);
        for (const key of kept) expect(places.get(key)).toBe(old.get(key));
        const said = [...bodies.values()].reduce((sum, body) => sum + body.length, 0);
        expect(said).toBeGreaterThanOrEqual(40 + after.length * 8);
      }),
      { numRuns: 60 },
    );
  });

  it('says that it is full when 256 LSPs are', () => {
    const all = Array.from({ length: 3000 }, (_, n) => item(n));
    const { bodies, full } = deal(new Map(), new Uint8Array(0), all, 90);
    expect(bodies.size).toBe(256);
    expect(full).toBe(true);
  });

  it('a list of narrow neighbours begins with the virtual flag', () => {
    const { bodies } = deal(new Map(), new Uint8Array(0), [item(7, 2)], 90);
    expect([...(bodies.get(0) ?? [])].slice(0, 4)).toEqual([2, 9, 0, 7]);
  });
});
