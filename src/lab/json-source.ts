// JSON that remembers where each of its values stood (RFC 8259), so that an error can name the line.

import { err, ok, type Result } from '../base/result.ts';

/** One step into a document: a key or an index. */
export type JsonPath = readonly (string | number)[];

export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface JsonSource {
  readonly value: unknown;
  /** Line of what is there, or of the nearest thing around it. */
  lineOf(path: JsonPath): number;
  /** What is there; undefined when nothing is. */
  at(path: JsonPath): unknown;
}

/** Deeper nesting is refused. */
const DEPTH_MAX = 100;

class Stop extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const pathKey = (path: JsonPath): string => JSON.stringify(path);

class Reader {
  readonly lines = new Map<string, number>();
  readonly #text: string;
  #at = 0;
  #line = 1;
  readonly #path: (string | number)[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  document(): unknown {
    const value = this.#value();
    this.#blank();
    if (this.#at < this.#text.length) this.#stop('nothing more was expected here');
    return value;
  }

  #stop(message: string, at = this.#at): never {
    throw new Stop(message, at);
  }

  #blank(): void {
    for (; this.#at < this.#text.length; this.#at++) {
      const c = this.#text[this.#at];
      if (c === '\n') this.#line++;
      else if (c !== ' ' && c !== '\t' && c !== '\r') return;
    }
  }

  #value(): unknown {
    this.#blank();
    if (this.#path.length > DEPTH_MAX) this.#stop('nested too deep');
    this.lines.set(pathKey(this.#path), this.#line);
    const c = this.#text[this.#at];
    if (c === '{') return this.#object();
    if (c === '[') return this.#array();
    if (c === '"') return this.#string();
    const word = /[^\s,:[\]{}"]*/y;
    word.lastIndex = this.#at;
    const token = word.exec(this.#text)?.[0] ?? '';
    if (token === 'true' || token === 'false' || token === 'null') {
      this.#at += token.length;
      return token === 'null' ? null : token === 'true';
    }
    if (!/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(token))
      this.#stop(token === '' ? this.#instead('a value') : `"${token}" is no JSON value`);
    this.#at += token.length;
    return Number(token);
  }

  #instead(wanted: string): string {
    const c = this.#text[this.#at];
    return c === undefined ? `the file ends where ${wanted} was expected` : `found "${c}" where ${wanted} was expected`;
  }

  #expect(c: string): void {
    this.#blank();
    if (this.#text[this.#at] !== c) this.#stop(this.#instead(`"${c}"`));
    this.#at++;
  }

  #object(): unknown {
    const object: Record<string, unknown> = {};
    this.#at++;
    this.#blank();
    if (this.#text[this.#at] === '}') {
      this.#at++;
      return object;
    }
    for (;;) {
      this.#blank();
      const start = this.#at;
      const line = this.#line;
      if (this.#text[this.#at] !== '"') this.#stop(this.#instead('a name in double quotes'));
      const key = this.#string();
      if (Object.hasOwn(object, key)) this.#stop(`"${key}" stands here twice`, start);
      this.#expect(':');
      this.#path.push(key);
      const value = this.#value();
      this.lines.set(pathKey(this.#path), line);
      this.#path.pop();
      // `__proto__` must be a key like any other.
      Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
      this.#blank();
      if (this.#text[this.#at] === ',') {
        this.#at++;
        continue;
      }
      if (this.#text[this.#at] !== '}') this.#stop(this.#instead('"," or "}"'));
      this.#at++;
      return object;
    }
  }

  #array(): unknown {
    const array: unknown[] = [];
    this.#at++;
    this.#blank();
    if (this.#text[this.#at] === ']') {
      this.#at++;
      return array;
    }
    for (;;) {
      this.#path.push(array.length);
      array.push(this.#value());
      this.#path.pop();
      this.#blank();
      if (this.#text[this.#at] === ',') {
        this.#at++;
        continue;
      }
      if (this.#text[this.#at] !== ']') this.#stop(this.#instead('"," or "]"'));
      this.#at++;
      return array;
    }
  }

  #string(): string {
    const start = this.#at;
    let end = start + 1;
    for (; end < this.#text.length && this.#text[end] !== '"'; end++) {
      if (this.#text[end] === '\n') this.#stop('the line ends inside a text', start);
      if (this.#text[end] === '\\') end++;
    }
    if (end >= this.#text.length) this.#stop('a text without its closing quote', start);
    this.#at = end + 1;
    try {
      return JSON.parse(this.#text.slice(start, end + 1)) as string;
    } catch {
      return this.#stop('a text with a wrong escape or a control character', start);
    }
  }
}

/** Reads a document; the first thing that is wrong ends it. */
export function parseJson(text: string): Result<JsonSource, JsonFault> {
  const reader = new Reader(text);
  try {
    const value = reader.document();
    return ok({
      value,
      lineOf(path) {
        for (let length = path.length; length >= 0; length--) {
          const line = reader.lines.get(pathKey(path.slice(0, length)));
          if (line !== undefined) return line;
        }
        return 1;
      },
      at: (path) =>
        path.reduce<unknown>((inside, step) => (inside as Record<string, unknown> | undefined)?.[step], value),
    });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const before = text.slice(0, error.at).split('\n');
    return err({ line: before.length, column: (before.at(-1) as string).length + 1, message: error.message });
  }
}
