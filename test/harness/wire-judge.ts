// An outside judge of the wire: tshark reads a capture with every checksum verified, and complains or does not.

import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { framesOf, lengthFaults } from './wire-lengths.ts';

const CHECKS = ['ip', 'tcp', 'udp'].flatMap((protocol) => ['-o', `${protocol}.check_checksum:TRUE`]);

/** What tshark marks by itself: malformed, a bad sum, an error of any protocol. */
const BAD =
  '_ws.malformed || _ws.expert.group == "Checksum" || _ws.expert.group == "Malformed" || _ws.expert.severity == "Error"';

/** Some sums have no field and no expert information, only words in the long form. */
const BAD_WORDS = /\[incorrect|\(truncated\)/;

/** Undefined: there is no tshark on this machine. */
export function judgeVersion(): string | undefined {
  const asked = spawnSync('tshark', ['--version'], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout.split('\n')[0] : undefined;
}

export interface Judgement {
  readonly frames: number;
  /** The first few complaints. */
  readonly bad: readonly string[];
}

/** Reads a capture file whole. */
export function judge(file: string): Judgement {
  const tshark = (...more: string[]): string =>
    execFileSync('tshark', ['-r', file, '-n', ...CHECKS, ...more], {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const frames = tshark('-T', 'fields', '-e', 'frame.number').split('\n').filter(Boolean).length;
  const marked = tshark('-Y', BAD).split('\n').filter(Boolean);
  const words = tshark('-V')
    .split('\n')
    .filter((line) => BAD_WORDS.test(line));
  const own = lengthFaults(framesOf(readFileSync(file)));
  return { frames, bad: [...marked, ...words, ...own].slice(0, 10) };
}
