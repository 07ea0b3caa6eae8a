// serve: the lab's consoles for telnet clients, its links for real routers, until somebody ends it.

import { ok, type Result } from '../base/result.ts';
import { Bridge, type BridgeSpec } from '../host/bridge.ts';
import { ConsoleHub } from '../host/console-hub.ts';
import { Pacer, type Speed } from '../host/pacer.ts';
import { checkName } from '../host/store.ts';
import { TelnetServer } from '../host/telnet-server.ts';
import type { Lab } from '../lab/lab.ts';
import type { Play } from '../play/play.ts';
import { QUIET } from '../play/player.ts';
import { SETTLE_DEFAULT } from '../play/script.ts';
import { readArguments } from './arguments.ts';
import { readBridges, readPort } from './bridge-spec.ts';
import { columns } from './columns.ts';
import { keepUnsaved } from './keep.ts';
import { openLab, openPlay, storeOf, writeSave } from './open-lab.ts';
import { EXIT, type Program, refuse, type Verb } from './program.ts';

const GRAMMAR = {
  options: { telnet: 'PORT', ssh: 'PORT', bridge: 'LINK=…', save: 'NAME', from: 'start or solution', speed: 'N' },
  many: ['bridge'],
  words: ['LAB'],
} as const;
const SPEEDS: Readonly<Record<string, Speed>> = { 1: 1, 10: 10, 100: 100 };
/** Where the line ports of terminal servers begin. */
const TELNET_DEFAULT = 2000;

/** What the command line asks for, sound in itself. */
interface Request {
  readonly lab: Lab;
  /** Undefined: no consoles. */
  readonly telnet: number | undefined;
  readonly bridges: readonly BridgeSpec[];
  readonly save: string | undefined;
  readonly from: string | undefined;
  readonly speed: Speed;
}

/** What listens. */
interface Open {
  readonly telnet: TelnetServer | undefined;
  readonly bridges: readonly Bridge[];
}

async function run(args: readonly string[], program: Program): Promise<number> {
  const request = await readRequest(args, program);
  if (!request.ok) return refuse(program, request.error);
  const { lab, save, from } = request.value;
  // A port that is taken is told before anything is built.
  const bound = await bindAll(request.value);
  if (!bound.ok) return refuse(program, bound.error);
  const there = save !== undefined && storeOf(program).names().includes(save);
  const play = await openPlay(lab, { save: there ? save : undefined, from, seed: undefined }, program);
  if (!play.ok) {
    await closeAll(bound.value);
    return refuse(program, play.error);
  }
  program.precious = play.value;
  if (!there) play.value.settle(SETTLE_DEFAULT, QUIET);
  const typed = await serveUntilEnd(play.value, bound.value, request.value.speed, program);
  return leave(play.value, save, typed, program);
}

async function readRequest(args: readonly string[], program: Program): Promise<Result<Request, string>> {
  const fault = (error: string) => ({ ok: false, error: `labelstack serve: ${error}` }) as const;
  const given = readArguments(args, GRAMMAR);
  if (!given.ok) return fault(given.error);
  const { text, order, words } = given.value;
  if (text('ssh') !== undefined) return fault('--ssh is not built yet; --telnet is');
  const asked = order.filter(({ name }) => name === 'bridge').map(({ value }) => value);
  const telnet = text('telnet') ?? (asked.length === 0 ? `${TELNET_DEFAULT}` : undefined);
  const port = telnet === undefined ? undefined : readPort(telnet);
  if (telnet !== undefined && port === undefined) return fault(`--telnet ${telnet}; expected a port, 0 to 65535`);
  const speed = text('speed') ?? '1';
  if (!Object.hasOwn(SPEEDS, speed)) return fault(`--speed ${speed}; expected 1, 10 or 100`);
  if (asked.length > 0 && speed !== '1')
    return fault('--bridge goes at --speed 1 only: real routers live by real time');
  const save = text('save');
  const named = save === undefined ? ok(undefined) : checkName(save);
  if (!named.ok) return named;
  const lab = await openLab(words[0] as string, program);
  if (!lab.ok) return lab;
  const bridges = readBridges(asked, lab.value);
  if (!bridges.ok) return fault(bridges.error);
  const from = text('from');
  return ok({ lab: lab.value, telnet: port, bridges: bridges.value, save, from, speed: SPEEDS[speed] as Speed });
}

async function bindAll({ lab, telnet, bridges }: Request): Promise<Result<Open, string>> {
  const bound: Bridge[] = [];
  for (const spec of bridges) {
    const bridge = await Bridge.bind(spec);
    if (!bridge.ok) {
      await closeAll({ telnet: undefined, bridges: bound });
      return bridge;
    }
    bound.push(bridge.value);
  }
  if (telnet === undefined) return ok({ telnet: undefined, bridges: bound });
  const server = await TelnetServer.bind({ title: lab.title, devices: lab.devices, port: telnet });
  if (server.ok) return ok({ telnet: server.value, bridges: bound });
  await closeAll({ telnet: undefined, bridges: bound });
  return server;
}

async function closeAll({ telnet, bridges }: Open): Promise<void> {
  await Promise.all([telnet?.close(), ...bridges.map((bridge) => bridge.close())]);
}

/** Everything runs until the machine wants an end; true when somebody typed something. */
async function serveUntilEnd(play: Play, open: Open, speed: Speed, program: Program): Promise<boolean> {
  let hub: ConsoleHub | undefined;
  const pacer = new Pacer(play, { unattendedMillis: 0, changed: () => hub?.sweep() });
  hub = new ConsoleHub(play, pacer);
  const ended = new Promise<void>((resolve) => {
    program.onSignal((signal) => (signal === 'end' ? resolve() : undefined));
  });
  pacer.run(speed);
  open.telnet?.serve(hub);
  for (const bridge of open.bridges) bridge.join(play, pacer);
  program.out(readyText(open));
  await ended;
  pacer.pause();
  hub.close();
  await closeAll(open);
  for (const bridge of open.bridges) program.out(`${countsText(bridge)}\n`);
  return hub.typed;
}

const addressText = ({ address, port }: { readonly address: string; readonly port: number }): string =>
  `${address.includes(':') ? `[${address}]` : address}:${port}`;

/** A line for each port. */
function readyText({ telnet, bridges }: Open): string {
  const rows = [
    ...(telnet?.ports ?? []).map(({ port, device }) => [
      'telnet',
      `127.0.0.1 ${port}`,
      device ?? 'asks for the device',
    ]),
    ...bridges.map((bridge) => [
      'bridge',
      `${addressText(bridge.local)} <-> ${addressText(bridge.remote)}`,
      bridge.spec.link,
    ]),
  ];
  return `${columns(rows)}Ready; Ctrl-C ends it.\n`;
}

function countsText({ spec, counts }: Bridge): string {
  const lost = {
    'not sent': counts.unsent,
    'too short': counts.short,
    'too long': counts.long,
    'from somebody else': counts.foreign,
    'while the cable was out': counts.cut,
  };
  const drops = Object.entries(lost).flatMap(([why, count]) => (count > 0 ? [`${count} ${why}`] : []));
  const dropped = drops.length > 0 ? `; dropped: ${drops.join(', ')}` : '';
  return `bridge ${spec.link}: ${counts.out} out, ${counts.in} in${dropped}`;
}

/** What was played is saved as it was asked, or kept if somebody typed. */
async function leave(play: Play, save: string | undefined, typed: boolean, program: Program): Promise<number> {
  if (save === undefined) {
    if (typed) await keepUnsaved(play, program);
    return EXIT.done;
  }
  const written = await writeSave(play, save, program);
  if (!written.ok) return refuse(program, written.error);
  program.out(`saved as "${save}"\n`);
  return EXIT.done;
}

export const verb: Verb = {
  run,
  help: `
  --telnet PORT   consoles for telnet clients; 2000 unless given or --bridge is. PORT asks for
                  the device; PORT+1 is the console of the lab's first device, PORT+2 of the
                  second, as on a terminal server. 0: any ports that are free
  --bridge LINK=LOCALPORT:REMOTEHOST:REMOTEPORT
                  joins a link to a UDP tunnel of raw Ethernet frames (GNS3, QEMU, VPCS, socat):
                  a real router becomes a neighbour. LINK as in labelstack capture; may be given
                  once a link
  --save NAME     go on from this save if it is there, and write it at the end
  --from start|solution   what the devices begin with (start)
  --speed N       1, 10 or 100 times the wall clock (1, and always 1 with --bridge)
  --ssh PORT      not built yet

  Clients of one console see the same screen; who hangs up leaves it as it is, like the cable of
  a real console. At PORT, "R1 2" to "R1 16" are lines of one's own, free again at the hang-up.

  Everything listens on 127.0.0.1 only; a bridge to another machine listens on every address,
  and takes frames of REMOTEHOST:REMOTEPORT only. Frames from outside are logged: a save replays
  them without the real router. SIGINT or SIGTERM ends it; without --save, what was typed is kept
  under a name that is then told.`,
};
