// Orders to the terminal and to the box's memory: enable, terminal …, write, copy, erase.
// Source: Cisco IOS Configuration Fundamentals command reference; captures of sessions (`Building configuration...`, `[OK]`,
// `Destination filename [startup-config]? `, `Erasing the nvram filesystem will remove all configuration files! …`).

import type { Match } from '../../../language/spec.ts';
import { debug, debugCondition, undebugAll } from '../debug/debugging.ts';
import { archiveConfig } from '../files/archive.ts';
import { copy, mergeStartup, save } from '../files/copy.ts';
import { deleteFile } from '../files/directory.ts';
import { begin, configureConfirm, configureReplace, configureRevert } from '../files/replace.ts';
import { clearLine, disconnect, resume, telnet } from '../telnet/commands.ts';
import { help } from './actions-help.ts';
import { clockSet } from './clock-set.ts';
import { enterConfiguration } from './configure.ts';
import { farewell, SETUP_TITLE, YES_OR_NO } from './farewell.ts';
import { clearLogging } from './logging.ts';
import { disable, enable } from './login.ts';
import { cancelReload, reload } from './reload.ts';
import type { Seat } from './seat.ts';
import { setUp } from './setup.ts';

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
  'archive-config': archiveConfig,
  'clock-set': clockSet,
  'configure-confirm': configureConfirm,
  'configure-replace': configureReplace,
  'configure-revert': configureRevert,
  'configure-timed': (seat, found) => {
    if (begin(seat, Number(found.args['minutes']))) enterConfiguration(seat);
  },
  copy,
  debug,
  'debug-condition': debugCondition,
  delete: deleteFile,
  'clear-line': clearLine,
  disable,
  disconnect,
  enable,
  erase,
  help,
  logout,
  reload,
  'reload-cancel': cancelReload,
  resume,
  setup,
  telnet,
  'terminal-editing': (seat, found) => {
    seat.editing = found.words[1] !== 'no';
  },
  'terminal-timestamp': (seat, found) => {
    seat.timestamps = found.words[1] !== 'no';
  },
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
  undebug: undebugAll,
  write: save,
};

/** setup: the dialogue of a box without a configuration, once more. */
function setup(seat: Seat): void {
  seat.io.print(SETUP_TITLE);
  const ask = (): void =>
    seat.io.ask('Continue with configuration dialog? [yes/no]: ', { echo: true }, (answer) => {
      const typed = answer.kind === 'line' ? answer.text.trim().toLowerCase() : 'no';
      if (typed !== '' && 'yes'.startsWith(typed)) setUp(seat, () => {});
      else if (typed === '' || !'no'.startsWith(typed)) {
        seat.io.print([YES_OR_NO]);
        ask();
      }
    });
  ask();
}

/** The session is over. On the console somebody may press RETURN again. */
export function logout(seat: Seat): void {
  const { io, sessions } = seat;
  if (sessions.open.length === 0) {
    leave(seat);
    return;
  }
  io.askKey('(You have open connections) [confirm]', (key) => {
    io.write('\n');
    if (key !== 'enter' && key.toLowerCase() !== 'y') return;
    for (const one of sessions.open) {
      io.print([`Closing: ${one.host} !`]);
      one.close();
    }
    leave(seat);
  });
}

/** Out, whatever is open. */
export function leave(seat: Seat): void {
  seat.mode = undefined;
  seat.sessions.drop();
  if (seat.session === 0) seat.io.print(farewell(seat.box.hostname));
  seat.io.hangup();
}
