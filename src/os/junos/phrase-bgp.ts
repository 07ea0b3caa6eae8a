// What Junos writes into its log of BGP.
// Source: System Log Explorer, RPD_BGP_NEIGHBOR_STATE_CHANGED, BGP_PREFIX_THRESH_EXCEEDED, BGP_PREFIX_LIMIT_EXCEEDED; lines of
// boxes as logs of MX240 and vMX show them (`bgp_hold_timeout:4058: NOTIFICATION sent to …: code 4 (Hold Timer Expired Error),
// Reason: holdtime expired for …`, `bgp_peer_mgmt_clear:8430: … subcode 4 (Administratively Reset), Reason: Management session
// cleared BGP neighbor`, `bgp_bfd_callback:190: … subcode 9 (Hard Reset), Reason: BFD Session Down`, `bgp_read_message:2764:
// NOTIFICATION received from …: code 6 (Cease) subcode 5 (Connection Rejected)`).

import { ip4Text } from '../../base/ip.ts';
import type { DeviceEvent } from '../../device/events.ts';
import type { Router } from '../../device/router.ts';
import type { BgpPeerRow } from '../../protocols/bgp/show.ts';
import type { Box, LogLine } from '../os.ts';
import { inherited } from './compile/bgp-levels.ts';
import { instanceName } from './instance-name.ts';
import { releaseOf } from './releases.ts';
import { NLRI } from './show/bgp-counts.ts';
import { downEvent, errorName, statementsOf } from './show/bgp-neighbor-words.ts';

type Of<K extends DeviceEvent['kind']> = Extract<DeviceEvent, { readonly kind: K }>;
type PeerEvent = Of<'bgp-peer-up' | 'bgp-peer-down' | 'bgp-notification' | 'bgp-maximum-prefix'>;

/** The router whose event it is, and its box. */
interface Scene {
  readonly box: Box;
  readonly router: Router;
}

/** Syslog severities. RFC 5424 §6.2.1 */
const WARNING = 4;

const rpd = ({ box }: Scene, text: string): LogLine => ({
  severity: WARNING,
  process: `rpd[${releaseOf(box.chassis.model).pids.rpd}]`,
  text,
});

const rowOf = ({ vrf, peer }: PeerEvent, { router }: Scene): BgpPeerRow | undefined =>
  router.ask('bgp.peers', { vrf })?.find(({ config }) => config.address === peer);

/** `10.0.0.2 (External AS 65002)` */
function nameOf(event: PeerEvent, of: Scene): string {
  const kind = rowOf(event, of)?.kind ?? 'external';
  return `${ip4Text(event.peer)} (${kind === 'internal' ? 'Internal' : 'External'} AS ${event.asn})`;
}

const instance = ({ vrf }: PeerEvent): string => `(instance ${instanceName(vrf)})`;

/** "log-updown": nothing is said of sessions that come and go unless it is asked for. */
function isTold(event: PeerEvent, of: Scene): boolean {
  const row = rowOf(event, of);
  const from = row && statementsOf(of, row);
  return from !== undefined && inherited(from, 'log-updown') !== undefined;
}

const changed = (event: PeerEvent, of: Scene, from: string, to: string, why: string): LogLine =>
  rpd(
    of,
    `RPD_BGP_NEIGHBOR_STATE_CHANGED: BGP peer ${nameOf(event, of)} changed state from ${from} to ${to} (event ${why}) ${instance(event)}`,
  );

export const peerUp = (event: Of<'bgp-peer-up'>, of: Scene): LogLine | undefined =>
  isTold(event, of) ? changed(event, of, 'OpenConfirm', 'Established', 'RecvKeepAlive') : undefined;

export const peerDown = (event: Of<'bgp-peer-down'>, of: Scene): LogLine | undefined =>
  isTold(event, of) ? changed(event, of, 'Established', 'Idle', downEvent(event.reason)) : undefined;

/** RFC 4486 §4, RFC 8538 §5.1 */
const CEASE: Readonly<Record<number, string>> = {
  1: 'Maximum Number of Prefixes Reached',
  2: 'Administratively Shutdown',
  3: 'Peer Unconfigured',
  4: 'Administratively Reset',
  5: 'Connection Rejected',
  6: 'Other Configuration Change',
  7: 'Connection Collision Resolution',
  8: 'Out of Resources',
  9: 'Hard Reset',
  10: 'BFD Down',
};
/** RFC 4271 §4.5 */
const OPEN: Readonly<Record<number, string>> = {
  1: 'unsupported version number',
  2: 'bad peer AS number',
  3: 'bad BGP ID',
  4: 'unsupported optional parameter',
  6: 'unacceptable hold time',
  7: 'unsupported capability',
};

function subcodeText(code: number, subcode: number): string {
  const text = code === 6 ? CEASE[subcode] : code === 2 ? OPEN[subcode] : undefined;
  return subcode === 0 ? '' : ` subcode ${subcode} (${text ?? 'unspecified'})`;
}

/** Who says it inside rpd, and why. */
function senderOf(event: Of<'bgp-notification'>, of: Scene): readonly [who: string, reason: string] {
  const { code, subcode } = event.error;
  if (code === 4) return ['bgp_hold_timeout:4065', `holdtime expired for ${nameOf(event, of)}`];
  if (code === 6 && subcode === 4) return ['bgp_peer_mgmt_clear:8430', 'Management session cleared BGP neighbor'];
  if (code === 6 && subcode === 10) return ['bgp_bfd_callback:190', 'BFD Session Down'];
  if (code === 6 && subcode === 3) return ['bgp_peer_delete:9025', 'Peer Deletion'];
  if (code === 6 && subcode === 2) return ['bgp_peer_close:8712', 'Peer shut down'];
  if (code === 6 && subcode === 1) return ['bgp_rt_maxprefixes_check_common:10246', 'Maximum prefix-limit exceeded'];
  if (code === 6) return ['bgp_peer_close:8712', 'Configuration changed'];
  if (code === 2) return ['bgp_process_open:4133', OPEN[subcode] ?? 'Open message error'];
  return ['bgp_pp_recv:5284', errorName(code)];
}

/** A connection that gave way to another is nothing to be told of. */
export function notification(event: Of<'bgp-notification'>, of: Scene): LogLine | undefined {
  const { code, subcode } = event.error;
  if (code === 6 && subcode === 7) return undefined;
  const what = `code ${code} (${errorName(code)})${subcodeText(code, subcode)}`;
  if (!event.sent) return rpd(of, `bgp_read_message:2764: NOTIFICATION received from ${nameOf(event, of)}: ${what}`);
  const [who, reason] = senderOf(event, of);
  return rpd(of, `${who}: NOTIFICATION sent to ${nameOf(event, of)}: ${what}, Reason: ${reason}`);
}

export function maximumPrefix(event: Of<'bgp-maximum-prefix'>, of: Scene): LogLine {
  const { limit, count, family, over } = event;
  const row = rowOf(event, of);
  const share = row?.config.families[family]?.maximumPrefix?.warnAt ?? 0;
  const threshold = Math.floor((limit * share) / 100);
  const [tag, what] = over
    ? ['BGP_PREFIX_LIMIT_EXCEEDED', `maximum prefix-limit(${limit})`]
    : ['BGP_PREFIX_THRESH_EXCEEDED', `maximum prefix-limit threshold(${threshold})`];
  return rpd(
    of,
    `${tag}: ${nameOf(event, of)}: Configured ${what} exceeded for ${NLRI[family]} nlri: ${count} ${instance(event)}`,
  );
}
