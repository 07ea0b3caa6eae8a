// Into configuration mode and out of it: who else is there, and what becomes of changes that nobody committed.
// Source: CLI user guide, "Entering and Exiting the Junos OS CLI Configuration Mode".

import type { Match } from '../../../language/spec.ts';
import { since } from '../../../sim/time.ts';
import type { Box } from '../../os.ts';
import { log } from './commit.ts';
import { moment } from './commit-history.ts';
import type { ShellContext } from './context.ts';
import { type Editing, editorsOf, type JunosLogin, terminalOf } from './session.ts';
import { askYesNo } from './yes-no.ts';

/** `configure [batch | exclusive | private]` */
export function enterConfiguration({ session, io }: ShellContext, { words }: Match): void {
  const { box } = session;
  const kind = KINDS.find((one) => words.includes(one)) ?? 'shared';
  const others = editorsOf(box).filter((login) => login.session !== session.number);
  const locked = others.find(({ editing }) => editing?.kind === 'exclusive');
  if (locked) {
    io.print(['error: configuration database locked by:', ...lockedBy(box, locked)]);
    return;
  }
  if (kind !== 'shared' && box.store.dirty) {
    io.print([
      kind !== 'exclusive' ? 'error: shared configuration database modified' : 'error: configuration database modified',
    ]);
    return;
  }
  if (kind !== 'shared') io.print(['warning: uncommitted changes will be discarded on exit']);
  io.print(['Entering configuration mode']);
  if (others.length > 0)
    io.print(['Users currently editing the configuration:', ...others.flatMap((login) => editorLines(box, login))]);
  if (box.store.dirty) io.print(['The configuration has been changed but not committed']);
  session.mode = 'configuration';
  session.level = session.root;
  session.earlier = [];
  const running = box.store.running;
  session.own = kind === 'private' || kind === 'batch' ? { tree: running, base: running } : undefined;
  session.tellEditing({ since: box.now, level: session.root, kind });
  log(session, `UI_DBASE_LOGIN_EVENT: User '${session.user}' entering configuration mode`);
}

const KINDS: readonly Editing['kind'][] = ['private', 'exclusive', 'batch'];

const lockedBy = (box: Box, login: JunosLogin): readonly string[] => [
  `  ${whoLine(box, login)}`,
  `      exclusive [edit${levelText(login)}]`,
];

const levelText = ({ editing }: JunosLogin): string =>
  (editing?.level ?? [])
    .flatMap(({ words }) => words)
    .map((word) => ` ${word}`)
    .join('');

const whoLine = (box: Box, { user, session, editing }: JunosLogin): string =>
  `${user} terminal ${terminalOf(session)} (pid ${8812 + session}) on since ${moment(box, editing?.since)}`;

/** One user of `status`. */
export function editorLines(box: Box, login: JunosLogin): readonly string[] {
  const idle = Math.floor(since(login.heard, box.now) / 1_000_000);
  const clock = [Math.floor(idle / 3600), Math.floor(idle / 60) % 60, idle % 60];
  const idleText = idle >= 60 ? `, idle ${clock.map((part) => String(part).padStart(2, '0')).join(':')}` : '';
  const kind = login.editing?.kind === 'shared' ? '' : `${login.editing?.kind} `;
  return [`  ${whoLine(box, login)}${idleText}`, `      ${kind}[edit${levelText(login)}]`];
}

/** Out of configuration mode, unless somebody thinks better of it. */
export function exitConfiguration(context: ShellContext): void {
  const { session, io } = context;
  const own = session.editing?.kind !== 'shared';
  if (!session.dirty) {
    depart(context);
    return;
  }
  io.print(['The configuration has been changed but not committed']);
  askYesNo(io, own ? 'Discard uncommitted changes?' : 'Exit with uncommitted changes?', true, (yes) => {
    if (!yes) return;
    io.write('\n');
    depart(context);
  });
}

/** Out of it, whatever was changed. */
export const leaveConfiguration = (context: ShellContext): void => depart(context);

function depart({ session, io }: ShellContext): void {
  const { box } = session;
  if (session.editing?.kind === 'exclusive' && box.store.dirty) box.store.candidate = box.store.running;
  session.own = undefined;
  session.mode = 'operational';
  session.level = session.root;
  session.earlier = [];
  session.tellEditing(undefined);
  io.print(['Exiting configuration mode']);
  log(session, `UI_DBASE_LOGOUT_EVENT: User '${session.user}' exiting configuration mode`);
}
