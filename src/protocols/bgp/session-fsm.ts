// The session machine, one a connection.                                             RFC 4271 §8.2.2

import type { Table } from '../common/fsm.ts';

export type BgpState = 'idle' | 'connect' | 'active' | 'open-sent' | 'open-confirm' | 'established';

/** RFC 4271 §8.1, with the event's number there. */
export type BgpFsmEvent =
  /** 1, 3 · 4, 5 by the fact `passive`. */
  | 'start'
  /** 2, 8, 23: a NOTIFICATION says why. */
  | 'stop'
  /** 9 */
  | 'connect-retry'
  /** 10 */
  | 'hold-expired'
  /** 11 */
  | 'keepalive-due'
  /** 16, 17 */
  | 'connected'
  /** 18 */
  | 'failed'
  /** 19 */
  | 'open'
  /** 21, 22, 28 */
  | 'error'
  /** 24, 25 */
  | 'notification'
  /** 26 */
  | 'keepalive'
  /** 27, and ROUTE-REFRESH */
  | 'update';

export type BgpFsmAction =
  | 'connect'
  | 'start-retry'
  | 'stop-retry'
  | 'send-open'
  /** The large hold time of OpenSent: four minutes. */
  | 'hold-open'
  | 'agree'
  | 'send-keepalive'
  | 'start-keepalive'
  | 'restart-hold'
  | 'established'
  | 'notify-hold'
  | 'notify-state'
  /** The reason that came with the event. */
  | 'notify'
  | 'drop';

export type BgpFact = 'passive';

const gone = { next: 'idle', do: ['drop'] } as const;
const said = { next: 'idle', do: ['notify', 'drop'] } as const;
const unexpected = { next: 'idle', do: ['notify-state', 'drop'] } as const;
const silent = { next: 'idle', do: ['notify-hold', 'drop'] } as const;
const opened = { next: 'open-sent', do: ['stop-retry', 'send-open', 'hold-open'] } as const;

/**
 * Beside the RFC in one thing: a connection that could not be opened leads to Active and not to Idle, as before RFC 4271
 * (RFC 1771 §8) and as routers show it; the retry timer runs on.
 */
export const sessionTable: Table<BgpState, BgpFsmEvent, BgpFsmAction, BgpFact> = {
  idle: {
    start: [
      { if: 'passive', next: 'active', do: ['start-retry'] },
      { next: 'connect', do: ['start-retry', 'connect'] },
    ],
  },
  connect: {
    stop: { next: 'idle', do: ['stop-retry', 'drop'] },
    'connect-retry': { do: ['drop', 'start-retry', 'connect'] },
    connected: opened,
    failed: { next: 'active', do: ['drop', 'start-retry'] },
  },
  active: {
    stop: { next: 'idle', do: ['stop-retry', 'drop'] },
    'connect-retry': [
      { if: 'passive', do: ['start-retry'] },
      { next: 'connect', do: ['start-retry', 'connect'] },
    ],
    connected: opened,
    failed: { do: ['drop', 'start-retry'] },
  },
  'open-sent': {
    stop: said,
    'hold-expired': silent,
    failed: { next: 'active', do: ['drop', 'start-retry'] },
    open: { next: 'open-confirm', do: ['agree', 'send-keepalive', 'start-keepalive', 'restart-hold'] },
    error: said,
    notification: gone,
    keepalive: unexpected,
    update: unexpected,
  },
  'open-confirm': {
    stop: said,
    'hold-expired': silent,
    'keepalive-due': { do: ['send-keepalive', 'start-keepalive'] },
    failed: gone,
    open: unexpected,
    error: said,
    notification: gone,
    keepalive: { next: 'established', do: ['restart-hold', 'established'] },
    update: unexpected,
  },
  established: {
    stop: said,
    'hold-expired': silent,
    'keepalive-due': { do: ['send-keepalive', 'start-keepalive'] },
    failed: gone,
    open: unexpected,
    error: said,
    notification: gone,
    keepalive: { do: ['restart-hold'] },
    update: { do: ['restart-hold'] },
  },
};
