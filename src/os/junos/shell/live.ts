// Values that exist and may be typed: the owner's own names, interfaces, earlier configurations.

import { MONTHS } from '../../../base/calendar.ts';
import type { ConfigTree } from '../../../config/tree.ts';
import type { Live, Offer } from '../../../language/spec.ts';
import type { Box, StoredFile } from '../../os.ts';
import { all, type Block, one, value } from '../compile/tree-reader.ts';
import { sizeOf } from '../files.ts';
import { linesOf, logFiles } from '../log-files.ts';
import { logText } from '../show/log.ts';
import { commitMoment } from './commit-history.ts';
import { logicalSystemsOf } from './standing.ts';

/** What a configuration and its box offer. */
export function liveOf(box: Box, tree: ConfigTree): Live {
  return { offers: (type) => OFFERS[type]?.(tree, box) ?? [] };
}

const names = (nodes: readonly { readonly words: readonly string[] }[], at: number, help: string): readonly Offer[] =>
  nodes.flatMap(({ words }) => (words[at] === undefined ? [] : [{ text: words[at], help }]));

const policyNames = (name: string, help: string) => (tree: Block) =>
  names(all(one(tree, 'policy-options'), name), 1, help);

/** Interfaces that are configured; their description in place of the help (capture of Junos 24.4). */
function physicals(tree: Block): readonly Offer[] {
  return all(one(tree, 'interfaces'), '<interface-name>').map((node) => ({
    text: node.words[0] ?? '',
    help: value(node, 'description', 'description') ?? 'Interface name',
  }));
}

function units(tree: Block): readonly Offer[] {
  return all(one(tree, 'interfaces'), '<interface-name>').flatMap((node) =>
    all(node, 'unit').map((unit) => ({
      text: `${node.words[0]}.${unit.args['unit']}`,
      help: value(unit, 'description', 'description') ?? 'Interface name',
    })),
  );
}

const CLASSES: readonly Offer[] = [
  { text: 'operator', help: 'permissions [ clear network reset trace view ]' },
  { text: 'read-only', help: 'permissions [ view ]' },
  { text: 'super-user', help: 'permissions [ all ]' },
  { text: 'unauthorized', help: 'permissions [ none ]' },
];

/** As typed by whoever is at home there. */
const shortName = (path: string): string => path.replace(/^\/(?:var\/home\/[^/]+|root)\//, '');

/** The same of a file of the log. */
function logHelp(box: Box, name: string): string {
  const lines = logText(box, name) ?? [];
  return fileHelp(box, { lines, at: linesOf(box, name)?.at(-1)?.at ?? box.bootedAt, user: '' });
}

/** `Size: 3193, Last changed: Mar 01 10:00:05` */
function fileHelp(box: Box, { lines, at }: StoredFile): string {
  const { month, day, hour, minute, second } = box.clock(at);
  const [d, ...time] = [day, hour, minute, second].map((part) => String(part).padStart(2, '0'));
  return `Size: ${sizeOf(lines)}, Last changed: ${MONTHS[month - 1]} ${d} ${time.join(':')}`;
}

const OFFERS: Readonly<Record<string, (tree: Block, box: Box) => readonly Offer[]>> = {
  'interface-name': physicals,
  ifl: units,
  instance: (tree) => names(all(one(tree, 'routing-instances'), '<instance_name>'), 0, 'Routing instance name'),
  group: (tree) => names(all(one(tree, 'groups'), '<group_name>'), 0, 'Group name'),
  policy: policyNames('policy-statement', 'Name to identify a policy filter'),
  'prefix-list': policyNames('prefix-list', 'Name of prefix list'),
  community: policyNames('community', 'Name to identify BGP community'),
  'as-path': policyNames('as-path', 'Name to identify AS path regular expression'),
  condition: policyNames('condition', 'Name to identify condition'),
  'bgp-group': (tree) => names(all(one(one(tree, 'protocols'), 'bgp'), 'group'), 1, 'Group name'),
  'login-class': (tree) => [...CLASSES, ...names(all(one(one(tree, 'system'), 'login'), 'class'), 1, 'Login class')],
  'logical-system': (_tree, box) => logicalSystemsOf(box).map((text) => ({ text, help: '' })),
  'log-file': (tree, box) => logFiles(tree).map((text) => ({ text, help: logHelp(box, text) })),
  file: (_tree, box) => [...box.files].map(([path, file]) => ({ text: shortName(path), help: fileHelp(box, file) })),
  rollback: (_tree, box) =>
    box.store.commits.map((commit, i) => ({ text: String(i), help: commitMoment(box, commit) })),
};
