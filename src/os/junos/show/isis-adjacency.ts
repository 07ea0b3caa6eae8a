// show isis adjacency [SYSTEM] [brief | detail | extensive]
// Source: captures `show isis adjacency` and `… detail` of vMX and vQFX (public labs: LAN and point-to-point); `… extensive`:
// J Series basic configuration guide 9.3, "Displaying IS-IS Adjacencies in Detail".

import { ip4Text } from '../../../base/ip.ts';
import { byText } from '../../../base/sorted-map.ts';
import type { Match } from '../../../language/spec.ts';
import { type IsisAdjacencyRow, NLPID } from '../../../protocols/isis/show.ts';
import { since, wholeSeconds } from '../../../sim/time.ts';
import type { View } from '../../os.ts';
import { type Detail, detailOf, type IsisScene, snpaText, systemNamed, withIsis } from './isis-facts.ts';
import { ageText, stampText } from './spans.ts';

const HEAD = 'Interface             System         L State        Hold (secs) SNPA';
/** As many characters of a name as the table has room for. */
const NAME = 14;

export const levelOf = ({ levels, circuitType }: IsisAdjacencyRow): number =>
  levels.reduce<number>((sum, level) => sum + level, 0) || circuitType;

export const holdOf = ({ context }: IsisScene, one: IsisAdjacencyRow): number =>
  wholeSeconds(since(context.now, one.expiresAt));

/** By interface, as the box lists them; of one LAN by level. */
export function adjacenciesOf(scene: IsisScene, { args: { system: asked } }: Match): readonly IsisAdjacencyRow[] {
  const { context, instance } = scene;
  const system = asked === undefined ? undefined : systemNamed(scene, asked);
  const order = (one: IsisAdjacencyRow): string => `${one.on} ${levelOf(one)} ${one.system}`;
  return context
    .ask('isis.adjacencies', { instance })
    .filter((one) => asked === undefined || one.system === system)
    .sort((a, b) => byText(order(a), order(b)));
}

function briefLine(scene: IsisScene, one: IsisAdjacencyRow): string {
  const name = scene.names.system(one.system).slice(0, NAME);
  const snpa = one.network === 'broadcast' && one.snpa !== undefined ? `  ${snpaText(one.snpa)}` : '';
  const hold = String(holdOf(scene, one)).padStart(10);
  return `${one.on.padEnd(22)}${name.padEnd(15)}${levelOf(one)}  ${one.state.padEnd(13)}${hold}${snpa}`;
}

const SPOKEN: readonly [number, string][] = [
  [NLPID.ipv4, 'IP'],
  [NLPID.ipv6, 'IPv6'],
];

export const spoken = (nlpids: readonly number[]): readonly string[] =>
  SPOKEN.flatMap(([nlpid, name]) => (nlpids.includes(nlpid) ? [name] : []));

function longLines(scene: IsisScene, one: IsisAdjacencyRow, detail: Detail): readonly string[] {
  const { context, names } = scene;
  const lan = one.network === 'broadcast';
  const mac = lan && one.snpa !== undefined ? [`MAC address: ${snpaText(one.snpa)}`] : [];
  const last = [
    ...(lan && one.lanId !== undefined ? [`LAN id: ${names.node(one.lanId)}`] : []),
    ...(one.addresses.length > 0 ? [`IP addresses: ${one.addresses.map(ip4Text).join(' ')}`] : []),
  ];
  return [
    names.system(one.system),
    `  Interface: ${one.on}, Level: ${levelOf(one)}, State: ${one.state}, Expires in ${holdOf(scene, one)} secs`,
    `  Priority: ${lan ? one.priority : 0}, Up/Down transitions: ${one.transitions}, Last transition: ${ageText(since(one.since, context.now))} ago`,
    `  Circuit type: ${one.circuitType}, Speaks: ${[...spoken(one.nlpids), ...mac].join(', ')}`,
    '  Topologies: Unicast',
    '  Restart capable: No, Adjacency advertisement: Advertise',
    ...(last.length > 0 ? [`  ${last.join(', ')}`] : []),
    ...(detail === 'extensive' ? transitions(scene, one) : []),
    '',
  ];
}

/** The last transition is the one that is remembered. */
function transitions({ context }: IsisScene, one: IsisAdjacencyRow): readonly string[] {
  return [
    '  Transition log:',
    '  When                  State        Reason',
    `  ${stampText(context.box.clock(one.since))}   ${one.state.padEnd(13)}Seenself`,
  ];
}

export const showIsisAdjacency: View = (context, match) =>
  withIsis(context, match, (scene) => {
    const found = adjacenciesOf(scene, match);
    const detail = detailOf(match);
    if (detail === 'brief') return found.length === 0 ? [] : [HEAD, ...found.map((one) => briefLine(scene, one))];
    return found.flatMap((one) => longLines(scene, one, detail)).slice(0, -1);
  });
