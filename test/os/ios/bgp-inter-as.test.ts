// A VPN over two providers: RFC 4364 §10 option b (the border routers swap its labels) and option c (they carry only
// the PEs' addresses, with labels).

import { describe, expect, it } from 'vitest';
import { Boxes } from './boxes.ts';

const [G0, G1] = ['GigabitEthernet0/0', 'GigabitEthernet0/1'];

const inside = (n: number, address: string): string => `interface Loopback0
 ip address 10.255.0.${n} 255.255.255.255
 ip router isis
interface ${G0}
 ip address ${address} 255.255.255.252
 ip router isis
 isis network point-to-point
 mpls ip
 no shutdown
mpls ldp router-id Loopback0 force
router isis
 net 49.0001.0000.0000.000${n}.00
 is-type level-2-only
 metric-style wide`;

const pe = (n: number, asn: number, process: string): string => `ip vrf CUST
 rd ${asn}:1
 route-target both 100:1
interface Loopback1
 ip vrf forwarding CUST
 ip address 192.168.${n}.1 255.255.255.0
${inside(n, `10.0.${n}.1`)}
router bgp ${asn}
${process}
 address-family ipv4 vrf CUST
  redistribute connected`;

const border = (
  n: number,
  asn: number,
  of: number,
  link: string,
  process: string,
): string => `${inside(n, `10.0.${of}.2`)}
interface ${G1}
 ip address ${link} 255.255.255.252
 no shutdown
router bgp ${asn}
 neighbor 10.255.0.${of} remote-as ${asn}
 neighbor 10.255.0.${of} update-source Loopback0
${process}`;

const CABLES = [`PE1 ${G0} - A2 ${G0}`, `A2 ${G1} - A3 ${G1}`, `A3 ${G0} - PE4 ${G0}`];

const reaches = (boxes: Boxes): void => {
  expect(boxes.shown('PE1', 'ping vrf CUST 192.168.4.1')).toContain('Success rate is 100 percent (5/5)');
  expect(boxes.shown('PE4', 'ping vrf CUST 192.168.1.1')).toContain('Success rate is 100 percent (5/5)');
};

describe('option b', () => {
  const inner = (n: number, asn: number, of: number): string =>
    pe(
      n,
      asn,
      ` neighbor 10.255.0.${of} remote-as ${asn}
 neighbor 10.255.0.${of} update-source Loopback0
 address-family vpnv4
  neighbor 10.255.0.${of} activate`,
    );
  const edge = (of: number, peer: string, asn: number, filter: string): string => ` neighbor ${peer} remote-as ${asn}
${filter}
 address-family vpnv4
  neighbor 10.255.0.${of} activate
  neighbor 10.255.0.${of} next-hop-self
  neighbor ${peer} activate`;
  const boxesOf = (filter: string): Boxes =>
    new Boxes(
      'IOSv',
      {
        PE1: inner(1, 65001, 2),
        A2: border(2, 65001, 1, '10.9.0.1', edge(1, '10.9.0.2', 65002, filter)),
        A3: border(3, 65002, 4, '10.9.0.2', edge(4, '10.9.0.1', 65001, filter)),
        PE4: inner(4, 65002, 3),
      },
      CABLES,
    ).run(200);

  it('a border router without VRFs drops what nothing imports', () => {
    expect(boxesOf('').shown('PE1', 'show ip bgp vpnv4 all')).not.toContain('192.168.4.0');
  });

  it('carries packets, each border router with a label of its own', () => {
    const boxes = boxesOf(' no bgp default route-target filter');
    expect(boxes.shown('PE1', 'show ip bgp vpnv4 rd 65002:1')).toMatch(
      / \*>i {2}192\.168\.4\.0 +10\.255\.0\.2 .* 65002 \?$/m,
    );
    expect(boxes.shown('A2', 'show ip bgp vpnv4 all labels')).toMatch(/192\.168\.4\.0 +10\.9\.0\.2 +\d+\/\d+$/m);
    reaches(boxes);
  });
});

describe('option c', () => {
  const inner = (n: number, asn: number, of: number, far: number, farAs: number): string =>
    pe(
      n,
      asn,
      ` neighbor 10.255.0.${of} remote-as ${asn}
 neighbor 10.255.0.${of} update-source Loopback0
 neighbor 10.255.0.${far} remote-as ${farAs}
 neighbor 10.255.0.${far} ebgp-multihop 255
 neighbor 10.255.0.${far} update-source Loopback0
 address-family ipv4
  neighbor 10.255.0.${of} send-label
  no neighbor 10.255.0.${far} activate
 address-family vpnv4
  neighbor 10.255.0.${far} activate`,
    );
  const edge = (of: number, peer: string, asn: number): string => ` network 10.255.0.${of} mask 255.255.255.255
 neighbor 10.255.0.${of} next-hop-self
 neighbor 10.255.0.${of} send-label
 neighbor ${peer} remote-as ${asn}
 neighbor ${peer} send-label`;
  const boxes = new Boxes(
    'IOSv',
    {
      PE1: inner(1, 65001, 2, 4, 65002),
      A2: border(2, 65001, 1, '10.9.0.1', edge(1, '10.9.0.2', 65002)),
      A3: border(3, 65002, 4, '10.9.0.2', edge(4, '10.9.0.1', 65001)),
      PE4: inner(4, 65002, 3, 1, 65001),
    },
    CABLES,
  ).run(250);

  it('the PEs speak to one another; their addresses come with labels', () => {
    expect(boxes.shown('PE1', 'show ip bgp vpnv4 vrf CUST')).toMatch(
      / \*> {3}192\.168\.4\.0 +10\.255\.0\.4 .* 65002 \?$/m,
    );
    expect(boxes.shown('PE1', 'show ip bgp labels')).toMatch(/10\.255\.0\.4\/32 +10\.255\.0\.2 +\S+\/\d+$/m);
  });

  it('a route of the IGP has a real label, that goes on under those of LDP', () => {
    // RFC 8277 §3: null only for what ends here. With null the border router would meet the label of the VPN itself.
    expect(boxes.shown('A3', 'show ip bgp labels')).toMatch(/10\.255\.0\.4\/32 +10\.0\.4\.1 +\d+\/nolabel$/m);
    reaches(boxes);
  });
});
