// Sequence numbers PDUs are received: what the neighbour has, what it lacks, what it has that we lack.   ISO 10589 §7.3.15.2

import { reasonOf } from '../../../net/codec.ts';
import type { Reason } from '../drops.ts';
import { clearSrm, clearSsn, setSrm, setSsn } from '../flood.ts';
import { compareInstances, entryOf, isDead } from '../lsdb.ts';
import type { Circuit, Isis, LevelState, LspRecord } from '../model.ts';
import { isTold, outbid } from '../originate.ts';
import { type Csnp, type Envelope, type Psnp, readPdu } from '../packet/pdu.ts';
import type { LspEntry } from '../packet/shapes.ts';
import { tlvsOf } from '../packet/tlv.ts';
import { purged, store } from '../update.ts';
import { disbelieved } from './believe.ts';

export function receiveSnp(isis: Isis, circuit: Circuit, level: LevelState, envelope: Envelope): Reason {
  const { kind } = envelope.layout;
  const pdu = kind === 'csnp' ? 'csnp' : 'psnp';
  const at = circuit.level[level.level];
  // On a LAN requests are the designated router's to answer.
  if (pdu === 'psnp' && circuit.config.network === 'broadcast' && at.dis !== 'self') return 'psnp not designated';
  const auth = isis.config.level[level.level].auth[pdu];
  const fault = disbelieved(isis, circuit, envelope, auth, { pdu, level: level.level });
  if (fault) return fault;
  const read = readPdu(envelope);
  if (!read.ok) return reasonOf(read.error);
  const snp = read.value as Csnp | Psnp;
  const entries = tlvsOf(snp.tlvs, 'entries').flatMap((tlv) => tlv.entries);
  for (const entry of entries) compare(isis, circuit, level, entry);
  if (snp.kind === 'csnp') complete(isis, circuit, level, snp, entries);
  return undefined;
}

/** ISO 10589 §7.3.15.2 b */
function compare(isis: Isis, circuit: Circuit, level: LevelState, entry: LspEntry): void {
  const known = level.lsps.get(entry.id);
  const isP2p = circuit.config.network === 'point-to-point';
  if (!known) {
    // b 5: something that this system has never seen is asked for.
    if (entry.lifetime > 0 && entry.sequence > 0 && entry.checksum > 0)
      setSsn(isis, circuit, level, { lifetime: 0, id: entry.id, sequence: 0, checksum: 0 });
    return;
  }
  const lifetime = isDead(known) ? 0 : 1;
  const order = compareInstances(entry, { sequence: known.sequence, lifetime });
  if (order === 0) {
    if (isConfused(known, entry)) contradict(isis, level, known);
    else if (isP2p) clearSrm(circuit, level, entry.id);
  } else if (order < 0) {
    clearSsn(circuit, level, entry.id);
    setSrm(isis, circuit, level, entry.id);
  } else {
    if (isP2p) clearSrm(circuit, level, entry.id);
    setSsn(isis, circuit, level, entryOf(known, isis.port.now));
  }
}

/** Both alive with one number and two checksums. ISO 10589 §7.3.16.2 */
const isConfused = (known: LspRecord, entry: LspEntry): boolean =>
  !isDead(known) && entry.lifetime > 0 && known.checksum !== entry.checksum;

/** One's own is said again with a higher number; another's is taken out of use. */
function contradict(isis: Isis, level: LevelState, known: LspRecord): void {
  if (isTold(level, known.id)) outbid(isis, level, known.id, known.sequence, 'own-lsp');
  else store(isis, level, purged(isis, level, known), 'lsp-purged');
}

/** ISO 10589 §7.3.15.2 c: what the neighbour does not list in the range, it lacks. */
function complete(isis: Isis, circuit: Circuit, level: LevelState, csnp: Csnp, entries: readonly LspEntry[]): void {
  const listed = new Set(entries.map((entry) => entry.id));
  for (const record of level.lsps.between(csnp.start, csnp.end))
    if (!listed.has(record.id) && !isDead(record)) setSrm(isis, circuit, level, record.id);
}
