// telnet: from this terminal to another box, left with Ctrl-^ x and taken up again.
// Source: Cisco IOS Terminal Services, "telnet", "resume", "disconnect", "show sessions", "Ctrl^ x"; captures of sessions
// (`Trying 10.0.0.1 ... Open`, `[Connection to 10.0.0.1 closed by foreign host]`, `[Resuming connection 1 to 192.168.1.1 ... ]`).

import { type Ip4, ip4Text } from '../../../base/ip.ts';
import { keyBytes } from '../../../cli/keys.ts';
import type { TcpConnection, TcpEvents } from '../../../net/tcp/connection.ts';
import type { CloseReason } from '../../../net/tcp/control-block.ts';
import type { VrfName } from '../../../route/names.ts';
import { ZERO } from '../../../sim/time.ts';
import type { Box } from '../../os.ts';
import { encode, Telnet } from './protocol.ts';
import { TELNET_PORT } from './server.ts';

/** Whom to call. */
export interface Call {
  readonly vrf: VrfName;
  /** As it was typed, when that was a name. */
  readonly name: string | undefined;
  readonly address: Ip4;
  readonly port: number;
  readonly from: Ip4 | undefined;
}

/** The terminal of whoever calls. */
export interface CallTerminal {
  readonly rows: number;
  readonly columns: number;
  write(text: string): void;
  print(lines: readonly string[]): void;
  message(lines: readonly string[]): void;
  askKey(question: string, then: (key: string) => void): void;
  forget(): void;
  running(interrupt: () => void): () => void;
}

const HELP = [
  '[Special telnet escape help]',
  '^^B  sends telnet BREAK',
  '^^C  sends telnet IP',
  '^^H  sends telnet EC',
  '^^O  sends telnet AO',
  '^^T  sends telnet AYT',
  '^^U  sends telnet EL',
];

/** RFC 854: what those keys send. */
const COMMANDS: Readonly<Record<string, number>> = { b: 243, c: 244, h: 247, o: 245, t: 246, u: 248 };

/** What becomes of a call that is not answered. */
const FAILED: Readonly<Partial<Record<CloseReason, string>>> = {
  refused: '% Connection refused by remote host',
  timeout: '% Connection timed out; remote host not responding',
  unreachable: '% Destination unreachable; gateway or host down',
};

/** One connection from this terminal. */
export class Connection {
  readonly number: number;
  readonly call: Call;
  readonly #box: Box;
  readonly #timer: string;
  readonly #io: CallTerminal;
  readonly #telnet: Telnet;
  readonly #over: (connection: Connection) => void;
  #tcp: TcpConnection | undefined;
  #dialling: (() => void) | undefined;
  #active = false;
  #escaped = false;
  #ended = false;
  /** What came while nobody looked. */
  #kept = '';
  #events: (() => void)[] = [];

  constructor(spec: {
    readonly number: number;
    readonly call: Call;
    readonly box: Box;
    readonly session: number;
    readonly io: CallTerminal;
    readonly over: (connection: Connection) => void;
  }) {
    const { number, call, box, session, io, over } = spec;
    this.number = number;
    this.call = call;
    this.#box = box;
    this.#timer = `telnet-call/${session}/${number}`;
    this.#io = io;
    this.#over = over;
    this.#telnet = new Telnet(false, { rows: io.rows, columns: io.columns });
  }

  /** What it is called in the messages. */
  get host(): string {
    return this.call.name ?? ip4Text(this.call.address);
  }

  /** Calls. Everything else happens when there is an answer. */
  dial(): void {
    const { address, name, port, vrf, from } = this.call;
    const where = name === undefined ? ip4Text(address) : `${name} (${ip4Text(address)})`;
    this.#io.write(`Trying ${where}${port === TELNET_PORT ? '' : `, ${port}`}${name === undefined ? ' ' : ''}... `);
    const made = this.#box.router().tcp?.connect(vrf, { peer: address, port, local: from }, this.#tcpEvents);
    if (!made?.ok) {
      this.#fail('unreachable');
      return;
    }
    this.#tcp = made.value;
    this.#dialling = this.#io.running(() => {
      this.#tcp?.abort();
      this.#fail(undefined);
    });
  }

  /** Somebody sits at it again. */
  resume(): void {
    this.#active = true;
    const kept = this.#kept;
    this.#kept = '';
    if (kept !== '') this.#io.write(kept);
    this.#listen();
  }

  /** Hangs up. */
  close(): void {
    this.#end();
    this.#tcp?.close();
    this.#over(this);
  }

  /** The terminal is gone. */
  drop(): void {
    this.#end();
    this.#tcp?.abort();
  }

  #end(): void {
    this.#ended = true;
    this.#events = [];
    this.#box.timer(this.#timer, 'off');
  }

  /** Nothing is done in the middle of a packet: keys that wait may change the configuration. */
  readonly #tcpEvents: TcpEvents = {
    opened: () => this.#later(() => this.#opened()),
    data: (bytes) => {
      const copy = bytes.slice();
      this.#later(() => this.#heard(copy));
    },
    closed: (reason) => this.#later(() => this.#closed(reason)),
  };

  #later(event: () => void): void {
    if (this.#ended) return;
    this.#events.push(event);
    if (this.#box.timerAt(this.#timer) !== undefined) return;
    this.#box.timer(this.#timer, ZERO, () => {
      const events = this.#events;
      this.#events = [];
      for (const one of events) one();
    });
  }

  #opened(): void {
    this.#io.write('Open\n');
    this.#active = true;
    this.#listen();
    this.#answered();
  }

  #answered(): void {
    this.#dialling?.();
    this.#dialling = undefined;
  }

  #fail(reason: CloseReason | undefined): void {
    const why = reason && (FAILED[reason] ?? FAILED.timeout);
    this.#io.print(why === undefined ? [''] : ['', why, '']);
    this.#over(this);
    this.#answered();
  }

  #heard(bytes: Uint8Array): void {
    const { text, answer } = this.#telnet.hear(bytes);
    if (answer.length > 0) this.#tcp?.write(answer);
    if (text === '') return;
    const shown = text.replaceAll('\r\0', '\r').replaceAll('\r\n', '\n');
    if (this.#active) this.#io.write(shown);
    else this.#kept += shown;
  }

  #closed(reason: CloseReason): void {
    if (this.#dialling) {
      this.#fail(reason);
      return;
    }
    const line = `[Connection to ${this.host} closed by foreign host]`;
    this.#over(this);
    if (this.#active) {
      this.#active = false;
      this.#io.write(`\n${line}\n`);
      this.#io.forget();
    } else this.#io.message([line]);
  }

  #listen(): void {
    this.#io.askKey('', (key) => {
      if (this.#escaped) this.#command(key);
      else if (key === 'ctrl-^') this.#escaped = true;
      else this.#send(keyBytes(key) ?? key);
      if (this.#active) this.#listen();
    });
  }

  #send(text: string): void {
    this.#tcp?.write(encode(text, 'nul'));
  }

  /** The key behind Ctrl-^. */
  #command(key: string): void {
    this.#escaped = false;
    const name = key.replace(/^ctrl-/, '').toLowerCase();
    const command = COMMANDS[name];
    if (name === 'x') {
      this.#active = false;
      this.#io.write('\n');
    } else if (key === 'ctrl-^') this.#send('\x1e');
    else if (name === '?') this.#io.write(`\n${HELP.join('\n')}\n`);
    else if (command !== undefined) this.#tcp?.write(Uint8Array.of(255, command));
  }
}
