// What can be asked of VRRP, and what is reported: rows of facts, the union of what vendors print.

import type { Ip4 } from '../../base/ip.ts';
import type { Mac } from '../../base/mac.ts';
import type { IfName, VrfName } from '../../route/names.ts';
import type { Micros } from '../../sim/time.ts';
import type { TrackState } from '../plugin.ts';
import type { VrrpGroupConfig, VrrpTrack } from './config.ts';
import type { VrrpState } from './state-fsm.ts';

export type { VrrpState } from './state-fsm.ts';

/** Why a group is in its state. */
export type VrrpReason =
  /** It has not begun yet. */
  | 'none'
  | 'started'
  /** The addresses are its own. */
  | 'owner'
  | 'no-response'
  | 'preempted'
  /** Another has the better priority. */
  | 'better-heard'
  /** Why it does not run. */
  | 'shutdown'
  | 'no-virtual-address'
  | 'no-interface-address'
  | 'interface-down'
  | 'tracked-down';

export type VrrpEvent = VrrpStateEvent | VrrpRefusedEvent;

/** An advertisement of a group is not heard: said once of each sender and reason, until one is heard again. */
export interface VrrpRefusedEvent {
  readonly kind: 'vrrp-refused';
  readonly on: IfName;
  readonly group: number;
  readonly from: Ip4;
  readonly reason: VrrpDrop;
  /** Of an authentication type, a number of addresses, an interval (seconds): what came, and what was expected. */
  readonly got: number;
  readonly expected: number;
}

/** A group got into another state. */
export interface VrrpStateEvent {
  readonly kind: 'vrrp-state';
  readonly on: IfName;
  readonly group: number;
  readonly version: 2 | 3;
  readonly before: VrrpState;
  readonly state: VrrpState;
  readonly reason: VrrpReason;
  /** Whom it speaks as. */
  readonly local: Ip4 | undefined;
}

/** Why an advertisement is not heard: by the interface, or by its group. */
export type VrrpDrop =
  | 'ttl'
  | 'short'
  | 'version'
  | 'type'
  | 'checksum'
  | 'address count'
  | 'length'
  | 'no group'
  | 'not running'
  | 'own packet'
  | 'owner conflict'
  | 'authentication type'
  | 'password'
  | 'virtual address count'
  | 'virtual addresses'
  | 'interval';

export interface VrrpTransition {
  readonly count: number;
  readonly last: Micros | undefined;
}

/** Named as `init-master`: from, to. */
export type VrrpTransitions = Readonly<Record<string, VrrpTransition>>;

export interface VrrpTrackRow extends VrrpTrack {
  readonly state: TrackState;
}

/** Who is the master, and how often it says that it will be heard. */
export interface VrrpMaster {
  readonly address: Ip4;
  readonly priority: number;
  readonly interval: Micros;
}

export interface VrrpGroupRow {
  readonly vrf: VrfName;
  readonly config: VrrpGroupConfig;
  readonly mac: Mac;
  readonly state: VrrpState;
  readonly reason: VrrpReason;
  /** When it got into its state. */
  readonly since: Micros;
  /** When it began to run; undefined: it does not. */
  readonly upSince: Micros | undefined;
  /** Whom it speaks as; undefined: the interface has no address. */
  readonly local: Ip4 | undefined;
  /** As it is now, less what tracking takes. */
  readonly priority: number;
  /** The addresses are its own. */
  readonly owner: boolean;
  /** The last one that was known; undefined: none was. */
  readonly master: VrrpMaster | undefined;
  /** What the next two are made of: its own, or the master's. */
  readonly interval: Micros;
  readonly masterDown: Micros;
  readonly skew: Micros;
  /** Of the master, of a backup: what is armed. */
  readonly advertiseAt: Micros | undefined;
  readonly masterDownAt: Micros | undefined;
  readonly preemptAt: Micros | undefined;
  readonly priorityAt: Micros | undefined;
  readonly tracks: readonly VrrpTrackRow[];
  /** By version. */
  readonly sent: Readonly<Record<2 | 3, number>>;
  readonly received: Readonly<Record<2 | 3, number>>;
  readonly zeroSent: number;
  readonly zeroReceived: number;
  readonly drops: ReadonlyMap<VrrpDrop, number>;
  readonly transitions: VrrpTransitions;
}

/** An interface with groups. */
export interface VrrpInterfaceRow {
  readonly vrf: VrfName;
  readonly on: IfName;
  readonly sent: number;
  readonly received: number;
  readonly packets: number;
  readonly drops: ReadonlyMap<VrrpDrop, number>;
}

export interface VrrpQueries {
  /** By interface and group. */
  'vrrp.groups': { args: { readonly on?: IfName; readonly group?: number }; answer: readonly VrrpGroupRow[] };
  'vrrp.interfaces': { args: { readonly on?: IfName }; answer: readonly VrrpInterfaceRow[] };
}
