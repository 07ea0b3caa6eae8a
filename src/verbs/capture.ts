// capture: the frames of one link, or of all, as pcapng.

import { resolve } from 'node:path';
import { ok } from '../base/result.ts';
import { CaptureFile } from '../host/capture-file.ts';
import { findLink } from '../lab/ports.ts';
import { parseSpan, SPAN_EXPECTED } from '../lab/span.ts';
import { readArguments } from './arguments.ts';
import { openLab, openPlay, reason } from './open-lab.ts';
import { EXIT, type Program, refuse, type Verb } from './program.ts';
import { playScript, readScript, runTo, tellFailures } from './script-run.ts';

const GRAMMAR = {
  options: { write: 'FILE', for: 'TIME', script: 'FILE' },
  short: { w: 'write' },
  words: ['LAB', 'LINK'],
} as const;

async function run(args: readonly string[], program: Program): Promise<number> {
  const given = readArguments(args, GRAMMAR);
  if (!given.ok) return refuse(program, `labelstack capture: ${given.error}`);
  const { text, words } = given.value;
  const file = text('write');
  if (file === undefined) return refuse(program, 'labelstack capture: -w FILE is missing');
  const span = text('for') === undefined ? undefined : parseSpan(text('for') as string);
  if (text('for') !== undefined && span === undefined)
    return refuse(program, `labelstack capture: --for ${text('for')}; expected ${SPAN_EXPECTED}`);
  const lab = await openLab(words[0] as string, program);
  if (!lab.ok) return refuse(program, lab.error);
  const name = words[1] as string;
  const link = name === 'all' ? ok(undefined) : findLink(lab.value, name);
  if (!link.ok) return refuse(program, link.error);
  const script = text('script');
  const items = script === undefined ? ok([]) : readScript(script, lab.value, program);
  if (!items.ok) return refuse(program, items.error);
  const play = await openPlay(lab.value, { save: undefined, from: undefined, seed: undefined }, program);
  if (!play.ok) return refuse(program, play.error);
  const links = link.value ? [link.value.id] : lab.value.links.map((one) => one.id);
  let capture: CaptureFile;
  try {
    capture = new CaptureFile(resolve(program.cwd, file), play.value.running, links);
  } catch (error) {
    return refuse(program, `${file} cannot be written: ${reason(error)}`);
  }
  if (span === undefined || items.value.length > 0) runTo(play.value, 'settled');
  const { player, done } = await playScript(play.value, items.value, { strict: false }, program);
  if (span !== undefined) runTo(play.value, span);
  capture.close();
  const count = capture.frames;
  program.out(`${count} ${count === 1 ? 'frame' : 'frames'} of ${links.join(', ')} in ${file}\n`);
  const met = tellFailures(player, program);
  if (!done.ok) return refuse(program, done.error);
  return met ? EXIT.done : EXIT.no;
}

export const verb: Verb = {
  run,
  help: `
  LINK            a link by its name in the lab file, or as DEVICE:INTERFACE; all: every link
  -w FILE         write here, as pcapng (Wireshark, tshark, tcpdump)
  --for TIME      until this lab time; left out: until the lab has settled
  --script FILE   play this script when the lab has settled (labelstack run --help)

  The capture begins when the lab is switched on.`,
};
