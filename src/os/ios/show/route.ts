// show ip route [vrf NAME] [connected | static | bgp … | ADDRESS [MASK [longer-prefixes]]].
// Source: captures `show ip route`, `show ip route vrf` of IOSv, CSR1000V and 7206VXR; `show ip route static` (IOS XE):
// the legend is printed whatever is asked for, and headings count the whole table.

import { ip4Text } from '../../../base/ip.ts';
import { covers, DEFAULT4, type Prefix } from '../../../base/prefix.ts';
import type { Match } from '../../../language/spec.ts';
import { permitsRoute } from '../../../policy/access-list.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import type { View, ViewContext } from '../../os.ts';
import { accessListNamed } from '../compile/access-list.ts';
import { releaseOf } from '../releases.ts';
import { type Asked, askedPrefix } from './route-asked.ts';
import { entryLines } from './route-entry.ts';
import { inTableOrder } from './route-line.ts';
import { summaryLines } from './route-summary.ts';
import { type ActiveRow, activeRows, networkOf, tableLines } from './route-table.ts';
import { said, vrfOf } from './said.ts';
import { vrfFacts } from './vrf-facts.ts';

/**
 * `vrf *`: the global table, then those of the VRFs one after the other (printouts of IOS XE, "show ip route vrf * summary":
 * `default (0x0)` comes first).
 */
export const showIpRoute: View = (context, match) => {
  if (match.args['vrf'] !== '*') return routeLines(context, match, vrfOf(match));
  const blank = said(match, 'summary') ? [''] : [];
  const others = vrfFacts(context).flatMap(({ name }) => [...blank, ...routeLines(context, match, name)]);
  return [...routeLines(context, match, MAIN), ...others];
};

function routeLines(context: ViewContext, match: Match, vrf: VrfName): readonly string[] {
  const rows = context.ask('routes', { vrf });
  if (rows === undefined) return [`% IP routing table vrf ${vrf} does not exist`];
  if (said(match, 'summary')) return summaryLines(context, vrf, rows);
  const active = activeRows(rows);
  const title = vrf === MAIN ? [] : ['', `Routing Table: ${vrf}`];
  const asked = askedPrefix(match);
  if (asked && !said(match, 'longer-prefixes')) return [...title, ...entryLines(context, vrf, active, asked)];
  return [
    ...title,
    ...releaseOf(context.box.chassis.model).routeLegend,
    '',
    lastResort(active),
    '',
    ...tableLines(active, wanted(context, match, asked && blockOf(asked)), vrf, context.now),
  ];
}

/** Without a mask: the classful network. */
const blockOf = ({ block, exact }: Asked): Prefix => (exact ? block : (networkOf(block) ?? block));

const KINDS: readonly (readonly [string, string])[] = [
  ['connected', 'connected'],
  ['connected', 'local'],
  ['static', 'static'],
  ['bgp', 'bgp'],
  ['ospf', 'ospf'],
  ['isis', 'isis'],
  ['eigrp', 'eigrp'],
  ['rip', 'rip'],
  ['local', 'local'],
  // Nothing of these is simulated; the table has none of them.
  ['odr', 'odr'],
  ['mobile', 'mobile'],
  ['nhrp', 'nhrp'],
  ['loops', 'loops'],
];

function wanted(context: ViewContext, match: Match, block: Prefix | undefined): (row: ActiveRow) => boolean {
  if (block) return ({ prefix }) => covers(block, prefix);
  if (said(match, 'supernets-only')) return ({ prefix }) => networkOf(prefix) === undefined;
  const list = match.args['list'];
  if (list !== undefined) return listed(context, list);
  const asked = KINDS.filter(([keyword]) => said(match, keyword)).map(([, kind]) => kind);
  if (asked.length === 0) return () => true;
  const asn = match.args['asn'];
  if (asn !== undefined && asn !== String(context.router.config?.bgp?.asn)) return () => false;
  return ({ row }) => {
    const kind = row.candidate.route.kind;
    return asked.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
  };
}

/** What a standard access list permits; one that is not there permits everything. */
function listed({ box }: ViewContext, name: string): (row: ActiveRow) => boolean {
  const list = accessListNamed(box.store.running, name);
  return ({ prefix }) => !list || permitsRoute(list, prefix);
}

/** Where packets go that no other route fits. */
function lastResort(rows: readonly ActiveRow[]): string {
  const found = rows.find(({ prefix }) => prefix === DEFAULT4);
  if (!found) return 'Gateway of last resort is not set';
  const hop = inTableOrder(found.row.candidate.route.nexthops)[0];
  const gateway = hop?.via === 'interface' || hop?.via === 'address' ? hop.gateway : undefined;
  const text = typeof gateway === 'number' ? ip4Text(gateway) : '0.0.0.0';
  return `Gateway of last resort is ${text} to network 0.0.0.0`;
}
