// open: the screens, straight into a lab; and, without a verb, their menu.

import { saveOf } from '../play/replay.ts';
import type { OpenRequest, Speed } from '../tui/front-desk.ts';
import { readArguments } from './arguments.ts';
import { openLab, storeOf } from './open-lab.ts';
import { EXIT, type Program, refuse, type Verb } from './program.ts';
import { Reception } from './reception.ts';

const GRAMMAR = { options: { save: 'NAME', speed: 'N', ascii: 'flag' }, words: ['LAB'] } as const;
const SPEEDS: Readonly<Record<string, Speed>> = { 1: 1, 10: 10, 100: 100 };

async function run(args: readonly string[], program: Program): Promise<number> {
  const given = readArguments(args, GRAMMAR);
  if (!given.ok) return refuse(program, `labelstack open: ${given.error}`);
  if (!program.terminal) return refuse(program, 'labelstack open needs a terminal; labelstack run and console do not');
  const { text, flag, words } = given.value;
  const speed = text('speed');
  if (speed !== undefined && !Object.hasOwn(SPEEDS, speed))
    return refuse(program, `labelstack open: --speed ${speed}; expected 1, 10 or 100`);
  // What is wrong is told here, not on a screen that is gone again at once.
  const lab = await openLab(words[0] as string, program);
  if (!lab.ok) return refuse(program, lab.error);
  const save = text('save');
  const loaded = save === undefined ? undefined : await storeOf(program).load(save);
  if (loaded?.ok === false) return refuse(program, loaded.error);
  return screens(program, flag('ascii'), {
    lab: words[0] as string,
    ...(save === undefined ? {} : { save }),
    ...(speed === undefined ? {} : { speed: SPEEDS[speed] as Speed }),
  });
}

/** The screens until the user leaves; beginning with the menu unless told otherwise. */
export async function screens(program: Program, ascii: boolean, straight?: OpenRequest): Promise<number> {
  const reception = new Reception(program);
  const { runTui } = await import('../tui/app.tsx');
  const code = await runTui(reception, {
    env: program.environment,
    colour: program.colour,
    prefix: program.environment['LABELSTACK_KEY'] ?? '',
    ...(ascii ? { ascii } : {}),
    ...(straight === undefined ? {} : { straight }),
  });
  if (code !== EXIT.done) await keep(reception, program);
  return code;
}

/** The terminal is gone, or somebody wants us to be: what would be lost is saved under a name of its own. */
async function keep({ sitting }: Reception, program: Program): Promise<void> {
  if (sitting?.dirty() !== true) return;
  const { play } = sitting.setup;
  const store = storeOf(program);
  let number = 1;
  while (store.names().includes(`kept-${number}`)) number++;
  const written = await store.write(`kept-${number}`, saveOf(play, { title: play.lab.title, engine: program.engine }));
  program.complain(written.ok ? `What was not saved is kept as "kept-${number}".\n` : `${written.error}\n`);
}

export const verb: Verb = {
  run,
  help: `
  --save NAME   go on from this save of the lab
  --speed N     1, 10 or 100 times the wall clock (1)
  --ascii       draw with ASCII only; otherwise the locale decides

  Everything you type goes to the router in sight. Ctrl-] and the function keys are the
  program's: F1 shows them all. LABELSTACK_KEY names another key than ctrl-].`,
};
