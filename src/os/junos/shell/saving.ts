// `save FILE`: what is edited here, in braces, under the levels that lead to it ("save", CLI user guide).    Source: captures ("Wrote 292 lines of configuration to 'lab1-final.conf'").

import { along } from '../compare.ts';
import { fullPath, isUrl, unreachable, writeFile } from '../files.ts';
import { printBlock } from '../print.ts';
import { moment } from './commit-history.ts';
import type { ShellContext } from './context.ts';

/** Writes the candidate from this level on, or shows it (`save terminal`). */
export function save({ session, io }: ShellContext, file: string): void {
  const { box, user, level, candidate, directory } = session;
  const { children } = along(candidate, level);
  const lines = [`## Last changed: ${moment(box, session.changedAt ?? box.now)}`, ...printBlock(children)];
  if (isUrl(file)) {
    io.print([unreachable(file)], { page: false });
    return;
  }
  if (file === 'terminal') io.print(lines);
  else writeFile(box, user, fullPath(user, file, directory), lines);
  io.print([`Wrote ${lines.length} lines of configuration to '${file}'`], { page: false });
}
