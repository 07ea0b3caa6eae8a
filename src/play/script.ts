// Script files: what is typed, and orders to the player. One item a line.

import { didYouMean } from '../base/nearest.ts';
import { err, ok, type Result } from '../base/result.ts';
import { keyBytes } from '../cli/keys.ts';
import type { Lab } from '../lab/lab.ts';
import { plugOf } from '../lab/ports.ts';
import { parseSpan, SPAN_EXPECTED } from '../lab/span.ts';
import type { Impairment } from '../sim/fault.ts';
import { type Micros, micros, seconds } from '../sim/time.ts';
import type { LinkWay } from './input.ts';

/** Where an item stands, for complaints. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

export type ScriptItem = Place &
  (
    | { readonly kind: 'goto'; readonly device: string; readonly session: number }
    | { readonly kind: 'settle'; readonly limit: Micros }
    | { readonly kind: 'wait'; readonly span: Micros }
    /** Bytes that a key sends, or text: no Enter follows. */
    | { readonly kind: 'keys'; readonly keys: string }
    | { readonly kind: 'link'; readonly link: string; readonly up: boolean; readonly way?: LinkWay }
    | { readonly kind: 'impair'; readonly link: string; readonly how: Impairment; readonly way?: LinkWay }
    | { readonly kind: 'power'; readonly device: string; readonly on: boolean }
    | { readonly kind: 'save'; readonly name: string }
    | { readonly kind: 'expect' | 'reject'; readonly text: string }
    | { readonly kind: 'line'; readonly text: string }
  );

export interface ScriptFault extends Place {
  readonly message: string;
}

/** `script.txt:3: there is no device "r9"` */
export const faultText = (fault: ScriptFault): string => `${fault.file}:${fault.line}: ${fault.message}`;

/** How long `.settle` runs at most when it does not say. */
export const SETTLE_DEFAULT = seconds(600);

type Parsed = Result<DistributiveOmit<ScriptItem, keyof Place>, string>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

const ORDERS: Readonly<Record<string, (rest: string, lab: Lab) => Parsed>> = {
  settle: (rest) =>
    rest === ''
      ? ok({ kind: 'settle', limit: SETTLE_DEFAULT })
      : spanOrder(rest, (limit) => ({ kind: 'settle', limit })),
  wait: (rest) => spanOrder(rest, (span) => ({ kind: 'wait', span })),
  key: (rest) => {
    const keys = keyBytes(rest);
    return keys === undefined ? err(`there is no key "${rest}"`) : ok({ kind: 'keys', keys });
  },
  type: (rest) => ok({ kind: 'keys', keys: rest }),
  cut: (rest, lab) => linkOrder(rest, lab, false),
  mend: (rest, lab) => linkOrder(rest, lab, true),
  power: (rest, lab) => powerOrder(rest, lab),
  link: (rest, lab) => impairOrder(rest, lab),
  save: (rest) => (rest === '' ? err('".save" without a name') : ok({ kind: 'save', name: rest })),
  expect: (rest) => (rest === '' ? err('".expect" without a text') : ok({ kind: 'expect', text: rest })),
  reject: (rest) => (rest === '' ? err('".reject" without a text') : ok({ kind: 'reject', text: rest })),
};

/** Reads a script for a lab. Everything it names must be there; all faults are gathered. */
export function parseScript(
  text: string,
  file: string,
  lab: Lab,
): Result<readonly ScriptItem[], readonly ScriptFault[]> {
  const items: ScriptItem[] = [];
  const faults: ScriptFault[] = [];
  for (const [i, raw] of text.split(/\r\n|\n/).entries()) {
    const place = { file, line: i + 1 };
    if (raw.trim() === '' || raw.startsWith('#')) continue;
    const parsed = parseItem(raw, lab);
    if (parsed.ok) items.push({ ...place, ...parsed.value });
    else faults.push({ ...place, message: parsed.error });
  }
  return faults.length > 0 ? err(faults) : ok(items);
}

function parseItem(raw: string, lab: Lab): Parsed {
  if (raw.startsWith('@')) return gotoOrder(raw.slice(1).trim(), lab);
  if (!raw.startsWith('.')) return ok({ kind: 'line', text: raw });
  const match = /^\.(\S*)\s?(.*)$/.exec(raw) as RegExpExecArray;
  const word = match[1] as string;
  const order = Object.hasOwn(ORDERS, word) ? ORDERS[word] : undefined;
  if (!order) return err(`there is no order ".${word}"${didYouMean(word, Object.keys(ORDERS))}`);
  // The text that is typed is taken as it stands; elsewhere blanks around do not count.
  return order(word === 'type' ? (match[2] as string) : (match[2] as string).trim(), lab);
}

/** A device of the lab, or why it is none. */
export function knownDevice(name: string, lab: Lab): Result<string, string> {
  const names = lab.devices.map((device) => device.name);
  return names.includes(name) ? ok(name) : err(`there is no device "${name}"${didYouMean(name, names)}`);
}

function gotoOrder(rest: string, lab: Lab): Parsed {
  const match = /^(\S+)(?:\s+(\d+))?$/.exec(rest);
  if (!match) return err(`"@${rest}" names no console; expected @DEVICE or @DEVICE NUMBER`);
  const device = knownDevice(match[1] as string, lab);
  const number = Number(match[2] ?? 1);
  if (!device.ok) return device;
  if (number < 1 || number > 16) return err(`console ${number}; expected 1 to 16`);
  return ok({ kind: 'goto', device: device.value, session: number - 1 });
}

function spanOrder(rest: string, make: (span: Micros) => DistributiveOmit<ScriptItem, keyof Place>): Parsed {
  const span = parseSpan(rest);
  return span === undefined ? err(`"${rest}" is no time; expected ${SPAN_EXPECTED}`) : ok(make(span));
}

function linkOrder(rest: string, lab: Lab, up: boolean): Parsed {
  const [end = '', direction, ...more] = rest.split(/\s+/);
  const at = wayOf(lab, end, direction);
  if (!at.ok) return at;
  if (more.length > 0 || (direction !== undefined && !at.value.way))
    return err(`"${[direction, ...more].join(' ')}" after ${end}; expected out, in or nothing`);
  return ok({ kind: 'link', ...at.value, up });
}

/** The link at a port, and the way that is named: `out` is what that port sends, `in` what it is to hear. */
function wayOf(
  lab: Lab,
  end: string,
  direction: string | undefined,
): Result<{ readonly link: string; readonly way?: LinkWay }, string> {
  const plug = plugOf(lab, end);
  if (!plug.ok) return plug;
  const { link, device, port } = plug.value;
  return direction === 'out' || direction === 'in'
    ? ok({ link: link.id, way: { device, port, direction } })
    : ok({ link: link.id });
}

function powerOrder(rest: string, lab: Lab): Parsed {
  const match = /^(\S+)\s+(on|off)$/.exec(rest);
  if (!match) return err(`".power ${rest}"; expected .power DEVICE on, or off`);
  const device = knownDevice(match[1] as string, lab);
  return device.ok ? ok({ kind: 'power', device: device.value, on: match[2] === 'on' }) : device;
}

function impairOrder(rest: string, lab: Lab): Parsed {
  const [end = '', ...words] = rest.split(/\s+/);
  const at = wayOf(lab, end, words[0]);
  if (!at.ok) return at;
  const settings = at.value.way ? words.slice(1) : words;
  if (settings.length === 0)
    return err('".link" without a setting; expected loss=1%, duplicate=1%, delay=20ms, jitter=5ms');
  let how: Impairment = {};
  for (const setting of settings) {
    const read = readSetting(setting);
    if (!read.ok) return read;
    how = { ...how, ...read.value };
  }
  return ok({ kind: 'impair', ...at.value, how });
}

const SHARES: Readonly<Record<string, 'lossPerMillion' | 'duplicatePerMillion'>> = {
  loss: 'lossPerMillion',
  duplicate: 'duplicatePerMillion',
};

function readSetting(setting: string): Result<Impairment, string> {
  const match = /^(loss|duplicate|delay|jitter)=(\S+)$/.exec(setting);
  const expected = 'loss=1%, duplicate=1%, delay=20ms or jitter=5ms';
  if (!match) return err(`"${setting}" is no setting of a link; expected ${expected}`);
  const [, name, value] = match as unknown as [string, string, string];
  const share = SHARES[name];
  if (share) {
    const percent = /^(\d{1,3}(?:\.\d{1,4})?)%?$/.exec(value);
    const perMillion = Math.round(Number(percent?.[1] ?? Number.NaN) * 10_000);
    if (!(perMillion <= 1_000_000)) return err(`"${value}" is no share; expected 0% to 100%`);
    return ok({ [share]: perMillion });
  }
  const span = value === '0' ? micros(0) : parseSpan(value);
  return span === undefined ? err(`"${value}" is no time; expected ${SPAN_EXPECTED}`) : ok({ [name]: span });
}
