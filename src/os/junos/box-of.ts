// Which box a configuration is of: its release by the `version` that it begins with, its sockets by those that it names.

import { present } from '../../base/must.ts';
import type { ConfigTree } from '../../config/tree.ts';
import type { PortName } from '../../sim/node.ts';
import type { Model } from '../os.ts';
import { all, one, value } from './compile/tree-reader.ts';
import { comparePhysical, parsePhysical } from './interface-names.ts';
import { MODELS } from './releases.ts';

/** Ethernet sockets: `et-` `fe-` `ge-` `xe-` of a PIC, and those of the routing engine. */
const SOCKETS = new Set(['et', 'fe', 'ge', 'xe']);
const isSocket = (name: string): boolean => {
  const parts = parsePhysical(name);
  return parts !== undefined && (parts.ofPic ? SOCKETS.has(parts.type) : /^(?:em|fxp|me|vme)\d*$/.test(name));
};

/** The model of that release, or of the first one that is not older; with the sockets that it lacks. */
export function modelFor(tree: ConfigTree): Model {
  const release = value(tree, 'version', 'release') ?? one(tree, 'version')?.words[1];
  const model = release === undefined ? present(MODELS[0], 'a model') : modelOf(age(release));
  const named = all(one(tree, 'interfaces'), '<interface-name>').map((node) => node.words[0] ?? '');
  const more = named.filter((name) => isSocket(name) && !model.ports.some((port) => port === name));
  if (more.length === 0) return model;
  return { ...model, ports: [...model.ports, ...more.sort(comparePhysical).map((name) => name as PortName)] };
}

/** `21.4R1.12`: 2104. */
function age(release: string): number {
  const [, major = '0', minor = '0'] = /^(\d+)\.(\d+)/.exec(release) ?? [];
  return Number(major) * 100 + Number(minor);
}

function modelOf(wanted: number): Model {
  const rising = [...MODELS].sort((a, b) => age(a.release) - age(b.release));
  return present(rising.find((model) => age(model.release) >= wanted) ?? rising.at(-1), 'a model');
}
