// The configuration of a box out of the factory.    Source: "Initial Router Configuration": a router has no interfaces
// configured and logs to the usual files; captures of Junos 17.4 (`system syslog`).

import type { ConfigTree } from '../../config/tree.ts';
import type { Model } from '../os.ts';
import { applyLine } from './load.ts';
import type { Schema } from './schema.ts';

const LINES = [
  'set system syslog user * any emergency',
  'set system syslog file messages any notice',
  'set system syslog file messages authorization info',
  'set system syslog file interactive-commands interactive-commands any',
];

/** The tree of a new box; `empty` is the tree to begin with. */
export function factoryTree(schema: Schema, { release }: Model, empty: ConfigTree): ConfigTree {
  return [`set version ${release}`, ...LINES].reduce((tree, line) => applyLine(schema, line, tree, []).tree, empty);
}
