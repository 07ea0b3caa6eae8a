// How long LDP is waited for on a link: with the highest metric, or with the adjacency itself.                RFC 5443 §2

import type { LdpSyncConfig } from './config.ts';
import { isWaitingForLdp } from './metric.ts';
import type { Circuit, Isis } from './model.ts';
import { TIMER } from './schedule.ts';

const NO_WISH: LdpSyncConfig = { holdDown: undefined, adjacencyAfter: 'at-once' };

/**
 * LDP is expected without this link's help: the adjacency waits for it, so that no traffic comes before the labels. One
 * that is there already stays; its metric tells. Cisco IOS MPLS Command Reference, "show isis mpls ldp" (IGP Delay).
 */
export const waitsForLdp = ({ config, ldp, ldpHeldEnough, adjacencies }: Circuit): boolean =>
  ldp === 'expected' &&
  config.ldpSync !== undefined &&
  config.ldpSync.adjacencyAfter !== 'at-once' &&
  !ldpHeldEnough &&
  !adjacencies.some(({ state }) => state === 'Up');

/** The owner's patience begins when LDP is first missed, and is forgotten when it is there. */
export function retimeLdp(isis: Isis, circuit: Circuit): void {
  const { holdDown, adjacencyAfter } = circuit.config.ldpSync ?? NO_WISH;
  const { port } = isis;
  if (isWaitingForLdp(circuit)) {
    if (holdDown === undefined) port.timer(TIMER.ldpHold, circuit.name, 'off');
    else if (port.timerAt(TIMER.ldpHold, circuit.name) === undefined) port.timer(TIMER.ldpHold, circuit.name, holdDown);
  } else if (circuit.ldp !== 'waiting' && circuit.ldp !== 'expected') {
    circuit.ldpGivenUp = false;
    circuit.ldpHeldEnough = false;
    port.timer(TIMER.ldpHold, circuit.name, 'off');
  }
  const delay = waitsForLdp(circuit) && typeof adjacencyAfter === 'number' ? adjacencyAfter : 'off';
  port.timer(TIMER.ldpDelay, circuit.name, delay);
}
