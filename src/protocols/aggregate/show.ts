// What can be asked of the process of aggregates.

import type { Prefix } from '../../base/prefix.ts';
import type { AsPath } from '../../route/as-path.ts';
import type { Origin } from '../../route/attributes.ts';
import type { VrfName } from '../../route/names.ts';
import type { Route } from '../../route/route.ts';

/** An AS path that contributors bring, and how many of them. */
export interface ContributedPath {
  readonly asPath: AsPath;
  readonly origin: Origin;
  readonly count: number;
}

export interface AggregateRow {
  readonly prefix: Prefix;
  readonly generated: boolean;
  /** By their prefixes. */
  readonly contributors: readonly Route[];
  /** In the order of the first contributor that brings each. */
  readonly paths: readonly ContributedPath[];
}

export interface AggregateQueries {
  /** By their prefixes. */
  'aggregate.routes': {
    args: { readonly vrf: VrfName };
    answer: readonly AggregateRow[];
  };
}
