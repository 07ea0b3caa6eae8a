// Access lists: entries in the order of their numbers, hosts and networks as they are printed.
// Source: Cisco IOS Security command reference, "access-list (IP standard)", "ip access-list"; Cisco, "IP Access List
// Sequence Numbering" (10, 20, 30 …; `no access-list 10 …` takes the whole list; a number that is taken: `% Duplicate sequence
// number`, and of sessions on IOS 15 the line behind it; "ip access-list resequence").

import { ip4Text, parseIp4 } from '../../../base/ip.ts';
import { remove } from '../../../config/edit.ts';
import type { ConfigNode, ConfigTree, Statement } from '../../../config/tree.ts';
import { blockOf, done, type Edit, incomplete, type Outcome, plainNo, putAt, refused } from './edit.ts';

/** Addresses as a list prints them: `any`, `host A`, host bits that do not matter as zeros. */
function written(statement: Statement, extended: boolean): Statement {
  const words: string[] = [];
  const args: Record<string, string> = { ...statement.args };
  const source = statement.words;
  const names = ['from', 'to'].filter((name) => args[name] !== undefined);
  for (let i = 0; i < source.length; i++) {
    const word = source[i] as string;
    if (word === 'host' && !extended) continue;
    if (parseIp4(word) === undefined) {
      words.push(word);
      continue;
    }
    const name = names.shift() ?? 'to';
    const wildcard = source[i - 1] === 'host' ? undefined : parseIp4(source[i + 1] ?? '');
    if (wildcard === undefined) {
      words.push(word);
      continue;
    }
    i++;
    const range = rangeWords(word, wildcard, extended);
    words.push(...range.words);
    args[name] = range.address;
    if (wildcard === 0 || wildcard === 0xffffffff) delete args[`${name}wild`];
    if (wildcard === 0xffffffff) delete args[name];
  }
  return { ...statement, words, args };
}

function rangeWords(
  address: string,
  wildcard: number,
  extended: boolean,
): { readonly words: readonly string[]; readonly address: string } {
  const value = parseIp4(address) ?? (0 as never);
  const network = ip4Text(((value & ~wildcard) >>> 0) as typeof value);
  if (wildcard === 0xffffffff) return { words: ['any'], address: network };
  if (wildcard === 0) return { words: extended ? ['host', network] : [network], address: network };
  return { words: [network, ip4Text(wildcard as typeof value)], address: network };
}

/** Its number, or ten more than that of the entry before. */
function numbersOf(entries: readonly ConfigNode[]): readonly number[] {
  let last = 0;
  return entries.map(({ args }) => {
    last = args['seq'] === undefined ? last + 10 : Number(args['seq']);
    return last;
  });
}

function entryRule(edit: Edit): Outcome {
  const { tree, at, statement, verb, environment } = edit;
  const extended = at.at(-1)?.spec.name === 'ip access-list extended';
  const entries = blockOf(edit)?.children ?? [];
  const { seq } = statement.args;
  if (verb !== 'set') {
    if (seq === undefined || statement.words.length > 1)
      return plainNo({
        ...edit,
        statement: edit.missing === 'nothing' ? bare(written(statement, extended)) : statement,
      });
    const gone = entries[numbersOf(entries).indexOf(Number(seq))];
    return done(gone ? remove(tree, [...at, gone]).tree : tree);
  }
  if (environment.printed) return done(putAt(tree, at, statement));
  const entry = bare(written(statement, extended));
  const taken = seq === undefined ? undefined : entries[numbersOf(entries).indexOf(Number(seq))];
  if (taken && taken.words.join(' ') !== entry.words.join(' '))
    return refused('% Duplicate sequence number', '%Failed to add ace to access-list');
  const made = putAt(tree, at, entry);
  if (made === tree || seq === undefined) return done(made);
  return done(inPlace(made, at, entry, Number(seq)));
}

/** Without its number, which says where it goes and is not printed. */
function bare(statement: Statement): Statement {
  const { seq } = statement.args;
  return seq === undefined ? statement : { ...statement, words: statement.words.slice(1) };
}

/** Before the first entry with a higher number. */
function inPlace(tree: ConfigTree, at: Edit['at'], entry: Statement, seq: number): ConfigTree {
  const [block] = at;
  const children = tree.children.map((node) => {
    if (!block || node.spec !== block.spec || node.words.join(' ') !== block.words.join(' ')) return node;
    const own = node.children.find(({ words }) => words === entry.words);
    const others = node.children.filter((child) => child !== own);
    const numbers = numbersOf(others);
    const later = numbers.findIndex((number) => number > seq);
    const to = later < 0 ? others.length : later;
    // The others keep their numbers, told or not.
    const numbered = others.map((child, i) => withNumber(child, numbers[i] ?? seq));
    return own ? { ...node, children: numbered.toSpliced(to, 0, own) } : node;
  });
  return { ...tree, children };
}

const withNumber = (entry: ConfigNode, seq: number): ConfigNode => ({
  ...entry,
  args: { ...entry.args, seq: `${seq}` },
});

/** "ip access-list resequence" is done, not kept: the entries of that list get other numbers. */
function resequenceRule({ tree, statement, verb }: Edit): Outcome {
  const { list, start, step } = statement.args;
  if (verb !== 'set') return done(tree);
  const lists = ['ip access-list standard', 'ip access-list extended'];
  const children = tree.children.map((node) => {
    if (!lists.includes(node.spec.name) || node.args['list'] !== list) return node;
    return { ...node, children: node.children.map((entry, i) => withNumber(entry, Number(start) + i * Number(step))) };
  });
  return done({ ...tree, children });
}

/** Entries of one number stand together; lists in the order of their numbers. */
function numberedRule(edit: Edit): Outcome {
  const { tree, statement, verb, environment } = edit;
  const number = Number(statement.args['number']);
  if (Number.isNaN(number)) return incomplete;
  const lists = tree.children.filter(({ spec }) => spec === statement.spec);
  if (verb !== 'set') {
    const gone = lists.filter(({ args }) => Number(args['number']) === number);
    return done(gone.reduce((made, node) => remove(made, [node]).tree, tree));
  }
  const extended = (number >= 100 && number <= 199) || number >= 2000;
  const entry = environment.printed ? statement : written(statement, extended);
  const made = putAt(tree, [], entry);
  const later = lists.find(({ args }) => Number(args['number']) > number);
  const own = made.children.find(({ words }) => words === entry.words);
  if (!later || !own) return done(made);
  const others = made.children.filter((node) => node !== own);
  return done({ ...made, children: others.toSpliced(others.indexOf(later), 0, own) });
}

export const accessListRules: Readonly<Record<string, (edit: Edit) => Outcome>> = {
  'ip access-list standard|<seq>': entryRule,
  'ip access-list extended|<seq>': entryRule,
  '|ip access-list resequence': resequenceRule,
  '|access-list': numberedRule,
};
