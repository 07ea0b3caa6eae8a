// show isis database [level] [detail | verbose], show isis topology.
// Source: captures of IOS 15.x (`R23.00-00           * 0x0000000C   0xD735        1104              1/0/0`; `IP 10.40.2.0
// 255.255.255.0`); genieparser ShowIsisDatabase, ShowIsisDatabaseDetail, ShowIsisTopology (IOS XE).

import { type Ip4, ip4Text } from '../../../base/ip.ts';
import { macDots } from '../../../base/mac.ts';
import { maskOf, type Prefix } from '../../../base/prefix.ts';
import { byText } from '../../../base/sorted-map.ts';
import type { Match } from '../../../language/spec.ts';
import {
  type IsisLspRow,
  type IsisTopologyRow,
  nodeOfLsp,
  type SystemId,
  systemOf,
  type Tlv,
} from '../../../protocols/isis/show.ts';
import type { View, ViewContext } from '../../os.ts';
import { isXe, type Names, namesOf, tagLine, tagsOf } from './isis-facts.ts';
import { said } from './said.ts';
import { shortName } from './short-name.ts';

function levelAsked(match: Match): { readonly level?: 1 | 2 } {
  if (said(match, 'level-1') || said(match, 'l1')) return { level: 1 };
  return said(match, 'level-2') || said(match, 'l2') ? { level: 2 } : {};
}

const hex = (value: number, digits: number): string => `0x${value.toString(16).toUpperCase().padStart(digits, '0')}`;

/** Where the columns behind the LSP ID begin. */
const ID_WIDTH = 20;

function lspLines(lsp: IsisLspRow, names: Names, xe: boolean): readonly string[] {
  const id = names.node(nodeOfLsp(lsp.id)) + lsp.id.slice(17);
  const { flags } = lsp;
  const bits = [flags.attached > 0, flags.partition, flags.overload].map(Number).join('/');
  const received = lsp.own ? '*' : String(lsp.receivedLifetime);
  const age = xe
    ? `${String(lsp.lifetime).padStart(20)}/${received.padEnd(10)}`
    : `        ${String(lsp.lifetime).padEnd(18)}`;
  const rest = `${lsp.own ? '* ' : '  '}${hex(lsp.sequence, 8)}   ${hex(lsp.checksum, 4)}${age}${bits}`;
  return id.length > ID_WIDTH ? [`${id} \\`, `${' '.repeat(ID_WIDTH)}${rest}`] : [`${id.padEnd(ID_WIDTH)}${rest}`];
}

/** `R2.00-00`, `0000.0000.0002.00-00` */
const isAsked = ({ id }: IsisLspRow, names: Names, asked: string | undefined): boolean =>
  asked === undefined || id === asked || names.node(nodeOfLsp(id)) + id.slice(17) === asked;

const metricLine = (metric: number, what: string): string => `  Metric: ${String(metric).padEnd(11)}${what}`;

const maskText = ({ address, length }: Prefix): string => `${ip4Text(address as Ip4)} ${ip4Text(maskOf(length))}`;

/** What one TLV says, as far as IOS shows it. */
function tlvLines(tlv: Tlv, names: Names, verbose: boolean): readonly string[] {
  switch (tlv.kind) {
    case 'authentication':
      return [`  Auth:         Length: ${tlv.value.length + 1}`];
    case 'areas':
      return tlv.areas.map((area) => `  Area Address: ${area}`);
    case 'protocols':
      return [`  NLPID:        ${tlv.nlpids.map((nlpid) => hex(nlpid, 2)).join(' ')}`];
    case 'router-id':
      return [`  Router ID:    ${ip4Text(tlv.address)}`];
    case 'hostname':
      return [`  Hostname: ${tlv.name}`];
    case 'ip-addresses':
      return tlv.addresses.map((address) => `  IP Address:   ${ip4Text(address)}`);
    case 'is-narrow':
      return tlv.neighbours.map((one) => metricLine(one.metric, `IS ${names.node(one.node)}`));
    case 'is-wide':
      return tlv.neighbours.map((one) => metricLine(one.metric, `IS-Extended ${names.node(one.node)}`));
    case 'ip-internal':
    case 'ip-external':
      return tlv.prefixes.map((one) => {
        const kind = one.down ? 'IP-Interarea' : tlv.kind === 'ip-external' ? 'IP-External' : 'IP';
        return metricLine(one.metric + (one.external ? 64 : 0), `${kind} ${maskText(one.prefix)}`);
      });
    case 'ip-wide':
      return tlv.prefixes.flatMap((one) => [
        metricLine(one.metric, `${one.down ? 'IP-Interarea' : 'IP'} ${one.prefix.text}`),
        ...(verbose ? tagLines(one.sub) : []),
      ]);
    default:
      return [];
  }
}

type WideSub = Extract<Tlv, { kind: 'ip-wide' }>['prefixes'][number]['sub'];

/** RFC 5130 §3.1 */
const tagLines = (sub: WideSub): readonly string[] =>
  (sub ?? []).flatMap(({ type, value }) =>
    type === 1 && value.length >= 4
      ? [`    Route Admin Tag: ${new DataView(value.buffer, value.byteOffset, 4).getUint32(0)}`]
      : [],
  );

export const showIsisDatabase: View = (context, match) =>
  tagsOf(context, match).flatMap((tag) => {
    const xe = isXe(context);
    const names = namesOf(context, tag);
    const verbose = said(match, 'verbose');
    const long = verbose || said(match, 'detail');
    const levels = context.ask('isis.database', { instance: tag, ...levelAsked(match) });
    const columns = `LSPID                 LSP Seq Num  LSP Checksum  LSP Holdtime${xe ? '/Rcvd' : ''}      ATT/P/OL`;
    return [
      '',
      ...tagLine(context, tag),
      ...levels.flatMap(({ level, lsps }) => [
        `IS-IS Level-${level} Link State Database:`,
        columns,
        ...lsps
          .filter((lsp) => isAsked(lsp, names, match.args['lsp']))
          .flatMap((lsp) => [
            ...lspLines(lsp, names, xe),
            ...(long ? lsp.tlvs.flatMap((tlv) => tlvLines(tlv, names, verbose)) : []),
          ]),
      ]),
    ];
  });

/** Every system of a level: those that cannot be reached have two stars. */
function systemsOf(context: ViewContext, tag: string, row: IsisTopologyRow): readonly SystemId[] {
  const [database] = context.ask('isis.database', { instance: tag, level: row.level });
  const known = (database?.lsps ?? []).filter((lsp) => lsp.id.endsWith('.00-00') && lsp.lifetime > 0);
  return [...new Set([systemOf(row.root), ...known.map((lsp) => systemOf(lsp.id))])].sort(byText);
}

function pathLines(context: ViewContext, tag: string, row: IsisTopologyRow, system: SystemId): readonly string[] {
  const names = namesOf(context, tag);
  const name = names.system(system).padEnd(21);
  if (system === systemOf(row.root)) return [`${name}--`];
  const node = row.nodes.find((one) => one.id === `${system}.00`);
  if (!node) return [`${name}**`];
  // IOS XE leaves a blank behind the address.
  const end = isXe(context) ? ' ' : '';
  return node.hops.map((hop, i) => {
    const start = i === 0 ? `${name}${String(node.distance).padEnd(11)}` : ' '.repeat(32);
    const snpa = hop.snpa === undefined ? '' : macDots(hop.snpa);
    return `${start}${names.system(hop.system).padEnd(21)}${shortName(hop.on).padEnd(12)}${snpa}${end}`;
  });
}

export const showIsisTopology: View = (context, match) =>
  tagsOf(context, match).flatMap((tag) => {
    const rows = context.ask('isis.topology', { instance: tag, ...levelAsked(match) });
    return [
      '',
      ...tagLine(context, tag),
      ...rows.flatMap((row, i) => [
        ...(i > 0 ? [''] : []),
        `IS-IS TID 0 paths to level-${row.level} routers`,
        'System Id            Metric     Next-Hop             Interface   SNPA',
        ...systemsOf(context, tag, row).flatMap((system) => pathLines(context, tag, row, system)),
      ]),
    ];
  });
