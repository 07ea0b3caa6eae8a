// debug ip bgp: how sessions of BGP get on.
// Source: debugs of IOS 12.4 and 15 (`BGP: 192.168.23.2 went from Established to Idle`).

import { ip4Text } from '../../../base/ip.ts';
import type { DeviceEvent } from '../../../device/events.ts';
import type { LogLine } from '../../os.ts';
import { STATES } from '../show/bgp-summary.ts';
import type { Flag } from './packets.ts';

export function bgpDebugLines(event: DeviceEvent, flags: ReadonlySet<Flag>): readonly LogLine[] {
  if (event.kind !== 'bgp-peer-state' || !flags.has('bgp')) return [];
  const text = `BGP: ${ip4Text(event.peer)} went from ${STATES[event.from]} to ${STATES[event.to]}`;
  return [{ severity: 7, text }];
}
