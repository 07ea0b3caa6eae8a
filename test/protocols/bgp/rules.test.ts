// What two external neighbours, and the speakers behind them, make of each other's routes under each rule.

import { describe, expect, it } from 'vitest';
import type { Ip4 } from '../../../src/base/ip.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import type { BgpConfig } from '../../../src/protocols/bgp/config.ts';
import type { BgpNeighbor, NeighborFamily } from '../../../src/protocols/bgp/neighbor-config.ts';
import { pathText } from '../../../src/route/as-path.ts';
import { MAIN } from '../../../src/route/names.ts';
import { seconds } from '../../../src/sim/time.ts';
import { neighbor } from '../../harness/bgp.ts';
import { bgpConfig } from '../../harness/config.ts';
import { ip } from '../../harness/routes.ts';
import { PLAIN, Topology } from '../../harness/topology.ts';

type Family = Partial<NeighborFamily>;
interface Middle {
  readonly asn?: number;
  readonly toLeft?: Family;
  readonly toRight?: Family;
  readonly left?: Partial<BgpNeighbor>;
  readonly right?: Partial<BgpNeighbor>;
  readonly more?: Partial<BgpConfig>;
}

/** r1 (`ends[0]`) - r2 (65000) - r3 (`ends[1]`): what r3 is told of r1's networks goes through r2. */
function row(
  middle: Middle,
  ends: readonly [number, number] = [65001, 65003],
  seenAs = 65000,
  networks = ['10.1.0.0/24'],
): Topology {
  const end = (n: 1 | 3, asn: number): BgpConfig => ({
    ...bgpConfig({ [MAIN]: { networks: n === 1 ? networks : [] } }, { asn, routerId: `10.255.0.${n}` }),
    neighbors: [neighbor(`10.0.${n}.2`, n === 3 ? seenAs : 65000, { direct: true })],
  });
  return new Topology({
    devices: {
      r1: {
        interfaces: { e0: '10.0.1.1/24', lo0: '10.1.0.1/24', lo1: '10.1.1.1/24', lo2: '10.1.2.1/24' },
        bgp: end(1, ends[0]),
      },
      r2: {
        interfaces: { e0: '10.0.1.2/24', e1: '10.0.3.2/24' },
        bgp: {
          ...bgpConfig({}, { asn: 65000, routerId: '10.255.0.2' }),
          neighbors: [
            neighbor('10.0.1.1', ends[0], { direct: true, ...middle.left, families: { ipv4: middle.toLeft ?? {} } }),
            neighbor('10.0.3.3', ends[1], { direct: true, ...middle.right, families: { ipv4: middle.toRight ?? {} } }),
          ],
          ...middle.more,
        },
      },
      r3: { interfaces: { e0: '10.0.3.3/24' }, bgp: end(3, ends[1]) },
    },
    cables: ['r1 e0 - r2 e0', 'r2 e1 - r3 e0'],
  }).run(seconds(30));
}

/** What a router was told by a peer: prefix, path, and why it was refused. */
const heard = (net: Topology, name: string, peer: string): readonly string[] =>
  (net.device(name).ask('bgp.received', { vrf: MAIN, peer: ip(peer) as Ip4 }) ?? []).map(
    ({ nlri, attributes, refused }) =>
      [nlri.prefix.text, pathText(attributes.asPath), refused].filter(Boolean).join(' '),
  );

const policy = (actions: Policy['terms'][number]['actions'], verdict: 'accept' | 'reject' = 'accept'): Policy => ({
  name: 'P',
  terms: [{ name: 't', matches: [], actions, verdict }],
  otherwise: 'reject',
});

describe('through an AS between', () => {
  it('the path grows by that AS', () => {
    expect(heard(row({}), 'r3', '10.0.3.2')).toEqual(['10.1.0.0/24 65000 65001']);
  });
  it('a path with the own AS is refused, unless it may stand there', () => {
    expect(heard(row({}, [65001, 65001]), 'r3', '10.0.3.2')).toEqual(['10.1.0.0/24 65000 65001 as-loop']);
    const allowed = row({}, [65001, 65001]);
    allowed.configure('r3', {
      bgp: {
        ...bgpConfig({ [MAIN]: { networks: [] } }, { asn: 65001, routerId: '10.255.0.3' }),
        neighbors: [neighbor('10.0.3.2', 65000, { direct: true, families: { ipv4: { ownAsAllowed: 1 } } })],
      },
    });
    allowed.run(seconds(5));
    expect(heard(allowed, 'r3', '10.0.3.2')).toEqual(['10.1.0.0/24 65000 65001']);
  });
  it('private ASs may be left out', () => {
    expect(heard(row({ toRight: { removePrivate: 'all' } }), 'r3', '10.0.3.2')).toEqual(['10.1.0.0/24 65000']);
    expect(heard(row({ toRight: { removePrivate: 'replace' } }), 'r3', '10.0.3.2')).toEqual([
      '10.1.0.0/24 65000 65000',
    ]);
  });
  it('another AS number is shown to one neighbour', () => {
    const localAs = { asn: 64999, prependIn: true, prependOwn: true, loops: 0 };
    const net = row({ right: { localAs } }, [65001, 65003], 64999);
    expect(heard(net, 'r3', '10.0.3.2')).toEqual(['10.1.0.0/24 64999 65000 65001']);
    const replaced = row({ right: { localAs: { ...localAs, prependOwn: false } } }, [65001, 65003], 64999);
    expect(heard(replaced, 'r3', '10.0.3.2')).toEqual(['10.1.0.0/24 64999 65001']);
  });
  it('four-byte AS numbers are carried', () => {
    expect(heard(row({}, [4200000001, 65003]), 'r3', '10.0.3.2')).toEqual(['10.1.0.0/24 65000 4200000001']);
  });
  it('a confederation shows one number outside', () => {
    const more = { confederation: { identifier: 100, members: [65001] } };
    const net = row({ more }, [65001, 65003], 100);
    net.configure('r1', {
      bgp: {
        ...bgpConfig({ [MAIN]: { networks: ['10.1.0.0/24'] } }, { asn: 65001, routerId: '10.255.0.1' }),
        confederation: { identifier: 100, members: [65000] },
        neighbors: [neighbor('10.0.1.2', 65000, { direct: true })],
      },
    });
    net.run(seconds(30));
    expect(heard(net, 'r2', '10.0.1.1')).toEqual(['10.1.0.0/24 (65001)']);
    expect(heard(net, 'r3', '10.0.3.2')).toEqual(['10.1.0.0/24 100']);
  });
  it('policies decide on the way in and on the way out', () => {
    const out = row({ toRight: { exportPolicy: policy([{ kind: 'prepend', asns: [65000, 65000] }]) } });
    expect(heard(out, 'r3', '10.0.3.2')).toEqual(['10.1.0.0/24 65000 65000 65000 65001']);
    const shut = row({ toLeft: { importPolicy: policy([], 'reject') } });
    expect(heard(shut, 'r2', '10.0.1.1')).toEqual(['10.1.0.0/24 65001 policy']);
    expect(heard(shut, 'r3', '10.0.3.2')).toEqual([]);
  });
  it('well-known communities bound it', () => {
    const noExport = policy([{ kind: 'communities', how: 'add', list: [0xffffff01] }]);
    expect(heard(row({ toLeft: { importPolicy: noExport } }), 'r3', '10.0.3.2')).toEqual([]);
  });
  it('a default route is told where it is owed', () => {
    expect(heard(row({ toRight: { defaultOriginate: true } }), 'r3', '10.0.3.2')).toEqual([
      '0.0.0.0/0 65000',
      '10.1.0.0/24 65000 65001',
    ]);
  });
  it('too many prefixes end the session, which stays down', () => {
    const limit = { limit: 2, warnAt: 0, teardown: true, restart: undefined };
    const net = row({ toLeft: { maximumPrefix: limit } }, [65001, 65003], 65000, [
      '10.1.0.0/24',
      '10.1.1.0/24',
      '10.1.2.0/24',
    ]);
    const [peer] = net.device('r2').ask('bgp.peers', {}) ?? [];
    expect([peer?.state, peer?.overLimit, peer?.lastDown?.reason]).toEqual(['idle', true, 'maximum-prefixes']);
    expect(net.said('r2')).toContain('bgp-maximum-prefix');
    net.run(seconds(600));
    expect(net.device('r2').ask('bgp.peers', {})?.[0]?.established).toBe(1);
  });
  it('a soft clear asks again and costs no session', () => {
    const net = row({});
    net.device('r2').act({ kind: 'clear-bgp', soft: true });
    net.run(seconds(5));
    const peers = net.device('r2').ask('bgp.peers', {}) ?? [];
    expect(peers.map(({ state, dropped, sent }) => [state, dropped, sent.refreshes])).toEqual([
      ['established', 0, 1],
      ['established', 0, 1],
    ]);
    expect(net.device('r1').ask('bgp.peers', {})?.[0]?.sent.updates).toBe(2);
  });
  it('a hard clear ends every session, and they come back', () => {
    const net = row({});
    net.device('r2').act({ kind: 'clear-bgp', soft: false });
    net.run(seconds(1));
    expect(net.device('r1').ask('bgp.peers', {})?.[0]?.lastError?.error).toMatchObject({ code: 6, subcode: 4 });
    net.run(seconds(60));
    expect(heard(net, 'r3', '10.0.3.2')).toEqual(['10.1.0.0/24 65000 65001']);
  });
  it('announcements wait for the interval, withdrawals do not', () => {
    const net = row({ right: { advertisementInterval: seconds(30) } });
    const tell = (networks: readonly string[]): void => {
      net.configure('r1', {
        bgp: {
          ...bgpConfig({ [MAIN]: { networks } }, { asn: 65001, routerId: '10.255.0.1' }),
          neighbors: [neighbor('10.0.1.2', 65000, { direct: true })],
        },
      });
      net.run(seconds(2));
    };
    net.run(seconds(30));
    tell(['10.1.0.0/24', '10.1.1.0/24']);
    expect(heard(net, 'r3', '10.0.3.2')).toHaveLength(2);
    tell(['10.1.1.0/24', '10.1.2.0/24']);
    expect(heard(net, 'r3', '10.0.3.2')).toEqual(['10.1.1.0/24 65000 65001']);
    net.run(seconds(30));
    expect(heard(net, 'r3', '10.0.3.2')).toHaveLength(2);
  });
});

describe('several paths', () => {
  it('come with identifiers, where both sides agreed on them', () => {
    // r2 hears r1's network twice (from r1 and from r4) and tells r3 both.
    const both = { addPath: { receive: true, send: 2 } };
    const end = (n: number, asn: number, networks: readonly string[], family: Family = {}): BgpConfig => ({
      ...bgpConfig({ [MAIN]: { networks } }, { asn, routerId: `10.255.0.${n}` }),
      neighbors: [neighbor(`10.0.${n}.2`, 65000, { direct: true, families: { ipv4: family } })],
    });
    const net = new Topology({
      devices: {
        r1: { interfaces: { e0: '10.0.1.1/24', lo0: '10.1.0.1/24' }, bgp: end(1, 65001, ['10.1.0.0/24']) },
        r2: {
          interfaces: { e0: '10.0.1.2/24', e1: '10.0.3.2/24', e2: '10.0.4.2/24' },
          bgp: {
            ...bgpConfig({}, { asn: 65000, routerId: '10.255.0.2' }),
            neighbors: [
              neighbor('10.0.1.1', 65001, { direct: true }),
              neighbor('10.0.3.3', 65003, { direct: true, families: { ipv4: both } }),
              neighbor('10.0.4.4', 65004, { direct: true }),
            ],
          },
        },
        r3: { interfaces: { e0: '10.0.3.3/24' }, bgp: end(3, 65003, [], both) },
        r4: { interfaces: { e0: '10.0.4.4/24', lo0: '10.1.0.1/24' }, bgp: end(4, 65004, ['10.1.0.0/24']) },
      },
      cables: ['r1 e0 - r2 e0', 'r2 e1 - r3 e0', 'r2 e2 - r4 e0'],
    }).run(seconds(30));
    expect([...heard(net, 'r3', '10.0.3.2')].sort()).toEqual(['10.1.0.0/24 65000 65001', '10.1.0.0/24 65000 65004']);
    net.cut(0).run(seconds(100));
    expect(heard(net, 'r3', '10.0.3.2')).toEqual(['10.1.0.0/24 65000 65004']);
  });
  it('are used at once where they are equal and from one AS', () => {
    // r1 and r3, two routers of AS 65001, tell r2 the same network.
    const end = (n: 1 | 3): BgpConfig => ({
      ...bgpConfig({ [MAIN]: { networks: ['10.1.0.0/24'] } }, { asn: 65001, routerId: `10.255.0.${n}` }),
      neighbors: [neighbor(`10.0.${n}.2`, 65000, { direct: true })],
    });
    const middle = (external: number): BgpConfig => ({
      ...bgpConfig({}, { asn: 65000, routerId: '10.255.0.2' }),
      multipath: { external, internal: 1 },
      neighbors: [neighbor('10.0.1.1', 65001, { direct: true }), neighbor('10.0.3.3', 65001, { direct: true })],
    });
    const net = new Topology({
      devices: {
        r1: { interfaces: { e0: '10.0.1.1/24', lo0: '10.1.0.1/24' }, bgp: end(1) },
        r2: { interfaces: { e0: '10.0.1.2/24', e1: '10.0.3.2/24' }, bgp: middle(2) },
        r3: { interfaces: { e0: '10.0.3.3/24', lo0: '10.1.0.1/24' }, bgp: end(3) },
      },
      cables: ['r1 e0 - r2 e0', 'r2 e1 - r3 e0'],
    }).run(seconds(30));
    expect(net.table('r2')).toContain('B 10.1.0.0/24 10.0.1.1 e0, 10.0.3.3 e1');
    net.cut(1).run(seconds(100));
    expect(net.table('r2')).toContain('B 10.1.0.0/24 10.0.1.1 e0');
    net.mend(1).run(seconds(200));
    expect(net.table('r2')).toContain('B 10.1.0.0/24 10.0.1.1 e0, 10.0.3.3 e1');
  });
  it('of labelled unicast bear a label for every hop', () => {
    const families = { 'ipv4-labeled': { nexthop: 'self' as const } };
    const mpls = (at: string) => ({ at, mpls: true });
    const end = (n: 1 | 3, asn: number): BgpConfig => ({
      ...bgpConfig({ [MAIN]: { networks: [`10.${n}.0.0/24`] } }, { asn, routerId: `10.255.0.${n}` }),
      neighbors: [neighbor(`10.0.${n}.2`, 65000, { direct: true, families })],
    });
    const net = new Topology({
      devices: {
        r1: { interfaces: { e0: mpls('10.0.1.1/24'), lo0: '10.1.0.1/24' }, bgp: end(1, 65001) },
        r2: {
          interfaces: { e0: mpls('10.0.1.2/24'), e1: mpls('10.0.3.2/24') },
          bgp: {
            ...bgpConfig({}, { asn: 65000, routerId: '10.255.0.2' }),
            neighbors: [
              neighbor('10.0.1.1', 65001, { direct: true, families }),
              neighbor('10.0.3.3', 65003, { direct: true, families }),
            ],
          },
        },
        r3: { interfaces: { e0: mpls('10.0.3.3/24'), lo0: '10.3.0.1/24' }, bgp: end(3, 65003) },
      },
      personality: { ...PLAIN, resolve: { viaDefault: true, lspFrom: 'unicast-labels' } },
      cables: ['r1 e0 - r2 e0', 'r2 e1 - r3 e0'],
    }).run(seconds(30));
    const rows = net.device('r3').ask('bgp.received', { vrf: MAIN, peer: ip('10.0.3.2') as Ip4 }) ?? [];
    expect(rows.map(({ nlri }) => [nlri.prefix.text, (nlri.labels?.[0] ?? 0) >= 16])).toEqual([['10.1.0.0/24', true]]);
    // RFC 8277 §3: the router whose network it is asks for no label.
    const own = net.device('r2').ask('bgp.received', { vrf: MAIN, peer: ip('10.0.1.1') as Ip4 }) ?? [];
    expect(own.map(({ nlri }) => nlri.labels)).toEqual([[3]]);
    expect(net.ping('r3', '10.1.0.1', { from: '10.3.0.1' })).toBe(5);
  });
});
