// The terminal of the plain mode: lines in and sentences out, or, at a console, bytes both ways. No cursor motion.

import { StringDecoder } from 'node:string_decoder';
import type { KeySource } from '../key-router.ts';
import { wrapWords } from '../wrap-words.ts';

export interface PlainSource extends KeySource {
  on(event: 'data', listener: (chunk: Buffer) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  off(event: 'data', listener: (chunk: Buffer) => void): unknown;
  off(event: 'end', listener: () => void): unknown;
}

export interface PlainSink {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  write(text: string): unknown;
}

/** Wider than this nobody wants to read sentences. */
const READING_COLUMNS = 100;

export class PlainTerminal {
  readonly #source: PlainSource;
  readonly #sink: PlainSink;
  readonly #decoder = new StringDecoder('utf8');
  /** What has come and nobody has taken. */
  #waiting = '';
  #ended = false;
  #reader: ((line: string | undefined) => void) | undefined = undefined;
  #raw: ((keys: string) => void) | undefined = undefined;
  /** The last row has text on it. */
  #midLine = false;
  readonly #data = (chunk: Buffer): void => this.#hear(this.#decoder.write(chunk));
  readonly #end = (): void => {
    this.#ended = true;
    this.#serve();
    if (this.#raw !== undefined) this.onEnd();
  };
  /** The input is over while a console has it. */
  onEnd: () => void = () => {};

  constructor(source: PlainSource, sink: PlainSink) {
    this.#source = source;
    this.#sink = sink;
    source.on('data', this.#data);
    source.on('end', this.#end);
    source.resume();
  }

  /** A person sits at the keyboard; otherwise lines come from a pipe. */
  get interactive(): boolean {
    return this.#source.isTTY === true;
  }
  get size(): { readonly columns: number; readonly rows: number } {
    return { columns: this.#sink.columns || 80, rows: this.#sink.rows || 24 };
  }

  /** The next line; undefined when there are no more. */
  next(): Promise<string | undefined> {
    return new Promise((resolve) => {
      this.#reader = resolve;
      this.#serve();
    });
  }

  /** One line that is typed at a prompt; undefined when there are no more. */
  async line(prompt: string): Promise<string | undefined> {
    this.freshLine();
    this.print(prompt);
    const line = await this.next();
    // A terminal shows what is typed; a pipe does not.
    if (this.interactive && line !== undefined) this.#midLine = false;
    else this.print(`${line ?? ''}\n`);
    return line;
  }

  /**
   * Keys as they come, until the returned function is called with what does not belong to them any more. What was typed
   * ahead comes first.
   */
  keys(hear: (keys: string) => void): (rest: string) => void {
    this.#source.setRawMode?.(true);
    this.#raw = hear;
    const ahead = this.#waiting;
    this.#waiting = '';
    if (ahead !== '') hear(ahead.replaceAll('\n', '\r'));
    return (rest) => {
      this.#raw = undefined;
      this.#waiting += rest;
      this.#source.setRawMode?.(false);
    };
  }

  /** A sentence, or a paragraph of them, on rows of its own. */
  say(text: string): void {
    this.freshLine();
    const { columns } = this.size;
    const lines = this.#sink.isTTY === true ? wrapWords(text, Math.min(columns, READING_COLUMNS)) : text.split('\n');
    this.print(`${lines.join('\n')}\n`);
  }

  /** Text as it is. */
  print(text: string): void {
    if (text === '') return;
    this.#sink.write(text);
    this.#midLine = !/[\r\n]$/.test(text);
  }

  /** What comes next begins on a row of its own. */
  freshLine(): void {
    if (this.#midLine) this.print('\n');
  }

  close(): void {
    this.#source.off('data', this.#data);
    this.#source.off('end', this.#end);
    this.#source.setRawMode?.(false);
    this.#source.pause();
    this.#raw = undefined;
    this.#reader = undefined;
  }

  #hear(text: string): void {
    if (this.#raw !== undefined) this.#raw(text);
    else {
      this.#waiting += text;
      this.#serve();
    }
  }

  /** A line for whoever waits for one. */
  #serve(): void {
    if (this.#reader === undefined) return;
    const end = /\r\n|\n|\r/.exec(this.#waiting);
    if (end === null && !this.#ended) return;
    const line = end === null ? this.#waiting : this.#waiting.slice(0, end.index);
    this.#waiting = end === null ? '' : this.#waiting.slice(end.index + end[0].length);
    const reader = this.#reader;
    this.#reader = undefined;
    reader(end === null && line === '' ? undefined : line);
  }
}
