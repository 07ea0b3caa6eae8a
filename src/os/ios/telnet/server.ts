// Telnet to the box: whoever connects to port 23 sits down at the first free vty.
// Source: Cisco IOS Terminal Services, "line vty", "transport input"; RFC 854.

import { type Ip4, ip4Text } from '../../../base/ip.ts';
import { byText } from '../../../base/sorted-map.ts';
import { Vty } from '../../../cli/vty.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { TcpConnection, TcpEvents } from '../../../net/tcp/connection.ts';
import type { TcpHost } from '../../../net/tcp/host.ts';
import type { TcpListener } from '../../../net/tcp/options.ts';
import type { VrfName } from '../../../route/names.ts';
import { ZERO } from '../../../sim/time.ts';
import type { Box } from '../../os.ts';
import { all, textOf } from '../compile/tree-reader.ts';
import type { Memory } from '../memory.ts';
import { encode, GREETING, Telnet } from './protocol.ts';

export const TELNET_PORT = 23;

/** Does the line take telnet? Without a word about it, it takes everything. */
function takesTelnet(line: ConfigNode): boolean {
  const input = textOf(line, 'transport input', 'protocols');
  return input === undefined || /\b(all|telnet)\b/.test(input);
}

/** Numbers of the vty lines that take telnet. */
function telnetLines(tree: ConfigTree): readonly number[] {
  return all(tree, 'line vty')
    .filter(takesTelnet)
    .flatMap(({ args }) => {
      const first = Number(args['first']);
      return Array.from({ length: Number(args['last'] ?? first) - first + 1 }, (_, i) => first + i);
    })
    .sort((a, b) => a - b);
}

/** One connection, and the terminal it stands for. */
class Guest {
  readonly #box: Box;
  readonly #connection: TcpConnection;
  readonly #vty: Vty;
  readonly #timer: string;
  readonly #telnet = new Telnet(true);
  #typed = '';
  #gone = false;

  constructor(box: Box, memory: Memory, connection: TcpConnection, session: number) {
    this.#box = box;
    this.#connection = connection;
    this.#timer = `telnet/${session}`;
    memory.remotes.set(session, { from: ip4Text(connection.peer), left: () => this.#left(memory, session) });
    const write = (text: string): void => {
      if (!this.#gone) connection.write(encode(text, 'bare'));
    };
    this.#vty = new Vty(box.os.shell(box, session), { rows: 24, columns: 80, console: false, write });
    connection.write(GREETING);
    // What is typed may change the configuration: not in the middle of a packet.
    box.timer(this.#timer, ZERO, () => {
      write('\r\n');
      this.#vty.begin({ auto: false });
      this.#work();
    });
  }

  readonly events: TcpEvents = {
    data: (bytes) => {
      const { text, answer, size } = this.#telnet.hear(bytes);
      if (answer.length > 0) this.#connection.write(answer);
      if (size) this.#vty.resize(size.rows, size.columns);
      this.#typed += text;
      if (this.#typed !== '' && this.#box.timerAt(this.#timer) === undefined)
        this.#box.timer(this.#timer, ZERO, () => this.#work());
    },
    closed: () => {
      this.#gone = true;
      this.#box.timer(this.#timer, ZERO, () => this.#vty.close());
    },
  };

  /** The box was switched off under him. */
  drop(): void {
    this.#gone = true;
    this.#vty.close();
  }

  #work(): void {
    const typed = this.#typed;
    this.#typed = '';
    this.#vty.keys(typed);
  }

  #left(memory: Memory, session: number): void {
    memory.remotes.delete(session);
    if (!this.#gone) this.#connection.close();
  }
}

/** The telnet server of one box, from one start to the next. */
export class TelnetServer {
  readonly #box: Box;
  readonly #memory: Memory;
  readonly #tcp: TcpHost;
  readonly #listeners = new Map<VrfName, TcpListener>();
  #guests: readonly Guest[] = [];
  #lines: readonly number[] = [];

  constructor(box: Box, memory: Memory, tcp: TcpHost) {
    this.#box = box;
    this.#memory = memory;
    this.#tcp = tcp;
  }

  get tcp(): TcpHost {
    return this.#tcp;
  }

  /** Another configuration is in force. */
  configure(tree: ConfigTree): void {
    this.#lines = telnetLines(tree);
    const vrfs = this.#lines.length === 0 ? [] : Object.keys(this.#box.router().config?.vrfs ?? {}).sort(byText);
    for (const [vrf, listener] of this.#listeners) {
      if (vrfs.includes(vrf)) continue;
      listener.close();
      this.#listeners.delete(vrf);
    }
    for (const name of vrfs) {
      const vrf = name as VrfName;
      if (this.#listeners.has(vrf)) continue;
      const listener = this.#tcp.listen(vrf, TELNET_PORT, (connection) => this.#accept(connection), {
        peer: (_from: Ip4) => (this.#free() === undefined ? 'refuse' : {}),
      });
      if (listener.ok) this.#listeners.set(vrf, listener.value);
    }
  }

  /** The box was switched off: its guests are gone. */
  drop(): void {
    for (const guest of this.#guests) guest.drop();
    this.#guests = [];
  }

  /** Session of the first vty that nobody uses: 1 is vty 0. */
  #free(): number | undefined {
    const { seats, remotes } = this.#memory;
    const line = this.#lines.find((one) => !seats.has(one + 1) && !remotes.has(one + 1));
    return line === undefined ? undefined : line + 1;
  }

  #accept(connection: TcpConnection): TcpEvents | 'refuse' {
    const session = this.#free();
    if (session === undefined) return 'refuse';
    const guest = new Guest(this.#box, this.#memory, connection, session);
    this.#guests = [...this.#guests, guest];
    const { data, closed } = guest.events;
    return {
      data,
      closed: (reason) => {
        this.#guests = this.#guests.filter((one) => one !== guest);
        closed(reason);
      },
    };
  }
}
