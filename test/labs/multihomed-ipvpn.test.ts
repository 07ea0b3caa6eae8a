// The multihomed site at work, held against the outputs of the lab that it is built after.
// Source: captures of an MX104 with fifteen logical systems, published 2015 ("Juniper multihomed IP VPN location",
// "Juniper MPLS VPN basics"): everything equal but ages, round trips, timers and labels.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ipText, parseIp4 } from '../../src/base/ip.ts';
import { parsePrefix } from '../../src/base/prefix.ts';
import { programFolder } from '../../src/host/places.ts';
import { reopen, saveOf } from '../../src/play/replay.ts';
import type { VrfName } from '../../src/route/names.ts';
import { LabRoom } from '../harness/lab-room.ts';

/** Ages, round trips and the countdown of VRRP are what they are on the day. */
const timeless = (text: string): string =>
  text
    .replaceAll('\r', '')
    .split('\n')
    .map((line) =>
      line
        .trimEnd()
        .replace(/\] (?:\d+w\d+d |\d+d )?\d+:\d\d:\d\d/g, '] AGE')
        .replace(/stddev = [\d./]+ ms/, 'stddev = MS')
        .replace(/\d+\.\d{3} ms/g, 'MS')
        .replace(/ A +\d\.\d{3} /, ' A TIMER '),
    )
    .join('\n')
    .trim();

const same = (shown: string, captured: string): void => expect(timeless(shown)).toBe(timeless(captured));

const PING = 'ping 10.0.0.3 source 10.0.0.12';
const TRACE = 'traceroute 10.0.0.3 source 10.0.0.12';
/** Two answers, then Ctrl-C. */
const pingTwice = (room: LabRoom): string => {
  const [line] = room.script(`@Saturn\n${PING}\n.wait 1500ms\n.key ctrl-c`);
  return line?.output ?? '';
};

const DEACTIVATE = `@Juno
configure
deactivate routing-instances ipvpn protocols bgp group CPE neighbor 4.0.0.21
commit
exit`;

const NORMAL = ['192.168.1.3', '4.0.0.22', '4.0.0.98', '10.0.0.3'];
const BY_ORCUS = ['192.168.1.2', '4.0.0.46', '4.0.0.98', '10.0.0.3'];
const hops = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => /^ *\d+ +(\S+)/.exec(line)?.[1] ?? []);

/** The solution, but for the five minutes in which a router that has started carries nothing for others. */
async function solved(): Promise<LabRoom> {
  const read = (path: string): string => readFileSync(join(programFolder(), 'labs/multihomed-ipvpn', path), 'utf8');
  const config = read('solution/MX104.junos').replaceAll(/ overload \{\s+timeout 300;\s+\}/g, '');
  return LabRoom.made('site', {
    'labs/site/lab.json': read('lab.json'),
    'labs/site/guide.md': read('guide.md'),
    'labs/site/start/MX104.junos': config,
  });
}

/** One sitting for all: whatever breaks something puts it right again. */
let room: LabRoom;
let opened: Promise<LabRoom> | undefined;
beforeEach(async () => {
  opened ??= solved();
  room = await opened;
}, 120_000);

describe('the normal state, as it was captured', () => {
  it('Saturn: ping and traceroute', () => {
    same(
      pingTwice(room),
      `PING 10.0.0.3 (10.0.0.3): 56 data bytes
64 bytes from 10.0.0.3: icmp_seq=0 ttl=61 time=19.715 ms
64 bytes from 10.0.0.3: icmp_seq=1 ttl=61 time=0.648 ms
^C
--- 10.0.0.3 ping statistics ---
2 packets transmitted, 2 packets received, 0% packet loss
round-trip min/avg/max/stddev = 0.648/10.181/19.715/9.533 ms`,
    );
    same(
      room.shown(`@Saturn\n${TRACE}`),
      `traceroute to 10.0.0.3 (10.0.0.3) from 10.0.0.12, 30 hops max, 40 byte packets
 1  192.168.1.3 (192.168.1.3)  0.577 ms  0.443 ms  0.374 ms
 2  4.0.0.22 (4.0.0.22)  0.444 ms  0.422 ms  0.410 ms
 3  4.0.0.98 (4.0.0.98)  0.469 ms  0.458 ms  0.432 ms
 4  10.0.0.3 (10.0.0.3)  0.769 ms  0.605 ms  0.573 ms`,
    );
  });

  it('Luna: show vrrp, show route', () => {
    same(
      room.shown('@Luna\nshow vrrp'),
      `Interface     State       Group   VR state VR Mode   Timer    Type   Address
xe-2/0/1.150  up              1   master   Active      A  0.560 lcl    192.168.1.3
                                                                vip    192.168.1.1`,
    );
    same(
      room.shown('@Luna\nshow route 10.0.0.3'),
      `inet.0: 19 destinations, 21 routes (19 active, 0 holddown, 0 hidden)
+ = Active Route, - = Last Active, * = Both

10.0.0.3/32        *[BGP/170] 1w1d 00:32:28, MED 10, localpref 100
                      AS path: 1 I, validation-state: unverified
                    > to 4.0.0.22 via xe-2/0/0.105`,
    );
  });

  it('Orcus: show route', () => {
    same(
      room.shown('@Orcus\nshow route 10.0.0.3'),
      `inet.0: 19 destinations, 33 routes (19 active, 0 holddown, 0 hidden)
+ = Active Route, - = Last Active, * = Both

10.0.0.3/32        *[BGP/170] 00:00:22, MED 10, localpref 100
                      AS path: 1 I, validation-state: unverified
                    > to 192.168.1.3 via xe-2/0/0.150
                    [BGP/170] 1w1d 01:19:45, MED 150, localpref 100
                      AS path: 1 I, validation-state: unverified
                    > to 4.0.0.46 via xe-2/0/0.111`,
    );
  });

  it('Liber: show route active-path, and its detail', () => {
    same(
      room.shown('@Liber\nshow route table ipvpn.inet.0 10.0.0.12 active-path'),
      `ipvpn.inet.0: 20 destinations, 33 routes (20 active, 0 holddown, 0 hidden)
+ = Active Route, - = Last Active, * = Both

10.0.0.12/32       *[BGP/170] 1w1d 01:08:29, localpref 150, from 10.0.0.2
                      AS path: 65500 I, validation-state: unverified
                    > to 4.0.0.58 via xe-2/0/0.114, Push 16`,
    );
    const detail = room.shown('@Liber\nshow route table ipvpn.inet.0 10.0.0.12 active-path detail').split('\n');
    const told = [
      'ipvpn.inet.0: 20 destinations, 33 routes (20 active, 0 holddown, 0 hidden)',
      '10.0.0.12/32 (2 entries, 1 announced)',
      '                Originator ID: 10.0.0.5',
      '                Communities: target:1:1 origin:1000:1000',
      '                Import Accepted',
      '                VPN Label: 16',
      '                Localpref: 150',
    ];
    expect(
      detail
        .map((line) => line.trimEnd())
        .filter((line) => told.includes(line))
        .sort(),
    ).toEqual([...told].sort());
    const text = detail.join('\n');
    for (const fact of [
      '*BGP    Preference: 170/-151',
      'Route Distinguisher: 1:1',
      'Next hop type: Indirect',
      'Source: 10.0.0.2',
      'Protocol next hop: 10.0.0.5',
      'Label operation: Push 16',
      'Label TTL action: no-prop-ttl',
      'Metric2: 10',
      'Cluster list:  10.0.0.2',
    ])
      expect(text).toContain(fact);
  });

  it('Ceres: show route, with the label that Jupiter gave out', () => {
    const shown = room.shown('@Ceres\nshow route table ipvpn.inet.0 10.0.0.12');
    const label = /Push (\d+)\(top\)/.exec(shown)?.[1] ?? 'none';
    same(
      shown.replaceAll(`Push ${label}(top)`, 'Push 300144(top)'),
      `ipvpn.inet.0: 19 destinations, 33 routes (19 active, 0 holddown, 0 hidden)
+ = Active Route, - = Last Active, * = Both

10.0.0.12/32       *[BGP/170] 5d 22:29:55, localpref 150, from 10.0.0.5
                      AS path: 65500 I, validation-state: unverified
                    > to 4.0.0.18 via xe-2/0/0.104, Push 16, Push 300144(top)
                    [BGP/170] 5d 22:29:55, localpref 150, from 10.0.0.4
                      AS path: 65500 I, validation-state: unverified
                    > to 4.0.0.18 via xe-2/0/0.104, Push 16, Push 300144(top)
                    [BGP/170] 1w2d 20:49:46, localpref 10
                      AS path: 65500 I, validation-state: unverified
                    > to 4.0.0.45 via xe-2/0/1.111`,
    );
    const popped = room.shown(`@Jupiter\nshow route table mpls.0 label ${label}`);
    expect(popped).toMatch(/to 4\.0\.0\.10 via xe-2\/0\/0\.102, Pop/);
  });

  it('Orcus: show route receive-protocol', () => {
    same(
      room.shown('@Orcus\nshow route receive-protocol bgp 4.0.0.46'),
      `inet.0: 19 destinations, 33 routes (19 active, 0 holddown, 0 hidden)
  Prefix                  Nexthop              MED     Lclpref    AS path
* 4.0.0.20/30             4.0.0.46             150                1 I
  4.0.0.40/30             4.0.0.46             150                1 I
  4.0.0.44/30             4.0.0.46             150                1 I
  4.0.0.76/30             4.0.0.46             150                1 I
  4.0.0.96/30             4.0.0.46             150                1 I
  4.0.0.100/30            4.0.0.46             150                1 I
  10.0.0.2/32             4.0.0.46             150                1 I
  10.0.0.3/32             4.0.0.46             150                1 I
  10.0.0.4/32             4.0.0.46             150                1 I
  10.0.0.5/32             4.0.0.46             150                1 I
  10.0.0.7/32             4.0.0.46             150                1 I
  10.0.0.10/32            4.0.0.46             150                1 I
  10.0.0.14/32            4.0.0.46             150                1 I
  10.0.0.15/32            4.0.0.46             150                1 I`,
    );
  });

  it('Liber: what it tells a reflector', () => {
    same(
      room.shown('@Liber\nshow route advertising-protocol bgp 10.0.0.4'),
      `ipvpn.inet.0: 20 destinations, 33 routes (20 active, 0 holddown, 0 hidden)
  Prefix                  Nexthop              MED     Lclpref    AS path
* 4.0.0.96/30             Self                         100        I
* 4.0.0.100/30            Self                         100        I
* 10.0.0.3/32             Self                         100        I
* 10.0.0.7/32             Self                         100        I
* 10.0.0.10/32            Self                         100        I`,
    );
  });
});

/** Ports, places in lists, counts of messages: as it happens. */
const loose = (text: string): string =>
  timeless(text)
    .replace(/\+\d+ /g, '+PORT ')
    .replace(/Peer index: \d+/, 'Peer index: N')
    .replace(/Index: \d+/, 'Index: N')
    .replace(/for: \d+:\d\d:\d\d/, 'for: AGE')
    .replace(/(Received|Sent|Checked|Total|Updates|Octets) \d+ */g, '$1 N ');

describe('from other posts about the same box', () => {
  it('Liber: show bgp summary', () => {
    const lines = room
      .shown('@Liber\nshow bgp summary')
      .split('\n')
      .map((line) => line.trimEnd());
    expect(lines.slice(0, 6)).toEqual([
      'Groups: 1 Peers: 2 Down peers: 0',
      'Table          Tot Paths  Act Paths Suppressed    History Damp State    Pending',
      'inet.0',
      '                       0          0          0          0          0          0',
      'bgp.l3vpn.0',
      '                      26         13          0          0          0          0',
    ]);
    expect(lines.filter((line) => line.startsWith('  '))).toEqual(
      expect.arrayContaining(['  bgp.l3vpn.0: 10/13/13/0', '  ipvpn.inet.0: 3/13/13/0']),
    );
  });

  it('Liber: show bgp neighbor', () => {
    expect(loose(room.shown('@Liber\nshow bgp neighbor 10.0.0.4'))).toBe(
      loose(`Peer: 10.0.0.4+52845 AS 1      Local: 10.0.0.7+179 AS 1
  Description: Janus
  Type: Internal    State: Established    Flags: <ImportEval Sync>
  Last State: OpenConfirm   Last Event: RecvKeepAlive
  Last Error: None
  Options: <Preference LocalAddress HoldTime AuthKey AddressFamily PeerAS Rib-group Refresh>
  Options: <BfdEnabled>
  Authentication key is configured
  Address families configured: inet-unicast inet-vpn-unicast
  Local Address: 10.0.0.7 Holdtime: 0 Preference: 170
  Number of flaps: 0
  Peer ID: 10.0.0.4        Local ID: 10.0.0.7          Active Holdtime: 0
  Keepalive Interval: 0          Group index: 0    Peer index: 0
  BFD: enabled, up
  NLRI for restart configured on peer: inet-unicast inet-vpn-unicast
  NLRI advertised by peer: inet-unicast inet-vpn-unicast
  NLRI for this session: inet-unicast inet-vpn-unicast
  Peer supports Refresh capability (2)
  Stale routes from peer are kept for: 300
  Peer does not support Restarter functionality
  NLRI that restart is negotiated for: inet-unicast inet-vpn-unicast
  NLRI of received end-of-rib markers: inet-unicast inet-vpn-unicast
  NLRI of all end-of-rib markers sent: inet-unicast inet-vpn-unicast
  Peer supports 4 byte AS extension (peer-as 1)
  Peer does not support Addpath
  Table inet.0 Bit: 10000
    RIB State: BGP restart is complete
    Send state: in sync
    Active prefixes:              0
    Received prefixes:            0
    Accepted prefixes:            0
    Suppressed due to damping:    0
    Advertised prefixes:          0
  Table bgp.l3vpn.0
    RIB State: BGP restart is complete
    RIB State: VPN restart is complete
    Send state: not advertising
    Active prefixes:              3
    Received prefixes:            13
    Accepted prefixes:            13
    Suppressed due to damping:    0
  Table ipvpn.inet.0 Bit: 30000
    RIB State: BGP restart is complete
    RIB State: VPN restart is complete
    Send state: in sync
    Active prefixes:              3
    Received prefixes:            13
    Accepted prefixes:            13
    Suppressed due to damping:    0
    Advertised prefixes:          5
  Last traffic (seconds): Received 184256 Sent 184260 Checked 184260
  Input messages:  Total 9      Updates 7       Refreshes 0     Octets 775
  Output messages: Total 4      Updates 1       Refreshes 0     Octets 307
  Output Queue[0]: 0
  Output Queue[1]: 0
  Output Queue[2]: 0`),
    );
  });

  it('Liber: show isis interface', () => {
    expect(loose(room.shown('@Liber\nshow isis interface xe-2/0/0.112 extensive'))).toBe(
      loose(`IS-IS interface database:
xe-2/0/0.112
  Index: 429, State: 0x6, Circuit id: 0x1, Circuit type: 2
  LSP interval: 100 ms, CSNP interval: 15 s, Loose Hello padding
  Adjacency advertisement: Advertise
  LDP sync state: in sync, for: 00:00:55, reason: LDP up during config
  config holdtime: 10 seconds
  Level 1
    Adjacencies: 0, Priority: 64, Metric: 10
    Disabled
  Level 2
    Adjacencies: 1, Priority: 64, Metric: 10
    Hello Interval: 9.000 s, Hold Time: 27 s`),
    );
  });

  it('labels: fifteen entries on Mars and on Liber, and what the kernel has of one', () => {
    room.script('@Vulcan\nping 4.0.0.77 count 1');
    expect(room.shown('@Mars\nshow route summary table mpls.0')).toContain(
      'mpls.0: 15 destinations, 15 routes (15 active',
    );
    const shown = room.shown('@Liber\nshow route table mpls.0 label 16');
    expect(shown).toContain('mpls.0: 15 destinations, 15 routes (15 active, 0 holddown, 0 hidden)');
    expect(shown).toMatch(/^16 {17}\*\[VPN\/0\] \S+\n {22}to table ipvpn\.inet\.0, Pop/m);
    expect(room.shown('@Juno\nshow route forwarding-table vpn ipvpn matching 10.0.0.15')).toMatch(
      /^Logical system: Juno\nRouting table: ipvpn\.inet\nInternet:\nDestination .*\n10\.0\.0\.15\/32 +user +0 4\.0\.0\.78 +ucst +\d+ +\d+ xe-2\/0\/0\.119$/m,
    );
  });
});

describe('the normal state, asked of the network', () => {
  const paths = (router: string, vrf: string, to: string) => {
    const tables = room
      .router(router)
      .ask('bgp.tables', { family: vrf === 'default' ? 'ipv4' : 'vpnv4', vrf: vrf as VrfName });
    const net = tables?.flatMap((table) => table.nets).find(({ prefix }) => prefix === parsePrefix(to));
    return [...(net?.paths ?? [])]
      .sort((a, b) => Number(b.best) - Number(a.best))
      .map(({ best, from, attributes }) => ({
        best,
        from: from === 'local' ? 'local' : ipText(from.peer),
        pref: attributes.localPref,
        med: attributes.med,
        originator: attributes.originatorId === undefined ? undefined : ipText(attributes.originatorId),
      }));
  };

  it('Luna is the master, Orcus stands by', () => {
    const state = (router: string) =>
      room
        .router(router)
        .ask('vrrp.groups', {})
        .map((row) => row.state);
    expect([state('Luna'), state('Orcus')]).toEqual([['master'], ['backup']]);
  });

  it('the answers come back by Juno and Luna', () => {
    expect(paths('Liber', 'ipvpn', '10.0.0.12/32')[0]).toMatchObject({ best: true, originator: '10.0.0.5' });
    expect(hops(room.shown('@Genius\ntraceroute 10.0.0.12 source 10.0.0.3'))).toEqual([
      '4.0.0.98',
      '4.0.0.22',
      '4.0.0.21',
      '10.0.0.12',
    ]);
  });

  it('MED is compared before EBGP and IBGP: Orcus goes by Luna', () => {
    expect(paths('Orcus', 'default', '10.0.0.3/32')).toMatchObject([
      { best: true, from: '192.168.1.3', med: 10 },
      { best: false, from: '4.0.0.46', med: 150 },
    ]);
  });

  it('what is not used is not told: Luna has one way, Liber has two tellings of one', () => {
    expect(paths('Luna', 'default', '10.0.0.3/32')).toMatchObject([{ best: true, from: '4.0.0.22' }]);
    expect(paths('Ceres', 'ipvpn', '10.0.0.12/32')).toMatchObject([
      { best: true, from: '10.0.0.5', pref: 150 },
      { best: false, from: '10.0.0.4', pref: 150 },
      { best: false, from: '4.0.0.45', pref: 10 },
    ]);
    expect(paths('Liber', 'ipvpn', '10.0.0.12/32')).toMatchObject([
      { best: true, from: '10.0.0.2', originator: '10.0.0.5' },
      { best: false, from: '10.0.0.4', originator: '10.0.0.5' },
    ]);
  });

  it('the site hears nothing of its own, and has next hops on its LAN', () => {
    const heard = room
      .router('Orcus')
      .ask('bgp.received', { vrf: 'default' as VrfName, peer: parseIp4('4.0.0.46') as never });
    const prefixes = (heard ?? []).map(({ nlri }) => nlri.prefix.text);
    expect(prefixes).toHaveLength(14);
    for (const own of ['10.0.0.8/32', '10.0.0.11/32', '10.0.0.12/32', '192.168.1.0/24'])
      expect(prefixes).not.toContain(own);
    expect(room.shown('@Luna\nshow route 4.0.0.20/30 protocol bgp')).toContain('to 192.168.1.2 via xe-2/0/1.150');
  });

  it.each([
    ['Genius', '10.0.0.3', 61],
    ['Mercury', '10.0.0.10', 61],
    ['Venus', '10.0.0.14', 61],
    ['Vulcan', '10.0.0.15', 62],
  ])('%s reaches Saturn', (from, source, ttl) => {
    const shown = room.shown(`@${from}\nping 10.0.0.12 source ${source} count 2`);
    expect(shown).toContain('2 packets transmitted, 2 packets received, 0% packet loss');
    expect(shown).toContain(`ttl=${ttl} `);
  });
});

describe('with the session between Juno and Luna deactivated', () => {
  it('everything is as it was captured, and comes back when it is activated', () => {
    const loss = lost(DEACTIVATE);
    // A withdrawn route is replaced at once.
    expect(loss).toBeLessThanOrEqual(1);
    room.script('.settle');
    same(
      pingTwice(room),
      `PING 10.0.0.3 (10.0.0.3): 56 data bytes
64 bytes from 10.0.0.3: icmp_seq=0 ttl=61 time=0.856 ms
64 bytes from 10.0.0.3: icmp_seq=1 ttl=61 time=0.703 ms
^C
--- 10.0.0.3 ping statistics ---
2 packets transmitted, 2 packets received, 0% packet loss
round-trip min/avg/max/stddev = 0.703/0.779/0.856/0.077 ms`,
    );
    same(
      room.shown(`@Saturn\n${TRACE}`),
      `traceroute to 10.0.0.3 (10.0.0.3) from 10.0.0.12, 30 hops max, 40 byte packets
 1  192.168.1.3 (192.168.1.3)  0.599 ms  0.425 ms  0.370 ms
 2  192.168.1.2 (192.168.1.2)  0.438 ms  1.550 ms  0.407 ms
 3  4.0.0.46 (4.0.0.46)  0.429 ms  0.521 ms  0.508 ms
 4  4.0.0.98 (4.0.0.98)  0.633 ms  0.588 ms  0.551 ms
 5  10.0.0.3 (10.0.0.3)  0.718 ms  0.807 ms  0.692 ms`,
    );
    same(
      room.shown('@Luna\nshow route 10.0.0.3'),
      `inet.0: 18 destinations, 19 routes (18 active, 0 holddown, 0 hidden)
+ = Active Route, - = Last Active, * = Both

10.0.0.3/32        *[BGP/170] 00:03:33, MED 150, localpref 100
                      AS path: 1 I, validation-state: unverified
                    > to 192.168.1.2 via xe-2/0/1.150`,
    );
    expect(room.shown('@Orcus\nshow route 10.0.0.3')).toContain('inet.0: 19 destinations, 20 routes (19 active');
    // Ceres says so itself now: nobody reflected it to Liber.
    const shown = room.shown('@Liber\nshow route table ipvpn.inet.0 10.0.0.12 active-path');
    expect(shown).toMatch(/localpref 10, from 10\.0\.0\.2\n/);
    expect(shown).toMatch(/> to 4\.0\.0\.50 via xe-2\/0\/0\.112, Push 16, Push \d+\(top\)/);
    expect(room.shown('@Liber\nshow route table ipvpn.inet.0 10.0.0.12 active-path detail')).not.toContain(
      'Originator',
    );
    expect(room.shown('@Juno\nshow configuration routing-instances ipvpn protocols bgp group CPE')).toContain(
      'inactive: neighbor 4.0.0.21 {',
    );
    room.script(
      '@Juno\nconfigure\nactivate routing-instances ipvpn protocols bgp group CPE neighbor 4.0.0.21\ncommit and-quit\n.settle',
    );
    expect(hops(room.shown(`@Saturn\n${TRACE}`))).toEqual(NORMAL);
  });
});

/** Requests of a ping, one a second, that were not answered when this happened under it. */
function lost(incident: string): number {
  room.script(`@Saturn\n${PING}\n.wait 5500ms\n${incident}\n.wait 25s\n@Saturn\n.key ctrl-c`);
  const last = room.router('Saturn').ask('pings', {}).at(-1);
  expect(last?.sent).toBeGreaterThanOrEqual(30);
  return (last?.sent ?? 0) - (last?.received ?? 0);
}

describe('a ping runs while', () => {
  it('Luna loses its power: VRRP needs three and a half seconds, the PE its hold time of ten', () => {
    const count = lost('.power Luna off');
    // The last keepalive came at most a third of the hold time before.
    expect(count).toBeGreaterThanOrEqual(6);
    expect(count).toBeLessThanOrEqual(11);
    expect(room.shown('@Orcus\nshow vrrp')).toMatch(/^xe-2\/0\/0\.150 +up +1 +master /m);
    expect(hops(room.shown(`@Saturn\n${TRACE}`))).toEqual(BY_ORCUS);
    room.script('.power Luna on\n.settle');
    expect(hops(room.shown(`@Saturn\n${TRACE}`))).toEqual(NORMAL);
  });

  it('Luna loses its uplink: what it tracks makes Orcus the gateway', () => {
    const shut = (word: string): string =>
      `@Luna\nconfigure\n${word} interfaces xe-2/0/0 unit 105 disable\ncommit and-quit`;
    expect(lost(shut('set'))).toBeLessThanOrEqual(11);
    expect(hops(room.shown(`@Saturn\n${TRACE}`))).toEqual(BY_ORCUS);
    room.script(`${shut('delete')}\n.settle`);
    expect(hops(room.shown(`@Saturn\n${TRACE}`))).toEqual(NORMAL);
  });

  it('a link of the core goes silent: BFD needs three tenths of a second', () => {
    expect(lost('.cut Liber:xe-2/0/0.114')).toBeLessThanOrEqual(1);
    room.script('.mend Liber:xe-2/0/0.114\n.settle');
    expect(hops(room.shown(`@Saturn\n${TRACE}`))).toEqual(NORMAL);
  });
});

it('a save in the middle of a failover comes back as the same run, and goes on as it', async () => {
  const first = await solved();
  first.script(`@Saturn\n${PING}\n.wait 3s\n.power Luna off\n.wait 4s\n@Orcus\nshow vrrp`);
  const save = saveOf(first.play, { title: first.lab.title, engine: 'e' });
  const again = reopen(save, first.lab, first.machinery, { engine: 'e' });
  expect(again.how).toBe('exact');
  expect(again.play.fingerprint).toBe(save.fingerprint);
  for (const play of [first.play, again.play]) play.do({ kind: 'power', device: 'Luna', on: true });
  const end = first.play.now + 30_000_000;
  for (const play of [first.play, again.play]) play.advance(end as typeof first.play.now);
  expect(again.play.fingerprint).toBe(first.play.fingerprint);
});
