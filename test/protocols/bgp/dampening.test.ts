// Flap dampening: figures of merit, and what a router does with paths that come and go.        RFC 2439

import { describe, expect, it } from 'vitest';
import { ceiling, type Flap, isForgotten, judge, penaltyAt, reuseIn } from '../../../src/protocols/bgp/dampening.ts';
import type { Dampening, DampeningSet } from '../../../src/protocols/bgp/dampening-config.ts';
import { type Micros, micros, minutes } from '../../../src/sim/time.ts';
import { taking } from '../../harness/policies.ts';
import { p } from '../../harness/routes.ts';
import { TalkedTo } from '../../harness/talked-to.ts';

// Cisco IOS IP Routing: BGP command reference, "bgp dampening": 15 minutes, 750, 2000, four times the half life.
const SET: DampeningSet = { halfLife: minutes(15), reuse: 750, suppress: 2000, maximum: minutes(60) };
const RULES: Dampening = { penalties: { withdrawn: 1000, announced: 0, changed: 500 }, usual: SET };

const flap = (): Flap => ({
  family: 'ipv4',
  nlri: { prefix: p('20.0.0.0/8') },
  set: SET,
  name: undefined,
  penalty: 0,
  at: micros(0),
  flaps: 0,
  first: micros(0),
  suppressed: false,
  gone: false,
});

describe('a figure of merit', () => {
  it('is halved every half life', () => {
    const one = flap();
    judge(one, micros(0), 1000);
    expect(penaltyAt(one, minutes(15))).toBeCloseTo(500);
    expect(penaltyAt(one, minutes(45))).toBeCloseTo(125);
  });
  it('suppresses beyond one threshold and frees below the other', () => {
    const one = flap();
    for (const at of [0, 1, 2]) judge(one, minutes(at), 1000);
    expect(one.suppressed).toBe(true);
    // 2867 after the third flap: until it is 750, about 29 minutes.
    const left = reuseIn(one, minutes(2)) as Micros;
    expect(left / minutes(1)).toBeCloseTo(15 * Math.log2(penaltyAt(one, minutes(2)) / 750), 3);
    judge(one, micros(minutes(2) + left - 1_000_000));
    expect(one.suppressed).toBe(true);
    judge(one, micros(minutes(2) + left + 1_000_000));
    expect(one.suppressed).toBe(false);
  });
  it('does not grow beyond what the longest suppression allows', () => {
    const one = flap();
    for (let i = 0; i < 100; i++) judge(one, micros(i), 1000);
    expect(one.penalty).toBeCloseTo(ceiling(SET));
    expect(ceiling(SET)).toBe(750 * 2 ** 4);
    expect((reuseIn(one, micros(100)) as Micros) / minutes(1)).toBeCloseTo(60, 2);
  });
  it('is forgotten at half of the reuse threshold', () => {
    const one = flap();
    judge(one, micros(0), 1000);
    expect(isForgotten(one, minutes(15))).toBe(false);
    expect(isForgotten(one, minutes(22))).toBe(true);
  });
});

describe('a path that flaps', () => {
  const NET = '20.0.0.0/8';
  const make = (dampening: Dampening = RULES): TalkedTo =>
    new TalkedTo({ peers: [{ asn: 65001, spec: { families: { ipv4: { dampening } } } }, { asn: 65002 }] });
  const flapped = (net: TalkedTo, times: number): TalkedTo => {
    for (let i = 0; i < times; i++) {
      net.announce(1, [NET]);
      net.withdraw(1, [NET]);
    }
    return net;
  };
  it('is remembered when it is gone, and out of use when it comes back too often', () => {
    const net = flapped(make(), 3).quiet();
    expect(net.table()).toEqual(['h 20.0.0.0/8 65001']);
    net.announce(1, [NET]);
    expect(net.table()).toEqual(['d 20.0.0.0/8 65001']);
    expect(net.told(2)).toEqual([]);
    const row = net.row(NET)?.paths[0]?.dampening;
    expect(row).toMatchObject({ flaps: 3, suppressed: true, set: undefined });
    expect(net.peer(1).families[0]).toMatchObject({ dampened: 1, received: 1 });
    expect(net.net.table('r1').some((line) => line.includes(NET))).toBe(false);
  });
  it('is used again in time', () => {
    const net = flapped(make(), 3);
    net.announce(1, [NET]).quiet();
    net.run(20 * 60);
    expect(net.told(2)).toEqual([]);
    net.run(12 * 60);
    expect(net.told(2)).toEqual(['+ 20.0.0.0/8 65000 65001']);
    expect(net.table()).toEqual(['*> 20.0.0.0/8 65001']);
  });
  it('is forgotten when it stays away', () => {
    const net = flapped(make(), 2);
    expect(net.table()).toEqual(['h 20.0.0.0/8 65001']);
    net.run(70 * 60);
    expect(net.table()).toEqual([]);
  });
  it('counts changes of its attributes too', () => {
    const net = make();
    for (let i = 0; i < 8; i++) net.announce(1, [NET], { med: i });
    expect(net.table()).toEqual(['d 20.0.0.0/8 65001']);
  });
  it('is left alone by what a policy says', () => {
    const other: DampeningSet = { ...SET, suppress: 20_000, maximum: minutes(240) };
    const lenient = make({
      ...RULES,
      policy: taking([NET], { kind: 'set-dampening', value: 'lenient' }),
      sets: { lenient: other },
    });
    flapped(lenient, 4).announce(1, [NET]);
    expect(lenient.table()).toEqual(['*> 20.0.0.0/8 65001']);
    expect(lenient.row(NET)?.paths[0]?.dampening?.set).toBe('lenient');
    const none = make({ ...RULES, policy: taking(['30.0.0.0/8']) });
    flapped(none, 4);
    expect(none.table()).toEqual([]);
  });
  it('is pardoned when somebody clears it, and with its peer', () => {
    const net = flapped(make(), 3);
    net.announce(1, [NET]).quiet();
    net.net.device('r1').act({ kind: 'clear-bgp-flaps', prefix: p('30.0.0.0/8') });
    expect(net.told(2)).toEqual([]);
    net.net.device('r1').act({ kind: 'clear-bgp-flaps', prefix: p(NET) });
    expect(net.told(2)).toEqual(['+ 20.0.0.0/8 65000 65001']);
    const gone = flapped(make(), 3);
    expect(gone.table()).toHaveLength(1);
    gone.configure({ peers: [{ asn: 65001, unknown: true }, { asn: 65002 }] });
    expect(gone.table()).toEqual([]);
  });
  it('does not suffer from a session that is reset', () => {
    const net = make();
    net.announce(1, [NET]);
    for (let i = 0; i < 4; i++) {
      net.talker(1).end();
      net.run(10);
      net.talker(1).begin();
      net.run(3).announce(1, [NET]);
    }
    expect(net.table()).toEqual(['*> 20.0.0.0/8 65001']);
  });
});
