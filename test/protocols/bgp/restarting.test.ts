// The side that restarts: nothing is chosen or told before everybody has told everything, and packets go on meanwhile.
// RFC 4724 §4.1

import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/protocols/bgp/packet/message.ts';
import type { Capability } from '../../../src/protocols/bgp/packet/open.ts';
import { MAIN } from '../../../src/route/names.ts';
import { minutes } from '../../../src/sim/time.ts';
import { ip, p } from '../../harness/routes.ts';
import { type Played, TalkedTo } from '../../harness/talked-to.ts';

const END: Message = { type: 'update', update: { withdrawn: [], attributes: [], nlri: [], faults: [] } };
const restart = (flags: number): Capability => ({
  kind: 'graceful-restart',
  flags,
  seconds: 120,
  families: [{ afi: 1, safi: 1, flags: 0x80 }],
});
const peer = (asn: number, flags = 0): Played => ({
  asn,
  spec: { gracefulRestart: 120, keepsForwarding: true, passive: true },
  says: { capabilities: [restart(flags)] },
});

/** What the routers says of its restarts in the OPEN that it sent last. */
const openOf = (net: TalkedTo, n: number): Capability | undefined => {
  const open = net.talker(n).heard.findLast((message) => message.type === 'open');
  const said = open?.type === 'open' ? open.open.parameters.flat() : [];
  return said.find((one) => one.kind === 'graceful-restart');
};
const forwards = (net: TalkedTo, prefix: string): boolean =>
  net.net.device('r1').ask('lookup', { vrf: MAIN, to: ip(prefix.replace('.0/8', '.1')) }) !== undefined;
const routes = (net: TalkedTo): readonly string[] =>
  net.net
    .table('r1')
    .filter((row) => row.includes('0.0.0.0/8'))
    .map(String);

const make = (second: Played = peer(65002), more = true): TalkedTo =>
  new TalkedTo({
    peers: [peer(65001), second],
    ...(more ? { more: { restart: { deferral: minutes(5) } } } : {}),
  })
    .announce(1, ['20.0.0.0/8'])
    .announce(2, ['30.0.0.0/8'])
    .quiet();
const again = (net: TalkedTo): TalkedTo => {
  net.net.device('r1').act({ kind: 'restart-routing' });
  net.run(1);
  return net;
};

describe('a router that restarts gracefully', () => {
  it('forwards by what the process before knew, until the new one knows better', () => {
    const net = again(make());
    expect(net.talker(1).closed).toBe(true);
    expect(net.peer(1).state).not.toBe('established');
    expect(routes(net)).toEqual([]);
    expect(forwards(net, '20.0.0.0/8')).toBe(true);
    for (const n of [1, 2]) net.talker(n).begin();
    net.run(5).announce(1, ['21.0.0.0/8']);
    net.talker(1).say(END);
    net.talker(2).say(END);
    net.run(1);
    expect(forwards(net, '20.0.0.0/8')).toBe(false);
    expect(forwards(net, '21.0.0.0/8')).toBe(true);
  });
  it('says so in its OPEN: the restart state, and that forwarding was kept', () => {
    const net = new TalkedTo({ peers: [{ ...peer(65001), waits: true }], more: { restart: { deferral: minutes(5) } } });
    net.talker(1).begin();
    net.run(1);
    expect(openOf(net, 1)).toMatchObject({ flags: 0, families: [{ afi: 1, safi: 1, flags: 0 }] });
    again(net).talker(1).begin();
    net.run(1);
    expect(openOf(net, 1)).toMatchObject({ flags: 8, families: [{ afi: 1, safi: 1, flags: 0x80 }] });
  });
  it('tells nothing, and no End-of-RIB, before the last of them has ended', () => {
    const net = again(make()).quiet();
    for (const n of [1, 2]) net.talker(n).begin();
    net.run(5).announce(1, ['20.0.0.0/8']);
    net.talker(1).say(END);
    expect(net.messages(2).filter(({ type }) => type === 'update')).toEqual([]);
    expect(net.peer(2).restarting).toBe(true);
    net.talker(2).say(END);
    const updates = net.messages(2).filter(({ type }) => type === 'update');
    expect(updates).toHaveLength(2);
    expect(updates[0]).toMatchObject({ update: { nlri: [{ prefix: p('20.0.0.0/8') }] } });
    expect(updates[1]).toMatchObject({ update: { nlri: [], withdrawn: [], attributes: [] } });
    expect(net.peer(2).restarting).toBeUndefined();
  });
  it('does not wait for who restarts as well', () => {
    const net = again(make(peer(65002, 8)));
    for (const n of [1, 2]) net.talker(n).begin();
    net.run(5).announce(1, ['20.0.0.0/8']);
    net.talker(1).say(END);
    expect(net.told(2)).toEqual(['+ 20.0.0.0/8 65000 65001']);
  });
  it('waits for nobody longer than its deferral time', () => {
    const net = again(make());
    net.talker(1).begin();
    net.run(5).announce(1, ['20.0.0.0/8']);
    net.talker(1).say(END);
    net.run(280);
    expect([routes(net).length, forwards(net, '30.0.0.0/8')]).toEqual([0, true]);
    net.run(20);
    expect([routes(net).length, forwards(net, '30.0.0.0/8')]).toEqual([1, false]);
  });
});

describe('a router that restarts and keeps nothing', () => {
  it('says goodbye, and forwards nothing until it has learnt it again', () => {
    const net = make(peer(65002), false);
    again(net);
    expect(net.talker(1).heard.some(({ type }) => type === 'notification')).toBe(true);
    expect(forwards(net, '20.0.0.0/8')).toBe(false);
  });
});
