// LSPs are received: is one newer, the same or older than what is known, and whose is it?
// ISO 10589 §7.3.14.2, §7.3.15.1, §7.3.16; RFC 3719 §6; RFC 5304 §2.2; RFC 6232 §3

import { ok } from '../../../base/result.ts';
import { reasonOf } from '../../../net/codec.ts';
import type { Reason } from '../drops.ts';
import { clearSrm, clearSsn, setSrm, setSsn } from '../flood.ts';
import { compareInstances, entryOf, isDead, isOwn } from '../lsdb.ts';
import type { Circuit, Isis, LevelState, LspRecord } from '../model.ts';
import { circuitsAt } from '../neighbours.ts';
import { isTold, outbid } from '../originate.ts';
import { type Envelope, type LspHead, lspHead, lspSumHolds } from '../packet/pdu.ts';
import { heardBefore, readSaid, remember, type Said } from '../said.ts';
import { purge, purged, recordOf, store } from '../update.ts';
import { disbelieved } from './believe.ts';

/** What came in. */
interface Arrived {
  readonly head: LspHead;
  readonly said: Said;
}

/** RFC 5304 §2.2, RFC 6232 §3: a purge that is vouched for says nothing but who made it. */
const isBarePurge = ({ said: { tlvs } }: Arrived): boolean =>
  tlvs.every((tlv) => tlv.kind === 'authentication' || tlv.kind === 'purge-originator' || tlv.kind === 'hostname');

/** ISO 10589 §7.3.15.1 */
export function receiveLsp(isis: Isis, circuit: Circuit, level: LevelState, envelope: Envelope): Reason {
  const head = lspHead(envelope);
  const { bytes } = envelope;
  // RFC 3719 §7: whoever purged it may have left the checksum as it was.
  const known = head.lifetime > 0 ? heardBefore(head.id, bytes) : undefined;
  if (head.lifetime > 0 && !known && !lspSumHolds(bytes)) {
    isis.checksumErrors++;
    return 'lsp checksum';
  }
  const { lsp: auth } = isis.config.level[level.level].auth;
  const claim = { pdu: 'lsp', level: level.level, lsp: head.id } as const;
  const fault = disbelieved(isis, circuit, envelope, auth, claim);
  if (fault) return fault;
  const said = known ? ok(known) : readSaid(bytes, head.lifetime);
  if (!said.ok) return reasonOf(said.error);
  if (!known && head.lifetime > 0) remember(head.id, said.value);
  if (head.sequence === 0) return 'lsp sequence';
  const arrived = { head, said: said.value };
  if (head.lifetime === 0 && (auth?.accept.length ?? 0) > 0 && !isBarePurge(arrived)) return 'lsp purge';
  if (isOwn(isis, head.id)) ownLsp(isis, circuit, level, arrived);
  else othersLsp(isis, circuit, level, arrived);
  return undefined;
}

/** An acknowledgement is due, where links ask for any: point-to-point. */
function acknowledge(isis: Isis, circuit: Circuit, level: LevelState, record: LspRecord): void {
  clearSrm(circuit, level, record.id);
  if (circuit.config.network === 'point-to-point') setSsn(isis, circuit, level, entryOf(record, isis.port.now));
}

/** The neighbour has an older one: it gets ours. */
function correct(isis: Isis, circuit: Circuit, level: LevelState, record: LspRecord): void {
  clearSsn(circuit, level, record.id);
  setSrm(isis, circuit, level, record.id);
}

/** Newer than ours, and ours no more: every circuit learns of it but the one it came from. */
function adopt(isis: Isis, circuit: Circuit, level: LevelState, record: LspRecord): void {
  store(isis, level, record, record.forgetAt === undefined ? triggerOf(level, record) : 'lsp-purged', circuit);
  for (const other of circuitsAt(isis, level.level)) if (other !== circuit) clearSsn(other, level, record.id);
  acknowledge(isis, circuit, level, record);
}

const triggerOf = (level: LevelState, record: LspRecord) => (level.lsps.has(record.id) ? 'lsp-changed' : 'new-lsp');

/** The same number, both alive, and not the same: two systems of one name, or a fault. ISO 10589 §7.3.16.2 */
const isConfused = (known: LspRecord, head: LspHead): boolean =>
  known.sequence === head.sequence && !isDead(known) && head.lifetime > 0 && known.checksum !== head.checksum;

function confused(isis: Isis, level: LevelState, record: LspRecord): void {
  const { name: instance, vrf } = isis.config;
  isis.port.emit({ kind: 'isis-lsp-confused', instance, vrf, level: level.level, lsp: record.id });
}

/** ISO 10589 §7.3.15.1 e */
function othersLsp(isis: Isis, circuit: Circuit, level: LevelState, { head, said }: Arrived): void {
  const known = level.lsps.get(head.id);
  const fresh = (): LspRecord => recordOf(isis, head, said, circuit);
  if (!known) {
    // §7.3.16.4 b: what nobody knew need not be forgotten.
    if (head.lifetime === 0) acknowledge(isis, circuit, level, fresh());
    else adopt(isis, circuit, level, fresh());
    return;
  }
  if (isConfused(known, head)) {
    confused(isis, level, known);
    store(isis, level, purged(isis, level, known), 'lsp-purged');
    return;
  }
  const order = compareInstances(head, instanceOf(known));
  if (order > 0) adopt(isis, circuit, level, fresh());
  else if (order < 0) correct(isis, circuit, level, known);
  else acknowledge(isis, circuit, level, known);
}

const instanceOf = (known: LspRecord) => ({ sequence: known.sequence, lifetime: isDead(known) ? 0 : 1 });

/** One's own LSP, as somebody else has it. ISO 10589 §7.3.15.1 c, §7.3.16.1 */
function ownLsp(isis: Isis, circuit: Circuit, level: LevelState, { head, said }: Arrived): void {
  const known = level.lsps.get(head.id);
  if (!known && !isTold(level, head.id)) {
    const record = recordOf(isis, head, said, circuit);
    // Of a former life: nobody shall believe it any more.
    if (head.lifetime === 0) acknowledge(isis, circuit, level, record);
    else {
      level.lsps.set(record.id, record);
      purge(isis, level, record, 'lsp-purged');
    }
    return;
  }
  const order = known ? compareInstances(head, instanceOf(known)) : 1;
  if (known && order === 0 && !isConfused(known, head)) acknowledge(isis, circuit, level, known);
  else if (known && order < 0) correct(isis, circuit, level, known);
  else if (isTold(level, head.id)) outbid(isis, level, head.id, head.sequence, 'own-lsp');
  else {
    const record = recordOf(isis, head, said, circuit);
    if (record.forgetAt !== undefined) adopt(isis, circuit, level, record);
    else {
      level.lsps.set(record.id, record);
      purge(isis, level, record, 'lsp-purged');
    }
  }
}
