// parse: how an operating system takes each line of a configuration file.

import { mac } from '../base/mac.ts';
import { present } from '../base/must.ts';
import { didYouMean } from '../base/nearest.ts';
import type { ConfigError, LineTaken, Model, Os } from '../os/os.ts';
import { readArguments } from './arguments.ts';
import { readNamed } from './open-lab.ts';
import { EXIT, type Program, refuse, type Verb } from './program.ts';

const GRAMMAR = {
  options: { os: 'ios or junos', model: 'MODEL', json: 'flag' },
  words: ['FILE…'],
} as const;

/** How one file was taken. */
interface Parsed {
  readonly file: string;
  readonly lines: readonly LineTaken[];
  /** Can it be put into force? */
  readonly verdict: {
    readonly ok: boolean;
    readonly errors: readonly ConfigError[];
    readonly warnings: readonly ConfigError[];
  };
}

const TAKEN = { simulated: 'accepted', kept: 'kept', rejected: 'rejected' } as const;

async function run(args: readonly string[], program: Program): Promise<number> {
  const given = readArguments(args, GRAMMAR);
  if (!given.ok) return refuse(program, `labelstack parse: ${given.error}`);
  const { text, flag, words } = given.value;
  const { systems } = await program.machinery();
  const name = text('os');
  const known = [...systems.keys()].sort();
  if (name === undefined) return refuse(program, `labelstack parse: --os is missing; expected ${known.join(', ')}`);
  const os = systems.get(name);
  if (!os)
    return refuse(
      program,
      `there is no operating system "${name}"${didYouMean(name, known)}; expected ${known.join(', ')}`,
    );
  const wanted = text('model');
  const model = os.models.find((one) => one.name === wanted);
  if (wanted !== undefined && !model)
    return refuse(program, `${name} has no model "${wanted}"; expected ${os.models.map((one) => one.name).join(', ')}`);
  const parsed: Parsed[] = [];
  for (const file of words) {
    const content = readNamed(file, program);
    if (!content.ok) return refuse(program, content.error);
    parsed.push(
      parseOne(file, content.value, os, model ?? os.modelFor?.(content.value) ?? present(os.models[0], 'a model')),
    );
  }
  if (flag('json')) program.out(`${JSON.stringify(parsed.map(forPrograms), null, 1)}\n`);
  else for (const one of parsed) program.out(forPeople(one, parsed.length > 1));
  const taken = parsed.every((one) => one.verdict.ok && one.lines.every((line) => line.taken !== 'rejected'));
  return taken ? EXIT.done : EXIT.no;
}

function parseOne(file: string, text: string, os: Os, model: Model): Parsed {
  const read = os.read(text, os.factory(model), model);
  const compiled = os.compile(read.tree, { model, macBase: mac(0) });
  const verdict = compiled.ok
    ? { ok: true, errors: [], warnings: compiled.value.warnings }
    : {
        ok: false,
        errors: compiled.error.filter((fault) => !fault.warning),
        warnings: compiled.error.filter((fault) => fault.warning),
      };
  return { file, lines: read.lines, verdict };
}

const faultLine = (fault: ConfigError): string => [fault.path.join(' '), fault.message].filter(Boolean).join(': ');

function forPeople(parsed: Parsed, named: boolean): string {
  const lines = named ? [`== ${parsed.file}`] : [];
  for (const line of parsed.lines) {
    const why = line.why === undefined ? '' : `  <- ${line.why}`;
    lines.push(`${TAKEN[line.taken].padEnd(9)}${String(line.line).padStart(5)}  ${line.text}${why}`);
  }
  const count = (taken: LineTaken['taken']): number => parsed.lines.filter((line) => line.taken === taken).length;
  lines.push(`${count('simulated')} accepted, ${count('kept')} kept, ${count('rejected')} rejected`);
  for (const warning of parsed.verdict.warnings) lines.push(`warning: ${faultLine(warning)}`);
  for (const fault of parsed.verdict.errors) lines.push(`error: ${faultLine(fault)}`);
  lines.push(
    parsed.verdict.ok ? 'commit check: the configuration can be put into force' : 'commit check: it is refused',
  );
  return `${lines.join('\n')}\n`;
}

function forPrograms(parsed: Parsed): unknown {
  return { ...parsed, lines: parsed.lines.map((line) => ({ ...line, taken: TAKEN[line.taken] })) };
}

export const verb: Verb = {
  run,
  help: `
  --os NAME      whose configuration it is: ios, junos
  --model NAME   one of its models; left out: that of the configuration, by its version and its ports
  --json         [{file, lines: [{line, text, taken, why, column}], verdict: {ok, errors, warnings}}]

  accepted   understood and simulated
  kept       understood and printed again, but nothing is simulated; the reason follows
  rejected   not taken; the router's own words follow

  Exit code 0 only when nothing was rejected and the whole can be put into force.`,
};
