// show ip as-path-access-list, show ip community-list, show ip extcommunity-list, show ip large-community-list.
// Source: Cisco IOS IP Routing: BGP command reference, the examples of these commands.

import { byNumber, byText } from '../../../base/sorted-map.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { View } from '../../os.ts';
import { statements } from '../statements.ts';
import { communityText } from './route-maps.ts';

interface ListFacts {
  readonly name: string;
  readonly numbered: boolean;
  readonly expanded: boolean;
  readonly entries: readonly ConfigNode[];
}

/** Lists of a kind: numbers first, in order, then names. */
function listsOf(tree: ConfigTree, beginning: string, wanted: string | undefined): readonly ListFacts[] {
  const nodes = statements(tree, beginning);
  const nameOf = ({ args }: ConfigNode): string => args['list'] ?? args['number'] ?? '';
  const names = [...new Set(nodes.map(nameOf))].filter((name) => wanted === undefined || name === wanted);
  return names
    .map((name): ListFacts => {
      const own = nodes.filter((node) => nameOf(node) === name);
      const entries = [...own].sort((a, b) => byNumber(Number(a.args['seq'] ?? 0), Number(b.args['seq'] ?? 0)));
      const expanded = own.some(({ args }) => args['regex'] !== undefined);
      return { name, numbered: own[0]?.args['number'] !== undefined, expanded, entries };
    })
    .sort((a, b) =>
      a.numbered === b.numbered
        ? a.numbered
          ? byNumber(Number(a.name), Number(b.name))
          : byText(a.name, b.name)
        : Number(b.numbered) - Number(a.numbered),
    );
}

const verdictOf = ({ words }: ConfigNode): string => (words.includes('deny') ? 'deny' : 'permit');

export const showAsPathLists: View = (context, match) =>
  listsOf(context.box.store.running, 'ip as-path access-list', match.args['number']).flatMap(({ name, entries }) => [
    `AS path access list ${name}`,
    ...entries.map((entry) => `    ${verdictOf(entry)} ${entry.args['regex'] ?? ''}`),
  ]);

export const showCommunityLists: View = (context, match) => {
  const tree = context.box.store.running;
  const wanted = match.args['list'] ?? match.args['number'];
  const lists = listsOf(tree, 'ip community-list', wanted);
  return lists.flatMap((list) => [
    communityHeading(list),
    ...list.entries.map(({ args, ...entry }) => {
      const values = (args['values'] ?? '').split(' ').filter((one) => one !== '');
      const what = args['regex'] ?? values.map((one) => communityText(tree, one)).join(' ');
      return `    ${verdictOf({ args, ...entry })} ${what}`.trimEnd();
    }),
  ]);
};

function communityHeading({ name, numbered, expanded }: ListFacts): string {
  if (numbered) return expanded ? `Community (expanded) access list ${name}` : `Community standard list ${name}`;
  return `Named Community ${expanded ? 'expanded' : 'standard'} list ${name}`;
}

export const showExtcommunityLists: View = (context, match) => {
  const wanted = match.args['list'] ?? match.args['number'];
  return listsOf(context.box.store.running, 'ip extcommunity-list', wanted).flatMap(({ name, expanded, entries }) => [
    `${expanded ? 'Expanded' : 'Standard'} extended community-list ${name}`,
    ...entries.map((entry, i) => `    ${entry.args['seq'] ?? 10 * (i + 1)} ${verdictOf(entry)} ${extendedText(entry)}`),
  ]);
};

function extendedText({ args }: ConfigNode): string {
  const of = (arg: string, prefix: string): readonly string[] =>
    (args[arg] ?? '').split(' ').flatMap((one) => (one === '' ? [] : [prefix + one]));
  return args['regex'] ?? [...of('targets', 'RT:'), ...of('sites', 'SoO:')].join(' ');
}

export const showLargeCommunityLists: View = (context, match) => {
  const wanted = match.args['list'] ?? match.args['number'];
  return listsOf(context.box.store.running, 'ip large-community-list', wanted).flatMap(
    ({ name, expanded, entries }) => [
      `Large Community ${expanded ? 'expanded' : 'standard'} list ${name}`,
      ...entries.map((entry) =>
        `     ${verdictOf(entry)} ${entry.args['regex'] ?? entry.args['values'] ?? ''}`.trimEnd(),
      ),
    ],
  );
};
