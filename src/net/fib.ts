// What forwarding looks up: longest match to a verdict, and the choice among equal paths.     RFC 1812 §5.2.4, RFC 2992

import type { Ip, Ip4 } from '../base/ip.ts';
import { DEFAULT4, DEFAULT6, type Prefix } from '../base/prefix.ts';
import { Trie } from '../base/trie.ts';
import type { FibEntry, ForwardingPath, Verdict } from './rib-types.ts';
import type { Fib } from './stack-port.ts';
import { u16At } from './wire/fields.ts';
import { PROTOCOL } from './wire/iana.ts';
import { destinationOf, headerLength, isFragment, protocolOf, sourceOf } from './wire/ipv4.ts';

/** Addresses that a table keeps the answer for. */
const FOUND_MOST = 256;

/** One VRF's forwarding table. */
export class FibTable implements Fib {
  readonly #entries = new Trie<FibEntry>();
  /** What was found of late: most packets go where the one before went. A change of the table empties it. */
  readonly #found = new Map<Ip, FibEntry>();

  set(prefix: Prefix, verdict: Verdict): void {
    this.#forget();
    this.#entries.set(prefix, { prefix, verdict });
  }

  delete(prefix: Prefix): void {
    this.#forget();
    this.#entries.delete(prefix);
  }

  lookup(address: Ip): FibEntry | undefined {
    const known = this.#found.get(address);
    if (known) return known;
    const entry = this.#entries.longest(address)?.value;
    if (this.#found.size >= FOUND_MOST) this.#found.clear();
    if (entry) this.#found.set(address, entry);
    return entry;
  }

  #forget(): void {
    // Clearing makes a new table, even of an empty one.
    if (this.#found.size > 0) this.#found.clear();
  }

  entries(): readonly FibEntry[] {
    return [DEFAULT4, DEFAULT6].flatMap((all) => this.#entries.within(all).map((found) => found.value));
  }
}

/** Mixes one more word into a hash (the finaliser of MurmurHash3, 32 bit). */
function mixed(hash: number, word: number): number {
  let h = hash ^ word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A number of this flow: addresses, protocol, and the ports where they are to be seen in every packet of it. */
export function flowOf(packet: Uint8Array, seed: number): number {
  const protocol = protocolOf(packet);
  const hash = mixed(mixed(mixed(seed, sourceOf(packet)), destinationOf(packet)), protocol);
  const ports = protocol === PROTOCOL.tcp || protocol === PROTOCOL.udp;
  const at = headerLength(packet);
  if (!ports || isFragment(packet) || packet.length < at + 4) return hash >>> 0;
  return mixed(hash, (u16At(packet, at) << 16) | u16At(packet, at + 2)) >>> 0;
}

/** A number of a flow that shows no more than its labels. */
export const flowOfLabels = (stack: readonly { readonly label: number }[], seed: number): number =>
  stack.reduce((hash, { label }) => mixed(hash, label), seed) >>> 0;

/** The same number where there is no packet yet. */
export const flowBetween = (from: Ip4, to: Ip4, protocol: number, seed: number): number =>
  mixed(mixed(mixed(seed, from), to), protocol) >>> 0;

/** The path that this flow takes; undefined when there is none. */
export function choosePath(paths: readonly ForwardingPath[], flow: number): ForwardingPath | undefined {
  return paths[paths.length === 1 ? 0 : flow % paths.length];
}
