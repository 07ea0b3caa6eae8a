// Policies that LDP asks about labels: statements -> filters of FECs and peers.
// Source: Junos OS MPLS Applications, "LDP: import", "export", "egress-policy" (conditions: prefixes and the neighbor);
// Junos OS Routing Policies, "Configuring Route Lists for Use in Routing Policy Match Conditions".

import { parseIp4 } from '../../../base/ip.ts';
import { hostPrefix, type Prefix } from '../../../base/prefix.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { PrefixList, PrefixListEntry } from '../../../policy/prefix-list.ts';
import type { LabelFilter } from '../../../protocols/ldp/config.ts';
import { blocksOf } from './route-filter.ts';
import { all, type Block, one } from './tree-reader.ts';

type Rule = LabelFilter['rules'][number];
type Verdict = Rule['verdict'];

/** A chain of policies; what none of them decides is `otherwise`. */
export function labelFilter(tree: Block, names: readonly string[], otherwise: Verdict): LabelFilter {
  const options = one(tree, 'policy-options');
  const policies = names.flatMap(
    (name) => all(options, 'policy-statement').find(({ args }) => args['policy-name'] === name) ?? [],
  );
  return { rules: policies.flatMap((policy) => policyRules(tree, policy)), otherwise };
}

function policyRules(tree: Block, policy: ConfigNode): readonly Rule[] {
  const rules: Rule[] = [];
  for (const term of [...all(policy, 'term'), policy]) {
    const verdict = verdictOf(one(term, 'then'));
    // `next policy` leaves the rest of this one alone; only where it stands without conditions can that be said here.
    if (verdict === 'next policy' && !one(term, 'from') && !one(term, 'to')) break;
    rules.push(...termRules(tree, term, verdict === 'next policy' ? undefined : verdict));
  }
  return rules;
}

function verdictOf(then: ConfigNode | undefined): Verdict | 'next policy' | undefined {
  for (const { words } of then?.children ?? []) {
    if (words[0] === 'accept') return 'permit';
    if (words[0] === 'reject') return 'deny';
    if (words[0] === 'next' && words[1] === 'policy') return 'next policy';
  }
  return undefined;
}

/** Conditions of another kind than these fit no label; `protocol direct` is what the routes of an egress are. */
const KNOWN = ['route-filter', 'prefix-list', 'prefix-list-filter', 'neighbor'];

function termRules(tree: Block, term: ConfigNode, verdict: Verdict | undefined): readonly Rule[] {
  const conditions = [...(one(term, 'from')?.children ?? []), ...(one(term, 'to')?.children ?? [])];
  const strange = conditions.some(
    ({ spec, words }) => !KNOWN.includes(spec.name) && !(spec.name === 'protocol' && words[1] === 'direct'),
  );
  if (strange) return [];
  const peers = peersOf(conditions);
  const lists = conditions.filter(({ spec }) => spec.name !== 'neighbor' && spec.name !== 'protocol');
  if (lists.length === 0) return verdict ? [{ prefixes: undefined, peers, verdict }] : [];
  // The longest block that holds a route is asked first.
  const plain = blocksOf(tree, lists).filter(({ block }) => !block.through && block.mask === undefined);
  const ordered = [...plain].sort((a, b) => b.block.prefix.length - a.block.prefix.length);
  return ordered.flatMap(({ block: { prefix, low, high }, own }): readonly Rule[] => {
    const said = own === 'accept' ? 'permit' : own === 'reject' ? 'deny' : verdict;
    return said
      ? [{ prefixes: { name: prefix.text, entries: [entryOf(prefix, low, high)] }, peers, verdict: said }]
      : [];
  });
}

function peersOf(conditions: readonly ConfigNode[]): PrefixList | undefined {
  const hosts = conditions.flatMap(({ spec, args }) => {
    const address = spec.name === 'neighbor' ? parseIp4(args['neighbor'] ?? '') : undefined;
    return address === undefined ? [] : [hostPrefix(address)];
  });
  return hosts.length === 0 ? undefined : { name: 'peers', entries: hosts.map((host) => entryOf(host, 32, 32)) };
}

const entryOf = (prefix: Prefix, low: number, high: number): PrefixListEntry => ({
  sequence: 1,
  verdict: 'permit',
  prefix,
  low,
  high,
});
