// What IOS logs of BGP.
// Source: logs of IOS 12.4 to XE 17 on the public web: `%BGP-5-ADJCHANGE: neighbor 10.0.12.2 Up `, `neighbor 10.1.1.2 vpn vrf
// private-peering Down Interface flap`, `%BGP_SESSION-5-ADJCHANGE: … topology base removed from session  User reset` (two blanks),
// `%BGP-3-NOTIFICATION: sent to neighbor … passive 2/2 (peer in wrong AS) 2 bytes FDE8`, `%BGP-5-NBR_RESET: Neighbor … active
// reset (BGP Notification received)`, `%BGP-4-MAXPFX`, `%BGP-3-MAXPFXEXCEED`. `clear` and `shutdown` log no NBR_RESET.

import { ip4Text } from '../../base/ip.ts';
import { contains } from '../../base/prefix.ts';
import type { DeviceEvent } from '../../device/events.ts';
import { MAIN } from '../../route/names.ts';
import type { Box, LogLine } from '../os.ts';
import { CEASE, type DownReason, downText, notificationText } from './bgp-errors.ts';
import { releaseOf } from './releases.ts';
import { refused, statement } from './statements.ts';

type BgpEvent = Extract<DeviceEvent, { readonly kind: `bgp-${string}` }>;
type Of<K extends BgpEvent['kind']> = Extract<BgpEvent, { readonly kind: K }>;

/** "bgp log-neighbor-changes" */
function logs(box: Box): boolean {
  const process = statement(box.store.running, 'router bgp');
  if (!process) return true;
  return !refused(process, 'bgp log-neighbor-changes') && statement(process, 'bgp log-neighbor-changes') !== undefined;
}

export function bgpLines(event: BgpEvent, box: Box): readonly LogLine[] {
  switch (event.kind) {
    case 'bgp-no-router-id':
      return [{ severity: 4, text: '%BGP-4-NORTRID: BGP could not pick a router-id. Please configure manually.' }];
    case 'bgp-peer-up':
      return logs(box) ? [change(`${nameOf(event, box)} Up `)] : [];
    case 'bgp-peer-down':
      return logs(box) ? downLines(event, box) : [];
    case 'bgp-notification':
      return notificationLines(event, box);
    case 'bgp-maximum-prefix':
      return [maximumLine(event)];
    case 'bgp-converged':
    case 'bgp-restarted':
    case 'bgp-peer-state':
    case 'bgp-update':
    case 'bgp-best':
      return [];
  }
}

type OfPeer = Of<'bgp-peer-up'> | Of<'bgp-peer-down'> | Of<'bgp-notification'>;

/** `10.0.0.2`; `*10.0.0.2` of one that nobody configured by its address (logs of hubs with `bgp listen range`). */
function addressText({ peer, vrf }: OfPeer, box: Box): string {
  const bgp = box.router()?.config?.bgp;
  const known = bgp?.neighbors?.some((one) => one.address === peer && one.vrf === vrf) ?? true;
  const ranged = bgp?.listen?.some((one) => one.vrf === vrf && contains(one.range, peer)) ?? false;
  return `${!known && ranged ? '*' : ''}${ip4Text(peer)}`;
}

const nameOf = (event: OfPeer, box: Box): string =>
  `${addressText(event, box)}${event.vrf === MAIN ? '' : ` vpn vrf ${event.vrf}`}`;

const change = (text: string): LogLine => ({ severity: 5, text: `%BGP-5-ADJCHANGE: neighbor ${text}` });

/** Those that the router's owner brought about. */
const QUIET: readonly DownReason[] = ['cleared', 'shutdown', 'removed', 'reconfigured'];

function downLines(event: Of<'bgp-peer-down'>, box: Box): readonly LogLine[] {
  const why = downText(event.reason, event.changed);
  const down = change(`${nameOf(event, box)} Down ${why}`);
  const families = familiesOf(event, box).map((family): LogLine => {
    const vrf = event.vrf === MAIN ? '' : ` vpn vrf ${event.vrf}`;
    const text = `neighbor ${addressText(event, box)} ${family}${vrf} topology base removed from session  ${why}`;
    return { severity: 5, text: `%BGP_SESSION-5-ADJCHANGE: ${text}` };
  });
  if (event.reason === 'removed') return [...families, down];
  const reset: LogLine = { severity: 5, text: `%BGP-5-NBR_RESET: Neighbor ${addressText(event, box)} reset (${why})` };
  return [...(QUIET.includes(event.reason) ? [] : [reset]), down, ...families];
}

const TITLES: readonly (readonly [string, string])[] = [
  ['ipv4', 'IPv4 Unicast'],
  ['ipv4-labeled', 'IPv4 Unicast'],
  ['vpnv4', 'VPNv4 Unicast'],
];

/** What was spoken with it; of one that is gone, IPv4. */
function familiesOf({ peer, vrf }: Of<'bgp-peer-down'>, box: Box): readonly string[] {
  const neighbors = box.router()?.config?.bgp?.neighbors ?? [];
  const known = neighbors.find((one) => one.address === peer && one.vrf === vrf);
  const families = known ? Object.keys(known.families) : ['ipv4'];
  return TITLES.filter(([name]) => families.includes(name)).map(([, title]) => title);
}

/** Older releases keep to themselves what they send when their owner ends a session. */
function notificationLines(event: Of<'bgp-notification'>, box: Box): readonly LogLine[] {
  const { error, sent, way } = event;
  const own: readonly number[] = [CEASE.deconfigured, CEASE.reset, CEASE['other-change']];
  if (sent && error.code === 6 && error.subcode === CEASE.shutdown) return [];
  if (sent && error.code === 6 && own.includes(error.subcode) && !releaseOf(box.chassis.model).bgpClearNotifies)
    return [];
  const name = `${nameOf(event, box)}${way === undefined ? '' : ` ${way}`}`;
  const text = `${sent ? 'sent to' : 'received from'} neighbor ${name} ${notificationText(error)}`;
  const notice: LogLine = { severity: 3, text: `%BGP-3-NOTIFICATION: ${text}` };
  if (way === undefined || !logs(box)) return [notice];
  const why = sent ? 'BGP Notification sent' : 'BGP Notification received';
  return [
    notice,
    { severity: 5, text: `%BGP-5-NBR_RESET: Neighbor ${addressText(event, box)} ${way} reset (${why})` },
    change(`${name} Down ${why}`),
  ];
}

function maximumLine({ peer, count, limit, over, family }: Of<'bgp-maximum-prefix'>): LogLine {
  const who = `Number of prefixes received from ${ip4Text(peer)} (afi ${family === 'vpnv4' ? 4 : 0})`;
  if (over) return { severity: 3, text: `%BGP-3-MAXPFXEXCEED: ${who}: ${count} exceeds limit ${limit}` };
  return { severity: 4, text: `%BGP-4-MAXPFX: ${who} reaches ${count}, max ${limit}` };
}
