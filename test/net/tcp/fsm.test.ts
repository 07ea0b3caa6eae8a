import { describe, expect, it } from 'vitest';
import { type TcpEvent, type TcpState, tcpTable } from '../../../src/net/tcp/fsm.ts';
import { step, type Table, tableText } from '../../../src/net/tcp/table.ts';

// Written from RFC 9293 Figure 5 and §3.10.4-§3.10.8, a line a box.
const TABLE = `
closed open-active -> syn-sent: send-syn
closed open-passive -> listen
listen syn -> syn-received: send-syn-ack
listen abort -> closed: forget
syn-sent syn -> syn-received: send-syn-ack
syn-sent syn-ack -> established: send-ack, tell-opened
syn-sent rst -> closed: forget, tell-refused
syn-sent close -> closed: forget
syn-sent abort -> closed: forget
syn-sent give-up -> closed: forget, tell-timeout
syn-received syn [passive] -> listen: forget
syn-received ack-of-syn -> established: tell-opened
syn-received rst [passive] -> listen: forget
syn-received rst -> closed: forget, tell-refused
syn-received close [pending] -> syn-received: close-later
syn-received close -> fin-wait-1: send-fin
syn-received abort -> closed: send-rst, forget
syn-received give-up [passive] -> listen: forget
syn-received give-up -> closed: forget, tell-timeout
established rst -> closed: forget, tell-reset
established abort -> closed: send-rst, forget
established give-up -> closed: forget, tell-timeout
established fin -> close-wait: send-ack, tell-ended
established close -> fin-wait-1: send-fin
fin-wait-1 rst -> closed: forget, tell-reset
fin-wait-1 abort -> closed: send-rst, forget
fin-wait-1 give-up -> closed: forget, tell-timeout
fin-wait-1 ack-of-fin -> fin-wait-2: start-fin-wait
fin-wait-1 fin -> closing: send-ack, tell-ended
fin-wait-2 rst -> closed: forget, tell-reset
fin-wait-2 abort -> closed: send-rst, forget
fin-wait-2 give-up -> closed: forget, tell-timeout
fin-wait-2 fin -> time-wait: send-ack, start-time-wait, tell-ended, tell-fin
close-wait rst -> closed: forget, tell-reset
close-wait abort -> closed: send-rst, forget
close-wait give-up -> closed: forget, tell-timeout
close-wait close -> last-ack: send-fin
closing rst -> closed: forget, tell-reset
closing abort -> closed: forget
closing give-up -> closed: forget, tell-timeout
closing ack-of-fin -> time-wait: start-time-wait, tell-fin
last-ack rst -> closed: forget, tell-reset
last-ack abort -> closed: forget
last-ack give-up -> closed: forget, tell-timeout
last-ack ack-of-fin -> closed: forget, tell-fin
time-wait fin -> time-wait: send-ack, start-time-wait
time-wait rst -> closed: forget
time-wait abort -> closed: forget
time-wait time-wait-over -> closed: forget
`;

const facts = { passive: false, pending: false };
/** `syn-sent syn-ack` -> `established` */
const next = (state: TcpState, event: TcpEvent, more: Partial<typeof facts> = {}): string | undefined =>
  step(tcpTable, state, event, { ...facts, ...more })?.next;

describe('the table of states', () => {
  it('has these boxes and no others', () => {
    expect(tableText(tcpTable)).toEqual(TABLE.trim().split('\n'));
  });

  it('has an empty box where the RFC sees an error', () => {
    expect(next('fin-wait-1', 'close')).toBeUndefined();
    expect(next('time-wait', 'close')).toBeUndefined();
    expect(next('closed', 'close')).toBeUndefined();
    expect(next('closed', 'rst')).toBeUndefined();
    expect(next('established', 'syn')).toBeUndefined();
    expect(next('close-wait', 'fin')).toBeUndefined();
  });

  it('lets facts decide', () => {
    expect(next('syn-received', 'rst', { passive: true })).toBe('listen');
    expect(next('syn-received', 'rst')).toBe('closed');
    // A SYN in the window of an active connection is a challenge's business. RFC 5961 §4.2
    expect(next('syn-received', 'syn')).toBeUndefined();
    expect(next('syn-received', 'close', { pending: true })).toBe('syn-received');
    expect(next('syn-received', 'close')).toBe('fin-wait-1');
  });

  const walk = (...events: TcpEvent[]): string[] => {
    let state: TcpState = 'closed';
    return events.map((event) => {
      const box = step(tcpTable, state, event, { ...facts, passive: events[0] === 'open-passive' });
      state = box?.next ?? state;
      return box?.next ?? 'nothing';
    });
  };

  it('walks the ways of Figure 5', () => {
    // RFC 9293 Figures 6, 12: A opens and closes; B's side of the same.
    expect(walk('open-active', 'syn-ack', 'close', 'ack-of-fin', 'fin', 'time-wait-over')).toEqual([
      'syn-sent',
      'established',
      'fin-wait-1',
      'fin-wait-2',
      'time-wait',
      'closed',
    ]);
    expect(walk('open-passive', 'syn', 'ack-of-syn', 'fin', 'close', 'ack-of-fin')).toEqual([
      'listen',
      'syn-received',
      'established',
      'close-wait',
      'last-ack',
      'closed',
    ]);
    // Figures 8 and 13: both at once.
    expect(walk('open-active', 'syn', 'ack-of-syn', 'close', 'fin', 'ack-of-fin')).toEqual([
      'syn-sent',
      'syn-received',
      'established',
      'fin-wait-1',
      'closing',
      'time-wait',
    ]);
  });

  it('stops every timer on every way out', () => {
    for (const text of tableText(tcpTable).filter((line) => / -> (closed|listen):?/.test(line)))
      if (text !== 'closed open-passive -> listen') expect(text).toContain('forget');
  });
});

describe('tables', () => {
  type Row = 'off' | 'on';
  const lamp: Table<Row, 'press' | 'break', 'light' | 'darken', { fuse: boolean }> = {
    off: { press: [{ if: 'fuse', next: 'on', do: ['light'] }, { do: ['darken'] }] },
    on: { press: { next: 'off' } },
  };
  it('take the first box whose fact holds', () => {
    expect(step(lamp, 'off', 'press', { fuse: true })).toEqual({ next: 'on', do: ['light'] });
    expect(step(lamp, 'off', 'press', { fuse: false })).toEqual({ next: 'off', do: ['darken'] });
  });
  it('answer nothing for an empty box', () => {
    expect(step(lamp, 'on', 'break', { fuse: true })).toBeUndefined();
  });
  it('can be printed', () => {
    expect(tableText(lamp)).toEqual(['off press [fuse] -> on: light', 'off press -> off: darken', 'on press -> off']);
  });
});
