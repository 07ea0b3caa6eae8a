// What can be asked of the static process.

import type { VrfName } from '../../route/names.ts';
import type { StaticPath } from './config.ts';

export interface StaticRow {
  readonly path: StaticPath;
  /** Its next hop can be reached. */
  readonly usable: boolean;
  /** It is among those that were put into the table. */
  readonly installed: boolean;
}

export interface StaticQueries {
  'static.paths': {
    args: { readonly vrf: VrfName };
    answer: readonly StaticRow[];
  };
}
