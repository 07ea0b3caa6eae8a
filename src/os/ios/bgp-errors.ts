// Why BGP sessions end, in the words of IOS.
// Source: logs of IOS 12.4 to XE 17 (`4/0 (hold time expired) 0 bytes`, `2/2 (peer in wrong AS) 2 bytes FDE8`, `6/4
// (Administrative Reset)`, `6/3 (Peer De-configured)`, `6/7 (Connection Collision Resolution)`, `Down Interface flap`, `BFD
// adjacency down`, `User reset`, `Admin. shutdown`, `Neighbor deleted`); RFC 4271 §4.5 for those that were not seen.

import { toHex } from '../../base/bytes.ts';
import type { DeviceEvent } from '../../device/events.ts';

type BgpError = Extract<DeviceEvent, { readonly kind: 'bgp-notification' }>['error'];
export type DownReason = Extract<DeviceEvent, { readonly kind: 'bgp-peer-down' }>['reason'];

/** Of a Cease. RFC 4486 §3 */
export const CEASE = { shutdown: 2, deconfigured: 3, reset: 4, 'other-change': 6 } as const;

/** `Down …`, `reset (…)`, `Last reset …, due to …` */
export const ERROR_TEXTS: Readonly<Record<DownReason, string>> = {
  'hold-expired': 'BGP Notification sent',
  'notification-received': 'BGP Notification received',
  'notification-sent': 'BGP Notification sent',
  closed: 'Peer closed the session',
  cleared: 'User reset',
  shutdown: 'Admin. shutdown',
  removed: 'Neighbor deleted',
  reconfigured: 'Session configuration changed',
  'interface-down': 'Interface flap',
  'bfd-down': 'BFD adjacency down',
  'maximum-prefixes': 'Peer over prefix limit',
  collision: 'Error during connection collision',
};

type SessionChange = NonNullable<Extract<DeviceEvent, { readonly kind: 'bgp-peer-down' }>['changed']>;

/** Captures `Last reset …, due to Router ID changed`, `RR client configuration changed`; logs `Down Remote AS changed`. */
const CHANGES: Readonly<Record<SessionChange, string>> = {
  'router-id': 'Router ID changed',
  'remote-as': 'Remote AS changed',
  families: 'Address family activated',
  client: 'RR client config change',
  session: ERROR_TEXTS.reconfigured,
};

/** Why it ended. */
export const downText = (reason: DownReason, changed?: SessionChange): string =>
  changed === undefined ? ERROR_TEXTS[reason] : CHANGES[changed];

const NAMES: Readonly<Record<string, string>> = {
  '1/1': 'connection not synchronized',
  '1/2': 'illegal header length',
  '1/3': 'illegal message type',
  '2/1': 'unsupported version number',
  '2/2': 'peer in wrong AS',
  '2/3': 'BGP identifier wrong',
  '2/4': 'unsupported optional parameter',
  '2/6': 'unacceptable hold time',
  '2/7': 'unsupported/disjoint capability',
  '3/1': 'update malformed',
  '3/2': 'unrecognised well-known attribute',
  '3/3': 'missing well-known attribute',
  '3/4': 'attribute flag error',
  '3/5': 'attribute length error',
  '3/6': 'invalid origin',
  '3/8': 'invalid next hop',
  '3/9': 'optional attribute error',
  '3/10': 'illegal network',
  '3/11': 'invalid or corrupt AS path',
  '4/0': 'hold time expired',
  '6/1': 'Maximum Number of Prefixes Reached',
  '6/2': 'Administrative Shutdown',
  '6/3': 'Peer De-configured',
  '6/4': 'Administrative Reset',
  '6/5': 'Connection Rejected',
  '6/6': 'Other Configuration Change',
  '6/7': 'Connection Collision Resolution',
  '6/8': 'Out of Resources',
  '6/10': 'BFD Down',
};

/** `hold time expired` */
export function errorText({ code, subcode }: BgpError): string {
  return NAMES[`${code}/${subcode}`] ?? (code === 5 ? 'finite state machine error' : 'cease');
}

/** `4/0 (hold time expired) 0 bytes `: the data follow in groups of eight digits. */
export function notificationText(error: BgpError): string {
  const data = toHex(error.data)
    .toUpperCase()
    .replace(/(.{8})(?=.)/g, '$1 ');
  return `${error.code}/${error.subcode} (${errorText(error)}) ${error.data.length} bytes ${data}`;
}
