// `wildcard delete PATH PATTERN`.    Source: capture of a QFX (`wildcard delete interfaces .*`: "matched:" and the question).

import { junosRegex } from '../../../cli/regex.ts';
import { type Chain, findAll } from '../../../config/edit.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { Token } from '../../../language/spec.ts';
import { findPath, removeFrom } from '../schema.ts';
import type { ShellContext } from './context.ts';
import { refusal } from './protection.ts';
import { askYesNo } from './yes-no.ts';

/** `wildcard delete PATH PATTERN`: what fits is listed, then it is asked. */
export function wildcardDelete(context: ShellContext, path: readonly Token[]): void {
  const { session, io } = context;
  const pattern = path[path.length - 1];
  const regex = junosRegex(`^(${pattern?.text ?? ''})`);
  if (!pattern || !regex.ok) {
    io.print([`error: invalid regular expression: ${pattern?.text ?? ''}`]);
    return;
  }
  const found = matching(context, path.slice(0, -1)).filter(({ name }) => regex.value.test(name));
  if (found.length === 0) {
    io.print(['warning: statement not found'], { page: false });
    return;
  }
  io.print(found.map(({ name }) => `  matched: ${name}`));
  askYesNo(io, `Delete ${found.length} objects?`, false, (yes) => {
    if (!yes) return;
    for (const { chain } of found) {
      const refused = refusal(session.candidate, chain, 'deleted');
      if (refused === undefined) session.candidate = removeFrom(session.candidate, chain).tree;
      else io.print([refused], { page: false });
    }
    session.changedAt = session.box.now;
  });
}

interface Found {
  readonly name: string;
  readonly chain: Chain;
}

/** Statements below a path, by the word that tells them apart. Words of a sentence that lead to its key are the path's. */
function matching({ session, words }: ShellContext, path: readonly Token[]): readonly Found[] {
  const { level, candidate } = session;
  if (path.length === 0) {
    const block = level.length === 0 ? candidate.children : findAll(candidate, level).flatMap((node) => node.children);
    return block.map((node) => named(node, node.words[0] ?? '', level));
  }
  const found = findPath(words.schema, level, path, 'anywhere');
  const chains = found.ok ? found.value.map((chain) => [...level, ...chain]) : [];
  return chains.flatMap((chain) => {
    const above = chain.slice(0, -1);
    const last = chain[chain.length - 1];
    return findAll(candidate, chain).flatMap((node) => {
      const begun = last && node.words.length > last.words.length;
      if (begun) return [named(node, node.words[last.words.length] ?? '', above)];
      return node.children.map((child) => named(child, child.words[0] ?? '', [...above, node]));
    });
  });
}

const named = (node: ConfigNode, name: string, above: Chain): Found => ({ name, chain: [...above, node] });
