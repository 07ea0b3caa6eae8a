// A link of the lab and a UDP tunnel of raw Ethernet frames, one frame a datagram without a header: what QEMU's
// `-netdev dgram`, GNS3's and VPCS's UDP tunnels and socat speak. What comes in is an input of the play: it is logged,
// and a replay needs no stranger.

import { createSocket, type Socket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { toHex } from '../base/bytes.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Play } from '../play/play.ts';
import type { Tap } from '../sim/tap.ts';
import type { Pacer } from './pacer.ts';

/** Two addresses and a type: what is shorter is no frame. IEEE 802.3 §3.1.1 */
const FRAME_MIN = 14;
/** The largest MTU that a port of ours can have (9216), a header, two tags. */
const FRAME_MAX = 9216 + 14 + 8;

/** Where a bridge leads. */
export interface BridgeSpec {
  /** The link's id. */
  readonly link: string;
  /** 0: any that is free. */
  readonly localPort: number;
  /** A name or an address. */
  readonly remoteHost: string;
  readonly remotePort: number;
}

/** What went over a bridge, in frames, and what did not and why. */
export interface BridgeCounts {
  out: number;
  in: number;
  /** Frames that the machine would not send: no way there. */
  unsent: number;
  /** Datagrams too short for a frame. */
  short: number;
  /** Datagrams longer than any frame. */
  long: number;
  /** Datagrams of somebody else. */
  foreign: number;
  /** Frames that came while the cable was out. */
  cut: number;
}

interface Address {
  readonly address: string;
  readonly port: number;
}

/** The names of this machine are answered on this machine only; whoever names another is reached from outside. */
const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.');

export class Bridge {
  readonly spec: BridgeSpec;
  readonly counts: BridgeCounts = { out: 0, in: 0, unsent: 0, short: 0, long: 0, foreign: 0, cut: 0 };
  readonly #socket: Socket;
  readonly #remote: Address;
  #stop = (): void => {};
  #closed: Promise<void> | undefined;

  private constructor(spec: BridgeSpec, socket: Socket, remote: Address) {
    this.spec = spec;
    this.#socket = socket;
    this.#remote = remote;
  }

  /** Binds the local port: of this machine only, unless the far end is another machine. Nothing passes yet. */
  static async bind(spec: BridgeSpec): Promise<Result<Bridge, string>> {
    const found = await lookup(spec.remoteHost).catch(() => undefined);
    if (found === undefined) return err(`there is no host "${spec.remoteHost}"`);
    const six = found.family === 6;
    const socket = createSocket(six ? 'udp6' : 'udp4');
    const any = six ? '::' : '0.0.0.0';
    const address = isLoopback(found.address) ? (six ? '::1' : '127.0.0.1') : any;
    const fault = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      socket.once('error', resolve);
      socket.bind(spec.localPort, address, () => resolve(undefined));
    });
    socket.removeAllListeners('error');
    if (fault !== undefined) {
      socket.close();
      const why = fault.code === 'EADDRINUSE' ? 'is in use' : `cannot be had: ${fault.message}`;
      return err(`UDP port ${spec.localPort} ${why}`);
    }
    // Nobody there (an ICMP error that comes back) is no fault: the stranger may come later.
    socket.on('error', () => {});
    return ok(new Bridge(spec, socket, { address: found.address, port: spec.remotePort }));
  }

  get local(): Address {
    return this.#socket.address();
  }

  get remote(): Address {
    return this.#remote;
  }

  /** Frames pass from now on. Out: what is put on the link, at once. In: at the moment that the pacer's clock has. */
  join(play: Play, pacer: Pacer): void {
    const { link } = this.spec;
    const tap: Tap = {
      sent: (_, on, __, frame) => {
        if (on.id === link) this.#send(frame.bytes);
      },
    };
    const { world } = play.running;
    world.watch(tap);
    this.#socket.on('message', (bytes, from) => {
      if (!this.#fits(bytes, from)) return;
      if (world.link(link)?.up !== true) this.counts.cut++;
      else {
        this.counts.in++;
        pacer.do({ kind: 'frame', link, hex: toHex(bytes) });
      }
    });
    this.#stop = () => world.unwatch(tap);
  }

  /** Nothing passes any more, and the port is free. */
  close(): Promise<void> {
    this.#stop();
    this.#closed ??= new Promise((resolve) => this.#socket.close(() => resolve()));
    return this.#closed;
  }

  #send(bytes: Uint8Array): void {
    const { address, port } = this.#remote;
    this.counts.out++;
    this.#socket.send(bytes, port, address, (fault) => {
      if (fault) this.counts.unsent++;
    });
  }

  #fits(bytes: Uint8Array, from: Address): boolean {
    const { counts } = this;
    if (from.port !== this.#remote.port || from.address !== this.#remote.address) counts.foreign++;
    else if (bytes.length < FRAME_MIN) counts.short++;
    else if (bytes.length > FRAME_MAX) counts.long++;
    else return true;
    return false;
  }
}
