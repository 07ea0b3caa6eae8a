// Summary, instances, forwarding table and neighbours, against what routers printed.

import { describe, expect, it } from 'vitest';
import { parseIp4 } from '../../../../src/base/ip.ts';
import { parseMac } from '../../../../src/base/mac.ts';
import { present } from '../../../../src/base/must.ts';
import { parseRd } from '../../../../src/route/route-distinguisher.ts';
import { type Facts, type RouteFacts, shown, tablesOf } from './facts.ts';

const route = (
  to: string,
  kind: RouteFacts['kind'],
  preference: number,
  ways: readonly string[],
  more = {},
): RouteFacts => ({
  to,
  kind,
  preference,
  age: '00:00:10',
  ways,
  ...more,
});

const unit = (name: string, at: readonly string[], vrf = 'default') => ({
  interface: {
    name,
    kind: name.startsWith('lo') ? 'loopback' : 'ethernet',
    vrf,
    enabled: true,
    up: true,
    mtu: 1500,
    addresses: at.map((text, i) => {
      const [address = '', length] = text.split('/');
      return { address: parseIp4(address), length: Number(length), secondary: i > 0 };
    }),
  },
});

/** So many routes of a kind, each to a prefix of its own. */
const many = (count: number, kind: RouteFacts['kind'], from: number, active = count): readonly RouteFacts[] =>
  Array.from({ length: count }, (_, i) =>
    route(`10.${from}.${i}.0/24`, kind, 5, ['10.0.0.1 ge-0/0/0.0'], { state: i < active ? 'active' : 'inactive' }),
  );

describe('show route summary', () => {
  it('counts by protocol', () => {
    // Capture: Junos show route summary, genieparser golden output (fewer OSPF and BGP routes; blanks of a vMX).
    const ask = {
      ...tablesOf({
        default: [
          ...many(6, 'connected', 1),
          ...many(5, 'local', 2),
          ...many(236, 'ospf.intra', 3, 234),
          ...many(1, 'static', 4),
          ...many(1, 'ldp', 5),
        ],
      }),
      interfaces: [unit('ge-0/0/0.0', ['10.0.0.2/24']), unit('lo0.0', ['10.189.5.252/32'])],
    };
    expect(shown({ ask, set: 'set routing-options autonomous-system 65171' }, 'show route summary')).toBe(`\
Autonomous system number: 65171
Router ID: 10.189.5.252

inet.0: 249 destinations, 249 routes (247 active, 0 holddown, 0 hidden)
              Direct:      6 routes,      6 active
               Local:      5 routes,      5 active
                OSPF:    236 routes,    234 active
              Static:      1 routes,      1 active
                 LDP:      1 routes,      1 active`);
  });
});

describe('show route instance', () => {
  const tables = { default: many(3, 'static', 1), BLUE: many(2, 'static', 2), RED: many(2, 'static', 3) };

  it('lists instances and their tables', () => {
    // Capture: lab-validation junos_static_route_defaults (25.4R1), show route instance; blanks of genieparser's golden output.
    expect(
      shown(
        {
          ask: tablesOf(tables),
          model: 'vJunos-router',
          set: `set routing-instances BLUE instance-type virtual-router\nset routing-instances RED instance-type virtual-router`,
        },
        'show route instance',
      ),
    ).toBe(
      [
        'Instance             Type',
        '         Primary RIB                                     Active/holddown/hidden',
        'master               forwarding     ',
        '         inet.0                                          3/0/0',
        '',
        'BLUE                 virtual-router ',
        '         BLUE.inet.0                                     2/0/0',
        '',
        'RED                  virtual-router ',
        '         RED.inet.0                                      2/0/0',
        '',
        '__juniper_private1__ forwarding     ',
        '         __juniper_private1__.inet.0                     5/0/0',
        '         __juniper_private1__.inet6.0                    3/0/0',
        '',
        '__juniper_private2__ forwarding     ',
        '         __juniper_private2__.inet.0                     0/0/1',
        '',
        '__juniper_private4__ forwarding     ',
        '',
        '__master.anon__      forwarding     ',
      ].join('\n'),
    );
  });

  it('gives one with its heading', () => {
    // Capture: Junos show route instance NF-TEST, genieparser golden output.
    const ask = tablesOf({ default: [], 'NF-TEST': many(106, 'static', 1) });
    const set = 'set routing-instances NF-TEST instance-type no-forwarding';
    expect(shown({ ask, set }, 'show route instance NF-TEST').split('\n').slice(2)).toEqual([
      'NF-TEST              non-forwarding ',
      '         NF-TEST.inet.0                                  106/0/0',
    ]);
    expect(shown({ ask, set }, 'show route instance master').split('\n')[2]).toBe(
      'master               forwarding     ',
    );
  });

  it('tells the routing of a VPN', () => {
    // Capture: `show route instance cust-1 extensive` of a vMX (public lab notes), without the tables that hold nothing.
    const facts: Facts = {
      ask: {
        ...tablesOf({ default: [], 'cust-1': [...many(9, 'static', 1), ...many(6, 'static', 2, 0)] }),
        vrfs: [{ name: 'default' }, { name: 'cust-1', rd: parseRd('1:1'), routerId: parseIp4('10.0.0.1') }],
        interfaces: [unit('ge-0/0/1.2000', ['10.0.0.1/24'], 'cust-1'), unit('ge-0/0/1.200', ['10.0.1.1/24'], 'cust-1')],
      },
      set: `
set routing-instances cust-1 instance-type vrf
set routing-instances cust-1 route-distinguisher 1:1
set routing-instances cust-1 vrf-target target:1:1`,
    };
    expect(shown(facts, 'show route instance cust-1 extensive').split('\n')).toEqual([
      'cust-1:',
      '  Router ID: 10.0.0.1',
      '  Type: vrf               State: Active        ',
      '  Interfaces:',
      '    ge-0/0/1.200',
      '    ge-0/0/1.2000',
      '  Route-distinguisher: 1:1',
      '  Vrf-import: [ __vrf-import-cust-1-internal__ ]',
      '  Vrf-export: [ __vrf-export-cust-1-internal__ ]',
      '  Vrf-import-target: [ target:1:1 ]',
      '  Vrf-export-target: [ target:1:1 ]',
      '  Fast-reroute-priority: low',
      '  Tables:',
      '    cust-1.inet.0          : 15 routes (9 active, 0 holddown, 0 hidden)',
    ]);
    const policies = `${facts.set}\nset routing-instances cust-1 vrf-import [ A B ]\n`;
    expect(shown({ ...facts, set: policies }, 'show route instance cust-1 detail')).toContain('Vrf-import: [ A B ]');
  });
});

describe('show route forwarding-table', () => {
  it('has what is always there', () => {
    // Capture: `show route forwarding-table table RI-A` and `RI-B` of a vMX (public lab notes).
    const ask = tablesOf({ default: [], 'RI-A': [], 'RI-B': [] });
    expect(shown({ ask }, 'show route forwarding-table table RI-A')).toBe(`\
Routing table: RI-A.inet
Internet:
Destination        Type RtRef Next hop           Type Index    NhRef Netif
default            perm     0                    rjct      595     1
0.0.0.0/32         perm     0                    dscd      593     1
224.0.0.0/4        perm     0                    mdsc      594     1
224.0.0.1/32       perm     0 224.0.0.1          mcst      597     1
255.255.255.255/32 perm     0                    bcst      598     1`);
    expect(shown({ ask }, 'show route forwarding-table table RI-B')).toContain('rjct      604     1');
    expect(shown({ ask }, 'show route forwarding-table')).toContain('rjct       36     1\n');
  });

  it('knows routes, links and neighbours', () => {
    // Capture: `show route forwarding-table` of a vMX (public lab notes); numbers of next hops put aside.
    const facts: Facts = {
      ask: {
        ...tablesOf({
          default: [
            route('10.0.0.1/32', 'static', 5, ['10.0.1.1 xe-0/0/1.0']),
            route('10.0.0.3/32', 'static', 5, ['192.168.4.1 ge-0/0/1.4', '192.168.1.1 ge-0/0/1.1']),
            route('10.0.0.9/32', 'static', 5, ['10.0.1.9 xe-0/0/1.0']),
            route('10.8.0.0/16', 'static', 5, ['discard'], { more: { noInstall: true } }),
            route('10.9.0.0/16', 'static', 5, ['discard']),
          ],
        }),
        interfaces: [
          unit('xe-0/0/1.0', ['10.0.1.0/31']),
          unit('lo0.0', ['10.1.1.1/32']),
          unit('ge-0/0/1.4', ['192.168.4.2/24']),
        ],
        arp: [
          { interface: 'xe-0/0/1.0', address: parseIp4('10.0.1.1'), mac: parseMac('02:05:86:71:cd:07'), own: false },
          { interface: 'ge-0/0/1.4', address: parseIp4('192.168.4.7'), mac: undefined, own: false },
        ],
      },
    };
    const lines = shown(facts, 'show route forwarding-table')
      .split('\n')
      .slice(3)
      .filter((line) => !line.includes('perm'))
      .map((line) => line.replace(/(\w{4}) +\d+ +(\d+)( \S+)?$/, '$1 N $2$3'));
    expect(lines).toEqual([
      '10.0.0.1/32        user     0 10.0.1.1           ucst N 2 xe-0/0/1.0',
      '10.0.0.3/32        user     0                    ulst N 2',
      '                              192.168.4.1        hold N 1 ge-0/0/1.4',
      '                              192.168.1.1        hold N 1 ge-0/0/1.1',
      '10.0.0.9/32        user     0 10.0.1.9           hold N 2 xe-0/0/1.0',
      '10.0.1.0/31        intf     0                    rslv N 1 xe-0/0/1.0',
      '10.0.1.0/32        intf     0 10.0.1.0           locl N 2',
      '10.0.1.0/32        dest     0 10.0.1.0           locl N 2',
      '10.0.1.1/32        dest     1 2:5:86:71:cd:7     ucst N 2 xe-0/0/1.0',
      '10.1.1.1/32        intf     0 10.1.1.1           locl N 1',
      '10.9.0.0/16        user     0                    dscd N 1',
      '192.168.4.0/24     intf     0                    rslv N 1 ge-0/0/1.4',
      '192.168.4.0/32     dest     0 192.168.4.0        recv N 1 ge-0/0/1.4',
      '192.168.4.2/32     intf     0 192.168.4.2        locl N 2',
      '192.168.4.2/32     dest     0 192.168.4.2        locl N 2',
      '192.168.4.7/32     dest     0 192.168.4.7        hold N 1 ge-0/0/1.4',
      '192.168.4.255/32   dest     0 192.168.4.255      bcst N 1 ge-0/0/1.4',
    ]);
    // `destination`: the entry that a packet would use; the neighbour has the number of the route's next hop.
    const index = (line: string): string | undefined =>
      /ucst +(\d+)/.exec(shown(facts, `show route forwarding-table destination ${line}`))?.[1];
    expect(index('10.0.0.1')).toBeDefined();
    expect(index('10.0.0.1')).toBe(index('10.0.1.1'));
    expect(shown(facts, 'show route forwarding-table destination 10.9.1.1').split('\n')).toHaveLength(4);
    expect(shown(facts, 'show route forwarding-table destination 8.8.8.8')).toContain('default            perm');
  });
});

describe('show arp', () => {
  // Capture: Junos show arp and show arp no-resolve, genieparser golden outputs (rows whose blanks the capture kept).
  const neighbours = [
    ['00:50:56:ff:92:04', '10.55.0.1', 'ge-0/0/3.0'],
    ['50:3d:e5:ff:2f:06', '10.19.198.26', 'ge-0/0/2.0'],
  ];
  const arp = neighbours.map(([address = '', at = '', on]) => ({
    interface: on,
    address: present(parseIp4(at), at),
    mac: parseMac(address),
    own: false,
  }));
  const own = {
    interface: 'ge-0/0/2.0',
    address: parseIp4('10.19.198.25'),
    mac: parseMac('00:50:56:ff:56:b6'),
    own: true,
  };
  const asked = { interface: 'ge-0/0/2.0', address: parseIp4('10.19.198.27'), mac: undefined, own: false };
  const facts: Facts = { ask: { arp: [...arp, own, asked] } };

  it('tells names, or what stands for them', () => {
    expect(shown(facts, 'show arp')).toBe(`\
MAC Address       Address         Name                      Interface               Flags
50:3d:e5:ff:2f:06 10.19.198.26    10.19.198.26              ge-0/0/2.0              none
00:50:56:ff:92:04 10.55.0.1       10.55.0.1                 ge-0/0/3.0              none
Total entries: 2`);
    const set = 'set system static-host-mapping gateway inet 10.55.0.1';
    expect(shown({ ...facts, set }, 'show arp').split('\n')[2]).toBe(
      '00:50:56:ff:92:04 10.55.0.1       gateway                   ge-0/0/3.0              none',
    );
  });

  it('does without', () => {
    expect(shown(facts, 'show arp no-resolve').split('\n').slice(0, 2)).toEqual([
      'MAC Address       Address         Interface                Flags',
      '50:3d:e5:ff:2f:06 10.19.198.26    ge-0/0/2.0               none',
    ]);
    expect(shown(facts, 'show arp interface ge-0/0/3.0')).toContain('Total entries: 1');
    expect(shown({}, 'show arp')).toBe('');
  });
});
