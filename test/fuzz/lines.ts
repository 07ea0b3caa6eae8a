// What somebody might type at each system: sentences of the mode that the prompt tells of, and whole configurations.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigTree } from '../../src/config/tree.ts';
import type { CommandSpec, Vocabulary } from '../../src/language/spec.ts';
import type { Dice } from './dice.ts';
import { type Deeper, descent, modes, section, sentence } from './sentences.ts';

/** A line for the prompt that stands there, when this is what is being configured. */
export type LineSource = (prompt: string, dice: Dice, tree: ConfigTree) => string;

/** The words that lead to some statement of a tree, `depth` blocks down at most. */
function existing(tree: ConfigTree, dice: Dice, depth = 10): string {
  const words: string[] = [];
  for (let { children } = tree; children.length > 0 && words.length < depth * 4; ) {
    const node = dice.pick(children);
    words.push(...node.words.map((word) => (/^[^\s"#;{}[\]]+$/.test(word) ? word : `"${word}"`)));
    if (depth === 1 || dice.once(3)) break;
    children = node.children;
  }
  return words.join(' ');
}

/** Orders about a statement that is there, and what they may want to hear behind it. */
const ABOUT: readonly (readonly [string, readonly string[]])[] = [
  ['delete', ['']],
  ['deactivate', ['']],
  ['activate', ['']],
  ['protect', ['']],
  ['unprotect', ['']],
  ['edit', ['']],
  ['show', ['', '| display set', '| compare', '| display inheritance']],
  ['annotate', ['"a remark"', '""', '"*/ x"', 'x', '" # {"']],
  ['set', ['description "x y"', 'apply-groups G', 'inactive: x']],
];

const PATTERNS = ['10.0', '^ip', '(a|b)+$', '(a+)+b', '[', '*', 'interface', '.*.*.*.*x', '"inet 0"', '\\'];

/** ` | include ip`, or several. */
function pipes(commands: readonly CommandSpec[], dice: Dice): string {
  if (commands.length === 0 || !dice.once(5)) return '';
  const one = (): string => {
    const pipe = sentence(dice.pick(commands), dice);
    return ` | ${dice.once(2) ? `${pipe.split(' ')[0]} ${dice.pick(PATTERNS)}` : pipe}`;
  };
  return one() + (dice.once(3) ? one() : '');
}

function iosLines(vocabulary: Vocabulary): LineSource {
  const config = section(vocabulary, 'config');
  const everywhere = section(vocabulary, 'anyconfig');
  const exec = [...section(vocabulary, 'exec'), ...section(vocabulary, 'privileged')];
  const blocks = modes(config);
  const pipe = section(vocabulary, 'pipe');
  const order = (dice: Dice): string => sentence(dice.pick(exec), dice) + pipes(pipe, dice);
  return (prompt, dice, tree) => {
    const mode = /\(([\w-]+)\)#/.exec(prompt)?.[1];
    if (mode === undefined)
      return dice.once(4) ? (prompt.endsWith('>') ? 'enable' : 'configure terminal') : order(dice);
    const own = blocks.get(mode) ?? [];
    const block = own.length > 0 ? own : config;
    const statement = (specs: readonly CommandSpec[]) => (): string =>
      `${dice.once(6) ? dice.pick(['no ', 'default ']) : ''}${sentence(dice.pick(specs), dice)}`;
    return dice.weighed<() => string>([
      [12, statement(block)],
      [6, statement(config)],
      [3, () => `do ${order(dice)}`],
      [3, () => `${dice.once(4) ? 'default' : 'no'} ${existing(tree, dice, 1)}`],
      [1, () => existing(tree, dice, 1)],
      [1, statement(everywhere)],
      [
        1,
        () => dice.pick(['exit', 'end', 'banner motd #', 'banner login ^C text', '!', 'interface GigabitEthernet0/1']),
      ],
    ])();
  };
}

function about(tree: ConfigTree, dice: Dice): string {
  const path = existing(tree, dice);
  if (dice.once(4)) {
    const verb = dice.pick(['rename', 'copy', 'insert']);
    const joint = verb === 'insert' ? dice.pick(['before', 'after']) : 'to';
    const words = existing(tree, dice).split(' ');
    return `top ${verb} ${path} ${joint} ${dice.once(2) ? words.slice(-2).join(' ') : dice.pick(['unit 7', 'ge-0/0/5', 'term x', 'user z'])}`;
  }
  const [verb, ends] = dice.pick(ABOUT);
  return `top ${verb} ${path} ${dice.pick(ends)}`;
}

/** A few statements on top of what runs, and their commit: most single statements are sound. */
function change(config: readonly CommandSpec[], dice: Dice): string {
  const sets = Array.from({ length: dice.between(1, 3) }, () => `top set ${descent(config, dice)}\r`);
  return `rollback 0\r${sets.join('')}commit${dice.once(4) ? ' confirmed 1' : ''}`;
}

function junosLines(vocabulary: Vocabulary): LineSource {
  const config = section(vocabulary, 'config');
  const operational = section(vocabulary, 'operational');
  const editing = section(vocabulary, 'editing');
  const pipe = section(vocabulary, 'pipe');
  const order = (dice: Dice): string => sentence(dice.pick(operational), dice, deeper) + pipes(pipe, dice);
  /** The same statement twice, as `rename` and `copy` want it, or one of the hierarchy. */
  const deeper: Deeper = (type, dice) => {
    if (type !== 'statement') return undefined;
    const way = descent(config, dice);
    return dice.once(10) ? `${way} ${dice.pick(['to', 'before', 'after'])} ${descent(config, dice)}` : way;
  };
  const edit = (dice: Dice, tree: ConfigTree): string =>
    dice.weighed<() => string>([
      [12, () => `${dice.once(3) ? '' : 'top '}set ${descent(config, dice)}`],
      [4, () => `${dice.once(2) ? '' : 'top '}${sentence(dice.pick(editing), dice, deeper)}${pipes(pipe, dice)}`],
      [2, () => change(config, dice)],
      [4, () => about(tree, dice)],
      [2, () => dice.pick(['delete', 'rollback 0', 'rollback 1', 'top', 'up', 'exit', 'show | compare', 'quit'])],
      [2, () => dice.pick(['commit', 'commit check', 'commit confirmed 1', 'commit and-quit', 'commit comment "x y"'])],
      [1, () => `run ${order(dice)}`],
      [1, () => `load ${dice.pick(['merge', 'override', 'replace', 'set', 'update'])} terminal`],
      [1, () => (dice.once(4) ? 'set system root-authentication plain-text-password' : edit(dice, tree))],
    ])();
  return (prompt, dice, tree) => {
    if (/% |:~ #/.test(prompt)) return dice.pick(['cli', 'cli', 'ls', 'exit', '']);
    if (/# /.test(prompt)) return edit(dice, tree);
    return dice.once(3) ? dice.pick(['configure', 'configure private', 'configure exclusive', 'edit']) : order(dice);
  };
}

function hostLines(vocabulary: Vocabulary): LineSource {
  const all = [...section(vocabulary, 'exec'), ...section(vocabulary, 'config')];
  return (_prompt, dice) => sentence(dice.pick(all), dice);
}

const SOURCES: Readonly<Record<string, (vocabulary: Vocabulary) => LineSource>> = {
  ios: iosLines,
  junos: junosLines,
  host: hostLines,
};

export const lineSource = (os: string, vocabulary: Vocabulary): LineSource => (SOURCES[os] ?? hostLines)(vocabulary);

/** Every configuration and script of a system that the labs bring along, as lines. */
export function corpus(labs: string, os: string): readonly (readonly string[])[] {
  return readdirSync(labs, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(`.${os}`) || path.endsWith('.lines'))
    .sort()
    .map((path) => readFileSync(join(labs, path), 'utf8').split('\n'));
}
