// A packet for this box: put together, then to whoever listens.                RFC 1122 §3.3, RFC 792, RFC 768

import type { VrfName } from '../route/names.ts';
import { speaksAs } from './addresses.ts';
import { reasonOf } from './codec.ts';
import { answer, complain } from './icmp-errors.ts';
import { send } from './output.ts';
import type { Reassembly } from './reassembly.ts';
import type { InPacket } from './stack-port.ts';
import { type Arrival, drop, type Hearers, ownedAt, type StackState } from './state.ts';
import { u16At } from './wire/fields.ts';
import { ICMP, PROTOCOL, UNREACHABLE } from './wire/iana.ts';
import { type IcmpEcho, type IcmpError, type IcmpMessage, icmp } from './wire/icmp.ts';
import {
  destinationOf,
  headerLength,
  isFragment,
  MIN_HEADER,
  protocolOf,
  sourceOf,
  tosOf,
  ttlOf,
} from './wire/ipv4.ts';
import { datagramFault, UDP_HEADER } from './wire/udp.ts';

/** Registers or, with undefined, forgets a listener. */
export function hear<T>(hearers: Hearers<T>, vrf: VrfName, number: number, listener: T | undefined): void {
  const table = hearers.get(vrf) ?? new Map<number, T>();
  hearers.set(vrf, table);
  if (listener) table.set(number, listener);
  else table.delete(number);
}

/** A packet that is for this box has arrived: `arrival.vrf` is the VRF of the interface that owns its destination. */
export function deliver(state: StackState, reassembly: Reassembly, arrival: Arrival): void {
  const whole = isFragment(arrival.packet) ? reassembly.take(arrival) : arrival;
  const reason = whole && toProtocol(state, whole);
  if (reason !== undefined) drop(state, arrival.on, reason);
}

/** As a listener gets it: with what it carries, or with what a header above IP carries in turn. */
function opened({ packet, on, vrf }: Arrival, payload: Uint8Array): InPacket {
  return {
    vrf,
    on: on?.view.name,
    from: sourceOf(packet),
    to: destinationOf(packet),
    ttl: ttlOf(packet),
    tos: tosOf(packet),
    payload,
  };
}

/** The reason when nobody wanted it. */
function toProtocol(state: StackState, arrival: Arrival): string | undefined {
  const protocol = protocolOf(arrival.packet);
  if (protocol === PROTOCOL.udp) return udpInput(state, arrival);
  const packet = opened(arrival, arrival.packet.subarray(headerLength(arrival.packet)));
  if (protocol === PROTOCOL.icmp) return icmpInput(state, arrival, packet);
  const listener = state.protocols.get(arrival.vrf)?.get(protocol);
  if (listener) {
    listener(packet);
    return undefined;
  }
  complain(state, arrival, { type: ICMP.unreachable, code: UNREACHABLE.protocol });
  return 'protocol unreachable';
}

function udpInput(state: StackState, arrival: Arrival): string | undefined {
  const { packet } = arrival;
  const at = headerLength(packet);
  const fault = datagramFault(packet, at);
  if (fault) return `udp ${reasonOf(fault)}`;
  const listener = state.udpPorts.get(arrival.vrf)?.get(u16At(packet, at + 2));
  if (listener) {
    const data = packet.subarray(at + UDP_HEADER, at + u16At(packet, at + 4));
    listener(opened(arrival, data), u16At(packet, at));
    return undefined;
  }
  complain(state, arrival, { type: ICMP.unreachable, code: UNREACHABLE.port });
  return 'port unreachable';
}

/** The stack's own share of ICMP; whoever else hears protocol 1 is told after it. */
function icmpInput(state: StackState, arrival: Arrival, packet: InPacket): string | undefined {
  const read = icmp.decode(packet.payload, undefined);
  if (!read.ok) return `icmp ${reasonOf(read.error)}`;
  const listener = state.protocols.get(arrival.vrf)?.get(PROTOCOL.icmp);
  const unused = handled(state, arrival, packet, read.value);
  listener?.(packet);
  return listener ? undefined : unused;
}

function handled(state: StackState, arrival: Arrival, packet: InPacket, message: IcmpMessage): string | undefined {
  switch (message.kind) {
    case 'echo': {
      if (!message.reply) {
        echoReply(state, arrival, packet, message);
        return undefined;
      }
      const run = state.echoes.get(message.id);
      run?.replied(message.sequence, packet);
      return run ? undefined : 'icmp echo reply not asked';
    }
    case 'error':
      concerned(state, packet, message);
      return undefined;
    case 'redirect':
      // RFC 1812 §5.2.7.2: a router does not let itself be redirected.
      return 'icmp redirect';
    case 'other':
      return 'icmp type';
  }
}

/** RFC 1122 §3.2.2.6: addresses exchanged, everything else as it came. A group is answered by the interface's address. */
function echoReply(state: StackState, arrival: Arrival, packet: InPacket, request: IcmpEcho): void {
  const kind = ownedAt(state, arrival.vrf, packet.to)?.kind;
  const from =
    kind === 'host' || kind === 'virtual' || !arrival.on ? packet.to : speaksAs(arrival.on.view, packet.from);
  const payload = icmp.encode({ ...request, reply: true }, undefined);
  const { vrf } = arrival;
  answer(state, arrival, () => {
    send(state, { vrf, protocol: PROTOCOL.icmp, to: packet.from, from, payload, tos: packet.tos });
  });
}

/** An error goes to the ping or traceroute whose packet it quotes; of others nobody here has to know. */
function concerned(state: StackState, packet: InPacket, error: IcmpError): void {
  const { quoted } = error;
  if (quoted.length < MIN_HEADER || quoted.length < headerLength(quoted) + 8) return;
  const at = headerLength(quoted);
  const to = destinationOf(quoted);
  if (protocolOf(quoted) === PROTOCOL.icmp && quoted[at] === ICMP.echo)
    state.echoes
      .get(u16At(quoted, at + 4))
      ?.failed(u16At(quoted, at + 6), packet.from, to, error, packet.payload.length);
  else if (protocolOf(quoted) === PROTOCOL.udp)
    state.probes.get(u16At(quoted, at))?.answered(u16At(quoted, at + 2), packet.from, to, error);
}
