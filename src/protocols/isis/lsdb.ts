// The database of a level: look up, compare, age. Ages are not counted down: an LSP knows when it runs out.
// ISO 10589 §7.3.11, §7.3.15, §7.3.16

import { type Micros, wholeSeconds } from '../../sim/time.ts';
import type { Isis, LevelState, LspRecord } from './model.ts';
import { type LspId, lspIdOf, type NodeId, type SystemId, systemOf } from './net-address.ts';
import type { LspEntry } from './packet/shapes.ts';

/** Remaining Lifetime in seconds, cut off; at least 1 until it has run out. */
export function remaining(record: LspRecord, now: Micros): number {
  if (record.forgetAt !== undefined || now >= record.expiresAt) return 0;
  return Math.max(1, wholeSeconds((record.expiresAt - now) as Micros));
}

/** Its age is zero: purged, or run out. It takes no part in any calculation. */
export const isDead = (record: LspRecord): boolean => record.forgetAt !== undefined;

/** As sequence numbers PDUs say it. */
export const entryOf = (record: LspRecord, now: Micros): LspEntry => ({
  lifetime: remaining(record, now),
  id: record.id,
  sequence: record.sequence,
  checksum: record.checksum,
});

/** What tells one instance of an LSP from another. */
export type Instance = Pick<LspEntry, 'lifetime' | 'sequence'>;

/**
 * Positive: `a` is the newer instance. The higher sequence number is; of equal ones, that whose lifetime is zero.
 * ISO 10589 §7.3.16.1, §7.3.16.4
 */
export function compareInstances(a: Instance, b: Instance): number {
  return a.sequence - b.sequence || Number(a.lifetime === 0) - Number(b.lifetime === 0);
}

/** The first LSP of a node, without which the others count for nothing. ISO 10589 §7.2.5 */
export function zeroth(level: LevelState, node: NodeId): LspRecord | undefined {
  const record = level.lsps.get(lspIdOf(node, 0));
  return record && !isDead(record) ? record : undefined;
}

/** The LSPs of a node that is alive, its zeroth first. */
export function lspsOf(level: LevelState, node: NodeId): readonly LspRecord[] {
  if (!zeroth(level, node)) return [];
  return level.lsps.between(lspIdOf(node, 0), lspIdOf(node, 255)).filter((record) => !isDead(record));
}

/** When the next LSP runs out or is forgotten. */
export function nextExpiry(level: LevelState): Micros | undefined {
  let next: Micros | undefined;
  for (const record of level.lsps.values()) {
    const at = record.forgetAt ?? record.expiresAt;
    if (next === undefined || at < next) next = at;
  }
  return next;
}

export const isOwn = (isis: Isis, id: LspId | NodeId): boolean => systemOf(id) === isis.system;

/** A system's name, where it is known; its own is what it tells others. */
export const hostnameOf = (isis: Isis, system: SystemId): string | undefined =>
  system === isis.system ? isis.config.hostname : isis.hostnames.get(system);
