// Neighbours that nobody named: whoever opens a session from a range that is listened to.

import type { Ip4 } from '../../base/ip.ts';
import { contains } from '../../base/prefix.ts';
import type { VrfName } from '../../route/names.ts';
import type { ListenRange } from './config.ts';
import { holdHop } from './hops.ts';
import { freshPeer, type Peer, type Speaker } from './peer.ts';

const USUAL_LIMIT = 100;

/** The most specific range that holds the address. */
export function rangeFor({ config }: Pick<Speaker, 'config'>, vrf: VrfName, address: Ip4): ListenRange | undefined {
  return (config.listen ?? [])
    .filter((one) => one.vrf === vrf && contains(one.range, address))
    .sort((a, b) => b.range.length - a.range.length)[0];
}

/** The range that would let this one in now; undefined: none, or there are too many already. */
export function admits(speaker: Speaker, vrf: VrfName, address: Ip4): ListenRange | undefined {
  const range = rangeFor(speaker, vrf, address);
  const there = speaker.peers.values().filter((peer) => peer.dynamic).length;
  return range && !range.template.shutdown && there < (speaker.config.listenLimit ?? USUAL_LIMIT) ? range : undefined;
}

/** It only answers. Its AS is not known before its OPEN. */
export function dynamicPeer(speaker: Speaker, range: ListenRange, address: Ip4): Peer {
  const { vrf, template, remoteAs } = range;
  const first = remoteAs[0]?.[0] ?? 0;
  const peer = freshPeer(speaker, { ...template, vrf, address, remoteAs: first, passive: true }, range.range);
  speaker.peers.set(peer.name, peer);
  holdHop(speaker, vrf, address, `session ${peer.name}`);
  return peer;
}

/** The AS of its OPEN, where its range takes that: from then on it is a neighbour of this AS. */
export function adoptAs(speaker: Speaker, peer: Peer, asn: number): void {
  if (!peer.dynamic) return;
  const range = rangeFor(speaker, peer.config.vrf, peer.config.address);
  if (range?.remoteAs.some(([first, last]) => asn >= first && asn <= last))
    peer.config = { ...peer.config, remoteAs: asn };
}
