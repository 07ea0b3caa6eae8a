// Extended and large communities as bytes.                                           RFC 4360 §2, §3, RFC 5668, RFC 8092 §3

import { type ByteReader, type ByteWriter, fromHex, toHex } from '../../../base/bytes.ts';
import { present } from '../../../base/must.ts';
import type { ExtendedCommunity, LargeCommunity } from '../../../route/community.ts';
import { type AdminForm, FORM_CODE } from '../../../route/extended.ts';

const FORMS: readonly AdminForm[] = ['as2', 'ip4', 'as4'];
const SUBTYPE = { target: 2, origin: 3 } as const;

/** Eight bytes. */
export function readExtended(bytes: ByteReader): ExtendedCommunity {
  const raw = bytes.take(8);
  const at = (i: number): number => raw[i] ?? 0;
  const form = FORMS[at(0)];
  const kind = at(1) === SUBTYPE.target ? 'target' : at(1) === SUBTYPE.origin ? 'origin' : undefined;
  if (form === undefined || kind === undefined) return { kind: 'other', hex: toHex(raw) };
  const high = at(2) * 256 + at(3);
  const middle = at(4) * 256 + at(5);
  const low = at(6) * 256 + at(7);
  return form === 'as2'
    ? { kind, value: { form, admin: high, number: middle * 65536 + low } }
    : { kind, value: { form, admin: high * 65536 + middle, number: low } };
}

export function writeExtended(out: ByteWriter, community: ExtendedCommunity): void {
  if (community.kind === 'other') {
    out.bytes(present(fromHex(community.hex), 'eight bytes in hex'));
    return;
  }
  const { form, admin, number } = community.value;
  out.u8(FORM_CODE[form]).u8(SUBTYPE[community.kind]);
  if (form === 'as2') out.u16(admin).u32(number);
  else out.u32(admin).u16(number);
}

/** Twelve bytes. */
export const readLarge = (bytes: ByteReader): LargeCommunity => ({
  admin: bytes.u32(),
  first: bytes.u32(),
  second: bytes.u32(),
});

export function writeLarge(out: ByteWriter, { admin, first, second }: LargeCommunity): void {
  out.u32(admin).u32(first).u32(second);
}
