// Hellos that come in: who is on the link, who asks from afar.                                 RFC 5036 §2.4, §3.5.2.1

import { type Ip, type Ip4, isIp4 } from '../../../base/ip.ts';
import { reasonOf } from '../../../net/codec.ts';
import type { IfName } from '../../../route/names.ts';
import type { Micros } from '../../../sim/time.ts';
import type { ProcessInput } from '../../plugin.ts';
import { answersTarget, helloTo, isTarget, targetKey, targetTimes, transportOn, usableFace } from '../discovery.ts';
import { DEFAULT_HOLD_SECONDS, INFINITE_HOLD } from '../iana.ts';
import { type Adjacency, countOne, dropped, type Ldp, peerKey } from '../model.ts';
import { type LdpMessage, ldpMessage, ldpPdu, tlvOf } from '../packet/message.ts';
import type { LsrId, Tlv } from '../packet/tlv.ts';
import { addAdjacency, dropAdjacency, heardHello, peerOf } from '../peers.ts';
import { type SessionWork, tryToConnect } from '../session.ts';
import { fromSeconds, holdSeconds } from '../transmit.ts';

type Arrived = ProcessInput & { readonly kind: 'packet' };
type HelloTlv = Tlv & { readonly kind: 'hello' };

/** What a Hello tells. */
interface Heard {
  readonly lsr: LsrId;
  readonly hello: HelloTlv;
  readonly from: Ip4;
  readonly transport: Ip4;
  readonly sequence: number | undefined;
}

/** A datagram came to the LDP port. */
export function receiveDatagram(ldp: Ldp, { on, from, bytes }: Arrived, work: SessionWork): void {
  const pdu = ldpPdu.decode(bytes, undefined);
  if (!pdu.ok) {
    dropped(ldp, `hello ${reasonOf(pdu.error)}`);
    return;
  }
  for (const one of pdu.value.messages) {
    const read = ldpMessage.decode(one, undefined);
    const why = read.ok ? receiveHello(ldp, on, from, pdu.value.lsr, read.value, work) : reasonOf(read.error);
    if (why !== undefined) dropped(ldp, `hello ${why}`);
  }
}

function receiveHello(
  ldp: Ldp,
  on: IfName,
  from: Ip | 'link',
  lsr: LsrId,
  one: LdpMessage,
  work: SessionWork,
): string | undefined {
  const hello = tlvOf(one, 'hello');
  if (one.kind !== 'hello' || !hello) return 'without parameters';
  if (from === 'link' || !isIp4(from)) return 'without address';
  if (ldp.routerId === undefined || lsr.id === ldp.routerId) return 'own identifier';
  if (lsr.id === 0) return 'without identifier';
  const transport = tlvOf(one, 'transport')?.address ?? from;
  const heard: Heard = { lsr, hello, from, transport, sequence: tlvOf(one, 'configuration-sequence')?.number };
  return hello.targeted ? fromAfar(ldp, heard, work) : onLink(ldp, on, heard, work);
}

function onLink(ldp: Ldp, on: IfName, heard: Heard, work: SessionWork): string | undefined {
  countOne(ldp.helloReceived, on);
  const face = usableFace(ldp, on);
  const config = ldp.config.interfaces[on];
  // §3.5.2.1 step 1: not where LDP does not run.
  if (!config || !face || !ldp.active.has(on)) return 'not enabled';
  const local = transportOn(ldp, face);
  if (local === undefined) return 'no transport address';
  accept(ldp, `${on} ${peerKey(heard.lsr)}`, on, heard, local, holdSeconds(config.hello), work);
  return undefined;
}

/** §3.5.2.1 step 2: only of those whom we asked, or who may ask us. */
function fromAfar(ldp: Ldp, heard: Heard, work: SessionWork): string | undefined {
  const { from, hello } = heard;
  countOne(ldp.helloReceived, String(from));
  const wanted = isTarget(ldp, from);
  if (!wanted && !(hello.requestsTargeted && answersTarget(ldp, from))) return 'target not wanted';
  const key = targetKey(from);
  const known = ldp.adjacencies.has(key);
  const own = holdSeconds(targetTimes(ldp, from));
  accept(ldp, key, undefined, heard, ldp.routerId as Ip4, own, work);
  if (!known && !wanted) helloTo(ldp, from);
  return undefined;
}

/** §3.5.2: 0 is the default, 0xffff for ever; the lesser of both sides' counts. */
function agreedHold(targeted: boolean, own: number, peer: number): Micros | 'infinite' {
  const fallback = targeted ? DEFAULT_HOLD_SECONDS.targeted : DEFAULT_HOLD_SECONDS.link;
  const least = Math.min(own === 0 ? fallback : own, peer === 0 ? fallback : peer);
  return least === INFINITE_HOLD ? 'infinite' : fromSeconds(least);
}

function accept(
  ldp: Ldp,
  key: string,
  on: IfName | undefined,
  heard: Heard,
  localTransport: Ip4,
  localHoldSeconds: number,
  work: SessionWork,
): void {
  const { lsr, hello, from, transport, sequence } = heard;
  const old = ldp.adjacencies.get(key);
  const hold = agreedHold(hello.targeted, localHoldSeconds, hello.holdSeconds);
  const same =
    old !== undefined &&
    old.from === from &&
    old.transport === transport &&
    old.localTransport === localTransport &&
    peerKey(old.lsr) === peerKey(lsr);
  // Somebody else, or with other ends: a new beginning.
  if (old && !same) dropAdjacency(ldp, old, 'reconfigured', work);
  const { now } = ldp.context;
  const adjacency: Adjacency =
    old && same
      ? old
      : {
          key,
          on,
          from,
          lsr,
          transport,
          localTransport,
          peerHoldSeconds: hello.holdSeconds,
          localHoldSeconds,
          hold,
          requestsTargeted: hello.requestsTargeted,
          sequence,
          heardAt: now,
          since: now,
        };
  const peer = old && same ? peerOf(ldp, lsr) : addAdjacency(ldp, adjacency);
  Object.assign(adjacency, {
    peerHoldSeconds: hello.holdSeconds,
    localHoldSeconds,
    requestsTargeted: hello.requestsTargeted,
    sequence,
  });
  heardHello(ldp, adjacency, hold);
  if (!peer) return;
  // §2.5.3: another configuration may be one that we can agree on; who was refused need not wait.
  if (sequence !== undefined && peer.sequence !== undefined && sequence !== peer.sequence) {
    peer.backoff = undefined;
    ldp.context.timer('connect', peer.name, 'off');
  }
  if (sequence !== undefined) peer.sequence = sequence;
  tryToConnect(ldp, peer);
}
