// Addresses, prefixes, MACs and the longest-prefix table.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classfulLength, type Ip4, type Ip6, ip4Text, ip6Text, isIp4, parseIp4, parseIp6 } from '../../src/base/ip.ts';
import { macColons, macDots, multicastMac, parseMac } from '../../src/base/mac.ts';
import {
  broadcastOf,
  comparePrefix,
  contains,
  covers,
  hasHostBits,
  lengthOfMask,
  maskOf,
  type Prefix,
  parseIpWithLength,
  parsePrefix,
  prefix,
  widthOf,
} from '../../src/base/prefix.ts';
import { Trie } from '../../src/base/trie.ts';

const ip = (text: string): Ip4 => parseIp4(text) as Ip4;
const anyIp4 = fc.nat({ max: 0xffffffff }).map((n) => n as Ip4);
const anyPrefix = fc.tuple(anyIp4, fc.nat({ max: 32 })).map(([a, l]) => prefix(a, l));

describe('IPv4 addresses', () => {
  it('are read strictly', () => {
    for (const bad of [
      '',
      '1.2.3',
      '1.2.3.4.5',
      '1.2.3.256',
      '1..2.3',
      '1.2.3.',
      '.1.2.3',
      ' 1.2.3.4',
      '1.2.3.4 ',
      'a.b.c.d',
    ]) {
      expect(parseIp4(bad), bad).toBeUndefined();
    }
    expect(ip('255.255.255.255')).toBe(0xffffffff);
    expect(ip('10.0.12.1')).toBe(0x0a000c01);
  });
  it('survive print and parse', () => {
    fc.assert(fc.property(anyIp4, (a) => parseIp4(ip4Text(a)) === a));
  });
  it('have classes', () => {
    expect(['10.1.1.1', '172.16.0.1', '192.168.1.1', '224.0.0.1'].map((t) => classfulLength(ip(t)))).toEqual([
      8,
      16,
      24,
      undefined,
    ]);
  });
});

describe('IPv6 addresses', () => {
  // RFC 5952 §4
  it.each([
    ['2001:0db8:0000:0000:0001:0000:0000:0001', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['::', '::'],
    ['::1', '::1'],
    ['FE80::1', 'fe80::1'],
    ['::ffff:10.0.0.1', '::ffff:a00:1'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
  ])('%s prints as %s', (text, printed) => {
    const parsed = parseIp6(text);
    expect(parsed).toBeDefined();
    expect(isIp4(parsed as never)).toBe(false);
    expect(ip6Text(parsed as never)).toBe(printed);
  });
  it.each(['1::2::3', '12345::', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', ':1', 'g::'])('%s is none', (text) => {
    expect(parseIp6(text)).toBeUndefined();
  });
});

describe('prefixes', () => {
  it('are the same object when they are equal', () => {
    expect(prefix(ip('10.0.0.1'), 8)).toBe(prefix(ip('10.255.0.0'), 8));
    expect(parsePrefix('10.0.0.0/8')).toBe(prefix(ip('10.0.0.0'), 8));
  });
  it('know their masks', () => {
    for (let length = 0; length <= 32; length++) expect(lengthOfMask(maskOf(length))).toBe(length);
    expect(lengthOfMask(ip('255.0.255.0'))).toBeUndefined();
  });
  it('tell host bits', () => {
    expect(hasHostBits(parseIpWithLength('10.0.0.1/30') as never)).toBe(true);
    expect(hasHostBits(parseIpWithLength('10.0.0.4/30') as never)).toBe(false);
    expect(parseIpWithLength('10.0.0.1/33')).toBeUndefined();
    expect(parseIpWithLength('10.0.0.1')).toBeUndefined();
  });
  it('have a broadcast address only where there is room for one', () => {
    expect(ip4Text(broadcastOf(parsePrefix('10.0.0.0/30') as Prefix) as Ip4)).toBe('10.0.0.3');
    expect(broadcastOf(parsePrefix('10.0.0.0/31') as Prefix)).toBeUndefined();
  });
  it('contain what agrees in their bits', () => {
    fc.assert(
      fc.property(anyPrefix, anyIp4, (block, address) => {
        const size = 2 ** (32 - block.length);
        const start = block.address as Ip4;
        expect(contains(block, address)).toBe(address >= start && address < start + size);
      }),
    );
  });
});

describe('the longest-prefix table', () => {
  it('finds what a search through all prefixes finds', () => {
    fc.assert(
      fc.property(
        fc.array(anyPrefix, { maxLength: 40 }),
        fc.array(anyPrefix, { maxLength: 10 }),
        anyIp4,
        (added, removed, address) => {
          const trie = new Trie<string>();
          const plain = new Set<Prefix>();
          for (const block of added) {
            trie.set(block, block.text);
            plain.add(block);
          }
          for (const block of removed) expect(trie.delete(block)).toBe(plain.delete(block));
          const all = [...plain].filter((block) => contains(block, address)).sort((a, b) => b.length - a.length);
          expect(trie.longest(address)?.prefix).toBe(all[0]);
          expect(trie.holding(address).map((entry) => entry.prefix)).toEqual(all);
          expect(trie.size).toBe(plain.size);
          const whole = trie.within(prefix(0 as Ip4, 0)).map((entry) => entry.prefix);
          expect(whole).toEqual([...plain].sort(comparePrefix));
        },
      ),
    );
  });
});

describe('a table of blocks that lie within one another', () => {
  /** Few of them, so that they meet: /24 to /32 of sixteen addresses, and as many of IPv6. */
  const near4 = fc.nat({ max: 15 }).map((n) => (0x0a000000 + n * 17) as Ip4);
  const near6 = fc.nat({ max: 15 }).map((n) => ((0x20010db8n << 96n) | BigInt(n * 17)) as Ip6);
  const address = fc.oneof(near4, near6);
  const block = fc.tuple(address, fc.nat({ max: 8 })).map(([at, up]) => prefix(at, widthOf(at) - up));
  const step = fc.record({ block, remove: fc.boolean() });

  it('finds in a trie what it finds in a list', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), address, block, (steps, asked, within) => {
        const trie = new Trie<string>();
        const plain = new Set<Prefix>();
        for (const { block: one, remove } of steps) {
          if (remove) expect(trie.delete(one)).toBe(plain.delete(one));
          else {
            trie.set(one, one.text);
            plain.add(one);
          }
        }
        const holding = [...plain].filter((one) => contains(one, asked)).sort((a, b) => b.length - a.length);
        expect(trie.holding(asked).map((entry) => entry.prefix)).toEqual(holding);
        expect(trie.longest(asked)?.prefix).toBe(holding[0]);
        const inside = [...plain].filter((one) => covers(within, one)).sort(comparePrefix);
        expect(trie.within(within).map((entry) => entry.prefix)).toEqual(inside);
        expect(trie.size).toBe(plain.size);
      }),
    );
  });
});

describe('MAC addresses', () => {
  it('have three spellings', () => {
    const mac = parseMac('ca01.bbcc.0006');
    expect(mac).toBe(parseMac('ca:01:bb:cc:00:06'));
    expect(macDots(mac as never)).toBe('ca01.bbcc.0006');
    expect(macColons(mac as never)).toBe('ca:01:bb:cc:00:06');
    expect(parseMac('ca01.bbcc')).toBeUndefined();
  });
  it('of groups carry the low 23 bits', () => {
    // RFC 1112 §6.4
    expect(macColons(multicastMac(ip('224.0.0.5')))).toBe('01:00:5e:00:00:05');
    expect(macColons(multicastMac(ip('239.129.2.3')))).toBe('01:00:5e:01:02:03');
  });
});
