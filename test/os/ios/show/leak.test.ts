// Routes leaked between VRFs, as IOS shows them: routers that run, against what routers that ran have printed.

import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../../src/policy/policy.ts';
import { seconds } from '../../../../src/sim/time.ts';
import { bgpConfig, type DeviceSpec, rt } from '../../../harness/config.ts';
import { DONE, leakSpec } from '../../../harness/leak-lab.ts';
import { p } from '../../../harness/routes.ts';
import { ExecLab } from '../exec-lab.ts';

const vrfText = (name: string, rd: string, more = ''): string =>
  `vrf definition ${name}\n rd ${rd}\n address-family ipv4\n${more}`;

/** Of the lab "Leaking routes between VRFs with MP-BGP". */
const TEXT = ['A', 'B', 'C'].map((name, i) => vrfText(`VRF-${name}`, `65535:${i + 1}`)).join('\n');

const labAt = (stage: Parameters<typeof leakSpec>[0]): ExecLab =>
  new ExecLab({ Router: { model: '7206VXR', facts: leakSpec(stage), text: TEXT } }).run(seconds(49));

// Source: networkdirection.net, "Leaking Routes with MP-BGP" (15.2S); the page's addresses were lost and are made up.
describe('the VRF leaking lab', () => {
  it('show ip vrf', () => {
    expect(labAt({}).type('Router', 'show ip vrf')).toBe(`\
  Name                             Default RD            Interfaces
  VRF-A                            65535:1               Lo10
                                                         Lo11
                                                         Lo12
  VRF-B                            65535:2               Lo20
                                                         Lo21
                                                         Lo22
  VRF-C                            65535:3               Lo30
                                                         Lo31
                                                         Lo32
`);
  });

  it('show ip bgp vpnv4 all, nine prefixes redistributed', () => {
    expect(labAt({ redistribute: true }).type('Router', 'show ip bgp vpnv4 all')).toBe(`\
BGP table version is 10, local router ID is 192.0.2.1
Status codes: s suppressed, d damped, h history, * valid, > best, i - internal, 
              r RIB-failure, S Stale, m multipath, b backup-path, f RT-Filter, 
              x best-external, a additional-path, c RIB-compressed, 
Origin codes: i - IGP, e - EGP, ? - incomplete
RPKI validation codes: V valid, I invalid, N Not found

     Network          Next Hop            Metric LocPrf Weight Path
Route Distinguisher: 65535:1 (default for vrf VRF-A)
 *>  172.16.10.0/24   0.0.0.0                  0         32768 ?
 *>  172.16.11.0/24   0.0.0.0                  0         32768 ?
 *>  172.16.12.0/24   0.0.0.0                  0         32768 ?
Route Distinguisher: 65535:2 (default for vrf VRF-B)
 *>  172.20.20.0/24   0.0.0.0                  0         32768 ?
 *>  172.20.21.0/24   0.0.0.0                  0         32768 ?
 *>  172.20.22.0/24   0.0.0.0                  0         32768 ?
Route Distinguisher: 65535:3 (default for vrf VRF-C)
 *>  10.30.30.0/24    0.0.0.0                  0         32768 ?
 *>  10.30.31.0/24    0.0.0.0                  0         32768 ?
 *>  10.30.32.0/24    0.0.0.0                  0         32768 ?
`);
  });

  it('show ip bgp vpnv4 all detail, with an export target', () => {
    const shown = labAt({ redistribute: true, export: ['VRF-A'] }).type('Router', 'show ip bgp vpnv4 all detail');
    const first = shown.split('\n').slice(0, 10).join('\n');
    expect(first.replace(/version \d+/, 'version 11')).toBe(`
Route Distinguisher: 65535:1 (default for vrf VRF-A)
BGP routing table entry for 65535:1:172.16.10.0/24, version 11
  Paths: (1 available, best #1, table VRF-A)
  Not advertised to any peer
  Refresh Epoch 1
  Local
    0.0.0.0 (via vrf VRF-A) from 0.0.0.0 (192.0.2.1)
      Origin incomplete, metric 0, localpref 100, weight 32768, valid, sourced, best
      Extended Community: RT:65535:1`);
    expect(shown.split('\n')[10]).toBe('      rx pathid: 0, tx pathid: 0x0');
  });

  it('show ip route vrf, with what was leaked', () => {
    const shown = labAt(DONE).type('Router', 'show ip route vrf VRF-A').split('\n');
    expect(shown.slice(0, 2)).toEqual(['', 'Routing Table: VRF-A']);
    expect(shown.slice(10, 27).join('\n')).toBe(`
Gateway of last resort is not set

      10.0.0.0/8 is variably subnetted, 6 subnets, 2 masks
B        10.30.30.0/24 is directly connected, 00:00:48, Loopback30
L        10.30.30.1/32 is directly connected, Loopback30
B        10.30.31.0/24 is directly connected, 00:00:48, Loopback31
L        10.30.31.1/32 is directly connected, Loopback31
B        10.30.32.0/24 is directly connected, 00:00:48, Loopback32
L        10.30.32.1/32 is directly connected, Loopback32
      172.16.0.0/16 is variably subnetted, 6 subnets, 2 masks
C        172.16.10.0/24 is directly connected, Loopback10
L        172.16.10.1/32 is directly connected, Loopback10
C        172.16.11.0/24 is directly connected, Loopback11
L        172.16.11.1/32 is directly connected, Loopback11
C        172.16.12.0/24 is directly connected, Loopback12
L        172.16.12.1/32 is directly connected, Loopback12`);
  });

  it('an imported path says of what it is a copy', () => {
    expect(
      labAt(DONE)
        .type('Router', 'show ip bgp vpnv4 vrf VRF-C 172.16.10.0')
        .replace(/version \d+/, 'version N'),
    ).toBe(`\
BGP routing table entry for 65535:3:172.16.10.0/24, version N
Paths: (1 available, best #1, table VRF-C)
  Not advertised to any peer
  Refresh Epoch 1
  Local, imported path from 65535:1:172.16.10.0/24 (VRF-A)
    0.0.0.0 (via vrf VRF-A) from 0.0.0.0 (192.0.2.1)
      Origin incomplete, metric 0, localpref 100, weight 32768, valid, external, best
      Extended Community: RT:65535:1
      rx pathid: 0, tx pathid: 0x0
`);
  });

  it('pings cross where routes were leaked', () => {
    const lab = labAt(DONE);
    const reached = lab.type('Router', 'ping vrf VRF-A 10.30.30.1 source Loopback10');
    expect(reached.split('\n').slice(1, 4)).toEqual([
      'Sending 5, 100-byte ICMP Echos to 10.30.30.1, timeout is 2 seconds:',
      'Packet sent with a source address of 172.16.10.1 ',
      '!!!!!',
    ]);
    expect(lab.type('Router', 'ping vrf VRF-A 172.20.20.1')).toBe(`\
Type escape sequence to abort.
Sending 5, 100-byte ICMP Echos to 172.20.20.1, timeout is 2 seconds:
.....
Success rate is 0 percent (0/5)
`);
  });
});

/** route-map customer1export: 172.16.0.0/16 gets one target, everything else keeps its own. */
const CUSTOMER1_EXPORT: Policy = {
  name: 'customer1export',
  terms: [
    {
      name: '100',
      matches: [
        {
          kind: 'prefix-lists',
          lists: [
            {
              name: 'customer1internal',
              entries: [{ sequence: 5, verdict: 'permit', prefix: p('172.16.0.0/16'), low: 16, high: 16 }],
            },
          ],
        },
      ],
      actions: [{ kind: 'set-targets', communities: [rt('65000:1001')], additive: false }],
      verdict: 'accept',
    },
  ],
  otherwise: 'reject',
};

/** Snapshot iosxe_vrf_route_leaking_export_map, d1: `export map` gives 172.16.0.0/16 another target. */
const D1: DeviceSpec = {
  interfaces: {
    Loopback100: { at: '192.168.0.1/24', vrf: 'services' },
    Loopback123: '192.168.123.1/32',
    Loopback1001: { at: '10.1.1.1/24', vrf: 'customer1' },
    Loopback1002: { at: '10.1.2.1/24', vrf: 'customer2' },
    Loopback2001: { at: '10.2.1.1/24', vrf: 'customer1colo' },
    Loopback2002: { at: '10.2.2.1/24', vrf: 'customer2colo' },
    Loopback10012: { at: '172.16.0.1/16', vrf: 'customer1' },
    GigabitEthernet10: '192.168.122.2/24',
  },
  vrfs: ['customer1', 'customer1colo', 'customer2', 'customer2colo', 'services'],
  bgp: bgpConfig(
    {
      customer1: {
        rd: '65000:1001',
        export: ['65000:1001', '65000:101'],
        import: ['65000:1001', '65000:100', '65000:2001'],
        redistribute: ['connected'],
        exportPolicy: CUSTOMER1_EXPORT,
      },
      customer1colo: {
        rd: '65000:2001',
        export: ['65000:2001', '65000:101'],
        import: ['65000:2001', '65000:1001', '65000:100'],
        redistribute: ['connected'],
      },
      customer2: {
        rd: '65000:1002',
        export: ['65000:1002', '65000:101'],
        import: ['65000:1002', '65000:2002', '65000:100'],
        redistribute: ['connected'],
      },
      customer2colo: {
        rd: '65000:2002',
        export: ['65000:2002', '65000:101'],
        import: ['65000:2002', '65000:1002', '65000:100'],
        redistribute: ['connected'],
      },
      services: {
        rd: '65000:100',
        export: ['65000:100'],
        import: ['65000:100', '65000:101'],
        redistribute: ['connected'],
      },
    },
    { asn: 65000, routerId: '192.168.123.1' },
  ),
};

const D1_TEXT = `
${vrfText('customer1', '65000:1001')}
${vrfText('customer1colo', '65000:2001')}
${vrfText('customer2', '65000:1002')}
${vrfText('customer2colo', '65000:2002')}
${vrfText('services', '65000:100')}
interface Loopback100
interface Loopback123
interface Loopback1001
interface Loopback1002
interface Loopback2001
interface Loopback2002
interface Loopback10012
`;

/** The day of the capture is not the day of the test. */
const ageless = (text: string): string => text.replaceAll(/\d\d:\d\d:\d\d/g, '<age>');

// Captures: CSR1000V 16.4.1, snapshot iosxe_vrf_route_leaking_export_map, 2021 (leading blanks of `show vrf` and trailing
// ones of the legend were lost there; other captures have them).
describe('the export map of d1', () => {
  const lab = new ExecLab({ d1: { model: 'CSR1000V', facts: D1, text: D1_TEXT } }).run(seconds(60));
  const table = (vrf: string): string =>
    ageless(lab.type('d1', `show ip route vrf ${vrf}`))
      .split('\n')
      .slice(12)
      .join('\n');

  it('show ip route vrf customer1', () => {
    expect(table('customer1')).toBe(`Gateway of last resort is not set

      10.0.0.0/8 is variably subnetted, 4 subnets, 2 masks
C        10.1.1.0/24 is directly connected, Loopback1001
L        10.1.1.1/32 is directly connected, Loopback1001
B        10.2.1.0/24 is directly connected, <age>, Loopback2001
L        10.2.1.1/32 is directly connected, Loopback2001
      172.16.0.0/16 is variably subnetted, 2 subnets, 2 masks
C        172.16.0.0/16 is directly connected, Loopback10012
L        172.16.0.1/32 is directly connected, Loopback10012
      192.168.0.0/24 is variably subnetted, 2 subnets, 2 masks
B        192.168.0.0/24 is directly connected, <age>, Loopback100
L        192.168.0.1/32 is directly connected, Loopback100
`);
  });

  it('show ip route vrf services', () => {
    expect(table('services')).toBe(`Gateway of last resort is not set

      10.0.0.0/8 is variably subnetted, 8 subnets, 2 masks
B        10.1.1.0/24 is directly connected, <age>, Loopback1001
L        10.1.1.1/32 is directly connected, Loopback1001
B        10.1.2.0/24 is directly connected, <age>, Loopback1002
L        10.1.2.1/32 is directly connected, Loopback1002
B        10.2.1.0/24 is directly connected, <age>, Loopback2001
L        10.2.1.1/32 is directly connected, Loopback2001
B        10.2.2.0/24 is directly connected, <age>, Loopback2002
L        10.2.2.1/32 is directly connected, Loopback2002
      192.168.0.0/24 is variably subnetted, 2 subnets, 2 masks
C        192.168.0.0/24 is directly connected, Loopback100
L        192.168.0.1/32 is directly connected, Loopback100
`);
  });

  it('show vrf', () => {
    expect(lab.type('d1', 'show vrf')).toBe(`\
  Name                             Default RD            Protocols   Interfaces
  customer1                        65000:1001            ipv4        Lo1001
                                                                     Lo10012
  customer1colo                    65000:2001            ipv4        Lo2001
  customer2                        65000:1002            ipv4        Lo1002
  customer2colo                    65000:2002            ipv4        Lo2002
  services                         65000:100             ipv4        Lo100
`);
  });

  it('show ip bgp all', () => {
    const shown = lab.type('d1', 'show ip bgp all').replace(/version is \d+/, 'version is 150');
    expect(shown.replaceAll(/ +\n/g, '\n')).toBe(`\
For address family: IPv4 Unicast


For address family: IPv6 Unicast


For address family: VPNv4 Unicast

BGP table version is 150, local router ID is 192.168.123.1
Status codes: s suppressed, d damped, h history, * valid, > best, i - internal,
              r RIB-failure, S Stale, m multipath, b backup-path, f RT-Filter,
              x best-external, a additional-path, c RIB-compressed,
              t secondary path,
Origin codes: i - IGP, e - EGP, ? - incomplete
RPKI validation codes: V valid, I invalid, N Not found

     Network          Next Hop            Metric LocPrf Weight Path
Route Distinguisher: 65000:100 (default for vrf services)
 *>   10.1.1.0/24      0.0.0.0                  0         32768 ?
 *>   10.1.2.0/24      0.0.0.0                  0         32768 ?
 *>   10.2.1.0/24      0.0.0.0                  0         32768 ?
 *>   10.2.2.0/24      0.0.0.0                  0         32768 ?
 *>   192.168.0.0      0.0.0.0                  0         32768 ?
Route Distinguisher: 65000:1001 (default for vrf customer1)
 *>   10.1.1.0/24      0.0.0.0                  0         32768 ?
 *>   10.2.1.0/24      0.0.0.0                  0         32768 ?
 *>   172.16.0.0       0.0.0.0                  0         32768 ?
 *>   192.168.0.0      0.0.0.0                  0         32768 ?
Route Distinguisher: 65000:1002 (default for vrf customer2)
 *>   10.1.2.0/24      0.0.0.0                  0         32768 ?
 *>   10.2.2.0/24      0.0.0.0                  0         32768 ?
 *>   192.168.0.0      0.0.0.0                  0         32768 ?
Route Distinguisher: 65000:2001 (default for vrf customer1colo)
 *>   10.1.1.0/24      0.0.0.0                  0         32768 ?
 *>   10.2.1.0/24      0.0.0.0                  0         32768 ?
 *>   172.16.0.0       0.0.0.0                  0         32768 ?
 *>   192.168.0.0      0.0.0.0                  0         32768 ?
Route Distinguisher: 65000:2002 (default for vrf customer2colo)
 *>   10.1.2.0/24      0.0.0.0                  0         32768 ?
 *>   10.2.2.0/24      0.0.0.0                  0         32768 ?
 *>   192.168.0.0      0.0.0.0                  0         32768 ?

For address family: IPv4 Multicast


For address family: L2VPN E-VPN


For address family: VPNv4 Multicast


For address family: MVPNv4 Unicast


For address family: MVPNv6 Unicast


For address family: VPNv4 Flowspec


`);
  });
});
