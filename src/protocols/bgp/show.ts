// What can be asked of the BGP process: rows of facts.

import type { Ip4 } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import type { VrfName } from '../../route/names.ts';
import type { RouteDistinguisher } from '../../route/route-distinguisher.ts';
import type { Micros } from '../../sim/time.ts';
import type { Rung } from './config.ts';

/** One path to one prefix. */
export interface BgpPathRow {
  readonly attributes: PathAttributes;
  readonly weight: number;
  /** Who told us: nobody for a path that this router originated. A local path that was imported counts as external. */
  readonly from:
    | 'local'
    | {
        readonly peer: Ip4;
        readonly routerId: Ip4;
        readonly external: boolean;
        /** Of another AS of our confederation. */
        readonly confederation?: true;
      };
  /** `network` (sourced, local) or redistributed; undefined for a received path. */
  readonly origination: 'network' | 'redistributed' | 'aggregate' | undefined;
  readonly valid: boolean;
  readonly best: boolean;
  /** The next hop is found in this table. */
  readonly nexthopVrf: VrfName;
  readonly igpMetric: number;
  /** A copy that an import made: of which net. */
  readonly importedFrom:
    | {
        readonly rd: RouteDistinguisher;
        readonly prefix: Prefix;
        readonly vrf: VrfName | undefined;
      }
    | undefined;
  readonly since: Micros;
  /** Where it lost against the best path. */
  readonly lostAt: Rung | undefined;
}

/** One prefix of one table. */
export interface BgpNetRow {
  readonly prefix: Prefix;
  /** Table version at which its best path last changed. */
  readonly version: number;
  /** In the order in which the vendor lists them. */
  readonly paths: readonly BgpPathRow[];
  /** The best path is not the one in the routing table. */
  readonly ribFailure: boolean;
}

/** The nets of one route distinguisher, or of the global table. */
export interface BgpTableRow {
  readonly rd: RouteDistinguisher | undefined;
  readonly vrf: VrfName | undefined;
  /** Of this VRF, where it has its own; otherwise the process's. */
  readonly routerId: Ip4 | undefined;
  readonly nets: readonly BgpNetRow[];
}

export interface BgpSummaryRow {
  readonly asn: number;
  readonly routerId: Ip4 | undefined;
  readonly version: number;
  readonly nets: number;
  readonly paths: number;
}

export interface BgpQueries {
  /** Undefined: no BGP runs here. */
  'bgp.summary': {
    args: { readonly family: 'ipv4' | 'vpnv4'; readonly vrf?: VrfName };
    answer: BgpSummaryRow | undefined;
  };
  /** ipv4: the global table. vpnv4: one row a distinguisher, sorted by it; only `vrf`'s or `rd`'s when given. */
  'bgp.tables': {
    args: {
      readonly family: 'ipv4' | 'vpnv4';
      readonly vrf?: VrfName;
      readonly rd?: RouteDistinguisher;
    };
    answer: readonly BgpTableRow[] | undefined;
  };
}
