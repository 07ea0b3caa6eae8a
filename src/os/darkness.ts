// A console whose box was switched off beneath it, by somebody at another.

import type { ShellIo } from '../cli/shell.ts';
import { ZERO } from '../sim/time.ts';
import type { Box } from './os.ts';

/** `then` follows at once when the box is up; otherwise the console is dark until it is. */
export function whenUp(box: Box, io: ShellIo, then: () => void): void {
  if (box.powered) {
    then();
    return;
  }
  const up = io.running(() => {});
  box.restart(ZERO, () => {
    then();
    up();
  });
}
