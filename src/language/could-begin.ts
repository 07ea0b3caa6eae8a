// How far a text could still become a number or an address: the column under which a router puts its caret.

import { parseIp4, parseIp6 } from '../base/ip.ts';
import { lengthOfMask } from '../base/prefix.ts';

/** Characters of `text` that could begin a dotted quad. Complete quads are all good; see `parseIp4`. */
export function goodIp4(text: string): number {
  let part = -1;
  let dots = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (char === '.') {
      if (part < 0 || dots === 3) return i;
      dots++;
      part = -1;
    } else if (char >= '0' && char <= '9') {
      part = (part < 0 ? 0 : part * 10) + Number(char);
      if (part > 255) return i;
    } else return i;
  }
  return text.length;
}

/** Characters of `text` that could begin an IPv6 address (RFC 4291 §2.2). */
export function goodIp6(text: string): number {
  let good = 0;
  while (good < text.length && beginsIp6(text.slice(0, good + 1))) good++;
  return good;
}

function beginsIp6(text: string): boolean {
  if (parseIp6(text) !== undefined) return true;
  const parts = text.split(':');
  const last = parts.pop() ?? '';
  const halves = text.split('::').length;
  if (halves > 2 || /:::/.test(text) || !parts.every((part) => /^[0-9a-f]{0,4}$/i.test(part))) return false;
  // A colon alone may only be the first half of `::`; an empty part elsewhere is where `::` stands.
  if (text.startsWith(':') && !text.startsWith('::') && text !== ':') return false;
  const whole = parts.filter((part) => part !== '').length;
  const room = halves === 2 ? 7 : 8;
  if (last === '') return whole < room || (whole === room && text.endsWith('::'));
  if (last.includes('.')) return whole <= room - 2 && goodIp4(last) === last.length;
  return /^[0-9a-f]{1,4}$/i.test(last) && whole < room;
}

/** True for an IPv4 netmask without holes. */
export function isMask(text: string): boolean {
  const mask = parseIp4(text);
  return mask !== undefined && lengthOfMask(mask) !== undefined;
}

/** Decimal digits as a number of any size; undefined for anything else. */
export function decimal(text: string): bigint | undefined {
  return /^-?\d+$/.test(text) ? BigInt(text) : undefined;
}

/** Characters of `text` that could begin a whole number from `low` to `high`. Leading zeros are allowed. */
export function goodNumber(text: string, low: bigint, high: bigint): number {
  let good = 0;
  while (good < text.length && beginsNumber(text.slice(0, good + 1), low, high)) good++;
  return good;
}

function beginsNumber(text: string, low: bigint, high: bigint): boolean {
  if (text === '-') return low < 0n;
  const value = decimal(text);
  if (value === undefined) return false;
  if (text.startsWith('-')) return low < 0n && beginsNumber(text.slice(1), high < 0n ? -high : 0n, -low);
  // Zeros may stand before any number that is not negative.
  if (value === 0n) return high >= 0n;
  for (let first = value, last = value; first <= high; first *= 10n, last = last * 10n + 9n)
    if (last >= low) return true;
  return false;
}
