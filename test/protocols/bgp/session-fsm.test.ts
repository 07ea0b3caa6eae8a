// The session machine against the text of RFC 4271 §8.2.2.

import { describe, expect, it } from 'vitest';
import { type BgpFsmEvent, type BgpState, sessionTable } from '../../../src/protocols/bgp/session-fsm.ts';
import { step } from '../../../src/protocols/common/fsm.ts';

const go = (state: BgpState, event: BgpFsmEvent, passive = false): string => {
  const outcome = step(sessionTable, state, event, { passive });
  return outcome ? `${outcome.next}: ${outcome.do.join(', ')}` : 'unexpected';
};

describe('the session machine', () => {
  it.each<[BgpState, BgpFsmEvent, string]>([
    ['idle', 'start', 'connect: start-retry, connect'],
    ['idle', 'connected', 'unexpected'],
    ['idle', 'keepalive', 'unexpected'],
    ['connect', 'connect-retry', 'connect: drop, start-retry, connect'],
    ['connect', 'connected', 'open-sent: stop-retry, send-open, hold-open'],
    ['connect', 'stop', 'idle: stop-retry, drop'],
    ['active', 'connect-retry', 'connect: start-retry, connect'],
    ['active', 'connected', 'open-sent: stop-retry, send-open, hold-open'],
    ['open-sent', 'open', 'open-confirm: agree, send-keepalive, start-keepalive, restart-hold'],
    ['open-sent', 'failed', 'active: drop, start-retry'],
    ['open-sent', 'hold-expired', 'idle: notify-hold, drop'],
    ['open-sent', 'notification', 'idle: drop'],
    // RFC 6608 §3: an FSM error says in which state.
    ['open-sent', 'keepalive', 'idle: notify-state, drop'],
    ['open-sent', 'update', 'idle: notify-state, drop'],
    ['open-confirm', 'keepalive', 'established: restart-hold, established'],
    ['open-confirm', 'keepalive-due', 'open-confirm: send-keepalive, start-keepalive'],
    ['open-confirm', 'failed', 'idle: drop'],
    ['open-confirm', 'update', 'idle: notify-state, drop'],
    ['established', 'update', 'established: restart-hold'],
    ['established', 'keepalive', 'established: restart-hold'],
    ['established', 'hold-expired', 'idle: notify-hold, drop'],
    ['established', 'error', 'idle: notify, drop'],
    ['established', 'open', 'idle: notify-state, drop'],
    ['established', 'stop', 'idle: notify, drop'],
  ])('%s: %s', (state, event, outcome) => {
    expect(go(state, event)).toBe(outcome);
  });
  it('waits where it is passive', () => {
    expect(go('idle', 'start', true)).toBe('active: start-retry');
    expect(go('active', 'connect-retry', true)).toBe('active: start-retry');
  });
});
