// CSR1000V, IOS XE 16.04.01.
// Source: captures of CSR1000V routers (show version, show interfaces, show ip route, show ip bgp all), snapshots
// iosxe_vrf_route_leaking_export_map, iosxe_bgp_confederation and ospf_lab_validation, 2019-2021 (their trailing blanks
// were lost; they are taken from IOSv's); sizes of routes: genieparser ShowIpRouteSummary, IOS XE.

import type { PortName } from '../../../sim/node.ts';
import { IOSV } from './iosv.ts';
import { families, numbered, type Release } from './release.ts';

export const CSR1000V: Release = {
  model: {
    name: 'CSR1000V',
    ports: numbered('GigabitEthernet', 1, 10) as PortName[],
    release: '16.04.01',
  },
  train: '16.4',
  portKinds: [
    {
      prefix: 'GigabitEthernet',
      hardware: 'CSR vNIC',
      media: [
        'Full Duplex, 1000Mbps, link type is auto, media type is RJ45',
        'output flow-control is unsupported, input flow-control is unsupported',
      ],
      inputQueue: 375,
      pauses: true,
      resets: 0,
      counted: 'Gigabit Ethernet',
    },
  ],
  version: {
    head: [
      'Cisco IOS XE Software, Version 16.04.01',
      'Cisco IOS Software [Everest], CSR1000V Software (X86_64_LINUX_IOSD-UNIVERSALK9-M), Version 16.4.1, RELEASE SOFTWARE (fc2)',
      'Technical Support: http://www.cisco.com/techsupport',
      'Copyright (c) 1986-2016 by Cisco Systems, Inc.',
      'Compiled Sun 27-Nov-16 13:02 by mcpre',
      '',
      '',
      'Cisco IOS-XE software, Copyright (c) 2005-2016 by cisco Systems, Inc.',
      'All rights reserved.  Certain components of Cisco IOS-XE software are',
      'licensed under the GNU General Public License ("GPL") Version 2.0.  The',
      'software code licensed under GPL Version 2.0 is free software that comes',
      'with ABSOLUTELY NO WARRANTY.  You can redistribute and/or modify such',
      'GPL code under the terms of GPL Version 2.0.  For more details, see the',
      'documentation or "License Notice" file accompanying the IOS-XE software,',
      'or the applicable URL provided on the flyer accompanying the IOS-XE',
      'software.',
      '',
      '',
      'ROM: IOS-XE ROMMON',
      '',
    ],
    restart: [
      'System returned to ROM by reload',
      'System image file is "bootflash:packages.conf"',
      'Last reload reason: reload',
    ],
    processorLead: 2,
    licence: [
      'License Level: ax',
      'License Type: Default. No valid license found.',
      'Next reload license Level: ax',
      '',
    ],
    processor: [
      'cisco CSR1000V (VXE) processor (revision VXE) with 1086743K/3075K bytes of memory.',
      'Processor board ID %board',
    ],
    memory: [
      '32768K bytes of non-volatile configuration memory.',
      '3019064K bytes of physical memory.',
      '7774207K bytes of virtual hard disk at bootflash:.',
      '0K bytes of  at webui:.',
      '',
      'Configuration register is 0x2102',
      '',
    ],
    board: { length: 11, alphabet: IOSV.version.board.alphabet },
  },
  routeLegend: IOSV.routeLegend,
  bgpLegend: IOSV.bgpLegend,
  bgpReachability: false,
  bgpClearNotifies: true,
  bgpStatusWidth: 6,
  briefNameWidth: 23,
  cefLocalLabels: true,
  clockStep: 1,
  application: true,
  bgpFamilies: families([
    'IPv4 Unicast',
    'IPv6 Unicast',
    'VPNv4 Unicast',
    'IPv4 Multicast',
    'L2VPN E-VPN',
    'VPNv4 Multicast',
    'MVPNv4 Unicast',
    'MVPNv6 Unicast',
    'VPNv4 Flowspec',
  ]),
  vrfFamilies: [...IOSV.vrfFamilies, 'ipv6 multicast'],
  routeMemory: { overhead: 96, bytes: 304, internal: 734, sources: ['application', 'connected', 'static'] },
  bgpMemory: { network: 248, vpnNetwork: 256, path: 120, attribute: 264, extended: 24 },
  dialogue: { ingress: true, pattern: '0x0000ABCD' },
};
