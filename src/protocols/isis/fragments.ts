// What a node says, dealt out to its LSPs. An item stays in the LSP that it was put into, so that one change makes one new
// LSP and not a wave of them.                                                          ISO 10589 §7.3.4.2, RFC 3719 §6

import { ByteWriter } from '../../base/bytes.ts';
import { must } from '../../base/must.ts';
import { byText } from '../../base/sorted-map.ts';
import { MAX_FRAGMENTS, TLV } from './iana.ts';
import { MAX_BODY } from './packet/tlv.ts';

/** One entry of a TLV. */
export interface Item {
  /** Tells it apart from every other one, and says where it stands among those of its type. */
  readonly key: string;
  readonly type: number;
  readonly bytes: Uint8Array;
}

export interface Dealt {
  /** By LSP number; the zeroth one is always there. */
  readonly bodies: ReadonlyMap<number, Uint8Array>;
  /** Not everything found a place. */
  readonly full: boolean;
}

const inOrder = (a: Item, b: Item): number => a.type - b.type || byText(a.key, b.key);

/** Bytes before the first entry: a list of narrow neighbours begins with the Virtual Flag. ISO 10589 §9.8 */
const leadOf = (type: number): number => (type === TLV.narrowIs ? 1 : 0);

/** Bytes that items take, entries of one type in TLVs that are filled one after another. */
function sizeOf(items: readonly Item[]): number {
  let size = 0;
  let type = -1;
  let body = 0;
  for (const item of items) {
    if (item.type !== type || body + item.bytes.length > MAX_BODY) {
      body = leadOf(item.type);
      size += 2 + body;
      type = item.type;
    }
    size += item.bytes.length;
    body += item.bytes.length;
  }
  return size;
}

function write(writer: ByteWriter, items: readonly Item[]): Uint8Array {
  let lengthAt = -1;
  let type = -1;
  for (const item of items) {
    if (item.type !== type || writer.length - lengthAt - 1 + item.bytes.length > MAX_BODY) {
      writer.u8(item.type).u8(0);
      lengthAt = writer.length - 1;
      writer.zeros(leadOf(item.type));
      type = item.type;
    }
    writer.bytes(item.bytes);
    writer.patch8(lengthAt, writer.length - lengthAt - 1);
  }
  return writer.done();
}

/** An LSP that is being filled. */
class Fragment {
  readonly items: Item[] = [];
  readonly #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  /** False: there is no room for it. */
  take(item: Item): boolean {
    const at = this.#placeOf(item);
    this.items.splice(at, 0, item);
    if (sizeOf(this.items) <= this.#room) return true;
    this.items.splice(at, 1);
    return false;
  }

  #placeOf(item: Item): number {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inOrder(this.items[middle] as Item, item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * Deals items out. `places` says where each was last time and is brought up to date. `first` stands at the beginning of the
 * zeroth LSP; `room` is what an LSP holds behind its header and what vouches for it.
 */
export function deal(places: Map<string, number>, first: Uint8Array, items: readonly Item[], room: number): Dealt {
  must(first.length < room, 'the first LSP has room for more than its beginning');
  const fragments = new Map<number, Fragment>([[0, new Fragment(room - first.length)]]);
  const fragment = (number: number): Fragment => {
    const known = fragments.get(number) ?? new Fragment(room);
    fragments.set(number, known);
    return known;
  };
  const sorted = [...items].sort(inOrder);
  const homeless: Item[] = [];
  const kept = new Map<string, number>();
  for (const item of sorted) {
    const place = places.get(item.key);
    if (place !== undefined && fragment(place).take(item)) kept.set(item.key, place);
    else homeless.push(item);
  }
  let full = false;
  let from = 0;
  for (const item of homeless) {
    let place = from;
    while (place < MAX_FRAGMENTS && !fragment(place).take(item)) place++;
    // Entries are of like size: what had no room for this one will have none for the next.
    from = Math.min(place, MAX_FRAGMENTS - 1);
    if (place < MAX_FRAGMENTS) kept.set(item.key, place);
    else full = true;
  }
  places.clear();
  for (const [key, place] of kept) places.set(key, place);
  const bodies = new Map<number, Uint8Array>();
  for (const [number, { items: inside }] of [...fragments].sort(([a], [b]) => a - b)) {
    if (number > 0 && inside.length === 0) continue;
    const writer = new ByteWriter(room);
    if (number === 0) writer.bytes(first);
    bodies.set(number, write(writer, inside));
  }
  return { bodies, full };
}
