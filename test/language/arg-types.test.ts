import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  enumeration,
  IOS_VALUES,
  JUNOS_VALUES,
  NO_LIVE,
  rangeOf,
  sharedTypes,
  typeOf,
} from '../../src/language/arg-types.ts';
import type { ArgType, Reading } from '../../src/language/spec.ts';
import { iosLine, junosLine } from './samples.ts';

const IOS = sharedTypes(IOS_VALUES);
const JUNOS = sharedTypes(JUNOS_VALUES);
const type = (types: typeof IOS, name: string): ArgType => typeOf(types, name) as ArgType;
/** The last words of a line. */
const last = (name: string, text: string): Reading => type(IOS, name).read(iosLine(text), 0, name, NO_LIVE);
/** More words follow. */
const inner = (name: string, text: string): Reading => type(IOS, name).read(iosLine(`${text} more`), 0, name, NO_LIVE);
const junos = (name: string, text: string): Reading => type(JUNOS, name).read(junosLine(text), 0, name, NO_LIVE);
const value = (text: string): Reading => ({ kind: 'value', taken: 1, value: text });

describe('an address', () => {
  it('is read', () => {
    expect(last('ipv4', '10.0.12.1')).toEqual(value('10.0.12.1'));
    expect(inner('wildcard', '0.255.0.255')).toEqual(value('0.255.0.255'));
    expect(last('ipv6', '2001:db8::a')).toEqual(value('2001:DB8::A'));
    expect(junos('ipv6', '2001:DB8:0:0::A')).toEqual(value('2001:db8::a'));
    expect(last('ip', '10.0.0.1')).toEqual(value('10.0.0.1'));
    expect(last('ip', 'fe80::1')).toEqual(value('FE80::1'));
  });
  it('breaks at the first character that cannot go on', () => {
    expect(last('ipv4', '10.0.0.256')).toEqual({ kind: 'bad', good: 9 });
    expect(last('ipv4', '10.0.0.1.')).toEqual({ kind: 'bad', good: 8 });
    expect(last('ipv4', '1000')).toEqual({ kind: 'bad', good: 3 });
    expect(last('ipv4', '10..')).toEqual({ kind: 'bad', good: 3 });
    expect(last('ipv4', 'x')).toEqual({ kind: 'bad', good: 0 });
    expect(last('ipv6', '2001:db8::1::')).toEqual({ kind: 'bad', good: 12 });
    expect(last('ipv6', '2001:db8:12345')).toEqual({ kind: 'bad', good: 13 });
    expect(last('ipv6', ':1')).toEqual({ kind: 'bad', good: 1 });
    expect(last('ipv6', '1:2:3:4:5:6:7:8:9')).toEqual({ kind: 'bad', good: 15 });
    expect(last('ip', '10.0.0.256')).toEqual({ kind: 'bad', good: 9 });
  });
  it('may be begun at the end of the line only', () => {
    for (const text of ['10.0.0.', '10', '10.0.0']) {
      expect(last('ipv4', text)).toEqual({ kind: 'partial' });
      expect(inner('ipv4', text)).toEqual({ kind: 'bad', good: text.length });
    }
    for (const text of [':', '2001', '2001:', '2001:db8:', '::ffff:10.0.', '1:2:3:4:5:6:7:']) {
      expect(last('ipv6', text)).toEqual({ kind: 'partial' });
    }
  });
  it('that is read can be begun by each of its beginnings', () => {
    const hextets = fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(hextets, (parts) => {
        const text = parts.map((part) => part.toString(16)).join(':');
        for (let length = 1; length < text.length; length++) {
          expect(last('ipv6', text.slice(0, length)).kind).not.toBe('bad');
        }
      }),
    );
    fc.assert(
      fc.property(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)), (parts) => {
        const text = parts.join('.');
        expect(last('ipv4', text)).toEqual(value(text));
        for (let length = 1; length < text.length; length++) {
          expect(last('ipv4', text.slice(0, length)).kind).not.toBe('bad');
        }
      }),
    );
  });
});

describe('a prefix', () => {
  it('keeps its host bits and drops nothing but zeros', () => {
    expect(last('prefix', '10.0.0.1/08')).toEqual(value('10.0.0.1/8'));
    expect(last('prefix6', '2001:db8::/32')).toEqual(value('2001:DB8::/32'));
    expect(junos('prefix6', '::/0')).toEqual(value('::/0'));
  });
  it('may be short in Junos', () => {
    expect(junos('prefix', '0/0')).toEqual(value('0.0.0.0/0'));
    expect(junos('prefix', '10.1/16')).toEqual(value('10.1.0.0/16'));
    expect(junos('prefix', '10.1.1.1')).toEqual(value('10.1.1.1/32'));
    expect(junos('prefix', '10.1')).toEqual({ kind: 'partial' });
    expect(last('prefix', '10/8')).toEqual({ kind: 'bad', good: 2 });
    expect(last('prefix', '10.0.0.1')).toEqual({ kind: 'partial' });
  });
  it('breaks in its address or in its length', () => {
    expect(last('prefix', '10.0.0.0/33')).toEqual({ kind: 'bad', good: 10 });
    expect(last('prefix', '10.0.0.0/')).toEqual({ kind: 'partial' });
    expect(last('prefix', '10.0.300.0/8')).toEqual({ kind: 'bad', good: 7 });
    expect(junos('prefix', '10./8')).toEqual({ kind: 'bad', good: 3 });
    expect(last('prefix', '10.0.0.0/8/8')).toEqual({ kind: 'bad', good: 10 });
    expect(last('prefix6', '::/129')).toEqual({ kind: 'bad', good: 5 });
  });
});

describe('a mask', () => {
  it('has no holes', () => {
    expect(last('mask', '255.255.255.252')).toEqual(value('255.255.255.252'));
    expect(inner('mask', '255.0.255.0')).toEqual({ kind: 'bad', good: 11, why: '255.0.255.0 is not a mask' });
    expect(last('mask', '255.255.')).toEqual({ kind: 'partial' });
    expect(last('mask', '255.256')).toEqual({ kind: 'bad', good: 6 });
  });
});

describe('a number', () => {
  it('lies in its range', () => {
    expect(last('1..65535', '65535')).toEqual(value('65535'));
    expect(last('1..65535', '007')).toEqual(value('7'));
    expect(last('0..18446744073709551615', '18446744073709551615')).toEqual(value('18446744073709551615'));
    expect(last('-10..10', '-3')).toEqual(value('-3'));
  });
  it('breaks at the first digit that leads outside', () => {
    const why = '70000 is not between 1 and 65535';
    expect(last('1..65535', '70000')).toEqual({ kind: 'bad', good: 4, why });
    expect(last('1..65535', '0')).toEqual({ kind: 'partial', why: '0 is not between 1 and 65535' });
    expect(last('1..99', '5x')).toEqual({ kind: 'bad', good: 1, why: '5x is not a number' });
    expect(last('100..199', '2')).toEqual({ kind: 'bad', good: 0, why: '2 is not between 100 and 199' });
    expect(last('100..199', '15')).toEqual({ kind: 'partial', why: '15 is not between 100 and 199' });
    expect(last('5..10', '-1').kind).toBe('bad');
    expect(last('-10..-5', '-')).toMatchObject({ kind: 'partial' });
  });
  it('in the range can be begun by each of its beginnings; out of it breaks where no number could go on', () => {
    const span = fc.tuple(fc.nat(100_000), fc.nat(100_000)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(span, fc.nat(200_000), ([low, high], number) => {
        const text = String(number);
        const reading = last(`${low}..${high}`, text);
        if (number >= low && number <= high) expect(reading).toEqual(value(text));
        else {
          const good = reading.kind === 'bad' ? reading.good : text.length;
          const begins = (length: number): boolean => {
            for (let n = low; n <= high; n++) if (String(n).startsWith(text.slice(0, length))) return true;
            return number === 0 && length > 0;
          };
          expect(good === 0 || begins(good)).toBe(true);
          expect(good < text.length && begins(good + 1)).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('words', () => {
  it('are one, or the rest of the line as it was typed', () => {
    expect(inner('word', 'a"b')).toEqual(value('a"b'));
    expect(type(IOS, 'line').read(iosLine('description to  R2   (old) '), 1, 'line', NO_LIVE)).toEqual({
      kind: 'value',
      taken: 3,
      value: 'to  R2   (old)',
    });
    expect(type(IOS, 'line').read(iosLine('description'), 1, 'line', NO_LIVE)).toEqual({ kind: 'partial' });
    expect(junos('string', '"a b"')).toEqual(value('a b'));
    expect(junos('word', '""')).toEqual(value(''));
    expect(junos('word', '[')).toEqual({ kind: 'bad', good: 0 });
    expect(junos('word', '"["')).toEqual(value('['));
    expect(last('word', '[')).toEqual(value('['));
  });
});

it('reads one of some words like a keyword', () => {
  const protocol = enumeration([{ text: 'bgp', help: 'BGP' }, { text: 'static' }, { text: 'static-arp' }]);
  const read = (text: string): Reading => protocol.read(junosLine(text), 0, 'protocol', NO_LIVE);
  expect(read('b')).toEqual(value('bgp'));
  expect(read('static')).toEqual(value('static'));
  expect(read('sta')).toEqual({ kind: 'partial' });
  expect(read('sta more')).toEqual({ kind: 'bad', good: 3 });
  expect(read('stx')).toEqual({ kind: 'bad', good: 2 });
  expect(protocol.expect?.(junosLine('st'), 0, 'protocol', NO_LIVE)).toEqual([
    { text: 'static' },
    { text: 'static-arp' },
  ]);
});

it('shows shapes in IOS and names in Junos', () => {
  const shapes = ['ipv4', 'ipv6', 'prefix', 'prefix6', 'mask', 'word', 'line', '1..65535'];
  expect(shapes.map((name) => type(IOS, name).placeholder(name, 'metric'))).toEqual([
    'A.B.C.D',
    'X:X:X:X::X',
    'A.B.C.D/nn',
    'X:X:X:X::X/<0-128>',
    'A.B.C.D',
    'WORD',
    'LINE',
    '<1-65535>',
  ]);
  for (const name of shapes) expect(type(JUNOS, name).placeholder(name, 'metric')).toBe('<metric>');
});

it('begins anything with nothing', () => {
  const nothing = [{ text: '', start: 5, end: 5, quoted: false }];
  for (const name of [...Object.keys(IOS), '5..9']) {
    expect(type(IOS, name).read(nothing, 0, name, NO_LIVE)).toEqual({ kind: 'partial' });
  }
});

it('tells a range by its form', () => {
  expect(rangeOf('1..5')).toEqual([1n, 5n]);
  expect(rangeOf('-5..-1')).toEqual([-5n, -1n]);
  for (const other of ['ipv4', '1..', '..5', '1.5', 'a..b']) expect(rangeOf(other)).toBeUndefined();
});
