// Next hops as the forwarding side numbers them. The numbers themselves mean nothing; what matters is that one next hop
// has one, wherever it is shown, and keeps it.
// Source: captures `show route extensive`, `show route forwarding-table` (numbers from some 570 up on a virtual router,
// sessions from 0x140 up, addresses in steps of four).

import { ipText } from '../../../base/ip.ts';
import { byText, SortedMap } from '../../../base/sorted-map.ts';
import type { RouteRow } from '../../../device/queries.ts';
import type { ViewContext } from '../../os.ts';
import { routeTables } from './route-tables.ts';
import { type ShownPath, wayOf } from './route-words.ts';

export interface NumberedHop {
  /** `Next hop index` */
  readonly index: number;
  readonly session: number;
  /** How many routes lead there; those that forward packets count twice. */
  readonly references: number;
}

const FIRST_INDEX = 570;
const INDEX_SPAN = 400;
const FIRST_SESSION = 0x140;
const FIRST_ADDRESS = 0xd8e_0014;
const FIRST_ELEMENT = 0xdd0_0020;

/** One way out, as its own next hop. */
export const pathKey = ({ out, gateway, push, operation, deeper }: ShownPath): string =>
  `${out} ${gateway === undefined ? '' : ipText(gateway)} ${push.join()}${operation ?? ''}${deeper ? '+' : ''}`;

/** Routes with the same key share one next hop. */
export function hopKey(row: RouteRow): string {
  const way = wayOf(row);
  switch (way.kind) {
    case 'paths':
      return way.paths.map(pathKey).join('|');
    case 'own':
    case 'local':
      return `${way.kind} ${way.on}`;
    case 'table':
      return way.name;
    case 'word':
      return way.word;
  }
}

/** Spreads texts over numbers. FNV-1a, 32 bits. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/** `0xd8e1f34` */
export const hopAddress = (row: RouteRow): string =>
  `0x${(FIRST_ADDRESS + (spread(hopKey(row)) % 0x8000) * 4).toString(16)}`;

/** `Label element ptr`, by the key of a way out. */
export const elementAddress = (key: string): string => `0x${(FIRST_ELEMENT + (spread(key) % 0x8000) * 4).toString(16)}`;

/** A number for something that no route of a process leads to. */
export const looseIndex = (key: string): number => FIRST_INDEX + INDEX_SPAN + (spread(key) % INDEX_SPAN);

/** Every next hop of the router, by key: those of routes, and the members of lists. */
export function numberedHops(context: Pick<ViewContext, 'ask' | 'box'>): SortedMap<string, NumberedHop> {
  const references = new SortedMap<string, number>(byText);
  const refer = (key: string, count: number): void => {
    references.set(key, (references.get(key) ?? 0) + count);
  };
  for (const { rows } of routeTables(context))
    for (const row of rows.flatMap(({ routes }) => routes)) {
      const way = wayOf(row);
      const forwards = row.active && way.kind === 'paths' && row.candidate.route.kind !== 'connected';
      refer(hopKey(row), forwards ? 2 : 1);
      if (way.kind === 'paths' && way.paths.length > 1) for (const path of way.paths) refer(pathKey(path), 1);
    }
  const taken = new Set<number>();
  const hops = new SortedMap<string, NumberedHop>(byText);
  for (const [key, count] of references.entries()) {
    let place = spread(key) % INDEX_SPAN;
    while (taken.has(place)) place++;
    taken.add(place);
    hops.set(key, { index: FIRST_INDEX + place, session: FIRST_SESSION + place, references: count });
  }
  return hops;
}
