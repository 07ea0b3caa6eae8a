// Grading for people and programs: which tasks are done, which checks say so, and the facts behind them.

import type { CheckState, TaskState } from '../lab/progress.ts';
import { score } from '../lab/progress.ts';
import { fork } from '../play/fork.ts';
import type { Play } from '../play/play.ts';
import { QUIET } from '../play/player.ts';
import { faultText, parseScript, SETTLE_DEFAULT } from '../play/script.ts';
import type { Program } from './program.ts';
import { playScript } from './script-run.ts';

/** Settles, and asks everything; `hasty`: of each task as much as tells that it is not done. */
export function graded(play: Play, hasty = false): readonly TaskState[] {
  play.settle(SETTLE_DEFAULT, QUIET);
  return play.grade(() => fork(play), play.subject, { hasty });
}

/**
 * Types what the solution's `proof.script` types: some tasks ask that something was tried. Gives what went wrong, a
 * sentence a line.
 */
export async function prove(play: Play, program: Program): Promise<readonly string[]> {
  const { proof } = play.lab;
  if (!proof) return [];
  play.settle(SETTLE_DEFAULT, QUIET);
  const items = parseScript(proof.text, proof.file, play.lab);
  if (!items.ok) return items.error.map(faultText);
  const saving = items.value.find((item) => item.kind === 'save');
  if (saving) return [faultText({ ...saving, message: 'a proof writes no saves' })];
  const { player, done } = await playScript(play, items.value, { strict: false }, program);
  const failures = player.failures.map(({ item, message }) => faultText({ ...item, message }));
  return done.ok ? failures : [...failures, done.error];
}

const WORDS = { done: 'done', open: 'open', blocked: 'blocked', unknown: 'unknown' } as const;

/** A line for each task and each check. */
export function gradeLines(states: readonly TaskState[]): readonly string[] {
  const lines: string[] = [];
  for (const { task, state, checks } of states) {
    const waits = state === 'blocked' ? ` (after ${task.after.join(', ')})` : '';
    lines.push(`${WORDS[state].padEnd(8)}${task.id}: ${task.title}${waits}`);
    for (const check of checks) checkLines(check, '  ', lines);
  }
  const sum = score(states);
  lines.push(`${sum.done} of ${sum.tasks} tasks done, ${sum.points} of ${sum.outOf} points`);
  return lines;
}

function checkLines(state: CheckState, indent: string, lines: string[]): void {
  const hint = state.passed === false && state.check.hint !== undefined ? ` [${state.check.hint}]` : '';
  const why = state.of.length > 0 ? '' : `: ${state.why}`;
  lines.push(`${indent}${state.passed ? 'yes' : 'no '} ${state.check.say}${why}${hint}`);
  for (const inner of state.of) checkLines(inner, `${indent}  `, lines);
}

/** The same for programs. */
export function gradeJson(play: Play, states: readonly TaskState[]): unknown {
  const check = (state: CheckState): unknown => ({
    say: state.check.say,
    passed: state.passed,
    why: state.why,
    ...(state.of.length > 0 ? { of: state.of.map(check) } : {}),
  });
  const sum = score(states);
  return {
    lab: play.lab.id,
    at: play.now,
    done: sum.done === sum.tasks,
    points: sum.points,
    outOf: sum.outOf,
    tasks: states.map(({ task, state, checks }) => ({
      id: task.id,
      title: task.title,
      state,
      points: task.points,
      checks: checks.map(check),
    })),
  };
}
