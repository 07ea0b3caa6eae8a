// The Node that runs the program: the one that was called, or the one that npm ci brings along where that is too old.

import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The oldest Node that will do. */
export const NEEDED = 22;

/** True when the Node that runs this line will do. */
export const fits = Number(process.versions.node.split('.')[0]) >= NEEDED;

/** The runtime that came as an optional package: in a checkout, or beside us in somebody's node_modules. */
export function bundledNode(root) {
  const windows = process.platform === 'win32';
  const platform = windows ? 'win' : process.platform;
  const names = [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`];
  const folders = [join(root, 'node_modules'), join(root, '..')];
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name, 'bin', windows ? 'node.exe' : 'node')))
    .find((path) => existsSync(path));
}
