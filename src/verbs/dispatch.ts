// The list of verbs, each loaded when it is called: a verb without a screen never loads one.

import { didYouMean } from '../base/nearest.ts';
import { programVersion, savesFolder } from '../host/places.ts';
import { EXIT, type Program, refuse, type Verb } from './program.ts';

interface Entry {
  readonly usage: string;
  readonly about: string;
  /** Undefined: not built yet. */
  readonly load: (() => Promise<{ readonly verb: Verb }>) | undefined;
}

const VERBS: Readonly<Record<string, Entry>> = {
  open: {
    usage: 'LAB [--save NAME] [--speed N] [--ascii] [--plain]',
    about: 'the screen, straight into a lab',
    load: () => import('./open.ts'),
  },
  console: {
    usage: 'LAB DEVICE [--save NAME]',
    about: 'one device’s console on this terminal or pipe',
    load: () => import('./console.ts'),
  },
  run: {
    usage: 'LAB [-d DEVICE] [-c LINE]… [--script FILE] …',
    about: 'play without a screen; print what the consoles printed',
    load: () => import('./run.ts'),
  },
  check: {
    usage: 'LAB [--save NAME] [--from start|solution] [--json]',
    about: 'grade: one line per task and check',
    load: () => import('./check.ts'),
  },
  lint: { usage: '[LAB…]', about: 'what the author of a lab must know', load: () => import('./lint.ts') },
  labs: { usage: '[--json]', about: 'list the labs', load: () => import('./labs.ts') },
  saves: { usage: '[--json]', about: 'list the saves', load: () => import('./saves.ts') },
  capture: {
    usage: 'LAB LINK -w FILE [--for TIME] [--script FILE]',
    about: 'frames of one link, or of all, as pcapng',
    load: () => import('./capture.ts'),
  },
  parse: {
    usage: '--os ios|junos FILE… [--json]',
    about: 'how each line of a configuration is taken',
    load: () => import('./parse.ts'),
  },
  import: { usage: 'PATH --out DIR', about: 'other people’s networks become a lab', load: undefined },
  serve: {
    usage: 'LAB [--telnet PORT] [--bridge LINK=LOCALPORT:HOST:PORT]… [--save NAME] …',
    about: 'consoles for telnet clients, links for real routers',
    load: () => import('./serve.ts'),
  },
  bench: {
    usage: 'GRAPH.json [--protocol ospf|isis] [--os ios|junos] [--profile fast|default]',
    about: 'measure convergence of a graph of routers',
    load: () => import('./bench.ts'),
  },
};

/** What may stand alone, without a verb. */
const LOOKS = ['--ascii', '--plain'];

/** Runs the program; gives its exit code. */
export async function dispatch(args: readonly string[], program: Program): Promise<number> {
  try {
    return await chosen(args, program);
  } catch (error) {
    return crashed(error, args, program);
  }
}

async function chosen(all: readonly string[], program: Program): Promise<number> {
  const args = all.filter((arg) => arg !== '--no-color');
  const [name = '', ...rest] = args;
  if (args.every((arg) => LOOKS.includes(arg))) {
    const look = { ascii: args.includes('--ascii'), plain: args.includes('--plain') };
    if (!program.terminal && !look.plain) return withoutVerb(program);
    return (await import('./open.ts')).screens(program, look);
  }
  if (name === '--help' || name === '-h' || name === 'help') return help(rest[0], program);
  if (name === '--version' || name === '-V') {
    program.out(`labelstack ${programVersion(program.folder)} (engine ${program.engine})\n`);
    return EXIT.done;
  }
  const entry = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!entry) {
    const what = name.startsWith('-') ? `unknown option ${name}` : `there is no verb "${name}"`;
    return refuse(program, `${what}${didYouMean(name, Object.keys(VERBS))}; labelstack --help lists what there is`);
  }
  const options = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : undefined);
  if (options.includes('--help') || options.includes('-h')) return help(name, program);
  if (!entry.load) return refuse(program, `labelstack ${name} is not built yet`);
  return (await entry.load()).verb.run(rest, program);
}

function withoutVerb(program: Program): number {
  program.complain('labelstack without a verb needs a terminal. Without one:\n\n');
  for (const name of ['run', 'console']) program.complain(`${usageLine(name)}\n`);
  program.complain('\nlabelstack --help lists every verb.\n');
  return EXIT.misuse;
}

const usageLine = (name: string): string => `  labelstack ${name} ${VERBS[name]?.usage ?? ''}`;

async function help(name: string | undefined, program: Program): Promise<number> {
  if (name === undefined) {
    program.out(`${overview()}\n`);
    return EXIT.done;
  }
  const entry = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!entry) return refuse(program, `there is no verb "${name}"${didYouMean(name, Object.keys(VERBS))}`);
  program.out(`labelstack ${name} ${entry.usage}\n\n  ${entry.about}\n`);
  if (entry.load) program.out(`\n${(await entry.load()).verb.help.trim()}\n`);
  else program.out('\n  Not built yet.\n');
  return EXIT.done;
}

function overview(): string {
  const lines = Object.keys(VERBS).map((name) => {
    const entry = VERBS[name] as Entry;
    return `  ${name.padEnd(9)}${entry.about}${entry.load ? '' : ' (not built yet)'}`;
  });
  return `labelstack: log in to emulated Junos and IOS routers, and work on a real simulated network.

  labelstack               the screen: a menu of labs and saves; with --plain as text
  labelstack VERB …        one of these; labelstack VERB --help says more

${lines.join('\n')}

  --help  --version  --no-color (or the variable NO_COLOR)
  Without a verb: --ascii (draw with ASCII only), --plain (text, for screen readers, slow lines and pipes)

LAB is a lab's id (labelstack labs) or a folder that holds a lab.json.
TIME is lab time: 500ms, 30s, 5m, 2h; where it says so, also: settled.
LABELSTACK_LABS and LABELSTACK_SAVES name other folders for labs and saves.

Exit codes: 0 done; 1 the answer is no; 2 wrong use, or a file that is missing or wrong; 3 a bug.`;
}

/** A bug: says what to report, keeps what somebody would lose, and gives the exit code. */
export async function crashed(error: unknown, args: readonly string[], program: Program): Promise<number> {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  program.complain(
    `labelstack: an internal error. This is a bug in labelstack; your saves are untouched.\n\n${stack}\n\n`,
  );
  program.complain('Please report the lines above, together with:\n');
  program.complain(
    `  version   ${programVersion(program.folder)} (engine ${program.engine}), Node ${process.version}\n`,
  );
  program.complain(
    `  called    labelstack ${args.map((arg) => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : JSON.stringify(arg))).join(' ')}\n`,
  );
  const kept = await keepPlay(program);
  if (kept !== undefined) program.complain(`  save      ${kept}\n`);
  return EXIT.bug;
}

async function keepPlay(program: Program): Promise<string | undefined> {
  const play = program.precious;
  if (!play) return undefined;
  try {
    const { saveOf } = await import('../play/replay.ts');
    const { Store } = await import('../host/store.ts');
    const store = new Store(savesFolder(program.environment, program.folder));
    let number = 1;
    while (store.names().includes(`crash-${number}`)) number++;
    const written = await store.write(`crash-${number}`, saveOf(play, { title: 'crash', engine: program.engine }));
    return written.ok ? `${store.folder}/crash-${number}.json (what was played when it happened)` : undefined;
  } catch {
    // What failed once may fail again; there is nothing more to be saved then.
    return undefined;
  }
}
