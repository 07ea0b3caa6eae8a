// Lines of the log on the terminals of users: `system syslog user`, `system syslog console`.    Source: "Directing System Log
// Messages to a User Terminal" (system log guide); FreeBSD syslogd(8): to everybody with a heading and a bell.

import type { ShellIo } from '../../../cli/shell.ts';
import type { Box } from '../../os.ts';
import { shownTo } from '../log-files.ts';
import { lineOf } from '../show/log.ts';

/** From now on; the returned function ends it. */
export function showLogTo(box: Box, user: string, session: number, io: ShellIo): () => void {
  return box.listen((entry) => {
    const shown = shownTo(box.store.running, entry, user, session === 0);
    if (shown === undefined) return;
    const line = lineOf(box, entry);
    if (shown === 'user') io.message([line]);
    else {
      const [stamp, rest] = [line.slice(0, 15), line.slice(17)];
      io.message([`\x07Message from syslogd@${box.hostname} at ${stamp}  ...`, rest]);
    }
  });
}
