// `set … plain-text-password`: asks twice, and keeps a hash.    Source: "Configuring the Root Password", Junos user access
// guide; words of the refusals as the router says them there.

import { cryptPassword } from '../../../base/crypt.ts';
import type { Chain } from '../../../config/edit.ts';
import { findPath, putAll, tokensOf } from '../schema.ts';
import type { ShellContext } from './context.ts';
import type { Edit } from './editing.ts';

/** True when the line was such a statement: the questions are asked. */
export function plainTextPassword(context: ShellContext, edit: Edit): boolean {
  const { session, io } = context;
  const found = findPath(edit.schema, session.level, edit.tokens, 'statement', edit.live);
  if (!found.ok) return false;
  const chain = found.value.find(asksForPassword);
  if (!chain) return false;
  const others = found.value.filter((other) => !asksForPassword(other)).map((other) => [...session.level, ...other]);
  const above = [...session.level, ...chain.slice(0, -1)];
  io.ask('New password:', { echo: false }, (first) => {
    if (first.kind !== 'line') return;
    const refused = refusal(first.text);
    if (refused !== undefined) {
      io.print([refused], { page: false });
      return;
    }
    io.ask('Retype new password:', { echo: false }, (second) => {
      if (second.kind !== 'line') return;
      if (second.text !== first.text) io.print(['error: passwords are not equal; aborting'], { page: false });
      else {
        session.candidate = putAll(session.candidate, others);
        keep(context, edit, above, first.text);
      }
    });
  });
  return true;
}

const asksForPassword = (chain: Chain): boolean => chain[chain.length - 1]?.spec.name === 'plain-text-password';

function refusal(password: string): string | undefined {
  if (password.length < 6) return 'error: minimum password length is 6';
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(password)).length;
  return kinds < 2 ? 'error: require change of case, digits or punctuation' : undefined;
}

function keep({ session }: ShellContext, { schema }: Edit, above: Chain, password: string): void {
  const salt = `${session.box.name}${session.user}${session.box.now}`;
  const hash = cryptPassword(password, salt);
  const made = findPath(schema, above, tokensOf(`encrypted-password "${hash}"`), 'statement');
  if (!made.ok) return;
  session.candidate = putAll(
    session.candidate,
    made.value.map((chain) => [...above, ...chain]),
  );
  session.changedAt = session.box.now;
}
