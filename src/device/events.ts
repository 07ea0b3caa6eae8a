// What a device can report, in no vendor's words.

import type { Ip } from '../base/ip.ts';
import type { Mac } from '../base/mac.ts';
import type { Md5Failure } from '../net/tcp/signature.ts';
import type { BfdEvent } from '../protocols/bfd/show.ts';
import type { BgpEvent } from '../protocols/bgp/events.ts';
import type { IsisEvent } from '../protocols/isis/events.ts';
import type { LdpEvent } from '../protocols/ldp/show.ts';
import type { TrackEvent } from '../protocols/track/show.ts';
import type { VrrpEvent } from '../protocols/vrrp/show.ts';
import type { IfName } from '../route/names.ts';
import type { PortName } from '../sim/node.ts';

export type DeviceEvent =
  /** The port's light or its owner's will changed. */
  | {
      readonly kind: 'port';
      readonly port: PortName;
      readonly state: 'up' | 'down' | 'disabled';
    }
  /** Packets go through, or no longer. */
  | {
      readonly kind: 'interface';
      readonly interface: IfName;
      readonly up: boolean;
    }
  | {
      readonly kind: 'duplicate-address';
      readonly interface: IfName;
      readonly address: Ip;
      readonly mac: Mac;
    }
  /** A TCP segment was not heard for its signature. */
  | Md5Failure
  /** Tables chase each other: settling was given up after its limit of rounds. */
  | { readonly kind: 'unstable'; readonly rounds: number }
  | BgpEvent
  | BfdEvent
  | IsisEvent
  | LdpEvent
  | TrackEvent
  | VrrpEvent;
