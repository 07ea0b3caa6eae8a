// Hellos: what this system says to its links, and when.      ISO 10589 §8.2.3, §8.2.5, §8.4.1, §8.4.3; RFC 1195 §5.3; RFC 5303 §3.1

import { isIp4 } from '../../base/ip.ts';
import { type Micros, ZERO } from '../../sim/time.ts';
import type { AuthConfig, CircuitLevelConfig } from './config.ts';
import type { Circuit, Isis, Level } from './model.ts';
import { LEVELS } from './model.ts';
import { upAt } from './neighbours.ts';
import { nodeOf } from './net-address.ts';
import { authLength } from './packet/auth.ts';
import type { LevelBits, Pdu } from './packet/pdu.ts';
import type { Tlv } from './packet/shapes.ts';
import { MAX_BODY, tlvBytes } from './packet/tlv.ts';
import { jittered, TIMER } from './schedule.ts';
import { framed, makePdu, pduLimit, sendFramed } from './transmit.ts';

/** A LAN has hellos of each level, a point-to-point link one kind for both. */
export type HelloKind = Level | 'p2p';

const LAN_HEADER = 27;
const P2P_HEADER = 20;

/** The levels that a circuit takes part in. */
export const levelsOf = (circuit: Circuit): readonly Level[] => LEVELS.filter((level) => circuit.level[level].runs);

/** Which hellos it sends. */
export function helloKinds(circuit: Circuit): readonly HelloKind[] {
  const levels = levelsOf(circuit);
  if (circuit.config.network === 'broadcast') return levels;
  return levels.length === 0 ? [] : ['p2p'];
}

/** What is configured for a kind of hello; of a point-to-point link the lower level's counts. */
export function helloConfig(circuit: Circuit, kind: HelloKind): CircuitLevelConfig {
  return circuit.config.level[kind === 'p2p' ? (levelsOf(circuit)[0] ?? 1) : kind];
}

export const helloAuth = (circuit: Circuit, kind: HelloKind): AuthConfig | undefined => helloConfig(circuit, kind).auth;

const bitsOf = (circuit: Circuit): LevelBits =>
  levelsOf(circuit).reduce<number>((bits, level) => bits | level, 0) as LevelBits;

const isDis = (circuit: Circuit, kind: HelloKind): boolean => kind !== 'p2p' && circuit.level[kind].dis === 'self';

/** A designated router is missed sooner: its hellos come more often. ISO 10589 §8.4.1 */
export function helloTimes(
  isis: Isis,
  circuit: Circuit,
  kind: HelloKind,
): { readonly interval: Micros; readonly hold: number } {
  const { helloInterval, holdSeconds } = helloConfig(circuit, kind);
  const divisor = isDis(circuit, kind) ? isis.port.traits.disHelloDivisor : 1;
  return {
    interval: Math.floor(helloInterval / divisor) as Micros,
    hold: Math.max(1, Math.ceil(holdSeconds / divisor)),
  };
}

/** Shall the next hello be as long as the link carries? ISO 10589 §8.2.3 */
function isPadded(circuit: Circuit, kind: HelloKind): boolean {
  const { padding } = circuit.config;
  if (typeof padding !== 'string') return circuit.hellos < padding.first;
  const levels = kind === 'p2p' ? levelsOf(circuit) : [kind];
  switch (padding) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'until-heard':
      return !circuit.adjacencies.some((one) => kind === 'p2p' || one.levels.includes(kind));
    case 'until-up':
      return !levels.some((level) => upAt(circuit, level).length > 0);
  }
}

/** TLVs that fill up what is left. A single byte cannot be filled: a TLV has two before its body. */
function paddingTlvs(room: number): readonly Tlv[] {
  const tlvs: Tlv[] = [];
  for (let left = room; left >= 2; ) {
    const length = Math.min(MAX_BODY, left - 2);
    tlvs.push({ kind: 'padding', bytes: new Uint8Array(length) });
    left -= 2 + length;
  }
  return tlvs;
}

/** What every hello says: areas, protocols, addresses of this interface. RFC 1195 §5.3.1, §5.3.2 */
function commonTlvs(isis: Isis, circuit: Circuit): readonly Tlv[] {
  const addresses = circuit.view.addresses.map((one) => one.address).filter(isIp4);
  return [
    { kind: 'areas', areas: isis.config.nets.map((net) => net.area) },
    { kind: 'protocols', nlpids: isis.config.nlpids },
    ...(addresses.length === 0 ? [] : [{ kind: 'ip-addresses', addresses: addresses.slice(0, 63) } as const]),
  ];
}

function lanHello(isis: Isis, circuit: Circuit, level: Level): Pdu {
  const at = circuit.level[level];
  const snpas = circuit.adjacencies.values().flatMap((one) => (one.levels.includes(level) ? (one.snpa ?? []) : []));
  const lists: Tlv[] = [];
  // Forty-two addresses fit into one TLV.
  for (let i = 0; i < snpas.length; i += 42) lists.push({ kind: 'lan-neighbours', snpas: snpas.slice(i, i + 42) });
  return {
    kind: 'lan-hello',
    level,
    circuitType: bitsOf(circuit),
    source: isis.system,
    holdSeconds: helloTimes(isis, circuit, level).hold,
    priority: circuit.config.level[level].priority,
    lanId: at.lanId ?? nodeOf(isis.system, circuit.id & 0xff),
    tlvs: [...commonTlvs(isis, circuit), ...lists],
  };
}

/** RFC 5303 §3.1: the state, this link's number, and the neighbour as far as it was heard. */
function threeWayTlv(circuit: Circuit): Tlv {
  const [one] = circuit.adjacencies.values();
  const known = one && one.state !== 'Down' && one.extendedCircuitId !== undefined;
  return {
    kind: 'three-way',
    state: one?.state ?? 'Down',
    circuit: circuit.id,
    neighbour: known ? { system: one.system, circuit: one.extendedCircuitId } : undefined,
  };
}

function p2pHello(isis: Isis, circuit: Circuit): Pdu {
  return {
    kind: 'p2p-hello',
    circuitType: bitsOf(circuit),
    source: isis.system,
    holdSeconds: helloTimes(isis, circuit, 'p2p').hold,
    circuitId: circuit.id & 0xff,
    tlvs: [threeWayTlv(circuit), ...commonTlvs(isis, circuit)],
  };
}

function makeHello(isis: Isis, circuit: Circuit, kind: HelloKind): Uint8Array {
  const pdu = kind === 'p2p' ? p2pHello(isis, circuit) : lanHello(isis, circuit, kind);
  const auth = helloAuth(circuit, kind);
  const header = kind === 'p2p' ? P2P_HEADER : LAN_HEADER;
  const said = header + authLength(auth?.send) + tlvBytes(pdu.tlvs).length;
  const padding = isPadded(circuit, kind) ? paddingTlvs(pduLimit(circuit) - said) : [];
  return framed(makePdu({ ...pdu, tlvs: [...pdu.tlvs, ...padding] }, auth));
}

const timerKey = (circuit: Circuit, kind: HelloKind): string => `${circuit.name} ${kind}`;

/** What was said last is not right any more. */
export function forgetHellos(circuit: Circuit): void {
  circuit.hello = undefined;
  for (const level of LEVELS) circuit.level[level].hello = undefined;
}

/** Sends one, and the next after its interval. */
export function helloNow(isis: Isis, circuit: Circuit, kind: HelloKind): void {
  if (!circuit.active) return;
  const holder = kind === 'p2p' ? circuit : circuit.level[kind];
  holder.hello ??= makeHello(isis, circuit, kind);
  sendFramed(isis, circuit, kind === 'p2p' ? (levelsOf(circuit)[0] ?? 1) : kind, holder.hello);
  (kind === 'p2p' ? circuit.p2pHellos : circuit.level[kind].traffic.hello).sent++;
  circuit.hellos++;
  // From this one on they are shorter.
  if (typeof circuit.config.padding !== 'string' && circuit.hellos === circuit.config.padding.first)
    forgetHellos(circuit);
  isis.port.timer(TIMER.hello, timerKey(circuit, kind), jittered(isis, helloTimes(isis, circuit, kind).interval));
}

/** There is something new to say: it is said in this instant, once. ISO 10589 §8.4.3 */
export function helloSoon(isis: Isis, circuit: Circuit): void {
  if (!circuit.active) return;
  forgetHellos(circuit);
  for (const kind of helloKinds(circuit)) isis.port.timer(TIMER.hello, timerKey(circuit, kind), ZERO);
}

export function hellosOff(isis: Isis, circuit: Circuit): void {
  forgetHellos(circuit);
  for (const kind of [1, 2, 'p2p'] as const) isis.port.timer(TIMER.hello, timerKey(circuit, kind), 'off');
}
