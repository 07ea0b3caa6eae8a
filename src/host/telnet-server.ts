// The lab as a terminal server: PORT asks for the device, PORT+n is the console of the nth device, as on real ones. There
// a reverse telnet connection to line n is TCP port 2000+n (Cisco IOS 11.0 configuration guide, "Configuring Terminal
// Lines and Modem Support": reverse TCP connections).

import { createServer, type Server, type Socket } from 'node:net';
import { err, ok, type Result } from '../base/result.ts';
import type { Attachment, ConsoleHub } from './console-hub.ts';
import { type Door, FrontDoor } from './front-door.ts';
import { Telnet } from './telnet.ts';

/** Of this machine only. */
const HOST = '127.0.0.1';
const PORT_MAX = 65_535;
/** Who does not read what a console prints is hung up when so many bytes wait. */
const UNREAD_MAX = 4_000_000;
const CALLERS_MAX = 64;
/** Somebody who was told that it is over, and does not hang up, is cut off after this. */
const LINGER_MILLIS = 1_000;
/** A line whose far end has died without a word is found out and freed. */
const KEEPALIVE_MILLIS = 60_000;

export interface TelnetServerOptions {
  readonly title: string;
  readonly devices: readonly { readonly name: string; readonly os: string }[];
  /** The first port; 0: any that are free. */
  readonly port: number;
}

/** One port and what is behind it; `device` undefined: it asks. */
export interface TelnetPort {
  readonly port: number;
  readonly device: string | undefined;
}

interface Listening {
  readonly server: Server;
  readonly device: string | undefined;
  readonly port: number;
}

export class TelnetServer {
  readonly #title: string;
  readonly #devices: TelnetServerOptions['devices'];
  readonly #listening: readonly Listening[];
  readonly #callers = new Set<Socket>();

  private constructor(options: TelnetServerOptions, listening: readonly Listening[]) {
    this.#title = options.title;
    this.#devices = options.devices;
    this.#listening = listening;
  }

  /** Takes the ports. Nobody is answered yet. */
  static async bind(options: TelnetServerOptions): Promise<Result<TelnetServer, string>> {
    const { port, devices } = options;
    const last = port + devices.length;
    if (last > PORT_MAX) return err(`${devices.length} devices need the ports up to ${last}; the last one is 65535`);
    const listening: Listening[] = [];
    for (const [i, device] of [undefined, ...devices.map(({ name }) => name)].entries()) {
      const taken = await listenAt(port === 0 ? 0 : port + i);
      if (!taken.ok) {
        for (const { server } of listening) server.close();
        return taken;
      }
      const address = taken.value.address();
      const got = typeof address === 'object' && address !== null ? address.port : 0;
      listening.push({ server: taken.value, device, port: got });
    }
    return ok(new TelnetServer(options, listening));
  }

  get host(): string {
    return HOST;
  }

  get ports(): readonly TelnetPort[] {
    return this.#listening.map(({ port, device }) => ({ port, device }));
  }

  /** Callers are answered from now on, at the consoles of `hub`. */
  serve(hub: ConsoleHub): void {
    for (const { server, device } of this.#listening) {
      server.maxConnections = CALLERS_MAX;
      server.on('connection', (socket) => this.#answer(socket, device, hub));
    }
  }

  /** Everybody gets what was printed for them, if they take it at once; then the ports are free. */
  async close(): Promise<void> {
    const closed = this.#listening.map(({ server }) => new Promise<void>((resolve) => server.close(() => resolve())));
    for (const socket of this.#callers) socket.destroySoon();
    const patience = setTimeout(() => {
      for (const socket of this.#callers) socket.destroy();
    }, LINGER_MILLIS);
    await Promise.all(closed);
    clearTimeout(patience);
  }

  #door(): Door {
    const ports = new Map(this.#listening.map(({ device, port }) => [device, port]));
    return { title: this.#title, devices: this.#devices.map((one) => ({ ...one, port: ports.get(one.name) ?? 0 })) };
  }

  #answer(socket: Socket, device: string | undefined, hub: ConsoleHub): void {
    this.#callers.add(socket);
    socket.setNoDelay(true);
    socket.setKeepAlive(true, KEEPALIVE_MILLIS);
    const caller = new Caller(socket, hub);
    const gone = (): void => {
      this.#callers.delete(socket);
      caller.gone();
    };
    socket.on('data', (bytes: Buffer) => caller.receive(bytes));
    // A connection that breaks is one that is over: 'close' follows.
    socket.on('error', () => {});
    socket.once('close', gone);
    caller.begin(device, this.#door());
  }
}

/** One connection: at the front door first, unless its port is a device's; then at a console. */
class Caller {
  readonly #socket: Socket;
  readonly #hub: ConsoleHub;
  readonly #telnet: Telnet;
  #door: FrontDoor | undefined;
  #attached: Attachment | undefined;
  /** The window, when it is told before there is a console. */
  #size: { readonly rows: number; readonly columns: number } | undefined;

  constructor(socket: Socket, hub: ConsoleHub) {
    this.#socket = socket;
    this.#hub = hub;
    this.#telnet = new Telnet({
      send: (bytes) => this.#send(bytes),
      keys: (text) => this.#keys(text),
      size: (rows, columns) => {
        this.#size = { rows, columns };
        this.#attached?.resize(rows, columns);
      },
    });
  }

  begin(device: string | undefined, door: Door): void {
    this.#telnet.begin();
    if (device !== undefined) this.#attach(device, 0);
    else {
      this.#door = new FrontDoor(door, (text) => this.#telnet.print(text));
      this.#door.greet();
    }
  }

  receive(bytes: Uint8Array): void {
    this.#telnet.receive(bytes);
  }

  gone(): void {
    this.#attached?.leave();
    this.#attached = undefined;
  }

  #keys(text: string): void {
    if (this.#door === undefined) {
      this.#attached?.keys(text);
      return;
    }
    const answer = this.#door.keys(text);
    if (answer.kind === 'leave') this.#hangUp();
    if (answer.kind !== 'session') return;
    this.#door = undefined;
    this.#attach(answer.device, answer.session);
    if (answer.rest !== '') this.#attached?.keys(answer.rest);
  }

  #attach(device: string, session: number): void {
    const attached = this.#hub.attach(device, session, {
      print: (text) => this.#telnet.print(text),
      hangUp: () => this.#hangUp(),
    });
    if (!attached.ok) {
      this.#telnet.print(`${attached.error}\r\n`);
      this.#hangUp();
      return;
    }
    this.#attached = attached.value;
    if (this.#size) attached.value.resize(this.#size.rows, this.#size.columns);
  }

  #hangUp(): void {
    this.#socket.end();
    this.#socket.setTimeout(LINGER_MILLIS, () => this.#socket.destroy());
  }

  #send(bytes: Uint8Array): void {
    if (!this.#socket.writable) return;
    this.#socket.write(bytes);
    if (this.#socket.writableLength > UNREAD_MAX) this.#socket.destroy();
  }
}

function listenAt(port: number): Promise<Result<Server, string>> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (fault: NodeJS.ErrnoException) => {
      const why = fault.code === 'EADDRINUSE' ? 'is in use' : `cannot be had: ${fault.message}`;
      resolve(err(`TCP port ${port} ${why}`));
    });
    server.listen(port, HOST, () => {
      server.removeAllListeners('error');
      resolve(ok(server));
    });
  });
}
