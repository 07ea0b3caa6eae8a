// Longest-prefix table: a binary trie, one per address family. Stepping is by bit; nodes that hold nothing are kept
// until their subtree is empty.

import { type Ip, type Ip4, type Ip6, isIp4 } from './ip.ts';
import type { Prefix } from './prefix.ts';

interface Node<V> {
  zero: Node<V> | undefined;
  one: Node<V> | undefined;
  /** The entry whose prefix ends here. */
  entry: { readonly prefix: Prefix; value: V } | undefined;
}

const empty = <V>(): Node<V> => ({
  zero: undefined,
  one: undefined,
  entry: undefined,
});

const bit = (address: Ip, depth: number): boolean =>
  isIp4(address)
    ? ((address as Ip4) & (1 << (31 - depth))) !== 0
    : (((address as Ip6) >> BigInt(127 - depth)) & 1n) === 1n;

/** Values by prefix, found by longest match. */
export class Trie<V> {
  #root4: Node<V> = empty();
  #root6: Node<V> = empty();
  /** The same entries by their prefixes, which are interned: most questions are for one that is known. */
  readonly #exact = new Map<Prefix, { readonly prefix: Prefix; value: V }>();

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
    let node = this.#root(prefix.address);
    for (let depth = 0; depth < prefix.length; depth++) {
      if (bit(prefix.address, depth)) node = node.one ??= empty();
      else node = node.zero ??= empty();
    }
    node.entry = { prefix, value };
    this.#exact.set(prefix, node.entry);
  }

  delete(prefix: Prefix): boolean {
    if (!this.#exact.delete(prefix)) return false;
    const trail: Node<V>[] = [this.#root(prefix.address)];
    for (let depth = 0; depth < prefix.length; depth++) {
      const node = trail[depth] as Node<V>;
      const next = bit(prefix.address, depth) ? node.one : node.zero;
      if (!next) return false;
      trail.push(next);
    }
    const last = trail[prefix.length] as Node<V>;
    if (!last.entry) return false;
    last.entry = undefined;
    for (let depth = prefix.length; depth > 0; depth--) {
      const node = trail[depth] as Node<V>;
      if (node.entry || node.zero || node.one) break;
      const parent = trail[depth - 1] as Node<V>;
      if (parent.one === node) parent.one = undefined;
      else parent.zero = undefined;
    }
    return true;
  }

  /** The entry of the longest prefix that holds `address`. */
  longest(address: Ip): { readonly prefix: Prefix; readonly value: V } | undefined {
    let node: Node<V> | undefined = this.#root(address);
    let best = node.entry;
    const width = isIp4(address) ? 32 : 128;
    for (let depth = 0; depth < width; depth++) {
      node = bit(address, depth) ? node.one : node.zero;
      if (!node) break;
      if (node.entry) best = node.entry;
    }
    return best;
  }

  /** Every entry whose prefix holds `address`, longest first. */
  holding(address: Ip): readonly { readonly prefix: Prefix; readonly value: V }[] {
    const found: { readonly prefix: Prefix; readonly value: V }[] = [];
    let node: Node<V> | undefined = this.#root(address);
    const width = isIp4(address) ? 32 : 128;
    for (let depth = 0; node; depth++) {
      if (node.entry) found.unshift(node.entry);
      if (depth === width) break;
      node = bit(address, depth) ? node.one : node.zero;
    }
    return found;
  }

  /** Every entry inside `prefix` (itself included), in table order: address, then shorter first. */
  within(prefix: Prefix): readonly { readonly prefix: Prefix; readonly value: V }[] {
    let node: Node<V> | undefined = this.#root(prefix.address);
    for (let depth = 0; node && depth < prefix.length; depth++)
      node = bit(prefix.address, depth) ? node.one : node.zero;
    const found: { readonly prefix: Prefix; readonly value: V }[] = [];
    const walk = (at: Node<V> | undefined): void => {
      if (!at) return;
      if (at.entry) found.push(at.entry);
      walk(at.zero);
      walk(at.one);
    };
    walk(node);
    return found;
  }

  #root(address: Ip): Node<V> {
    return isIp4(address) ? this.#root4 : this.#root6;
  }
}
