// The session state machine.                                                         RFC 5880 §6.2, §6.8.6, §6.8.4

import type { Table } from '../common/fsm.ts';
import type { BfdState } from './iana.ts';

export type BfdFsmEvent =
  /** A packet whose state field says so. */
  | 'rx-admin-down'
  | 'rx-down'
  | 'rx-init'
  | 'rx-up'
  /** Nothing was heard for the detection time. */
  | 'expired'
  /** The link under a single hop is gone. */
  | 'path-down'
  /** Nobody wants it any more; somebody does again. */
  | 'disable'
  | 'enable';

/** What is remembered of a change: the diagnostic that goes with it. */
export type BfdAction = 'neighbor-signaled' | 'time-expired' | 'path-failed' | 'shut' | 'cleared';

const signaled = { next: 'down', do: ['neighbor-signaled'] } as const;
const expired = { next: 'down', do: ['time-expired'] } as const;
const failed = { next: 'down', do: ['path-failed'] } as const;
const shut = { next: 'admin-down', do: ['shut'] } as const;
const up = { next: 'up', do: ['cleared'] } as const;

export const sessionTable: Table<BfdState, BfdFsmEvent, BfdAction> = {
  // §6.8.6: "If bfd.SessionState is AdminDown, discard the packet."
  'admin-down': { enable: { next: 'down', do: ['cleared'] } },
  down: {
    'rx-admin-down': {},
    'rx-down': { next: 'init', do: [] },
    'rx-init': up,
    'rx-up': {},
    expired: {},
    'path-down': {},
    disable: shut,
  },
  init: {
    'rx-admin-down': signaled,
    'rx-down': {},
    'rx-init': up,
    'rx-up': up,
    expired,
    'path-down': failed,
    disable: shut,
  },
  up: {
    'rx-admin-down': signaled,
    'rx-down': signaled,
    'rx-init': {},
    'rx-up': {},
    expired,
    'path-down': failed,
    disable: shut,
  },
};
