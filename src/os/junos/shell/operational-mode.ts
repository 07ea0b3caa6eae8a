// A line of operational mode: read, refused in the router's words, or done.

import type { ShellIo } from '../../../cli/shell.ts';
import { expect } from '../../../language/expect.ts';
import { match } from '../../../language/match.ts';
import type { Match, MatchError, Token } from '../../../language/spec.ts';
import { findPath } from '../schema.ts';
import { CLI_SETTINGS } from './cli-settings.ts';
import { moment } from './commit-history.ts';
import { enterConfiguration } from './configuration-entry.ts';
import { shownConfiguration } from './configuration-shown.ts';
import type { ShellContext } from './context.ts';
import { type GroundContext, isShowConfiguration } from './ground.ts';
import { type Segment, segmentsOf } from './line.ts';
import { liveOf } from './live.ts';
import { filtered, type Pipeline, readPipes } from './pipes.ts';
import { type Fault, faultLines, faultOf } from './words.ts';

/** Orders of operational.cmd that the command line itself carries out. */
export const OPERATIONAL_ACTIONS = [
  'configure',
  'exit',
  'start-shell',
  'show-configuration',
  'rescue',
  ...Object.keys(CLI_SETTINGS),
] as const;

/** Prints a fault under the line. */
export function tell({ io, margin }: ShellContext, fault: Fault): void {
  io.print(faultLines(fault, margin), { page: false });
}

/** A whole line. */
export function runOperational(context: ShellContext, line: string): void {
  const [command, ...pipes] = segmentsOf(line);
  if (command) runCommand(context, command, command.tokens, pipes, line.length);
}

/** A command, its words given: also that of `run`. `end` is the column behind the line. */
export function runCommand(
  context: ShellContext,
  command: Segment,
  tokens: readonly Token[],
  pipes: readonly Segment[],
  end: number,
): void {
  const { words, io, session } = context;
  const pipeline = readPipes(words, pipes, session.settings.screenLength ?? io.rows);
  if (!pipeline.ok) {
    tell(context, pipeline.error);
    return;
  }
  const live = liveOf(session.box, session.box.store.running);
  const grounds: GroundContext = { words, live, mode: 'operational', level: [] };
  if (isShowConfiguration(grounds, tokens)) {
    showConfiguration(context, tokens.slice(2), pipeline.value, end);
    return;
  }
  const found = match(words.operational, tokens, words.schema.types, live, { exactCase: true });
  if (!found.ok) {
    tell(context, commandFault(grounds, tokens, found.error, command.tokens[0] === tokens[0], end));
    return;
  }
  perform(context, found.value, pipeline.value);
}

/** What a wrong command is told: at its end the question is whether a word or a value is missing. */
export function commandFault(
  { words, live }: GroundContext,
  tokens: readonly Token[],
  error: MatchError,
  first: boolean,
  end: number,
): Fault {
  const cursor: Token = { text: '', start: end, end, quoted: false };
  const next = expect(words.operational, tokens, cursor, words.schema.types, live, { exactCase: true });
  const wantsValue =
    next.ok && next.value.length > 0 && next.value.every(({ kind }) => kind === 'arg' || kind === 'offer');
  return faultOf(error, { reader: 'operational', tokens, first, end, wantsValue });
}

function perform(context: ShellContext, found: Match, pipeline: Pipeline): void {
  const { session, io, views, actions } = context;
  const { effect } = found.spec;
  const { box } = session;
  const router = box.router();
  if (effect.kind === 'show') {
    const view = views[effect.view];
    const columns = session.settings.screenWidth ?? io.columns;
    const scene = { box, router, ask: router.ask, now: box.now, session: session.number, columns };
    const lines = view?.(scene, found) ?? [];
    output(io, pipeline, lines);
  } else if (effect.kind === 'do') {
    const own = CLI_SETTINGS[effect.action];
    if (own) output(io, pipeline, own(session, found, io));
    else if (effect.action in OWN) OWN[effect.action]?.(context, found);
    else {
      const { number, user } = session;
      actions[effect.action]?.(
        { box, router, session: number, user, privileged: true, io: piped(io, pipeline) },
        found,
      );
    }
  } else if (effect.kind === 'accept') io.print([`error: ${effect.why}`]);
}

const output = (io: ShellIo, pipeline: Pipeline, lines: readonly string[]): void =>
  io.print(filtered(pipeline, lines), { page: pipeline.page, hold: pipeline.hold });

/** What runs for a while prints through its pipes line by line. */
const piped = (io: ShellIo, pipeline: Pipeline): ShellIo =>
  pipeline.filters.length === 0 && pipeline.page
    ? io
    : {
        ...forwarded(io),
        print: (lines, options) => io.print(filtered(pipeline, lines), { page: pipeline.page, ...options }),
      };

const forwarded = (io: ShellIo): ShellIo => ({
  get rows() {
    return io.rows;
  },
  get columns() {
    return io.columns;
  },
  print: (lines, options) => io.print(lines, options),
  message: (lines) => io.message(lines),
  write: (text) => io.write(text),
  ask: (question, options, then) => io.ask(question, options, then),
  askKey: (question, then) => io.askKey(question, then),
  collect: (ends, then) => io.collect(ends, then),
  running: (interrupt, options) => io.running(interrupt, options),
  prefill: (line) => io.prefill(line),
  history: (list) => io.history(list),
  bell: () => io.bell(),
  hangup: () => io.hangup(),
});

const OWN: Readonly<Record<string, (context: ShellContext, found: Match) => void>> = {
  configure: (context, found) => enterConfiguration(context, found),
  exit: ({ leave }) => leave(),
  'start-shell': ({ session, io }) => {
    if (session.user !== 'root') io.print(['error: permission denied: only root has a shell here']);
    else {
      session.mode = 'unix';
      session.fromUnix = true;
    }
  },
  rescue: ({ session }, { words }) => {
    session.box.store.rescue = words.includes('save') ? session.box.store.running : undefined;
  },
};

/** `show configuration PATH` */
function showConfiguration(context: ShellContext, path: readonly Token[], pipeline: Pipeline, end: number): void {
  const { words, session, io } = context;
  const { box } = session;
  const found = findPath(words.schema, [], path, 'anywhere');
  if (path.length > 0 && !found.ok) {
    tell(context, faultOf(found.error, { reader: 'configuration', tokens: path, first: false, end, wantsValue: true }));
    return;
  }
  const chains = path.length > 0 && found.ok ? found.value : [[]];
  const [last] = box.store.commits;
  const header = last ? [`## Last commit: ${moment(box, last.at)} by ${last.user}`] : [];
  const { schema } = words;
  const lines = shownConfiguration({
    box,
    schema,
    tree: box.store.running,
    chains,
    inside: false,
    displays: pipeline.displays,
    header,
  });
  output(io, pipeline, lines);
}
