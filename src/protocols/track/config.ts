// What is tracked: interfaces and routes by names that other processes know, and lists of such names.
// Source: Cisco IOS IP Application Services, "Enhanced Object Tracking"; Junos OS High Availability, "track (VRRP)".

import type { Ip4 } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import type { IfName, VrfName } from '../../route/names.ts';
import type { PortName } from '../../sim/node.ts';
import type { Micros } from '../../sim/time.ts';

export type Tracked =
  /** 'line': packets go through. 'routing': and it has an IPv4 address. */
  | { readonly kind: 'interface'; readonly on: IfName; readonly what: 'line' | 'routing' }
  /** A socket: up while any of its interfaces is. */
  | { readonly kind: 'port'; readonly port: PortName }
  /** Exactly this prefix has an active route. */
  | { readonly kind: 'route'; readonly vrf: VrfName; readonly prefix: Prefix }
  /**
   * How the last request of a probe went: whether it was answered, or (state) answered in time. Nothing is known before the
   * first answer.
   */
  | { readonly kind: 'probe'; readonly name: string; readonly asked: 'reachability' | 'state' }
  | {
      readonly kind: 'list';
      readonly boolean: 'and' | 'or';
      readonly members: readonly { readonly object: string; readonly not: boolean }[];
    }
  /** What nobody here can watch: it stays as it is said to begin. */
  | { readonly kind: 'fixed'; readonly up: boolean };

export interface TrackObject {
  readonly name: string;
  readonly what: Tracked;
  /** A change counts when it has lasted so long. */
  readonly delay: { readonly up: Micros; readonly down: Micros };
}

/** Asks an address every so often whether it is there. */
export interface Probe {
  readonly name: string;
  readonly vrf: VrfName;
  readonly to: Ip4;
  /** The address it asks from, or the interface whose address that is; undefined: that of the way there. */
  readonly from: Ip4 | IfName | undefined;
  readonly frequency: Micros;
  readonly timeout: Micros;
  /** An answer that takes longer is one, but not a good one. */
  readonly threshold: Micros;
  /** Whole IP packet. */
  readonly size: number;
  readonly tos: number;
  /** From the configuration to the first request. */
  readonly after: Micros;
  /** It asks for so long; undefined: for ever. */
  readonly life: Micros | undefined;
}

export interface TrackConfig {
  readonly objects: readonly TrackObject[];
  /** Absent: none. They run whether somebody looks at them or not. */
  readonly probes?: readonly Probe[];
  /** Routes are looked at so often; 0: at every change. */
  readonly routeInterval: Micros;
}
