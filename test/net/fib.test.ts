// A forwarding table answers by longest match, also where it has answered before and was changed since.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ip4 } from '../../src/base/ip.ts';
import { type Prefix, prefix } from '../../src/base/prefix.ts';
import { Trie } from '../../src/base/trie.ts';
import { FibTable } from '../../src/net/fib.ts';

/** Few addresses, so that questions come twice and prefixes cover one another. */
const address = fc.integer({ min: 0, max: 7 }).map((n) => (0x0a000000 + n) as Ip4);
const block = fc.tuple(address, fc.integer({ min: 28, max: 32 })).map(([at, length]) => prefix(at, length));
const step = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), block, out: fc.nat(99) }),
  fc.record({ kind: fc.constant('delete' as const), block }),
  fc.record({ kind: fc.constant('ask' as const), address }),
);

describe('a forwarding table', () => {
  it('answers as a table that remembers no answers', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const fib = new FibTable();
        const plain = new Trie<{ readonly prefix: Prefix; readonly verdict: unknown }>();
        for (const one of steps) {
          if (one.kind === 'set') {
            const verdict = { kind: 'lookup' as const, vrf: `v${one.out}` as never };
            fib.set(one.block, verdict);
            plain.set(one.block, { prefix: one.block, verdict });
          } else if (one.kind === 'delete') {
            fib.delete(one.block);
            plain.delete(one.block);
          } else expect(fib.lookup(one.address)).toEqual(plain.longest(one.address)?.value);
        }
      }),
    );
  });
});
