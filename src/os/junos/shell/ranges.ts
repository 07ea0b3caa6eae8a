// Numbers in brackets of `wildcard range`.    Source: "Using Wildcards with the Interfaces" (CLI user guide): `[0-3,7,!2]`.

import type { Token } from '../../../language/spec.ts';

const RANGE = /\[([0-9!,\s-]+)\]/;
/** More numbers than this nobody means. */
const MOST = 10_000;

/** The numbers of `0-3,7,!2`; undefined: it is no range. */
function numbersOf(text: string): readonly number[] | undefined {
  const wanted = new Set<number>();
  const unwanted = new Set<number>();
  for (const part of text.split(',')) {
    const found = /^\s*(!?)(\d{1,9})(?:-(\d{1,9}))?\s*$/.exec(part);
    if (!found) return undefined;
    const [low, high] = [Number(found[2]), Number(found[3] ?? found[2])];
    if (high < low || high - low > MOST) return undefined;
    for (let number = low; number <= high; number++) (found[1] === '!' ? unwanted : wanted).add(number);
  }
  return [...wanted].filter((number) => !unwanted.has(number)).sort((a, b) => a - b);
}

/** A range that begins a word was cut at its brackets: it is one word again. */
function rejoined(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined[joined.length - 1];
    const inside = last?.text.startsWith('[') && !last.text.endsWith(']') && !last.quoted && last.end === token.start;
    if (last && inside) joined[joined.length - 1] = { ...last, text: last.text + token.text, end: token.end };
    else joined.push(token);
  }
  return joined;
}

/** Every line that a line with ranges stands for: the last range changes fastest. */
export const expandRanges = (tokens: readonly Token[]): readonly (readonly Token[])[] => expanded(rejoined(tokens));

function expanded(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const at = tokens.findIndex(({ text, quoted }) => !quoted && RANGE.test(text));
  const token = tokens[at];
  const numbers = token && numbersOf(RANGE.exec(token.text)?.[1] ?? '');
  if (!token || !numbers) return [tokens];
  return numbers.slice(0, MOST).flatMap((number) => {
    const text = token.text.replace(RANGE, String(number));
    return expanded(tokens.with(at, { ...token, text }));
  });
}

/** The first of them: what completion looks at. */
export const firstOfRanges = (tokens: readonly Token[]): readonly Token[] =>
  tokens.some(({ text }) => text.includes('[')) ? (expandRanges(tokens)[0] ?? tokens) : tokens;
