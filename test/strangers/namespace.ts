// A real Linux kernel at the far end of a bridge: a network namespace whose eth0 is a TAP, joined to UDP by socat.

import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { BridgedLab } from '../harness/bridged-lab.ts';

const run = promisify(execFile);
const works = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;

let reason: { readonly why: string | undefined } | undefined;

/** Why there can be no namespace with a TAP on this machine; undefined: there can. */
export function whyNoNamespace(): string | undefined {
  reason ??= { why: lookForReason() };
  return reason.why;
}

function lookForReason(): string | undefined {
  if (process.platform !== 'linux') return 'it needs Linux';
  if (process.getuid?.() !== 0) return 'it needs root';
  if (!existsSync('/dev/net/tun')) return 'there is no /dev/net/tun';
  for (const tool of ['ip', 'socat', 'ping'])
    if (!works('sh', '-c', `command -v ${tool}`)) return `${tool} is not installed`;
  const probe = `labelstack-${process.pid}-probe`;
  if (!works('ip', 'netns', 'add', probe)) return 'network namespaces cannot be made (ip netns add)';
  works('ip', 'netns', 'del', probe);
  return undefined;
}

/** The far end. */
export interface Namespace {
  readonly name: string;
  /** Runs a command inside; its standard output. Rejects when it fails. */
  exec(command: string, ...args: readonly string[]): Promise<string>;
}

/** A router; and one whose ARP requests name the address of the cable: routers do not answer to any other. */
const SETTINGS = ['1 ip_forward', '0 conf/all/rp_filter', '2 conf/all/arp_announce'];
let made = 0;

/** A port that nobody has at this moment. */
function freePort(): Promise<number> {
  const socket = createSocket('udp4');
  return new Promise((resolve) => {
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}

/** Somebody on the way from the lab to the kernel: takes a frame (true) or lets it pass; may send to the lab. */
export type Between = (frame: Buffer, send: (frame: Buffer) => void) => boolean;

/** Passes datagrams on between two ports, with somebody in between; resolves with its own port. */
function relay(between: Between, far: number, near: () => number): Promise<number> {
  const socket = createSocket('udp4');
  onTestFinished(() => new Promise<void>((then) => socket.close(() => then())));
  const send = (frame: Buffer, port: number): void => socket.send(frame, port, '127.0.0.1');
  socket.on('message', (frame, { port }) => {
    if (port === far) send(frame, near());
    else if (!between(frame, (answer) => send(answer, near()))) send(frame, far);
  });
  return new Promise((then) => socket.bind(0, '127.0.0.1', () => then(socket.address().port)));
}

/** Joins a new TAP to the bridge; resolves when frames pass. */
function startSocat(local: number, remote: number, tap: string): Promise<ChildProcess> {
  const tunnel = `UDP4-DATAGRAM:127.0.0.1:${remote},bind=127.0.0.1:${local}`;
  const child = spawn('socat', ['-d', '-d', tunnel, `TUN,tun-type=tap,iff-no-pi,tun-name=${tap}`]);
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
      if (said.includes('starting data transfer loop')) resolve(child);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`socat ended: ${said}`)));
  });
}

/**
 * A lab (its files) whose link is bridged to eth0 of a fresh namespace. The interface is up and has no address yet. When
 * the test is over, however it ends, everything is gone again. `between` sees what goes to the namespace.
 */
export async function withNamespace<T>(
  files: Readonly<Record<string, unknown>>,
  link: string,
  meet: (far: Namespace, lab: BridgedLab) => Promise<T>,
  between?: Between,
): Promise<T> {
  const number = ++made;
  const name = `labelstack-${process.pid}-${number}`;
  const tap = `lst${process.pid % 1e8}x${number}`;
  const inside = (command: string, ...args: readonly string[]) => run('ip', ['netns', 'exec', name, command, ...args]);
  const port = await freePort();
  let near = 0;
  const passing = between && (await relay(between, port, () => near));
  const lab = await BridgedLab.open(files, link, passing ?? port);
  near = lab.bridge.local.port;
  onTestFinished(() => lab.close());
  await run('ip', ['netns', 'add', name]);
  onTestFinished(() => void works('ip', 'netns', 'del', name));
  const socat = await startSocat(port, passing ?? near, tap);
  onTestFinished(() => void socat.kill());
  // A TAP keeps its file when it is moved: UDP stays outside, the interface is inside.
  await run('ip', ['link', 'set', tap, 'netns', name]);
  for (const line of ['link set lo up', `link set ${tap} name eth0`, 'link set eth0 up'])
    await run('ip', ['-n', name, ...line.split(' ')]);
  await inside(
    'sh',
    '-c',
    SETTINGS.map((setting) => `echo ${setting.replace(' ', ' > /proc/sys/net/ipv4/')}`).join(' && '),
  );
  const far: Namespace = { name, exec: async (command, ...args) => (await inside(command, ...args)).stdout };
  return meet(far, lab);
}
