// Lists of AS paths: patterns over their text, or over their numbers.

import { compileRegex } from '../base/regex.ts';
import { type AsPath, pathText } from '../route/as-path.ts';
import { asnPattern } from './asn-pattern.ts';

/** 'text': a POSIX expression, `_` any delimiter, that fits some part of the path as it is printed. 'numbers': ASs. */
export interface PathPattern {
  readonly syntax: 'text' | 'numbers';
  readonly pattern: string;
}

export interface PathEntry {
  readonly verdict: 'permit' | 'deny';
  readonly pattern: PathPattern;
}

export interface PathList {
  readonly name: string;
  /** In the order in which they are tried. */
  readonly entries: readonly PathEntry[];
}

/** Answers of one list, by the paths that it was asked. Paths are values: routes of one message share theirs. */
interface Reader {
  readonly tests: readonly ((path: AsPath) => boolean)[];
  readonly answers: WeakMap<AsPath, boolean>;
}

const readers = new WeakMap<PathList, Reader>();

function testOf({ syntax, pattern }: PathPattern): (path: AsPath) => boolean {
  if (syntax === 'numbers') {
    const numbers = asnPattern(pattern);
    return numbers.ok ? numbers.value : () => false;
  }
  const regex = compileRegex(pattern, { underscore: 'delimiter' });
  return regex.ok ? (path) => regex.value.test(pathText(path)) : () => false;
}

function readerOf(list: PathList): Reader {
  const known = readers.get(list);
  if (known) return known;
  const made: Reader = { tests: list.entries.map(({ pattern }) => testOf(pattern)), answers: new WeakMap() };
  readers.set(list, made);
  return made;
}

/** Does the list let this path through? What no entry fits it does not. */
export function permitsPath(list: PathList, path: AsPath): boolean {
  const reader = readerOf(list);
  const known = reader.answers.get(path);
  if (known !== undefined) return known;
  const at = reader.tests.findIndex((test) => test(path));
  const answer = list.entries[at]?.verdict === 'permit';
  reader.answers.set(path, answer);
  return answer;
}
