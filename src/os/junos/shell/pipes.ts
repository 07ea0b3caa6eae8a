// What stands behind the pipes of a line: filters of lines, other ways to print a configuration, the pager told off.
// Source: capture of Junos 24.4 (`| ?`, "Count: 1135 lines", "Pattern not found").

import { err, ok, type Result } from '../../../base/result.ts';
import { beginning, counting, excluding, type Filter, including, last, trimming } from '../../../cli/pipe.ts';
import { junosRegex } from '../../../cli/regex.ts';
import { NO_LIVE } from '../../../language/arg-types.ts';
import { match } from '../../../language/match.ts';
import type { Match } from '../../../language/spec.ts';
import type { Vocabularies } from './ground.ts';
import type { Segment } from './line.ts';
import { type Fault, faultOf } from './words.ts';

/** How a configuration is to be shown in place of its braces. */
export type ConfigDisplay =
  | { readonly kind: 'set'; readonly relative: boolean }
  | { readonly kind: 'compare'; readonly rollback: number | undefined }
  | { readonly kind: 'inheritance'; readonly comments: boolean };

/** The pipes of a line, read. */
export interface Pipeline {
  readonly displays: readonly ConfigDisplay[];
  readonly filters: readonly Filter[];
  readonly page: boolean;
  readonly hold: boolean;
}

export const NO_PIPES: Pipeline = { displays: [], filters: [], page: true, hold: false };

/** Every action of pipes.cmd. */
export const PIPE_ACTIONS = [
  'compare',
  'count',
  'display-inheritance',
  'display-set',
  'except',
  'find',
  'hold',
  'last',
  'match',
  'no-more',
  'trim',
] as const;

/** Reads what stands behind the pipes. `rows` is what a screen holds. */
export function readPipes(words: Vocabularies, segments: readonly Segment[], rows: number): Result<Pipeline, Fault> {
  let pipeline = NO_PIPES;
  for (const { tokens, end } of segments) {
    const found = match(words.pipes, tokens, words.schema.types, NO_LIVE, { exactCase: true });
    if (!found.ok) {
      const context = { reader: 'operational', tokens, first: false, end, wantsValue: tokens.length > 0 } as const;
      return err(faultOf(found.error, context));
    }
    const added = withPipe(pipeline, found.value, rows);
    if (!added.ok) return err({ column: end, lines: [added.error] });
    pipeline = added.value;
  }
  return ok(pipeline);
}

function withPipe(pipeline: Pipeline, pipe: Match, rows: number): Result<Pipeline, string> {
  const action = pipe.spec.effect.kind === 'do' ? pipe.spec.effect.action : '';
  const number = (name: string): number => Number(pipe.args[name] ?? 0);
  const display = (one: ConfigDisplay): Result<Pipeline, string> =>
    ok({ ...pipeline, displays: [...pipeline.displays, one] });
  switch (action) {
    case 'no-more':
      return ok({ ...pipeline, page: false });
    case 'hold':
      return ok({ ...pipeline, hold: true });
    case 'display-set':
      return display({ kind: 'set', relative: pipe.words.includes('relative') });
    case 'display-inheritance':
      return display({ kind: 'inheritance', comments: !pipe.words.includes('no-comments') });
    case 'compare':
      return display({ kind: 'compare', rollback: pipe.args['number'] === undefined ? undefined : number('number') });
    default: {
      const filter = filterOf(action, pipe, rows);
      return filter.ok ? ok({ ...pipeline, filters: [...pipeline.filters, filter.value] }) : filter;
    }
  }
}

function filterOf(action: string, { args }: Match, rows: number): Result<Filter, string> {
  if (action === 'count') return ok(counting);
  if (action === 'last') return ok(last(Number(args['lines'] ?? Math.max(1, rows - 1))));
  if (action === 'trim') return ok(trimming(Number(args['columns'] ?? 0)));
  const regex = junosRegex(args['pattern'] ?? '');
  if (!regex.ok) return err(`error: invalid regular expression: ${args['pattern'] ?? ''}`);
  if (action === 'match') return ok(including(regex.value));
  if (action === 'except') return ok(excluding(regex.value));
  const find = beginning(regex.value);
  return ok((lines) => {
    const found = find(lines);
    return found.length > 0 ? found : ['', 'Pattern not found'];
  });
}

/** The lines that come out at the end. */
export const filtered = (pipeline: Pipeline, lines: readonly string[]): readonly string[] =>
  pipeline.filters.reduce((left, filter) => filter(left), lines);
