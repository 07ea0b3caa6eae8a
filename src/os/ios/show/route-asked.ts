// What a command means by an address with or without a mask.

import { parseIp4 } from '../../../base/ip.ts';
import { lengthOfMask, type Prefix, parsePrefix, prefix as prefixOf } from '../../../base/prefix.ts';
import type { Match } from '../../../language/spec.ts';

/** An address, or a whole prefix, that a command names. */
export interface Asked {
  readonly block: Prefix;
  /** With a mask or a length: only this prefix will do. */
  readonly exact: boolean;
}

/** Reads the values `address` and `mask`, or `prefix` (`10.0.0.0/8`); undefined when the command names none. */
export function askedPrefix(match: Match): Asked | undefined {
  const whole = parsePrefix(match.args['prefix'] ?? '');
  if (whole) return { block: whole, exact: true };
  const address = parseIp4(match.args['address'] ?? '');
  if (address === undefined) return undefined;
  const mask = parseIp4(match.args['mask'] ?? '');
  const typed = match.args['length'];
  const length = typed !== undefined ? Number(typed) : mask === undefined ? 32 : (lengthOfMask(mask) ?? 32);
  return { block: prefixOf(address, length), exact: mask !== undefined || typed !== undefined };
}
