// bfd-liveness-detection: statements -> timers, and which static routes stand on which neighbor.
// Source: Junos OS Routing Protocols, "bfd-liveness-detection (Routing Options Static Route)": multiplier 3; Junos OS High
// Availability, "BFD": sessions that are not up send once a second (`Min slow interval 1.000`, `show bfd session extensive`).

import { type Ip, parseIp } from '../../../base/ip.ts';
import type { BfdDeviceConfig } from '../../../device/device-config.ts';
import type { StaticBfd } from '../../../protocols/static/config.ts';
import type { IfName } from '../../../route/names.ts';
import { millis } from '../../../sim/time.ts';
import { type Block, number, one, value, worded } from './tree-reader.ts';

const MULTIPLIER = 3;
const SLOW_MS = 1000;

export const compileBfd = (): BfdDeviceConfig => ({ slowInterval: millis(SLOW_MS) });

/** `bfd-liveness-detection` of any protocol. Undefined: no interval was given, and nobody is watched. */
export function bfdTimers(block: Block | undefined): StaticBfd['timers'] | undefined {
  const bfd = one(block, 'bfd-liveness-detection');
  const both = number(bfd, 'minimum-interval', 'milliseconds');
  const receive = number(bfd, 'minimum-receive-interval', 'milliseconds') ?? both;
  const transmit = number(one(bfd, 'transmit-interval'), 'minimum-interval', 'milliseconds') ?? both;
  if (!bfd || receive === undefined || transmit === undefined) return undefined;
  return {
    minTx: millis(transmit),
    minRx: millis(receive),
    multiplier: number(bfd, 'multiplier', 'multiplier') ?? MULTIPLIER,
  };
}

/**
 * Whom a static route watches: its next hop, or `neighbor`. `on`: the unit that the next hop lies behind; undefined: it is
 * watched over several hops, from `local-address`.
 */
export function staticBfd(
  block: Block | undefined,
  gateway: Ip | undefined,
  on: IfName | undefined,
): StaticBfd | undefined {
  const timers = bfdTimers(block);
  const bfd = one(block, 'bfd-liveness-detection');
  const peer = parseIp(value(bfd, 'neighbor', 'address') ?? '') ?? gateway;
  if (!timers || peer === undefined) return undefined;
  const multihop = one(bfd, 'session-mode')?.words[1] === 'multihop';
  const local = parseIp(value(bfd, 'local-address', 'address') ?? '');
  const named = worded(bfd, 'neighbor') !== undefined;
  if (on === undefined && !multihop && !named) return undefined;
  return { path: { peer, on: multihop ? undefined : on, ...(local === undefined ? {} : { local }) }, timers };
}
