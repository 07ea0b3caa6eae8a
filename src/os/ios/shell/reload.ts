// reload: the box starts anew with what is saved, at once or later.
// Source: Cisco IOS Configuration Fundamentals command reference, "reload", "show reload"; captures of sessions (`Proceed
// with reload? [confirm]`, `%SYS-5-RELOAD: Reload requested by console. Reload Reason: Reload Command.`; a router of 2020,
// `reload in 10`: %SYS-5-SCHEDULED_RELOAD, `--- SHUTDOWN ABORTED ---`, %SYS-5-SCHEDULED_RELOAD_CANCELLED).

import { epochSeconds, MONTHS } from '../../../base/calendar.ts';
import type { Match } from '../../../language/spec.ts';
import { type Micros, minutes, plus, seconds, since, wholeSeconds } from '../../../sim/time.ts';
import { releaseOf } from '../releases.ts';
import { whoText } from '../tools/clear.ts';
import { moment } from './configuration-text.ts';
import type { Seat } from './seat.ts';

/** A virtual router is back after about a minute. */
const BOOT = seconds(59);
/** It says goodbye first. */
const GOING_DOWN = seconds(1);
const COMMAND = 'Reload Command';
/** Minutes before it when everybody is told once more. */
const WARNED_AT = [60, 30, 5, 1];

/** reload [in [HH:]MM | at HH:MM [DAY MONTH]] [reason TEXT] */
export function reload(seat: Seat, found: Match): void {
  const { span, at, reason } = found.args;
  const when = span !== undefined ? spanOf(span) : at !== undefined ? untilThen(seat, found) : undefined;
  const ask = (): void => {
    if (when === undefined) confirm(seat, reason ?? COMMAND);
    else plan(seat, when, reason ?? COMMAND, at !== undefined);
  };
  if (seat.box.store.startup?.tree === seat.running) ask();
  else askToSave(seat, ask);
}

/** `90` is minutes, `1:30` hours and minutes. */
function spanOf(text: string): Micros {
  const [first = '0', second] = text.split(':');
  return minutes(second === undefined ? Number(first) : Number(first) * 60 + Number(second));
}

/** How long until the box's clock shows that time; of a day that is named, or the next. */
function untilThen(seat: Seat, { args }: Match): Micros {
  const now = seat.box.clock();
  const [hour = 0, minute = 0] = (args['at'] ?? '').split(':').map(Number);
  const name = (args['month'] ?? '').slice(0, 3).toLowerCase();
  const month = MONTHS.findIndex((one) => one.toLowerCase() === name);
  const day = args['day'] === undefined ? now.day : Number(args['day']);
  const then = { ...now, hour, minute, second: 0, day, month: month < 0 ? now.month : month + 1 };
  const wait = epochSeconds(then) - epochSeconds(now);
  return seconds(wait > 0 ? wait : wait + (args['day'] === undefined ? 86_400 : 366 * 86_400));
}

function askToSave(seat: Seat, then: () => void): void {
  seat.io.print(['']);
  seat.io.ask('System configuration has been modified. Save? [yes/no]: ', { echo: true }, (answer) => {
    if (answer.kind === 'interrupt') return;
    const typed = answer.text.trim().toLowerCase();
    if (typed !== '' && 'yes'.startsWith(typed)) {
      const { box, user } = seat;
      box.store.startup = { tree: seat.running, at: box.now, user };
      seat.io.print(['Building configuration...', '[OK]']);
      then();
    } else if (typed !== '' && 'no'.startsWith(typed)) then();
    else {
      seat.io.print(["% Please answer 'yes' or 'no'."]);
      askToSave(seat, then);
    }
  });
}

function asked(seat: Seat, then: () => void): void {
  seat.io.askKey('Proceed with reload? [confirm]', (key) => {
    seat.io.write('\n');
    if (key === 'enter' || key.toLowerCase() === 'y') then();
  });
}

const confirm = (seat: Seat, reason: string): void => asked(seat, () => now(seat, whoText(seat), reason));

function now(seat: Seat, who: string, reason: string): void {
  const { box, io, memory } = seat;
  box.say({ severity: 5, text: `%SYS-5-RELOAD: Reload requested by ${who}. Reload Reason: ${reason}.` });
  const up = io.running(() => {});
  // Who came over the network is told that the connection is over; then the power goes.
  for (const session of [...memory.remotes.keys()].sort((a, b) => a - b)) memory.seats.get(session)?.end();
  box.timer('reload', GOING_DOWN, () => restart(seat, up));
}

function restart(seat: Seat, up: () => void): void {
  const { box } = seat;
  box.restart(BOOT, () => {
    const { head } = releaseOf(box.chassis.model).version;
    box.say({ severity: 5, text: `%SYS-5-RESTART: System restarted --\n${head.slice(0, 4).join('\n')}` });
    seat.restarted();
    up();
  });
}

/** `10 minutes`, `26 hours and 44 minutes` */
function spanText(span: Micros): string {
  const all = Math.floor((wholeSeconds(span) + 1) / 60);
  const part = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;
  if (all < 60) return part(all, 'minute');
  const rest = all % 60;
  return rest === 0 ? part(all / 60, 'hour') : `${part(Math.floor(all / 60), 'hour')} and ${part(rest, 'minute')}`;
}

function plannedLines(seat: Seat, at: Micros, who: string, reason: string, named: boolean): readonly string[] {
  const { box } = seat;
  const left = spanText(since(box.now, at));
  const when = named ? `for ${moment(box.clock(at))} (in ${left})` : `in ${left}`;
  return [`Reload scheduled ${when} by ${who}`, `Reload reason: ${reason}`];
}

function plan(seat: Seat, span: Micros, reason: string, named: boolean): void {
  const { box } = seat;
  const who = whoText(seat);
  seat.io.print(plannedLines(seat, plus(box.now, span), who, reason, named));
  asked(seat, () => {
    const at = plus(box.now, span);
    seat.memory.reload = { at, who, reason, named };
    box.say({
      severity: 5,
      text: `%SYS-5-SCHEDULED_RELOAD: Reload requested for ${moment(box.clock(at))} at ${moment(box.clock())} by ${who}. Reload Reason: ${reason}.`,
    });
    box.timer('reload', span, () => {
      tell(seat, '--- SHUTDOWN NOW ---');
      now(seat, who, reason);
    });
    warnNext(seat);
  });
}

/** Everybody is told when there is little time left. */
function warnNext(seat: Seat): void {
  const planned = seat.memory.reload;
  if (!planned) return;
  const { box } = seat;
  const left = since(box.now, planned.at);
  const next = WARNED_AT.find((minute) => minutes(minute) < left);
  if (next === undefined) return;
  box.timer('reload/warning', since(minutes(next), left), () => {
    tell(seat, `--- SHUTDOWN in ${Math.floor(next / 60)}:${String(next % 60).padStart(2, '0')}:00 ---`);
    warnNext(seat);
  });
}

function tell({ box }: Seat, text: string): void {
  const logins = [...box.logins.values()].sort((a, b) => a.session - b.session);
  for (const login of logins) login.notify(['', '', '***', `*** ${text}`, '***', '']);
}

/** reload cancel */
export function cancelReload(seat: Seat): void {
  const { box, memory } = seat;
  if (!memory.reload) {
    seat.io.print(['%No reload is scheduled.']);
    return;
  }
  memory.reload = undefined;
  box.timer('reload', 'off');
  box.timer('reload/warning', 'off');
  tell(seat, '--- SHUTDOWN ABORTED ---');
  const text = `%SYS-5-SCHEDULED_RELOAD_CANCELLED:  Scheduled reload cancelled at ${moment(box.clock())}`;
  box.say({ severity: 5, text });
}

export function showReload(seat: Seat): readonly string[] {
  const planned = seat.memory.reload;
  if (!planned) return ['No reload is scheduled.'];
  return plannedLines(seat, planned.at, planned.who, planned.reason, planned.named);
}
