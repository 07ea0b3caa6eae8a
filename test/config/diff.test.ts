import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, diff } from '../../src/config/diff.ts';
import { annotate, insert, put, remove, setInactive } from '../../src/config/edit.ts';
import type { ConfigNode, ConfigTree, Statement } from '../../src/config/tree.ts';
import { EMPTY, iosChain, junosChain, set, text } from './harness.ts';

const words = (node: ConfigNode): string => node.words.join(' ');
/** `+ interfaces ge-0/0/0 | mtu 1500` */
function told(change: Change): string {
  const path = change.path.map(words).join(' ');
  const where = path === '' ? '' : `${path} | `;
  switch (change.kind) {
    case 'added':
      return `+ ${where}${words(change.node)}`;
    case 'removed':
      return `- ${where}${words(change.node)}`;
    case 'changed':
      return `~ ${where}${words(change.before)} -> ${words(change.node)}`;
    case 'moved':
      return `! ${where}${words(change.node)} behind ${change.behind ? words(change.behind) : 'nothing'}`;
  }
}
const changes = (before: ConfigTree, after: ConfigTree): string[] => diff(before, after).map(told);

const BASE = set(
  EMPTY,
  'system host-name R1',
  'interfaces ge-0/0/0 mtu 1500',
  'interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/24',
  'protocols ospf area 0 interface lo0.0 passive',
  'protocols ospf export [ A B C D ]',
);

describe('the difference of two trees', () => {
  it('is nothing for equal ones, shared or not', () => {
    expect(diff(BASE, BASE)).toEqual([]);
    const same = set(
      EMPTY,
      'protocols ospf export [ A B C D ]',
      'protocols ospf area 0 interface lo0.0 passive',
      'interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/24',
      'interfaces ge-0/0/0 mtu 1500',
      'system host-name R1',
    );
    expect(diff(BASE, same)).toEqual([]);
  });
  it('tells what came, went and changed, with the way to it, in the order of the tree', () => {
    let after = set(
      BASE,
      'system host-name PE1',
      'interfaces ge-0/0/0 unit 0 family inet address 10.0.0.2/24',
      'policy-options community C members 1:1',
    );
    after = remove(after, junosChain('interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/24')).tree;
    after = remove(after, junosChain('protocols ospf area 0')).tree;
    expect(changes(BASE, after)).toEqual([
      '~ system | host-name R1 -> host-name PE1',
      // As Junos has it: the new address above the old one (`show | compare` after `delete` and `set` of an address,
      // shown in public course notes on SRX, undated).
      '+ interfaces ge-0/0/0 unit 0 family inet | address 10.0.0.2/24',
      '- interfaces ge-0/0/0 unit 0 family inet | address 10.0.0.1/24',
      '- protocols ospf | area 0',
      '+ policy-options',
    ]);
  });
  it('tells a whole block that came or went once', () => {
    expect(changes(EMPTY, BASE)).toEqual(['+ system', '+ interfaces', '+ protocols']);
    expect(changes(BASE, EMPTY)).toEqual(['- system', '- interfaces', '- protocols']);
  });
  it('tells marks and negations', () => {
    const chain = junosChain('protocols ospf area 0');
    const inactive = setInactive(BASE, chain, true);
    const commented = annotate(BASE, chain, 'core');
    for (const result of [inactive, commented]) {
      expect(result.ok && changes(BASE, result.value)).toEqual(['~ protocols ospf | area 0 -> area 0']);
    }
    const passive = iosChain('router ospf 1', 'passive-interface lo0');
    const on = put(EMPTY, passive);
    expect(changes(on, put(on, passive, { negated: true }))).toEqual([
      '~ router ospf 1 | passive-interface Loopback0 -> passive-interface Loopback0',
    ]);
  });
  it('tells the fewest moves that make one order of the other', () => {
    const move = (tree: ConfigTree, which: string, where: 'before' | 'after', anchor: string): ConfigTree => {
      const to = junosChain(`protocols ospf export ${anchor}`).at(-1) as Statement;
      const result = insert(tree, junosChain(`protocols ospf export ${which}`), where, to);
      if (!result.ok) throw new Error(result.error.kind);
      return result.value;
    };
    expect(changes(BASE, move(BASE, 'D', 'before', 'A'))).toEqual(['! protocols ospf | export D behind nothing']);
    expect(changes(BASE, move(BASE, 'A', 'after', 'C'))).toEqual(['! protocols ospf | export A behind export C']);
    const both = remove(
      set(move(BASE, 'A', 'after', 'D'), 'protocols ospf export E'),
      junosChain('protocols ospf export B'),
    ).tree;
    expect(changes(BASE, both)).toEqual([
      '- protocols ospf | export B',
      '! protocols ospf | export A behind export D',
      '+ protocols ospf | export E',
    ]);
  });
  it('does not look into what is shared', () => {
    const [first, ...others] = BASE.children;
    const sealed = new Proxy(first as ConfigNode, {
      get(node, key) {
        if (key === 'children') throw new Error('looked into');
        return node[key as keyof ConfigNode];
      },
    });
    const before = { children: [sealed, ...others] };
    expect(changes(before, { children: [sealed, ...others.slice(0, 1)] })).toEqual(['- protocols']);
  });
});

/** Does to a tree what the difference says. */
function patch(before: ConfigTree, found: readonly Change[]): string[] {
  const lines = new Set(flat(before));
  const path = (change: Change): string[] => change.path.map(words);
  const under = (prefix: string[], node: ConfigNode): string[] => [
    [...prefix, words(node)].join(' / '),
    ...flat(node, [...prefix, words(node)]),
  ];
  for (const change of found)
    if (change.kind === 'removed') for (const line of under(path(change), change.node)) lines.delete(line);
  for (const change of found)
    if (change.kind === 'changed') lines.delete([...path(change), words(change.before)].join(' / '));
  for (const change of found)
    if (change.kind === 'changed') lines.add([...path(change), words(change.node)].join(' / '));
  for (const change of found)
    if (change.kind === 'added') for (const line of under(path(change), change.node)) lines.add(line);
  return [...lines].sort();
}
function flat(tree: ConfigTree, prefix: readonly string[] = []): string[] {
  return tree.children.flatMap((node) => {
    const here = [...prefix, words(node)];
    return [here.join(' / '), ...flat(node, here)];
  });
}

describe('the difference of any two trees', () => {
  const path = fc.oneof(
    fc.tuple(fc.nat(2), fc.nat(2)).map(([i, u]) => `interfaces ge-0/0/${i} unit ${u} family inet mtu 1400`),
    fc.tuple(fc.nat(2), fc.nat(3)).map(([i, m]) => `interfaces ge-0/0/${i} mtu ${1000 + m}`),
    fc.nat(8).map((p) => `protocols ospf export P${p}`),
    fc.nat(3).map((t) => `policy-options policy-statement P term t${t} then accept`),
  );
  const tree = fc.array(path, { maxLength: 25 }).map((lines) => set(EMPTY, ...lines));
  it('makes the second of the first', () => {
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        expect(patch(before, diff(before, after))).toEqual(flat(after).sort());
        if (text(before).join() === text(after).join()) expect(diff(before, after)).toEqual([]);
        else expect(diff(before, after)).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
  it('is as long one way as the other', () => {
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const count = (found: readonly Change[], kind: Change['kind']): number =>
          found.filter((one) => one.kind === kind).length;
        const [there, back] = [diff(before, after), diff(after, before)];
        expect(count(there, 'added')).toBe(count(back, 'removed'));
        expect(count(there, 'changed')).toBe(count(back, 'changed'));
        expect(count(there, 'moved')).toBe(count(back, 'moved'));
      }),
      { numRuns: 300 },
    );
  });
});
