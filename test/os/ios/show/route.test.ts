// show ip route, table by table: rows taken from captures must print as they were captured.

import { describe, expect, it } from 'vitest';
import { rowsFromTable, shown } from './facts.ts';

/** Captures `show ip route`, below the legend. The captures of IOS XE lost their trailing blanks, which these lines have none of. */
const TABLES: readonly (readonly [string, string])[] = [
  [
    'IOSv 15.7, default route and Null0: snapshot cisco_xr_ios_vpnv4, CE1',
    `Gateway of last resort is 11.1.1.1 to network 0.0.0.0

S*    0.0.0.0/0 [1/0] via 11.1.1.1
      10.0.0.0/8 is variably subnetted, 2 subnets, 2 masks
C        10.150.0.0/16 is directly connected, GigabitEthernet0/0
L        10.150.0.200/32 is directly connected, GigabitEthernet0/0
      11.0.0.0/8 is variably subnetted, 3 subnets, 3 masks
S        11.0.0.0/8 is directly connected, Null0
C        11.1.1.0/24 is directly connected, GigabitEthernet0/1
L        11.1.1.2/32 is directly connected, GigabitEthernet0/1`,
  ],
  [
    'IOSv 15.7, equal ways: snapshot ios_basic_vrrp, WAN-RTR',
    `Gateway of last resort is not set

      10.0.0.0/8 is variably subnetted, 6 subnets, 3 masks
C        10.1.11.0/30 is directly connected, GigabitEthernet0/1
L        10.1.11.2/32 is directly connected, GigabitEthernet0/1
C        10.1.12.0/30 is directly connected, GigabitEthernet0/2
L        10.1.12.2/32 is directly connected, GigabitEthernet0/2
C        10.150.0.0/16 is directly connected, GigabitEthernet0/0
L        10.150.0.133/32 is directly connected, GigabitEthernet0/0
S     192.168.1.0/24 [1/0] via 10.1.12.1
                     [1/0] via 10.1.11.1
      192.168.2.0/24 is variably subnetted, 2 subnets, 2 masks
C        192.168.2.0/24 is directly connected, GigabitEthernet0/3
L        192.168.2.1/32 is directly connected, GigabitEthernet0/3`,
  ],
  [
    'one length in a network: snapshot cisco_xr_ios_vpnv4, CE2',
    `Gateway of last resort is not set

      10.0.0.0/8 is variably subnetted, 2 subnets, 2 masks
C        10.150.0.0/16 is directly connected, GigabitEthernet0/0
L        10.150.0.201/32 is directly connected, GigabitEthernet0/0
      11.0.0.0/24 is subnetted, 1 subnets
B        11.1.1.0 [20/0] via 12.1.1.1, 00:19:15
      12.0.0.0/8 is variably subnetted, 2 subnets, 2 masks
C        12.1.1.0/24 is directly connected, GigabitEthernet0/1
L        12.1.1.2/32 is directly connected, GigabitEthernet0/1
      100.0.0.0/16 is subnetted, 1 subnets
S        100.2.0.0 is directly connected, Null0`,
  ],
  [
    '7206VXR 15.2, OSPF: snapshot ospf_lab_validation, R1-ios',
    `Gateway of last resort is not set

      1.0.0.0/32 is subnetted, 1 subnets
C        1.1.1.1 is directly connected, Loopback0
      3.0.0.0/32 is subnetted, 1 subnets
O        3.3.3.3 [110/11] via 13.1.0.2, 00:23:11, Ethernet1/0
      10.0.0.0/32 is subnetted, 2 subnets
O E2     10.10.7.1 [110/20] via 13.1.0.2, 00:03:28, Ethernet1/0
O E2     10.11.7.1 [110/20] via 13.1.0.2, 00:03:23, Ethernet1/0
      192.168.123.0/32 is subnetted, 3 subnets
C        192.168.123.1 is directly connected, Loopback123
O        192.168.123.2 [110/2] via 12.0.0.2, 00:17:51, GigabitEthernet0/0
O E2     192.168.123.7 [110/20] via 13.1.0.2, 00:03:02, Ethernet1/0`,
  ],
  [
    'CSR1000V 16.4, OSPF with two ways, BGP: snapshot iosxe_bgp_confederation, D1 and D2',
    `Gateway of last resort is not set

      10.0.0.0/8 is variably subnetted, 6 subnets, 2 masks
C        10.12.11.0/24 is directly connected, GigabitEthernet1
L        10.12.11.1/32 is directly connected, GigabitEthernet1
C        10.13.21.0/24 is directly connected, GigabitEthernet2
L        10.13.21.1/32 is directly connected, GigabitEthernet2
O        10.24.22.0/24 [110/2] via 10.12.11.2, 00:46:32, GigabitEthernet1
O        10.34.21.0/24 [110/2] via 10.13.21.2, 00:46:32, GigabitEthernet2
B     192.168.122.0/24 [200/0] via 192.168.123.1, 01:09:06
      192.168.123.0/32 is subnetted, 4 subnets
C        192.168.123.1 is directly connected, Loopback123
O        192.168.123.4 [110/3] via 10.13.21.2, 00:46:32, GigabitEthernet2
                       [110/3] via 10.12.11.2, 00:46:32, GigabitEthernet1
B        192.168.123.5 [200/0] via 192.168.123.2, 01:09:01
B        192.168.123.6 [200/0] via 192.168.123.2, 00:38:06`,
  ],
  [
    'CSR1000V 16.4, long lines are broken: snapshot iosxe_vrf_route_leaking_classic_eigrp, d2_ce',
    `Gateway of last resort is not set

      10.0.0.0/8 is variably subnetted, 2 subnets, 2 masks
C        10.23.12.0/30 is directly connected, GigabitEthernet1
L        10.23.12.1/32 is directly connected, GigabitEthernet1
D EX  192.168.122.0/24
           [170/2585856] via 10.23.12.2, 00:19:55, GigabitEthernet1
      192.168.123.0/32 is subnetted, 3 subnets
C        192.168.123.2 is directly connected, Loopback123
D EX     192.168.123.3
           [170/2585856] via 10.23.12.2, 00:19:55, GigabitEthernet1
D EX     192.168.123.4
           [170/2585856] via 10.23.12.2, 00:19:55, GigabitEthernet1`,
  ],
  [
    'a route of another VRF: snapshot iosxe_vrf_route_leaking_classic_eigrp, d3_pe, VRF d2_ce',
    `Gateway of last resort is not set

      10.0.0.0/8 is variably subnetted, 2 subnets, 2 masks
C        10.23.12.0/30 is directly connected, GigabitEthernet2
L        10.23.12.2/32 is directly connected, GigabitEthernet2
B     192.168.122.0/24 [20/0] via 10.34.31.2 (d4_shared), 00:26:18
      192.168.123.0/32 is subnetted, 4 subnets
D        192.168.123.2 [90/130816] via 10.23.12.1, 00:20:07, GigabitEthernet2
B        192.168.123.3 is directly connected, 00:26:18, Loopback123
B        192.168.123.4 [20/0] via 10.34.31.2 (d4_shared), 00:26:18
C        192.168.123.32 is directly connected, Loopback1232`,
  ],
  [
    'IS-IS default route, ages of weeks: genieparser ShowIpRoute golden_output4',
    `Gateway of last resort is 10.12.7.37 to network 0.0.0.0

i*L1  0.0.0.0/0 [115/100] via 10.12.7.37, 3w6d, Vlan101
                [115/100] via 10.12.7.33, 3w6d, Vlan100
      10.0.0.0/8 is variably subnetted, 3 subnets, 2 masks
i L1     10.12.6.2/32 [115/100] via 10.12.7.33, 6w0d, Vlan100
C        10.12.7.32/30 is directly connected, Vlan100
L        10.12.7.34/32 is directly connected, Vlan100`,
  ],
];

const tableOf = (text: string, line: string): string => shown({ ask: { routes: rowsFromTable(text) } }, line);

describe('show ip route', () => {
  it.each(TABLES)('%s', (_, table) => {
    expect(tableOf(table, 'show ip route').split('\n').slice(10).join('\n')).toBe(table);
  });

  it('begins with the legend of the release', () => {
    // Capture: IOSv 15.7(3)M3, snapshot ios_basic_vrrp, BR1.
    expect(tableOf('', 'show ip route').split('\n').slice(0, 12)).toEqual([
      'Codes: L - local, C - connected, S - static, R - RIP, M - mobile, B - BGP',
      '       D - EIGRP, EX - EIGRP external, O - OSPF, IA - OSPF inter area ',
      '       N1 - OSPF NSSA external type 1, N2 - OSPF NSSA external type 2',
      '       E1 - OSPF external type 1, E2 - OSPF external type 2',
      '       i - IS-IS, su - IS-IS summary, L1 - IS-IS level-1, L2 - IS-IS level-2',
      '       ia - IS-IS inter area, * - candidate default, U - per-user static route',
      '       o - ODR, P - periodic downloaded static route, H - NHRP, l - LISP',
      '       a - application route',
      '       + - replicated route, % - next hop override, p - overrides from PfR',
      '',
      'Gateway of last resort is not set',
      '',
    ]);
    // Capture: 7206VXR 15.2(4)S5, snapshot ospf_lab_validation, R1-ios.
    const old = shown({ model: '7206VXR', ask: { routes: [] } }, 'show ip route').split('\n');
    expect(old.slice(6, 9)).toEqual([
      '       o - ODR, P - periodic downloaded static route, H - NHRP, l - LISP',
      '       + - replicated route, % - next hop override',
      '',
    ]);
  });

  it('names the VRF, or says that there is no such table', () => {
    expect(tableOf('', 'show ip route vrf BLUE').split('\n').slice(0, 2)).toEqual(['', 'Routing Table: BLUE']);
    // Capture: IOS XE 16.4, snapshot iosxe_vrf_route_leaking_export_map.
    expect(shown({}, 'show ip route vrf Lo10012')).toBe('% IP routing table vrf Lo10012 does not exist');
  });

  // Capture: `show ip route static` of an IOS router: headings count what is not shown.
  it('shows one kind under headings of all', () => {
    const [, whole] = TABLES[1] as readonly [string, string];
    const lines = tableOf(whole, 'show ip route static').split('\n').slice(12);
    expect(lines).toEqual(['S     192.168.1.0/24 [1/0] via 10.1.12.1', '                     [1/0] via 10.1.11.1']);
    const connected = tableOf(whole, 'show ip route connected').split('\n').slice(12);
    expect(connected[0]).toBe('      10.0.0.0/8 is variably subnetted, 6 subnets, 3 masks');
    expect(connected).toHaveLength(10);
  });

  it('shows what lies in a prefix', () => {
    const [, whole] = TABLES[1] as readonly [string, string];
    const lines = tableOf(whole, 'show ip route 10.1.0.0 255.255.0.0 longer-prefixes').split('\n').slice(12);
    expect(lines.map((line) => line.slice(0, 22).trim())).toEqual([
      '10.0.0.0/8 is va',
      'C        10.1.11.0/30',
      'L        10.1.11.2/32',
      'C        10.1.12.0/30',
      'L        10.1.12.2/32',
    ]);
  });
});

describe('show ip route ADDRESS', () => {
  const [, blue] = [
    '',
    `
      10.0.0.0/8 is variably subnetted, 2 subnets, 2 masks
C        10.10.10.0/24 is directly connected, GigabitEthernet0/0
L        10.10.10.1/32 is directly connected, GigabitEthernet0/0
      172.16.0.0/32 is subnetted, 1 subnets
S        172.16.100.1 [1/0] via 10.10.10.2`,
  ];

  // Captures: IOSv 15.x with VRFs BLUE and RED.
  it('tells of a static route', () => {
    expect(tableOf(blue, 'show ip route vrf BLUE 172.16.100.1')).toBe(`
Routing Table: BLUE
Routing entry for 172.16.100.1/32
  Known via "static", distance 1, metric 0
  Routing Descriptor Blocks:
  * 10.10.10.2
      Route metric is 0, traffic share count is 1`);
  });

  it('tells a missing subnet from a missing network', () => {
    expect(tableOf(blue, 'show ip route vrf BLUE 172.16.50.10')).toBe('\nRouting Table: BLUE\n% Subnet not in table');
    // Capture: 7206VXR 15.2(4)S7, `show ip route 0.0.0.0`.
    expect(tableOf(blue, 'show ip route 0.0.0.0')).toBe('% Network not in table');
    expect(tableOf(blue, 'show ip route 172.16.100.0 255.255.255.0')).toBe('% Subnet not in table');
  });

  // Captures: IOS 15.x and IOS XE.
  it("tells of the router's own", () => {
    expect(tableOf(blue, 'show ip route 10.10.10.9')).toBe(`Routing entry for 10.10.10.0/24
  Known via "connected", distance 0, metric 0 (connected, via interface)
  Routing Descriptor Blocks:
  * directly connected, via GigabitEthernet0/0
      Route metric is 0, traffic share count is 1`);
  });

  it('answers with the default route for 0.0.0.0 alone', () => {
    const table = 'S*    0.0.0.0/0 [1/0] via 172.16.50.1';
    // Capture: IOSv 15.x, SHARED-SVC.
    expect(tableOf(table, 'show ip route 0.0.0.0')).toBe(`Routing entry for 0.0.0.0/0, supernet
  Known via "static", distance 1, metric 0, candidate default path
  Routing Descriptor Blocks:
  * 172.16.50.1
      Route metric is 0, traffic share count is 1`);
    expect(tableOf(table, 'show ip route 8.8.8.8')).toBe('% Network not in table');
  });

  it('lists the subnets of a classful network', () => {
    // Shape: capture `show ip route 10.0.0.0`, IOS 15.x.
    expect(tableOf(blue, 'show ip route 10.0.0.0')).toBe(`Routing entry for 10.0.0.0/8, 2 known subnets
  Attached (2 connections)
  Variably subnetted with 2 masks
C        10.10.10.0/24 is directly connected, GigabitEthernet0/0
L        10.10.10.1/32 is directly connected, GigabitEthernet0/0`);
  });

  it('tells of a BGP route and its age', () => {
    const table = '      11.0.0.0/24 is subnetted, 1 subnets\nB        11.1.1.0 [20/0] via 12.1.1.1, 00:19:15';
    const bgp = { asn: 65002, families: {}, vpns: {} } as never;
    const router = { ask: { routes: rowsFromTable(table) }, config: { bgp } };
    // Shape: capture `sh ip route` of a CE, IOS 15.x: no interface and no comma before the age.
    expect(shown(router, 'show ip route 11.1.1.7')).toBe(`Routing entry for 11.1.1.0/24
  Known via "bgp 65002", distance 20, metric 0, type external
  Last update from 12.1.1.1 00:19:15 ago
  Routing Descriptor Blocks:
  * 12.1.1.1, from 12.1.1.1, 00:19:15 ago
      Route metric is 0, traffic share count is 1`);
  });
});
