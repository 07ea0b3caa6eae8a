// A session that nobody uses ends: `set cli idle-timeout`, `idle-timeout` of a login class.    Source: "set cli idle-timeout"
// (CLI reference): warnings five minutes, one minute and ten seconds before the end.

import type { ShellIo } from '../../../cli/shell.ts';
import { type Micros, seconds } from '../../../sim/time.ts';
import type { Session } from './session.ts';

/** Seconds before the end, and what is said then. */
const WARNINGS: readonly (readonly [before: number, text: string])[] = [
  [300, '5 minutes'],
  [60, '1 minute'],
  [10, '10 seconds'],
];

/** Somebody has just typed: the wait begins anew. `minutes` 0: there is none. */
export function waitForKeys(session: Session, io: ShellIo, minutes: number, end: () => void): void {
  const { box, number } = session;
  const name = `idle/${number}`;
  const total = minutes * 60;
  const step = (passed: number): void => {
    const next = WARNINGS.find(([before]) => before < total && total - before > passed);
    const at = next ? total - next[0] : total;
    box.timer(name, span(at - passed), () => {
      if (next) {
        io.message([`Warning: session will be closed in ${next[1]} if there is no activity`]);
        step(at);
      } else {
        io.message(['Idle timeout exceeded: closing session']);
        end();
      }
    });
  };
  if (minutes > 0) step(0);
  else if (box.timerAt(name) !== undefined) box.timer(name, 'off');
}

const span = (count: number): Micros => seconds(Math.max(0, count));
