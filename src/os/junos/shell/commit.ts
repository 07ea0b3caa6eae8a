// commit and its kin: what is checked, what is said, what is kept.    Source: CLI user guide, "Commit the Configuration";
// words: captures `commit` without root-authentication, `commit check`, `commit confirmed`; log: UI_COMMIT of Junos 21.4.

import { epochSeconds } from '../../../base/calendar.ts';
import type { ShellIo } from '../../../cli/shell.ts';
import type { Commit } from '../../../config/store.ts';
import type { ConfigTree } from '../../../config/tree.ts';
import { micros, seconds, since } from '../../../sim/time.ts';
import type { Box, ConfigError } from '../../os.ts';
import { one } from '../compile/tree-reader.ts';
import { expandGroups } from '../groups.ts';
import { mergeChanges } from '../merge.ts';
import { findPath, putAll, type Schema, tokensOf } from '../schema.ts';
import { broadcast } from './broadcast.ts';
import { moment } from './commit-history.ts';
import type { Session } from './session.ts';

/** What `commit` was asked for. */
export interface CommitOptions {
  readonly check: boolean;
  readonly comment: string | undefined;
  /** Minutes until it is taken back; undefined: for good. */
  readonly confirmed: number | undefined;
  /** `commit at`: a moment, or `reboot`. */
  readonly at?: string | undefined;
  readonly step?: 'prepare' | 'activate' | undefined;
  /** Every step is told. */
  readonly detail?: boolean;
}

/** What is printed, and whether it went well; `leaves`: configuration mode is over. */
export interface Committed {
  readonly lines: readonly string[];
  readonly done: boolean;
  readonly leaves?: boolean;
}

/** Minutes of `commit confirmed` alone. */
export const CONFIRM_MINUTES = 10;

const CONFIRM_TIMER = 'commit-confirmed';
const NOTICE = 5;
const INFO = 6;

const refused = (line: string): Committed => ({ lines: [line], done: false });

/** Does it. */
export function commit(session: Session, schema: Schema, options: CommitOptions): Committed {
  const { box } = session;
  const { pending } = box.store;
  if (pending !== undefined && pending.when !== 'activate') return refused('error: another commit is pending');
  if (options.step === 'activate') return activate(session);
  const tree = withVersion(schema, session.candidate, box);
  log(session, `UI_COMMIT: User '${session.user}' requested 'commit' operation (comment: ${comment(options)})`, NOTICE);
  const faults = check(box, schema, tree, options.check);
  if (faults.length > 0) return { lines: faults.map((line) => seenLevel(session, line)), done: false };
  if (session.own && session.editing?.kind !== 'batch' && session.own.base !== box.store.running) {
    return refused('error: configuration database modified');
  }
  if (options.check) {
    if (box.timerAt(CONFIRM_TIMER) !== undefined) box.timer(CONFIRM_TIMER, 'off');
    return { lines: ['configuration check succeeds'], done: true };
  }
  if (options.at !== undefined) return commitAt(session, tree, options);
  if (options.step === 'prepare') {
    box.store.pending = { tree, user: session.user, comment: options.comment, when: 'activate', at: box.now };
    return { lines: ['commit prepare successful'], done: true };
  }
  if (session.editing?.kind === 'batch') return queue(session, tree, options);
  return bringIntoForce(session, tree, options);
}

/** Who stands in a logical system sees paths that begin there. */
const seenLevel = ({ logicalSystem }: Session, line: string): string =>
  logicalSystem === undefined ? line : line.replace(`[edit logical-systems ${logicalSystem}`, '[edit');

function bringIntoForce(session: Session, tree: ConfigTree, options: CommitOptions): Committed {
  const { box } = session;
  const confirms = box.timerAt(CONFIRM_TIMER) !== undefined;
  const before = box.store.running;
  const applied = box.apply(tree);
  const warnings = applied.ok ? faultLines(applied.value) : [];
  box.store.pending = undefined;
  keep(session, tree, options);
  if (confirms) box.timer(CONFIRM_TIMER, 'off');
  if (options.confirmed !== undefined) awaitConfirmation(box, before, options.confirmed);
  log(session, 'UI_COMMIT_COMPLETED: commit complete', NOTICE);
  const minutes = `${options.confirmed} minute${options.confirmed === 1 ? '' : 's'}`;
  const confirmed =
    options.confirmed === undefined
      ? []
      : [`commit confirmed will be automatically rolled back in ${minutes} unless confirmed`];
  const detail = options.detail ? detailLines(box) : [];
  return { lines: [...detail, ...warnings, ...confirmed, 'commit complete'], done: true };
}

/** `commit activate`: what was prepared. */
function activate(session: Session): Committed {
  const { pending } = session.box.store;
  if (pending === undefined) return refused('error: no prepared commit');
  const { tree, comment: text } = pending;
  return bringIntoForce(session, tree, { check: false, comment: text, confirmed: undefined });
}

/** The configuration waits; nobody commits another until then. */
function commitAt(session: Session, tree: ConfigTree, { at = '', comment: text }: CommitOptions): Committed {
  const { box, user } = session;
  const when = at === 'reboot' ? at : momentOf(box, at);
  if (when === undefined) return refused(`error: invalid time specification: ${at}`);
  if (when !== 'reboot' && when <= box.now) return refused('error: commit time has already passed');
  box.store.pending = { tree, user, comment: text, when, at: box.now };
  if (when !== 'reboot') {
    const then = (): void => {
      box.store.pending = undefined;
      box.apply(tree);
      record(box, tree, { user, client: 'cli', comment: text });
    };
    box.timer('commit-at', micros(when - box.now), then);
  }
  const shown = when === 'reboot' ? 'at next reboot' : `at ${moment(box, when)}`;
  const lines = ['configuration check succeeds', `commit at will be executed ${shown}`];
  return { lines, done: true, leaves: true };
}

/** `hh:mm[:ss]` of today, or with the day before it. */
function momentOf(box: Box, text: string): number | undefined {
  const found = /^(?:(\d{4})-(\d{1,2})-(\d{1,2}) )?(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!found) return undefined;
  const today = box.clock();
  const part = (i: number, otherwise: number): number => Number(found[i] ?? otherwise);
  const wanted = {
    year: part(1, today.year),
    month: part(2, today.month),
    day: part(3, today.day),
    hour: part(4, 0),
    minute: part(5, 0),
    second: part(6, 0),
  };
  if (wanted.hour > 23 || wanted.minute > 59 || wanted.second > 59) return undefined;
  return box.now - (box.now % 1_000_000) + (epochSeconds(wanted) - epochSeconds(today)) * 1_000_000;
}

/** Takes a commit back that was to be. Gives what is said. */
export function clearPending(box: Box, prepared: boolean): readonly string[] {
  const { pending } = box.store;
  if (pending === undefined || (pending.when === 'activate') !== prepared) {
    return [prepared ? 'No commit prepared.' : 'No commit scheduled.'];
  }
  box.store.pending = undefined;
  box.timer('commit-at', 'off');
  return [prepared ? 'Prepared commit cleared.' : 'Pending commit cleared.'];
}

/** The next start brings what waits for it into force. */
export function beforeReboot(box: Box): void {
  const { pending, commits } = box.store;
  const [, before] = commits;
  // Nobody confirmed it.
  if (box.timerAt(CONFIRM_TIMER) !== undefined && before) {
    record(box, before.tree, { user: 'root', client: 'other', comment: undefined });
  }
  box.store.candidate = box.store.running;
  if (pending?.when !== 'reboot') return;
  box.store.pending = undefined;
  record(box, pending.tree, { user: pending.user, client: 'cli', comment: pending.comment });
}

/** `configure batch`: a server makes one commit after the other.    Source: "Junos OS Batch Commits Overview". */
function queue(session: Session, tree: ConfigTree, { comment: text }: CommitOptions): Committed {
  const { box, user, own } = session;
  const id = 1000 + box.store.commits.length;
  const base = own?.base ?? box.store.running;
  box.timer(`batch/${id}`, seconds(BATCH_SECONDS), () => {
    const merged = mergeChanges(base, tree, box.store.running);
    if (box.apply(merged).ok) record(box, merged, { user, client: 'cli', comment: text });
  });
  if (session.own) session.own = { tree, base: tree };
  return { lines: [`Added to commit queue request-id: ${id}`], done: true };
}

/** "commit-interval": how long the server waits for more. */
const BATCH_SECONDS = 5;

/** In force without anybody at a terminal: what others are editing stays as it is. */
function record(box: Box, tree: ConfigTree, by: Pick<Commit, 'user' | 'client' | 'comment'>): void {
  const others = box.store.dirty ? box.store.candidate : undefined;
  box.store.commit({ tree, at: box.now, ...by });
  box.store.startup = { tree, at: box.now, user: by.user };
  if (others) box.store.candidate = others;
}

/** Source: "Monitoring the Junos OS Commit Process" (CLI user guide). */
function detailLines(box: Box): readonly string[] {
  return [
    'exporting juniper.conf',
    'setup foreign files',
    'propagating foreign files',
    'complete foreign files',
    'dropping unchanged foreign files',
    'daemons checking new configuration',
    'commit wrapup...',
    "activating '/var/etc/ntp.conf'",
    'ffp activate',
    'start-commit',
    "activating '/var/db/juniper.data'",
    'notifying daemons of new configuration',
    "signaling 'Routing protocols process', pid 6021, signal 1, status 0 with notification errors enabled",
    "signaling 'Interface control process', pid 5993, signal 1, status 0 with notification errors enabled",
    'commit complete',
  ].map((step) => `${moment(box)}: ${step}`);
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
  return checked.ok ? [] : [...faultLines(checked.error), `error: ${verdict(checked.error, only)}`];
}

/** Capture: QFX5100, `commit` that breaks a rule of the schema. */
function verdict(errors: readonly ConfigError[], only: boolean): string {
  if (!errors.some(({ constraint }) => constraint)) return 'configuration check-out failed';
  return `${only ? 'configuration check-out failed' : 'commit failed'}: (statements constraint check failed)`;
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
    // Some messages have a second line, which the margin does not reach.
    const text = (warning ? `warning: ${message}` : message).split('\n');
    if (path.length === 0) return warning ? text : `error: ${message}`.split('\n');
    const level = path.slice(0, -1).map((step) => ` ${step}`);
    return [`[edit${level.join('')}]`, `  '${path.at(-1) ?? ''}'`, `    ${text[0] ?? ''}`, ...text.slice(1)];
  });
}

/** Takes the configuration back when nobody confirms it. */
function awaitConfirmation(box: Box, before: ConfigTree, minutes: number): void {
  box.timer(CONFIRM_TIMER, seconds(minutes * 60), () => {
    box.apply(before);
    box.store.commit({ tree: before, at: box.now, user: 'root', client: 'other', comment: undefined });
    box.store.startup = { tree: before, at: box.now, user: 'root' };
    broadcast(box, ['Commit was not confirmed; automatic rollback complete.']);
  });
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
