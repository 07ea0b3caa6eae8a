// Hellos are received: whether they are for this system, and what they say of the neighbour.
// ISO 10589 §8.2.4, §8.4.2; RFC 1195 §4.3, §4.4; RFC 5303 §3.2

import { sameBytes } from '../../../base/bytes.ts';
import { equal } from '../../../base/equal.ts';
import { isIp4 } from '../../../base/ip.ts';
import type { Mac } from '../../../base/mac.ts';
import { contains, prefix } from '../../../base/prefix.ts';
import { reasonOf } from '../../../net/codec.ts';
import { advance, heard, lose, setLevels, watchWithBfd } from '../adjacency.ts';
import type { P2pEvent } from '../adjacency-fsm.ts';
import type { Reason } from '../drops.ts';
import { electNow } from '../election.ts';
import type { AdjacencyReason } from '../events.ts';
import { helloAuth, levelsOf } from '../hello.ts';
import type { Adjacency, Circuit, Isis, Level } from '../model.ts';
import { authOf } from '../packet/auth.ts';
import { type Envelope, type LanHello, type P2pHello, readPdu } from '../packet/pdu.ts';
import type { TlvOf } from '../packet/shapes.ts';
import { tlvOf, tlvsOf } from '../packet/tlv.ts';
import { spfSoon } from '../schedule.ts';
import { disbelieved } from './believe.ts';

/** What both kinds of hello say of their sender. */
type Said = Pick<Adjacency, 'circuitType' | 'areas' | 'nlpids' | 'addresses' | 'holdSeconds'>;

const said = (pdu: LanHello | P2pHello): Said => ({
  circuitType: pdu.circuitType,
  areas: tlvsOf(pdu.tlvs, 'areas').flatMap((tlv) => tlv.areas),
  nlpids: tlvOf(pdu.tlvs, 'protocols')?.nlpids ?? [],
  addresses: tlvsOf(pdu.tlvs, 'ip-addresses').flatMap((tlv) => tlv.addresses),
  holdSeconds: pdu.holdSeconds,
});

function freshAdjacency(isis: Isis, circuit: Circuit, key: string, pdu: LanHello | P2pHello): Adjacency {
  const { now } = isis.port;
  return {
    key,
    on: circuit.name,
    network: circuit.config.network,
    system: pdu.source,
    snpa: undefined,
    state: 'Down',
    levels: [],
    ...said(pdu),
    priority: 0,
    lanId: undefined,
    circuitId: 0,
    extendedCircuitId: undefined,
    theirState: undefined,
    expiresAt: now,
    since: now,
    transitions: 0,
    auth: undefined,
    lastHello: undefined,
    watched: undefined,
  };
}

/** The same hello once more: nothing but time has passed. */
function isRepeated(isis: Isis, circuit: Circuit, one: Adjacency | undefined, bytes: Uint8Array): boolean {
  if (!one?.lastHello || !sameBytes(one.lastHello, bytes)) return false;
  // The frame that came may be sent again: the very same bytes need not be compared.
  one.lastHello = bytes;
  heard(isis, circuit, one);
  return true;
}

/** RFC 1195 §4.4: is one of its addresses in a subnet of this link? Without own addresses there is nothing to ask. */
function isOnLink(isis: Isis, circuit: Circuit, { addresses }: Said): boolean {
  if (!isis.config.checkSubnet) return true;
  const subnets = circuit.view.addresses.filter((one) => isIp4(one.address));
  if (subnets.length === 0) return true;
  return subnets.some(({ address, length }) => addresses.some((one) => contains(prefix(address, length), one)));
}

/** What would keep any neighbour from being one. */
function unfit(isis: Isis, circuit: Circuit, pdu: LanHello | P2pHello, now: Said): Reason {
  if (pdu.source === isis.system) return 'own system id';
  // RFC 1195 §4.4: without a protocol in common nothing can be routed to it.
  if (!now.nlpids.some((nlpid) => isis.config.nlpids.includes(nlpid))) return 'protocols';
  if (!isOnLink(isis, circuit, now)) return 'subnet';
  return undefined;
}

/** Another router has this one's system ID: told once a circuit. */
function ownId(isis: Isis, circuit: Circuit): void {
  if (circuit.reported.has('duplicate')) return;
  circuit.reported.add('duplicate');
  const { name: instance, vrf } = isis.config;
  isis.port.emit({ kind: 'isis-duplicate-system', instance, vrf, on: circuit.name, system: isis.system });
}

const inArea = (isis: Isis, now: Said): boolean => isis.config.nets.some((net) => now.areas.includes(net.area));

/** Takes over what the hello says; true when packets to the neighbour go elsewhere now. */
function learn(one: Adjacency, now: Said, envelope: Envelope): boolean {
  const moved = one.state === 'Up' && !equal(one.addresses, now.addresses);
  Object.assign(one, now);
  one.auth = authOf(envelope);
  one.lastHello = envelope.bytes;
  return moved;
}

function moved(isis: Isis, circuit: Circuit, one: Adjacency): void {
  watchWithBfd(isis, circuit, one);
  for (const level of one.levels) spfSoon(isis, isis.level[level], 'new-adjacency', { on: circuit.name });
}

/** ISO 10589 §8.4.2 */
export function lanHello(isis: Isis, circuit: Circuit, envelope: Envelope, from: Mac): Reason {
  const level = envelope.layout.level as Level;
  if (circuit.config.network !== 'broadcast') return 'network type';
  if (!circuit.level[level].runs) return 'level';
  const key = `${level} ${from.toString(16).padStart(12, '0')}`;
  const known = circuit.adjacencies.get(key);
  if (isRepeated(isis, circuit, known, envelope.bytes)) return undefined;
  const fault = disbelieved(isis, circuit, envelope, helloAuth(circuit, level), { pdu: 'hello', level });
  if (fault) return fault;
  const pdu = readPdu(envelope);
  if (!pdu.ok) return reasonOf(pdu.error);
  const hello = pdu.value as LanHello;
  const now = said(hello);
  if (hello.source === isis.system) ownId(isis, circuit);
  const why = unfit(isis, circuit, hello, now) ?? (level === 1 && !inArea(isis, now) ? 'area' : undefined);
  if (why) return why;
  if (known && known.system !== hello.source) lose(isis, circuit, known, 'other-system');
  lanNeighbour(isis, circuit, { hello, now, envelope, key, from, level });
  return undefined;
}

interface FromLan {
  readonly hello: LanHello;
  readonly now: Said;
  readonly envelope: Envelope;
  readonly key: string;
  readonly from: Mac;
  readonly level: Level;
}

function lanNeighbour(isis: Isis, circuit: Circuit, { hello, now, envelope, key, from, level }: FromLan): void {
  const one = circuit.adjacencies.getOrMake(key, () => ({
    ...freshAdjacency(isis, circuit, key, hello),
    snpa: from,
    levels: [level],
  }));
  const isElsewhere = learn(one, now, envelope);
  one.priority = hello.priority;
  one.lanId = hello.lanId;
  heard(isis, circuit, one);
  const { mac } = circuit.view;
  const seen = mac !== undefined && tlvsOf(hello.tlvs, 'lan-neighbours').some((tlv) => tlv.snpas.includes(mac));
  advance(isis, circuit, one, seen ? 'two-way' : 'one-way', 'one-way');
  if (isElsewhere) moved(isis, circuit, one);
  if (one.state === 'Up') electNow(isis, circuit, isis.level[level]);
}

/** Levels that both ends take part in; level 1 within an area only. ISO 10589 §8.2.4.2 tables 5 to 8 */
function levelsWith(isis: Isis, circuit: Circuit, now: Said): readonly Level[] {
  return levelsOf(circuit).filter((level) => (now.circuitType & level) !== 0 && (level === 2 || inArea(isis, now)));
}

/** RFC 5303 §3.2: who speaks to somebody else on this link is not heard. */
function meansUs(isis: Isis, circuit: Circuit, option: TlvOf<'three-way'> | undefined): boolean {
  if (!option?.neighbour) return true;
  const { system, circuit: number } = option.neighbour;
  return system === isis.system && (number === undefined || number === circuit.id);
}

function eventOf(option: TlvOf<'three-way'> | undefined): P2pEvent {
  if (!option) return 'hello-plain';
  return ({ Down: 'hello-down', Initializing: 'hello-initializing', Up: 'hello-up' } as const)[option.state];
}

/** Nobody to be a neighbour of: one that was is none any more. */
function refused(isis: Isis, circuit: Circuit, why: string, reason: AdjacencyReason): Reason {
  const known = circuit.adjacencies.get('p2p');
  if (known) lose(isis, circuit, known, reason);
  return why;
}

/** ISO 10589 §8.2.4.2, RFC 5303 §3.2 */
export function p2pHello(isis: Isis, circuit: Circuit, envelope: Envelope, from: Mac): Reason {
  if (circuit.config.network !== 'point-to-point') return 'network type';
  const known = circuit.adjacencies.get('p2p');
  if (isRepeated(isis, circuit, known, envelope.bytes)) return undefined;
  const fault = disbelieved(isis, circuit, envelope, helloAuth(circuit, 'p2p'), { pdu: 'hello', level: undefined });
  if (fault) return fault;
  const pdu = readPdu(envelope);
  if (!pdu.ok) return reasonOf(pdu.error);
  const hello = pdu.value as P2pHello;
  const now = said(hello);
  if (hello.source === isis.system) ownId(isis, circuit);
  const why = unfit(isis, circuit, hello, now);
  if (why) return why;
  const option = tlvOf(hello.tlvs, 'three-way');
  if (!meansUs(isis, circuit, option)) return 'three-way';
  const levels = levelsWith(isis, circuit, now);
  if (levels.length === 0) {
    const shared = levelsOf(circuit).some((level) => (now.circuitType & level) !== 0);
    return shared ? refused(isis, circuit, 'area', 'no-area') : refused(isis, circuit, 'level', 'wrong-level');
  }
  if (known && known.system !== hello.source) lose(isis, circuit, known, 'other-system');
  p2pNeighbour(isis, circuit, { hello, now, envelope, from, levels, option });
  return undefined;
}

interface FromP2p {
  readonly hello: P2pHello;
  readonly now: Said;
  readonly envelope: Envelope;
  readonly from: Mac;
  readonly levels: readonly Level[];
  readonly option: TlvOf<'three-way'> | undefined;
}

function p2pNeighbour(isis: Isis, circuit: Circuit, { hello, now, envelope, from, levels, option }: FromP2p): void {
  const one = circuit.adjacencies.getOrMake('p2p', () => freshAdjacency(isis, circuit, 'p2p', hello));
  const isElsewhere = learn(one, now, envelope);
  one.snpa = from;
  one.circuitId = hello.circuitId;
  one.extendedCircuitId = option?.circuit;
  one.theirState = option?.state;
  heard(isis, circuit, one);
  setLevels(isis, circuit, one, levels, 'wrong-level');
  advance(isis, circuit, one, eventOf(option), option ? 'restarted' : 'one-way');
  if (isElsewhere && one.state === 'Up') moved(isis, circuit, one);
}
