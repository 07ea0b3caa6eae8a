// commit and its kin: what is checked, what is said, what is kept.    Source: CLI user guide, "Commit the Configuration";
// words: captures `commit` without root-authentication, `commit check`, `commit confirmed`; log: UI_COMMIT of Junos 21.4.

import type { ShellIo } from '../../../cli/shell.ts';
import type { ConfigTree } from '../../../config/tree.ts';
import { seconds, since } from '../../../sim/time.ts';
import type { Box, ConfigError } from '../../os.ts';
import { one } from '../compile/tree-reader.ts';
import { expandGroups } from '../groups.ts';
import { findPath, putAll, type Schema, tokensOf } from '../schema.ts';
import type { Session } from './session.ts';

/** What `commit` was asked for. */
export interface CommitOptions {
  readonly check: boolean;
  readonly comment: string | undefined;
  /** Minutes until it is taken back; undefined: for good. */
  readonly confirmed: number | undefined;
}

/** Minutes of `commit confirmed` alone. */
export const CONFIRM_MINUTES = 10;

const CONFIRM_TIMER = 'commit-confirmed';
const NOTICE = 5;
const INFO = 6;

/** Does it. Gives what is printed, and whether it went well. */
export function commit(
  session: Session,
  schema: Schema,
  options: CommitOptions,
): { readonly lines: readonly string[]; readonly done: boolean } {
  const { box } = session;
  const tree = withVersion(schema, session.candidate, box);
  const said = comment(options);
  log(session, `UI_COMMIT: User '${session.user}' requested 'commit' operation (comment: ${said})`, NOTICE);
  const faults = check(box, schema, tree, options.check);
  if (faults.length > 0) return { lines: faults, done: false };
  if (session.own && session.own.base !== box.store.running) {
    return { lines: ['error: configuration database modified'], done: false };
  }
  const confirms = box.timerAt(CONFIRM_TIMER) !== undefined;
  if (options.check) {
    if (confirms) box.timer(CONFIRM_TIMER, 'off');
    return { lines: ['configuration check succeeds'], done: true };
  }
  const before = box.store.running;
  const applied = box.apply(tree);
  const warnings = applied.ok ? faultLines(applied.value) : [];
  keep(session, tree, options);
  if (confirms) box.timer(CONFIRM_TIMER, 'off');
  if (options.confirmed !== undefined) awaitConfirmation(box, before, options.confirmed);
  log(session, 'UI_COMMIT_COMPLETED: commit complete', NOTICE);
  const confirmed =
    options.confirmed === undefined
      ? []
      : [
          `commit confirmed will be automatically rolled back in ${options.confirmed} minute${options.confirmed === 1 ? '' : 's'} unless confirmed`,
        ];
  return { lines: [...warnings, ...confirmed, 'commit complete'], done: true };
}

const comment = ({ comment: text }: CommitOptions): string => text ?? 'none';

function keep(session: Session, tree: ConfigTree, { comment: text, confirmed }: CommitOptions): void {
  const { box, user } = session;
  // So written in the list (capture `show system commit`).
  const client = confirmed === undefined ? 'cli' : `cli commit confirmed, rollback in ${confirmed}mins`;
  // What others have changed and not committed stays theirs.
  const others = session.own && box.store.dirty ? box.store.candidate : undefined;
  box.store.commit({ tree, at: box.now, user, client, comment: text });
  box.store.startup = { tree, at: box.now, user };
  if (session.own) session.own = { tree, base: tree };
  else session.candidate = tree;
  if (others) box.store.candidate = others;
}

/** The release stands in every configuration that was ever committed. */
function withVersion(schema: Schema, tree: ConfigTree, box: Box): ConfigTree {
  const found = findPath(schema, [], tokensOf(`version ${box.chassis.model.release}`), 'statement');
  return found.ok ? putAll(tree, found.value) : tree;
}

/** Everything that is wrong, as printed. */
function check(box: Box, schema: Schema, tree: ConfigTree, only: boolean): readonly string[] {
  const missing = missingStatements(schema, tree);
  if (missing.length > 0) {
    const verdict = only ? 'configuration check-out failed' : 'commit failed';
    return [...faultLines(missing), `error: ${verdict}: (missing mandatory statements)`];
  }
  const checked = box.check(tree);
  return checked.ok ? [] : [...faultLines(checked.error), 'error: configuration check-out failed'];
}

/** A box without a password for root is not put into service ("Configuring the Root Password"). */
function missingStatements(schema: Schema, tree: ConfigTree): readonly ConfigError[] {
  const { tree: inForce } = expandGroups(tree, schema.specs);
  const system = one(inForce, 'system');
  if ((one(system, 'root-authentication')?.children.length ?? 0) > 0) return [];
  return [{ path: ['system'], message: "Missing mandatory statement: 'root-authentication'", warning: false }];
}

/** Level, statement, reason; faults that are about no statement in one line. */
export function faultLines(errors: readonly ConfigError[]): readonly string[] {
  return errors.flatMap(({ path, message, warning }) => {
    const text = warning ? `warning: ${message}` : message;
    if (path.length === 0) return [warning ? text : `error: ${message}`];
    const level = path.slice(0, -1).map((step) => ` ${step}`);
    return [`[edit${level.join('')}]`, `  '${path.at(-1) ?? ''}'`, `    ${text}`];
  });
}

/** Takes the configuration back when nobody confirms it. */
function awaitConfirmation(box: Box, before: ConfigTree, minutes: number): void {
  box.timer(CONFIRM_TIMER, seconds(minutes * 60), () => {
    box.apply(before);
    box.store.commit({ tree: before, at: box.now, user: 'root', client: 'other', comment: undefined });
    box.store.startup = { tree: before, at: box.now, user: 'root' };
    for (const session of [...box.logins.keys()].sort((a, b) => a - b)) {
      box.logins.get(session)?.notify(broadcast(box, 'Commit was not confirmed; automatic rollback complete.'));
    }
  });
}

/** A message to everybody, as wall(1) writes it. */
function broadcast(box: Box, text: string): readonly string[] {
  const { hour, minute } = box.clock();
  const time = `${hour}:${String(minute).padStart(2, '0')} UTC`;
  return ['', `Broadcast Message from root@${box.hostname}`, `        (no tty) at ${time}...`, '', text, ''];
}

/** Minutes until an unconfirmed configuration is taken back; undefined: none is. */
export function minutesToRollback(box: Box): number | undefined {
  const at = box.timerAt(CONFIRM_TIMER);
  return at === undefined ? undefined : Math.max(1, Math.ceil(since(box.now, at) / 60_000_000));
}

/** Into the log, as the process of this login. */
export function log(session: Session, text: string, severity = INFO): void {
  session.box.say({ text, severity, process: `mgd[${session.pid}]` });
}

/** Prints what a commit said; nothing of it is paged. */
export const printCommit = (io: ShellIo, lines: readonly string[]): void => io.print(lines, { page: false });
