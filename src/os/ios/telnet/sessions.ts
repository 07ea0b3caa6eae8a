// The connections of one terminal: begun, left, taken up again, closed.
// Source: Cisco IOS Terminal Services command reference, "show sessions", "resume", "disconnect", "exit".

import { ip4Text } from '../../../base/ip.ts';
import type { Match } from '../../../language/spec.ts';
import type { Box } from '../../os.ts';
import { type Call, type CallTerminal, Connection } from './client.ts';

export class Sessions {
  #open: readonly Connection[] = [];
  /** The one that Enter takes up again. */
  #last: Connection | undefined;

  get last(): Connection | undefined {
    return this.#last;
  }

  get open(): readonly Connection[] {
    return this.#open;
  }

  numbered(number: number): Connection | undefined {
    return this.#open.find((one) => one.number === number);
  }

  /** Calls somebody. */
  call(box: Box, session: number, io: CallTerminal, call: Call): void {
    let number = 1;
    while (this.numbered(number)) number++;
    const over = (connection: Connection): void => {
      this.#open = this.#open.filter((one) => one !== connection);
      if (this.#last === connection) this.#last = this.#open.at(-1);
    };
    const made = new Connection({ number, call, box, session, io, over });
    this.#open = [...this.#open, made].sort((a, b) => a.number - b.number);
    this.#last = made;
    made.dial();
  }

  /** Takes one up again: that of the number, or the last. */
  resume(io: CallTerminal, number?: number): boolean {
    const connection = number === undefined ? this.#last : this.numbered(number);
    if (!connection) return false;
    this.#last = connection;
    io.write(`[Resuming connection ${connection.number} to ${connection.host} ... ]\n`);
    connection.resume();
    return true;
  }

  /** The terminal is gone. */
  drop(): void {
    for (const one of this.#open) one.drop();
    this.#open = [];
    this.#last = undefined;
  }

  lines(): readonly string[] {
    if (this.#open.length === 0) return ['% No connections open'];
    return [
      'Conn Host                Address             Byte  Idle Conn Name',
      ...this.#open.map((one) => {
        const mark = one === this.#last ? '*' : ' ';
        const address = ip4Text(one.call.address).padEnd(18);
        return `${mark}${String(one.number).padStart(3)} ${one.host.padEnd(19)} ${address}${'0'.padStart(6)}${'0'.padStart(6)} ${one.host}`;
      }),
      '',
    ];
  }
}

/** disconnect [NUMBER] */
export function disconnect(sessions: Sessions, io: CallTerminal, found: Match): void {
  const { number } = found.args;
  const connection = number === undefined ? sessions.last : sessions.numbered(Number(number));
  if (!connection) {
    io.print(number === undefined ? ['% No current connection'] : ['% Invalid connection number']);
    return;
  }
  io.askKey(`Closing connection to ${connection.host} [confirm]`, (key) => {
    io.write('\n');
    if (key === 'enter' || key.toLowerCase() === 'y') connection.close();
  });
}
