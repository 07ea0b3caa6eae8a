import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equal, freeze } from '../../src/base/equal.ts';
import type { Result } from '../../src/base/result.ts';
import {
  annotate,
  copy,
  type EditError,
  find,
  findAll,
  insert,
  negate,
  put,
  remove,
  rename,
  setInactive,
  setProtected,
} from '../../src/config/edit.ts';
import { compareNatural, identityOf } from '../../src/config/identity.ts';
import type { ConfigTree, Statement } from '../../src/config/tree.ts';
import { EMPTY, iosChain, junosChain, junosChains, set, text, type } from './harness.ts';

const done = (result: Result<ConfigTree, EditError>): ConfigTree => {
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};
const last = (line: string): Statement => junosChain(line).at(-1) as Statement;

describe('put', () => {
  it('makes what the path leads through', () => {
    expect(text(set(EMPTY, 'interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/24'))).toEqual([
      'interfaces',
      '  ge-0/0/0',
      '    unit 0',
      '      family inet',
      '        address 10.0.0.1/24',
    ]);
  });
  it('replaces what has the same identity and sets the rest beside it', () => {
    const tree = set(
      EMPTY,
      'interfaces ge-0/0/0 mtu 1500',
      'interfaces ge-0/0/0 mtu 9000',
      'interfaces ge-0/0/0 unit 0 description a',
      'interfaces ge-0/0/0 unit 1 description b',
      'interfaces ge-0/0/0 unit 0 description c',
    );
    expect(text(tree)).toEqual([
      'interfaces',
      '  ge-0/0/0',
      '    mtu 9000',
      '    unit 0',
      '      description c',
      '    unit 1',
      '      description b',
    ]);
  });
  it('keeps forks before a key apart, and replaces those that no key follows', () => {
    const vrf = ['vrf definition A', 'route-target import 1:1'];
    let tree = type(EMPTY, {}, ...vrf);
    tree = type(tree, {}, 'vrf definition A', 'route-target export 1:1');
    tree = type(tree, {}, 'vrf definition A', 'route-target import 2:2');
    tree = type(tree, {}, ...vrf);
    expect(text(tree)).toEqual([
      'vrf definition A',
      '  route-target import 1:1',
      '  route-target export 1:1',
      '  route-target import 2:2',
    ]);
    const network = type(
      type(EMPTY, {}, 'int lo0', 'ip ospf network broadcast'),
      {},
      'int lo0',
      'ip ospf network point',
    );
    expect(text(network)).toEqual(['interface Loopback0', '  ip ospf network point-to-point']);
    let ospf = type(EMPTY, {}, 'router ospf 1', 'passive-interface default');
    ospf = type(ospf, {}, 'router ospf 1', 'passive-interface lo0');
    ospf = type(ospf, {}, 'router ospf 1', 'area 1 stub no-summary');
    ospf = type(ospf, {}, 'router ospf 1', 'area 1 stub');
    expect(text(ospf)).toEqual([
      'router ospf 1',
      '  passive-interface default',
      '  passive-interface Loopback0',
      '  area 1 stub',
    ]);
  });
  it('makes a statement of each value of a list', () => {
    const tree = set(EMPTY, 'protocols ospf export [ A B ]', 'protocols ospf export A');
    expect(text(tree)).toEqual(['protocols', '  ospf', '    export A', '    export B']);
  });
  it('orders sentences canonically and statements of one as they were typed', () => {
    const tree = set(
      EMPTY,
      'policy-options policy-statement P term b',
      'protocols ospf area 0',
      'system host-name R1',
      'policy-options policy-statement P term a',
      'protocols ospf reference-bandwidth 1g',
    );
    expect(text(tree)).toEqual([
      'system',
      '  host-name R1',
      'protocols',
      '  ospf',
      '    reference-bandwidth 1g',
      '    area 0',
      'policy-options',
      '  policy-statement P',
      '    term b',
      '    term a',
    ]);
  });
  it('sorts the statements of a @sorted sentence, numbers by value', () => {
    const names = ['gi0/10', 'lo1', 'gi0/2', 'lo0', 'gi0/1'];
    const tree = names.reduce((grown, name) => type(grown, {}, `interface ${name}`), EMPTY);
    expect(tree.children.map(({ args }) => args['name'])).toEqual([
      'GigabitEthernet0/1',
      'GigabitEthernet0/2',
      'GigabitEthernet0/10',
      'Loopback0',
      'Loopback1',
    ]);
    const backwards = (a: Statement, b: Statement): number => compareNatural(b.words[1] ?? '', a.words[1] ?? '');
    const other = names.reduce((grown, name) => type(grown, { order: backwards }, `interface ${name}`), EMPTY);
    expect(other.children.map(({ words }) => words[1])).toEqual(tree.children.map(({ words }) => words[1]).reverse());
  });
  it('gives the same tree for the same statement, and shares what it does not touch', () => {
    const tree = set(EMPTY, 'interfaces ge-0/0/0 mtu 1500', 'protocols ospf area 0', 'system host-name R1');
    expect(set(tree, 'interfaces ge-0/0/0 mtu 1500')).toBe(tree);
    expect(set(tree, 'interfaces ge-0/0/0')).toBe(tree);
    const other = set(tree, 'protocols ospf area 1');
    expect(other).not.toBe(tree);
    for (const i of [0, 1]) expect(other.children[i]).toBe(tree.children[i]);
    expect(put(tree, [])).toBe(tree);
  });
  it('keeps the block, the place and the marks of what it replaces', () => {
    let tree = set(EMPTY, 'system login user a class x', 'system login user b', 'interfaces ge-0/0/0 mtu 1500');
    tree = done(setInactive(tree, junosChain('interfaces ge-0/0/0 mtu'), true));
    expect(text(set(tree, 'interfaces ge-0/0/0 mtu 9000')).slice(-1)).toEqual(['    inactive: mtu 9000']);
  });
});

describe('negation', () => {
  it('keeps the negation of what is on by default, and nothing when it is on', () => {
    const off = negate(EMPTY, iosChain('ip http server')).tree;
    expect(text(off)).toEqual(['no ip http server']);
    expect(negate(off, iosChain('ip http server')).tree).toBe(off);
    expect(text(type(off, {}, 'ip http server'))).toEqual([]);
    expect(type(EMPTY, {}, 'ip http server')).toBe(EMPTY);
  });
  it('takes anything else away', () => {
    const tree = type(type(EMPTY, {}, 'ip http secure-server'), {}, 'hostname R1');
    const { tree: left, removed } = negate(tree, iosChain('ip http secure-server'));
    expect(text(left)).toEqual(['hostname R1']);
    expect(removed.map(({ words }) => words.join(' '))).toEqual(['ip http secure-server']);
    expect(negate(left, iosChain('ip http secure-server'))).toEqual({ tree: left, removed: [] });
  });
  it('can be kept where a shell says so, in place of the statement', () => {
    const passive = iosChain('router ospf 1', 'passive-interface lo0');
    let tree = put(EMPTY, passive);
    tree = put(tree, passive, { negated: true });
    expect(text(tree)).toEqual(['router ospf 1', '  no passive-interface Loopback0']);
    expect(put(tree, passive, { negated: true })).toBe(tree);
    expect(text(put(tree, passive))).toEqual(['router ospf 1', '  passive-interface Loopback0']);
  });
});

describe('remove', () => {
  const tree = set(
    EMPTY,
    'interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/24',
    'interfaces ge-0/0/0 unit 1 description "a b"',
    'protocols ospf export [ A B C ]',
  );
  const gone = (line: string, options = {}): string[] =>
    remove(tree, junosChain(line), options).removed.map(({ words }) => words.join(' '));
  it('takes a statement with all below it, and tells what it was', () => {
    expect(gone('interfaces ge-0/0/0 unit 0')).toEqual(['unit 0']);
    const { tree: left } = remove(tree, junosChain('interfaces ge-0/0/0 unit 0'));
    expect(find(left, junosChain('interfaces ge-0/0/0 unit 0'))).toBeUndefined();
    expect(find(left, junosChain('interfaces ge-0/0/0 unit 1'))).toBeDefined();
  });
  it('does nothing where nothing was', () => {
    for (const line of [
      'interfaces ge-0/0/1',
      'system host-name',
      'interfaces ge-0/0/0 mtu',
      'protocols ospf area 0',
    ]) {
      expect(remove(tree, junosChain(line))).toEqual({ tree, removed: [] });
      expect(remove(tree, junosChain(line)).tree).toBe(tree);
    }
  });
  it('needs no value, and takes all that an unfinished sentence means', () => {
    expect(gone('interfaces ge-0/0/0 unit 1 description')).toEqual(['description a b']);
    expect(gone('protocols ospf export')).toEqual(['export A', 'export B', 'export C']);
    expect(gone('protocols ospf export [ A C ]')).toEqual(['export A']);
  });
  it('finds another value of the same statement, unless it has to agree', () => {
    const other = 'interfaces ge-0/0/0 unit 1 description "c d"';
    expect(gone(other)).toEqual(['description a b']);
    expect(gone(other, { exact: true })).toEqual([]);
    expect(gone('interfaces ge-0/0/0 unit 1 description "a b"', { exact: true })).toEqual(['description a b']);
    expect(gone('interfaces ge-0/0/0 unit 1 description', { exact: true })).toEqual(['description a b']);
  });
  it('prunes what has become empty where told to', () => {
    const address = junosChain('interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/24');
    expect(text(remove(tree, address).tree).slice(0, 4)).toEqual([
      'interfaces',
      '  ge-0/0/0',
      '    unit 0',
      '      family inet',
    ]);
    const pruned = remove(tree, address, { prune: (node) => Object.keys(node.args).length === 0 }).tree;
    expect(text(pruned).slice(0, 4)).toEqual(['interfaces', '  ge-0/0/0', '    unit 0', '    unit 1']);
    const all = remove(tree, address, { prune: () => true }).tree;
    expect(text(all).slice(0, 3)).toEqual(['interfaces', '  ge-0/0/0', '    unit 1']);
  });
});

describe('find', () => {
  const tree = set(EMPTY, 'interfaces ge-0/0/0 unit 0', 'interfaces ge-0/0/0 unit 5', 'interfaces lo0 unit 0');
  it('gives the statement, or all that an unfinished path means', () => {
    expect(find(tree, junosChain('interfaces ge-0/0/0 unit 5'))?.args).toEqual({ unit: '5' });
    expect(find(tree, junosChain('interfaces ge-0/0/0 unit 6'))).toBeUndefined();
    const [units] = junosChains('interfaces ge-0/0/0 unit', 'anywhere');
    expect(findAll(tree, units ?? []).map(({ words }) => words.join(' '))).toEqual(['unit 0', 'unit 5']);
    expect(findAll(tree, [])).toEqual([]);
  });
});

describe('marks', () => {
  const tree = set(EMPTY, 'protocols ospf area 0', 'protocols ospf export [ A B ]');
  it('are set and taken away, and leave the tree alone when they are there', () => {
    const area = junosChain('protocols ospf area 0');
    let marked = done(setInactive(tree, area, true));
    marked = done(annotate(marked, area, 'core'));
    marked = done(setProtected(marked, junosChain('protocols ospf export B'), true));
    expect(text(marked)).toEqual([
      'protocols',
      '  ospf',
      '    export A',
      '    protect: export B',
      '    /* core */',
      '    inactive: area 0',
    ]);
    expect(done(setInactive(marked, area, true))).toBe(marked);
    expect(done(setProtected(marked, junosChain('protocols ospf export B'), true))).toBe(marked);
    let clean = done(setInactive(marked, area, false));
    clean = done(annotate(clean, area, undefined));
    clean = done(setProtected(clean, junosChain('protocols ospf export B'), false));
    expect(text(clean)).toEqual(text(tree));
  });
  it('are set on all that an unfinished path means', () => {
    const marked = done(setInactive(tree, junosChain('protocols ospf export'), true));
    expect(text(marked).slice(2, 4)).toEqual(['    inactive: export A', '    inactive: export B']);
  });
  it('are an error where nothing is', () => {
    const error = { ok: false, error: { kind: 'missing' } };
    expect(setInactive(tree, junosChain('protocols ospf area 1'), true)).toEqual(error);
    expect(annotate(tree, junosChain('system host-name'), 'x')).toEqual(error);
    expect(setProtected(tree, [], true)).toEqual(error);
  });
});

describe('rename, copy, insert', () => {
  const tree = set(
    EMPTY,
    'policy-options policy-statement P term a then metric 1',
    'policy-options policy-statement P term b',
    'policy-options policy-statement P term c',
  );
  const term = (name: string): string => `policy-options policy-statement P term ${name}`;
  const terms = (result: Result<ConfigTree, EditError>): string[] =>
    (done(result).children[0]?.children[0]?.children ?? []).map(({ args }) => args['term'] ?? '');
  const refused = (result: Result<ConfigTree, EditError>): string => (result.ok ? 'done' : result.error.kind);

  it('rename keeps the block and the place', () => {
    const renamed = rename(tree, junosChain(term('a')), last(term('z')));
    expect(terms(renamed)).toEqual(['z', 'b', 'c']);
    expect(find(done(renamed), junosChain(`${term('z')} then metric 1`))).toBeDefined();
    expect(refused(rename(tree, junosChain(term('a')), last(term('b'))))).toBe('exists');
    expect(refused(rename(tree, junosChain(term('x')), last(term('y'))))).toBe('missing');
    expect(done(rename(tree, junosChain(term('a')), last(term('a'))))).toBe(tree);
    const interfaces = type(type(EMPTY, {}, 'int lo1'), {}, 'int lo2');
    const moved = done(rename(interfaces, iosChain('int lo1'), iosChain('int lo3')[0] as Statement));
    expect(text(moved)).toEqual(['interface Loopback2', 'interface Loopback3']);
  });
  it('copy holds the same block', () => {
    const copied = copy(tree, junosChain(term('a')), last(term('d')));
    expect(terms(copied)).toEqual(['a', 'b', 'c', 'd']);
    const [a, , , d] = done(copied).children[0]?.children[0]?.children ?? [];
    expect(d?.children).toBe(a?.children);
    expect(refused(copy(tree, junosChain(term('a')), last(term('c'))))).toBe('exists');
  });
  it('insert moves before or behind another', () => {
    expect(terms(insert(tree, junosChain(term('c')), 'before', last(term('a'))))).toEqual(['c', 'a', 'b']);
    expect(terms(insert(tree, junosChain(term('a')), 'after', last(term('b'))))).toEqual(['b', 'a', 'c']);
    expect(terms(insert(tree, junosChain(term('a')), 'after', last(term('c'))))).toEqual(['b', 'c', 'a']);
    expect(done(insert(tree, junosChain(term('a')), 'before', last(term('b'))))).toBe(tree);
    expect(done(insert(tree, junosChain(term('a')), 'before', last(term('a'))))).toBe(tree);
    expect(refused(insert(tree, junosChain(term('a')), 'before', last(term('x'))))).toBe('no-anchor');
    expect(refused(insert(tree, junosChain(term('x')), 'before', last(term('a'))))).toBe('missing');
    const leafs = set(EMPTY, 'interfaces lo0 unit 0 description x', 'interfaces lo0 unit 0 vlan-id 5');
    expect(
      refused(
        insert(
          leafs,
          junosChain('interfaces lo0 unit 0 vlan-id 5'),
          'before',
          last('interfaces lo0 unit 0 description x'),
        ),
      ),
    ).toBe('not-ordered');
  });
});

describe('identity', () => {
  it('is the same for a sentence of a group and of the configuration', () => {
    const inGroup = junosChain('groups G interfaces ge-0/0/0 unit 0').slice(1);
    const direct = junosChain('interfaces ge-0/0/0 unit 0');
    expect(inGroup.map(identityOf)).toEqual(direct.map(identityOf));
    expect(inGroup[2]?.spec).not.toBe(direct[2]?.spec);
  });
  it('compares numbers in names by value', () => {
    const names = ['ge-0/0/10', 'ge-0/0/9', '10.0.0.10', '10.0.0.9', 'a', 'a1', 'a01', '99999999999999999999', '9'];
    expect([...names].sort(compareNatural)).toEqual([
      '9',
      '10.0.0.9',
      '10.0.0.10',
      '99999999999999999999',
      'a',
      'a01',
      'a1',
      'ge-0/0/9',
      'ge-0/0/10',
    ]);
  });
});

/** Paths of a small world, so that they meet. */
const anyPath = fc.oneof(
  fc
    .tuple(fc.nat(3), fc.nat(2), fc.nat(3))
    .map(([i, u, a]) => `interfaces ge-0/0/${i} unit ${u} family inet address 10.0.0.${a}/24`),
  fc.tuple(fc.nat(3), fc.integer({ min: 1000, max: 1002 })).map(([i, m]) => `interfaces ge-0/0/${i} mtu ${m}`),
  fc.nat(40).map((p) => `protocols ospf export P${p}`),
  fc.tuple(fc.nat(2), fc.nat(2)).map(([a, m]) => `protocols ospf area ${a} interface lo0.0 metric ${m + 1}`),
  fc.nat(4).map((t) => `policy-options policy-statement P term t${t} then accept`),
  fc.constantFrom('system host-name R1', 'system host-name R2', 'groups G protocols ospf area 7'),
);
const anyTree = fc.array(anyPath, { maxLength: 60 }).map((lines) => freezeTree(set(EMPTY, ...lines)));
/** What is frozen cannot be changed without an error; sentences are not the tree's. */
function freezeTree(tree: ConfigTree): ConfigTree {
  for (const node of tree.children) {
    freezeTree(node);
    freeze(node.words);
    Object.freeze(node);
  }
  Object.freeze(tree.children);
  return Object.freeze(tree);
}

describe('edits of any tree', () => {
  it('never change the tree they are made on', () => {
    const edits = fc.array(fc.tuple(fc.constantFrom('put', 'remove', 'inactive'), anyPath), { maxLength: 30 });
    fc.assert(
      fc.property(anyTree, edits, (tree, steps) => {
        const before = text(tree);
        let at = tree;
        const seen: [ConfigTree, string[]][] = [[tree, before]];
        for (const [how, line] of steps) {
          const chain = junosChain(line);
          if (how === 'put') at = put(at, chain);
          else if (how === 'remove') at = remove(at, chain).tree;
          else {
            const marked = setInactive(at, chain, true);
            if (marked.ok) at = marked.value;
          }
          seen.push([at, text(at)]);
        }
        for (const [old, said] of seen) expect(text(old)).toEqual(said);
      }),
      { numRuns: 100 },
    );
  });
  it('put twice is put once, and what was put is found', () => {
    fc.assert(
      fc.property(anyTree, anyPath, (tree, line) => {
        const chain = junosChain(line);
        const grown = put(tree, chain);
        expect(put(grown, chain)).toBe(grown);
        expect(find(grown, chain)?.words).toEqual(chain.at(-1)?.words);
      }),
      { numRuns: 200 },
    );
  });
  it('put then remove is nothing', () => {
    fc.assert(
      fc.property(anyTree, anyPath, (tree, line) => {
        const chain = junosChain(line);
        fc.pre(find(tree, chain) === undefined);
        // What is made on the way goes with the statement; what was there before stays, be it empty.
        const missing = chain.findIndex((_, i) => find(tree, chain.slice(0, i + 1)) === undefined);
        const { tree: back, removed } = remove(put(tree, chain), chain.slice(0, missing + 1));
        expect(removed).toHaveLength(1);
        expect(equal(back, tree)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
  it('the order of typing shows only among statements of one sentence', () => {
    const distinct = fc.uniqueArray(
      fc.constantFrom(
        'system host-name R1',
        'interfaces ge-0/0/0 mtu 1500',
        'interfaces ge-0/0/0 description x',
        'protocols ospf reference-bandwidth 1g',
        'protocols ospf area 0 interface lo0.0 passive',
        'protocols ospf area 0 interface lo0.0 metric 5',
        'routing-options static route 0/0 discard',
      ),
    );
    const shuffled = distinct.chain((lines) =>
      fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
    );
    fc.assert(
      fc.property(shuffled, ([a, b]) => {
        expect(text(set(EMPTY, ...a))).toEqual(text(set(EMPTY, ...b)));
      }),
    );
  });
  it('long lists are found in as in short ones', () => {
    const many = Array.from({ length: 200 }, (_, i) => `protocols ospf export P${(i * 37) % 200}`);
    const tree = set(EMPTY, ...many);
    expect(set(tree, ...many)).toBe(tree);
    const left = many.filter((_, i) => i % 2 === 0).reduce((at, line) => remove(at, junosChain(line)).tree, tree);
    expect(findAll(left, junosChain('protocols ospf export'))).toHaveLength(100);
    // The older tree is asked again after the newer ones took its index over.
    for (const line of many) expect(find(tree, junosChain(line))).toBeDefined();
    const again = set(left, 'protocols ospf export P0', 'protocols ospf export P0');
    expect(findAll(again, junosChain('protocols ospf export')).at(-1)?.args).toEqual({ policy: 'P0' });
    expect(findAll(left, junosChain('protocols ospf export'))).toHaveLength(100);
  });
  it('blocks of long lists change in place', () => {
    const units = Array.from({ length: 60 }, (_, i) => `interfaces ge-0/0/0 unit ${i} vlan-id ${i}`);
    let tree = set(EMPTY, ...units);
    for (const vlan of [100, 200, 200]) tree = set(tree, `interfaces ge-0/0/0 unit 7 vlan-id ${vlan}`);
    const found = findAll(tree, junosChains('interfaces ge-0/0/0 unit', 'anywhere')[0] ?? []);
    expect(found.map(({ args }) => args['unit'])).toEqual(units.map((_, i) => `${i}`));
    expect(text(found[7] as ConfigTree)).toEqual(['vlan-id 200']);
  });
});
