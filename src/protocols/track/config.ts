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
   * A probe towards this address: it succeeds while packets have a way there (and its own interface is up). Nothing is
   * sent: what fails beyond the first hop is not noticed.
   */
  | {
      readonly kind: 'probe';
      readonly name: string;
      readonly vrf: VrfName;
      readonly to: Ip4;
      readonly from: IfName | undefined;
      /** What its user wants to know: whether it is reached, or how the last probe went. */
      readonly asked: 'reachability' | 'state';
    }
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

export interface TrackConfig {
  readonly objects: readonly TrackObject[];
  /** Routes are looked at so often; 0: at every change. */
  readonly routeInterval: Micros;
}
