// What an LSP says, read once for all who hear the same: a flooded LSP reaches every router with the same bytes.

import { err, ok, type Result } from '../../base/result.ts';
import type { DecodeError } from '../../net/codec.ts';
import { factsOf, NO_FACTS } from './lsp-facts.ts';
import type { LspFacts } from './model.ts';
import type { LspId } from './net-address.ts';
import { LIFETIME_AT, lspTlvs, SUM_FROM } from './packet/pdu.ts';
import type { Tlv } from './packet/shapes.ts';

/** The part of an LSP that does not depend on who holds it. Nobody edits it. */
export interface Said {
  /** The whole PDU. Its Remaining Lifetime is that of whoever was first to hear it. */
  readonly bytes: Uint8Array;
  readonly tlvs: readonly Tlv[];
  readonly facts: LspFacts;
}

/** Of so many LSP IDs the latest instance is kept; beyond, the one that was learned first is dropped. */
const MOST = 2048;
const latest = new Map<LspId, Said>();

/** Everything but the Remaining Lifetime, which changes from hop to hop. */
function sameButLifetime(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) {
    if (a[at] !== b[at] && (at < LIFETIME_AT || at >= SUM_FROM)) return false;
  }
  return true;
}

/** An LSP with these bytes that was read before: its checksum held then, and does now. */
export function heardBefore(id: LspId, bytes: Uint8Array): Said | undefined {
  const one = latest.get(id);
  return one && sameButLifetime(one.bytes, bytes) ? one : undefined;
}

/** Reads an LSP. A purged one says nothing that counts. */
export function readSaid(bytes: Uint8Array, lifetime: number): Result<Said, DecodeError> {
  const tlvs = lspTlvs(bytes);
  if (!tlvs.ok) return err(tlvs.error);
  return ok({ bytes, tlvs: tlvs.value, facts: lifetime === 0 ? NO_FACTS : factsOf(tlvs.value) });
}

/** Keeps an LSP that is alive and whose checksum holds, for whoever hears it next. */
export function remember(id: LspId, said: Said): void {
  latest.delete(id);
  latest.set(id, said);
  if (latest.size <= MOST) return;
  for (const oldest of latest.keys()) {
    latest.delete(oldest);
    return;
  }
}
