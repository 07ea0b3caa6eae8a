// Route target constraint (RFC 4684) between a Junos reflector, a Junos PE and an IOS PE: who hears which VPN routes.

import { describe, expect, it } from 'vitest';
import { LabRoom } from '../harness/lab-room.ts';

const ROOT = 'set system root-authentication encrypted-password "$6$labsroot$s/qGem"\n';

const RR = `set system host-name RR
${ROOT}set interfaces ge-0/0/0 unit 0 family inet address 10.0.1.1/30
set interfaces ge-0/0/1 unit 0 family inet address 10.0.2.1/30
set routing-options router-id 192.0.2.100
set routing-options autonomous-system 65000
set routing-options resolution rib bgp.l3vpn.0 resolution-ribs inet.0
set protocols bgp group PE type internal
set protocols bgp group PE cluster 192.0.2.100
set protocols bgp group PE family inet-vpn unicast
set protocols bgp group PE family route-target
set protocols bgp group PE neighbor 10.0.1.2
set protocols bgp group PE neighbor 10.0.2.2
`;

const vrf = (name: string, number: number): string => `set routing-instances ${name} instance-type vrf
set routing-instances ${name} route-distinguisher 192.0.2.1:${number}
set routing-instances ${name} vrf-target target:65000:${number}
set routing-instances ${name} vrf-table-label
set routing-instances ${name} routing-options static route 198.51.10${number}.0/24 discard
`;

const P1 = `set system host-name P1
${ROOT}set interfaces ge-0/0/0 unit 0 family inet address 10.0.1.2/30
set routing-options static route 10.0.2.0/30 next-hop 10.0.1.1
set routing-options router-id 192.0.2.1
set routing-options autonomous-system 65000
set routing-options resolution rib bgp.l3vpn.0 resolution-ribs inet.0
set protocols bgp group RR type internal
set protocols bgp group RR family inet-vpn unicast
set protocols bgp group RR family route-target
set protocols bgp group RR neighbor 10.0.1.1
${vrf('RED', 1)}${vrf('BLUE', 2)}${vrf('GREEN', 3)}`;

const P2 = `hostname P2
ip vrf RED
 rd 65000:201
 route-target both 65000:1
ip vrf BLUE
 rd 65000:202
 route-target both 65000:2
interface GigabitEthernet0/1
 ip address 10.0.2.2 255.255.255.252
 no shutdown
ip route 10.0.1.0 255.255.255.252 10.0.2.1
ip route vrf RED 203.0.113.0 255.255.255.128 Null0
ip route vrf BLUE 203.0.113.128 255.255.255.128 Null0
router bgp 65000
 bgp router-id 192.0.2.2
 no bgp default ipv4-unicast
 neighbor 10.0.2.1 remote-as 65000
 address-family vpnv4
  neighbor 10.0.2.1 activate
  neighbor 10.0.2.1 send-community extended
 exit-address-family
 address-family rtfilter unicast
  neighbor 10.0.2.1 activate
  neighbor 10.0.2.1 send-community extended
 exit-address-family
 address-family ipv4 vrf RED
  redistribute static
 exit-address-family
 address-family ipv4 vrf BLUE
  redistribute static
 exit-address-family
`;

const lab = () =>
  LabRoom.made('rtc', {
    'labs/rtc/lab.json': {
      title: 'Targets',
      summary: 'Who wants what.',
      minutes: 1,
      devices: [
        { name: 'RR', os: 'junos' },
        { name: 'P1', os: 'junos' },
        { name: 'P2', os: 'ios' },
      ],
      links: [
        { id: 'a', ends: ['RR:ge-0/0/0', 'P1:ge-0/0/0'] },
        { id: 'b', ends: ['RR:ge-0/0/1', 'P2:GigabitEthernet0/1'] },
      ],
    },
    'labs/rtc/start/RR.junos': RR,
    'labs/rtc/start/P1.junos': P1,
    'labs/rtc/start/P2.ios': P2,
  });

/** VPN routes that the reflector tells a neighbour, without distinguishers. */
const told = (room: LabRoom, peer: string): readonly string[] =>
  room
    .shown(`@RR\nshow route advertising-protocol bgp ${peer} table bgp.l3vpn.0 | no-more`)
    .split('\n')
    .flatMap((line) => /^\*? +\S*:(\d+\.\d+\.\d+\.\d+\/\d+)/.exec(line)?.[1] ?? [])
    .sort();

describe('route target constraint', () => {
  it('tells each PE what it imports, and others when it wants others', async () => {
    const room = await lab();
    // GREEN is nobody's but P1's.
    expect(told(room, '10.0.2.2')).toEqual(['198.51.101.0/24', '198.51.102.0/24']);
    expect(told(room, '10.0.1.2')).toEqual(['203.0.113.0/25', '203.0.113.128/25']);
    // P1 does not even tell the reflector of GREEN, which nobody else wants… but for itself.
    room.script('@P2\nconfigure terminal\nip vrf BLUE\nno route-target import 65000:2\nend\n.wait 90s');
    expect(told(room, '10.0.2.2')).toEqual(['198.51.101.0/24']);
    room.script('@P2\nconfigure terminal\nip vrf BLUE\nroute-target import 65000:3\nend\n.wait 90s');
    expect(told(room, '10.0.2.2')).toEqual(['198.51.101.0/24', '198.51.103.0/24']);
  });

  it('is shown by both systems', async () => {
    const room = await lab();
    const junos = room
      .shown('@RR\nshow route table bgp.rtarget.0 | no-more')
      .split('\n')
      .map((line) => line.replace(/ \d\d:\d\d:\d\d/, '').trimEnd());
    expect(junos.slice(1, 10)).toEqual([
      'bgp.rtarget.0: 3 destinations, 5 routes (3 active, 0 holddown, 0 hidden)',
      '+ = Active Route, - = Last Active, * = Both',
      '',
      '65000:65000:1/96',
      '                   *[BGP/170], localpref 100',
      '                      AS path: I, validation-state: unverified',
      '                    >  to 10.0.1.2 via ge-0/0/0.0',
      '                    [BGP/170], localpref 100',
      '                      AS path: I, validation-state: unverified',
    ]);
    expect(room.shown('@P1\nshow route table bgp.rtarget.0 protocol rtarget | no-more')).toMatch(
      /65000:65000:3\/96 +\n +\*\[RTarget\/5\] \d\d:\d\d:\d\d\n +Local\n/,
    );
    const ios = room
      .shown('@P2\nshow bgp rtfilter unicast all')
      .split('\n')
      .map((line) => line.replace(/ +/g, ' ').trimEnd());
    expect(ios.slice(-6, -1)).toEqual([
      ' * i 65000:2:65000:1 10.0.2.1 100 0 i',
      ' *> 0.0.0.0 32768 i',
      ' * i 65000:2:65000:2 10.0.2.1 100 0 i',
      ' *> 0.0.0.0 32768 i',
      ' *>i 65000:2:65000:3 10.0.2.1 100 0 i',
    ]);
    expect(room.shown('@P2\nshow ip bgp rtfilter all').split('\n')).toHaveLength(ios.length);
    expect(room.shown('@P2\nshow bgp vpnv4 unicast all neighbors')).toMatch(
      /Address family RTFilter Unicast: advertised and received/,
    );
    expect(room.shown('@P2\nshow bgp rtfilter unicast rt 2 65000:3')).toMatch(/65000:2:65000:3/);
    expect(room.shown('@P1\nshow bgp neighbor 10.0.1.1 | match NLRI')).toMatch(/inet-vpn-unicast route-target/);
  });

  it('asks for everything where its owner says so', async () => {
    const room = await lab();
    room.script(
      '@P2\nconfigure terminal\nrouter bgp 65000\naddress-family rtfilter unicast\nneighbor 10.0.2.1 default-originate\nend\n.wait 90s',
    );
    expect(told(room, '10.0.2.2')).toEqual(['198.51.101.0/24', '198.51.102.0/24', '198.51.103.0/24']);
    expect(room.shown('@RR\nshow route table bgp.rtarget.0 | no-more')).toMatch(/0:0:0\/0/);
  });
});
