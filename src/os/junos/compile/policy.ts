// policy-options: chains of policies -> the neutral policy.
// Source: Junos OS Routing Policies: "Actions in Routing Policy Terms", "Evaluating Routing Policies" (what no term decides
// goes on to the next policy), "Understanding Policy Subroutines in Routing Policy Match Conditions" (a policy that asks
// itself matches nothing); capture of vJunos 25.4R1 (snapshot junos_then_action_conflicts): `next` counts more than
// `accept` and `reject`, `default-action` less.

import type { ConfigNode } from '../../../config/tree.ts';
import type { Expression, Match, Policy, Term } from '../../../policy/policy.ts';
import { CONTRIBUTOR, contributorMatch } from './contributors.ts';
import { isExpression, type NameExpression, namesIn, parseExpression } from './policy-expression.ts';
import { type Destination, fromMatches, NEVER, toMatches } from './policy-from.ts';
import { actionsOf } from './policy-then.ts';
import { blocksOf, FILTERS, type ListedBlock } from './route-filter.ts';
import { all, type Block, one } from './tree-reader.ts';

/** Where a chain is asked, and what it means that nobody answers. */
export interface Asked extends Destination {
  readonly otherwise: Policy['otherwise'];
  /** The protocol's own policy, behind all others and behind those that others ask. */
  readonly usual?: readonly Term[];
}

/** Policies that are being read: none is read within itself. */
interface Reading extends Asked {
  readonly tree: Block;
  readonly within: readonly string[];
}

/** Where a term goes on. */
type Flow = 'accept' | 'reject' | 'next-term' | 'next-policy';
type Draft = Omit<Term, 'verdict'> & { readonly flow: Flow };

/** The policies of these names, one behind the other; those that are not defined are passed over. */
export function chainOf(tree: Block, names: readonly string[], asked: Asked): Policy {
  return { name: names.join(' '), terms: chained({ ...asked, tree, within: [] }, names), otherwise: asked.otherwise };
}

function chained(reading: Reading, names: readonly string[]): readonly Term[] {
  const terms: Term[] = [];
  for (const name of names) terms.push(...placed(partOf(reading, name, names.length > 1), terms.length));
  return [...terms, ...(reading.usual ?? []).map((term): Term => ({ ...term, usual: true }))];
}

/** The terms of one policy, or of an expression, in a chain. */
function partOf(reading: Reading, name: string, several: boolean): readonly Draft[] {
  if (isExpression(name)) {
    const asks = expressionOf(reading, parseExpression(name));
    return asks ? [{ name, matches: [], actions: [], flow: 'next-term', asks }] : [];
  }
  const drafts = draftsOf(reading, name);
  return several ? drafts.map((draft) => ({ ...draft, policy: name })) : drafts;
}

/** `next policy` goes behind the last term of its own. */
function placed(drafts: readonly Draft[], before: number): readonly Term[] {
  return drafts.map(({ flow, ...term }) =>
    flow === 'next-policy'
      ? { ...term, verdict: 'next-term', goto: before + drafts.length }
      : { ...term, verdict: flow },
  );
}

function expressionOf(reading: Reading, read: NameExpression | undefined): Expression | undefined {
  switch (read?.op) {
    case 'name':
      return { op: 'policy', name: read.name, terms: placed(draftsOf(reading, read.name), 0) };
    case 'not': {
      const of = expressionOf(reading, read.of);
      return of && { op: 'not', of };
    }
    case 'and':
    case 'or':
      return { op: read.op, of: read.of.flatMap((part) => expressionOf(reading, part) ?? []) };
    default:
      return undefined;
  }
}

/** Its terms, and what stands behind them without a name. */
function draftsOf(reading: Reading, name: string): readonly Draft[] {
  const policies = all(one(reading.tree, 'policy-options'), 'policy-statement');
  const policy = policies.find(({ args }) => args['policy-name'] === name);
  if (!policy) return [];
  const inside: Reading = { ...reading, within: [...reading.within, name] };
  const walkUp = one(policy, 'defaults')?.children.some(({ words }) => words.includes('walkup')) === true;
  return [...all(policy, 'term'), policy].flatMap((node) =>
    one(node, 'then') || one(node, 'from') ? termsOf(inside, node, walkUp) : [],
  );
}

/** A term; before it, one for each filter that has an action of its own. */
function termsOf(reading: Reading, node: ConfigNode, walkUp: boolean): readonly Draft[] {
  const { tree } = reading;
  const name = node.args['term-name'] ?? 'unnamed';
  const conditions = one(node, 'from')?.children ?? [];
  const destinations = one(node, 'to')?.children ?? [];
  const listed = blocksOf(tree, conditions);
  const blocks = listed.map(({ block }) => block);
  const filter = (wanted: (one: ListedBlock) => boolean): Match => ({
    kind: 'route-filter',
    blocks,
    only: listed.flatMap((each, i) => (wanted(each) ? [i] : [])),
    walkUp,
  });
  const matches = [
    ...fromMatches(tree, conditions),
    ...toMatches(destinations, reading),
    ...policyMatches(reading, [...conditions, ...destinations]),
    ...(conditions.some(({ spec }) => spec.name === CONTRIBUTOR) ? [contributing(reading)] : []),
  ];
  const filtered = conditions.some(({ spec }) => FILTERS.includes(spec.name));
  const own = listed.flatMap((each): readonly Draft[] =>
    each.own === undefined
      ? []
      : [{ name, matches: [...matches, filter((one) => one === each)], actions: [], flow: flowOf(each.own) }],
  );
  const then = one(node, 'then');
  const rest = filtered ? [filter(({ own: said }) => said === undefined)] : [];
  const otherwise = defaultAction(then);
  return [
    ...own,
    {
      name,
      matches: [...matches, ...rest],
      actions: actionsOf(tree, then),
      flow: flowOfThen(then),
      ...(otherwise ? { otherwise } : {}),
    },
  ];
}

const flowOf = (own: NonNullable<ListedBlock['own']>): Flow =>
  own === 'next term' ? 'next-term' : own === 'next policy' ? 'next-policy' : own;

/** Policies that conditions name are a chain. */
function policyMatches(reading: Reading, conditions: readonly ConfigNode[]): readonly Match[] {
  const names = conditions.flatMap(({ spec, args }) => (spec.name === 'policy' ? [args['policy'] ?? ''] : []));
  if (names.length === 0) return [];
  if (names.flatMap(namesIn).some((name) => reading.within.includes(name))) return [NEVER(`policy ${names.join(' ')}`)];
  const { otherwise } = reading;
  return [{ kind: 'policy', policy: { name: names.join(' '), terms: chained(reading, names), otherwise } }];
}

/** An aggregate's own policy cannot ask who contributes to it. */
function contributing(reading: Reading): Match {
  if (reading.within.includes(CONTRIBUTOR)) return NEVER(CONTRIBUTOR);
  const inside: Reading = { ...reading, within: [...reading.within, CONTRIBUTOR], otherwise: 'accept' };
  return contributorMatch(reading.tree, (names) => ({
    name: names.join(' '),
    terms: chained(inside, names).filter(({ usual }) => !usual),
    otherwise: 'accept',
  }));
}

function flowOfThen(then: ConfigNode | undefined): Flow {
  const actions = (then?.children ?? []).map(({ words }) => words);
  const next = actions.find(([word]) => word === 'next');
  if (next) return next[1] === 'policy' ? 'next-policy' : 'next-term';
  const said = actions.find(([word]) => word === 'accept' || word === 'reject');
  return (said?.[0] as 'accept' | 'reject' | undefined) ?? 'next-term';
}

function defaultAction(then: ConfigNode | undefined): Term['otherwise'] {
  const word = one(then, 'default-action')?.words[1];
  return word === 'accept' || word === 'reject' ? word : undefined;
}
