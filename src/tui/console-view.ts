// One console as the screens hold it: the line to the device, its mini terminal, and how far the reader has scrolled.

import type { ConsoleLine } from './front-desk.ts';
import { Reading } from './reading.ts';
import { ScreenBuffer, type ScreenView } from './screen-buffer.ts';

/** What a console tells its screen. */
export interface ConsoleNews {
  /** It printed; `bell`: and rang; `first`: for the first time since somebody looked. */
  printed(view: ConsoleView, news: { readonly bell: boolean; readonly first: boolean }): void;
}

/** No console is ever smaller than this, whatever the window is. */
const COLUMNS_MIN = 10;
const ROWS_MIN = 2;

export class ConsoleView {
  readonly device: string;
  readonly #line: ConsoleLine;
  readonly #news: ConsoleNews;
  #buffer: ScreenBuffer | undefined = undefined;
  #stop: (() => void) | undefined = undefined;
  /** Lines between the newest and the last one shown. */
  #back = 0;
  /** Somebody searches in it or copies from it. */
  #reading: Reading | undefined = undefined;
  /** What was looked for last. */
  #words = '';
  /** It printed since somebody looked. */
  unseen = false;
  /** Gets everything that is printed, as it is printed. */
  mirror: ((text: string) => void) | undefined = undefined;

  constructor(line: ConsoleLine, news: ConsoleNews) {
    this.device = line.device;
    this.#line = line;
    this.#news = news;
  }

  /** Lines between the newest and the last one shown; 0: the end is in sight. */
  get back(): number {
    return this.#reading?.back(this.#buffer?.rows ?? 0) ?? this.#back;
  }
  get state(): ReturnType<ConsoleLine['state']> {
    return this.#line.state();
  }
  /** All that was printed, for whoever searches it. */
  get text(): ScreenBuffer | undefined {
    return this.#buffer;
  }
  get reading(): Reading | undefined {
    return this.#reading;
  }

  /** Somebody looks: the line is opened, or told the new size. */
  show(rows: number, columns: number): void {
    const height = Math.max(ROWS_MIN, rows);
    const width = Math.max(COLUMNS_MIN, columns);
    if (this.#back === 0 && this.#reading === undefined) this.unseen = false;
    if (this.#buffer === undefined) {
      this.#buffer = new ScreenBuffer(width, height);
      this.#buffer.write(this.#line.backlog());
      this.#stop = this.#line.onBytes((text) => this.#hear(text));
      this.#line.open(height, width);
      this.unseen = false;
      return;
    }
    if (this.#buffer.rows === height && this.#buffer.columns === width) return;
    const places = this.#buffer.resize(width, height, this.#reading?.places());
    this.#reading?.moved(places, height);
    this.#line.resize(height, width);
  }

  /** Typing shows the end again. */
  keys(text: string): void {
    this.toEnd();
    this.#line.keys(text);
  }

  /** By so many lines towards older ones; negative: towards the end. `height`: of the window. */
  scroll(lines: number, height: number): void {
    if (this.#reading !== undefined) {
      this.#reading.scroll(lines, height);
      return;
    }
    const most = Math.max(0, (this.#buffer?.lineCount ?? 0) - height);
    this.#back = Math.max(0, Math.min(most, this.#back + lines));
    if (this.#back === 0) this.unseen = false;
  }

  /** Nobody reads older lines any more. */
  toEnd(): void {
    this.#words = this.#reading?.words || this.#words;
    this.#reading = undefined;
    this.#back = 0;
    this.unseen = false;
  }

  /** Somebody searches it, or copies from it; beginning with what is in sight. */
  read(mode: 'words' | 'copy', height: number): void {
    const buffer = this.#buffer;
    if (buffer === undefined) return;
    if (this.#reading !== undefined) {
      this.#words = this.#reading.words || this.#words;
      this.#back = this.#reading.back(height);
    }
    this.#reading = new Reading(buffer, mode, buffer.view(height, this.#back).top, height, this.#words);
  }

  view(height: number, colour: boolean): ScreenView {
    const view = this.#reading?.view(height, colour) ?? this.#buffer?.view(height, this.#back, colour);
    return view ?? { lines: Array(height).fill(''), cursor: undefined, top: 0 };
  }

  close(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.mirror = undefined;
  }

  #hear(text: string): void {
    const buffer = this.#buffer as ScreenBuffer;
    const { bells, written } = buffer;
    buffer.write(text);
    this.mirror?.(text);
    // Whoever reads older lines keeps them in sight.
    if (this.#back > 0) this.#back = Math.max(0, Math.min(this.#back + buffer.written - written, buffer.lineCount));
    const first = !this.unseen;
    this.unseen = true;
    this.#news.printed(this, { bell: buffer.bells > bells, first });
  }
}
