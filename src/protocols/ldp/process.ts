// The life of the process: configuration, inputs, and what is put right at the end of each.                     RFC 5036

import { equal } from '../../base/equal.ts';
import { type Ip4, ip4Text } from '../../base/ip.ts';
import type { IfName } from '../../route/names.ts';
import { chooseRouterId } from '../common/router-id.ts';
import type { Process, ProcessInput } from '../plugin.ts';
import type { LdpConfig } from './config.ts';
import { admit, strangerExpired, streamInput } from './connections.ts';
import { helloOn, helloTo, reviewLinks, reviewTargets, silence, transportOn, usableFace } from './discovery.ts';
import { dropFecIfIdle, forgetPeer, lingered, reviewTouched, routeChanged, touchAll } from './fecs.ts';
import { endSync, reviewSync, routeMovesSync } from './igp-sync.ts';
import { type Context, freshLdp, type Ldp, type Peer } from './model.ts';
import { reviewAddresses, tellAddresses } from './own-addresses.ts';
import { dropAdjacency, helloExpired } from './peers.ts';
import { release, reviewProtection } from './protection.ts';
import { releasedAll } from './retire.ts';
import { receiveDatagram } from './rx/hello.ts';
import { happen, holdFired, keepaliveFired, keyOf, type SessionWork, tryToConnect } from './session.ts';
import type { DownReason } from './show.ts';
import { flush } from './transmit.ts';

/** What comes and goes with a session. */
const WORK: SessionWork = {
  opened: (ldp, peer) => {
    tellAddresses(ldp, peer);
    touchAll(ldp);
  },
  closed: (ldp, peer) => {
    forgetPeer(ldp, peer);
    peer.addresses.clear();
    releasedAll(ldp, peer);
    // Who was this peer's next hop is nobody's now.
    touchAll(ldp);
  },
};

export class LdpProcess implements Process<LdpConfig> {
  readonly #context: Context;
  #ldp: Ldp | undefined;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Undefined: it was told nothing yet. */
  get ldp(): Ldp | undefined {
    return this.#ldp;
  }

  configure(wanted: LdpConfig): 'applied' | 'restart' {
    const before = this.#ldp?.config;
    const ldp = this.#ldp ?? this.#begin(wanted);
    ldp.stirred = true;
    ldp.config = wanted;
    if (before && !equal(before, wanted)) this.#changed(ldp, before);
    this.#context.watchRoutes(this.#context.vrf, wanted.labels.kinds, { besidesOwn: true, ways: true });
    if (before && !equal(before.labels.kinds, wanted.labels.kinds)) this.#forgetOtherKinds(ldp);
    this.#name(ldp);
    reviewLinks(ldp, WORK);
    reviewTargets(ldp, before?.targeted.peers ?? [], WORK);
    this.#finish(ldp);
    return 'applied';
  }

  handle(input: ProcessInput): void {
    const ldp = this.#ldp;
    if (!ldp) return;
    switch (input.kind) {
      case 'packet':
        receiveDatagram(ldp, input, WORK);
        break;
      case 'stream':
        streamInput(ldp, input, WORK);
        break;
      case 'timer':
        this.#timer(ldp, input.name, input.key);
        break;
      case 'interface':
        this.#interface(ldp, input.change === 'removed' || !input.interface.up, input.interface.name);
        break;
      case 'route':
        routeChanged(ldp, input.prefix, input.active, input.ways ?? []);
        if (routeMovesSync(ldp, input.prefix)) ldp.stirred = true;
        break;
      case 'action':
        this.#act(ldp, input.name, input.args);
        break;
      default:
        break;
    }
    this.#finish(ldp);
  }

  /** Peers are told that we go. */
  stop(): void {
    const ldp = this.#ldp;
    if (!ldp) return;
    this.#endAll(ldp, 'stopped');
    endSync(ldp);
    this.#context.listen(this.#context.vrf, 'off');
  }

  #begin(config: LdpConfig): Ldp {
    const ldp = freshLdp(this.#context, config);
    this.#ldp = ldp;
    this.#context.listen(this.#context.vrf, (from, local) => admit(ldp, from, local));
    return ldp;
  }

  /** What must be put right at the end of whatever happened, in an order in which each finds the one before it done. */
  #finish(ldp: Ldp): void {
    if (ldp.stirred) reviewAddresses(ldp);
    reviewTouched(ldp);
    if (ldp.stirred) reviewProtection(ldp, WORK);
    if (ldp.stirred) reviewSync(ldp);
    ldp.stirred = false;
    for (const peer of ldp.peers.values()) flush(ldp, peer);
  }

  /** §2.2.2: the identifier; another one is another LSR. */
  #name(ldp: Ldp): void {
    const { config, routerId: old } = ldp;
    const { vrf, traits } = this.#context;
    const chosen = config.routerId ?? chooseRouterId(this.#context.interfaces(), traits.routerIdFrom, old, vrf);
    if (chosen === old) return;
    if (old !== undefined) this.#endAll(ldp, 'reconfigured');
    ldp.routerId = chosen;
    touchAll(ldp);
  }

  #endAll(ldp: Ldp, why: DownReason): void {
    for (const peer of ldp.peers.values()) this.#end(ldp, peer, why);
    for (const on of [...ldp.active].sort()) silence(ldp, on, WORK);
    for (const adjacency of ldp.adjacencies.values()) dropAdjacency(ldp, adjacency, why, WORK);
    for (const target of ldp.config.targeted.peers) this.#context.timer('target', ip4Text(target), 'off');
  }

  #end(ldp: Ldp, peer: Peer, why: DownReason): void {
    happen(ldp, peer, 'end', WORK, { status: 'shutdown', why });
  }

  /** Sessions that were agreed on under other conditions begin anew. */
  #changed(ldp: Ldp, before: LdpConfig): void {
    for (const adjacency of ldp.adjacencies.values()) {
      const face = adjacency.on === undefined ? undefined : usableFace(ldp, adjacency.on);
      const local = adjacency.on === undefined ? ldp.routerId : face && transportOn(ldp, face);
      if (local !== adjacency.localTransport) dropAdjacency(ldp, adjacency, 'reconfigured', WORK);
    }
    const now = ldp.config;
    if (!equal(before.authentication, now.authentication))
      for (const peer of ldp.peers.values()) this.#rekey(ldp, peer, before);
    if (!equal(before.interfaces, now.interfaces))
      for (const on of ldp.active) if (!equal(before.interfaces[on], now.interfaces[on])) helloOn(ldp, on);
    touchAll(ldp);
  }

  /** A connection is signed with one key as long as it lives. */
  #rekey(ldp: Ldp, peer: Peer, before: LdpConfig): void {
    const wanted = keyOf(ldp, peer);
    const old = keyOf({ ...ldp, config: before }, peer);
    if (wanted === old) return;
    if (peer.state !== 'non-existent') this.#end(ldp, peer, 'reconfigured');
    else if (peer.stream) {
      this.#context.close(peer.stream, 'reset');
      peer.stream = undefined;
      this.#context.timer('connect', peer.name, ldp.config.session.connectRetry);
    }
  }

  #forgetOtherKinds(ldp: Ldp): void {
    const kinds = new Set(ldp.config.labels.kinds);
    for (const fec of ldp.fecs.values()) {
      if (!fec.route || kinds.has(fec.route.kind)) continue;
      routeChanged(ldp, fec.prefix, undefined, []);
      dropFecIfIdle(ldp, fec);
    }
  }

  #interface(ldp: Ldp, down: boolean, on: IfName): void {
    ldp.stirred = true;
    if (down && ldp.active.has(on)) silence(ldp, on, WORK);
    this.#name(ldp);
    this.#moveEnds(ldp, on);
    reviewLinks(ldp, WORK);
    for (const target of ldp.config.targeted.peers)
      if (this.#context.timerAt('target', ip4Text(target)) === undefined) helloTo(ldp, target);
  }

  /** An address changed under an adjacency: it begins anew. */
  #moveEnds(ldp: Ldp, on: IfName): void {
    const face = usableFace(ldp, on);
    const local = face && transportOn(ldp, face);
    for (const adjacency of ldp.adjacencies.values())
      if (adjacency.on === on && adjacency.localTransport !== local)
        dropAdjacency(ldp, adjacency, 'reconfigured', WORK);
  }

  #timer(ldp: Ldp, name: string, key: string): void {
    const peer = ldp.peers.get(key);
    switch (name) {
      case 'hello':
        helloOn(ldp, key as IfName);
        break;
      case 'target':
        helloTo(ldp, addressOf(ldp, key));
        break;
      case 'adjacency': {
        const adjacency = ldp.adjacencies.get(key);
        if (adjacency && helloExpired(ldp, adjacency)) dropAdjacency(ldp, adjacency, 'hello-expired', WORK);
        break;
      }
      case 'connect':
        if (peer) tryToConnect(ldp, peer);
        break;
      case 'hold':
        if (peer) holdFired(ldp, peer, WORK);
        break;
      case 'keepalive':
        if (peer) keepaliveFired(ldp, peer);
        break;
      case 'protect':
        release(ldp, addressOf(ldp, key), WORK);
        break;
      case 'withdraw':
        lingered(ldp, key);
        break;
      case 'stranger':
        strangerExpired(ldp, key);
        break;
      case 'sync':
        ldp.stirred = true;
        break;
      default:
        break;
    }
  }

  /** `clear`: one peer's session (`peer`: its LSR ID as text), or all. */
  #act(ldp: Ldp, name: string, args: Readonly<Record<string, string>>): void {
    if (name !== 'clear') return;
    for (const peer of ldp.peers.values())
      if (args['peer'] === undefined || args['peer'] === ip4Text(peer.lsr.id)) this.#end(ldp, peer, 'cleared');
  }
}

/** The target that a timer's key names. */
function addressOf(ldp: Ldp, key: string): Ip4 {
  const known = ldp.adjacencies.values().find(({ on, from }) => on === undefined && ip4Text(from) === key);
  const others = [...ldp.config.targeted.peers, ...ldp.protected.keys()];
  return known?.from ?? others.find((peer) => ip4Text(peer) === key) ?? (0 as Ip4);
}
