// `| display json`: a configuration in JSON.    Source: "Displaying Output in JSON Format" (CLI user guide): lists of
// entries in brackets, `[null]` for what has no value, marks under `@`, a blank behind every comma.

import type { ConfigNode } from '../../config/tree.ts';
import type { Envelope } from './display-xml.ts';
import { type Element, elementsOf } from './elements.ts';

/** The lines. */
export function displayJson(nodes: readonly ConfigNode[], { attributes }: Envelope): readonly string[] {
  const members = [
    ...(attributes.length > 0
      ? [
          object(
            '"@" : ',
            attributes.map(([name, value]) => [pair(name, value)]),
          ),
        ]
      : []),
    ...membersOf(elementsOf(nodes, '')),
  ];
  return ['{', ...indented(object('"configuration" : ', members)), '}'];
}

type Lines = readonly string[];

const indented = (lines: Lines): Lines => lines.map((line) => `    ${line}`);

const pair = (name: string, value: string): string => `${JSON.stringify(name)} : ${JSON.stringify(value)}`;

/** Members between braces, a comma behind each but the last. */
function object(head: string, members: readonly Lines[], braces: '{}' | '[]' = '{}'): Lines {
  const inside = members.flatMap((lines, i) =>
    i + 1 < members.length ? [...lines.slice(0, -1), `${lines[lines.length - 1]}, `] : lines,
  );
  return [`${head}${braces[0]}`, ...indented(inside), braces[1] as string];
}

/** The members of an object: elements of one name that may be several are one array. */
function membersOf(elements: readonly Element[]): readonly Lines[] {
  const byName = new Map<string, Element[]>();
  for (const element of elements) byName.set(element.name, [...(byName.get(element.name) ?? []), element]);
  return [...byName].flatMap(([name, those]) => [member(name, those), ...marks(name, those)]);
}

function member(name: string, those: readonly Element[]): Lines {
  const head = `${JSON.stringify(name)} : `;
  const [only] = those;
  if (only && !only.many && those.length === 1) {
    if (only.text !== undefined) return [`${head}${scalar(only)}`];
    return only.children.length === 0 ? [`${head}[null]`] : object(head, membersOf(only.children));
  }
  if (those.every(({ text }) => text !== undefined)) return [`${head}[${those.map(scalar).join(', ')}]`];
  return object(
    head,
    those.map((element) => object('', [...marks('', [element]), ...membersOf(element.children)])),
    '[]',
  );
}

const scalar = ({ text = '', numeric }: Element): string => (numeric ? text : JSON.stringify(text));

/** `"@host-name" : { "inactive" : true }` */
function marks(name: string, those: readonly Element[]): readonly Lines[] {
  const [only] = those;
  if (!only || (name !== '' && only.many)) return [];
  const said = [
    ...(only.inactive ? [['"inactive" : true']] : []),
    ...(only.protected ? [['"protect" : true']] : []),
    ...(only.comment === undefined ? [] : [[`"comment" : ${JSON.stringify(`/* ${only.comment} */`)}`]]),
  ];
  return said.length === 0 ? [] : [object(`${JSON.stringify(`@${name}`)} : `, said)];
}
