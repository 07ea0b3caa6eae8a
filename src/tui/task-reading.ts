// How far somebody has read the tasks: which one is unfolded, which hints were asked for.

import type { Sitting, TaskFacts } from './front-desk.ts';

export class TaskReading {
  readonly #sitting: Sitting;
  #chosen: string | undefined = undefined;
  #checking = false;
  /** Hints shown so far, by task. */
  readonly #hints = new Map<string, number>();

  constructor(sitting: Sitting) {
    this.#sitting = sitting;
  }

  /** The task that is read: the one chosen, otherwise the first that is not done. */
  get current(): TaskFacts | undefined {
    const tasks = this.#sitting.tasks();
    return tasks.find((task) => task.id === this.#chosen) ?? tasks.find((task) => task.state !== 'done') ?? tasks[0];
  }

  choose(id: string | undefined): void {
    this.#chosen = id;
  }

  /** To a task after or before it. */
  move(by: number): void {
    const tasks = this.#sitting.tasks();
    const at = tasks.findIndex((task) => task.id === this.current?.id);
    this.#chosen = tasks[Math.max(0, Math.min(tasks.length - 1, at + by))]?.id;
  }

  /** The hints that were asked for. */
  hints(task: TaskFacts): readonly string[] {
    return task.hints.slice(0, this.#hints.get(task.id) ?? 0);
  }

  /** One more hint; or why there is none. */
  hint(task: TaskFacts): { readonly hint: string } | { readonly none: string } {
    const shown = this.#hints.get(task.id) ?? 0;
    const hint = task.hints[shown];
    if (hint === undefined) return { none: shown === 0 ? 'This task has no hints.' : 'That was the last hint.' };
    this.#hints.set(task.id, shown + 1);
    return { hint };
  }

  /** Asks every check anew; then says how many tasks are done. Undefined: they are being asked already. */
  async check(): Promise<string | undefined> {
    if (this.#checking) return undefined;
    this.#checking = true;
    try {
      await this.#sitting.grade();
      const tasks = this.#sitting.tasks();
      return `${tasks.filter((task) => task.state === 'done').length} of ${tasks.length} tasks are done.`;
    } catch (error) {
      return `The check failed: ${error instanceof Error ? error.message : String(error)}`;
    } finally {
      this.#checking = false;
    }
  }
}

/** How many tasks are done, and for how many points. */
export function score(tasks: readonly TaskFacts[]): {
  readonly done: number;
  readonly points: number;
  readonly most: number;
} {
  const points = (list: readonly TaskFacts[]): number => list.reduce((sum, task) => sum + task.points, 0);
  const done = tasks.filter((task) => task.state === 'done');
  return { done: done.length, points: points(done), most: points(tasks) };
}
