// Longest-prefix table: a binary trie, one per address family, in which a chain of nodes that decide nothing is one node.
// D. Morrison, "PATRICIA", Journal of the ACM 15:4, 1968

import { type Ip, type Ip4, type Ip6, isIp4 } from './ip.ts';
import type { Prefix } from './prefix.ts';

interface Entry<V> {
  readonly prefix: Prefix;
  value: V;
}

/** All addresses that agree with `address` in its first `length` bits. Root, entry or fork: every other one has two children. */
interface Node<V> {
  readonly address: Ip;
  readonly length: number;
  zero: Node<V> | undefined;
  one: Node<V> | undefined;
  /** The entry whose prefix this is. */
  entry: Entry<V> | undefined;
}

const node = <V>(address: Ip, length: number, entry: Entry<V> | undefined): Node<V> => ({
  address,
  length,
  zero: undefined,
  one: undefined,
  entry,
});

const bit = (address: Ip, depth: number): boolean =>
  isIp4(address)
    ? ((address as Ip4) & (1 << (31 - depth))) !== 0
    : (((address as Ip6) >> BigInt(127 - depth)) & 1n) === 1n;

/** How many leading bits two addresses of a family have in common. */
function agreement(a: Ip, b: Ip): number {
  if (isIp4(a)) return Math.clz32(a ^ (b as Ip4));
  const differing = (a as Ip6) ^ (b as Ip6);
  return differing === 0n ? 128 : 128 - differing.toString(2).length;
}

/** True when the address lies in the node's block. */
function covers<V>({ address, length }: Node<V>, asked: Ip): boolean {
  if (length === 0) return true;
  if (isIp4(asked)) return ((asked ^ (address as Ip4)) & (-1 << (32 - length))) === 0;
  return agreement(address, asked) >= length;
}

const childOf = <V>(parent: Node<V>, address: Ip): Node<V> | undefined =>
  bit(address, parent.length) ? parent.one : parent.zero;

function hang<V>(parent: Node<V>, child: Node<V>): void {
  if (bit(child.address, parent.length)) parent.one = child;
  else parent.zero = child;
}

/** Values by prefix, found by longest match. */
export class Trie<V> {
  readonly #root4: Node<V> = node<V>(0 as Ip4, 0, undefined);
  readonly #root6: Node<V> = node<V>(0n as Ip6, 0, undefined);
  /** The same entries by their prefixes, which are interned: most questions are for one that is known. */
  readonly #exact = new Map<Prefix, Entry<V>>();

  get size(): number {
    return this.#exact.size;
  }

  get(prefix: Prefix): V | undefined {
    return this.#exact.get(prefix)?.value;
  }

  set(prefix: Prefix, value: V): void {
    const known = this.#exact.get(prefix);
    if (known) {
      known.value = value;
      return;
    }
    const entry = { prefix, value };
    this.#exact.set(prefix, entry);
    this.#place(entry);
  }

  delete(prefix: Prefix): boolean {
    if (!this.#exact.delete(prefix)) return false;
    let above: Node<V> | undefined;
    let parent: Node<V> | undefined;
    let at = this.#root(prefix.address);
    while (at.length < prefix.length) {
      above = parent;
      parent = at;
      at = childOf(at, prefix.address) as Node<V>;
    }
    at.entry = undefined;
    if (!parent) return true;
    const left = at.zero ?? at.one;
    if (at.zero && at.one) return true;
    if (left) hang(parent, left);
    else {
      if (bit(prefix.address, parent.length)) parent.one = undefined;
      else parent.zero = undefined;
      // A fork with one way left is none.
      const other = parent.zero ?? parent.one;
      if (above && !parent.entry && other) hang(above, other);
    }
    return true;
  }

  /** The entry of the longest prefix that holds `address`. */
  longest(address: Ip): { readonly prefix: Prefix; readonly value: V } | undefined {
    const width = isIp4(address) ? 32 : 128;
    let best: Entry<V> | undefined;
    for (let at: Node<V> | undefined = this.#root(address); at && covers(at, address); at = childOf(at, address)) {
      if (at.entry) best = at.entry;
      if (at.length === width) break;
    }
    return best;
  }

  /** Every entry whose prefix holds `address`, longest first. */
  holding(address: Ip): readonly { readonly prefix: Prefix; readonly value: V }[] {
    const width = isIp4(address) ? 32 : 128;
    const found: Entry<V>[] = [];
    for (let at: Node<V> | undefined = this.#root(address); at && covers(at, address); at = childOf(at, address)) {
      if (at.entry) found.unshift(at.entry);
      if (at.length === width) break;
    }
    return found;
  }

  /** Every entry inside `prefix` (itself included), in table order: address, then shorter first. */
  within(prefix: Prefix): readonly { readonly prefix: Prefix; readonly value: V }[] {
    let at: Node<V> | undefined = this.#root(prefix.address);
    while (at && at.length < prefix.length) at = covers(at, prefix.address) ? childOf(at, prefix.address) : undefined;
    const found: Entry<V>[] = [];
    const walk = (from: Node<V> | undefined): void => {
      if (!from) return;
      if (from.entry) found.push(from.entry);
      walk(from.zero);
      walk(from.one);
    };
    if (at && agreement(at.address, prefix.address) >= prefix.length) walk(at);
    return found;
  }

  #place(entry: Entry<V>): void {
    const { address, length } = entry.prefix;
    let parent = this.#root(address);
    for (;;) {
      if (parent.length === length) {
        parent.entry = entry;
        return;
      }
      const child = childOf(parent, address);
      if (!child) {
        hang(parent, node(address, length, entry));
        return;
      }
      const common = Math.min(agreement(address, child.address), length);
      if (common < child.length) {
        fork(parent, child, common, entry);
        return;
      }
      parent = child;
    }
  }

  #root(address: Ip): Node<V> {
    return isIp4(address) ? this.#root4 : this.#root6;
  }
}

/** Puts an entry between a node and its child, which parts from it after `common` bits: above the child, or beside it. */
function fork<V>(parent: Node<V>, child: Node<V>, common: number, entry: Entry<V>): void {
  const { address, length } = entry.prefix;
  const above = node<V>(address, common, common === length ? entry : undefined);
  hang(above, child);
  if (common < length) hang(above, node(address, length, entry));
  hang(parent, above);
}
