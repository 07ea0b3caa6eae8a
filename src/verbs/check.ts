// check: grades a lab as it stands, at its start, with its solution, or in a save.

import { readArguments } from './arguments.ts';
import { graded, gradeJson, gradeLines, prove } from './grade.ts';
import { openLab, openPlay } from './open-lab.ts';
import { EXIT, type Program, refuse, type Verb } from './program.ts';

const GRAMMAR = {
  options: { save: 'NAME', from: 'start or solution', json: 'flag' },
  words: ['LAB'],
} as const;

async function run(args: readonly string[], program: Program): Promise<number> {
  const given = readArguments(args, GRAMMAR);
  if (!given.ok) return refuse(program, `labelstack check: ${given.error}`);
  const { text, flag, words } = given.value;
  const lab = await openLab(words[0] as string, program);
  if (!lab.ok) return refuse(program, lab.error);
  const play = await openPlay(lab.value, { save: text('save'), from: text('from'), seed: undefined }, program);
  if (!play.ok) return refuse(program, play.error);
  const faults = text('from') === 'solution' ? await prove(play.value, program) : [];
  for (const fault of faults) program.complain(`${fault}\n`);
  const states = graded(play.value);
  if (flag('json')) program.out(`${JSON.stringify(gradeJson(play.value, states), null, 1)}\n`);
  else program.out(`${gradeLines(states).join('\n')}\n`);
  return states.every((state) => state.state === 'done') ? EXIT.done : EXIT.no;
}

export const verb: Verb = {
  run,
  help: `
  --save NAME             grade this save as it stands; nothing in it changes
  --from start|solution   grade the lab as it begins (default), or its solution
  --json                  one JSON document

  Exit code 0 only when every task is done.`,
};
