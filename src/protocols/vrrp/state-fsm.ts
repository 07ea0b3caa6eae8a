// The state machine of a virtual router.                                        RFC 5798 §6.4 (RFC 3768 §6.4 is the same)

import type { Table } from '../common/fsm.ts';

export type VrrpState = 'init' | 'backup' | 'master';

export type VrrpFsmEvent =
  | 'startup'
  | 'shutdown'
  /** Master_Down_Timer. */
  | 'master-down'
  /** Adver_Timer. */
  | 'advertise'
  /** A better priority than that of a master has lasted for the owner's delay. */
  | 'preempt'
  /** An advertisement came in: its sender stops; is to be the master; is not. */
  | 'heard-stop'
  | 'heard-better'
  | 'heard-worse';

export type VrrpFsmAction =
  | 'send'
  | 'send-stop'
  | 'stand'
  | 'stand-down'
  | 'arm-advertise'
  | 'arm-down'
  | 'arm-skew'
  | 'own-interval'
  | 'learn-master'
  | 'stop-timers';

export type VrrpFsmFact = 'owner' | 'preempt';

/** §6.4.1 (110) to (125), §6.4.2 (375) to (385). */
const master = { next: 'master', do: ['own-interval', 'send', 'stand', 'arm-advertise'] } as const;
const listen = { do: ['learn-master', 'arm-down'] } as const;

export const stateTable: Table<VrrpState, VrrpFsmEvent, VrrpFsmAction, VrrpFsmFact> = {
  init: {
    startup: [
      { if: 'owner', ...master },
      { next: 'backup', do: ['own-interval', 'arm-down'] },
    ],
  },
  backup: {
    shutdown: { next: 'init', do: ['stop-timers'] },
    'master-down': master,
    preempt: master,
    'heard-stop': { do: ['arm-skew'] },
    'heard-better': listen,
    // (485): discarded, so that the timer runs out.
    'heard-worse': [{ if: 'preempt' }, listen],
  },
  master: {
    shutdown: { next: 'init', do: ['stop-timers', 'send-stop', 'stand-down'] },
    advertise: { do: ['send', 'arm-advertise'] },
    'heard-stop': { do: ['send', 'arm-advertise'] },
    'heard-better': { next: 'backup', do: ['stop-timers', 'stand-down', 'learn-master', 'arm-down'] },
    'heard-worse': {},
  },
};
