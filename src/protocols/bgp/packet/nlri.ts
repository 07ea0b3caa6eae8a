// Network layer reachability: prefixes with what goes before them.
//                          RFC 4271 §4.3, RFC 4364 §4.3.4, RFC 8277 §2.2, RFC 7911 §3

import type { ByteReader, ByteWriter } from '../../../base/bytes.ts';
import type { Ip4, Ip6 } from '../../../base/ip.ts';
import { type Prefix, prefix as prefixOf } from '../../../base/prefix.ts';
import type { AdminForm } from '../../../route/extended.ts';
import { FORM_CODE } from '../../../route/extended.ts';
import type { Label } from '../../../route/label.ts';
import type { RouteDistinguisher } from '../../../route/route-distinguisher.ts';
import type { FamilyName } from '../iana.ts';

/** One prefix of an UPDATE. */
export interface Nlri {
  readonly prefix: Prefix;
  /** Undefined: the family has none. */
  readonly rd?: RouteDistinguisher;
  /** From the top; of families with labels. */
  readonly labels?: readonly Label[];
  /** Of peers that agreed on several paths a prefix. */
  readonly pathId?: number;
}

/** Bits of an address, or of a route target membership (RFC 4684 §4); 32 where nothing is said. */
const WIDTHS: Partial<Record<FamilyName, number>> = { ipv6: 128, rtfilter: 96 };

const FORMS: readonly AdminForm[] = ['as2', 'ip4', 'as4'];
const BOTTOM = 1;
/** In a withdrawal: whatever label it had. RFC 8277 §2.4 (0x800000), and 0x000000 of RFC 3107's children */
export const WITHDRAWN_LABEL = 0x800000;

export const hasLabels = (family: FamilyName): boolean => family === 'vpnv4' || family === 'ipv4-labeled';

export function readRd(bytes: ByteReader): RouteDistinguisher | undefined {
  const form = FORMS[bytes.u16()];
  if (form === undefined) {
    bytes.skip(6);
    return undefined;
  }
  return form === 'as2'
    ? { form, admin: bytes.u16(), number: bytes.u32() }
    : { form, admin: bytes.u32(), number: bytes.u16() };
}

export function writeRd(out: ByteWriter, rd: RouteDistinguisher): void {
  out.u16(FORM_CODE[rd.form]);
  if (rd.form === 'as2') out.u16(rd.admin).u32(rd.number);
  else out.u32(rd.admin).u16(rd.number);
}

/** The stack ends at the bottom bit, or at the value of a withdrawal. */
function readLabels(bytes: ByteReader): readonly Label[] {
  const labels: Label[] = [];
  for (;;) {
    const entry = bytes.u24();
    if (bytes.short) return labels;
    if (entry === WITHDRAWN_LABEL || entry === 0) return labels;
    labels.push((entry >>> 4) as Label);
    if (entry & BOTTOM) return labels;
  }
}

/** One prefix; undefined when its length does not fit its family or what is left. */
function readOne(bytes: ByteReader, family: FamilyName, addPath: boolean): Nlri | undefined {
  const pathId = addPath ? { pathId: bytes.u32() } : {};
  const bits = bytes.u8();
  const inside = bytes.within((bits + 7) >>> 3);
  if (bytes.short) return undefined;
  const whole = inside.left;
  const labels = hasLabels(family) ? { labels: readLabels(inside) } : {};
  const rd = family === 'vpnv4' ? readRd(inside) : undefined;
  const length = bits - 8 * (whole - inside.left);
  const width = WIDTHS[family] ?? 32;
  if (inside.short || length < 0 || length > width || (family === 'vpnv4' && !rd)) return undefined;
  // RFC 4684 §4: nothing at all, or the whole AS number.
  if (family === 'rtfilter' && length > 0 && length < 32) return undefined;
  let value = 0n;
  for (let i = 0; i < width / 8; i++) value = (value << 8n) | BigInt(inside.left > 0 ? inside.u8() : 0);
  const address = width === 32 ? (Number(value) as Ip4) : ((value << BigInt(128 - width)) as Ip6);
  return { prefix: prefixOf(address, length), ...labels, ...(rd ? { rd } : {}), ...pathId };
}

/** Undefined: the field is not a list of prefixes. RFC 7606 §5.3 */
export function readNlri(bytes: ByteReader, family: FamilyName, addPath: boolean): readonly Nlri[] | undefined {
  const list: Nlri[] = [];
  while (bytes.left > 0) {
    const one = readOne(bytes, family, addPath);
    if (!one) return undefined;
    list.push(one);
  }
  return list;
}

function prefixBytes(out: ByteWriter, { address, family, length }: Prefix): void {
  const value = BigInt(address);
  const top = family === 4 ? 24 : 120;
  for (let i = 0; i < (length + 7) >>> 3; i++) out.u8(Number((value >> BigInt(top - 8 * i)) & 0xffn));
}

export function writeNlri(out: ByteWriter, list: readonly Nlri[], family: FamilyName, addPath: boolean): void {
  for (const { prefix, rd, labels, pathId } of list) {
    if (addPath) out.u32(pathId ?? 0);
    const stack = hasLabels(family) ? Math.max(1, labels?.length ?? 0) : 0;
    out.u8(prefix.length + 24 * stack + (family === 'vpnv4' ? 64 : 0));
    for (let i = 0; i < stack; i++) {
      const label = labels?.[i];
      out.u24(label === undefined ? WITHDRAWN_LABEL : (label << 4) | (i === stack - 1 ? BOTTOM : 0));
    }
    if (family === 'vpnv4' && rd) writeRd(out, rd);
    prefixBytes(out, prefix);
  }
}

/** Bytes that one prefix takes. */
export const nlriSize = ({ prefix, labels }: Nlri, family: FamilyName, addPath: boolean): number =>
  (addPath ? 4 : 0) +
  1 +
  (hasLabels(family) ? 3 * Math.max(1, labels?.length ?? 0) : 0) +
  (family === 'vpnv4' ? 8 : 0) +
  ((prefix.length + 7) >>> 3);
