// ICMP: echo, errors with what they quote, redirects.               RFC 792, RFC 1191 §4 (MTU), RFC 4884 (extensions)

import { internetChecksum } from '../../base/checksum.ts';
import { type Ip4, ip4Text } from '../../base/ip.ts';
import { must } from '../../base/must.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type DecodeError, type PacketCodec, reasonOf } from '../codec.ts';
import { ip4At, put16, put32, u16At } from './fields.ts';
import { ICMP, TIME_EXCEEDED, UNREACHABLE } from './iana.ts';
import { decodeExtension, encodeExtension, type IcmpObject, reportedLabels } from './icmp-extension.ts';

const HEADER = 8;
/** A quoted datagram with extensions behind it is at least this long. RFC 4884 §3 */
const QUOTE_WITH_EXTENSIONS = 128;

export interface IcmpEcho {
  readonly kind: 'echo';
  readonly reply: boolean;
  readonly id: number;
  readonly sequence: number;
  readonly data: Uint8Array;
}

/** Destination unreachable (3), time exceeded (11), parameter problem (12). */
export interface IcmpError {
  readonly kind: 'error';
  readonly type: 3 | 11 | 12;
  readonly code: number;
  /** Of the next hop, in "fragmentation needed"; 0 where it is not said. */
  readonly mtu: number;
  /** Of a parameter problem: the byte that was wrong. */
  readonly pointer: number;
  /** The beginning of the packet that it is about; with padding where extensions follow. */
  readonly quoted: Uint8Array;
  readonly extensions: readonly IcmpObject[];
  /** Something was announced behind the quoted datagram and could not be read: it is left out. */
  readonly damaged?: DecodeError;
}

export interface IcmpRedirect {
  readonly kind: 'redirect';
  readonly code: number;
  readonly gateway: Ip4;
  readonly quoted: Uint8Array;
}

/** Any other type: all that follows the checksum. */
export interface IcmpOther {
  readonly kind: 'other';
  readonly type: number;
  readonly code: number;
  readonly rest: Uint8Array;
}

export type IcmpMessage = IcmpEcho | IcmpError | IcmpRedirect | IcmpOther;

function start(type: number, code: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes[0] = type;
  bytes[1] = code;
  return bytes;
}

function encodeError(message: IcmpError): Uint8Array {
  const { quoted, extensions } = message;
  if (extensions.length === 0) {
    const plain = start(message.type, message.code, HEADER + quoted.length);
    plain.set(quoted, HEADER);
    return plain;
  }
  const room = Math.max(QUOTE_WITH_EXTENSIONS, (quoted.length + 3) & ~3);
  must(room <= 255 * 4, `${quoted.length} bytes quoted before an extension`);
  const behind = encodeExtension(extensions);
  const bytes = start(message.type, message.code, HEADER + room + behind.length);
  bytes[5] = room >>> 2;
  bytes.set(quoted, HEADER);
  bytes.set(behind, HEADER + room);
  return bytes;
}

function encode(message: IcmpMessage): Uint8Array {
  let bytes: Uint8Array;
  switch (message.kind) {
    case 'echo':
      bytes = start(message.reply ? ICMP.echoReply : ICMP.echo, 0, HEADER + message.data.length);
      put16(bytes, 4, message.id);
      put16(bytes, 6, message.sequence);
      bytes.set(message.data, HEADER);
      break;
    case 'error':
      bytes = encodeError(message);
      if (message.type === ICMP.parameterProblem) bytes[4] = message.pointer;
      else if (isFragmentationNeeded(message)) put16(bytes, 6, message.mtu);
      break;
    case 'redirect':
      bytes = start(ICMP.redirect, message.code, HEADER + message.quoted.length);
      put32(bytes, 4, message.gateway);
      bytes.set(message.quoted, HEADER);
      break;
    case 'other':
      bytes = start(message.type, message.code, 4 + message.rest.length);
      bytes.set(message.rest, 4);
  }
  put16(bytes, 2, internetChecksum(bytes));
  return bytes;
}

const isFragmentationNeeded = (message: { readonly type: number; readonly code: number }): boolean =>
  message.type === ICMP.unreachable && message.code === UNREACHABLE.fragmentation;

/** Where the quoted datagram ends: by the length field, or by the habit of those who send none. RFC 4884 §5.5 */
function behindQuote(bytes: Uint8Array): Result<Pick<IcmpError, 'quoted' | 'extensions' | 'damaged'>, DecodeError> {
  const length = (bytes[5] as number) * 4;
  const body = bytes.subarray(HEADER);
  if (length > 0) {
    if (length > body.length) return err({ kind: 'length', field: 'original datagram', got: length });
    const quoted = body.subarray(0, length);
    if (length === body.length) return ok({ quoted, extensions: [] });
    const read = decodeExtension(body.subarray(length), false);
    return ok(read.ok ? { quoted, extensions: read.value } : { quoted, extensions: [], damaged: read.error });
  }
  if (body.length > QUOTE_WITH_EXTENSIONS) {
    const read = decodeExtension(body.subarray(QUOTE_WITH_EXTENSIONS), true);
    if (read.ok) return ok({ quoted: body.subarray(0, QUOTE_WITH_EXTENSIONS), extensions: read.value });
  }
  return ok({ quoted: body, extensions: [] });
}

function decode(bytes: Uint8Array): Result<IcmpMessage, DecodeError> {
  if (bytes.length < HEADER) return err({ kind: 'short', need: HEADER, have: bytes.length });
  if (internetChecksum(bytes) !== 0) return err({ kind: 'checksum' });
  const type = bytes[0] as number;
  const code = bytes[1] as number;
  switch (type) {
    case ICMP.echo:
    case ICMP.echoReply: {
      if (code !== 0) return err({ kind: 'value', field: 'code', got: code });
      const [id, sequence] = [u16At(bytes, 4), u16At(bytes, 6)];
      return ok({ kind: 'echo', reply: type === ICMP.echoReply, id, sequence, data: bytes.subarray(HEADER) });
    }
    case ICMP.unreachable:
    case ICMP.timeExceeded:
    case ICMP.parameterProblem: {
      const behind = behindQuote(bytes);
      if (!behind.ok) return behind;
      const mtu = isFragmentationNeeded({ type, code }) ? u16At(bytes, 6) : 0;
      const pointer = type === ICMP.parameterProblem ? (bytes[4] as number) : 0;
      return ok({ kind: 'error', type, code, mtu, pointer, ...behind.value });
    }
    case ICMP.redirect:
      return ok({ kind: 'redirect', code, gateway: ip4At(bytes, 4), quoted: bytes.subarray(HEADER) });
    default:
      return ok({ kind: 'other', type, code, rest: bytes.subarray(4) });
  }
}

const UNREACHABLES = ['net', 'host', 'protocol', 'port'];

function errorText(message: IcmpError): string {
  const labels = reportedLabels(message.extensions).map((entry) => entry.label);
  const behind = [
    labels.length ? `, labels ${labels.join(' ')}` : '',
    message.damaged ? `, extension damaged (${reasonOf(message.damaged)})` : '',
  ].join('');
  if (message.type === ICMP.timeExceeded)
    return `time exceeded ${message.code === TIME_EXCEEDED.transit ? 'in transit' : 'in reassembly'}${behind}`;
  if (message.type === ICMP.parameterProblem) return `parameter problem at ${message.pointer}${behind}`;
  if (isFragmentationNeeded(message)) return `fragmentation needed, mtu ${message.mtu}${behind}`;
  return `${UNREACHABLES[message.code] ?? `code ${message.code}`} unreachable${behind}`;
}

export const icmp: PacketCodec<IcmpMessage> = {
  name: 'ICMP',
  encode,
  decode,
  summary(message) {
    switch (message.kind) {
      case 'echo': {
        const what = message.reply ? 'reply' : 'request';
        return `echo ${what} id ${message.id} sequence ${message.sequence}, ${message.data.length} bytes`;
      }
      case 'error':
        return errorText(message);
      case 'redirect':
        return `redirect to ${ip4Text(message.gateway)}`;
      case 'other':
        return `type ${message.type} code ${message.code}`;
    }
  },
};
