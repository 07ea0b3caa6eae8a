// `monitor start|stop|list`: a file of the log as it grows.    Source: captures (`*** interactive-commands ***` above the first
// new lines); "monitor list" (CLI reference, sample output).

import { MONTHS } from '../../../base/calendar.ts';
import type { LogEntry } from '../../os.ts';
import { goesInto, linesOf, logFiles } from '../log-files.ts';
import { lineOf, noFile } from '../show/log.ts';
import type { ShellContext } from './context.ts';
import type { Order } from './file-orders.ts';
import type { Pipeline } from './pipes.ts';
import { filtered } from './pipes.ts';

/** By the action's name. */
export const MONITOR_ORDERS: Readonly<Record<string, Order>> = {
  'monitor-list': ({ session, io }) => {
    const { box } = session;
    io.print(
      [...session.monitors.keys()].sort().map((name) => {
        const last = box.clock(linesOf(box, name)?.at(-1)?.at ?? box.bootedAt);
        const time = [last.hour, last.minute, last.second].map((part) => String(part).padStart(2, '0')).join(':');
        return `monitor start "${name}" (Last changed ${MONTHS[last.month - 1]} ${time} ${last.day})`;
      }),
    );
  },
  'monitor-stop': ({ session }, { args }) => stopMonitors(session, args['log-file']),
};

/** Ends what was started: of one file, or everything. */
export function stopMonitors({ monitors }: ShellContext['session'], name?: string): void {
  for (const [file, end] of [...monitors]) {
    if (name !== undefined && file !== name) continue;
    end();
    monitors.delete(file);
  }
}

/** `monitor start FILE [| match …]` */
export function startMonitor({ session, io }: ShellContext, file: string, pipeline: Pipeline): void {
  const { box, monitors } = session;
  if (!logFiles(box.store.running).includes(file)) {
    io.print([noFile(file)]);
    return;
  }
  if (monitors.has(file)) return;
  const hear = (entry: LogEntry): void => {
    if (!goesInto(box.store.running, file, entry)) return;
    const lines = filtered(pipeline, [lineOf(box, entry)]);
    if (lines.length === 0) return;
    // The header tells where lines are from, whenever that changes.
    const header = session.monitored === file ? [] : ['', `*** ${file} ***`];
    session.monitored = file;
    io.message([...header, ...lines]);
  };
  monitors.set(file, box.listen(hear));
  session.monitored = undefined;
}
