// The accumulated IGP metric (RFC 7311) over three ASs and both systems: originated, added to, believed where it may be.

import { describe, expect, it } from 'vitest';
import { LabRoom } from '../harness/lab-room.ts';

const ROOT = 'set system root-authentication encrypted-password "$6$labsroot$s/qGem"\n';

/** Origin: IOS, AS 65001. */
const R1 = `hostname R1
interface GigabitEthernet0/1
 ip address 10.0.12.1 255.255.255.252
 no shutdown
ip route 198.51.100.0 255.255.255.0 Null0
ip route 198.51.101.0 255.255.255.0 Null0
route-map COST permit 10
 match ip address prefix-list ONE
 set aigp-metric 50
route-map COST permit 20
ip prefix-list ONE seq 5 permit 198.51.100.0/24
router bgp 65001
 bgp router-id 192.0.2.1
 neighbor 10.0.12.2 remote-as 65002
 address-family ipv4
  redistribute static route-map COST
  neighbor 10.0.12.2 activate
  neighbor 10.0.12.2 aigp
 exit-address-family
`;

const middle = (
  number: number,
  outside: string,
  peer: string,
  as: number,
  other: string,
): string => `set system host-name R${number}
${ROOT}set interfaces ge-0/0/0 unit 0 family inet address ${outside}/30
set interfaces ge-0/0/1 unit 0 family inet address 10.0.23.${number}/29
set interfaces ge-0/0/1 unit 0 family iso
set interfaces lo0 unit 0 family inet address 192.0.2.${number}/32
set interfaces lo0 unit 0 family iso address 49.0001.0000.0000.000${number}.00
set protocols isis interface ge-0/0/1.0 level 2 metric 17
set protocols isis interface ge-0/0/1.0 level 1 disable
set protocols isis interface lo0.0
set protocols isis level 2 wide-metrics-only
set routing-options router-id 192.0.2.${number}
set routing-options autonomous-system 65002
set protocols bgp group IN type internal
set protocols bgp group IN local-address 192.0.2.${number}
set protocols bgp group IN neighbor ${other}
set protocols bgp group IN export SELF
set protocols bgp group IN family inet unicast aigp
set protocols bgp group OUT type external
set protocols bgp group OUT neighbor ${peer} peer-as ${as}
set protocols bgp group OUT family inet unicast aigp
set policy-options policy-statement SELF then next-hop self
`;

/** The other end: Junos, AS 65003. */
const R4 = `set system host-name R4
${ROOT}set interfaces ge-0/0/0 unit 0 family inet address 10.0.34.2/30
set routing-options router-id 192.0.2.4
set routing-options autonomous-system 65003
set protocols bgp group OUT type external
set protocols bgp group OUT neighbor 10.0.34.1 peer-as 65002
set protocols bgp group OUT family inet unicast aigp
`;

const lab = () =>
  LabRoom.made('aigp', {
    'labs/aigp/lab.json': {
      title: 'Metrics added up',
      summary: 'Three ASs.',
      minutes: 1,
      devices: [
        { name: 'R1', os: 'ios' },
        { name: 'R2', os: 'junos' },
        { name: 'R3', os: 'junos' },
        { name: 'R4', os: 'junos' },
      ],
      links: [
        { id: 'a', ends: ['R1:GigabitEthernet0/1', 'R2:ge-0/0/0'] },
        { id: 'b', ends: ['R2:ge-0/0/1', 'R3:ge-0/0/1'] },
        { id: 'c', ends: ['R3:ge-0/0/0', 'R4:ge-0/0/0'] },
      ],
    },
    'labs/aigp/start/R1.ios': R1,
    'labs/aigp/start/R2.junos': middle(2, '10.0.12.2', '10.0.12.1', 65001, '192.0.2.3'),
    'labs/aigp/start/R3.junos': middle(3, '10.0.34.1', '10.0.34.2', 65003, '192.0.2.2'),
    'labs/aigp/start/R4.junos': R4,
  });

const aigp = (room: LabRoom, device: string, to = '198.51.100.0/24'): string | undefined =>
  /AIGP: (\d+)/.exec(room.shown(`@${device}\nshow route ${to} exact detail | no-more`))?.[1];

describe('AIGP', () => {
  it('adds what it costs to the next hop wherever that changes, on sessions that carry it', async () => {
    const room = await lab();
    expect(room.shown('@R1\nshow ip bgp 198.51.100.0')).toMatch(
      /Origin incomplete, aigp-metric 50, metric 0, localpref 100/,
    );
    // A connected next hop costs nothing; R3 reaches R2's loopback for 17.
    expect([aigp(room, 'R2'), aigp(room, 'R3'), aigp(room, 'R4')]).toEqual(['50', '50', '67']);
    expect(aigp(room, 'R4', '198.51.101.0/24')).toBeUndefined();
    room.script(
      '@R2\nconfigure\nset protocols isis interface ge-0/0/1.0 level 2 metric 5\ncommit and-quit\n@R3\nconfigure\nset protocols isis interface ge-0/0/1.0 level 2 metric 5\ncommit and-quit\n.wait 60s',
    );
    expect(aigp(room, 'R4')).toBe('55');
    room.script('@R4\nconfigure\ndelete protocols bgp group OUT family\ncommit and-quit\n.wait 90s');
    expect(room.shown('@R4\nshow route 198.51.100.0/24 exact')).toMatch(/BGP\/170/);
    expect(aigp(room, 'R4')).toBeUndefined();
  });

  it('is originated and changed by policies of Junos', async () => {
    const room = await lab();
    room.script(`@R2
configure
set routing-options static route 203.0.113.0/24 discard
set policy-options policy-statement SELF term 1 from protocol static
set policy-options policy-statement SELF term 1 then aigp-originate distance 40
set policy-options policy-statement SELF term 1 then accept
commit and-quit
@R3
configure
set policy-options policy-statement MORE then aigp-adjust add 3
set protocols bgp group IN import MORE
commit and-quit
.wait 90s`);
    expect(aigp(room, 'R3', '203.0.113.0/24')).toBe('43');
    expect(aigp(room, 'R4', '203.0.113.0/24')).toBe('60');
  });
});
