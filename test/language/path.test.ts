import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchPath, type PathOptions } from '../../src/language/match.ts';
import type { MatchError } from '../../src/language/spec.ts';
import { JUNOS_CONFIG, JUNOS_TYPES, junosLine, LIVE, sentences, spec } from './samples.ts';

const path = (line: string, options: PathOptions = {}) =>
  matchPath(JUNOS_CONFIG, junosLine(line), JUNOS_TYPES, LIVE, options);
/** Chains as texts, statements set off by `/`. */
const chains = (line: string, options: PathOptions = {}): string[] => {
  const result = path(line, options);
  if (!result.ok) throw new Error(`${line}: ${JSON.stringify(result.error)}`);
  return result.value.map((chain) => chain.map(({ words }) => words.join(' ')).join(' / '));
};
const refused = (line: string, options: PathOptions = {}): MatchError => {
  const result = path(line, options);
  if (result.ok) throw new Error(`understood: ${line}`);
  return result.error;
};

describe('a path', () => {
  it('leads through nested blocks in one line', () => {
    expect(chains('interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/24')).toEqual([
      'interfaces / ge-0/0/0 / unit 0 / family inet / address 10.0.0.1/24',
    ]);
    expect(chains('prot os ar 0 int lo0.0 pass')).toEqual(['protocols / ospf / area 0 / interface lo0.0 / passive']);
  });
  it('gives sentences and values of each statement', () => {
    const result = path('routing-options static route 10/8 preference 7');
    const [chain] = result.ok ? result.value : [];
    const statics = spec(spec(JUNOS_CONFIG, 'routing-options').children, 'static');
    expect(chain?.[2]).toEqual({
      spec: spec(statics.children, 'route'),
      words: ['route', '10.0.0.0/8'],
      args: { destination: '10.0.0.0/8' },
    });
    expect(chain?.[3]?.args).toEqual({ preference: '7' });
  });
  it('may start at any level', () => {
    const unit = spec(spec(spec(JUNOS_CONFIG, 'interfaces').children, '<interface>').children, 'unit');
    const result = matchPath(unit.children, junosLine('family inet mtu 1400'), JUNOS_TYPES, LIVE);
    expect(result.ok && result.value[0]?.map(({ words }) => words)).toEqual([
      ['family', 'inet'],
      ['mtu', '1400'],
    ]);
  });
  it('goes on with the next leaf of the same block', () => {
    const way = 'protocols / ospf / area 0 / interface ge-0/0/0.0';
    expect(chains('protocols ospf area 0 interface ge-0/0/0.0 metric 10 interface-type p2p')).toEqual([
      `${way} / metric 10`,
      `${way} / interface-type p2p`,
    ]);
    expect(
      chains('protocols ospf area 0 interface ge-0/0/0.0 metric 10 passive authentication simple-password x'),
    ).toEqual([`${way} / metric 10`, `${way} / passive`, `${way} / authentication / simple-password x`]);
  });
  it('does not come back up out of a block', () => {
    const line = 'interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/31 family';
    expect(refused(line)).toEqual({ kind: 'unknown', column: line.indexOf(' family', 40) + 1, token: 8 });
  });
  it('makes a statement of each value of a list', () => {
    expect(chains('policy-options community C members [ 65000:1 65000:2 ]')).toEqual([
      'policy-options / community C members 65000:1',
      'policy-options / community C members 65000:2',
    ]);
    expect(chains('routing-options static route 0/0 next-hop [1.1.1.1 2.2.2.2] preference 5')).toEqual([
      'routing-options / static / route 0.0.0.0/0 / next-hop 1.1.1.1',
      'routing-options / static / route 0.0.0.0/0 / next-hop 2.2.2.2',
      'routing-options / static / route 0.0.0.0/0 / preference 5',
    ]);
    expect(chains('protocols ospf export A')).toEqual(['protocols / ospf / export A']);
  });
  it('keeps a list without ! in one statement', () => {
    const specs = sentences('config {\n prepend <as:1..65535>...\n from { x <y!:word>... { z } }\n}');
    const list = matchPath(specs, junosLine('prepend [ 1 02 3 ]'), JUNOS_TYPES, LIVE);
    expect(list.ok && list.value).toMatchObject([[{ words: ['prepend', '1', '2', '3'], args: { as: '1 2 3' } }]]);
    const blocks = matchPath(specs, junosLine('from x [ a b ] z'), JUNOS_TYPES, LIVE);
    expect(blocks.ok && blocks.value.map((chain) => chain.map(({ words }) => words.join(' ')))).toEqual([
      ['from', 'x a', 'z'],
      ['from', 'x b', 'z'],
    ]);
  });
  it('takes no second value without brackets', () => {
    expect(refused('protocols ospf export A B')).toMatchObject({ kind: 'unknown', token: 4 });
  });
  it('reads quoted texts as values only', () => {
    expect(chains('interfaces ge-0/0/0 description "to R2; metric 5"')).toEqual([
      'interfaces / ge-0/0/0 / description to R2; metric 5',
    ]);
    expect(refused('"protocols" ospf')).toEqual({ kind: 'unknown', column: 0, token: 0 });
  });
  it('goes into a section that is used inside itself', () => {
    expect(chains('groups G protocols ospf area 0')).toEqual(['groups G / protocols / ospf / area 0']);
    expect(chains(`${'groups g '.repeat(40)}system host-name x`)[0]).toMatch(/^groups g( \/ groups g){39} \/ system/);
  });
  it('takes <wildcards> for any value where asked to', () => {
    const line = 'groups G interfaces <ge-*> unit <*> family inet mtu 1400';
    expect(refused(line)).toMatchObject({ token: 5 });
    expect(chains(line, { wildcards: true })).toEqual([
      'groups G / interfaces / <ge-*> / unit <*> / family inet / mtu 1400',
    ]);
  });
});

it('enters no block of a sentence of which nothing was said', () => {
  const specs = sentences('config {\n [a] { inner }\n b\n}');
  expect(matchPath(specs, junosLine('inner'), JUNOS_TYPES, LIVE)).toMatchObject({ ok: false, error: { token: 0 } });
  expect(matchPath(specs, junosLine('a inner'), JUNOS_TYPES, LIVE).ok).toBe(true);
});

describe('a path that breaks', () => {
  it.each([
    ['system hots-name R1', { kind: 'unknown', column: 9, token: 1 }],
    ['protocols ospf area 0 interface lo0.0 metric 10 metrik 5', { kind: 'unknown', column: 53, token: 8 }],
    [
      'interfaces ge-0/0/0 mtu 99999',
      { kind: 'value', column: 27, token: 3, arg: 'bytes', why: '99999 is not between 256 and 9192' },
    ],
    ['policy-options community C members [ a', { kind: 'incomplete' }],
    ['policy-options community C members [ ]', { kind: 'unknown', column: 37, token: 5 }],
    ['policy-options community C members', { kind: 'incomplete' }],
    ['routing-options static route 0/0 next-hop [ 1.1.1.1 1.1.1.x ]', { kind: 'unknown', column: 58, token: 7 }],
  ] as const)('does so where no statement goes on: %s', (line, error) => {
    expect(refused(line)).toEqual(error);
  });
  it('is ambiguous among the leafs that may follow a leaf', () => {
    expect(refused('protocols ospf area 0 interface lo0.0 metric 10 p')).toMatchObject({
      kind: 'ambiguous',
      column: 49,
      candidates: [{ text: 'passive' }, { text: 'priority' }],
    });
  });
});

describe('where a path may stop', () => {
  it('set: behind a statement, also one with a block', () => {
    expect(chains('protocols ospf')).toEqual(['protocols / ospf']);
    expect(chains('interfaces ge-0/0/0 unit 0 family inet')).toHaveLength(1);
    for (const line of ['interfaces ge-0/0/0 unit', 'system host-name', 'interfaces ge-0/0/0 unit 0 family', '']) {
      expect(refused(line)).toEqual({ kind: 'incomplete' });
    }
  });
  it('edit: at a container', () => {
    expect(chains('interfaces ge-0/0/0 unit 0', { stop: 'container' })).toHaveLength(1);
    expect(refused('system host-name R1', { stop: 'container' })).toEqual({ kind: 'incomplete' });
    expect(refused('interfaces ge-0/0/0 unit', { stop: 'container' })).toEqual({ kind: 'incomplete' });
  });
  it('delete: before the value of a leaf or list, not before one that says which is meant', () => {
    const stop = 'unvalued';
    expect(chains('system host-name', { stop })).toEqual(['system / host-name']);
    expect(chains('protocols ospf export', { stop })).toEqual(['protocols / ospf / export']);
    expect(chains('policy-options community C members', { stop })).toEqual(['policy-options / community C members']);
    expect(chains('interfaces ge-0/0/0 unit 0 family', { stop })).toEqual([
      'interfaces / ge-0/0/0 / unit 0 / family',
      'interfaces / ge-0/0/0 / unit 0 / family',
    ]);
    expect(refused('interfaces ge-0/0/0 unit', { stop })).toEqual({ kind: 'incomplete' });
    expect(refused('policy-options policy-statement', { stop })).toEqual({ kind: 'incomplete' });
    expect(chains('system host-name R1', { stop })).toEqual(['system / host-name R1']);
  });
  it('show: anywhere', () => {
    const stop = 'anywhere';
    expect(chains('interfaces ge-0/0/0 unit', { stop })).toEqual(['interfaces / ge-0/0/0 / unit']);
    expect(chains('protocols', { stop })).toEqual(['protocols']);
  });
});

it('any path is understood or refused, never a failure of the program', () => {
  const words = fc.constantFrom(
    ...'interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/24 mtu 1400 protocols ospf area interface metric 10 p'.split(
      ' ',
    ),
    ...'passive export [ ] "a b" " groups G description x policy-options community members <*> next-hop route 0/0 static'.split(
      ' ',
    ),
  );
  const line = fc.oneof(
    fc.array(words, { maxLength: 14 }).map((some) => some.join(' ')),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  const stops = fc.constantFrom('statement', 'container', 'unvalued', 'anywhere' as const);
  fc.assert(
    fc.property(line, stops, fc.boolean(), (text, stop, wildcards) => {
      const result = path(text, { stop: stop as 'statement', wildcards });
      if (result.ok) for (const chain of result.value) expect(chain.length).toBeGreaterThan(0);
      else if (result.error.kind !== 'incomplete') expect(result.error.column).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 3000 },
  );
});
