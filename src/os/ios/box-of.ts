// Which box a configuration is of: its release by the `version` that it prints, its ports by the interfaces that it has.

import { present } from '../../base/must.ts';
import type { PortName } from '../../sim/node.ts';
import type { Model } from '../os.ts';
import { compareInterfaces, INTERFACE_CLASSES, isSubinterface, isVirtual } from './interface-names.ts';
import { MODELS, RELEASES } from './releases.ts';

const CLASSES = new Set(INTERFACE_CLASSES.map(({ name }) => name));

/** The interfaces of a text that have blocks, by their full names. */
export function interfacesNamed(text: string): readonly string[] {
  const named = [...text.matchAll(/^interface ([A-Za-z-]+) ?(\d[\d/:.]*)(?: point-to-point| multipoint)?[ \r]*$/gm)];
  return named.flatMap(([, name = '', digits = '']) => (CLASSES.has(name) ? [name + digits] : []));
}

/** An interface that comes into being by being named. */
export const makesItself = (name: string): boolean => isVirtual(name) || isSubinterface(name);

/**
 * The model that may have printed a configuration. One that a router printed (it has a `version`) gets the ports that it
 * names; a few lines get the first model whose ports are enough, or else the first with those that it lacks.
 */
export function modelFor(text: string): Model {
  const ports = [...new Set(interfacesNamed(text))].filter((name) => !makesItself(name)).sort(compareInterfaces);
  const version = /^version (\d+)\.(\d+)/m.exec(text);
  const model = version
    ? modelOf(Number(version[1]), Number(version[2]))
    : (MODELS.find((one) => ports.every((port) => has(one, port))) ?? present(MODELS[0], 'a model'));
  if (ports.length === 0 || (!version && ports.every((port) => has(model, port)))) return model;
  const all = version ? ports : [...model.ports, ...ports.filter((port) => !has(model, port))];
  return { ...model, ports: all.map((port) => port as PortName) };
}

const has = (model: Model, port: string): boolean => model.ports.some((one) => one === port);

/** The release of this train, or the first that is not older. */
function modelOf(major: number, minor: number): Model {
  const age = (train: string): number => {
    const [high = 0, low = 0] = train.split('.').map(Number);
    return high * 100 + low;
  };
  const rising = [...RELEASES].sort((a, b) => age(a.train) - age(b.train));
  const found = rising.find(({ train }) => age(train) >= major * 100 + minor) ?? rising.at(-1);
  return present(found, 'a release').model;
}
