// Answers MPLS echo requests: what this router is on the path of a FEC.                                    RFC 8029 §4.4

import { isIp4 } from '../base/ip.ts';
import type { Prefix } from '../base/prefix.ts';
import { FIRST_LABEL, IMPLICIT_NULL, type Label } from '../route/label.ts';
import { speaksAs } from './addresses.ts';
import { reasonOf } from './codec.ts';
import { answer } from './icmp-errors.ts';
import { pushed, roomUnder, send } from './output.ts';
import type { ForwardingPath } from './rib-types.ts';
import { type Arrival, type StackState, verdictOn } from './state.ts';
import { PROTOCOL, UDP_PORT } from './wire/iana.ts';
import { destinationOf, headerLength, sourceOf } from './wire/ipv4.ts';
import { type Downstream, type LspEcho, lspEcho, ntp, REPLY_MODE, RETURN_CODE } from './wire/lsp-ping.ts';
import { ENTRY } from './wire/mpls.ts';
import { udp } from './wire/udp.ts';

interface Finding {
  readonly code: number;
  readonly subcode: number;
  readonly downstream: readonly Downstream[];
}

const found = (code: number, subcode: number, downstream: readonly Downstream[] = []): Finding => ({
  code,
  subcode,
  downstream,
});

/** The next hop of a path as a mapping tells it: `received` labels are taken off for those that go on. §3.4 */
export function downstreamOf(state: StackState, path: ForwardingPath, received: number): readonly Downstream[] {
  const out = state.interfaces.get(path.out);
  const { gateway } = path;
  if (!out || gateway === undefined || !isIp4(gateway)) return [];
  const labels = pushed(path.push);
  const shown = labels.length > 0 ? labels : [IMPLICIT_NULL];
  const mtu = roomUnder(out, labels.length) + ENTRY * received;
  return [{ mtu, address: gateway, interfaceAddress: gateway, labels: shown.map((label) => ({ label, exp: 0 })) }];
}

/** §4.4.1: is this router the FEC's end? */
function atEnd(state: StackState, arrival: Arrival, fec: Prefix): Finding {
  const verdict = isIp4(fec.address) ? verdictOn(state, arrival.vrf, fec.address) : undefined;
  const attached = verdict?.kind === 'forward' && verdict.paths.every(({ gateway }) => gateway === undefined);
  if (verdict?.kind === 'receive' || attached) return found(RETURN_CODE.egress, 1);
  return found(RETURN_CODE['no mapping'], 1);
}

/** §4.4: by the label that brought it, or as the end of its path. */
function examine(state: StackState, arrival: Arrival, request: LspEcho): Finding {
  const fec = request.fecs.at(-1);
  if (request.errored.length > 0) return found(RETURN_CODE['TLV not understood'], 0);
  if (request.fecs.length === 0) return found(RETURN_CODE.malformed, 0);
  if (!fec) return found(RETURN_CODE['no mapping'], 1);
  const labels = (arrival.labels ?? []).filter(({ label }) => label >= FIRST_LABEL);
  const [top] = labels;
  if (!top) return atEnd(state, arrival, fec);
  const entry = state.lfib.get(top.label as Label);
  if (!entry) return found(RETURN_CODE['no label entry'], labels.length);
  if (entry.verdict.kind === 'lookup') return atEnd(state, arrival, fec);
  if (entry.verdict.kind === 'discard') return found(RETURN_CODE['no MPLS forwarding'], labels.length);
  if (request.validate && (entry.fec.kind !== 'prefix' || entry.fec.prefix !== fec))
    return found(RETURN_CODE['other mapping'], labels.length);
  const { paths } = entry.verdict;
  if (paths.every(({ untagged }) => untagged === true)) return found(RETURN_CODE['no MPLS forwarding'], labels.length);
  const asked = request.downstream.length > 0;
  const downstream = asked ? paths.flatMap((path) => downstreamOf(state, path, 1)) : [];
  return found(RETURN_CODE['label switched'], labels.length, downstream);
}

/** An MPLS echo request has come to this router; the reason when there is nothing to answer. */
export function respond(state: StackState, arrival: Arrival): string | undefined {
  const { packet, vrf, on } = arrival;
  const [from, to] = [sourceOf(packet), destinationOf(packet)];
  const datagram = udp.decode(packet.subarray(headerLength(packet)), { from, to });
  if (!datagram.ok) return `mpls echo ${reasonOf(datagram.error)}`;
  const read = lspEcho.decode(datagram.value.data, undefined);
  // §4.3: who cannot read it cannot say so to anybody.
  if (!read.ok) return `mpls echo ${reasonOf(read.error)}`;
  const request = read.value;
  if (request.kind !== 'request') return 'mpls echo reply';
  if (request.replyMode === REPLY_MODE.none) return undefined;
  const { code, subcode, downstream } = examine(state, arrival, request);
  const { handle, sequence, sentAt, replyMode, errored } = request;
  const reply: LspEcho = {
    kind: 'reply',
    validate: false,
    replyMode,
    code,
    subcode,
    handle,
    sequence,
    sentAt,
    receivedAt: ntp(state.port.now),
    fecs: [],
    downstream,
    pad: undefined,
    errored,
  };
  const self = on && speaksAs(on.view, from);
  if (self === undefined) return 'mpls echo without address';
  const data = lspEcho.encode(reply, undefined);
  const ends = { from: self, to: from };
  const payload = udp.encode({ fromPort: UDP_PORT.lspPing, toPort: datagram.value.fromPort, data }, ends);
  answer(state, arrival, () => void send(state, { vrf, protocol: PROTOCOL.udp, ...ends, payload, ttl: 255 }));
  return undefined;
}
