// The commands of configuration mode that change the candidate.    Source: CLI user guide, "Configuration Mode Commands".

import { err, ok, type Result } from '../../../base/result.ts';
import {
  annotate,
  type Chain,
  copy,
  type EditError,
  findAll,
  insert,
  setInactive,
  setProtected,
} from '../../../config/edit.ts';
import type { ConfigTree } from '../../../config/tree.ts';
import type { PathStop } from '../../../language/match.ts';
import type { Live, MatchError, Token } from '../../../language/spec.ts';
import { renameAlong } from '../load.ts';
import { findPath, putAll, removeFrom, type Schema } from '../schema.ts';
import { siblingOrder } from '../sibling-order.ts';
import { JOINTS } from './ground.ts';
import { deletion, deletionBelow, refusal } from './protection.ts';
import type { Session } from './session.ts';

/** A command on its way to the candidate. */
export interface Edit {
  readonly session: Session;
  readonly schema: Schema;
  readonly live: Live;
  /** The words behind the verb. */
  readonly tokens: readonly Token[];
}

/** What comes of it: lines to print, or what is wrong with the words (`at`: behind how many of them). */
export type Edited = Result<readonly string[], { readonly error: MatchError; readonly at: number }>;

const NOT_FOUND = ['warning: statement not found'];

function pathsOf(
  { session, schema, live, tokens }: Edit,
  stop: PathStop,
  words = tokens,
): Result<readonly Chain[], MatchError> {
  const found = findPath(schema, session.level, words, stop, live);
  return found.ok ? ok(found.value.map((chain) => [...session.level, ...chain])) : found;
}

const wrong = (error: MatchError, at = 0): Edited => err({ error, at });

/** `set` */
export function set(edit: Edit): Edited {
  const chains = pathsOf(edit, 'statement');
  if (!chains.ok) return wrong(chains.error);
  const refused = refusedFor(edit, chains.value);
  if (refused) return ok(refused);
  edit.session.candidate = putAll(edit.session.candidate, chains.value);
  return ok([]);
}

/** `delete` of something; of everything the shell asks first. */
export function remove(edit: Edit): Edited {
  const { session } = edit;
  const chains = pathsOf(edit, 'unvalued');
  if (!chains.ok) return wrong(chains.error);
  const warnings: string[] = [];
  let found = false;
  for (const chain of chains.value) {
    const planned = deletion(session.candidate, chain);
    warnings.push(...planned.warnings);
    found = removeAll(session, planned.chains) || found || planned.warnings.length > 0;
  }
  return ok(found ? warnings : NOT_FOUND);
}

/** `delete` at a level: everything below it. Gives the warnings. */
export function removeBelow(session: Session): readonly string[] {
  const { chains, warnings } = deletionBelow(session.candidate, session.level);
  removeAll(session, chains);
  return warnings;
}

/** True when something was there. */
function removeAll(session: Session, chains: readonly Chain[]): boolean {
  let found = false;
  for (const chain of chains) {
    const removal = removeFrom(session.candidate, chain);
    session.candidate = removal.tree;
    found = removal.found || found;
  }
  return found;
}

type Marker = (tree: ConfigTree, chain: Chain) => Result<ConfigTree, EditError>;

const MARKERS: Readonly<Record<string, Marker>> = {
  activate: (tree, chain) => setInactive(tree, chain, false),
  deactivate: (tree, chain) => setInactive(tree, chain, true),
  protect: (tree, chain) => setProtected(tree, chain, true),
  unprotect: (tree, chain) => setProtected(tree, chain, false),
};

/** `activate`, `deactivate`, `protect`, `unprotect` */
export function mark(verb: string, edit: Edit): Edited {
  const chains = pathsOf(edit, 'unvalued');
  const marker = MARKERS[verb];
  if (!chains.ok) return wrong(chains.error);
  const refused = verb.endsWith('activate') ? refusedFor(edit, chains.value) : undefined;
  if (refused) return ok(refused);
  let found = false;
  for (const chain of chains.value) {
    const made = marker?.(edit.session.candidate, chain);
    if (made?.ok) {
      edit.session.candidate = made.value;
      found = true;
    }
  }
  return ok(found ? [] : NOT_FOUND);
}

/** `annotate STATEMENT "text"`; an empty text takes the comment away. */
export function comment(edit: Edit): Edited {
  const text = edit.tokens[edit.tokens.length - 1];
  if (!text || edit.tokens.length < 2) return wrong({ kind: 'incomplete' });
  const chains = pathsOf(edit, 'unvalued', edit.tokens.slice(0, -1));
  if (!chains.ok) return wrong(chains.error);
  const refused = refusedFor(edit, chains.value);
  if (refused) return ok(refused);
  const [chain = []] = chains.value;
  // What ends a remark cannot stand in one.
  const remark = text.text.trim().replaceAll('*/', '* /');
  const made = annotate(edit.session.candidate, chain, remark === '' ? undefined : remark);
  if (!made.ok) return ok(NOT_FOUND);
  edit.session.candidate = made.value;
  return ok([]);
}

/** The two paths of `copy A to B`, `insert A before B`. */
function twoPaths(
  edit: Edit,
  verb: string,
): Result<readonly [Chain, string, Chain], { error: MatchError; at: number }> {
  const joints = JOINTS[verb] ?? {};
  const at = edit.tokens.findIndex(({ text, quoted }) => !quoted && Object.hasOwn(joints, text));
  const source = pathsOf(edit, 'statement', at < 0 ? edit.tokens : edit.tokens.slice(0, at));
  if (!source.ok) return err({ error: source.error, at: 0 });
  const [chain = []] = source.value;
  if (at < 0) return err({ error: { kind: 'incomplete' }, at: 0 });
  const target = findPath(edit.schema, chain.slice(0, -1), edit.tokens.slice(at + 1), 'statement', edit.live);
  if (!target.ok) return err({ error: target.error, at: at + 1 });
  // A unit is copied to a unit, not to a description.
  const first = edit.tokens[at + 1];
  if (first && target.value[0]?.[0]?.spec !== chain.at(-1)?.spec)
    return err({ error: { kind: 'unknown', column: first.start, token: 0 }, at: at + 1 });
  return ok([chain, edit.tokens[at]?.text ?? '', target.value[0] ?? []]);
}

const EDIT_ERRORS: Readonly<Record<EditError['kind'], string>> = {
  missing: 'error: source statement does not exist',
  exists: 'error: target statement already exists',
  'no-anchor': 'error: target statement does not exist',
  'not-ordered': 'error: statement creation failed: statements of this list are not ordered by the user',
};

function edited(session: Session, made: Result<ConfigTree, EditError>): Edited {
  if (!made.ok) return ok([EDIT_ERRORS[made.error.kind]]);
  session.candidate = made.value;
  return ok([]);
}

/** `copy A to B` */
export function copyTo(edit: Edit): Edited {
  const paths = twoPaths(edit, 'copy');
  if (!paths.ok) return paths;
  const [chain, , [target]] = paths.value;
  const refused = refusedFor(edit, [chain.slice(0, -1)]);
  if (refused) return ok(refused);
  return target
    ? edited(edit.session, copy(edit.session.candidate, chain, target, siblingOrder))
    : wrong({ kind: 'incomplete' });
}

/** `insert A before|after B` */
export function insertAt(edit: Edit): Edited {
  const paths = twoPaths(edit, 'insert');
  if (!paths.ok) return paths;
  const [chain, where, [anchor]] = paths.value;
  if (!anchor) return wrong({ kind: 'incomplete' });
  const refused = refusedFor(edit, [chain.slice(0, -1)]);
  if (refused) return ok(refused);
  return edited(edit.session, insert(edit.session.candidate, chain, where === 'after' ? 'after' : 'before', anchor));
}

/** `rename A to B` */
export function renameTo(edit: Edit): Edited {
  const { session, schema, tokens } = edit;
  const paths = twoPaths(edit, 'rename');
  if (!paths.ok) return paths;
  if (findAll(session.candidate, paths.value[0]).length === 0) return ok([EDIT_ERRORS.missing]);
  const refused = refusedFor(edit, [paths.value[0]]);
  if (refused) return ok(refused);
  const made = renameAlong(schema, tokens, session.candidate, session.level);
  if (!made.ok) return ok([EDIT_ERRORS.exists]);
  session.candidate = made.value;
  return ok([]);
}

/** What is said about the first that is protected. */
function refusedFor({ session }: Edit, chains: readonly Chain[]): readonly string[] | undefined {
  for (const chain of chains) {
    const refused = refusal(session.candidate, chain, 'changed');
    if (refused !== undefined) return [refused];
  }
  return undefined;
}
