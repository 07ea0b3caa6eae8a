// show ip cef [vrf NAME]: the whole forwarding table.
// Source: captures `show ip cef` (IOS 15.x); Cisco IOS IP Switching Command Reference, "show ip cef".

import { ip4, ipText, isIp4, parseIp4 } from '../../../base/ip.ts';
import { must } from '../../../base/must.ts';
import { broadcastOf, comparePrefix, hostPrefix, type Prefix, parsePrefix } from '../../../base/prefix.ts';
import type { ForwardingPath } from '../../../net/rib-types.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import type { ViewContext } from '../../os.ts';
import { isXe } from './isis-facts.ts';
import { type ActiveRow, activeRows } from './route-table.ts';
import { vrfIdOf } from './vrf-facts.ts';

interface CefLine {
  readonly prefix: Prefix;
  /** Next hop and interface, one pair a way. */
  readonly ways: readonly (readonly [string, string])[];
}

const fixed = (text: string, what: string): CefLine => {
  const prefix = parsePrefix(text);
  must(prefix !== undefined, text);
  return { prefix, ways: [[what, '']] };
};

/** Prefixes that every table has. */
const SPECIAL: readonly CefLine[] = [
  fixed('0.0.0.0/0', 'no route'),
  fixed('0.0.0.0/8', 'drop'),
  fixed('0.0.0.0/32', 'receive'),
  fixed('127.0.0.0/8', 'drop'),
  fixed('224.0.0.0/4', 'drop'),
  fixed('224.0.0.0/24', 'receive'),
  fixed('240.0.0.0/4', 'drop'),
  fixed('255.255.255.255/32', 'receive'),
];

function linesOf(context: ViewContext, vrf: VrfName): readonly CefLine[] {
  const lines = new Map<Prefix, CefLine>();
  const add = (line: CefLine): void => void (lines.has(line.prefix) || lines.set(line.prefix, line));
  for (const row of activeRows(context.ask('routes', { vrf }) ?? [])) for (const line of routeLines(row)) add(line);
  for (const row of context.ask('arp', { vrf }))
    if (row.mac !== undefined && !row.own)
      add({ prefix: hostPrefix(row.address), ways: [['attached', row.interface]] });
  for (const line of SPECIAL) add(line);
  return [...lines.values()].sort((a, b) => comparePrefix(a.prefix, b.prefix));
}

export const cefTableLines = (
  context: ViewContext,
  vrf: VrfName,
  wanted: (line: CefLine) => boolean = () => true,
): readonly string[] => [
  'Prefix               Next Hop             Interface',
  ...linesOf(context, vrf).filter(wanted).flatMap(print),
];

/** How large the table is. Source: capture `show ip cef summary` (genieparser ShowIpCefSummary, IOS XE: distributed). */
export function cefSummaryLines(context: ViewContext, vrf: VrfName): readonly string[] {
  const count = linesOf(context, vrf).length;
  return [
    `IPv4 CEF is enabled ${isXe(context) ? 'for distributed ' : ''}and running`,
    `VRF ${vrf === MAIN ? 'Default' : vrf}`,
    ` ${count} prefixes (${count}/0 fwd/non-fwd)`,
    ` Table id 0x${vrfIdOf(context.box, vrf).toString(16).toUpperCase()}`,
    ` Database epoch:        0 (${count} entries at this epoch)`,
  ];
}

function routeLines({ prefix, row }: ActiveRow): readonly CefLine[] {
  const { route } = row.candidate;
  const hop = route.nexthops[0];
  if (hop?.via === 'receive') return [{ prefix, ways: [['receive', hop.out]] }];
  if (hop?.via === 'discard' || hop?.via === 'reject') return [{ prefix, ways: [['attached', hop.out ?? 'Null0']] }];
  const ways = row.paths.map(wayOf);
  if (route.kind !== 'connected' || hop?.via !== 'interface') return [{ prefix, ways }];
  const receive = (address: string): CefLine[] => {
    const value = parseIp4(address);
    return value === undefined ? [] : [{ prefix: hostPrefix(value), ways: [['receive', hop.out]] }];
  };
  const broadcast = broadcastOf(prefix);
  const ends = broadcast === undefined ? [] : [...receive(ipText(prefix.address)), ...receive(ipText(ip4(broadcast)))];
  return [{ prefix, ways }, ...ends];
}

const wayOf = (path: ForwardingPath): readonly [string, string] => [
  path.gateway !== undefined && isIp4(path.gateway) ? ipText(path.gateway) : 'attached',
  path.out,
];

function print({ prefix, ways }: CefLine): readonly string[] {
  return ways.map(([hop, out], i) => `${(i === 0 ? prefix.text : '').padEnd(21)}${hop.padEnd(21)}${out}`);
}
