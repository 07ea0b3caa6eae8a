// show isis database [LSP] [brief | detail | extensive]: one line an LSP, or what each says.
// Source: captures `show isis database`, `… detail` of vMX and vQFX (public labs); the long form: isis-lsp.ts.

import { type Ip4, ip4Text } from '../../../base/ip.ts';
import { comparePrefix, type Prefix } from '../../../base/prefix.ts';
import type { Match } from '../../../language/spec.ts';
import type { Level } from '../../../protocols/isis/config.ts';
import { type IsisLspRow, type LspId, type NodeId, nodeOfLsp, type Tlv } from '../../../protocols/isis/show.ts';
import type { View } from '../../os.ts';
import { type Detail, detailOf, type IsisScene, levelsAsked, withIsis } from './isis-facts.ts';
import { attributesText, extensiveLines } from './isis-lsp.ts';

const HEAD = 'LSP ID                      Sequence Checksum Lifetime Attributes';

export const hex = (value: number): string => `0x${value.toString(16)}`;

function briefLine({ names }: IsisScene, lsp: IsisLspRow): string {
  const numbers = `${hex(lsp.sequence).padStart(9)} ${hex(lsp.checksum).padStart(8)} ${String(lsp.lifetime).padStart(8)}`;
  return `${names.node(lsp.id).padEnd(27)}${numbers} ${attributesText(lsp.flags)}`;
}

/** What an LSP tells, in either style or both at once: each thing once. */
interface Told {
  readonly neighbours: readonly { readonly node: NodeId; readonly metric: number }[];
  readonly prefixes: readonly {
    readonly prefix: Prefix;
    readonly metric: number;
    readonly external: boolean;
    readonly down: boolean;
  }[];
}

export function toldBy(tlvs: readonly Tlv[]): Told {
  const neighbours = new Map<string, Told['neighbours'][number]>();
  const prefixes = new Map<Prefix, Told['prefixes'][number]>();
  for (const tlv of tlvs) {
    if (tlv.kind === 'is-narrow' || tlv.kind === 'is-wide') {
      const seen = new Map<NodeId, number>();
      for (const { node, metric } of tlv.neighbours) {
        const nth = (seen.get(node) ?? 0) + 1;
        seen.set(node, nth);
        const key = `${node} ${nth}`;
        // The wide metric says more.
        if (tlv.kind === 'is-wide' || !neighbours.has(key)) neighbours.set(key, { node, metric });
      }
    } else if (tlv.kind === 'ip-internal' || tlv.kind === 'ip-external') {
      const external = tlv.kind === 'ip-external';
      for (const { prefix, metric, down } of tlv.prefixes) prefixes.set(prefix, { prefix, metric, down, external });
    } else if (tlv.kind === 'ip-wide') {
      for (const { prefix, metric, down } of tlv.prefixes) {
        prefixes.set(prefix, { prefix, metric, down, external: prefixes.get(prefix)?.external ?? false });
      }
    }
  }
  return {
    neighbours: [...neighbours.values()],
    prefixes: [...prefixes.values()].sort((a, b) => comparePrefix(a.prefix, b.prefix)),
  };
}

const entry = (what: string, metric: number): string => `   ${what.padEnd(43)}Metric: ${String(metric).padStart(8)}`;

/** The first fragment of the neighbour that names this node back. */
function twoWay(lsps: readonly IsisLspRow[], from: NodeId, to: NodeId): readonly [LspId, LspId] | undefined {
  const back = lsps.filter(({ id }) => nodeOfLsp(id) === to);
  const found = back.find(({ tlvs }) => toldBy(tlvs).neighbours.some(({ node }) => node === from));
  const first = back[0];
  return found && first ? [found.id, first.id] : undefined;
}

function lspLines(scene: IsisScene, lsps: readonly IsisLspRow[], lsp: IsisLspRow, detail: Detail): readonly string[] {
  const { names } = scene;
  const told = toldBy(lsp.tlvs);
  const neighbours = told.neighbours.flatMap(({ node, metric }) => {
    const back = detail === 'extensive' ? twoWay(lsps, nodeOfLsp(lsp.id), node) : undefined;
    const ways = back?.map(names.node);
    return [
      entry(`IS neighbor: ${names.node(node)}`, metric),
      ...(ways ? [`     Two-way fragment: ${ways[0]}, Two-way first fragment: ${ways[1]}`] : []),
    ];
  });
  const prefixes = told.prefixes.map(
    ({ prefix, metric, external, down }) =>
      `${entry(`IP prefix: ${ip4Text(prefix.address as Ip4)}/${prefix.length}`, metric)} ${external ? 'External' : 'Internal'} ${down ? 'Down' : 'Up'}`,
  );
  return [
    '',
    `${names.node(lsp.id)} Sequence: ${hex(lsp.sequence)}, Checksum: ${hex(lsp.checksum)}, Lifetime: ${lsp.lifetime} secs`,
    ...neighbours,
    ...prefixes,
    ...(detail === 'extensive' ? extensiveLines(scene, lsp) : []),
  ];
}

/** `R3`, `R3.00`, `R3.00-00`: whatever begins so. */
export function isAsked({ names }: IsisScene, { args }: Match, { id }: IsisLspRow): boolean {
  const text = args['lsp'];
  if (text === undefined) return true;
  return [names.node(id), id as string].some(
    (name) => name === text || name.startsWith(`${text}.`) || name.startsWith(`${text}-`),
  );
}

function levelLines(scene: IsisScene, match: Match, level: Level): readonly string[] {
  const { context, instance } = scene;
  const title = `IS-IS level ${level} link-state database:`;
  const lsps = context.ask('isis.database', { instance, level })[0]?.lsps ?? [];
  const found = lsps.filter((lsp) => isAsked(scene, match, lsp));
  const detail = detailOf(match);
  if (detail !== 'brief') return [title, ...found.flatMap((lsp) => lspLines(scene, lsps, lsp, detail))];
  const table = found.length === 0 ? [] : [HEAD, ...found.map((lsp) => briefLine(scene, lsp))];
  return [title, ...table, `  ${found.length} LSPs`];
}

export const showIsisDatabase: View = (context, match) =>
  withIsis(context, match, (scene) =>
    levelsAsked(match).flatMap((level, i) => [...(i > 0 ? [''] : []), ...levelLines(scene, match, level)]),
  );
