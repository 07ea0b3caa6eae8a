// Interned prefixes (=== is equality), masks and wildcards.

import { compareIp, type Ip, type Ip4, type Ip6, ip4Text, ipText, isIp4, parseIp, parseIp4 } from './ip.ts';
import { impossible } from './must.ts';

/** An address block. Only `prefix()` and its kin make one, so two equal blocks are the same object. */
export interface Prefix {
  readonly family: 4 | 6;
  /** Host bits are zero. */
  readonly address: Ip;
  readonly length: number;
  /** `10.0.0.0/8` */
  readonly text: string;
}

/** An address with the length of its subnet: what an interface is given. Host bits kept. */
export interface IpWithLength<A extends Ip = Ip> {
  readonly address: A;
  readonly length: number;
}

/** By length, then address: a key that is a small integer is found fastest. */
const known4: readonly Map<number, Prefix>[] = Array.from({ length: 33 }, () => new Map());
const known6 = new Map<string, Prefix>();

/** Bits of an address of this family. */
export const widthOf = (address: Ip): 32 | 128 => (isIp4(address) ? 32 : 128);

/** The netmask of a length, as a number. */
export function maskOf(length: number): Ip4 {
  if (!(length >= 0 && length <= 32)) impossible(`mask /${length}`);
  return (length === 0 ? 0 : (0xffffffff << (32 - length)) >>> 0) as Ip4;
}

/** The length of a contiguous netmask; undefined when it has holes. */
export function lengthOfMask(mask: Ip4): number | undefined {
  const length = Math.clz32(~mask >>> 0);
  return maskOf(length) === mask ? length : undefined;
}

/** The wildcard (inverse mask) of a length. */
export const wildcardOf = (length: number): Ip4 => (~maskOf(length) >>> 0) as Ip4;

const network4 = (address: Ip4, length: number): Ip4 => ((address & maskOf(length)) >>> 0) as Ip4;
const network6 = (address: Ip6, length: number): Ip6 => {
  const host = BigInt(128 - length);
  return ((address >> host) << host) as Ip6;
};

/** The block that `address` lies in at this length; host bits are dropped. */
export function prefix(address: Ip, length: number): Prefix {
  if (!Number.isInteger(length) || length < 0 || length > widthOf(address)) impossible(`prefix length ${length}`);
  if (!isIp4(address)) {
    const network = network6(address, length);
    const text = `${ipText(network)}/${length}`;
    const old = known6.get(text);
    if (old) return old;
    const made: Prefix = Object.freeze({
      family: 6,
      address: network,
      length,
      text,
    });
    known6.set(text, made);
    return made;
  }
  const network = network4(address, length);
  const known = known4[length] as Map<number, Prefix>;
  const old = known.get(network | 0);
  if (old) return old;
  const made: Prefix = Object.freeze({
    family: 4,
    address: network,
    length,
    text: `${ip4Text(network)}/${length}`,
  });
  known.set(network | 0, made);
  return made;
}

/** The /32 or /128 of an address. */
export const hostPrefix = (address: Ip): Prefix => prefix(address, widthOf(address));

export const DEFAULT4 = prefix(0 as Ip4, 0);
export const DEFAULT6 = prefix(0n as Ip6, 0);

/** `10.0.0.1/8` with its host bits kept; undefined when it is no address with a length. */
export function parseIpWithLength(text: string): IpWithLength | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const address = parseIp(text.slice(0, slash));
  const digits = text.slice(slash + 1);
  if (address === undefined || !/^\d{1,3}$/.test(digits)) return undefined;
  const length = Number(digits);
  return length <= widthOf(address) ? { address, length } : undefined;
}

/** `10.0.0.0/8`; host bits are dropped, `hasHostBits` tells whether there were any. */
export function parsePrefix(text: string): Prefix | undefined {
  const parsed = parseIpWithLength(text);
  return parsed && prefix(parsed.address, parsed.length);
}

/** True when the text names an address inside the block rather than the block. */
export function hasHostBits(block: IpWithLength): boolean {
  return prefix(block.address, block.length).address !== block.address;
}

/** Address and dotted mask to a block. */
export function prefixFromMask(address: string, mask: string): Prefix | undefined {
  const a = parseIp4(address);
  const m = parseIp4(mask);
  const length = m === undefined ? undefined : lengthOfMask(m);
  return a === undefined || length === undefined ? undefined : prefix(a, length);
}

/** True when `address` lies in the block. */
export function contains(block: Prefix, address: Ip): boolean {
  if (isIp4(address)) {
    return block.family === 4 && ((address ^ (block.address as Ip4)) & maskOf(block.length)) === 0;
  }
  return block.family === 6 && network6(address, block.length) === block.address;
}

/** True when every address of `inner` lies in `outer` (equal blocks included). */
export function covers(outer: Prefix, inner: Prefix): boolean {
  return outer.length <= inner.length && contains(outer, inner.address);
}

/** The subnet's directed broadcast address; undefined for /31, /32 (RFC 3021) and IPv6. */
export function broadcastOf(block: Prefix): Ip4 | undefined {
  if (block.family === 6 || block.length >= 31) return undefined;
  return (((block.address as Ip4) | wildcardOf(block.length)) >>> 0) as Ip4;
}

/** By family, then address, then shorter first: the order of every table. */
export function comparePrefix(a: Prefix, b: Prefix): number {
  return compareIp(a.address, b.address) || a.length - b.length;
}
