// TCP segments, their options, and the MD5 signature.   RFC 9293 §3.1, RFC 2385

import { internetChecksum } from '../../base/checksum.ts';
import { md5 } from '../../base/digest.ts';
import { must } from '../../base/must.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { zeroed } from '../../base/slab.ts';
import type { DecodeError, PacketCodec } from '../codec.ts';
import { PROTOCOL } from './iana.ts';
import { type Ends, pseudoSum } from './udp.ts';

/** Control bits. RFC 9293 §3.1; ECE and CWR: RFC 3168 §6.1 */
export const FIN = 0x01;
export const SYN = 0x02;
export const RST = 0x04;
export const PSH = 0x08;
export const ACK = 0x10;
export const URG = 0x20;
export const ECE = 0x40;
export const CWR = 0x80;

/** The header without options. */
export const TCP_HEADER = 20;
/** What the MD5 option costs in every segment: two NOPs that align it, and itself. RFC 2385 §3.0 */
export const MD5_ROOM = 20;

/** IANA "TCP Option Kind Numbers". */
const END_OF_OPTIONS = 0;
const NO_OPERATION = 1;
const MAXIMUM_SEGMENT_SIZE = 2;
const MD5_SIGNATURE = 19;

/** An option. The end-of-options mark is not kept: it and the padding are made anew. */
export type TcpOption =
  | { readonly kind: 'nop' }
  | { readonly kind: 'mss'; readonly size: number }
  | { readonly kind: 'md5'; readonly digest: Uint8Array }
  /** An option this program has no use for: number and contents as they came. */
  | { readonly kind: 'opaque'; readonly type: number; readonly value: Uint8Array };

export interface TcpSegment {
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly sequence: number;
  readonly acknowledgment: number;
  /** Sum of the control bits. */
  readonly flags: number;
  readonly window: number;
  readonly urgent: number;
  readonly options: readonly TcpOption[];
  /** A view of the bytes it was read from. */
  readonly data: Uint8Array;
}

/** What the IP header lends to the checksum. RFC 9293 §3.1, Figure 2 */
export interface TcpContext extends Ends {
  /** Signs the segment: the MD5 option is added when it is encoded. Not looked at when decoding: see `md5Digest`. */
  readonly key?: Uint8Array | undefined;
}

/** The segment's length in sequence space: data, and one each for SYN and FIN. RFC 9293 §3.4 */
export function sequenceLength(segment: TcpSegment): number {
  return segment.data.length + ((segment.flags & SYN) !== 0 ? 1 : 0) + ((segment.flags & FIN) !== 0 ? 1 : 0);
}

/** The first option of a kind. */
export function tcpOption<K extends TcpOption['kind']>(
  segment: TcpSegment,
  kind: K,
): Extract<TcpOption, { kind: K }> | undefined {
  for (const option of segment.options)
    if (option.kind === kind) return option as Extract<TcpOption, { readonly kind: K }>;
  return undefined;
}

/**
 * The signature of a segment. RFC 2385 §2.0: pseudo-header, the header without options and with checksum zero, the
 * data, the key. The length in the pseudo-header counts the options. `bytes`: a whole segment, header sound.
 */
export function md5Digest(bytes: Uint8Array, context: TcpContext, key: Uint8Array): Uint8Array {
  const offset = dataOffset(bytes);
  const message = zeroed(12 + TCP_HEADER + (bytes.length - offset) + key.length);
  const view = new DataView(message.buffer, message.byteOffset);
  view.setUint32(0, context.from);
  view.setUint32(4, context.to);
  view.setUint16(8, PROTOCOL.tcp);
  view.setUint16(10, bytes.length);
  message.set(bytes.subarray(0, TCP_HEADER), 12);
  view.setUint16(12 + 16, 0);
  message.set(bytes.subarray(offset), 12 + TCP_HEADER);
  message.set(key, message.length - key.length);
  return md5(message);
}

const dataOffset = (bytes: Uint8Array): number => ((bytes[12] as number) >>> 4) * 4;

const NO_OPTIONS: readonly TcpOption[] = [];

function optionsRoom(options: readonly TcpOption[], signed: boolean): number {
  let room = signed ? MD5_ROOM : 0;
  for (const option of options) {
    if (option.kind === 'nop') room += 1;
    else if (option.kind === 'mss') room += 4;
    else if (option.kind === 'md5') room += 18;
    else room += 2 + option.value.length;
  }
  return (room + 3) & ~3;
}

/** Writes the options from `at` on; returns where they end. */
function putOptions(bytes: Uint8Array, start: number, options: readonly TcpOption[]): number {
  let at = start;
  const put = (type: number, value: Uint8Array): void => {
    bytes[at] = type;
    bytes[at + 1] = 2 + value.length;
    bytes.set(value, at + 2);
    at += 2 + value.length;
  };
  for (const option of options) {
    if (option.kind === 'nop') bytes[at++] = NO_OPERATION;
    else if (option.kind === 'mss') put(MAXIMUM_SEGMENT_SIZE, Uint8Array.of(option.size >>> 8, option.size));
    else if (option.kind === 'md5') put(MD5_SIGNATURE, option.digest);
    else put(option.type, option.value);
  }
  return at;
}

function encode(segment: TcpSegment, context: TcpContext): Uint8Array {
  const { options, data } = segment;
  const offset = TCP_HEADER + optionsRoom(options, context.key !== undefined);
  must(offset <= 60, 'long TCP options');
  const bytes = zeroed(offset + data.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  view.setUint16(0, segment.sourcePort);
  view.setUint16(2, segment.destinationPort);
  view.setUint32(4, segment.sequence);
  view.setUint32(8, segment.acknowledgment);
  bytes[12] = (offset / 4) << 4;
  bytes[13] = segment.flags;
  view.setUint16(14, segment.window);
  view.setUint16(18, segment.urgent);
  bytes.set(data, offset);
  if (offset > TCP_HEADER) {
    const at = putOptions(bytes, TCP_HEADER, options);
    if (context.key) {
      bytes.set([NO_OPERATION, NO_OPERATION, MD5_SIGNATURE, 18], at);
      bytes.set(md5Digest(bytes, context, context.key), at + 4);
    }
  }
  view.setUint16(16, internetChecksum(bytes, pseudoSum(context, PROTOCOL.tcp, bytes.length)));
  return bytes;
}

/** One option with a length; `end` is where the options end. */
function readOption(bytes: Uint8Array, at: number, end: number): Result<TcpOption, DecodeError> {
  const type = bytes[at] as number;
  // RFC 9293 §3.2 MUST-7: an option's length may be nonsense.
  const length = at + 1 < end ? (bytes[at + 1] as number) : 0;
  if (length < 2 || at + length > end) return err({ kind: 'length', field: 'option', got: length });
  const value = bytes.subarray(at + 2, at + length);
  if (type === MAXIMUM_SEGMENT_SIZE) {
    if (length !== 4) return err({ kind: 'length', field: 'mss option', got: length });
    return ok({ kind: 'mss', size: ((value[0] as number) << 8) | (value[1] as number) });
  }
  if (type === MD5_SIGNATURE) {
    if (length !== 18) return err({ kind: 'length', field: 'md5 option', got: length });
    return ok({ kind: 'md5', digest: value });
  }
  return ok({ kind: 'opaque', type, value });
}

function readOptions(bytes: Uint8Array, end: number): Result<readonly TcpOption[], DecodeError> {
  const options: TcpOption[] = [];
  let at = TCP_HEADER;
  while (at < end && bytes[at] !== END_OF_OPTIONS) {
    if (bytes[at] === NO_OPERATION) {
      options.push({ kind: 'nop' });
      at++;
      continue;
    }
    const option = readOption(bytes, at, end);
    if (!option.ok) return option;
    options.push(option.value);
    at += bytes[at + 1] as number;
  }
  return ok(options);
}

function decode(bytes: Uint8Array, context: TcpContext): Result<TcpSegment, DecodeError> {
  if (bytes.length < TCP_HEADER) return err({ kind: 'short', need: TCP_HEADER, have: bytes.length });
  const offset = dataOffset(bytes);
  if (offset < TCP_HEADER || offset > bytes.length) return err({ kind: 'length', field: 'data offset', got: offset });
  // RFC 9293 §3.1 MUST-3: the receiver checks it.
  if (internetChecksum(bytes, pseudoSum(context, PROTOCOL.tcp, bytes.length)) !== 0) return err({ kind: 'checksum' });
  let options = NO_OPTIONS;
  if (offset > TCP_HEADER) {
    const read = readOptions(bytes, offset);
    if (!read.ok) return read;
    options = read.value;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return ok({
    sourcePort: view.getUint16(0),
    destinationPort: view.getUint16(2),
    sequence: view.getUint32(4),
    acknowledgment: view.getUint32(8),
    flags: bytes[13] as number,
    window: view.getUint16(14),
    urgent: view.getUint16(18),
    options,
    data: bytes.subarray(offset),
  });
}

const LETTERS: readonly (readonly [number, string])[] = [
  [SYN, 'SYN'],
  [FIN, 'FIN'],
  [RST, 'RST'],
  [PSH, 'PSH'],
  [ACK, 'ACK'],
  [URG, 'URG'],
  [ECE, 'ECE'],
  [CWR, 'CWR'],
];

/** `SYN ACK`; `none` when no bit is set. */
export function flagsText(flags: number): string {
  const names = LETTERS.filter(([bit]) => (flags & bit) !== 0).map(([, name]) => name);
  return names.length > 0 ? names.join(' ') : 'none';
}

function optionText(option: TcpOption): string {
  switch (option.kind) {
    case 'nop':
      return 'nop';
    case 'mss':
      return `mss ${option.size}`;
    case 'md5':
      return 'md5';
    default:
      return `option ${option.type}`;
  }
}

function summary(segment: TcpSegment): string {
  const acknowledged = (segment.flags & ACK) !== 0 ? ` ack ${segment.acknowledgment}` : '';
  const options = segment.options.filter((option) => option.kind !== 'nop').map(optionText);
  return (
    `${segment.sourcePort} > ${segment.destinationPort} ${flagsText(segment.flags)} seq ${segment.sequence}` +
    `${acknowledged} win ${segment.window} len ${segment.data.length}` +
    (options.length > 0 ? ` (${options.join(', ')})` : '')
  );
}

export const tcp: PacketCodec<TcpSegment, TcpContext> = { name: 'TCP', encode, decode, summary };
