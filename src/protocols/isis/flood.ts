// Send and acknowledge: SRM and SSN flags, pacing, retransmission, sequence numbers PDUs.  ISO 10589 §7.3.14 to §7.3.17

import { type Micros, plus, ZERO } from '../../sim/time.ts';
import { entryOf, remaining } from './lsdb.ts';
import type { Circuit, CircuitLevel, Isis, LevelState } from './model.ts';
import { circuitsAt, speaks } from './neighbours.ts';
import { FIRST_LSP, LAST_LSP, type LspId, nodeOf } from './net-address.ts';
import { authLength } from './packet/auth.ts';
import type { LspEntry } from './packet/shapes.ts';
import { jittered, TIMER } from './schedule.ts';
import { framed, framedLsp, makePdu, pduLimit, sendFramed } from './transmit.ts';

const timerKey = (circuit: Circuit, level: LevelState | CircuitLevel): string => `${circuit.name} ${level.level}`;

/** Sends what may go now; what must wait gets a timer. */
function pump(isis: Isis, circuit: Circuit, level: LevelState): void {
  const at = circuit.level[level.level];
  const { now } = isis.port;
  for (const id of at.queue) {
    if (now < at.readyAt) break;
    at.queue.delete(id);
    if (sendLsp(isis, circuit, level, id)) at.readyAt = plus(now, circuit.config.lspInterval);
  }
  if (at.queue.size > 0) armFlood(isis, circuit, at);
}

function armFlood(isis: Isis, circuit: Circuit, at: CircuitLevel): void {
  const key = timerKey(circuit, at);
  if (isis.port.timerAt(TIMER.flood, key) === undefined)
    isis.port.timer(TIMER.flood, key, (at.readyAt - isis.port.now) as Micros);
}

/** False: the LSP is not there any more. On a LAN nobody acknowledges: SRM is clear when it is sent (§7.3.15.5). */
function sendLsp(isis: Isis, circuit: Circuit, level: LevelState, id: LspId): boolean {
  const record = level.lsps.get(id);
  if (!record) return false;
  const { now } = isis.port;
  const at = circuit.level[level.level];
  sendFramed(isis, circuit, level.level, framedLsp(record, remaining(record, now)));
  at.traffic.lsp.sent++;
  if (circuit.config.network === 'broadcast') return true;
  at.unacknowledged.set(id, now);
  armRetransmit(isis, circuit, at);
  return true;
}

/** For the one that waits longest: it was put in first. */
function armRetransmit(isis: Isis, circuit: Circuit, at: CircuitLevel): void {
  const key = timerKey(circuit, at);
  if (isis.port.timerAt(TIMER.retransmit, key) !== undefined) return;
  for (const sent of at.unacknowledged.values()) {
    const due = plus(sent, circuit.config.retransmitInterval);
    isis.port.timer(TIMER.retransmit, key, Math.max(0, due - isis.port.now) as Micros);
    return;
  }
}

/** The next LSPs may go. */
export function floodNow(isis: Isis, circuit: Circuit, level: LevelState): void {
  if (speaks(circuit, level.level)) pump(isis, circuit, level);
}

/** What was not acknowledged in time is sent again. ISO 10589 §7.3.15.5 b */
export function retransmitNow(isis: Isis, circuit: Circuit, level: LevelState): void {
  const at = circuit.level[level.level];
  const { now } = isis.port;
  for (const [id, sent] of at.unacknowledged) {
    if (plus(sent, circuit.config.retransmitInterval) > now) break;
    at.unacknowledged.delete(id);
    at.queue.add(id);
    at.retransmissions++;
  }
  if (speaks(circuit, level.level)) pump(isis, circuit, level);
  armRetransmit(isis, circuit, at);
}

/** SRM: the LSP shall go out here. */
export function setSrm(isis: Isis, circuit: Circuit, level: LevelState, id: LspId): void {
  if (!speaks(circuit, level.level)) return;
  const at = circuit.level[level.level];
  at.unacknowledged.delete(id);
  at.queue.add(id);
  pump(isis, circuit, level);
}

/** SRM on every circuit but this one. */
export function setSrmElsewhere(isis: Isis, level: LevelState, id: LspId, but: Circuit | undefined): void {
  for (const circuit of circuitsAt(isis, level.level)) if (circuit !== but) setSrm(isis, circuit, level, id);
}

export function clearSrm(circuit: Circuit, level: LevelState, id: LspId): void {
  const at = circuit.level[level.level];
  at.queue.delete(id);
  at.unacknowledged.delete(id);
}

/** SSN: the next PSNP here speaks of it: an acknowledgement, or (sequence number 0) a request. */
export function setSsn(isis: Isis, circuit: Circuit, level: LevelState, entry: LspEntry): void {
  const at = circuit.level[level.level];
  at.toAcknowledge.set(entry.id, entry);
  const key = timerKey(circuit, at);
  if (isis.port.timerAt(TIMER.psnp, key) === undefined)
    isis.port.timer(TIMER.psnp, key, jittered(isis, circuit.config.psnpInterval));
}

export function clearSsn(circuit: Circuit, level: LevelState, id: LspId): void {
  circuit.level[level.level].toAcknowledge.delete(id);
}

/** Entries that one PDU holds: TLVs of at most 15, behind a header and what vouches for it. */
function capacity(circuit: Circuit, header: number, auth: number): number {
  const room = pduLimit(circuit) - header - auth;
  const whole = Math.floor(room / (2 + 15 * 16));
  const rest = Math.max(0, Math.floor((room - whole * 242 - 2) / 16));
  return Math.max(1, whole * 15 + rest);
}

function entryTlvs(
  entries: readonly LspEntry[],
): readonly { readonly kind: 'entries'; readonly entries: readonly LspEntry[] }[] {
  const tlvs: { readonly kind: 'entries'; readonly entries: readonly LspEntry[] }[] = [];
  for (let i = 0; i < entries.length; i += 15) tlvs.push({ kind: 'entries', entries: entries.slice(i, i + 15) });
  return tlvs;
}

/** ISO 10589 §7.3.15.4: everything with SSN set, in as many PSNPs as it takes. */
export function sendPsnp(isis: Isis, circuit: Circuit, level: LevelState): void {
  const at = circuit.level[level.level];
  const { now } = isis.port;
  // What is in the database is said as it is now; what is not, as it was asked for.
  const entries = [...at.toAcknowledge.values()].map((entry) => {
    const record = entry.sequence === 0 ? undefined : level.lsps.get(entry.id);
    return record && record.sequence === entry.sequence ? entryOf(record, now) : entry;
  });
  at.toAcknowledge.clear();
  if (!speaks(circuit, level.level)) return;
  const auth = isis.config.level[level.level].auth.psnp;
  const most = capacity(circuit, 17, authLength(auth?.send));
  for (let i = 0; i < entries.length; i += most) {
    const tlvs = entryTlvs(entries.slice(i, i + most));
    const pdu = makePdu({ kind: 'psnp', level: level.level, source: nodeOf(isis.system), tlvs }, auth);
    sendFramed(isis, circuit, level.level, framed(pdu));
    at.traffic.psnp.sent++;
  }
}

/** The whole database, in as many CSNPs as it takes: together they cover every possible LSP ID. ISO 10589 §7.3.15.3 */
export function sendCsnps(isis: Isis, circuit: Circuit, level: LevelState): void {
  const at = circuit.level[level.level];
  const { now } = isis.port;
  const auth = isis.config.level[level.level].auth.csnp;
  const most = capacity(circuit, 33, authLength(auth?.send));
  const entries = level.lsps.values().map((record) => entryOf(record, now));
  let start: LspId = FIRST_LSP;
  for (let i = 0; i === 0 || i < entries.length; i += most) {
    const part = entries.slice(i, i + most);
    const last = i + most >= entries.length;
    const end = last ? LAST_LSP : (part[part.length - 1] as LspEntry).id;
    const source = nodeOf(isis.system);
    const pdu = makePdu({ kind: 'csnp', level: level.level, source, start, end, tlvs: entryTlvs(part) }, auth);
    sendFramed(isis, circuit, level.level, framed(pdu));
    at.traffic.csnp.sent++;
    if (!last) start = after(end);
  }
}

/** The next LSP ID. */
function after(id: LspId): LspId {
  const next = (BigInt(`0x${id.replace(/[.-]/g, '')}`) + 1n).toString(16).padStart(16, '0');
  const [a, b, c, node, fragment] = [
    next.slice(0, 4),
    next.slice(4, 8),
    next.slice(8, 12),
    next.slice(12, 14),
    next.slice(14),
  ];
  return `${a}.${b}.${c}.${node}-${fragment}` as LspId;
}

/** CSNPs now, and again after the interval: the designated router's on a LAN, anybody's where it is configured. */
export function csnpsNow(isis: Isis, circuit: Circuit, level: LevelState): void {
  const at = circuit.level[level.level];
  const interval = circuit.config.level[level.level].csnpInterval;
  const mine = circuit.config.network === 'point-to-point' || at.dis === 'self';
  if (!mine) return;
  if (speaks(circuit, level.level)) sendCsnps(isis, circuit, level);
  if (interval !== undefined) isis.port.timer(TIMER.csnp, timerKey(circuit, at), jittered(isis, interval));
}

/** Begins to send CSNPs after the interval, or stops. */
export function csnpsOn(isis: Isis, circuit: Circuit, level: LevelState, on: boolean): void {
  const interval = on ? circuit.config.level[level.level].csnpInterval : undefined;
  const after = interval === undefined ? 'off' : jittered(isis, interval);
  isis.port.timer(TIMER.csnp, timerKey(circuit, level), after);
}

/** The link forgets everything: no adjacency is left. */
export function forgetFlags(isis: Isis, circuit: Circuit, level: LevelState): void {
  const at = circuit.level[level.level];
  at.queue.clear();
  at.unacknowledged.clear();
  at.toAcknowledge.clear();
  at.readyAt = ZERO;
  for (const timer of [TIMER.flood, TIMER.retransmit, TIMER.psnp, TIMER.csnp])
    isis.port.timer(timer, timerKey(circuit, at), 'off');
}

/** A point-to-point link came up: everything goes out, and a CSNP says what need not. ISO 10589 §7.3.17 */
export function synchronise(isis: Isis, circuit: Circuit, level: LevelState): void {
  const at = circuit.level[level.level];
  csnpsNow(isis, circuit, level);
  for (const id of level.lsps.keys()) at.queue.add(id);
  pump(isis, circuit, level);
}
