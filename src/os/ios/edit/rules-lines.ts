// line con, aux: always there. line vty: ranges that are made, split and entered together.
// Source: captures (show running-config): `line vty 0 4` and `line vty 5 15` stay apart; a line that differs stands alone
// (`line vty 0`, `line vty 1`, `line vty 2 4`).

import { remove } from '../../../config/edit.ts';
import type { ConfigNode, ConfigTree, Statement } from '../../../config/tree.ts';
import {
  done,
  type Edit,
  incomplete,
  type Outcome,
  opened,
  plainNo,
  plainSet,
  putAt,
  refused,
  statementOf,
} from './edit.ts';

interface Range {
  readonly first: number;
  readonly last: number;
}

const rangeOf = ({ args }: Statement): Range => {
  const first = Number(args['first']);
  return { first, last: Number(args['last'] ?? first) };
};

/** `line vty 0 4`; a single line is named by one number. */
function lineStatement(spec: Statement['spec'], { first, last }: Range): Statement {
  const words = ['line', 'vty', String(first), ...(last > first ? [String(last)] : [])];
  const args = { first: String(first), ...(last > first ? { last: String(last) } : {}) };
  return statementOf(spec, words, args);
}

const vtyNodes = (tree: ConfigTree): readonly ConfigNode[] =>
  tree.children.filter(({ spec }) => spec.name === 'line vty');

/** The same lines in two ranges that each say what the one said. */
function splitAt(tree: ConfigTree, line: number): ConfigTree {
  const node = vtyNodes(tree).find((one) => rangeOf(one).first < line && line <= rangeOf(one).last);
  if (!node) return tree;
  const { first, last } = rangeOf(node);
  const parts = [
    { first, last: line - 1 },
    { first: line, last },
  ].map((part): ConfigNode => ({ ...node, ...lineStatement(node.spec, part) }));
  return { ...tree, children: tree.children.flatMap((one) => (one === node ? parts : [one])) };
}

/** The ranges that make up the lines that were named, made where they are missing. */
export function lineRule(edit: Edit): Outcome {
  const { statement, verb } = edit;
  if (statement.args['first'] === undefined) return incomplete;
  const { first, last } = rangeOf(statement);
  if (last < first) return refused('% Bad line range');
  if (verb !== 'set') return noLines(edit, first);
  let tree = splitAt(splitAt(edit.tree, first), last + 1);
  const inside = (node: ConfigNode): boolean => rangeOf(node).first >= first && rangeOf(node).last <= last;
  for (let line = first; line <= last; ) {
    const known = vtyNodes(tree).find((node) => rangeOf(node).first <= line && line <= rangeOf(node).last);
    if (known) line = rangeOf(known).last + 1;
    else {
      const next = Math.min(
        last + 1,
        ...vtyNodes(tree)
          .map((node) => rangeOf(node).first)
          .filter((one) => one > line),
      );
      tree = inOrder(putAt(tree, [], lineStatement(statement.spec, { first: line, last: next - 1 })));
      line = next;
    }
  }
  const chains = vtyNodes(tree).filter(inside);
  return opened(
    tree,
    chains.map((node) => [node]),
  );
}

function inOrder(tree: ConfigTree): ConfigTree {
  const lines = [...vtyNodes(tree)].sort((a, b) => rangeOf(a).first - rangeOf(b).first);
  return {
    ...tree,
    children: tree.children.map((node) => (node.spec.name === 'line vty' ? (lines.shift() ?? node) : node)),
  };
}

/** The console and the auxiliary line are soldered in: `no` and `default` take what was said of them, not the line. */
export function portLineRule(edit: Edit): Outcome {
  const { tree, statement, verb, environment } = edit;
  if (verb === 'set') return plainSet(edit);
  const same = (node: ConfigNode): boolean => node.spec.name === statement.spec.name;
  const born = environment.factory.children.find(same);
  if (born === undefined) return plainNo(edit);
  return done({ ...tree, children: tree.children.map((node) => (same(node) ? born : node)) });
}

/** `no line vty 5` takes that line and all behind it; five lines there are always. */
function noLines(edit: Edit, first: number): Outcome {
  if (first < 5) return refused("% Can't delete last 5 VTY lines");
  const tree = splitAt(edit.tree, first);
  const gone = vtyNodes(tree).filter((node) => rangeOf(node).first >= first);
  return done(gone.reduce((made, node) => remove(made, [node]).tree, tree));
}
