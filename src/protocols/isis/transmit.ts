// PDUs are made, signed, and put on the link.                          ISO 10589 §8.4.8, RFC 5304 §2, RFC 5309 §4

import { concat } from '../../base/bytes.ts';
import type { Mac } from '../../base/mac.ts';
import { present } from '../../base/must.ts';
import type { AuthConfig } from './config.ts';
import { ALL_IS, ALL_L1, ALL_L2, LLC_HEADER } from './iana.ts';
import type { Circuit, Isis, Level, LspRecord } from './model.ts';
import { authTlv, sign } from './packet/auth.ts';
import { LIFETIME_AT, openPdu, type Pdu, sealLsp, writePdu } from './packet/pdu.ts';
import { tlvBytes } from './packet/tlv.ts';

/** The bytes of a PDU, signed where it shall be. `body`: its TLVs, when they are bytes already. */
export function makePdu(pdu: Pdu, auth: AuthConfig | undefined, body?: Uint8Array): Uint8Array {
  const key = auth?.send;
  const said = body ?? tlvBytes(pdu.tlvs);
  const bytes = writePdu(pdu, key ? concat([tlvBytes([authTlv(key)]), said]) : said);
  if (key) {
    const opened = openPdu(bytes);
    sign(present(opened.ok ? opened.value : undefined, 'an own PDU is well made'), key);
  }
  if (pdu.kind === 'lsp') sealLsp(bytes);
  return bytes;
}

/** Behind the LLC header, as links carry it. */
export function framed(pdu: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(LLC_HEADER.length + pdu.length);
  bytes.set(LLC_HEADER);
  bytes.set(pdu, LLC_HEADER.length);
  return bytes;
}

/** An LSP as it is sent: with the lifetime that is left of it. */
export function framedLsp(record: LspRecord, lifetime: number): Uint8Array {
  const bytes = framed(record.bytes);
  bytes[LLC_HEADER.length + LIFETIME_AT] = lifetime >>> 8;
  bytes[LLC_HEADER.length + LIFETIME_AT + 1] = lifetime & 0xff;
  return bytes;
}

function destination(isis: Isis, circuit: Circuit, level: Level): Mac {
  const byLevel = level === 1 ? ALL_L1 : ALL_L2;
  if (circuit.config.network === 'broadcast') return byLevel;
  return isis.port.traits.p2pDestination === 'all-is' ? ALL_IS : byLevel;
}

/** Sends a PDU that is `framed` already. */
export function sendFramed(isis: Isis, circuit: Circuit, level: Level, bytes: Uint8Array): void {
  isis.port.send(circuit.name, 'link', bytes, { mac: destination(isis, circuit, level) });
}

/** The longest PDU that the link carries: what IP may use, less the LLC header. ISO 10589 §8.4.3 dataLinkBlocksize */
export const pduLimit = (circuit: Circuit): number => circuit.view.mtu - LLC_HEADER.length;
