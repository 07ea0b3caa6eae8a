// vMX, 21.4R1.12.
// Source: interfaces and packages as a vMX 19.2R1.8 lists them (genieparser golden outputs `show interfaces`, `show version
// invoke-on all-routing-engines`), the order of the built-in ones from a vMX `show interfaces terse`; builds of 21.4R1 from
// a login banner (JNPR-12.1-20211117.16f0122); `show route detail` of vMX 20.x and 21.x.

import type { PortName } from '../../../sim/node.ts';
import { builtIn, engineOf, insideEthernet, loopback, services } from './built-in.ts';
import { packagesOf } from './packages.ts';
import { numbered, type PortKind, type Release } from './release.ts';

const RELEASE = '21.4R1.12';

const PACKAGES = [
  'os-kernel|os-kernel-prd-x86-64-%s|JUNOS OS Kernel 64-bit  [%s]',
  'os-libs|os-libs-12-x86-64-%s|JUNOS OS libs [%s]',
  'os-runtime|os-runtime-x86-64-%s|JUNOS OS runtime [%s]',
  'zoneinfo|os-zoneinfo-%s|JUNOS OS time zone information [%s]',
  'netstack|junos-net-prd-x86-64-%j|JUNOS network stack and utilities [%j]',
  'junos-libs|junos-libs-x86-64-%j|JUNOS libs [%j]',
  'os-libs-compat32|os-libs-compat32-12-x86-64-%s|JUNOS OS libs compat32 [%s]',
  'os-compat32|os-compat32-x86-64-%s|JUNOS OS 32-bit compatibility [%s]',
  'junos-libs-compat32|junos-libs-compat32-x86-64-%j|JUNOS libs compat32 [%j]',
  'junos-runtime|junos-runtime-x86-32-%j|JUNOS runtime [%j]',
  'vmguest|jsim-pfe-x86-32-%j|JUNOS Packet Forwarding Engine Simulation Package [%j]',
  'sflow-platform|sflow-mx-x86-32-%j|JUNOS sflow mx [%j]',
  'py-extensions|py-extensions-x86-32-%j|JUNOS py extensions [%j]',
  'py-base|py-base-x86-32-%j|JUNOS py base [%j]',
  'os-vmguest|os-vmguest-x86-64-%s|JUNOS OS vmguest [%s]',
  'os-crypto|os-crypto-x86-64-%s|JUNOS OS crypto [%s]',
  'na-telemetry|na-telemetry-x86-32-%r|JUNOS na telemetry [%r]',
  'junos-libs-compat32-platform|junos-libs-compat32-mx-x86-64-%j|JUNOS mx libs compat32 [%j]',
  'junos-runtime-platform|junos-runtime-mx-x86-32-%j|JUNOS mx runtime [%j]',
  'junos-platform|junos-platform-x86-32-%j|JUNOS common platform support [%j]',
  'junos-openconfig|junos-openconfig-x86-32-%r|JUNOS Openconfig [%r]',
  'junos-net-platform|junos-net-mtx-prd-x86-64-%j|JUNOS mtx network modules [%j]',
  'junos-modules|junos-modules-x86-64-%j|JUNOS modules [%j]',
  'junos-modules-platform|junos-modules-mx-x86-64-%j|JUNOS mx modules [%j]',
  'junos-libs-platform|junos-libs-mx-x86-64-%j|JUNOS mx libs [%j]',
  'junos-jsqlsync|junos-jsqlsync-x86-32-%j|JUNOS SQL Sync Daemon [%j]',
  'junos-dp-crypto-support-platform|junos-dp-crypto-support-mtx-x86-32-%j|JUNOS mtx Data Plane Crypto Support [%j]',
  'junos-daemons|junos-daemons-x86-64-%j|JUNOS daemons [%j]',
  'junos-daemons-platform|junos-daemons-mx-x86-64-%j|JUNOS mx daemons [%j]',
  'junos-appidd|junos-appidd-mx-x86-32-%j|JUNOS appidd-mx application-identification daemon [%j]',
  'jsim-wrlinux|jsim-wrlinux-x86-32-%j|JUNOS Simulation Linux Package [%j]',
  'jsim-pfe-vmx|jsim-pfe-vmx-x86-32-%j|JUNOS Simulation Package [%j]',
  'jservices-urlf|jservices-urlf-x86-32-%j|JUNOS Services URL Filter package [%j]',
  'jservices-traffic-dird|jservices-traffic-dird-x86-32-%j|JUNOS Services TLB Service PIC package [%j]',
  'jservices-telemetry|jservices-telemetry-x86-32-%j|JUNOS Services Telemetry [%j]',
  'jservices-tcp-log|jservices-tcp-log-x86-32-%j|JUNOS Services TCP-LOG [%j]',
  'jservices-ssl|jservices-ssl-x86-32-%j|JUNOS Services SSL [%j]',
  'jservices-softwire|jservices-softwire-x86-32-%j|JUNOS Services SOFTWIRE [%j]',
  'jservices-sfw|jservices-sfw-x86-32-%j|JUNOS Services Stateful Firewall [%j]',
  'jservices-rtcom|jservices-rtcom-x86-32-%j|JUNOS Services RTCOM [%j]',
  'jservices-rpm|jservices-rpm-x86-32-%j|JUNOS Services RPM [%j]',
  'jservices-pcef|jservices-pcef-x86-32-%j|JUNOS Services PCEF package [%j]',
  'jservices-nat|jservices-nat-x86-32-%j|JUNOS Services NAT [%j]',
  'jservices-mss|jservices-mss-x86-32-%j|JUNOS Services Mobile Subscriber Service Container package [%j]',
  'jservices-mobile|jservices-mobile-x86-32-%j|JUNOS Services MobileNext Software package [%j]',
  'jservices-lrf|jservices-lrf-x86-32-%j|JUNOS Services Logging Report Framework package [%j]',
  'jservices-llpdf|jservices-llpdf-x86-32-%j|JUNOS Services LL-PDF Container package [%j]',
  'jservices-jflow|jservices-jflow-x86-32-%j|JUNOS Services Jflow Container package [%j]',
  'jservices-jdpi|jservices-jdpi-x86-32-%j|JUNOS Services Deep Packet Inspection package [%j]',
  'jservices-ipsec|jservices-ipsec-x86-32-%j|JUNOS Services IPSec [%j]',
  'jservices-ids|jservices-ids-x86-32-%j|JUNOS Services IDS [%j]',
  'jservices-idp|jservices-idp-x86-32-%j|JUNOS IDP Services [%j]',
  'jservices-hcm|jservices-hcm-x86-32-%j|JUNOS Services HTTP Content Management package [%j]',
  'jservices-crypto-base|jservices-crypto-base-x86-32-%j|JUNOS Services Crypto [%j]',
  'jservices-cpcd|jservices-cpcd-x86-32-%j|JUNOS Services Captive Portal and Content Delivery Container package [%j]',
  'jservices-cos|jservices-cos-x86-32-%j|JUNOS Services COS [%j]',
  'jservices-appid|jservices-appid-x86-32-%j|JUNOS AppId Services [%j]',
  'jservices-alg|jservices-alg-x86-32-%j|JUNOS Services Application Level Gateways [%j]',
  'jservices-aacl|jservices-aacl-x86-32-%j|JUNOS Services AACL Container package [%j]',
  'jsd-jet-1|jsd-x86-32-%r-jet-1|JUNOS Extension Toolkit [%j]',
  'jinsight|jinsight-x86-32-%r|JUNOS J-Insight [%j]',
  'jdocs|jdocs-x86-32-%j|JUNOS Online Documentation [%j]',
  'jail-runtime|jail-runtime-x86-32-%s|JUNOS jail runtime [%s]',
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
  packages: packagesOf(PACKAGES, {
    system: '20211117.16f0122_builder_stable_12_214',
    junos: '20211222.031502_builder_junos_214_r1',
    release: RELEASE,
  }),
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
  interfaces: {
    specificFlags: false,
    idleUnits: false,
    fec: true,
    unitIndex: 334,
    unitSnmp: 536,
    familyFlags: undefined,
  },
  probeSize: 52,
  pids: { bfdd: 6012, mib2d: 5990, rpd: 6021, vrrpd: 6017 },
  load: '0.59, 0.40, 0.38',
};
