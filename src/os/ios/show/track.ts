// show track [NUMBER | brief]: tracked objects.
// Source: captures `show track` (IOSv 15.x: interface, IP route up and down, list, `Tracked by` a VRRP group); Cisco IOS IP
// Application Services Command Reference, "show track" (brief, delay).

import { ip4Text } from '../../../base/ip.ts';
import { maskOf } from '../../../base/prefix.ts';
import type { TrackRow } from '../../../protocols/track/show.ts';
import type { RouteKind } from '../../../route/route.ts';
import { since } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { ageText } from './age.ts';
import { said } from './said.ts';
import { CODES, rttOf } from './sla.ts';

export const showTrack: View = (context, match) => {
  const number = match.args['object'];
  const kinds = KINDS_SAID.filter(([word]) => said(match, word)).map(([, kind]) => kind);
  const rows = context
    .ask('track.objects', {})
    .filter(({ object }) => number === undefined || object.name === number)
    .filter(({ object: { what } }) => kinds.length === 0 || kinds.includes(what.kind));
  if (said(match, 'brief')) return rows.length === 0 ? [] : [HEADING, ...rows.map((row) => briefLine(context, row))];
  return rows.flatMap((row) => objectLines(context, row, rows));
};

/** Which objects a word of the command means; of others there are none. */
const KINDS_SAID: readonly (readonly [string, string])[] = [
  ['interface', 'interface'],
  ['route', 'route'],
  ['list', 'list'],
  ['stub-object', 'fixed'],
  ['sla', 'probe'],
  ['ipv6', 'ipv6'],
];

const HEADING = 'Track Type        Instance                   Parameter        State Last Change';

const upText = (up: boolean): string => (up ? 'Up' : 'Down');

/** Type, instance and parameter. */
function partsOf({ what }: TrackRow['object']): readonly [string, string, string] {
  switch (what.kind) {
    case 'interface':
      return ['interface', what.on, what.what === 'line' ? 'line-protocol' : 'ip routing'];
    case 'route':
      return ['ip route', what.prefix.text, 'reachability'];
    case 'probe':
      return ['ip sla', what.name, what.asked];
    case 'list':
      return ['list', '', 'boolean'];
    case 'port':
    case 'fixed':
      return ['stub-object', '', ''];
  }
}

function briefLine({ now }: ViewContext, { object, up, changed }: TrackRow): string {
  const [type, instance, parameter] = partsOf(object);
  const head = `${object.name.padEnd(6)}${type.padEnd(12)}${instance.padEnd(27)}${parameter.padEnd(17)}`;
  return `${head}${upText(up).padEnd(6)}${ageText(since(changed, now))}`;
}

/** Names of protocols as `show track` has them. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(connected|local)/, 'connected'],
  [/^static/, 'static'],
  [/^eigrp/, 'EIGRP'],
  [/^ospf/, 'OSPF'],
  [/^isis/, 'ISIS'],
  [/^bgp/, 'BGP'],
  [/^rip/, 'RIP'],
];

const kindText = (kind: RouteKind | undefined): string =>
  kind === undefined ? 'no ip route' : (KINDS.find(([shape]) => shape.test(kind))?.[1] ?? kind);

function objectLines(context: ViewContext, row: TrackRow, rows: readonly TrackRow[]): readonly string[] {
  const { object, changes, changed } = row;
  const times = `    ${changes} change${changes === 1 ? '' : 's'}, last change ${ageText(since(changed, context.now))}`;
  const users = usersOf(context, object.name, rows);
  return [
    `Track ${object.name}`,
    ...stateLines(row),
    times,
    ...memberLines(row, rows),
    ...delayLines(row),
    ...probeLines(row),
    ...(object.what.kind === 'route' ? [`  First-hop interface is ${row.via ?? 'unknown'}`] : []),
    ...(users.length === 0 ? [] : ['  Tracked by:', ...users.map((user) => `    ${user}`)]),
  ];
}

function stateLines({ object: { what }, up, route }: TrackRow): readonly string[] {
  switch (what.kind) {
    case 'interface':
      return what.what === 'line'
        ? [`  Interface ${what.on} line-protocol`, `  Line protocol is ${upText(up)}`]
        : [`  Interface ${what.on} ip routing`, `  IP routing is ${upText(up)}`];
    case 'route': {
      const block = `${what.prefix.text.split('/')[0]} ${ip4Text(maskOf(what.prefix.length))}`;
      return [`  IP route ${block} reachability`, `  Reachability is ${upText(up)} (${kindText(route)})`];
    }
    case 'probe':
      return [
        `  IP SLA ${what.name} ${what.asked}`,
        what.asked === 'state' ? `  State is ${upText(up)}` : `  Reachability is ${upText(up)}`,
      ];
    case 'list':
      return [`  List boolean ${what.boolean}`, `  Boolean ${what.boolean.toUpperCase()} is ${upText(up)}`];
    case 'port':
    case 'fixed':
      return ['  Stub-object', `  State is ${upText(up)}`];
  }
}

function memberLines({ object: { what } }: TrackRow, rows: readonly TrackRow[]): readonly string[] {
  if (what.kind !== 'list') return [];
  return what.members.map(({ object, not }) => {
    const member = rows.find((row) => row.object.name === object);
    return `    object ${object}${not ? ' not' : ''} ${member ? upText(member.up) : 'undefined'}`;
  });
}

function delayLines({ object: { delay } }: TrackRow): readonly string[] {
  const parts = (['up', 'down'] as const).flatMap((way) =>
    delay[way] > 0 ? [`${way} ${delay[way] / 1_000_000} sec${delay[way] === 1_000_000 ? '' : 's'}`] : [],
  );
  return parts.length === 0 ? [] : [`  Delay ${parts.join(', ')}`];
}

/** Of a probe: how the last one went. */
function probeLines({ object: { what }, probe }: TrackRow): readonly string[] {
  if (what.kind !== 'probe') return [];
  const rtt = probe && rttOf(probe);
  return [
    `  Latest operation return code: ${CODES[probe?.verdict ?? 'unknown']}`,
    ...(rtt === undefined ? [] : [`  Latest RTT (millisecs) ${rtt}`]),
  ];
}

function usersOf(context: ViewContext, name: string, rows: readonly TrackRow[]): readonly string[] {
  const groups = context
    .ask('vrrp.groups', {})
    .filter(({ tracks }) => tracks.some(({ object }) => object === name))
    .map(({ config }) => `VRRP ${config.on} ${config.group}`);
  const routes = context
    .ask('vrfs', {})
    .some(({ name: vrf }) => context.ask('static.paths', { vrf }).some(({ path }) => path.track === name));
  const lists = rows
    .filter(({ object: { what } }) => what.kind === 'list' && what.members.some(({ object }) => object === name))
    .map(({ object }) => `Track List ${object.name}`);
  return [...groups, ...lists, ...(routes ? ['Static IP Routing 0'] : [])];
}
