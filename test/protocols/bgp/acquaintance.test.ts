// Who may open a session, as whom, and how.               RFC 4271 §6.2, §4.2, RFC 7705 §4, RFC 6286, RFC 5492

import { describe, expect, it } from 'vitest';
import type { ListenRange } from '../../../src/protocols/bgp/config.ts';
import { MAIN } from '../../../src/route/names.ts';
import { seconds } from '../../../src/sim/time.ts';
import { neighbor } from '../../harness/bgp.ts';
import { taking } from '../../harness/policies.ts';
import { p } from '../../harness/routes.ts';
import { type Played, TalkedTo } from '../../harness/talked-to.ts';

const isUp = (net: TalkedTo, n = 1): boolean => net.peer(n).state === 'established';
const last = (net: TalkedTo, n = 1): string => {
  const [error] = net.talker(n).heard.flatMap((one) => (one.type === 'notification' ? [one.error] : []));
  return `${error?.code}/${error?.subcode}`;
};

describe('neighbours from a range', () => {
  const template = (({ vrf: _v, address: _a, remoteAs: _r, ...rest }) => rest)(neighbor('0.0.0.0', 0));
  const range: ListenRange = { vrf: MAIN, range: p('10.0.0.0/16'), remoteAs: [[65001, 65003]], template };
  const peers = (count: number): readonly Played[] =>
    Array.from({ length: count }, (_, i) => ({ asn: 65001 + i, unknown: true as const }));
  it('come when they open a session, and are gone with it', () => {
    const net = new TalkedTo({ peers: peers(2), more: { listen: [range] } });
    expect(isUp(net, 1)).toBe(true);
    expect(net.peer(2)).toMatchObject({ dynamic: p('10.0.0.0/16'), passive: true });
    expect(net.peer(2).config.remoteAs).toBe(65002);
    net.announce(1, ['20.0.0.0/8']);
    expect(net.told(2)).toEqual(['+ 20.0.0.0/8 65000 65001']);
    net.talker(1).end();
    expect(net.told(2)).toEqual(['- 20.0.0.0/8']);
    expect(net.net.device('r1').ask('bgp.peers', {})).toHaveLength(1);
  });
  it('of another AS are turned away', () => {
    const net = new TalkedTo({ peers: [{ asn: 65009, unknown: true, waits: true }], more: { listen: [range] } });
    net.talker(1).begin();
    net.run(2);
    expect(last(net)).toBe('2/2');
    expect(net.net.device('r1').ask('bgp.peers', {})).toEqual([]);
  });
  it('are no more than so many', () => {
    const net = new TalkedTo({ peers: peers(3), more: { listen: [range], listenLimit: 2 } });
    expect(net.net.device('r1').ask('bgp.peers', {})).toHaveLength(2);
  });
  it('are gone with the range', () => {
    const net = new TalkedTo({ peers: peers(1), more: { listen: [range] } });
    net.configure({ more: {} });
    expect(net.net.device('r1').ask('bgp.peers', {})).toEqual([]);
    net.talker(1).begin();
    net.run(2);
    expect(net.net.device('r1').ask('bgp.peers', {})).toEqual([]);
  });
});

describe('another AS number', () => {
  const localAs = { asn: 64999, prependIn: false, prependOwn: false, loops: 0 };
  it('is the one that the OPEN bears', () => {
    const net = new TalkedTo({ peers: [{ asn: 65001, spec: { localAs }, waits: true }] });
    net.talker(1).begin();
    net.run(2);
    const [open] = net.talker(1).heard;
    expect(open?.type === 'open' && open.open.asn).toBe(64999);
  });
  it('may be given up for the real one when the peer does not know it', () => {
    const net = new TalkedTo({ peers: [{ asn: 65001, spec: { localAs: { ...localAs, dual: true } }, waits: true }] });
    const refuse = (): void => {
      net.talker(1).say({ type: 'notification', error: { code: 2, subcode: 2, data: new Uint8Array(0) } });
    };
    net.talker(1).begin();
    net.run(1);
    refuse();
    net.run(8).quiet();
    net.talker(1).begin();
    net.run(2);
    const opens = net.talker(1).heard.flatMap((one) => (one.type === 'open' ? [one.open.asn] : []));
    expect(opens).toEqual([65000]);
    expect(net.peer(1).shownAs).toBe(65000);
  });
  it('of the VRF is the one that its neighbours see', () => {
    const net = new TalkedTo({ peers: [{ asn: 65001, waits: true }, { asn: 65002 }] });
    const family = { vrf: MAIN, networks: [], redistribute: [], asn: 64777 };
    net.configure({ more: { families: { [MAIN]: family } } });
    net.talker(1).begin();
    net.run(10);
    const [open] = net.talker(1).heard;
    expect(open?.type === 'open' && open.open.asn).toBe(64777);
  });
});

describe('hold times', () => {
  it('below the least that is asked for are refused', () => {
    const net = new TalkedTo({
      peers: [
        { asn: 65001, spec: { holdTime: seconds(90), leastHold: seconds(20) }, says: { holdTime: 10 }, waits: true },
      ],
    });
    net.talker(1).begin();
    net.run(2);
    expect(last(net)).toBe('2/6');
    expect(isUp(net)).toBe(false);
  });
  it('of one and two seconds are refused, of zero taken', () => {
    for (const holdTime of [1, 2]) {
      const net = new TalkedTo({ peers: [{ asn: 65001, says: { holdTime }, waits: true }] });
      net.talker(1).begin();
      net.run(2);
      expect(last(net)).toBe('2/6');
    }
    const zero = new TalkedTo({ peers: [{ asn: 65001, spec: { holdTime: seconds(90) }, says: { holdTime: 0 } }] });
    expect(zero.peer(1).hold).toBe(0);
    expect(isUp(zero.run(3600))).toBe(true);
  });
});

describe('a neighbour', () => {
  it('that only opens does not answer', () => {
    const net = new TalkedTo({ peers: [{ asn: 65001, spec: { activeOnly: true, passive: false } }] });
    expect(isUp(net)).toBe(false);
    expect(net.talker(1).closed).toBe(true);
  });
  it('may be offered no capabilities at all', () => {
    const net = new TalkedTo({ peers: [{ asn: 65001, spec: { plainOpen: true }, waits: true }] });
    net.talker(1).begin();
    net.run(2);
    const [open] = net.talker(1).heard;
    expect(open?.type === 'open' && open.open.parameters).toEqual([]);
  });
  it('of one AS with our identifier is refused, of another taken', () => {
    const inside = new TalkedTo({ peers: [{ asn: 65000, says: { id: '10.255.0.1' }, waits: true }] });
    inside.talker(1).begin();
    inside.run(2);
    expect(last(inside)).toBe('2/3');
    expect(isUp(new TalkedTo({ peers: [{ asn: 65001, says: { id: '10.255.0.1' } }] }))).toBe(true);
  });
  it('shows its connection and what came over it', () => {
    const net = new TalkedTo({ peers: [{ asn: 65001 }] });
    net.announce(1, ['20.0.0.0/8', '30.0.0.0/8']);
    net.announce(1, ['20.0.0.0/8'], { med: 1 });
    net.withdraw(1, ['30.0.0.0/8']);
    const row = net.peer(1);
    expect(row.tcp).toMatchObject({ localPort: 179 });
    expect(row.families[0]).toMatchObject({ received: 1, accepted: 1, best: 1, active: 1 });
    expect(row.families[0]?.activity).toMatchObject({ announcedIn: 3, implicitIn: 1, explicitIn: 1 });
  });
});

describe('what a policy refuses', () => {
  it('is forgotten where nothing of it is kept, and asked for again when the policy is another', () => {
    const peers = (prefix: string): readonly Played[] => [
      { asn: 65001, spec: { families: { ipv4: { importPolicy: taking([prefix]), keep: 'none' } } } },
    ];
    const net = new TalkedTo({ peers: peers('20.0.0.0/8') });
    net.announce(1, ['20.0.0.0/8', '30.0.0.0/8']);
    expect(net.peer(1).families[0]).toMatchObject({ received: 1, accepted: 1, deniedIn: { policy: 1 } });
    net.configure({ peers: peers('30.0.0.0/8') });
    const asked = net.messages(1).flatMap((one) => (one.type === 'route-refresh' ? [`${one.afi}/${one.safi}`] : []));
    expect(asked).toEqual(['1/1']);
    net.announce(1, ['20.0.0.0/8', '30.0.0.0/8']);
    expect(net.table()).toEqual(['*> 30.0.0.0/8 65001']);
  });
  it('is kept otherwise, and judged anew', () => {
    const peers = (prefix: string): readonly Played[] => [
      { asn: 65001, spec: { families: { ipv4: { importPolicy: taking([prefix]) } } } },
    ];
    const net = new TalkedTo({ peers: peers('20.0.0.0/8') });
    net.announce(1, ['20.0.0.0/8', '30.0.0.0/8']);
    net.configure({ peers: peers('30.0.0.0/8') });
    expect(net.table()).toEqual(['*> 30.0.0.0/8 65001']);
    expect(net.messages(1)).toEqual([]);
  });
});

describe('what a neighbour may send', () => {
  const limit = { limit: 2, warnAt: 0, teardown: true, restart: seconds(60) };
  it('is counted before the policy, or after it', () => {
    const before = new TalkedTo({ peers: [{ asn: 65001, spec: { families: { ipv4: { maximumPrefix: limit } } } }] });
    before.announce(1, ['20.0.0.0/8', '30.0.0.0/8', '40.0.0.0/8']);
    expect(before.peer(1)).toMatchObject({ overLimit: true, lastDown: { reason: 'maximum-prefixes' } });
    const after = new TalkedTo({ peers: [{ asn: 65001, spec: { families: { ipv4: { maximumAccepted: limit } } } }] });
    after.announce(1, ['20.0.0.0/8', '30.0.0.0/8']);
    after.announce(1, ['40.0.0.0/8'], { path: [65001, 65000] });
    expect(isUp(after)).toBe(true);
    after.announce(1, ['50.0.0.0/8']);
    expect(after.peer(1).overLimit).toBe(true);
  });
  it('is nothing that it begins another AS with, where that is asked for', () => {
    const net = new TalkedTo({ peers: [{ asn: 65001, spec: { enforceFirstAs: false } }, { asn: 65002 }] });
    net.announce(1, ['20.0.0.0/8'], { path: [65009] });
    net.announce(2, ['30.0.0.0/8'], { path: [65009] });
    expect(net.table()).toEqual(['*> 20.0.0.0/8 65009']);
    expect(net.peer(2).families[0]?.deniedIn).toEqual({ 'first-as': 1 });
  });
});
