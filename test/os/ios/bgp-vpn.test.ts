// L3VPN on IOS: two customers' sites behind two PEs, a reflector between them, labels of LDP under it.

import { describe, expect, it } from 'vitest';
import { Boxes } from './boxes.ts';

const [G0, G1] = ['GigabitEthernet0/0', 'GigabitEthernet0/1'];

const coreLink = (name: string, address: string): string => `interface ${name}
 ip address ${address} 255.255.255.252
 ip router isis
 isis network point-to-point
 mpls ip
 no shutdown`;
const core = (n: number, ...links: readonly string[]): string => `interface Loopback0
 ip address 10.255.0.${n} 255.255.255.255
 ip router isis
${links.join('\n')}
mpls ldp router-id Loopback0 force
router isis
 net 49.0001.0000.0000.000${n}.00
 is-type level-2-only
 metric-style wide`;

const pe = (n: number, more = ''): string => `ip vrf CUST
 rd 65000:${n}
 route-target both 65000:1
interface ${G0}
 ip vrf forwarding CUST
 ip address 172.16.${n}.1 255.255.255.252
 no shutdown
${core(n, coreLink(G1, `10.0.${n}.1`))}
router bgp 65000
 no bgp default ipv4-unicast
 neighbor 10.255.0.2 remote-as 65000
 neighbor 10.255.0.2 update-source Loopback0
 address-family vpnv4
  neighbor 10.255.0.2 activate
 address-family ipv4 vrf CUST
  redistribute connected
  neighbor 172.16.${n}.2 remote-as 65${n}00
${more}`;

const reflector = `${core(2, coreLink(G0, '10.0.1.2'), coreLink(G1, '10.0.3.2'))}
router bgp 65000
 no bgp default ipv4-unicast
 neighbor PE peer-group
 neighbor PE remote-as 65000
 neighbor PE update-source Loopback0
 neighbor 10.255.0.1 peer-group PE
 neighbor 10.255.0.3 peer-group PE
 address-family vpnv4
  neighbor PE send-community extended
  neighbor PE route-reflector-client
  neighbor 10.255.0.1 activate
  neighbor 10.255.0.3 activate`;

const ce = (n: number, asn = `65${n}00`): string => `interface Loopback0
 ip address 192.168.${n}.1 255.255.255.0
interface ${G0}
 ip address 172.16.${n}.2 255.255.255.252
 no shutdown
router bgp ${asn}
 network 192.168.${n}.0
 neighbor 172.16.${n}.1 remote-as 65000`;

const CABLES = [`CE1 ${G0} - PE1 ${G0}`, `PE1 ${G1} - P2 ${G0}`, `P2 ${G1} - PE3 ${G1}`, `PE3 ${G0} - CE3 ${G0}`];

describe('a VPN of two sites', () => {
  const boxes = new Boxes('IOSv', { CE1: ce(1), PE1: pe(1), P2: reflector, PE3: pe(3), CE3: ce(3) }, CABLES).run(150);
  const rows = (name: string, line: string, from: number): readonly string[] =>
    boxes.shown(name, line).split('\n').slice(from);

  it('carries packets from site to site, under two labels', () => {
    expect(boxes.shown('CE1', 'ping 192.168.3.1 source Loopback0')).toContain('Success rate is 100 percent (5/5)');
    expect(boxes.shown('CE1', 'traceroute 192.168.3.1 source Loopback0')).toMatch(
      / 2 10\.0\.1\.2 \[MPLS: Labels \d+\/\d+ Exp 0\] \d+ msec/,
    );
  });

  it('show ip bgp vpnv4 all: what other PEs told under their distinguishers, and the copies', () => {
    expect(rows('PE1', 'show ip bgp vpnv4 all', 9)).toEqual([
      'Route Distinguisher: 65000:1 (default for vrf CUST)',
      ' *>   172.16.1.0/30    0.0.0.0                  0         32768 ?',
      ' *>i  172.16.3.0/30    10.255.0.3               0    100      0 ?',
      ' *>   192.168.1.0      172.16.1.2               0             0 65100 i',
      ' *>i  192.168.3.0      10.255.0.3               0    100      0 65300 i',
      'Route Distinguisher: 65000:3',
      ' *>i  172.16.3.0/30    10.255.0.3               0    100      0 ?',
      ' *>i  192.168.3.0      10.255.0.3               0    100      0 65300 i',
    ]);
  });

  it('show ip bgp vpnv4 vrf … ADDRESS: whose copy it is, who reflected it, its label', () => {
    // Shape: genieparser ShowIpBgpDetail golden output 1 (`(Received from a RR-client)`, `mpls labels in/out nolabel/…`).
    const lines = rows('PE1', 'show ip bgp vpnv4 vrf CUST 192.168.3.0', 0);
    const label = /nolabel\/(\d+)/.exec(lines.join('\n'))?.[1];
    expect(lines).toEqual([
      'BGP routing table entry for 65000:1:192.168.3.0/24, version 7',
      'Paths: (1 available, best #1, table CUST)',
      '  Advertised to update-groups:',
      '     1         ',
      '  Refresh Epoch 1',
      '  65300, imported path from 65000:3:192.168.3.0/24 (global)',
      '    10.255.0.3 (metric 30) (via default) from 10.255.0.2 (10.255.0.2)',
      '      Origin IGP, metric 0, localpref 100, valid, internal, best',
      '      Extended Community: RT:65000:1',
      '      Originator: 10.255.0.3, Cluster list: 10.255.0.2',
      `      mpls labels in/out nolabel/${label}`,
      '      rx pathid: 0, tx pathid: 0x0',
    ]);
    expect(rows('P2', 'show ip bgp vpnv4 all 192.168.3.0', 0)).toEqual([
      'BGP routing table entry for 65000:3:192.168.3.0/24, version 5',
      'Paths: (1 available, best #1, no table)',
      '  Advertised to update-groups:',
      '     1         ',
      '  Refresh Epoch 1',
      '  65300, (Received from a RR-client)',
      '    10.255.0.3 (metric 20) (via default) from 10.255.0.3 (10.255.0.3)',
      '      Origin IGP, metric 0, localpref 100, valid, internal, best',
      '      Extended Community: RT:65000:1',
      `      mpls labels in/out nolabel/${label}`,
      '      rx pathid: 0, tx pathid: 0x0',
    ]);
  });

  it('show ip route vrf, show ip cef vrf: the next hop of the other PE, the labels of the way', () => {
    expect(boxes.shown('PE1', 'show ip route vrf CUST bgp')).toMatch(
      /B {5}192\.168\.3\.0\/24 \[200\/0\] via 10\.255\.0\.3, 00:0\d:\d\d$/m,
    );
    const [, inner] = /nolabel\/(\d+)/.exec(boxes.shown('PE1', 'show ip bgp vpnv4 vrf CUST 192.168.3.0')) ?? [];
    const [, outer] = /^\d+ +(\d+) +10\.255\.0\.3\/32/m.exec(boxes.shown('PE1', 'show mpls forwarding-table')) ?? [];
    expect(rows('PE1', 'show ip cef vrf CUST 192.168.3.0 detail', 0)).toEqual([
      '192.168.3.0/24, epoch 0, flags [rib defined all labels]',
      `  recursive via 10.255.0.3 label ${inner}`,
      `    nexthop 10.0.1.2 GigabitEthernet0/1 label ${outer}`,
    ]);
    expect(rows('PE1', 'show ip route vrf CUST 192.168.3.0', 2)).toEqual([
      'Routing entry for 192.168.3.0/24',
      '  Known via "bgp 65000", distance 200, metric 0',
      '  Tag 65300, type internal',
      expect.stringMatching(/^ {2}Last update from 10\.255\.0\.3 00:0\d:\d\d ago$/),
      '  Routing Descriptor Blocks:',
      expect.stringMatching(/^ {2}\* 10\.255\.0\.3 \(default\), from 10\.255\.0\.2, 00:0\d:\d\d ago$/),
      '      Route metric is 0, traffic share count is 1',
      '      AS Hops 1',
      '      Route tag 65300',
      `      MPLS label: ${inner}`,
      '      MPLS Flags: MPLS Required',
    ]);
  });

  it('show mpls forwarding-table: a label for each prefix of the VRF', () => {
    // Shapes: genieparser ShowMplsForwardingTable (`No Label`, `aggregate/…`, a long prefix continued below).
    const lines = rows('PE1', 'show mpls forwarding-table vrf CUST', 2);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^\d+ {9}No Label {3}172\.16\.1\.0\/30\[V\] 0 {13}aggregate\/CUST {12}$/);
    expect(lines[1]).toMatch(/^\d+ {9}No Label {3}192\.168\.1\.0\/24\[V\] {3}\\$/);
    expect(lines[2]).toMatch(/^ {39}\d+ +Gi0\/0 {6}172\.16\.1\.2 {2}$/);
  });

  it('show ip bgp vpnv4 all labels', () => {
    const lines = rows('PE1', 'show ip bgp vpnv4 all labels', 0);
    // Capture: `show ip bgp vpnv4 all label` (genieparser): columns and `16/aggregate(vpn2)`, `17/nolabel`, `nolabel/21`.
    expect(lines.slice(0, 2)).toEqual([
      '   Network          Next Hop      In label/Out label',
      'Route Distinguisher: 65000:1 (CUST)',
    ]);
    expect(lines[2]).toMatch(/^ {3}172\.16\.1\.0\/30 {4}0\.0\.0\.0 {9}\d+\/aggregate\(CUST\)$/);
    expect(lines[3]).toMatch(/^ {3}172\.16\.3\.0\/30 {4}10\.255\.0\.3 {6}nolabel\/\d+$/);
    expect(lines[4]).toMatch(/^ {3}192\.168\.1\.0 {6}172\.16\.1\.2 {6}\d+\/nolabel$/);
  });

  it('show ip bgp vpnv4 all summary: PEs and customers; of a VRF its own', () => {
    expect(rows('PE1', 'show ip bgp vpnv4 all summary', -2).map((row) => row.split(' ')[0])).toEqual([
      '10.255.0.2',
      '172.16.1.2',
    ]);
    expect(rows('PE1', 'show ip bgp vpnv4 vrf CUST summary', -2)).toEqual([
      'Neighbor        V           AS MsgRcvd MsgSent   TblVer  InQ OutQ Up/Down  State/PfxRcd',
      expect.stringMatching(/^172\.16\.1\.2 {6}4 {8}65100 .* {8}1$/),
    ]);
  });

  it('show ip bgp vpnv4 … neighbors: what a VRF speaks is translated', () => {
    // Capture: `show bgp vpnv4 unicast vrf VRF200 neighbors` (genieparser ShowBgpNeighbors golden output 2).
    const lines = rows('PE1', 'show ip bgp vpnv4 vrf CUST neighbors', 0);
    expect(lines[0]).toBe('BGP neighbor is 172.16.1.2,  vrf CUST,  remote AS 65100, external link');
    const at = lines.indexOf(' For address family: VPNv4 Unicast');
    expect(lines.slice(at, at + 3)).toEqual([
      ' For address family: VPNv4 Unicast',
      '  Translates address family IPv4 Unicast for VRF CUST',
      '  Session: 172.16.1.2',
    ]);
    expect(lines).toContain('  Interface associated: GigabitEthernet0/0 (peering address in same link)');
    expect(lines).toContain('Connection tableid (VRF): 1');
    expect(lines).toContain('Option Flags: VRF id set, nagle, path mtu capable');
  });

  it('log lines name the VRF', () => {
    expect(boxes.log('PE1', '%BGP')).toContain('%BGP-5-ADJCHANGE: neighbor 172.16.1.2 vpn vrf CUST Up ');
    boxes.configure('PE1', `interface ${G0}`, 'shutdown').run(3);
    // Logs of IOS XE: `neighbor 10.1.1.2 vpn vrf private-peering Down Interface flap`.
    expect(boxes.log('PE1', '%BGP').slice(-3)).toEqual([
      '%BGP-5-NBR_RESET: Neighbor 172.16.1.2 reset (Interface flap)',
      '%BGP-5-ADJCHANGE: neighbor 172.16.1.2 vpn vrf CUST Down Interface flap',
      '%BGP_SESSION-5-ADJCHANGE: neighbor 172.16.1.2 IPv4 Unicast vpn vrf CUST topology base removed from session  Interface flap',
    ]);
    expect(boxes.shown('PE3', 'show ip route vrf CUST')).not.toContain('192.168.1.0');
  });
});

describe('sites with one AS number', () => {
  const one = (n: number): string => ce(n, '65100');
  const boxOf = (more: string): Boxes => {
    const text = (n: number): string => pe(n, more.replaceAll('N', String(n))).replace(`65${n}00`, '65100');
    return new Boxes('IOSv', { CE1: one(1), PE1: text(1), P2: reflector, PE3: text(3), CE3: one(3) }, CABLES).run(150);
  };

  it('drop one another’s routes, unless the PE puts its own AS in', () => {
    expect(boxOf('').shown('CE1', 'show ip bgp')).not.toContain('192.168.3.0');
    const boxes = boxOf('  neighbor 172.16.N.2 as-override');
    expect(boxes.shown('CE1', 'show ip bgp')).toContain('65000 65000 i');
    expect(boxes.shown('CE1', 'ping 192.168.3.1 source Loopback0')).toContain('Success rate is 100 percent (5/5)');
    expect(boxes.shown('PE1', 'show ip bgp vpnv4 vrf CUST neighbors')).toContain(
      '\n  Overrides the neighbor AS with my AS before sending updates\n',
    );
  });
});
