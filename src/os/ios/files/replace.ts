// configure replace, and configurations that come back when nobody confirms the new one.
// Source: Cisco IOS Configuration Management, "Configuration Replace and Configuration Rollback", "Configuration Rollback
// Confirmed Change"; capture of a CSR router, `configure terminal revert timer 2` (`Rollback Confirmed Change: Backing up
// current running config to …`, %ARCHIVE_DIFF-5-ROLLBK_CNFMD_CHG_BACKUP, …_START_ABSTIMER); answers that tools expect of
// routers (`%Turn config archive on before using Rollback Confirmed Change`, `%No Rollback Confirmed Change pending`).

import type { ConfigTree } from '../../../config/tree.ts';
import type { Match } from '../../../language/spec.ts';
import { micros, minutes, plus } from '../../../sim/time.ts';
import { bodyLines, shown } from '../print.ts';
import { moment } from '../shell/configuration-text.ts';
import type { Seat } from '../shell/seat.ts';
import { whoText } from '../tools/clear.ts';
import { keep } from './archive.ts';
import { treeOf } from './copy.ts';
import { commands } from './diff.ts';
import { placeOf, textAt } from './place.ts';

const WARNING = [
  'This will apply all necessary additions and deletions',
  'to replace the current running configuration with the',
  'contents of the specified configuration file, which is',
  'assumed to be a complete configuration, not a partial',
];
const QUESTION = 'configuration. Enter Y if you are sure you want to proceed. ? [no]: ';
const NO_ARCHIVE = '%Turn config archive on before using Rollback Confirmed Change';
const NONE_PENDING = '%No Rollback Confirmed Change pending';

/** configure replace URL [list] [force] [time MINUTES] */
export function configureReplace(seat: Seat, found: Match): void {
  const path = found.args['file'] ?? '';
  const place = placeOf(seat.box, path);
  const text = place && textAt(seat.system, seat.box, place);
  if (text === undefined) {
    seat.io.print([`%Error opening ${path} (No such file or directory)`]);
    return;
  }
  const replace = (): void => {
    const { minutes: span } = found.args;
    if (span === undefined || begin(seat, Number(span)))
      become(seat, treeOf(seat, text, true), found.words.includes('list'));
  };
  if (found.words.includes('force')) {
    replace();
    return;
  }
  seat.io.print(WARNING);
  seat.io.ask(QUESTION, { echo: true }, (answer) => {
    if (answer.kind === 'line' && /^y(es)?$/i.test(answer.text.trim())) replace();
  });
}

/** Another configuration in place of what runs, and what that took. */
function become(seat: Seat, tree: ConfigTree, list: boolean): void {
  const needed = commands(shown(bodyLines(seat.running)), shown(bodyLines(tree)));
  seat.commit(tree);
  seat.io.print([
    ...(list && needed.length > 0 ? ['!Pass 1', '', '!List of Rollback Commands:', ...needed, 'end', ''] : []),
    '',
    `Total number of passes: ${needed.length > 0 ? 1 : 0}`,
    'Rollback Done',
    '',
  ]);
}

const priv = (seat: Seat): string => `User: ${whoText(seat)}(Priv: ${seat.privilege}, View: 0)`;
const say = (seat: Seat, mnemonic: string, text: string): void =>
  seat.box.say({ severity: 5, text: `%ARCHIVE_DIFF-5-ROLLBK_CNFMD_CHG_${mnemonic}: ${text}` });

/** Keeps what runs, to come back to it in so many minutes. False: there is no archive to keep it in. */
export function begin(seat: Seat, span: number): boolean {
  const memory = seat.system.memory(seat.box);
  const tree = memory.rollback?.tree ?? seat.running;
  const file = memory.rollback?.file ?? keep(seat);
  if (file === undefined) {
    seat.io.print([NO_ARCHIVE]);
    return false;
  }
  seat.io.print([`Rollback Confirmed Change: Backing up current running config to ${file}`, '']);
  say(seat, 'BACKUP', `Backing up current running config to ${file}`);
  const unit = span === 1 ? 'minute' : 'minutes';
  say(seat, 'START_ABSTIMER', `${priv(seat)}: Scheduled to rollback to config ${file} in ${span} ${unit}`);
  schedule(seat, tree, file, span);
  return true;
}

function schedule(seat: Seat, tree: ConfigTree, file: string, span: number): void {
  const { box } = seat;
  const at = plus(box.now, minutes(span));
  seat.system.memory(box).rollback = { tree, file, since: box.now, at, minutes: span, who: whoText(seat) };
  box.timer('rollback', minutes(span), () => back(seat));
  const warn = (): void => {
    tell(seat, [
      'Rollback Confirmed Change: Rollback will begin in one minute.',
      'Enter "configure confirm" if you wish to keep what you\'ve configured',
      '',
    ]);
    const advice = 'Enter "configure confirm" if you wish to keep what you\'ve configured';
    say(seat, 'WARNING_ABSTIMER', `System will rollback to config ${file} in one minute. ${advice}`);
  };
  if (span > 1) box.timer('rollback/warning', minutes(span - 1), warn);
}

/** Whoever is logged in hears of it. */
function tell(seat: Seat, lines: readonly string[]): void {
  for (const login of [...seat.box.logins.values()].sort((a, b) => a.session - b.session)) login.notify(lines);
}

function forget(seat: Seat): void {
  seat.system.memory(seat.box).rollback = undefined;
  seat.box.timer('rollback', 'off');
  seat.box.timer('rollback/warning', 'off');
}

/** Nobody confirmed: what ran before runs again. */
function back(seat: Seat): void {
  const pending = seat.system.memory(seat.box).rollback;
  if (!pending) return;
  forget(seat);
  tell(seat, [`Rollback Confirmed Change: Rolling to:${pending.file}`, '']);
  say(seat, 'ROLLBACK_START', `Start rolling to: ${pending.file}`);
  const needed = commands(shown(bodyLines(seat.running)), shown(bodyLines(pending.tree)));
  seat.commit(pending.tree);
  tell(seat, ['', `Total number of passes: ${needed.length > 0 ? 1 : 0}`, 'Rollback Done', '']);
}

/** configure confirm */
export function configureConfirm(seat: Seat): void {
  if (!seat.system.memory(seat.box).rollback) {
    seat.io.print([NONE_PENDING]);
    return;
  }
  forget(seat);
  say(seat, 'CONFIRM', `${priv(seat)}: Confirm the configuration change`);
}

/** configure revert now | timer MINUTES */
export function configureRevert(seat: Seat, found: Match): void {
  const pending = seat.system.memory(seat.box).rollback;
  if (!pending) seat.io.print([NONE_PENDING]);
  else if (found.args['minutes'] === undefined) back(seat);
  else schedule(seat, pending.tree, pending.file, Number(found.args['minutes']));
}

/** show archive config rollback timer */
export function showRollbackTimer(seat: Seat): readonly string[] {
  const { box, system } = seat;
  const pending = system.memory(box).rollback;
  if (!pending) return [NONE_PENDING];
  return [
    `Time configured(or reconfigured): ${moment(box.clock(micros(pending.since)))}`,
    'Timer type: absolute timer',
    `Timer value: ${pending.minutes} min`,
    `User: ${pending.who}`,
  ];
}
