// Policies that LDP asks about labels: statements -> filters of FECs and peers.
// Source: Junos OS MPLS Applications, "LDP: import", "export", "egress-policy" (conditions: prefixes and the neighbor);
// Junos OS Routing Policies, "Configuring Route Lists for Use in Routing Policy Match Conditions".

import { parseIp4 } from '../../../base/ip.ts';
import { hostPrefix, type Prefix, parsePrefix } from '../../../base/prefix.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { PrefixList, PrefixListEntry } from '../../../policy/prefix-list.ts';
import type { LabelFilter } from '../../../protocols/ldp/config.ts';
import { all, type Block, one } from './tree-reader.ts';

type Rule = LabelFilter['rules'][number];
type Verdict = Rule['verdict'];

/** A chain of policies; what none of them decides is `otherwise`. */
export function labelFilter(tree: Block, names: readonly string[], otherwise: Verdict): LabelFilter {
  const options = one(tree, 'policy-options');
  const policies = names.flatMap(
    (name) => all(options, 'policy-statement').find(({ args }) => args['policy-name'] === name) ?? [],
  );
  return { rules: policies.flatMap((policy) => policyRules(options, policy)), otherwise };
}

function policyRules(options: Block | undefined, policy: ConfigNode): readonly Rule[] {
  const rules: Rule[] = [];
  for (const term of [...all(policy, 'term'), policy]) {
    const verdict = verdictOf(one(term, 'then'));
    // `next policy` leaves the rest of this one alone; only where it stands without conditions can that be said here.
    if (verdict === 'next policy' && !one(term, 'from') && !one(term, 'to')) break;
    rules.push(...termRules(options, term, verdict === 'next policy' ? undefined : verdict));
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

function termRules(options: Block | undefined, term: ConfigNode, verdict: Verdict | undefined): readonly Rule[] {
  const conditions = [...(one(term, 'from')?.children ?? []), ...(one(term, 'to')?.children ?? [])];
  const strange = conditions.some(
    ({ spec, words }) => !KNOWN.includes(spec.name) && !(spec.name === 'protocol' && words[1] === 'direct'),
  );
  if (strange) return [];
  const peers = peersOf(conditions);
  const lists = conditions.filter(({ spec }) => spec.name !== 'neighbor' && spec.name !== 'protocol');
  if (lists.length === 0) return verdict ? [{ prefixes: undefined, peers, verdict }] : [];
  // The longest block that holds a route is asked first.
  const ordered = lists
    .flatMap((node) => blocksOf(options, node))
    .sort((a, b) => b.entry.prefix.length - a.entry.prefix.length);
  return ordered.flatMap(({ entry, own }): readonly Rule[] => {
    const said = own ?? verdict;
    return said ? [{ prefixes: { name: entry.prefix.text, entries: [entry] }, peers, verdict: said }] : [];
  });
}

function peersOf(conditions: readonly ConfigNode[]): PrefixList | undefined {
  const hosts = conditions.flatMap(({ spec, args }) => {
    const address = spec.name === 'neighbor' ? parseIp4(args['neighbor'] ?? '') : undefined;
    return address === undefined ? [] : [hostPrefix(address)];
  });
  return hosts.length === 0 ? undefined : { name: 'peers', entries: hosts.map((host) => entryOf(host, 32, 32)) };
}

interface ListedBlock {
  readonly entry: PrefixListEntry;
  /** An action of its own behind the block. */
  readonly own: Verdict | undefined;
}

const entryOf = (prefix: Prefix, low: number, high: number): PrefixListEntry => ({
  sequence: 1,
  verdict: 'permit',
  prefix,
  low,
  high,
});

function blocksOf(options: Block | undefined, node: ConfigNode): readonly ListedBlock[] {
  const own = node.words.includes('reject') ? 'deny' : node.words.includes('accept') ? 'permit' : undefined;
  const name = node.args['prefix-list'];
  const texts =
    name === undefined
      ? [node.args['address'] ?? '']
      : (all(options, 'prefix-list').find(({ args }) => args['list-name'] === name)?.children ?? []).map(
          ({ args }) => args['list-item'] ?? '',
        );
  return texts.flatMap((text) => {
    const prefix = parsePrefix(text);
    const range = prefix?.family === 4 ? rangeOf(node, prefix) : undefined;
    return prefix && range ? [{ entry: entryOf(prefix, ...range), own }] : [];
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
