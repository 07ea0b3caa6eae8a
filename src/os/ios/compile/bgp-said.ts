// What is said of a BGP neighbour: by itself, by the templates it inherits, by the group it is a member of.
// Source: Cisco IOS IP Routing: BGP Configuration Guide, "Peer Templates": what a neighbour says of itself counts most.

import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import { all } from './tree-reader.ts';

/** Statements of one neighbour, one of its group or a template: by their names without `neighbor`. */
type Source = ReadonlyMap<string, ConfigNode>;

/** What is in force for one neighbour. */
export interface Said {
  /** The statement of this name that counts; undefined: nobody says so, or it was taken back. */
  one(name: string): ConfigNode | undefined;
  /** Whether the neighbour itself says so; undefined: it says nothing. */
  own(name: string): boolean | undefined;
}

const PREFIX = 'neighbor ';

const byName = (nodes: readonly ConfigNode[], name: (node: ConfigNode) => string): Source =>
  new Map(nodes.map((node) => [name(node), node]));

/** The statements of these blocks about a neighbour or a group; later blocks count more. */
const about = (blocks: readonly ConfigTree[], neighbor: string): Source =>
  byName(
    blocks.flatMap(({ children }) =>
      children.filter(({ spec, args }) => spec.name.startsWith(PREFIX) && args['neighbor'] === neighbor),
    ),
    ({ spec }) => spec.name.slice(PREFIX.length),
  );

type TemplateKind = 'peer-session' | 'peer-policy';

const templateNamed = (process: ConfigTree, kind: TemplateKind, name: string): ConfigNode | undefined =>
  all(process, 'template').find(({ words, args }) => words[1] === kind && args['name'] === name);

/** A template and what it inherits, nearest first. A template that inherits itself is passed over. */
function templates(process: ConfigTree, kind: TemplateKind, name: string, seen: readonly string[]): readonly Source[] {
  const node = seen.includes(name) ? undefined : templateNamed(process, kind, name);
  if (!node) return [];
  const above = all(node, `inherit ${kind}`);
  return [
    byName(node.children, ({ spec }) => spec.name),
    ...above.flatMap(({ args }) => templates(process, kind, args['name'] ?? '', [...seen, name])),
  ];
}

function inherited(process: ConfigTree, source: Source): readonly Source[] {
  const of = (kind: TemplateKind, arg: string): readonly Source[] => {
    const name = source.get(`inherit ${kind}`)?.args[arg];
    return name === undefined ? [] : templates(process, kind, name, []);
  };
  return [...of('peer-session', 'session'), ...of('peer-policy', 'policy')];
}

/** The group that the neighbour is a member of. */
export function groupOf(blocks: readonly ConfigTree[], neighbor: string): string | undefined {
  return about(blocks, neighbor).get('peer-group')?.args['group'];
}

/** `blocks`: where statements of this kind stand (the process; its family). `members`: where memberships stand. */
export function saidOf(
  process: ConfigTree,
  blocks: readonly ConfigTree[],
  members: readonly ConfigTree[],
  neighbor: string,
): Said {
  const own = about(blocks, neighbor);
  const group = groupOf(members, neighbor);
  const common = group === undefined ? undefined : about(blocks, group);
  const sources = [own, ...inherited(process, own), ...(common ? [common, ...inherited(process, common)] : [])];
  return {
    one(name) {
      const found = sources.find((source) => source.has(name))?.get(name);
      return found?.negated === false ? found : undefined;
    },
    own(name) {
      const found = own.get(name);
      return found && !found.negated;
    },
  };
}

/** Names of the neighbours of a block: addresses, no groups. */
export function neighborsOf(block: ConfigTree): readonly string[] {
  const nodes = [
    ...all(block, 'neighbor remote-as'),
    ...all(block, 'neighbor peer-group').filter(({ args }) => args['group'] !== undefined),
    ...all(block, 'neighbor inherit peer-session'),
  ];
  const groups = new Set(
    all(block, 'neighbor peer-group')
      .filter(({ args }) => args['group'] === undefined)
      .map(({ args }) => args['neighbor']),
  );
  const names = nodes.map(({ args }) => args['neighbor'] ?? '');
  return [...new Set(names)].filter((name) => !groups.has(name));
}

/** The AS that a neighbour, or its group or template, is in. */
export const remoteAsOf = (said: Said): string | undefined => said.one('remote-as')?.args['asn'];
