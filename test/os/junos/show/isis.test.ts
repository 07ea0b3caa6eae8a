import { describe, expect, it } from 'vitest';
import { parseIp4 } from '../../../../src/base/ip.ts';
import { parsePrefix } from '../../../../src/base/prefix.ts';
import type { Tlv } from '../../../../src/protocols/isis/show.ts';
import { link, loopback } from '../isis/network.ts';
import { ago, shown } from './facts.ts';
import { adjacency, answers, circuit, idOf, lsp, type ProcessFacts, processOf, systemOf, told } from './isis-facts.ts';

const P2P = 'point-to-point';
const ports = (...lines: readonly string[]): string => loopback(1) + lines.join('\n');
const PLAIN = processOf(ports(link('ge-0/0/0', '10.0.12.1/30')));

const print = (facts: ProcessFacts, line: string, more: object = {}): string =>
  shown({ ask: { ...answers(facts), ...more } }, line);

describe('show isis adjacency', () => {
  // Capture: vMX of a public lab (JNCIP notes): LANs of one level.
  it('on LANs', () => {
    const adjacencies = [
      adjacency({ on: 'ae1.0', name: 'R4', levels: [1], hold: 26, snpa: '0:5:86:1e:d:c1' }),
      adjacency({ on: 'ge-0/0/3.0', name: 'R2', levels: [1], hold: 8, snpa: '0:5:86:7e:cc:1' }),
      adjacency({ on: 'ge-0/0/6.0', name: 'R3', levels: [1], hold: 7, snpa: '0:5:86:6e:ed:1' }),
    ];
    expect(print({ config: PLAIN, adjacencies }, 'show isis adjacency')).toBe(`\
Interface             System         L State        Hold (secs) SNPA
ae1.0                 R4             1  Up                   26  0:5:86:1e:d:c1
ge-0/0/3.0            R2             1  Up                    8  0:5:86:7e:cc:1
ge-0/0/6.0            R3             1  Up                    7  0:5:86:6e:ed:1`);
  });

  // Capture: MX and ACX of a public validated design, a neighbour without a name.
  it('on a point-to-point link, of a system that nobody has named', () => {
    const adjacencies = [adjacency({ on: 'et-0/0/3.1', name: '6401.0001.0000', levels: [2], hold: 29 })];
    expect(print({ config: PLAIN, adjacencies }, 'show isis adjacency brief')).toBe(`\
Interface             System         L State        Hold (secs) SNPA
et-0/0/3.1            6401.0001.0000 2  Up                   29`);
  });

  // Captures: vMX `show isis adjacency R2 detail`, vQFX `show isis adjacency spine-1 detail`; both speak of restarts, which
  // nobody here is capable of.
  it('detail', () => {
    const adjacencies = [
      adjacency({
        on: 'ge-0/0/0.0',
        name: 'R2',
        levels: [1],
        hold: 6,
        snpa: '0:50:56:be:ab:b8',
        lanId: 'R2.02',
        addresses: ['192.168.12.2'],
        age: 17 * 60 + 29,
      }),
      adjacency({
        on: 'xe-0/0/0.0',
        name: 'spine-1',
        levels: [2],
        hold: 20,
        circuitType: 2,
        addresses: ['10.0.3.2'],
        age: 487,
        transitions: 3,
      }),
    ];
    expect(print({ config: PLAIN, adjacencies }, 'show isis adjacency R2 detail')).toBe(`\
R2
  Interface: ge-0/0/0.0, Level: 1, State: Up, Expires in 6 secs
  Priority: 64, Up/Down transitions: 1, Last transition: 00:17:29 ago
  Circuit type: 3, Speaks: IP, IPv6, MAC address: 0:50:56:be:ab:b8
  Topologies: Unicast
  Restart capable: No, Adjacency advertisement: Advertise
  LAN id: R2.02, IP addresses: 192.168.12.2`);
    expect(print({ config: PLAIN, adjacencies }, 'show isis adjacency spine-1 detail')).toBe(`\
spine-1
  Interface: xe-0/0/0.0, Level: 2, State: Up, Expires in 20 secs
  Priority: 0, Up/Down transitions: 3, Last transition: 00:08:07 ago
  Circuit type: 2, Speaks: IP, IPv6
  Topologies: Unicast
  Restart capable: No, Adjacency advertisement: Advertise
  IP addresses: 10.0.3.2`);
  });

  it('without IS-IS', () => {
    expect(shown({ ask: { 'isis.instances': [] } }, 'show isis adjacency')).toBe('IS-IS instance is not running');
    expect(shown({ ask: { 'isis.instances': [] } }, 'show isis database instance X')).toBe(
      'error: instance X not found',
    );
  });
});

describe('show isis interface', () => {
  // Capture: vMX of a public lab.
  it('LANs: who stands for them at which level', () => {
    const config = processOf(
      ports(
        link('ge-0/0/0', '10.0.0.1/30'),
        link('ge-0/0/1', '10.0.1.1/30', 'level 2 disable'),
        link('ge-0/0/2', '10.0.2.1/30', 'level 2 disable'),
      ),
    );
    const circuits = [
      circuit(config, { on: 'ge-0/0/0.0', lan: { 1: 'R2.02', 2: 'R2.02' }, id: 4 }),
      circuit(config, { on: 'ge-0/0/1.0', lan: { 1: 'R1.03' }, id: 3 }),
      circuit(config, { on: 'ge-0/0/2.0', lan: { 1: 'R1.02' }, id: 2 }),
      circuit(config, { on: 'lo0.0' }),
    ];
    expect(print({ config, circuits }, 'show isis interface')).toBe(`\
IS-IS interface database:
Interface             L CirID Level 1 DR        Level 2 DR        L1/L2 Metric
ge-0/0/0.0            3   0x1 R2.02             R2.02                  10/10
ge-0/0/1.0            1   0x3 R1.03             Disabled               10/10
ge-0/0/2.0            1   0x2 R1.02             Disabled               10/10
lo0.0                 3   0x1 Passive           Passive                 0/0`);
  });

  // Capture: vMX of a public lab, level 2 disabled for all, metrics by bandwidth.
  it('point-to-point links of one level', () => {
    const config = processOf(
      ports(
        link('ge-0/0/0', '10.0.0.1/30', P2P, 'level 1 metric 5', 'level 2 metric 5'),
        link('ge-0/0/2', '10.0.2.1/30', P2P),
        'set protocols isis level 2 disable',
      ),
    );
    const circuits = ['ge-0/0/0.0', 'ge-0/0/2.0', 'lo0.0'].map((on) => circuit(config, { on, adjacencies: { 1: 1 } }));
    expect(print({ config, circuits }, 'show isis interface').split('\n').slice(2)).toEqual([
      'ge-0/0/0.0            1   0x1 Point to Point    Disabled                5/5',
      'ge-0/0/2.0            1   0x1 Point to Point    Disabled               10/10',
      'lo0.0                 1   0x1 Passive           Passive                 0/0',
    ]);
  });

  // Capture: vQFX of a public lab, level 1 disabled on each interface.
  it('a level that an interface leaves out', () => {
    const config = processOf(
      ports(link('ge-0/0/1', '10.0.0.1/30', 'level 1 disable'), 'set protocols isis interface lo0.0 level 1 disable'),
    );
    const circuits = [
      circuit(config, { on: 'lo0.0' }),
      circuit(config, { on: 'ge-0/0/1.0', lan: { 2: 'R1.02' }, id: 2 }),
    ];
    expect(print({ config, circuits }, 'show isis interface').split('\n').slice(2)).toEqual([
      'ge-0/0/1.0            2   0x2 Disabled          R1.02                  10/10',
      'lo0.0                 3   0x1 Disabled          Passive                 0/0',
    ]);
  });

  // Capture: vMX of a public lab (its bundle is another port here): LDP fails, and the metric is the highest there is.
  it('detail, with the metric that is told', () => {
    const config = processOf(
      ports(link('ge-0/0/0', '10.0.0.1/30', P2P, 'csnp-interval 20'), 'set protocols isis level 2 disable'),
    );
    const one = circuit(config, { on: 'ge-0/0/0.0', adjacencies: { 1: 1 } }) as { levels: { metricTold: number }[] };
    const circuits = [{ ...one, levels: one.levels.map((level) => ({ ...level, metricTold: 16_777_214 })) }];
    expect(
      print({ config, circuits }, 'show isis interface ge-0/0/0.0 detail').replace(/Index: \d+/, 'Index: 325'),
    ).toBe(`\
IS-IS interface database:
ge-0/0/0.0
  Index: 325, State: 0x6, Circuit id: 0x1, Circuit type: 1
  LSP interval: 100 ms, CSNP interval: 20 s
  Adjacency advertisement: Advertise, Layer2-map: Disabled
  Level Adjacencies Priority   Metric Hello (s) Hold (s) Designated Router
    1             1       64 16777214     9.000       27`);
  });

  // Captures: MX104 and vMX of public labs (LDP synchronization with an end and without).
  it('extensive, with LDP synchronization', () => {
    const lines = (sync: string): string => {
      const config = processOf(
        ports(link('ge-0/0/0', '10.0.0.1/30', P2P, 'csnp-interval 15', 'level 1 disable', sync)),
      );
      const circuits = [
        circuit(config, { on: 'ge-0/0/0.0', adjacencies: { 2: 1 }, more: { ldp: 'achieved', ldpSince: ago(55) } }),
      ];
      return print({ config, circuits }, 'show isis interface ge-0/0/0 extensive').replace(/Index: \d+/, 'Index: 429');
    };
    expect(lines('ldp-synchronization hold-time 10')).toBe(`\
IS-IS interface database:
ge-0/0/0.0
  Index: 429, State: 0x6, Circuit id: 0x1, Circuit type: 2
  LSP interval: 100 ms, CSNP interval: 15 s, Loose Hello padding, IIH max size: 1492
  Adjacency advertisement: Advertise, Layer2-map: Disabled
  LDP sync state: in sync, for: 00:00:55, reason: LDP up during config
  config holdtime: 10 seconds
  Level 1
    Adjacencies: 0, Priority: 64, Metric: 10
    Disabled
  Level 2
    Adjacencies: 1, Priority: 64, Metric: 10
    Hello Interval: 9.000 s, Hold Time: 27 s`);
    expect(lines('ldp-synchronization')).toContain('\n  config holdtime: infinity\n');
  });
});

describe('show isis database', () => {
  // Capture: vMX of a public lab.
  it('one line an LSP', () => {
    const database = {
      1: [],
      2: [
        lsp({ id: 'R1.00-00', sequence: 7, checksum: 0x1f77, lifetime: 900 }),
        lsp({ id: 'R2.00-00', sequence: 7, checksum: 0x8404, lifetime: 898 }),
        lsp({ id: 'R2.02-00', sequence: 2, checksum: 0x3573, lifetime: 769 }),
      ],
    };
    // A level without LSPs: capture of vQFX, `level 1 disable`.
    expect(print({ config: PLAIN, database }, 'show isis database')).toBe(`\
IS-IS level 1 link-state database:
  0 LSPs

IS-IS level 2 link-state database:
LSP ID                      Sequence Checksum Lifetime Attributes
R1.00-00                         0x7   0x1f77      900 L1 L2
R2.00-00                         0x7   0x8404      898 L1 L2
R2.02-00                         0x2   0x3573      769 L1 L2
  3 LSPs`);
  });

  // Capture: vMX of a public lab.
  it('detail of one system', () => {
    const database = {
      1: [
        lsp({
          id: 'R3.00-00',
          sequence: 7,
          checksum: 0xcc25,
          lifetime: 901,
          tlvs: told(
            ['R1.02 10', 'R2.03 10', 'R4.02 10'],
            ['192.168.13.0/24 10', '3.3.3.3/32 0', '192.168.23.0/24 10', '192.168.34.0/24 10'],
          ),
        }),
        lsp({ id: 'R4.02-00', sequence: 2, checksum: 0x128c, lifetime: 903, tlvs: told(['R3.00 0', 'R4.00 0']) }),
      ],
      2: [],
    };
    expect(print({ config: PLAIN, database }, 'show isis database R3 detail')).toBe(`\
IS-IS level 1 link-state database:

R3.00-00 Sequence: 0x7, Checksum: 0xcc25, Lifetime: 901 secs
   IS neighbor: R1.02                         Metric:       10
   IS neighbor: R2.03                         Metric:       10
   IS neighbor: R4.02                         Metric:       10
   IP prefix: 3.3.3.3/32                      Metric:        0 Internal Up
   IP prefix: 192.168.13.0/24                 Metric:       10 Internal Up
   IP prefix: 192.168.23.0/24                 Metric:       10 Internal Up
   IP prefix: 192.168.34.0/24                 Metric:       10 Internal Up

IS-IS level 2 link-state database:`);
  });

  // Capture: vMX of a public lab, an LSP that an IOS router told (`dr05`, with both styles).
  it('extensive', () => {
    const address = (text: string): number => parseIp4(text) as number;
    const bytes = (...texts: readonly string[]): Uint8Array =>
      Uint8Array.from(texts.flatMap((text) => text.split('.').map(Number)));
    const wide: Tlv[] = [
      {
        kind: 'is-wide',
        neighbours: [
          {
            node: idOf('dr04.00') as never,
            metric: 10,
            sub: [
              { type: 6, value: bytes('10.0.45.2') },
              { type: 8, value: bytes('10.0.45.1') },
            ],
          },
        ],
      },
      {
        kind: 'ip-wide',
        prefixes: ['10.0.45.0/24 10', '10.255.0.5/32 0'].map((text) => {
          const [to = '', metric] = text.split(' ');
          return {
            prefix: parsePrefix(to) as never,
            metric: Number(metric),
            down: false,
            external: false,
            sub: undefined,
          };
        }),
      },
    ];
    const tlvs: Tlv[] = [
      { kind: 'areas', areas: ['49.0001' as never] },
      { kind: 'protocols', nlpids: [0xcc] },
      { kind: 'hostname', name: 'dr05' },
      { kind: 'router-id', address: address('10.255.0.5') as never },
      ...told(['dr04.00 10'], ['10.0.45.0/24 10', '10.255.0.5/32 0']),
      { kind: 'ip-addresses', addresses: ['10.0.45.2', '10.255.0.5'].map(address) as never },
      ...wide,
    ];
    const database = {
      1: [
        lsp({
          id: 'dr05.00-00',
          sequence: 5,
          checksum: 0xcc4b,
          lifetime: 3177,
          received: 3200,
          length: 142,
          isType: 1,
          from: 'ge-0/0/0.0',
          tlvs,
        }),
        lsp({ id: 'dr04.00-00', sequence: 6, checksum: 0x4883, lifetime: 3177, tlvs: told(['dr05.00 10']) }),
      ],
      2: [],
    };
    const text = print({ config: PLAIN, database }, 'show isis database dr05 extensive').replace(
      /Interface: \d+/,
      'Interface: 330',
    );
    // The heading of TLV 22 and the length of its sub-TLVs: capture of a later release (`R7`).
    expect(text).toBe(`\
IS-IS level 1 link-state database:

dr05.00-00 Sequence: 0x5, Checksum: 0xcc4b, Lifetime: 3177 secs
   IS neighbor: dr04.00                       Metric:       10
     Two-way fragment: dr04.00-00, Two-way first fragment: dr04.00-00
   IP prefix: 10.0.45.0/24                    Metric:       10 Internal Up
   IP prefix: 10.255.0.5/32                   Metric:        0 Internal Up

  Header: LSP ID: dr05.00-00, Length: 142 bytes
    Allocated length: 284 bytes, Router ID: 10.255.0.5
    Remaining lifetime: 3177 secs, Level: 1, Interface: 330
    Estimated free bytes: 142, Actual free bytes: 142
    Aging timer expires in: 3177 secs
    Protocols: IP

  Packet: LSP ID: dr05.00-00, Length: 142 bytes, Lifetime : 3200 secs
    Checksum: 0xcc4b, Sequence: 0x5, Attributes: 0x1 <L1>
    NLPID: 0x83, Fixed length: 27 bytes, Version: 1, Sysid length: 0 bytes
    Packet type: 18, Packet version: 1, Max area: 0

  TLVs:
    Area address: 49.0001 (3)
    Speaks: IP
    Hostname: dr05
    IP router id: 10.255.0.5
    IS neighbor: dr04.00, Internal, Metric: default 10
    IP prefix: 10.0.45.0/24, Internal, Metric: default 10, Up
    IP prefix: 10.255.0.5/32, Internal, Metric: default 0, Up
    IP address: 10.0.45.2
    IP address: 10.255.0.5
    Extended IS Reachability TLV, Type: 22, Length: 23
    IS extended neighbor: dr04.00, Metric: default 10 SubTLV len: 12
      IP address: 10.0.45.2
      Neighbor's IP address: 10.0.45.1
    IP extended prefix: 10.0.45.0/24 metric 10 up
    IP extended prefix: 10.255.0.5/32 metric 0 up
  No queued transmissions

IS-IS level 2 link-state database:`);
  });
});

const counters = { spfRuns: 60, partialRuns: 40, lspsOriginated: 2, lspsRefreshed: 0, lspsPurged: 0 };

describe('show isis route, show isis spf', () => {
  const hop = (on: string, name: string, snpa?: string) => ({
    on,
    system: systemOf(name),
    gateway: parseIp4('10.0.0.1'),
    snpa:
      snpa === undefined
        ? undefined
        : Number.parseInt(
            snpa
              .split(':')
              .map((byte) => byte.padStart(2, '0'))
              .join(''),
            16,
          ),
  });

  // Capture: MX80 with logical systems, of a public lab; its release had no column of backups.
  it('routes and the systems that they lead through', () => {
    const route = (to: string, metric: number, hops: readonly unknown[]): unknown => ({
      prefix: parsePrefix(to),
      state: {
        best: { level: 2, metric, internalMetric: 0, external: false, hops },
        others: [],
        route: {},
        refused: undefined,
      },
    });
    const routes = [
      route('10.200.1.4/32', 10, [hop('ge-1/2/1.102', 'MX80-NGGWR-02-r2')]),
      route('10.200.1.0/24', 15, [hop('ge-1/2/1.103', 'MX80-NGGWR-02-r3'), hop('ge-1/2/1.102', 'MX80-NGGWR-02-r2')]),
    ];
    const levels = [{ level: 2, counters, spfLog: [] }];
    expect(print({ config: PLAIN, routes, levels }, 'show isis route')).toBe(`\
 IS-IS routing table             Current version: L1: 0 L2: 100
IPv4/IPv6 Routes
----------------
Prefix             L Version   Metric Type Interface       NH   Via                 Backup Score
10.200.1.0/24      2     100       15 int  ge-1/2/1.103    IPV4 MX80-NGGWR-02-r3${'   '}
                                           ge-1/2/1.102    IPV4 MX80-NGGWR-02-r2${'   '}
10.200.1.4/32      2     100       10 int  ge-1/2/1.102    IPV4 MX80-NGGWR-02-r2${'   '}`);
  });

  // Capture: vMX of a public lab, level 1 disabled.
  it('results', () => {
    const R2 = hop('ge-0/0/0.0', 'R2_RTR-C', '0:5:86:71:d6:0');
    const node = (name: string, distance: number, hops: readonly unknown[]) => ({
      id: idOf(`${name}.00`),
      distance,
      hops,
      parents: [],
    });
    const nodes = [
      node('R1_RTR-A', 0, []),
      node('R4_RTR-B', 1, [hop('ge-0/0/1.0', 'R4_RTR-B', '0:5:86:71:72:1')]),
      node('R2_RTR-C', 2, [R2]),
      node('R3_RTR-D', 6, [R2]),
    ];
    const fragment = (name: string, ...prefixes: readonly string[]): unknown =>
      lsp({ id: `${name}.00-00`, sequence: 1, checksum: 1, lifetime: 1, tlvs: told([], prefixes) });
    const facts = {
      config: PLAIN,
      topology: { 2: nodes },
      database: {
        2: [
          fragment('R1_RTR-A', '10.1.1.1/32 0', '10.1.2.0/24 2', '10.1.4.0/24 1'),
          fragment('R2_RTR-C', '10.1.2.0/24 4', '10.2.2.2/32 0', '10.2.3.0/24 4'),
          fragment('R3_RTR-D', '10.2.3.0/24 2', '10.3.3.3/32 0', '10.3.4.0/24 1'),
          fragment('R4_RTR-B', '10.1.4.0/24 3', '10.3.4.0/24 3', '10.4.4.4/32 0'),
        ],
      },
    };
    expect(print(facts, 'show isis spf results')).toBe(`\
IS-IS level 1 SPF results:
  0 nodes

IS-IS level 2 SPF results:
Node             Metric     Interface        NH   Via             SNPA
R3_RTR-D.00      6          ge-0/0/0.0       IPV4 R2_RTR-C        0:5:86:71:d6:0
                 8          10.2.3.0/24
                 6          10.3.3.3/32
                 7          10.3.4.0/24
R2_RTR-C.00      2          ge-0/0/0.0       IPV4 R2_RTR-C        0:5:86:71:d6:0
                 6          10.1.2.0/24
                 2          10.2.2.2/32
                 6          10.2.3.0/24
R4_RTR-B.00      1          ge-0/0/1.0       IPV4 R4_RTR-B        0:5:86:71:72:1
                 4          10.1.4.0/24
                 4          10.3.4.0/24
                 1          10.4.4.4/32
R1_RTR-A.00      0
                 0          10.1.1.1/32
                 2          10.1.2.0/24
                 1          10.1.4.0/24
  4 nodes`);
    expect(print(facts, 'show isis spf brief level 2').split('\n')).toHaveLength(7);
  });

  // Capture: cRPD of a public lab; how long a run took is made up here.
  it('log', () => {
    const entry = (span: number, count: number, trigger: string, id?: string) => ({
      at: ago(span),
      kind: 'full',
      count,
      triggers: [trigger],
      lsp: id === undefined ? undefined : idOf(id),
      on: undefined,
      nodes: 3,
    });
    const spfLog = [
      entry(7, 22, 'configuration'),
      entry(6, 6, 'lsp-changed', 'a46935abf5d0.00-00'),
      entry(6, 1, 'new-lsp', 'a87953d7b45f.00-00'),
    ];
    const text = shown(
      { at: '2020-11-14T13:38:28Z', ask: answers({ config: PLAIN, levels: [{ level: 2, counters, spfLog }] }) },
      'show isis spf log level 2',
    );
    expect(text.replace(/0\.\d{6}/g, '0.000097')).toBe(` IS-IS level 2 SPF log:
Start time          Elapsed (secs) Count Reason
Sat Nov 14 13:38:21        0.000097   22 Reconfig
Sat Nov 14 13:38:22        0.000097    6 Updated LSP a46935abf5d0.00-00
Sat Nov 14 13:38:22        0.000097    1 New LSP a87953d7b45f.00-00`);
  });
});

describe('show isis overview, statistics, hostname, authentication', () => {
  const VRFS = [
    {
      name: 'default',
      kind: 'main',
      preferences: { 'isis.l1': 15, 'isis.l1.ext': 160, 'isis.l2': 18, 'isis.l2.ext': 165 },
    },
  ];

  // Capture: vMX of a public lab (its own title stands first; a later release writes `Instance` large).
  it('overview', () => {
    const config = processOf(
      `set system host-name vMX-addr-0\n${loopback(2, '49.0000')}set routing-options router-id 2.2.2.2`,
    );
    const text = print({ config, own: '0000.0000.0002' }, 'show isis overview', { vrfs: VRFS });
    expect(text).toBe(`\
Instance: master
  Router ID: 2.2.2.2
  Hostname: vMX-addr-0
  Sysid: 0000.0000.0002
  Areaid: 49.0000
  Adjacency holddown: enabled
  Maximum Areas: 3
  LSP life time: 1200
  Attached bit evaluation: enabled
  SPF delay: 200 msec, SPF holddown: 5000 msec, SPF rapid runs: 3
  IPv4 is enabled, IPv6 is enabled
  Traffic engineering: enabled
  Traffic engineering v6: disabled
  Restart: Disabled
    Helper mode: Enabled
  Layer2-map: Disabled
  Source Packet Routing (SPRING): Disabled
  Post Convergence Backup: Disabled
  Level 1
    Internal route preference: 15
    External route preference: 160
    Prefix export count: 0
    Wide metrics are enabled, Narrow metrics are enabled
  Level 2
    Internal route preference: 18
    External route preference: 165
    Prefix export count: 0
    Wide metrics are enabled, Narrow metrics are enabled`);
  });

  // Capture: vMX of a public lab, before it had a neighbour.
  it('statistics', () => {
    const levels = [{ level: 2, counters: { ...counters, spfRuns: 2, partialRuns: 0 }, spfLog: [] }];
    expect(print({ config: PLAIN, own: 'vMX-addr-0', levels }, 'show isis statistics')).toBe(`\
IS-IS statistics for vMX-addr-0:
PDU type       Received    Processed        Drops         Sent       Rexmit
LSP                   0            0            0            0            0
IIH                   0            0            0            0            0
CSNP                  0            0            0            0            0
PSNP                  0            0            0            0            0
Unknown               0            0            0            0            0
Totals                0            0            0            0            0

Total packets received: 0 Sent: 0

SNP queue length: 0 Drops: 0
LSP queue length: 0 Drops: 0
SPF runs: 2
Flex Algo Full SPF runs: 0
Flex Algo Partial SPF runs: 0
Fragments rebuilt: 2
LSP regenerations: 0
Purges initiated: 0`);
  });

  // Capture: vQFX of a public lab.
  it('hostname', () => {
    const rows = ['SPINE-1', 'SPINE-2', 'LEAF-1'].map((hostname, i) => ({
      system: `0000.0000.000${i + 1}`,
      hostname,
      own: i === 0,
    }));
    expect(print({ config: PLAIN }, 'show isis hostname', { 'isis.hostnames': rows })).toBe(`\
IS-IS hostname database:
System ID      Hostname                                         Type
0000.0000.0001 SPINE-1                                          Static${'  '}
0000.0000.0002 SPINE-2                                          Dynamic${' '}
0000.0000.0003 LEAF-1                                           Dynamic `);
  });

  // Capture: vMX of a public lab, the same configuration.
  it('authentication', () => {
    const config = processOf(
      ports(
        link('ge-0/0/0', '10.0.0.1/30'),
        link('ge-0/0/1', '10.0.1.1/30'),
        'set protocols isis level 1 disable',
        'set protocols isis level 2 authentication-key "$9$PfT36/tBRSHqfz36u0vWLXVYJZjkmT"',
        'set protocols isis level 2 authentication-type simple',
        'set protocols isis level 2 wide-metrics-only',
      ),
    );
    const circuits = ['lo0.0', 'ge-0/0/1.0', 'ge-0/0/0.0'].map((on) => circuit(config, { on }));
    expect(print({ config, circuits }, 'show isis authentication')).toBe(`\
Interface             Level IIH Auth  CSN Auth  PSN Auth
ge-0/0/0.0            2     Simple    Simple    Simple${'  '}
ge-0/0/1.0            2     Simple    Simple    Simple${'  '}

L2 LSP Authentication: Simple`);
  });
});
