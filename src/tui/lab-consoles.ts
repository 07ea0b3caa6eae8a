// The consoles of a lab on the screen: which are in sight, which hear what is typed, what is read and copied in them.

import type { Tab } from './bars.ts';
import type { Command } from './commands.ts';
import type { ConsoleNews, ConsoleView } from './console-view.ts';
import { fieldText, keysOf } from './dialog.ts';
import type { Sitting } from './front-desk.ts';
import { Hearers } from './hearers.ts';
import type { Press } from './key-router.ts';
import { type Pane, type Placed, placePanes } from './lab-layout.ts';
import { LabSession } from './lab-session.ts';
import { type Direction, PaneGrid } from './pane-grid.ts';
import type { Stage } from './stage.ts';

const WHEEL_LINES = 3;

/** What the consoles ask of the screen around them. */
export interface Around {
  /** The room there is for them; undefined: none is in sight. */
  room(): Pane | undefined;
  /** They want to be seen, and to have the keys. */
  uncover(): void;
}

export class LabConsoles implements ConsoleNews {
  readonly session: LabSession;
  readonly grid: PaneGrid;
  readonly hearers = new Hearers();
  readonly #stage: Stage;
  readonly #around: Around;
  /** What was copied last. */
  #copied = '';
  /** This console has the terminal to itself. */
  #attached: ConsoleView | undefined = undefined;
  #typing = false;
  #answered = false;

  constructor(sitting: Sitting, stage: Stage, around: Around) {
    this.#stage = stage;
    this.#around = around;
    this.session = new LabSession(sitting, stage, this);
    this.grid = new PaneGrid(this.session.devices);
  }

  /** The one with the focus. */
  get focused(): ConsoleView | undefined {
    return this.session.view(this.grid.focus);
  }

  /** The focused one as the status bar names it. */
  get label(): string {
    const all = this.grid.devices.length;
    return all > 1 && this.placed.length === 1 ? `${this.grid.focus} (1 of ${all} panes)` : this.grid.focus;
  }
  /** For the status bar: who hears what is typed, when it is more than one. */
  hearing(width: number): string {
    return this.hearers.text(this.grid.focus, this.session.devices, width);
  }

  /** Where each is that is in sight. */
  get placed(): readonly Placed[] {
    const room = this.#around.room();
    const { columns, focus, zoomed } = this.grid;
    return room === undefined ? [] : placePanes(room, columns, focus, zoomed);
  }
  get #here(): Placed | undefined {
    return this.placed.find((one) => one.device === this.grid.focus);
  }

  get tabs(): readonly Tab[] {
    const dark = new Set(
      this.session.sitting
        .devices()
        .filter((device) => !device.powered)
        .map((device) => device.name),
    );
    const inSight = new Set(this.placed.map((one) => one.device));
    return this.session.views.map((view) => ({
      name: view.device,
      here: view.device === this.grid.focus,
      inSight: inSight.has(view.device),
      news: view.unseen && (view.device !== this.grid.focus || view.back > 0),
      dark: dark.has(view.device),
      hears: this.hearers.has(view.device),
    }));
  }

  printed(view: ConsoleView, news: { readonly bell: boolean; readonly first: boolean }): void {
    if (this.#attached !== undefined) {
      // The terminal has the bytes, bell and all.
      if (view === this.#attached) view.unseen = false;
      return;
    }
    const inSight = this.placed.some((one) => one.device === view.device);
    if (inSight && view.back === 0) view.unseen = false;
    if (news.bell && (inSight || view === this.focused)) this.#stage.bell();
    if (inSight && this.#typing) this.#answered = true;
    else if (inSight || news.first) this.#stage.changed('soon');
  }

  readonly commands: Readonly<Partial<Record<Command, () => void>>> = {
    attach: () => this.#attach(),
    next: () => this.#beside(1),
    previous: () => this.#beside(-1),
    jump: () => this.#jump(),
    split: () => this.#open('beside'),
    stack: () => this.#open('below'),
    four: () => this.#arrange(() => this.grid.four()),
    zoom: () =>
      this.#arrange(() => {
        this.grid.zoomed = this.grid.split && !this.grid.zoomed;
      }),
    'close-pane': () => this.#arrange(() => this.grid.close()),
    'next-pane': () => this.#arrange(() => this.grid.next()),
    left: () => this.#towards('left'),
    right: () => this.#towards('right'),
    up: () => this.#towards('up'),
    down: () => this.#towards('down'),
    swap: () => this.#arrange(() => this.grid.swap()),
    hear: () => this.hearers.toggle(this.grid.split ? this.grid.devices : this.session.devices),
    'hear-one': () => this.hearers.change(this.grid.focus),
    search: () => this.#read('words'),
    copy: () => this.#read('copy'),
    paste: () => this.#paste(),
    prefix: () => this.#type(this.#stage.prefix),
  };

  /** Keys for the one with the focus, and for all that hear it. */
  press(press: Press): void {
    const view = this.focused;
    if (view === undefined) return;
    const height = this.#here?.rows ?? 1;
    if (press.kind === 'wheel') this.#wheel(press);
    else if (view.reading !== undefined) this.#readingPress(view, press, height);
    else if (press.kind === 'key' && press.name === 'pgup') view.scroll(Math.max(1, height - 1), height);
    else if (press.kind === 'key' && press.name === 'pgdn') view.scroll(-Math.max(1, height - 1), height);
    else if (!this.#type(press.raw)) return;
    this.#stage.changed('now');
  }

  /** Turns the pane under the pointer. */
  #wheel(press: Extract<Press, { kind: 'wheel' }>): void {
    const { placed } = this;
    // The tabs take the first row.
    const row = press.row - 1;
    const under = placed.find(({ top, left, rows, columns, titled }) => {
      const bottom = top + rows + Number(titled);
      return row >= top && row < bottom && press.column >= left && press.column < left + columns;
    });
    const pane = under ?? this.#here;
    if (pane !== undefined) this.session.view(pane.device)?.scroll(-press.by * WHEEL_LINES, pane.rows);
  }

  #readingPress(view: ConsoleView, press: Press, height: number): void {
    const { reading } = view;
    if (reading === undefined) return;
    if (press.kind === 'paste') reading.type(fieldText(press), height);
    for (const key of keysOf(press)) {
      const read = reading.key(key, height);
      if (read === 'on') continue;
      view.toEnd();
      if (read !== 'over') this.#clip(read.copied);
      return;
    }
  }

  #clip(text: string): void {
    this.#copied = text;
    const { length } = text;
    const characters = length === 1 ? 'character' : 'characters';
    const here = this.#stage.clip(text) ? '' : ', too many for the clipboard';
    this.#stage.say(`Copied ${length} ${characters}${here}; ${this.#stage.prefixLabel} ] types them.`);
  }

  #paste(): void {
    if (this.#copied === '') this.#stage.say('Nothing has been copied yet.');
    else this.#type(this.#copied.replaceAll('\n', '\r'));
  }

  /** Keys to whoever hears them. False: nothing in sight changed. */
  #type(keys: string): boolean {
    const hearing = this.hearers.of(this.grid.focus, this.session.devices);
    const views = this.session.views.filter((view) => hearing.includes(view.device));
    this.#answered = views.some((view) => view.back > 0 || view.reading !== undefined);
    this.#typing = true;
    for (const view of views) view.keys(keys);
    this.#typing = false;
    return this.#answered;
  }

  #read(mode: 'words' | 'copy'): void {
    this.#around.uncover();
    const here = this.#here;
    if (here !== undefined) this.focused?.read(mode, here.rows);
  }

  /** Changes the panes, and tells the consoles their sizes. */
  #arrange(change: () => void): void {
    change();
    this.#around.uncover();
    this.look();
    if (this.grid.split && !this.grid.zoomed && this.placed.length === 1)
      this.#stage.say('The window is too small for these panes; one is shown.');
    this.#stage.changed('now');
  }

  #open(where: 'beside' | 'below'): void {
    this.#arrange(() => {
      const hidden = this.grid.devices.length < this.session.devices.length;
      if (!this.grid.open(where)) this.#stage.say(hidden ? 'No more panes go there.' : 'Every console is in sight.');
    });
  }

  #towards(direction: Direction): void {
    if (!this.grid.split && (direction === 'left' || direction === 'right'))
      this.#beside(direction === 'left' ? -1 : 1);
    else this.#arrange(() => this.grid.towards(direction));
  }

  #beside(by: number): void {
    const { length } = this.session.devices;
    this.tab((this.session.devices.indexOf(this.grid.focus) + by + length) % Math.max(1, length));
  }

  /** The console of that tab, in the focused pane; from 0. */
  tab(index: number): void {
    const device = this.session.devices[index];
    if (device !== undefined) this.#arrange(() => this.grid.show(device));
  }

  /** To the pane of that device, or its console in the focused pane. */
  goTo(device: string): void {
    this.#arrange(() => this.grid.goTo(device));
  }

  #jump(): void {
    const { views, devices } = this.session;
    const at = devices.indexOf(this.grid.focus) + 1;
    const next = [...views.slice(at), ...views.slice(0, at)].find((view) => view.unseen);
    if (next === undefined) {
      this.#stage.say('No other console has printed anything.');
      return;
    }
    next.toEnd();
    this.goTo(next.device);
  }

  #attach(): void {
    const view = this.focused;
    if (view === undefined) return;
    this.#around.uncover();
    this.#attached = view;
    view.toEnd();
    this.look();
    this.#stage.attach(view, () => {
      this.#attached = undefined;
      this.look();
    });
  }

  /** The consoles in sight are told their sizes. */
  look(): void {
    const { columns, rows } = this.#stage.size;
    if (this.#attached !== undefined) this.#attached.show(rows, columns);
    else for (const one of this.placed) this.session.view(one.device)?.show(one.rows, one.columns);
  }
}
