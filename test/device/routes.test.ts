// Connected and static routes on real links.

import { describe, expect, it } from 'vitest';
import { millis, seconds } from '../../src/sim/time.ts';
import { hop, p, vrfName } from '../harness/routes.ts';
import { PLAIN, Topology } from '../harness/topology.ts';

const pair = (more: { r1?: object; r2?: object } = {}): Topology =>
  new Topology({
    devices: {
      r1: { interfaces: { e0: '10.0.12.1/24', lo0: '1.1.1.1/32' }, ...more.r1 },
      r2: { interfaces: { e0: '10.0.12.2/24', lo0: '2.2.2.2/32' }, ...more.r2 },
    },
    cables: ['r1 e0 - r2 e0'],
  });

describe('connected routes', () => {
  it('are the subnet and the address; a /32 is both at once', () => {
    expect(pair().table('r1')).toEqual(['C 1.1.1.1/32 me@lo0', 'C 10.0.12.0/24 e0', 'L 10.0.12.1/32 me@e0']);
  });

  it('of secondary addresses are there too', () => {
    const net = pair({ r1: { interfaces: { e0: '10.0.12.1/24 10.0.13.1/25 10.0.12.9/24' } } });
    expect(net.table('r1')).toEqual([
      'C 10.0.12.0/24 e0',
      'L 10.0.12.1/32 me@e0',
      'L 10.0.12.9/32 me@e0',
      'C 10.0.13.0/25 e0',
      'L 10.0.13.1/32 me@e0',
    ]);
  });

  it('come and go with the light', () => {
    const net = pair();
    net.cut(0);
    expect(net.table('r1')).toEqual(['C 1.1.1.1/32 me@lo0']);
    net.mend(0);
    expect(net.table('r1')).toHaveLength(3);
    expect(net.said('r1')).toEqual([
      'interface lo0 up',
      'port e0 up',
      'interface e0 up',
      'port e0 down',
      'interface e0 down',
      'port e0 up',
      'interface e0 up',
    ]);
  });

  it('come and go with the configuration, and move with the VRF', () => {
    const net = pair();
    net.configure('r1', { vrfs: ['A'], interfaces: { e0: { at: '10.0.12.1/24', vrf: 'A' } } });
    expect(net.table('r1')).toEqual([]);
    expect(net.table('r1', 'A')).toEqual(['C 10.0.12.0/24 e0', 'L 10.0.12.1/32 me@e0']);
    net.configure('r1', { vrfs: ['A'], interfaces: { e0: { at: '10.0.12.1/24', vrf: 'A', down: true } } });
    expect(net.table('r1', 'A')).toEqual([]);
  });

  it('leave their address behind, rejecting, where the vendor says so', () => {
    const net = new Topology({
      devices: { r1: { interfaces: { e0: { at: '10.0.12.1/24' }, lo0: '1.1.1.1/32' } } },
      personality: { ...PLAIN, connected: { localWhileDown: true } },
    });
    // Junos: `192.168.51.1/32 *[Local/0] 00:02:35, Reject` (capture: show route table, genieparser golden output 10).
    expect(net.table('r1')).toEqual(['C 1.1.1.1/32 me@lo0', 'L 10.0.12.1/32 reject']);
  });

  it('keep their age when something else is configured', () => {
    const net = pair();
    net.run(seconds(5));
    net.configure('r1', { interfaces: { e0: '10.0.12.1/24 10.0.99.1/24', lo0: '1.1.1.1/32' } });
    const rows = net.device('r1').ask('routes', { vrf: vrfName('default'), within: p('10.0.12.0/24') });
    expect(rows?.[0]?.routes[0]?.candidate.since).toBe(0);
    expect(net.table('r1')).toContain('C 10.0.99.0/24 e0');
  });
});

describe('static routes', () => {
  const toLo = (via: string, more: object = {}) => ({ static: { default: [{ to: '2.2.2.2/32', via, ...more }] } });

  it.each([
    ['a gateway', '10.0.12.2', '10.0.12.2 e0'],
    ['an interface', 'e0', 'e0'],
    ['both', 'e0>10.0.12.2', '10.0.12.2 e0'],
  ])('by %s', (_, via, paths) => {
    const net = pair({ r1: toLo(via) });
    expect(net.table('r1')).toContain(`S 2.2.2.2/32 ${paths}`);
    // Out of an interface alone, the router asks for 2.2.2.2 itself on the link; nobody answers there without proxy ARP.
    expect(net.ping('r1', '2.2.2.2')).toBe(via === 'e0' ? 0 : 5);
  });

  it('follow their interface', () => {
    const net = pair({ r1: toLo('10.0.12.2') });
    net.cut(0);
    expect(net.table('r1').join()).not.toContain('2.2.2.2');
    expect(net.device('r1').ask('static.paths', { vrf: vrfName('default') })).toMatchObject([
      { usable: false, installed: false },
    ]);
    net.mend(0);
    expect(net.ping('r1', '2.2.2.2')).toBe(5);
    expect(net.device('r1').ask('static.paths', { vrf: vrfName('default') })).toMatchObject([
      { usable: true, installed: true },
    ]);
  });

  it('stay without it when they are permanent, and lead nowhere meanwhile', () => {
    const net = pair({ r1: toLo('10.0.12.2', { permanent: true }) });
    net.cut(0);
    expect(net.table('r1')).toContain('S 2.2.2.2/32 discard');
    expect(net.device('r1').ask('static.paths', { vrf: vrfName('default') })).toMatchObject([
      { usable: false, installed: true },
    ]);
  });

  it('to nowhere swallow or refuse', () => {
    const swallowing = pair({
      r2: { static: { default: [{ to: '3.0.0.0/8', via: 'discard' }] } },
      r1: { static: { default: [{ to: '3.0.0.0/8', via: '10.0.12.2' }] } },
    });
    expect(swallowing.pingReports('r1', '3.3.3.3').map((report) => report.kind)).not.toContain('error');
    const refusing = pair({
      r2: { static: { default: [{ to: '3.0.0.0/8', via: 'reject' }] } },
      r1: { static: { default: [{ to: '3.0.0.0/8', via: '10.0.12.2' }] } },
    });
    expect(refusing.pingReports('r1', '3.3.3.3').map((report) => report.kind)).toContain('error');
  });

  it('resolve through others, or not where they may not', () => {
    const statics = [
      { to: '2.2.2.2/32', via: '10.0.12.2' },
      { to: '50.0.0.0/8', via: '2.2.2.2' },
      { to: '60.0.0.0/8', via: '2.2.2.2', recursive: false },
    ];
    const net = pair({ r1: { static: { default: statics } } });
    expect(net.table('r1').filter((line) => line.startsWith('S'))).toEqual([
      'S 2.2.2.2/32 10.0.12.2 e0',
      'S 50.0.0.0/8 10.0.12.2 e0',
    ]);
    expect(
      net
        .device('r1')
        .ask('static.paths', { vrf: vrfName('default') })
        .map((row) => row.usable),
    ).toEqual([true, true, false]);
  });

  it('that are told to stay out of forwarding are in the table only', () => {
    const net = pair({ r1: toLo('10.0.12.2', { install: false }) });
    expect(net.table('r1')).toContain('S 2.2.2.2/32 10.0.12.2 e0');
    expect(net.device('r1').ask('lookup', { vrf: vrfName('default'), to: 0x02020202 as never })).toBeUndefined();
  });

  it('carry their tag', () => {
    const net = pair({ r1: toLo('10.0.12.2', { tag: 77 }) });
    const rows = net.device('r1').ask('routes', { vrf: vrfName('default'), within: p('2.2.2.2/32') });
    expect(rows?.[0]?.routes[0]?.candidate.route.tag).toBe(77);
  });

  it('in a VRF that is not there wait for it', () => {
    const net = pair({ r1: { static: { A: [{ to: '7.0.0.0/8', via: 'discard' }] } } });
    expect(net.device('r1').ask('routes', { vrf: vrfName('A') })).toBeUndefined();
    net.configure('r1', { vrfs: ['A'] });
    expect(net.table('r1', 'A')).toEqual(['S 7.0.0.0/8 discard']);
    net.configure('r1', { vrfs: [] });
    expect(net.device('r1').ask('routes', { vrf: vrfName('A') })).toBeUndefined();
    net.configure('r1', { vrfs: ['A'] });
    expect(net.device('r1').ask('lookup', { vrf: vrfName('A'), to: 0x07000001 as never })?.verdict).toEqual({
      kind: 'discard',
    });
  });

  it('may lead into another VRF and back', () => {
    const net = new Topology({
      devices: {
        r1: {
          vrfs: ['A', 'B'],
          interfaces: { loA: { at: '10.1.0.1/24', vrf: 'A' }, loB: { at: '10.2.0.1/24', vrf: 'B' } },
          static: { A: [{ to: '10.2.0.0/24', via: 'vrf:B' }], B: [{ to: '10.1.0.0/24', via: 'vrf:A' }] },
        },
      },
    });
    expect(net.ping('r1', '10.2.0.1', { vrf: 'A' })).toBe(5);
    expect(net.ping('r1', '10.1.0.1', { vrf: 'B' })).toBe(5);
  });
});

describe('two ways', () => {
  const triangle = (statics: readonly object[]): Topology =>
    new Topology({
      devices: {
        r1: { interfaces: { e0: '10.0.12.1/24', e1: '10.1.12.1/24' }, static: { default: statics as never } },
        r2: {
          interfaces: { e0: '10.0.12.2/24', e1: '10.1.12.2/24', lo0: '2.2.2.2/32' },
        },
      },
      cables: ['r1 e0 - r2 e0', 'r1 e1 - r2 e1'],
    });

  it('of equal preference share the load, in address order', () => {
    const net = triangle([
      { to: '2.2.2.2/32', via: '10.1.12.2' },
      { to: '2.2.2.2/32', via: '10.0.12.2' },
    ]);
    expect(net.table('r1')).toContain('S 2.2.2.2/32 10.0.12.2 e0, 10.1.12.2 e1');
    const rows = net.device('r1').ask('routes', { vrf: vrfName('default'), within: p('2.2.2.2/32') });
    expect(rows?.[0]?.routes[0]?.candidate.route.nexthops).toEqual([hop('10.0.12.2'), hop('10.1.12.2')]);
    net.cut(0);
    expect(net.table('r1')).toContain('S 2.2.2.2/32 10.1.12.2 e1');
    expect(
      net
        .device('r1')
        .ask('static.paths', { vrf: vrfName('default') })
        .map((row) => row.installed),
    ).toEqual([true, false]);
    expect(net.ping('r1', '2.2.2.2')).toBe(5);
  });

  it('of different preference float', () => {
    const net = triangle([
      { to: '2.2.2.2/32', via: '10.1.12.2', preference: 250 },
      { to: '2.2.2.2/32', via: '10.0.12.2' },
    ]);
    expect(net.candidates('r1', '2.2.2.2/32')).toEqual(['*static/1', 'static/250']);
    expect(net.table('r1')).toContain('S 2.2.2.2/32 10.0.12.2 e0');
    net.run(seconds(3)).cut(0);
    expect(net.table('r1')).toContain('S 2.2.2.2/32 10.1.12.2 e1');
    expect(net.ping('r1', '2.2.2.2')).toBe(5);
    net.mend(0);
    expect(net.table('r1')).toContain('S 2.2.2.2/32 10.0.12.2 e0');
  });

  it('do not float when the next hop is found through the default route (Cisco document 118263)', () => {
    const statics = [
      { to: '2.2.2.2/32', via: '10.0.12.2' },
      { to: '2.2.2.2/32', via: 'e1>10.1.12.2', preference: 250 },
      { to: '0.0.0.0/0', via: 'e1>10.1.12.9' },
    ];
    const net = triangle(statics);
    net.cut(0);
    // The next hop 10.0.12.2 is "reachable" by 0.0.0.0/0, so the first route stays, by the wrong way.
    expect(net.table('r1')).toContain('S 2.2.2.2/32 10.1.12.9 e1');
    // With the interface named, it goes.
    net.configure('r1', {
      static: { default: [{ to: '2.2.2.2/32', via: 'e0>10.0.12.2' }, ...statics.slice(1)] as never },
    });
    expect(net.table('r1')).toContain('S 2.2.2.2/32 10.1.12.2 e1');
  });
});

it('routes through a third router, there and back', () => {
  const net = new Topology({
    devices: {
      a: { interfaces: { e0: '10.0.1.1/24' }, static: { default: [{ to: '0.0.0.0/0', via: '10.0.1.2' }] } },
      b: { interfaces: { e0: '10.0.1.2/24', e1: '10.0.2.2/24' } },
      c: { interfaces: { e0: '10.0.2.3/24' }, static: { default: [{ to: '0.0.0.0/0', via: hop('10.0.2.2') }] } },
    },
    cables: ['a e0 - b e0', 'b e1 - c e0'],
  });
  expect(net.ping('a', '10.0.2.3')).toBe(5);
  net.run(millis(1));
  expect(net.ping('c', '10.0.1.1')).toBe(5);
});
