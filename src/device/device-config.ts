// What a device is told: complete, neutral, plain data. Every default has been filled in by the OS that compiled it.

import type { Ip4 } from '../base/ip.ts';
import type { InterfaceConfig, MplsForwarding, PortConfig } from '../net/interface.ts';
import type { LabelRange } from '../net/labels.ts';
import type { Preferences, TableKind } from '../net/rib-types.ts';
import type { Policy } from '../policy/policy.ts';
import type { AggregateConfig } from '../protocols/aggregate/config.ts';
import type { BgpConfig } from '../protocols/bgp/config.ts';
import type { CopyConfig } from '../protocols/copies/config.ts';
import type { IsisConfig } from '../protocols/isis/config.ts';
import type { LdpConfig } from '../protocols/ldp/config.ts';
import type { StaticConfig } from '../protocols/static/config.ts';
import type { TrackConfig } from '../protocols/track/config.ts';
import type { VrrpConfig } from '../protocols/vrrp/config.ts';
import type { IfName, VrfName } from '../route/names.ts';
import type { RouteDistinguisher } from '../route/route-distinguisher.ts';
import type { PortName } from '../sim/node.ts';
import type { Micros } from '../sim/time.ts';

/** A VRF, or the main table. */
export interface VrfConfig {
  readonly name: VrfName;
  readonly preferences: Preferences;
  readonly rd: RouteDistinguisher | undefined;
  readonly routerId: Ip4 | undefined;
  readonly description: string | undefined;
  /** Through which routes of a table next hops may be found; a table that is not named: through all. */
  readonly resolveThrough?: Readonly<Partial<Record<TableKind, Policy>>>;
  /** Packets take all paths of the routes that it leaves balanced, and one of others. Absent: all paths of every route. */
  readonly balancing?: Policy;
  /** What kind of instance its owner made of it. */
  readonly kind: 'main' | 'vrf' | 'virtual-router';
}

/** Labels, whoever gives them out. */
export interface MplsConfig {
  readonly forwarding: MplsForwarding;
  readonly labels: LabelRange;
  /** Its owner wants labels switched, on whatever interfaces. */
  readonly runs?: boolean;
}

/** What holds for every BFD session, whoever wants it. */
export interface BfdDeviceConfig {
  /** Between packets of a session that is not up, at least. */
  readonly slowInterval: Micros;
}

export interface DeviceConfig {
  readonly hostname: string;
  /** Forwards packets that are not for it. */
  readonly routing: boolean;
  readonly ports: Readonly<Record<PortName, PortConfig>>;
  readonly interfaces: Readonly<Record<IfName, InterfaceConfig>>;
  /** The main table is always there, under `MAIN`. */
  readonly vrfs: Readonly<Record<VrfName, VrfConfig>>;
  readonly static: StaticConfig;
  /** Absent: none. */
  readonly aggregate?: AggregateConfig | undefined;
  /** Routes that stand in several tables; absent: none. */
  readonly copies?: CopyConfig | undefined;
  /** Each instance has a name of its own. */
  readonly isis: readonly IsisConfig[];
  readonly bgp: BgpConfig | undefined;
  /** Absent: as a router that was told nothing of labels. */
  readonly mpls?: MplsConfig;
  /** By VRF; absent: none runs. */
  readonly ldp?: Readonly<Record<VrfName, LdpConfig>>;
  readonly bfd?: BfdDeviceConfig;
  /** Absent: nothing is tracked. */
  readonly track?: TrackConfig | undefined;
  /** By VRF; absent: none runs. */
  readonly vrrp?: Readonly<Record<VrfName, VrrpConfig>>;
}
