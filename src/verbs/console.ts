// console: one device's console on this terminal, byte for byte; or, in a pipe, lines in and text out.

import { StringDecoder } from 'node:string_decoder';
import { Pacer } from '../host/pacer.ts';
import { checkName } from '../host/store.ts';
import type { Play } from '../play/play.ts';
import { QUIET } from '../play/player.ts';
import { knownDevice, SETTLE_DEFAULT } from '../play/script.ts';
import { plus, seconds } from '../sim/time.ts';
import { readArguments } from './arguments.ts';
import { openLab, openPlay, storeOf, writeSave } from './open-lab.ts';
import { EXIT, type Program, refuse, type Verb } from './program.ts';

const GRAMMAR = { options: { save: 'NAME' }, words: ['LAB', 'DEVICE'] } as const;
/** Ctrl-]: what telnet and the screens use too. */
const LEAVE = '\x1d';
const CTRL_C = '\x03';
/** A line of a pipe is answered within this much lab time, or it is stopped. */
const ANSWER_LIMIT = seconds(600);
/** What would run for ever in a pipe is stopped after so much lab time. */
const ENDLESS_SPAN = seconds(10);
/** A pipe that says nothing for so long is somebody who waits: lab time goes on with the clock. */
const SILENCE_MILLIS = 1_000;

async function run(args: readonly string[], program: Program): Promise<number> {
  const given = readArguments(args, GRAMMAR);
  if (!given.ok) return refuse(program, `labelstack console: ${given.error}`);
  const { text, words } = given.value;
  const lab = await openLab(words[0] as string, program);
  if (!lab.ok) return refuse(program, lab.error);
  const device = knownDevice(words[1] as string, lab.value);
  if (!device.ok) return refuse(program, device.error);
  const name = text('save');
  const named = name === undefined ? undefined : checkName(name);
  if (named?.ok === false) return refuse(program, named.error);
  const there = name !== undefined && storeOf(program).names().includes(name);
  const request = { save: there ? name : undefined, from: undefined, seed: undefined };
  const play = await openPlay(lab.value, request, program);
  if (!play.ok) return refuse(program, play.error);
  program.precious = play.value;
  if (!there) play.value.settle(SETTLE_DEFAULT, QUIET);
  if (program.terminal) await onTerminal(play.value, device.value, program);
  else await inPipe(play.value, device.value, program);
  if (name === undefined) return EXIT.done;
  const written = await writeSave(play.value, name, program);
  return written.ok ? EXIT.done : refuse(program, written.error);
}

/** Raw bytes both ways, at the pace of the clock, until Ctrl-] or the end of the input. */
async function onTerminal(play: Play, device: string, program: Program): Promise<void> {
  const { stdin } = program;
  const decoder = new StringDecoder('utf8');
  const pacer = new Pacer(play);
  const stop = play.listen({
    console: (from, session, text) => {
      if (from === device && session === 0) program.out(text);
    },
  });
  program.complain(`The console of ${device}. Ctrl-] leaves it.\r\n`);
  stdin.setRawMode?.(true);
  const size = program.size();
  const open = { kind: 'open', device, session: 0, auto: false, ...size } as const;
  if (play.state(device, 0) === undefined) pacer.do(open);
  else {
    program.out(play.row(device, 0));
    pacer.do({ kind: 'resize', device, session: 0, ...size });
  }
  pacer.run(1);
  let deaf = (): void => {};
  await new Promise<void>((resolve) => {
    deaf = program.onSignal((signal) => {
      if (signal === 'end') resolve();
      else pacer.do({ kind: 'resize', device, session: 0, ...program.size() });
    });
    stdin.on('data', (bytes: Buffer) => {
      const keys = decoder.write(bytes);
      const at = keys.indexOf(LEAVE);
      const typed = at < 0 ? keys : keys.slice(0, at);
      if (typed !== '') pacer.do({ kind: 'keys', device, session: 0, keys: typed });
      if (at >= 0) resolve();
    });
    for (const end of ['end', 'close', 'error']) stdin.once(end, () => resolve());
  });
  deaf();
  pacer.close();
  stop();
  stdin.setRawMode?.(false);
  stdin.pause();
  program.out('\r\n');
}

/**
 * Lines are typed one after the other, each when the one before it is answered; lab time runs as fast as it is
 * needed. Logged in from the start, without paging. The end of the input ends it; what still runs is stopped.
 */
async function inPipe(play: Play, device: string, program: Program): Promise<void> {
  const pacer = new Pacer(play);
  let atLineStart = true;
  const stop = play.listen({
    console: (from, session, text) => {
      if (from !== device || session !== 0) return;
      const plain = text.replaceAll('\r\n', '\n').replaceAll('\x07', '');
      if (plain === '') return;
      program.out(plain);
      atLineStart = plain.endsWith('\n');
    },
  });
  if (play.state(device, 0) !== undefined) play.do({ kind: 'close', device, session: 0 });
  play.do({ kind: 'open', device, session: 0, auto: true, rows: 24, columns: 80 });
  const answered = (): void => {
    play.until(() => play.state(device, 0) !== 'running', plus(play.now, ANSWER_LIMIT));
  };
  answered();
  for await (const line of linesOf(program, pacer)) {
    play.do({ kind: 'keys', device, session: 0, keys: line });
    if (play.endless(device, 0)) play.advance(plus(play.now, ENDLESS_SPAN));
    else answered();
    if (play.state(device, 0) === 'running') play.do({ kind: 'keys', device, session: 0, keys: CTRL_C });
    answered();
  }
  pacer.close();
  stop();
  if (!atLineStart) program.out('\n');
}

/** Lines with their Enter, and at the end what has none. While nothing comes, lab time goes on with the clock. */
async function* linesOf(program: Program, pacer: Pacer): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const wait = (): NodeJS.Timeout => setTimeout(() => pacer.run(1), SILENCE_MILLIS);
  let silence = wait();
  for await (const bytes of program.stdin) {
    clearTimeout(silence);
    pacer.pause();
    const lines = (rest + decoder.write(bytes as Buffer)).split(/\r\n|\n/);
    rest = lines.pop() as string;
    for (const line of lines) yield `${line}\r`;
    silence = wait();
  }
  clearTimeout(silence);
  pacer.pause();
  if (rest !== '') yield `${rest}\r`;
}

export const verb: Verb = {
  run,
  help: `
  On a terminal: the console itself, byte for byte, at the pace of the clock. Log in as
  the device asks; Ctrl-] leaves.
  In a pipe: logged in, no paging; lines are typed one after the other and what the
  console shows is printed. A command that would run for ever is stopped after ten
  seconds of lab time. The end of the input ends it.

  --save NAME   go on from this save if it is there, and write it when the console is left`,
};
