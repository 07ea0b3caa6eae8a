// vMX, 21.4R1.12.
// Source: interfaces and packages as a vMX 19.2R1.8 lists them (genieparser golden outputs `show interfaces`, `show version
// invoke-on all-routing-engines`), the order of the built-in ones from a vMX `show interfaces terse`; builds of 21.4R1 from
// a login banner (JNPR-12.1-20211117.16f0122); `show route detail` of vMX 20.x and 21.x.

import type { PortName } from '../../../sim/node.ts';
import { builtIn, engineOf, insideEthernet, loopback, services } from './built-in.ts';
import { packageLines } from './packages.ts';
import { numbered, type PortKind, type Release } from './release.ts';

const RELEASE = '21.4R1.12';

const PACKAGES = [
  '*OS Kernel 64-bit ',
  '*OS libs',
  '*OS runtime',
  '*OS time zone information',
  'network stack and utilities',
  'libs',
  '*OS libs compat32',
  '*OS 32-bit compatibility',
  'libs compat32',
  'runtime',
  'Packet Forwarding Engine Simulation Package',
  'sflow mx',
  'py extensions',
  'py base',
  '*OS vmguest',
  '*OS crypto',
  '=na telemetry',
  'mx libs compat32',
  'mx runtime',
  'common platform support',
  '=Openconfig',
  'mtx network modules',
  'modules',
  'mx modules',
  'mx libs',
  'SQL Sync Daemon',
  'mtx Data Plane Crypto Support',
  'daemons',
  'mx daemons',
  'appidd-mx application-identification daemon',
  'Simulation Linux Package',
  'Simulation Package',
  'Services URL Filter package',
  'Services TLB Service PIC package',
  'Services Telemetry',
  'Services TCP-LOG',
  'Services SSL',
  'Services SOFTWIRE',
  'Services Stateful Firewall',
  'Services RTCOM',
  'Services RPM',
  'Services PCEF package',
  'Services NAT',
  'Services Mobile Subscriber Service Container package',
  'Services MobileNext Software package',
  'Services Logging Report Framework package',
  'Services LL-PDF Container package',
  'Services Jflow Container package',
  'Services Deep Packet Inspection package',
  'Services IPSec',
  'Services IDS',
  'IDP Services',
  'Services HTTP Content Management package',
  'Services Crypto',
  'Services Captive Portal and Content Delivery Container package',
  'Services COS',
  'AppId Services',
  'Services Application Level Gateways',
  'Services AACL Container package',
  'Extension Toolkit',
  'J-Insight',
  'Online Documentation',
  '*jail runtime',
];

/** The link line of a Gigabit port of a vMX, and of what is made like it. */
/** Indexes were not captured. */
export const TUNNELS: PortKind = {
  prefix: 'lt-',
  index: 160,
  snmp: 540,
  place: 'tunnel',
  link: ['Type: Logical-tunnel', 'Link-level type: Logical-tunnel', 'MTU: Unlimited', 'Speed: 1000mbps'],
  speed: 1_000_000_000,
};

export const GIGABIT_LINK = [
  'Link-level type: Ethernet',
  'MTU: %mtu',
  'MRU: %mru',
  'LAN-PHY mode',
  'Speed: 1000mbps',
  'BPDU Error: None',
  'Loop Detect PDU Error: None',
  'Ethernet-Switching Error: None',
  'MAC-REWRITE Error: None',
  'Loopback: Disabled',
  'Source filtering: Disabled',
  'Flow control: Enabled',
  'Auto-negotiation: Enabled',
  'Remote fault: Online',
];

/** Of the management port of a virtual routing engine. */
export const VIRTIO_LINK = ['Type: Ethernet', 'Link-level type: Ethernet', 'MTU: %mtu', 'Speed: 10Gbps'];

export const VMX: Release = {
  model: { name: 'vmx', ports: [...numbered('ge-0/0/', 10), 'fxp0'] as PortName[], release: RELEASE },
  product: 'vmx',
  banner: `--- JUNOS ${RELEASE} Kernel 64-bit  JNPR-12.1-20211117.16f0122_buil`,
  member: undefined,
  packages: packageLines(
    PACKAGES,
    '20211117.16f0122_builder_stable_12_214',
    '20211222.031502_builder_junos_214_r1',
    RELEASE,
  ),
  ports: [
    { prefix: 'ge-', index: 148, snmp: 526, place: 'forwarding', link: GIGABIT_LINK, speed: 1_000_000_000 },
    { prefix: 'fxp', index: 64, snmp: 1, place: 'management', link: VIRTIO_LINK, speed: 10_000_000_000 },
    TUNNELS,
  ],
  builtIn: [
    ...engineOf(145, 519, 329),
    builtIn('cbp0', 131, 501),
    builtIn('demux0', 129, 502),
    builtIn('dsc', 5, 5),
    insideEthernet(),
    builtIn('esi', 135, 503),
    ...numbered('fti', 8).map((name, i) => builtIn(name, 137 + i, 504 + i)),
    builtIn('gre', 10, 8),
    builtIn('ipip', 11, 9),
    builtIn('irb', 133, 512),
    services(128, 513, 324),
    loopback(320),
    builtIn('lsi', 4, 4),
    builtIn('mtun', 66, 12),
    builtIn('pimd', 26, 11),
    builtIn('pime', 25, 10),
    builtIn('pip0', 130, 515),
    builtIn('pp0', 132, 516),
    builtIn('rbeb', 136, 517),
    builtIn('tap', 12, 7),
    builtIn('vtep', 134, 518),
  ],
  internal: [
    {
      name: '__juniper_private1__',
      tables: [
        ['inet.0', 5, 0],
        ['inet6.0', 3, 0],
      ],
      interfaces: ['pfh-0/0/0.16383', 'pfe-0/0/0.16383', 'lo0.16385', 'em1.0'],
    },
    { name: '__juniper_private2__', tables: [['inet.0', 0, 1]], interfaces: ['pfh-0/0/0.16384', 'lo0.16384'] },
    { name: '__juniper_private4__', tables: [], interfaces: [] },
    { name: '__master.anon__', tables: [], interfaces: [] },
  ],
  route: { selected: '  ', validation: true, kernelTable: false, thread: true },
  bgp: { threads: true, originValidation: false },
  interfaces: { idleUnits: false, fec: true, unitIndex: 334, unitSnmp: 536, familyFlags: undefined },
  probeSize: 52,
  pids: { bfdd: 6012, mib2d: 5990, rpd: 6021, vrrpd: 6017 },
  load: '0.59, 0.40, 0.38',
};
