// BFD between routers, for those who want neighbours watched.                                    RFC 5881, RFC 5882, RFC 5883

import { describe, expect, it } from 'vitest';
import { present } from '../../src/base/must.ts';
import { BfdDesk } from '../../src/device/bfd-desk.ts';
import { LdpSyncDesk } from '../../src/device/ldp-sync-desk.ts';
import type { StaticBfd } from '../../src/protocols/static/config.ts';
import { MAIN } from '../../src/route/names.ts';
import { NO_FAULTS } from '../../src/sim/fault.ts';
import { micros, millis, seconds } from '../../src/sim/time.ts';
import { bfdPath, timers } from '../harness/bfd.ts';
import { ifName, processId } from '../harness/routes.ts';
import { Topology } from '../harness/topology.ts';

const watched = (path: string, wanted = timers(100, 100, 3)): { readonly bfd: StaticBfd } => {
  const { vrf: _, ...rest } = bfdPath(path);
  return { bfd: { path: rest, timers: wanted } };
};

/** r1 and r2 on a link, each with a route beyond the other that counts only while BFD hears it. */
const pair = (on = true): Topology =>
  new Topology({
    devices: {
      r1: {
        interfaces: { e0: '10.0.0.1/24' },
        static: { default: [{ to: '20.0.0.0/8', via: '10.0.0.2', ...watched('10.0.0.2 e0') }] },
      },
      r2: {
        interfaces: { e0: '10.0.0.2/24' },
        static: { default: on ? [{ to: '30.0.0.0/8', via: '10.0.0.1', ...watched('10.0.0.1 e0') }] : [] },
      },
    },
    cables: ['r1 e0 - r2 e0'],
  });

const swallow = (net: Topology, all: boolean): void => {
  const link = present(net.world.link('l0'), 'a cable');
  link.faults = all ? { lossPerMillion: 1_000_000, duplicatePerMillion: 0, jitter: micros(0) } : NO_FAULTS;
};
const has = (net: Topology, name: string, prefix: string): boolean =>
  net.table(name).some((line) => line.includes(prefix));

describe('a static route', () => {
  it('counts only once BFD hears its next hop', () => {
    const net = pair(false).run(seconds(5));
    expect(has(net, 'r1', '20.0.0.0/8')).toBe(false);
    net.configure('r2', { static: { default: [{ to: '30.0.0.0/8', via: '10.0.0.1', ...watched('10.0.0.1 e0') }] } });
    net.run(seconds(3));
    expect(has(net, 'r1', '20.0.0.0/8')).toBe(true);
    expect(has(net, 'r2', '30.0.0.0/8')).toBe(true);
  });

  it('goes when nothing is heard for the detection time, and comes back', () => {
    const net = pair().run(seconds(5));
    swallow(net, true);
    net.run(millis(200));
    expect(has(net, 'r1', '20.0.0.0/8')).toBe(true);
    net.run(millis(150));
    expect(has(net, 'r1', '20.0.0.0/8')).toBe(false);
    swallow(net, false);
    net.run(seconds(4));
    expect(has(net, 'r1', '20.0.0.0/8')).toBe(true);
    const [row] = net.device('r1').ask('bfd.sessions', {});
    expect(row).toMatchObject({ state: 'up', failures: 1, transmitInterval: 100_000, clients: [{ id: 'static' }] });
  });

  it('stays when the other side no longer wants BFD (RFC 5882 §3.2)', () => {
    const net = pair().run(seconds(5));
    net.configure('r2', { static: { default: [{ to: '30.0.0.0/8', via: '10.0.0.1' }] } });
    net.run(seconds(5));
    expect(has(net, 'r1', '20.0.0.0/8')).toBe(true);
  });

  it('that is no longer watched counts again, and its session goes', () => {
    const net = pair().run(seconds(5));
    swallow(net, true);
    net.run(seconds(1));
    net.configure('r1', { static: { default: [{ to: '20.0.0.0/8', via: '10.0.0.2' }] } });
    expect(has(net, 'r1', '20.0.0.0/8')).toBe(true);
    net.run(seconds(10));
    expect(net.device('r1').ask('bfd.sessions', {})).toEqual([]);
  });

  it('may stand on a neighbour several hops away (RFC 5883)', () => {
    const net = new Topology({
      devices: {
        r1: {
          interfaces: { e0: '10.0.1.1/24' },
          static: {
            default: [
              { to: '10.0.2.0/24', via: '10.0.1.2' },
              { to: '20.0.0.0/8', via: '10.0.2.3', ...watched('10.0.2.3') },
            ],
          },
        },
        r2: { interfaces: { e0: '10.0.1.2/24', e1: '10.0.2.2/24' } },
        r3: {
          interfaces: { e0: '10.0.2.3/24' },
          static: {
            default: [
              { to: '10.0.1.0/24', via: '10.0.2.2' },
              { to: '30.0.0.0/8', via: '10.0.1.1', ...watched('10.0.1.1') },
            ],
          },
        },
      },
      cables: ['r1 e0 - r2 e0', 'r2 e1 - r3 e0'],
    }).run(seconds(5));
    expect(has(net, 'r1', '20.0.0.0/8')).toBe(true);
    net.cut(1).run(seconds(1));
    expect(has(net, 'r1', '20.0.0.0/8')).toBe(false);
  });
});

describe('the desk', () => {
  const a = bfdPath('10.0.0.2 e0');

  it('makes one session of several wishes: the fastest counts (RFC 5882 §4.1)', () => {
    const changed: string[] = [];
    const desk = new BfdDesk((vrf) => changed.push(vrf));
    desk.wish(processId('isis'), a, timers(300, 300, 3));
    desk.wish(processId('static'), a, timers(1000, 100, 5));
    expect(desk.sessions(MAIN)).toMatchObject([
      { timers: timers(300, 100, 3), clients: [{ id: 'isis' }, { id: 'static' }] },
    ]);
    desk.wish(processId('isis'), a, undefined);
    expect(desk.sessions(MAIN)).toMatchObject([{ timers: timers(1000, 100, 5) }]);
    desk.forget(processId('static'));
    expect(desk.sessions(MAIN)).toEqual([]);
    expect(changed).toEqual(['default', 'default', 'default', 'default']);
  });

  it('tells each client what is news to it, and nothing before it was up', () => {
    const desk = new BfdDesk(() => {});
    const news = () => desk.news().map(({ to, input }) => `${to} ${input.kind === 'bfd' ? input.state : ''}`);
    desk.wish(processId('isis'), a, timers(300, 300, 3));
    desk.heard(a, 'down');
    expect(news()).toEqual([]);
    desk.heard(a, 'up');
    expect(news()).toEqual(['isis up']);
    desk.wish(processId('static'), a, timers(300, 300, 3));
    expect(news()).toEqual(['static up']);
    desk.heard(a, 'down');
    expect(news()).toEqual(['isis down', 'static down']);
    expect(news()).toEqual([]);
  });

  it('of LDP synchronisation tells how it stands at once, and then what changes', () => {
    const desk = new LdpSyncDesk();
    const news = () =>
      desk.news().map(({ to, input }) => `${to} ${input.kind === 'ldp-sync' ? `${input.on} ${input.state}` : ''}`);
    desk.watch(processId('isis'), ifName('e0'), true);
    expect(news()).toEqual(['isis e0 not-required']);
    desk.heard(ifName('e0'), 'waiting');
    desk.heard(ifName('e1'), 'waiting');
    expect(news()).toEqual(['isis e0 waiting']);
    desk.heard(ifName('e0'), 'achieved');
    desk.watch(processId('isis'), ifName('e0'), false);
    expect(news()).toEqual([]);
  });
});

it('sends what was agreed on and no more', () => {
  const net = pair().run(seconds(5));
  const sent = (): number => net.device('r1').ask('bfd.sessions', {})[0]?.sent.count ?? 0;
  const before = sent();
  net.run(seconds(100));
  // 100 ms less a quarter at most (RFC 5880 §6.8.7): 1000 to 1334 packets.
  expect(sent() - before).toBeGreaterThanOrEqual(1000);
  expect(sent() - before).toBeLessThanOrEqual(1334);
});
