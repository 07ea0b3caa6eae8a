// What the process that copies routes between tables of one router is told.
// Source of the idea: Junos OS, "rib-groups", "instance-import": routes stand in a second table beside their own one.

import type { Ip } from '../../base/ip.ts';
import type { TableKind } from '../../net/rib-types.ts';
import type { Policy } from '../../policy/policy.ts';
import type { VrfName } from '../../route/names.ts';
import type { RouteKind } from '../../route/route.ts';

/** Routes of one table that stand in another one, too. */
export interface Copying {
  readonly from: VrfName;
  readonly to: { readonly vrf: VrfName; readonly table: TableKind };
  readonly kinds: readonly RouteKind[];
  /** Only what these neighbours told. Absent: from wherever. */
  readonly tellers?: readonly Ip[];
  /** Every route to a prefix, or the one that is in use. */
  readonly which: 'every' | 'active';
  /** One after the other: all must accept, and may change the copy. */
  readonly policies: readonly Policy[];
  /** What policies call the table and the instance that it comes from. */
  readonly table: string;
  readonly instance: string;
}

export interface CopyConfig {
  readonly copyings: readonly Copying[];
}
