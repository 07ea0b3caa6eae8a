// Words to statements: a path through the configuration hierarchy, from whatever level somebody stands at.

import { err, ok, type Result } from '../../base/result.ts';
import { type Chain, graft, put, remove } from '../../config/edit.ts';
import type { ConfigTree, Statement } from '../../config/tree.ts';
import { NO_LIVE } from '../../language/arg-types.ts';
import { expectPath } from '../../language/expect.ts';
import { matchPath, type PathStop } from '../../language/match.ts';
import type { ArgType, CommandSpec, Expectation, Live, MatchError, Token } from '../../language/spec.ts';
import { type TokenStyle, tokenize } from '../../language/tokens.ts';
import { parsePhysical } from './interface-names.ts';
import { siblingOrder } from './sibling-order.ts';
import { needsContents } from './statement-text.ts';

export const JUNOS_TOKENS: TokenStyle = { quotes: true, brackets: true };

/** What configurations are made of. */
export interface Schema {
  readonly specs: readonly CommandSpec[];
  readonly types: Readonly<Record<string, ArgType>>;
}

/** The sentences that can be said at a level. */
export const specsAt = (schema: Schema, level: Chain): readonly CommandSpec[] =>
  level[level.length - 1]?.spec.children ?? schema.specs;

/** Statements of a group may name `<*>` in place of any value. */
const inGroups = (level: Chain, tokens: readonly Token[]): boolean =>
  (level[0]?.spec.name ?? tokens[0]?.text) === 'groups';

/** A path from a level down. Each answer is a chain that begins at that level. */
export function findPath(
  schema: Schema,
  level: Chain,
  tokens: readonly Token[],
  stop: PathStop,
  live: Live = NO_LIVE,
): Result<readonly Chain[], MatchError> {
  const words = splitUnits(level, tokens);
  const wildcards = inGroups(level, words);
  const found = matchPath(specsAt(schema, level), words, schema.types, live, { exactCase: true, stop, wildcards });
  if (!found.ok) return err(inTokens(found.error, words, tokens));
  if (stop === 'statement' && found.value.some((chain) => !says(chain))) return err({ kind: 'incomplete' });
  return found;
}

/** The last statement says something: it is no container that lacks its contents. */
const says = (chain: Chain): boolean => {
  const last = chain[chain.length - 1];
  return last !== undefined && !needsContents(last.spec);
};

/** What may stand at the cursor behind a beginning of a path. */
export function expectOnPath(
  schema: Schema,
  level: Chain,
  before: readonly Token[],
  cursor: Token,
  stop: PathStop,
  live: Live,
): Result<readonly Expectation[], MatchError> {
  const words = splitUnits(level, before);
  const wildcards = inGroups(level, words);
  const options = { exactCase: true, stop, wildcards };
  const found = expectPath(specsAt(schema, level), words, cursor, schema.types, live, options);
  if (!found.ok) return err(inTokens(found.error, [...words, cursor], [...before, cursor]));
  if (stop !== 'statement') return found;
  return ok(found.value.filter(({ kind, specs }) => kind !== 'end' || specs.some((spec) => !needsContents(spec))));
}

/**
 * `interfaces ge-0/0/0.100` is `interfaces ge-0/0/0 unit 100` (CLI user guide, "Configuring logical interfaces"). The
 * three tokens keep the place of the one.
 */
export function splitUnits(level: Chain, tokens: readonly Token[]): readonly Token[] {
  const at = interfaceAt(level, tokens);
  const token = at < 0 ? undefined : tokens[at];
  const parts = token && !token.quoted ? /^(.+)\.(\d+|<\*>)$/.exec(token.text) : null;
  if (!token || !parts || !parsePhysical(parts[1] as string)) return tokens;
  const [, physical = '', unit = ''] = parts;
  const made = [physical, 'unit', unit].map((text) => ({ ...token, text }));
  return [...tokens.slice(0, at), ...made, ...tokens.slice(at + 1)];
}

/** Where a path names an entry of `interfaces`; -1: it does not. */
function interfaceAt(level: Chain, tokens: readonly Token[]): number {
  const above = level.flatMap(({ words }) => words);
  const word = (i: number): string => above[i] ?? tokens[i - above.length]?.text ?? '';
  let at = 0;
  // A group and a router within the router hold interfaces of their own.
  if (word(at) === 'groups') at += 2;
  if (beginsWord(word(at), 'logical-systems')) at += 2;
  if (!beginsWord(word(at), 'interfaces')) return -1;
  const named = at + 1 - above.length;
  return named >= 0 && named < tokens.length ? named : -1;
}

/** Words may be cut short, but not to what others begin with as well. */
const beginsWord = (typed: string, word: string): boolean => typed.length > 2 && word.startsWith(typed);

/** An error's token number in the words as they were typed. */
function inTokens(error: MatchError, words: readonly Token[], typed: readonly Token[]): MatchError {
  if (error.kind === 'incomplete' || words.length === typed.length) return error;
  const at = words[error.token];
  const token = typed.findIndex(({ start, end }) => start === at?.start && end === at.end);
  return { ...error, token: token < 0 ? typed.length - 1 : token };
}

/** Words of a path as tokens: what is not typed by hand. */
export const tokensOf = (line: string): readonly Token[] => tokenize(line, JUNOS_TOKENS);

/** Every statement of the chains is in the tree. */
export const putAll = (tree: ConfigTree, chains: readonly Chain[]): ConfigTree =>
  chains.reduce((into, chain) => put(into, chain, { order: siblingOrder }), tree);

/** A block with what is in it. */
export const graftIn = (tree: ConfigTree, chain: Chain, contents: ConfigTree): ConfigTree =>
  graft(tree, chain, contents.children, { order: siblingOrder });

/** Takes a statement away, with what means nothing without it. */
export function removeFrom(tree: ConfigTree, chain: Chain): { readonly tree: ConfigTree; readonly found: boolean } {
  const removal = remove(tree, chain, { exact: true, prune: meansNothing });
  return { tree: removal.tree, found: removal.removed.length > 0 };
}

/**
 * An empty container is not kept, nor is a static route without next hop (capture: `delete routing-options static route
 * 0.0.0.0/0 next-hop 192.168.4.1` took routing-options away).
 */
export const meansNothing = (node: Statement): boolean =>
  needsContents(node.spec) || (node.spec.name === 'route' && node.spec.oneLine === true);
