// A line into keys: damaged, interrupted, or random altogether.

import type { Dice } from './dice.ts';

const ESCAPES = [
  '\x1b[A',
  '\x1b[B',
  '\x1b[C',
  '\x1b[D',
  '\x1b[3~',
  '\x1b[1;5D',
  '\x1bOH',
  '\x1b[F',
  '\x1bb',
  '\x1bd',
  '\x1bf',
  '\x1bu',
  '\x1bc',
  '\x1b/',
  '\x1b\x7f',
  '\x1b[200~',
  '\x1b[201~',
  '\x1b[',
  '\x1b[99999999999;',
  '\x1b',
  '\x1b\x1b',
];
/** Ctrl-A to Ctrl-_, but for those that a seat must be brought back from at once. */
const control = (dice: Dice): string => String.fromCharCode(dice.below(32));

const JUNK = [
  '4294967296',
  '99999999999999999999',
  '-1',
  '1e9',
  '0x',
  '00010.0.0.1',
  '300.1.1.1',
  '1.2.3.4.5',
  '10.0.0.1/33',
  '::',
  ':::',
  '1:2:3:4:5:6:7:8:9',
  '"',
  '"unclosed text',
  '""',
  "'",
  '\\',
  '[',
  ']',
  '[ a b',
  '{',
  '}',
  ';',
  '|',
  '||',
  '!',
  '#',
  '/*',
  '*/',
  '##',
  '*',
  '<*>',
  '.',
  '..',
  '%',
  '$(x)',
  '(a+)+$',
  '(((((',
  'no',
  'do',
  'run',
  'top',
  'up',
  '__proto__',
  'constructor',
  'toString',
  'ä',
  '日本語',
  '\u{1f600}',
  '\ud800',
  '\u0301',
  '\u00a0',
  '\u2028',
];

const character = (dice: Dice): string =>
  dice.weighed<() => string>([
    [6, () => String.fromCharCode(dice.between(32, 126))],
    [2, () => control(dice)],
    [1, () => String.fromCharCode(dice.between(127, 255))],
    [1, () => String.fromCharCode(dice.below(0x10000))],
    [1, () => dice.pick(ESCAPES)],
  ])();

/** Anything that a terminal, or a cat on it, may send. */
export const noise = (dice: Dice): string =>
  Array.from(
    {
      length: dice.weighed([
        [9, dice.below(30)],
        [1, dice.below(400)],
      ]),
    },
    () => character(dice),
  ).join('');

const junk = (dice: Dice): string =>
  dice.weighed<() => string>([
    [40, () => dice.pick(JUNK)],
    [2, () => noise(dice)],
    [1, () => dice.pick(['x', 'ab ', '9', '"', '[ ', '| ', '(']).repeat(dice.between(100, 500))],
  ])();

type Change = (words: readonly string[], dice: Dice) => readonly string[];

const at = (words: readonly string[], dice: Dice): number => dice.below(words.length);

const CHANGES: readonly (readonly [number, Change])[] = [
  [3, (words, dice) => words.slice(0, dice.below(words.length) + 1)],
  [3, (words, dice) => words.toSpliced(at(words, dice), 1)],
  [2, (words, dice) => words.toSpliced(at(words, dice), 0, words[at(words, dice)] as string)],
  [
    2,
    (words, dice) => {
      const [i, j] = [at(words, dice), at(words, dice)];
      return words.with(i, words[j] as string).with(j, words[i] as string);
    },
  ],
  [5, (words, dice) => words.with(at(words, dice), junk(dice))],
  [3, (words, dice) => words.toSpliced(dice.below(words.length + 1), 0, junk(dice))],
  // A beginning of a word.
  [
    5,
    (words, dice) => {
      const i = at(words, dice);
      const word = words[i] as string;
      return words.with(i, word.slice(0, dice.below(word.length + 1)));
    },
  ],
  [1, (words, dice) => words.map((word) => (dice.once(2) ? word.toUpperCase() : word))],
  [2, (words, dice) => words.with(at(words, dice), String(dice.below(2 ** 32)))],
];

/** A line with words cut, doubled, swapped, shortened, replaced. */
export function damaged(line: string, dice: Dice): string {
  let words: readonly string[] = line.split(' ');
  for (let changes = dice.between(1, 3); changes > 0 && words.length > 0; changes--)
    words = dice.weighed(CHANGES)(words, dice);
  return words.join(dice.once(20) ? '  ' : ' ');
}

/** Keys in the middle of a line: help, completion, movement, control keys. */
function interrupted(line: string, dice: Dice): string {
  let keys = line;
  for (let more = dice.between(1, 3); more > 0; more--) {
    const place = dice.once(2) ? keys.length : dice.below(keys.length + 1);
    const key = dice.weighed<() => string>([
      [5, () => '?'],
      [5, () => '\t'],
      [2, () => ' '],
      [3, () => control(dice)],
      [3, () => dice.pick(ESCAPES)],
      [1, () => '\x7f'.repeat(dice.between(1, 30))],
      [1, () => noise(dice)],
    ])();
    keys = keys.slice(0, place) + key + keys.slice(place);
  }
  return keys;
}

/** How a line ends: mostly with Enter, sometimes left as it is. */
const ending = (dice: Dice): string =>
  dice.weighed([
    [30, '\r'],
    [3, '\n'],
    [2, '\r\n'],
    [2, '?'],
    [2, '?\x15'],
    [1, '\t'],
    [1, '\x1a'],
    [1, '\x03'],
    [1, '\x04'],
    [1, ''],
  ]);

/** What is pressed for a line: half of them as they are, the others with something wrong. */
export function keysFor(line: string, dice: Dice): string {
  const text = dice.below(5) < 3 ? line : damaged(line, dice);
  return (dice.once(5) ? interrupted(text, dice) : text) + ending(dice);
}
