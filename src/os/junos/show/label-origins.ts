// Whom a label of BGP was given out for: the route that is told on with this router as its next hop.
// Source: transcripts `show route label` of border routers (vMX, cRPD 20.4): `*[VPN/170] 00:06:24, metric2 1, from 1.1.1.1` for
// what was told inside, no more than `*[VPN/170] 2d 06:46:53` for what a neighbour on a link told.

import type { Ip } from '../../../base/ip.ts';
import type { ForwardingPath, LabelFec } from '../../../net/rib-types.ts';
import type { BgpPathRow } from '../../../protocols/bgp/show.ts';
import { MAIN } from '../../../route/names.ts';
import type { Micros } from '../../../sim/time.ts';
import type { ViewContext } from '../../os.ts';

export interface LabelOrigin {
  readonly since: Micros;
  /** Who told it, and how far away the next hop is: where that is no neighbour on a link. */
  readonly heard: { readonly peer: Ip; readonly metric2: number } | undefined;
}

/** Of a label that is exchanged for others, on this way. */
export function labelOrigin(
  { ask }: Pick<ViewContext, 'ask'>,
  fec: LabelFec,
  way: ForwardingPath | undefined,
): LabelOrigin | undefined {
  const lowest = way?.push.at(-1);
  if (fec.kind !== 'prefix' || fec.vrf !== MAIN || lowest === undefined) return undefined;
  const tables = [
    ...(ask('bgp.tables', { family: 'vpnv4', told: true }) ?? []),
    ...(ask('bgp.tables', { family: 'ipv4', vrf: MAIN }) ?? []),
  ];
  const path = tables
    .flatMap(({ nets }) => nets.filter(({ prefix }) => prefix === fec.prefix))
    .flatMap(({ paths }) => paths)
    .find(({ best, labels }) => best && labels?.at(-1) === lowest);
  return path && { since: path.since, heard: way && heardFrom(path, way) };
}

const heardFrom = ({ from, attributes, igpMetric }: BgpPathRow, { gateway }: ForwardingPath): LabelOrigin['heard'] =>
  from === 'local' || gateway === attributes.nexthop ? undefined : { peer: from.peer, metric2: igpMetric };
