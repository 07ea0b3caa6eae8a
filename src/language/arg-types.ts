// The classes of values that both systems share: numbers, addresses, prefixes, masks, words, lines.

import { type Ip4, type Ip6, ip4Text, ip6Text, parseIp4, parseIp6 } from '../base/ip.ts';
import { decimal, goodIp4, goodIp6, goodNumber, isMask } from './could-begin.ts';
import type { ArgType, Live, Offer, Reading, Token } from './spec.ts';

/** How a system writes values. */
export interface ValueStyle {
  /** IOS: `A.B.C.D`, `<1-99>`, `WORD`. Junos: `<name>`. */
  readonly placeholders: 'form' | 'name';
  /** IOS prints the letters of IPv6 addresses large. */
  readonly upperIp6: boolean;
  /** Junos reads `10/8` and `10.1` before a slash as a prefix, and an address without one as a host. */
  readonly shortPrefixes: boolean;
  /** Junos: a bracket that is not quoted belongs to a list and is no value. */
  readonly lists: boolean;
}

export const IOS_VALUES: ValueStyle = { placeholders: 'form', upperIp6: true, shortPrefixes: false, lists: false };
export const JUNOS_VALUES: ValueStyle = { placeholders: 'name', upperIp6: false, shortPrefixes: true, lists: true };

/** The router has nothing to offer. */
export const NO_LIVE: Live = { offers: () => [] };

/** A kind of value that is one token. */
export interface WordReader {
  /** What IOS shows; Junos shows the name of the argument. */
  readonly form: string | ((range: string) => string);
  /** The canonical spelling; undefined when the text is no such value. */
  read(text: string, range: string): string | undefined;
  /** How many characters could begin a value. Asked only of a text that is none. */
  good(text: string, range: string): number;
  /** What is wrong with the text, in plain words. */
  why?(text: string, range: string): string | undefined;
  readonly width: number;
}

/** An ArgType that reads one token. */
export function oneWord(reader: WordReader, style: ValueStyle): ArgType {
  const { form } = reader;
  return {
    placeholder: (range, name) =>
      style.placeholders === 'name' ? `<${name}>` : typeof form === 'string' ? form : form(range),
    read(tokens: readonly Token[], at: number, range: string): Reading {
      const token = tokens[at];
      const last = at === tokens.length - 1;
      if (!token || (token.text === '' && !token.quoted)) return last ? { kind: 'partial' } : { kind: 'bad', good: 0 };
      if (style.lists && isBracket(token)) return { kind: 'bad', good: 0 };
      const value = reader.read(token.text, range);
      if (value !== undefined) return { kind: 'value', taken: 1, value };
      const good = reader.good(token.text, range);
      const said = reader.why?.(token.text, range);
      const why = said === undefined ? {} : { why: said };
      return last && good === token.text.length ? { kind: 'partial', ...why } : { kind: 'bad', good, ...why };
    },
    width: reader.width,
  };
}

/**
 * A value that is one of some words (Junos: `protocol [ bgp static ]`). Like keywords they may be abbreviated, and `?`
 * tells them one by one.
 */
export function enumeration(values: readonly Offer[]): ArgType {
  const fitting = (text: string): readonly Offer[] => {
    const exact = values.filter((value) => value.text === text);
    return exact.length > 0 ? exact : values.filter((value) => value.text.startsWith(text));
  };
  return {
    placeholder: (_range, name) => `<${name}>`,
    read(tokens, at) {
      const text = tokens[at]?.text ?? '';
      const [first, ...others] = fitting(text);
      if (first && text !== '' && others.length === 0) return { kind: 'value', taken: 1, value: first.text };
      let good = 0;
      while (good < text.length && fitting(text.slice(0, good + 1)).length > 0) good++;
      return first && at === tokens.length - 1 ? { kind: 'partial' } : { kind: 'bad', good };
    },
    expect: (tokens, at) => values.filter((value) => value.text.startsWith(tokens[at]?.text ?? '')),
    width: 5,
  };
}

const isBracket = (token: Token): boolean => !token.quoted && (token.text === '[' || token.text === ']');

/** The two ends of `1..65535`; undefined when it is no range. */
export function rangeOf(type: string): readonly [low: bigint, high: bigint] | undefined {
  const ends = /^(-?\d+)\.\.(-?\d+)$/.exec(type);
  return ends ? [BigInt(ends[1] as string), BigInt(ends[2] as string)] : undefined;
}

/** The type of an argument: by name, or `range` for `a..b`. */
export function typeOf(types: Readonly<Record<string, ArgType>>, type: string): ArgType | undefined {
  return types[rangeOf(type) ? 'range' : type];
}

const range: WordReader = {
  form: (text) => `<${text.replace('..', '-')}>`,
  read(text, within) {
    const [low, high] = rangeOf(within) ?? [0n, 0n];
    const value = decimal(text);
    return value !== undefined && value >= low && value <= high ? String(value) : undefined;
  },
  good: (text, within) => goodNumber(text, ...(rangeOf(within) ?? [0n, 0n])),
  why: (text, within) =>
    decimal(text) === undefined ? `${text} is not a number` : `${text} is not between ${within.replace('..', ' and ')}`,
  width: 10,
};

const ipv4: WordReader = {
  form: 'A.B.C.D',
  read: (text) => {
    const address = parseIp4(text);
    return address === undefined ? undefined : ip4Text(address);
  },
  good: goodIp4,
  width: 20,
};

const ipv6 = (style: ValueStyle): WordReader => ({
  form: 'X:X:X:X::X',
  read: (text) => {
    const address = parseIp6(text);
    return address === undefined ? undefined : ip6(address, style);
  },
  good: goodIp6,
  width: 20,
});

const ip6 = (address: Ip6, style: ValueStyle): string =>
  style.upperIp6 ? ip6Text(address).toUpperCase() : ip6Text(address);

/** Two readers as one: the first that reads wins, the better beginning counts. */
const either = (a: WordReader, b: WordReader, form: string): WordReader => ({
  form,
  read: (text, within) => a.read(text, within) ?? b.read(text, within),
  good: (text, within) => Math.max(a.good(text, within), b.good(text, within)),
  width: Math.max(a.width, b.width),
});

/** Host bits stay: whether they are allowed is not a matter of typing. */
const prefix4 = (style: ValueStyle): WordReader => ({
  form: 'A.B.C.D/nn',
  read(text) {
    const [address = '', length, more] = text.split('/');
    const parsed = parseIp4(style.shortPrefixes && length !== undefined ? filled(address) : address);
    if (parsed === undefined || more !== undefined) return undefined;
    return withLength(ip4Text(parsed as Ip4), length, 32, style);
  },
  good: (text) => goodPrefix(text, style.shortPrefixes, 32, goodIp4, (part) => parseIp4(part) !== undefined),
  width: 20,
});

const prefix6 = (style: ValueStyle): WordReader => ({
  form: 'X:X:X:X::X/<0-128>',
  read(text) {
    const [address = '', length, more] = text.split('/');
    const parsed = parseIp6(address);
    return parsed === undefined || more !== undefined ? undefined : withLength(ip6(parsed, style), length, 128, style);
  },
  good: (text) => goodPrefix(text, false, 128, goodIp6, (part) => parseIp6(part) !== undefined),
  width: 20,
});

const withLength = (
  address: string,
  length: string | undefined,
  most: number,
  style: ValueStyle,
): string | undefined => {
  if (length === undefined) return style.shortPrefixes ? `${address}/${most}` : undefined;
  return /^\d{1,3}$/.test(length) && Number(length) <= most ? `${address}/${Number(length)}` : undefined;
};

/** `10` and `10.1` are 10.0.0.0 and 10.1.0.0. */
const filled = (address: string): string => {
  const parts = address.split('.');
  return parts.length > 4 || parts.includes('') ? address : [...parts, '0', '0', '0'].slice(0, 4).join('.');
};

function goodPrefix(
  text: string,
  short: boolean,
  most: number,
  good: (text: string) => number,
  whole: (text: string) => boolean,
): number {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const begun = good(address);
  if (slash < 0 || begun < address.length) return begun;
  if (!whole(short ? filled(address) : address)) return slash;
  return slash + 1 + goodNumber(text.slice(slash + 1), 0n, BigInt(most));
}

const mask: WordReader = {
  form: 'A.B.C.D',
  read: (text) => (isMask(text) ? ipv4.read(text, '') : undefined),
  good: goodIp4,
  why: (text) => (parseIp4(text) === undefined ? undefined : `${text} is not a mask`),
  width: 20,
};

const word: WordReader = { form: 'WORD', read: (text) => text, good: (text) => text.length, width: 90 };

/** The rest of the line with the blanks inside it as they were typed. */
const line = (style: ValueStyle): ArgType => ({
  placeholder: (_range, name) => (style.placeholders === 'name' ? `<${name}>` : 'LINE'),
  read(tokens, at) {
    const rest = tokens.slice(at);
    if (rest.length === 0 || rest.every((token) => token.text === '')) return { kind: 'partial' };
    let text = '';
    for (const [i, token] of rest.entries()) {
      const gap = i === 0 ? 0 : token.start - (rest[i - 1] as Token).end;
      text += ' '.repeat(gap) + token.text;
    }
    return { kind: 'value', taken: rest.length, value: text.replace(/ +$/, '') };
  },
  width: 100,
});

/** The shared types, by name; `range` reads `a..b`. Each system adds its own and may replace any of these. */
export function sharedTypes(style: ValueStyle): Readonly<Record<string, ArgType>> {
  const words: Readonly<Record<string, WordReader>> = {
    range,
    ipv4,
    ipv6: ipv6(style),
    ip: either(ipv4, ipv6(style), 'A.B.C.D'),
    prefix: prefix4(style),
    prefix6: prefix6(style),
    mask,
    wildcard: ipv4,
    word,
    string: { ...word, width: 80 },
  };
  const types = Object.entries(words).map(([name, reader]) => [name, oneWord(reader, style)] as const);
  return { ...Object.fromEntries(types), line: line(style) };
}
