// Paths that flapped come back into use, are forgotten, or are pardoned.              RFC 2439 §4.8.6, §4.8.7

import { ip4Text } from '../../base/ip.ts';
import { consider, Intake, pathKey, tableOf } from './adj-rib-in.ts';
import type { Flap } from './dampening.ts';
import { removePath } from './loc-rib.ts';
import type { Peer, Speaker } from './peer.ts';
import { reviewed } from './penalties.ts';

/** Uses the path again, where it is there. */
function free(speaker: Speaker, peer: Peer, flap: Flap): void {
  const told = peer.told.get(flap);
  if (told) consider(new Intake(speaker, peer), told);
}

/** Nothing is left of a path that is gone. */
function forget(speaker: Speaker, peer: Peer, flap: Flap): void {
  const table = tableOf(speaker, peer, flap);
  const key = pathKey(peer, flap);
  const { prefix } = flap.nlri;
  if (table?.nets.get(prefix)?.paths.get(key)?.barred === 'history') removePath(table, prefix, key);
}

/** From time to time: what may be used again is, what is worth no memory is forgotten. */
export function reviewFlaps(speaker: Speaker): void {
  const review = reviewed(speaker);
  for (const [peer, flap] of review.free) free(speaker, peer, flap);
  for (const [peer, flap] of review.forgotten) forget(speaker, peer, flap);
}

/** `vrf`, `peer`, `prefix` choose; everything where none is named. */
export function clearFlaps(speaker: Speaker, { vrf, peer: address, prefix }: Readonly<Record<string, string>>): void {
  for (const peer of speaker.peers.values()) {
    if (vrf !== undefined && peer.config.vrf !== vrf) continue;
    if (address !== undefined && ip4Text(peer.config.address) !== address) continue;
    pardon(speaker, peer, prefix);
  }
}

/** Its flaps, or those of one net, are as if they had not been. */
export function pardon(speaker: Speaker, peer: Peer, prefix?: string): void {
  for (const flap of peer.flaps.sorted()) {
    if (prefix !== undefined && flap.nlri.prefix.text !== prefix) continue;
    peer.flaps.delete(flap);
    forget(speaker, peer, flap);
    free(speaker, peer, flap);
  }
}
