// Next hops and peers that somebody waits for a way to.                              RFC 4271 §9.1.2.1

import type { Ip4 } from '../../base/ip.ts';
import type { VrfName } from '../../route/names.ts';
import type { Hop, Speaker } from './peer.ts';

export const hopName = (vrf: VrfName, gateway: Ip4): string => `${vrf} ${gateway}`;

/** From now on it is watched for this user. */
export function holdHop(speaker: Speaker, vrf: VrfName, gateway: Ip4, user: string): Hop {
  const name = hopName(vrf, gateway);
  let hop = speaker.hops.get(name);
  if (!hop) {
    hop = { vrf, gateway, metric: undefined, users: new Set() };
    speaker.hops.set(name, hop);
    speaker.context.watchNexthop(vrf, gateway, true);
  }
  hop.users.add(user);
  return hop;
}

/** The user needs it no longer; the last one ends the watch. */
export function leaveHop(speaker: Speaker, name: string, user: string): void {
  const hop = speaker.hops.get(name);
  hop?.users.delete(user);
  if (!hop || hop.users.size > 0) return;
  speaker.hops.delete(name);
  speaker.context.watchNexthop(hop.vrf, hop.gateway, false);
}
