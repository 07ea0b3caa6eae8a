// A lab that is played, as every kind of screen has it: its consoles, its time, its tasks, saving and leaving.

import { seconds } from '../sim/time.ts';
import type { Command } from './commands.ts';
import { type ConsoleNews, ConsoleView } from './console-view.ts';
import { type Sitting, SPEEDS, type TaskFacts } from './front-desk.ts';
import { type Asking, SaveFlow } from './save-flow.ts';
import { TaskReading } from './task-reading.ts';

export class LabSession {
  readonly sitting: Sitting;
  /** One a device, in the order of the lab. */
  readonly views: readonly ConsoleView[];
  readonly devices: readonly string[];
  readonly tasks: TaskReading;
  readonly saves: SaveFlow;
  readonly #say: (text: string) => void;
  #done: ReadonlySet<string>;

  constructor(sitting: Sitting, asking: Asking, news: ConsoleNews) {
    this.sitting = sitting;
    this.views = sitting.devices().map((device) => new ConsoleView(sitting.console(device.name), news));
    this.devices = this.views.map((view) => view.device);
    this.tasks = new TaskReading(sitting);
    this.saves = new SaveFlow(sitting, asking);
    this.#say = (text) => {
      asking.say(text);
      asking.changed('soon');
    };
    this.#done = new Set(this.#doneTasks().map((task) => task.id));
  }

  view(device: string): ConsoleView | undefined {
    return this.views.find((one) => one.device === device);
  }

  /** Every console is opened, so that none prints unheard. */
  openAll(rows: number, columns: number): void {
    for (const view of this.views) view.show(rows, columns);
  }

  /** The titles of the tasks that have been done since this was asked last. */
  freshlyDone(): readonly string[] {
    const done = this.#doneTasks();
    const fresh = done.filter((task) => !this.#done.has(task.id)).map((task) => task.title);
    this.#done = new Set(done.map((task) => task.id));
    return fresh;
  }

  /** What is the same wherever it is asked for. */
  readonly commands: Readonly<Partial<Record<Command, () => void>>> = {
    pause: () => (this.sitting.pace().paused ? this.sitting.resume() : this.sitting.pause()),
    speed: () => this.#speed((at) => (at + 1) % SPEEDS.length),
    slower: () => this.#speed((at) => Math.max(0, at - 1)),
    settle: () => void this.settle(),
    step: () => this.sitting.step(seconds(1)),
    save: () => this.saves.save(),
    'save-as': () => this.saves.saveAs(),
    quit: () => this.saves.leave(),
  };

  /** Runs until nothing changes, or ends that; resolves when it is over. */
  async settle(): Promise<void> {
    if (this.sitting.pace().settling !== undefined) {
      this.sitting.stopSettling();
      return;
    }
    const quiet = await this.sitting.settle();
    this.#say(quiet ? 'Nothing changes any more.' : 'Stopped before nothing changed any more.');
  }

  close(why: 'left' | 'ended'): void {
    for (const view of this.views) view.close();
    this.sitting.close(why);
  }

  #speed(step: (at: number) => number): void {
    const at = SPEEDS.indexOf(this.sitting.pace().speed);
    this.sitting.setSpeed(SPEEDS[step(at)] ?? 1);
  }

  #doneTasks(): readonly TaskFacts[] {
    return this.sitting.tasks().filter((task) => task.state === 'done');
  }
}
