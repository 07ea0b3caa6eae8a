// A real FRR as the neighbour of an emulated router: Debian's daemons in a namespace of their own, across the bridge.

import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import type { BridgedLab } from '../harness/bridged-lab.ts';
import { type Between, type Namespace, whyNoNamespace, withNamespace } from './namespace.ts';

const run = promisify(execFile);

const DAEMONS = '/usr/lib/frr';
const SOCKETS = '/var/run/frr';
const TURNS_A_SECOND = 4;

/** Which daemon a line of the configuration wants. */
const WANTED: readonly (readonly [RegExp, string])[] = [
  [/^ip route /m, 'staticd'],
  [/^router ospf\b/m, 'ospfd'],
  [/^router isis\b/m, 'isisd'],
  [/^router rip\b/m, 'ripd'],
  [/^router eigrp\b/m, 'eigrpd'],
  [/^router bgp\b/m, 'bgpd'],
  [/^mpls ldp\b/m, 'ldpd'],
  [/\bbfd\b/m, 'bfdd'],
  [/^ *vrrp\b/m, 'vrrpd'],
];

/** Why no stranger can come on this machine; undefined: one can. */
export function whyNoStranger(): string | undefined {
  const none = whyNoNamespace();
  if (none !== undefined) return none;
  return existsSync(join(DAEMONS, 'zebra')) ? undefined : 'FRR is not installed (Debian: frr)';
}

export interface StrangerSetup {
  /** FRR's configuration, as vtysh takes it; its end of the bridge is eth0. The daemons follow from it. */
  readonly frrConfig: string;
  /** Files of a lab folder tree with one lab (`labs/NAME/lab.json` …). */
  readonly lab: Readonly<Record<string, unknown>>;
  /** The link that is bridged; left out: `out`. */
  readonly link?: string;
  /** Sees what goes to the stranger. */
  readonly between?: Between;
}

export interface Frr extends Namespace {
  /** What vtysh prints for a command. */
  vtysh(command: string): Promise<string>;
  /**
   * Asks again and again until the answer fits, for FRR tells nobody when it changes. Gives the answer; rejects with
   * the last one after so many seconds (30).
   */
  until(command: string, fits: (answer: string) => boolean, seconds?: number): Promise<string>;
}

/** Starts FRR and lets it meet the lab. When the test is over, however it ends, everything is gone again. */
export function withStranger<T>(setup: StrangerSetup, meet: (frr: Frr, lab: BridgedLab) => Promise<T>): Promise<T> {
  const starts = async (far: Namespace, lab: BridgedLab): Promise<T> => {
    const folder = mkdtempSync(join(tmpdir(), 'labelstack-frr-'));
    const sockets = join(SOCKETS, far.name);
    onTestFinished(() => {
      for (const path of [folder, sockets]) rmSync(path, { recursive: true, force: true });
    });
    // The daemons run as the user frr: they read in the one and write in the other.
    chmodSync(folder, 0o755);
    mkdirSync(sockets, { recursive: true });
    await run('chown', ['frr:frr', sockets]);
    const daemons = WANTED.flatMap(([line, daemon]) => (line.test(setup.frrConfig) ? [daemon] : []));
    for (const daemon of ['zebra', ...daemons]) await start(daemon, far, folder);
    const file = join(folder, 'frr.conf');
    writeFileSync(file, setup.frrConfig);
    const vtysh = async (...args: readonly string[]): Promise<string> =>
      (await run('vtysh', ['-N', far.name, ...args])).stdout;
    await vtysh('-f', file);
    return meet({ ...far, vtysh: (command) => vtysh('-c', command), until: untilOf(vtysh) }, lab);
  };
  return withNamespace(setup.lab, setup.link ?? 'out', starts, setup.between);
}

const untilOf =
  (vtysh: (...args: readonly string[]) => Promise<string>): Frr['until'] =>
  async (command, fits, seconds = 30) => {
    for (let turn = 0; ; turn++) {
      const answer = await vtysh('-c', command);
      if (fits(answer)) return answer;
      if (turn >= seconds * TURNS_A_SECOND) throw new Error(`after ${seconds} s "${command}" still says:\n${answer}`);
      await new Promise((resolve) => setTimeout(resolve, 1000 / TURNS_A_SECOND));
    }
  };

/** In the background: the call returns when the daemon is ready for others. */
async function start(daemon: string, far: Namespace, folder: string): Promise<void> {
  const pidFile = join(SOCKETS, far.name, `${daemon}.pid`);
  const config = join(folder, `${daemon}.conf`);
  writeFileSync(config, '');
  onTestFinished(() => stop(pidFile));
  const options = [
    '-d',
    '-N',
    far.name,
    '-f',
    config,
    '-i',
    pidFile,
    '-P',
    '0',
    '--log',
    'syslog',
    '--log-level',
    'err',
  ];
  await far.exec(join(DAEMONS, daemon), ...options);
}

function stop(pidFile: string): void {
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8')));
  } catch {
    // It did not come up, or has ended by itself.
  }
}
