// Prefix lists and route maps: sequence numbers, ranges, entries taken away by their name alone.
// Source of the answers: a session quoted in the documentation of a prefix tool (`% Invalid prefix range for 1.2.3.0/24, make
// sure: len < ge-value <= le-value`); Cisco IOS IP Routing: Protocol-Independent command reference, "ip prefix-list", "route-map".

import { parsePrefix } from '../../../base/prefix.ts';
import { remove } from '../../../config/edit.ts';
import type { ConfigNode, ConfigTree, Statement } from '../../../config/tree.ts';
import {
  done,
  type Edit,
  incomplete,
  type Outcome,
  plainNo,
  plainSet,
  putAt,
  refused,
  specNamed,
  statementOf,
} from './edit.ts';

const entriesOf = (tree: ConfigTree, list: string): readonly ConfigNode[] =>
  tree.children.filter(({ spec, args }) => spec.name === 'ip prefix-list seq' && args['list'] === list);

function prefixListRule(edit: Edit): Outcome {
  const { tree, statement, verb } = edit;
  const list = statement.args['list'];
  if (list === undefined) return incomplete;
  if (verb !== 'set') return noPrefixList(edit, list);
  const { ge, le } = statement.args;
  const block = parsePrefix(statement.args['prefix'] ?? '');
  if (!block) return incomplete;
  const [low, high] = [Number(ge ?? block.length), Number(le ?? 32)];
  const fits = (ge === undefined || low > block.length) && low <= high && (le === undefined || high > block.length);
  if (!fits)
    return refused(`% Invalid prefix range for ${statement.args['prefix']}, make sure: len < ge-value <= le-value`);
  const verdict = statement.words.includes('deny') ? 'deny' : 'permit';
  const range = [...(ge === undefined ? [] : ['ge', ge]), ...(le === undefined ? [] : ['le', le])];
  const same = entriesOf(tree, list).find(
    ({ words }) => words.slice(5).join(' ') === [verdict, block.text, ...range].join(' '),
  );
  const seq = statement.args['seq'] ?? same?.args['seq'] ?? nextSequence(tree, list);
  const args = {
    list,
    seq,
    prefix: block.text,
    ...(ge === undefined ? {} : { ge }),
    ...(le === undefined ? {} : { le }),
  };
  return done(putEntry(edit, args, [verdict, block.text, ...range]));
}

/** In place of an entry with the same number, whatever it said. */
function putEntry(edit: Edit, args: Readonly<Record<string, string>>, rest: readonly string[]): ConfigTree {
  const { list = '', seq = '' } = args;
  const known = entriesOf(edit.tree, list).find((entry) => entry.args['seq'] === seq);
  const cleared = known ? remove(edit.tree, [known]).tree : edit.tree;
  return putAt(cleared, [], statementOf(entrySpec(edit), ['ip', 'prefix-list', list, 'seq', seq, ...rest], args));
}

/** The sentence with a sequence number, found beside the one without. */
const entrySpec = (edit: Edit) => specNamed(edit.environment.sentences.config, 'ip prefix-list seq');

/** Five more than the last one. */
function nextSequence(tree: ConfigTree, list: string): string {
  const last = Math.max(0, ...entriesOf(tree, list).map(({ args }) => Number(args['seq'])));
  return String(last + 5 - (last % 5));
}

function noPrefixList(edit: Edit, list: string): Outcome {
  const { tree, statement } = edit;
  const described = tree.children.filter(
    ({ spec, args }) => spec.name === 'ip prefix-list description' && args['list'] === list,
  );
  const entries = entriesOf(tree, list);
  const { seq } = statement.args;
  const block = parsePrefix(statement.args['prefix'] ?? '');
  if (seq === undefined && !block) {
    if (statement.words.length > 3) return incomplete;
    // The name alone begins every sentence about a list: one of them answers.
    if (statement.spec.name !== 'ip prefix-list seq') return done(tree);
    if (entries.length + described.length === 0) return refused("%Can't find specified prefix-list");
    return done([...entries, ...described].reduce((made, node) => remove(made, [node]).tree, tree));
  }
  const gone = entries.find((entry) =>
    seq === undefined ? entry.args['prefix'] === block?.text : entry.args['seq'] === seq,
  );
  return gone ? done(remove(tree, [gone]).tree) : refused("%Can't find specified prefix-list entry");
}

/** Taken away with or without its text; of the name alone the entries decide. */
function listDescription(edit: Edit): Outcome {
  const { verb, statement } = edit;
  if (verb === 'set') return plainSet(edit);
  if (statement.args['list'] === undefined) return incomplete;
  return statement.words.includes('description') ? plainNo({ ...edit, missing: 'values' }) : done(edit.tree);
}

function routeMapRule(edit: Edit): Outcome {
  const { tree, statement, verb } = edit;
  const map = statement.args['map'];
  if (map === undefined) return incomplete;
  const entries = tree.children.filter(({ spec, args }) => spec.name === 'route-map' && args['map'] === map);
  const { seq } = statement.args;
  const verdict = statement.words.includes('deny') ? 'deny' : 'permit';
  if (verb !== 'set') {
    const gone = entries.filter((entry) => seq === undefined || entry.args['seq'] === seq);
    if (gone.length === 0) return refused(`% Could not find route-map ${map}`);
    return done(gone.reduce((made, node) => remove(made, [node]).tree, tree));
  }
  const number = seq ?? '10';
  const whole = statementOf(statement.spec, ['route-map', map, verdict, number], { map, seq: number });
  const known = entries.find((entry) => entry.args['seq'] === number);
  const made = known && known.words[2] !== verdict ? turned(tree, known, whole) : inSequence(tree, whole);
  return { ...done(made), statement: whole };
}

/** `permit` becomes `deny`, the clauses stay. */
const turned = (tree: ConfigTree, known: ConfigNode, whole: Statement): ConfigTree => ({
  ...tree,
  children: tree.children.map((node) => (node === known ? { ...node, words: whole.words } : node)),
});

/** Among the entries of its own map by its number; a new map comes behind the others. */
function inSequence(tree: ConfigTree, whole: Statement): ConfigTree {
  const made = putAt(tree, [], whole);
  if (made === tree) return tree;
  const node = made.children.find(({ words }) => words === whole.words);
  const later = tree.children.find(
    ({ spec, args }) =>
      spec.name === 'route-map' && args['map'] === whole.args['map'] && Number(args['seq']) > Number(whole.args['seq']),
  );
  const mine = tree.children.findLast(
    ({ spec, args }) => spec.name === 'route-map' && args['map'] === whole.args['map'],
  );
  if (!node || !mine) return made;
  const others = made.children.filter((one) => one !== node);
  const at = later ? others.indexOf(later) : others.indexOf(mine) + 1;
  return { ...made, children: others.toSpliced(at, 0, node) };
}

/** Values of several statements of one kind add up: `match ip address prefix-list A`, then `… B`. */
function matchRule(edit: Edit): Outcome {
  const { tree, at, statement, verb } = edit;
  const [name] = Object.keys(statement.args);
  const head = statement.spec.name.split(' ').length;
  const map = at.at(-1);
  if (name === undefined || !map) return verb === 'set' ? incomplete : done(remove(tree, [...at, statement]).tree);
  const old = edit.tree.children
    .find(({ words }) => words === map.words || words.join(' ') === map.words.join(' '))
    ?.children.find(({ spec }) => spec === statement.spec);
  const typed = statement.words.slice(head);
  const known = old?.words.slice(head) ?? [];
  const values = verb === 'set' ? [...new Set([...known, ...typed])] : known.filter((value) => !typed.includes(value));
  if (values.length === 0) return done(old ? remove(tree, [...at, old]).tree : tree);
  const words = [...statement.words.slice(0, head), ...values];
  return done(putAt(tree, at, statementOf(statement.spec, words, { [name]: values.join(' ') })));
}

/** As other matches; `exact-match` is said of all lists together, and goes with the last of them. */
function matchCommunityRule(edit: Edit): Outcome {
  const { tree, at, statement, verb } = edit;
  const map = at.at(-1);
  const exact = 'exact-match';
  const listed = (words: readonly string[] | undefined): readonly string[] =>
    (words ?? []).slice(2).filter((word) => word !== exact);
  const old =
    map &&
    tree.children
      .find(({ words }) => words.join(' ') === map.words.join(' '))
      ?.children.find(({ spec }) => spec === statement.spec);
  const typed = listed(statement.words);
  if (verb === 'set' && typed.length === 0) return incomplete;
  const known = listed(old?.words);
  const kept = typed.length === 0 ? [] : known.filter((list) => !typed.includes(list));
  const lists = verb === 'set' ? [...new Set([...known, ...typed])] : kept;
  const cleared = old ? remove(tree, [...at, old]).tree : tree;
  if (lists.length === 0) return done(cleared);
  const ending = statement.words.includes(exact) || (verb !== 'set' && old?.words.includes(exact)) ? [exact] : [];
  const words = [...statement.words.slice(0, 2), ...lists, ...ending];
  return done(putAt(cleared, at, statementOf(statement.spec, words, { lists: lists.join(' ') })));
}

/** `none` takes the place of communities, and they its place. */
function setCommunity(edit: Edit): Outcome {
  const { tree, at, statement, verb } = edit;
  if (verb !== 'set') return plainNo(edit);
  const map = at.at(-1);
  const kind = statement.words[1];
  const others = tree.children
    .find(({ words }) => map && words.join(' ') === map.words.join(' '))
    ?.children.filter(({ spec, words }) => spec !== statement.spec && SETS.includes(spec.name) && words[1] === kind);
  const cleared = (others ?? []).reduce((made, node) => remove(made, [...at, node]).tree, tree);
  return plainSet({ ...edit, tree: cleared });
}

const SETS = ['set community', 'set community none', 'set large-community', 'set large-community none'];

/** Taken away by its name alone a list goes as a whole. */
function listRule(edit: Edit): Outcome {
  const { tree, statement, verb } = edit;
  const { list, number } = statement.args;
  const name = list ?? number;
  if (verb === 'set' || name === undefined) return verb === 'set' ? plainSet(edit) : incomplete;
  if (statement.words.some((word) => word === 'permit' || word === 'deny')) return plainNo(edit);
  const gone = tree.children.filter(
    ({ spec, args }) => spec.name === statement.spec.name && (args['list'] ?? args['number']) === name,
  );
  return done(gone.reduce((made, node) => remove(made, [node]).tree, tree));
}

/** `additive` adds to what the route has; without it the new targets replace. */
const setTargets = (edit: Edit): Outcome =>
  edit.verb === 'set' ? plainSet(edit) : done(remove(edit.tree, [...edit.at, edit.statement]).tree);

export const policyRules: Readonly<Record<string, (edit: Edit) => Outcome>> = {
  '|ip prefix-list': prefixListRule,
  '|ip prefix-list seq': prefixListRule,
  '|ip prefix-list description': listDescription,
  '|route-map': routeMapRule,
  '|ip as-path access-list': listRule,
  '|ip community-list': listRule,
  '|ip community-list standard': listRule,
  '|ip community-list expanded': listRule,
  '|ip extcommunity-list': listRule,
  '|ip extcommunity-list standard': listRule,
  '|ip extcommunity-list expanded': listRule,
  '|ip large-community-list': listRule,
  '|ip large-community-list standard': listRule,
  '|ip large-community-list expanded': listRule,
  'route-map|match ip address prefix-list': matchRule,
  'route-map|match ip address': matchRule,
  'route-map|match tag': matchRule,
  'route-map|match metric': matchRule,
  'route-map|match as-path': matchRule,
  'route-map|match community': matchCommunityRule,
  'route-map|match extcommunity': matchRule,
  'route-map|match large-community': matchCommunityRule,
  'route-map|match interface': matchRule,
  'route-map|match local-preference': matchRule,
  'route-map|match ip next-hop': matchRule,
  'route-map|match ip next-hop prefix-list': matchRule,
  'route-map|match ip route-source prefix-list': matchRule,
  'route-map|set community': setCommunity,
  'route-map|set community none': setCommunity,
  'route-map|set large-community': setCommunity,
  'route-map|set large-community none': setCommunity,
  'route-map|set extcommunity rt': setTargets,
};
