// open: the screens, straight into a lab; and, without a verb, their menu. Or the same as plain text.

import type { OpenRequest, Speed } from '../tui/front-desk.ts';
import { readArguments } from './arguments.ts';
import { keepUnsaved } from './keep.ts';
import { openLab, storeOf } from './open-lab.ts';
import { type Program, refuse, type Verb } from './program.ts';
import { Reception } from './reception.ts';

const GRAMMAR = { options: { save: 'NAME', speed: 'N', ascii: 'flag', plain: 'flag' }, words: ['LAB'] } as const;
const SPEEDS: Readonly<Record<string, Speed>> = { 1: 1, 10: 10, 100: 100 };

async function run(args: readonly string[], program: Program): Promise<number> {
  const given = readArguments(args, GRAMMAR);
  if (!given.ok) return refuse(program, `labelstack open: ${given.error}`);
  const { text, flag, words } = given.value;
  const look = { ascii: flag('ascii'), plain: flag('plain') };
  if (!program.terminal && !look.plain)
    return refuse(
      program,
      'labelstack open needs a terminal; with --plain it does not, nor do labelstack run and console',
    );
  const speed = text('speed');
  if (speed !== undefined && !Object.hasOwn(SPEEDS, speed))
    return refuse(program, `labelstack open: --speed ${speed}; expected 1, 10 or 100`);
  // What is wrong is told here, not on a screen that is gone again at once.
  const lab = await openLab(words[0] as string, program);
  if (!lab.ok) return refuse(program, lab.error);
  const save = text('save');
  const loaded = save === undefined ? undefined : await storeOf(program).load(save);
  if (loaded?.ok === false) return refuse(program, loaded.error);
  return screens(program, look, {
    lab: words[0] as string,
    ...(save === undefined ? {} : { save }),
    ...(speed === undefined ? {} : { speed: SPEEDS[speed] as Speed }),
  });
}

/** How the screens are to look. */
export interface Look {
  /** With ASCII only; otherwise the locale decides. */
  readonly ascii: boolean;
  /** As plain text; a terminal that can do nothing else gets it unasked. */
  readonly plain: boolean;
}

/** The screens until the user leaves; beginning with the menu unless told otherwise. */
export async function screens(program: Program, look: Look, straight?: OpenRequest): Promise<number> {
  const reception = new Reception(program);
  const common = {
    prefix: program.environment['LABELSTACK_KEY'] ?? '',
    ...(straight === undefined ? {} : { straight }),
  };
  let code: number;
  if (look.plain || program.environment['TERM'] === 'dumb') {
    const { runPlain } = await import('../tui/plain/run-plain.ts');
    code = await runPlain(reception, { ...common, stdin: program.stdin, stdout: plainSink(program) });
  } else {
    const { runTui } = await import('../tui/app.tsx');
    code = await runTui(reception, {
      ...common,
      env: program.environment,
      colour: program.colour,
      ...(look.ascii ? { ascii: true } : {}),
    });
  }
  // Whoever left a lab has answered what becomes of it; at the end of the input nobody was asked.
  const { sitting } = reception;
  if (sitting?.dirty() === true) await keepUnsaved(sitting.setup.play, program);
  return code;
}

/** Standard output as the plain mode writes to it. */
const plainSink = (program: Program) => ({
  isTTY: program.terminal,
  get columns() {
    return program.size().columns;
  },
  get rows() {
    return program.size().rows;
  },
  write: (text: string) => program.out(text),
  on: (_: 'resize', then: () => void) => program.onSignal((signal) => (signal === 'resize' ? then() : undefined)),
});

export const verb: Verb = {
  run,
  help: `
  --save NAME   go on from this save of the lab
  --speed N     1, 10 or 100 times the wall clock (1)
  --ascii       draw with ASCII only; otherwise the locale decides
  --plain       no screens but plain text: a numbered menu, short commands, sentences, and
                consoles byte for byte. For screen readers and slow lines; reads from a
                pipe too. TERM=dumb means the same

  Everything you type goes to the router in sight. Ctrl-] and the function keys are the
  program's: F1 shows them all. After Ctrl-]: a gives the console the whole terminal (Ctrl-]
  returns), | and = split the screen, # makes four panes, o and the arrows go from one to
  another, t types into all of them, g goes to the next console that printed something, / searches
  what it printed, [ copies from it and ] types what was copied. LABELSTACK_KEY names another
  key than ctrl-].`,
};
