// debug ip bgp: how sessions of BGP get on. debug ip bgp updates: what messages say, and what becomes of it.
// Source: debugs of IOS 12.4 and 15 (`BGP: 192.168.23.2 went from Established to Idle`); of updates: ipSpace.net, "BGP Route
// Reflectors" and "BGP convergence" (`BGP(0): (base) 10.0.0.4 send UPDATE (format) 10.0.0.3/32, next 10.0.0.3, metric 0, path
// Local`, `send unreachable`), bgplabs.net, "Reuse BGP AS Number" (`-- DENIED due to: AS-PATH contains our own AS;`), a lab of
// CSR 1000V (`rcvd UPDATE w/ attr: nexthop 10.0.2.10, origin i, metric 0, merged path 65001, AS_PATH `, `Revise route
// installing 1 of 1 routes for 10.0.1.0/24 -> 10.0.2.10(global) to main IP table`, `Remove_fwdroute`).

import { ip4Text, ipText } from '../../../base/ip.ts';
import type { DeviceEvent } from '../../../device/events.ts';
import { pathText } from '../../../route/as-path.ts';
import type { PathAttributes } from '../../../route/attributes.ts';
import { extendedText } from '../../../route/community.ts';
import { MAIN } from '../../../route/names.ts';
import { rdText } from '../../../route/route-distinguisher.ts';
import type { LogLine } from '../../os.ts';
import { STATES } from '../show/bgp-summary.ts';
import type { Flag } from './packets.ts';

type Of<K extends DeviceEvent['kind']> = Extract<DeviceEvent, { readonly kind: K }>;
type Update = Of<'bgp-update'>;
type Told = Update['told'][number];

export function bgpDebugLines(event: DeviceEvent, flags: ReadonlySet<Flag>): readonly LogLine[] {
  switch (event.kind) {
    case 'bgp-peer-state':
      return flags.has('bgp')
        ? line(`BGP: ${ip4Text(event.peer)} went from ${STATES[event.from]} to ${STATES[event.to]}`)
        : [];
    case 'bgp-update':
      return isWanted(event, flags) ? (event.sent ? sentLines(event) : receivedLines(event)).flatMap(line) : [];
    case 'bgp-best':
      return bestLines(event, flags);
    default:
      return [];
  }
}

const line = (text: string): readonly LogLine[] => [{ severity: 7, text }];

/** `bgp-updates FAMILY WAY PEER`: what was asked for by `debug ip bgp [PEER] updates [in | out]`. */
export const UPDATES = 'bgp-updates';

export interface AskedUpdates {
  readonly family: 'ipv4' | 'vpnv4';
  readonly way: 'both' | 'in' | 'out';
  /** All of them when there is none. */
  readonly peer: string;
}

export function updatesAsked(flag: string): AskedUpdates | undefined {
  const [kind, family, way, peer = ''] = flag.split(' ');
  return kind === UPDATES ? ({ family, way, peer } as AskedUpdates) : undefined;
}

/** VRFs' neighbours speak VPNv4's part of the tables. */
const familyOf = ({ family, vrf }: Pick<Update, 'family' | 'vrf'>): AskedUpdates['family'] =>
  family === 'vpnv4' || vrf !== MAIN ? 'vpnv4' : 'ipv4';

function isWanted(event: Update, flags: ReadonlySet<Flag>): boolean {
  return [...flags].some((flag) => {
    const asked = updatesAsked(flag);
    return (
      asked?.family === familyOf(event) &&
      (asked.way === 'both' || (asked.way === 'out') === event.sent) &&
      (asked.peer === '' || asked.peer === ip4Text(event.peer))
    );
  });
}

/** BGP's number of the address family. */
const numberOf = (event: Pick<Update, 'family' | 'vrf'>): string => `BGP(${familyOf(event) === 'vpnv4' ? 4 : 0})`;

const netOf = ({ rd, prefix }: Told['nlri']): string => `${rd ? `${rdText(rd)}:` : ''}${prefix.text}`;

const ORIGIN = { igp: 'i', egp: 'e', incomplete: '?' } as const;

/** What all prefixes of a message share. */
function attributesText(attributes: PathAttributes): string {
  const { localPref, med, originatorId, clusterList, communities, extended, asPath } = attributes;
  const path = pathText(asPath);
  return [
    `nexthop ${ipText(attributes.nexthop)}`,
    `origin ${ORIGIN[attributes.origin]}`,
    ...(localPref === undefined ? [] : [`localpref ${localPref}`]),
    ...(med === undefined ? [] : [`metric ${med}`]),
    ...(originatorId === undefined ? [] : [`originator ${ip4Text(originatorId)}`]),
    ...(clusterList?.length ? [`clusterlist ${clusterList.map(ip4Text).join(' ')}`] : []),
    ...(path === '' ? [] : [`merged path ${path}`, 'AS_PATH ']),
    ...(communities?.length
      ? [`community ${communities.map((one) => `${one >>> 16}:${one & 0xffff}`).join(' ')}`]
      : []),
    ...(extended?.length ? [`extended community ${extended.map(extendedText).join(' ')}`] : []),
  ].join(', ');
}

/** Why a path was not taken in, where a printout says it. */
const DENIED: Readonly<Partial<Record<NonNullable<Told['refused']>, string>>> = {
  'as-loop': 'AS-PATH contains our own AS',
  'originator-loop': 'ORIGINATOR is us',
  policy: 'route-map',
};

function receivedLines(event: Update): readonly string[] {
  const who = `${numberOf(event)}: ${ip4Text(event.peer)}`;
  const [first] = event.told;
  const denied = event.told.filter(({ refused }) => refused !== undefined);
  return [
    ...event.withdrawn.map((nlri) => `${who} rcv UPDATE about ${netOf(nlri)} -- withdrawn`),
    ...(first
      ? [`${who} ${denied.includes(first) ? 'rcv' : 'rcvd'} UPDATE w/ attr: ${attributesText(first.attributes)}`]
      : []),
    ...event.told.flatMap(({ nlri, refused }) => {
      if (refused === undefined) return [`${who} rcvd ${netOf(nlri)}`];
      const why = DENIED[refused];
      return why === undefined ? [] : [`${who} rcv UPDATE about ${netOf(nlri)} -- DENIED due to: ${why};`];
    }),
  ];
}

/** The path as it stands in the table: the own AS is put before it when the message is made. */
function pathBefore({ asPath }: PathAttributes): string {
  const path = pathText(asPath).split(' ');
  const own = path[0];
  const rest = path.slice(path.findIndex((asn) => asn !== own));
  return path.every((asn) => asn === own) ? '' : rest.join(' ');
}

function sentLines(event: Update): readonly string[] {
  const who = `${numberOf(event)}: (base) ${ip4Text(event.peer)}`;
  const internal = (attributes: PathAttributes): boolean => attributes.localPref !== undefined;
  return [
    ...event.withdrawn.map((nlri) => `${who} send unreachable (format) ${netOf(nlri)}`),
    ...event.told.map(({ nlri, attributes }) => {
      const path = internal(attributes) ? pathText(attributes.asPath) : pathBefore(attributes);
      const hop = `next ${ipText(attributes.nexthop)}, metric ${attributes.med ?? 0}, path ${path || 'Local'}`;
      const communities = attributes.extended?.length
        ? `, extended community ${attributes.extended.map(extendedText).join(' ')}`
        : '';
      return `${who} send UPDATE (format) ${netOf(nlri)}, ${hop}${communities}`;
    }),
  ];
}

/** What the routing table is told of it. */
function bestLines({ vrf, prefix, hops }: Of<'bgp-best'>, flags: ReadonlySet<Flag>): readonly LogLine[] {
  const wanted = [...flags].some((flag) => updatesAsked(flag)?.family === (vrf === MAIN ? 'ipv4' : 'vpnv4'));
  if (!wanted || vrf !== MAIN) return [];
  if (hops.length === 0)
    return [
      ...line(`BGP(0): no valid path for ${prefix.text}`),
      ...line(`BGP: topo global:IPv4 Unicast:base Remove_fwdroute for ${prefix.text}`),
    ];
  return hops.flatMap((hop, i) =>
    line(
      `BGP(0): Revise route installing ${i + 1} of ${hops.length} routes for ${prefix.text} -> ${ip4Text(hop)}(global) to main IP table`,
    ),
  );
}
