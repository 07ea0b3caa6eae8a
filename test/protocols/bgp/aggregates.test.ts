// Aggregates: what they are made of, what they say, what they hide.                  RFC 4271 §9.2.2.2

import { describe, expect, it } from 'vitest';
import type { Aggregate } from '../../../src/protocols/bgp/config.ts';
import { taking } from '../../harness/policies.ts';
import { p } from '../../harness/routes.ts';
import { type Played, TalkedTo } from '../../harness/talked-to.ts';

const make = (aggregate: Partial<Aggregate>, third: Played['spec'] = {}): TalkedTo =>
  new TalkedTo({
    peers: [{ asn: 65001 }, { asn: 65002 }, { asn: 65003, spec: third }],
    aggregates: [{ prefix: p('10.8.0.0/14'), asSet: false, summaryOnly: false, ...aggregate }],
  });
const PARTS = ['10.8.0.0/16', '10.9.0.0/16'];

describe('an aggregate', () => {
  it('is told while something is inside it, with no path of its parts and marked', () => {
    const net = make({});
    expect(net.told(3)).toEqual([]);
    net.announce(1, [PARTS[0] as string]);
    expect(net.told(3)).toEqual(['+ 10.8.0.0/14 65000', '+ 10.8.0.0/16 65000 65001']);
    const row = net.row('10.8.0.0/14')?.paths[0];
    expect(row?.attributes.atomicAggregate).toBe(true);
    expect(row?.attributes.aggregator?.asn).toBe(65000);
    expect(row?.origination).toBe('aggregate');
    net.withdraw(1, [PARTS[0] as string]);
    expect(net.told(3)).toEqual(['- 10.8.0.0/14', '- 10.8.0.0/16']);
  });
  it('discards what it covers and nobody has', () => {
    const net = make({});
    net.announce(1, PARTS);
    expect(net.net.table('r1')).toContain('B 10.8.0.0/14 discard');
  });
  it('is not made of itself, nor of what lies outside', () => {
    const net = make({});
    net.announce(1, ['10.8.0.0/14', '10.16.0.0/16']);
    expect(net.told(3)).toEqual(['+ 10.16.0.0/16 65000 65001', '+ 10.8.0.0/14 65000 65001']);
  });
  it('names the ASs of all its parts as a set behind what they have in common', () => {
    const net = make({ asSet: true });
    net.announce(1, [PARTS[0] as string], { path: [65001, 64700, 64710] });
    net.announce(1, [PARTS[1] as string], { path: [65001, 64700, 64720] });
    const path = net.row('10.8.0.0/14')?.paths[0]?.attributes;
    expect(path?.asPath).toEqual([
      { kind: 'sequence', asns: [65001, 64700] },
      { kind: 'set', asns: [64710, 64720] },
    ]);
    expect(path?.atomicAggregate).toBeUndefined();
    // A part from elsewhere: nothing in common any more.
    net.announce(2, ['10.10.0.0/16'], { path: [65002] });
    expect(net.row('10.8.0.0/14')?.paths[0]?.attributes.asPath).toEqual([
      { kind: 'set', asns: [64700, 64710, 64720, 65001, 65002] },
    ]);
  });
  it('hides its parts where it is told alone, and shows them again when it goes', () => {
    const net = make({ summaryOnly: true });
    net.announce(1, PARTS);
    expect(net.told(3)).toEqual(['+ 10.8.0.0/14 65000']);
    expect(net.table()).toEqual(['*> 10.8.0.0/14', 's> 10.8.0.0/16 65001', 's> 10.9.0.0/16 65001']);
    net.configure({ aggregates: [] });
    expect(net.told(3)).toEqual(['+ 10.8.0.0/16 65000 65001', '+ 10.9.0.0/16 65000 65001', '- 10.8.0.0/14']);
  });
  it('hides what a policy says, and one neighbour is shown it all the same', () => {
    const one = make({ suppress: taking(['10.8.0.0/16']) });
    one.announce(1, PARTS);
    expect(one.told(3)).toEqual(['+ 10.8.0.0/14 65000', '+ 10.9.0.0/16 65000 65001']);
    const unsuppressed = make({ summaryOnly: true }, { families: { ipv4: { unsuppress: taking(['10.9.0.0/16']) } } });
    unsuppressed.announce(1, PARTS);
    expect(unsuppressed.told(3)).toEqual(['+ 10.8.0.0/14 65000', '+ 10.9.0.0/16 65000 65001']);
    expect(unsuppressed.told(2)).toEqual(['+ 10.8.0.0/14 65000']);
  });
  it('is made of what a policy picks, and says what a policy sets', () => {
    const net = make({ contributors: taking(['10.9.0.0/16']) });
    net.announce(1, [PARTS[0] as string]);
    expect(net.row('10.8.0.0/14')).toBeUndefined();
    net.announce(1, [PARTS[1] as string]);
    expect(net.row('10.8.0.0/14')?.paths).toHaveLength(1);
    const other = make({ attributes: taking([], { kind: 'set-metric', value: 77 }) });
    other.announce(1, PARTS);
    expect(other.row('10.8.0.0/14')?.paths[0]?.attributes.med).toBe(77);
  });
});
