// Messages that break in on the terminals of others, as wall(1) and write(1) make them.    Source: FreeBSD wall(1); capture
// of an unconfirmed commit ("Broadcast Message from root@R1", "(no tty) at 10:15 UTC...").

import type { Box } from '../../os.ts';
import { type Session, terminalOf } from './session.ts';

/** A message to everybody. */
export function broadcast(box: Box, lines: readonly string[], from = 'root', tty = 'no tty'): void {
  const { hour, minute } = box.clock();
  const time = `${hour}:${String(minute).padStart(2, '0')} UTC`;
  const text = [
    '',
    `Broadcast Message from ${from}@${box.hostname}`,
    `        (${tty}) at ${time}...`,
    '',
    ...lines,
    '',
  ];
  for (const session of [...box.logins.keys()].sort((a, b) => a - b)) box.logins.get(session)?.notify(text);
}

/** `ttyu0` for the console. */
const deviceOf = (session: number): string => (session === 0 ? 'ttyu0' : terminalOf(session));

/** `request message`: to all, or to the terminals of one user. Gives what the sender is told. */
export function sendMessage(
  { box, user, number }: Session,
  lines: readonly string[],
  to: string | undefined,
): readonly string[] {
  if (to === undefined) {
    broadcast(box, lines, user, `/dev/${deviceOf(number)}`);
    return [];
  }
  const theirs = [...box.logins.values()].filter((login) => login.user === to);
  if (theirs.length === 0) return [`error: user ${to} is not logged in`];
  const { hour, minute } = box.clock();
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  const head = `Message from ${user}@${box.hostname} on ${deviceOf(number)} at ${time} ...`;
  for (const login of theirs.sort((a, b) => a.session - b.session)) login.notify(['', head, ...lines, 'EOF']);
  return [];
}
