// Logical tunnels: units of lt- interfaces that are joined in pairs, within a router or between logical systems.
// Source: Services Interfaces configuration guide, "Configuring Logical Tunnel Interfaces" (peers are units of one lt-
// interface, one peer a unit; Ethernet, Frame Relay or VLAN), "tunnel-services" (an MX has the interface when its PIC was
// told to make tunnels). Frames are Ethernet under every encapsulation; the two ends have to agree on it.

import { mac } from '../../../base/mac.ts';
import { byText } from '../../../base/sorted-map.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { PortConfig } from '../../../net/interface.ts';
import type { PortName } from '../../../sim/node.ts';
import type { Chassis } from '../../os.ts';
import { logicalName, parsePhysical } from '../interface-names.ts';
import { all, type Block, number, one, value, worded } from './tree-reader.ts';

/** What a unit of a tunnel lies on, by the unit's name: a port of its own. */
export type Tunnels = ReadonlyMap<string, PortConfig>;

interface End {
  readonly name: string;
  readonly peer: string | undefined;
  readonly frames: string | undefined;
  readonly physical: ConfigNode;
}

/** Its addresses begin behind those of the sockets. */
const FIRST_ADDRESS = 128;

export const isTunnel = (physical: string): boolean => parsePhysical(physical)?.type === 'lt';

/** `vlan-vpls` and `vlan` put the same frames on the tunnel. */
const framesOf = (unit: ConfigNode): string | undefined =>
  value(unit, 'encapsulation', 'encapsulation')?.replace(/-(?:vpls|ccc|bridge|tcc)$/, '');

/** Does the unit send tagged frames? */
export const isVlanEnd = (unit: ConfigNode): boolean => framesOf(unit) === 'vlan';

/** Of the whole box: `routers` are itself and its logical systems. */
export function tunnelsOf(tree: Block, routers: readonly Block[], chassis: Chassis): Tunnels {
  const ends = routers
    .flatMap((block) => all(one(block, 'interfaces'), '<interface-name>'))
    .filter((physical) => isTunnel(physical.words[0] ?? '') && isThere(tree, physical.words[0] ?? ''))
    .flatMap((physical) => all(physical, 'unit').map((unit) => endOf(physical, unit)))
    .sort((a, b) => byText(a.name, b.name));
  const byUnit = new Map(ends.map((end) => [end.name, end]));
  return new Map(ends.map((end, i) => [end.name, portOf(end, byUnit, chassis, i)]));
}

function endOf(physical: ConfigNode, unit: ConfigNode): End {
  const name = physical.words[0] ?? '';
  const peer = number(unit, 'peer-unit', 'unit');
  return {
    name: logicalName(name, unit.args['unit'] ?? '0'),
    peer: peer === undefined ? undefined : logicalName(name, peer),
    frames: framesOf(unit),
    physical,
  };
}

function portOf(
  { name, peer, frames, physical }: End,
  ends: ReadonlyMap<string, End>,
  chassis: Chassis,
  i: number,
): PortConfig {
  const other = peer === undefined ? undefined : ends.get(peer);
  const joined =
    other && other !== ends.get(name) && other.peer === name && frames !== undefined && other.frames === frames;
  const description = value(physical, 'description', 'description');
  return {
    name: name as PortName,
    mac: mac(chassis.macBase + FIRST_ADDRESS + (i % FIRST_ADDRESS)),
    enabled: worded(physical, 'disable') === undefined,
    ...(description === undefined ? {} : { description }),
    ...(joined ? { joinedTo: other.name as PortName } : {}),
  };
}

/** `tunnel-services` of the card and PIC that the name tells. */
function isThere(tree: Block, physical: string): boolean {
  const [fpc, pic] = parsePhysical(physical)?.numbers ?? [];
  const card = all(one(tree, 'chassis'), 'fpc').find(({ words }) => words[1] === String(fpc));
  const place = all(card, 'pic').find(({ words }) => words[1] === String(pic));
  return one(place, 'tunnel-services') !== undefined;
}
