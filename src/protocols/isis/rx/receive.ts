// A frame comes in: for which instance and level it is, and what kind of PDU.     ISO 10589 §7.3.14.2, §8.2.4.1, §8.4.2.1

import type { Mac } from '../../../base/mac.ts';
import { reasonOf } from '../../../net/codec.ts';
import type { IfName } from '../../../route/names.ts';
import { drop, type Reason } from '../drops.ts';
import { DISCRIMINATOR, LLC_HEADER } from '../iana.ts';
import type { Circuit, Isis, Level, Traffic } from '../model.ts';
import { type Envelope, openPdu } from '../packet/pdu.ts';
import { lanHello, p2pHello } from './hello.ts';
import { receiveLsp } from './lsp.ts';
import { receiveSnp } from './snp.ts';

/** `mac`: who sent the frame. Frames of interfaces that are no circuits of this instance are another's. */
export function receive(isis: Isis, on: IfName, mac: Mac, bytes: Uint8Array): void {
  const circuit = isis.circuits.get(on);
  if (!circuit) return;
  const reason = circuit.active ? accept(isis, circuit, mac, bytes) : 'circuit off';
  if (reason !== undefined) drop(isis, circuit, reason);
}

function accept(isis: Isis, circuit: Circuit, mac: Mac, bytes: Uint8Array): Reason {
  if (LLC_HEADER.some((byte, at) => bytes[at] !== byte)) return 'llc header';
  // End systems' hellos (ISO 9542) come by the same SAP.
  if (bytes.length > 3 && bytes[3] !== DISCRIMINATOR) return 'not is-is';
  // ISO 10589 §8.2.3: a PDU that this link could not carry the other way shows that it must not be used.
  if (bytes.length > circuit.view.mtu) return 'longer than mtu';
  const opened = openPdu(bytes.subarray(LLC_HEADER.length));
  if (!opened.ok) return `pdu ${reasonOf(opened.error)}`;
  const envelope = opened.value;
  countIn(circuit, envelope);
  const { kind, level } = envelope.layout;
  if (kind === 'p2p-hello') return p2pHello(isis, circuit, envelope, mac);
  if (kind === 'lan-hello') return lanHello(isis, circuit, envelope, mac);
  if (!hasNeighbour(circuit, level as Level, mac)) return 'no adjacency';
  const state = isis.level[level as Level];
  return kind === 'lsp' ? receiveLsp(isis, circuit, state, envelope) : receiveSnp(isis, circuit, state, envelope);
}

function countIn(circuit: Circuit, { layout: { kind, level } }: Envelope): void {
  const { traffic } = circuit.level[level ?? 1];
  const counted: Traffic = kind === 'p2p-hello' ? circuit.p2pHellos : traffic[kind === 'lan-hello' ? 'hello' : kind];
  counted.received++;
}

/** ISO 10589 §7.3.15.1 a, §7.3.15.2 a: only neighbours that are up are heard. */
function hasNeighbour(circuit: Circuit, level: Level, mac: Mac): boolean {
  return circuit.adjacencies.some(
    (one) =>
      one.state === 'Up' &&
      one.levels.includes(level) &&
      (circuit.config.network === 'point-to-point' || one.snpa === mac),
  );
}
