// lint: what the author of a lab must know. The file is sound, the start solves nothing, the solution solves all.

import { labIds } from '../host/lab-files.ts';
import { labsFolder } from '../host/places.ts';
import type { Lab } from '../lab/lab.ts';
import type { TaskState } from '../lab/progress.ts';
import { clockText } from '../lab/span.ts';
import { minutes } from '../sim/time.ts';
import { readArguments } from './arguments.ts';
import { graded, prove } from './grade.ts';
import { openLab, openPlay } from './open-lab.ts';
import { EXIT, type Program, refuse, type Verb } from './program.ts';

/** A solution works within that much lab time, or it does not. */
const SOLVED_WITHIN = minutes(10);

async function run(args: readonly string[], program: Program): Promise<number> {
  const given = readArguments(args, { options: {}, words: ['[LAB…]'] });
  if (!given.ok) return refuse(program, `labelstack lint: ${given.error}`);
  const named = given.value.words;
  const ids = named.length > 0 ? named : labIds(labsFolder(program.environment, program.folder));
  if (ids.length === 0) return refuse(program, 'there are no labs');
  let sound = true;
  for (const id of ids) {
    const faults: string[] = [];
    const lab = await openLab(id, program);
    const solved = lab.ok ? await tried(lab.value, faults, program) : undefined;
    if (!lab.ok) faults.push(lab.error);
    if (faults.length > 0) sound = false;
    program.out(faults.length > 0 ? `${id}: wrong\n` : `${id}: sound${solved}\n`);
    for (const line of faults.flatMap((fault) => fault.split('\n'))) program.out(`  ${line}\n`);
  }
  return sound ? EXIT.done : EXIT.no;
}

/** Plays the lab twice: untouched, and with its solution. Gives what to say when nothing is wrong. */
async function tried(lab: Lab, faults: string[], program: Program): Promise<string> {
  const start = await openPlay(lab, { save: undefined, from: 'start', seed: undefined }, program);
  if (start.ok) {
    for (const { task, state } of graded(start.value, true))
      if (state === 'done') faults.push(`the task "${task.id}" is done before anybody has done anything`);
  } else faults.push(start.error);
  const solution = await openPlay(lab, { save: undefined, from: 'solution', seed: undefined }, program);
  if (!solution.ok) {
    faults.push(solution.error);
    return '';
  }
  faults.push(...(await prove(solution.value, program)));
  let states = graded(solution.value);
  if (states.some((one) => one.state !== 'done') && solution.value.now < SOLVED_WITHIN) {
    solution.value.advance(SOLVED_WITHIN);
    states = graded(solution.value);
  }
  faults.push(...states.flatMap(openTask));
  const tasks = `${states.length} ${states.length === 1 ? 'task' : 'tasks'}`;
  return states.length === 0 ? ', without tasks' : `, ${tasks}, solved at ${clockText(solution.value.now)} of lab time`;
}

function openTask({ task, state, checks }: TaskState): readonly string[] {
  if (state === 'done') return [];
  const failed = checks.filter((check) => check.passed !== true);
  if (failed.length === 0) return [`the solution leaves the task "${task.id}" waiting for ${task.after.join(', ')}`];
  return failed.map((check) => `the solution does not do the task "${task.id}": ${check.check.say}: ${check.why}`);
}

export const verb: Verb = {
  run,
  help: `
  Without LAB: every lab. A lab is sound when its files are, when none of its tasks
  is done at the start, and when its solution does all of them within ten minutes of
  lab time (solution/proof.script is played, where a task asks that something is tried).

  Exit code 0 only when every lab is sound.`,
};
