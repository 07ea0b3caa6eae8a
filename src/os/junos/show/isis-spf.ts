// show isis spf log | results | brief
// Source: captures `show isis spf results` (vMX) and `show isis spf log` (cRPD) of public labs; reasons other than
// `Reconfig`, `New LSP`, `Updated LSP`: CLI reference, "show isis spf".

import { type Ip4, ip4Text } from '../../../base/ip.ts';
import { comparePrefix, type Prefix } from '../../../base/prefix.ts';
import type { Level } from '../../../protocols/isis/config.ts';
import { type IsisTopologyRow, type LogEntry, nodeOfLsp, type TreeNode } from '../../../protocols/isis/show.ts';
import type { View } from '../../os.ts';
import { type IsisScene, levelsAsked, snpaText, withIsis } from './isis-facts.ts';
import { stampText } from './spans.ts';

const COLUMNS = 'Node             Metric     Interface        NH   Via             SNPA';

/** Prefixes by the node that tells them, with the way to them. */
function prefixesOf({ context, instance }: IsisScene, level: Level): ReadonlyMap<string, ReadonlyMap<Prefix, number>> {
  const [row] = context.ask('isis.database', { instance, level });
  const found = new Map<string, Map<Prefix, number>>();
  for (const { id, tlvs } of row?.lsps ?? []) {
    const node = nodeOfLsp(id);
    const told = found.get(node) ?? new Map<Prefix, number>();
    found.set(node, told);
    for (const tlv of tlvs) {
      if (tlv.kind !== 'ip-internal' && tlv.kind !== 'ip-external' && tlv.kind !== 'ip-wide') continue;
      for (const { prefix, metric } of tlv.prefixes) told.set(prefix, metric);
    }
  }
  return found;
}

function nodeLines({ names }: IsisScene, { id, distance, hops }: TreeNode): readonly string[] {
  const start = `${names.node(id).padEnd(17)}${distance}`;
  if (hops.length === 0) return [start];
  return hops.map((hop, i) => {
    const lead = i === 0 ? start.padEnd(28) : ' '.repeat(28);
    const snpa = hop.snpa === undefined ? '' : snpaText(hop.snpa);
    return `${lead}${hop.on.padEnd(17)}IPV4 ${names.system(hop.system).padEnd(16)}${snpa}`.trimEnd();
  });
}

/** Farthest first: this router itself ends the list. Nodes at no distance from a LAN are left to it. */
function resultLines(
  scene: IsisScene,
  row: IsisTopologyRow | undefined,
  long: boolean,
  level: Level,
): readonly string[] {
  const title = `IS-IS level ${level} SPF results:`;
  const nodes = [...(row?.nodes ?? [])].reverse();
  if (nodes.length === 0) return [title, '  0 nodes'];
  const told = long ? prefixesOf(scene, level) : new Map<string, ReadonlyMap<Prefix, number>>();
  const blocks = nodes.flatMap((node) => [
    ...nodeLines(scene, node),
    ...[...(told.get(node.id) ?? [])]
      .sort(([a], [b]) => comparePrefix(a, b))
      .map(
        ([prefix, metric]) =>
          `${' '.repeat(17)}${String(node.distance + metric).padEnd(11)}${ip4Text(prefix.address as Ip4)}/${prefix.length}`,
      ),
  ]);
  return [title, COLUMNS, ...blocks, `  ${nodes.length} nodes`];
}

const shownResults =
  (long: boolean): View =>
  (context, match) =>
    withIsis(context, match, (scene) =>
      levelsAsked(match).flatMap((level, i) => {
        const [row] = context.ask('isis.topology', { instance: scene.instance, level });
        return [...(i > 0 ? [''] : []), ...resultLines(scene, row, long, level)];
      }),
    );

export const showIsisSpfResults: View = shownResults(true);
export const showIsisSpfBrief: View = shownResults(false);

/** What set the calculation off, in the words of the log. */
function reasonText({ names }: IsisScene, { triggers, lsp, on }: LogEntry): string {
  const [first] = triggers;
  const what = lsp === undefined ? '' : ` ${names.node(lsp)}`;
  const where = on === undefined ? '' : ` on ${on}`;
  switch (first) {
    case 'new-lsp':
      return `New LSP${what}`;
    case 'lsp-changed':
    case 'prefixes':
      return `Updated LSP${what}`;
    case 'lsp-expired':
    case 'lsp-purged':
      return `Purge LSP${what}`;
    case 'new-adjacency':
      return `New adjacency${where}`;
    case 'adjacency-lost':
      return `Lost adjacency${where}`;
    case 'periodic':
      return 'Periodic SPF';
    case 'interface':
      return `Address change${where}`;
    case 'attached':
      return 'Multi area attachment change';
    default:
      return 'Reconfig';
  }
}

/** A calculation takes some microseconds for each node; nothing here tells how many a real one took. */
const elapsed = ({ nodes }: LogEntry): string => ((40 + 11 * nodes) / 1_000_000).toFixed(6);

export const showIsisSpfLog: View = (context, match) =>
  withIsis(context, match, (scene) =>
    levelsAsked(match).flatMap((level, i) => {
      const log = scene.row.levels.find((row) => row.level === level)?.spfLog ?? [];
      const lines = log.map((entry) => {
        const at = stampText(context.box.clock(entry.at));
        return `${at}${elapsed(entry).padStart(16)}${String(entry.count).padStart(5)} ${reasonText(scene, entry)}`;
      });
      const title = ` IS-IS level ${level} SPF log:`;
      return [...(i > 0 ? [''] : []), title, 'Start time          Elapsed (secs) Count Reason', ...lines];
    }),
  );
