// `$9$`: secrets as Junos hides them from a glance, and how they are read again.
// Source: the form as it stands in configurations (`$9$LbHX-wg4Z` for `lc`, documentation of Crypt::Juniper); nothing of it
// is a secret: the key is the alphabet.

import { must } from '../../base/must.ts';

/** Letters in the order of their numbers. How many letters follow the first one for nothing depends on its row. */
const ROWS = ['QzF3n6/9CAtpu0O', 'B1IREhcSyrleKvMW8LXx', '7N-dVbwsY2g4oaJZGUDj', 'iHkq.mPf5T'];
const LETTERS = ROWS.join('');
/** What the distances between letters count for, one row a character of the secret. */
const WEIGHTS = [
  [1, 4, 32],
  [1, 16, 32],
  [1, 8, 32],
  [1, 64],
  [1, 32],
  [1, 4, 16, 128],
  [1, 32, 64],
] as const;
const MARK = '$9$';

/** The secret behind `$9$…`; another text is itself. Undefined: nothing that Junos wrote. */
export function reveal9(text: string): string | undefined {
  if (!text.startsWith(MARK)) return text;
  const letters = [...text.slice(MARK.length)];
  const first = letters[0] ?? '';
  const row = ROWS.findIndex((each) => each.includes(first));
  if (first === '' || row < 0) return undefined;
  let before = first;
  let at = 1 + (ROWS.length - 1 - row);
  let plain = '';
  while (at < letters.length) {
    const weights = WEIGHTS[plain.length % WEIGHTS.length] ?? [];
    const group = letters.slice(at, at + weights.length);
    if (group.length < weights.length || group.some((letter) => !LETTERS.includes(letter))) return undefined;
    let code = 0;
    for (const [i, letter] of group.entries()) {
      code += distance(before, letter) * (weights[i] ?? 0);
      before = letter;
    }
    plain += String.fromCharCode(code % 256);
    at += weights.length;
  }
  return plain;
}

function distance(from: string, to: string): number {
  const [a, b] = [LETTERS.indexOf(from), LETTERS.indexOf(to)];
  must(a >= 0 && b >= 0, 'letters of the alphabet');
  return ((b - a + LETTERS.length) % LETTERS.length) - 1;
}
