// Reading and offering interface names where a command wants one.
// Source: `interface ?`, `interface GigabitEthernet0/?` of IOS 15.x.

import type { ArgType, Live, Offer, Reading, Token } from '../../language/spec.ts';
import { INTERFACE_CLASSES, type InterfaceClass, nameParts, SUBINTERFACE_MAX } from './interface-names.ts';

/** Which names will do: those that exist, or also those that come into being by being named. */
type Wanted = 'existing' | 'new';

const existing = (live: Live): readonly string[] => live.offers('interface').map((offer) => offer.text);

/** Classes that could be meant on this box. */
function classesHere(live: Live, wanted: Wanted): readonly InterfaceClass[] {
  const here = new Set(existing(live).map((name) => nameParts(name).className));
  const makes = ({ name, numbers, xe }: InterfaceClass): boolean =>
    numbers !== undefined && (wanted === 'new' || name === 'Null') && (!xe || live.offers('xe').length > 0);
  return INTERFACE_CLASSES.filter((one) => here.has(one.name) || makes(one));
}

/** A word and perhaps a second one: the letters of the class, and what stands where numbers should. */
interface Split {
  readonly letters: string;
  readonly digits: string;
  /** Tokens taken. */
  readonly taken: number;
  /** Columns from the first token's first character to the first digit. */
  readonly lead: number;
}

function split(tokens: readonly Token[], at: number): Split | undefined {
  const first = tokens[at];
  if (!first || first.text === '') return undefined;
  const letters = /^[A-Za-z-]*/.exec(first.text)?.[0] ?? '';
  const rest = first.text.slice(letters.length);
  const next = tokens[at + 1];
  if (rest !== '' || !next || !/^(\d|$)/.test(next.text))
    return { letters, digits: rest, taken: 1, lead: letters.length };
  return { letters, digits: next.text, taken: 2, lead: next.start - first.start };
}

function read(tokens: readonly Token[], at: number, live: Live, wanted: Wanted): Reading {
  const last = (taken: number): boolean => at + taken === tokens.length;
  const parts = split(tokens, at);
  if (!parts) return last(1) || last(0) ? { kind: 'partial', more: true } : { kind: 'bad', good: 0 };
  const { letters, digits, taken, lead } = parts;
  const classes = classesHere(live, wanted);
  const fitting = letters === '' ? [] : classes.filter(({ name }) => begins(name, letters));
  const exact = fitting.find(({ name }) => name.length === letters.length);
  const chosen = exact ? [exact] : fitting;
  if (chosen.length === 0) return { kind: 'bad', good: goodLetters(classes, letters) };
  if (digits === '') return last(taken) ? { kind: 'partial', more: true } : { kind: 'bad', good: letters.length };
  for (const one of chosen) {
    const name = named(one, digits, live, wanted);
    if (name !== undefined) return { kind: 'value', taken, value: name };
  }
  const good = Math.max(...chosen.map((one) => goodDigits(one, digits, live, wanted)));
  if (good === digits.length && last(taken)) return { kind: 'partial', more: true };
  return { kind: 'bad', good: lead + good };
}

const begins = (name: string, letters: string): boolean => name.toLowerCase().startsWith(letters.toLowerCase());

function goodLetters(classes: readonly InterfaceClass[], letters: string): number {
  let good = 0;
  while (good < letters.length && classes.some(({ name }) => begins(name, letters.slice(0, good + 1)))) good++;
  return good;
}

/** The canonical name; undefined when there is no such interface and none may be made. */
function named(one: InterfaceClass, digits: string, live: Live, wanted: Wanted): string | undefined {
  const [, numbers, sub] = /^(\d+(?:\/\d+)*(?::\d+)?)(?:\.(\d+))?$/.exec(digits) ?? [];
  if (numbers === undefined) return undefined;
  const main = one.name + numbers.replace(/\d+/g, (number) => String(Number(number)));
  const name = sub === undefined ? main : `${main}.${Number(sub)}`;
  const known = existing(live);
  if (known.includes(name)) return name;
  if (one.numbers) {
    const [low, high] = one.numbers;
    const number = Number(numbers);
    if (numbers.includes('/') || sub !== undefined || number < low || number > high) return undefined;
    return wanted === 'new' || one.name === 'Null' ? name : undefined;
  }
  const makes = wanted === 'new' && sub !== undefined && Number(sub) <= SUBINTERFACE_MAX;
  return makes && known.includes(main) ? name : undefined;
}

function goodDigits(one: InterfaceClass, digits: string, live: Live, wanted: Wanted): number {
  let good = 0;
  while (good < digits.length && couldBe(one, digits.slice(0, good + 1), live, wanted)) good++;
  return good;
}

function couldBe(one: InterfaceClass, digits: string, live: Live, wanted: Wanted): boolean {
  const text = one.name + digits;
  const known = existing(live);
  if (known.some((name) => name.startsWith(text))) return true;
  if (wanted === 'existing' && one.name !== 'Null') return false;
  if (one.numbers) return /^\d+$/.test(digits) && Number(digits) <= one.numbers[1];
  const [main, sub, more] = text.split('.');
  return (
    sub !== undefined &&
    more === undefined &&
    known.includes(main ?? '') &&
    /^\d*$/.test(sub) &&
    Number(sub) <= SUBINTERFACE_MAX
  );
}

/** What may stand where the cursor is: a class, or the next number. */
function expect(tokens: readonly Token[], at: number, live: Live, wanted: Wanted): readonly Offer[] {
  const classes = classesHere(live, wanted);
  const first = tokens[at];
  if (!first) return [];
  const cursor = tokens[tokens.length - 1] as Token;
  const letters = /^[A-Za-z-]*/.exec(first.text)?.[0] ?? '';
  if (tokens.length === at + 1 && letters.length === first.text.length)
    return classes.filter(({ name }) => begins(name, letters)).map(({ name, help }) => ({ text: name, help }));
  const typed = tokens.length === at + 1 ? first.text.slice(letters.length) : cursor.text;
  const fitting = classes.filter(({ name }) => begins(name, letters));
  return fitting.slice(0, 1).flatMap((one) => numberOffers(one, typed, live));
}

/** `<0-15>  GigabitEthernet interface number` behind `GigabitEthernet0/`. */
function numberOffers(one: InterfaceClass, typed: string, live: Live): readonly Offer[] {
  const lead = typed.replace(/\d*$/, '');
  if (lead.endsWith('.')) return [range(0, SUBINTERFACE_MAX, one)];
  if (one.numbers) return lead === '' ? [range(...one.numbers, one)] : [];
  const next = existing(live)
    .filter((name) => name.startsWith(one.name + lead) && !name.includes('.'))
    .map((name) => Number.parseInt(name.slice(one.name.length + lead.length), 10))
    .filter((number) => !Number.isNaN(number));
  return next.length === 0 ? [] : [range(Math.min(...next), Math.max(...next), one)];
}

const range = (low: number, high: number, { name }: InterfaceClass): Offer => ({
  text: `<${low}-${high}>`,
  help: `${name} interface number`,
  placeholder: true,
});

const interfaceType = (wanted: Wanted): ArgType => ({
  placeholder: () => 'interface',
  read: (tokens, at, _range, live) => read(tokens, at, live, wanted),
  expect: (tokens, at, _range, live) => expect(tokens, at, live, wanted),
  width: 5,
});

/** An interface that is there. */
export const existingInterface: ArgType = interfaceType('existing');

/** An interface that is there, or one that comes into being: a loopback, a tunnel, a sub-interface. */
export const newInterface: ArgType = interfaceType('new');

/** `gi0/0 - 3 , lo0`: interfaces of `interface range`, as one value, names separated by commas. */
export const interfaceRange: ArgType = {
  placeholder: () => 'interface',
  read(typed, at, _range, live): Reading {
    const names: string[] = [];
    const { tokens, from } = apart(typed, at);
    let next = at;
    for (;;) {
      const one = read(tokens, next, live, 'new');
      if (one.kind === 'bad') return { kind: 'bad', good: columnOf(tokens, at, next) + one.good };
      if (one.kind === 'partial') return one;
      next += one.taken;
      const joined = upTo(tokens, next, one.value, live);
      if (typeof joined === 'number') return { kind: 'bad', good: columnOf(tokens, at, next) + joined };
      names.push(...joined.names);
      next += joined.taken;
      if (tokens[next]?.text !== ',')
        return { kind: 'value', taken: (from[next] ?? typed.length) - at, value: names.join(',') };
      next++;
    }
  },
  expect: (tokens, at, _range, live) => expect(tokens, at, live, 'new'),
  width: 5,
};

/** `gi0/0-3,gi0/5`: as if there were blanks; `from`: the token as it was typed that each was part of. */
function apart(typed: readonly Token[], at: number): { readonly tokens: readonly Token[]; readonly from: number[] } {
  const tokens: Token[] = [];
  const from: number[] = [];
  for (const [i, token] of typed.entries()) {
    const parts = i < at ? null : token.text.match(/,|-\d*|[^,-]+(?:-[A-Za-z][^,-]*)*/g);
    let start = token.start;
    for (const text of parts?.join('') === token.text ? parts : [token.text]) {
      const end = parts ? start + text.length : token.end;
      tokens.push({ ...token, text, start, end });
      from.push(i);
      start = end;
    }
  }
  return { tokens, from };
}

const columnOf = (tokens: readonly Token[], at: number, next: number): number =>
  (tokens[next]?.start ?? tokens.at(-1)?.end ?? 0) - (tokens[at]?.start ?? 0);

/** `- 3` behind `GigabitEthernet0/0`: the names from there to number 3; a number: characters that were good. */
function upTo(
  tokens: readonly Token[],
  at: number,
  from: string,
  live: Live,
): { readonly names: readonly string[]; readonly taken: number } | number {
  const dash = tokens[at]?.text;
  if (dash === undefined || !dash.startsWith('-')) return { names: [from], taken: 0 };
  const digits = dash === '-' ? (tokens[at + 1]?.text ?? '') : dash.slice(1);
  if (!/^\d{1,4}$/.test(digits)) return dash === '-' ? 2 : 1;
  const [, lead = '', low = '0'] = /^(.*?)(\d+)$/.exec(from) ?? [];
  const names: string[] = [];
  for (let number = Number(low); number <= Number(digits); number++) names.push(`${lead}${number}`);
  const known = existing(live);
  if (names.length === 0 || (!/^Loopback|^Tunnel/.test(lead) && !names.every((name) => known.includes(name)))) return 2;
  return { names, taken: dash === '-' ? 2 : 1 };
}
