// A telnet client of the tests: keeps what it is told, answers no negotiation unless a test does.

import { connect, type Socket } from 'node:net';

const IAC = 255;

export class TelnetClient {
  /** What the console printed, without the negotiation. */
  text = '';
  /** Commands with an option that came in, as `253 31`. */
  readonly asked: string[] = [];
  readonly closed: Promise<void>;
  readonly #socket: Socket;
  #rest: Buffer = Buffer.alloc(0);
  #waiting: { readonly pattern: RegExp; readonly from: number; readonly then: (text: string) => void }[] = [];
  /** What was matched so far lies before this. */
  #seen = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (bytes: Buffer) => this.#take(bytes));
    socket.on('error', () => {});
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
  }

  static dial(port: number): Promise<TelnetClient> {
    const socket = connect(port, '127.0.0.1');
    const client = new TelnetClient(socket);
    return new Promise((resolve, reject) => {
      socket.once('connect', () => resolve(client));
      socket.once('error', reject);
    });
  }

  /** Waits until what was printed since the last match holds this; gives it. */
  until(pattern: RegExp): Promise<string> {
    return new Promise((then) => {
      this.#waiting.push({ pattern, from: this.#seen, then });
      this.#look();
    });
  }

  type(text: string): void {
    this.#socket.write(text.replaceAll('\r', '\r\0'));
  }

  send(...bytes: number[]): void {
    this.#socket.write(Uint8Array.from(bytes));
  }

  hangUp(): Promise<void> {
    this.#socket.destroy();
    return this.closed;
  }

  #look(): void {
    for (const waiting of [...this.#waiting]) {
      const match = waiting.pattern.exec(this.text.slice(waiting.from));
      if (match === null) continue;
      const end = waiting.from + match.index + match[0].length;
      this.#seen = Math.max(this.#seen, end);
      this.#waiting = this.#waiting.filter((other) => other !== waiting);
      waiting.then(this.text.slice(waiting.from, end));
    }
  }

  #take(bytes: Buffer): void {
    const all = Buffer.concat([this.#rest, bytes]);
    let at = 0;
    const data: number[] = [];
    for (; at < all.length; at++) {
      if (all[at] !== IAC) data.push(all[at] as number);
      else if (at + 2 >= all.length) break;
      else {
        this.asked.push(`${all[at + 1]} ${all[at + 2]}`);
        at += 2;
      }
    }
    this.#rest = all.subarray(at);
    this.text += Buffer.from(data).toString('utf8').replaceAll('\r\0', '\r');
    this.#look();
  }
}
