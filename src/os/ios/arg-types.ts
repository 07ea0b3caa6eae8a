// Values of IOS commands: those that both systems share, and interfaces, VRFs, distinguishers, neighbors, names.

import { MONTHS } from '../../base/calendar.ts';
import { parseIp4, parseIp6 } from '../../base/ip.ts';
import { IOS_VALUES, oneWord, sharedTypes, type WordReader } from '../../language/arg-types.ts';
import type { ArgType, Offer } from '../../language/spec.ts';
import { netText, parseNet } from '../../protocols/isis/config.ts';
import { parseLarge } from '../../route/community.ts';
import { administeredText, parseAdministered } from '../../route/extended.ts';
import { PREFIXES } from './files/prefixes.ts';
import { existingInterface, interfaceRange, newInterface } from './interface-type.ts';
import { LIST_TYPES } from './list-types.ts';
import { SEVERITIES, SEVERITY_HELP } from './severities.ts';

const PAIR: WordReader = {
  form: 'ASN:nn or IP-address:nn',
  read: (text) => {
    const value = parseAdministered(text);
    return value && administeredText(value);
  },
  good: goodPair,
  width: 30,
};

/** Digits and dots, a colon, digits. */
function goodPair(text: string): number {
  const good = /^[\d.]*(:\d*)?/.exec(text)?.[0].length ?? 0;
  return /^[.:]/.test(text) ? 0 : good;
}

const placeholders = (...offers: readonly (readonly [string, string])[]): readonly Offer[] =>
  offers.map(([text, help]) => ({ text, help, placeholder: true }));

/** One word, told by several placeholders where nothing has been typed. */
function oneOf(reader: WordReader, told: readonly Offer[]): ArgType {
  return { ...oneWord(reader, IOS_VALUES), expect: () => told };
}

const WORD: WordReader = { form: 'WORD', read: (text) => text, good: (text) => text.length, width: 90 };

const form = (placeholder: string, shape: RegExp, good: RegExp, width = 30): ArgType =>
  oneWord(
    {
      form: placeholder,
      read: (text) => (shape.test(text) ? text : undefined),
      good: (text) => good.exec(text)?.[0].length ?? 0,
      width,
    },
    IOS_VALUES,
  );

/** A neighbor's address, or the tag of a peer group. */
const peer: WordReader = { ...WORD, read: (text) => (parseIp6(text) === undefined ? text : text.toUpperCase()) };

export const IOS_TYPES: Readonly<Record<string, ArgType>> = {
  ...sharedTypes(IOS_VALUES),
  ...LIST_TYPES,
  vrf: oneWord(WORD, IOS_VALUES),
  interface: existingInterface,
  'new-interface': newInterface,
  'interface-range': interfaceRange,
  rd: oneWord(PAIR, IOS_VALUES),
  'route-target': oneWord(PAIR, IOS_VALUES),
  peer: oneOf(
    peer,
    placeholders(['A.B.C.D', 'Neighbor address'], ['WORD', 'Neighbor tag'], ['X:X:X:X::X', 'Neighbor IPv6 address']),
  ),
  /** An OSPF area: a number or an address. */
  area: oneOf(
    {
      ...WORD,
      read: (text) => (parseIp4(text) !== undefined || /^\d{1,10}$/.test(text) ? text : undefined),
      good: (text) => /^[\d.]*/.exec(text)?.[0].length ?? 0,
      width: 25,
    },
    placeholders(
      ['<0-4294967295>', 'OSPF area ID as a decimal value'],
      ['A.B.C.D', 'OSPF area ID in IP address format'],
    ),
  ),
  hex16: form('<0-FFFF>', /^(0x)?[0-9a-f]{1,4}$/i, /^(0x?)?[0-9a-f]{0,4}/i),
  mac: form('H.H.H', /^[0-9a-f]{1,4}(\.[0-9a-f]{1,4}){2}$/i, /^[0-9a-f.]*/i),
  clock: form('hh:mm:ss', /^([01]?\d|2[0-3]):[0-5]?\d:[0-5]?\d$/, /^[\d:]*/),
  /** A month, by its name or the beginning of it; kept as three letters. */
  month: oneOf(
    {
      ...WORD,
      read: (text) => MONTHS.find((month) => text.length >= 3 && MONTH_NAMES(month).startsWith(text.toLowerCase())),
      good: (text) => Math.max(...MONTHS.map((month) => sameStart(MONTH_NAMES(month), text.toLowerCase()))),
      width: 40,
    },
    placeholders(['MONTH', 'Month of the year']),
  ),
  /** Minutes, or hours and minutes. */
  span: form('mmm or hhh:mm', /^\d{1,5}(:[0-5]?\d)?$/, /^\d{1,5}(:\d{0,2})?/),
  /** A level of the log, by its number or its name; kept by its name. */
  severity: oneOf(
    {
      ...WORD,
      read: severityName,
      good: (text) => Math.max(...SEVERITIES.map((name) => sameStart(name, text)), /^[0-7]/.test(text) ? 1 : 0),
      width: 20,
    },
    placeholders(
      ['<0-7>', 'Logging severity level'],
      ...SEVERITIES.map((name) => [name, SEVERITY_HELP[name] ?? ''] as const),
    ),
  ),
  /** A network entity title. */
  net: oneWord(
    {
      form: 'XX.XXXX. ... .XXX.XX',
      read: (text) => {
        const net = parseNet(text);
        return net && netText(net);
      },
      good: (text) => /^[0-9a-f.]*/i.exec(text)?.[0].length ?? 0,
      width: 30,
    },
    IOS_VALUES,
  ),
  /** A file: `flash:name`, `nvram:startup-config`, or a name on the disk. */
  url: oneOf(
    {
      ...WORD,
      read: (text) => (!text.includes(':') || PREFIXES.some((prefix) => text.startsWith(prefix)) ? text : undefined),
      good: (text) => (text.includes(':') ? Math.max(...PREFIXES.map((known) => sameStart(known, text))) : text.length),
    },
    PREFIXES.map((prefix) => ({ text: prefix, help: `${prefix} file system`, placeholder: true })),
  ),
  /** An AS number, plain or dotted. RFC 5396 */
  asn: oneOf(
    {
      ...WORD,
      read: (text) => {
        const dotted = /^(\d{1,5})\.(\d{1,5})$/.exec(text);
        const [high, low] = dotted ? [Number(dotted[1]), Number(dotted[2])] : [0, Number(text)];
        if (dotted) return high <= 0xffff && low <= 0xffff && high * 65_536 + low > 0 ? text : undefined;
        return /^\d{1,10}$/.test(text) && low >= 1 && low <= 0xffffffff ? String(low) : undefined;
      },
      good: goodAsn,
      width: 15,
    },
    placeholders(['<1-4294967295>', 'Autonomous system number'], ['<1.0-XX.YY>', 'Autonomous system number']),
  ),
  /** `65000:1`, a plain number, or a well-known name. */
  community: oneOf(
    {
      ...WORD,
      read: (text) => (/^\d{1,10}$/.test(text) || isPair(text) || KNOWN_COMMUNITIES.includes(text) ? text : undefined),
      good: (text) => Math.max(goodPair(text), ...KNOWN_COMMUNITIES.map((known) => sameStart(known, text))),
      width: 40,
    },
    placeholders(
      ['<1-4294967295>', 'community number'],
      ['aa:nn', 'community number in aa:nn format'],
      ...KNOWN_HELP(),
    ),
  ),
  /** `65000:1:2`. RFC 8092 §5 */
  'large-community': oneOf(
    {
      ...WORD,
      read: (text) => (parseLarge(text) ? text : undefined),
      good: (text) => /^\d{0,10}(:\d{0,10}){0,2}/.exec(text)?.[0].length ?? 0,
      width: 30,
    },
    placeholders(['aa:nn:nn', 'Large community']),
  ),
};

/** In a file: what a statement names may come further down, or be gone (`no interface` leaves what names it). */
export const READING_TYPES: typeof IOS_TYPES = { ...IOS_TYPES, interface: newInterface };

/** Two numbers of two bytes each. RFC 1997 */
const isPair = (text: string): boolean =>
  /^\d{1,5}:\d{1,5}$/.test(text) && text.split(':').every((half) => Number(half) <= 0xffff);

const NAMES_OF_MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH_NAMES = (month: string): string =>
  NAMES_OF_MONTHS.find((name) => name.startsWith(month.toLowerCase())) ?? month;

/** A number, or the unique beginning of a name. */
function severityName(text: string): string | undefined {
  if (/^[0-7]$/.test(text)) return SEVERITIES[Number(text)];
  const fitting = SEVERITIES.filter((name) => name.startsWith(text.toLowerCase()));
  return fitting.length === 1 || SEVERITIES.includes(text as never) ? fitting[0] : undefined;
}

const KNOWN_COMMUNITIES = ['additive', 'gshut', 'internet', 'local-AS', 'no-advertise', 'no-export', 'none'];

function KNOWN_HELP(): readonly (readonly [string, string])[] {
  return [
    ['additive', 'Add to the existing community'],
    ['internet', 'Internet (well-known community)'],
    ['local-AS', 'Do not send outside local AS (well-known community)'],
    ['no-advertise', 'Do not advertise to any peer (well-known community)'],
    ['no-export', 'Do not export to next AS (well-known community)'],
  ];
}

function sameStart(known: string, text: string): number {
  let same = 0;
  while (same < text.length && text[same] === known[same]) same++;
  return same;
}

/** Digits up to 4294967295, perhaps a dot and more digits. */
function goodAsn(text: string): number {
  let good = 0;
  for (let length = 1; length <= text.length; length++) {
    const part = text.slice(0, length);
    const [high = '', low] = part.split('.');
    const fits = low === undefined ? /^\d+$/.test(high) && Number(high) <= 0xffffffff : /^\d{1,5}$/.test(high);
    if (!fits || (low !== undefined && !/^\d{0,5}$/.test(low)) || Number(low ?? 0) > 0xffff) break;
    good = length;
  }
  return good;
}
