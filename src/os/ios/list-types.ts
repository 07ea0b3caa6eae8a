// Values of lists and processes: access lists, ports of TCP and UDP, interfaces or all of them.
// Source: `access-list ?`, `permit tcp any any eq ?` of IOS 15.x; names of ports as a configuration prints them (Cisco IOS
// Security command reference, "permit (IP)").

import { parseIp4 } from '../../base/ip.ts';
import { IOS_VALUES, oneWord, type WordReader } from '../../language/arg-types.ts';
import type { ArgType, Offer } from '../../language/spec.ts';
import { existingInterface } from './interface-type.ts';

const told = (...offers: readonly (readonly [string, string])[]): readonly Offer[] =>
  offers.map(([text, help]) => ({ text, help, placeholder: true }));

const listType = (numbers: readonly (readonly [number, number])[], offers: readonly Offer[]): ArgType => {
  const reader: WordReader = {
    form: 'WORD',
    read: (text) => {
      if (!/^\d+$/.test(text)) return text;
      return numbers.some(([low, high]) => Number(text) >= low && Number(text) <= high)
        ? String(Number(text))
        : undefined;
    },
    good: (text) => text.length - 1,
    width: 90,
  };
  return { ...oneWord(reader, IOS_VALUES), expect: () => offers };
};

const TCP: Readonly<Record<string, number>> = {
  bgp: 179,
  chargen: 19,
  cmd: 514,
  daytime: 13,
  discard: 9,
  domain: 53,
  drip: 3949,
  echo: 7,
  exec: 512,
  finger: 79,
  ftp: 21,
  'ftp-data': 20,
  gopher: 70,
  hostname: 101,
  ident: 113,
  irc: 194,
  klogin: 543,
  kshell: 544,
  login: 513,
  lpd: 515,
  msrpc: 135,
  nntp: 119,
  'pim-auto-rp': 496,
  pop2: 109,
  pop3: 110,
  smtp: 25,
  sunrpc: 111,
  syslog: 514,
  tacacs: 49,
  talk: 517,
  telnet: 23,
  time: 37,
  uucp: 540,
  whois: 43,
  www: 80,
};

const UDP: Readonly<Record<string, number>> = {
  biff: 512,
  bootpc: 68,
  bootps: 67,
  discard: 9,
  dnsix: 195,
  domain: 53,
  echo: 7,
  isakmp: 500,
  'mobile-ip': 434,
  nameserver: 42,
  'netbios-dgm': 138,
  'netbios-ns': 137,
  'netbios-ss': 139,
  'non500-isakmp': 4500,
  ntp: 123,
  'pim-auto-rp': 496,
  rip: 520,
  ripv6: 521,
  snmp: 161,
  snmptrap: 162,
  sunrpc: 111,
  syslog: 514,
  tacacs: 49,
  talk: 517,
  tftp: 69,
  time: 37,
  who: 513,
  xdmcp: 177,
};

/** A port by its number, or by its name or a unique beginning of it; kept by its name where it has one. */
function portType(names: Readonly<Record<string, number>>): ArgType {
  const known = Object.keys(names);
  // Of two names for one port, the first.
  const byNumber = new Map(
    Object.entries(names)
      .map(([name, number]) => [number, name] as const)
      .reverse(),
  );
  const reader: WordReader = {
    form: '<0-65535>',
    read: (text) => {
      if (/^\d{1,5}$/.test(text))
        return Number(text) > 65_535 ? undefined : (byNumber.get(Number(text)) ?? String(Number(text)));
      const fitting = known.filter((name) => name.startsWith(text.toLowerCase()));
      return known.includes(text) ? text : fitting.length === 1 ? fitting[0] : undefined;
    },
    good: (text) => {
      if (/^\d/.test(text)) return /^\d{0,5}/.exec(text)?.[0].length ?? 0;
      let good = 0;
      while (good < text.length && known.some((name) => name.startsWith(text.slice(0, good + 1).toLowerCase()))) good++;
      return good;
    },
    width: 30,
  };
  const offers = [
    ...told(['<0-65535>', 'Port number']),
    ...known.map((name) => ({ text: name, help: `${name} (${names[name]})` })),
  ];
  return {
    ...oneWord(reader, IOS_VALUES),
    expect: (tokens, at) =>
      offers.filter(({ text }) => text.startsWith('<') || text.startsWith(tokens[at]?.text ?? '')),
  };
}

const interfaceOrDefault: ArgType = {
  ...existingInterface,
  read(tokens, at, range, live) {
    const text = tokens[at]?.text ?? '';
    if (text.length > 2 && 'default'.startsWith(text)) return { kind: 'value', taken: 1, value: 'default' };
    return existingInterface.read(tokens, at, range, live);
  },
  expect: (tokens, at, range, live) => [
    ...(existingInterface.expect?.(tokens, at, range, live) ?? []),
    ...('default'.startsWith(tokens[at]?.text ?? '') && tokens.length === at + 1
      ? [{ text: 'default', help: 'Default for all interfaces' }]
      : []),
  ],
};

export const LIST_TYPES: Readonly<Record<string, ArgType>> = {
  acl: listType(
    [
      [1, 199],
      [1300, 2699],
    ],
    told(
      ['<1-199>', 'IP access list (standard or extended)'],
      ['<1300-2699>', 'IP expanded access list (standard or extended)'],
      ['WORD', 'Access-list name'],
    ),
  ),
  'std-acl': listType(
    [
      [1, 99],
      [1300, 1999],
    ],
    told(
      ['<1-99>', 'Standard IP access-list number'],
      ['<1300-1999>', 'Standard IP access-list number (expanded range)'],
      ['WORD', 'Access-list name'],
    ),
  ),
  'ext-acl': listType(
    [
      [100, 199],
      [2000, 2699],
    ],
    told(
      ['<100-199>', 'Extended IP access-list number'],
      ['<2000-2699>', 'Extended IP access-list number (expanded range)'],
      ['WORD', 'Access-list name'],
    ),
  ),
  /** A cluster of route reflectors: a number or an address. RFC 4456 */
  'cluster-id': {
    ...oneWord(
      {
        form: 'A.B.C.D',
        read: (text) => (parseIp4(text) !== undefined || /^[1-9]\d{0,9}$/.test(text) ? text : undefined),
        good: (text) => /^[\d.]*/.exec(text)?.[0].length ?? 0,
        width: 25,
      },
      IOS_VALUES,
    ),
    expect: () =>
      told(
        ['<1-4294967295>', 'Route-Reflector Cluster-id as 32 bit quantity'],
        ['A.B.C.D', 'Route-Reflector Cluster-id in IP address format'],
      ),
  },
  'tcp-port': portType(TCP),
  'udp-port': portType(UDP),
  'af-interface': interfaceOrDefault,
  /** A terminal line, with its slot on larger boxes. */
  tty: oneWord(
    {
      form: '<0-1999>',
      read: (text) => (/^\d+(\/\d+){0,2}$/.test(text) ? text : undefined),
      good: (text) => /^\d*/.exec(text)?.[0].length ?? 0,
      width: 30,
    },
    IOS_VALUES,
  ),
};
