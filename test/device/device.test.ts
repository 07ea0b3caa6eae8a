// The device as a whole: power, questions, orders, and what it remembers.

import { describe, expect, it } from 'vitest';
import { PINGS_KEPT } from '../../src/device/pings.ts';
import type { PingReport, PingSpec } from '../../src/net/operations.ts';
import { MAIN } from '../../src/route/names.ts';
import { Fingerprint } from '../../src/sim/fingerprint.ts';
import type { PortName } from '../../src/sim/node.ts';
import { millis, seconds } from '../../src/sim/time.ts';
import { ifName, ip, vrfName } from '../harness/routes.ts';
import { Topology } from '../harness/topology.ts';

const pair = (seed = 1): Topology =>
  new Topology({
    seed,
    devices: {
      r1: {
        interfaces: { e0: '10.0.12.1/24', lo0: '1.1.1.1/32' },
        static: { default: [{ to: '2.2.2.2/32', via: '10.0.12.2' }] },
      },
      r2: { interfaces: { e0: '10.0.12.2/24', lo0: '2.2.2.2/32' } },
    },
    cables: ['r1 e0 - r2 e0'],
  });
const spec = (to: string, more: Partial<PingSpec> = {}): PingSpec => ({
  vrf: MAIN,
  to: ip(to),
  from: undefined,
  count: 2,
  size: 100,
  df: false,
  ttl: 255,
  tos: 0,
  timeout: seconds(1),
  pace: 'answer',
  pattern: undefined,
  ...more,
});

describe('power', () => {
  it('off: the neighbour sees darkness, everything is forgotten but the configuration', () => {
    const net = pair();
    net.ping('r1', '2.2.2.2');
    net.device('r1').powerOff();
    net.run(millis(10));
    expect(net.said('r2').slice(-2)).toEqual(['port e0 down', 'interface e0 down']);
    const r1 = net.device('r1');
    expect(r1.config?.hostname).toBe('r1');
    expect(r1.ask('routes', { vrf: MAIN })).toBeUndefined();
    expect(r1.ask('interfaces', {})).toEqual([]);
    expect(r1.ask('ports', {})).toEqual([]);
    expect(r1.ask('arp', {})).toEqual([]);
    expect(r1.ask('pings', {})).toEqual([]);
    expect(r1.ask('drops', {}).size).toBe(0);
    expect(r1.ask('static.paths', { vrf: MAIN })).toEqual([]);
    expect(net.ping('r2', '10.0.12.1')).toBe(0);
  });

  it('off: nothing that was on its way is answered, no timer rings', () => {
    const net = pair();
    const reports: PingReport[] = [];
    net.device('r1').ping(spec('2.2.2.2', { count: undefined }), (report) => reports.push(report));
    net.run(millis(100));
    const heard = reports.length;
    net.device('r1').powerOff();
    net.run(seconds(10));
    expect(reports).toHaveLength(heard);
    expect(net.world.next).toBeUndefined();
  });

  it('on again with the same configuration: everything comes back, with a new start', () => {
    const net = pair();
    const wanted = net.table('r1');
    net.run(seconds(5));
    net.device('r1').powerOff();
    net.run(seconds(5));
    const plan = net.device('r1').apply(net.device('r1').config as never);
    expect(plan.map((step) => step.how)).toEqual(['start', 'start', 'start', 'start']);
    net.run(millis(10));
    expect(net.table('r1')).toEqual(wanted);
    expect(net.device('r1').ask('uptime', {})).toEqual({ since: seconds(10) + 1000, now: net.world.now });
    expect(net.ping('r1', '2.2.2.2')).toBe(5);
  });

  it('does not answer before it was ever on', () => {
    const net = pair();
    const reports: PingReport[] = [];
    net.device('r1').powerOff();
    net
      .device('r1')
      .ping(spec('2.2.2.2'), (report) => reports.push(report))
      .stop();
    net.device('r1').act({ kind: 'clear-counters' });
    expect(reports).toEqual([]);
  });
});

describe('questions', () => {
  it('about interfaces, with their ports and counters', () => {
    const net = pair();
    net.ping('r1', '2.2.2.2');
    const [e0, lo0, ...none] = net.device('r1').ask('interfaces', {});
    expect(none).toEqual([]);
    expect(e0).toMatchObject({
      interface: { name: 'e0', up: true },
      port: { config: { name: 'e0' }, carrier: true, up: true },
    });
    expect(e0?.counters.outPackets).toBeGreaterThanOrEqual(5);
    expect(lo0).toMatchObject({ interface: { name: 'lo0', up: true }, port: undefined });
    expect(net.device('r1').ask('interfaces', { name: ifName('e0') })).toHaveLength(1);
    expect(net.device('r1').ask('ports', { name: 'e9' as PortName })).toEqual([]);
  });

  it('about neighbours, by VRF', () => {
    const net = pair();
    net.ping('r1', '2.2.2.2');
    const arp = net.device('r1').ask('arp', {});
    expect(arp.map((row) => row.address).sort()).toEqual([ip('10.0.12.1'), ip('10.0.12.2')]);
    expect(net.device('r1').ask('arp', { vrf: vrfName('A') })).toEqual([]);
    net.device('r1').act({ kind: 'clear-arp', vrf: vrfName('A') });
    expect(net.device('r1').ask('arp', {})).toEqual(arp);
  });

  it('about VRFs: the main one first', () => {
    const net = pair();
    net.configure('r1', { vrfs: ['b', 'A', 'a'] });
    expect(
      net
        .device('r1')
        .ask('vrfs', {})
        .map((vrf) => vrf.name),
    ).toEqual(['default', 'A', 'a', 'b']);
  });

  it('about what was thrown away', () => {
    const net = pair();
    net.ping('r1', '99.9.9.9');
    expect([...net.device('r1').ask('drops', {}).values()].reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(5);
  });

  it('about BGP where none runs', () => {
    expect(pair().device('r1').ask('bgp.summary', { family: 'ipv4' })).toBeUndefined();
  });
});

describe('pings', () => {
  it('are remembered when they are done, and when they are stopped', () => {
    const net = pair();
    const r1 = net.device('r1');
    r1.ping(spec('2.2.2.2'), () => {});
    net.run(seconds(3));
    const running = r1.ping(spec('99.9.9.9', { count: undefined, from: ip('1.1.1.1') }), () => {});
    net.run(seconds(1));
    expect(r1.ask('pings', {})).toHaveLength(1);
    running.stop();
    running.stop();
    const [first, second, ...more] = r1.ask('pings', {});
    expect(first).toMatchObject({ vrf: MAIN, to: ip('2.2.2.2'), from: undefined, sent: 2, received: 2 });
    expect(second).toMatchObject({ to: ip('99.9.9.9'), from: ip('1.1.1.1'), received: 0, at: net.world.now });
    expect(more).toEqual([]);
  });

  it('are forgotten when there are too many', () => {
    const net = pair();
    for (let i = 0; i < PINGS_KEPT + 3; i++)
      net
        .device('r1')
        .ping(spec('1.1.1.1', { count: 1, timeout: millis(1), tos: i % 8 }), () => {})
        .stop();
    expect(net.device('r1').ask('pings', {})).toHaveLength(PINGS_KEPT);
  });
});

describe('traceroute', () => {
  it('passes through to the stack', () => {
    const net = pair();
    const answers: unknown[] = [];
    net.device('r1').traceroute(
      {
        vrf: MAIN,
        to: ip('2.2.2.2'),
        from: undefined,
        probes: 1,
        timeout: seconds(1),
        firstTtl: 1,
        maxTtl: 5,
        port: 33434,
        size: 60,
      },
      (report) => answers.push(report.kind),
    );
    net.run(seconds(5));
    expect(answers).toEqual(['hop', 'answer', 'done']);
  });
});

describe('the last change', () => {
  it('is of a route or an interface, and not of traffic', () => {
    const net = pair();
    const r1 = net.device('r1');
    const quiet = r1.lastChange;
    net.run(seconds(30));
    net.ping('r1', '2.2.2.2');
    net.configure('r1', {});
    expect(r1.lastChange).toBe(quiet);
    net.configure('r1', { static: {} });
    expect(r1.lastChange).toBe(net.world.now);
    net.run(seconds(30)).cut(0);
    expect(net.world.now - r1.lastChange).toBeLessThanOrEqual(1000);
  });
});

describe('configuration', () => {
  it('that is the same again changes nothing and plans nothing', () => {
    const net = pair();
    const fingerprint = net.fingerprint;
    expect(net.configure('r1', {})).toEqual([]);
    net.run(seconds(60));
    expect(net.fingerprint).toBe(fingerprint);
  });

  it('is the same whatever way led there', () => {
    const [straight, winding] = [pair(), pair()];
    winding.configure('r1', { interfaces: {}, static: {} });
    winding.configure('r1', { interfaces: { e0: '10.0.12.9/24' } });
    winding.configure('r1', {});
    winding.run(seconds(1));
    expect(winding.table('r1')).toEqual(straight.table('r1'));
    expect(winding.ping('r1', '2.2.2.2')).toBe(5);
  });

  it('without routing forwards nothing', () => {
    const net = new Topology({
      devices: {
        a: { interfaces: { e0: '10.0.1.1/24' }, static: { default: [{ to: '0.0.0.0/0', via: '10.0.1.2' }] } },
        b: { routing: false, interfaces: { e0: '10.0.1.2/24', e1: '10.0.2.2/24' } },
        c: { interfaces: { e0: '10.0.2.3/24' }, static: { default: [{ to: '0.0.0.0/0', via: '10.0.2.2' }] } },
      },
      cables: ['a e0 - b e0', 'b e1 - c e0'],
    });
    expect(net.ping('a', '10.0.2.3')).toBe(0);
    net.configure('b', { routing: true });
    expect(net.ping('a', '10.0.2.3')).toBe(5);
  });
});

it('runs the same twice, and another way with another cable pulled', () => {
  const played = (cut: boolean): string => {
    const net = pair(3);
    const seen = new Fingerprint();
    net.world.watch(seen);
    net.ping('r1', '2.2.2.2');
    if (cut) net.cut(0).mend(0);
    net.ping('r2', '10.0.12.1');
    return net.fingerprint;
  };
  expect(played(false)).toBe(played(false));
  expect(played(true)).not.toBe(played(false));
});
