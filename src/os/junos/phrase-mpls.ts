// What Junos writes into its log of LDP and BFD.
// Source: Junos 10.3 System Log Messages Reference, RPD_LDP_SESSIONUP, RPD_LDP_SESSIONDOWN; lines of boxes as log collectors
// match them (`RPD_LDP_NBRUP: LDP neighbor A (I) is up`; `bfdd[…]: BFDD_STATE_UP_TO_DOWN: BFD Session A (IFL 333) state Up ->
// Down LD/RD(32/16) Up time:23:52:11 Local diag: … Reason: Detect Timer Expiry.`; `BFDD_TRAP_SHOP_STATE_DOWN: …`).

import { ip4Text, ipText } from '../../base/ip.ts';
import type { DeviceEvent } from '../../device/events.ts';
import type { BfdSessionRow } from '../../protocols/bfd/show.ts';
import { ZERO } from '../../sim/time.ts';
import type { Box, LogLine } from '../os.ts';
import { releaseOf } from './releases.ts';
import { diagnosticText } from './show/bfd.ts';
import { inventoryIn, unitIndexOf } from './show/interface-facts.ts';
import { reasonText } from './show/ldp-session.ts';
import { ageText } from './show/spans.ts';

type Of<K extends DeviceEvent['kind']> = Extract<DeviceEvent, { readonly kind: K }>;

/** Syslog severities. RFC 5424 §6.2.1 */
const WARNING = 4;
const NOTICE = 5;

const rpd = (box: Box, text: string): LogLine => ({
  severity: NOTICE,
  process: `rpd[${releaseOf(box.chassis.model).pids.rpd}]`,
  text,
});

/** Sessions are called by the far end's transport address. */
export function sessionLine({ transport, up, reason }: Of<'ldp-session'>, box: Box): LogLine {
  const name = `LDP session ${ip4Text(transport)}`;
  if (up) return rpd(box, `RPD_LDP_SESSIONUP: ${name} is up`);
  return rpd(box, `RPD_LDP_SESSIONDOWN: ${name} is down, reason: ${reasonText(reason ?? 'stopped')}`);
}

/** Targeted Hellos come in by the loopback. */
export const neighborLine = ({ from, on, up }: Of<'ldp-adjacency'>, box: Box): LogLine =>
  rpd(
    box,
    `RPD_LDP_NBR${up ? 'UP' : 'DOWN'}: LDP neighbor ${ip4Text(from)} (${on ?? 'lo0.0'}) is ${up ? 'up' : 'down'}`,
  );

export function bfdLines(event: Of<'bfd-session'>, box: Box, router: string): readonly LogLine[] {
  const { path, state, localDiscriminator } = event;
  const process = `bfdd[${releaseOf(box.chassis.model).pids.bfdd}]`;
  const up = state === 'up';
  const hops = path.on === undefined ? 'MHOP' : 'SHOP';
  const on = path.on === undefined ? '' : `, interface: ${path.on}`;
  const trap: LogLine = {
    severity: up ? NOTICE : WARNING,
    process,
    text: `BFDD_TRAP_${hops}_STATE_${up ? 'UP' : 'DOWN'}: local discriminator: ${localDiscriminator}, new state: ${up ? 'up' : 'down'}${on}, peer addr: ${ipText(path.peer)}`,
  };
  const row = rowOf(event, box, router);
  return up || !row ? [trap] : [{ severity: WARNING, process, text: downText(row, box, router) }, trap];
}

const rowOf = ({ path, localDiscriminator }: Of<'bfd-session'>, box: Box, router: string): BfdSessionRow | undefined =>
  box
    .router(router)
    .ask('bfd.sessions', { vrf: path.vrf })
    .find((row) => row.localDiscriminator === localDiscriminator && row.peer === path.peer);

/** Why it went, by what this end knows. */
const REASONS: Readonly<Partial<Record<BfdSessionRow['diagnostic'], string>>> = {
  'detection-time-expired': 'Detect Timer Expiry.',
  'neighbor-signaled-down': 'Received DOWN from PEER.',
  'administratively-down': 'Received Upstream Destroy Session.',
};

function downText(row: BfdSessionRow, box: Box, router: string): string {
  // A lost interface takes its sessions with it, as their owners do (a line of a box whose OSPF lost its interface).
  const diagnostic = row.diagnostic === 'path-down' ? 'administratively-down' : row.diagnostic;
  const reason = REASONS[diagnostic] ?? 'Detect Timer Expiry.';
  return [
    `BFDD_STATE_UP_TO_DOWN: BFD Session ${ipText(row.peer)} (IFL ${indexOf(row, box, router)}) state Up -> Down`,
    `LD/RD(${row.localDiscriminator}/${row.remoteDiscriminator})`,
    `Up time:${ageText(row.lastUptime ?? ZERO)}`,
    `Local diag: ${diagnosticText(diagnostic)} Remote diag: ${diagnosticText(row.remoteDiagnostic)}`,
    `Reason: ${reason}`,
  ].join(' ');
}

/** Several hops away there is none. */
const indexOf = ({ on }: BfdSessionRow, box: Box, router: string): number =>
  on === undefined ? 0 : (unitIndexOf(inventoryIn(box, router), on) ?? 0);
