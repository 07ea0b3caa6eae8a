// Runs the table: an event happens, its actions are done in their order.   RFC 9293 §3.3.2

import type { ControlBlock } from './control-block.ts';
import { TCP_TIMERS } from './endpoints.ts';
import { type TcpAction, type TcpEvent, tcpTable } from './fsm.ts';
import { step } from './table.ts';
import { hasMore, pump, sendAck, sendReset, sendSyn } from './transmit.ts';

/** Lets an event happen; false when it means nothing in this state. */
export function happen(tcb: ControlBlock, event: TcpEvent): boolean {
  const box = step(tcpTable, tcb.state, event, { passive: tcb.passive, pending: hasMore(tcb) });
  if (!box) return false;
  tcb.state = box.next;
  for (const action of box.do) {
    ACTIONS[action](tcb);
    // Its owner was told something, and has closed or aborted it.
    if (tcb.state !== box.next) break;
  }
  return true;
}

const ACTIONS: Readonly<Record<TcpAction, (tcb: ControlBlock) => void>> = {
  'send-syn': sendSyn,
  'send-syn-ack': sendSyn,
  'send-ack': sendAck,
  'send-fin': (tcb) => {
    tcb.finQueued = true;
    pump(tcb);
  },
  'send-rst': sendReset,
  'close-later': (tcb) => {
    tcb.closeWanted = true;
  },
  'start-fin-wait': (tcb) => tcb.arm('wait', tcb.traits.finWait),
  // §3.10.7.4 step 8 turns off the other timers; all is acknowledged both ways, so they are off.
  'start-time-wait': (tcb) => tcb.arm('wait', tcb.traits.timeWait),
  forget,
  'tell-opened': (tcb) => {
    if (tcb.closeWanted) happen(tcb, 'close');
    else tcb.port.opened();
  },
  'tell-ended': (tcb) => tcb.port.ended(),
  'tell-fin': (tcb) => tcb.port.closed('fin'),
  'tell-reset': (tcb) => tcb.port.closed('reset'),
  'tell-refused': (tcb) => tcb.port.closed('refused'),
  // What was heard of the network meanwhile says more than the silence. RFC 9293 §3.9.2.2
  'tell-timeout': (tcb) => tcb.port.closed(tcb.unreachable ? 'unreachable' : 'timeout'),
};

/** Stops the timers and lets go of what was queued. */
export function forget(tcb: ControlBlock): void {
  for (const timer of TCP_TIMERS) tcb.disarm(timer);
  tcb.queue.clear();
  tcb.reassembly.clear();
  tcb.port.forget();
}
