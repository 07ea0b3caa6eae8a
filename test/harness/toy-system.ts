// A small operating system of the tests, and labs that are built of it: play, saves and verbs are tried on them.

import { parseIp4 } from '../../src/base/ip.ts';
import { err, ok } from '../../src/base/result.ts';
import type { ConfigNode, ConfigTree } from '../../src/config/tree.ts';
import type { Machinery } from '../../src/lab/build.ts';
import type { Lab, LabLink, Task } from '../../src/lab/lab.ts';
import type { CommandSpec } from '../../src/language/spec.ts';
import { MAIN_ROUTER } from '../../src/os/box.ts';
import type { Compiled, LineTaken, Os } from '../../src/os/os.ts';
import type { PortName } from '../../src/sim/node.ts';
import { millis } from '../../src/sim/time.ts';
import { type ToyConfig, ToyRouter } from './toy-router.ts';
import { ToyShell } from './toy-shell.ts';

const spec: CommandSpec = {
  at: { file: 'toy.cmd', line: 1 },
  path: [],
  effect: { kind: 'statement' },
  children: [],
  container: false,
  mode: undefined,
  defaultOn: false,
  sorted: false,
  hidden: false,
  secret: false,
  order: 0,
  name: 'toy',
};

const nodeOf = (words: readonly string[]): ConfigNode => ({
  spec,
  words,
  args: {},
  children: [],
  negated: false,
  inactive: false,
  protected: false,
  annotation: undefined,
});

/** `hostname NAME`, `address PORT A.B.C.D`, `note TEXT` (kept), `clash` (read, but it does not compile). */
function readLine(line: string): {
  readonly words: readonly string[];
  readonly taken: LineTaken['taken'];
  readonly why?: string;
} {
  const words = line.trim().split(/\s+/);
  const [head, first, second] = words;
  if (head === 'hostname' && first !== undefined) return { words, taken: 'simulated' };
  if (head === 'address' && parseIp4(second ?? '') !== undefined) return { words, taken: 'simulated' };
  if (head === 'note') return { words, taken: 'kept', why: 'notes do nothing' };
  if (head === 'clash') return { words, taken: 'simulated' };
  return { words, taken: 'rejected', why: 'Unknown word' };
}

const identity = (words: readonly string[]): string => words.slice(0, words[0] === 'address' ? 2 : 1).join(' ');

function readToy(text: string, onto: ConfigTree): ReturnType<Os['read']> {
  let tree = onto;
  const lines: LineTaken[] = [];
  for (const [i, raw] of text.split('\n').entries()) {
    if (raw.trim() === '' || raw.startsWith('#')) continue;
    const { words, taken, why } = readLine(raw);
    lines.push({ line: i + 1, text: raw, taken, why, column: taken === 'rejected' ? 0 : undefined });
    if (taken === 'rejected') continue;
    const others = tree.children.filter((node) => identity(node.words) !== identity(words));
    const children = [...others, nodeOf(words)].sort((a, b) => (a.words.join(' ') < b.words.join(' ') ? -1 : 1));
    tree = { children };
  }
  return { tree, lines };
}

const PORTS = ['eth0', 'eth1', 'eth2'] as PortName[];

export const toySystem: Os = {
  name: 'toy',
  vocabulary: { sections: new Map() },
  types: {},
  personality: {} as Os['personality'],
  models: [{ name: 'box', ports: PORTS, release: '1.0' }],
  served: { views: [], actions: [], watches: [] },
  factory: () => ({ children: [nodeOf(['hostname', 'toy'])] }),
  read: (text, onto) => readToy(text, onto),
  compile: (tree) => {
    if (tree.children.some((node) => node.words[0] === 'clash'))
      return err([{ path: ['clash'], message: 'cannot be', warning: false }]);
    const value = (word: string): string | undefined => tree.children.find((node) => node.words[0] === word)?.words[1];
    const addresses = tree.children
      .filter((node) => node.words[0] === 'address')
      .map((node) => [node.words[1] as string, parseIp4(node.words[2] as string)]);
    const config = { hostname: value('hostname') ?? 'toy', ports: PORTS, addresses: Object.fromEntries(addresses) };
    const compiled = new Map([[MAIN_ROUTER, config as ToyConfig]]) as unknown as Compiled;
    return ok({ compiled, warnings: [] });
  },
  print: (tree) => tree.children.map((node) => node.words.join(' ')),
  phrase: () => undefined,
  shell: (box, session) => new ToyShell(box, session),
};

export const toyMachinery: Machinery = {
  systems: new Map([['toy', toySystem]]),
  makeRouter: (spec) => new ToyRouter(spec),
};

/** Two boxes and a cable, 10.0.0.1 and 10.0.0.2. */
export function toyLab(parts: Partial<Lab> = {}): Lab {
  const device = (name: string) => ({ name, os: 'toy', model: undefined, at: undefined, login: undefined });
  const link: LabLink = {
    id: 'a-b',
    kind: 'cable',
    ends: [
      { device: 'a', port: 'eth0' },
      { device: 'b', port: 'eth0' },
    ],
    delay: millis(1),
  };
  const config = (name: string, text: string) => [{ file: `start/${name}.toy`, text }];
  const start = {
    a: config('a', 'hostname A\naddress eth0 10.0.0.1\n'),
    b: config('b', 'hostname B\naddress eth0 10.0.0.2\n'),
  };
  return {
    id: 'toys',
    title: 'Two toys',
    summary: 'A cable between them.',
    minutes: 5,
    epoch: 0,
    seed: 7,
    devices: [device('a'), device('b')],
    links: [link],
    tasks: [],
    start,
    solution: start,
    proof: undefined,
    guide: '',
    digest: 'digest-of-toys',
    ...parts,
  };
}

/** A task with these checks. */
export const toyTask = (id: string, checks: Task['checks'], after: readonly string[] = []): Task => ({
  id,
  title: id,
  brief: '',
  hints: [],
  after,
  points: 1,
  checks,
});
