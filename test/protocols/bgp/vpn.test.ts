// Customers of an L3VPN: CE - PE - PE - CE with eBGP at the edges and VPNv4 between.              RFC 4364

import { describe, expect, it } from 'vitest';
import type { Ip4 } from '../../../src/base/ip.ts';
import type { BgpConfig } from '../../../src/protocols/bgp/config.ts';
import type { NeighborFamily } from '../../../src/protocols/bgp/neighbor-config.ts';
import { pathText } from '../../../src/route/as-path.ts';
import { MAIN } from '../../../src/route/names.ts';
import { seconds } from '../../../src/sim/time.ts';
import { neighbor } from '../../harness/bgp.ts';
import { bgpConfig } from '../../harness/config.ts';
import { ip, vrfName } from '../../harness/routes.ts';
import { PLAIN, Topology } from '../../harness/topology.ts';

interface Options {
  readonly labels?: 'table' | 'prefix' | 'next-hop';
  /** The second PE imports these. */
  readonly imports?: readonly string[];
  readonly rds?: readonly [string, string];
  readonly edge?: Partial<NeighborFamily>;
  readonly customers?: readonly [number, number];
}

const RED = vrfName('RED');

function make(options: Options = {}): Topology {
  const { labels = 'table', imports = ['65000:1'], rds = ['65000:1', '65000:2'], edge = {} } = options;
  const [left, right] = options.customers ?? [65001, 65002];
  const pe = (n: 1 | 2, customer: number): BgpConfig => {
    const base = bgpConfig(
      {
        RED: {
          rd: rds[n - 1],
          import: n === 2 ? imports : ['65000:1'],
          export: ['65000:1'],
          redistribute: ['connected'],
        },
      },
      { asn: 65000, routerId: `10.255.0.${n}` },
    );
    const red = base.vpns[RED];
    return {
      ...base,
      vpns: red ? { [RED]: { ...red, labels } } : {},
      neighbors: [
        neighbor(`10.0.0.${3 - n}`, 65000, { families: { vpnv4: {} } }),
        neighbor(`10.0.${n}.2`, customer, { vrf: RED, direct: true, families: { ipv4: edge } }),
      ],
    };
  };
  const ce = (n: 1 | 2, asn: number): BgpConfig => ({
    ...bgpConfig({ [MAIN]: { networks: [`192.168.${n}.0/24`] } }, { asn, routerId: `10.255.1.${n}` }),
    neighbors: [neighbor(`10.0.${n}.1`, 65000, { direct: true })],
  });
  const mpls = { at: '', mpls: true };
  return new Topology({
    devices: {
      ce1: { interfaces: { e0: '10.0.1.2/24', lo0: '192.168.1.1/24' }, bgp: ce(1, left) },
      pe1: {
        vrfs: ['RED'],
        interfaces: { e0: { at: '10.0.1.1/24', vrf: 'RED' }, e1: { ...mpls, at: '10.0.0.1/24' } },
        bgp: pe(1, left),
      },
      pe2: {
        vrfs: ['RED'],
        interfaces: { e0: { at: '10.0.2.1/24', vrf: 'RED' }, e1: { ...mpls, at: '10.0.0.2/24' } },
        bgp: pe(2, right),
      },
      ce2: { interfaces: { e0: '10.0.2.2/24', lo0: '192.168.2.1/24' }, bgp: ce(2, right) },
    },
    personality: { ...PLAIN, resolve: { viaDefault: true, lspFrom: 'unicast-labels' } },
    cables: ['ce1 e0 - pe1 e0', 'pe1 e1 - pe2 e1', 'pe2 e0 - ce2 e0'],
  }).run(seconds(40));
}

const told = (net: Topology, name: string, vrf: string, peer: string): readonly string[] =>
  (net.device(name).ask('bgp.advertised', { vrf: vrfName(vrf), peer: ip(peer) as Ip4 }) ?? []).map(
    ({ nlri, attributes }) => `${nlri.prefix.text} ${pathText(attributes.asPath)}`.trim(),
  );

describe('an L3VPN of two sites', () => {
  it.each(['table', 'prefix', 'next-hop'] as const)('carries packets with labels by %s', (labels) => {
    const net = make({ labels });
    expect(net.table('pe2', 'RED')).toContain('B 192.168.1.0/24 10.0.0.1 e1');
    expect(net.table('ce2')).toContain('B 192.168.1.0/24 10.0.2.1 e0');
    expect(net.ping('ce1', '192.168.2.1', { from: '192.168.1.1' })).toBe(5);
    expect(net.trace('ce1', '192.168.2.1', { from: ip('192.168.1.1') as Ip4 }).length).toBe(3);
  });
  it('works under one distinguisher for both PEs', () => {
    const net = make({ rds: ['65000:1', '65000:1'] });
    expect(net.ping('ce1', '192.168.2.1', { from: '192.168.1.1' })).toBe(5);
  });
  it('tells customers the AS of the provider and no targets', () => {
    const net = make();
    expect(told(net, 'pe2', 'RED', '10.0.2.2')).toContain('192.168.1.0/24 65000 65001');
    const rows = net.device('ce2').ask('bgp.received', { vrf: MAIN, peer: ip('10.0.2.1') as Ip4 }) ?? [];
    expect(rows.map(({ attributes }) => attributes.extended)).toEqual(rows.map(() => undefined));
  });
  it('keeps routes out whose targets nobody imports', () => {
    const net = make({ imports: ['65000:9'] });
    expect(net.table('pe2', 'RED').filter((row) => row.startsWith('B'))).toEqual(['B 192.168.2.0/24 10.0.2.2 e0']);
    const rows = net.device('pe2').ask('bgp.received', { vrf: MAIN, peer: ip('10.0.0.1') as Ip4 }) ?? [];
    expect(new Set(rows.map(({ refused }) => refused))).toEqual(new Set(['no-target']));
  });
  it('joins two sites of one AS only with as-override', () => {
    const plain = make({ customers: [65001, 65001] });
    expect(plain.table('ce2').filter((row) => row.includes('192.168.1.0'))).toEqual([]);
    const overridden = make({ customers: [65001, 65001], edge: { asOverride: true } });
    expect(told(overridden, 'pe2', 'RED', '10.0.2.2')).toContain('192.168.1.0/24 65000 65000');
    expect(overridden.ping('ce1', '192.168.2.1', { from: '192.168.1.1' })).toBe(5);
  });
  it('gives labels back when nobody is left to hear of them', () => {
    const net = make({ labels: 'prefix' });
    const labels = (): number => (net.device('pe1').ask('lfib', {}) ?? []).length;
    const before = labels();
    expect(before).toBeGreaterThan(1);
    net.cut(1).run(seconds(200));
    net.configure('ce1', {
      bgp: {
        ...bgpConfig({ [MAIN]: {} }, { asn: 65001, routerId: '10.255.1.1' }),
        neighbors: [neighbor('10.0.1.1', 65000, { direct: true })],
      },
    });
    net.run(seconds(60));
    expect(labels()).toBe(before - 1);
  });
  it('forgets what the other site has when the link between goes, and learns it anew', () => {
    const net = make();
    net.cut(1).run(seconds(120));
    expect(net.table('ce2').filter((row) => row.includes('192.168.1.0'))).toEqual([]);
    net.mend(1).run(seconds(180));
    expect(net.ping('ce1', '192.168.2.1', { from: '192.168.1.1' })).toBe(5);
  });
});
