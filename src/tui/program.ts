// The program behind the screens: which one is there, what is asked over it, when it is drawn.

import { Attachment, type BareTerminal } from './attachment.ts';
import { type Command, prefixed, unprefixed } from './commands.ts';
import type { ConsoleView } from './console-view.ts';
import { type Dialog, fieldText, keysOf, scrolled, scrollKey } from './dialog.ts';
import type { FrontDesk, OpenRequest } from './front-desk.ts';
import { helpLines } from './help-lines.ts';
import type { InkInput } from './ink-input.ts';
import { keyName } from './input-tokens.ts';
import type { Press, PressSink } from './key-router.ts';
import { bodyRows } from './lab-layout.ts';
import { LabScreen } from './lab-screen.ts';
import { Menu } from './menu.ts';
import type { Size, Stage } from './stage.ts';
import type { Theme } from './theme.ts';
import type { Timing } from './timing.ts';
import { wrapWords } from './wrap-words.ts';

/** What the program needs of the terminal. */
export interface Surroundings {
  readonly desk: FrontDesk;
  readonly theme: Theme;
  readonly timing: Timing;
  /** Where the keys of a text dialog go. */
  readonly dialogKeys: InkInput;
  readonly prefix: string;
  readonly prefixLabel: string;
  readonly size: () => Size;
  /** Draws the frame, now. */
  readonly paint: () => void;
  readonly bell: () => void;
  readonly mouse: (on: boolean) => void;
  /** Puts text on the terminal's clipboard; false: it is too long. */
  readonly clip: (text: string) => boolean;
  /** Gives the terminal out of the screens' hands. */
  readonly handOver: () => BareTerminal;
  readonly exit: (code: number) => void;
}

/** Changes that nobody waits for are drawn together, 15 times a second at most. */
const PAINT_MILLIS = 66;

export class Program implements Stage, PressSink {
  readonly theme: Theme;
  readonly timing: Timing;
  readonly prefix: string;
  readonly prefixLabel: string;
  readonly menu: Menu;
  readonly #around: Surroundings;
  lab: LabScreen | undefined = undefined;
  dialog: Dialog | undefined = undefined;
  /** Of a page dialog: the first line in sight. */
  pageTop = 0;
  /** Counts dialogs, so that each gets a field of its own. */
  dialogNumber = 0;
  /** The prefix was pressed; the key bar shows what may follow. */
  awaitingCommand = false;
  #mouse = true;
  #soon: (() => void) | undefined = undefined;
  /** Opened from the command line: leaving the lab is leaving the program. */
  #straight = false;
  #opening = false;
  /** A console has the terminal to itself. */
  #attached: Attachment | undefined = undefined;

  constructor(around: Surroundings) {
    this.#around = around;
    this.theme = around.theme;
    this.timing = around.timing;
    this.prefix = around.prefix;
    this.prefixLabel = around.prefixLabel;
    this.menu = new Menu(this, {
      open: (what) => this.open(what),
      refresh: () => this.#refresh(),
      help: () => this.#help(),
      quit: () => this.#around.exit(0),
    });
  }

  get size(): Size {
    return this.#around.size();
  }

  /** Begins with the menu, or straight in a lab. */
  begin(straight: OpenRequest | undefined): void {
    this.#refresh();
    this.#straight = straight !== undefined;
    if (straight !== undefined) this.open(straight);
  }

  changed(when: 'now' | 'soon'): void {
    if (this.#attached !== undefined) return;
    if (when === 'now') {
      this.#soon?.();
      this.#soon = undefined;
      this.#around.paint();
    } else
      this.#soon ??= this.timing.after(PAINT_MILLIS, () => {
        this.#soon = undefined;
        this.#around.paint();
      });
  }

  ask(dialog: Dialog | undefined): void {
    this.#around.dialogKeys.forget();
    this.dialog = dialog;
    this.dialogNumber++;
    this.pageTop = 0;
  }

  say(text: string): void {
    if (this.lab !== undefined) this.lab.message = text;
    else this.menu.message = text;
  }

  bell(): void {
    this.#around.bell();
  }

  toggleMouse(): void {
    this.#mouse = !this.#mouse;
    this.#around.mouse(this.#mouse);
    this.say(this.#mouse ? 'The mouse wheel scrolls.' : 'The mouse belongs to the terminal: select text with it.');
  }

  attach(view: ConsoleView, back: () => void): void {
    this.ask(undefined);
    if (this.#mouse) this.#around.mouse(false);
    const how = { prefixLabel: this.prefixLabel, rows: this.size.rows, colour: this.theme.colour };
    this.#attached = new Attachment(view, this.#around.handOver(), how, back);
  }

  #detach(): void {
    this.#attached?.end();
    this.#attached = undefined;
    if (this.#mouse) this.#around.mouse(true);
    this.changed('now');
  }

  clip(text: string): boolean {
    return this.#around.clip(text);
  }

  leave(): void {
    this.lab?.close('left');
    this.lab = undefined;
    this.ask(undefined);
    if (this.#straight) this.#around.exit(0);
    else this.#refresh();
    this.changed('now');
  }

  resized(): void {
    this.lab?.resized();
    this.changed('now');
  }

  /** Nothing may happen any more. */
  end(): void {
    this.#soon?.();
    this.#soon = undefined;
    this.#attached?.end();
    this.#attached = undefined;
    this.lab?.close('ended');
    this.lab = undefined;
  }

  open(what: OpenRequest): void {
    if (this.#opening) return;
    this.#opening = true;
    this.say(`Opening ${what.save ?? what.lab}...`);
    this.changed('now');
    // What is rejected here is a bug, and ends the program with a report.
    void this.#around.desk.open(what).then((opened) => {
      this.#opening = false;
      this.say('');
      if (opened.ok) this.lab = new LabScreen(opened.value, this);
      else this.#refused(opened.error);
      this.changed('now');
    });
  }

  #refused(why: string): void {
    this.#straight = false;
    this.say('');
    this.ask({ kind: 'page', title: 'This cannot be opened', lines: why.split('\n') });
  }

  #refresh(): void {
    const { desk } = this.#around;
    Promise.all([desk.labs(), desk.saves()]).then(
      ([labs, saves]) => {
        this.menu.show(labs, saves);
        this.changed('now');
      },
      (error: unknown) => {
        this.say(error instanceof Error ? error.message : String(error));
        this.changed('now');
      },
    );
  }

  #help(): void {
    this.ask({ kind: 'page', title: 'Keys', lines: helpLines(this.prefixLabel) });
  }

  prefixPressed(): boolean {
    if (this.#attached === undefined) return true;
    this.#detach();
    return false;
  }

  awaiting(command: boolean): void {
    this.awaitingCommand = command;
    this.changed('now');
  }

  press(press: Press): void {
    if (this.#attached !== undefined) {
      if (press.kind !== 'mouse' && press.kind !== 'wheel') this.#attached.keys(press.raw);
      return;
    }
    if (press.kind !== 'text') {
      this.#press(press);
      return;
    }
    // Keys that came together may each change who gets the next.
    let { raw } = press;
    while (raw !== '') {
      const typing = this.dialog === undefined && this.lab?.typesStraight === true;
      const next = typing || this.dialog?.kind === 'text' ? raw : ([...raw][0] as string);
      raw = raw.slice(next.length);
      this.#press({ kind: 'text', raw: next });
    }
  }

  #press(press: Press): void {
    if (press.kind === 'mouse') return;
    if (press.kind === 'command') this.#prefixed(press.name);
    else if (this.dialog !== undefined) this.#dialogPress(this.dialog, press);
    else if (press.kind === 'key' && unprefixed(press.name) === 'help') this.#run('help');
    else if (this.lab !== undefined) this.lab.press(press);
    else if (press.kind === 'key' && unprefixed(press.name) === 'quit') this.#run('quit');
    else this.menu.press(press, this.menuRows);
  }

  /** Rows of the menu's list. */
  get menuRows(): number {
    return Math.max(1, bodyRows(this.size) - 6);
  }

  #prefixed(key: string): void {
    if (this.dialog === undefined && this.lab?.tab(key)) return;
    const command = prefixed(key);
    if (command === undefined) {
      this.say(`${this.prefixLabel} ${key} means nothing; ${this.prefixLabel} ? shows the keys.`);
      this.changed('now');
    } else this.#run(command);
  }

  #run(command: Command): void {
    if (command === 'help') this.#help();
    else if (command === 'mouse') this.toggleMouse();
    else if (command === 'cancel') this.say('');
    else if (command === 'quit' && this.lab === undefined) this.#around.exit(0);
    else if (this.lab !== undefined) {
      // A question that was open is answered by what comes after it.
      this.ask(undefined);
      this.lab.command(command);
      return;
    }
    this.changed('now');
  }

  #dialogPress(dialog: Dialog, press: Press): void {
    const keys = keysOf(press);
    if (keys.includes('escape')) this.ask(undefined);
    else if (dialog.kind === 'choice') this.#choose(dialog, keys);
    else if (dialog.kind === 'page') this.#page(dialog, press, keys);
    else {
      this.#feed(press);
      return;
    }
    this.changed('now');
  }

  #choose(dialog: Extract<Dialog, { kind: 'choice' }>, keys: readonly string[]): void {
    for (const key of keys) {
      const choice = key === 'enter' ? dialog.choices[0] : dialog.choices.find((one) => one.key === key.toLowerCase());
      if (choice === undefined) continue;
      this.ask(undefined);
      choice.run();
      return;
    }
  }

  #page(dialog: Extract<Dialog, { kind: 'page' }>, press: Press, keys: readonly string[]): void {
    // The frame and the title take three.
    const height = bodyRows(this.size) - 3;
    const total = this.pageLines(dialog).length;
    if (press.kind === 'wheel') this.pageTop = scrolled(this.pageTop, 3 * press.by, total, height);
    for (const key of keys) {
      const by = scrollKey(key, height);
      if (by !== undefined) this.pageTop = scrolled(this.pageTop, by, total, height);
      else {
        this.ask(undefined);
        return;
      }
    }
  }

  /** The lines of a page as this window breaks them. */
  pageLines(dialog: Extract<Dialog, { kind: 'page' }>): readonly string[] {
    return dialog.lines.flatMap((line) => wrapWords(line, Math.max(8, this.size.columns - 4), '  '));
  }

  /** Keys for the field of a text dialog: text in runs, control keys one by one. */
  #feed(press: Press): void {
    const keys = this.#around.dialogKeys;
    if (press.kind === 'paste') keys.feed(fieldText(press));
    else if (press.kind === 'key') {
      if (['left', 'right', 'delete'].includes(press.name)) keys.feed(press.raw);
    } else if (press.kind === 'text')
      for (const run of press.raw.match(/[^\x00-\x1f\x7f]+|[\x00-\x1f\x7f]/g) ?? []) {
        const key = keyName(run);
        // Ctrl-A and the like would be taken for their letters.
        if (!key.startsWith('ctrl-') && key !== 'tab') keys.feed(run);
      }
  }

  /** The field of a text dialog has a value. */
  submit(value: string): void {
    const { dialog } = this;
    if (dialog?.kind !== 'text') return;
    this.ask(undefined);
    dialog.submit(value);
    this.changed('now');
  }
}
