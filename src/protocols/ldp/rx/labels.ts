// Addresses and labels that peers tell.                                          RFC 5036 §3.5.5 to §3.5.11, Appendix A

import type { Prefix } from '../../../base/prefix.ts';
import { dropFecIfIdle, fecOf, toldLabel, touch, touchAll } from '../fecs.ts';
import type { StatusName } from '../iana.ts';
import type { Ldp, Peer } from '../model.ts';
import { type LdpMessage, tlvOf } from '../packet/message.ts';
import type { FecElement, Tlv } from '../packet/tlv.ts';
import { released } from '../retire.ts';
import { say } from '../transmit.ts';

/** RFC 5036 §3.5.5.1, §3.5.6: which next hops are this peer's. The status that it is answered with, if any. */
export function receiveAddresses(ldp: Ldp, peer: Peer, one: LdpMessage): StatusName | undefined {
  const list = tlvOf(one, 'addresses');
  // A list of another address family is a raw TLV: none of ours.
  if (!list) return one.tlvs.length === 0 ? 'missing message parameters' : undefined;
  for (const address of list.addresses) {
    if (one.kind === 'address') peer.addresses.add(address);
    else peer.addresses.delete(address);
  }
  touchAll(ldp);
  return undefined;
}

const isForeign = (element: FecElement): boolean => element.kind === 'other';

/** The prefixes that FEC elements name; a wildcard names all of `known`. */
function prefixesOf(elements: readonly FecElement[], known: () => readonly Prefix[]): readonly Prefix[] {
  return elements.flatMap((element) => {
    if (element.kind === 'prefix') return [element.prefix];
    return element.kind === 'other' ? [] : known();
  });
}

/** Every other message about FECs. The status that the peer is answered with, if any. */
export function receiveLabelMessage(ldp: Ldp, peer: Peer, one: LdpMessage): StatusName | undefined {
  const fec = tlvOf(one, 'fec');
  if (!fec) return 'missing message parameters';
  const label = tlvOf(one, 'label')?.label;
  // §3.5.7.1: of families that nobody here speaks. Vendors send none unasked.
  const elements = fec.elements.filter((element) => !isForeign(element));
  if (elements.length === 0)
    return fec.elements.length === 0 ? 'missing message parameters' : 'unsupported address family';
  switch (one.kind) {
    case 'labelMapping':
      return mapping(ldp, peer, elements, label);
    case 'labelWithdraw':
      return withdrawn(ldp, peer, elements, label);
    case 'labelRelease':
      for (const prefix of prefixesOf(elements, () => ldp.fecs.keys())) released(ldp, peer, prefix, label);
      return undefined;
    case 'labelRequest':
      return requested(ldp, peer, elements, one.id);
    default:
      // §3.5.9.1: a request is answered at once, so there is nothing to abort.
      return undefined;
  }
}

/** §3.5.7: liberal retention keeps it, whoever the next hop is. */
function mapping(
  ldp: Ldp,
  peer: Peer,
  elements: readonly FecElement[],
  label: number | undefined,
): StatusName | undefined {
  if (label === undefined || elements.some(({ kind }) => kind !== 'prefix')) return 'missing message parameters';
  // RFC 3032 §2.1: labels 4 to 15 are nobody's to give, nor are router alert and IPv6's explicit null a prefix's.
  if (label < 16 && label !== 0 && label !== 3) return 'malformed TLV value';
  for (const prefix of prefixesOf(elements, () => [])) {
    const fec = fecOf(ldp, prefix);
    if (fec.revision === 0) fec.revision = ++ldp.revision;
    fec.remote.set(peer.name, label);
    touch(ldp, prefix);
  }
  return undefined;
}

/** §3.5.10: it is gone, and the peer is told that we know. */
function withdrawn(
  ldp: Ldp,
  peer: Peer,
  elements: readonly FecElement[],
  label: number | undefined,
): StatusName | undefined {
  const known = (): readonly Prefix[] =>
    ldp.fecs
      .values()
      .filter(({ remote }) => remote.has(peer.name))
      .map(({ prefix }) => prefix);
  for (const prefix of prefixesOf(elements, known)) {
    const fec = ldp.fecs.get(prefix);
    if (!fec || (label !== undefined && fec.remote.get(peer.name) !== label)) continue;
    fec.remote.delete(peer.name);
    touch(ldp, prefix);
    dropFecIfIdle(ldp, fec);
  }
  const given: readonly Tlv[] = label === undefined ? [] : [{ kind: 'label', label }];
  say(ldp, peer, 'labelRelease', [{ kind: 'fec', elements }, ...given]);
  return undefined;
}

/** §3.5.8.1 */
function requested(ldp: Ldp, peer: Peer, elements: readonly FecElement[], id: number): StatusName | undefined {
  let missing = false;
  for (const prefix of prefixesOf(elements, () => ldp.fecs.keys())) {
    const fec = ldp.fecs.get(prefix);
    const label = fec && toldLabel(ldp, fec, peer);
    if (!fec || label === undefined) {
      missing = true;
      continue;
    }
    fec.told.set(peer.name, label);
    say(ldp, peer, 'labelMapping', [
      { kind: 'fec', elements: [{ kind: 'prefix', prefix }] },
      { kind: 'label', label },
      { kind: 'label-request-id', id },
    ]);
  }
  return missing ? 'no route' : undefined;
}
