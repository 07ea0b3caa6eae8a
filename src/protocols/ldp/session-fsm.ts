// The session initialization state machine.                                                        RFC 5036 §2.5.4

import type { Table } from '../common/fsm.ts';

export type LdpState = 'non-existent' | 'initialized' | 'opensent' | 'openrec' | 'operational';

export type LdpFsmEvent =
  /** The TCP connection is there. */
  | 'connected'
  /** An Initialization message whose parameters can be agreed on, and one whose parameters cannot. */
  | 'initialization'
  | 'bad-initialization'
  | 'keepalive'
  /** Any other message. */
  | 'message'
  /** A Shutdown notification, or any other that is fatal. */
  | 'shutdown'
  /** Nothing was heard for the keepalive time, or not soon enough while the session comes up. */
  | 'timeout'
  /** The connection is gone. */
  | 'disconnected'
  /** Our own reasons: no hello any more, an order, an error in what was received. */
  | 'end';

export type LdpFsmAction =
  | 'send-initialization'
  | 'send-keepalive'
  | 'agree'
  /** The session is up: addresses and labels. */
  | 'open'
  /** A Notification with the reason, then the end of the connection. */
  | 'notify'
  | 'disconnect';

/** Ours is the greater transport address: we opened the connection. §2.5.2 */
export type LdpFact = 'active';

const lost = { next: 'non-existent', do: ['disconnect'] } as const;
const refuse = { next: 'non-existent', do: ['notify', 'disconnect'] } as const;
const ends = { shutdown: lost, disconnected: lost, timeout: refuse, end: refuse } as const;

export const sessionTable: Table<LdpState, LdpFsmEvent, LdpFsmAction, LdpFact> = {
  'non-existent': {
    connected: [{ if: 'active', next: 'opensent', do: ['send-initialization'] }, { next: 'initialized' }],
  },
  // Passive: waits for the peer's Initialization.
  initialized: {
    ...ends,
    initialization: { next: 'openrec', do: ['agree', 'send-initialization', 'send-keepalive'] },
    'bad-initialization': refuse,
    keepalive: refuse,
    message: refuse,
  },
  opensent: {
    ...ends,
    initialization: { next: 'openrec', do: ['agree', 'send-keepalive'] },
    'bad-initialization': refuse,
    keepalive: refuse,
    message: refuse,
  },
  openrec: {
    ...ends,
    keepalive: { next: 'operational', do: ['open'] },
    initialization: refuse,
    'bad-initialization': refuse,
    message: refuse,
  },
  operational: {
    ...ends,
    keepalive: {},
    message: {},
    initialization: refuse,
    'bad-initialization': refuse,
  },
};
