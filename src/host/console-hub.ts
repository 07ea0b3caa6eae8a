// Who sits at which console: any number of terminals at one session of a device, all with the same screen.

import { err, ok, type Result } from '../base/result.ts';
import type { Play } from '../play/play.ts';
import type { Pacer } from './pacer.ts';

/** Session 0 is the console, which stays when nobody sits at it; the others are lines that somebody called. */
const CONSOLE = 0;
/** Before a terminal has told its window. */
const ROWS = 24;
const COLUMNS = 80;
/** Of what a console printed so much is kept for whoever joins. */
const KEPT_MAX = 16_384;

/** Somebody's terminal, or what stands for one. */
export interface HubTerminal {
  print(text: string): void;
  /** The router has ended the session. */
  hangUp(): void;
}

/** A terminal's place at a console. */
export interface Attachment {
  keys(text: string): void;
  resize(rows: number, columns: number): void;
  /** The terminal is gone. */
  leave(): void;
}

interface Seat {
  readonly device: string;
  readonly session: number;
  readonly terminals: Set<HubTerminal>;
  /** The last lines that it printed. */
  kept: string;
}

const keyOf = (device: string, session: number): string => `${device} ${session}`;

/** The last rows of a text, at most so many. */
function lastRows(text: string, rows: number): string {
  let at = text.length;
  for (let row = 0; row < rows && at >= 0; row++) at = text.lastIndexOf('\n', at - 1);
  return text.slice(at + 1);
}

export class ConsoleHub {
  readonly #play: Play;
  readonly #pacer: Pacer;
  readonly #seats = new Map<string, Seat>();
  readonly #deaf: () => void;
  #typed = false;

  constructor(play: Play, pacer: Pacer) {
    this.#play = play;
    this.#pacer = pacer;
    this.#deaf = play.listen({ console: (device, session, text) => this.#print(device, session, text) });
  }

  /** Somebody has typed something: a save would keep it. */
  get typed(): boolean {
    return this.#typed;
  }

  /** Sits a terminal down at a session, beside whoever is there; one that is not open is opened. */
  attach(device: string, session: number, terminal: HubTerminal): Result<Attachment, string> {
    const seat = this.#seatAt(device, session);
    if (this.#play.state(device, session) === undefined) {
      seat.terminals.add(terminal);
      const opened = this.#pacer.do({ kind: 'open', device, session, auto: false, rows: ROWS, columns: COLUMNS });
      if (!opened.ok) {
        this.#seats.delete(keyOf(device, session));
        return err(opened.error);
      }
    } else {
      terminal.print(lastRows(seat.kept, ROWS) || this.#play.row(device, session));
      seat.terminals.add(terminal);
    }
    this.sweep();
    return ok({
      keys: (keys) => {
        if (!seat.terminals.has(terminal)) return;
        this.#typed = true;
        this.#pacer.do({ kind: 'keys', device, session, keys });
        this.sweep();
      },
      resize: (rows, columns) => {
        if (seat.terminals.has(terminal)) this.#pacer.do({ kind: 'resize', device, session, rows, columns });
      },
      leave: () => this.#leave(seat, terminal),
    });
  }

  /** Hangs up where the router has ended a session. Asked whenever something may have happened. */
  sweep(): void {
    for (const seat of [...this.#seats.values()]) {
      if (seat.session !== CONSOLE && this.#over(seat)) this.#empty(seat);
    }
  }

  /** Everybody is sent away; lines are free again, consoles stay. */
  close(): void {
    this.#deaf();
    for (const seat of [...this.#seats.values()]) this.#empty(seat);
    this.#seats.clear();
  }

  /** Sends everybody away. A session at which nobody sits is not ours to end. */
  #empty(seat: Seat): void {
    if (seat.terminals.size === 0) return;
    const terminals = [...seat.terminals];
    seat.terminals.clear();
    if (seat.session !== CONSOLE) this.#free(seat);
    for (const terminal of terminals) terminal.hangUp();
  }

  #over({ device, session }: Seat): boolean {
    const state = this.#play.state(device, session);
    return state === undefined || state === 'closed';
  }

  #seatAt(device: string, session: number): Seat {
    const key = keyOf(device, session);
    const seat = this.#seats.get(key) ?? { device, session, terminals: new Set(), kept: '' };
    this.#seats.set(key, seat);
    return seat;
  }

  #print(device: string, session: number, text: string): void {
    const seat = this.#seatAt(device, session);
    const kept = seat.kept + text;
    seat.kept = kept.length > 2 * KEPT_MAX ? kept.slice(-KEPT_MAX) : kept;
    for (const terminal of [...seat.terminals]) terminal.print(text);
  }

  #leave(seat: Seat, terminal: HubTerminal): void {
    if (!seat.terminals.delete(terminal)) return;
    if (seat.session !== CONSOLE && seat.terminals.size === 0) this.#free(seat);
  }

  /** A line that nobody holds is there for the next caller. */
  #free({ device, session }: Seat): void {
    this.#seats.delete(keyOf(device, session));
    if (this.#play.state(device, session) !== undefined) this.#pacer.do({ kind: 'close', device, session });
  }
}
