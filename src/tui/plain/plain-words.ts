// Labs, tasks, cables and time as sentences: what the plain mode says where screens draw.

import type {
  CheckFacts,
  DeviceFacts,
  LabEntry,
  LinkFacts,
  Pace,
  SaveEntry,
  Sitting,
  TaskFacts,
} from '../front-desk.ts';
import { labClock, wallDate } from '../lab-clock.ts';
import { score } from '../task-reading.ts';

const count = (many: number, what: string): string => `${many} ${what}${many === 1 ? '' : 's'}`;
/** With a full stop, unless there is a mark at its end already. */
export const sentence = (text: string): string => (text === '' || /[.!?:]$/.test(text) ? text : `${text}.`);

export function labLine(number: number, lab: LabEntry): string {
  if (lab.problem !== undefined) return `${number}. ${lab.id}. It cannot be opened: ${sentence(lab.problem)}`;
  const minutes = lab.minutes === undefined ? '' : ` About ${count(lab.minutes, 'minute')}.`;
  return `${number}. ${lab.id}: ${sentence(lab.title)} ${sentence(lab.summary)}${minutes}`;
}

export function saveLine(number: number, save: SaveEntry): string {
  if (save.problem !== undefined) return `${number}. ${save.name}. It cannot be opened: ${sentence(save.problem)}`;
  const time = save.labTime === undefined ? '' : ` Lab time ${labClock(save.labTime)}.`;
  const date = save.savedAt === undefined ? '' : ` Saved ${wallDate(save.savedAt)}.`;
  return `${number}. ${save.name}, of the lab ${save.lab}.${time}${date}`;
}

const STATES: Readonly<Record<string, string>> = {
  prompt: 'at its prompt',
  question: 'asks a question',
  pager: 'shows a page and waits for a key',
  running: 'a command runs',
  collect: 'takes lines',
  closed: 'nobody is logged in',
};

export function deviceLine(number: number, device: DeviceFacts, state: string, news: boolean): string {
  const power = device.powered ? (STATES[state] ?? state) : 'switched off';
  const login = device.login === undefined ? '' : ` Login ${device.login.user}, password ${device.login.password}.`;
  return `${number}. ${device.name}, ${device.os}, ${power}.${login}${news ? ' It printed something new.' : ''}`;
}

const LINKS: Readonly<Record<LinkFacts['state'], string>> = {
  up: 'up',
  down: 'down: it is plugged in, and an end is shut or dark',
  cut: 'cut',
};

export function linkLine(number: number, link: LinkFacts): string {
  const ends = link.ends.map((end) => `${end.device} ${end.port}`);
  const joined = link.kind === 'lan' ? `LAN of ${ends.join(', ')}` : ends.join(' to ');
  return `${number}. ${link.id}: ${joined}, ${LINKS[link.state]}.`;
}

const TASKS: Readonly<Record<TaskFacts['state'], string>> = {
  done: 'done',
  open: 'not done',
  blocked: 'its checks pass; it counts when the tasks before it are done',
  unknown: 'not known, "check" tells',
};
export const taskLine = (number: number, task: TaskFacts): string =>
  `${number}. ${sentence(task.title)} ${count(task.points, 'point')}, ${TASKS[task.state]}.`;

export function scoreLine(tasks: readonly TaskFacts[]): string {
  if (tasks.length === 0) return 'This lab has no tasks.';
  const { done, points, most } = score(tasks);
  return `${done} of ${count(tasks.length, 'task')} done, ${points} of ${count(most, 'point')}.`;
}

const CHECKS: Readonly<Record<CheckFacts['state'], string>> = {
  passed: 'So it is',
  failed: 'Not so',
  unknown: 'Not known',
};

/** A check and those below it, a line each. */
export function checkLines(check: CheckFacts, depth = 0): readonly string[] {
  const found = check.found === '' || check.state === 'passed' ? '' : ` Found: ${sentence(check.found)}`;
  const hint = check.hint === undefined || check.state !== 'failed' ? '' : ` Look at: ${check.hint}`;
  const own = `${'  '.repeat(depth)}${CHECKS[check.state]}: ${sentence(check.say)}${found}${hint}`;
  return [own, ...check.of.flatMap((inner) => checkLines(inner, depth + 1))];
}

export function paceLine(pace: Pace): string {
  if (pace.settling !== undefined) {
    const [quiet, enough] = [pace.settling.quiet, pace.settling.enough].map((span) => Math.floor(span / 1_000_000));
    return `Running until nothing changes: quiet for ${quiet} of ${enough} seconds.`;
  }
  const speed = pace.speed === 1 ? 'as fast as the clock' : `${pace.speed} times as fast as the clock`;
  return pace.paused ? sentence(pace.why ?? 'Lab time stands still') : `Lab time goes ${speed}.`;
}

export function statusLines(sitting: Sitting): readonly string[] {
  const name = sitting.saveName();
  const saved = name === undefined ? 'Not saved yet.' : `Its save is called ${name}.`;
  const dirty = sitting.dirty() ? ' Something was done since.' : '';
  return [
    `${sentence(sitting.lab.title)} Lab time ${labClock(sitting.time())}. ${paceLine(sitting.pace())}`,
    `${scoreLine(sitting.tasks())} ${saved}${name === undefined ? '' : dirty}`,
  ];
}
