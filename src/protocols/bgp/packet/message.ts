// The five messages.                                                RFC 4271 §4, RFC 2918 §3, RFC 7313 §3.2

import { ByteReader, ByteWriter } from '../../../base/bytes.ts';
import { err, ok, type Result } from '../../../base/result.ts';
import { AS_TRANS, ERROR, HEADER_ERROR, MESSAGE } from '../iana.ts';
import type { Dialect } from './attribute.ts';
import { type BgpError, bgpError } from './error.ts';
import { framed, type RawMessage } from './framing.ts';
import { decodeOpen, encodeOpen, type Open } from './open.ts';
import { decodeUpdate, encodeUpdate, type Update } from './update.ts';

export type Message =
  | { readonly type: 'open'; readonly open: Open }
  | { readonly type: 'update'; readonly update: Update }
  | { readonly type: 'notification'; readonly error: BgpError }
  | { readonly type: 'keepalive' }
  | {
      readonly type: 'route-refresh';
      readonly afi: number;
      readonly safi: number;
      /** 0: a request; 1, 2: the beginning and the end of the answer. RFC 7313 §3.2 */
      readonly subtype: number;
      /** Filters of RFC 5291. */
      readonly after: Uint8Array;
    };

export function decodeMessage({ type, body }: RawMessage, dialect: Dialect): Result<Message, BgpError> {
  const bytes = new ByteReader(body);
  switch (type) {
    case MESSAGE.open: {
      const open = decodeOpen(body);
      return open.ok ? ok({ type: 'open', open: open.value }) : open;
    }
    case MESSAGE.update: {
      const update = decodeUpdate(body, dialect);
      return update.ok ? ok({ type: 'update', update: update.value }) : update;
    }
    case MESSAGE.notification:
      return ok({ type: 'notification', error: bgpError(bytes.u8(), bytes.u8(), bytes.rest()) });
    case MESSAGE.keepalive:
      return ok({ type: 'keepalive' });
    case MESSAGE['route-refresh']: {
      const [afi, subtype, safi] = [bytes.u16(), bytes.u8(), bytes.u8()];
      return ok({ type: 'route-refresh', afi, safi, subtype, after: bytes.rest() });
    }
    default:
      return err(bgpError(ERROR['message-header'], HEADER_ERROR['bad-type'], Uint8Array.of(type)));
  }
}

/** The whole message with its header. */
export function encodeMessage(message: Message, dialect: Dialect): Uint8Array {
  switch (message.type) {
    case 'open': {
      const { asn } = message.open;
      return framed(MESSAGE.open, encodeOpen(message.open, asn > 0xffff ? AS_TRANS : asn));
    }
    case 'update':
      return framed(MESSAGE.update, encodeUpdate(message.update, dialect));
    case 'notification': {
      const { code, subcode, data } = message.error;
      return framed(MESSAGE.notification, new ByteWriter(2).u8(code).u8(subcode).bytes(data).done());
    }
    case 'keepalive':
      return framed(MESSAGE.keepalive, new Uint8Array(0));
    case 'route-refresh': {
      const { afi, safi, subtype, after } = message;
      return framed(MESSAGE['route-refresh'], new ByteWriter(4).u16(afi).u8(subtype).u8(safi).bytes(after).done());
    }
  }
}
