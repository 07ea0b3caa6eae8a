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
import { type ConfigTree, EMPTY_TREE } from '../../../config/tree.ts';
import type { PathStop } from '../../../language/match.ts';
import type { Live, MatchError, Token } from '../../../language/spec.ts';
import { renameAlong } from '../load.ts';
import { findPath, putAll, removeFrom, type Schema } from '../schema.ts';
import { siblingOrder } from '../sibling-order.ts';
import { JOINTS } from './ground.ts';
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
  const refused = protectedOn(edit.session.candidate, chains.value);
  if (refused) return ok(refused);
  edit.session.candidate = putAll(edit.session.candidate, chains.value);
  return ok([]);
}

/** `delete` of something; of everything the shell asks first. */
export function remove(edit: Edit): Edited {
  const chains = pathsOf(edit, 'unvalued');
  if (!chains.ok) return wrong(chains.error);
  const refused = protectedOn(edit.session.candidate, chains.value);
  if (refused) return ok(refused);
  let found = false;
  for (const chain of chains.value) {
    const removal = removeFrom(edit.session.candidate, chain);
    edit.session.candidate = removal.tree;
    found = found || removal.found;
  }
  return ok(found ? [] : NOT_FOUND);
}

/** `delete` at a level: everything below it. */
export function removeAll(session: Session): void {
  if (session.level.length === 0) session.candidate = EMPTY_TREE;
  else {
    for (const node of findAll(session.candidate, session.level).flatMap(({ children }) => children)) {
      session.candidate = removeFrom(session.candidate, [...session.level, node]).tree;
    }
  }
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
  const [chain = []] = chains.value;
  const made = annotate(edit.session.candidate, chain, text.text === '' ? undefined : text.text);
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
  const at = edit.tokens.findIndex(({ text, quoted }) => !quoted && text in joints);
  const source = pathsOf(edit, 'statement', at < 0 ? edit.tokens : edit.tokens.slice(0, at));
  if (!source.ok) return err({ error: source.error, at: 0 });
  const [chain = []] = source.value;
  if (at < 0) return err({ error: { kind: 'incomplete' }, at: 0 });
  const target = findPath(edit.schema, chain.slice(0, -1), edit.tokens.slice(at + 1), 'statement', edit.live);
  if (!target.ok) return err({ error: target.error, at: at + 1 });
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
  return edited(edit.session, insert(edit.session.candidate, chain, where === 'after' ? 'after' : 'before', anchor));
}

/** `rename A to B` */
export function renameTo(edit: Edit): Edited {
  const { session, schema, tokens } = edit;
  const paths = twoPaths(edit, 'rename');
  if (!paths.ok) return paths;
  if (findAll(session.candidate, paths.value[0]).length === 0) return ok([EDIT_ERRORS.missing]);
  const made = renameAlong(schema, tokens, session.candidate, session.level);
  if (!made.ok) return ok([EDIT_ERRORS.exists]);
  session.candidate = made.value;
  return ok([]);
}

/** Statements under protection are refused: what is said about the first. */
function protectedOn(tree: ConfigTree, chains: readonly Chain[]): readonly string[] | undefined {
  for (const chain of chains) {
    for (let length = 1; length <= chain.length; length++) {
      const above = chain.slice(0, length);
      if (!findAll(tree, above).some((node) => node.protected)) continue;
      const text = (part: Chain): string => part.flatMap(({ words }) => words).join(' ');
      return [`warning: [${text(above)}] is protected, '${text(chain)}' cannot be changed`];
    }
  }
  return undefined;
}
