// What Junos writes into its log of VRRP groups.
// Source: Junos 10.3 System Log Messages Reference, VRRPD_NEW_MASTER and VRRPD_NEW_BACKUP (severity warning); lines of SRX
// boxes, Junos 24.4 (`vrrpd[10007]: VRRPD_NEW_MASTER: Interface ae0.1083 (local address 100.64.84.11) became VRRP master for
// group 2 with master reason Adjacency down or no response from master`, `… Running priority high`).

import { ip4Text } from '../../base/ip.ts';
import type { DeviceEvent } from '../../device/events.ts';
import type { Box, LogLine } from '../os.ts';
import { releaseOf } from './releases.ts';

type Of<K extends DeviceEvent['kind']> = Extract<DeviceEvent, { readonly kind: K }>;

/** Syslog severities. RFC 5424 §6.2.1 */
const ERROR = 3;
const WARNING = 4;

/** Nothing of a group that stops. */
export function vrrpLine(event: Of<'vrrp-state'>, box: Box): LogLine | undefined {
  const { on, group, state, reason, local } = event;
  if (state === 'init' || local === undefined) return undefined;
  const who = `Interface ${on} (local address ${ip4Text(local)}) became VRRP ${state} for group ${group}`;
  const why = reason === 'no-response' ? 'Adjacency down or no response from master' : 'Running priority high';
  return {
    severity: WARNING,
    process: `vrrpd[${releaseOf(box.chassis.model).pids.vrrpd}]`,
    text: state === 'master' ? `VRRPD_NEW_MASTER: ${who} with master reason ${why}` : `VRRPD_NEW_BACKUP: ${who}`,
  };
}

/** The same reference: VRRPD_AUTH_INFO_INVALID, VRRPD_ADVERT_TIME_MISMATCH, VRRPD_VIP_COUNT_MISMATCH (severity error). */
export function refusedLine(event: Of<'vrrp-refused'>, box: Box): LogLine | undefined {
  const text = refusedText(event);
  if (text === undefined) return undefined;
  return { severity: ERROR, process: `vrrpd[${releaseOf(box.chassis.model).pids.vrrpd}]`, text };
}

function refusedText({ on, group, from, reason, got, expected }: Of<'vrrp-refused'>): string | undefined {
  const where = `Packet received by ${on} for VRRP group ${group} had`;
  switch (reason) {
    case 'authentication type':
    case 'password': {
      const why = reason === 'password' ? 'authentication-key-mismatch' : 'authentication-type-mismatch';
      return `VRRPD_AUTH_INFO_INVALID: VRRP ad packet from ${ip4Text(from)} received by interface ${on} for group ${group} was invalid: ${why}`;
    }
    case 'interval':
      return `VRRPD_ADVERT_TIME_MISMATCH: ${where} advertisement time ${got * 1000} ms instead of required ${expected * 1000} ms`;
    case 'virtual address count':
      return `VRRPD_VIP_COUNT_MISMATCH: ${where} ${got} virtual IP addresses instead of required ${expected}`;
    default:
      return undefined;
  }
}
