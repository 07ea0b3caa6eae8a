// One statement as it was typed, and what becomes of it. A rule (rules.ts) may decide; otherwise it is put or taken away.

import { must } from '../../../base/must.ts';
import { type Chain, find, negate, put, remove } from '../../../config/edit.ts';
import { holdsKey } from '../../../config/identity.ts';
import type { ConfigNode, ConfigTree, Statement } from '../../../config/tree.ts';
import type { CommandSpec, MatchError, Step } from '../../../language/spec.ts';
import type { Model } from '../../os.ts';
import { compareInterfaces } from '../interface-names.ts';
import { type Mode, type ModeSentences, modeOf } from './mode.ts';

export type Verb = 'set' | 'no' | 'default';

export interface EditEnvironment {
  readonly sentences: ModeSentences;
  readonly model: Model;
  /** Out of the factory: what `default` goes back to. */
  readonly factory: ConfigTree;
  /** A file is read: nobody sits there to be told. */
  readonly reading: boolean;
  /** A router printed the file: its options stand in their order, and `no` is only said where it says something. */
  readonly printed: boolean;
}

/** A statement on its way into the tree. */
export interface Edit {
  readonly tree: ConfigTree;
  /** The blocks that are open. */
  readonly at: Chain;
  readonly statement: Statement;
  readonly verb: Verb;
  /** What was not typed: only `no` and `default` may leave something out. */
  readonly missing: 'nothing' | 'values' | 'words';
  readonly environment: EditEnvironment;
}

interface Done {
  readonly kind: 'done';
  readonly tree: ConfigTree;
  readonly say: readonly string[];
  /** As it went in, where a rule completed or changed its words; undefined: as typed. */
  readonly statement: Statement | undefined;
  /** Where one stands then; undefined: as usual (into the block of a statement that has one). */
  readonly mode: Mode | undefined;
  /** Leave the block that is open. */
  readonly leave: boolean;
}

export type Outcome =
  | Done
  | { readonly kind: 'refused'; readonly say: readonly string[] }
  | { readonly kind: 'error'; readonly error: MatchError };

export const done = (tree: ConfigTree, say: readonly string[] = []): Done => ({
  kind: 'done',
  tree,
  say,
  statement: undefined,
  mode: undefined,
  leave: false,
});
export const refused = (...say: readonly string[]): Outcome => ({ kind: 'refused', say });
export const incomplete: Outcome = { kind: 'error', error: { kind: 'incomplete' } };

/** Done, and several blocks are open: what is typed next goes to each of them. */
export const opened = (tree: ConfigTree, chains: readonly Chain[]): Outcome => ({
  ...done(tree),
  mode: modeOf(chains),
});

export const left = (tree: ConfigTree): Outcome => ({ ...done(tree), leave: true });

/** What the file calls the block that is open: `interface`, `router bgp`; empty in global configuration mode. */
export const placeOf = (at: Chain): string => at.at(-1)?.spec.name ?? '';

/** The block that is open, as it stands. */
export const blockOf = ({ tree, at }: Pick<Edit, 'tree' | 'at'>): ConfigNode | undefined =>
  at.length === 0 ? undefined : find(tree, at);

/** Statements beside this one. */
export const siblingsOf = (edit: Pick<Edit, 'tree' | 'at'>): readonly ConfigNode[] =>
  edit.at.length === 0 ? edit.tree.children : (blockOf(edit)?.children ?? []);

/** The sentence of the same place with this name. */
export function specNamed(specs: readonly CommandSpec[], name: string): CommandSpec {
  const spec = specs.find((one) => one.name === name);
  must(spec, `there is a sentence '${name}'`);
  return spec;
}

/** A statement in words; `args` are those of its values that somebody reads. */
export const statementOf = (
  spec: CommandSpec,
  words: readonly string[],
  args: Readonly<Record<string, string>>,
): Statement => ({ spec, words, args });

/** Puts a statement in its place; interfaces have an order of their own. */
export function putAt(tree: ConfigTree, at: Chain, statement: Statement, negated = false): ConfigTree {
  const chain = [...at, statement];
  if (at.length === 0 && statement.spec.name === 'interface')
    return put(tree, chain, { order: (a, b) => compareInterfaces(a.words[1] ?? '', b.words[1] ?? '') });
  const asTyped = AS_TYPED.includes(placeOf(at));
  return put(tree, chain, asTyped ? { negated, order: 'as-typed' } : { negated });
}

/** Blocks whose statements keep the order of typing. */
const AS_TYPED = [
  'class-map',
  'crypto pki certificate map',
  'event manager applet',
  'ip explicit-path',
  'ipv6 access-list',
];

export const removeAt = (tree: ConfigTree, at: Chain, statement: Statement): ConfigTree =>
  remove(tree, [...at, statement]).tree;

/** Typed without `no`. What is on by default is only kept where a router printed it: its release does not think so. */
export function plainSet({ tree, at, statement, environment }: Edit): Outcome {
  const plain = !environment.printed || !statement.spec.defaultOn;
  const after = plain ? putAt(tree, at, statement) : put(tree, [...at, statement], { kept: true });
  return { ...done(after), statement };
}

/** Typed with `no`: what is on by default keeps that it is off, everything else goes. */
export function plainNo(edit: Edit): Outcome {
  const { tree, at, statement, missing, environment } = edit;
  if ((missing === 'words' && !lacksChoice(statement)) || lacksKey(statement)) return incomplete;
  if (missing !== 'nothing' && statement.spec.defaultOn) return done(putAt(tree, at, statement, true));
  const gone = negate(tree, [...at, statement]).tree;
  // In other releases other things are on by default.
  if (gone === tree && environment.printed && missing === 'nothing') return done(putAt(tree, at, statement, true));
  return done(gone);
}

/** `default`: as the box left the factory; where that says nothing, as if it had never been typed. */
export function plainDefault(edit: Edit): Outcome {
  const { tree, at, statement, environment } = edit;
  const known = find(environment.factory, [...at, statement]);
  if (known) return done(putAt(tree, at, known, known.negated));
  if (statement.spec.defaultOn) return done(removeAt(tree, at, statement));
  return plainNo(edit);
}

/** Printed whichever way it was typed last: `no` is kept too. */
export function bothWays(edit: Edit): Outcome {
  const { tree, at, statement, verb } = edit;
  if (verb === 'default') return plainDefault(edit);
  if (edit.missing === 'words' || lacksKey(statement)) return incomplete;
  return done(putAt(tree, at, statement, verb === 'no'));
}

/**
 * All that was not typed is one of several words that say how, not what (`no is-type`, `no duplex`). Cisco IOS Configuration
 * Fundamentals: the `no` form of such a command is its name.
 */
function lacksChoice({ spec, words }: Statement): boolean {
  const at = spec.path.findIndex(({ kind }) => kind !== 'word' && kind !== 'arg');
  if (spec.apart || spec.whole || at !== words.length || spec.path[at]?.kind !== 'choice') return false;
  return spec.path.slice(at).every((step) => step.kind !== 'word' && !holdsKey(step));
}

/** A value that says which statement is meant was not typed. Those of options and choices may be left out. */
function lacksKey({ spec, args }: Statement): boolean {
  return spec.path.some((step: Step) => step.kind === 'arg' && step.key && args[step.name] === undefined);
}
