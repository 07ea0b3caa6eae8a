// A line of configuration mode: what it changes is in force at once; `exit`, `end`, `do`; banners that take several lines.

import type { Match, Token } from '../../../language/spec.ts';
import { tokenize } from '../../../language/tokens.ts';
import { type BannerStart, bannerEnd, bannerStart, bannerTokens } from '../banner.ts';
import { takeLine } from '../edit/line.ts';
import { depthOf, GLOBAL, type Mode, upTo } from '../edit/mode.ts';
import { archiveInTime } from '../files/archive.ts';
import { TOKEN_STYLE } from '../read.ts';
import { whoText } from '../tools/clear.ts';
import { CONFIGURING, errorLines } from '../words.ts';
import { help } from './actions-help.ts';
import { mayConfigure } from './privilege.ts';
import type { Seat } from './seat.ts';

/** configure terminal */
export function enterConfiguration(seat: Seat): void {
  seat.io.print([CONFIGURING]);
  seat.mode = GLOBAL;
}

/** Back to exec; the log says that somebody was here. */
export function leaveConfiguration(seat: Seat): void {
  if (!seat.mode) return;
  seat.mode = undefined;
  archiveInTime(seat);
  seat.box.say({ severity: 5, text: `%SYS-5-CONFIG_I: Configured from console by ${whoText(seat)}` });
}

/** Runs the exec command of a `do`. */
export type RunExec = (seat: Seat, tokens: readonly Token[], line: string) => void;

export function runConfiguration(seat: Seat, line: string, runExec: RunExec): void {
  const { mode } = seat;
  if (!mode) return;
  const banner = bannerStart(line);
  if (banner) collectBanner(seat, mode, banner, runExec);
  else take(seat, mode, tokenize(line, TOKEN_STYLE), line, runExec);
}

function take(seat: Seat, mode: Mode, tokens: readonly Token[], line: string, runExec: RunExec): void {
  const { box, io, system } = seat;
  const outcome = takeLine(seat.running, mode, tokens, seat.live, system.environment(box.chassis.model, false));
  switch (outcome.kind) {
    case 'error':
      io.print(errorLines(outcome.error, line, seat.prompt.length));
      break;
    case 'refused':
      io.print(outcome.say);
      seat.mode = outcome.mode;
      break;
    case 'command':
      if (outcome.match.words[0] === 'do') runExec(seat, tokens.slice(1), line);
      else command(seat, mode, outcome.match);
      break;
    case 'done':
      if (!mayConfigure(seat.running, seat.privilege, mode.prompt, outcome.statement.spec.name)) {
        const column = tokens[0]?.start ?? 0;
        io.print(errorLines({ kind: 'unknown', token: 0, column }, line, seat.prompt.length));
        break;
      }
      seat.commit(outcome.tree);
      io.print(outcome.say);
      seat.mode = outcome.mode;
      break;
  }
}

function command(seat: Seat, mode: Mode, found: Match): void {
  const { effect } = found.spec;
  const action = effect.kind === 'do' ? effect.action : '';
  if (action === 'end') leaveConfiguration(seat);
  else if (action === 'help') help(seat);
  else if (action === 'exit') {
    const depth = depthOf(mode);
    if (depth === 0) leaveConfiguration(seat);
    else seat.mode = upTo(mode, depth - 1);
  }
}

/** Source: Cisco IOS Configuration Fundamentals, "banner motd". */
function collectBanner(seat: Seat, mode: Mode, start: BannerStart, runExec: RunExec): void {
  const first = bannerEnd(start.rest, start.delimiter);
  const keep = (lines: readonly string[]): void => take(seat, mode, bannerTokens(start, lines), '', runExec);
  if (first !== undefined) {
    keep([first]);
    return;
  }
  const { delimiter } = start;
  seat.io.print([`Enter TEXT message.  End with the character '${delimiter}'.`]);
  seat.io.collect(
    (line) => line.includes(delimiter),
    (lines) => {
      const text = lines?.map((line) => bannerEnd(line, delimiter) ?? line);
      if (text) keep([start.rest, ...text]);
    },
  );
}
