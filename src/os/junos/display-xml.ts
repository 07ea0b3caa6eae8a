// `| display xml`: a configuration as the answer to an RPC.    Source: "display xml" (CLI user guide); blanks as routers print
// them: statements stand eight columns further right than the configuration they are in.

import type { ConfigNode } from '../../config/tree.ts';
import { answerXml, escaped, spaceOf, type Tag } from './answer.ts';
import { type Element, elementsOf } from './elements.ts';

/** What is said of a configuration as a whole, and the mode it is shown in. */
export interface Envelope {
  /** `21.4R1.12` */
  readonly release: string;
  /** `junos:commit-seconds` and its kin. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** `[edit]`, or nothing. */
  readonly banner: string;
}

/** The answer around some lines. `21.4R1.12` is `21.4R0` in its name space. */
export function xmlReply({ release, banner }: Envelope, lines: readonly string[]): readonly string[] {
  return [
    `<rpc-reply xmlns:junos="${spaceOf(release, 'junos')}">`,
    ...lines,
    '    <cli>',
    `        <banner>${banner}</banner>`,
    '    </cli>',
    '</rpc-reply>',
  ];
}

/** The answer of a command, inside of a reply. */
export const xmlElement = (answer: Tag): readonly string[] => answerXml(answer).map((line) => `    ${line}`);

/** Text inside of a reply: `logical-system: default` above each of several answers, too (reply of 20.4R0). */
export const outputElement = (lines: readonly string[]): readonly string[] => [
  '    <output>',
  ...lines.map(escaped),
  '    </output>',
];

/** The text of a command that has no tags of its own. */
export const xmlOutput = (envelope: Envelope, lines: readonly string[]): readonly string[] =>
  xmlReply(envelope, outputElement(lines));

/** The configuration, whole or the part that `nodes` are. `changed` marks statements. */
export function displayXml(
  nodes: readonly ConfigNode[],
  envelope: Envelope,
  changed: (node: ConfigNode) => boolean = () => false,
): readonly string[] {
  const attributes = envelope.attributes.map(([name, value]) => ` ${name}="${value}"`).join('');
  return xmlReply(envelope, [
    `    <configuration${attributes}>`,
    ...elementsOf(nodes, '').flatMap((element) => lines(element, 12, changed)),
    '    </configuration>',
  ]);
}

function lines(element: Element, indent: number, changed: (node: ConfigNode) => boolean): readonly string[] {
  const { name, text, children, node, comment } = element;
  const blanks = ' '.repeat(indent);
  const marks = [
    ...(element.inactive ? [' inactive="inactive"'] : []),
    ...(element.protected ? [' protect="protect"'] : []),
    ...(node && changed(node) ? [' junos:changed="changed"'] : []),
  ].join('');
  const above = comment === undefined ? [] : [`${blanks}<junos:comment>/* ${escaped(comment)} */</junos:comment>`];
  if (text !== undefined) return [...above, `${blanks}<${name}${marks}>${escaped(text)}</${name}>`];
  if (children.length === 0) return [...above, `${blanks}<${name}${marks}/>`];
  return [
    ...above,
    `${blanks}<${name}${marks}>`,
    ...children.flatMap((child) => lines(child, indent + 4, changed)),
    `${blanks}</${name}>`,
  ];
}
