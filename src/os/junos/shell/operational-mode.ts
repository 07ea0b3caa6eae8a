// A line of operational mode: read, refused in the router's words, or done.

import type { ShellIo } from '../../../cli/shell.ts';
import { EMPTY_TREE } from '../../../config/tree.ts';
import { expect } from '../../../language/expect.ts';
import { match } from '../../../language/match.ts';
import type { Match, MatchError, Token } from '../../../language/spec.ts';
import { seconds } from '../../../sim/time.ts';
import type { ViewContext } from '../../os.ts';
import { answerJson, linesJson, type Tag } from '../answer.ts';
import { outputElement, xmlElement, xmlOutput, xmlReply } from '../display-xml.ts';
import { fullPath, readFile } from '../files.ts';
import { loadBraces } from '../load.ts';
import { findPath } from '../schema.ts';
import { noFile } from '../show/log.ts';
import { CLI_SETTINGS } from './cli-settings.ts';
import { clearPending, faultLines as faultLinesOf } from './commit.ts';
import { moment } from './commit-history.ts';
import { enterConfiguration } from './configuration-entry.ts';
import { shownConfiguration } from './configuration-shown.ts';
import type { ShellContext } from './context.ts';
import { FILE_ORDERS } from './file-orders.ts';
import { type GroundContext, isShowConfiguration } from './ground.ts';
import { HELP_ORDERS } from './help-orders.ts';
import { type Segment, segmentsOf } from './line.ts';
import { liveOf } from './live.ts';
import { addressed, FOOT, heading, namedSystems, underNames } from './logical-argument.ts';
import { MONITOR_ORDERS, startMonitor } from './monitor-orders.ts';
import { filtered, type Pipeline, readPipes } from './pipes.ts';
import { routerOf } from './standing.ts';
import { notThere, STANDING_ORDERS } from './standing-orders.ts';
import { SYSTEM_ORDERS } from './system-orders.ts';
import { type Fault, faultLines, faultOf } from './words.ts';

/** Orders of operational.cmd that the command line itself carries out. */
export const OPERATIONAL_ACTIONS = [
  'configure',
  'exit',
  'start-shell',
  'show-configuration',
  'rescue',
  'clear-commit',
  'monitor-start',
  'test-configuration',
  ...Object.keys(FILE_ORDERS),
  ...Object.keys(HELP_ORDERS),
  ...Object.keys(MONITOR_ORDERS),
  ...Object.keys(STANDING_ORDERS),
  ...Object.keys(SYSTEM_ORDERS),
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
  const { words, session, rights } = context;
  const pipeline = readPipes(context, pipes);
  if (!pipeline.ok) {
    tell(context, pipeline.error);
    return;
  }
  const { running } = session.box.store;
  const live = liveOf(session.box, session.seen(running));
  const grounds: GroundContext = { words, live, tree: running, running, mode: 'operational', level: [] };
  if (isShowConfiguration(grounds, tokens)) {
    showConfiguration(context, tokens.slice(2), pipeline.value, end);
    return;
  }
  const order = addressed(tokens);
  // Capture: `show route logical-system RTR-2` typed in RTR-1 of a vMX: the caret stands under the word.
  if (order.word && session.logicalSystem !== undefined) {
    tell(context, { column: order.word.start, lines: DENIED });
    return;
  }
  const found = match(words.operational, order.tokens, words.schema.types, live, { exactCase: true });
  if (!found.ok || order.open) {
    const error = found.ok ? ({ kind: 'incomplete' } as const) : found.error;
    tell(context, commandFault(grounds, order.tokens, error, command.tokens[0] === tokens[0], end));
    return;
  }
  if (!rights.mayGive(found.value.words.join(' '))) {
    tell(context, { column: end, lines: DENIED });
    return;
  }
  perform(context, found.value, pipeline.value, order.name?.text);
}

/** Capture: a user whose class forbids `system.*`, `show configuration system `. */
export const DENIED = ['permission denied.'];

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

/** `named`: the logical system that an order was given to, or `all`. */
function perform(context: ShellContext, found: Match, pipeline: Pipeline, named: string | undefined): void {
  const { session, io, views, taggedViews, actions } = context;
  const { effect } = found.spec;
  const { box } = session;
  const systems = named === undefined ? [session.logicalSystem] : namedSystems(box, named);
  if (!systems || systems.some((system) => !routerOf(box, system))) {
    io.print([notThere(named ?? session.logicalSystem ?? '')]);
  } else if (effect.kind === 'show') {
    const view = views[effect.view];
    const columns = session.settings.screenWidth ?? io.columns;
    const sceneOf = (system: string | undefined): ViewContext | undefined => {
      const router = routerOf(box, system);
      return router && { box, router, ask: router.ask, now: box.now, session: session.number, columns };
    };
    const answers = systems.map(
      (system): Answer => ({
        system,
        lines() {
          const scene = sceneOf(system);
          return scene ? (view?.(scene, found) ?? []) : [notThere(system ?? '')];
        },
        tag() {
          const scene = sceneOf(system);
          return scene && taggedViews[effect.view]?.(scene, found);
        },
      }),
    );
    repeat(context, pipeline, () => displayed(context, pipeline, answers));
  } else if (effect.kind === 'do') {
    const own = CLI_SETTINGS[effect.action];
    if (own) repeat(context, pipeline, () => displayed(context, pipeline, [{ lines: () => own(session, found, io) }]));
    else if (effect.action in OWN) {
      const own = effect.action === 'monitor-start' ? context : { ...context, io: piped(io, pipeline) };
      OWN[effect.action]?.(own, found, pipeline);
    } else {
      const { number, user } = session;
      const given = { box, session: number, user, privileged: true, io: piped(io, pipeline) };
      for (const system of systems) {
        const router = routerOf(box, system);
        if (systems.length > 1) io.print([heading(system)]);
        if (router) actions[effect.action]?.({ ...given, router }, found);
        if (systems.length > 1) io.print(FOOT);
      }
    }
  } else if (effect.kind === 'accept') io.print([`error: ${effect.why}`]);
}

/** Prints once, or again and again (`| refresh`) until somebody ends it. */
function repeat({ session, io }: ShellContext, pipeline: Pipeline, lines: () => readonly string[]): void {
  const { refresh } = pipeline;
  if (refresh === undefined) {
    output(io, pipeline, lines());
    return;
  }
  const { box, number } = session;
  const timer = `refresh/${number}`;
  const show = (): void => {
    io.print([`---(refreshed at ${moment(box)})---`, ...filtered(pipeline, lines())], { page: false });
    box.timer(timer, seconds(refresh), show);
  };
  const end = io.running(
    () => {
      box.timer(timer, 'off');
      io.write('^C[abort]\n');
      end();
    },
    { endless: true },
  );
  show();
}

/** What a router says: in lines, and in elements where its view has them. */
interface Answer {
  readonly system?: string | undefined;
  lines(): readonly string[];
  tag?(): Tag | undefined;
}

/** What is answered, each router under its name where several were asked, as `| display xml` and `json` would have it. */
function displayed({ session }: ShellContext, { displays }: Pipeline, answers: readonly Answer[]): readonly string[] {
  const [first] = answers;
  const several = answers.length > 1;
  const lines = (): readonly string[] => (several ? underNames(answers) : (first?.lines() ?? []));
  if (displays.some(({ kind }) => kind === 'xml')) {
    const banner = session.mode === 'configuration' ? '[edit]' : '';
    const envelope = { release: session.box.chassis.model.release, attributes: [], banner };
    const tags = answers.map((answer) => answer.tag?.());
    if (tags.every((tag) => tag === undefined)) return xmlOutput(envelope, lines());
    const elements = answers.flatMap((answer, i) => {
      const tag = tags[i];
      const text = [...(several ? [heading(answer.system)] : []), ...(tag ? [] : answer.lines())];
      return [...(text.length > 0 ? outputElement(text) : []), ...(tag ? xmlElement(tag) : [])];
    });
    return xmlReply(envelope, elements);
  }
  if (!displays.some(({ kind }) => kind === 'json')) return lines();
  const tag = several ? undefined : first?.tag?.();
  return tag ? answerJson(tag) : linesJson(lines());
}

const output = (io: ShellIo, pipeline: Pipeline, lines: readonly string[]): void =>
  io.print(filtered(pipeline, lines), { page: pipeline.page, hold: pipeline.hold });

/** What runs for a while prints through its pipes line by line. */
export const piped = (io: ShellIo, pipeline: Pipeline): ShellIo =>
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
  forget: () => io.forget(),
  collect: (ends, then) => io.collect(ends, then),
  running: (interrupt, options) => io.running(interrupt, options),
  prefill: (line) => io.prefill(line),
  history: (list) => io.history(list),
  bell: () => io.bell(),
  hangup: () => io.hangup(),
});

const OWN: Readonly<Record<string, (context: ShellContext, found: Match, pipeline: Pipeline) => void>> = {
  ...FILE_ORDERS,
  ...HELP_ORDERS,
  ...MONITOR_ORDERS,
  ...STANDING_ORDERS,
  ...SYSTEM_ORDERS,
  'monitor-start': (context, { args }, pipeline) => startMonitor(context, args['log-file'] ?? '', pipeline),
  'test-configuration': testConfiguration,
  configure: (context, found) => enterConfiguration(context, found),
  exit: ({ leave }) => leave(),
  'start-shell': ({ session, io }) => {
    if (session.user !== 'root') io.print(['error: permission denied: only root has a shell here']);
    else {
      session.mode = 'unix';
      session.fromUnix = true;
    }
  },
  'clear-commit': ({ session, io }, { words }) => io.print(clearPending(session.box, words.includes('prepared'))),
  rescue: ({ session }, { words }) => {
    session.box.store.rescue = words.includes('save') ? session.box.store.running : undefined;
  },
};

/** `test configuration FILE`: would it load, and commit? */
function testConfiguration({ session, words, io }: ShellContext, { args }: Match): void {
  const { file = '' } = args;
  const lines = readFile(session.box, fullPath(session.user, file, session.directory));
  if (!lines) {
    io.print([noFile(file)]);
    return;
  }
  const loaded = loadBraces(words.schema, lines.join('\n'), EMPTY_TREE, 'override', [], file);
  const checked = loaded.errors > 0 ? undefined : session.box.check(loaded.tree);
  if (checked?.ok) io.print(['configuration syntax succeeds']);
  else
    io.print([...loaded.said, ...(checked ? faultLinesOf(checked.error) : []), 'error: configuration syntax failed']);
}

/** `show configuration PATH` */
function showConfiguration(context: ShellContext, path: readonly Token[], pipeline: Pipeline, end: number): void {
  const { words, session, rights } = context;
  const { box } = session;
  const found = findPath(words.schema, session.root, path, 'anywhere');
  if (path.length > 0 && !found.ok) {
    tell(context, faultOf(found.error, { reader: 'configuration', tokens: path, first: false, end, wantsValue: true }));
    return;
  }
  const below = path.length > 0 && found.ok ? found.value : [[]];
  const chains = below.map((chain) => [...session.root, ...chain]);
  const text = below[0]?.flatMap((statement) => statement.words).join(' ') ?? '';
  if (path.length > 0 && !rights.everything && !rights.sees(text)) {
    tell(context, { column: end, lines: DENIED });
    return;
  }
  const [last] = box.store.commits;
  const header = last ? [`## Last commit: ${moment(box, last.at)} by ${last.user}`] : [];
  const { schema } = words;
  repeat(context, pipeline, () =>
    shownConfiguration({
      session,
      rights,
      schema,
      tree: box.store.running,
      chains,
      inside: false,
      displays: pipeline.displays,
      header,
    }),
  );
}
