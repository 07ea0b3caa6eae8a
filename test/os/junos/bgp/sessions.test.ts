// Junos routers speak BGP to one another: sessions, what the tables make of it, what show commands, clear and the log tell.
// Forms: captures ShowBgpSummary, ShowBgpNeighbor, ShowBgpGroup…, ShowRouteReceiveProtocol, ShowRouteAdvertisingProtocol
// (genieparser golden outputs), columns counted there; transcripts of an MX104 and of vMX.

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';

/** R1 (65001) - R2 (65002) = R3 (65002): external, and internal between loopbacks. */
const row = (): Routers =>
  new Routers(
    {
      R1: {
        set: `set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.1/30
set interfaces lo0 unit 0 family inet address 10.255.0.1/32
set routing-options autonomous-system 65001
set routing-options static route 172.16.1.0/24 discard
set routing-options static route 172.16.9.0/24 discard
set policy-options policy-statement out term a from protocol static
set policy-options policy-statement out term a then accept
set protocols bgp group up export out
set protocols bgp group up log-updown
set protocols bgp group up neighbor 10.0.12.2 peer-as 65002`,
      },
      R2: {
        set: `set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.2/30
set interfaces ge-0/0/1 unit 0 family inet address 10.0.23.1/30
set interfaces lo0 unit 0 family inet address 10.255.0.2/32
set routing-options autonomous-system 65002
set routing-options static route 10.255.0.3/32 next-hop 10.0.23.2
set policy-options policy-statement no-nine from route-filter 172.16.9.0/24 exact
set policy-options policy-statement no-nine then reject
set protocols bgp log-updown
set protocols bgp group down peer-as 65001
set protocols bgp group down import no-nine
set protocols bgp group down neighbor 10.0.12.1 hold-time 30
set protocols bgp group down neighbor 10.0.12.1 description "to R1"
set protocols bgp group inside type internal
set protocols bgp group inside local-address 10.255.0.2
set protocols bgp group inside neighbor 10.255.0.3`,
      },
      R3: {
        set: `set interfaces ge-0/0/0 unit 0 family inet address 10.0.23.2/30
set interfaces lo0 unit 0 family inet address 10.255.0.3/32
set routing-options autonomous-system 65002
set routing-options static route 10.255.0.2/32 next-hop 10.0.23.1
set routing-options static route 10.0.12.0/30 next-hop 10.0.23.1
set protocols bgp group inside type internal
set protocols bgp group inside local-address 10.255.0.3
set protocols bgp group inside neighbor 10.255.0.2`,
      },
    },
    ['R1 ge-0/0/0 - R2 ge-0/0/0', 'R2 ge-0/0/1 - R3 ge-0/0/0'],
  ).run(seconds(60));

describe('neighbors', () => {
  const routers = row();

  it('are summed up', () => {
    const lines = routers.type('R2', 'show bgp summary').split('\n');
    expect(lines.slice(0, 7)).toEqual([
      'Threading mode: BGP I/O',
      'Default eBGP mode: advertise - accept, receive - accept',
      'Groups: 2 Peers: 2 Down peers: 0',
      'Table          Tot Paths  Act Paths Suppressed    History Damp State    Pending',
      'inet.0               ',
      '                       2          1          0          0          0          0',
      'Peer                     AS      InPkt     OutPkt    OutQ   Flaps Last Up/Dwn State|#Active/Received/Accepted/Damped...',
    ]);
    expect(lines[7]).toMatch(/^10\.0\.12\.1 {13}65001 {9}\d\d {9}\d\d {7}0 {7}0 {10}\d\d Establ$/);
    // Two were told, one of them may not be used.
    expect(lines.slice(8, 11)).toEqual([
      '  inet.0: 1/2/1/0',
      expect.stringMatching(/^10\.255\.0\.3 {12}65002 /),
      '  inet.0: 0/0/0/0',
    ]);
  });

  it('are told of in full', () => {
    const text = routers.type('R2', 'show bgp neighbor 10.0.12.1');
    expect(text).toMatch(/^Peer: 10\.0\.12\.1(\+\d+)? AS 65001 {2}Local: 10\.0\.12\.2(\+\d+)? AS 65002$/m);
    for (const line of [
      '  Description: to R1',
      '  Group: down                  Routing-Instance: master',
      '  Type: External    State: Established    Flags: <Sync>',
      '  Last State: OpenConfirm   Last Event: RecvKeepAlive',
      '  Last Error: None',
      '  Import: [ no-nine ] ',
      '  Options: <Preference HoldTime LogUpDown PeerAS Refresh>',
      '  Holdtime: 30 Preference: 170',
      '  Number of flaps: 0',
      '  Peer ID: 10.255.0.1      Local ID: 10.255.0.2        Active Holdtime: 30',
      '  BFD: disabled, down',
      '  NLRI for this session: inet-unicast',
      '  Peer supports 4 byte AS extension (peer-as 65001)',
      '    Active prefixes:              1',
      '    Received prefixes:            2',
      '    Accepted prefixes:            1',
      '    Suppressed due to damping:    0',
      '    Advertised prefixes:          0',
    ])
      expect(text.split('\n')).toContain(line);
  });

  it('are told of by groups', () => {
    const lines = routers.type('R2', 'show bgp group').split('\n');
    expect(lines).toContain('Group Type: External                               Local AS: 65002');
    expect(lines).toContain('Group Type: Internal    AS: 65002                  Local AS: 65002');
    expect(lines).toContain('  Name: inside          Index: 1                   Flags: <Export Eval>');
    expect(lines).toContain('  Total peers: 1        Established: 1');
  });

  it('that do not exist are not told of', () => {
    expect(routers.type('R2', 'show bgp neighbor 10.9.9.9')).toBe('');
    expect(routers.type('R2', 'show bgp summary instance nobody')).toBe('error: instance nobody not found\n');
  });
});

describe('routes of neighbors', () => {
  const routers = row();
  const lines = (name: string, line: string): readonly string[] => routers.type(name, line).split('\n').slice(1, -1);

  it('stand in the table, hidden ones aside', () => {
    expect(lines('R2', 'show route protocol bgp')).toEqual([
      'inet.0: 8 destinations, 8 routes (7 active, 0 holddown, 1 hidden)',
      '+ = Active Route, - = Last Active, * = Both',
      '',
      expect.stringMatching(/^172\.16\.1\.0\/24 {6}\*\[BGP\/170\] 00:00:\d\d, localpref 100$/),
      '                      AS path: 65001 I, validation-state: unverified',
      '                    >  to 10.0.12.1 via ge-0/0/0.0',
    ]);
    expect(routers.type('R2', 'show route hidden')).toMatch(/^172\.16\.9\.0\/24 {7}\[BGP\/170\]/m);
  });

  it('say from whom they are where packets go to somebody else first', () => {
    expect(routers.type('R3', 'show route 172.16.1.1')).toMatch(
      /\*\[BGP\/170\] [\d:]+, localpref 100, from 10\.255\.0\.2\n {22}AS path: 65001 I, .*\n {20}> {2}to 10\.0\.23\.1 via ge-0\/0\/0\.0/,
    );
    expect(
      lines('R3', 'show route 172.16.1.1 detail')
        .slice(0, 40)
        .map((line) => line.trimEnd()),
    ).toEqual([
      'inet.0: 6 destinations, 6 routes (6 active, 0 holddown, 0 hidden)',
      '172.16.1.0/24 (1 entry, 1 announced)',
      '        *BGP    Preference: 170/-101',
      '                Next hop type: Indirect, Next hop index: 0',
      expect.stringMatching(/^ {16}Address: 0x[0-9a-f]+$/),
      expect.stringMatching(/^ {16}Next-hop reference count: \d+$/),
      '                Source: 10.255.0.2',
      expect.stringMatching(/^ {16}Next hop type: Router, Next hop index: \d+$/),
      '                Next hop: 10.0.23.1 via ge-0/0/0.0, selected',
      expect.stringMatching(/^ {16}Session Id: 0x[0-9a-f]+$/),
      '                Protocol next hop: 10.0.12.1',
      expect.stringMatching(/^ {16}Indirect next hop: 0x[0-9a-f]+ \d+ INH Session ID: 0x[0-9a-f]+$/),
      '                State: <Active Int Ext>',
      '                Local AS: 65002 Peer AS: 65002',
      expect.stringMatching(/^ {16}Age: \d+ \tMetric2: 0$/),
      '                Validation State: unverified',
      '                Task: BGP_65002.10.255.0.2',
      '                Announcement bits (1): 0-KRT',
      '                AS path: 65001 I',
      '                Accepted',
      '                Localpref: 100',
      '                Router ID: 10.255.0.2',
      '                Thread: junos-main',
    ]);
  });

  it('are shown as they came and as they go', () => {
    expect(lines('R2', 'show route receive-protocol bgp 10.0.12.1')).toEqual([
      'inet.0: 8 destinations, 8 routes (7 active, 0 holddown, 1 hidden)',
      '  Prefix                  Nexthop              MED     Lclpref    AS path',
      '* 172.16.1.0/24           10.0.12.1                               65001 I',
    ]);
    expect(lines('R2', 'show route receive-protocol bgp 10.0.12.1 hidden')).toContain(
      '  172.16.9.0/24           10.0.12.1                               65001 I',
    );
    expect(lines('R2', 'show route advertising-protocol bgp 10.255.0.3')).toEqual([
      'inet.0: 8 destinations, 8 routes (7 active, 0 holddown, 1 hidden)',
      '  Prefix                  Nexthop              MED     Lclpref    AS path',
      '* 172.16.1.0/24           10.0.12.1                    100        65001 I',
    ]);
    // Static routes were let out by a policy; Direct and Local ones by none.
    expect(lines('R1', 'show route advertising-protocol bgp 10.0.12.2')).toEqual([
      'inet.0: 5 destinations, 5 routes (5 active, 0 holddown, 0 hidden)',
      '  Prefix                  Nexthop              MED     Lclpref    AS path',
      '* 172.16.1.0/24           Self                                    I',
      '* 172.16.9.0/24           Self                                    I',
    ]);
  });

  it('give way to better ones, and are told to nobody then', () => {
    // Route preference: a static route is 5, BGP 170. Only active routes of BGP are told.
    for (const line of ['configure', 'set routing-options static route 172.16.1.0/24 discard', 'commit and-quit'])
      routers.type('R2', line);
    routers.run(seconds(5));
    expect(routers.type('R2', 'show route 172.16.1.0/24 exact')).toMatch(/\*\[Static\/5\][\s\S]* \[BGP\/170\]/);
    expect(routers.type('R3', 'show route 172.16.1.0/24 exact')).not.toContain('BGP');
    expect(routers.type('R2', 'show route 172.16.1.0/24 exact detail')).toContain('Inactive reason: Route Preference');
  });
});

describe('sessions', () => {
  it('are cleared, and tell the log why they went and came back', () => {
    const routers = row();
    expect(routers.type('R2', 'clear bgp neighbor 10.0.12.1')).toBe('Cleared 1 connections\n');
    expect(routers.type('R2', 'show bgp neighbor 10.0.12.1')).toContain('Last State: Established   Last Event: Stop');
    routers.run(seconds(60));
    const said = routers.type('R2', 'show log messages | match 10.0.12.1 | last 3').split('\n');
    expect(said.map((line) => line.replace(/^.*rpd\[\d+\]: /, '')).slice(0, 3)).toEqual([
      'bgp_peer_mgmt_clear:8430: NOTIFICATION sent to 10.0.12.1 (External AS 65001): code 6 (Cease) subcode 4 (Administratively Reset), Reason: Management session cleared BGP neighbor',
      'RPD_BGP_NEIGHBOR_STATE_CHANGED: BGP peer 10.0.12.1 (External AS 65001) changed state from Established to Idle (event Stop) (instance master)',
      'RPD_BGP_NEIGHBOR_STATE_CHANGED: BGP peer 10.0.12.1 (External AS 65001) changed state from OpenConfirm to Established (event RecvKeepAlive) (instance master)',
    ]);
    expect(routers.type('R2', 'show bgp summary')).toMatch(/^10\.0\.12\.1 .* 1 {10,}\d+ Establ$/m);
  });

  it('survive a soft reset', () => {
    const routers = row();
    expect(routers.type('R2', 'clear bgp neighbor soft-inbound')).toBe('');
    routers.run(seconds(5));
    expect(routers.type('R2', 'show bgp summary')).toMatch(/^10\.0\.12\.1 .* 0 {7,}1:\d\d Establ$/m);
    expect(routers.type('R1', 'show bgp neighbor')).toMatch(/Input messages: .* Refreshes 1 /);
  });

  it('end with a deactivated neighbor, and come with it again', () => {
    const routers = row();
    for (const line of ['configure', 'deactivate protocols bgp group down neighbor 10.0.12.1', 'commit'])
      routers.type('R2', line);
    routers.run(seconds(5));
    expect(routers.type('R2', 'run show bgp summary')).toContain('Groups: 1 Peers: 1 Down peers: 0');
    expect(routers.type('R1', 'show bgp summary')).toContain('Down peers: 1');
    for (const line of ['activate protocols bgp group down neighbor 10.0.12.1', 'commit']) routers.type('R2', line);
    routers.run(seconds(60));
    expect(routers.type('R2', 'run show bgp summary')).toContain('Groups: 2 Peers: 2 Down peers: 0');
  });
});
