// Ip4 and Ip6: parse, print, classes. An IPv4 address is a number, an IPv6 address a bigint: `typeof` tells them apart.

import type { Branded } from './brand.ts';
import { must } from './must.ts';

/** 0 … 2^32-1 */
export type Ip4 = Branded<number, 'Ip4'>;
/** 0 … 2^128-1 */
export type Ip6 = Branded<bigint, 'Ip6'>;
export type Ip = Ip4 | Ip6;

export const ANY4 = 0 as Ip4;
export const BROADCAST4 = 0xffffffff as Ip4;

/** True for IPv4. */
export const isIp4 = (address: Ip): address is Ip4 => typeof address === 'number';

/** The number as an IPv4 address. */
export function ip4(value: number): Ip4 {
  must(Number.isInteger(value) && value >= 0 && value <= 0xffffffff, `ip4(${value})`);
  return value as Ip4;
}

/** Dotted quad, four decimal parts of 0 … 255, nothing else. */
export function parseIp4(text: string): Ip4 | undefined {
  let value = 0;
  let part = -1;
  let dots = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 46) {
      if (part < 0 || ++dots > 3) return undefined;
      value = value * 256 + part;
      part = -1;
    } else if (code >= 48 && code <= 57) {
      part = (part < 0 ? 0 : part * 10) + code - 48;
      if (part > 255) return undefined;
    } else return undefined;
  }
  return dots === 3 && part >= 0 ? ((value * 256 + part) as Ip4) : undefined;
}

/** `10.0.12.1` */
export function ip4Text(a: Ip4): string {
  return `${a >>> 24}.${(a >>> 16) & 255}.${(a >>> 8) & 255}.${a & 255}`;
}

/** RFC 4291 §2.2, with `::` and an embedded dotted quad; no zone. */
export function parseIp6(text: string): Ip6 | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const left = words(halves[0] ?? '');
  const right = words(halves[1] ?? '');
  if (!left || !right) return undefined;
  const missing = 8 - left.length - right.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  let value = 0n;
  for (const word of [...left, ...new Array<number>(missing).fill(0), ...right]) value = (value << 16n) | BigInt(word);
  return value as Ip6;
}

function words(text: string): number[] | undefined {
  if (text === '') return [];
  const out: number[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    if (i === parts.length - 1 && part.includes('.')) {
      const quad = parseIp4(part);
      if (quad === undefined) return undefined;
      out.push(quad >>> 16, quad & 0xffff);
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) out.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return out;
}

/** RFC 5952: lower case, the longest run of zeros (the first of equals) as `::`. */
export function ip6Text(address: Ip6): string {
  const parts: number[] = [];
  for (let shift = 112n; shift >= 0n; shift -= 16n) parts.push(Number((address >> shift) & 0xffffn));
  let best = { at: -1, length: 1 };
  for (let i = 0; i < 8; i++) {
    let end = i;
    while (end < 8 && parts[end] === 0) end++;
    if (end - i > best.length) best = { at: i, length: end - i };
  }
  const hex = parts.map((part) => part.toString(16));
  if (best.at < 0) return hex.join(':');
  return `${hex.slice(0, best.at).join(':')}::${hex.slice(best.at + best.length).join(':')}`;
}

/** Either family. */
export function parseIp(text: string): Ip | undefined {
  return text.includes(':') ? parseIp6(text) : parseIp4(text);
}

export function ipText(address: Ip): string {
  return isIp4(address) ? ip4Text(address) : ip6Text(address);
}

/** IPv4 before IPv6, then by value. */
export function compareIp(a: Ip, b: Ip): number {
  if (isIp4(a) !== isIp4(b)) return isIp4(a) ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 224.0.0.0/4. RFC 1112 §4 */
export const isMulticast4 = (a: Ip4): boolean => a >>> 28 === 0xe;

/** 127.0.0.0/8 */
export const isLoopback4 = (a: Ip4): boolean => a >>> 24 === 127;

/** 240.0.0.0/4 without the broadcast address. RFC 1112 §4 */
export const isReserved4 = (a: Ip4): boolean => a >>> 28 === 0xf && a !== BROADCAST4;

/** The network of classes A, B and C, as a length; undefined for the rest. RFC 791 §3.2 */
export function classfulLength(a: Ip4): 8 | 16 | 24 | undefined {
  if (a >>> 31 === 0) return 8;
  if (a >>> 30 === 2) return 16;
  if (a >>> 29 === 6) return 24;
  return undefined;
}
