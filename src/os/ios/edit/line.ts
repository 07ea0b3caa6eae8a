// A line of configuration: which mode understands it, what it does to the tree, where one stands afterwards.

import { find } from '../../../config/edit.ts';
import type { ConfigTree, Statement } from '../../../config/tree.ts';
import { grammarOf, keywordsFrom } from '../../../language/grammar.ts';
import { type Beginning, match, matchBeginning } from '../../../language/match.ts';
import type { ArgType, CommandSpec, Live, Match, MatchError, Token } from '../../../language/spec.ts';
import { canonical } from './canonical.ts';
import {
  type Edit,
  type EditEnvironment,
  type Outcome,
  placeOf,
  plainDefault,
  plainNo,
  plainSet,
  type Verb,
} from './edit.ts';
import { depthOf, type Mode, modeOf, upTo } from './mode.ts';
import { ruleFor } from './rules.ts';

export interface LineEnvironment extends EditEnvironment {
  readonly types: Readonly<Record<string, ArgType>>;
}

export type LineOutcome =
  | {
      readonly kind: 'done';
      readonly tree: ConfigTree;
      readonly mode: Mode;
      readonly say: readonly string[];
      /** Why nothing is simulated; undefined: something is. */
      readonly kept: string | undefined;
      readonly statement: Statement;
    }
  /** In the router's own words. */
  | { readonly kind: 'refused'; readonly say: readonly string[]; readonly mode: Mode }
  | { readonly kind: 'error'; readonly error: MatchError }
  /** `exit`, `end`, `do …`: a command of every mode. */
  | { readonly kind: 'command'; readonly match: Match };

/** `no` and `default` in front of a statement, and the tokens behind. */
export function verbOf(tokens: readonly Token[], specs: readonly CommandSpec[]): Verb {
  const first = tokens[0]?.text.toLowerCase() ?? '';
  if (first === 'no') return 'no';
  if (first === '' || !'default'.startsWith(first)) return 'set';
  const known = new Set(keywordsFrom(grammarOf(specs).initial, first, false).map(({ text }) => text));
  return first === 'default' || known.size === 1 ? 'default' : 'set';
}

type Understood =
  | { readonly kind: 'command'; readonly match: Match }
  | { readonly kind: 'statements'; readonly verb: Verb; readonly found: readonly Beginning[] };

/** What a line is in one mode, without those above it. */
function understand(
  tokens: readonly Token[],
  specs: readonly CommandSpec[],
  statements: readonly CommandSpec[],
  live: Live,
  { types }: LineEnvironment,
): Understood | MatchError {
  const verb = verbOf(tokens, specs);
  if (verb !== 'set') {
    if (tokens.length === 1) return { kind: 'incomplete' };
    const found = matchBeginning(statements, tokens.slice(1), types, live);
    return found.ok ? { kind: 'statements', verb, found: found.value } : found.error;
  }
  const found = match(specs, tokens, types, live);
  if (!found.ok) return found.error;
  if (found.value.spec.effect.kind === 'do') return { kind: 'command', match: found.value };
  return { kind: 'statements', verb, found: [{ ...found.value, missing: 'nothing' }] };
}

const isError = (understood: Understood | MatchError): understood is MatchError =>
  understood.kind !== 'command' && understood.kind !== 'statements';

/**
 * Takes a line in a mode. What the mode does not know is tried in those above it, up to global configuration mode, and
 * one stands there then. Where nobody knows it, the error is of the mode that understood most.
 */
export function takeLine(
  tree: ConfigTree,
  stood: Mode,
  tokens: readonly Token[],
  live: Live,
  environment: LineEnvironment,
): LineOutcome {
  const { sentences } = environment;
  const mode = standing(tree, stood);
  let best: MatchError | undefined;
  for (let depth = depthOf(mode); depth >= 0; depth--) {
    const specs = sentences.all(mode, depth);
    if (shortensWhatIsWholeAbove(tokens, mode, depth, sentences)) continue;
    if (shortensWhatIsGlobal(tokens, mode, depth, live, environment)) continue;
    const understood = understand(tokens, specs, sentences.statements(mode, depth), live, environment);
    if (!isError(understood)) {
      if (understood.kind === 'command') return understood;
      return apply(tree, upTo(mode, depth), understood.verb, understood.found, environment);
    }
    if (!best || fitness(understood) > fitness(best)) best = understood;
    // A mode that wants to hear more is not passed over for another that wants less.
    if (understood.kind === 'incomplete') break;
  }
  return { kind: 'error', error: best ?? { kind: 'incomplete' } };
}

/** The blocks that are still there: one may have been taken away at another console. */
function standing(tree: ConfigTree, mode: Mode): Mode {
  let there = mode;
  while (depthOf(there) > 0 && !there.chains.every((chain) => find(tree, chain)))
    there = upTo(there, depthOf(there) - 1);
  return there;
}

/** A word that a block would take for the beginning of another is a whole word of a block around it: `key 2` behind `key 1`. */
function shortensWhatIsWholeAbove(
  tokens: readonly Token[],
  mode: Mode,
  depth: number,
  sentences: EditEnvironment['sentences'],
): boolean {
  const word = tokens[0]?.text.toLowerCase() ?? '';
  if (depth < 2 || isWhole(word, sentences.all(mode, depth))) return false;
  for (let level = depth - 1; level > 0; level--) if (isWhole(word, sentences.all(mode, level))) return true;
  return false;
}

/**
 * A whole line of global configuration mode, where the block would take its first word for the beginning of another:
 * `router bgp 1` in a block that has "router-id", and takes any text behind it.
 */
function shortensWhatIsGlobal(
  tokens: readonly Token[],
  mode: Mode,
  depth: number,
  live: Live,
  environment: LineEnvironment,
): boolean {
  const { sentences } = environment;
  const word = tokens[0]?.text.toLowerCase() ?? '';
  const longer = keywordsFrom(grammarOf(sentences.all(mode, depth)).initial, word, false);
  if (depth === 0 || longer.length === 0 || longer.some(({ fold }) => fold === word)) return false;
  if (!isWhole(word, sentences.config)) return false;
  return !isError(understand(tokens, sentences.config, sentences.config, live, environment));
}

const isWhole = (word: string, specs: readonly CommandSpec[]): boolean =>
  keywordsFrom(grammarOf(specs).initial, word, false).some(({ fold }) => fold === word);

/** How much was understood: first by words, then an ambiguous one more than an unknown one, then by characters. */
function fitness(error: MatchError): number {
  if (error.kind === 'incomplete') return Number.POSITIVE_INFINITY;
  return error.token * 1e6 + (error.kind === 'ambiguous' ? 5e5 : 0) + error.column;
}

/** The statements in every block that is open. */
function apply(
  tree: ConfigTree,
  mode: Mode,
  verb: Verb,
  found: readonly Beginning[],
  environment: LineEnvironment,
): LineOutcome {
  const meant = found.filter(({ missing }) => missing === found[0]?.missing);
  let changed = tree;
  const say: string[] = [];
  let next: Mode | undefined;
  let leaves = false;
  let block: Statement | undefined;
  for (const at of mode.chains) {
    for (const one of meant) {
      const { missing } = one;
      const whole = missing === 'nothing' && !environment.printed;
      const statement = whole ? canonical(bare(one)) : bare(one);
      const outcome = decide({ tree: changed, at, statement, verb, missing, environment });
      if (outcome.kind === 'error') return outcome;
      if (outcome.kind === 'refused') return { kind: 'refused', say: [...say, ...outcome.say], mode };
      changed = outcome.tree;
      for (const line of outcome.say) if (!say.includes(line)) say.push(line);
      next ??= outcome.mode;
      block ??= outcome.statement;
      leaves ||= outcome.leave;
    }
  }
  const [first] = meant;
  if (!first) return { kind: 'error', error: { kind: 'incomplete' } };
  const statement = environment.printed ? bare(first) : canonical(bare(first));
  return {
    kind: 'done',
    tree: changed,
    mode: next ?? (leaves ? upTo(mode, depthOf(mode) - 1) : entered(mode, block ?? statement, verb)),
    say,
    kept: whyKept(statement, mode),
    statement,
  };
}

const bare = ({ spec, words, args }: Beginning): Statement => ({ spec, words, args });

function decide(edit: Edit): Outcome {
  const rule = ruleFor(placeOf(edit.at), edit.statement.spec.name);
  if (rule) return rule(edit);
  if (edit.verb === 'set') return plainSet(edit);
  return edit.verb === 'no' ? plainNo(edit) : plainDefault(edit);
}

function entered(mode: Mode, statement: Statement, verb: Verb): Mode {
  if (verb !== 'set' || !statement.spec.container) return mode;
  return modeOf(mode.chains.map((chain) => [...chain, statement]));
}

/** A statement that is only kept, or one of a block that is. */
function whyKept(statement: Statement, mode: Mode): string | undefined {
  const specs = [...(mode.chains[0] ?? []).map(({ spec }) => spec), statement.spec];
  for (const { effect } of specs) if (effect.kind === 'accept') return effect.why;
  return undefined;
}
