// What a VRRP process remembers: shapes only, and the intervals that follow from them.                RFC 5798 §6.1

import type { Ip4 } from '../../base/ip.ts';
import { isIp4 } from '../../base/ip.ts';
import { addresses4, speaksAs } from '../../net/addresses.ts';
import type { Interface } from '../../net/interface.ts';
import type { IfName } from '../../route/names.ts';
import type { Micros } from '../../sim/time.ts';
import type { ProcessContext, TrackState } from '../plugin.ts';
import type { VrrpGroupConfig } from './config.ts';
import { PRIORITY } from './iana.ts';
import type { VrrpDrop, VrrpEvent, VrrpMaster, VrrpReason, VrrpState, VrrpTransition } from './show.ts';

export type Context = ProcessContext<undefined, VrrpEvent>;

export interface Counts {
  sent: Record<2 | 3, number>;
  received: Record<2 | 3, number>;
  zeroSent: number;
  zeroReceived: number;
  readonly drops: Map<VrrpDrop, number>;
  readonly transitions: Record<string, VrrpTransition>;
}

export const noCounts = (): Counts => ({
  sent: { 2: 0, 3: 0 },
  received: { 2: 0, 3: 0 },
  zeroSent: 0,
  zeroReceived: 0,
  drops: new Map(),
  transitions: {},
});

export interface Group {
  readonly key: string;
  config: VrrpGroupConfig;
  /** Undefined: there is none of that name. */
  /** When its interface came up, as it saw it; undefined: it was up before. */
  faceUp: Micros | undefined;
  face: Interface | undefined;
  state: VrrpState;
  reason: VrrpReason;
  since: Micros;
  upSince: Micros | undefined;
  /** As it is now. */
  priority: number;
  /** When tracking last changed it. */
  priorityChanged: Micros | undefined;
  /** Master_Adver_Interval. */
  masterInterval: Micros;
  master: VrrpMaster | undefined;
  /** The master that is heard has less priority: its time runs out. */
  challenged: boolean;
  readonly tracks: Map<string, TrackState>;
  counts: Counts;
  /** What was said of advertisements that are not heard, since one was. */
  readonly complaints: Set<string>;
}

export interface FaceCounts {
  packets: number;
  readonly drops: Map<VrrpDrop, number>;
}

export interface VrrpModel {
  /** By interface and number. */
  readonly groups: Map<string, Group>;
  readonly faces: Map<IfName, FaceCounts>;
}

export const keyOf = ({ on, group }: { readonly on: IfName; readonly group: number }): string => `${on} ${group}`;

/** Whom it speaks as. */
export function localOf({ config, face }: Group): Ip4 | undefined {
  if (!face) return undefined;
  const { local } = config;
  if (local !== undefined) return addresses4(face).includes(local) ? local : undefined;
  const address = speaksAs(face, undefined);
  return address !== undefined && isIp4(address) ? address : undefined;
}

/** The router whose own address the virtual one is. RFC 5798 §1.6 */
export const isOwner = ({ priority }: Group): boolean => priority === PRIORITY.owner;

/** Skew_Time. */
export function skewOf({ config, priority, masterInterval }: Group): Micros {
  const unit = config.skew === 'interval' ? masterInterval : config.skew;
  return Math.round(((256 - priority) * unit) / 256) as Micros;
}

/** Master_Down_Interval. */
export const masterDownOf = (group: Group): Micros =>
  (group.config.threshold * group.masterInterval + skewOf(group)) as Micros;
