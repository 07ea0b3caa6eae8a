// Which tasks are done: every check asked, held for as long as it must hold, in the order that `after` allows.

import { plus, seconds } from '../sim/time.ts';
import type { RunningLab } from './build.ts';
import { ask, needsTime } from './checks.ts';
import { incidentText, suppose } from './incidents.ts';
import type { Check, Lab, Saying, Supposition, Task } from './lab.ts';

/** What became of one check. */
export interface CheckState {
  readonly check: Check;
  /** Undefined: it takes time to find out, and nobody has asked since something changed. */
  readonly passed: boolean | undefined;
  /** The facts that were found. */
  readonly why: string;
  /** Of a group: its members. */
  readonly of: readonly CheckState[];
}

export interface TaskState {
  readonly task: Task;
  /** `blocked`: its checks pass, but a task that it comes after is not done. */
  readonly state: 'done' | 'open' | 'blocked' | 'unknown';
  readonly checks: readonly CheckState[];
}

/** Where checks are asked: what is so now in the learner's world, what takes time in a fork of it. */
export interface Examination {
  readonly live: RunningLab;
  /** Undefined: nothing that takes time is asked. The same fork serves all questions. */
  readonly fork: (() => RunningLab) | undefined;
  /** A task is not asked further once one of its checks has failed. */
  readonly hasty?: boolean;
  /** An answer of before that still stands. */
  readonly known?: (check: Check) => CheckState | undefined;
}

/** True when a check, or one inside it, cannot be answered by looking. */
export function takesTime(check: Check): boolean {
  if (check.holdSeconds !== undefined) return true;
  if (check.check === 'when') return true;
  return 'of' in check ? check.of.some(takesTime) : needsTime(check);
}

/** Asks a check, its `not` and its `holdSeconds` included. */
export function examine(check: Check, examination: Examination): CheckState {
  const { holdSeconds } = check;
  if (holdSeconds === undefined) return examineOnce(check, examination);
  const once = examineOnce(check, examination);
  if (once.passed === false) return once;
  if (!examination.fork) return notAsked(check, examination);
  return held(check, holdSeconds, examination.fork());
}

function notAsked(check: Check, examination: Examination): CheckState {
  return examination.known?.(check) ?? { check, passed: undefined, why: 'not tried since something changed', of: [] };
}

function examineOnce(check: Check, examination: Examination): CheckState {
  if ('of' in check) {
    const of = check.of.map((inner) => examine(inner, examination));
    return { check, passed: negated(check, together(check.check, of)), why: groupWhy(check, of), of };
  }
  if (check.check === 'when') return supposed(check, examination);
  if (needsTime(check) && !examination.fork) return notAsked(check, examination);
  const scene = needsTime(check) && examination.fork ? examination.fork() : examination.live;
  const finding = ask(check, scene);
  const passed = finding.mixed ? false : negated(check, finding.holds);
  return { check, passed, why: finding.why, of: [] };
}

function supposed(check: Saying & Supposition, examination: Examination): CheckState {
  if (!examination.fork) return notAsked(check, examination);
  const fork = examination.fork();
  const inside: Examination = { live: fork, fork: () => fork };
  const state = suppose(check, fork, () => examine(check.expect, inside));
  const head = `${check.within} after ${incidentText(check)}`;
  if (typeof state === 'string') return { check, passed: false, why: state, of: [] };
  return { check, passed: negated(check, state.passed), why: `${head}: ${state.why}`, of: [] };
}

const negated = (check: Check, holds: boolean | undefined): boolean | undefined =>
  check.not && holds !== undefined ? !holds : holds;

function together(kind: 'every' | 'any', of: readonly CheckState[]): boolean | undefined {
  const decisive = kind === 'any';
  if (of.some((state) => state.passed === decisive)) return decisive;
  return of.some((state) => state.passed === undefined) ? undefined : !decisive;
}

function groupWhy(check: Check, of: readonly CheckState[]): string {
  const telling = of.filter((state) => state.passed === (check.check === 'any'));
  return (telling.length > 0 ? telling : of).map((state) => state.why).join('; ');
}

/** Asks again after every change of the tables, and every second, for as long as it must hold. */
function held(check: Check, holdSeconds: number, fork: RunningLab): CheckState {
  const began = fork.world.now;
  const end = plus(began, seconds(holdSeconds));
  const within: Examination = { live: fork, fork: () => fork };
  for (;;) {
    const state = examineOnce(check, within);
    const after = Math.floor((fork.world.now - began) / 1_000_000);
    if (state.passed !== true) return after === 0 ? state : { ...state, why: `${state.why} (after ${after} s)` };
    if (fork.world.now >= end) return { ...state, why: `${state.why}, for ${holdSeconds} s` };
    const before = fork.lastChange;
    const second = plus(fork.world.now, seconds(1));
    fork.until(() => fork.lastChange !== before, second < end ? second : end);
  }
}

function examineAll(checks: readonly Check[], examination: Examination): readonly CheckState[] {
  if (!examination.hasty) return checks.map((check) => examine(check, examination));
  // What looking tells first: packets take time.
  const sorted = [...checks].sort((a, b) => Number(takesTime(a)) - Number(takesTime(b)));
  const states: CheckState[] = [];
  for (const check of sorted) {
    const state = examine(check, examination);
    states.push(state);
    if (state.passed === false) break;
  }
  return states;
}

/** The state of every task of a lab, in the lab's order. */
export function examineLab(lab: Lab, examination: Examination): readonly TaskState[] {
  const asked = new Map(lab.tasks.map((task) => [task.id, { task, checks: examineAll(task.checks, examination) }]));
  const states = new Map<string, TaskState>();
  const resolve = (id: string): TaskState | undefined => {
    const known = states.get(id);
    const entry = asked.get(id);
    if (known || !entry) return known;
    const own = together('every', entry.checks);
    const before = entry.task.after.every((name) => resolve(name)?.state === 'done');
    const state = own === undefined ? 'unknown' : !own ? 'open' : before ? 'done' : 'blocked';
    const made: TaskState = { task: entry.task, state, checks: entry.checks };
    states.set(id, made);
    return made;
  };
  return lab.tasks.map((task) => resolve(task.id)).filter((state) => state !== undefined);
}

/** Tasks and points: reached, and to be had. */
export function score(states: readonly TaskState[]): {
  readonly done: number;
  readonly tasks: number;
  readonly points: number;
  readonly outOf: number;
} {
  const done = states.filter((state) => state.state === 'done');
  const points = (list: readonly TaskState[]): number => list.reduce((sum, state) => sum + state.task.points, 0);
  return { done: done.length, tasks: states.length, points: points(done), outOf: points(states) };
}
