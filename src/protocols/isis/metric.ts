// What a link costs at this moment.                                                  RFC 5305 §3, RFC 5443 §2

import { LAST_RESORT_WIDE, MAX_NARROW } from './iana.ts';
import type { Circuit, Isis, Level } from './model.ts';

/** LDP does not work yet, and the owner's patience is not at its end. RFC 5443 §2 */
export const isWaitingForLdp = ({ config, ldp, ldpGivenUp }: Circuit): boolean =>
  config.ldpSync !== undefined && (ldp === 'waiting' || ldp === 'expected') && !ldpGivenUp;

/** The configured metric; the highest one while the link, or the whole system, would rather not be used. */
export function metricOf(isis: Isis, circuit: Circuit, level: Level): number {
  const avoided = isWaitingForLdp(circuit) || (isis.overloaded && isis.config.overload.highMetrics);
  if (!avoided) return circuit.config.level[level].metric;
  return isis.config.level[level].send === 'narrow' ? MAX_NARROW : LAST_RESORT_WIDE;
}

/** As a metric of 6 bits says it. RFC 1195 §3.2: what is more than 63 is told as 63. */
export const narrow = (metric: number): number => Math.min(metric, MAX_NARROW);
