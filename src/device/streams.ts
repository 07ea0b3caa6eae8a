// The TCP connections of one process.                                                RFC 9293 §3.9.1

import { type Ip, isIp4 } from '../base/ip.ts';
import { must, present } from '../base/must.ts';
import type { TcpConnection, TcpEvents } from '../net/tcp/connection.ts';
import type { TcpHost } from '../net/tcp/host.ts';
import type { TcpListener } from '../net/tcp/options.ts';
import type { Admission, Hearing, ProcessInput, StreamFacts, StreamKey, StreamOptions } from '../protocols/plugin.ts';
import type { VrfName } from '../route/names.ts';

/** Beyond every port: ids of accepted connections lie above. */
const ACCEPTED = 0x10000;

const keyOf = ({ vrf, peer, passive, localPort, peerPort }: TcpConnection): StreamKey => ({
  vrf,
  peer,
  id: passive ? ACCEPTED + peerPort : localPort,
});
const nameOf = ({ vrf, peer, id }: StreamKey): string => `${vrf} ${peer} ${id}`;

export class Streams {
  readonly #tcp: TcpHost;
  readonly #port: number | undefined;
  readonly #deliver: (input: ProcessInput) => void;
  readonly #open = new Map<string, TcpConnection>();
  readonly #listeners = new Map<VrfName, TcpListener>();
  readonly #admissions = new Map<VrfName, Admission>();

  constructor(tcp: TcpHost, hears: readonly Hearing[], deliver: (input: ProcessInput) => void) {
    this.#tcp = tcp;
    this.#port = hears.find((hearing) => hearing.kind === 'tcp')?.port;
    this.#deliver = deliver;
  }

  /** Undefined: there is no way to the peer. */
  connect(vrf: VrfName, peer: Ip, options: StreamOptions & { readonly local?: Ip }): StreamKey | undefined {
    const { local, ...settings } = options;
    if (!isIp4(peer) || (local !== undefined && !isIp4(local))) return undefined;
    const port = present(this.#port, 'a TCP port that the process hears on');
    const events = this.#events(() => key);
    const made = this.#tcp.connect(vrf, { ...settings, peer, port, local }, events);
    if (!made.ok) return undefined;
    const key = keyOf(made.value);
    this.#open.set(nameOf(key), made.value);
    return key;
  }

  listen(vrf: VrfName, admit: Admission | 'off'): void {
    if (admit === 'off') {
      this.#listeners.get(vrf)?.close();
      this.#listeners.delete(vrf);
      this.#admissions.delete(vrf);
      return;
    }
    this.#admissions.set(vrf, admit);
    if (this.#listeners.has(vrf)) return;
    const listener = this.#tcp.listen(
      vrf,
      present(this.#port, 'a TCP port that the process hears on'),
      (connection) => this.#accept(connection),
      { peer: (from, to) => this.#admissions.get(vrf)?.(from, to) ?? 'refuse' },
    );
    must(listener.ok, 'two processes hear on one TCP port');
    this.#listeners.set(vrf, listener.value);
  }

  /** What is written to a stream that has just been closed is lost, as its close input says. */
  write(stream: StreamKey, bytes: Uint8Array): void {
    this.#open.get(nameOf(stream))?.write(bytes);
  }

  close(stream: StreamKey, how?: 'reset'): void {
    const name = nameOf(stream);
    const connection = this.#open.get(name);
    this.#open.delete(name);
    if (how === 'reset') connection?.abort();
    else connection?.close();
  }

  facts(stream: StreamKey): StreamFacts | undefined {
    const connection = this.#open.get(nameOf(stream));
    if (!connection) return undefined;
    const { local, localPort, peer, peerPort, passive, status } = connection;
    return { local, localPort, peer, peerPort, passive, since: status.since };
  }

  /** Everything written still goes out; then the connections end. */
  stop(): void {
    for (const vrf of [...this.#listeners.keys()]) this.listen(vrf, 'off');
    for (const connection of [...this.#open.values()]) this.close(keyOf(connection));
  }

  #accept(connection: TcpConnection): TcpEvents {
    const key = keyOf(connection);
    this.#open.set(nameOf(key), connection);
    this.#deliver({ kind: 'stream', stream: key, event: 'accepted' });
    return this.#events(() => key);
  }

  /** Nothing is told of a stream that the process has closed. */
  #events(key: () => StreamKey): TcpEvents {
    const known = (): boolean => this.#open.has(nameOf(key()));
    return {
      opened: () => {
        if (known()) this.#deliver({ kind: 'stream', stream: key(), event: 'opened' });
      },
      data: (bytes) => {
        if (known()) this.#deliver({ kind: 'stream', stream: key(), event: 'data', bytes });
      },
      closed: (reason) => {
        if (!known()) return;
        this.#open.delete(nameOf(key()));
        const event = reason === 'refused' ? 'refused' : 'closed';
        this.#deliver({ kind: 'stream', stream: key(), event, reason });
      },
    };
  }
}
