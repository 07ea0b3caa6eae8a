// Next hops and peers that somebody waits for a way to.                              RFC 4271 §9.1.2.1

import { type Ip4, isIp4 } from '../../base/ip.ts';
import type { VrfName } from '../../route/names.ts';
import type { Hop, Search, Speaker, Told } from './peer.ts';

export const hopName = (vrf: VrfName, gateway: Ip4, search: Search = 'unicast'): string =>
  search === 'unicast' ? `${vrf} ${gateway}` : `${vrf} ${gateway} ${search}`;

function hold(speaker: Speaker, vrf: VrfName, gateway: Ip4, search: Search): Hop {
  const name = hopName(vrf, gateway, search);
  let hop = speaker.hops.get(name);
  if (!hop) {
    hop = {
      name,
      vrf,
      gateway,
      search,
      metric: undefined,
      least: undefined,
      nexthops: undefined,
      paths: new Set(),
      users: new Set(),
    };
    speaker.hops.set(name, hop);
    speaker.context.watchNexthop(vrf, gateway, true, search);
  }
  return hop;
}

/** From now on it is watched for this session. */
export function holdHop(speaker: Speaker, vrf: VrfName, gateway: Ip4, user: string): void {
  hold(speaker, vrf, gateway, 'unicast').users.add(user);
}

/** From now on it is watched for this path. */
export function watchHop(speaker: Speaker, told: Told, vrf: VrfName, gateway: Ip4, search: Search): Hop {
  const old = told.hop;
  if (old && old.vrf === vrf && old.gateway === gateway && old.search === search) return old;
  leaveHop(speaker, told);
  const hop = hold(speaker, vrf, gateway, search);
  hop.paths.add(told);
  told.hop = hop;
  return hop;
}

/** What it costs to reach the next hop that a path was told with, as far as somebody knows. */
export function metricSoFar(speaker: Speaker, told: Told, vrf: VrfName, search: Search): number | undefined {
  const { nexthop } = told.attributes;
  const { hop } = told;
  if (hop?.gateway === nexthop && hop.search === search) return hop.metric;
  return isIp4(nexthop) ? speaker.hops.get(hopName(vrf, nexthop, search))?.metric : undefined;
}

/** The path needs it no longer; the last one ends the watch. */
export function leaveHop(speaker: Speaker, told: Told): void {
  const { hop } = told;
  if (!hop) return;
  hop.paths.delete(told);
  told.hop = undefined;
  drop(speaker, hop);
}

/** The session needs it no longer. */
export function forgetHop(speaker: Speaker, vrf: VrfName, gateway: Ip4, user: string): void {
  const hop = speaker.hops.get(hopName(vrf, gateway));
  if (!hop) return;
  hop.users.delete(user);
  drop(speaker, hop);
}

function drop(speaker: Speaker, hop: Hop): void {
  if (hop.paths.size > 0 || hop.users.size > 0) return;
  speaker.hops.delete(hop.name);
  speaker.context.watchNexthop(hop.vrf, hop.gateway, false, hop.search);
}
