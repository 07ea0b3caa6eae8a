// Own LSPs: made when there is something new to say, refreshed before they run out, purged when there is nothing more.
// ISO 10589 §7.3.7 to §7.3.10, §7.3.16.1

import { sameBytes } from '../../base/bytes.ts';
import { must } from '../../base/must.ts';
import { byNumber } from '../../base/sorted-map.ts';
import { type Micros, plus } from '../../sim/time.ts';
import { type Content, pseudonodeContent, routerContent } from './content.ts';
import { deal } from './fragments.ts';
import { MAX_SEQUENCE } from './iana.ts';
import { isDead } from './lsdb.ts';
import type { Isis, LevelState, OwnNode, Trigger } from './model.ts';
import { circuitsAt } from './neighbours.ts';
import { fragmentOf, type LspId, lspIdOf, nodeOfLsp } from './net-address.ts';
import { authLength } from './packet/auth.ts';
import { CHECKSUM_AT, flagsByte, LSP_HEADER, type LspHead } from './packet/pdu.ts';
import { tlvBytes } from './packet/tlv.ts';
import { readSaid, remember } from './said.ts';
import { jittered, logged, originateSoon, TIMER, take } from './schedule.ts';
import { toldPrefixes } from './told.ts';
import { makePdu } from './transmit.ts';
import { purge, recordOf, store } from './update.ts';

/** There is no higher sequence number: the system must be silent until the old LSPs have aged out. */
export type Exhausted = 'exhausted' | undefined;

/** Every node of this system's own: itself, and each LAN that it was elected for. */
function contents(isis: Isis, level: LevelState): readonly Content[] {
  const lans = circuitsAt(isis, level.level).filter((circuit) => circuit.level[level.level].dis === 'self');
  return [
    routerContent(isis, level, toldPrefixes(isis, level)),
    ...lans.map((circuit) => pseudonodeContent(isis, level, circuit)),
  ];
}

/** One more than anybody has seen of it. ISO 10589 §7.3.16.1 */
function nextSequence(level: LevelState, id: LspId): number {
  return Math.max(level.lsps.get(id)?.sequence ?? 0, level.outbid.get(id) ?? 0) + 1;
}

function publish(
  isis: Isis,
  level: LevelState,
  own: OwnNode,
  id: LspId,
  body: Uint8Array,
  flags: LspHead['flags'],
): Exhausted {
  const sequence = nextSequence(level, id);
  if (sequence > MAX_SEQUENCE) return 'exhausted';
  const lifetime = isis.config.lspLifetimeSeconds;
  const head: LspHead = { level: level.level, lifetime, id, sequence, checksum: 0, flags };
  const bytes = makePdu({ kind: 'lsp', ...head, tlvs: [] }, isis.config.level[level.level].auth.lsp, body);
  const said = readSaid(bytes, lifetime);
  must(said.ok, 'an own LSP is well made');
  remember(id, said.value);
  const record = recordOf(isis, { ...head, checksum: sumOf(bytes) }, said.value, undefined);
  level.outbid.delete(id);
  const refreshAt = plus(isis.port.now, jittered(isis, isis.config.lspRefresh));
  own.fragments.set(fragmentOf(id), { body, flags: flagsByte(flags), refreshAt });
  store(isis, level, record, 'own-lsp');
  return undefined;
}

const sumOf = (bytes: Uint8Array): number => ((bytes[CHECKSUM_AT] as number) << 8) | (bytes[CHECKSUM_AT + 1] as number);

/** Brings one node's LSPs into line with what it has to say. */
function sync(
  isis: Isis,
  level: LevelState,
  content: Content,
): { readonly exhausted: Exhausted; readonly full: boolean } {
  const own = level.own.getOrMake(content.node, () => ({
    node: content.node,
    places: new Map(),
    fragments: new Map(),
  }));
  const room = isis.config.lspBufferSize - LSP_HEADER - authLength(isis.config.level[level.level].auth.lsp?.send);
  const { bodies, full } = deal(own.places, tlvBytes(content.first), content.items, room);
  const flags = flagsByte(content.flags);
  for (const [number, body] of bodies) {
    const id = lspIdOf(content.node, number);
    const old = own.fragments.get(number);
    const record = level.lsps.get(id);
    const stands = record !== undefined && !isDead(record) && !level.outbid.has(id);
    if (stands && old && old.flags === flags && sameBytes(old.body, body)) continue;
    level.counters.lspsOriginated++;
    if (publish(isis, level, own, id, body, content.flags)) return { exhausted: 'exhausted', full };
  }
  for (const number of [...own.fragments.keys()].sort(byNumber)) {
    if (!bodies.has(number)) withdraw(isis, level, own, number);
  }
  return { exhausted: undefined, full };
}

function withdraw(isis: Isis, level: LevelState, own: OwnNode, number: number): void {
  own.fragments.delete(number);
  const record = level.lsps.get(lspIdOf(own.node, number));
  if (record) purge(isis, level, record, 'lsp-purged');
}

function withdrawAll(isis: Isis, level: LevelState, own: OwnNode): void {
  for (const number of [...own.fragments.keys()].sort(byNumber)) withdraw(isis, level, own, number);
  level.own.delete(own.node);
}

/** More to say than 256 LSPs hold: the rest is left out, and the overload bit says so. ISO 10589 §7.3.19 */
function overflow(isis: Isis, level: LevelState, full: boolean): void {
  if (level.full === full) return;
  level.full = full;
  const { name: instance, vrf } = isis.config;
  if (full) isis.port.emit({ kind: 'isis-lsp-full', instance, vrf, level: level.level });
  originateSoon(isis, level, 'overload');
}

/** Everything that this system has to say at a level, as far as it is new. */
export function originateNow(isis: Isis, level: LevelState): Exhausted {
  logged(level.lspLog, take(isis, level.generation, 'lsp', 0), isis.port.traits.logLength);
  if (!level.runs || isis.exhausted) return undefined;
  const wanted = contents(isis, level);
  let full = false;
  for (const content of wanted) {
    const result = sync(isis, level, content);
    if (result.exhausted) return result.exhausted;
    full ||= result.full;
  }
  for (const own of level.own.values())
    if (!wanted.some((content) => content.node === own.node)) withdrawAll(isis, level, own);
  overflow(isis, level, full);
  armRefresh(isis, level);
  return undefined;
}

function armRefresh(isis: Isis, level: LevelState): void {
  const times = level.own.values().flatMap((own) => [...own.fragments.values()].map((one) => one.refreshAt));
  const next = times.length === 0 ? undefined : (Math.min(...times) as Micros);
  const after = next === undefined ? 'off' : (Math.max(0, next - isis.port.now) as Micros);
  isis.port.timer(TIMER.refresh, String(level.level), after);
}

/** Says again what would soon run out. ISO 10589 §7.3.7 maximumLSPGenerationInterval */
export function refreshNow(isis: Isis, level: LevelState): Exhausted {
  if (isis.exhausted) return undefined;
  for (const own of level.own.values()) {
    for (const [number, one] of [...own.fragments].sort(([a], [b]) => a - b)) {
      const id = lspIdOf(own.node, number);
      const flags = level.lsps.get(id)?.flags;
      if (one.refreshAt > isis.port.now) continue;
      if (!flags) {
        // It was lost: it is made anew as if it had never been.
        own.fragments.delete(number);
        originateSoon(isis, level, 'refresh', { lsp: id });
        continue;
      }
      level.counters.lspsRefreshed++;
      if (publish(isis, level, own, id, one.body, flags)) return 'exhausted';
    }
  }
  armRefresh(isis, level);
  return undefined;
}

/** Others have seen an own LSP with this sequence number, or purged it: it will be said again with a higher one. */
export function outbid(isis: Isis, level: LevelState, id: LspId, sequence: number, trigger: Trigger): void {
  level.outbid.set(id, Math.max(sequence, level.outbid.get(id) ?? 0));
  originateSoon(isis, level, trigger, { lsp: id });
}

/** True when this system has something to say in that LSP. */
export const isTold = (level: LevelState, id: LspId): boolean =>
  level.own.get(nodeOfLsp(id))?.fragments.has(fragmentOf(id)) === true;
