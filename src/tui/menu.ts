// The menu: labs with their sub-labs, saves, a filter. Drawn by screens/menu.tsx.

import { type Dialog, keysOf, scrollKey } from './dialog.ts';
import type { LabEntry, OpenRequest, SaveEntry } from './front-desk.ts';
import { cutText, textWidth } from './glyph-width.ts';
import type { Press } from './key-router.ts';
import { labClock, wallDate } from './lab-clock.ts';
import type { Stage } from './stage.ts';
import { hung } from './task-panel.ts';
import { type Span, type Style, type StyledLine, span } from './theme.ts';

/** What the menu asks of the program. */
export interface MenuDesk {
  open(what: OpenRequest): void;
  /** Reads labs and saves anew. */
  refresh(): void;
  help(): void;
  quit(): void;
}

type Entry = { readonly kind: 'lab'; readonly lab: LabEntry } | { readonly kind: 'save'; readonly save: SaveEntry };

const keyOf = (entry: Entry): string => (entry.kind === 'lab' ? `lab ${entry.lab.id}` : `save ${entry.save.name}`);

export class Menu {
  readonly #stage: Stage;
  readonly #desk: MenuDesk;
  #labs: readonly LabEntry[] = [];
  #saves: readonly SaveEntry[] = [];
  #section: 'labs' | 'saves' = 'labs';
  readonly #chosen = { labs: 0, saves: 0 };
  #top = 0;
  filter = '';
  message = '';

  constructor(stage: Stage, desk: MenuDesk) {
    this.#stage = stage;
    this.#desk = desk;
  }

  show(labs: readonly LabEntry[], saves: readonly SaveEntry[]): void {
    this.#labs = labs;
    this.#saves = saves;
  }

  press(press: Press, listRows: number): void {
    if (press.kind === 'wheel') this.#move(press.by);
    for (const key of keysOf(press)) this.#key(key, listRows);
    this.#stage.changed('now');
  }

  #key(key: string, listRows: number): void {
    const by = key === 'space' ? undefined : scrollKey(key, listRows);
    if (by !== undefined) this.#move(by);
    else if (key === 'tab' || key === 'shift-tab' || key === 'left' || key === 'right') this.#turn();
    else if (key === 'enter') this.#open();
    else if (key === '/') this.#stage.ask(this.#filterDialog());
    else if (key === 'escape') this.filter = '';
    else if (key === 'r') this.#desk.refresh();
    else if (key === '?') this.#desk.help();
    else if (key === 'q' || key === 'ctrl-c') this.#desk.quit();
  }

  #turn(): void {
    this.#section = this.#section === 'labs' ? 'saves' : 'labs';
    this.#top = 0;
  }

  /** The filter is a text dialog; while it is typed the list follows. */
  #filterDialog(): Dialog {
    return {
      kind: 'text',
      title: 'Filter',
      lines: ['Show only what has this in its name or title:'],
      value: this.filter,
      error: undefined,
      submit: (value) => {
        this.filter = value.trim();
        this.#chosen[this.#section] = 0;
      },
    };
  }

  #move(by: number | 'top' | 'bottom'): void {
    const last = Math.max(0, this.#entries().length - 1);
    const at = Math.min(this.#chosen[this.#section], last);
    this.#chosen[this.#section] = by === 'top' ? 0 : by === 'bottom' ? last : Math.max(0, Math.min(last, at + by));
  }

  #open(): void {
    const entry = this.#current();
    if (entry === undefined) return;
    const problem = entry.kind === 'lab' ? entry.lab.problem : entry.save.problem;
    if (problem !== undefined) this.#stage.ask({ kind: 'page', title: 'This cannot be opened', lines: [problem] });
    else if (entry.kind === 'lab') this.#desk.open({ lab: entry.lab.id });
    else this.#desk.open({ lab: entry.save.lab, save: entry.save.name });
  }

  #entries(): readonly Entry[] {
    const wanted = this.filter.toLowerCase();
    const has = (...texts: string[]): boolean => texts.some((text) => text.toLowerCase().includes(wanted));
    if (this.#section === 'saves')
      return this.#saves.filter((save) => has(save.name, save.lab)).map((save) => ({ kind: 'save', save }));
    return this.#labs.filter((lab) => has(lab.id, lab.title)).map((lab) => ({ kind: 'lab', lab }));
  }

  #current(): Entry | undefined {
    const entries = this.#entries();
    return entries[Math.min(this.#chosen[this.#section], entries.length - 1)];
  }

  /** `Labs 12   Saves 3`, the section in sight marked. */
  heading(): StyledLine {
    const tab = (name: 'labs' | 'saves', label: string): Span =>
      span(` ${label} `, name === this.#section ? 'selected' : 'plain');
    const filter = this.filter === '' ? [] : [span(`  only "${this.filter}", Esc shows all`, 'warn')];
    return [
      tab('labs', `Labs ${this.#labs.length}`),
      span(' '),
      tab('saves', `Saves ${this.#saves.length}`),
      ...filter,
    ];
  }

  /** The part of the list that fits. */
  list(width: number, rows: number): readonly StyledLine[] {
    const entries = this.#entries();
    const current = this.#current();
    const at = current === undefined ? 0 : entries.findIndex((entry) => keyOf(entry) === keyOf(current));
    if (at < this.#top) this.#top = at;
    if (at >= this.#top + rows) this.#top = at - rows + 1;
    this.#top = Math.max(0, Math.min(this.#top, entries.length - rows));
    if (entries.length === 0) return [[span(this.#nothing(), 'dim')]];
    return entries.slice(this.#top, this.#top + rows).map((entry, index) => {
      const chosen = this.#top + index === at;
      return this.#row(entry, chosen, width);
    });
  }

  #nothing(): string {
    if (this.filter !== '') return ' Nothing has that in its name.';
    return this.#section === 'labs' ? ' There are no labs here.' : ' Nothing has been saved yet.';
  }

  #row(entry: Entry, chosen: boolean, width: number): StyledLine {
    const problem = entry.kind === 'lab' ? entry.lab.problem : entry.save.problem;
    const style: Style = chosen ? 'selected' : problem === undefined ? 'plain' : 'bad';
    const [left, right] = entry.kind === 'lab' ? labColumns(entry.lab) : saveColumns(entry.save);
    const pointer = chosen ? `${this.#stage.theme.signs.pointer} ` : '  ';
    const room = Math.max(0, width - 2 - right.length - 2);
    const shown = cutText(left, room);
    return [span(`${pointer}${shown}${' '.repeat(room - textWidth(shown))}  ${right}`, style)];
  }

  /** What there is to say about the chosen one. */
  details(width: number): readonly StyledLine[] {
    const entry = this.#current();
    if (entry === undefined) return [];
    if (entry.kind === 'save') {
      const { save } = entry;
      if (save.problem !== undefined) return hung('damaged: ', save.problem, width, 'bad');
      const title = this.#labs.find((lab) => lab.id === save.lab)?.title;
      return hung(
        '',
        title === undefined ? `Its lab ${save.lab} is not here.` : `${save.lab}: ${title}`,
        width,
        'plain',
      );
    }
    const { lab } = entry;
    if (lab.problem !== undefined) return hung('damaged: ', lab.problem, width, 'bad');
    return [...hung('', lab.title, width, 'title'), ...hung('', lab.summary, width, 'plain')];
  }
}

/** A sub-lab stands under its parent, indented. */
function labColumns(lab: LabEntry): readonly [string, string] {
  const depth = lab.id.split('/').length - 1;
  const own = lab.id.slice(lab.id.lastIndexOf('/') + 1);
  const name = `${'  '.repeat(depth)}${own}`;
  const minutes = lab.problem !== undefined ? 'damaged' : lab.minutes === undefined ? '' : `${lab.minutes} min`;
  return [`${name.padEnd(22)} ${lab.title}`, minutes.padStart(7)];
}

function saveColumns(save: SaveEntry): readonly [string, string] {
  const time = save.problem !== undefined ? 'damaged' : save.labTime === undefined ? '' : labClock(save.labTime);
  const date = save.savedAt === undefined ? '' : wallDate(save.savedAt);
  return [`${save.name.padEnd(22)} ${save.lab}`, `${time.padStart(8)}  ${date}`];
}
