// The smaller tables: ARP, VRFs, static routes, CEF, protocols, policies.

import { describe, expect, it } from 'vitest';
import { parseMac } from '../../../../src/base/mac.ts';
import { seconds } from '../../../../src/sim/time.ts';
import { bgpConfig, staticPath } from '../../../harness/config.ts';
import { ip } from '../../../harness/routes.ts';
import { ExecLab } from '../exec-lab.ts';
import { type FakeRouter, NOW, rowsFromTable, shown } from './facts.ts';

const VRFS = { vrfs: { default: {}, BLUE: {}, RED: {}, VRF1: {} } as never };

describe('show ip arp', () => {
  const entry = (address: string, mac: string | undefined, minutes: number | 'own', on: string) => ({
    interface: on,
    address: ip(address),
    mac: mac === undefined ? undefined : parseMac(mac),
    since: minutes === 'own' ? 0 : NOW - (minutes * 60 + 30) * 1_000_000,
    expires: undefined,
    own: minutes === 'own',
  });

  it('own addresses, ages in minutes', () => {
    const arp = [
      entry('10.1.18.122', '58bf.eaff.e5b6', 'own', 'GigabitEthernet0/0'),
      entry('10.1.18.1', '0012.7fff.04d7', 45, 'GigabitEthernet0/0'),
      entry('10.1.18.13', '00b0.c2ff.5932', 142, 'GigabitEthernet0/0'),
      entry('10.1.18.254', undefined, 0, 'GigabitEthernet0/0'),
    ];
    // Capture: genieparser ShowArp golden_output_1, sorted, one neighbour made silent.
    expect(shown({ ask: { arp }, config: VRFS }, 'show arp')).toBe(`\
Protocol  Address          Age (min)  Hardware Addr   Type   Interface
Internet  10.1.18.1              45   0012.7fff.04d7  ARPA   GigabitEthernet0/0
Internet  10.1.18.13            142   00b0.c2ff.5932  ARPA   GigabitEthernet0/0
Internet  10.1.18.122             -   58bf.eaff.e5b6  ARPA   GigabitEthernet0/0
Internet  10.1.18.254             0   Incomplete      ARPA   `);
    expect(shown({ ask: { arp }, config: VRFS }, 'show ip arp 10.1.18.13').split('\n')).toHaveLength(2);
    expect(shown({ ask: { arp }, config: VRFS }, 'show ip arp 10.1.18.14')).toBe('');
  });

  it('knows its VRFs', () => {
    expect(shown({ config: VRFS }, 'show ip arp vrf NOPE')).toBe('% VRF NOPE does not exist');
  });
});

describe('show vrf', () => {
  const text = `
vrf definition BLUE
 address-family ipv4
vrf definition RED
 address-family ipv4
`;
  const lone: FakeRouter = { text, ask: { interfaces: [] }, config: VRFS };

  it('a VRF without RD and without interfaces', () => {
    // Capture: IOSv 15.x, R1-VRF.
    expect(shown(lone, 'show vrf')).toBe(`\
  Name                             Default RD            Protocols   Interfaces
  BLUE                             <not set>             ipv4        
  RED                              <not set>             ipv4        `);
  });

  it('says what is not there', () => {
    // Captures: IOS XE, `show vrf blue`; snapshot ios_basic_vrrp: a box without VRFs shows nothing.
    expect(shown(lone, 'show vrf blue')).toBe('% No VRF named blue');
    expect(shown({ ask: { interfaces: [] } }, 'show vrf')).toBe('');
  });

  it('in detail, both syntaxes', () => {
    const detailed = `
vrf definition VRF1
 rd 100:1
 description CE ports
 address-family ipv4
  export map OUT
  route-target export 100:1
  route-target import 100:1
  route-target import 100:2
ip vrf OLD
`;
    // Captures: genieparser ShowVrfDetail (IOS and IOS XE), an IOL router with `ip vrf`.
    expect(shown({ text: detailed, ask: { interfaces: [] } }, 'show vrf detail')).toBe(`\
VRF OLD (VRF Id = 2); default RD <not set>; default VPNID <not set>
  Old CLI format, supports IPv4 only
  Flags: 0x8
  No interfaces
Address family ipv4 unicast (Table ID = 0x2):
  Flags: 0x0
  No Export VPN route-target communities
  No Import VPN route-target communities
  No import route-map
  No global export route-map
  No export route-map
  VRF label distribution protocol: not configured
  VRF label allocation mode: per-prefix
Address family ipv6 unicast not active
Address family ipv4 multicast not active

VRF VRF1 (VRF Id = 1); default RD 100:1; default VPNID <not set>
  Description: CE ports
  New CLI format, supports multiple address-families
  Flags: 0x180C
  No interfaces
Address family ipv4 unicast (Table ID = 0x1):
  Flags: 0x0
  Export VPN route-target communities
    RT:100:1                
  Import VPN route-target communities
    RT:100:1                 RT:100:2                
  No import route-map
  No global export route-map
  Export route-map: OUT
  VRF label distribution protocol: not configured
  VRF label allocation mode: per-prefix
Address family ipv6 unicast not active
Address family ipv4 multicast not active`);
  });

  it('targets of the VRF hold for a family that has none of its own', () => {
    const inherited =
      'vrf definition A\n rd 1:1\n route-target export 1:1\n route-target import 3:3\n address-family ipv4\n';
    const lines = shown({ text: inherited, ask: { interfaces: [] } }, 'show ip vrf detail A').split('\n');
    expect(lines.filter((line) => line.includes('RT:')).map((line) => line.trim())).toEqual(['RT:1:1', 'RT:3:3']);
  });
});

describe('show ip static route', () => {
  it('active and other ways of each prefix', () => {
    const paths = [
      { to: '10.36.3.0/24', via: '14.14.14.2', on: true },
      { to: '10.16.2.0/24', via: '99.99.99.1', on: false, preference: 100 },
      { to: '10.16.2.0/24', via: '14.14.14.2', on: true },
      { to: '143.6.7.0/24', via: { via: 'discard', out: 'Null0' } as never, on: true },
    ];
    const rows = paths.map(({ on, ...spec }) => ({ path: staticPath(spec), usable: on, installed: on }));
    // Shape: capture `show ip static route`, Frinx StaticReaderTest.
    expect(
      shown({ ask: { 'static.paths': rows }, config: VRFS }, 'show ip static route')
        .split('\n')
        .slice(10),
    ).toEqual([
      'Codes in []: A - active, N - non-active, B - BFD-tracked, D - Not Tracked, P - permanent',
      '',
      'Static local RIB for default ',
      '',
      'M  10.16.2.0/24 [1/0] via 14.14.14.2 [A]',
      'M               [100/0] via 99.99.99.1 [N]',
      'M  10.36.3.0/24 [1/0] via 14.14.14.2 [A]',
      'M  143.6.7.0/24 [1/0] via Null0 [A]',
    ]);
  });
});

describe('show ip cef', () => {
  // Capture: genieparser ShowIpCefSummary (IOS XE, `enabled for distributed`); each line of the table is a prefix.
  it('summary', () => {
    const prefixes = (line: string): number =>
      lab
        .type('R1', line)
        .split('\n')
        .filter((one) => /^\d/.test(one)).length;
    for (const [vrf, name] of [
      ['', 'Default'],
      [' vrf BLUE', 'BLUE'],
    ] as const) {
      const count = prefixes(`show ip cef${vrf}`);
      expect(lab.type('R1', `show ip cef${vrf} summary`).split('\n')).toEqual([
        'IPv4 CEF is enabled and running',
        `VRF ${name}`,
        ` ${count} prefixes (${count}/0 fwd/non-fwd)`,
        expect.stringMatching(/^ Table id 0x\d$/),
        ` Database epoch:        0 (${count} entries at this epoch)`,
        '',
      ]);
    }
  });
  const lab = new ExecLab(
    {
      R1: {
        facts: {
          interfaces: {
            'GigabitEthernet0/0': { at: '10.10.10.1/24', vrf: 'BLUE' },
            Loopback0: { at: '10.9.9.1/32', vrf: 'BLUE' },
          },
          vrfs: ['BLUE'],
          static: {
            BLUE: [
              { to: '172.16.100.1/32', via: '10.10.10.2' },
              { to: '172.17.0.0/16', via: { via: 'discard', out: 'Null0' as never } },
            ],
          },
        },
      },
      CE: { facts: { interfaces: { 'GigabitEthernet0/0': '10.10.10.2/24', Loopback0: '172.16.100.1/32' } } },
    },
    ['R1 GigabitEthernet0/0 - CE GigabitEthernet0/0'],
  ).run(seconds(5));
  lab.type('R1', 'ping vrf BLUE 10.10.10.2');

  it('one address', () => {
    // Captures: IOSv 15.x, R1-VRF.
    expect(lab.type('R1', 'show ip cef vrf BLUE 10.10.10.1')).toBe('10.10.10.1/32\n  receive for GigabitEthernet0/0\n');
    expect(lab.type('R1', 'show ip cef vrf BLUE 172.16.100.1 detail')).toBe(`\
172.16.100.1/32, epoch 0
  recursive via 10.10.10.2
    attached to GigabitEthernet0/0
`);
    const [first, second, ...more] = lab.type('R1', 'show ip cef vrf BLUE 10.10.10.2 detail').split('\n');
    expect(first).toBe('10.10.10.2/32, epoch 0, flags [attached]');
    expect(second).toMatch(/^ {2}Adj source: IP adj out of GigabitEthernet0\/0, addr 10\.10\.10\.2 [0-9A-F]{8}$/);
    expect(more).toEqual([
      '    Dependent covered prefix type adjfib, cover 10.10.10.0/24',
      '  attached to GigabitEthernet0/0',
      '',
    ]);
    // Captures: IOS XE, `show ip cef 172.16.67.0`, `show ip cef 0.0.0.0/0`.
    expect(lab.type('R1', 'show ip cef vrf BLUE 172.16.100.1')).toBe(
      '172.16.100.1/32\n  nexthop 10.10.10.2 GigabitEthernet0/0\n',
    );
    expect(lab.type('R1', 'show ip cef vrf BLUE 8.8.8.8')).toBe('0.0.0.0/0\n  no route\n');
  });

  it('the whole table', () => {
    // Columns: Cisco IOS IP Switching Command Reference, "show ip cef".
    expect(lab.type('R1', 'show ip cef vrf BLUE').replaceAll(/ +\n/g, '\n')).toBe(`\
Prefix               Next Hop             Interface
0.0.0.0/0            no route
0.0.0.0/8            drop
0.0.0.0/32           receive
10.9.9.1/32          receive              Loopback0
10.10.10.0/24        attached             GigabitEthernet0/0
10.10.10.0/32        receive              GigabitEthernet0/0
10.10.10.1/32        receive              GigabitEthernet0/0
10.10.10.2/32        attached             GigabitEthernet0/0
10.10.10.255/32      receive              GigabitEthernet0/0
127.0.0.0/8          drop
172.16.100.1/32      10.10.10.2           GigabitEthernet0/0
172.17.0.0/16        attached             Null0
224.0.0.0/4          drop
224.0.0.0/24         receive
240.0.0.0/4          drop
255.255.255.255/32   receive
`);
  });
});

describe('show ip protocols', () => {
  const bgp = bgpConfig({ BLUE: { rd: '1:1', redistribute: ['connected', 'static'] } }, { asn: 65000 });

  it('without routing protocols', () => {
    // Capture: IOS 15.x without routing protocols.
    expect(shown({}, 'show ip protocols')).toBe(`\
*** IP Routing is NSF aware ***

Routing Protocol is "application"
  Sending updates every 0 seconds
  Invalid after 0 seconds, hold down 0, flushed after 0
  Outgoing update filter list for all interfaces is not set
  Incoming update filter list for all interfaces is not set
  Maximum path: 32
  Routing for Networks:
  Routing Information Sources:
    Gateway         Distance      Last Update
  Distance: (default is 4)
`);
  });

  it('with BGP', () => {
    const lines = shown({ config: { ...VRFS, bgp } }, 'show ip protocols')
      .split('\n')
      .slice(12);
    // Capture: genieparser ShowIpProtocols golden_output_1.
    expect(lines).toEqual([
      '',
      'Routing Protocol is "bgp 65000"',
      '  Outgoing update filter list for all interfaces is not set',
      '  Incoming update filter list for all interfaces is not set',
      '  IGP synchronization is disabled',
      '  Automatic route summarization is disabled',
      '  Maximum path: 1',
      '  Routing Information Sources:',
      '    Gateway         Distance      Last Update',
      '  Distance: external 20 internal 200 local 200',
      '',
    ]);
    expect(shown({ config: { ...VRFS, bgp } }, 'show ip protocols vrf BLUE')).toContain(
      '\n  Redistributing: connected, static\n',
    );
  });

  it('15.2 keeps no application routes', () => {
    expect(shown({ model: '7206VXR' }, 'show ip protocols')).not.toContain('application');
    expect(shown({ model: '7206VXR', config: { ...VRFS, bgp } }, 'show ip protocols summary')).toContain(
      '2     bgp 65000',
    );
  });
});

it('show ip route summary adds up', () => {
  const table = `
      10.0.0.0/8 is variably subnetted, 2 subnets, 2 masks
C        10.1.11.0/30 is directly connected, Ethernet1/0
L        10.1.11.1/32 is directly connected, Ethernet1/0
S     192.168.2.0/24 [1/0] via 10.1.11.2`;
  // Shape and sizes: capture of a 7206VXR 15.2(4)S7: 60 and 180 bytes a route.
  expect(shown({ model: '7206VXR', ask: { routes: rowsFromTable(table) } }, 'show ip route summary')).toBe(`\
IP routing table name is default (0x0)
IP routing table maximum-paths is 32
Route Source    Networks    Subnets     Replicates  Overhead    Memory (bytes)
connected       0           2           0           120         360
static          1           0           0           60          180
internal        1                                               322
Total           2           2           0           180         862`);
});

it('show clns neighbors', () => {
  // Capture: snapshot ios_basic_vrrp.
  expect(shown({}, 'show clns neighbors')).toBe('% CLNS is not enabled');
});
