// What a commit refuses although every statement can be typed: host bits in destinations, names that nobody defines.
// Source: capture junos_commit_check, vJunos-router 25.4R1.12 (which statements refuse host bits and which take them). The
// words were not captured.

import { hasHostBits, parseIpWithLength } from '../../../base/prefix.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import { align } from '../../../language/align.ts';
import { all, type Block, type Faults, one } from './tree-reader.ts';

type Path = readonly ConfigNode[];

/** Walks everything in force. */
export function checkStatements(tree: Block, faults: Faults): void {
  const walk = (nodes: readonly ConfigNode[], path: Path, names: Names): void => {
    for (const node of nodes) {
      const here = [...path, node];
      const known = node.spec.name === LOGICAL_SYSTEM && one(node, 'policy-options') ? definedNames(node) : names;
      checkHostBits(here, faults);
      checkNames(here, known, faults);
      walk(node.children, here, known);
    }
  };
  walk(tree.children, [], definedNames(tree));
}

/** A router within the router uses the policies of the whole one until it has its own ("Logical Systems Overview"). */
const LOGICAL_SYSTEM = '<logical-system>';

/** By the sentence and the one above it: does a destination there have to be a network? */
function wantsNetwork(path: Path): 4 | 'any' | undefined {
  const name = path[path.length - 1]?.spec.name;
  const above = path[path.length - 2]?.spec.name ?? '';
  if (name === 'route' && ['static', 'aggregate', 'generate'].includes(above)) return 'any';
  if (name === 'area-range') return 'any';
  if (above === 'if-route-exists' && name === '<address>') return 'any';
  // Only filters of IPv4; `next-ip6` and addresses of family inet6 are taken as they are.
  const firewall = path.findIndex(({ spec }) => spec.name === 'firewall');
  if (firewall < 0 || path[firewall + 1]?.spec.name === 'family inet6') return undefined;
  if (name === 'next-ip') return 4;
  return name === '<prefix>' && ['address', 'source-address', 'destination-address'].includes(above) ? 4 : undefined;
}

function checkHostBits(path: Path, faults: Faults): void {
  const wanted = wantsNetwork(path);
  if (wanted === undefined) return;
  const node = path[path.length - 1] as ConfigNode;
  const text = Object.values(node.args).find((arg) => arg.includes('/')) ?? '';
  const parsed = parseIpWithLength(text);
  if (parsed && (wanted === 'any' || !text.includes(':')) && hasHostBits(parsed)) {
    faults.error(path, `host bits are set in prefix ${text}`);
  }
}

/** Names that policies refer to, by the type of their argument. */
type Names = Readonly<Record<string, ReadonlySet<string>>>;

const KINDS = ['policy', 'prefix-list', 'community', 'as-path', 'condition'] as const;
const DEFINED_BY: Readonly<Record<(typeof KINDS)[number], string>> = {
  policy: 'policy-statement',
  'prefix-list': 'prefix-list',
  community: 'community',
  'as-path': 'as-path',
  condition: 'condition',
};

function definedNames(tree: Block): Names {
  const options = one(tree, 'policy-options');
  return Object.fromEntries(
    KINDS.map((kind) => [kind, new Set(all(options, DEFINED_BY[kind]).map((node) => node.words[1] ?? ''))]),
  );
}

function checkNames(path: Path, names: Names, faults: Faults): void {
  const node = path[path.length - 1] as ConfigNode;
  if (path[path.length - 2]?.spec.name === 'policy-options') return;
  if (Object.keys(node.args).length === 0) return;
  for (const { word, step } of align(node) ?? []) {
    if (step.kind !== 'arg' || names[step.type] === undefined) continue;
    for (const name of namesIn(word, step.type)) {
      if (names[step.type]?.has(name)) continue;
      const what = step.type === 'policy' ? 'Policy' : step.type[0]?.toUpperCase() + step.type.slice(1);
      faults.error([], `Policy error: ${what} ${name} referenced but not defined`);
      if (step.type === 'policy') policyOf(path, faults);
    }
  }
}

/** A community may be written out, a policy may be an expression of several. */
function namesIn(word: string, type: string): readonly string[] {
  if (/^[\w.-]+$/.test(word)) return [word];
  return type === 'policy' && word.startsWith('( ') ? (word.match(/[^\s()!&|]+/g) ?? []) : [];
}

/** What the referring protocol says about it. */
function policyOf(path: Path, faults: Faults): void {
  const node = path[path.length - 1] as ConfigNode;
  const protocol = path[path.findIndex(({ spec }) => spec.name === 'protocols') + 1]?.words[0]?.toUpperCase();
  const list = node.words[0] ?? '';
  if (path.some(({ spec }) => spec.name === 'protocols') && protocol) {
    faults.error([...path.slice(0, -1), list], `${protocol}: ${list} list not applied`);
  }
}
