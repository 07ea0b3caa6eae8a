// Session protection: a session outlives its link by targeted Hellos, as long as its owner wishes.      RFC 5036 §2.4.2, §2.5.5
// Cisco, MPLS LDP Session Protection.

import { type Ip4, ip4Text } from '../../base/ip.ts';
import { helloTo, isConfigured, silenceTarget } from './discovery.ts';
import { lists } from './filter.ts';
import { isUp, type Ldp, type Peer, transportsOf } from './model.ts';
import type { SessionWork } from './session.ts';

/** Its owner wishes it for this peer. */
function wanted(ldp: Ldp, peer: Peer): boolean {
  const peers = ldp.config.targeted.protect?.peers;
  return peers !== undefined && (peers === 'everybody' || lists(peers, peer.lsr.id));
}

const hasLink = (peer: Peer): boolean => peer.adjacencies.some(({ on }) => on !== undefined);

function tell(ldp: Ldp, { lsr }: Peer, phase: 'holding' | 'recovered'): void {
  ldp.context.emit({ kind: 'ldp-protection', vrf: ldp.context.vrf, lsr, phase });
}

/** Brings it into line with the links that there are. */
export function reviewProtection(ldp: Ldp, work: SessionWork): void {
  const kept = new Set<Ip4>();
  for (const peer of ldp.peers.values()) {
    const address = transportsOf(peer)?.remote;
    if (address === undefined || !wanted(ldp, peer) || !isUp(peer)) continue;
    if (hasLink(peer) || ldp.protected.has(address)) kept.add(address);
    protect(ldp, peer, address);
  }
  for (const address of ldp.protected.keys()) if (!kept.has(address)) release(ldp, address, work);
}

function protect(ldp: Ldp, peer: Peer, address: Ip4): void {
  const known = ldp.protected.get(address);
  const { context } = ldp;
  if (hasLink(peer)) {
    if (known?.holding) {
      context.timer('protect', ip4Text(address), 'off');
      tell(ldp, peer, 'recovered');
    }
    ldp.protected.set(address, { holding: false });
    if (!known && !isConfigured(ldp, address)) helloTo(ldp, address);
  } else if (known && !known.holding) {
    ldp.protected.set(address, { holding: true });
    const duration = ldp.config.targeted.protect?.duration;
    if (duration !== undefined && duration !== 'infinite') context.timer('protect', ip4Text(address), duration);
    tell(ldp, peer, 'holding');
  }
}

/** It is protected no longer, and without a link that is its end. */
export function release(ldp: Ldp, address: Ip4, work: SessionWork): void {
  ldp.protected.delete(address);
  ldp.context.timer('protect', ip4Text(address), 'off');
  silenceTarget(ldp, address, 'hello-expired', work);
}
