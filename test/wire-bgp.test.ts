// BGP with everything in it between three routers of both systems, every frame judged by a stranger.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Ip4 } from '../src/base/ip.ts';
import { CaptureFile } from '../src/host/capture-file.ts';
import { MAIN } from '../src/route/names.ts';
import { LabRoom } from './harness/lab-room.ts';
import { ip } from './harness/routes.ts';
import { judge, judgeVersion } from './harness/wire-judge.ts';

const version = judgeVersion();
const folder = mkdtempSync(join(tmpdir(), 'labelstack-wire-bgp-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
if (version === undefined) console.log('skipped: the messages of BGP are not judged, tshark is not installed');

/** An AS of four bytes that signs, marks, aggregates and sums up. */
const A = `hostname A
!
interface Loopback0
 ip address 192.0.2.1 255.255.255.255
!
interface Loopback1
 ip address 10.1.0.1 255.255.255.0
!
interface Loopback2
 ip address 10.1.1.1 255.255.255.0
!
interface GigabitEthernet0/0
 ip address 10.0.12.1 255.255.255.252
 mpls bgp forwarding
 no shutdown
!
router bgp 4200000001
 bgp router-id 192.0.2.1
 neighbor 10.0.12.2 remote-as 65002
 neighbor 10.0.12.2 password secret
 !
 address-family ipv4
  network 10.1.0.0 mask 255.255.255.0
  network 10.1.1.0 mask 255.255.255.0
  network 192.0.2.1 mask 255.255.255.255
  aggregate-address 10.1.0.0 255.255.254.0 as-set
  neighbor 10.0.12.2 activate
  neighbor 10.0.12.2 send-community both
  neighbor 10.0.12.2 route-map OUT out
 exit-address-family
!
route-map OUT permit 10
 set metric 50
 set as-path prepend 4200000001 4200000001
 set community 65002:100 no-export
 set extcommunity rt 65002:200
!
end
`;

/** A reflector with a VPN, which sends several paths. */
const B = `set system host-name B
set system root-authentication encrypted-password "$6$labsroot$s/qGem"
set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.2/30
set interfaces ge-0/0/0 unit 0 family mpls
set interfaces ge-0/0/1 unit 0 family inet address 10.0.23.2/30
set interfaces ge-0/0/1 unit 0 family mpls
set interfaces lo0 unit 0 family inet address 192.0.2.2/32
set interfaces lo0 unit 1 family inet address 172.16.2.1/32
set routing-options router-id 192.0.2.2
set routing-options autonomous-system 65002
set routing-options static route 10.2.0.0/24 discard
set protocols mpls interface ge-0/0/1.0
set protocols bgp group A type external
set protocols bgp group A authentication-key secret
set protocols bgp group A export OWN
set protocols bgp group A peer-as 4200000001
set protocols bgp group A neighbor 10.0.12.1
set protocols bgp group C type internal
set protocols bgp group C local-address 10.0.23.2
set protocols bgp group C cluster 192.0.2.2
set protocols bgp group C family inet unicast add-path receive
set protocols bgp group C family inet unicast add-path send path-count 4
set protocols bgp group C family inet-vpn unicast
set protocols bgp group C export OWN
set protocols bgp group C neighbor 10.0.23.1
set policy-options policy-statement OWN term 1 from protocol [ static direct bgp ]
set policy-options policy-statement OWN term 1 then community add LARGE
set policy-options policy-statement OWN term 1 then accept
set policy-options community LARGE members [ large:65002:1:2 65002:300 ]
set routing-instances RED instance-type vrf
set routing-instances RED interface lo0.1
set routing-instances RED route-distinguisher 65002:1
set routing-instances RED vrf-target target:65002:1
set routing-instances RED vrf-table-label
`;

const C = `hostname C
!
vrf definition RED
 rd 65002:2
 !
 address-family ipv4
  route-target export 65002:1
  route-target import 65002:1
 exit-address-family
!
interface Loopback1
 vrf forwarding RED
 ip address 172.16.3.1 255.255.255.255
!
interface GigabitEthernet0/0
 ip address 10.0.23.1 255.255.255.252
 mpls ip
 no shutdown
!
router bgp 65002
 bgp router-id 192.0.2.3
 bgp graceful-restart
 neighbor 10.0.23.2 remote-as 65002
 !
 address-family ipv4
  bgp additional-paths send receive
  neighbor 10.0.23.2 activate
  neighbor 10.0.23.2 additional-paths send receive
 exit-address-family
 !
 address-family vpnv4
  neighbor 10.0.23.2 activate
  neighbor 10.0.23.2 send-community extended
 exit-address-family
 !
 address-family ipv4 vrf RED
  redistribute connected
 exit-address-family
!
end
`;

it.skipIf(version === undefined)('messages of BGP are clean', async () => {
  const room = await LabRoom.made('bgp', {
    'labs/bgp/lab.json': {
      title: 'BGP',
      summary: 'Three routers.',
      minutes: 1,
      devices: [
        { name: 'A', os: 'ios' },
        { name: 'B', os: 'junos' },
        { name: 'C', os: 'ios' },
      ],
      links: [
        { id: 'a-b', ends: ['A:GigabitEthernet0/0', 'B:ge-0/0/0'] },
        { id: 'b-c', ends: ['B:ge-0/0/1', 'C:GigabitEthernet0/0'] },
      ],
    },
    'labs/bgp/start/A.ios': A,
    'labs/bgp/start/B.junos': B,
    'labs/bgp/start/C.ios': C,
  });
  const file = join(folder, 'bgp.pcapng');
  const capture = new CaptureFile(file, room.play.running, ['a-b', 'b-c']);
  // What the frames are full of: paths with identifiers, ASs of four bytes, communities of every kind, labels.
  const told = room.router('C').ask('bgp.received', { vrf: MAIN, peer: ip('10.0.23.2') as Ip4 }) ?? [];
  const one = told.find(({ nlri }) => nlri.prefix.text === '192.0.2.1/32');
  expect(one).toMatchObject({
    nlri: { pathId: expect.any(Number) },
    attributes: { asPath: [{ asns: [4_200_000_001, 4_200_000_001, 4_200_000_001] }], large: [expect.anything()] },
  });
  expect(one?.attributes.extended?.length).toBeGreaterThan(0);
  expect(told.some(({ family, nlri }) => family === 'vpnv4' && nlri.labels?.length === 1)).toBe(true);
  // From the first segment on; then asked again, told off, and refused by another AS.
  room.script(`
.power B off
.wait 10s
.power B on
.settle
@A
clear ip bgp 10.0.12.2 soft
clear ip bgp 10.0.12.2
.settle
configure terminal
router bgp 4200000001
neighbor 10.0.12.2 shutdown
no neighbor 10.0.12.2 shutdown
end
.settle
@C
clear ip bgp 10.0.23.2 soft in
configure terminal
interface Loopback1
shutdown
no shutdown
router bgp 65002
neighbor 10.0.23.2 remote-as 65009
.wait 60s
`);
  const established = (device: string): number =>
    room
      .router(device)
      .ask('bgp.peers', {})
      ?.reduce((sum, peer) => sum + peer.established, 0) ?? 0;
  expect([established('A') >= 3, established('C') >= 1]).toEqual([true, true]);
  capture.close();
  const { frames, bad } = judge(file);
  expect(bad).toEqual([]);
  expect(frames).toBe(capture.frames);
  expect(frames).toBeGreaterThan(100);
});
