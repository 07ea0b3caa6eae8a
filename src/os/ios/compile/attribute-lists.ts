// ip as-path access-list, ip community-list, ip extcommunity-list, ip large-community-list: statements -> lists.
// Source: Cisco IOS IP Routing: BGP command reference ("ip community-list": the communities of a standard entry must all be
// there, `internet` is every route; an expanded entry is an expression over all communities behind each other); "BGP Large
// Community", IOS XE 17.x (three numbers of four bytes each).

import { byNumber } from '../../../base/sorted-map.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type {
  CommunityEntry,
  CommunityList,
  CommunityTest,
  Notation,
  Spelling,
} from '../../../policy/community-list.ts';
import type { PathList } from '../../../policy/path-list.ts';
import { type Community, parseLarge, parseRouteTarget } from '../../../route/community.ts';
import { parseAdministered } from '../../../route/extended.ts';
import { one } from './tree-reader.ts';

/** As `show ip bgp` writes them. */
const SPELLING: Spelling = { wide: '', target: 'RT:', origin: 'SoO:', other: '' };

const KNOWN: Readonly<Record<string, Community>> = {
  internet: 0,
  gshut: 0xffff0000,
  'no-export': 0xffffff01,
  'no-advertise': 0xffffff02,
  'local-AS': 0xffffff03,
};

/** `65000:1`, a plain number, or a well-known name; undefined: no community. */
export function parseCommunity(text: string): Community | undefined {
  const known = KNOWN[text];
  if (known !== undefined) return known;
  const pair = /^(\d{1,5}):(\d{1,5})$/.exec(text);
  if (pair) {
    const [high, low] = [Number(pair[1]), Number(pair[2])];
    return high <= 0xffff && low <= 0xffff ? high * 0x10000 + low : undefined;
  }
  const value = Number(text);
  return /^\d{1,10}$/.test(text) && value <= 0xffffffff ? value : undefined;
}

const verdictOf = ({ words }: ConfigNode): 'permit' | 'deny' => (words.includes('deny') ? 'deny' : 'permit');

/** Entries with a number by it, others as they were typed. */
function entriesOf(tree: ConfigTree, kind: string, name: string): readonly ConfigNode[] {
  const nodes = tree.children.filter(
    ({ spec, args }) => spec.name.startsWith(kind) && (args['list'] ?? args['number']) === name,
  );
  const numbered = nodes.some(({ args }) => args['seq'] !== undefined);
  return numbered ? [...nodes].sort((a, b) => byNumber(Number(a.args['seq'] ?? 0), Number(b.args['seq'] ?? 0))) : nodes;
}

/** Undefined when there is none of this number. */
export function pathListNamed(tree: ConfigTree, name: string): PathList | undefined {
  const nodes = entriesOf(tree, 'ip as-path access-list', name);
  if (nodes.length === 0) return undefined;
  const entries = nodes.map((node) => ({
    verdict: verdictOf(node),
    pattern: { syntax: 'text' as const, pattern: node.args['regex'] ?? '' },
  }));
  return { name, entries };
}

/** Undefined when there is none of this name or number. */
export function communityListNamed(tree: ConfigTree, name: string): CommunityList | undefined {
  const nodes = entriesOf(tree, 'ip community-list', name);
  const notation: Notation = one(tree, 'ip bgp-community new-format') ? 'pair' : 'number';
  const entries = nodes.map((node): CommunityEntry => {
    const verdict = verdictOf(node);
    const pattern = node.args['regex'];
    if (pattern !== undefined) return { verdict, all: [], line: { kind: 'standard', pattern, notation } };
    const values = (node.args['values'] ?? '').split(' ').filter((word) => word !== '' && word !== 'internet');
    return { verdict, all: values.map(standardTest) };
  });
  return nodes.length === 0 ? undefined : { name, entries };
}

function standardTest(text: string): CommunityTest {
  const value = parseCommunity(text);
  return value === undefined ? { kind: 'never' } : { kind: 'standard', value };
}

/** Undefined when there is none of this name or number. */
export function extendedListNamed(tree: ConfigTree, name: string): CommunityList | undefined {
  const nodes = entriesOf(tree, 'ip extcommunity-list', name);
  const entries = nodes.map((node): CommunityEntry => {
    const verdict = verdictOf(node);
    const pattern = node.args['regex'];
    if (pattern !== undefined) return { verdict, all: [], line: { kind: 'extended', pattern, spelling: SPELLING } };
    const of = (arg: string): readonly string[] => (node.args[arg] ?? '').split(' ').filter((word) => word !== '');
    const targets = of('targets').flatMap((text) => parseRouteTarget(text) ?? []);
    const sites = of('sites').flatMap((text) => {
      const value = parseAdministered(text);
      return value ? [{ kind: 'origin' as const, value }] : [];
    });
    return { verdict, all: [...targets, ...sites].map((value) => ({ kind: 'extended', value })) };
  });
  return nodes.length === 0 ? undefined : { name, entries };
}

/** Undefined when there is none of this name or number. */
export function largeListNamed(tree: ConfigTree, name: string): CommunityList | undefined {
  const nodes = entriesOf(tree, 'ip large-community-list', name);
  const entries = nodes.map((node): CommunityEntry => {
    const verdict = verdictOf(node);
    const pattern = node.args['regex'];
    if (pattern !== undefined) return { verdict, all: [], line: { kind: 'large', pattern } };
    const values = (node.args['values'] ?? '').split(' ').flatMap((text) => parseLarge(text) ?? []);
    return { verdict, all: values.map((value) => ({ kind: 'large', value })) };
  });
  return nodes.length === 0 ? undefined : { name, entries };
}
