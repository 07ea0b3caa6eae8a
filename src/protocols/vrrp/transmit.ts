// Sending advertisements.                                                          RFC 5798 §5.1, §7.2, RFC 3768 §7.2

import { virtualRouterMac } from '../../base/mac.ts';
import type { Micros } from '../../sim/time.ts';
import type { VrrpGroupConfig } from './config.ts';
import { AUTHENTICATION, GROUP, PRIORITY, TTL } from './iana.ts';
import { type Context, type Group, localOf } from './model.ts';
import { NO_DATA, type VrrpPacket, vrrpPacket } from './packet.ts';

/** Precedence "internetwork control". */
const TOS = 0xc0;

/** The eight bytes of a password. RFC 2338 §5.3.6 */
export function passwordData(password: string | undefined): Uint8Array {
  if (password === undefined) return NO_DATA;
  const data = new Uint8Array(NO_DATA.length);
  for (let i = 0; i < Math.min(password.length, data.length); i++) data[i] = password.charCodeAt(i) & 0xff;
  return data;
}

/**
 * What a version 2 packet states for an interval that its field cannot say. Capture: `show vrrp` of a backup with `timers
 * advertise msec 333` (IOSv): `Master Advertisement interval is 1.000 sec`.
 */
const SUB_SECOND = 1;

/** An interval as a packet of that version says it. */
export function statedInterval(version: 2 | 3, interval: Micros): number {
  if (version === 3) return Math.min(0xfff, Math.max(1, Math.round(interval / 10_000)));
  return interval < 1_000_000 ? SUB_SECOND : Math.min(0xff, Math.floor(interval / 1_000_000));
}

function packetOf(config: VrrpGroupConfig, version: 2 | 3, priority: number): VrrpPacket {
  const { group, addresses, password } = config;
  const interval = statedInterval(version, config.interval);
  const common = { group, priority, addresses, interval };
  if (version === 3) return { version, ...common };
  const authentication = password === undefined ? AUTHENTICATION.none : AUTHENTICATION.simple;
  return { version, ...common, authentication, data: passwordData(password) };
}

/** The versions that a group sends and hears. */
export const versionsOf = ({ version, alsoVersion2 }: VrrpGroupConfig): readonly (2 | 3)[] =>
  version === 3 && alsoVersion2 ? [3, 2] : [version];

/** Sends one advertisement of each version, with the virtual router's MAC; priority 0: it stops. */
export function sendAdvertisement(context: Context, group: Group, priority = group.priority): void {
  const { config, counts } = group;
  const from = localOf(group);
  if (from === undefined || group.face?.up !== true) return;
  for (const version of versionsOf(config)) {
    const packet = packetOf(config, version, priority);
    const bytes = vrrpPacket.encode(packet, config.pseudoHeader ? { from, to: GROUP } : undefined);
    counts.sent[version]++;
    if (priority === PRIORITY.stopped) counts.zeroSent++;
    context.send(config.on, GROUP, bytes, { ttl: TTL, tos: TOS, from, sender: virtualRouterMac(config.group) });
  }
}
