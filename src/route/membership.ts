// Route target memberships: the AS that asks, and the target it asks for, or a beginning of both.      RFC 4684 §4
// As a prefix of at most 96 bits, in the first bits of an IPv6 one: a block of memberships holds others as addresses do.

import type { Ip6 } from '../base/ip.ts';
import { type Prefix, prefix as prefixOf } from '../base/prefix.ts';
import type { RouteTarget } from './community.ts';
import { type AdminForm, type Administered, administeredText, FORM_CODE } from './extended.ts';

/** All bits of a membership. */
export const MEMBERSHIP_BITS = 96;
const ASN_BITS = 32;
/** "Route target" among extended communities. RFC 4360 §4 */
const SUBTYPE = 0x02n;
const FORMS: readonly AdminForm[] = ['as2', 'ip4', 'as4'];

/** The eight bytes of a target. */
export function targetValue({ value: { form, admin, number } }: RouteTarget): bigint {
  const head = (BigInt(FORM_CODE[form]) << 56n) | (SUBTYPE << 48n);
  const [a, n] = [BigInt(admin), BigInt(number)];
  return head | (form === 'as2' ? (a << 32n) | n : (a << 16n) | n);
}

export const membershipPrefix = (asn: number, target: RouteTarget): Prefix =>
  prefixOf(((BigInt(asn) << 96n) | (targetValue(target) << 32n)) as Ip6, MEMBERSHIP_BITS);

/** The bits of the target that it fixes, and how many these are; none: every target. */
export function membershipTarget({ address, length }: Prefix): { readonly value: bigint; readonly bits: number } {
  const value = (BigInt(address) >> 32n) & 0xffffffffffffffffn;
  return { value, bits: Math.max(0, length - ASN_BITS) };
}

export const membershipAsn = ({ address }: Prefix): number => Number(BigInt(address) >> 96n);

/** The target of a whole membership; undefined: only a beginning, or another kind of community. */
export function wholeTarget(prefix: Prefix): Administered | undefined {
  if (prefix.length !== MEMBERSHIP_BITS) return undefined;
  const { value } = membershipTarget(prefix);
  const form = FORMS[Number(value >> 56n)];
  if (form === undefined || ((value >> 48n) & 0xffn) !== SUBTYPE) return undefined;
  const rest = value & 0xffffffffffffn;
  return form === 'as2'
    ? { form, admin: Number(rest >> 32n), number: Number(rest & 0xffffffffn) }
    : { form, admin: Number(rest >> 16n), number: Number(rest & 0xffffn) };
}

/** `65000:65000:1`, `0:0` for everything; others as sixteen hex digits. `mark` stands between AS and target. */
export function membershipText(prefix: Prefix, mark = ''): string {
  if (prefix.length === 0) return '0:0';
  const whole = wholeTarget(prefix);
  const text = whole ? administeredText(whole) : membershipTarget(prefix).value.toString(16).padStart(16, '0');
  return `${membershipAsn(prefix)}:${mark}${text}`;
}
