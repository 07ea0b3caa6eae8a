// The words after a verb: options with and without a value, and what stands for itself, in the order they came.

import { didYouMean } from '../base/nearest.ts';
import { err, ok, type Result } from '../base/result.ts';

/** What a verb understands. */
export interface Grammar {
  /** Long names with what their value is called, or `flag`. */
  readonly options: Readonly<Record<string, 'flag' | string>>;
  /** One-letter names of long ones. */
  readonly short?: Readonly<Record<string, string>>;
  /** Options that may be given more than once. */
  readonly many?: readonly string[];
  /** Names of what must stand for itself; with `…` behind the last, one or more; in brackets: may be left out. */
  readonly words: readonly string[];
}

export interface Given {
  /** The value of an option, the last one given. */
  text(name: string): string | undefined;
  flag(name: string): boolean;
  /** Options in the order they came. */
  readonly order: readonly { readonly name: string; readonly value: string }[];
  readonly words: readonly string[];
}

/** Reads the words after a verb; what does not fit is told in a sentence. */
export function readArguments(args: readonly string[], grammar: Grammar): Result<Given, string> {
  const order: { name: string; value: string }[] = [];
  const words: string[] = [];
  const queue = [...args];
  for (let arg = queue.shift(); arg !== undefined; arg = queue.shift()) {
    if (arg === '--') {
      words.push(...queue.splice(0));
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      words.push(arg);
      continue;
    }
    const option = readOption(arg, grammar, () => queue.shift());
    if (!option.ok) return option;
    const { name } = option.value;
    if (order.some((one) => one.name === name) && !grammar.many?.includes(name) && grammar.options[name] !== 'flag')
      return err(`--${name} is given twice`);
    order.push(option.value);
  }
  const enough = checkWords(words, grammar.words);
  if (!enough.ok) return enough;
  return ok({
    text: (name) => order.findLast((one) => one.name === name)?.value,
    flag: (name) => order.some((one) => one.name === name),
    order,
    words,
  });
}

function readOption(
  arg: string,
  grammar: Grammar,
  next: () => string | undefined,
): Result<{ readonly name: string; readonly value: string }, string> {
  const long = /^--([^=]+)(?:=(.*))?$/s.exec(arg);
  const typed = long ? `--${long[1]}` : arg.slice(0, 2);
  const name = long ? (long[1] as string) : (grammar.short?.[arg[1] as string] ?? '');
  const kind = Object.hasOwn(grammar.options, name) ? grammar.options[name] : undefined;
  if (kind === undefined) {
    const guess = long ? didYouMean(long[1] as string, Object.keys(grammar.options)) : '';
    return err(`unknown option ${typed}${guess.replace('"', '"--')}`);
  }
  const attached = long ? long[2] : arg.length > 2 ? arg.slice(2) : undefined;
  if (kind === 'flag') return attached === undefined ? ok({ name, value: '' }) : err(`${typed} takes no value`);
  const value = attached ?? next();
  return value === undefined ? err(`${typed} needs a value: ${kind}`) : ok({ name, value });
}

function checkWords(words: readonly string[], wanted: readonly string[]): Result<void, string> {
  const needed = wanted.filter((name) => !name.startsWith('['));
  const missing = needed[words.length];
  if (missing !== undefined) return err(`${missing.replace('…', '')} is missing`);
  const most = wanted.at(-1)?.includes('…') ? Number.POSITIVE_INFINITY : wanted.length;
  return words.length > most ? err(`"${words[most]}" is one word too many`) : ok(undefined);
}
