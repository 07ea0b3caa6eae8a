// The lab screen: consoles, what is beside them, and what keys mean. Drawn by screens/lab.tsx.

import { settleStrip, statusBar, type Tab } from './bars.ts';
import { type Command, tabOf, unprefixed } from './commands.ts';
import type { ConsoleView } from './console-view.ts';
import { keysOf } from './dialog.ts';
import type { Sitting } from './front-desk.ts';
import type { Press } from './key-router.ts';
import { LabConsoles } from './lab-consoles.ts';
import { bodyRows, type Panel, type Panes, panes, tooSmall } from './lab-layout.ts';
import type { LabSession } from './lab-session.ts';
import { MapPanel } from './map-panel.ts';
import { readingText } from './reading-text.ts';
import type { Stage } from './stage.ts';
import { TaskPanel } from './task-panel.ts';
import type { StyledLine } from './theme.ts';

/** How often the running clock is looked at; it is drawn only when its text has changed. */
const CLOCK_MILLIS = 250;
/** A window that is being dragged is not told to the routers at every size. */
const RESIZE_MILLIS = 120;

export class LabScreen {
  readonly sitting: Sitting;
  readonly consoles: LabConsoles;
  readonly tasks: TaskPanel;
  readonly map: MapPanel;
  readonly #session: LabSession;
  readonly #stage: Stage;
  readonly #unsubscribe: () => void;
  panel: Panel = 'none';
  /** Who gets the keys. */
  focus: 'console' | 'panel' = 'console';
  message = '';
  #shown = '';
  #clock: (() => void) | undefined = undefined;
  #resizing: (() => void) | undefined = undefined;

  constructor(sitting: Sitting, stage: Stage) {
    this.sitting = sitting;
    this.#stage = stage;
    this.consoles = new LabConsoles(sitting, stage, {
      room: () => (tooSmall(stage.size) ? undefined : this.panes.console),
      uncover: () => this.#uncover(),
    });
    this.#session = this.consoles.session;
    this.tasks = new TaskPanel(sitting, this.#session.tasks, stage);
    this.map = new MapPanel(sitting, stage, { goTo: (device) => this.consoles.goTo(device) });
    this.#unsubscribe = sitting.subscribe(() => this.#watch());
    this.#session.openAll(bodyRows(stage.size), stage.size.columns);
    this.#watch();
    if (sitting.notes.length > 0) stage.ask({ kind: 'page', title: 'How this save was opened', lines: sitting.notes });
  }

  /** The console with the focus. */
  get console(): ConsoleView | undefined {
    return this.consoles.focused;
  }

  /** Keys go to a console as they are. */
  get typesStraight(): boolean {
    return this.focus === 'console' && this.console?.reading === undefined;
  }

  /** Room for consoles and panel. */
  get panes(): Panes {
    const { size } = this.#stage;
    return panes(size.columns, bodyRows(size), this.panel);
  }

  get tabs(): readonly Tab[] {
    return this.consoles.tabs;
  }

  status(columns: number): StyledLine {
    const view = this.console;
    const facts = {
      device: this.consoles.label,
      back: view?.back ?? 0,
      message: this.message,
      reading: view?.reading === undefined ? '' : readingText(view.reading),
      hears: this.consoles.hearing(Math.floor(columns / 3)),
    };
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
      this.consoles.look();
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
    else if (tab !== undefined) this.consoles.tab(tab);
    else if (this.focus === 'panel') this.#panelPress(press);
    else this.consoles.press(press);
  }

  command(command: Command): void {
    this.message = '';
    const { commands } = this.consoles;
    (this.#commands[command] ?? commands[command] ?? this.#session.commands[command])?.();
    this.#stage.changed('now');
  }

  /** The key after the prefix, when it is a digit. */
  tab(key: string): boolean {
    const tab = tabOf(key);
    if (tab !== undefined) this.consoles.tab(tab);
    return tab !== undefined;
  }

  close(why: 'left' | 'ended'): void {
    this.#unsubscribe();
    this.#clock?.();
    this.#resizing?.();
    this.#session.close(why);
  }

  readonly #commands: Readonly<Partial<Record<Command, () => void>>> = {
    tasks: () => this.#toggle('tasks'),
    map: () => this.#toggle('map'),
  };

  #toggle(panel: 'tasks' | 'map'): void {
    if (this.panel !== panel) {
      this.panel = panel;
      this.focus = 'panel';
      if (panel === 'map') this.map.begin(this.console?.device);
    } else if (this.focus === 'console') this.focus = 'panel';
    else this.#closePanel();
    this.consoles.look();
  }

  #closePanel(): void {
    this.panel = 'none';
    this.focus = 'console';
  }

  /** A panel that covers the consoles goes. */
  #uncover(): void {
    if (this.panes.console === undefined) this.#closePanel();
    this.focus = 'console';
  }

  #panelPress(press: Press): void {
    const pane = this.panes.panel;
    if (pane === undefined) return;
    if (keysOf(press).includes('escape')) {
      // One beside them stays, and is read while typing.
      this.#uncover();
      this.consoles.look();
    } else if (this.panel === 'tasks') this.tasks.press(press, pane.columns, pane.rows - 1);
    else this.map.press(press);
    this.#stage.changed('now');
  }

  /** Looks at what is shown besides the consoles, and again while lab time runs. */
  #watch(): void {
    if (this.#clock !== undefined) return;
    const fresh = this.#session.freshlyDone();
    if (fresh.length > 0) this.message = `Done: ${fresh.join(', ')}`;
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
