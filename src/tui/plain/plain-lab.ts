// A lab without a screen: short commands, answered in sentences.

import { didYouMean } from '../../base/nearest.ts';
import { micros } from '../../sim/time.ts';
import type { ConsoleNews, ConsoleView } from '../console-view.ts';
import { type Sitting, SPEEDS, type Speed, type TaskFacts } from '../front-desk.ts';
import { guideLines } from '../guide-lines.ts';
import { LabSession } from '../lab-session.ts';
import { makeTheme } from '../theme.ts';
import type { Timing } from '../timing.ts';
import { PlainAsking } from './plain-asking.ts';
import { LEAVE_LINE, PlainConsole } from './plain-console.ts';
import type { PlainTerminal } from './plain-terminal.ts';
import { checkLines, deviceLine, linkLine, paceLine, scoreLine, statusLines, taskLine } from './plain-words.ts';

export interface PlainSetting {
  readonly terminal: PlainTerminal;
  readonly timing: Timing;
  readonly prefix: string;
  readonly prefixLabel: string;
}

interface Order {
  readonly name: string;
  readonly args: string;
  readonly about: string;
  run(rest: string): void | Promise<void>;
}

/** An answer that takes longer is left to itself, and read later. */
const PATIENCE_MILLIS = 10_000;
/** In a pipe nobody comes back to it: after so long it is stopped. */
const PIPE_PATIENCE_MILLIS = 120_000;
const READ_LINES = 20;
const FOUND_MAX = 50;
/** As it is printed, a guide is no wider than this. */
const GUIDE_COLUMNS = 100;

export class PlainLab implements ConsoleNews {
  readonly #sitting: Sitting;
  readonly #session: LabSession;
  readonly #setting: PlainSetting;
  readonly #terminal: PlainTerminal;
  readonly #asking: PlainAsking;
  readonly #consoles: ReadonlyMap<string, PlainConsole>;
  /** The console that has the terminal. */
  #visited: ConsoleView | undefined = undefined;

  constructor(sitting: Sitting, setting: PlainSetting) {
    const { terminal, timing } = setting;
    this.#sitting = sitting;
    this.#setting = setting;
    this.#terminal = terminal;
    this.#asking = new PlainAsking(terminal);
    this.#session = new LabSession(sitting, this.#asking, this);
    this.#consoles = new Map(
      this.#session.views.map((view) => [view.device, new PlainConsole(view, terminal, timing)]),
    );
    this.#session.openAll(terminal.size.rows, terminal.size.columns);
  }

  printed(view: ConsoleView): void {
    if (view === this.#visited) view.unseen = false;
  }

  resized(): void {
    const { rows, columns } = this.#terminal.size;
    this.#visited?.show(rows, columns);
  }

  close(why: 'left' | 'ended'): void {
    this.#session.close(why);
  }

  /** Stops running until nothing changes; false: it was not. */
  stopSettling(): boolean {
    if (this.#sitting.pace().settling === undefined) return false;
    this.#sitting.stopSettling();
    return true;
  }

  /** Until it is left. False: there is no more input. */
  async run(): Promise<boolean> {
    const { terminal } = this.#setting;
    for (const line of [...this.#sitting.notes, ...statusLines(this.#sitting)]) terminal.say(line);
    // A script wants a lab that is up; a person may look at it come up.
    if (!terminal.interactive) await this.#quiet();
    terminal.say('"help" lists the commands, "devices" the devices, "go DEVICE" goes to a console.');
    while (!this.#asking.left) {
      this.#tellNews();
      const line = await terminal.line(`${this.#sitting.lab.id}> `);
      if (line === undefined) return false;
      await this.#do(line.trim());
      do await this.#session.saves.idle;
      while (await this.#asking.answer());
    }
    return true;
  }

  async #do(line: string): Promise<void> {
    const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(line) ?? [];
    if (word === '') return;
    const wanted = word.toLowerCase();
    const orders = this.#orders.filter(({ name }) => name.startsWith(wanted));
    const order = orders.find(({ name }) => name === wanted) ?? (orders.length === 1 ? orders[0] : undefined);
    if (order !== undefined) await order.run(rest);
    else if (orders.length > 1) this.#say(`"${word}" may be ${orders.map(({ name }) => name).join(' or ')}.`);
    else {
      const names = this.#orders.map(({ name }) => name);
      this.#say(`There is no command "${word}"${didYouMean(word, names)}; "help" lists them.`);
    }
  }

  readonly #orders: readonly Order[] = [
    { name: 'help', args: '', about: 'this list', run: () => this.#help() },
    { name: 'devices', args: '', about: 'the devices, and what their consoles do', run: () => this.#devices() },
    { name: 'go', args: 'DEVICE', about: 'to the console of a device', run: (rest) => this.#go(rest) },
    {
      name: 'type',
      args: 'DEVICE TEXT',
      about: 'type a line there and read the answer',
      run: (rest) => this.#type(rest),
    },
    { name: 'read', args: 'DEVICE [LINES]', about: 'the newest lines of a console', run: (rest) => this.#read(rest) },
    { name: 'find', args: 'DEVICE WORDS', about: 'search all that a console printed', run: (rest) => this.#find(rest) },
    { name: 'tasks', args: '', about: 'the tasks, and which are done', run: () => this.#tasks() },
    { name: 'task', args: '[NUMBER]', about: 'one task and its checks', run: (rest) => this.#task(rest) },
    { name: 'hint', args: '[NUMBER]', about: 'one more hint for it', run: (rest) => this.#hint(rest) },
    { name: 'check', args: '', about: 'ask every check now, also what takes time', run: () => this.#check() },
    { name: 'guide', args: '', about: 'the guide of the lab', run: () => this.#guide() },
    { name: 'map', args: '', about: 'the cables, and which are up', run: () => this.#map() },
    { name: 'cut', args: 'CABLE', about: 'take a cable out', run: (rest) => this.#cable(rest, false) },
    { name: 'mend', args: 'CABLE', about: 'put it back', run: (rest) => this.#cable(rest, true) },
    { name: 'status', args: '', about: 'lab time, speed, tasks, save', run: () => this.#status() },
    { name: 'pause', args: '', about: 'stop lab time', run: () => this.#pace(() => this.#sitting.pause()) },
    { name: 'resume', args: '', about: 'let it go on', run: () => this.#pace(() => this.#sitting.resume()) },
    {
      name: 'speed',
      args: '1, 10 or 100',
      about: 'how many times as fast as the clock',
      run: (rest) => this.#speed(rest),
    },
    { name: 'step', args: '[SECONDS]', about: 'so much lab time, then stop', run: (rest) => this.#step(rest) },
    { name: 'settle', args: '', about: 'run until nothing changes', run: () => this.#settle() },
    {
      name: 'save',
      args: '[NAME]',
      about: 'save, under another name if one is given',
      run: (rest) => this.#save(rest),
    },
    { name: 'quit', args: '', about: 'leave the lab', run: () => this.#session.saves.leave() },
  ];

  #say(...lines: readonly string[]): void {
    for (const line of lines) this.#terminal.say(line);
  }

  #help(): void {
    for (const { name, args, about } of this.#orders) this.#say(`${`${name} ${args}`.trim()}: ${about}.`);
    const way = this.#terminal.interactive ? `The key ${this.#setting.prefixLabel}` : `A line ${LEAVE_LINE}`;
    this.#say(
      `${way} leaves a console. Devices, cables and tasks have names and numbers. Names go as far as they are clear.`,
      '"type" takes several devices, parted by commas, or "all".',
    );
  }

  #devices(): void {
    this.#sitting.devices().forEach((device, index) => {
      const view = this.#session.view(device.name);
      this.#say(deviceLine(index + 1, device, view?.state ?? 'closed', view?.unseen ?? false));
    });
  }

  /** By name or number; says so when there is none. */
  #device(word: string): PlainConsole | undefined {
    const { devices } = this.#session;
    const name = devices[Number(word) - 1] ?? devices.find((one) => one.toLowerCase() === word.toLowerCase());
    if (name === undefined)
      this.#say(
        word === ''
          ? 'Which device? "devices" lists them.'
          : `There is no device "${word}"${didYouMean(word, devices)}.`,
      );
    return name === undefined ? undefined : this.#consoles.get(name);
  }

  async #go(word: string): Promise<void> {
    const console = this.#device(word);
    if (console === undefined) return;
    const { view } = console;
    this.#visited = view;
    this.resized();
    if (this.#terminal.interactive) {
      this.#say(`The console of ${view.device}. ${this.#setting.prefixLabel} leaves it.`);
      await console.visit(this.#setting.prefix);
      this.#say(`Back in the lab; ${view.device} goes on.`);
    } else await console.visitByLines(PIPE_PATIENCE_MILLIS);
    view.unseen = false;
    this.#visited = undefined;
  }

  async #type(rest: string): Promise<void> {
    const [, names = '', text = ''] = /^(\S*)\s*(.*)$/s.exec(rest) ?? [];
    const words = names === 'all' ? this.#session.devices : names.split(',');
    const consoles = words.map((word) => this.#device(word));
    const patience = this.#terminal.interactive ? PATIENCE_MILLIS : PIPE_PATIENCE_MILLIS;
    for (const console of consoles) {
      if (console === undefined) return;
      if (words.length > 1) this.#say(`${console.view.device}:`);
      console.skip();
      const answered = await console.type(`${text}\r`, patience);
      console.view.unseen = false;
      if (!answered) this.#say(`It still runs; "read ${console.view.device}" tells how far it is.`);
    }
  }

  #read(rest: string): void {
    const [word = '', lines = String(READ_LINES)] = rest.split(/\s+/);
    const console = this.#device(word);
    if (console === undefined) return;
    this.#terminal.print(console.newest(Math.max(1, Number(lines) || READ_LINES)));
    console.view.unseen = false;
  }

  #find(rest: string): void {
    const [, word = '', words = ''] = /^(\S*)\s*(.*)$/s.exec(rest) ?? [];
    const console = this.#device(word);
    if (console === undefined) return;
    const found = words === '' ? [] : console.find(words);
    this.#say(...found.slice(-FOUND_MAX));
    if (found.length > FOUND_MAX) this.#say(`These are the newest ${FOUND_MAX} of ${found.length}.`);
    if (found.length === 0) this.#say(`${console.view.device} printed no "${words}".`);
  }

  #tasks(): void {
    const tasks = this.#sitting.tasks();
    this.#say(...tasks.map((task, index) => taskLine(index + 1, task)), scoreLine(tasks));
  }

  /** That of a number, or the one that is read. */
  #wanted(word: string): TaskFacts | undefined {
    const tasks = this.#sitting.tasks();
    const task = word === '' ? this.#session.tasks.current : tasks[Number(word) - 1];
    if (task === undefined) this.#say(tasks.length === 0 ? 'This lab has no tasks.' : `There is no task ${word}.`);
    else this.#session.tasks.choose(task.id);
    return task;
  }

  #task(word: string): void {
    const task = this.#wanted(word);
    if (task === undefined) return;
    const number = this.#sitting.tasks().findIndex((one) => one.id === task.id) + 1;
    this.#say(taskLine(number, task), task.brief, ...task.checks.flatMap((check) => checkLines(check)));
    const shown = this.#session.tasks.hints(task);
    this.#say(...shown.map((hint, index) => `Hint ${index + 1}: ${hint}`));
    const left = task.hints.length - shown.length;
    if (left > 0) this.#say(`${left === 1 ? '1 hint is' : `${left} hints are`} left; "hint" tells the next.`);
  }

  #hint(word: string): void {
    const task = this.#wanted(word);
    if (task === undefined) return;
    const answer = this.#session.tasks.hint(task);
    this.#say('none' in answer ? answer.none : `Hint ${this.#session.tasks.hints(task).length}: ${answer.hint}`);
  }

  async #check(): Promise<void> {
    this.#say('Checking.');
    this.#say((await this.#session.tasks.check()) ?? '');
    this.#tasks();
  }

  #guide(): void {
    const width = Math.min(this.#terminal.size.columns, GUIDE_COLUMNS);
    const { signs } = makeTheme({ colour: false, ascii: true });
    const lines = guideLines(this.#sitting.lab.guide, width, signs).map((line) =>
      line.map(({ text }) => text).join(''),
    );
    if (lines.every((line) => line === '')) this.#say('This lab has no guide.');
    else this.#terminal.print(`${lines.join('\n').trim()}\n`);
  }

  #map(): void {
    const links = this.#sitting.links();
    this.#say(...links.map((link, index) => linkLine(index + 1, link)));
    if (links.length === 0) this.#say('This lab has no cables.');
  }

  #cable(word: string, plugged: boolean): void {
    const links = this.#sitting.links();
    const at = links.findIndex((link, index) => link.id === word || String(index + 1) === word);
    const link = links[at];
    if (link === undefined) {
      this.#say(word === '' ? 'Which cable? "map" lists them.' : `There is no cable "${word}"; "map" lists them.`);
      return;
    }
    this.#sitting.setCable(link.id, plugged);
    this.#say(linkLine(at + 1, this.#sitting.links()[at] ?? link));
  }

  #status(): void {
    this.#say(...statusLines(this.#sitting));
  }

  #pace(change: () => void): void {
    change();
    this.#say(paceLine(this.#sitting.pace()));
  }

  #speed(word: string): void {
    const speed = SPEEDS.find((one) => String(one) === word);
    if (speed === undefined) this.#say(`${paceLine(this.#sitting.pace())} It can be ${SPEEDS.join(', ')}.`);
    else this.#pace(() => this.#sitting.setSpeed(speed satisfies Speed));
  }

  #step(word: string): void {
    const span = word === '' ? 1 : Number(word);
    if (!(span > 0 && span <= 86_400)) this.#say(`"${word}" is no number of seconds.`);
    else this.#pace(() => this.#sitting.step(micros(Math.round(span * 1_000_000))));
  }

  async #settle(): Promise<void> {
    if (this.#sitting.pace().settling !== undefined) await this.#quiet();
    else {
      this.#say('Running until nothing changes. Ctrl-C stops that.');
      await this.#session.settle();
    }
    this.#status();
  }

  /** Waits until somebody else's running is over. */
  #quiet(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.#sitting.subscribe(() => look());
      const look = (): void => {
        if (this.#sitting.pace().settling !== undefined) return;
        stop();
        resolve();
      };
      look();
    });
  }

  #save(name: string): void {
    if (name === '') this.#session.saves.save();
    else this.#session.saves.saveUnder(name);
  }

  /** What happened since the last line was read. */
  #tellNews(): void {
    const done = this.#session.freshlyDone();
    if (done.length > 0) this.#say(`Done: ${done.join(', ')}.`);
    const news = this.#session.views.filter((view) => view.unseen).map((view) => view.device);
    if (news.length > 0 && this.#told !== news.join(' ')) this.#say(`Printed something new: ${news.join(', ')}.`);
    this.#told = news.join(' ');
  }
  #told = '';
}
