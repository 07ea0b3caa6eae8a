// What Junos writes into its log when something happens.
// Source: System Log Explorer, SNMP_TRAP_LINK_UP and SNMP_TRAP_LINK_DOWN; lines of `show log messages` of QFX and MX boxes
// (`mib2d[14567]: SNMP_TRAP_LINK_UP: ifIndex 752, ifAdminStatus up(1), ifOperStatus up(1), ifName et-0/0/24:0.0`); the kernel's
// KERN_ARP_DUPLICATE_ADDR and tcp_auth_ok. IS-IS: System Log Explorer,
// RPD_ISIS_ADJUP, RPD_ISIS_ADJDOWN; a line of a router of 2018 (`<29>… rpd[1167]: RPD_ISIS_ADJDOWN: IS-IS lost L2 adjacency to
// … on ge-0/0/1.0, reason: Aged Out`), other reasons: CLI reference, "show isis adjacency" (Down reason).

import { ipText } from '../../base/ip.ts';
import { macColons } from '../../base/mac.ts';
import type { DeviceEvent } from '../../device/events.ts';
import { MAIN_ROUTER } from '../box.ts';
import type { Box, LogLine } from '../os.ts';
import { maximumPrefix, notification, peerDown, peerUp } from './phrase-bgp.ts';
import { bfdLines, neighborLine, sessionLine } from './phrase-mpls.ts';
import { refusedLine, vrrpLine } from './phrase-vrrp.ts';
import { releaseOf } from './releases.ts';
import { inventoryIn, snmpIndexOf } from './show/interface-facts.ts';

type Of<K extends DeviceEvent['kind']> = Extract<DeviceEvent, { readonly kind: K }>;

const KERNEL = 'kernel';

/** Syslog severities. RFC 5424 §6.2.1 */
const WARNING = 4;
const NOTICE = 5;
const ERROR = 3;

/** Undefined for what Junos keeps to itself. `router`: whose event it is. */
export function phrase(
  event: DeviceEvent,
  box: Box,
  router: string = MAIN_ROUTER,
): LogLine | readonly LogLine[] | undefined {
  switch (event.kind) {
    case 'port':
      // A unit of a tunnel: its own line tells.
      if (event.port.includes('.')) return undefined;
      return linkTrap(box, router, event.port, event.state !== 'disabled', event.state === 'up');
    case 'interface':
      return unitTrap(event, box, router);
    case 'duplicate-address':
      return duplicate(event, box);
    case 'md5-missing':
      return digest('missing', event);
    case 'md5-wrong':
      return digest('wrong', event);
    case 'md5-unexpected':
      return digest('unexpected', event);
    case 'ldp-session':
      return sessionLine(event, box);
    case 'ldp-adjacency':
      return neighborLine(event, box);
    case 'bfd-session':
      return bfdLines(event, box, router);
    case 'isis-adjacency':
      return isisAdjacency(event, box);
    case 'vrrp-state':
      return vrrpLine(event, box);
    case 'vrrp-refused':
      return refusedLine(event, box);
    case 'bgp-peer-up':
      return peerUp(event, { box, router: box.router(router) });
    case 'bgp-peer-down':
      return peerDown(event, { box, router: box.router(router) });
    case 'bgp-notification':
      return notification(event, { box, router: box.router(router) });
    case 'bgp-maximum-prefix':
      return maximumPrefix(event, { box, router: box.router(router) });
    case 'track':
    case 'isis-authentication':
    case 'isis-overload':
    case 'isis-lsp-full':
    case 'isis-duplicate-system':
    case 'isis-sequence-exhausted':
    case 'isis-lsp-confused':
    case 'bgp-no-router-id':
    case 'bgp-converged':
    case 'bgp-restarted':
    case 'ldp-protection':
    case 'ldp-sync':
    case 'ldp-no-labels':
    case 'bgp-peer-state':
    case 'bgp-update':
    case 'bgp-best':
    case 'unstable':
      return undefined;
  }
}

const LOST: Readonly<Record<Of<'isis-adjacency'>['reason'], string>> = {
  new: 'New Adjacency',
  'hold-time': 'Aged Out',
  'interface-down': 'Interface Down',
  'circuit-removed': 'Interface Down',
  'no-area': 'Area Mismatch',
  'wrong-level': 'Level Changed',
  'one-way': '3-Way Handshake Failed',
  restarted: 'Neighbor Restarted',
  bfd: 'BFD Session Down',
  cleared: 'Cleared',
  'other-system': 'System ID Changed',
};

/** A neighbour of both levels on a point-to-point link is one of level 3. */
function isisAdjacency({ up, levels, system, hostname, on, reason }: Of<'isis-adjacency'>, box: Box): LogLine {
  const level = levels.reduce<number>((sum, one) => sum + one, 0);
  const to = `L${level} adjacency to ${hostname ?? system} on ${on}`;
  return {
    severity: NOTICE,
    process: `rpd[${releaseOf(box.chassis.model).pids.rpd}]`,
    text: up ? `RPD_ISIS_ADJUP: IS-IS new ${to}` : `RPD_ISIS_ADJDOWN: IS-IS lost ${to}, reason: ${LOST[reason]}`,
  };
}

function digest(fault: string, event: Of<'md5-wrong' | 'md5-missing' | 'md5-unexpected'>): LogLine {
  const text = `tcp_auth_ok: Packet from ${ipText(event.from)}:${event.fromPort} ${fault} MD5 digest`;
  return { severity: ERROR, process: KERNEL, text };
}

function duplicate({ address, mac }: Of<'duplicate-address'>, box: Box): LogLine {
  const said = `KERN_ARP_DUPLICATE_ADDR: duplicate IP address ${ipText(address)}! sent from address: ${macColons(mac)}`;
  const count = 1 + box.log.filter((entry) => entry.text.startsWith(said)).length;
  return { severity: ERROR, process: KERNEL, text: `${said} (error count = ${count})` };
}

/** Loopback units have no link to lose. */
function unitTrap({ interface: name, up }: Of<'interface'>, box: Box, router: string): LogLine | undefined {
  if (name.startsWith('lo')) return undefined;
  const enabled = box.router(router).ask('interfaces', { name })[0]?.interface.enabled !== false;
  return linkTrap(box, router, name, enabled, up);
}

function linkTrap(box: Box, router: string, name: string, enabled: boolean, up: boolean): LogLine | undefined {
  const index = snmpIndexOf(inventoryIn(box, router), name);
  if (index === undefined) return undefined;
  const { pids } = releaseOf(box.chassis.model);
  const admin = enabled ? 'up(1)' : 'down(2)';
  const status = `ifAdminStatus ${admin}, ifOperStatus ${up ? 'up(1)' : 'down(2)'}, ifName ${name}`;
  return {
    severity: up ? NOTICE : WARNING,
    process: `mib2d[${pids.mib2d}]`,
    text: `SNMP_TRAP_LINK_${up ? 'UP' : 'DOWN'}: ifIndex ${index}, ${status}`,
  };
}
