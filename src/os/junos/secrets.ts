// Keys as `$9$` hides them: each character becomes a few others, told by their distances from the one before.
// Source: the format as public decoders describe it (Crypt::Juniper on CPAN; strings of one key in captured configurations).

/** Characters in four families; a string that begins with one of family n goes on with 3 - n that mean nothing. */
const FAMILIES = ['QzF3n6/9CAtpu0O', 'B1IREhcSyrleKvMW8LXx', '7N-dVbwsY2g4oaJZGUDj', 'iHkq.mPf5T'] as const;
const ALPHABET = FAMILIES.join('');
/** What the distances of a character count, by its place in the key. */
const WEIGHTS: readonly (readonly number[])[] = [
  [1, 4, 32],
  [1, 16, 32],
  [1, 8, 32],
  [1, 64],
  [1, 32],
  [1, 4, 16, 128],
  [1, 32, 64],
];
const MAGIC = '$9$';

const weightsAt = (place: number): readonly number[] => WEIGHTS[place % WEIGHTS.length] ?? [];
const fillers = (first: string): number => 3 - FAMILIES.findIndex((family) => family.includes(first));

/** How far a character stands behind the one before it in the alphabet, which has no end. */
const distance = (from: string, to: string): number =>
  (ALPHABET.indexOf(to) - ALPHABET.indexOf(from) - 1 + ALPHABET.length) % ALPHABET.length;

/** The key behind `$9$…`; another text is itself. Undefined: nothing that Junos wrote. */
export function reveal9(text: string): string | undefined {
  if (!text.startsWith(MAGIC)) return text;
  const body = text.slice(MAGIC.length);
  const first = body[0];
  if (first === undefined || [...body].some((one) => !ALPHABET.includes(one))) return undefined;
  let key = '';
  let last = first;
  for (let at = 1 + fillers(first); at < body.length; ) {
    const weights = weightsAt(key.length);
    if (at + weights.length > body.length) return undefined;
    let code = 0;
    for (const weight of weights) {
      const next = body[at++] as string;
      code += distance(last, next) * weight;
      last = next;
    }
    key += String.fromCharCode(code % 256);
  }
  return key;
}

/** The distances that make a code, the heaviest first taken; the last weight has the rest. */
function distances(code: number, weights: readonly number[]): readonly number[] {
  const parts: number[] = [];
  let rest = code;
  for (const weight of [...weights].reverse()) {
    parts.unshift(Math.floor(rest / weight));
    rest %= weight;
  }
  return parts;
}

/** A key as Junos keeps it. `salt`: the character it begins with; its family decides how many more of them follow. */
export function hide9(key: string, salt: string): string {
  let text = salt + salt.repeat(fillers(salt));
  let last = salt;
  [...key].forEach((character, place) => {
    for (const gap of distances(character.charCodeAt(0), weightsAt(place))) {
      last = ALPHABET[(ALPHABET.indexOf(last) + gap + 1) % ALPHABET.length] as string;
      text += last;
    }
  });
  return MAGIC + text;
}
