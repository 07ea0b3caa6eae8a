// Whether a link may carry traffic that needs labels: what IGPs wait for.                                RFC 5443 §2, §3

import { contains, type Prefix } from '../../base/prefix.ts';
import type { IfName } from '../../route/names.ts';
import { plus, since } from '../../sim/time.ts';
import type { LdpSyncState } from '../plugin.ts';
import { isUp, type Ldp, type Peer, transportsOf } from './model.ts';
import type { SyncFact } from './show.ts';

/** Peers whose Hellos are heard on a link. */
export const peersOn = (ldp: Ldp, on: IfName): readonly Peer[] =>
  ldp.peers.values().filter((peer) => peer.adjacencies.values().some((adjacency) => adjacency.on === on));

/** There is a route to the peer's end of the session. Cisco IOS MPLS LDP Configuration Guide, "How MPLS LDP-IGP Synchronization Works" */
function isReachable(ldp: Ldp, peer: Peer): boolean {
  const ends = transportsOf(peer);
  return ends !== undefined && ldp.context.rib(ldp.context.vrf).longest(ends.remote) !== undefined;
}

/** A route came or went: does a link wait for a peer whom it leads to? */
export function routeMovesSync(ldp: Ldp, prefix: Prefix): boolean {
  return ldp.sync.some(
    ({ on, state }) =>
      state !== 'achieved' &&
      peersOn(ldp, on).some((peer) => {
        const ends = transportsOf(peer);
        return ends !== undefined && contains(prefix, ends.remote);
      }),
  );
}

/** How it stands on an interface where LDP runs. */
function stateOf(ldp: Ldp, on: IfName, old: SyncFact | undefined): SyncFact {
  const peers = peersOn(ldp, on);
  const state = peers.some((peer) => isReachable(ldp, peer)) ? 'expected' : 'waiting';
  const waiting: SyncFact = { on, state, readyAt: undefined };
  const ups = peers.flatMap((peer) => (isUp(peer) && peer.upSince !== undefined ? [peer.upSince] : []));
  if (ups.length === 0) return waiting;
  const achieved: SyncFact = { on, state: 'achieved', readyAt: undefined };
  if (old?.state === 'achieved') return achieved;
  // RFC 5443 §3: labels take their time after the session is up.
  const delay = ldp.config.interfaces[on]?.syncDelay;
  const readyAt = plus(Math.min(...ups) as never, delay ?? (0 as never));
  return readyAt <= ldp.context.now ? achieved : { on, state, readyAt };
}

function report(ldp: Ldp, on: IfName, state: LdpSyncState): void {
  ldp.context.emit({ kind: 'ldp-sync', vrf: ldp.context.vrf, on, state });
}

/** Looks at every interface again; what changed is told. */
export function reviewSync(ldp: Ldp): void {
  const { context, config, sync } = ldp;
  for (const on of sync.keys()) {
    if (on in config.interfaces) continue;
    sync.delete(on);
    context.timer('sync', on, 'off');
    report(ldp, on, 'not-required');
  }
  for (const on of (Object.keys(config.interfaces) as IfName[]).sort()) {
    const old = sync.get(on);
    const now = stateOf(ldp, on, old);
    sync.set(on, now);
    if (now.readyAt !== undefined) context.timer('sync', on, since(context.now, now.readyAt));
    else if (old?.readyAt !== undefined) context.timer('sync', on, 'off');
    if (old?.state !== now.state) report(ldp, on, now.state);
  }
}

/** LDP ends: nobody need wait for it. */
export function endSync(ldp: Ldp): void {
  for (const on of ldp.sync.keys()) report(ldp, on, 'not-required');
  ldp.sync.clear();
}
