// show isis rib: every way that an LSP tells to a prefix, and which of them is in the routing table.
// Source: captures `show isis rib` of IOS 15.x (`  [115/L2/20] via 172.16.100.1(Ethernet0/2), from 172.16.100.1, tag 0,
// LSP[8/3] `) and IOS XE (genieparser ShowIsisRib: `prefix attr X:0 R:0 N:0`, `Routes under majornet`).

import { type Ip4, ip4Text } from '../../../base/ip.ts';
import { comparePrefix, covers, type Prefix, prefix as prefixOf } from '../../../base/prefix.ts';
import {
  type Hop,
  type IsisLspRow,
  type IsisRouteRow,
  nodeOfLsp,
  pseudonodeOf,
  systemOf,
  type Tlv,
} from '../../../protocols/isis/show.ts';
import type { View, ViewContext } from '../../os.ts';
import { isXe, tagsOf } from './isis-facts.ts';
import { type Asked, askedPrefix } from './route-asked.ts';

interface Way {
  readonly prefix: Prefix;
  readonly level: 1 | 2;
  readonly metric: number;
  readonly hops: readonly Hop[];
  readonly from: Ip4 | undefined;
  readonly tag: number;
  /** The number of the LSP in the database, and its sequence number. */
  readonly lsp: string;
}

interface ToldPrefix {
  readonly prefix: Prefix;
  readonly metric: number;
  readonly tag: number;
}

/** RFC 5130 §3.1 */
const TAG_32 = 1;

function toldBy(tlv: Tlv): readonly ToldPrefix[] {
  if (tlv.kind === 'ip-internal' || tlv.kind === 'ip-external')
    return tlv.prefixes.map(({ prefix, metric, external }) => ({
      prefix,
      metric: metric + (external ? 64 : 0),
      tag: 0,
    }));
  if (tlv.kind !== 'ip-wide') return [];
  return tlv.prefixes.map(({ prefix, metric, sub }) => {
    const value = sub?.find(({ type }) => type === TAG_32)?.value;
    return { prefix, metric, tag: value ? new DataView(value.buffer, value.byteOffset).getUint32(0) : 0 };
  });
}

function waysOf(context: ViewContext, tag: string): readonly Way[] {
  let number = 0;
  return context.ask('isis.database', { instance: tag }).flatMap(({ level, lsps }) => {
    const nodes = context.ask('isis.topology', { instance: tag, level })[0]?.nodes ?? [];
    const reached = new Map(nodes.map((node) => [node.id, node]));
    return lsps.flatMap((lsp: IsisLspRow): readonly Way[] => {
      number++;
      const node = reached.get(nodeOfLsp(lsp.id));
      if (lsp.own || !node || pseudonodeOf(lsp.id) !== 0) return [];
      const [from] = addressesOf(lsps, lsp);
      const about = { level, hops: node.hops, from, lsp: `${number}/${lsp.sequence}` };
      return lsp.tlvs
        .flatMap(toldBy)
        .map(({ prefix, metric, tag: mark }) => ({ ...about, prefix, metric: node.distance + metric, tag: mark }));
    });
  });
}

/** Its first fragment says them. */
const addressesOf = (lsps: readonly IsisLspRow[], lsp: IsisLspRow): readonly Ip4[] =>
  lsps
    .filter(({ id }) => systemOf(id) === systemOf(lsp.id))
    .flatMap(({ tlvs }) => tlvs.flatMap((tlv) => (tlv.kind === 'ip-addresses' ? tlv.addresses : [])));

function wayLines(way: Way, distance: number, installed: boolean, xe: boolean): readonly string[] {
  const { level, metric, from, tag, lsp } = way;
  return way.hops.flatMap(({ on, gateway }) => {
    const via = `via ${gateway === undefined ? '0.0.0.0' : ip4Text(gateway)}(${on})`;
    const told = from === undefined ? '' : `, from ${ip4Text(from)}`;
    return [
      `  [${distance}/L${level}/${metric}] ${via}${told}, tag ${tag}, LSP[${lsp}] `,
      ...(xe ? ['     prefix attr: X:0 R:0 N:0'] : []),
      ...(installed ? ['              (installed)'] : []),
    ];
  });
}

/** The network of a class that a prefix is a part of; undefined when it is one. */
function majornet(prefix: Prefix): Prefix | undefined {
  const first = (prefix.address as Ip4) >>> 24;
  const length = first < 128 ? 8 : first < 192 ? 16 : 24;
  return prefix.length > length ? prefixOf(prefix.address, length) : undefined;
}

const isAsked = (prefix: Prefix, asked: Asked | undefined): boolean =>
  asked === undefined || (asked.exact ? prefix === asked.block : covers(prefix, asked.block));

function ribLines(context: ViewContext, tag: string, asked: Asked | undefined): readonly string[] {
  const xe = isXe(context);
  const [instance] = context.ask('isis.instances', { instance: tag });
  const states = new Map(
    context.ask('isis.routes', { instance: tag }).map((row: IsisRouteRow) => [row.prefix, row.state]),
  );
  const ways = waysOf(context, tag).filter(({ prefix }) => isAsked(prefix, asked));
  const prefixes = [...new Set(ways.map(({ prefix }) => prefix))].sort(comparePrefix);
  const blocks = prefixes.map((prefix) => {
    const state = states.get(prefix);
    const own = ways.filter((way) => way.prefix === prefix).sort((a, b) => a.level - b.level || a.metric - b.metric);
    return [
      xe ? `${prefix.text}  prefix attr X:0 R:0 N:0` : prefix.text,
      ...own.flatMap((way) => {
        const best = state?.route !== undefined && state.best.level === way.level && state.best.metric === way.metric;
        return wayLines(way, instance?.config.preference ?? DISTANCE, best, xe);
      }),
    ];
  });
  const [first] = prefixes;
  const major = xe && asked && first ? majornet(first) : undefined;
  return [
    '',
    '',
    `IPv4 local RIB for IS-IS process ${tag}`,
    '',
    'IPV4 unicast topology base (TID 0, TOPOID 0x0) =================',
    ...(major ? [`Routes under majornet ${major.text}:`] : []),
    ...blocks.flatMap((lines) => ['', ...lines]),
  ];
}

/** "distance": 115. */
const DISTANCE = 115;

export const showIsisRib: View = (context, match) =>
  tagsOf(context, match).flatMap((tag) => ribLines(context, tag, askedPrefix(match)));
