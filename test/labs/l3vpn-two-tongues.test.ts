// The VPN in two tongues: other ways to do the tasks than the one in the lab's folder, which the network takes as well.

import { describe, expect, it } from 'vitest';
import { graded } from '../../src/verbs/grade.ts';
import { LabRoom } from '../harness/lab-room.ts';

/** The tasks that are done. */
const done = (room: LabRoom): readonly string[] =>
  graded(room.play)
    .filter(({ state }) => state === 'done')
    .map(({ task }) => task.id);

/** IOS lines typed in configuration mode. */
const ios = (device: string, lines: string): string => `@${device}\nconfigure terminal\n${lines}\nend\n`;
/** Junos lines typed in configuration mode, and committed. */
const junos = (device: string, lines: string): string => `@${device}\nconfigure\n${lines}\ncommit and-quit\n`;

const REFLECTOR = [
  // Every client a group of its own; one told by its prefix alone, as the reflector may listen for it.
  junos(
    'RR',
    `edit protocols bgp
set group one type internal local-address 10.0.0.3 cluster 10.0.0.3 family inet-vpn unicast
set group one neighbor 10.0.0.1
set group others type internal local-address 10.0.0.3 cluster 10.0.0.3 family inet-vpn unicast
set group others neighbor 10.0.0.4
set group others neighbor 10.0.0.5
top`,
  ),
  junos(
    'PE1',
    'set protocols bgp group rr type internal family inet-vpn unicast\nset protocols bgp group rr neighbor 10.0.0.3 local-address 10.0.0.1',
  ),
  ...['PE2', 'PE3'].map((pe) =>
    ios(
      pe,
      `router bgp 65000
neighbor RR peer-group
neighbor RR remote-as 65000
neighbor RR update-source Loopback0
neighbor 10.0.0.3 peer-group RR
address-family vpnv4
neighbor RR send-community both
neighbor 10.0.0.3 activate`,
    ),
  ),
].join('');

const RED = [
  // Targets by policies instead of vrf-target.
  junos(
    'PE1',
    `set interfaces ge-0/0/1 unit 0 family inet address 172.16.1.1/30
set policy-options community red members target:65000:1
set policy-options policy-statement take-red term 1 from community red
set policy-options policy-statement take-red term 1 then accept
set policy-options policy-statement take-red then reject
set policy-options policy-statement give-red term 1 from protocol [ bgp direct ]
set policy-options policy-statement give-red term 1 then community add red
set policy-options policy-statement give-red term 1 then accept
set policy-options policy-statement give-red then reject
set routing-instances RED instance-type vrf
set routing-instances RED interface ge-0/0/1.0
set routing-instances RED route-distinguisher 65000:101
set routing-instances RED vrf-import take-red
set routing-instances RED vrf-export give-red
set routing-instances RED vrf-table-label
set routing-instances RED protocols bgp group ce neighbor 172.16.1.2 peer-as 65001`,
  ),
  // The old syntax of VRFs, and a network statement instead of redistribution.
  ios(
    'PE2',
    `ip vrf RED
rd 65000:102
route-target import 65000:1
route-target export 65000:1
interface GigabitEthernet0/1
ip vrf forwarding RED
ip address 172.16.2.1 255.255.255.252
no shutdown
router bgp 65000
address-family ipv4 vrf RED
network 172.16.2.0 mask 255.255.255.252
neighbor 172.16.2.2 remote-as 65001
neighbor 172.16.2.2 activate`,
  ),
].join('');

const ONE_AS = [
  junos('PE1', 'set routing-instances RED protocols bgp group ce neighbor 172.16.1.2 as-override'),
  ios('PE2', 'router bgp 65000\naddress-family ipv4 vrf RED\nneighbor 172.16.2.2 as-override'),
].join('');

/** A network statement for the static route instead of redistribution. */
const STATIC = ios(
  'PE3',
  `vrf definition RED
rd 65000:103
route-target import 65000:1
route-target export 65000:1
address-family ipv4
interface GigabitEthernet0/1
vrf forwarding RED
ip address 172.16.3.1 255.255.255.252
no shutdown
ip route vrf RED 192.168.3.0 255.255.255.0 GigabitEthernet0/1 172.16.3.2
router bgp 65000
address-family ipv4 vrf RED
network 192.168.3.0`,
);

const HIDDEN = [
  junos('PE1', 'set protocols mpls no-propagate-ttl'),
  ios('PE2', 'no mpls ip propagate-ttl forwarded'),
].join('');

describe('another way through the lab', () => {
  it('opens the tasks one after the other', async () => {
    const room = await LabRoom.open('l3vpn-two-tongues');
    expect(done(room)).toEqual([]);
    const solvedBy = (script: string): readonly string[] => {
      room.script(`${script}.settle\n`);
      return done(room);
    };
    expect(solvedBy(REFLECTOR)).toEqual(['reflector']);
    expect(solvedBy(RED)).toEqual(['reflector', 'red']);
    expect(solvedBy(ONE_AS)).toEqual(['reflector', 'red', 'one-as']);
    expect(solvedBy(STATIC)).toEqual(['reflector', 'red', 'one-as', 'static']);
    expect(solvedBy(HIDDEN)).toEqual(['reflector', 'red', 'one-as', 'static', 'hidden']);
  });

  it('does not take routes that lead out of the VPN for done', async () => {
    const room = await LabRoom.open('l3vpn-two-tongues', 'solution');
    expect(done(room)).toHaveLength(6);
    // Sites of RED that find one another through the target of BLUE would be one customer.
    room.script(`${ios('PE3', 'vrf definition RED\naddress-family ipv4\nno route-target both 65000:1')}.settle\n`);
    expect(done(room)).not.toContain('static');
  });
});
