// A VPN across a core of labels: two provider edges, a reflector in the middle that forwards nothing itself, two customers.
// Expectations: notes on a VPN lab of an MX104 (`VPN Label: 16`, `Push 16, Push L(top)`, counts of destinations and routes,
// `to table ipvpn.inet.0, Pop`, hops of its traceroutes) and RFC 4364, RFC 4456.

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../src/sim/time.ts';
import { coreConfig } from '../mpls-core.ts';
import { Routers } from '../routers.ts';

/** PE1 (10.254.1.1), P and reflector (10.254.1.2), PE2 (10.254.1.3). */
const edge = (n: number, site: number, ...more: readonly string[]): string =>
  coreConfig(
    n,
    3,
    'set protocols mpls no-propagate-ttl',
    'set routing-options autonomous-system 65000',
    'set protocols bgp group pe type internal',
    `set protocols bgp group pe local-address 10.254.1.${n}`,
    'set protocols bgp group pe family inet-vpn unicast',
    'set protocols bgp group pe hold-time 0',
    'set protocols bgp group pe neighbor 10.254.1.2',
    `set interfaces ge-0/0/2 unit 0 family inet address 172.16.${site}.1/30`,
    'set routing-instances cust instance-type vrf',
    'set routing-instances cust interface ge-0/0/2.0',
    `set routing-instances cust route-distinguisher 65000:${n}`,
    'set routing-instances cust vrf-target target:65000:1',
    ...more,
  );

const customer = (site: number): string => `set interfaces ge-0/0/0 unit 0 family inet address 172.16.${site}.2/30
set interfaces lo0 unit 0 family inet address 10.200.0.${site}/32
set routing-options autonomous-system 65100
set policy-options policy-statement lo from protocol direct
set policy-options policy-statement lo from route-filter 10.200.0.0/16 orlonger
set policy-options policy-statement lo then community add site
set policy-options policy-statement lo then accept
set policy-options community site members origin:65100:${site}
set protocols bgp group up export lo
set protocols bgp group up peer-as 65000
set protocols bgp group up neighbor 172.16.${site}.1`;

const toCustomer = (site: number): readonly string[] => [
  'set routing-instances cust protocols bgp group ce type external',
  'set routing-instances cust protocols bgp group ce peer-as 65100',
  'set routing-instances cust protocols bgp group ce as-override',
  `set routing-instances cust protocols bgp group ce neighbor 172.16.${site}.2`,
];

/** `more` is of both edges. */
const network = (...more: readonly string[]): Routers =>
  new Routers(
    {
      PE1: { set: edge(1, 1, ...toCustomer(1), ...more) },
      RR: {
        set: coreConfig(
          2,
          3,
          'set routing-options autonomous-system 65000',
          'set protocols bgp group pe type internal',
          'set protocols bgp group pe local-address 10.254.1.2',
          'set protocols bgp group pe family inet-vpn unicast',
          'set protocols bgp group pe cluster 10.254.1.2',
          'set protocols bgp group pe neighbor 10.254.1.1',
          'set protocols bgp group pe neighbor 10.254.1.3',
        ),
      },
      PE2: { set: edge(3, 2, 'set routing-instances cust vrf-table-label', ...toCustomer(2), ...more) },
      CE1: { set: customer(1) },
      CE2: { set: customer(2) },
    },
    [
      'PE1 ge-0/0/1 - RR ge-0/0/0',
      'RR ge-0/0/1 - PE2 ge-0/0/0',
      'CE1 ge-0/0/0 - PE1 ge-0/0/2',
      'CE2 ge-0/0/0 - PE2 ge-0/0/2',
    ],
  ).run(seconds(90));

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\d\d:\d\d:\d\d/, 'AGE').trimEnd())
    .filter((line) => line !== '');

describe('a VPN', () => {
  const routers = network();

  it('carries packets from site to site, and its core stays unseen', () => {
    expect(routers.type('CE1', 'ping 10.200.0.2 source 10.200.0.1 count 3 rapid')).toContain('3 packets received');
    const hops = lines(routers.type('CE1', 'traceroute 10.200.0.2 source 10.200.0.1 no-resolve'));
    // The last provider edge answers with its address towards the customer.
    expect(hops.slice(1).map((hop) => hop.split(/\s+/).filter((word) => word !== '')[1])).toEqual([
      '172.16.1.1',
      '172.16.2.1',
      '10.200.0.2',
    ]);
  });

  it('has routes with two labels: the table of the other edge below, the way there on top', () => {
    const shown = lines(routers.type('PE1', 'show route table cust.inet.0 10.200.0.2'));
    expect(shown).toEqual([
      'cust.inet.0: 5 destinations, 5 routes (5 active, 0 holddown, 0 hidden)',
      '+ = Active Route, - = Last Active, * = Both',
      '10.200.0.2/32      *[BGP/170] AGE, localpref 100, from 10.254.1.2',
      '                      AS path: 65100 I, validation-state: unverified',
      expect.stringMatching(/^ {20}> {2}to 10\.1\.1\.2 via ge-0\/0\/1\.0, Push 16, Push \d+\(top\)$/),
    ]);
  });

  it('finds routes by their communities and their AS paths', () => {
    const prefixes = (rest: string): readonly string[] =>
      [...routers.type('PE1', `show route table cust.inet.0 ${rest}`).matchAll(/^[\d.]+\/\d+/gm)].map(([text]) => text);
    expect(prefixes('community origin:65100:1')).toEqual(['10.200.0.1/32']);
    expect(prefixes('community origin:65100:*')).toEqual(['10.200.0.1/32', '10.200.0.2/32']);
    expect(prefixes('community target:65000:1')).toEqual(['10.200.0.2/32', '172.16.2.0/30']);
    expect(prefixes('aspath-regex 65100')).toEqual(['10.200.0.1/32', '10.200.0.2/32']);
    expect(prefixes('aspath-regex "65100 .+"')).toEqual([]);
    expect(prefixes('aspath-regex "()"')).toEqual(['172.16.2.0/30']);
    expect(prefixes('source-gateway 10.254.1.2')).toEqual(['10.200.0.2/32', '172.16.2.0/30']);
    expect(prefixes('no-community')).toEqual([]);
  });

  it('goes to the kernel by way of an indirect next hop', () => {
    const shown = lines(routers.type('PE1', 'show route forwarding-table vpn cust matching 10.200.0.0/16'));
    expect(shown).toEqual([
      'Routing table: cust.inet',
      'Internet:',
      'Destination        Type RtRef Next hop           Type Index    NhRef Netif',
      expect.stringMatching(/^10\.200\.0\.1\/32 {6}user {5}0 172\.16\.1\.2 {9}ucst +\d+ +\d+ ge-0\/0\/2\.0$/),
      // Both routes of that edge lead there; the table itself is one user more.
      expect.stringMatching(/^10\.200\.0\.2\/32 {6}user {5}0 {20}indr {2}10\d{5} {5}3$/),
      expect.stringMatching(/^ {30}10\.1\.1\.2 {10}Push 16, Push \d+\(top\) +\d+ +\d+ ge-0\/0\/1\.0$/),
    ]);
  });

  it('tells in full where a route came from', () => {
    const text = routers.type('PE1', 'show route table cust.inet.0 10.200.0.2 detail');
    for (const field of [
      'Route Distinguisher: 65000:3',
      'Next hop type: Indirect, Next hop index: 0',
      'Source: 10.254.1.2',
      'Label TTL action: no-prop-ttl, no-prop-ttl(top)',
      'Protocol next hop: 10.254.1.3',
      'Label operation: Push 16',
      'State: <Secondary Active Int Ext ProtectionCand>',
      'Local AS: 65000 Peer AS: 65000',
      'Task: BGP_65000.10.254.1.2',
      'AS path: 65100 I  (Originator)',
      'Cluster list:  10.254.1.2',
      'Originator ID: 10.254.1.3',
      'Communities: target:65000:1 origin:65100:2',
      'Import Accepted',
      'VPN Label: 16',
      'Router ID: 10.254.1.2',
      'Primary Routing Table: bgp.l3vpn.0',
    ])
      expect(lines(text).map((line) => line.trim())).toContain(field);
  });

  it('keeps what others told under their distinguishers', () => {
    expect(lines(routers.type('PE1', 'show route table bgp.l3vpn.0')).slice(0, 5)).toEqual([
      'bgp.l3vpn.0: 2 destinations, 2 routes (2 active, 0 holddown, 0 hidden)',
      '+ = Active Route, - = Last Active, * = Both',
      '65000:3:10.200.0.2/32',
      '                   *[BGP/170] AGE, localpref 100, from 10.254.1.2',
      '                      AS path: 65100 I, validation-state: unverified',
    ]);
    // A reflector without instances keeps everything, because it has clients.
    expect(routers.type('RR', 'show route table bgp.l3vpn.0')).toContain('bgp.l3vpn.0: 3 destinations, 3 routes');
    expect(routers.type('PE1', 'show route table bgp.l3vpn.0 10.200.0.2 detail')).toMatch(
      /Secondary Tables: cust\.inet\.0/,
    );
  });

  it('gives a label to each next hop, or one to the whole table', () => {
    expect(lines(routers.type('PE1', 'show route table mpls.0 protocol vpn')).slice(2)).toEqual([
      expect.stringMatching(/^\d{6} {13}\*\[VPN\/170\] AGE$/),
      '                    >  to 172.16.1.2 via ge-0/0/2.0, Pop',
    ]);
    expect(lines(routers.type('PE2', 'show route table mpls.0 label 16')).slice(2)).toEqual([
      '16                 *[VPN/0] AGE',
      '                       to table cust.inet.0, Pop',
    ]);
  });

  it('tells the link to a customer only where a label can stand for it', () => {
    // PE2 has a label for its whole table; PE1 has none for 172.16.1.0/30, which several routers may be on.
    const told = (name: string): string => routers.type(name, 'show route advertising-protocol bgp 10.254.1.2');
    expect(lines(told('PE2'))).toEqual([
      'cust.inet.0: 4 destinations, 4 routes (4 active, 0 holddown, 0 hidden)',
      '  Prefix                  Nexthop              MED     Lclpref    AS path',
      '* 10.200.0.2/32           Self                         100        65100 I',
      '* 172.16.2.0/30           Self                         100        I',
    ]);
    expect(told('PE1')).not.toContain('172.16.1.0/30');
  });

  it('sums up its tables', () => {
    expect(routers.type('PE1', 'show bgp summary')).toMatch(
      /^10\.254\.1\.2 .* Establ\n {2}bgp\.l3vpn\.0: 2\/2\/2\/0\n {2}cust\.inet\.0: 2\/2\/2\/0\n172\.16\.1\.2 .* Establ\n {2}cust\.inet\.0: 1\/1\/1\/0$/m,
    );
    // Of an instance's table everything counts that BGP brought, whoever told it.
    expect(routers.type('PE1', 'show bgp summary instance cust')).toMatch(/^cust\.inet\.0 {10}\n {23}3 {10}3 /m);
  });

  it('replaces the AS of a customer by its own, so that sites of one AS hear of one another', () => {
    expect(routers.type('CE1', 'show route 10.200.0.2')).toContain('AS path: 65000 65000 I');
  });
});

describe('policies of a VPN', () => {
  it('choose what comes in and what goes out', () => {
    const routers = network();
    for (const line of [
      'configure',
      'set policy-options community ours members target:65000:1',
      'set policy-options community theirs members target:65000:99',
      'set policy-options policy-statement out term direct from protocol direct',
      'set policy-options policy-statement out term direct then reject',
      'set policy-options policy-statement out term rest then community add theirs',
      'set policy-options policy-statement out term rest then accept',
      'set routing-instances cust vrf-export out',
      'commit and-quit',
    ])
      routers.type('PE2', line);
    routers.run(seconds(10));
    expect(routers.type('PE1', 'show route table cust.inet.0 10.200.0.2')).toBe('');
    for (const line of [
      'configure',
      'set policy-options community theirs members target:65000:99',
      'set policy-options policy-statement in from community theirs',
      'set policy-options policy-statement in then local-preference 300',
      'set policy-options policy-statement in then accept',
      'set routing-instances cust vrf-import in',
      'commit and-quit',
    ])
      routers.type('PE1', line);
    routers.run(seconds(40));
    expect(routers.type('PE1', 'show route table cust.inet.0 10.200.0.2')).toContain('localpref 300, from 10.254.1.2');
    expect(routers.type('PE1', 'show route table cust.inet.0 172.16.2.0/30')).toBe('');
    // What no policy takes is not kept either.
    expect(routers.type('PE1', 'show route table bgp.l3vpn.0')).toContain('bgp.l3vpn.0: 1 destinations, 1 routes');
  });
});

describe('instances of one router', () => {
  it('leak to one another where they are asked to', () => {
    const shared = (n: number): readonly string[] => [
      `set interfaces ge-0/0/${n} unit 0 family inet address 172.16.${n}.1/30`,
      `set routing-instances V${n} instance-type vrf`,
      `set routing-instances V${n} interface ge-0/0/${n}.0`,
      `set routing-instances V${n} route-distinguisher 65000:${n}`,
      `set routing-instances V${n} vrf-target target:65000:1`,
      `set routing-instances V${n} vrf-table-label`,
    ];
    const leak = (n: number): string => `set routing-instances V${n} routing-options auto-export`;
    const routers = new Routers(
      {
        R1: {
          set: [
            'set routing-options autonomous-system 65000',
            'set interfaces lo0 unit 0 family inet address 10.0.0.1/32',
            ...shared(1),
            ...shared(2),
          ].join('\n'),
        },
        R2: { set: 'set interfaces ge-0/0/0 unit 0 family inet address 172.16.1.2/30' },
        R3: { set: 'set interfaces ge-0/0/0 unit 0 family inet address 172.16.2.2/30' },
      },
      ['R1 ge-0/0/1 - R2 ge-0/0/0', 'R1 ge-0/0/2 - R3 ge-0/0/0'],
    ).run(seconds(5));
    expect(routers.type('R1', 'show route table V1.inet.0')).not.toContain('172.16.2.0/30');
    for (const line of ['configure', leak(1), leak(2), 'commit and-quit']) routers.type('R1', line);
    routers.run(seconds(5));
    expect(routers.type('R1', 'show route table V1.inet.0')).toMatch(
      /^172\.16\.2\.0\/30 {6}\*\[Direct\/0\] [\d:]+\n {20}> {2}via ge-0\/0\/2\.0$/m,
    );
  });
});

it.each(['PE1', 'PE2'])('customers do not notice that BGP of %s restarts gracefully: its labels lead on', (pe) => {
  const net = network('set routing-options graceful-restart').run(seconds(60));
  const labels = (): string =>
    net.type(pe, 'show route table mpls.0 protocol vpn | match VPN').replace(/\d\d:\d\d:\d\d/g, 't');
  const before = labels();
  net.begin('CE1', 'ping 10.200.0.2 source 10.200.0.1 count 60');
  net.run(seconds(5));
  net.type(pe, 'restart routing');
  net.run(seconds(80));
  expect(net.screen('CE1')).toContain('60 packets transmitted, 60 packets received');
  expect(before).toContain('VPN');
  expect(labels()).toBe(before);
  expect(net.type(pe, 'show bgp neighbor 10.254.1.2')).toContain('RIB State: VPN restart is complete');
});
