// What an owner may ask of a connection, and the settings that come of it.

import type { Ip4 } from '../../base/ip.ts';
import { must } from '../../base/must.ts';
import type { Micros } from '../../sim/time.ts';
import type { TcpConnection, TcpEvents } from './connection.ts';
import type { TcpSettings } from './control-block.ts';
import type { TcpTraits } from './traits.ts';

/** How to deal with one peer. What is absent is as the traits say. */
export interface PeerOptions {
  /** Sign with this key, and hear nothing unsigned. RFC 2385 */
  readonly md5?: string | undefined;
  /** TTL of our packets. */
  readonly ttl?: number | undefined;
  /** Hear only packets that arrive with at least this TTL. RFC 5082 */
  readonly minTtl?: number | undefined;
  /** TOS byte of our packets. */
  readonly tos?: number | undefined;
  /** The MSS we announce, and the most we send. */
  readonly mss?: number | undefined;
  /** Receive window, 1 … 65535. */
  readonly window?: number | undefined;
  readonly connectTimeout?: Micros | undefined;
  readonly giveUpAfter?: Micros | undefined;
}

export interface ConnectOptions extends PeerOptions {
  /** Undefined: the address of the interface that leads to the peer. */
  readonly local?: Ip4 | undefined;
  /** Undefined: one that is free. */
  readonly localPort?: number | undefined;
  readonly peer: Ip4;
  readonly port: number;
}

export interface ListenOptions {
  /** Asked for each SYN: how to deal with this peer, or that it is not to be heard ('refuse': a reset answers). */
  peer?(from: Ip4, to: Ip4): PeerOptions | 'refuse';
}

/** Offers a connection that is open. 'refuse' resets it. */
export type Accept = (connection: TcpConnection) => TcpEvents | 'refuse';

/** Ends the listening. Connections that were accepted stand. */
export interface TcpListener {
  close(): void;
}

/** The options with every default filled in. */
export function settingsOf(options: PeerOptions, traits: TcpTraits): TcpSettings {
  const window = options.window ?? traits.window;
  must(window >= 1 && window <= 65535, `TCP window ${window}`);
  return {
    mss: options.mss ?? traits.mss,
    window,
    ttl: options.ttl,
    minTtl: options.minTtl,
    tos: options.tos,
    connectTimeout: options.connectTimeout ?? traits.connectTimeout,
    giveUpAfter: options.giveUpAfter ?? traits.giveUpAfter,
  };
}
