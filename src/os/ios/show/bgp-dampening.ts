// show ip bgp dampening parameters, dampened-paths, flap-statistics.
// Source: capture `show ip bgp all dampening parameters` (genieparser); Cisco IOS IP Routing: BGP, "show ip bgp dampening".

import { ip4Text, parseIp4 } from '../../../base/ip.ts';
import { contains } from '../../../base/prefix.ts';
import { compileRegex } from '../../../base/regex.ts';
import type { Match } from '../../../language/spec.ts';
import type { BgpNetRow, BgpPathRow } from '../../../protocols/bgp/show.ts';
import { pathText } from '../../../route/as-path.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import { type Micros, wholeSeconds } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { releaseOf } from '../releases.ts';
import { ageText } from './age.ts';
import { type BgpFacts, bgpFacts, keepPaths } from './bgp-facts.ts';
import { byPath } from './bgp-listed.ts';
import { networkText } from './bgp-table.ts';
import { type Asked, askedPrefix } from './route-asked.ts';
import { said } from './said.ts';

export const showBgpDampening: View = (context, match) => {
  const facts = bgpFacts(context, match);
  if (typeof facts === 'string') return [facts];
  const vrf = (match.args['vrf'] ?? MAIN) as VrfName;
  return said(match, 'parameters') ? parameterLines(context, vrf) : dampedLines(context, match, facts, vrf);
};

/** What a command keeps of the paths that flapped. */
function wanted(context: ViewContext, { args, words }: Match): (path: BgpPathRow, net: BgpNetRow) => boolean {
  const peer = parseIp4(args['neighbor'] ?? '');
  const asked = askedPrefix({ args, words } as Match);
  const longer = words.includes('longer-prefixes');
  const { expression, filter } = args;
  const pattern =
    expression === undefined
      ? undefined
      : compileRegex(expression.replaceAll('"', ''), { bracketEscapes: true, underscore: 'delimiter' });
  const listed = filter === undefined ? undefined : byPath(context, filter);
  return (path, net) =>
    (peer === undefined || (path.from !== 'local' && path.from.peer === peer)) &&
    (!asked || holds(asked, net.prefix, longer)) &&
    (!pattern || (pattern.ok && pattern.value.test(pathText(path.attributes.asPath)))) &&
    (!listed || listed(path, net));
}

const holds = ({ block, exact }: Asked, prefix: BgpNetRow['prefix'], longer: boolean): boolean => {
  if (longer) return prefix.length >= block.length && contains(block, prefix.address);
  return exact ? prefix === block : contains(prefix, block.address);
};

export function dampedLines(context: ViewContext, match: Match, facts: BgpFacts, vrf: VrfName): readonly string[] {
  const damped = said(match, 'dampened-paths') || said(match, 'dampened-routes');
  const keep = wanted(context, match);
  const kept = keepPaths(
    facts,
    (path, net) => path.dampening !== undefined && (!damped || path.dampening.suppressed) && keep(path, net),
  );
  const nets = kept.tables.flatMap((table) => table.nets);
  if (nets.length === 0) return enabled(context, vrf) ? [] : [notEnabled(vrf)];
  const id = facts.summary.routerId;
  return [
    `BGP table version is ${facts.summary.version}, local router ID is ${id === undefined ? '0.0.0.0' : ip4Text(id)}`,
    ...releaseOf(context.box.chassis.model).bgpLegend,
    '',
    damped
      ? '     Network          From             Reuse    Path'
      : '     Network          From            Flaps Duration Reuse    Path',
    ...nets.flatMap((net) => net.paths.map((path) => flapLine(context, net, path, damped))),
  ];
}

const enabled = ({ router }: ViewContext, vrf: VrfName): boolean =>
  router.config?.bgp?.families[vrf]?.dampening !== undefined;

const notEnabled = (vrf: VrfName): string => `% dampening not enabled for ${vrf === MAIN ? 'base' : `vrf ${vrf}`}`;

const LETTER = { igp: 'i', egp: 'e', incomplete: '?' } as const;

function flapLine({ now }: ViewContext, net: BgpNetRow, path: BgpPathRow, damped: boolean): string {
  const flap = path.dampening;
  const from = path.from === 'local' ? '0.0.0.0' : ip4Text(path.from.peer);
  const mark = path.history ? 'h' : flap?.suppressed ? '*d' : '*';
  const reuse = flap?.reuseIn === undefined ? '' : ageText(flap.reuseIn);
  const text = [pathText(path.attributes.asPath), LETTER[path.attributes.origin]].filter((one) => one !== '').join(' ');
  const head = ` ${mark.padEnd(4)}${networkText(net.prefix).padEnd(17)}`;
  if (damped) return `${head}${from.padEnd(17)}${reuse.padEnd(9)}${text}`;
  const span = flap ? ageText((now - flap.firstFlap) as Micros) : '';
  return `${head}${from.padEnd(16)}${String(flap?.flaps ?? 0).padEnd(6)}${span.padEnd(9)}${reuse.padEnd(9)}${text}`;
}

/** A penalty cannot be above what halves down to the reuse limit in the longest time. RFC 2439 §4.2 */
export function parameterLines({ router }: ViewContext, vrf: VrfName): readonly string[] {
  const set = router.config?.bgp?.families[vrf]?.dampening?.usual;
  if (!set) return [notEnabled(vrf)];
  const minutes = (span: Micros): number => Math.round(wholeSeconds(span) / 60);
  const [half, most] = [minutes(set.halfLife), minutes(set.maximum)];
  const ceiling = Math.round(set.reuse * 2 ** (most / half));
  const usual = half === 15 && set.reuse === 750 && set.suppress === 2000 && most === 60 ? ' (DEFAULT)' : '';
  return [
    '',
    ` dampening ${half} ${set.reuse} ${set.suppress} ${most}${usual}`,
    `  Half-life time      : ${`${half} mins`.padEnd(14)}Decay Time       : ${decay(half)} secs`,
    `  Max suppress penalty: ${String(ceiling).padStart(5)}         Max suppress time: ${most} mins`,
    `  Suppress penalty    : ${String(set.suppress).padStart(5)}         Reuse penalty    : ${set.reuse}`,
    '',
  ];
}

/** 15 minutes: 2320 seconds (capture). */
const decay = (half: number): number => Math.round((half * 2320) / 15);
