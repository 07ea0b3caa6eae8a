// Paths, nets, tables: shapes only.                                                  RFC 4271 §3.2, RFC 4364 §4

import type { Prefix } from '../../base/prefix.ts';
import type { SortedMap } from '../../base/sorted-map.ts';
import type { WalkedMap } from '../../base/walked-map.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import type { Label } from '../../route/label.ts';
import type { VrfName } from '../../route/names.ts';
import type { Marks, Nexthop, Route } from '../../route/route.ts';
import type { RouteDistinguisher } from '../../route/route-distinguisher.ts';
import type { Micros } from '../../sim/time.ts';
import type { Rung } from './config.ts';
import type { BgpPathRow } from './show.ts';

/** Which path of a net: `local`, or `import VRF` for a copy of another VRF's. One path of a key at a time. */
export type PathKey = string;

/** One way to a net. A value: a change makes another. */
export interface Path {
  readonly key: PathKey;
  readonly attributes: PathAttributes;
  readonly weight: number;
  readonly from: BgpPathRow['from'];
  readonly origination: BgpPathRow['origination'];
  readonly valid: boolean;
  readonly nexthopVrf: VrfName;
  readonly igpMetric: number;
  readonly importedFrom: BgpPathRow['importedFrom'];
  /** The route of the table that it was made of, its own or of the VRF it was imported from; undefined: received. */
  readonly made: Route | undefined;
  /** What the routing table shall be told when this path is the best one; undefined: it knows already. */
  readonly nexthops: readonly Nexthop[] | undefined;
  /** The peer that told it. */
  readonly peer?: string;
  /** That peer is a client of this route reflector. */
  readonly client?: true;
  readonly labels?: readonly Label[];
  readonly pathId?: number;
  /** Route preference of its own. */
  readonly preference?: number;
  /** What the import policy wrote on it, where routes keep that. */
  readonly tag?: number;
  readonly marks?: Marks;
  /** It is not used: it flapped too often, it is gone and only remembered for that, or the import policy rejects it. */
  readonly barred?: 'dampened' | 'history' | 'policy';
  /** Its peer is gone, and may come back. RFC 4724 §4.2 */
  readonly stale?: true;
  /** Of its peer's table, when it came. */
  readonly epoch?: number;
  /** Which tables a labelled path is put into. */
  readonly into?: 'unicast' | 'labeled' | 'both';
  /** The table that it is a copy out of. */
  readonly copyOf?: VrfName;
  readonly since: Micros;
  /** Counts arrivals: smaller came first. */
  readonly order: number;
  /** The identifier that it is told with. RFC 7911 §3 */
  readonly sentId: number;
}

export interface Net {
  readonly prefix: Prefix;
  /** Of the table, when the best path last changed. */
  version: number;
  readonly paths: Map<PathKey, Path>;
  best: Path | undefined;
  /** Used beside the best one, in the order of their peers. */
  also: readonly Path[];
  /** Where each of the others lost. */
  lost: ReadonlyMap<PathKey, Rung>;
  /** So many aggregates hide it. */
  hidden: number;
  /** Its paths in the routing table, where that holds them all. */
  slots?: ReadonlySet<string>;
  /** The same among ways to next hops. */
  ways?: ReadonlySet<string>;
}

/** The nets of one VRF, or of the global table. */
export interface Table {
  readonly vrf: VrfName;
  /** Undefined: no VPN, plain IPv4. */
  rd: RouteDistinguisher | undefined;
  /** What peers told under this distinguisher: no VRF of this router's. */
  readonly remote?: true;
  readonly nets: WalkedMap<Prefix, Net>;
  /** Routes of the VRF's routing table that may be originated, as they were last told. */
  readonly routes: WalkedMap<Prefix, Route>;
  /** Nets whose best path must be chosen anew. */
  readonly touched: Set<Prefix>;
}

/** Tables with a distinguisher count their versions together, as one address family. */
export type Family = 'ipv4' | 'vpnv4' | 'rtfilter';

/** The table of route target memberships. RFC 4684 */
export const TARGETS = 'route targets' as VrfName;

export const familyOf = (table: Table): Family => (table.rd ? 'vpnv4' : table.vrf === TARGETS ? 'rtfilter' : 'ipv4');

/** Targets that a peer asked for, made ready for many questions. */
export interface Wishes {
  readonly everything: boolean;
  readonly targets: ReadonlySet<bigint>;
  /** Beginnings of targets, and how many bits they have. */
  readonly beginnings: readonly { readonly value: bigint; readonly bits: number }[];
}

/** Everything the process knows of routes. */
export interface LocRib {
  readonly tables: SortedMap<VrfName, Table>;
  readonly versions: Record<Family, number>;
  /** Tables under the same distinguisher as this one, it among them: forgotten when tables come and go. */
  readonly twins: Map<VrfName, readonly Table[]>;
  arrivals: number;
}

/**
 * A path that was told by an external peer, or (an import of a local one counts as such, see `decision.ts`) may as well be.
 * What another AS of our confederation told counts as internal. RFC 5065 §5.3
 */
export function isExternal(path: Path): boolean {
  if (path.from === 'local') return path.importedFrom !== undefined;
  return path.from.external && path.from.confederation !== true;
}

/** Originated by this router in this very table. */
export const isSourced = (path: Path): boolean => path.from === 'local' && path.importedFrom === undefined;
