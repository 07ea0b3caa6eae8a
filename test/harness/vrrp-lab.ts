// A LAN with a host, and an IOS and a Junos router that are its gateway together, each with an uplink to a third router,
// whose own way back is by the Junos router.

import { LabRoom } from './lab-room.ts';

const JUNOS = `set system host-name J1
set system root-authentication encrypted-password "$6$labsroot$s/qGem"
set interfaces ge-0/0/0 unit 0 family inet address 10.0.0.3/24
set interfaces ge-0/0/1 unit 0 family inet address 10.1.3.2/24
set routing-options static route 0.0.0.0/0 next-hop 10.1.3.1
`;

const IOS = `hostname R1
interface GigabitEthernet0/0
 ip address 10.0.0.2 255.255.255.0
 no shutdown
!
interface GigabitEthernet0/1
 ip address 10.1.2.2 255.255.255.0
 no shutdown
!
ip route 0.0.0.0 0.0.0.0 10.1.2.1
end
`;

const CORE = `hostname R9
interface Loopback0
 ip address 10.9.9.9 255.255.255.255
!
interface GigabitEthernet0/0
 ip address 10.1.2.1 255.255.255.0
 no shutdown
!
interface GigabitEthernet0/1
 ip address 10.1.3.1 255.255.255.0
 no shutdown
!
ip route 10.0.0.0 255.255.255.0 10.1.3.2
end
`;

/** Where the group of J1 stands. */
export const J_GROUP = 'interfaces ge-0/0/0 unit 0 family inet address 10.0.0.3/24 vrrp-group 1';

/** `ios`: typed on GigabitEthernet0/0 of R1, or (`!…`) outside it. `junos`: set below `[edit]` of J1, and committed. */
export async function vrrpLab(ios: readonly string[], junos: readonly string[]): Promise<LabRoom> {
  const lab = {
    title: 'A gateway of two',
    summary: 'VRRP.',
    minutes: 1,
    devices: [
      { name: 'H1', os: 'host' },
      { name: 'R1', os: 'ios' },
      { name: 'J1', os: 'junos' },
      { name: 'R9', os: 'ios' },
    ],
    links: [
      { id: 'lan', kind: 'lan', ends: ['H1:eth0', 'R1:GigabitEthernet0/0', 'J1:ge-0/0/0'] },
      { id: 'up1', ends: ['R1:GigabitEthernet0/1', 'R9:GigabitEthernet0/0'] },
      { id: 'up2', ends: ['J1:ge-0/0/1', 'R9:GigabitEthernet0/1'] },
    ],
  };
  const room = await LabRoom.made('gateway', {
    'labs/gateway/lab.json': lab,
    'labs/gateway/start/H1.host': 'ip 10.0.0.10/24 10.0.0.1\n',
    'labs/gateway/start/R1.ios': IOS,
    'labs/gateway/start/J1.junos': JUNOS,
    'labs/gateway/start/R9.ios': CORE,
  });
  if (ios.length > 0) {
    const global = ios.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    const local = ios.filter((line) => !line.startsWith('!'));
    room.script(['@R1', 'configure terminal', ...global, 'interface GigabitEthernet0/0', ...local, 'end'].join('\n'));
  }
  if (junos.length > 0)
    room.script(['@J1', 'configure', ...junos.map((line) => `set ${line}`), 'commit and-quit'].join('\n'));
  return room;
}
