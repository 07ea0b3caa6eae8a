// IS-IS on IOS: from statements to tables and log lines, on boxes that speak to each other.

import { describe, expect, it } from 'vitest';
import { present } from '../../../src/base/must.ts';
import { seconds } from '../../../src/sim/time.ts';
import { compiled } from './compiled.ts';
import { Boxes, port, router } from './isis-boxes.ts';

const P2P = ' isis network point-to-point';
const [G0, G1] = ['GigabitEthernet0/0', 'GigabitEthernet0/1'];

describe('three routers, as a class exercise has them', () => {
  const boxes = new Boxes(
    'IOSv',
    {
      R23: router(23, '49.2222', ' metric-style wide', port(G0, '10.0.175.1', P2P), port(G1, '10.0.177.2', P2P)),
      R24: router(24, '49.0024', ' metric-style wide', port(G0, '10.0.177.5', P2P)),
      R25: router(25, '49.2222', ' metric-style wide', port(G0, '10.0.175.3', P2P)),
    },
    [`R23 ${G0} - R25 ${G0}`, `R23 ${G1} - R24 ${G0}`],
  );

  // Capture: IOS 15.x `show isis neighbors` of a process without a tag, point-to-point, numbers of ports as here.
  it('show isis neighbors', () => {
    expect(boxes.shown('R23', 'show isis neighbors').replace(/UP {4}\d\d/g, 'UP    23')).toBe(`
System Id      Type Interface   IP Address      State Holdtime Circuit Id
R24            L2   Gi0/1       10.0.177.5      UP    23       01
R25            L1L2 Gi0/0       10.0.175.3      UP    23       01`);
  });

  // Capture: IOS 15.x, same network, its addresses.
  it('show isis topology', () => {
    expect(boxes.shown('R23', 'show isis topology')).toBe(`
IS-IS TID 0 paths to level-1 routers
System Id            Metric     Next-Hop             Interface   SNPA
R23                  --
R25                  10         R25                  Gi0/0       aabb.cc00.0300

IS-IS TID 0 paths to level-2 routers
System Id            Metric     Next-Hop             Interface   SNPA
R23                  --
R24                  10         R24                  Gi0/1       aabb.cc00.0200
R25                  10         R25                  Gi0/0       aabb.cc00.0300`);
  });

  it('show isis database: columns of IOS 15.x', () => {
    const shown = boxes.shown('R23', 'show isis database level-1').split('\n');
    expect(shown.slice(0, 3)).toEqual([
      '',
      'IS-IS Level-1 Link State Database:',
      'LSPID                 LSP Seq Num  LSP Checksum  LSP Holdtime      ATT/P/OL',
    ]);
    // `R23.00-00           * 0x0000000C   0xD735        1104              1/0/0`
    expect(shown[3]).toMatch(/^R23\.00-00 {11}\* 0x0000000\d {3}0x[0-9A-F]{4} {8}1\d{3} {14}1\/0\/0$/);
    expect(shown[4]).toMatch(/^R25\.00-00 {13}0x0000000\d {3}0x[0-9A-F]{4} {8}1\d{3} {14}1\/0\/0$/);
    expect(shown).toHaveLength(5);
  });

  it('show isis database of one LSP, its words in any order', () => {
    const shown = boxes.shown('R25', 'show isis database R23.00-00 level-1 detail').split('\n');
    expect(shown.slice(0, 3)).toEqual([
      '',
      'IS-IS Level-1 LSP R23.00-00',
      'LSPID                 LSP Seq Num  LSP Checksum  LSP Holdtime      ATT/P/OL',
    ]);
    expect(shown[3]).toMatch(/^R23\.00-00 /);
    expect(shown.filter((line) => /^\S+-00 /.test(line))).toHaveLength(1);
    const same = boxes.shown('R25', 'show isis database detail l1 R23.00-00').split('\n');
    expect([same.length, same[1]]).toEqual([shown.length, shown[1]]);
    expect(boxes.shown('R25', 'show isis database R99.00-00')).toBe('');
  });

  it('show isis database detail', () => {
    const shown = boxes.shown('R25', 'show isis database level-1 detail');
    expect(
      shown
        .split('\n')
        .filter((line) => line.startsWith('  '))
        .slice(0, 8),
    ).toEqual([
      '  Area Address: 49.2222',
      '  NLPID:        0xCC',
      '  Hostname: R23',
      '  IP Address:   10.255.255.23',
      '  Metric: 10         IS-Extended R25.00',
      '  Metric: 10         IP 10.0.175.0/28',
      '  Metric: 10         IP 10.0.177.0/28',
      '  Metric: 10         IP 10.255.255.23/32',
    ]);
  });

  it('show ip route isis', () => {
    // Long lines are broken behind the prefix.
    const shown = boxes
      .shown('R25', 'show ip route isis')
      .replace(/\n {10,}\[/g, ' [')
      .split('\n');
    const routes = shown.filter((line) => line.startsWith('i ')).map((line) => line.replace(/\d\d:\d\d:\d\d/, 'AGE'));
    // R25 is in level 2 too, by way of R23; what level 1 tells is preferred.
    expect(routes).toEqual([
      'i L1     10.0.177.0/28 [115/20] via 10.0.175.1, AGE, GigabitEthernet0/0',
      'i L1     10.255.255.23/32 [115/20] via 10.0.175.1, AGE, GigabitEthernet0/0',
      'i L2     10.255.255.24/32 [115/30] via 10.0.175.1, AGE, GigabitEthernet0/0',
    ]);
  });

  it('show ip route PREFIX', () => {
    const shown = boxes.shown('R25', 'show ip route 10.255.255.24').replace(/\d\d:\d\d:\d\d/g, '00:01:39');
    expect(shown).toBe(`\
Routing entry for 10.255.255.24/32
  Known via "isis", distance 115, metric 30, type level-2
  Redistributing via isis
  Last update from 10.0.175.1 on GigabitEthernet0/0, 00:01:39 ago
  Routing Descriptor Blocks:
  * 10.0.175.1, from 10.255.255.24, 00:01:39 ago, via GigabitEthernet0/0
      Route metric is 30, traffic share count is 1`);
  });

  // genieparser ShowIpProtocols golden output 1.
  it('show ip protocols', () => {
    const shown = boxes.shown('R25', 'show ip protocols').replace(/\d\d:\d\d:\d\d/g, '00:01:35');
    expect(shown.slice(shown.indexOf('Routing Protocol is "isis"'))).toBe(`\
Routing Protocol is "isis"
  Outgoing update filter list for all interfaces is not set
  Incoming update filter list for all interfaces is not set
  Redistributing: isis
  Address Summarization:
    None
  Maximum path: 4
  Routing for Networks:
    Loopback0
    GigabitEthernet0/0
  Routing Information Sources:
    Gateway         Distance      Last Update
    10.255.255.23        115      00:01:35
    10.255.255.24        115      00:01:35
  Distance: (default is 115)
`);
  });

  it('show isis hostname, show clns neighbors', () => {
    expect(boxes.shown('R25', 'show isis hostname')).toBe(`\
Level  System ID      Dynamic Hostname  (notag)
 1     0000.0000.0023 R23
 2     0000.0000.0023 R23
 2     0000.0000.0024 R24
     * 0000.0000.0025 R25`);
    expect(boxes.shown('R25', 'show clns neighbors').replace(/Up {5}\d\d/, 'Up     27')).toBe(`
System Id      Interface   SNPA                State  Holdtime  Type Protocol
R23            Gi0/0       aabb.cc00.0100      Up     27        L1L2 IS-IS`);
  });

  // Logs of IOS 15.x: `%CLNS-5-ADJCHANGE: ISIS: Adjacency to R2 (GigabitEthernet0/1) Up, new adjacency`.
  it('says when neighbors come and go', () => {
    expect(boxes.adjacencyLog('R24')).toEqual([
      '%CLNS-5-ADJCHANGE: ISIS: Adjacency to 0000.0000.0023 (GigabitEthernet0/0) Up, new adjacency',
    ]);
    boxes.world.setLink('l1', false);
    boxes.run(5);
    expect(boxes.adjacencyLog('R24').at(-1)).toBe(
      '%CLNS-5-ADJCHANGE: ISIS: Adjacency to R23 (GigabitEthernet0/0) Down, interface deleted(non-iih)',
    );
    // Without "spf-interval" shortest paths wait five and a half seconds.
    boxes.run(20);
    expect(boxes.shown('R25', 'show ip route isis')).not.toContain('10.255.255.24');
  });
});

describe('with BFD and LDP', () => {
  const bfd = ' bfd interval 50 min_rx 50 multiplier 3';
  const both = ' metric-style wide\n bfd all-interfaces\n mpls ldp sync\n spf-interval 5 50 200';
  const mpls = ' mpls ip';
  const boxes = new Boxes(
    'IOSv',
    {
      R1: router(1, '49.0001', both, port(G0, '10.0.0.1', P2P, bfd, mpls)),
      R2: router(2, '49.0001', both, port(G0, '10.0.0.2', P2P, bfd, mpls), port(G1, '10.0.1.2', P2P, bfd, mpls)),
      // No labels on its side of the second link.
      R3: router(3, '49.0001', both, port(G0, '10.0.1.3', P2P, bfd)),
    },
    [`R1 ${G0} - R2 ${G0}`, `R2 ${G1} - R3 ${G0}`],
  );
  it('a link without its labels has the highest metric', () => {
    const shown = boxes.shown('R2', 'show isis database level-2 detail').split('\n');
    const own = shown.slice(shown.findIndex((line) => line.startsWith('R2.00-00')));
    const metric = (name: string) =>
      own
        .find((line) => line.includes(`IS-Extended ${name}.00`))
        ?.trim()
        .split(/ +/)[1];
    expect(metric('R1')).toBe('10');
    expect(metric('R3')).toBe('16777214');
  });

  it('BFD watches the neighbors', () => {
    expect(boxes.shown('R1', 'show bfd neighbors')).toMatch(/10\.0\.0\.2 .*Up/);
  });
});

// Cisco, MPLS LDP-IGP Synchronization, "MPLS LDP-IGP Synchronization Requires Peer To Be Reachable": with a way to the peer
// the adjacency waits for LDP; without one it is formed, so that there can be a session at all.
describe('an adjacency that waits for LDP', () => {
  const process = ' metric-style wide\n mpls ldp sync\n mpls ldp autoconfig\n spf-interval 5 50 200';
  const ring = (...of: readonly string[]) =>
    new Boxes(
      'IOSv',
      {
        // Different passwords: no session between R1 and R2.
        R1: `${router(1, '49.0001', process, port(G0, '10.0.12.1', P2P), port(G1, '10.0.13.1', P2P))}
mpls ldp neighbor 10.255.255.2 password one
${of.join('\n')}`,
        R2: `${router(2, '49.0001', process, port(G0, '10.0.12.2', P2P), port(G1, '10.0.23.2', P2P))}
mpls ldp neighbor 10.255.255.1 password two
${of.join('\n')}`,
        R3: router(3, '49.0001', process, port(G0, '10.0.13.3', P2P), port(G1, '10.0.23.3', P2P)),
      },
      [`R1 ${G0} - R2 ${G0}`, `R1 ${G1} - R3 ${G0}`, `R2 ${G1} - R3 ${G1}`],
    );
  const flap = (boxes: Boxes): Boxes => {
    boxes.configure('R1', `interface ${G0}`, 'shutdown').run(20);
    boxes.configure('R1', `interface ${G0}`, 'no shutdown').run(5);
    return boxes;
  };
  const neighbors = (boxes: Boxes): readonly string[] =>
    boxes
      .shown('R1', 'show isis neighbors')
      .split('\n')
      .flatMap((line) => (/ UP /.test(line) ? [line.slice(0, 2)] : []));
  const sync = (boxes: Boxes): string => boxes.shown('R1', `show isis mpls ldp interface ${G0}`);

  it('is formed where there is no other way, and waits where there is one', () => {
    const boxes = ring();
    expect(neighbors(boxes)).toEqual(['R2', 'R3']);
    expect(sync(boxes)).toBe(`\
Interface: GigabitEthernet0/0; ISIS tag null enabled
  ISIS is UP on interface
  AUTOCONFIG Information :
    LDP enabled: YES
  SYNC Information :
    Required: YES
    Achieved: NO
    IGP Delay: NO
    Holddown time: Infinite
    State: Maximum metric in effect`);
    flap(boxes).run(120);
    expect(neighbors(boxes)).toEqual(['R3']);
    expect(sync(boxes)).toContain(
      '    IGP Delay: YES\n    Holddown time: Infinite\n    State: Holding down until SYNC',
    );
    boxes.configure('R2', 'mpls ldp neighbor 10.255.255.1 password one').run(60);
    expect(neighbors(boxes)).toEqual(['R2', 'R3']);
    expect(sync(boxes)).toContain(
      '    Achieved: YES\n    IGP Delay: NO\n    Holddown time: Infinite\n    State: SYNC achieved',
    );
  });

  it('is formed when nobody wishes to wait any more, or no longer than so', () => {
    const boxes = flap(ring()).run(20);
    expect(neighbors(boxes)).toEqual(['R3']);
    for (const name of ['R1', 'R2']) boxes.configure(name, 'mpls ldp igp sync holddown 15000');
    expect(neighbors(boxes.run(10))).toEqual(['R3']);
    expect(neighbors(boxes.run(10))).toEqual(['R2', 'R3']);
    const others = flap(ring()).run(20);
    for (const name of ['R1', 'R2']) others.configure(name, `interface ${G0}`, 'no mpls ldp igp sync');
    expect(neighbors(others.run(5))).toEqual(['R2', 'R3']);
  });

  // Captures: genieparser ShowMplsInterface (detail), ShowIpRouteSummary (`isis test1`).
  it('is on an interface that LDP runs on because IS-IS does', () => {
    const boxes = ring();
    expect(boxes.shown('R3', `show mpls interfaces ${G0} detail`)).toBe(`\
Interface GigabitEthernet0/0:
        Type Unknown
        IP labeling enabled (ldp) :
          IGP config
        LSP Tunnel labeling not enabled
        IP FRR labeling not enabled
        BGP labeling not enabled
        MPLS operational
        MTU = 1500`);
    expect(boxes.shown('R3', 'show mpls ldp discovery detail')).toContain('            Enabled: IGP config\n');
    const summary = boxes.shown('R3', 'show ip route summary').split('\n');
    const at = summary.findIndex((line) => line.startsWith('isis'));
    expect(summary.slice(at, at + 2)).toEqual([
      'isis            0           3           0           288         864',
      '  Level 1: 3 Level 2: 0 Inter-area: 0',
    ]);
  });

  it('waits no longer than `mpls ldp igp sync holddown`', () => {
    const boxes = flap(ring('mpls ldp igp sync holddown 20000'));
    expect(sync(boxes)).toContain('    IGP Delay: YES\n    Holddown time: Finite\n    State: Holding down with timer');
    expect(neighbors(boxes.run(10))).toEqual(['R3']);
    expect(neighbors(boxes.run(15))).toEqual(['R2', 'R3']);
    expect(sync(boxes)).toContain('    State: Maximum metric in effect');
  });
});

describe('a LAN of IOS XE', () => {
  const [X1, X2] = ['GigabitEthernet1', 'GigabitEthernet2'];
  const boxes = new Boxes(
    'CSR1000V',
    {
      R2: router(2, '49.0001', ' is-type level-1', port(X1, '10.0.0.2', ' isis priority 100')),
      R7: router(7, '49.0001', ' is-type level-1', port(X1, '10.0.0.7'), port(X2, '10.0.1.7')),
    },
    [`R2 ${X1} - R7 ${X1}`],
  );

  // Capture: IOS XE 17 `show isis neighbors` (`Tag null:`); genieparser ShowIsisNeighbors golden output 1.
  it('show isis neighbors', () => {
    expect(boxes.shown('R7', 'show isis neighbors').replace(/UP {4}\d /, 'UP    7 ')).toBe(`
Tag null:
System Id       Type Interface     IP Address      State Holdtime Circuit Id
R2              L1   Gi1           10.0.0.2        UP    7        R2.01              `);
  });

  // genieparser ShowIsisDatabase golden output 1: `R1.00-00            * 0x000005A8   0xCD13                 489/*         0/0/0`
  it('show isis database', () => {
    const shown = boxes.shown('R2', 'show isis database').split('\n');
    expect(shown[1]).toBe('Tag null:');
    expect(shown[4]).toMatch(/^R2\.00-00 {12}\* 0x0000000\d {3}0x[0-9A-F]{4} {16}1\d{3}\/\* {9}0\/0\/0$/);
    expect(shown[6]).toMatch(/^R7\.00-00 {14}0x0000000\d {3}0x[0-9A-F]{4} {16}1\d{3}\/1(200|199) {6}0\/0\/0$/);
  });

  // genieparser ShowClnsInterface golden output 1.
  it('show clns interface', () => {
    const shown = boxes.shown('R7', 'show clns interface GigabitEthernet1').replace(/in .*$/gm, 'in 645 milliseconds');
    expect(shown).toBe(`\
GigabitEthernet1 is up, line protocol is up
  Checksums enabled, MTU 1497, Encapsulation SAP
  ERPDUs enabled, min. interval 10 msec.
  CLNS fast switching enabled
  CLNS SSE switching disabled
  DEC compatibility mode OFF for this interface
  Routing Protocol: IS-IS
    Circuit Type: level-1
    Interface number 0x1, local circuit ID 0x1
    Neighbor Extended Local Circuit ID: 0x0
    Level-1 Metric: 10, Priority: 64, Circuit ID: R2.01
    DR ID: R2.01
    Level-1 IPv6 Metric: 10
    Number of active level-1 adjacencies: 1
    Next IS-IS LAN Level-1 Hello in 645 milliseconds`);
    const loopback = boxes.shown('R7', 'show clns interface Loopback0').split('\n');
    expect(loopback.slice(1, 4)).toEqual([
      '  Checksums enabled, MTU 1514, Encapsulation LOOPBACK',
      '  ERPDUs enabled, min. interval 10 msec.',
      '  CLNS fast switching disabled',
    ]);
    expect(loopback.slice(-2)).toEqual(['    Next IS-IS Hello in 0 seconds', '    if state DOWN']);
    expect(loopback.join('\n')).not.toContain('DR ID');
  });
});

// Cisco IOS IP Routing: IS-IS Command Reference, "set-overload-bit".
describe('set-overload-bit on-startup wait-for-bgp', () => {
  const overload = ' metric-style wide\n set-overload-bit on-startup wait-for-bgp';
  const bgp = (peer: number) =>
    `router bgp 65000\n neighbor 10.255.255.${peer} remote-as 65000\n neighbor 10.255.255.${peer} update-source Loopback0\n`;
  const pair = (of: string) =>
    new Boxes(
      'IOSv',
      {
        R1: router(1, '49.0001', overload, port(G0, '10.0.0.1', P2P)) + bgp(2),
        R2: router(2, '49.0001', ' metric-style wide', port(G0, '10.0.0.2', P2P)) + of,
      },
      [`R1 ${G0} - R2 ${G0}`],
    );
  const bits = (boxes: Boxes): string =>
    /R1\.00-00.*([01]\/[01]\/[01])/.exec(boxes.shown('R2', 'show isis database level-2'))?.[1] ?? '';

  it('ends when every BGP peer has told what it had to tell', () => {
    const boxes = pair(bgp(1));
    const up = () => boxes.shown('R1', 'show ip bgp summary').includes('00:0');
    expect(up()).toBe(true);
    // A KEEPALIVE each minute, and an LSP that says so.
    boxes.run(120);
    expect(bits(boxes)).toBe('0/0/0');
  });

  it('ends after ten minutes when BGP says nothing', () => {
    const boxes = pair('');
    expect(bits(boxes.run(480))).toBe('0/0/1');
    expect(bits(boxes.run(60))).toBe('0/0/0');
  });
});

describe('statements', () => {
  const isisOf = (text: string) => present(compiled(text).isis[0], 'a process');

  it('silence means what the command reference says', () => {
    const config = isisOf('interface GigabitEthernet0/0\n ip router isis\nrouter isis\n net 49.0001.0000.0000.0001.00');
    expect(config).toMatchObject({
      name: '',
      levels: [1, 2],
      lspLifetimeSeconds: 1200,
      lspRefresh: seconds(900),
      maxPaths: 4,
      level: { 1: { send: 'narrow', accept: 'narrow', spf: { initial: 5_500_000, maximum: seconds(10) } } },
    });
    expect(config.circuits['GigabitEthernet0/0' as never]).toMatchObject({
      network: 'broadcast',
      passive: false,
      padding: 'always',
      level: {
        2: { metric: 10, priority: 64, helloInterval: seconds(10), holdSeconds: 30, csnpInterval: seconds(10) },
      },
    });
  });

  it('levels, keys and passive interfaces', () => {
    const config = isisOf(`\
key chain K
 key 1
  key-string secret
interface Loopback0
 ip address 1.1.1.1 255.255.255.255
interface GigabitEthernet0/0
 ip router isis CORE
 isis network point-to-point
 isis circuit-type level-2-only
 isis metric 30
 isis metric 50 level-2
 isis hello-multiplier 4 level-2
 isis authentication mode md5
 isis authentication key-chain K
 isis hello padding
 no isis hello padding
interface GigabitEthernet0/1
 ip router isis OTHER
router isis CORE
 net 49.0001.0000.0000.0001.00
 is-type level-2-only
 metric-style wide
 set-overload-bit on-startup 60
 spf-interval 5 50 200
 passive-interface Loopback0
 redistribute connected metric 7 route-map M level-1-2
 redistribute isis ip level-2 into level-1
 default-information originate
 summary-address 10.0.0.0 255.0.0.0
`);
    const key = { algorithm: 'hmac-md5', secret: 'secret' };
    expect(Object.keys(config.circuits)).toEqual(['Loopback0', 'GigabitEthernet0/0']);
    expect(config.circuits['Loopback0' as never]).toMatchObject({ passive: true, level: { 2: { metric: 0 } } });
    expect(config.circuits['GigabitEthernet0/0' as never]).toMatchObject({
      network: 'point-to-point',
      levels: [2],
      padding: 'never',
      level: { 1: { metric: 30 }, 2: { metric: 50, holdSeconds: 40, auth: { send: key, accept: [key] } } },
    });
    expect(config).toMatchObject({
      name: 'CORE',
      levels: [2],
      overload: { when: { forSeconds: 60, since: 'start' } },
      level: { 2: { send: 'wide', spf: { initial: 50_000, second: 200_000, maximum: seconds(5) } } },
      redistribute: [
        { kinds: ['connected'], levels: [1, 2], metric: 7, metricType: 'internal', policy: { name: 'M' } },
      ],
      defaultRoute: { levels: [2], when: 'always' },
      summaries: [{ levels: [2] }],
      leaks: [],
    });
  });
});
