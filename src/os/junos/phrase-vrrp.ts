// What Junos writes into its log of VRRP groups.
// Source: Junos 10.3 System Log Messages Reference, VRRPD_NEW_MASTER and VRRPD_NEW_BACKUP (severity warning); lines of SRX
// boxes, Junos 24.4 (`vrrpd[10007]: VRRPD_NEW_MASTER: Interface ae0.1083 (local address 100.64.84.11) became VRRP master for
// group 2 with master reason Adjacency down or no response from master`, `… Running priority high`).

import { ip4Text } from '../../base/ip.ts';
import type { DeviceEvent } from '../../device/events.ts';
import type { Box, LogLine } from '../os.ts';
import { releaseOf } from './releases.ts';

type VrrpStateEvent = Extract<DeviceEvent, { readonly kind: 'vrrp-state' }>;

/** Syslog severity. RFC 5424 §6.2.1 */
const WARNING = 4;

/** Nothing of a group that stops. */
export function vrrpLine(event: VrrpStateEvent, box: Box): LogLine | undefined {
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
