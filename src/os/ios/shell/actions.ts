// Orders to the terminal and to the box's memory: enable, terminal …, write, copy, erase.
// Source: Cisco IOS Configuration Fundamentals command reference; captures of sessions (`Building configuration...`, `[OK]`,
// `Destination filename [startup-config]? `, `Erasing the nvram filesystem will remove all configuration files! …`).

import type { Match } from '../../../language/spec.ts';
import { bodyLines } from '../print.ts';
import { readConfiguration } from '../read.ts';
import { help } from './actions-help.ts';
import { enterConfiguration } from './configure.ts';
import { farewell } from './farewell.ts';
import { clearLogging } from './logging.ts';
import { disable, enable } from './login.ts';
import { reload } from './reload.ts';
import type { Seat } from './seat.ts';

export type SeatAction = (seat: Seat, found: Match) => void;

function configure(seat: Seat, found: Match): void {
  if (found.words.length > 1) {
    enterConfiguration(seat);
    return;
  }
  seat.io.ask('Configuring from terminal, memory, or network [terminal]? ', { echo: true }, (answer) => {
    if (answer.kind === 'interrupt') return;
    const typed = answer.text.trim().toLowerCase();
    if (typed === '' || 'terminal'.startsWith(typed)) enterConfiguration(seat);
    else if ('memory'.startsWith(typed)) mergeStartup(seat);
    else seat.io.print(['?Must be "terminal", "memory" or "network"']);
  });
}

/** The saved configuration on top of what runs. */
function mergeStartup(seat: Seat): boolean {
  const { box } = seat;
  const saved = box.store.startup;
  if (!saved) return false;
  const environment = seat.system.environment(box.chassis.model, true);
  seat.commit(readConfiguration(bodyLines(saved.tree).join('\n'), seat.running, environment).tree);
  return true;
}

function save(seat: Seat): void {
  const { box, user } = seat;
  box.store.startup = { tree: seat.running, at: box.now, user };
  seat.io.print(['Building configuration...', '[OK]']);
}

function copyRunStart(seat: Seat): void {
  seat.io.ask('Destination filename [startup-config]? ', { echo: true }, (answer) => {
    if (answer.kind === 'interrupt') return;
    const name = answer.text.trim();
    if (name === '' || name === 'startup-config') save(seat);
    else seat.io.print([`%Error opening nvram:/${name} (No such file or directory)`]);
  });
}

function copyStartRun(seat: Seat): void {
  seat.io.ask('Destination filename [running-config]? ', { echo: true }, (answer) => {
    if (answer.kind === 'interrupt') return;
    if (!mergeStartup(seat)) {
      seat.io.print(['%% Non-volatile configuration memory invalid or not present']);
      return;
    }
    const bytes = bodyLines(seat.box.store.startup?.tree ?? seat.running).join('\n').length;
    seat.io.print([`${bytes} bytes copied in 0.120 secs (${Math.round(bytes / 0.12)} bytes/sec)`, '']);
  });
}

function erase(seat: Seat): void {
  const question = 'Erasing the nvram filesystem will remove all configuration files! Continue? [confirm]';
  seat.io.askKey(question, (key) => {
    if (key !== 'enter' && key.toLowerCase() !== 'y') {
      seat.io.write('\n');
      return;
    }
    seat.box.store.startup = undefined;
    seat.io.write(key === 'enter' ? '\n' : `${key}\n`);
    seat.io.print(['[OK]', 'Erase of nvram: complete']);
    seat.box.say({ severity: 7, text: '%SYS-7-NV_BLOCK_INIT: Initialized the geometry of nvram' });
  });
}

function terminalNo(seat: Seat, found: Match): void {
  if (found.words.includes('length')) seat.rows = undefined;
  else if (found.words.includes('width')) seat.columns = undefined;
  else if (found.words.includes('monitor')) seat.monitor = false;
  else seat.lines = found.words.includes('size') ? undefined : 0;
}

function terminalMonitor(seat: Seat): void {
  if (seat.session === 0) seat.io.print(['% Console already monitors']);
  else seat.monitor = true;
}

export const seatActions: Readonly<Record<string, SeatAction>> = {
  configure,
  'configure-memory': (seat) => {
    mergeStartup(seat);
  },
  'clear-logging': clearLogging,
  'copy-run-start': copyRunStart,
  'copy-start-run': copyStartRun,
  disable,
  enable,
  erase,
  help,
  logout,
  reload,
  'terminal-history': (seat, found) => {
    seat.lines = found.args['lines'] === undefined ? undefined : Number(found.args['lines']);
  },
  'terminal-length': (seat, found) => {
    seat.rows = Number(found.args['rows']);
  },
  'terminal-monitor': terminalMonitor,
  'terminal-no': terminalNo,
  'terminal-width': (seat, found) => {
    seat.columns = Number(found.args['columns']);
  },
  undebug: (seat) => seat.io.print(['All possible debugging has been turned off']),
  write: save,
};

/** The session is over. On the console somebody may press RETURN again. */
export function logout(seat: Seat): void {
  seat.mode = undefined;
  if (seat.session === 0) seat.io.print(farewell(seat.box.hostname));
  seat.io.hangup();
}
