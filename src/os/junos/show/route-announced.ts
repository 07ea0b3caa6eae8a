// The lines of `show route extensive` that tell whom of BGP a route is announced to.
// Source: capture `show route protocol bgp … extensive` (genieparser golden output: `Page 0 idx 0, (group …)`); transcripts of
// later releases (`Advertise`: the peers of the group that are told, a bit each; `Flags: Nexthop Change` to one's own AS,
// `VPN Label`) and of an MX80 (before 15.1: no group, `Path … from … Vector len 4.` on one line).

import { ip4Text, ipText } from '../../../base/ip.ts';
import { present } from '../../../base/must.ts';
import type { RouteRow } from '../../../device/queries.ts';
import type { VrfName } from '../../../route/names.ts';
import { groupKey, slotPeer, type Told } from './bgp-facts.ts';
import { elementAddress } from './next-hops.ts';
import { communityTexts, type DetailScene } from './route-detail-fields.ts';
import { isSelf, toldPath } from './route-protocol-bgp.ts';

/** An entry for each group, then the groups' numbers; nothing where nobody is told. */
export function announcedLines(
  scene: DetailScene,
  vrf: VrfName,
  { candidate: { route } }: RouteRow,
): readonly string[] {
  const groups = new Map<string, Told[]>();
  for (const told of scene.bgp.toldOf(vrf, route.prefix)) {
    const fellows = groups.get(groupKey(told.peer));
    if (fellows) fellows.push(told);
    else groups.set(groupKey(told.peer), [told]);
  }
  if (groups.size === 0) return [];
  const numbered = [...groups].map(([key, told]) => ({ number: scene.groups.get(key) ?? 0, told }));
  numbered.sort((a, b) => a.number - b.number);
  const from = slotPeer(route);
  const path = [
    `Path ${route.prefix.text.replace(/\/\d+$/, '')}`,
    ...(from === undefined ? [] : [`from ${ipText(from)}`]),
    `Vector len 4.  Val: ${numbered.map(({ number }) => number).join(' ')}`,
  ];
  return [
    ...numbered.flatMap(({ number, told }) => entryLines(scene, `${vrf} ${route.prefix.text} ${number}`, number, told)),
    ...(scene.style.early ? [path.join(' ')] : path),
  ];
}

/** What the peers of one group are told, as the first of them is. */
function entryLines({ style }: DetailScene, key: string, number: number, told: readonly Told[]): readonly string[] {
  const { peer } = present(told[0], 'a group of those that are told');
  const fields = fieldsOf(present(told[0], 'a group'));
  const element = elementAddress(key);
  if (style.early) return [`Page 0 idx ${number} Type 1 val ${element.slice(2)}`, ...fields.map((one) => `    ${one}`)];
  const type = peer.kind === 'internal' ? 'Internal' : 'External';
  return [
    `Page 0 idx ${number}, (group ${peer.config.group ?? ''} type ${type}) Type 1 val ${element} (adv_entry)`,
    '   Advertised metrics:',
    ...fields.map((one) => `     ${one}`),
    ...(style.kernelTable ? [`    Advertise: ${bits(told).toString(16).padStart(8, '0')}`] : []),
  ];
}

const bits = (told: readonly Told[]): number => told.reduce((sum, { place }) => sum + 2 ** (place % 32), 0);

function fieldsOf({ peer, sent: { attributes, nlri } }: Told): readonly string[] {
  const self = isSelf(peer, attributes.nexthop);
  const inside = peer.kind === 'internal';
  const { med, clusterList, originatorId } = attributes;
  const labels = nlri.labels ?? [];
  return [
    ...(self && inside ? ['Flags: Nexthop Change'] : []),
    `Nexthop: ${self ? 'Self' : ipText(attributes.nexthop)}`,
    ...(med === undefined ? [] : [`MED: ${med}`]),
    ...(peer.kind === 'external' ? [] : [`Localpref: ${attributes.localPref ?? 100}`]),
    `AS path: [${peer.localAs}] ${toldPath(attributes, peer)}`,
    `Communities:${communityTexts(attributes)
      .map((text) => ` ${text}`)
      .join('')}`,
    ...(clusterList?.[0] === undefined ? [] : [`Cluster ID: ${ip4Text(clusterList[0])}`]),
    ...(originatorId === undefined ? [] : [`Originator ID: ${ip4Text(originatorId)}`]),
    ...(labels.length === 0 ? [] : [`${nlri.rd ? 'VPN ' : ''}Label: ${labels.join(', ')}`]),
  ];
}
