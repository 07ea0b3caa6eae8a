// policy-options: chains of policies -> the neutral policy.
// Source: Junos OS Routing Policies: "Actions in Routing Policy Terms", "Route Filter Match Types" (the longest block that
// holds a route is the only one that is asked), "Configuring Prefix Lists" (a list, a filter and a list's filter in one `from`
// are alternatives), "Evaluating Routing Policies" (what no term decides goes on to the next policy).

import { type Prefix, parsePrefix } from '../../../base/prefix.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { Action, Match, Policy, Term } from '../../../policy/policy.ts';
import type { PrefixList, PrefixListEntry } from '../../../policy/prefix-list.ts';
import type { RouteKind } from '../../../route/route.ts';
import { all, type Block, one } from './tree-reader.ts';

/** Where a chain is asked, and what it means that nobody answers. */
export interface Asked {
  readonly otherwise: Policy['otherwise'];
  /** The IS-IS level that routes are told to. */
  readonly to: number | undefined;
}

/** The policies of these names, one behind the other; those that are not defined are passed over. */
export function chainOf(tree: Block, names: readonly string[], asked: Asked): Policy {
  const options = one(tree, 'policy-options');
  const terms = names.flatMap((name) => {
    const policy = all(options, 'policy-statement').find(({ args }) => args['policy-name'] === name);
    return policy ? policyTerms(options, policy, asked) : [];
  });
  return { name: names.join(' '), terms, otherwise: asked.otherwise };
}

/** Its terms, and what stands behind them without a name. */
function policyTerms(options: Block | undefined, policy: ConfigNode, asked: Asked): readonly Term[] {
  const terms: Term[] = [];
  for (const node of [...all(policy, 'term'), policy]) {
    const then = one(node, 'then');
    if (!then && !one(node, 'from')) continue;
    terms.push(...termsOf(options, node, asked));
    // `next policy` leaves the rest of this one alone; only where it stands without conditions can that be said here.
    if (isNextPolicy(then) && !one(node, 'from') && !one(node, 'to')) break;
  }
  return terms;
}

const isNextPolicy = (then: ConfigNode | undefined): boolean =>
  then?.children.some(({ words }) => words[0] === 'next' && words[1] === 'policy') === true;

const NEVER = (name: string): Match => ({ kind: 'undefined', name, holds: false });

/** A term; before it, one for each filter that has an action of its own. */
function termsOf(options: Block | undefined, node: ConfigNode, { to }: Asked): readonly Term[] {
  const name = node.args['term-name'] ?? 'unnamed';
  const conditions = one(node, 'from')?.children ?? [];
  const destinations = one(node, 'to')?.children ?? [];
  const blocks = blocksOf(options, conditions);
  const matches = [
    ...kindMatches(conditions),
    ...otherMatches(conditions),
    ...destinations.flatMap((one) => toMatch(one, to)),
  ];
  const actions = (one(node, 'then')?.children ?? []).flatMap(actionOf);
  const verdict = verdictOf(one(node, 'then')?.children.map(({ words }) => words) ?? []);
  const own = blocks
    .filter((block) => block.own !== undefined)
    .map((block): Term => {
      const lists = [listOf(blocks, (each) => each === block)];
      return {
        name,
        matches: [...matches, { kind: 'prefix-lists', lists }],
        actions: [],
        verdict: block.own as Term['verdict'],
      };
    });
  const rest = listOf(blocks, (each) => each.own === undefined);
  const filtered: readonly Match[] = blocks.length === 0 ? [] : [{ kind: 'prefix-lists', lists: [rest] }];
  return [...own, { name, matches: [...matches, ...filtered], actions, verdict }];
}

function verdictOf(actions: readonly (readonly string[])[]): Term['verdict'] {
  for (const [word] of actions) if (word === 'accept' || word === 'reject') return word;
  return 'next-term';
}

const KINDS: Readonly<Record<string, readonly RouteKind[]>> = {
  aggregate: ['aggregate'],
  bgp: ['bgp.external', 'bgp.internal', 'bgp.local'],
  direct: ['connected'],
  isis: ['isis.l1', 'isis.l2', 'isis.l1.ext', 'isis.l2.ext', 'isis.ia'],
  ldp: ['ldp'],
  local: ['local'],
  ospf: ['ospf.intra', 'ospf.inter', 'ospf.ext1', 'ospf.ext2', 'ospf.nssa1', 'ospf.nssa2'],
  rip: ['rip'],
  static: ['static'],
};

/** By IS-IS level. What came down from level 2 is a route of level 1. */
const OF_LEVEL: Readonly<Record<string, readonly RouteKind[]>> = {
  1: ['isis.l1', 'isis.l1.ext', 'isis.ia'],
  2: ['isis.l2', 'isis.l2.ext'],
};

const named = (nodes: readonly ConfigNode[], name: string): readonly ConfigNode[] =>
  nodes.filter(({ spec }) => spec.name === name);

const kindsMatch = (kinds: readonly RouteKind[]): Match => ({ kind: 'route-kinds', kinds });

function kindMatches(conditions: readonly ConfigNode[]): readonly Match[] {
  const protocols = named(conditions, 'protocol').flatMap(({ args }) => KINDS[args['protocol'] ?? ''] ?? []);
  const levels = named(conditions, 'level').map(({ args }) => kindsMatch(OF_LEVEL[args['level'] ?? ''] ?? []));
  return [...(named(conditions, 'protocol').length === 0 ? [] : [kindsMatch(protocols)]), ...levels];
}

const FILTERS = ['route-filter', 'prefix-list', 'prefix-list-filter'];

/** Everything else that can be said of a route here; a condition of another kind holds for none. */
function otherMatches(conditions: readonly ConfigNode[]): readonly Match[] {
  const tags = named(conditions, 'tag').map(({ args }) => Number(args['tag']));
  const rest = conditions.filter(({ spec }) => !['protocol', 'level', 'tag', ...FILTERS].includes(spec.name));
  return [...(tags.length === 0 ? [] : [{ kind: 'tags', tags } as const]), ...rest.flatMap(otherMatch)];
}

function otherMatch({ spec, args, words }: ConfigNode): readonly Match[] {
  if (spec.name === 'metric') return [{ kind: 'metrics', metrics: [Number(args['metric'])] }];
  if (spec.name === 'family' && words[1] === 'inet') return [];
  if (spec.name === 'rib' && words[1] === 'inet.0') return [];
  if (words[0] === 'external') return [kindsMatch(['isis.l1.ext', 'isis.l2.ext', 'ospf.ext1', 'ospf.ext2'])];
  if (words[0] === 'state' && words[1] === 'active') return [];
  return [NEVER(words.join(' '))];
}

/** `to`: only the level is known where routes go. */
function toMatch({ spec, args, words }: ConfigNode, to: number | undefined): readonly Match[] {
  if (spec.name === 'level' && args['level'] === String(to)) return [];
  if (spec.name === 'protocol' && args['protocol'] === 'isis') return [];
  return [NEVER(words.join(' '))];
}

function actionOf({ spec, args, words }: ConfigNode): readonly Action[] {
  const set = (kind: 'set-metric' | 'set-tag' | 'set-local-pref', text: string | undefined): readonly Action[] =>
    text === undefined ? [] : [{ kind, value: Number(text) }];
  if (spec.name === 'metric' || words[0] === 'metric') return set('set-metric', args['metric']);
  if (words[0] === 'tag') return set('set-tag', args['tag']);
  return words[0] === 'local-preference' ? set('set-local-pref', args['local-preference']) : [];
}

interface ListedBlock {
  readonly prefix: Prefix;
  readonly low: number;
  readonly high: number;
  /** An action of its own behind the block. */
  readonly own: Term['verdict'] | undefined;
}

/** Blocks of all filters and lists of a `from`. */
function blocksOf(options: Block | undefined, conditions: readonly ConfigNode[]): readonly ListedBlock[] {
  return conditions.flatMap((node) => {
    if (!FILTERS.includes(node.spec.name)) return [];
    const { words } = node;
    const own = words.includes('accept') ? 'accept' : words.includes('reject') ? 'reject' : undefined;
    return prefixesOf(options, node).flatMap((prefix): readonly ListedBlock[] => {
      const range = rangeOf(node, prefix);
      return range
        ? [{ prefix, low: range[0], high: range[1], own: own ?? (words.includes('next') ? 'next-term' : undefined) }]
        : [];
    });
  });
}

function prefixesOf(options: Block | undefined, { args }: ConfigNode): readonly Prefix[] {
  const name = args['prefix-list'];
  const list = all(options, 'prefix-list').find((node) => node.args['list-name'] === name);
  const texts =
    name === undefined ? [args['address'] ?? ''] : (list?.children ?? []).map((node) => node.args['list-item'] ?? '');
  return texts.flatMap((text) => {
    const prefix = parsePrefix(text);
    return prefix?.family === 4 ? [prefix] : [];
  });
}

/** The lengths that fit; undefined for ranges that cannot be said like this. */
function rangeOf({ words, args }: ConfigNode, { length }: Prefix): readonly [low: number, high: number] | undefined {
  const bits = (text: string | undefined): number => Number((text ?? '').replace('/', ''));
  if (words.includes('orlonger')) return [length, 32];
  if (words.includes('longer')) return [length + 1, 32];
  if (words.includes('upto')) return [length, bits(args['length'])];
  if (words.includes('through') || words.includes('address-mask')) return undefined;
  if (!words.includes('prefix-length-range')) return [length, length];
  const [low, high] = (args['range'] ?? '').split('-');
  return [bits(low), bits(high)];
}

/** Those blocks, with the longest that holds a route asked alone: what it does not take, no wider one may. */
function listOf(blocks: readonly ListedBlock[], wanted: (block: ListedBlock) => boolean): PrefixList {
  const lengths = [...new Set(blocks.map(({ prefix }) => prefix.length))].sort((a, b) => b - a);
  const entries = lengths.flatMap((length) => {
    const same = blocks.filter(({ prefix }) => prefix.length === length);
    const entry = ({ prefix, low, high }: ListedBlock, verdict: PrefixListEntry['verdict']): PrefixListEntry => ({
      sequence: 1,
      verdict,
      prefix,
      low,
      high,
    });
    return [
      ...same.map((block) => entry(block, wanted(block) ? 'permit' : 'deny')),
      ...same.map((block) => entry({ ...block, low: length, high: 32 }, 'deny')),
    ];
  });
  return { name: 'from', entries: entries.map((entry, i) => ({ ...entry, sequence: i + 1 })) };
}
