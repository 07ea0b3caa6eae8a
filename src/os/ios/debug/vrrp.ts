// What `debug vrrp` says of advertisements.
// Source: captured debugs (IOS 12.4: `VRRP: Grp 1 sending Advertisement checksum 52F1`, `VRRP: Grp 1 Advertisement priority 150,
// ipaddr 10.10.10.3`, `VRRP: Grp 1 Event - Advert higher or equal priority`, `VRRP: Grp 1 Event - Master down timer expired`).

import { ip4Text } from '../../../base/ip.ts';
import { u16At } from '../../../net/wire/fields.ts';
import type { Ipv4Packet } from '../../../net/wire/ipv4.ts';
import type { VrrpGroupRow } from '../../../protocols/vrrp/show.ts';
import type { Micros } from '../../../sim/time.ts';

/** Protocol number, type and place of the checksum. RFC 5798 §5.1 */
const PROTOCOL = 112;
const CHECKSUM_AT = 6;
const MIN_LENGTH = 8;

/** A box's groups, and what shall be told of them. */
export interface VrrpDebug {
  readonly groups: readonly VrrpGroupRow[];
  readonly now: Micros;
  readonly events: boolean;
  readonly packets: boolean;
}

export function vrrpLines(
  way: 'in' | 'out',
  on: string,
  { protocol, payload, from }: Ipv4Packet,
  told: VrrpDebug,
): readonly string[] {
  if (protocol !== PROTOCOL || payload.length < MIN_LENGTH) return [];
  const [, group = 0, priority = 0] = payload;
  const row = told.groups.find(({ config }) => config.on === on && config.group === group);
  const who = `VRRP: Grp ${group}`;
  if (way === 'out') {
    const sum = u16At(payload, CHECKSUM_AT).toString(16).toUpperCase();
    const took = row?.state === 'master' && row.since === told.now && row.reason === 'no-response';
    return [
      ...(told.events && took ? [`${who} Event - Master down timer expired`] : []),
      ...(told.packets ? [`${who} sending Advertisement checksum ${sum}`] : []),
    ];
  }
  const higher = row?.state === 'backup' && priority >= row.priority;
  return [
    ...(told.packets ? [`${who} Advertisement priority ${priority}, ipaddr ${ip4Text(from)}`] : []),
    ...(told.events && higher ? [`${who} Event - Advert higher or equal priority`] : []),
  ];
}
