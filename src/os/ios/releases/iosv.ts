// IOSv, 15.7(3)M3.
// Source: captures of IOSv routers (show version, show interfaces, show ip route, show ip bgp all), snapshots ios_add_path,
// ios_basic_vrrp and cisco_xr_ios_vpnv4, 2022-2023; sizes of routes: `show ip route summary` of a 15.x IOSv-class image.

import type { PortName } from '../../../sim/node.ts';
import { families, numbered, type Release } from './release.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export const IOSV: Release = {
  model: {
    name: 'IOSv',
    ports: numbered('GigabitEthernet0/', 0, 15) as PortName[],
    release: '15.7(3)M3',
  },
  train: '15.7',
  portKinds: [
    {
      prefix: 'GigabitEthernet',
      hardware: 'iGbE',
      media: [
        'Auto Duplex, Auto Speed, link type is auto, media type is RJ45',
        'output flow-control is unsupported, input flow-control is unsupported',
      ],
      inputQueue: 75,
      pauses: true,
      resets: 1,
      counted: 'Gigabit Ethernet',
    },
  ],
  version: {
    head: [
      'Cisco IOS Software, IOSv Software (VIOS-ADVENTERPRISEK9-M), Version 15.7(3)M3, RELEASE SOFTWARE (fc2)',
      'Technical Support: http://www.cisco.com/techsupport',
      'Copyright (c) 1986-2018 by Cisco Systems, Inc.',
      'Compiled Wed 01-Aug-18 16:45 by prod_rel_team',
      '',
      '',
      'ROM: Bootstrap program is IOSv',
      '',
    ],
    restart: [
      'System returned to ROM by reload',
      'System image file is "flash0:/vios-adventerprisek9-m"',
      'Last reload reason: Unknown reason',
    ],
    processorLead: undefined,
    licence: [],
    processor: ['Cisco IOSv (revision 1.0) with  with 460033K/62464K bytes of memory.', 'Processor board ID %board'],
    memory: [
      'DRAM configuration is 72 bits wide with parity disabled.',
      '256K bytes of non-volatile configuration memory.',
      '2097152K bytes of ATA System CompactFlash 0 (Read/Write)',
      '0K bytes of ATA CompactFlash 1 (Read/Write)',
      '1024K bytes of ATA CompactFlash 2 (Read/Write)',
      '0K bytes of ATA CompactFlash 3 (Read/Write)',
      '',
      '',
      '',
      'Configuration register is 0x0',
      '',
    ],
    board: { length: 21, alphabet: LETTERS },
  },
  routeLegend: [
    'Codes: L - local, C - connected, S - static, R - RIP, M - mobile, B - BGP',
    '       D - EIGRP, EX - EIGRP external, O - OSPF, IA - OSPF inter area ',
    '       N1 - OSPF NSSA external type 1, N2 - OSPF NSSA external type 2',
    '       E1 - OSPF external type 1, E2 - OSPF external type 2',
    '       i - IS-IS, su - IS-IS summary, L1 - IS-IS level-1, L2 - IS-IS level-2',
    '       ia - IS-IS inter area, * - candidate default, U - per-user static route',
    '       o - ODR, P - periodic downloaded static route, H - NHRP, l - LISP',
    '       a - application route',
    '       + - replicated route, % - next hop override, p - overrides from PfR',
  ],
  bgpLegend: [
    'Status codes: s suppressed, d damped, h history, * valid, > best, i - internal, ',
    '              r RIB-failure, S Stale, m multipath, b backup-path, f RT-Filter, ',
    '              x best-external, a additional-path, c RIB-compressed, ',
    '              t secondary path, ',
    'Origin codes: i - IGP, e - EGP, ? - incomplete',
    'RPKI validation codes: V valid, I invalid, N Not found',
  ],
  bgpReachability: true,
  bgpClearNotifies: false,
  bgpStatusWidth: 6,
  briefNameWidth: 27,
  cefLocalLabels: false,
  clockStep: 1,
  application: true,
  bgpFamilies: families([
    'IPv4 Unicast',
    'VPNv4 Unicast',
    'IPv4 Multicast',
    'L2VPN E-VPN',
    'VPNv4 Multicast',
    'MVPNv4 Unicast',
  ]),
  vrfFamilies: ['ipv6 unicast', 'ipv4 multicast'],
  routeMemory: { overhead: 96, bytes: 288, internal: 440, sources: ['connected', 'static', 'application'] },
  bgpMemory: { network: 144, vpnNetwork: 152, path: 80, attribute: 160, extended: 24 },
  dialogue: { ingress: true, pattern: '0x0000ABCD' },
};
