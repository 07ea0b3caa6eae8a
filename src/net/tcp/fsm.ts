// The connection states as a table.   RFC 9293 §3.3.2 (Figure 5), §3.10

import type { Table } from './table.ts';

export type TcpState =
  | 'closed'
  | 'listen'
  | 'syn-sent'
  | 'syn-received'
  | 'established'
  | 'fin-wait-1'
  | 'fin-wait-2'
  | 'close-wait'
  | 'closing'
  | 'last-ack'
  | 'time-wait';

/** What can happen to a connection. Segments have passed every check of §3.10.7 before they become an event. */
export type TcpEvent =
  | 'open-active'
  | 'open-passive'
  /** A SYN without an ACK. */
  | 'syn'
  /** A SYN that acknowledges ours. */
  | 'syn-ack'
  | 'ack-of-syn'
  | 'ack-of-fin'
  /** The peer's FIN, all data before it received. */
  | 'fin'
  | 'rst'
  | 'close'
  | 'abort'
  /** Nothing was heard for too long: the user timeout of §3.10.8, and FIN-WAIT-2 without a FIN. */
  | 'give-up'
  | 'time-wait-over';

export type TcpAction =
  | 'send-syn'
  | 'send-syn-ack'
  | 'send-ack'
  /** After everything written before. */
  | 'send-fin'
  | 'send-rst'
  /** Remembers the CLOSE until the connection is open. */
  | 'close-later'
  | 'start-fin-wait'
  | 'start-time-wait'
  /** Stops the timers and deletes the control block. */
  | 'forget'
  | 'tell-opened'
  /** The peer will send no more. */
  | 'tell-ended'
  | 'tell-fin'
  | 'tell-reset'
  | 'tell-refused'
  | 'tell-timeout';

export interface TcpFacts {
  /** It came out of LISTEN. */
  readonly passive: boolean;
  /** Something was written that has not been sent. */
  readonly pending: boolean;
}

const dropped = { next: 'closed', do: ['forget'] } as const;
const reset = { next: 'closed', do: ['forget', 'tell-reset'] } as const;
const refused = { next: 'closed', do: ['forget', 'tell-refused'] } as const;
const silence = { next: 'closed', do: ['forget', 'tell-timeout'] } as const;
const aborted = { next: 'closed', do: ['send-rst', 'forget'] } as const;
/** Back to LISTEN: the listener stands, this connection was never shown to anybody. */
const relisten = { if: 'passive', next: 'listen', do: ['forget'] } as const;
const open = { rst: reset, abort: aborted, 'give-up': silence } as const;
const ending = { rst: reset, abort: dropped, 'give-up': silence } as const;

/**
 * LISTEN is where a passive connection begins; the listener itself is not a connection. Boxes of the RFC that cannot
 * be reached are empty: a FIN in SYN-RECEIVED (its ACK has already led on), the SEND that turns LISTEN into SYN-SENT.
 */
export const tcpTable: Table<TcpState, TcpEvent, TcpAction, TcpFacts> = {
  closed: {
    'open-active': { next: 'syn-sent', do: ['send-syn'] },
    'open-passive': { next: 'listen' },
  },
  listen: {
    syn: { next: 'syn-received', do: ['send-syn-ack'] },
    abort: dropped,
  },
  'syn-sent': {
    // Simultaneous open. §3.5, Figure 8
    syn: { next: 'syn-received', do: ['send-syn-ack'] },
    'syn-ack': { next: 'established', do: ['send-ack', 'tell-opened'] },
    rst: refused,
    close: dropped,
    abort: dropped,
    'give-up': silence,
  },
  'syn-received': {
    syn: relisten,
    'ack-of-syn': { next: 'established', do: ['tell-opened'] },
    rst: [relisten, refused],
    close: [
      { if: 'pending', do: ['close-later'] },
      { next: 'fin-wait-1', do: ['send-fin'] },
    ],
    abort: aborted,
    'give-up': [relisten, silence],
  },
  established: {
    ...open,
    fin: { next: 'close-wait', do: ['send-ack', 'tell-ended'] },
    close: { next: 'fin-wait-1', do: ['send-fin'] },
  },
  'fin-wait-1': {
    ...open,
    'ack-of-fin': { next: 'fin-wait-2', do: ['start-fin-wait'] },
    fin: { next: 'closing', do: ['send-ack', 'tell-ended'] },
  },
  'fin-wait-2': {
    ...open,
    fin: { next: 'time-wait', do: ['send-ack', 'start-time-wait', 'tell-ended', 'tell-fin'] },
  },
  'close-wait': {
    ...open,
    close: { next: 'last-ack', do: ['send-fin'] },
  },
  closing: {
    ...ending,
    'ack-of-fin': { next: 'time-wait', do: ['start-time-wait', 'tell-fin'] },
  },
  'last-ack': {
    ...ending,
    'ack-of-fin': { next: 'closed', do: ['forget', 'tell-fin'] },
  },
  'time-wait': {
    fin: { do: ['send-ack', 'start-time-wait'] },
    rst: dropped,
    abort: dropped,
    'time-wait-over': dropped,
  },
};
