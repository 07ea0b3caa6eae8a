// What is told to whom: groups of peers, full messages, conditions, defaults, metrics.        RFC 4271 §9.1.3, §9.2

import { describe, expect, it } from 'vitest';
import type { NeighborFamily } from '../../../src/protocols/bgp/neighbor-config.ts';
import { MAIN } from '../../../src/route/names.ts';
import { seconds } from '../../../src/sim/time.ts';
import { changing, taking } from '../../harness/policies.ts';
import { type Played, TalkedTo } from '../../harness/talked-to.ts';

const family = (terms: Partial<NeighborFamily>): Played['spec'] => ({ families: { ipv4: terms } });
const many = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `20.${i >> 8}.${i & 255}.0/24`);
const groups = (net: TalkedTo): readonly string[] =>
  (net.net.device('r1').ask('bgp.update-groups', {}) ?? []).map(({ number, peers }) => `${number}: ${peers.length}`);
const updates = (net: TalkedTo, n: number): number => net.messages(n).filter(({ type }) => type === 'update').length;

describe('update groups', () => {
  it('hold peers that are told the same, with one number however many links they are on', () => {
    const net = new TalkedTo({
      peers: [
        { asn: 65001 },
        { asn: 65002 },
        { asn: 65000 },
        { asn: 65000 },
        { asn: 65005, spec: family({ sendStandard: false }) },
      ],
    });
    expect(groups(net)).toEqual(['1: 2', '2: 2', '3: 1']);
    expect(net.peer(4).families[0]?.updateGroup).toBe(2);
  });
  it('make one message for all of them, of as many prefixes as fit', () => {
    const net = new TalkedTo({
      peers: [
        { asn: 65001 },
        ...[2, 3, 4].map((): Played => ({ asn: 65000, spec: { local: '10.255.0.1' }, says: { router: '10.255.0.1' } })),
      ],
      device: { interfaces: { lo0: '10.255.0.1/32' } },
    });
    net.announce(1, many(1200).slice(0, 600));
    net.announce(1, many(1200).slice(600));
    // 4096 - 19 - 4 - about 60 of attributes, four bytes a prefix: 600 in one.
    expect(updates(net, 2)).toBe(2);
    expect(updates(net, 4)).toBe(2);
    const [, inside] = net.net.device('r1').ask('bgp.update-groups', {}) ?? [];
    expect(inside).toMatchObject({ formatted: 2, replicated: 2 * 3 });
  });
  it('tell nobody what it told itself', () => {
    const net = new TalkedTo({ peers: [{ asn: 65001 }, { asn: 65002 }, { asn: 65003 }] });
    net.announce(1, ['20.0.0.0/8']);
    expect(net.told(1)).toEqual([]);
    expect(net.told(2)).toEqual(['+ 20.0.0.0/8 65000 65001']);
    net.quiet();
    // Another is better now: the first hears of it, the second no longer.
    net.announce(2, ['20.0.0.0/8'], { path: [65002], med: 0 });
    net.withdraw(1, ['20.0.0.0/8']);
    expect(net.told(1)).toEqual(['+ 20.0.0.0/8 65000 65002']);
    expect(net.told(2)).toEqual(['- 20.0.0.0/8']);
    expect(net.told(3)).toEqual(['+ 20.0.0.0/8 65000 65002']);
  });
  it('are told no more than what is different when a policy changes', () => {
    const peers: readonly Played[] = [{ asn: 65001 }, { asn: 65002 }, { asn: 65003 }];
    const net = new TalkedTo({ peers });
    net.announce(1, ['20.0.0.0/8', '30.0.0.0/8']).quiet();
    const policy = taking(['20.0.0.0/8']);
    net.configure({
      peers: [peers[0], { asn: 65002, spec: family({ exportPolicy: policy }) }, peers[2]] as readonly Played[],
    });
    expect(net.told(2)).toEqual(['- 30.0.0.0/8']);
    expect(net.told(3)).toEqual([]);
    expect(groups(net)).toEqual(['1: 2', '2: 1']);
    net.configure({ peers });
    expect(net.told(2)).toEqual(['+ 30.0.0.0/8 65000 65001']);
    expect(groups(net)).toEqual(['1: 3']);
  });
  it('tell everything to who comes later, and again to who asks', () => {
    const net = new TalkedTo({ peers: [{ asn: 65001 }, { asn: 65002 }, { asn: 65003, waits: true }] });
    net.announce(1, ['20.0.0.0/8']).quiet();
    net.talker(3).begin();
    net.run(2);
    expect(net.told(3)).toEqual(['+ 20.0.0.0/8 65000 65001']);
    expect(net.told(2)).toEqual([]);
    net.talker(2).say({ type: 'route-refresh', afi: 1, safi: 1, subtype: 0, after: new Uint8Array(0) });
    expect(net.told(2)).toEqual(['+ 20.0.0.0/8 65000 65001']);
    expect(net.told(3)).toEqual([]);
  });
  it('wait for the advertisement interval with announcements, never with withdrawals', () => {
    const paced = { advertisementInterval: seconds(30) };
    const net = new TalkedTo({ peers: [{ asn: 65001 }, { asn: 65002, spec: paced }] });
    net.announce(1, ['20.0.0.0/8']);
    expect(net.told(2)).toEqual(['+ 20.0.0.0/8 65000 65001']);
    net.announce(1, ['30.0.0.0/8']);
    net.withdraw(1, ['20.0.0.0/8']);
    expect(net.told(2)).toEqual(['- 20.0.0.0/8']);
    expect(net.peer(2).pending).toBe(1);
    net.run(30);
    expect(net.told(2)).toEqual(['+ 30.0.0.0/8 65000 65001']);
  });
  it('hear of nothing before the out-delay is over', () => {
    const net = new TalkedTo({ peers: [{ asn: 65001 }, { asn: 65002, spec: { outDelay: seconds(10) } }] });
    net.announce(1, ['20.0.0.0/8']);
    net.announce(1, ['30.0.0.0/8']);
    net.withdraw(1, ['30.0.0.0/8']);
    expect(net.told(2)).toEqual([]);
    net.run(10);
    expect(net.told(2)).toEqual(['+ 20.0.0.0/8 65000 65001']);
  });
});

describe('conditions', () => {
  const net = (exists: boolean): TalkedTo =>
    new TalkedTo({
      peers: [
        { asn: 65001 },
        {
          asn: 65002,
          spec: family({ conditional: [{ which: taking(['20.0.0.0/8']), when: taking(['99.0.0.0/8']), exists }] }),
        },
      ],
    });
  it('let a route out while another is there', () => {
    const one = net(true);
    one.announce(1, ['20.0.0.0/8', '30.0.0.0/8']);
    expect(one.told(2)).toEqual(['+ 30.0.0.0/8 65000 65001']);
    expect(one.peer(2).families[0]?.deniedOut).toMatchObject({ condition: 1 });
    one.announce(1, ['99.0.0.0/8']);
    expect(one.told(2)).toEqual(['+ 20.0.0.0/8 65000 65001', '+ 99.0.0.0/8 65000 65001']);
    one.withdraw(1, ['99.0.0.0/8']);
    expect(one.told(2)).toEqual(['- 20.0.0.0/8', '- 99.0.0.0/8']);
  });
  it('or while it is not', () => {
    const one = net(false);
    one.announce(1, ['20.0.0.0/8']);
    expect(one.told(2)).toEqual(['+ 20.0.0.0/8 65000 65001']);
    one.announce(1, ['99.0.0.0/8']);
    expect(one.told(2)).toEqual(['+ 99.0.0.0/8 65000 65001', '- 20.0.0.0/8']);
  });
});

describe('a default route', () => {
  it('is told whether there is one or not', () => {
    const net = new TalkedTo({ peers: [{ asn: 65001, spec: family({ defaultOriginate: true }) }], networks: [] });
    net.talker(1).say({ type: 'route-refresh', afi: 1, safi: 1, subtype: 0, after: new Uint8Array(0) });
    expect(net.told(1)).toEqual(['+ 0.0.0.0/0 65000']);
  });
  it('or while a route of the table asks for it', () => {
    const defaultPolicy = taking(['10.77.0.0/16'], { kind: 'set-metric', value: 5 });
    const net = new TalkedTo({ peers: [{ asn: 65001, spec: family({ defaultOriginate: true, defaultPolicy }) }] });
    net.talker(1).say({ type: 'route-refresh', afi: 1, safi: 1, subtype: 0, after: new Uint8Array(0) });
    expect(net.told(1)).toEqual([]);
    const route = { static: { [MAIN]: [{ to: '10.77.0.0/16', via: 'discard' }] } } as const;
    net.configure({ device: route });
    expect(net.told(1)).toEqual(['+ 0.0.0.0/0 65000']);
    const [sent] = net.net.device('r1').ask('bgp.advertised', { vrf: MAIN, peer: net.peer(1).config.address }) ?? [];
    expect(sent?.attributes.med).toBe(5);
    net.configure({ device: {} });
    expect(net.told(1)).toEqual(['- 0.0.0.0/0']);
  });
});

describe('the MED that is told', () => {
  const medTo = (terms: Partial<NeighborFamily>, announced = {}): number | undefined => {
    const net = new TalkedTo({ peers: [{ asn: 65001 }, { asn: 65002, spec: family(terms) }] });
    net.announce(1, ['20.0.0.0/8'], { med: 50, ...announced });
    const [sent] = net.net.device('r1').ask('bgp.advertised', { vrf: MAIN, peer: net.peer(2).config.address }) ?? [];
    expect(sent).toBeDefined();
    return sent?.attributes.med;
  };
  it('does not pass through the AS, not even where a policy looks at the route', () => {
    expect(medTo({})).toBeUndefined();
    expect(medTo({ exportPolicy: changing(['20.0.0.0/8'], { kind: 'set-local-pref', value: 300 }) })).toBeUndefined();
  });
  it('is what the neighbour is configured for, unless a policy says another', () => {
    expect(medTo({ metricOut: { kind: 'fixed', value: 700 } })).toBe(700);
    expect(medTo({ metricOut: { kind: 'igp', offset: 12 } })).toBe(12);
    const exportPolicy = changing([], { kind: 'set-metric', value: 9 });
    expect(medTo({ metricOut: { kind: 'fixed', value: 700 }, exportPolicy })).toBe(9);
  });
});

describe('the neighbour and its own AS', () => {
  it('is not told paths that begin with it, where that is the rule', () => {
    const peers = (tellPeerAs: boolean): readonly Played[] => [
      { asn: 65001 },
      { asn: 65001, spec: family({ tellPeerAs }) },
    ];
    const rule = new TalkedTo({ peers: peers(false) });
    rule.announce(1, ['20.0.0.0/8']);
    expect(rule.told(2)).toEqual([]);
    expect(rule.peer(2).families[0]?.deniedOut).toMatchObject({ 'peer-as': 1 });
    const none = new TalkedTo({ peers: peers(true) });
    none.announce(1, ['20.0.0.0/8']);
    expect(none.told(2)).toEqual(['+ 20.0.0.0/8 65000 65001']);
  });
  it('is not told what bears the site that it is part of', () => {
    const siteOfOrigin = { kind: 'origin', value: { form: 'as2', admin: 65000, number: 7 } } as const;
    const net = new TalkedTo({
      peers: [
        { asn: 65001, spec: family({ siteOfOrigin }) },
        { asn: 65002, spec: family({ siteOfOrigin }) },
        { asn: 65003 },
      ],
    });
    net.announce(1, ['20.0.0.0/8']);
    expect(net.row('20.0.0.0/8')?.paths[0]?.attributes.extended).toEqual([siteOfOrigin]);
    expect(net.told(2)).toEqual([]);
    expect(net.told(3)).toEqual(['+ 20.0.0.0/8 65000 65001']);
  });
});

describe('the best external path', () => {
  it('is told inside where the best one came from inside', () => {
    const peers = (bestExternal: boolean): readonly Played[] => [
      { asn: 65001 },
      { asn: 65000 },
      { asn: 65000, spec: family({ bestExternal }) },
    ];
    const net = new TalkedTo({ peers: peers(true) });
    net.announce(1, ['20.0.0.0/8']);
    expect(net.told(3)).toEqual(['+ 20.0.0.0/8 65001']);
    net.announce(2, ['20.0.0.0/8'], { path: [65009], localPref: 200 });
    expect(net.told(3)).toEqual([]);
    expect(net.table()).toContain('*> 20.0.0.0/8 65009');
    const plain = new TalkedTo({ peers: peers(false) });
    plain.announce(1, ['20.0.0.0/8']).quiet();
    plain.announce(2, ['20.0.0.0/8'], { path: [65009], localPref: 200 });
    expect(plain.told(3)).toEqual(['- 20.0.0.0/8']);
  });
});
