// The layout of each model's release. A configuration says which it is by its `version`.

import { present } from '../../base/must.ts';
import type { ConfigTree } from '../../config/tree.ts';
import type { Model } from '../os.ts';
import { C7200_LAYOUT } from './layouts/c7200.ts';
import { CSR1000V_LAYOUT } from './layouts/csr1000v.ts';
import { IOSV_LAYOUT } from './layouts/iosv.ts';
import type { Layout } from './layouts/layout.ts';
import { releaseOf } from './releases.ts';

const LAYOUTS: readonly Layout[] = [IOSV_LAYOUT, C7200_LAYOUT, CSR1000V_LAYOUT];

export const layoutOf = (model: Model): Layout =>
  present(
    LAYOUTS.find(({ train }) => train === releaseOf(model).train),
    `a layout of ${model.name}`,
  );

/** By the `version` that the configuration holds; that of the first model where it holds none that is known. */
export function layoutFor(tree: ConfigTree): Layout {
  const train = tree.children.find(({ spec }) => spec.name === 'version')?.words[1];
  return LAYOUTS.find((layout) => layout.train === train) ?? IOSV_LAYOUT;
}
