// MX104, 13.3R4.6: a modular box with four 10-Gigabit ports of its own and a MIC with Gigabit ports.
// Source: "MX104 Universal Routing Platform Hardware Guide" (built-in ports xe-2/0/0 to xe-2/0/3, FPC numbers); suites of
// `show version` of MX boxes with Junos 13.3; posts of 2015 about an MX104 with logical systems (`40 byte packets`, one
// blank behind the `>` of a next hop).

import type { PortName } from '../../../sim/node.ts';
import { builtIn, engineOf, loopback } from './built-in.ts';
import { packagesOf } from './packages.ts';
import { numbered, type Release } from './release.ts';
import { GIGABIT_LINK, TUNNELS } from './vmx.ts';

const RELEASE = '13.3R4.6';

const PACKAGES = [
  'junos||JUNOS Base OS boot [%r]',
  'jbase||JUNOS Base OS Software Suite [%r]',
  'jkernel||JUNOS Kernel Software Suite [%r]',
  'jcrypto||JUNOS Crypto Software Suite [%r]',
  'jpfe||JUNOS Packet Forwarding Engine Support (MX104) [%r]',
  'jdocs||JUNOS Online Documentation [%r]',
  'jservices-alg||JUNOS Services Application Level Gateways [%r]',
  'jservices-jflow||JUNOS Services Jflow Container package [%r]',
  'jservices-sfw||JUNOS Services Stateful Firewall [%r]',
  'jservices-nat||JUNOS Services NAT [%r]',
  'jroute||JUNOS Routing Software Suite [%r]',
];

const TEN_GIGABIT_LINK = GIGABIT_LINK.map((item) => item.replace('1000mbps', '10Gbps')).filter(
  (item) => !/^(?:Auto-negotiation|Remote fault)/.test(item),
);

const AGGREGATED_LINK = [
  'Link-level type: Ethernet',
  'MTU: %mtu',
  'Speed: 10Gbps',
  'BPDU Error: None',
  'MAC-REWRITE Error: None',
  'Loopback: Disabled',
  'Source filtering: Disabled',
  'Flow control: Disabled',
];

const FXP_LINK = ['Type: Ethernet', 'Link-level type: Ethernet', 'MTU: %mtu', 'Speed: 1000mbps'];

export const MX104: Release = {
  model: {
    name: 'mx104',
    ports: [...numbered('ge-0/0/', 10), ...numbered('xe-2/0/', 4), 'fxp0'] as PortName[],
    bundles: numbered('ae', 16) as PortName[],
    release: RELEASE,
  },
  product: 'mx104',
  banner: `--- JUNOS ${RELEASE} built 2014-08-26 05:09:28 UTC`,
  member: undefined,
  packages: packagesOf(PACKAGES, { system: RELEASE, junos: RELEASE, release: RELEASE }),
  ports: [
    { prefix: 'ge-', index: 148, snmp: 526, place: 'forwarding', link: GIGABIT_LINK, speed: 1_000_000_000 },
    { prefix: 'xe-', index: 168, snmp: 546, place: 'forwarding', link: TEN_GIGABIT_LINK, speed: 10_000_000_000 },
    { prefix: 'ae', index: 180, snmp: 560, place: 'forwarding', link: AGGREGATED_LINK, speed: 10_000_000_000 },
    { prefix: 'fxp', index: 1, snmp: 1, place: 'management', link: FXP_LINK, speed: 1_000_000_000 },
    TUNNELS,
  ],
  builtIn: [
    ...engineOf(145, 519, 329),
    builtIn('cbp0', 131, 501),
    builtIn('demux0', 129, 502),
    builtIn('dsc', 5, 5),
    builtIn('gre', 10, 8),
    builtIn('ipip', 11, 9),
    builtIn('irb', 133, 512),
    loopback(320),
    builtIn('lsi', 4, 4),
    builtIn('mtun', 66, 12),
    builtIn('pimd', 26, 11),
    builtIn('pime', 25, 10),
    builtIn('pip0', 130, 515),
    builtIn('pp0', 132, 516),
    builtIn('tap', 12, 7),
  ],
  internal: [
    {
      name: '__juniper_private1__',
      tables: [['inet.0', 5, 0]],
      interfaces: ['pfh-0/0/0.16383', 'pfe-0/0/0.16383', 'lo0.16385'],
    },
    { name: '__juniper_private2__', tables: [['inet.0', 0, 1]], interfaces: ['pfh-0/0/0.16384', 'lo0.16384'] },
    { name: '__master.anon__', tables: [], interfaces: [] },
  ],
  route: { early: true, selected: ' ', validation: true, kernelTable: false, thread: false },
  bgp: { threads: false, originValidation: false },
  interfaces: {
    specificFlags: false,
    idleUnits: false,
    fec: false,
    unitIndex: 400,
    unitSnmp: 600,
    familyFlags: undefined,
  },
  probeSize: 40,
  pids: { bfdd: 1612, mib2d: 1590, rpd: 1621, vrrpd: 1618 },
  load: '0.11, 0.09, 0.08',
};
