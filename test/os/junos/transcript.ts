// Transcripts: what was typed and the exact screen, in one text.
//
// A line that begins with `» ` is typed: its text, with `↵` Enter, `⇥` Tab, `⌫` Backspace, `⌃C` Ctrl-C. The lines behind
// it are what the screen showed then, from the row the cursor was in; the row where it comes to rest is written at its
// next use. A line that begins with `%% ` is an order of the test: `session 2` (sits down at another line of the router,
// logged in as `lab`), `wait 60` (seconds), `config` (the configuration to begin with follows, up to a line `%%`). Other
// lines that begin with `%%` are remarks.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { seconds } from '../../../src/sim/time.ts';
import { type Console, JunosBox, LAB_START } from './console.ts';

/** What a screen shows, rows as long as they come; blanks that were written stay, those that wiped something do not. */
export class Paper {
  readonly #rows: (string | undefined)[][] = [[]];
  #column = 0;

  write(text: string): void {
    for (const char of text) {
      const row = this.#rows.at(-1) as (string | undefined)[];
      if (char === '\r') this.#column = 0;
      else if (char === '\n') this.#rows.push([]);
      else if (char === '\b') this.#column--;
      else if (char >= ' ') {
        const wipes = char === ' ' && this.#column < row.length;
        row[this.#column++] = wipes ? undefined : char;
      }
    }
  }

  /** Rows from the given one on, without the cursor's. */
  since(first: number): readonly string[] {
    return this.#rows.slice(first, -1).map(textOf);
  }

  /** The cursor's row. */
  get row(): number {
    return this.#rows.length - 1;
  }

  get last(): string {
    return textOf(this.#rows.at(-1) as (string | undefined)[]);
  }
}

function textOf(row: readonly (string | undefined)[]): string {
  const end = row.findLastIndex((char) => char !== undefined) + 1;
  return Array.from(row.slice(0, end), (char) => char ?? ' ').join('');
}

const KEYS: Readonly<Record<string, string>> = { '↵': '\r', '⇥': '\t', '⌫': '\x7f', '␛': '\x1b' };

/** The bytes of typed keys. */
export const keysOf = (text: string): string =>
  text
    .replace(/⌃(.)/g, (_, letter: string) => String.fromCharCode(letter.charCodeAt(0) & 0x1f))
    .replace(/[↵⇥⌫␛]/g, (sign) => KEYS[sign] as string);

export interface Played {
  /** What the text says. */
  readonly expected: string;
  readonly actual: string;
}

/** Plays a text of `transcripts/`. */
export function play(name: string): Played {
  const text = readFileSync(resolve(import.meta.dirname, `transcripts/${name}.txt`), 'utf8').replace(/\n$/, '');
  return { expected: text, actual: new Player(text.split('\n')).play() };
}

interface Seat {
  readonly console: Console;
  readonly paper: Paper;
}

class Player {
  readonly #lines: readonly string[];
  readonly #seats = new Map<number, Seat>();
  readonly #shown: string[] = [];
  #box: JunosBox | undefined;
  #config: string = LAB_START;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** The text as it should have been written. */
  play(): string {
    let reads = false;
    let seat: Seat | undefined;
    for (const line of this.#lines) {
      if (line === '%% config') [reads, this.#config] = [true, ''];
      else if (line === '%%') reads = false;
      else if (reads) this.#config += `${line}\n`;
      else if (line.startsWith('» ')) {
        seat ??= this.#seat(0);
        this.#type(seat, line.slice(2));
        continue;
      } else if (/^%% (session|wait) \d+$/.test(line)) {
        const number = Number(line.slice(line.lastIndexOf(' ')));
        if (line.includes('wait')) {
          this.#shown.push(line);
          this.#wait(seat ?? this.#seat(0), number);
          continue;
        }
        seat = this.#seat(number);
      } else if (!line.startsWith('%%')) continue;
      this.#shown.push(line);
    }
    if (seat) this.#shown.push(seat.paper.last);
    return this.#shown.join('\n');
  }

  #type({ console, paper }: Seat, keys: string): void {
    const from = paper.row;
    this.#shown.push(`» ${keys}`);
    console.vty.keys(keysOf(keys));
    paper.write(console.raw());
    this.#shown.push(...paper.since(from));
  }

  #wait({ console, paper }: Seat, span: number): void {
    const from = paper.row;
    this.#box?.run(seconds(span));
    paper.write(console.raw());
    this.#shown.push(...paper.since(from));
  }

  /** Session 0 is at `login:`, the others are logged in. */
  #seat(number: number): Seat {
    const there = this.#seats.get(number);
    if (there) return there;
    this.#box ??= new JunosBox({ config: this.#config });
    const seat = {
      console: this.#box.console({ session: number, auto: false, rows: 200, columns: 120 }),
      paper: new Paper(),
    };
    if (number > 0) seat.console.vty.keys('lab\rlab123\r');
    const text = seat.console.raw();
    seat.paper.write(number > 0 ? text.slice(text.lastIndexOf('\n') + 1) : text);
    this.#seats.set(number, seat);
    return seat;
  }
}
