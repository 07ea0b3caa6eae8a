// A Linux kernel that switches labels: User-Mode Linux on the files of this machine, its network card in a namespace across
// the bridge. What it shall do is a script; it tells what happened in files.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { BridgedLab } from '../harness/bridged-lab.ts';
import { type Namespace, withNamespace } from './namespace.ts';
import { whyNoStranger } from './with-stranger.ts';

const KERNEL = '/usr/bin/linux.uml';
const MODULES = '/usr/lib/uml/modules';
const BOOT_SECONDS = 20;

const BEGIN = `#!/bin/sh
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t tmpfs -o mode=755 tmpfs /run
mkdir -p /run/netns /run/frr /run/mods/lib/modules
ln -s ${MODULES}/$(uname -r) /run/mods/lib/modules/$(uname -r)
for module in dummy veth vrf ip_tunnel mpls_router mpls_iptunnel; do modprobe -d /run/mods $module; done
`;

/**
 * A kernel that goes down kills what it takes for its own processes by number, and 0 and -1 are numbers to it: it gets numbers
 * of its own (a PID namespace), and a process group of its own.
 */
const ALONE = ['unshare', '--pid', '--fork', '--kill-child', KERNEL] as const;

/** How the kernel is started here: with or without what stands in for its ptrace; or why it does not start. */
let begun: { readonly preload?: string; readonly why?: string } | undefined;

function environment(preload: string | undefined): NodeJS.ProcessEnv {
  return preload === undefined ? process.env : { ...process.env, LD_PRELOAD: preload };
}

const options = (script: string): readonly string[] =>
  ['mem=512M', 'root=/dev/root', 'rootfstype=hostfs', 'rootflags=/', 'rw', 'quiet', `init=${script}`].concat([
    'con=null',
    'con0=null,fd:1',
    'con1=null',
  ]);

function script(folder: string, text: string): string {
  const file = join(folder, 'init');
  writeFileSync(file, `${BEGIN}${text}\n`, { mode: 0o755 });
  return file;
}

/** True when it runs what it is told, and knows labels. */
function boots(preload: string | undefined): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'labelstack-uml-'));
  const init = script(folder, `cat /proc/sys/net/mpls/platform_labels > ${folder}/labels\npoweroff -f`);
  const command = ['-w', 'timeout', '-k', '1', `${BOOT_SECONDS}`, ...ALONE, ...options(init)];
  spawnSync('setsid', command, { stdio: 'ignore', env: environment(preload) });
  const labels = existsSync(join(folder, 'labels')) && readFileSync(join(folder, 'labels'), 'utf8').trim() !== '';
  rmSync(folder, { recursive: true, force: true });
  return labels;
}

function begin(): NonNullable<typeof begun> {
  const none = whyNoStranger();
  if (none !== undefined) return { why: none };
  if (!existsSync(KERNEL) || !existsSync(MODULES))
    return { why: 'User-Mode Linux is not installed (Debian: user-mode-linux)' };
  if (boots(undefined)) return {};
  const folder = mkdtempSync(join(tmpdir(), 'labelstack-xstate-'));
  const preload = join(folder, 'xstate.so');
  const source = fileURLToPath(new URL('xstate.c', import.meta.url));
  if (spawnSync('cc', ['-O1', '-shared', '-fPIC', '-o', preload, source]).status !== 0)
    return { why: 'User-Mode Linux does not start here, and there is no C compiler for what might help' };
  return boots(preload) ? { preload } : { why: 'User-Mode Linux does not start here' };
}

/** Why there can be no such kernel on this machine; undefined: there can. The first question starts one: some seconds. */
export function whyNoUml(): string | undefined {
  begun ??= begin();
  return begun.why;
}

export interface Guest extends Namespace {
  /** A file that the guest has written so far; empty: none yet. */
  read(file: string): string;
  /** What the guest waits for: `until [ -e $FOLDER/NAME ]; do sleep 0.2; done`. */
  signal(name: string): void;
  /** Looks again and again until the file is as wanted; rejects with what it is after so many seconds. */
  until(file: string, fits: (text: string) => boolean, seconds?: number): Promise<string>;
}

/**
 * Boots a kernel whose network card `vec0` is the far end of the lab's link `out`, lets it run the script (`$FOLDER`: where it
 * writes), and lets it meet the lab. When the test is over, however it ends, everything is gone.
 */
export function withUml<T>(
  setup: { readonly script: string; readonly lab: Readonly<Record<string, unknown>> },
  meet: (guest: Guest, lab: BridgedLab) => Promise<T>,
): Promise<T> {
  return withNamespace(setup.lab, 'out', async (far, lab) => {
    const folder = mkdtempSync(join(tmpdir(), 'labelstack-uml-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    // The card reads everything that comes; the namespace itself says nothing.
    await far.exec(
      'sh',
      '-c',
      'echo 1 > /proc/sys/net/ipv6/conf/eth0/disable_ipv6; ip link set eth0 promisc on arp off',
    );
    const init = script(folder, `export FOLDER=${folder}\n${setup.script}`);
    const kernel = [...ALONE, ...options(init), 'vec0:transport=raw,ifname=eth0'];
    const child = spawn('ip', ['netns', 'exec', far.name, ...kernel], {
      stdio: 'ignore',
      env: environment(begun?.preload),
      detached: true,
    });
    // With what numbered its processes they all go.
    onTestFinished(() => void child.kill('SIGKILL'));
    const read = (file: string): string =>
      existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '';
    const until: Guest['until'] = async (file, fits, seconds = 60) => {
      for (let turn = 0; ; turn++) {
        const text = read(file);
        if (fits(text)) return text;
        if (turn >= seconds * 4) throw new Error(`after ${seconds} s ${file} is still\n${text}`);
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    };
    return meet({ ...far, read, until, signal: (name) => writeFileSync(join(folder, name), '') }, lab);
  });
}
