// LDP, labels and BFD, against what routers printed. The captures of genieparser had their addresses replaced by shorter
// ones after they were taken: where columns are meant, they are put back here.

import { describe, expect, it } from 'vitest';
import { present } from '../../../../src/base/must.ts';
import { parsePrefix } from '../../../../src/base/prefix.ts';
import type { BfdSessionRow } from '../../../../src/protocols/bfd/show.ts';
import type { LdpHelloRow, LdpNeighborRow } from '../../../../src/protocols/ldp/show.ts';
import type { IfName } from '../../../../src/route/names.ts';
import { type Micros, seconds } from '../../../../src/sim/time.ts';
import { ip, p } from '../../../harness/routes.ts';
import { ago, type Facts, NOW, shown, spanOf, tablesOf } from './facts.ts';

const inSeconds = (span: number): Micros => (NOW + span * 1_000_000) as Micros;
const lsr = (id: string) => ({ id: ip(id), space: 0 });

const hello = (over: Partial<LdpHelloRow> = {}): LdpHelloRow =>
  ({
    lsr: lsr('10.34.2.250'),
    on: 'ge-0/0/0.0' as IfName,
    from: ip('106.187.14.158'),
    transport: ip('10.34.2.250'),
    localTransport: ip('10.169.14.240'),
    localHoldSeconds: 15,
    peerHoldSeconds: 15,
    hold: seconds(15),
    expires: inSeconds(14),
    ...over,
  }) as LdpHelloRow;

const PROCESS = {
  vrf: 'default',
  local: lsr('106.187.14.240'),
  config: {
    session: { keepalive: seconds(10), hold: seconds(30), connectRetry: seconds(1) },
    authentication: { byPeer: {}, rules: [] },
  },
};

const discovery = {
  on: 'ge-0/0/0.0',
  adjacencies: [hello()],
  nextHello: inSeconds(3),
  helloInterval: seconds(5),
  holdSeconds: 15,
  localTransport: ip('10.169.14.240'),
};

const UNIT = {
  interface: {
    name: 'ge-0/0/0.0',
    kind: 'ethernet',
    vrf: 'default',
    up: true,
    addresses: [{ address: ip('106.187.14.157'), length: 24, secondary: false }],
    mpls: { mtu: 1500 },
  },
};

describe('show ldp neighbor, show ldp interface', () => {
  const ask = { 'ldp.discovery': [discovery], 'ldp.processes': [PROCESS], interfaces: [UNIT] };

  it('neighbors by their Hellos', () => {
    // Capture: Junos show ldp neighbor, genieparser golden output.
    expect(shown({ ask }, 'show ldp neighbor')).toBe(
      [
        'Address                             Interface       Label space ID     Hold time',
        '106.187.14.158                      ge-0/0/0.0      10.34.2.250:0        14',
      ].join('\n'),
    );
    expect(shown({ ask }, 'show ldp neighbor 10.0.0.1')).toBe('');
  });

  it('interfaces, in short and in detail', () => {
    // Capture: Junos show ldp interface ge-0/0/0.0 [detail], genieparser golden outputs.
    const heading = [
      'Interface          Address                          Label space ID   Nbr   Next',
      '                                                                    count  hello',
      'ge-0/0/0.0         106.187.14.157                   106.187.14.240:0  1      3',
    ];
    expect(shown({ ask }, 'show ldp interface ge-0/0/0.0')).toBe(heading.join('\n'));
    expect(shown({ ask }, 'show ldp interface ge-0/0/0.0 detail')).toBe(
      [...heading, 'Hello interval: 5, Hold time: 15, Transport address: 10.169.14.240'].join('\n'),
    );
  });

  it('says where LDP does not run, and nothing where it runs alone', () => {
    // Words: transcripts of routers without LDP in public threads.
    const lines = ['show ldp neighbor', 'show ldp interface', 'show ldp session', 'show ldp overview'];
    for (const line of lines) expect(shown({ ask: {} }, line), line).toBe('LDP instance is not running');
    const alone = { ask: { 'ldp.discovery': [], 'ldp.processes': [PROCESS] } };
    expect([shown(alone, 'show ldp neighbor'), shown(alone, 'show ldp interface')]).toEqual(['', '']);
  });
});

const neighbor = (over: Partial<LdpNeighborRow> = {}): LdpNeighborRow =>
  ({
    vrf: 'default',
    lsr: lsr('10.169.14.240'),
    local: lsr('10.34.2.250'),
    state: 'operational',
    active: false,
    transport: ip('10.169.14.240'),
    localTransport: ip('10.34.2.250'),
    connection: {},
    adjacencies: [hello()],
    upSince: ago(86),
    addresses: [ip('10.169.14.121'), ip('10.169.14.157')],
    localHold: seconds(30),
    hold: seconds(30),
    keepalive: seconds(10),
    maxPdu: 4096,
    expires: inSeconds(27),
    nextKeepalive: inSeconds(8),
    capabilitiesSent: [],
    capabilitiesReceived: [],
    password: { inUse: false, required: false },
    flaps: 0,
    lastDown: undefined,
    ...over,
  }) as LdpNeighborRow;

const MODES = `\
  Local maximum neighbor reconnect time: 120000 msec
  Local maximum neighbor recovery time: 240000 msec
  Local Label Advertisement mode: Downstream unsolicited
  Remote Label Advertisement mode: Downstream unsolicited
  Negotiated Label Advertisement mode: Downstream unsolicited
  MTU discovery: disabled
  Nonstop routing state: Not in sync`;

describe('show ldp session', () => {
  const facts = (over: Partial<LdpNeighborRow>, config = {}): Facts => ({
    ask: {
      'ldp.neighbors': [neighbor(over)],
      'ldp.processes': [{ ...PROCESS, config: { ...PROCESS.config, ...config } }],
    },
  });

  it('one line each', () => {
    // Transcript of a vMX in a public lab.
    const over = { transport: ip('172.16.0.2'), expires: inSeconds(26) };
    expect(shown(facts(over), 'show ldp session')).toBe(
      [
        '  Address                           State       Connection  Hold time  Adv. Mode',
        '172.16.0.2                          Operational Open          26         DU',
      ].join('\n'),
    );
  });

  it('in detail, while it is up', () => {
    // Capture: Junos show ldp session 10.169.14.240 detail, genieparser golden output 2. Its peer had restart enabled, which
    // nobody has here.
    expect(shown(facts({}), 'show ldp session 10.169.14.240 detail')).toBe(`\
Address: 10.169.14.240, State: Operational, Connection: Open, Hold time: 27
  Session ID: 10.34.2.250:0--10.169.14.240:0
  Next keepalive in 8 seconds
  Passive, Maximum PDU: 4096, Hold time: 30, Neighbor count: 1
  Neighbor types: discovered
  Keepalive interval: 10, Connect retry interval: 1
  Local address: 10.34.2.250, Remote address: 10.169.14.240
  Up for 00:01:26
  Capabilities advertised: none
  Capabilities received: none
  Protection: disabled
  Session flags: none
  Local - Restart: disabled, Helper mode: enabled
  Remote - Restart: disabled, Helper mode: enabled
${MODES}
  Next-hop addresses received:
    10.169.14.121
    10.169.14.157`);
  });

  it('in detail, after it went down', () => {
    // Capture: the same, genieparser golden output 3.
    const down = {
      state: 'non-existent',
      connection: undefined,
      upSince: undefined,
      expires: undefined,
      hold: undefined,
      keepalive: undefined,
      maxPdu: undefined,
      flaps: 1,
      lastDown: { reason: { heard: 'shutdown' }, at: ago(1) },
    } as unknown as Partial<LdpNeighborRow>;
    expect(shown(facts(down), 'show ldp session 10.169.14.240 detail')).toBe(`\
Address: 10.169.14.240, State: Nonexistent, Connection: Closed, Hold time: 0
  Session ID: 10.34.2.250:0--10.169.14.240:0
  Passive, Maximum PDU: 4096, Hold time: 30, Neighbor count: 1
  Neighbor types: discovered
  Keepalive interval: 10, Connect retry interval: 1
  Last down 00:00:01 ago; Reason: received notification from peer
  Number of session flaps: 1
  Capabilities advertised: none
  Capabilities received: none
  Protection: disabled
  Session flags: none
  Local - Restart: disabled, Helper mode: enabled
  Remote - Restart: disabled, Helper mode: enabled
${MODES}`);
  });

  it('names what its key was written for, and what the peer can do', () => {
    // Transcript of a vMX with an IOS XR peer: `Capabilities received: p2mp`, `Authentication type: MD5 (0.0.0.0/0)`.
    const rule = { peers: { name: '0.0.0.0/0', entries: [] }, key: 'k' };
    const over = { password: { inUse: true, required: false, of: undefined }, capabilitiesReceived: [0x0508, 0x0b] };
    const lines = (byPeer: object, rules: readonly object[]): readonly string[] =>
      shown(facts(over, { authentication: { byPeer, rules } }), 'show ldp session detail').split('\n');
    expect(lines({}, [rule])).toEqual(
      expect.arrayContaining(['  Capabilities received: p2mp', '  Authentication type: MD5 (0.0.0.0/0)']),
    );
    expect(lines({ '10.169.14.240': 'k' }, [rule])).toContain('  Authentication type: MD5 (10.169.14.240/32)');
  });
});

it('show ldp database: what was told, and what was heard', () => {
  // Capture: Junos show ldp database 10.34.2.250, genieparser golden output; columns: a transcript of a vMX.
  const local = '10.169.14.240';
  const row = neighbor({ lsr: lsr('10.34.2.250'), transport: ip('10.34.2.250'), local: lsr(local) });
  const binding = (prefix: string, told: number, heard: number) => ({
    prefix: p(prefix),
    told: [{ lsr: lsr('10.34.2.250'), label: told }],
    remote: [{ lsr: lsr('10.34.2.250'), label: heard }],
  });
  const ask = {
    'ldp.processes': [PROCESS],
    'ldp.neighbors': [row, neighbor({ state: 'opensent' })],
    'ldp.bindings': [binding('10.34.2.250/32', 16, 3), binding('10.169.14.240/32', 3, 299792)],
  };
  expect(shown({ ask }, 'show ldp database session 10.34.2.250')).toBe(`\
Input label database, 10.169.14.240:0--10.34.2.250:0
Labels received: 2
  Label     Prefix
      3      10.34.2.250/32
 299792      10.169.14.240/32

Output label database, 10.169.14.240:0--10.34.2.250:0
Labels advertised: 2
  Label     Prefix
     16      10.34.2.250/32
      3      10.169.14.240/32`);
});

it('show ldp overview', () => {
  // Capture: Junos show ldp overview, genieparser golden output 3.
  const timed = (interval: number, hold: number) => ({ interval: seconds(interval), hold: seconds(hold) });
  const process = {
    vrf: 'default',
    local: lsr('10.204.14.100'),
    messageId: 4,
    advertisedAddresses: [ip('10.1.2.2')],
    sessions: { 'non-existent': 0, initialized: 0, opensent: 0, openrec: 0, operational: 1 },
    labels: 1,
    config: {
      interfaces: {},
      session: { keepalive: seconds(10), hold: seconds(30) },
      targeted: { hello: timed(15, 45), accept: 'any' },
      labels: { explicitNull: { otherwise: 'deny' }, control: 'ordered', withdrawDelay: seconds(60) },
      routes: { tables: ['labeled'], trackIgpMetric: false },
    },
  };
  expect(shown({ ask: { 'ldp.processes': [process] } }, 'show ldp overview')).toBe(`\
Instance: master
Reference count: 2
Router ID: 10.204.14.100
LDP inet: enabled
Transport preference: IPv4
Message id: 4
Configuration sequence: 1
Deaggregate: disabled
Explicit null: disabled
IPv6 tunneling: disabled
Strict targeted hellos: disabled
Loopback if added: no
Route preference: 9
Unicast transit LSP chaining: disabled
P2MP transit LSP chaining: disabled
Transit LSP statistics based on route statistics: disabled
LDP route acknowledgement: enabled
BGP export: enabled
LDP mtu discovery: disabled
LDP SR Mapping Client: disabled
Capabilities enabled: none
Egress FEC capabilities enabled: entropy-label-capability
Downstream unsolicited Sessions:
    Operational: 1
    Retention: liberal
    Control: ordered
Auto targeted sessions:
    Auto targeted: disabled
    Dynamic tunnel session count: 0
P2MP:
    Recursive route: disabled
    No rsvp tunneling: disabled
Timers:
    Keepalive interval: 10, Keepalive timeout: 30
    Link hello interval: 5, Link hello hold time: 15
    Targeted hello interval: 15, Targeted hello hold time: 45
    Label withdraw delay: 60, Make before break timeout: 30
    Make before break switchover delay: 3
    Link protection timeout: 120
Graceful restart:
    Restart: disabled, Helper: enabled, Restart in process: false
    Reconnect time: 60000, Max neighbor reconnect time: 120000
    Recovery time: 160000, Max neighbor recovery time: 240000
Traffic Engineering:
    Bgp igp: disabled
    Both ribs: disabled
    Mpls forwarding: disabled
IGP:
    Tracking igp metric: disabled
    Sync session up delay: 10
Session protection:
    Session protection: disabled
    Session protection timeout: 0
Interface addresses advertising:
    10.1.2.2
LDP Job:
    Read job time quantum: 1000, Write job time quantum: 1000
    Read job loop quantum: 100, Write job loop quantum: 100
    Backup inbound read job time quantum: 1000, Backup outbound read job time quantum: 1000
    Backup inbound read job loop quantum: 100, Backup outbound read job loop quantum: 100
Label allocation:
    Current number of LDP labels allocated: 1
    Total number of LDP labels allocated: 1
    Total number of LDP labels freed: 0
    Total number of LDP label allocation failure: 0
    Current number of labels allocated by all protocols: 0`);
});

describe('show route detail of labelled routes', () => {
  // Transcripts of vMX (`Label operation: Push 299856` … and `Pop` …); the addresses of elements mean nothing.
  const fields = (set: string, line: string): readonly string[] => {
    const pop = {
      entry: {
        label: 299_776,
        source: 'ldp',
        fec: { kind: 'prefix', vrf: 'default', prefix: p('10.0.0.9/32') },
        verdict: { kind: 'forward', paths: [{ out: 'ge-0/0/1.0', gateway: ip('100.64.0.2'), push: [] }] },
      },
      ways: [],
    };
    const ask = {
      ...tablesOf({
        default: [
          { to: '1.1.1.1/32', kind: 'ldp', preference: 9, age: '00:00:10', ways: ['10.0.0.3 lt-0/0/0.12 299856/16'] },
        ],
      }),
      interfaces: [UNIT],
      lfib: [pop],
    };
    const text = shown({ set, ask }, line).replace(/(element ptr: )0x[0-9a-f]{5,}/g, '$1PTR');
    return text.split('\n').flatMap((one) => (/^ +(Label|Load)/.test(one) ? [one.replace(/^ +/, '')] : []));
  };
  const element = [
    'Label element ptr: PTR',
    'Label parent element ptr: 0x0',
    'Label element references: 1',
    'Label element child references: 0',
    'Label element lsp id: 0',
  ];

  it('pushes, from the bottom up', () => {
    expect(fields('', 'show route 1.1.1.1 detail')).toEqual([
      'Label operation: Push 16, Push 299856(top)',
      'Label TTL action: prop-ttl, prop-ttl(top)',
      'Load balance label: Label 16: None; Label 299856: None; ',
      ...element,
    ]);
    expect(fields('set protocols mpls no-propagate-ttl', 'show route 1.1.1.1 detail')[1]).toBe(
      'Label TTL action: no-prop-ttl, no-prop-ttl(top)',
    );
  });

  it('pops', () => {
    const once = ['Label operation: Pop      ', 'Load balance label: None; ', ...element];
    expect(fields('', 'show route label 299776 detail')).toEqual([...once, ...once]);
  });
});

describe('mpls.0', () => {
  const path = (gateway: string, out: string, push: readonly number[]) => ({ out, gateway: ip(gateway), push });
  const labelled = (label: number, to: string, paths: readonly object[]) => ({
    entry: {
      label,
      source: 'ldp',
      fec: { kind: 'prefix', vrf: 'default', prefix: present(parsePrefix(to), to) },
      verdict: { kind: 'forward', paths },
    },
    ways: [],
  });
  const facts = (...lfib: readonly object[]): Facts => ({
    model: 'vmx',
    ask: { interfaces: [UNIT], lfib, uptime: { since: ago(spanOf('2d 11:38:54')), now: NOW } },
  });

  it('shows what labels that nobody gives out are for', () => {
    // Transcript of a Junos lab (`show route`, mpls.0 of a router without paths).
    expect(shown(facts(), 'show route table mpls.0')).toBe(`
mpls.0: 6 destinations, 6 routes (6 active, 0 holddown, 0 hidden)
+ = Active Route, - = Last Active, * = Both

0                  *[MPLS/0] 2d 11:38:54, metric 1
                       to table inet.0
0(S=0)             *[MPLS/0] 2d 11:38:54, metric 1
                       to table mpls.0
1                  *[MPLS/0] 2d 11:38:54, metric 1
                       Receive
2                  *[MPLS/0] 2d 11:38:54, metric 1
                       to table inet6.0
2(S=0)             *[MPLS/0] 2d 11:38:54, metric 1
                       to table mpls.0
13                 *[MPLS/0] 2d 11:38:54, metric 1
                       Receive`);
  });

  it('shows a pop twice and a swap once, over several ways', () => {
    // Transcript of a vMX (`show route label 299904` on two routers of a public lab; blanks behind `Pop` as a router has them).
    const swap = labelled(299_904, '192.168.1.4/32', [
      path('172.16.35.1', 'ge-0/0/3.0', [299_856]),
      path('172.16.56.1', 'ge-0/0/6.0', [299_904]),
    ]);
    const lines = (text: string): readonly string[] => text.split('\n').slice(4);
    expect(lines(shown(facts(swap), 'show route label 299904'))).toEqual([
      '299904             *[LDP/9] 2d 11:38:54, metric 1',
      '                    >  to 172.16.35.1 via ge-0/0/3.0, Swap 299856',
      '                       to 172.16.56.1 via ge-0/0/6.0, Swap 299904',
    ]);
    const pop = labelled(299_904, '192.168.1.4/32', [path('172.16.46.1', 'ge-0/0/4.0', [])]);
    expect(lines(shown(facts(pop), 'show route table mpls.0 label 299904'))).toEqual([
      '299904             *[LDP/9] 2d 11:38:54, metric 1',
      '                    >  to 172.16.46.1 via ge-0/0/4.0, Pop      ',
      '299904(S=0)        *[LDP/9] 2d 11:38:54, metric 1',
      '                    >  to 172.16.46.1 via ge-0/0/4.0, Pop      ',
    ]);
  });

  it('swaps for explicit null only at the bottom of the stack', () => {
    // Transcript of a Junos lab with `explicit-null`: `299776 … Swap 0`, `299776(S=0) … Pop`.
    const entry = labelled(299_776, '10.0.0.9/32', [path('172.30.0.46', 'ge-0/0/4.178', [0])]);
    expect(shown(facts(entry), 'show route label 299776').split('\n').slice(4)).toEqual([
      '299776             *[LDP/9] 2d 11:38:54, metric 1',
      '                    >  to 172.30.0.46 via ge-0/0/4.178, Swap 0',
      '299776(S=0)        *[LDP/9] 2d 11:38:54, metric 1',
      '                    >  to 172.30.0.46 via ge-0/0/4.178, Pop      ',
    ]);
  });

  it('stays out of the way where addresses are asked for', () => {
    expect(shown(facts(), 'show route 0.0.0.0/0')).toBe('');
    expect(shown({}, 'show route table mpls.0')).toBe('');
  });

  it('in the forwarding table: operations in the place of types', () => {
    // Capture: Junos show route forwarding-table label 16, genieparser golden output. Numbers of next hops mean nothing.
    const entry = labelled(16, '10.34.2.250/32', [path('106.187.14.158', 'ge-0/0/0.0', [])]);
    const text = shown(facts(entry), 'show route forwarding-table label 16');
    expect(text.replace(/Pop {5} +\d+/g, (found) => `Pop${'N'.padStart(found.length - 3)}`)).toBe(`\
Routing table: default.mpls
MPLS:
Destination        Type RtRef Next hop           Type Index    NhRef Netif
16                 user     0 106.187.14.158    Pop          N     2 ge-0/0/0.0
16(S=0)            user     0 106.187.14.158    Pop          N     2 ge-0/0/0.0

Routing table: __mpls-oam__.mpls
MPLS:
Enabled protocols: Bridging, Single VLAN, Dual VLAN, 
Destination        Type RtRef Next hop           Type Index    NhRef Netif
default            perm     0                    dscd      535     1`);
  });
});

it('show mpls interface: `Dn` without the family', () => {
  // Transcript of a Junos lab (`interface all`, one port without `family mpls`).
  const bare = { interface: { ...UNIT.interface, name: 'ge-0/0/4.0', mpls: undefined } };
  const set = 'set protocols mpls interface all';
  expect(shown({ set, ask: { interfaces: [bare, UNIT] } }, 'show mpls interface')).toBe(
    [
      'Interface        State       Administrative groups (x: extended)',
      'ge-0/0/0.0       Up         <none>',
      'ge-0/0/4.0       Dn         <none>',
    ].join('\n'),
  );
});

it('show mpls label usage', () => {
  // Transcript of a vMX without segment routing: 31 labels in use.
  const lfib = Array.from({ length: 31 }, (_, at) => ({ entry: { label: 299_776 + 16 * at } }));
  const labels = { first: 299_776, last: 787_711, step: 16 };
  expect(shown({ ask: { lfib, 'mpls.labels': labels } }, 'show mpls label usage')).toBe(`\
Label space Total   Available        Applications
LSI         69609   69609  (100.00%) BGP/LDP VPLS with no-tunnel-services, BGP L3VPN with vrf-table-label
Block       199936  199936 (100.00%) BGP/LDP VPLS with tunnel-services, BGP L2VPN
Dynamic     487936  487905 (99.99% ) RSVP, LDP, PW, L3VPN, RSVP-P2MP, LDP-P2MP, MVPN, EVPN, BGP
Static      48576   48576  (100.00%) Static LSP, Static PW`);
});

describe('show bfd session', () => {
  const session = (over: Partial<BfdSessionRow> = {}): BfdSessionRow =>
    ({
      peer: ip('10.144.0.2'),
      on: 'ge-0/0/0.0' as IfName,
      state: 'up',
      remoteState: 'up',
      diagnostic: 'none',
      remoteDiagnostic: 'none',
      wanted: { minTx: seconds(1), minRx: seconds(1), multiplier: 3 },
      clients: [{ id: 'static', timers: { minTx: seconds(1), minRx: seconds(1), multiplier: 3 } }],
      minTx: seconds(1),
      minRx: seconds(1),
      remoteMinTx: 1_000_000,
      remoteMinRx: 1_000_000,
      remoteMultiplier: 3,
      transmitInterval: seconds(1),
      detectionTime: seconds(3),
      slowInterval: seconds(1),
      upSince: ago(spanOf('9:27:10')),
      localDiscriminator: 350,
      remoteDiscriminator: 772,
      lastPacket: { controlPlaneIndependent: true },
      ...over,
    }) as BfdSessionRow;
  const show = (line: string, ...rows: readonly BfdSessionRow[]): string =>
    shown({ ask: { 'bfd.sessions': rows } }, line);

  it('one line each, and the rates of all', () => {
    // Capture: Junos show bfd session, genieparser golden output (columns as its heading has them).
    const fast = { transmitInterval: 500_000, detectionTime: 1_500_000, minRx: 500_000, remoteMinTx: 500_000 };
    const over = { peer: ip('10.0.0.2'), ...fast } as Partial<BfdSessionRow>;
    expect(show('show bfd session', session({ ...over, peer: ip('10.0.0.1'), on: undefined }), session(over))).toBe(
      [
        '                                                  Detect   Transmit',
        'Address                  State     Interface      Time     Interval  Multiplier',
        '10.0.0.1                 Up                       1.500     0.500        3   ',
        '10.0.0.2                 Up        ge-0/0/0.0     1.500     0.500        3   ',
        '',
        '2 sessions, 2 clients',
        'Cumulative transmit rate 4.0 pps, cumulative receive rate 4.0 pps',
      ].join('\n'),
    );
  });

  it('everything of one', () => {
    // Capture: Junos show bfd session address 10.144.0.2 extensive, genieparser golden output; its client was OSPF, and its
    // session ID is the forwarding side's own.
    const text = show('show bfd session address 10.144.0.2 extensive', session(), session({ peer: ip('10.9.9.9') }));
    expect(text.replace(/0x[0-9a-f]+/, '0x1b3')).toBe(
      [
        '                                                  Detect   Transmit',
        'Address                  State     Interface      Time     Interval  Multiplier',
        '10.144.0.2               Up        ge-0/0/0.0     3.000     1.000        3   ',
        ' Client Static, TX interval 1.000, RX interval 1.000',
        ' Session up time 09:27:10',
        ' Local diagnostic None, remote diagnostic None',
        ' Remote state Up, version 1',
        ' Session type: Single hop BFD',
        ' Min async interval 1.000, min slow interval 1.000',
        ' Adaptive async TX interval 1.000, RX interval 1.000',
        ' Local min TX interval 1.000, minimum RX interval 1.000, multiplier 3',
        ' Remote min TX interval 1.000, min RX interval 1.000, multiplier 3',
        ' Local discriminator 350, remote discriminator 772',
        ' Echo mode disabled/inactive',
        ' Remote is control-plane independent',
        '  Session ID: 0x1b3',
        '',
        '1 sessions, 1 clients',
        'Cumulative transmit rate 1.0 pps, cumulative receive rate 1.0 pps',
      ].join('\n'),
    );
  });

  it('one that is down', () => {
    // Capture: Junos show bfd session detail, genieparser golden output 3.
    const over: Partial<BfdSessionRow> = {
      peer: ip('10.0.0.2'),
      on: 'ge-0/0/4.0' as IfName,
      state: 'admin-down',
      diagnostic: 'detection-time-expired',
      clients: [],
      wanted: { minTx: seconds(1), minRx: seconds(1), multiplier: 6 },
      upSince: undefined,
      downSince: ago(8),
      lastUptime: seconds(spanOf('13:57')),
    };
    expect(show('show bfd session detail', session(over)).split('\n').slice(2, 7)).toEqual([
      '10.0.0.2                 AdminDown ge-0/0/4.0     3.000     1.000        6   ',
      ' Session down time 00:00:08, previous up time 00:13:57',
      ' Local diagnostic CtlExpire, remote diagnostic None',
      ' Remote state Up, version 1',
      ' Session type: Single hop BFD',
    ]);
  });

  it('none', () => {
    // Capture: Junos show bfd session, genieparser golden output 2.
    expect(show('show bfd session')).toBe(
      '\n0 sessions, 0 clients\nCumulative transmit rate 0.0 pps, cumulative receive rate 0.0 pps',
    );
  });
});
