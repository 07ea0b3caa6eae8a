// show access-lists, show ip access-lists [NAME].
// Source: genieparser ShowAccessLists golden outputs; Cisco IOS Security command reference, "show access-lists".

import { byNumber, byText } from '../../../base/sorted-map.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { View } from '../../os.ts';

interface ListFacts {
  readonly name: string;
  readonly extended: boolean;
  readonly entries: readonly ConfigNode[];
}

/** Standard lists first; numbers before names. */
function listsOf(tree: ConfigTree): readonly ListFacts[] {
  const named = tree.children
    .filter(({ spec }) => spec.name === 'ip access-list standard' || spec.name === 'ip access-list extended')
    .map((node): ListFacts => {
      const extended = node.spec.name.endsWith('extended');
      return { name: node.args['list'] ?? '', extended, entries: node.children };
    });
  const plain = tree.children.filter(({ spec }) => spec.name === 'access-list');
  const numbers = [...new Set(plain.map(({ args }) => args['number'] ?? ''))];
  const numbered = numbers.map((name): ListFacts => {
    const number = Number(name);
    const extended = (number >= 100 && number <= 199) || number >= 2000;
    return { name, extended, entries: plain.filter(({ args }) => args['number'] === name) };
  });
  const isNumber = ({ name }: ListFacts): boolean => /^\d+$/.test(name);
  return [...named, ...numbered].sort(
    (a, b) =>
      Number(a.extended) - Number(b.extended) ||
      Number(isNumber(b)) - Number(isNumber(a)) ||
      (isNumber(a) ? byNumber(Number(a.name), Number(b.name)) : byText(a.name, b.name)),
  );
}

export const showAccessLists: View = (context, match) => {
  const wanted = match.args['list'] ?? match.args['name'];
  return listsOf(context.box.store.running)
    .filter(({ name }) => wanted === undefined || name === wanted)
    .flatMap((list) => [`${list.extended ? 'Extended' : 'Standard'} IP access list ${list.name}`, ...entryLines(list)]);
};

/** Remarks are not shown; entries without a number of their own count by ten. */
function entryLines({ entries, extended }: ListFacts): readonly string[] {
  return entries
    .filter(({ words }) => !words.includes('remark'))
    .map((node, i) => {
      const at = node.words.findIndex((word) => word === 'permit' || word === 'deny');
      const rest = node.words.slice(at);
      const sequence = node.args['seq'] ?? String(10 * (i + 1));
      return `    ${sequence} ${extended ? rest.join(' ') : standardText(rest)}`;
    });
}

/** `deny   10.0.0.0, wildcard bits 0.255.255.255`; `host` is not said. */
function standardText([verdict = '', ...rest]: readonly string[]): string {
  const [address, wildcard, ...more] = rest.filter((word) => word !== 'host');
  const isWild = wildcard !== undefined && /^\d+\.\d+\.\d+\.\d+$/.test(wildcard);
  const source = isWild ? [`${address}, wildcard bits ${wildcard}`, ...more] : [address, wildcard, ...more];
  return `${verdict.padEnd(6)} ${source.filter((word) => word !== undefined).join(' ')}`.replace(
    /^permit {2}/,
    'permit ',
  );
}
