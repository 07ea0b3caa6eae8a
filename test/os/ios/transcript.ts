// Transcripts: what was typed and the exact screen, in one text.
// A line that begins with `~` is an order of the test: `~wait 5` (seconds), `~key tab`, `~type text` (without Enter), `~line
// text` (typed where no prompt stands, behind a message). Every other line stands on the screen; what follows a prompt on it
// is typed. A bare prompt above a message of the log waits.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Console, type ConsoleOptions } from './console.ts';

const PROMPT = /^[\w-]+(?:\([\w-]+\))?[>#]/;

export interface Played {
  /** What the text says should be on the screen. */
  readonly expected: string;
  readonly actual: string;
}

export interface PlayOptions extends ConsoleOptions {
  /** What happens before the text begins; its screen does not count, but for the last row. */
  readonly before?: (terminal: Console) => void;
}

/** Plays a transcript on a console of its own. The text ends with the last prompt. */
export function play(name: string, options: PlayOptions): Played {
  const text = readFileSync(resolve(import.meta.dirname, `transcripts/${name}.txt`), 'utf8').replace(/\n$/, '');
  const terminal = new Console(options);
  const lines = text.split('\n');
  options.before?.(terminal);
  const before = terminal.screen();
  const row = before.slice(before.lastIndexOf('\n') + 1);
  const shown: string[] = [];
  for (const [i, line] of lines.entries()) {
    const [, order, what = ''] = /^~(\w+) ?(.*)$/.exec(line) ?? [];
    if (order === 'line') {
      terminal.keys(`${what}\r`);
      terminal.settle();
      shown.push(what);
    } else if (order === 'wait') terminal.wait(Number(what));
    else if (order === 'key') terminal.press(...what.split(' '));
    else if (order === 'type') terminal.keys(what);
    else shown.push(line);
    const prompt = order === undefined ? PROMPT.exec(line)?.[0] : undefined;
    const next = lines[i + 1];
    const waits = next === undefined || (line === prompt && /^[*%]|^~(wait|line|type|key)/.test(next));
    if (prompt === undefined || waits) continue;
    terminal.keys(`${line.slice(prompt.length)}\r`);
    terminal.settle();
  }
  return { expected: shown.join('\n'), actual: row + terminal.screen() };
}
