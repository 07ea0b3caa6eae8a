// What stands behind the pipes of a line: filters of lines, other ways to print a configuration, the pager told off.
// Source: capture of Junos 24.4 (`| ?`, "Count: 1135 lines", "Pattern not found").

import { parseIp4 } from '../../../base/ip.ts';
import { err, ok, type Result } from '../../../base/result.ts';
import { beginning, counting, excluding, type Filter, including, last, trimming } from '../../../cli/pipe.ts';
import { junosRegex } from '../../../cli/regex.ts';
import { match } from '../../../language/match.ts';
import type { Match } from '../../../language/spec.ts';
import type { Box } from '../../os.ts';
import { fullPath, isUrl, unreachable, writeFile } from '../files.ts';
import { hostText } from '../show/host-names.ts';
import { sendMessage } from './broadcast.ts';
import type { ShellContext } from './context.ts';
import type { Segment } from './line.ts';
import { liveOf } from './live.ts';
import type { Session } from './session.ts';
import { type Fault, faultOf } from './words.ts';

/** How a configuration is to be shown in place of its braces. */
export type ConfigDisplay =
  | { readonly kind: 'set'; readonly relative: boolean }
  | { readonly kind: 'compare'; readonly rollback: number | undefined; readonly file: string | undefined }
  | { readonly kind: 'inheritance'; readonly comments: boolean; readonly defaults: boolean }
  | { readonly kind: 'changed' | 'detail' | 'json' | 'omit' | 'xml' };

/** The pipes of a line, read. */
export interface Pipeline {
  readonly displays: readonly ConfigDisplay[];
  readonly filters: readonly Filter[];
  readonly page: boolean;
  readonly hold: boolean;
  /** Seconds between two runs of the command; undefined: it runs once. */
  readonly refresh: number | undefined;
}

export const NO_PIPES: Pipeline = { displays: [], filters: [], page: true, hold: false, refresh: undefined };

/** Every action of pipes.cmd. */
export const PIPE_ACTIONS = [
  'append',
  'compare',
  'count',
  'display-changed',
  'display-commit-scripts',
  'display-detail',
  'display-inheritance',
  'display-json',
  'display-omit',
  'display-set',
  'display-xml',
  'except',
  'find',
  'hold',
  'last',
  'match',
  'no-more',
  'refresh',
  'request-message',
  'resolve',
  'save-output',
  'tee',
  'trim',
] as const;

/** "Specifying the refresh interval": five seconds. */
const REFRESH_SECONDS = 5;

/** Reads what stands behind the pipes. */
export function readPipes(context: ShellContext, segments: readonly Segment[]): Result<Pipeline, Fault> {
  const { words, session } = context;
  let pipeline = NO_PIPES;
  for (const { tokens, end } of segments) {
    const live = liveOf(session.box, session.candidate);
    const found = match(words.pipes, tokens, words.schema.types, live, { exactCase: true });
    if (!found.ok) {
      const fault = { reader: 'operational', tokens, first: false, end, wantsValue: tokens.length > 0 } as const;
      return err(faultOf(found.error, fault));
    }
    const added = withPipe(pipeline, found.value, context);
    if (!added.ok) return err({ column: end, lines: [added.error] });
    pipeline = added.value;
  }
  return ok(pipeline);
}

function withPipe(pipeline: Pipeline, pipe: Match, context: ShellContext): Result<Pipeline, string> {
  const action = pipe.spec.effect.kind === 'do' ? pipe.spec.effect.action : '';
  const display = (one: ConfigDisplay): Result<Pipeline, string> =>
    ok({ ...pipeline, displays: [...pipeline.displays, one] });
  const { args, words } = pipe;
  switch (action) {
    case 'no-more':
      return ok({ ...pipeline, page: false });
    case 'hold':
      return ok({ ...pipeline, hold: true });
    case 'refresh':
      return ok({ ...pipeline, refresh: Number(args['interval'] ?? REFRESH_SECONDS) });
    case 'display-commit-scripts':
      return ok(pipeline);
    case 'display-changed':
    case 'display-detail':
    case 'display-json':
    case 'display-omit':
    case 'display-xml':
      return display({ kind: action.slice('display-'.length) as 'changed' | 'detail' | 'json' | 'omit' | 'xml' });
    case 'display-set':
      return display({ kind: 'set', relative: words.includes('relative') });
    case 'display-inheritance':
      return display({
        kind: 'inheritance',
        comments: !words.includes('no-comments'),
        defaults: words.includes('defaults'),
      });
    case 'compare':
      return display({
        kind: 'compare',
        rollback: args['number'] === undefined ? undefined : Number(args['number']),
        file: args['file'],
      });
    default: {
      const filter = filterOf(action, pipe, context);
      return filter.ok ? ok({ ...pipeline, filters: [...pipeline.filters, filter.value] }) : filter;
    }
  }
}

function filterOf(action: string, { args, words }: Match, context: ShellContext): Result<Filter, string> {
  const { session, io } = context;
  if (action === 'count') return ok(counting);
  if (action === 'last') {
    const rows = session.settings.screenLength ?? io.rows;
    return ok(last(Number(args['lines'] ?? Math.max(1, rows - 1))));
  }
  if (action === 'trim') return ok(trimming(Number(args['columns'] ?? 0)));
  if (action === 'resolve') return ok((lines) => lines.map((line) => resolved(session.box, line)));
  if (action === 'request-message') return ok((lines) => sendMessage(session, lines, args['user']));
  if (action === 'save-output' || action === 'append' || action === 'tee') {
    return ok((lines) => intoFile(session, action, args['file'] ?? '', lines));
  }
  const regex = junosRegex(args['pattern'] ?? '');
  if (!regex.ok) return err(`error: invalid regular expression: ${words[words.length - 1] ?? ''}`);
  if (action === 'match') return ok(including(regex.value));
  if (action === 'except') return ok(excluding(regex.value));
  const find = beginning(regex.value);
  return ok((lines) => {
    const found = find(lines);
    return found.length > 0 ? found : ['', 'Pattern not found'];
  });
}

/** Capture: "Wrote 740 lines of output to '/var/tmp/interfaces.log'" (notes on `| append`), the same of `| save`. */
function intoFile(session: Session, action: string, file: string, lines: readonly string[]): readonly string[] {
  const { box, user, directory } = session;
  if (isUrl(file)) return [unreachable(file)];
  writeFile(box, user, fullPath(user, file, directory), lines, action === 'append');
  return action === 'tee' ? lines : [`Wrote ${lines.length} lines of output to '${file}'`];
}

/** Addresses by the names that the box has for them. */
const resolved = (box: Box, line: string): string =>
  line.replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b(?!\/)/g, (text) => {
    const address = parseIp4(text);
    return address === undefined ? text : hostText(box, address);
  });

/** The lines that come out at the end. */
export const filtered = (pipeline: Pipeline, lines: readonly string[]): readonly string[] =>
  pipeline.filters.reduce((left, filter) => filter(left), lines);
