// The classes of values of Junos: interfaces, prefixes, communities, and the names that its owner has given. What is
// wrong with a value is said in the router's own words (captures of Junos 25.4 and of the errors that drivers look for).

import { ip4Text, ipText, parseIp, parseIp4, parseIp6 } from '../../base/ip.ts';
import { macColons, parseMac } from '../../base/mac.ts';
import { enumeration, JUNOS_VALUES, oneWord, rangeOf, sharedTypes, type WordReader } from '../../language/arg-types.ts';
import { decimal, goodNumber } from '../../language/could-begin.ts';
import type { ArgType, Offer } from '../../language/spec.ts';
import { parseAsn } from '../../route/extended.ts';
import { parseRd } from '../../route/route-distinguisher.ts';
import { KEYWORD_TYPES } from './enumerations.ts';
import { parseLogical, parsePhysical } from './interface-names.ts';
import { kept9 } from './secrets.ts';

const oneOf = (reader: Omit<WordReader, 'form'>): ArgType => oneWord({ form: '', ...reader }, JUNOS_VALUES);

/** Any text could become one: whether it is one is known at its end. */
const whole = (text: string): number => text.length;

const range = oneOf({
  read(text, within) {
    const [low, high] = rangeOf(within) ?? [0n, 0n];
    const value = decimal(text);
    return value !== undefined && value >= low && value <= high ? String(value) : undefined;
  },
  good: (text, within) => goodNumber(text, ...(rangeOf(within) ?? [0n, 0n])),
  // Capture: Junos 25.4, `set protocols bgp receive-buffer 4294967296` and `64kb`.
  why(text, within) {
    const [low, high] = rangeOf(within) ?? [0n, 0n];
    const digits = /^-?\d+/.exec(text)?.[0] ?? '';
    if (digits === '') return `Invalid numeric value: '${text}' at '${text}'`;
    const rest = text.slice(digits.length);
    if (rest !== '') return `Invalid trailing data '${rest}' for numeric value: '${text}' at '${text}'`;
    return `Value ${text} is not within range (${low}..${high}) at '${text}'`;
  },
  width: 10,
});

/** What is wrong with an address, as the router says it. */
function addressFault(address: string, all: string): string | undefined {
  const octet = /^\d{1,10}(?:\.\d{1,10}){3}$/.test(address)
    ? address.split('.').find((part) => Number(part) > 255)
    : undefined;
  if (octet !== undefined) return `invalid value '${octet}' in ip address: '${all}' at '${all}'`;
  return parseIp(address) === undefined ? `invalid ip address or hostname: ${address} at '${all}'` : undefined;
}

/** `10/8` and `10.1/16` are written out. */
const filled = (address: string): string => {
  if (!/^\d+(?:\.\d+){0,2}$/.test(address)) return address;
  return [...address.split('.'), '0', '0', '0'].slice(0, 4).join('.');
};

const MOST = { 4: 32, 6: 128 } as const;

/** A prefix of one family or of either, host bits kept. Without a length it is a host. */
function prefixReader(families: readonly (4 | 6)[], short: boolean): Omit<WordReader, 'form'> {
  const parts = (text: string): readonly [string, string | undefined] => {
    const slash = text.indexOf('/');
    return slash < 0 ? [text, undefined] : [text.slice(0, slash), text.slice(slash + 1)];
  };
  const addressOf = (text: string, length: string | undefined): string | undefined => {
    const v4 = families.includes(4) ? parseIp4(short && length !== undefined ? filled(text) : text) : undefined;
    if (v4 !== undefined) return ip4Text(v4);
    const v6 = families.includes(6) ? parseIp6(text) : undefined;
    return v6 === undefined ? undefined : ipText(v6);
  };
  return {
    read(text) {
      const [written, length] = parts(text);
      const address = addressOf(written, length);
      if (address === undefined) return undefined;
      const most = MOST[address.includes(':') ? 6 : 4];
      if (length === undefined) return `${address}/${most}`;
      return /^\d{1,3}$/.test(length) && Number(length) <= most ? `${address}/${Number(length)}` : undefined;
    },
    good: whole,
    why(text) {
      const [written, length] = parts(text);
      const address = addressOf(written, length);
      if (address === undefined)
        return addressFault(short ? filled(written) : written, text) ?? `invalid prefix: '${text}' at '${text}'`;
      const most = MOST[address.includes(':') ? 6 : 4];
      if (length === undefined) return undefined;
      if (!/^\d{1,3}$/.test(length))
        return `missing or invalid prefix length '${length}' in address '${text}' at '${text}'`;
      return `prefix length '${length}' is larger than ${most} in address '${text}' at '${text}'`;
    },
    width: 20,
  };
}

const address = (read: (text: string) => string | undefined): Omit<WordReader, 'form'> => ({
  read,
  good: whole,
  why: (text) => addressFault(text, text) ?? `invalid ip address or hostname: ${text} at '${text}'`,
  width: 20,
});

const v4 = (text: string): string | undefined => {
  const parsed = parseIp4(text);
  return parsed === undefined ? undefined : ip4Text(parsed);
};
const v6 = (text: string): string | undefined => {
  const parsed = parseIp6(text);
  return parsed === undefined ? undefined : ipText(parsed);
};

// Capture: `set interfaces sdfsdf` gives "invalid interface type in 'sdfsdf'." with its dot.
const interfaceFault = (text: string): string => `invalid interface type in '${text}'.`;

const ifl = (others: readonly string[]): ArgType =>
  withOffers('ifl', {
    read(text) {
      if (others.includes(text)) return text;
      if (/[*?[]/.test(text)) return text;
      const parsed = parseLogical(text);
      return parsed && `${parsed.physical}.${parsed.unit}`;
    },
    good: whole,
    why: interfaceFault,
    width: 30,
  });

/** Values that exist are told by `?` and completed by Tab. */
const withOffers = (live: string, reader: Omit<WordReader, 'form'>): ArgType => ({
  ...oneOf(reader),
  offers: (from) => from.offers(live),
});

const form = (pattern: RegExp, width: number): ArgType =>
  oneOf({ read: (text) => (pattern.test(text) ? text : undefined), good: whole, width });

/** A name its owner chose, or will. */
const named = (live: string): ArgType => withOffers(live, { read: (text) => text, good: whole, width: 80 });

const OWN_NAMES = [
  'policy',
  'prefix-list',
  'as-path',
  'community',
  'condition',
  'group',
  'instance',
  'bgp-group',
  'rib',
  'login-class',
];

/**
 * A policy by its name, or several in an expression: `(A && !B)` is `( A && !B )`.    Source: "Policy Expressions" (Routing
 * Policies User Guide).
 */
const policy: ArgType = {
  ...named('policy'),
  read(tokens, at, range, live) {
    const first = tokens[at];
    if (!first || first.quoted || !/^!?\(/.test(first.text)) return named('policy').read(tokens, at, range, live);
    let depth = 0;
    const symbols: string[] = [];
    for (let i = at; i < tokens.length; i++) {
      for (const symbol of tokens[i]?.text.match(/&&|\|\||[()!]|[^()!&|]+|./g) ?? []) {
        depth += symbol === '(' ? 1 : symbol === ')' ? -1 : 0;
        symbols.push(symbol);
      }
      if (depth <= 0) return { kind: 'value', taken: i + 1 - at, value: symbols.join(' ').replace(/! /g, '!') };
    }
    return { kind: 'partial', more: true };
  },
};

/** The rest of the line: the shell reads it as a path through the configuration, or as a command. */
const statement: ArgType = {
  placeholder: (_range, name) => `<${name}>`,
  read: (tokens, at) =>
    tokens.length > at && !(tokens.length === at + 1 && tokens[at]?.text === '' && !tokens[at]?.quoted)
      ? {
          kind: 'value',
          taken: tokens.length - at,
          value: tokens
            .slice(at)
            .map((token) => token.text)
            .join(' '),
        }
      : { kind: 'partial' },
  width: 100,
};

/** All types of Junos, by the names that commands/junos uses. */
export const JUNOS_TYPES: Readonly<Record<string, ArgType>> = {
  ...sharedTypes(JUNOS_VALUES),
  ...Object.fromEntries(Object.entries(KEYWORD_TYPES).map(([name, values]) => [name, enumeration(offers(values))])),
  ...Object.fromEntries(OWN_NAMES.map((name) => [name, named(name)])),
  policy,
  range,
  name: oneOf({ read: (text) => text, good: whole, width: 85 }),
  text: oneOf({ read: (text) => text, good: whole, width: 90 }),
  key: oneOf({ read: kept9, good: whole, width: 90 }),
  'host-name': form(/^[A-Za-z0-9](?:[\w.-]{0,254})$/, 70),
  'interface-name': withOffers('interface-name', {
    read: (text) => (parsePhysical(text) ? text : undefined),
    good: whole,
    why: interfaceFault,
    width: 30,
  }),
  ifl: ifl([]),
  'ifl-or-all': ifl(['all']),
  'ifl-or-ip': withOffers('ifl', {
    read: (text) => {
      if (/[*?[]/.test(text)) return text;
      const parsed = parseLogical(text);
      return v4(text) ?? v6(text) ?? (parsed && `${parsed.physical}.${parsed.unit}`);
    },
    good: whole,
    why: interfaceFault,
    width: 30,
  }),
  'ospf-interface': withOffers('ifl', {
    read: (text) => {
      if (text === 'all' || /[*?[]/.test(text)) return text;
      const parsed = parseLogical(text);
      return v4(text) ?? (parsed && `${parsed.physical}.${parsed.unit}`);
    },
    good: whole,
    why: interfaceFault,
    width: 30,
  }),
  // Some of these families name ports, others units: each keeps what was typed.
  'lldp-interface': withOffers('interface-name', {
    read: (text) => (text === 'all' || /[*?[]/.test(text) || parseLogical(text) ? text : undefined),
    good: whole,
    why: interfaceFault,
    width: 30,
  }),
  'cos-interface': withOffers('interface-name', {
    read: (text) => (text === 'all' || /[*?[]/.test(text) || parsePhysical(text) ? text : undefined),
    good: whole,
    why: interfaceFault,
    width: 30,
  }),
  ipv4: oneOf(address(v4)),
  ipv6: oneOf(address(v6)),
  ip: oneOf(address((text) => v4(text) ?? v6(text))),
  prefix: oneOf(prefixReader([4], true)),
  prefix6: oneOf(prefixReader([6], false)),
  'any-prefix': oneOf(prefixReader([4, 6], true)),
  'interface-address': oneOf(prefixReader([4], false)),
  'interface-address6': oneOf(prefixReader([6], false)),
  'prefix-or-all': either('all', prefixReader([4, 6], true)),
  'route-destination': either('default', prefixReader([4, 6], true), '0.0.0.0/0'),
  'next-hop': withOffers('ifl', {
    read: (text) => {
      const logical = parseLogical(text);
      return v4(text) ?? v6(text) ?? (logical && text.includes('.') ? text : logical && `${text}.0`);
    },
    good: whole,
    why: (text) => addressFault(text, text),
    width: 25,
  }),
  area: oneOf({
    read: (text) =>
      v4(text) ?? (/^\d{1,10}$/.test(text) && Number(text) <= 0xffffffff ? dotted(Number(text)) : undefined),
    good: whole,
    why: (text) => addressFault(text, text),
    width: 20,
  }),
  asn: oneOf({
    read: (text) => (parseAsn(text) ? text : undefined),
    good: whole,
    why: (text) => `Invalid AS number: '${text}' at '${text}'`,
    width: 15,
  }),
  mac: oneOf({
    read: (text) => {
      const parsed = parseMac(text);
      return parsed === undefined ? undefined : macColons(parsed);
    },
    good: whole,
    width: 20,
  }),
  'prefix-length': form(/^\/\d{1,3}$/, 20),
  'length-range': form(/^\/\d{1,3}-\/\d{1,3}$/, 20),
  'route-target': form(/^target:(?:\d+L?|\d+\.\d+\.\d+\.\d+|\d+\.\d+):\d+$/, 20),
  'route-distinguisher': oneOf({ read: (text) => (parseRd(text) ? text : undefined), good: whole, width: 20 }),
  'community-member': oneOf({ read: (text) => text, good: whole, width: 60 }),
  'iso-address': form(/^[0-9a-fA-F]{2}(?:\.[0-9a-fA-F]{4})+(?:\.[0-9a-fA-F]{2})$/, 20),
  bandwidth: form(/^\d+(?:\.\d+)?[kmgt]?$/, 20),
  'bandwidth-or-percent': form(/^\d+(?:\.\d+)?[kmgt%]?$/, 20),
  'vlan-id': form(/^\d{1,4}$/, 20),
  'l2vpn-id': form(/^l2vpn-id:(?:\d+L?|\d+\.\d+\.\d+\.\d+):\d+$/, 20),
  amount: form(/^[1-9]\d{0,9}$/, 20),
  bytes: form(/^\d+[kmg]?$/, 20),
  'syslog-user': oneOf({ read: (text) => text, good: whole, width: 85 }),
  rollback: {
    ...oneOf({
      read: (text) => (/^\d{1,2}$/.test(text) && Number(text) <= 49 ? String(Number(text)) : undefined),
      good: whole,
      why: (text) => `Value ${text} is not within range (0..49) at '${text}'`,
      width: 10,
    }),
    expect: (tokens, at, _range, live) =>
      live.offers('rollback').filter(({ text }) => text.startsWith(tokens[at]?.text ?? '')),
  },
  statement,
};

function either(word: string, reader: Omit<WordReader, 'form'>, meaning = word): ArgType {
  return oneOf({ ...reader, read: (text, within) => (text === word ? meaning : reader.read(text, within)) });
}

function dotted(value: number): string {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
}

function offers(values: Readonly<Record<string, string>>): readonly Offer[] {
  return Object.entries(values).map(([text, help]) => ({ text, help }));
}
