// Messages out of a stream of bytes, and the header that goes before each.           RFC 4271 §4.1, §6.1

import { ByteWriter } from '../../../base/bytes.ts';
import { u16At } from '../../../net/wire/fields.ts';
import { ERROR, HEADER, HEADER_ERROR, MAX_MESSAGE, MESSAGE } from '../iana.ts';
import { type BgpError, bgpError } from './error.ts';

const MARKER = 16;

/** A message without its header. */
export interface RawMessage {
  readonly type: number;
  readonly body: Uint8Array;
}

/** The smallest whole message of each type. RFC 4271 §6.1, RFC 2918 §3 */
const LEAST: Readonly<Record<number, number>> = {
  [MESSAGE.open]: 29,
  [MESSAGE.update]: 23,
  [MESSAGE.notification]: 21,
  [MESSAGE.keepalive]: 19,
  [MESSAGE['route-refresh']]: 23,
};

const u16 = (value: number): Uint8Array => new ByteWriter(2).u16(value).done();

/** RFC 4271 §6.1, in its order. */
function headerError(all: Uint8Array, at: number, max: number): BgpError | undefined {
  for (let i = 0; i < MARKER; i++)
    if (all[at + i] !== 0xff) return bgpError(ERROR['message-header'], HEADER_ERROR['not-synchronised']);
  const length = u16At(all, at + MARKER);
  const type = all[at + MARKER + 2] as number;
  const least = LEAST[type];
  const bad = length < HEADER || length > max || (least !== undefined && length < least);
  if (bad || (type === MESSAGE.keepalive && length !== HEADER))
    return bgpError(ERROR['message-header'], HEADER_ERROR['bad-length'], u16(length));
  if (least === undefined) return bgpError(ERROR['message-header'], HEADER_ERROR['bad-type'], Uint8Array.of(type));
  return undefined;
}

/** What has come of a stream and is not a whole message yet. */
export class MessageStream {
  #bytes: Uint8Array = new Uint8Array(0);

  /** The whole messages in turn; `error` is what stands after them, and nothing can be read beyond it. */
  take(
    bytes: Uint8Array,
    max: number = MAX_MESSAGE,
  ): { readonly messages: readonly RawMessage[]; readonly error?: BgpError } {
    const all = new Uint8Array(this.#bytes.length + bytes.length);
    all.set(this.#bytes);
    all.set(bytes, this.#bytes.length);
    const messages: RawMessage[] = [];
    let at = 0;
    while (all.length - at >= HEADER) {
      const error = headerError(all, at, max);
      if (error) return { messages, error };
      const length = u16At(all, at + MARKER);
      if (all.length - at < length) break;
      messages.push({ type: all[at + MARKER + 2] as number, body: all.subarray(at + HEADER, at + length) });
      at += length;
    }
    this.#bytes = all.slice(at);
    return { messages };
  }
}

/** The message with its header. */
export function framed(type: number, body: Uint8Array): Uint8Array {
  const out = new ByteWriter(HEADER + body.length);
  for (let i = 0; i < MARKER; i++) out.u8(0xff);
  return out
    .u16(HEADER + body.length)
    .u8(type)
    .bytes(body)
    .done();
}
