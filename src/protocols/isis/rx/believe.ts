// Is a PDU vouched for? What is not is told once, until something of its kind is believed again.   RFC 5304 §3, RFC 5310 §3.5

import type { AuthConfig } from '../config.ts';
import type { IsisEvent } from '../events.ts';
import type { Circuit, Isis, Level } from '../model.ts';
import type { LspId } from '../net-address.ts';
import { authFault } from '../packet/auth.ts';
import type { Envelope } from '../packet/pdu.ts';

type Signed = Extract<IsisEvent, { kind: 'isis-authentication' }>['pdu'];

export interface Claim {
  readonly pdu: Signed;
  readonly level: Level | undefined;
  readonly lsp?: LspId;
}

/** Undefined: it is believed. */
export function disbelieved(
  isis: Isis,
  circuit: Circuit,
  envelope: Envelope,
  auth: AuthConfig | undefined,
  claim: Claim,
): string | undefined {
  const keys = auth?.accept ?? [];
  const fault = keys.length === 0 ? undefined : authFault(envelope, keys);
  const name = `${claim.pdu} ${claim.level ?? ''}`;
  if (!fault) {
    circuit.reported.delete(name);
    return undefined;
  }
  if (!circuit.reported.has(name)) {
    circuit.reported.add(name);
    const { name: instance, vrf } = isis.config;
    const { pdu, level, lsp } = claim;
    isis.port.emit({ kind: 'isis-authentication', instance, vrf, on: circuit.name, pdu, level, fault, lsp });
  }
  return `authentication ${fault}`;
}
