// The lab screen: which console is in sight, what is beside it, and what keys mean. Drawn by screens/lab.tsx.

import { seconds } from '../sim/time.ts';
import { settleStrip, statusBar, type Tab } from './bars.ts';
import { type Command, tabOf, unprefixed } from './commands.ts';
import { type ConsoleNews, ConsoleView } from './console-view.ts';
import { keysOf } from './dialog.ts';
import { type Sitting, SPEEDS } from './front-desk.ts';
import type { Press } from './key-router.ts';
import { bodyRows, type Panel, panes, tooSmall } from './lab-layout.ts';
import { MapPanel } from './map-panel.ts';
import { SaveFlow } from './save-flow.ts';
import type { Stage } from './stage.ts';
import { TaskPanel } from './task-panel.ts';
import type { StyledLine } from './theme.ts';

/** How often the running clock is looked at; it is drawn only when its text has changed. */
const CLOCK_MILLIS = 250;
/** A window that is being dragged is not told to the routers at every size. */
const RESIZE_MILLIS = 120;
const WHEEL_LINES = 3;

export class LabScreen implements ConsoleNews {
  readonly sitting: Sitting;
  readonly tasks: TaskPanel;
  readonly map: MapPanel;
  readonly #stage: Stage;
  readonly #saves: SaveFlow;
  readonly #consoles: readonly ConsoleView[];
  readonly #unsubscribe: () => void;
  #at = 0;
  panel: Panel = 'none';
  /** Who gets the keys. */
  focus: 'console' | 'panel' = 'console';
  message = '';
  #typing = false;
  #answered = false;
  #shown = '';
  #clock: (() => void) | undefined = undefined;
  #resizing: (() => void) | undefined = undefined;
  #done: ReadonlySet<string>;

  constructor(sitting: Sitting, stage: Stage) {
    this.sitting = sitting;
    this.#stage = stage;
    this.#consoles = sitting.devices().map((device) => new ConsoleView(sitting.console(device.name), this));
    this.tasks = new TaskPanel(sitting, stage);
    this.map = new MapPanel(sitting, stage, { goTo: (device) => this.#goTo(device) });
    this.#saves = new SaveFlow(sitting, stage);
    this.#done = this.#doneTasks();
    this.#unsubscribe = sitting.subscribe(() => this.#watch());
    this.#openAll();
    this.#watch();
    if (sitting.notes.length > 0) stage.ask({ kind: 'page', title: 'How this save was opened', lines: sitting.notes });
  }

  get console(): ConsoleView | undefined {
    return this.#consoles[this.#at];
  }

  get tabs(): readonly Tab[] {
    const dark = new Set(
      this.sitting
        .devices()
        .filter((device) => !device.powered)
        .map((device) => device.name),
    );
    return this.#consoles.map((view, index) => ({
      name: view.device,
      here: index === this.#at,
      news: view.unseen && index !== this.#at,
      dark: dark.has(view.device),
    }));
  }

  status(columns: number): StyledLine {
    const console = this.console;
    const facts = { device: console?.device ?? '', back: console?.back ?? 0, message: this.message };
    return statusBar({ sitting: this.sitting, ...facts }, columns, this.#stage.theme.signs);
  }

  strip(columns: number): StyledLine | undefined {
    return settleStrip(this.sitting.pace(), columns, this.#stage.theme.signs);
  }

  /** The window has another size. */
  resized(): void {
    this.#resizing?.();
    this.#resizing = this.#stage.timing.after(RESIZE_MILLIS, () => {
      this.#resizing = undefined;
      this.#look();
      this.#stage.changed('now');
    });
  }

  /** Keys that are not the program's. */
  press(press: Press): void {
    if (tooSmall(this.#stage.size)) return;
    if (press.kind === 'mouse') return;
    const command = press.kind === 'key' ? unprefixed(press.name) : undefined;
    const tab = press.kind === 'key' && press.name.startsWith('alt-') ? tabOf(press.name) : undefined;
    if (command !== undefined) this.command(command);
    else if (tab !== undefined) this.#tab(tab);
    else if (this.focus === 'panel') this.#panelPress(press);
    else this.#consolePress(press);
  }

  command(command: Command): void {
    this.message = '';
    this.#commands[command]?.();
    this.#stage.changed('now');
  }

  /** The key after the prefix, when it is a digit. */
  tab(key: string): boolean {
    const tab = tabOf(key);
    if (tab !== undefined) this.#tab(tab);
    return tab !== undefined;
  }

  /** Leaves the lab, after asking when something would be lost. */
  leave(): void {
    this.#saves.leave();
  }

  close(why: 'left' | 'ended'): void {
    this.#unsubscribe();
    this.#clock?.();
    this.#resizing?.();
    for (const view of this.#consoles) view.close();
    this.sitting.close(why);
  }

  printed(view: ConsoleView, news: { readonly bell: boolean; readonly first: boolean }): void {
    if (view !== this.console) {
      if (news.first) this.#stage.changed('soon');
      return;
    }
    view.unseen = false;
    if (news.bell) this.#stage.bell();
    if (this.#typing) this.#answered = true;
    else if (this.panel !== 'map') this.#stage.changed('soon');
  }

  readonly #commands: Readonly<Partial<Record<Command, () => void>>> = {
    tasks: () => this.#toggle('tasks'),
    map: () => this.#toggle('map'),
    pause: () => (this.sitting.pace().paused ? this.sitting.resume() : this.sitting.pause()),
    speed: () => this.#speed((at) => (at + 1) % SPEEDS.length),
    slower: () => this.#speed((at) => Math.max(0, at - 1)),
    settle: () => this.#settle(),
    step: () => this.sitting.step(seconds(1)),
    save: () => this.#saves.save(),
    'save-as': () => this.#saves.saveAs(),
    quit: () => this.leave(),
    next: () => this.#tab((this.#at + 1) % Math.max(1, this.#consoles.length)),
    previous: () => this.#tab((this.#at + this.#consoles.length - 1) % Math.max(1, this.#consoles.length)),
    prefix: () => this.console?.keys(this.#stage.prefix),
  };

  #speed(step: (at: number) => number): void {
    const at = SPEEDS.indexOf(this.sitting.pace().speed);
    this.sitting.setSpeed(SPEEDS[step(at)] ?? 1);
  }

  #settle(): void {
    if (this.sitting.pace().settling !== undefined) {
      this.sitting.stopSettling();
      return;
    }
    void this.sitting.settle().then((quiet) => {
      this.message = quiet ? 'Nothing changes any more.' : 'Stopped before nothing changed any more.';
      this.#stage.changed('soon');
    });
  }

  #toggle(panel: 'tasks' | 'map'): void {
    if (this.panel !== panel) {
      this.panel = panel;
      this.focus = 'panel';
      if (panel === 'map') this.map.begin(this.console?.device);
    } else if (this.focus === 'console') this.focus = 'panel';
    else this.#closePanel();
    this.#look();
  }

  #closePanel(): void {
    this.panel = 'none';
    this.focus = 'console';
  }

  #panelPress(press: Press): void {
    const { columns } = this.#stage.size;
    const pane = panes(columns, bodyRows(this.#stage.size), this.panel).panel;
    if (pane === undefined) return;
    if (keysOf(press).includes('escape')) {
      // A panel that covers the console goes; one beside it stays and is read while typing.
      if (pane.where === 'whole') this.#closePanel();
      this.focus = 'console';
      this.#look();
    } else if (this.panel === 'tasks') this.tasks.press(press, pane.columns, pane.rows - 1);
    else this.map.press(press);
    this.#stage.changed('now');
  }

  #consolePress(press: Press): void {
    const view = this.console;
    if (view === undefined) return;
    const height = panes(this.#stage.size.columns, bodyRows(this.#stage.size), this.panel).console?.rows ?? 1;
    const page = Math.max(1, height - 1);
    if (press.kind === 'wheel') view.scroll(-press.by * WHEEL_LINES, height);
    else if (press.kind === 'key' && press.name === 'pgup') view.scroll(page, height);
    else if (press.kind === 'key' && press.name === 'pgdn') view.scroll(-page, height);
    else {
      const was = view.back;
      this.#answered = false;
      this.#typing = true;
      view.keys(press.raw);
      this.#typing = false;
      if (!this.#answered && was === view.back) return;
    }
    this.#stage.changed('now');
  }

  #tab(index: number): void {
    if (index >= this.#consoles.length) return;
    this.#at = index;
    if (this.panel === 'map') this.#closePanel();
    this.focus = 'console';
    this.#look();
    this.#stage.changed('now');
  }

  #goTo(device: string): void {
    this.#tab(this.#consoles.findIndex((view) => view.device === device));
  }

  /** Every console is opened, so that none prints unheard. */
  #openAll(): void {
    const { columns, rows } = this.#stage.size;
    for (const view of this.#consoles) view.show(bodyRows({ columns, rows }), columns);
  }

  /** The console in sight is told its size. */
  #look(): void {
    const { size } = this.#stage;
    const pane = tooSmall(size) ? undefined : panes(size.columns, bodyRows(size), this.panel).console;
    if (pane !== undefined) this.console?.show(pane.rows, pane.columns);
  }

  #doneTasks(): ReadonlySet<string> {
    return new Set(
      this.sitting
        .tasks()
        .filter((task) => task.state === 'done')
        .map((task) => task.id),
    );
  }

  /** Looks at what is shown besides the consoles, and again while lab time runs. */
  #watch(): void {
    if (this.#clock !== undefined) return;
    this.#announce();
    const shown = this.#signature();
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#stage.changed('soon');
    }
    this.#clock = this.#stage.timing.after(CLOCK_MILLIS, () => {
      this.#clock = undefined;
      const pace = this.sitting.pace();
      if (!pace.paused || pace.settling !== undefined || this.#signature() !== this.#shown) this.#watch();
    });
  }

  #announce(): void {
    const done = this.#doneTasks();
    const fresh = this.sitting.tasks().filter((task) => done.has(task.id) && !this.#done.has(task.id));
    if (fresh.length > 0) this.message = `Done: ${fresh.map((task) => task.title).join(', ')}`;
    this.#done = done;
  }

  /** All that is shown besides the consoles, as text. */
  #signature(): string {
    const { columns } = this.#stage.size;
    const bars = [...this.status(columns), ...(this.strip(columns) ?? [])].map(({ text }) => text);
    const dark = this.sitting.devices().map((device) => device.powered);
    const links = this.panel === 'map' ? this.sitting.links().map((link) => link.state) : [];
    const tasks = this.panel === 'tasks' ? this.sitting.tasks().map(({ state, checks }) => [state, checks]) : [];
    return JSON.stringify([bars, dark, links, tasks]);
  }
}
