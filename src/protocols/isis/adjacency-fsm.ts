// The neighbour's state on a LAN and on a point-to-point link.          ISO 10589 §8.4.2.5, §8.4.3; RFC 5303 §3.2

import type { Table } from '../common/fsm.ts';

export type AdjacencyState = 'Down' | 'Initializing' | 'Up';

/** 'up' and 'down': LSPs may be exchanged, or no longer. 'forget': there is no such neighbour any more. */
export type AdjacencyAction = 'up' | 'down' | 'forget';

export type LanEvent =
  /** A hello that lists this system's address. */
  | 'two-way'
  /** A hello that does not. */
  | 'one-way'
  /** Nothing more was heard, the link is gone, or the neighbour is not wanted any more. */
  | 'lost';

export type P2pEvent =
  /** A hello, by the three-way state it says; 'hello-plain': it says none. */
  'hello-down' | 'hello-initializing' | 'hello-up' | 'hello-plain' | 'lost';

const gone = { next: 'Down', do: ['forget'] } as const;
const broken = { next: 'Down', do: ['down', 'forget'] } as const;
const rises = { next: 'Up', do: ['up'] } as const;

/** ISO 10589 §8.4.2.5: two-way when the neighbour lists our address, and only then. */
export const LAN: Table<AdjacencyState, LanEvent, AdjacencyAction> = {
  Down: { 'two-way': rises, 'one-way': { next: 'Initializing' } },
  Initializing: { 'two-way': rises, 'one-way': {}, lost: gone },
  Up: { 'two-way': {}, 'one-way': { next: 'Initializing', do: ['down'] }, lost: broken },
};

/** RFC 5303 §3.2, the table of three-way states; without the option as ISO 10589 §8.2.4.2: what is heard is up. */
export const P2P: Table<AdjacencyState, P2pEvent, AdjacencyAction> = {
  Down: {
    'hello-down': { next: 'Initializing' },
    'hello-initializing': rises,
    'hello-up': gone,
    'hello-plain': rises,
  },
  Initializing: {
    'hello-down': {},
    'hello-initializing': rises,
    'hello-up': rises,
    'hello-plain': rises,
    lost: gone,
  },
  Up: {
    'hello-down': { next: 'Initializing', do: ['down'] },
    'hello-initializing': {},
    'hello-up': {},
    'hello-plain': {},
    lost: broken,
  },
};
