// Reading a console's older output: a cursor of the reader's own, search, and a region to copy. The console goes on
// meanwhile; the lines that are read stay where they are.

import type { Place } from './rewrap.ts';
import type { Paint, ScreenBuffer, ScreenView } from './screen-buffer.ts';
import { cellsOf, type Mark } from './screen-row.ts';
import { before, type Found, findAll } from './scroll-search.ts';
import { type Selection, type Shape, selectedText, spanOn } from './selection.ts';
import { wordMove } from './word-move.ts';

/** `words`: what is looked for is typed; `matches`: keys go from match to match; `copy`: keys move the cursor. */
export type ReadingMode = 'words' | 'matches' | 'copy';

/** What a key led to: reading goes on; it is over; it is over and this was copied. */
export type Read = 'on' | 'over' | { readonly copied: string };

const SHAPES: Readonly<Record<string, Shape>> = { space: 'chars', v: 'chars', V: 'lines', 'ctrl-v': 'block' };

export class Reading {
  readonly #buffer: ScreenBuffer;
  mode: ReadingMode;
  /** Where Enter and Esc lead while words are typed. */
  #behind: 'matches' | 'copy';
  cursor: Place;
  /** Number of the first line in sight. */
  #top: number;
  /** What is looked for. */
  words = '';
  /** What was looked for before, for an empty search. */
  #before: string;
  /** The search begins here. */
  #origin: Place;
  #marked: { readonly shape: Shape; readonly at: Place } | undefined = undefined;
  #found: readonly Found[] = [];
  readonly #foundOn = new Map<number, Found[]>();
  #foundIn = { version: -1, words: '' };
  /** Why nothing happened. */
  note = '';

  /** `top`: the first line in sight; the reader begins at the console's cursor, or at the end of what is in sight. */
  constructor(buffer: ScreenBuffer, mode: 'words' | 'copy', top: number, height: number, last: string) {
    this.#buffer = buffer;
    this.mode = mode;
    this.#behind = mode === 'copy' ? 'copy' : 'matches';
    this.#before = last;
    this.#top = top;
    const { row, column } = buffer.cursor;
    const end = { line: buffer.scrolled + row, column };
    this.cursor = end.line < top + height ? end : { line: top + height - 1, column: 0 };
    this.#origin = this.cursor;
  }

  /** Which match the cursor is at, from the newest, and how many there are. */
  get count(): { readonly at: number | undefined; readonly of: number } {
    const found = this.#matches();
    const at = found.findIndex(({ from }) => from.line === this.cursor.line && from.column === this.cursor.column);
    return { at: at < 0 ? undefined : found.length - at, of: found.length };
  }

  get selection(): Selection | undefined {
    return this.#marked && { shape: this.#marked.shape, from: this.#marked.at, to: this.cursor };
  }

  /** Lines below the last one in sight. */
  back(height: number): number {
    return Math.max(0, this.#buffer.written - this.#first(height) - height);
  }

  view(height: number, colour: boolean): ScreenView {
    const top = this.#first(height);
    const paint: Paint = { colour, marks: (line) => this.#marksOn(line) };
    const row = this.cursor.line - top;
    const seen = row >= 0 && row < height;
    const { lines } = this.#buffer.window(top, height, paint);
    return { lines, top, cursor: seen ? { row, column: this.cursor.column } : undefined };
  }

  /** By so many lines towards older ones; the cursor comes along. */
  scroll(lines: number, height: number): void {
    this.#top = this.#clampTop(this.#first(height) - lines, height);
    const line = Math.max(this.#top, Math.min(this.#top + height - 1, this.cursor.line));
    this.cursor = { ...this.cursor, line: Math.min(line, this.#last) };
  }

  /** Another size of the screen: its text has been wrapped anew, and the places are elsewhere. */
  places(): readonly Place[] {
    return [this.cursor, this.#origin, this.#marked?.at ?? this.cursor];
  }
  moved([cursor, origin, mark]: readonly Place[], height: number): void {
    this.cursor = cursor as Place;
    this.#origin = origin as Place;
    if (this.#marked !== undefined) this.#marked = { ...this.#marked, at: mark as Place };
    this.#reveal(height);
  }

  /** Text for the words that are typed; elsewhere it is nothing. */
  type(text: string, height: number): void {
    if (this.mode !== 'words') return;
    this.words += text;
    this.#seek(height);
  }

  key(key: string, height: number): Read {
    this.note = '';
    // More may have been printed than is kept.
    this.cursor = this.#clamp(this.cursor);
    if (this.mode === 'words') return this.#wordsKey(key, height);
    if (key === 'n' || key === 'N') this.#next(key === 'n', height);
    else if (key === '/') this.#look(height);
    else return this.mode === 'matches' ? this.#matchesKey(key, height) : this.#copyKey(key, height);
    return 'on';
  }

  #wordsKey(key: string, height: number): Read {
    if (key === 'escape' || key === 'ctrl-c') {
      if (this.#behind === 'matches') return 'over';
      this.mode = 'copy';
      this.cursor = this.#origin;
      this.#reveal(height);
    } else if (key === 'enter') {
      if (this.words === '') this.words = this.#before;
      if (this.words === '') return this.#behind === 'matches' ? 'over' : this.#back();
      this.#before = this.words;
      this.mode = this.#behind;
      this.#seek(height);
    } else if (key === 'up' || key === 'down') this.#next(key === 'up', height);
    else if (key === 'backspace') {
      this.words = [...this.words].slice(0, -1).join('');
      this.#seek(height);
    } else if (key === 'ctrl-u') {
      this.words = '';
      this.#seek(height);
    } else if (key === 'space' || [...key].length === 1) this.type(key === 'space' ? ' ' : key, height);
    return 'on';
  }

  #back(): Read {
    this.mode = 'copy';
    return 'on';
  }

  #matchesKey(key: string, height: number): Read {
    if (['escape', 'q', 'ctrl-c'].includes(key)) return 'over';
    if (key === 'up' || key === 'enter') this.#next(true, height);
    else if (key === 'down') this.#next(false, height);
    else if (key === 'pgup' || key === 'pgdn') this.scroll(key === 'pgup' ? height - 1 : 1 - height, height);
    else if (key === '[') this.mode = 'copy';
    else if (SHAPES[key] !== undefined) {
      this.mode = 'copy';
      this.#mark(SHAPES[key]);
    }
    return 'on';
  }

  #copyKey(key: string, height: number): Read {
    const shape = SHAPES[key];
    if (shape !== undefined) this.#mark(shape);
    else if (key === 'q' || key === 'ctrl-c') return 'over';
    else if (key === 'escape') {
      if (this.#marked === undefined) return 'over';
      this.#marked = undefined;
    } else if (key === 'enter' || key === 'y') {
      const { selection } = this;
      if (selection !== undefined) return { copied: selectedText(this.#buffer, selection) };
      this.note = 'Press Space where the copy begins.';
    } else if (key === 'o' && this.#marked !== undefined) {
      const { shape: same, at } = this.#marked;
      this.#marked = { shape: same, at: this.cursor };
      this.cursor = at;
    } else this.#move(key, height);
    this.#reveal(height);
    return 'on';
  }

  /** Marks from here on; the same key again takes the mark away, another changes its shape. */
  #mark(shape: Shape): void {
    if (this.#marked?.shape === shape) this.#marked = undefined;
    else this.#marked = { shape, at: this.#marked?.at ?? this.cursor };
  }

  #move(key: string, height: number): void {
    const { line, column } = this.cursor;
    const cells = cellsOf(this.#buffer.lineAt(line)?.text.trimEnd() ?? '');
    const to = (down: number, across: number): Place => ({ line: line + down, column: column + across });
    const moves: Readonly<Record<string, () => Place>> = {
      left: () => to(0, -1),
      right: () => to(0, 1),
      up: () => to(-1, 0),
      down: () => to(1, 0),
      pgup: () => to(1 - height, 0),
      pgdn: () => to(height - 1, 0),
      'half-up': () => to(-Math.ceil(height / 2), 0),
      'half-down': () => to(Math.ceil(height / 2), 0),
      home: () => ({ line, column: 0 }),
      '^': () => ({
        line,
        column: Math.max(
          0,
          cells.findIndex((cell) => cell !== ' '),
        ),
      }),
      end: () => ({ line, column: Math.max(0, cells.length - 1) }),
      top: () => ({ line: this.#buffer.first, column: 0 }),
      bottom: () => ({ line: this.#last, column: 0 }),
      w: () => wordMove(this.#buffer, this.cursor, 'next'),
      b: () => wordMove(this.#buffer, this.cursor, 'start'),
      e: () => wordMove(this.#buffer, this.cursor, 'end'),
    };
    const place = moves[VI[key] ?? key]?.();
    if (place !== undefined) this.cursor = this.#clamp(place);
  }

  /** The words are typed anew; the search begins here. */
  #look(height: number): void {
    this.#behind = this.mode === 'copy' ? 'copy' : 'matches';
    this.mode = 'words';
    this.words = '';
    this.#origin = this.cursor;
    this.#seek(height);
  }

  /** To the newest match at or above where the search began; below, when there is none above. */
  #seek(height: number): void {
    const found = this.#matches();
    const at = found.findLast(({ from }) => !before(this.#origin, from)) ?? found[0];
    this.cursor = this.#clamp(at?.from ?? this.#origin);
    this.#reveal(height, true);
  }

  #next(older: boolean, height: number): void {
    const found = this.#matches();
    const next = older
      ? found.findLast(({ from }) => before(from, this.cursor))
      : found.find(({ from }) => before(this.cursor, from));
    if (next === undefined) this.note = found.length === 0 ? '' : older ? 'That is the oldest.' : 'That is the newest.';
    else {
      this.cursor = next.from;
      this.#reveal(height, true);
    }
  }

  #matches(): readonly Found[] {
    const { version } = this.#buffer;
    if (this.#foundIn.version !== version || this.#foundIn.words !== this.words) {
      this.#foundIn = { version, words: this.words };
      this.#found = findAll(this.#buffer, this.words);
      this.#foundOn.clear();
      for (const one of this.#found)
        for (let { line } = one.from; line <= one.to.line; line++) {
          const others = this.#foundOn.get(line);
          if (others === undefined) this.#foundOn.set(line, [one]);
          else others.push(one);
        }
    }
    return this.#found;
  }

  #marksOn(line: number): readonly Mark[] {
    const { columns } = this.#buffer;
    this.#matches();
    const marks = (this.#foundOn.get(line) ?? []).map(({ from, to }): Mark => {
      const here = this.mode !== 'copy' && from.line === this.cursor.line && from.column === this.cursor.column;
      return {
        from: from.line === line ? from.column : 0,
        to: to.line === line ? to.column : columns,
        look: here ? 'here' : 'match',
      };
    });
    const span = this.selection && spanOn(this.selection, line, columns);
    return span === undefined ? marks : [...marks, { ...span, look: 'selected' }];
  }

  get #last(): number {
    return Math.max(this.#buffer.first, this.#buffer.written - 1);
  }

  #clamp({ line, column }: Place): Place {
    return {
      line: Math.max(this.#buffer.first, Math.min(this.#last, line)),
      column: Math.max(0, Math.min(this.#buffer.columns - 1, column)),
    };
  }

  #clampTop(top: number, height: number): number {
    return Math.max(this.#buffer.first, Math.min(top, this.#buffer.written - height));
  }

  /** The first line in sight; lines that are kept no longer cannot be. */
  #first(height: number): number {
    this.#top = this.#clampTop(this.#top, height);
    return this.#top;
  }

  /** Scrolls as far as the cursor is in sight; `middle`: with lines on both sides of it when it was not. */
  #reveal(height: number, middle = false): void {
    const top = this.#first(height);
    const { line } = this.cursor;
    if (line >= top && line < top + height) return;
    const aim = middle ? line - Math.floor(height / 2) : line < top ? line : line - height + 1;
    this.#top = this.#clampTop(aim, height);
  }
}

/** Keys of vi, and others that mean the same. */
const VI: Readonly<Record<string, string>> = {
  h: 'left',
  l: 'right',
  k: 'up',
  j: 'down',
  '0': 'home',
  $: 'end',
  g: 'top',
  G: 'bottom',
  'ctrl-b': 'pgup',
  'ctrl-f': 'pgdn',
  'ctrl-u': 'half-up',
  'ctrl-d': 'half-down',
  'ctrl-home': 'top',
  'ctrl-end': 'bottom',
  'ctrl-right': 'w',
  'ctrl-left': 'b',
};
