// Ethernet frames: Ethernet II and 802.3 with LLC, one 802.1Q tag.     RFC 894, RFC 1042, IEEE 802.3 §3.2, 802.1Q §9.6

import { type Mac, macColons } from '../../base/mac.ts';
import { must } from '../../base/must.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { DecodeError, PacketCodec } from '../codec.ts';
import { macAt, put16, putMac, u16At } from './fields.ts';
import { ETHERTYPE } from './iana.ts';

/** Shortest frame without its check sequence. IEEE 802.3 §4.2.3.3 */
export const MIN_FRAME = 60;
/** Two addresses and a type. */
export const HEADER = 14;
export const TAG = 4;
/** Up to this the field after the addresses is a length, from 0x0600 a type. IEEE 802.3 §3.2.6 */
export const MAX_LENGTH = 1500;
const MIN_TYPE = 0x0600;

export interface VlanTag {
  /** 0: no VLAN, only a priority. */
  readonly vlan: number;
  /** 0 … 7 */
  readonly priority: number;
  readonly dropEligible: boolean;
}

export interface EthernetFrame {
  readonly to: Mac;
  readonly from: Mac;
  readonly tag: VlanTag | undefined;
  /** The EtherType; 'llc': 802.3, the payload begins with DSAP and SSAP. */
  readonly type: number | 'llc';
  /** LLC: exactly what the length says. Ethernet II: whatever follows, padding included. */
  readonly payload: Uint8Array;
}

function encode(frame: EthernetFrame): Uint8Array {
  const at = frame.tag ? HEADER + TAG : HEADER;
  const length = at + frame.payload.length;
  const bytes = new Uint8Array(Math.max(MIN_FRAME, length));
  putMac(bytes, 0, frame.to);
  putMac(bytes, 6, frame.from);
  if (frame.tag) {
    put16(bytes, 12, ETHERTYPE.vlan);
    put16(bytes, 14, (frame.tag.priority << 13) | (frame.tag.dropEligible ? 0x1000 : 0) | frame.tag.vlan);
  }
  must(frame.type !== 'llc' || frame.payload.length <= MAX_LENGTH, `${frame.payload.length} bytes in an 802.3 frame`);
  put16(bytes, at - 2, frame.type === 'llc' ? frame.payload.length : frame.type);
  bytes.set(frame.payload, at);
  return bytes;
}

function decode(bytes: Uint8Array): Result<EthernetFrame, DecodeError> {
  if (bytes.length < HEADER) return err({ kind: 'short', need: HEADER, have: bytes.length });
  let at = HEADER;
  let tag: VlanTag | undefined;
  if (u16At(bytes, 12) === ETHERTYPE.vlan) {
    at += TAG;
    if (bytes.length < at) return err({ kind: 'short', need: at, have: bytes.length });
    const control = u16At(bytes, 14);
    tag = { vlan: control & 0xfff, priority: control >>> 13, dropEligible: (control & 0x1000) !== 0 };
  }
  const type = u16At(bytes, at - 2);
  if (type > MAX_LENGTH && type < MIN_TYPE) return err({ kind: 'type', got: type });
  const llc = type <= MAX_LENGTH;
  if (llc && at + type > bytes.length) return err({ kind: 'length', field: 'frame', got: type });
  return ok({
    to: macAt(bytes, 0),
    from: macAt(bytes, 6),
    tag,
    type: llc ? 'llc' : type,
    payload: bytes.subarray(at, llc ? at + type : bytes.length),
  });
}

function typeText(type: number | 'llc'): string {
  if (type === 'llc') return '802.3';
  for (const [name, value] of Object.entries(ETHERTYPE)) if (value === type) return name;
  return `type 0x${type.toString(16).padStart(4, '0')}`;
}

/** Pads to the minimum on encoding; on decoding, only the payload's own length can tell the padding. */
export const ethernet: PacketCodec<EthernetFrame> = {
  name: 'Ethernet',
  encode,
  decode,
  summary(frame) {
    const tag = frame.tag
      ? ` vlan ${frame.tag.vlan}${frame.tag.priority ? ` priority ${frame.tag.priority}` : ''}`
      : '';
    return `${macColons(frame.from)} > ${macColons(frame.to)}${tag} ${typeText(frame.type)}`;
  },
};
