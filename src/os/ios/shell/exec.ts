// A line of exec: matched, piped, handed to a view or an action; a word that nobody knows is taken for a host.
// Source: Cisco IOS Configuration Fundamentals; captured answers of IOS 15.x (`Translating "nope"` twice with `no ip domain
// lookup`, once with `...domain server (255.255.255.255)` otherwise) and of IOS XE (the last two sentences on one line).

import { match } from '../../../language/match.ts';
import type { Match, Token } from '../../../language/spec.ts';
import { MAIN } from '../../../route/names.ts';
import { textOf } from '../compile/tree-reader.ts';
import { clockMark, clockText, timeSource } from '../show/clock.ts';
import { views } from '../show/index.ts';
import { call } from '../telnet/commands.ts';
import { TELNET_PORT } from '../telnet/server.ts';
import { actions } from '../tools/index.ts';
import { errorLines, INVALID } from '../words.ts';
import { seatActions } from './actions.ts';
import { cutAtPipe, filterOf } from './pipes.ts';
import type { Seat } from './seat.ts';
import { showTechSupport } from './tech-support.ts';
import { seatViews } from './views.ts';

/** `tokens` are those of the command: of `do show …`, without the `do`. */
export function runExec(seat: Seat, tokens: readonly Token[], line: string): void {
  const cut = cutAtPipe(tokens);
  const before = cut?.before ?? tokens;
  const found = match(seat.exec, before, seat.system.types, seat.live);
  if (!found.ok) {
    const [only] = tokens;
    const host = found.error.kind === 'unknown' && found.error.token === 0 && tokens.length === 1 && !seat.mode;
    if (host && only && /^\d+$/.test(only.text) && seat.sessions.resume(seat.io, Number(only.text))) return;
    if (host && only && connects(seat)) call(seat, only.text, { port: TELNET_PORT, vrf: MAIN, from: undefined });
    else seat.io.print(errorLines(found.error, line, seat.prompt.length));
    return;
  }
  const { effect } = found.value.spec;
  const { box, io } = seat;
  if (seat.stamped) io.print([LOAD, `${timeSource(box)}, ${clockMark(box)}${clockText(box.clock())}`]);
  if (effect.kind === 'show') {
    const filter = cut && filterOf(seat, cut.behind, line);
    if (filter && !filter.ok) {
      seat.io.print(filter.error);
      return;
    }
    const lines = show(seat, effect.view, found.value);
    seat.io.print(filter ? filter.value(lines) : lines);
    return;
  }
  if (cut) {
    const column = seat.prompt.length + (before.at(-1)?.end ?? 0) + 1;
    seat.io.print([`${' '.repeat(column)}^`, INVALID, '']);
  } else if (effect.kind === 'do') act(seat, effect.action, found.value);
}

/** Source: captures of commands under `terminal exec prompt timestamp`; nothing here loads a processor. */
const LOAD = 'Load for five secs: 0%/0%; one minute: 0%; five minutes: 0%';

function show(seat: Seat, name: string, found: Match): readonly string[] {
  if (name === 'tech-support') return showTechSupport(seat, (part, one) => show(seat, part, one));
  const own = seatViews[name];
  if (own) return own(seat, found);
  return views[name]?.(seat.view, found) ?? [];
}

function act(seat: Seat, name: string, found: Match): void {
  const own = seatActions[name];
  if (own) own(seat, found);
  else actions[name]?.(seat.context, found);
}

/** A word that is no command is a host to connect to, unless the line was told to prefer nothing. */
const connects = (seat: Seat): boolean =>
  !seat.line || textOf(seat.line, 'transport preferred', 'protocols') !== 'none';
