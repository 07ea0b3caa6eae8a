// A line of exec: matched, piped, handed to a view or an action; a word that nobody knows is taken for a host.
// Source: Cisco IOS Configuration Fundamentals; captured answers of IOS 15.x (`Translating "nope"` twice with `no ip domain
// lookup`, once with `...domain server (255.255.255.255)` otherwise) and of IOS XE (the last two sentences on one line).

import { match } from '../../../language/match.ts';
import type { Match, Token } from '../../../language/spec.ts';
import { textOf } from '../compile/tree-reader.ts';
import { views } from '../show/index.ts';
import { actions } from '../tools/index.ts';
import { lookup, lookupIsOff } from '../tools/lookup.ts';
import { errorLines, INVALID } from '../words.ts';
import { seatActions } from './actions.ts';
import { cutAtPipe, filterOf } from './pipes.ts';
import type { Seat } from './seat.ts';
import { seatViews } from './views.ts';

/** `tokens` are those of the command: of `do show …`, without the `do`. */
export function runExec(seat: Seat, tokens: readonly Token[], line: string): void {
  const cut = cutAtPipe(tokens);
  const before = cut?.before ?? tokens;
  const found = match(seat.mode ? seat.system.privileged : seat.exec, before, seat.system.types, seat.live);
  if (!found.ok) {
    const [only] = tokens;
    const host = found.error.kind === 'unknown' && found.error.token === 0 && tokens.length === 1 && !seat.mode;
    if (host && only && connects(seat)) connect(seat, only.text);
    else seat.io.print(errorLines(found.error, line, seat.prompt.length));
    return;
  }
  const { effect } = found.value.spec;
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

function show(seat: Seat, name: string, found: Match): readonly string[] {
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

function connect(seat: Seat, host: string): void {
  const { context } = seat;
  const isXe = seat.train.startsWith('16');
  const asksNobody = lookupIsOff(seat.box);
  lookup(context, host, (address) => {
    if (address !== undefined) {
      seat.io.print([`Trying ${host} ... `, '% Connection refused by remote host', '']);
      return;
    }
    const tried = [`Translating "${host}"`, ''];
    if (!asksNobody) seat.io.print(['']);
    else if (!isXe) seat.io.print([...tried, ...tried]);
    seat.io.print(isXe ? [BAD_NAME + UNKNOWN] : [BAD_NAME, UNKNOWN]);
  });
}

const BAD_NAME = '% Bad IP address or host name';
const UNKNOWN = '% Unknown command or computer name, or unable to find computer address';
