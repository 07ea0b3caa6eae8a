// Who wants which neighbour watched by BFD, and what of it they must be told.                        RFC 5882 §3, §4

import { ipText } from '../base/ip.ts';
import { byText, SortedMap } from '../base/sorted-map.ts';
import type { BfdSessionConfig } from '../protocols/bfd/config.ts';
import type { BfdPath, BfdTimers } from '../protocols/plugin.ts';
import type { ProcessId, VrfName } from '../route/names.ts';
import type { News } from './redistribution.ts';

type Told = 'up' | 'down' | 'admin-down';

interface Client {
  readonly timers: BfdTimers;
  /** What was said last; undefined: nothing. */
  told: Told | undefined;
}

interface Session {
  readonly path: BfdPath;
  readonly clients: SortedMap<ProcessId, Client>;
  /** Undefined: it has not been up yet. */
  state: Told | undefined;
}

const keyOf = ({ vrf, peer, on, local }: BfdPath): string =>
  `${vrf} ${ipText(peer)} ${on ?? ''} ${local === undefined ? '' : ipText(local)}`;

/** RFC 5882 §4.1: one session serves all its clients, as fast as the most demanding of them wants it. */
function merged(clients: readonly BfdTimers[]): BfdTimers {
  const least = (field: keyof BfdTimers): number => Math.min(...clients.map((timers) => timers[field]));
  const [minTx, minRx] = [least('minTx') as BfdTimers['minTx'], least('minRx') as BfdTimers['minRx']];
  return { minTx, minRx, multiplier: least('multiplier') };
}

export class BfdDesk {
  readonly #sessions = new SortedMap<string, Session>(byText);
  readonly #wanted: (vrf: VrfName) => void;
  /** Somebody may have to be told something; `news` takes the mark away. */
  stirred = false;

  /** `wanted` is called when the sessions of a VRF are others than before. */
  constructor(wanted: (vrf: VrfName) => void) {
    this.#wanted = wanted;
  }

  /** Undefined timers: the process needs it no longer. */
  wish(who: ProcessId, path: BfdPath, timers: BfdTimers | undefined): void {
    const key = keyOf(path);
    const session = this.#sessions.get(key);
    if (!timers) {
      if (!session?.clients.delete(who)) return;
      if (session.clients.size === 0) this.#sessions.delete(key);
    } else {
      const kept = session ?? { path, clients: new SortedMap<ProcessId, Client>(byText), state: undefined };
      this.#sessions.set(key, kept);
      kept.clients.set(who, { timers, told: kept.clients.get(who)?.told });
    }
    this.stirred = true;
    this.#wanted(path.vrf);
  }

  forget(who: ProcessId): void {
    for (const { path, clients } of this.#sessions.values()) if (clients.has(who)) this.wish(who, path, undefined);
  }

  /** What BFD shall do in this VRF. */
  sessions(vrf: VrfName): readonly BfdSessionConfig[] {
    const here = this.#sessions.values().filter(({ path }) => path.vrf === vrf);
    return here.map(({ path, clients }) => ({
      path,
      timers: merged(clients.values().map(({ timers }) => timers)),
      clients: clients.entries().map(([id, { timers }]) => ({ id, timers })),
    }));
  }

  /** BFD reports a session. */
  heard(path: BfdPath, state: Told): void {
    const session = this.#sessions.get(keyOf(path));
    if (session && (session.state !== undefined || state === 'up')) session.state = state;
    this.stirred = true;
  }

  /** What has to be said, by session and client. */
  news(): readonly News[] {
    if (!this.stirred) return [];
    this.stirred = false;
    return this.#sessions.values().flatMap(({ path, clients, state }) =>
      clients.entries().flatMap(([to, client]): readonly News[] => {
        // Who came when it was down has lost nothing.
        if (state === undefined || client.told === state || (client.told === undefined && state !== 'up')) return [];
        client.told = state;
        return [{ to, input: { kind: 'bfd', path, state } }];
      }),
    );
  }
}
