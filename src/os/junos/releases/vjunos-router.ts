// vJunos-router, 25.4R1.12.
// Source: captures `show interfaces`, `show version`, `show route`, `show route protocol bgp detail` and `show route
// instance` (display json), snapshots junos_cross_term_match, junos_static_route_defaults and junos_then_action_conflicts.

import type { PortName } from '../../../sim/node.ts';
import { builtIn, engineOf, insideEthernet, loopback, services } from './built-in.ts';
import { packageLines } from './packages.ts';
import { numbered, type Release } from './release.ts';
import { GIGABIT_LINK, TUNNELS, VIRTIO_LINK } from './vmx.ts';

const RELEASE = '25.4R1.12';

const PACKAGES = [
  '*OS Kernel 64-bit ',
  'modules',
  '*OS libs compat32',
  '*OS vmguest',
  '*OS libs',
  '*OS runtime',
  '*OS 32-bit compatibility',
  'mx libs',
  '*OS boot files',
  '*OS EFI boot files',
  '*jail runtime',
  '*OS time zone information',
  'py extensions',
  'py base',
  '=OS package',
  '*OS EFI runtime',
  '*OS crypto',
  'network stack and utilities',
  'libs',
  'mx daemons',
  'vmguest (NFX-3)',
  'mtx network modules',
  'libs compat32',
  'vmguest ',
  'daemons',
  '*OS network modules',
  'mx libs compat32',
  'mx modules',
  'runtime',
  'vmx runtime',
  'mx runtime',
  'J-Insight',
  'Online Documentation',
  'dsa',
  'Packet Forwarding Engine Simulation Package',
  'SSH Tunnel Daemon',
  'sflow mx',
  '=na telemetry',
  'System Monitoring',
  'support scripts',
  '=RPD Telemetry Application',
  'python routing scripts for consistency check in RIB/FIB/PFE',
  'Routing mpls-oam-basic',
  'Routing mpls-oam-advanced',
  'Routing lsys',
  'Routing controller-internal',
  'Routing controller-external',
  'Routing 32-bit Compatible Version',
  'Routing aggregated',
  'probe utility',
  'common platform support',
  '=Openconfig',
  'L2 RSI Scripts',
  'Key Manager',
  'SQL Sync Daemon',
  'mtx Data Plane Crypto Support',
  '=Broadband Edge User Plane Apps',
  'appidd-mx application-identification daemon',
  'Simulation Linux Package',
  'Simulation Package',
  'Simulation Package',
  'Extension Toolkit',
  '=Juniper Malware Removal Tool (JMRT)',
  '=Juniper Malware Removal Tool (JMRT) Test',
];

/** Two packages carry a build of their own. */
const SPECIAL: Readonly<Record<string, string>> = {
  'OS package': '20251105.210515_builder_main',
  'Juniper Malware Removal Tool (JMRT)': `1.0.0+${RELEASE}`,
  'Juniper Malware Removal Tool (JMRT) Test': `1.0.0+${RELEASE}`,
};

function packages(): readonly string[] {
  const system = '20251024.861cae5_builder_bsd15_254';
  const junos = '20251216.154259_builder_junos_254_r1';
  return packageLines(PACKAGES, system, junos, RELEASE).map((line, i) => {
    const build = SPECIAL[(PACKAGES[i] ?? '').slice(1)];
    return build === undefined ? line : line.replace(/\[[^\]]*\]$/, `[${build}]`);
  });
}

export const VJUNOS_ROUTER: Release = {
  model: { name: 'vJunos-router', ports: [...numbered('ge-0/0/', 12), 'fxp0'] as PortName[], release: RELEASE },
  product: 'vmx',
  banner: `--- JUNOS ${RELEASE} Kernel 64-bit  JNPR-15.0-20251024.861cae5_buil`,
  member: undefined,
  packages: packages(),
  ports: [
    { prefix: 'ge-', index: 150, snmp: 528, place: 'forwarding', link: GIGABIT_LINK, speed: 1_000_000_000 },
    { prefix: 'fxp', index: 64, snmp: 1, place: 'management', link: VIRTIO_LINK, speed: 10_000_000_000 },
    TUNNELS,
  ],
  builtIn: [
    ...engineOf(147, 521, 330),
    builtIn('cbp0', 131, 501),
    builtIn('demux0', 129, 502),
    builtIn('demux1', 130, 503),
    builtIn('dsc', 5, 5),
    insideEthernet(),
    builtIn('esi', 136, 504),
    ...numbered('fti', 8).map((name, i) => builtIn(name, 138 + i, 505 + i)),
    builtIn('gre', 10, 8),
    builtIn('ipip', 11, 9),
    builtIn('irb', 134, 513),
    services(128, 514, 324),
    loopback(320),
    builtIn('lsi', 4, 4),
    builtIn('mif', 146, 516),
    builtIn('mtun', 66, 12),
    builtIn('pimd', 26, 11),
    builtIn('pime', 25, 10),
    builtIn('pip0', 132, 517),
    builtIn('pp0', 133, 518),
    builtIn('rbeb', 137, 519),
    builtIn('tap', 12, 7),
    builtIn('vtep', 135, 520),
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
  route: { selected: '  ', validation: true, kernelTable: true, thread: true },
  bgp: { threads: true, originValidation: true },
  interfaces: { idleUnits: true, fec: false, unitIndex: 334, unitSnmp: 540, familyFlags: '0x0' },
  probeSize: 52,
  pids: { bfdd: 11_561, mib2d: 11_542, rpd: 11_583, vrrpd: 11_571 },
  load: '0.70, 0.68, 0.61',
};
