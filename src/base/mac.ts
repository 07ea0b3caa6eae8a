// MAC addresses as 48-bit numbers; the multicast and virtual-router ones.

import type { Branded } from './brand.ts';
import type { Ip4 } from './ip.ts';
import { must } from './must.ts';

/** 48 bits in a number: exact, comparable, cheap as a key. */
export type Mac = Branded<number, 'Mac'>;

export const BROADCAST = 0xffffffffffff as Mac;
export const ZERO_MAC = 0 as Mac;

/** The number as a MAC address. */
export function mac(value: number): Mac {
  must(Number.isInteger(value) && value >= 0 && value <= 0xffffffffffff, `mac(${value})`);
  return value as Mac;
}

/** The group bit: broadcast counts as multicast. */
export function isGroupMac(address: Mac): boolean {
  return (Math.floor(address / 2 ** 40) & 1) === 1;
}

/** 01:00:5e and the low 23 bits of the group. RFC 1112 §6.4 */
export function multicastMac(group: Ip4): Mac {
  return (0x01005e000000 + (group & 0x7fffff)) as Mac;
}

/** 00:00:5e:00:01 and a number from 1 to 255. RFC 5798 §7.3 */
export function virtualRouterMac(group: number): Mac {
  must(group >= 0 && group <= 255, `virtual router ${group}`);
  return (0x00005e000100 + group) as Mac;
}

/** True for the MAC of any virtual router. */
export const isVirtualMac = (address: Mac): boolean => Math.floor(address / 256) === 0x00005e0001;

const digits = (address: Mac): string => address.toString(16).padStart(12, '0');

/** `00:05:86:71:02:00` */
export function macColons(address: Mac): string {
  return (digits(address).match(/../g) as string[]).join(':');
}

/** `ca01.bbcc.0006` */
export function macDots(address: Mac): string {
  return (digits(address).match(/..../g) as string[]).join('.');
}

/** Reads any of the three usual spellings. */
export function parseMac(text: string): Mac | undefined {
  if (!/^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$|^([0-9a-f]{4}\.){2}[0-9a-f]{4}$|^[0-9a-f]{12}$/i.test(text)) return undefined;
  return Number.parseInt(text.replace(/[^0-9a-f]/gi, ''), 16) as Mac;
}
