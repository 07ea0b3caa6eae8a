// routing-instances: statements -> VRFs, and which interface lies in which.    Words of two refusals: a vMX without
// route-distinguisher ("commit check", notes on JNCIP-SP), a vJunos with fxp0.0 in an instance ("mgmt_junos", notes); those
// of the others were not captured and follow their style.

import { parseIp4 } from '../../../base/ip.ts';
import { byText } from '../../../base/sorted-map.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { VrfConfig } from '../../../device/device-config.ts';
import type { Preferences } from '../../../net/rib-types.ts';
import { type IfName, MAIN, type VrfName } from '../../../route/names.ts';
import { parseRd } from '../../../route/route-distinguisher.ts';
import { isisPreferences } from './isis-preferences.ts';
import { all, type Block, type Faults, has, number, one, value } from './tree-reader.ts';

/** An instance and the statement that makes it. */
export interface Instance {
  readonly vrf: VrfConfig;
  readonly node: ConfigNode;
}

export interface Instances {
  /** By name; the main instance is not among them. */
  readonly byName: ReadonlyMap<VrfName, Instance>;
  /** Which instance an interface was given to. */
  readonly members: ReadonlyMap<IfName, VrfName>;
}

/** The instance of the management port where the system asks for one (Junos 17.3, "Management Interface in a Nondefault Instance"). */
export const MANAGEMENT = 'mgmt_junos' as VrfName;

/** Every instance that routes. */
export function compileInstances(tree: Block, faults: Faults): Instances {
  const byName = new Map<VrfName, Instance>();
  const members = new Map<IfName, VrfName>();
  const top = one(tree, 'routing-instances');
  const given = givenDistinguishers(tree);
  for (const node of all(top, '<instance_name>')) {
    const name = node.words[0] as VrfName;
    byName.set(name, { node, vrf: vrfOf(name, node, given, faults) });
    for (const member of all(node, 'interface')) claim(tree, [node, member], name, members, faults);
  }
  return { byName, members };
}

const typeOf = (node: ConfigNode): string => value(node, 'instance-type', 'instance-type') ?? 'no-forwarding';
const distinguisherOf = (node: ConfigNode): string | undefined =>
  value(node, 'route-distinguisher', 'route-distinguisher');

/**
 * Distinguishers of type 1 for the vrf instances that name none: the box's identifier and a number of the instance's own
 * ("route-distinguisher-id", CLI reference). Which number is not said there: the first free one, by name.
 */
function givenDistinguishers(tree: Block): ReadonlyMap<string, string> {
  const id = value(one(tree, 'routing-options'), 'route-distinguisher-id', 'address');
  if (id === undefined) return new Map();
  const instances = all(one(tree, 'routing-instances'), '<instance_name>');
  const taken = new Set(instances.map(distinguisherOf));
  const unnamed = instances.filter((node) => typeOf(node) === 'vrf' && distinguisherOf(node) === undefined);
  const names = unnamed.map((node) => node.words[0] ?? '').sort(byText);
  const free = Array.from({ length: names.length + taken.size }, (_, at) => `${id}:${at + 1}`).filter(
    (text) => !taken.has(text),
  );
  return new Map(names.map((name, at) => [name, free[at] ?? '']));
}

function vrfOf(name: VrfName, node: ConfigNode, given: ReadonlyMap<string, string>, faults: Faults): VrfConfig {
  const type = typeOf(node);
  const rd = distinguisherOf(node) ?? given.get(name);
  if (type === 'vrf' && rd === undefined) {
    const text = `RT Instance: Route-distinguisher must be configured for vrf instance: ${name}`;
    faults.error(['routing-instances', node], text);
  }
  const routerId = value(one(node, 'routing-options'), 'router-id', 'router-id');
  return {
    name,
    preferences: preferencesOf(node),
    rd: rd === undefined ? undefined : parseRd(rd),
    routerId: routerId === undefined ? undefined : parseIp4(routerId),
    description: value(node, 'description', 'description'),
    kind: type === 'vrf' ? 'vrf' : 'virtual-router',
  };
}

/** Preferences of an instance (the main one: of the whole tree): of LDP's and IS-IS' routes the configured ones. */
export function preferencesOf(holder: Block): Preferences {
  const ldp = number(one(one(holder, 'protocols'), 'ldp'), 'preference', 'preference');
  const others = isisPreferences(holder);
  return ldp === undefined ? others : { ...others, ldp };
}

function claim(
  tree: Block,
  [node, member]: readonly [ConfigNode, ConfigNode],
  name: VrfName,
  members: Map<IfName, VrfName>,
  faults: Faults,
): void {
  const ifl = (member.args['interface'] ?? '') as IfName;
  const path = ['routing-instances', node, member];
  const owner = members.get(ifl);
  if (ifl.startsWith('fxp0.')) {
    faults.error(path, `RT Instance: Interface ${ifl} not supported under routing-instances.`);
    return;
  }
  if (owner !== undefined)
    faults.error(path, `RT Instance: Interface ${ifl} already configured under instance ${owner}`);
  else if (!isConfigured(tree, ifl))
    faults.error(path, `RT Instance: Interface ${ifl} is not configured under interfaces`);
  else members.set(ifl, name);
}

/** Is there such a unit below `interfaces`? */
function isConfigured(tree: Block, ifl: string): boolean {
  const dot = ifl.lastIndexOf('.');
  const interfaces = one(tree, 'interfaces');
  const physical = all(interfaces, '<interface-name>').find((node) => node.words[0] === ifl.slice(0, dot));
  return all(physical, 'unit').some((unit) => unit.args['unit'] === ifl.slice(dot + 1));
}

/** The instance an interface lies in. */
export function instanceOf(instances: Instances, ifl: IfName, tree: Block): VrfName {
  const member = instances.members.get(ifl);
  if (member !== undefined) return member;
  const managed = has(one(tree, 'system'), 'management-instance') && ifl.startsWith('fxp0.');
  return managed && instances.byName.has(MANAGEMENT) ? MANAGEMENT : MAIN;
}
