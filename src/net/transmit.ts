// The last step out: a frame with its link header, its MACs, its counters.            RFC 894, RFC 1042, RFC 1112 §6.4

import type { Mac } from '../base/mac.ts';
import { must } from '../base/must.ts';
import { zeroed } from '../base/slab.ts';
import { drop, type InterfaceRecord, type PortRecord, type StackState } from './state.ts';
import { HEADER, MAX_LENGTH, MIN_FRAME, TAG } from './wire/ethernet.ts';
import { put16, putMac } from './wire/fields.ts';
import { ETHERTYPE } from './wire/iana.ts';

/** The header of an interface's IPv4 frames, its destination blank. */
export function linkHeader(from: Mac, vlan: number | undefined): Uint8Array {
  const header = new Uint8Array(vlan === undefined ? HEADER : HEADER + TAG);
  putMac(header, 6, from);
  if (vlan !== undefined) {
    put16(header, 12, ETHERTYPE.vlan);
    put16(header, 14, vlan);
  }
  put16(header, header.length - 2, ETHERTYPE.ipv4);
  return header;
}

/** A frame of this interface with room for `length` bytes behind its header; padded to Ethernet's minimum. */
export function frameFor(record: InterfaceRecord, length: number): Uint8Array {
  const { header } = record;
  const size = header.length + length;
  const frame = zeroed(size < MIN_FRAME ? MIN_FRAME : size);
  frame.set(header);
  return frame;
}

/** The same, for something that is not IPv4. 'llc': the type field says the length. */
export function typedFrame(record: InterfaceRecord, type: number | 'llc', payload: Uint8Array): Uint8Array {
  const frame = frameFor(record, payload.length);
  const at = record.header.length;
  must(type !== 'llc' || payload.length <= MAX_LENGTH, 'too much for an 802.3 frame');
  put16(frame, at - 2, type === 'llc' ? payload.length : type);
  frame.set(payload, at);
  return frame;
}

/** Sends a finished frame to a MAC. `length` is what it carries. From here on nobody edits it. */
export function transmit(state: StackState, record: InterfaceRecord, frame: Uint8Array, to: Mac, length: number): void {
  const port = record.port;
  if (!record.view.up || !port) {
    drop(state, record, record.view.up ? `${record.view.kind} interface` : 'interface down');
    return;
  }
  putMac(frame, 0, to);
  send(state, record, port, frame, length);
}

/**
 * Sends something with an LLC header. Hellos are the same bytes again and again, most of them padding: a frame that was
 * sent is sent again then, for nobody edits either.
 */
export function transmitLlc(state: StackState, record: InterfaceRecord, payload: Uint8Array, to: Mac): void {
  const { last, port } = record;
  if (last && port && record.view.up && last.payload === payload && last.to === to && last.header === record.header) {
    send(state, record, port, last.frame, payload.length);
    return;
  }
  const frame = typedFrame(record, 'llc', payload);
  record.last = { payload, to, header: record.header, frame };
  transmit(state, record, frame, to, payload.length);
}

function send(state: StackState, record: InterfaceRecord, port: PortRecord, frame: Uint8Array, length: number): void {
  record.counters.outPackets++;
  record.counters.outBytes += length;
  port.counters.outPackets++;
  port.counters.outBytes += frame.length;
  port.lastOutput = state.port.now;
  port.load.count(state.port.now, 'out', frame.length);
  state.port.transmit(port.config.name, { bytes: frame });
}
