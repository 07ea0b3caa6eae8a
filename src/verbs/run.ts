// run: plays a lab without a screen and prints what the consoles printed.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { err, ok, type Result } from '../base/result.ts';
import type { Lab } from '../lab/lab.ts';
import type { Typed } from '../play/player.ts';
import { knownDevice, type ScriptItem } from '../play/script.ts';
import { type Given, readArguments } from './arguments.ts';
import { openLab, openPlay, reason } from './open-lab.ts';
import { EXIT, type Program, refuse, type Verb } from './program.ts';
import { playScript, readMoment, readScript, runTo, tellFailures } from './script-run.ts';

const GRAMMAR = {
  options: {
    at: 'TIME or settled',
    device: 'DEVICE',
    command: 'LINE',
    script: 'FILE',
    save: 'NAME',
    seed: 'N',
    out: 'DIR',
    from: 'start or solution',
    json: 'flag',
    strict: 'flag',
  },
  short: { d: 'device', c: 'command' },
  many: ['device', 'command'],
  words: ['LAB'],
} as const;

async function run(args: readonly string[], program: Program): Promise<number> {
  const given = readArguments(args, GRAMMAR);
  if (!given.ok) return refuse(program, `labelstack run: ${given.error}`);
  const { text, flag, words } = given.value;
  const moment = readMoment(text('at') ?? 'settled');
  if (!moment.ok) return refuse(program, `labelstack run: --at: ${moment.error}`);
  const lab = await openLab(words[0] as string, program);
  if (!lab.ok) return refuse(program, lab.error);
  const items = allItems(given.value, lab.value, program);
  if (!items.ok) return refuse(program, items.error);
  const out = text('out');
  const folder = out === undefined ? ok(undefined) : makeFolder(resolve(program.cwd, out));
  if (!folder.ok) return refuse(program, folder.error);
  const request = { save: text('save'), from: text('from'), seed: text('seed') };
  const play = await openPlay(lab.value, request, program);
  if (!play.ok) return refuse(program, play.error);
  runTo(play.value, moment.value);
  const shown = (_device: string, _session: number, more: string): void => program.out(more);
  const options = { strict: flag('strict'), ...(flag('json') ? {} : { shown }) };
  const { player, done } = await playScript(play.value, items.value, options, program);
  if (flag('json')) program.out(`${JSON.stringify(player.typed, null, 1)}\n`);
  if (folder.value !== undefined) writeOutputs(folder.value, player.typed);
  const met = tellFailures(player, program);
  if (!done.ok) return refuse(program, done.error);
  return met ? EXIT.done : EXIT.no;
}

/** Lines of -c at the devices of -d, then the script. */
function allItems(given: Given, lab: Lab, program: Program): Result<readonly ScriptItem[], string> {
  const items: ScriptItem[] = [];
  const place = { file: 'command line', line: 1 };
  for (const { name, value } of given.order) {
    if (name === 'device') {
      const device = knownDevice(value, lab);
      if (!device.ok) return device;
      items.push({ ...place, kind: 'goto', device: value, session: 0 });
    } else if (name === 'command') {
      if (items.length === 0 && lab.devices.length !== 1) return err('-c before any -d: which device is it for?');
      items.push({ ...place, kind: 'line', text: value });
    }
  }
  const path = given.text('script');
  if (path === undefined) return ok(items);
  const script = readScript(path, lab, program);
  return script.ok ? ok([...items, ...script.value]) : script;
}

function makeFolder(path: string): Result<string, string> {
  try {
    mkdirSync(path, { recursive: true });
    return ok(path);
  } catch (error) {
    return err(`${path} cannot be made: ${reason(error)}`);
  }
}

/** `show ip route` on R1 -> R1/show_ip_route.txt; a command that was typed twice keeps its last output. */
function writeOutputs(folder: string, typed: readonly Typed[]): void {
  for (const { device, line, output } of typed) {
    if (line === '') continue;
    mkdirSync(join(folder, device), { recursive: true });
    writeFileSync(join(folder, device, `${fileName(line)}.txt`), output);
  }
}

/** Blanks become `_`, slashes `-`. A name that a disk would not take is cut. */
export const fileName = (line: string): string => line.replaceAll(' ', '_').replaceAll('/', '-').slice(0, 200);

export const verb: Verb = {
  run,
  help: `
  --at TIME           type the lines at this lab time; settled (default): when nothing
                      has changed for 30 s, after 10 m at the latest
  -d DEVICE           the lines that follow are for this device
  -c LINE             type this line; -d and -c may be given many times
  --script FILE       then play this script
  --from start|solution   the configurations that the devices boot with
  --save NAME         go on from a save instead
  --seed N            another chance than the lab's
  --out DIR           write outputs to DIR/DEVICE/COMMAND.txt too
  --json              print [{device, at, prompt, line, output, ended}] instead
  --strict            a line that a device refuses counts as a failure

  A script has one item a line; what begins with neither @ nor . is typed.
  Blank lines and lines that begin with # are passed over.

  @DEVICE, @DEVICE 2  go to this device's console, to its second one
  .settle [TIME]      run until nothing changes for 30 s, at most TIME (10 m)
  .wait TIME          run that long
  .key NAME           tab ? space enter up down ctrl-a … ctrl-z ctrl-shift-6 esc
  .type TEXT          type without Enter
  .cut DEVICE:PORT    take the cable out; .mend puts it back
  .power DEVICE off   and on
  .link DEVICE:PORT loss=1% delay=20ms jitter=5ms duplicate=1%
                      with out or in behind the port, .cut, .mend and .link do it to
                      one way only: what this port sends, or what it is to hear
  .save NAME          write a save
  .expect TEXT        the output of the last command must hold TEXT; .reject: must not`,
};
