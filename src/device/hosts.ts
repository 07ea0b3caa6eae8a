// The hosts of each kind of process: what it is told, what it reports, what it answers.

import type { AggregateConfig } from '../protocols/aggregate/config.ts';
import type { AggregateQueries } from '../protocols/aggregate/show.ts';
import type { BfdConfig } from '../protocols/bfd/config.ts';
import type { BfdEvent, BfdQueries } from '../protocols/bfd/show.ts';
import type { BfdTraits } from '../protocols/bfd/traits.ts';
import type { BgpConfig } from '../protocols/bgp/config.ts';
import type { BgpEvent } from '../protocols/bgp/events.ts';
import type { BgpQueries } from '../protocols/bgp/show.ts';
import type { BgpTraits } from '../protocols/bgp/traits.ts';
import type { ConnectedConfig } from '../protocols/connected/process.ts';
import type { ConnectedTraits } from '../protocols/connected/traits.ts';
import type { CopyConfig } from '../protocols/copies/config.ts';
import type { IsisConfig } from '../protocols/isis/config.ts';
import type { IsisEvent } from '../protocols/isis/events.ts';
import type { IsisQueries } from '../protocols/isis/show.ts';
import type { IsisTraits } from '../protocols/isis/traits.ts';
import type { LdpConfig } from '../protocols/ldp/config.ts';
import type { LdpEvent, LdpQueries } from '../protocols/ldp/show.ts';
import type { LdpTraits } from '../protocols/ldp/traits.ts';
import type { StaticConfig } from '../protocols/static/config.ts';
import type { StaticQueries } from '../protocols/static/show.ts';
import type { TrackConfig } from '../protocols/track/config.ts';
import type { TrackEvent, TrackQueries } from '../protocols/track/show.ts';
import type { VrrpConfig } from '../protocols/vrrp/config.ts';
import type { VrrpEvent, VrrpQueries } from '../protocols/vrrp/show.ts';
import type { ProcessHost } from './process-host.ts';

export type ConnectedHost = ProcessHost<ConnectedConfig, ConnectedTraits, never, Record<never, never>>;
export type StaticHost = ProcessHost<StaticConfig, undefined, never, StaticQueries>;
export type AggregateHost = ProcessHost<AggregateConfig, undefined, never, AggregateQueries>;
export type CopyHost = ProcessHost<CopyConfig, undefined, never, Record<never, never>>;
export type BfdHost = ProcessHost<BfdConfig, BfdTraits, BfdEvent, BfdQueries>;
export type LdpHost = ProcessHost<LdpConfig, LdpTraits, LdpEvent, LdpQueries>;
export type IsisHost = ProcessHost<IsisConfig, IsisTraits, IsisEvent, IsisQueries>;
export type TrackHost = ProcessHost<TrackConfig, undefined, TrackEvent, TrackQueries>;
export type VrrpHost = ProcessHost<VrrpConfig, undefined, VrrpEvent, VrrpQueries>;
export type BgpHost = ProcessHost<BgpConfig, BgpTraits, BgpEvent, BgpQueries>;
