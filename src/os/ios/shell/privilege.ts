// Privilege levels: which commands somebody may type.
// Source: Cisco IOS Security command reference, "privilege", "privilege level": level 0 has five commands, 1 what user exec
// has, 15 everything; `privilege exec level 7 show running-config` moves a command and what begins with it.

import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { CommandSpec } from '../../../language/spec.ts';
import { all } from '../compile/tree-reader.ts';
import type { System } from '../system.ts';

/** Commands of level 0. */
const LEAST = ['disable', 'enable', 'exit', 'help', 'logout'];

/** The words of a statement fit the beginning of a sentence. */
function covers(node: ConfigNode, name: string): boolean {
  const typed = (node.args['command'] ?? '').toLowerCase().split(' ');
  const words = name.split(' ');
  return typed.length <= words.length && typed.every((word, i) => words[i]?.startsWith(word) === true);
}

/** The level that the configuration gives a sentence; the statement that says most of it counts. */
function movedTo(statements: readonly ConfigNode[], name: string): number | undefined {
  const length = (node: ConfigNode): number => (node.args['command'] ?? '').split(' ').length;
  const [best] = statements.filter((node) => covers(node, name)).sort((a, b) => length(b) - length(a));
  return best && Number(best.args['level']);
}

const statementsOf = (tree: ConfigTree, mode: string): readonly ConfigNode[] =>
  all(tree, 'privilege level').filter(({ args }) => args['mode'] === mode);

/** What may be typed in exec at a level. */
export function execCommands(system: System, tree: ConfigTree, level: number): readonly CommandSpec[] {
  const moved = statementsOf(tree, 'exec');
  if (level >= 15) return system.privileged;
  if (level >= 1 && moved.length === 0) return system.user;
  const users = new Set(system.user);
  return system.privileged.filter((spec) => {
    const byDefault = LEAST.includes(spec.name) ? 0 : users.has(spec) ? 1 : 15;
    return (movedTo(moved, spec.name) ?? byDefault) <= level;
  });
}

/** May a statement be typed at this level? Below 15 only what `privilege configure level …` gives. */
export function mayConfigure(tree: ConfigTree, level: number, prompt: string, name: string): boolean {
  if (level >= 15) return true;
  const mode = prompt === 'config' ? 'configure' : prompt.replace(/^config-/, '').replace(/^if$/, 'interface');
  return (movedTo(statementsOf(tree, mode), name) ?? 15) <= level;
}
