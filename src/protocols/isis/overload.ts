// Overload: for ever, for a time after a start, or not at all.                    ISO 10589 §7.2.8.1, RFC 3277 §3

import { equal } from '../../base/equal.ts';
import { type Micros, plus, seconds } from '../../sim/time.ts';
import type { OverloadConfig } from './config.ts';
import { type Isis, LEVELS } from './model.ts';
import { originateSoon, spfSoon, TIMER } from './schedule.ts';

/** Everything that others are told of this system is another thing now. */
function become(isis: Isis, overloaded: boolean): void {
  if (isis.overloaded === overloaded) return;
  isis.overloaded = overloaded;
  const { name: instance, vrf } = isis.config;
  isis.port.emit({ kind: 'isis-overload', instance, vrf, on: overloaded });
  for (const level of LEVELS) {
    originateSoon(isis, isis.level[level], 'overload');
    spfSoon(isis, isis.level[level], 'overload');
  }
}

/** Until when it lasts; undefined: it has no end, or does not begin. */
function endOf(isis: Isis, { when }: OverloadConfig): Micros | undefined {
  if (typeof when === 'string') return undefined;
  return plus(when.since === 'start' ? isis.startedAt : isis.port.now, seconds(when.forSeconds));
}

/** Brings it into line with the configuration. `before`: undefined at the start. */
export function alignOverload(isis: Isis, before: OverloadConfig | undefined): void {
  const wanted = isis.config.overload;
  if (before && equal(before, wanted)) return;
  const { now } = isis.port;
  const end = endOf(isis, wanted);
  isis.overloadUntil = end !== undefined && end > now ? end : undefined;
  isis.port.watchBgp(
    isis.overloadUntil !== undefined && typeof wanted.when !== 'string' && wanted.when.orBgp !== undefined,
  );
  isis.port.timer(
    TIMER.overload,
    '',
    isis.overloadUntil === undefined ? 'off' : ((isis.overloadUntil - now) as Micros),
  );
  const on = wanted.when === 'always' || isis.overloadUntil !== undefined;
  if (before && isis.overloaded === on) for (const level of LEVELS) originateSoon(isis, isis.level[level], 'overload');
  become(isis, on);
}

/** Its time is over, or BGP has converged before. */
export function overloadOver(isis: Isis): void {
  isis.overloadUntil = undefined;
  isis.port.timer(TIMER.overload, '', 'off');
  isis.port.watchBgp(false);
  become(isis, false);
}
