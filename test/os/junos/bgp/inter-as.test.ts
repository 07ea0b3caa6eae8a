// VPNs over two providers, PE1 - ASBR1 = ASBR2 - PE2, in the ways of RFC 4364 §10 b and c. Expectations: RFC 4364 §10, and the
// Junos OS CLI reference: "labeled-unicast" (next hop self towards the inside), "resolve-vpn" (inet.3), "keep" (border routers).

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';

const asOf = (n: number): number => (n < 3 ? 65000 : 65100);
const partner = (n: number): number => (n % 2 === 1 ? n + 1 : n - 1);
const isEdge = (n: number): boolean => n === 1 || n === 4;
/** The address of router `other` on the link to it. */
const beside = (n: number, other: number): string => (other > n ? `10.1.${n}.2` : `10.1.${other}.1`);

/** What all of them have: loopbacks, links with labels, LDP inside, a way to the partner, the session inside. */
function base(n: number, family: string): readonly string[] {
  const inner = partner(n) > n ? 'ge-0/0/1' : 'ge-0/0/0';
  return [
    `set interfaces lo0 unit 0 family inet address 10.254.1.${n}/32`,
    ...(n > 1 ? [`set interfaces ge-0/0/0 unit 0 family inet address 10.1.${n - 1}.2/30`] : []),
    ...(n < 4 ? [`set interfaces ge-0/0/1 unit 0 family inet address 10.1.${n}.1/30`] : []),
    ...['ge-0/0/0', 'ge-0/0/1'].flatMap((port) => [
      `set interfaces ${port} unit 0 family mpls`,
      `set protocols mpls interface ${port}.0`,
    ]),
    `set protocols ldp interface ${inner}.0`,
    `set routing-options router-id 10.254.1.${n}`,
    `set routing-options autonomous-system ${asOf(n)}`,
    `set routing-options static route 10.254.1.${partner(n)}/32 next-hop ${beside(n, partner(n))}`,
    'set protocols bgp group inside type internal',
    `set protocols bgp group inside local-address 10.254.1.${n}`,
    `set protocols bgp group inside ${family}`,
    `set protocols bgp group inside neighbor 10.254.1.${partner(n)}`,
    ...(isEdge(n)
      ? [
          `set interfaces lo0 unit 1 family inet address 10.200.0.${n}/32`,
          'set routing-instances cust instance-type vrf',
          'set routing-instances cust interface lo0.1',
          `set routing-instances cust route-distinguisher 10.254.1.${n}:1`,
          'set routing-instances cust vrf-target target:65000:1',
          'set routing-instances cust vrf-table-label',
        ]
      : []),
  ];
}

const outside = (n: number, family: string): readonly string[] => [
  'set protocols bgp group outside type external',
  `set protocols bgp group outside ${family}`,
  `set protocols bgp group outside peer-as ${asOf(n) === 65000 ? 65100 : 65000}`,
  `set protocols bgp group outside neighbor ${beside(n, n === 2 ? 3 : 2)}`,
];

const row = (set: (n: number) => readonly string[]): Routers =>
  new Routers(
    Object.fromEntries(['PE1', 'ASBR1', 'ASBR2', 'PE2'].map((name, i) => [name, { set: set(i + 1).join('\n') }])),
    ['PE1 ge-0/0/1 - ASBR1 ge-0/0/0', 'ASBR1 ge-0/0/1 - ASBR2 ge-0/0/0', 'ASBR2 ge-0/0/1 - PE2 ge-0/0/0'],
  ).run(seconds(120));

const PING = 'ping 10.200.0.4 routing-instance cust source 10.200.0.1 count 3 rapid';

describe('border routers that pass on the routes of VPNs', () => {
  const VPN = 'family inet-vpn unicast';
  const routers = row((n) => [...base(n, VPN), ...(isEdge(n) ? [] : outside(n, VPN))]);

  it('keep them without having an instance, and are their next hop inside', () => {
    expect(routers.type('ASBR1', 'show route table bgp.l3vpn.0')).toContain('2 destinations, 2 routes (2 active');
    const text = routers.type('PE1', 'show route table cust.inet.0 10.200.0.4 detail');
    expect(text).toContain('Protocol next hop: 10.254.1.2\n');
    expect(text).toContain('AS path: 65100 I');
  });

  it('exchange one label for another', () => {
    const text = routers.type('ASBR1', 'show route table mpls.0 protocol vpn');
    // Form: transcripts of border routers (vMX): who told it and how far away he is, unless he is on a link.
    expect(text).toMatch(/^\d{6} {13}\*\[VPN\/170\] [\d:]+\n {20}> {2}to 10\.1\.2\.2 via ge-0\/0\/1\.0, Swap \d+ *$/m);
    expect(text).toMatch(
      /^\d{6} {13}\*\[VPN\/170\] [\d:]+, metric2 1, from 10\.254\.1\.1\n {20}> {2}to 10\.1\.1\.1 via ge-0\/0\/0\.0, Swap 16 *$/m,
    );
    expect(routers.type('PE1', PING)).toContain('3 packets received');
  });
});

describe('border routers that know only the way to the other edge', () => {
  const LABELED = 'family inet labeled-unicast';
  const LOOPBACKS = [
    'set policy-options policy-statement loopbacks term own from route-filter 10.254.1.0/24 prefix-length-range /32-/32',
    'set policy-options policy-statement loopbacks term own then accept',
    'set policy-options policy-statement loopbacks then reject',
  ];
  const edge = (n: number): readonly string[] => [
    `set protocols bgp group inside ${LABELED} resolve-vpn`,
    'set protocols bgp group far type external',
    'set protocols bgp group far multihop ttl 10',
    `set protocols bgp group far local-address 10.254.1.${n}`,
    'set protocols bgp group far family inet-vpn unicast',
    `set protocols bgp group far peer-as ${asOf(n) === 65000 ? 65100 : 65000}`,
    `set protocols bgp group far neighbor 10.254.1.${n === 1 ? 4 : 1}`,
  ];
  const border = (n: number): readonly string[] => [
    ...LOOPBACKS,
    ...outside(n, LABELED),
    'set protocols bgp group outside export loopbacks',
  ];
  const routers = row((n) => [...base(n, LABELED), ...(isEdge(n) ? edge(n) : border(n))]);

  it('tell it with labels, which edges find next hops of VPNs by', () => {
    expect(routers.type('PE1', 'show route table inet.3 10.254.1.4')).toMatch(
      /^10\.254\.1\.4\/32 {6}\*\[BGP\/170\] [\d:]+, localpref 100, from 10\.254\.1\.2\n {22}AS path: 65100 I, validation-state: unverified\n {20}> {2}to 10\.1\.1\.2 via ge-0\/0\/1\.0, Push \d+$/m,
    );
    expect(routers.type('PE1', 'show route table cust.inet.0 10.200.0.4')).toMatch(
      /from 10\.254\.1\.4\n.*\n {20}> {2}to 10\.1\.1\.2 via ge-0\/0\/1\.0, Push 16, Push \d+\(top\)$/m,
    );
    expect(routers.type('ASBR1', 'show route table bgp.l3vpn.0')).toBe('');
    expect(routers.type('PE1', PING)).toContain('3 packets received');
  });
});
