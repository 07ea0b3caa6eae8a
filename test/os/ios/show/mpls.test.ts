// What a core of three IOS routers prints of its labels.

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../src/sim/time.ts';
import { bfdPath, timers } from '../../../harness/bfd.ts';
import { likeIos } from '../../../harness/ldp.ts';
import { ip, p } from '../../../harness/routes.ts';
import { ExecLab, type RouterSpec } from '../exec-lab.ts';
import { NOW, shown } from './facts.ts';

const G = 'GigabitEthernet0/';
const { vrf: _, ...watched } = bfdPath(`10.0.1.2 ${G}1`);
const { vrf: __, ...watching } = bfdPath(`10.0.1.1 ${G}0`);

/** R1 - R2 - R3, loopbacks n.n.n.n, links 10.0.1.0/24 and 10.0.2.0/24. */
function core(): ExecLab {
  const host = (n: number): string => `${n}.${n}.${n}.${n}/32`;
  const routers: Record<string, RouterSpec> = {
    R1: {
      facts: {
        interfaces: { Loopback0: host(1), [`${G}1`]: { at: '10.0.1.1/24', mpls: true } },
        static: {
          default: [
            { to: host(2), via: '10.0.1.2' },
            { to: host(3), via: '10.0.1.2' },
            { to: '10.0.2.0/24', via: '10.0.1.2' },
            { to: '20.0.0.0/8', via: '10.0.1.2', bfd: { path: watched, timers: timers(100, 100, 3) } },
          ],
        },
        ldp: likeIos({ on: [`${G}1`], id: '1.1.1.1' }),
      },
    },
    R2: {
      facts: {
        interfaces: {
          Loopback0: host(2),
          [`${G}0`]: { at: '10.0.1.2/24', mpls: true },
          [`${G}1`]: { at: '10.0.2.2/24', mpls: true },
        },
        static: {
          default: [
            { to: host(1), via: '10.0.1.1' },
            { to: host(3), via: '10.0.2.3' },
            { to: '30.0.0.0/8', via: '10.0.1.1', bfd: { path: watching, timers: timers(100, 100, 3) } },
          ],
        },
        ldp: likeIos({ on: [`${G}0`, `${G}1`], id: '2.2.2.2' }),
      },
    },
    R3: {
      facts: {
        interfaces: { Loopback0: host(3), [`${G}0`]: { at: '10.0.2.3/24', mpls: true } },
        static: {
          default: [
            { to: host(1), via: '10.0.2.2' },
            { to: host(2), via: '10.0.2.2' },
            { to: '10.0.1.0/24', via: '10.0.2.2' },
          ],
        },
        ldp: likeIos({ on: [`${G}0`], id: '3.3.3.3' }),
      },
    },
  };
  return new ExecLab(routers, [`R1 ${G}1 - R2 ${G}0`, `R2 ${G}1 - R3 ${G}0`]).run(seconds(30));
}

const lab = core();

/** Four blanks, then tabs: as genieparser ShowMplsLdpNeighborDetail golden_output2 (IOS XE) has them. */
const T = '\t';

describe('show mpls forwarding-table', () => {
  // Columns: genieparser ShowMplsForwardingTable, golden_output_3 and golden_output_5 of IOS.
  const HEAD = [
    'Local      Outgoing   Prefix           Bytes Label   Outgoing   Next Hop    ',
    'Label      Label      or Tunnel Id     Switched      interface              ',
  ];

  it('every label, where it leads, what went there', () => {
    expect(lab.type('R2', 'show mpls forwarding-table').split('\n')).toEqual([
      ...HEAD,
      '16         Pop Label  1.1.1.1/32       0             Gi0/0      10.0.1.1    ',
      '17         Pop Label  3.3.3.3/32       0             Gi0/1      10.0.2.3    ',
      '18         No Label   30.0.0.0/8       0             Gi0/0      10.0.1.1    ',
      '',
    ]);
  });

  it('counts bytes with their labels', () => {
    lab.type('R1', 'ping 3.3.3.3');
    expect(lab.type('R2', 'show mpls forwarding-table 3.3.3.3')).toContain(
      '17         Pop Label  3.3.3.3/32       520           Gi0/1      10.0.2.3    ',
    );
  });

  it('a route that has none, when it is asked for', () => {
    expect(lab.type('R2', 'show mpls forwarding-table 10.0.1.0/24').split('\n').slice(2)).toEqual([
      'None       No Label   10.0.1.0/24      0             Gi0/0                  ',
      '',
    ]);
    expect(lab.type('R2', 'show mpls forwarding-table 99.0.0.0/8')).toBe('');
  });

  // Capture: genieparser ShowMplsForwardingTable golden_output_10 (IOS XE): labels of a VRF, a prefix too long for its column.
  it('labels that end in a VRF; long prefixes go on in a second line', () => {
    const row = (label: number, fec: object, verdict: object, path: object | undefined, bytes: number) => ({
      entry: { label, source: 'bgp', from: undefined, fec, verdict },
      ways: [{ path, counters: { packets: 1, bytes } }],
    });
    const gateway = { out: 'GigabitEthernet1', gateway: ip('10.0.0.1'), push: [] };
    const lfib = [
      row(
        21,
        { kind: 'prefix', vrf: 'vrf3001', prefix: p('121.1.1.0/24') },
        { kind: 'lookup', vrf: 'vrf3001' },
        undefined,
        10_980,
      ),
      row(
        22,
        { kind: 'prefix', vrf: 'default', prefix: p('192.168.220.100/32') },
        { kind: 'forward', paths: [gateway] },
        { ...gateway, push: [30, 40] },
        7,
      ),
    ];
    expect(shown({ ask: { lfib } }, 'show mpls forwarding-table').split('\n').slice(2)).toEqual([
      '21         No Label   121.1.1.0/24[V]  10980         aggregate/vrf3001            ',
      '22         30/40      192.168.220.100/32   \\',
      '                                       7             Gi1        10.0.0.1    ',
    ]);
  });
});

describe('show ip cef', () => {
  // Cisco IOS IP Switching Command Reference, "show ip cef": the label behind the interface; IOS XE adds its own (genieparser
  // ShowIpCef: `label [16002|16002]-(local:16002)`).
  it('tells the label of a path', () => {
    expect(lab.type('R1', 'show ip cef 3.3.3.3')).toBe('3.3.3.3/32\n  nexthop 10.0.1.2 GigabitEthernet0/1 label 17\n');
    // Printouts of IOS 15.x: `local label info: global/16` above the next hop.
    const local = /^(\d+) .* 3\.3\.3\.3\/32/m.exec(lab.type('R1', 'show mpls forwarding-table'))?.[1];
    expect(lab.type('R1', 'show ip cef 3.3.3.3 detail')).toMatch(
      new RegExp(`^3\\.3\\.3\\.3/32, epoch 0\\n  local label info: global/${local}\\n  `),
    );
    expect(lab.type('R3', 'show ip cef 10.0.2.0/24 detail')).not.toContain('label info');
  });
});

describe('show mpls interfaces, label range', () => {
  it('as captured: IP labelling by LDP, no tunnels', () => {
    expect(lab.type('R2', 'show mpls interfaces')).toBe(`\
Interface              IP            Tunnel   BGP Static Operational
GigabitEthernet0/0     Yes (ldp)     No       No  No     Yes        
GigabitEthernet0/1     Yes (ldp)     No       No  No     Yes        
`);
    expect(lab.type('R2', 'show mpls label range')).toBe(
      'Downstream Generic label region: Min/Max label: 16/1048575\n',
    );
  });
});

describe('show mpls ldp neighbor', () => {
  it('one after the other, in the order of their identifiers', () => {
    const lines = lab.type('R2', 'show mpls ldp neighbor').split('\n');
    expect(lines.filter((line) => line.startsWith('    Peer'))).toEqual([
      '    Peer LDP Ident: 1.1.1.1:0; Local LDP Ident 2.2.2.2:0',
      '    Peer LDP Ident: 3.3.3.3:0; Local LDP Ident 2.2.2.2:0',
    ]);
    expect(lines[1]).toMatch(/^\tTCP connection: 1\.1\.1\.1\.646 - 2\.2\.2\.2\.\d+$/);
    expect(lines[2]).toMatch(/^\tState: Oper; Msgs sent\/rcvd: \d+\/\d+; Downstream$/);
    expect(lines[3]).toMatch(/^\tUp time: 00:00:\d\d$/);
    expect(lines.slice(4, 8)).toEqual([
      `${T}LDP discovery sources:`,
      `${T}  GigabitEthernet0/0, Src IP addr: 10.0.1.1`,
      '        Addresses bound to peer LDP Ident:',
      '          1.1.1.1         10.0.1.1        ',
    ]);
  });

  it('in detail', () => {
    const lines = lab.type('R1', 'show mpls ldp neighbor detail').split('\n');
    expect(lines[2]).toBe(`${T}Password: not required, none, in use`);
    expect(lines[3]).toMatch(/^\tState: Oper; Msgs sent\/rcvd: \d+\/\d+; Downstream; Last TIB rev sent \d+$/);
    expect(lines[4]).toMatch(/^\tUp time: 00:00:\d\d; UID: 1; Peer Id 0$/);
    expect(lines.slice(5)).toEqual([
      `${T}LDP discovery sources:`,
      `${T}  GigabitEthernet0/1; Src IP addr: 10.0.1.2`,
      `${T}    holdtime: 15000 ms, hello interval: 5000 ms`,
      '        Addresses bound to peer LDP Ident:',
      '          2.2.2.2         10.0.1.2        10.0.2.2        ',
      `${T}Peer holdtime: 180000 ms; KA interval: 60000 ms; Peer state: estab`,
      `${T}NSR: Not Ready`,
      `${T}Capabilities Sent:`,
      `${T}  [Dynamic Announcement (0x0506)]`,
      `${T}  [Typed Wildcard (0x050B)]`,
      `${T}Capabilities Received:`,
      `${T}  [Dynamic Announcement (0x0506)]`,
      `${T}  [Typed Wildcard (0x050B)]`,
      '',
    ]);
  });

  it('one that is asked for, or none', () => {
    expect(lab.type('R2', 'show mpls ldp neighbor 3.3.3.3')).toMatch(/^ {4}Peer LDP Ident: 3\.3\.3\.3:0/);
    expect(lab.type('R2', 'show mpls ldp neighbor 9.9.9.9')).toBe('');
  });
});

describe('show mpls ldp discovery, bindings, parameters', () => {
  // Form: genieparser ShowMplsLdpDiscovery golden_output_all_detail.
  it('discovery', () => {
    const HEAD = [' Local LDP Identifier:', '    1.1.1.1:0', '    Discovery Sources:', '    Interfaces:'];
    expect(lab.type('R1', 'show mpls ldp discovery').split('\n')).toEqual([
      ...HEAD,
      '        GigabitEthernet0/1 (ldp): xmit/recv',
      '            LDP Id: 2.2.2.2:0',
      '',
    ]);
    expect(lab.type('R1', 'show mpls ldp discovery detail').split('\n')).toEqual([
      ...HEAD,
      '        GigabitEthernet0/1 (ldp): xmit/recv',
      '            Enabled: Interface config',
      '            Hello interval: 5000 ms; Transport IP addr: 1.1.1.1',
      '            LDP Id: 2.2.2.2:0',
      '              Src IP addr: 10.0.1.2; Transport IP addr: 2.2.2.2',
      '              Hold time: 15 sec; Proposed local/peer: 15/15 sec',
      '              Reachable via 2.2.2.2/32',
      '              Password: not required, none, in use',
      '            Clients: IPv4, mLDP',
      '',
    ]);
  });

  // Capture: genieparser ShowMplsLdpBindings golden_output_all.
  it('bindings', () => {
    const binding = (prefix: string, revision: number, local: number | 'null' | undefined, lsr: string) => ({
      prefix: p(prefix),
      revision,
      routed: true,
      local,
      ways: [],
      told: [],
      remote: [{ lsr: { id: ip(lsr), space: 0 }, label: 3, inUse: false, filtered: false }],
    });
    const rows = [binding('10.0.0.0/24', 6, undefined, '10.132.0.1'), binding('10.12.0.0/24', 8, 17, '10.132.0.1')];
    expect(
      shown({ ask: { 'ldp.bindings': [binding('10.0.0.0/24', 4, 'null', '10.131.0.1')] } }, 'show mpls ldp bindings'),
    ).toBe(`\
  lib entry: 10.0.0.0/24, rev 4
        local binding:  label: imp-null
        remote binding: lsr: 10.131.0.1:0, label: imp-null`);
    expect(shown({ ask: { 'ldp.bindings': rows } }, 'show mpls ldp bindings vrf vrf1')).toBe(`\
  lib entry: 10.0.0.0/24, rev 6
        remote binding: lsr: 10.132.0.1:0, label: imp-null
  lib entry: 10.12.0.0/24, rev 8
        local binding:  label: 17
        remote binding: lsr: 10.132.0.1:0, label: imp-null`);
    expect(lab.type('R1', 'show mpls ldp bindings 3.3.3.3/32')).toMatch(
      /^ {2}lib entry: 3\.3\.3\.3\/32, rev \d+\n {8}local binding: {2}label: 17\n/,
    );
  });

  // Capture: genieparser ShowMplsLdpParameters golden_output.
  it('parameters', () => {
    expect(lab.type('R1', 'show mpls ldp parameters')).toBe(`\
LDP Feature Set Manager: State Initialized
  LDP features:
    Auto-Configuration
    Basic
    ICPM
    IP-over-MPLS
    IGP-Sync
    LLAF
    TCP-MD5-Rollover
    TDP
    NSR
Protocol version: 1
Session hold time: 180 sec; keep alive interval: 60 sec
Discovery hello: holdtime: 15 sec; interval: 5 sec
Discovery targeted hello: holdtime: 90 sec; interval: 10 sec
Downstream on Demand max hop count: 255
LDP for targeted sessions
LDP initial/maximum backoff: 15/120 sec
LDP loop detection: off
LDP NSR: Disabled
`);
  });
});

describe('show bfd neighbors', () => {
  // Capture: genieparser ShowBfdNeighborsDetails golden_output_3 (IOS XE); its client is a static route here, and what it
  // counts of its own (hits) is counted as we do.
  it('in detail, as captured', () => {
    const spans = (count: number, least: number, most: number, average: number, ago: number) => ({
      count,
      least: least * 1000,
      most: most * 1000,
      average: average * 1000,
      last: NOW - ago * 1000,
    });
    const row = {
      vrf: 'default',
      peer: ip('10.229.1.1'),
      on: 'GigabitEthernet2',
      local: ip('10.229.1.2'),
      state: 'up',
      remoteState: 'up',
      localDiscriminator: 4097,
      remoteDiscriminator: 16,
      diagnostic: 'none',
      remoteDiagnostic: 'none',
      wanted: { minTx: 500_000, minRx: 300_000, multiplier: 6 },
      clients: [{ id: 'static', timers: timers(500, 300, 6) }],
      remoteMinRx: 500_000,
      remoteMultiplier: 6,
      transmitInterval: 500_000,
      detectionTime: 3_000_000,
      polling: false,
      failures: 0,
      upSince: NOW - 195_000_000,
      received: spans(388, 499, 1997, 503, 439),
      sent: spans(442, 3, 1823, 443, 76),
      lastPacket: {
        diagnostic: 0,
        state: 'up',
        demand: false,
        poll: false,
        final: false,
        controlPlaneIndependent: true,
        multiplier: 6,
        myDiscriminator: 16,
        yourDiscriminator: 4097,
        desiredMinTx: 500_000,
        requiredMinRx: 500_000,
        requiredMinEchoRx: 0,
      },
    };
    expect(shown({ ask: { 'bfd.sessions': [row] } }, 'show bfd neighbors details')).toBe(`\

IPv4 Sessions
NeighAddr                              LD/RD         RH/RS     State     Int
10.229.1.1                             4097/16         Up        Up        Gi2
Session state is UP and not using echo function.
Session Host: Software
OurAddr: 10.229.1.2
Handle: 1
Local Diag: 0, Demand mode: 0, Poll bit: 0
MinTxInt: 500000, MinRxInt: 300000, Multiplier: 6
Received MinRxInt: 500000, Received Multiplier: 6
Holddown (hits): 2561(0), Hello (hits): 500(442)
Rx Count: 388, Rx Interval (ms) min/max/avg: 499/1997/503 last: 439 ms ago
Tx Count: 442, Tx Interval (ms) min/max/avg: 3/1823/443 last: 76 ms ago
Elapsed time watermarks: 0 0 (last: 0)
Registered protocols: IPv4 Static CEF
Uptime: 00:03:15
Last packet: Version: 1                  - Diagnostic: 0
             State bit: Up               - Demand bit: 0
             Poll bit: 0                 - Final bit: 0
             C bit: 1
             Multiplier: 6               - Length: 24
             My Discr.: 16               - Your Discr.: 4097
             Min tx interval: 500000     - Min rx interval: 500000
             Min Echo interval: 0`);
  });

  it('one line each, or nothing', () => {
    expect(lab.type('R1', 'show bfd neighbors').split('\n').at(-2)).toBe(
      '10.0.1.2                               4097/4097       Up        Up        Gi0/1',
    );
    expect(lab.type('R3', 'show bfd neighbors')).toBe('');
  });

  // Capture: genieparser ShowBfdNeighborsDetails, `show bfd neighbors ipv4 10.229.1.1 details`.
  it('by client, interface and address', () => {
    const all = lab.type('R1', 'show bfd neighbors');
    const fits = [
      'ipv4',
      'ipv4 10.0.1.2',
      'client static',
      'interface GigabitEthernet0/1',
      'client static ipv4 10.0.1.2',
    ];
    for (const choice of fits) expect(lab.type('R1', `show bfd neighbors ${choice}`)).toBe(all);
    for (const choice of ['ipv4 10.0.9.9', 'client isis', 'interface GigabitEthernet0/0'])
      expect(lab.type('R1', `show bfd neighbors ${choice}`)).toBe('');
    expect(lab.type('R1', 'show bfd neighbors ipv4 10.0.1.2 details')).toContain(
      'Registered protocols: IPv4 Static CEF',
    );
  });
});

describe('along a label-switched path', () => {
  // Capture: genieparser PingMpls golden_output2 (IOS XE): the codes and the sum.
  it('ping mpls', () => {
    const lines = lab.type('R1', 'ping mpls ipv4 3.3.3.3/32').split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'Sending 5, 72-byte MPLS Echos to 3.3.3.3/32, ',
      '     timeout is 2 seconds, send interval is 0 msec:',
      '',
      "Codes: '!' - success, 'Q' - request not sent, '.' - timeout,",
    ]);
    expect(lines.slice(12, 16).join('\n')).toMatch(
      /^Type escape sequence to abort\.\n!!!!!\nSuccess rate is 100 percent \(5\/5\), round-trip min\/avg\/max = \d+\/\d+\/\d+ ms\n Total Time Elapsed \d+ ms$/,
    );
    expect(lab.type('R1', 'ping mpls ipv4 99.0.0.0/8 repeat 3')).toMatch(/\nQQQ\nSuccess rate is 0 percent \(0\/3\)\n/);
    // Nobody gave R2 a label for a route of R1's own making.
    expect(lab.type('R1', 'ping mpls ipv4 20.0.0.0/8 repeat 1')).toMatch(/\nQ\n/);
  });

  // Capture: genieparser TracerouteMPLSIPv4.
  it('traceroute mpls', () => {
    expect(lab.type('R1', 'traceroute mpls ipv4 3.3.3.3/32').split('\n').slice(12).join('\n')).toMatch(
      /^ {2}0 10\.0\.1\.1 MRU 1500 \[Labels: 17 Exp: 0\]\nL 1 10\.0\.1\.2 MRU 1504 \[Labels: implicit-null Exp: 0\] \d+ ms\n! 2 10\.0\.2\.3 \d+ ms\n$/,
    );
  });

  it('traceroute shows the labels that each hop got', () => {
    expect(lab.type('R1', 'traceroute 3.3.3.3')).toMatch(/ {2}1 10\.0\.1\.2 \[MPLS: Label 17 Exp 0\] /);
  });
});

describe('orders and the log', () => {
  it('sessions are cleared, and the log says so', () => {
    lab.type('R1', 'clear mpls ldp neighbor *');
    lab.run(seconds(30));
    const log = lab.box('R1').log.map(({ text }) => text);
    expect(log.filter((text) => text.startsWith('%LDP'))).toEqual([
      '%LDP-5-NBRCHG: LDP Neighbor 2.2.2.2:0 (1) is UP',
      '%LDP-5-NBRCHG: LDP Neighbor 2.2.2.2:0 (1) is DOWN (User cleared session manually)',
      '%LDP-5-NBRCHG: LDP Neighbor 2.2.2.2:0 (1) is UP',
    ]);
    const far = lab.box('R2').log.map(({ text }) => text);
    expect(far.find((text) => /^%LDP.*1\.1\.1\.1:0 .* is DOWN/.test(text))).toMatch(
      / is DOWN \(Received error notification from peer: Shutdown\)$/,
    );
    expect(log).toContain('%BFDFSM-6-BFD_SESS_UP: BFD-SYSLOG: BFD session ld:4097 handle:1 is going UP');
  });

  it('counters too, when it is confirmed', () => {
    lab.type('R1', 'ping 3.3.3.3');
    lab.type('R2', 'clear mpls counters');
    lab.press('R2', 'enter');
    expect(lab.type('R2', 'show mpls forwarding-table 3.3.3.3')).toContain('3.3.3.3/32       0 ');
  });
});
