import { describe, expect, it } from 'vitest';
import { displaySet } from '../../../src/os/junos/display-set.ts';
import { expandGroups } from '../../../src/os/junos/groups.ts';
import { schema, tree } from './trees.ts';

const inForce = (text: string): readonly string[] =>
  displaySet(expandGroups(tree(text), schema().specs).tree.children).map((line) => line.slice('set '.length));

describe('apply-groups', () => {
  it('gives a level what the group says there', () => {
    expect(
      inForce(`
        set groups G system host-name inherited
        set groups G system ntp source-address 10.0.0.1
        set apply-groups G
        set system ntp server 10.0.0.2
      `),
    ).toEqual(['system host-name inherited', 'system ntp server 10.0.0.2', 'system ntp source-address 10.0.0.1']);
  });

  it('lets the explicit statement win, then the group named first, then the one named deeper', () => {
    expect(
      inForce(`
        set groups A system host-name a
        set groups A system domain-name a.example
        set groups B system host-name b
        set groups B system domain-name b.example
        set groups B system time-zone UTC
        set apply-groups [ A B ]
        set system host-name own
      `),
    ).toEqual(['system host-name own', 'system domain-name a.example', 'system time-zone UTC']);
    expect(
      inForce(`
        set groups A system domain-name a.example
        set groups B system domain-name b.example
        set apply-groups A
        set system apply-groups B
      `),
    ).toEqual(['system domain-name b.example']);
  });

  it('matches what is there with wildcards, and makes nothing of them', () => {
    expect(
      inForce(`
        set groups M interfaces <ge-*> unit <*> family mpls
        set groups M interfaces <ge-0/0/[1-2]> mtu 9192
        set apply-groups M
        set interfaces ge-0/0/0 unit 0 family inet
        set interfaces ge-0/0/2 unit 5 vlan-id 5
        set interfaces lo0 unit 0 family inet
      `),
    ).toEqual([
      'interfaces ge-0/0/0 unit 0 family inet',
      'interfaces ge-0/0/0 unit 0 family mpls',
      'interfaces ge-0/0/2 mtu 9192',
      'interfaces ge-0/0/2 unit 5 vlan-id 5',
      'interfaces ge-0/0/2 unit 5 family mpls',
      'interfaces lo0 unit 0 family inet',
    ]);
  });

  it('can be excepted, and deactivated', () => {
    const groups = `
      set groups M interfaces <*> mtu 9192
      set interfaces ge-0/0/0 description x
      set interfaces ge-0/0/1 description y
      set apply-groups M
    `;
    expect(inForce(`${groups}\nset interfaces ge-0/0/1 apply-groups-except M`)).toEqual([
      'interfaces ge-0/0/0 description x',
      'interfaces ge-0/0/0 mtu 9192',
      'interfaces ge-0/0/1 description y',
    ]);
    expect(inForce(`${groups}\ndeactivate apply-groups M`)).toEqual([
      'interfaces ge-0/0/0 description x',
      'interfaces ge-0/0/1 description y',
    ]);
    expect(inForce(`${groups}\ndeactivate interfaces ge-0/0/0`)).toEqual([
      'interfaces ge-0/0/1 description y',
      'interfaces ge-0/0/1 mtu 9192',
    ]);
  });

  it('tells which group a statement came from, and which there is not', () => {
    const config = tree('set groups G system host-name x\nset apply-groups [ G H ]\nset system time-zone UTC');
    const expanded = expandGroups(config, schema().specs);
    const inherited = [...expanded.origins].map(([node, group]) => [node.words.join(' '), group]);
    expect(inherited).toEqual([['host-name x', 'G']]);
    expect(expanded.undefinedGroups.map(({ group }) => group)).toEqual(['H']);
  });

  it('leaves a configuration without groups as it is', () => {
    const config = tree('set system host-name R1\nset interfaces lo0.0 family inet address 1.1.1.1/32');
    expect(expandGroups(config, schema().specs).tree).toEqual(config);
  });
});
