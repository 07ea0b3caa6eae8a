// Six bytes that a router calls "ASN:nn" or "IP-address:nn": what route distinguishers and route targets share.
//                                                                  RFC 4360 §3, RFC 4364 §4.2, RFC 5668

import { type Ip4, ip4Text, parseIp4 } from '../base/ip.ts';

/** `as2` 65000:1 (2+4 bytes) · `ip4` 10.0.0.1:1 (4+2) · `as4` 65550:1 (4+2). The numbers are the types of RFC 4364. */
export type AdminForm = 'as2' | 'ip4' | 'as4';

export interface Administered {
  readonly form: AdminForm;
  /** The AS number or the address. */
  readonly admin: number;
  /** The number its owner gave. */
  readonly number: number;
}

/** The type octet of each form. RFC 4364 §4.2 (RDs) and RFC 4360 §3 (communities) agree. */
export const FORM_CODE: Readonly<Record<AdminForm, 0 | 1 | 2>> = {
  as2: 0,
  ip4: 1,
  as4: 2,
};

/** Reads `65000:1`, `65550:1`, `65000L:1`, `1.10:1` (asdot) or `10.0.0.1:1`; undefined when a number does not fit. */
export function parseAdministered(text: string): Administered | undefined {
  const at = text.lastIndexOf(':');
  const [admin, digits] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || !/^\d{1,10}$/.test(digits)) return undefined;
  const number = Number(digits);
  const address = parseIp4(admin);
  if (address !== undefined) return number <= 0xffff ? { form: 'ip4', admin: address, number } : undefined;
  const asn = parseAsn(admin.replace(/L$/, ''));
  if (asn === undefined) return undefined;
  if (asn <= 0xffff && !admin.endsWith('L'))
    return number <= 0xffffffff ? { form: 'as2', admin: asn, number } : undefined;
  return number <= 0xffff ? { form: 'as4', admin: asn, number } : undefined;
}

/** Plain or dotted (RFC 5396) AS number, 0 … 2^32-1. */
export function parseAsn(text: string): number | undefined {
  const dotted = /^(\d{1,5})\.(\d{1,5})$/.exec(text);
  if (dotted) {
    const [high, low] = [Number(dotted[1]), Number(dotted[2])];
    return high <= 0xffff && low <= 0xffff ? high * 0x10000 + low : undefined;
  }
  if (!/^\d{1,10}$/.test(text)) return undefined;
  const value = Number(text);
  return value <= 0xffffffff ? value : undefined;
}

/** `65000:1` or `10.0.0.1:1`; AS numbers plain, `wide` behind one of the four-byte form. */
export function administeredText(value: Administered, wide = ''): string {
  const asn = value.form === 'as4' ? `${value.admin}${wide}` : String(value.admin);
  const admin = value.form === 'ip4' ? ip4Text(value.admin as Ip4) : asn;
  return `${admin}:${value.number}`;
}

/** By form, then by value: the order in which their bytes sort. */
export function compareAdministered(a: Administered, b: Administered): number {
  return FORM_CODE[a.form] - FORM_CODE[b.form] || a.admin - b.admin || a.number - b.number;
}
