// `show configuration` and `show`: the part of a tree that was asked for, in braces or as its pipes want it.
// Source: CLI user guide, "show | display set", "display inheritance", "display omit"; headers: captures of Junos 21.4 to
// 25.4.

import { epochSeconds } from '../../../base/calendar.ts';
import { type Chain, findAll } from '../../../config/edit.ts';
import { type ConfigNode, type ConfigTree, EMPTY_TREE } from '../../../config/tree.ts';
import { type Micros, micros } from '../../../sim/time.ts';
import { along, compareAt } from '../compare.ts';
import { displayJson } from '../display-json.ts';
import { displaySet } from '../display-set.ts';
import { displayXml, type Envelope } from '../display-xml.ts';
import { fullPath, readFile } from '../files.ts';
import { expandGroups } from '../groups.ts';
import { withDefaults } from '../junos-defaults.ts';
import { isSetText, loadBraces, loadSet } from '../load.ts';
import { type PrintStyle, printBlock, printFound } from '../print.ts';
import type { Schema } from '../schema.ts';
import { quoted } from '../statement-text.ts';
import { moment } from './commit-history.ts';
import { detailOf } from './display-detail.ts';
import type { ConfigDisplay } from './pipes.ts';
import type { Rights } from './rights.ts';
import type { Session } from './session.ts';
import { seenFrom } from './standing.ts';

/** What of a configuration is wanted. */
export interface Wanted {
  readonly session: Session;
  readonly schema: Schema;
  readonly rights: Rights;
  readonly tree: ConfigTree;
  /** Paths from the root; one that is empty is everything. */
  readonly chains: readonly Chain[];
  /** The path leads to where somebody stands: its contents are shown, not the statement. */
  readonly inside: boolean;
  readonly displays: readonly ConfigDisplay[];
  /** Above a whole configuration. */
  readonly header: readonly string[];
}

type Display<Kind extends ConfigDisplay['kind']> = Extract<ConfigDisplay, { readonly kind: Kind }>;

/** The lines. */
export function shownConfiguration(wanted: Wanted): readonly string[] {
  const { schema, displays, session } = wanted;
  const { root } = session;
  const chains = wanted.chains.map((chain) => chain.slice(root.length));
  const display = <Kind extends ConfigDisplay['kind']>(kind: Kind): Display<Kind> | undefined =>
    displays.find((one): one is Display<Kind> => one.kind === kind);
  const compared = display('compare');
  if (compared) {
    const old = comparedWith(wanted, compared);
    if (typeof old === 'string') return [old];
    return chains.flatMap((chain) => compareAt(seenFrom(old, root), seenFrom(wanted.tree, root), chain));
  }
  const inheritance = display('inheritance');
  const given = inheritance?.defaults ? withDefaults(schema, wanted.tree, true) : withNamed(wanted);
  const expanded = inheritance && expandGroups(given, schema.specs);
  const tree = permitted(seenFrom(expanded?.tree ?? given, root), wanted, displays);
  const set = display('set');
  if (set) return chains.flatMap((chain) => setLines(tree, chain, set.relative));
  if (display('xml')) {
    const running = session.box.store.running;
    return displayXml(partOf(tree, chains), envelopeOf(wanted), display('changed') ? changedSince(running) : undefined);
  }
  if (display('json')) return displayJson(partOf(tree, chains), envelopeOf(wanted));
  const notes: PrintStyle['note'] = (node) => [
    ...(display('detail') ? detailOf(node) : []),
    ...(inheritance?.comments ? (inheritedFrom(node, expanded?.origins.get(node)) ?? []) : []),
  ];
  const style: PrintStyle = {
    note: notes,
    hide: hidingOf(wanted, tree, display('omit') !== undefined),
    secrets: wanted.rights.secrets || wanted.rights.everything,
  };
  return printed({ ...wanted, chains }, tree, style);
}

/** The group of defaults is shown only to those who name it. */
function withNamed({ schema, tree, chains }: Wanted): ConfigTree {
  const named = chains.some((chain) => chain[0]?.words[0] === 'groups' && chain[1]?.words[0] === 'junos-defaults');
  return named ? withDefaults(schema, tree, false) : tree;
}

function printed(wanted: Wanted, tree: ConfigTree, style: PrintStyle): readonly string[] {
  const { chains } = wanted;
  const whole = chains.length === 1 && chains[0]?.length === 0;
  if (whole) return [...wanted.header, ...printBlock(tree.children, style)];
  const found = chains.flatMap((chain) => findAll(tree, chain));
  return wanted.inside ? found.flatMap((node) => printBlock(node.children, style)) : printFound(found, style);
}

export const NO_ROLLBACK = 'error: rollback file does not exist';

/** An earlier configuration, or one that was saved; a text says why not. */
function comparedWith({ session, schema }: Wanted, { rollback, file }: Display<'compare'>): ConfigTree | string {
  const { box, user, directory } = session;
  if (file === undefined) return box.store.commits[rollback ?? 0]?.tree ?? NO_ROLLBACK;
  const lines = readFile(box, fullPath(user, file, directory));
  if (!lines) return `error: could not resolve file: ${file}`;
  const text = lines.join('\n');
  return isSetText(text)
    ? loadSet(schema, text, EMPTY_TREE).tree
    : loadBraces(schema, text, EMPTY_TREE, 'override', [], file).tree;
}

/** Statements nobody forbids: where they are not printed in braces, the others are left out. */
function permitted(tree: ConfigTree, { rights }: Wanted, displays: readonly ConfigDisplay[]): ConfigTree {
  const braces = !displays.some(({ kind }) => kind === 'set' || kind === 'xml' || kind === 'json');
  if (rights.everything || braces) return tree;
  return { children: tree.children.filter((node) => rights.sees(node.words.join(' '))) };
}

/** What is denied, and what its owner does not want to see. */
function hidingOf({ rights }: Wanted, tree: ConfigTree, omitted: boolean): (node: ConfigNode) => string | undefined {
  const top = new Set(tree.children);
  return (node) => {
    if (!rights.everything && top.has(node) && !rights.sees(node.words.join(' '))) return 'ACCESS-DENIED';
    const flags = node.children.some(({ words }) => words[0] === 'apply-flags' && words.includes('omit'));
    return flags && !omitted ? 'OMITTED' : undefined;
  };
}

/** Nothing beside the paths. */
const partOf = (tree: ConfigTree, chains: readonly Chain[]): readonly ConfigNode[] =>
  chains.flatMap((chain) => along(tree, chain).children);

/** When and by whom: of what runs, or of the candidate. */
function envelopeOf({ session, tree }: Wanted): Envelope {
  const { box, mode } = session;
  const seconds = (at: Micros): string => String(epochSeconds(box.clock(at)));
  const [last] = box.store.commits;
  const edited = tree !== box.store.running;
  const at = edited ? (session.changedAt ?? box.now) : micros(last?.at ?? 0);
  const what = edited ? 'changed' : 'commit';
  const banner = session.levelWords.map((word) => ` ${word}`);
  return {
    release: box.chassis.model.release,
    attributes: [
      [`junos:${what}-seconds`, seconds(at)],
      [`junos:${what}-localtime`, moment(box, at)],
      ...(edited || !last ? [] : [['junos:commit-user', last.user] as const]),
    ],
    banner: mode === 'configuration' ? `[edit${banner.join('')}]` : '',
  };
}

/** Is a statement not as it runs? */
function changedSince(running: ConfigTree): (node: ConfigNode) => boolean {
  const old = new Set<ConfigNode>();
  const walk = (nodes: readonly ConfigNode[]): void => {
    for (const node of nodes) {
      old.add(node);
      walk(node.children);
    }
  };
  walk(running.children);
  return (node) => !old.has(node);
}

function setLines(tree: ConfigTree, chain: Chain, relative: boolean): readonly string[] {
  if (chain.length === 0) return displaySet(tree.children);
  const above = chain.slice(0, -1).flatMap(({ words }) => words.map(quoted));
  return findAll(tree, chain).flatMap((node) => {
    if (!relative) return displaySet([node], above.join(' '));
    return displaySet(node.children.length > 0 ? node.children : [node]);
  });
}

/** The comment above an inherited statement. */
function inheritedFrom(node: ConfigNode, group: string | undefined): readonly string[] | undefined {
  if (group === undefined) return undefined;
  return ['##', `## '${node.words.at(-1) ?? ''}' was inherited from group '${group}'`, '##'];
}
