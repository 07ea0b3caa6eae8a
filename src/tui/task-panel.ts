// The task panel: tasks with ticks, checks with their sentences, hints one at a time, and the lab's guide.

import { keysOf, scrolled, scrollKey } from './dialog.ts';
import type { CheckFacts, Sitting, TaskFacts } from './front-desk.ts';
import { guideLines } from './guide-lines.ts';
import type { Press } from './key-router.ts';
import type { Stage } from './stage.ts';
import { score, type TaskReading } from './task-reading.ts';
import { type Signs, type Style, type StyledLine, span } from './theme.ts';
import { wrapWords } from './wrap-words.ts';

/** Lines of text in a style, wrapped behind a lead that stands once. */
export function hung(lead: string, text: string, width: number, style: Style, leadStyle: Style = style): StyledLine[] {
  const room = Math.max(8, width - lead.length);
  return wrapWords(text, room).map((line, index) => [
    span(index === 0 ? lead : ' '.repeat(lead.length), index === 0 ? leadStyle : 'plain'),
    span(line, style),
  ]);
}

const TASK_SIGNS: Readonly<Record<TaskFacts['state'], { readonly sign: keyof Signs; readonly style: Style }>> = {
  done: { sign: 'done', style: 'good' },
  open: { sign: 'open', style: 'plain' },
  blocked: { sign: 'waiting', style: 'warn' },
  unknown: { sign: 'unknown', style: 'plain' },
};
const CHECK_SIGNS: Readonly<Record<CheckFacts['state'], { readonly sign: keyof Signs; readonly style: Style }>> = {
  passed: { sign: 'done', style: 'good' },
  failed: { sign: 'failed', style: 'bad' },
  unknown: { sign: 'unknown', style: 'dim' },
};

export class TaskPanel {
  readonly #sitting: Sitting;
  readonly #stage: Stage;
  readonly #reading: TaskReading;
  #guide = false;
  #top = 0;
  /** The chosen task is brought into sight when next drawn. */
  #reveal = true;

  constructor(sitting: Sitting, reading: TaskReading, stage: Stage) {
    this.#sitting = sitting;
    this.#reading = reading;
    this.#stage = stage;
  }

  /** Keys while it has the focus. True: understood. */
  press(press: Press, width: number, height: number): boolean {
    if (press.kind === 'wheel') return this.#scroll(3 * press.by, width, height);
    const keys = keysOf(press);
    for (const key of keys) this.#key(key, width, height);
    return keys.length > 0;
  }

  #key(key: string, width: number, height: number): void {
    const by = scrollKey(key, height);
    if (by !== undefined) this.#scroll(by, width, height);
    else if (key === 'g') this.#turn();
    else if (key === 'c') this.#check();
    else if (key === 'h') this.#hint();
    else if (key === 'n' || key === 'tab' || key === 'right') this.#move(1);
    else if (key === 'p' || key === 'shift-tab' || key === 'left') this.#move(-1);
  }

  #scroll(by: number | 'top' | 'bottom', width: number, height: number): boolean {
    this.#reveal = false;
    this.#top = scrolled(this.#top, by, this.#all(width).lines.length, height);
    return true;
  }

  #turn(): void {
    this.#guide = !this.#guide;
    this.#top = 0;
    this.#reveal = !this.#guide;
  }

  #move(by: number): void {
    this.#reading.move(by);
    this.#guide = false;
    this.#reveal = true;
  }

  #hint(): void {
    const task = this.#reading.current;
    if (task === undefined || this.#guide) return;
    const answer = this.#reading.hint(task);
    if ('none' in answer) this.#stage.say(answer.none);
    this.#reading.choose(task.id);
  }

  #check(): void {
    this.#stage.say('Checking...');
    // An error is told in the text.
    void this.#reading.check().then((text) => {
      if (text === undefined) return;
      this.#stage.say(text);
      this.#stage.changed('now');
    });
  }

  /** What stands over it. */
  title(): string {
    if (this.#guide) return 'Guide';
    const tasks = this.#sitting.tasks();
    const { done, points, most } = score(tasks);
    return `Tasks ${done}/${tasks.length}, points ${points}/${most}`;
  }

  /** The part of it that a window of that size shows. */
  lines(width: number, height: number): readonly StyledLine[] {
    const { lines, from, to } = this.#all(width);
    if (this.#reveal && !this.#guide) {
      if (to > this.#top + height) this.#top = to - height;
      if (from < this.#top) this.#top = from;
    }
    this.#top = Math.max(0, Math.min(this.#top, lines.length - height));
    return lines.slice(this.#top, this.#top + height);
  }

  /** Everything, and where in it the unfolded task is. */
  #all(width: number): { readonly lines: readonly StyledLine[]; readonly from: number; readonly to: number } {
    if (this.#guide)
      return { lines: guideLines(this.#sitting.lab.guide, width, this.#stage.theme.signs), from: 0, to: 0 };
    const lines: StyledLine[] = [];
    const { current } = this.#reading;
    let [from, to] = [0, 0];
    this.#sitting.tasks().forEach((task, index) => {
      const unfolded = task.id === current?.id;
      if (unfolded) from = lines.length;
      const { sign, style } = TASK_SIGNS[task.state];
      const pointer = unfolded ? this.#stage.theme.signs.pointer : ' ';
      const lead = `${pointer}${this.#stage.theme.signs[sign]} ${index + 1} `;
      lines.push(...hung(lead, task.title, width, unfolded ? 'title' : 'plain', style));
      if (unfolded) lines.push(...this.#unfolded(task, width), []);
      if (unfolded) to = lines.length;
    });
    if (lines.length === 0) lines.push([span('This lab has no tasks.', 'dim')]);
    return { lines, from, to };
  }

  #unfolded(task: TaskFacts, width: number): StyledLine[] {
    const lines: StyledLine[] = [[], ...hung('   ', task.brief, width, 'plain'), []];
    for (const check of task.checks) lines.push(...this.#checkLines(check, 3, width));
    if (task.state === 'blocked')
      lines.push(...hung('   ', 'Its checks pass. It counts when the tasks before it are done.', width, 'warn'));
    const shown = this.#reading.hints(task);
    shown.forEach((hint, index) => {
      lines.push(...hung(`   hint ${index + 1}: `, hint, width, 'plain', 'accent'));
    });
    const left = task.hints.length - shown.length;
    if (left > 0)
      lines.push(...hung('   ', `${left} ${left === 1 ? 'hint' : 'hints'} left, h shows the next`, width, 'dim'));
    return lines;
  }

  #checkLines(check: CheckFacts, indent: number, width: number): StyledLine[] {
    const { sign, style } = CHECK_SIGNS[check.state];
    const pad = ' '.repeat(indent);
    const lines = hung(`${pad}${this.#stage.theme.signs[sign]} `, check.say, width, 'plain', style);
    if (check.found !== '' && check.state !== 'passed') lines.push(...hung(`${pad}  `, check.found, width, 'dim'));
    if (check.state === 'failed' && check.hint !== undefined)
      lines.push(...hung(`${pad}  look at: `, check.hint, width, 'accent', 'dim'));
    for (const inner of check.of) lines.push(...this.#checkLines(inner, indent + 2, width));
    return lines;
  }
}
