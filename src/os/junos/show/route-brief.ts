// One route of `show route`: two lines or more.
// Source: captures `show route` (genieparser golden outputs ShowRoute, ShowRouteTable; vMX and vQFX of public labs): the
// prefix is 18 wide or stands on a line of its own, further routes and next hops hang below it.

import { type Ip, ipText } from '../../../base/ip.ts';
import { since } from '../../../sim/time.ts';
import type { ViewContext } from '../../os.ts';
import type { RouteStyle } from '../releases/release.ts';
import { slotPeer } from './bgp-facts.ts';
import { rdOf } from './l3vpn-table.ts';
import type { ChosenPrefix } from './route-choice.ts';
import { metricsOf } from './route-metrics.ts';
import { asPathText, hopText, protocolOf, pushText, type ShownRow, type Way, wayOf } from './route-words.ts';
import { isMembership } from './rtarget-table.ts';
import { ageText } from './spans.ts';

/** Width of a prefix, and where the marker of a route stands. */
const DESTINATION = 18;
const MARKER = DESTINATION + 1;
/** Behind a VPN's prefix, which has a line of its own (transcript of a vMX: `64512:101:172.16.11.250/32` and 16 blanks). */
const VPN_BLANKS = ' '.repeat(16);
const HOP = MARKER + 1;
const AS_PATH = 22;

const blanks = (count: number): string => ' '.repeat(count);

type Chosen = ChosenPrefix['routes'][number];

/** All of one prefix that were asked for. */
export function briefLines(context: ViewContext, style: RouteStyle, chosen: ChosenPrefix): readonly string[] {
  const { text } = chosen.prefix;
  const blocks = chosen.routes.map((row) => routeLines(context, style, chosen, row));
  const [first = '', ...rest] = blocks.flat();
  if (rdOf(chosen.prefix) !== undefined || isMembership(chosen.prefix)) return [text + VPN_BLANKS, first, ...rest];
  if (text.length > DESTINATION) return [text, first, ...rest];
  return [text.padEnd(MARKER) + first.slice(MARKER), ...rest];
}

function routeLines(context: ViewContext, style: RouteStyle, { vrf }: ChosenPrefix, row: Chosen): readonly string[] {
  const { route, preference, since: from } = row.candidate;
  const { heard }: ShownRow = row;
  const { metric, metric2 = heard?.metric2 } = metricsOf(context, vrf, row);
  const items = [
    `[${protocolOf(route)}/${preference}] ${ageText(since(from, context.now))}`,
    ...(metric === undefined ? [] : [`metric ${metric}`]),
    ...(metric2 === undefined || route.bgp ? [] : [`metric2 ${metric2}`]),
    ...(route.bgp?.med === undefined ? [] : [`MED ${route.bgp.med}`]),
    ...(route.bgp ? [`localpref ${route.bgp.localPref ?? 100}`] : []),
    ...(route.tag === undefined || route.bgp ? [] : [`tag ${route.tag}`]),
  ];
  const peer = heard?.peer ?? learnedFrom(row);
  if (peer !== undefined) items.push(`from ${ipText(peer)}`);
  return [
    `${blanks(MARKER)}${row.active ? '*' : ' '}${items.join(', ')}`,
    ...(route.bgp ? [`${blanks(AS_PATH)}AS path: ${asPathText(route.bgp)}${validation(style)}`] : []),
    ...(route.given?.asPath ? [`${blanks(AS_PATH)}AS path: ${asPathText(route.given)}`] : []),
    ...wayLines(style, wayOf(row)),
  ];
}

const validation = (style: RouteStyle): string => (style.validation ? ', validation-state: unverified' : '');

/**
 * Said where packets are not handed to the very one who told it: juniper_resolution (a next hop of a third party),
 * junos_then_action_conflicts (an import policy's `discard`).
 */
export function learnedFrom(row: Chosen): Ip | undefined {
  const { route, usable } = row.candidate;
  const peer = slotPeer(route);
  const way = wayOf(row);
  if (way.kind !== 'paths') return usable || route.kind === 'bgp.internal' ? peer : undefined;
  return way.paths.every(({ gateway }) => gateway === peer) ? undefined : peer;
}

function wayLines({ selected }: RouteStyle, way: Way): readonly string[] {
  const plain = blanks(HOP + 1 + selected.length);
  const used = `${blanks(HOP)}>${selected}`;
  switch (way.kind) {
    case 'paths':
      return way.paths.map((path, i) => {
        const push = pushText(path);
        const to = path.gateway === undefined ? '' : 'to ';
        return `${i === 0 ? used : plain}${to}${hopText(path)}${push === undefined ? '' : `, ${push}`}`;
      });
    case 'own':
      return [`${used}via ${way.on}`];
    case 'local':
      return [`${plain}Local via ${way.on}`];
    case 'table':
      return [`${plain}to table ${way.name}${way.operation === undefined ? '' : `, ${way.operation}`}`];
    case 'word':
      return [plain + way.word];
  }
}
