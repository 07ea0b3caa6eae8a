// A VPN across two providers: PE - ASBR = ASBR - PE.                                 RFC 4364 §10 b and c, RFC 8277

import { describe, expect, it } from 'vitest';
import type { BgpConfig } from '../../../src/protocols/bgp/config.ts';
import type { NeighborFamily } from '../../../src/protocols/bgp/neighbor-config.ts';
import { MAIN } from '../../../src/route/names.ts';
import { seconds } from '../../../src/sim/time.ts';
import { neighbor } from '../../harness/bgp.ts';
import { bgpConfig, type DeviceSpec } from '../../harness/config.ts';
import { vrfName } from '../../harness/routes.ts';
import { PLAIN, Topology } from '../../harness/topology.ts';

const RED = vrfName('RED');
const LSP = {
  'labels in the unicast table': { viaDefault: true, lspFrom: 'unicast-labels' },
  'ways in a table of their own': { viaDefault: true },
} as const;

const asOf = (n: number): number => (n < 3 ? 65000 : 65100);
const loopback = (n: number): string => `10.255.0.${n}`;

/** pe1, asbr2, asbr3, pe4 in a row; what they tell one another is up to the option. */
function row(
  how: keyof typeof LSP,
  talks: (n: number) => NonNullable<BgpConfig['neighbors']>,
  more: Partial<BgpConfig> = {},
): Topology {
  const device = (n: number): DeviceSpec => {
    const pe = n === 1 || n === 4;
    const base = bgpConfig(
      {
        [MAIN]: { networks: pe ? [`${loopback(n)}/32`] : [] },
        ...(pe
          ? { RED: { rd: `65000:${n}`, import: ['65000:1'], export: ['65000:1'], redistribute: ['connected'] } }
          : {}),
      },
      { asn: asOf(n), routerId: loopback(n) },
    );
    const links = {
      ...(n > 1 ? { e0: { at: `10.0.${n - 1}.2/24`, mpls: true } } : {}),
      ...(n < 4 ? { e1: { at: `10.0.${n}.1/24`, mpls: true } } : {}),
      lo0: `${loopback(n)}/32`,
    };
    return {
      ...(pe ? { vrfs: ['RED'] } : {}),
      interfaces: { ...links, ...(pe ? { lo1: { at: `192.168.${n}.1/24`, vrf: 'RED' } } : {}) },
      bgp: { ...base, ...more, neighbors: talks(n) },
    };
  };
  return new Topology({
    devices: { r1: device(1), r2: device(2), r3: device(3), r4: device(4) },
    cables: ['r1 e1 - r2 e0', 'r2 e1 - r3 e0', 'r3 e1 - r4 e0'],
    personality: { ...PLAIN, resolve: LSP[how] },
  }).run(seconds(60));
}
const left = (n: number): string => `10.0.${n - 1}.1`;
const right = (n: number): string => `10.0.${n}.2`;

describe.each(Object.keys(LSP) as readonly (keyof typeof LSP)[])('with %s', (how) => {
  it('border routers that swap the labels of VPN routes (option B)', () => {
    const vpn = (terms: Partial<NeighborFamily> = {}) => ({ vpnv4: terms });
    const net = row(
      how,
      (n) => [
        ...(n > 1
          ? [
              neighbor(left(n), asOf(n - 1), {
                direct: true,
                families: vpn({ nexthop: n === 3 || n === 2 ? 'self' : 'rules' }),
              }),
            ]
          : []),
        ...(n < 4
          ? [
              neighbor(right(n), asOf(n + 1), {
                direct: true,
                families: vpn({ nexthop: n === 3 || n === 2 ? 'self' : 'rules' }),
              }),
            ]
          : []),
      ],
      { keepAllTargets: true },
    );
    expect(net.ping('r1', '192.168.4.1', { vrf: 'RED', from: '192.168.1.1' })).toBe(5);
    const [path] =
      net
        .device('r4')
        .ask('bgp.tables', { family: 'vpnv4', vrf: RED })
        ?.flatMap(({ nets }) => nets)
        .find(({ prefix }) => prefix.text === '192.168.1.0/24')?.paths ?? [];
    expect(path?.attributes.asPath).toEqual([{ kind: 'sequence', asns: [65000] }]);
  });
  it('labelled ways to the other PE, and a session over them (option C)', () => {
    const labeled = (terms: Partial<NeighborFamily> = {}) => ({ 'ipv4-labeled': { into: 'both' as const, ...terms } });
    const net = row(how, (n) => [
      ...(n > 1 ? [neighbor(left(n), asOf(n - 1), { direct: true, families: labeled({ nexthop: 'self' }) })] : []),
      ...(n < 4 ? [neighbor(right(n), asOf(n + 1), { direct: true, families: labeled({ nexthop: 'self' }) })] : []),
      ...(n === 1 ? [neighbor(loopback(4), 65100, { local: loopback(1), ttl: 10, families: { vpnv4: {} } })] : []),
      ...(n === 4 ? [neighbor(loopback(1), 65000, { local: loopback(4), ttl: 10, families: { vpnv4: {} } })] : []),
    ]);
    // Three labelled links: the VPN's label below the way's.
    expect(net.ping('r1', loopback(4), { from: loopback(1) })).toBe(5);
    expect(net.ping('r1', '192.168.4.1', { vrf: 'RED', from: '192.168.1.1' })).toBe(5);
    const received = net.device('r3').ask('lfib', {}) ?? [];
    expect(received.length).toBeGreaterThan(0);
    // The way breaks: so does what stood on it, and it comes back with it.
    net.cut(1).run(seconds(120));
    expect(net.table('r1', 'RED').filter((line) => line.includes('192.168.4.0'))).toEqual([]);
    net.mend(1).run(seconds(240));
    expect(net.ping('r1', '192.168.4.1', { vrf: 'RED', from: '192.168.1.1' })).toBe(5);
  });
});
