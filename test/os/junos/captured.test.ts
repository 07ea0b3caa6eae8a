// Whole configurations of real routers, where they are at hand: a folder of networks
// (NETWORK/configs/ROUTER/show_configuration_|_display_set.txt, NETWORK/source/configs/*.cfg). None of them is part of the
// program: without the folder these checks are left out, and the excerpts of statements.test.ts stand for them.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mac } from '../../../src/base/mac.ts';
import { EMPTY_TREE } from '../../../src/config/tree.ts';
import { displaySet } from '../../../src/os/junos/display-set.ts';
import { printBlock } from '../../../src/os/junos/print.ts';
import { readConfiguration } from '../../../src/os/junos/read.ts';
import { SNAPSHOTS } from '../../harness/captures.ts';
import { junos } from './console.ts';
import { schema } from './trees.ts';

const folder = SNAPSHOTS ?? '';

const list = (path: string): readonly string[] => (existsSync(path) ? readdirSync(path).sort() : []);

interface Capture {
  readonly name: string;
  readonly text: string;
}

/** What `show configuration | display set` printed. */
const captured: readonly Capture[] = list(folder).flatMap((network) =>
  list(join(folder, network, 'configs')).flatMap((router) => {
    const file = join(folder, network, 'configs', router, 'show_configuration_|_display_set.txt');
    return existsSync(file) ? [{ name: `${network}/${router}`, text: readFileSync(file, 'utf8') }] : [];
  }),
);

const lines = (text: string): readonly string[] =>
  text.split(/\r?\n/).filter((line) => /^(?:set|deactivate|protect) /.test(line));

/** A router prints what needs no quotes without them, some releases with them. */
const plain = (line: string): string => line.replace(/"/g, '');

const read = (text: string) => readConfiguration(schema(), text, EMPTY_TREE);

const twice = (all: readonly string[]): ReadonlyMap<string, number> => {
  const count = new Map<string, number>();
  for (const line of all) count.set(line, (count.get(line) ?? 0) + 1);
  return count;
};

describe.skipIf(captured.length === 0)('captured configurations', () => {
  it.each(captured)('$name is read without a refusal', ({ text }) => {
    expect(read(text).lines.filter(({ taken }) => taken === 'rejected')).toEqual([]);
  });
  it.each(captured)('$name comes back, line by line', ({ text }) => {
    const back = twice(displaySet(read(text).tree.children).map(plain));
    expect(back).toEqual(twice(lines(text).map(plain)));
  });
  it.each(captured)('$name is the same in braces', ({ text }) => {
    const { tree } = read(text);
    const again = read(printBlock(tree.children).join('\n'));
    expect(again.lines.filter(({ taken }) => taken === 'rejected')).toEqual([]);
    expect(displaySet(again.tree.children)).toEqual(displaySet(tree.children));
  });
  it('mostly stand in the order of the router that printed them', () => {
    const ordered = captured.filter(
      ({ text }) => displaySet(read(text).tree.children).map(plain).join('\n') === lines(text).map(plain).join('\n'),
    );
    process.stdout.write(`order kept: ${ordered.length} of ${captured.length} configurations\n`);
    expect(ordered.length).toBeGreaterThan(captured.length / 2);
  });
});

describe.skipIf(captured.length === 0)('commit check', () => {
  const os = junos();
  const [model] = os.models;
  /** Of the network junos_commit_check some were refused by the router; everything else was in force on one. */
  it.each(captured)('$name', ({ name, text }) => {
    const verdict = os.compile(read(text).tree, { model: model as never, macBase: mac(0) });
    const errors = verdict.ok ? [] : verdict.error.filter(({ warning }) => !warning).map(({ message }) => message);
    if (name.includes('/rejects-')) expect(errors).not.toEqual([]);
    else expect(errors).toEqual([]);
  });
});
