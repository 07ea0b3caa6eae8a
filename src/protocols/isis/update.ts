// An LSP enters the database, ages out of it, is purged: what follows.                  ISO 10589 §7.3.15, §7.3.16.3, §7.3.16.4

import { sameBytes } from '../../base/bytes.ts';
import { equal } from '../../base/equal.ts';
import { type Micros, plus, seconds } from '../../sim/time.ts';
import { setSrmElsewhere } from './flood.ts';
import { ZERO_AGE_SECONDS } from './iana.ts';
import { isDead, isOwn, nextExpiry, zeroth } from './lsdb.ts';
import { NO_FACTS } from './lsp-facts.ts';
import {
  type Circuit,
  type Isis,
  LEVELS,
  type LevelState,
  type LspFacts,
  type LspRecord,
  type Trigger,
} from './model.ts';
import { fragmentOf, nodeOf, pseudonodeOf, systemOf } from './net-address.ts';
import type { LspHead } from './packet/pdu.ts';
import type { Tlv } from './packet/shapes.ts';
import type { Said } from './said.ts';
import { prcSoon, spfSoon, TIMER } from './schedule.ts';
import { makePdu } from './transmit.ts';

const zeroAge = seconds(ZERO_AGE_SECONDS);
/** Where the part of an LSP begins that says something: its flags and its TLVs. */
const SAID_FROM = 26;

/** An LSP as it shall be kept. `from`: where it came in. */
export function recordOf(isis: Isis, head: LspHead, said: Said, from: Circuit | undefined): LspRecord {
  const { now } = isis.port;
  return {
    id: head.id,
    sequence: head.sequence,
    checksum: head.checksum,
    flags: head.flags,
    bytes: said.bytes,
    tlvs: said.tlvs,
    facts: said.facts,
    expiresAt: plus(now, seconds(head.lifetime)),
    lifetime: head.lifetime,
    since: now,
    from: from?.name,
    forgetAt: head.lifetime === 0 ? plus(now, zeroAge) : undefined,
  };
}

const says = (record: LspRecord | undefined): LspFacts => (record && !isDead(record) ? record.facts : NO_FACTS);

/** What somebody would have to calculate anew: everything, only prefixes, or nothing. */
function effect(before: LspRecord | undefined, after: LspRecord | undefined): 'spf' | 'prc' | undefined {
  const was = before !== undefined && !isDead(before);
  const is = after !== undefined && !isDead(after);
  if (!was && !is) return undefined;
  if (was && is && sameBytes(before.bytes.subarray(SAID_FROM), after.bytes.subarray(SAID_FROM))) return undefined;
  const one = (after ?? before) as LspRecord;
  // Without its zeroth LSP a node is not there. ISO 10589 §7.2.5
  if (was !== is && fragmentOf(one.id) === 0) return 'spf';
  if (before?.flags.overload !== after?.flags.overload || !equal(says(before).edges, says(after).edges)) return 'spf';
  const leaf = (record: LspRecord | undefined): unknown => [
    says(record).prefixes,
    says(record).areas,
    record?.flags.attached,
  ];
  return equal(leaf(before), leaf(after)) ? undefined : 'prc';
}

function recalculate(
  isis: Isis,
  level: LevelState,
  before: LspRecord | undefined,
  after: LspRecord | undefined,
  trigger: Trigger,
): void {
  const { id } = (after ?? before) as LspRecord;
  // What this router says of itself it knows from its adjacencies.
  if (isOwn(isis, id) && pseudonodeOf(id) === 0) return;
  const wanted = effect(before, after);
  if (wanted === 'spf') spfSoon(isis, level, trigger, { lsp: id });
  else if (wanted === 'prc') prcSoon(isis, level, trigger, { lsp: id });
}

/** A system's name: in its zeroth LSP, else in any that has one. RFC 5301 §2 */
function learnName(isis: Isis, record: LspRecord): void {
  if (pseudonodeOf(record.id) !== 0) return;
  const system = systemOf(record.id);
  const name = says(record).hostname;
  if (name !== undefined) {
    isis.hostnames.set(system, name);
    return;
  }
  if (!isDead(record) || fragmentOf(record.id) !== 0) return;
  const left = LEVELS.flatMap((level) => zeroth(isis.level[level], nodeOf(system))?.facts.hostname ?? []);
  if (left[0] === undefined) isis.hostnames.delete(system);
  else isis.hostnames.set(system, left[0]);
}

/** Fires when the next LSP runs out, or the last trace of one may go. */
function armExpiry(isis: Isis, level: LevelState, at: Micros): void {
  const key = String(level.level);
  const armed = isis.port.timerAt(TIMER.expiry, key);
  if (armed === undefined || armed > at) isis.port.timer(TIMER.expiry, key, Math.max(0, at - isis.port.now) as Micros);
}

/** Puts an LSP in the place of its older instance, and sends it on. `from`: where it came in, and need not go. */
export function store(isis: Isis, level: LevelState, record: LspRecord, trigger: Trigger, from?: Circuit): void {
  const before = level.lsps.get(record.id);
  level.lsps.set(record.id, record);
  learnName(isis, record);
  recalculate(isis, level, before, record, trigger);
  armExpiry(isis, level, record.forgetAt ?? record.expiresAt);
  setSrmElsewhere(isis, level, record.id, from);
}

/** What goes with the header of a purged LSP: nothing, or who did it. RFC 6232 §3 */
function purgeTlvs(isis: Isis, from: LspRecord): readonly Tlv[] {
  if (!isis.port.traits.purgeOriginator) return [];
  const neighbour = from.from === undefined ? undefined : isis.circuits.get(from.from);
  const heardFrom = neighbour?.adjacencies.values()[0]?.system;
  return [{ kind: 'purge-originator', systems: [isis.system, ...(heardFrom ? [heardFrom] : [])] }];
}

/** The LSP with nothing but its header, its lifetime over. ISO 10589 §7.3.16.4, RFC 5304 §2.2 */
export function purged(isis: Isis, level: LevelState, record: LspRecord): LspRecord {
  const tlvs = purgeTlvs(isis, record);
  const head: LspHead = {
    level: level.level,
    lifetime: 0,
    id: record.id,
    sequence: record.sequence,
    checksum: 0,
    flags: record.flags,
  };
  const bytes = makePdu({ kind: 'lsp', ...head, tlvs }, isis.config.level[level.level].auth.lsp);
  const checksum = ((bytes[24] as number) << 8) | (bytes[25] as number);
  return recordOf(isis, { ...head, checksum }, { bytes, tlvs, facts: NO_FACTS }, undefined);
}

/** Takes an LSP of this system's out of everybody's database. */
export function purge(isis: Isis, level: LevelState, record: LspRecord, trigger: Trigger): void {
  if (isDead(record)) return;
  level.counters.lspsPurged++;
  store(isis, level, purged(isis, level, record), trigger);
}

/** Time is over for some LSPs: they are purged everywhere, and forgotten a minute later. ISO 10589 §7.3.16.4 */
export function expireNow(isis: Isis, level: LevelState): void {
  const { now } = isis.port;
  for (const record of level.lsps.values()) {
    if (record.forgetAt !== undefined) {
      if (record.forgetAt <= now) level.lsps.delete(record.id);
    } else if (record.expiresAt <= now) store(isis, level, purged(isis, level, record), 'lsp-expired');
  }
  const next = nextExpiry(level);
  if (next !== undefined) armExpiry(isis, level, next);
}

/** The database is empty: nobody is told. */
export function forgetAll(isis: Isis, level: LevelState): void {
  level.lsps.clear();
  isis.port.timer(TIMER.expiry, String(level.level), 'off');
}
