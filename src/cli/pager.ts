// The pager: shows lines until the page is full, then a marker; keys at the marker say how it goes on. What it looks
// like and which key does what is the vendor's (PagerStyle).

import { keyText } from './keys.ts';
import type { PagerAction, PagerAsk, PagerStyle, Shell } from './shell.ts';

type Matcher = (line: string) => boolean;

/** A pattern or a name being typed on the marker's row. */
interface Asking {
  readonly action: PagerAsk;
  readonly prompt: string;
  text: string;
}

const ASKS: readonly PagerAction[] = ['search', 'search-back', 'begin', 'match', 'except', 'save'];
const isAsk = (action: PagerAction): action is PagerAsk => ASKS.includes(action);

/** Pages the output of one command after the other. */
export class Pager {
  readonly #shell: Pick<Shell, 'pager' | 'pageLength' | 'width'>;
  readonly #write: (text: string) => void;

  /** Everything the command printed so far, and which of it passes the filter. */
  #lines: string[] = [];
  #visible: number[] = [];
  /** How many of the visible lines were shown. */
  #at = 0;
  /** Lines that may still be shown before the marker; undefined: a page, as long as it is by then. */
  #room: number | undefined;
  #filter: Matcher | undefined;
  /** Nothing is shown until a line fits. */
  #until: Matcher | undefined;
  #marker: string | undefined;
  #asking: Asking | undefined;
  /** Stay at the end of the output: always, or just now. */
  #hold = false;
  #holdOnce = false;
  #first = true;
  #free = false;
  #cut = false;
  /** Kept from one output to the next. */
  readonly #typed = new Map<PagerAsk, string>();
  #search: { readonly matcher: Matcher; readonly back: boolean } | undefined;

  /** `write` gets text with `\n` for a new line. */
  constructor(shell: Pick<Shell, 'pager' | 'pageLength' | 'width'>, write: (text: string) => void) {
    this.#shell = shell;
    this.#write = write;
  }

  /** A marker, or a question in its place, is on the screen: keys belong here, and everything else has to wait. */
  get waiting(): boolean {
    return this.#marker !== undefined || this.#asking !== undefined;
  }

  /** Somebody has just typed: a full page may be shown. */
  begin(): void {
    this.#lines = [];
    this.#visible = [];
    this.#at = 0;
    this.#room = undefined;
    this.#marker = undefined;
    this.#asking = undefined;
    this.#filter = undefined;
    this.#until = undefined;
    this.#search = undefined;
    this.#hold = false;
    this.#holdOnce = false;
    this.#first = true;
    this.#free = false;
    this.#cut = false;
  }

  /** More lines. Shown as far as there is room, dropped when the output was cut short; `hold` needs paging. */
  print(lines: readonly string[], hold: boolean): void {
    if (this.#cut) return;
    const filtering = this.#filter !== undefined || this.#until !== undefined;
    if (!this.waiting && !filtering && this.#page() === Number.POSITIVE_INFINITY) {
      if (lines.length > 0) this.#write(`${lines.join('\n')}\n`);
      return;
    }
    if (hold) this.#hold = true;
    for (const line of lines) {
      if (this.#filter === undefined || this.#filter(line)) this.#visible.push(this.#lines.length);
      this.#lines.push(line);
    }
    if (!this.waiting) this.#flow();
  }

  /** The command is done. False: the marker stays at the end until a key is pressed. */
  finish(): boolean {
    if (this.#hold && !this.#cut && !this.waiting && this.#visible.length > 0) this.#showMarker();
    return !this.waiting;
  }

  /** A key at the marker. */
  key(key: string): void {
    if (this.#asking !== undefined) this.#typing(this.#asking, key);
    else if (this.#marker !== undefined) this.#act(this.#style.action(key));
  }

  get #style(): PagerStyle {
    return this.#shell.pager;
  }

  #page(): number {
    const rows = this.#shell.pageLength();
    return rows === 0 ? Number.POSITIVE_INFINITY : Math.max(1, rows - 1);
  }

  #rows(line: string): number {
    const width = this.#style.wraps ? this.#shell.width() : 0;
    return width === 0 ? 1 : Math.max(1, Math.ceil(line.length / width));
  }

  /** First line on the screen, when a whole page stands there. */
  #top(): number {
    const page = this.#page();
    return page === Number.POSITIVE_INFINITY ? 0 : Math.max(0, this.#at - page);
  }

  #flow(): void {
    const shown: string[] = [];
    let room = this.#free ? Number.POSITIVE_INFINITY : (this.#room ?? this.#page());
    while (this.#at < this.#visible.length) {
      const line = this.#lines[this.#visible[this.#at] as number] as string;
      if (this.#until !== undefined && !this.#until(line)) {
        this.#at++;
        continue;
      }
      this.#until = undefined;
      if (room <= 0) break;
      shown.push(line);
      this.#at++;
      room -= this.#rows(line);
    }
    this.#room = room;
    if (shown.length > 0) this.#write(`${shown.join('\n')}\n`);
    if (this.#holdOnce || (room <= 0 && (this.#style.eager || this.#at < this.#visible.length))) this.#showMarker();
  }

  #showMarker(): void {
    this.#holdOnce = false;
    this.#marker = this.#style.marker({
      shown: this.#at,
      total: this.#visible.length,
      first: this.#first,
      filtered: this.#filter !== undefined,
    });
    this.#write(this.#marker);
  }

  #eraseMarker(): void {
    if (this.#marker !== undefined) this.#write(this.#style.erase(this.#marker));
    this.#marker = undefined;
  }

  #act(action: PagerAction): void {
    if (action === 'none') return;
    this.#first = false;
    if (isAsk(action)) this.#ask(action);
    else if (action === 'quit') this.#quit();
    else if (action === 'hold' || action === 'no-hold') this.#hold = action === 'hold';
    else {
      this.#eraseMarker();
      this.#go(action);
    }
  }

  /** The marker is gone; what comes in its place. */
  #go(action: Exclude<PagerAction, PagerAsk | 'none' | 'quit' | 'hold' | 'no-hold'>): void {
    const page = this.#page();
    const half = Math.max(1, Math.floor(page / 2));
    const top = this.#top();
    switch (action) {
      case 'page':
      case 'all':
        this.#free = action === 'all';
        this.#more(page);
        break;
      case 'half':
        this.#more(half);
        break;
      case 'line':
        this.#more(1);
        break;
      case 'back':
        this.#showFrom(top - page);
        break;
      case 'back-half':
        this.#showFrom(top - half);
        break;
      case 'back-line':
        this.#showFrom(top - 1);
        break;
      case 'start':
        this.#showFrom(0);
        break;
      case 'redraw':
        this.#showFrom(top);
        break;
      case 'end':
        this.#showFrom(Math.max(this.#at, this.#visible.length - page));
        break;
      case 'next-match':
        this.#find();
        break;
      case 'clear':
        this.#setFilter(undefined);
        break;
      case 'help':
        this.#write(this.#style.help.map((line) => `${line}\n`).join(''));
        this.#showMarker();
        break;
    }
  }

  #more(lines: number): void {
    // At the end of what is held, going on means leaving it.
    if (this.#at >= this.#visible.length) this.#hold = false;
    this.#room = lines;
    this.#flow();
  }

  /** A page from a line on; at its end the marker comes back, even when nothing follows. */
  #showFrom(line: number): void {
    this.#at = Math.max(0, Math.min(line, this.#visible.length));
    this.#holdOnce = true;
    this.#room = this.#page();
    this.#flow();
  }

  /** The marker stays where it is and says so. */
  #quit(): void {
    if (this.#style.abort === undefined) this.#eraseMarker();
    else this.#write(this.#style.abort);
    this.#marker = undefined;
    this.#cut = true;
  }

  #ask(action: PagerAsk): void {
    const question = this.#style.asks[action];
    if (question === undefined) return;
    this.#eraseMarker();
    const prompt = question.prompt(this.#typed.get(action) ?? '');
    this.#asking = { action, prompt, text: '' };
    this.#write(prompt);
  }

  /** A key of the pattern; what quits the pager gives the question up. */
  #typing(asking: Asking, key: string): void {
    const text = keyText(key);
    if (text !== undefined) {
      asking.text += text;
      this.#write(text);
    } else if (key === 'backspace' && asking.text !== '') {
      asking.text = asking.text.slice(0, -1);
      this.#write('\b \b');
    } else if (key === 'enter') this.#answered(asking);
    else if (this.#style.action(key) === 'quit') {
      this.#closeQuestion(asking, undefined);
      this.#showMarker();
    }
  }

  #closeQuestion(asking: Asking, note: string | undefined): void {
    this.#asking = undefined;
    const blanks = ' '.repeat(asking.prompt.length + asking.text.length);
    this.#write(note === undefined ? `\r${blanks}\r` : `\n${note}\n`);
  }

  #answered(asking: Asking): void {
    const { action } = asking;
    const text = asking.text === '' ? (this.#typed.get(action) ?? '') : asking.text;
    const matcher = text === '' || action === 'save' ? undefined : this.#style.matcher(text);
    if (text === '' || (matcher === undefined && action !== 'save')) {
      this.#closeQuestion(asking, undefined);
      if (text !== '') this.#write('\x07');
      this.#showMarker();
      return;
    }
    this.#typed.set(action, text);
    this.#closeQuestion(asking, this.#style.asks[action]?.note);
    if (matcher === undefined) this.#save(text);
    else this.#apply(action, matcher);
  }

  #apply(action: PagerAsk, matcher: Matcher): void {
    if (action === 'match') this.#setFilter(matcher);
    else if (action === 'except') this.#setFilter((line) => !matcher(line));
    else if (action === 'begin') {
      this.#until = matcher;
      this.#more(this.#page());
    } else {
      this.#search = { matcher, back: action === 'search-back' };
      this.#find();
    }
  }

  #save(name: string): void {
    const lines = this.#visible.map((index) => this.#lines[index] as string);
    const said = this.#style.save?.(name, lines) ?? [];
    this.#write(said.map((line) => `${line}\n`).join(''));
    this.#showMarker();
  }

  /** What was not shown yet goes through another filter. */
  #setFilter(filter: Matcher | undefined): void {
    const next = this.#visible[this.#at] ?? this.#lines.length;
    this.#filter = filter;
    this.#visible = [...this.#lines.keys()].filter((index) => filter?.(this.#lines[index] as string) ?? true);
    const at = this.#visible.findIndex((index) => index >= next);
    this.#at = at < 0 ? this.#visible.length : at;
    this.#more(this.#page());
  }

  /** Shows the page that begins with the next line that fits. */
  #find(): void {
    const search = this.#search;
    const step = search?.back === true ? -1 : 1;
    let at = search === undefined ? -1 : this.#top() + step;
    while (at >= 0 && at < this.#visible.length) {
      if (search?.matcher(this.#lines[this.#visible[at] as number] as string)) break;
      at += step;
    }
    if (at >= 0 && at < this.#visible.length) this.#showFrom(at);
    else {
      this.#write('\x07');
      this.#showMarker();
    }
  }
}
