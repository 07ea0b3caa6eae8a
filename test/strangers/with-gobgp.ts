// GoBGP as the neighbour of an emulated router: Debian's daemon in a namespace of its own, across the bridge.

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type BridgedLab, STRANGER } from '../harness/bridged-lab.ts';
import { type Namespace, whyNoNamespace, withNamespace } from './namespace.ts';

const TURNS_A_SECOND = 4;

/** Why GoBGP cannot come on this machine; undefined: it can. */
export function whyNoGobgp(): string | undefined {
  const none = whyNoNamespace();
  if (none !== undefined) return none;
  const missing = ['gobgpd', 'gobgp'].find((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0);
  return missing === undefined ? undefined : `${missing} is not installed (Debian: gobgpd)`;
}

export interface Gobgp extends Namespace {
  /** What `gobgp` prints for a command. */
  gobgp(...command: readonly string[]): Promise<string>;
  /** Asks again and again until the answer fits; rejects with the last one after so many seconds (30). */
  until(command: string, fits: (answer: string) => boolean, seconds?: number): Promise<string>;
}

/** Starts gobgpd with this configuration (TOML) at 10.77.0.2 and lets it meet the lab. Afterwards everything is gone. */
export function withGobgp<T>(
  setup: { readonly config: string; readonly lab: Readonly<Record<string, unknown>> },
  meet: (gobgp: Gobgp, lab: BridgedLab) => Promise<T>,
): Promise<T> {
  return withNamespace(setup.lab, 'out', async (far, lab) => {
    await far.exec('ip', 'addr', 'add', `${STRANGER}/24`, 'dev', 'eth0');
    const folder = mkdtempSync(join(tmpdir(), 'labelstack-gobgp-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'gobgp.toml');
    writeFileSync(file, setup.config);
    const command = [
      'netns',
      'exec',
      far.name,
      'gobgpd',
      '-f',
      file,
      '--api-hosts',
      '127.0.0.1:50051',
      '--pprof-disable',
    ];
    const child = spawn('ip', command, { stdio: 'ignore' });
    onTestFinished(() => void child.kill());
    const gobgp = (...words: readonly string[]): Promise<string> => far.exec('gobgp', ...words);
    const until: Gobgp['until'] = async (words, fits, seconds = 30) => {
      for (let turn = 0; ; turn++) {
        // Nobody answers until it has read its configuration.
        const answer = await gobgp(...words.split(' ')).catch(String);
        if (fits(answer)) return answer;
        if (turn >= seconds * TURNS_A_SECOND) throw new Error(`after ${seconds} s "${words}" still says:\n${answer}`);
        await new Promise((resolve) => setTimeout(resolve, 1000 / TURNS_A_SECOND));
      }
    };
    await until('global', (answer) => answer.includes('AS:'));
    return meet({ ...far, gobgp, until }, lab);
  });
}
