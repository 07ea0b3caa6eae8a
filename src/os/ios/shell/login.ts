// Who comes in: RETURN on the console, names and passwords, enable.
// Source: Cisco IOS Configuration Fundamentals and Security command references ("login", "enable secret"); captures of
// sessions (`User Access Verification`, `% Login invalid`, `% Bad passwords`, `% Bad secrets`, `Password required, but none
// set`, `% No password set`); banners: "banner motd", "banner login", "banner exec".

import type { Answer } from '../../../cli/shell.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { Match } from '../../../language/spec.ts';
import { seconds } from '../../../sim/time.ts';
import { DELIMITER } from '../banner.ts';
import { all, one } from '../compile/tree-reader.ts';
import { isPassword } from '../secrets.ts';
import type { Seat } from './seat.ts';

const TRIES = 3;
/** Source: Cisco IOS Security command reference, "timeout login response": 30 seconds. */
const PATIENCE = seconds(30);

/** Lines of a banner; none when there is none. */
function banner(seat: Seat, kind: string): readonly string[] {
  const text = one(seat.running, `banner ${kind}`)?.args['text'];
  return text === undefined ? [] : text.replaceAll(DELIMITER, '').split('\n');
}

/** Asks, and hangs up when nobody answers in time. */
function askInTime(seat: Seat, question: string, echo: boolean, then: (answer: Answer) => void): void {
  const { box, io, session } = seat;
  const timer = `login/${session}`;
  box.timer(timer, PATIENCE, () => {
    const end = io.running(() => {});
    io.forget();
    io.print(['', `% ${question.trim()}  timeout expired!`]);
    io.hangup();
    end();
  });
  io.ask(question, { echo }, (answer) => {
    box.timer(timer, 'off');
    then(answer);
  });
}

/** Greets and asks who it is; `then` when he may come in. What fails hangs up. */
export function logIn(seat: Seat, then: () => void): void {
  const { io } = seat;
  io.print(banner(seat, 'motd'));
  const welcome = (): void => {
    io.print(banner(seat, 'exec'));
    then();
  };
  const login = seat.line && one(seat.line, 'login');
  const named = login?.words.includes('local') || login?.words.includes('authentication') || usesAaa(seat);
  if (named) askName(seat, TRIES, welcome);
  else if (login) askLinePassword(seat, welcome);
  else welcome();
}

/** `aaa new-model`: everybody but the console is asked for a name. */
const usesAaa = (seat: Seat): boolean => seat.session > 0 && one(seat.running, 'aaa new-model') !== undefined;

function verification(seat: Seat): void {
  seat.io.print([...banner(seat, 'login'), '', 'User Access Verification', '']);
}

function askLinePassword(seat: Seat, then: () => void): void {
  const password = seat.line && one(seat.line, 'password');
  if (!password) {
    if (seat.session === 0) then();
    else {
      seat.io.print(['', '', 'Password required, but none set']);
      seat.io.hangup();
    }
    return;
  }
  verification(seat);
  askPassword(seat, TRIES, (typed) => fits(password, typed), '% Bad passwords', then);
}

function askPassword(
  seat: Seat,
  tries: number,
  right: (typed: string) => boolean,
  failed: string,
  then: () => void,
): void {
  askInTime(seat, 'Password: ', false, (answer) => {
    if (answer.kind === 'line' && right(answer.text)) then();
    else if (tries > 1) askPassword(seat, tries - 1, right, failed, then);
    else {
      seat.io.print([failed, '']);
      seat.io.hangup();
    }
  });
}

function askName(seat: Seat, tries: number, then: () => void): void {
  if (tries === TRIES) verification(seat);
  const { io } = seat;
  askInTime(seat, 'Username: ', true, (name) => {
    const user = name.kind === 'line' ? name.text.trim() : '';
    if (user === '' && tries > 1) {
      askName(seat, tries - 1, then);
      return;
    }
    const known = all(seat.running, 'username').find(({ args }) => args['user'] === user);
    const enter = (): void => {
      seat.user = user;
      seat.privilege = Math.max(seat.privilege, Number(known?.args['level'] ?? 1));
      then();
    };
    if (known?.words.includes('nopassword')) return enter();
    askInTime(seat, 'Password: ', false, (answer) => {
      if (answer.kind === 'line' && known && fits(known, answer.text)) enter();
      else {
        io.print(['% Login invalid', '']);
        if (tries > 1) askName(seat, tries - 1, then);
        else io.hangup();
      }
    });
  });
}

/** Does what was typed fit the password that a statement keeps? */
function fits({ words, args }: ConfigNode, typed: string): boolean {
  const secret = args['secret'];
  if (secret === undefined) return false;
  const type = words.at(-2) ?? '';
  return isPassword(typed, /^\d$/.test(type) ? type : '0', secret);
}

/** Source: Cisco IOS Security command reference, "enable": three tries. */
export function enable(seat: Seat, found: Match): void {
  const level = Number(found.args['level'] ?? 15);
  const kept = secretFor(seat, level);
  const become = (): void => {
    seat.privilege = level;
  };
  if (level <= seat.privilege) become();
  else if (kept) askEnable(seat, kept, TRIES, become);
  else if (seat.session > 0) seat.io.print(['% No password set', '']);
  else become();
}

/** The secret wins over the password. */
function secretFor(seat: Seat, level: number): ConfigNode | undefined {
  const kept = [...all(seat.running, 'enable secret'), ...all(seat.running, 'enable password')];
  return kept.find(({ args }) => Number(args['level'] ?? 15) === level);
}

function askEnable(seat: Seat, kept: ConfigNode, tries: number, become: () => void): void {
  seat.io.ask('Password: ', { echo: false }, (answer) => {
    if (answer.kind === 'interrupt') return;
    if (fits(kept, answer.text)) become();
    else if (tries > 1) askEnable(seat, kept, tries - 1, become);
    else seat.io.print([kept.spec.name === 'enable secret' ? '% Bad secrets' : '% Bad passwords', '']);
  });
}

export function disable(seat: Seat, found: Match): void {
  const level = Number(found.args['level'] ?? 1);
  if (level > seat.privilege) seat.io.print(['% Level must be lower than the current one']);
  else seat.privilege = level;
}
