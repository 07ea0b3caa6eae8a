// reload: the box starts anew with what is saved.
// Source: Cisco IOS Configuration Fundamentals command reference, "reload"; captures of sessions (`Proceed with reload?
// [confirm]`, `%SYS-5-RELOAD: Reload requested by console. Reload Reason: Reload Command.`).

import { seconds } from '../../../sim/time.ts';
import type { Seat } from './seat.ts';

/** A virtual router is back after about a minute. */
const BOOT = seconds(60);

export function reload(seat: Seat): void {
  const { box } = seat;
  if (box.store.startup?.tree === seat.running) confirm(seat);
  else askToSave(seat);
}

function askToSave(seat: Seat): void {
  seat.io.print(['']);
  seat.io.ask('System configuration has been modified. Save? [yes/no]: ', { echo: true }, (answer) => {
    if (answer.kind === 'interrupt') return;
    const typed = answer.text.trim().toLowerCase();
    if (typed !== '' && 'yes'.startsWith(typed)) {
      const { box, user } = seat;
      box.store.startup = { tree: seat.running, at: box.now, user };
      seat.io.print(['Building configuration...', '[OK]']);
      confirm(seat);
    } else if (typed !== '' && 'no'.startsWith(typed)) confirm(seat);
    else {
      seat.io.print(["% Please answer 'yes' or 'no'."]);
      askToSave(seat);
    }
  });
}

function confirm(seat: Seat): void {
  seat.io.askKey('Proceed with reload? [confirm]', (key) => {
    seat.io.write('\n');
    if (key !== 'enter' && key.toLowerCase() !== 'y') return;
    const { box, io } = seat;
    box.say({ severity: 5, text: '%SYS-5-RELOAD: Reload requested by console. Reload Reason: Reload Command.' });
    const up = io.running(() => {});
    box.restart(BOOT, () => {
      seat.restarted();
      up();
    });
  });
}
