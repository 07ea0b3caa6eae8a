// A process that only wants neighbours watched: what it asked BFD for, and what it was told.

import { ipText } from '../../src/base/ip.ts';
import type { BfdPath, BfdTimers } from '../../src/protocols/plugin.ts';
import { MAIN } from '../../src/route/names.ts';
import { type Micros, millis } from '../../src/sim/time.ts';
import { ifName, ip } from './routes.ts';

/** `10.0.0.2 e0`, `10.0.0.2` over several hops, `10.0.0.2 from 10.0.9.1`. */
export function bfdPath(text: string): BfdPath {
  const [peer, second, third] = text.split(' ') as [string, string | undefined, string | undefined];
  if (second === 'from') return { vrf: MAIN, peer: ip(peer), on: undefined, local: ip(third ?? '') };
  return { vrf: MAIN, peer: ip(peer), on: second === undefined ? undefined : ifName(second) };
}

/** Milliseconds; the multiplier last. */
export const timers = (minTx: number, minRx: number, multiplier: number): BfdTimers => ({
  minTx: millis(minTx),
  minRx: millis(minRx),
  multiplier,
});

export const pathText = ({ peer, on }: BfdPath): string => `${ipText(peer)}${on === undefined ? '' : ` ${on}`}`;

export const inMillis = (span: Micros | undefined): number | undefined =>
  span === undefined ? undefined : span / 1000;
