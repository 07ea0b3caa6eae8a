// What a term of Junos asks of a route, how policies go together.

import { describe, expect, it } from 'vitest';
import { parseIp } from '../../../../src/base/ip.ts';
import { present } from '../../../../src/base/must.ts';
import type { Subject } from '../../../../src/policy/policy.ts';
import type { ExtendedCommunity } from '../../../../src/route/community.ts';
import { p } from '../../../harness/routes.ts';
import { answer, seen, told } from './policies.ts';

/** Does a term with these conditions take the route? */
function takes(conditions: readonly string[], subject: Subject, ...more: readonly string[]): boolean {
  const lines = [
    ...more,
    ...conditions.map((condition) => `policy-statement P term T from ${condition}`),
    'policy-statement P term T then accept',
    'policy-statement P then reject',
  ];
  return answer(lines, ['P'], subject).verdict === 'accept';
}

// Capture: vJunos-router 25.4R1.12, lab junos_cross_term_match.
describe('a later term sees what an earlier one', () => {
  const LINES = [
    'community RED members 65002:1',
    'community MATCHED members 65002:1001',
    'community UNMATCHED members 65002:1002',
    'as-path WITH-65099 "65099 .*"',
  ];
  const crossed = (write: string, read: string): string =>
    seen(
      answer(
        [
          ...LINES,
          `policy-statement P term WRITE then ${write}`,
          `policy-statement P term READ from ${read}`,
          'policy-statement P term READ then community add MATCHED',
          'policy-statement P term READ then accept',
          'policy-statement P term DEFAULT then community add UNMATCHED',
          'policy-statement P term DEFAULT then accept',
        ],
        ['P'],
        told('10.30.1.0/24', { communities: [] }),
      ),
    );

  it('did to communities, local preference and path', () => {
    expect(crossed('community add RED', 'community RED')).toBe('communities 65002:1 65002:1001');
    expect(crossed('local-preference 250', 'local-preference 250')).toBe('localpref 250, communities 65002:1001');
    expect(crossed('as-path-prepend 65099', 'as-path WITH-65099')).toBe('path 65099 65001, communities 65002:1001');
    expect(crossed('local-preference 251', 'local-preference 250')).toBe('localpref 251, communities 65002:1002');
  });
});

describe('prefix lists', () => {
  // Capture: QFX 17.4R1, snapshot junos_undefined_prefix_list_import: a list that holds nothing takes no route.
  it('that hold nothing take nothing', () => {
    expect(takes(['prefix-list NONE'], told('172.16.1.2/32'), 'prefix-list NONE')).toBe(false);
  });

  it('take exactly their prefixes; their filters longer ones', () => {
    const list = 'prefix-list L 10.0.0.0/8';
    expect(takes(['prefix-list L'], told('10.0.0.0/8'), list)).toBe(true);
    expect(takes(['prefix-list L'], told('10.1.0.0/16'), list)).toBe(false);
    expect(takes(['prefix-list-filter L orlonger'], told('10.1.0.0/16'), list)).toBe(true);
    expect(takes(['prefix-list-filter L longer'], told('10.0.0.0/8'), list)).toBe(false);
  });

  it('are alternatives of the filters beside them, which are asked by themselves', () => {
    const more = ['prefix-list L 10.1.0.0/16'];
    const both = ['prefix-list L', 'route-filter 10.0.0.0/8 orlonger'];
    expect(takes(both, told('10.1.1.0/24'), ...more)).toBe(true);
    expect(takes(both, told('10.1.0.0/16'), ...more)).toBe(true);
    expect(takes(both, told('11.0.0.0/8'), ...more)).toBe(false);
  });

  it('take prefixes out of the configuration', () => {
    const lines = [
      'interfaces lo0 unit 0 family inet address 192.168.7.7/32',
      'interfaces lo0 unit 1 family inet address 192.168.8.8/32',
      'interfaces ge-0/0/0 unit 0 family inet address 10.1.2.3/24',
    ];
    const list = (path: string): string => `prefix-list A apply-path "${path}"`;
    const lo0 = list('interfaces lo0 unit <*> family inet address <*>');
    expect(takes(['prefix-list A'], told('192.168.8.8/32'), ...lines, lo0)).toBe(true);
    expect(takes(['prefix-list A'], told('10.1.2.0/24'), ...lines, lo0)).toBe(false);
    const all = list('interfaces <*> unit <*> family inet address <*>');
    expect(takes(['prefix-list A'], told('10.1.2.0/24'), ...lines, all)).toBe(true);
    const system = list('logical-systems Luna interfaces <ge-*> unit 0 family inet address <*>');
    expect(takes(['prefix-list A'], told('10.1.2.0/24'), ...lines, system)).toBe(true);
    expect(takes(['prefix-list A'], told('192.168.7.7/32'), ...lines, system)).toBe(false);
  });
});

// Junos OS Routing Policies, "Route Filter Match Types" and "How Route Filters Are Evaluated".
describe('route filters', () => {
  it.each([
    ['10.0.0.0/8 exact', '10.0.0.0/8', '10.0.0.0/9'],
    ['10.0.0.0/8 longer', '10.0.0.0/9', '10.0.0.0/8'],
    ['10.0.0.0/8 orlonger', '10.0.0.0/8', '11.0.0.0/8'],
    ['10.0.0.0/8 upto /16', '10.1.0.0/16', '10.1.0.0/17'],
    ['10.0.0.0/8 prefix-length-range /16-/24', '10.1.1.0/24', '10.0.0.0/8'],
    ['10.0.0.0/8 through 10.64.0.0/10', '10.0.0.0/9', '10.128.0.0/9'],
    ['10.0.0.0/8 through 10.64.0.0/10', '10.64.0.0/10', '10.64.0.0/11'],
    ['10.1.0.0/16 address-mask 255.1.0.0', '10.3.0.0/16', '10.2.0.0/16'],
    ['10.1.0.0/16 address-mask 255.1.0.0', '10.1.0.0/16', '10.1.0.0/17'],
  ])('%s takes %s and not %s', (filter, taken, left) => {
    expect(takes([`route-filter ${filter}`], told(taken))).toBe(true);
    expect(takes([`route-filter ${filter}`], told(left))).toBe(false);
  });

  it('ask the longest block alone, unless the policy walks up', () => {
    const filters = ['route-filter 10.0.0.0/8 orlonger', 'route-filter 10.1.0.0/16 exact'];
    const walkup = 'policy-statement P defaults route-filter walkup';
    expect(takes(filters, told('10.1.1.0/24'))).toBe(false);
    expect(takes(filters, told('10.1.1.0/24'), walkup)).toBe(true);
    expect(takes(filters, told('10.1.0.0/16'))).toBe(true);
  });

  it('with an action of their own do nothing of what the term does', () => {
    const lines = [
      'policy-statement P term T from route-filter 10.0.0.0/8 orlonger',
      'policy-statement P term T from route-filter 10.1.0.0/16 orlonger accept',
      'policy-statement P term T from route-filter 10.2.0.0/16 orlonger next policy',
      'policy-statement P term T then metric 5',
      'policy-statement P then reject',
      'policy-statement Q then metric 7',
    ];
    const shown = (prefix: string): string => seen(answer(lines, ['P', 'Q'], told(prefix)));
    expect(shown('10.1.1.0/24')).toBe('as it came');
    expect(shown('10.2.1.0/24')).toBe('metric 7');
    expect(shown('10.3.1.0/24')).toBe('rejected');
  });
});

describe('communities', () => {
  const carrying = (...communities: readonly number[]): Subject => told('10.0.0.0/8', { communities });
  const extended = (one: ExtendedCommunity): Subject => told('10.0.0.0/8', { extended: [one] });
  const rt = (admin: number, number: number): ExtendedCommunity => ({
    kind: 'target',
    value: { form: admin > 0xffff ? 'as4' : 'as2', admin, number },
  });

  it('of one name must all be there, of several names any', () => {
    const both = ['community A members [ 1:1 1:2 ]', 'community B members 1:3'];
    expect(takes(['community A'], carrying(0x10001, 0x10002), ...both)).toBe(true);
    expect(takes(['community A'], carrying(0x10001), ...both)).toBe(false);
    expect(takes(['community [ A B ]'], carrying(0x10003), ...both)).toBe(true);
  });

  // "Using UNIX Regular Expressions in Community Names": the examples of its table.
  it.each([
    ['^((56) | (78)):(.*)$', 0x38_0000 + 1000, true],
    ['^((56) | (78)):(.*)$', 0x4e_0000 + 64500, true],
    ['^56:(2.*)$', 0x38_0000 + 22, true],
    ['^56:(2.*)$', 0x38_0000 + 32, false],
    ['^(.*):(.*[579])$', 0x4d2_0000 + 5, true],
    ['^(.*):(.*[579])$', 0x4d2_0000 + 2356, false],
    ['*:20', 0x4e_0000 + 20, true],
    ['65000:*', 0xfde8_0000 + 7, true],
    ['65000:*', 0xfde9_0000 + 7, false],
  ])('"%s" on %i: %s', (pattern, community, expected) => {
    expect(takes(['community A'], carrying(community), `community A members "${pattern}"`)).toBe(expected);
  });

  it('of other kinds are asked as they are written', () => {
    const member = (text: string, subject: Subject): boolean =>
      takes(['community A'], subject, `community A members "${text}"`);
    expect(member('target:65000:1', extended(rt(65000, 1)))).toBe(true);
    expect(member('target:672277L:36867', extended(rt(672277, 36867)))).toBe(true);
    expect(member('target:65000:.*', extended(rt(65000, 9)))).toBe(true);
    expect(member('target:672277L:.*', extended(rt(672277, 1)))).toBe(true);
    expect(member('origin:65000:1', extended(rt(65000, 1)))).toBe(false);
    const large = told('10.0.0.0/8', { large: [{ admin: 1, first: 2, second: 3 }] });
    expect(member('large:1:2:3', large)).toBe(true);
    expect(member('large:1:2:*', large)).toBe(true);
    expect(member('no-export', carrying(0xffffff01))).toBe(true);
  });

  it('are turned round by invert-match', () => {
    const inverted = ['community A members 1:1', 'community A invert-match'];
    expect(takes(['community A'], carrying(0x10001), ...inverted)).toBe(false);
    expect(takes(['community A'], carrying(0x10002), ...inverted)).toBe(true);
  });

  it('are deleted one by one: those that fit, or all others', () => {
    const left = (...definition: readonly string[]): string => {
      const subject = told('10.0.0.0/8', { communities: [0x10001, 0x10002, 0x20001], extended: [rt(1, 1)] });
      const { subject: after } = answer([...definition, 'policy-statement P then community delete A'], ['P'], subject);
      return `${after.communities?.join(' ')} ${after.extended.length}`;
    };
    expect(left('community A members "1:*"')).toBe(`${0x20001} 1`);
    expect(left('community A members 1:1', 'community A invert-match')).toBe(`${0x10001} 0`);
    expect(left('community A members [ 1:1 2:1 ]')).toBe(`${0x10002} 1`);
  });

  it('that are set take those of all kinds away', () => {
    const subject = told('10.0.0.0/8', { extended: [rt(1, 1)], large: [{ admin: 1, first: 2, second: 3 }] });
    const { subject: after } = answer(
      ['community A members 1:1', 'policy-statement P then community set A'],
      ['P'],
      subject,
    );
    expect(after).toMatchObject({ communities: [0x10001], extended: [], large: [] });
  });

  // Capture: vJunos-router 25.4R1.12, lab junos_ext_community_literal: type and subtype as one number.
  it('of a type by its number keep their eight bytes', () => {
    const lines = [
      'community A members [ 65000:672277L:36867 bandwidth:65000:125000 origin:10.0.0.1:7 ]',
      'policy-statement P then community add A',
    ];
    expect(answer(lines, ['P'], told('10.0.0.0/8')).subject.extended).toEqual([
      { kind: 'origin', value: { form: 'ip4', admin: 0x0a000001, number: 7 } },
      { kind: 'other', hex: '4004fde847f42400' },
      { kind: 'other', hex: 'fde8000a42159003' },
    ]);
  });
});

describe('AS paths', () => {
  const via = (...asns: readonly number[]): Subject => told('10.0.0.0/8', { asPath: [{ kind: 'sequence', asns }] });
  it('are asked by name, by group, by their length and ends', () => {
    const more = [
      'as-path A "65001 .*"',
      'as-path-group G as-path X "1"',
      'as-path-group G as-path Y "2 .*"',
      'as-list L members 65000-65010',
    ];
    expect(takes(['as-path A'], via(65001, 7), ...more)).toBe(true);
    expect(takes(['as-path A'], via(7, 65001), ...more)).toBe(false);
    expect(takes(['as-path-group G'], via(2, 3), ...more)).toBe(true);
    expect(takes(['as-path-calc-length 2 orhigher'], via(2, 3), ...more)).toBe(true);
    expect(takes(['as-path-calc-length 1 orlower'], via(2, 3), ...more)).toBe(false);
    expect(takes(['as-path-unique-count 1 equal'], via(2, 2, 2), ...more)).toBe(true);
    expect(takes(['as-path-origins L'], via(1, 65005), ...more)).toBe(true);
    expect(takes(['as-path-neighbors L'], via(1, 65005), ...more)).toBe(false);
    expect(takes(['as-path-transits L'], via(1, 65005, 2), ...more)).toBe(true);
  });
});

describe('other conditions', () => {
  const route = told('10.0.0.0/8', {
    source: present(parseIp('192.0.2.1'), 'address'),
    interfaces: ['ge-0/0/0.0'],
    instance: 'RED',
    validation: 'valid',
    metric: 7,
  });
  it.each([
    ['neighbor 192.0.2.1', true],
    ['neighbor [ 192.0.2.2 192.0.2.1 ]', true],
    ['neighbor 192.0.2.2', false],
    ['next-hop 10.0.12.0', true],
    ['interface ge-0/0/0.0', true],
    ['interface ge-0/0/1.0', false],
    ['instance RED', true],
    ['instance BLUE', false],
    ['protocol bgp', true],
    ['protocol [ static direct ]', false],
    ['state active', true],
    ['state inactive', false],
    ['route-type external', true],
    ['route-type internal', false],
    ['origin igp', true],
    ['origin incomplete', false],
    ['community-count 1 equal', true],
    ['community-count 2 orhigher', false],
    ['metric 7', true],
    ['local-preference 100', false],
    ['validation-database valid', true],
    ['family inet', true],
    ['rib inet.0', true],
  ])('%s: %s', (condition, expected) => {
    expect(takes([condition], route)).toBe(expected);
  });

  it('ask whether a route exists', () => {
    const lines = [
      'condition C if-route-exists 192.168.0.0/16',
      'condition C if-route-exists table inet.0',
      'policy-statement P term T from condition C',
      'policy-statement P term T then accept',
      'policy-statement P then reject',
    ];
    const asked: unknown[] = [];
    const verdict = (exists: boolean): string =>
      answer(lines, ['P'], route, {}, { exists: (condition) => asked.push(condition) > 0 && exists }).verdict;
    expect([verdict(true), verdict(false)]).toEqual(['accept', 'reject']);
    expect(asked[0]).toEqual({ name: 'C', prefix: p('192.168.0.0/16'), vrf: 'default', peers: [] });
  });
});

// Junos OS Routing Policies, "Understanding Policy Subroutines in Routing Policy Match Conditions".
describe('a policy that is asked by another', () => {
  const lines = [
    'policy-statement SUB term A from route-filter 10.0.0.0/8 orlonger',
    'policy-statement SUB term A then metric 5',
    'policy-statement SUB term A then accept',
    'policy-statement SUB term B from route-filter 11.0.0.0/8 orlonger',
    'policy-statement SUB term B then metric 6',
    'policy-statement SUB term C then reject',
    'policy-statement MAIN term T from policy SUB',
    'policy-statement MAIN term T then local-preference 200',
  ];

  it('matches where it accepts; what it changes stays, whatever it says', () => {
    expect(seen(answer(lines, ['MAIN'], told('10.1.0.0/16')))).toBe('localpref 200, metric 5');
    expect(seen(answer(lines, ['MAIN'], told('11.1.0.0/16')))).toBe('metric 6');
    expect(seen(answer(lines, ['MAIN'], told('12.0.0.0/8')))).toBe('as it came');
  });

  it('and says nothing, does what the protocol does', () => {
    const silent = [
      'policy-statement SUB term A from tag 9',
      'policy-statement SUB term A then reject',
      ...lines.slice(-2),
    ];
    expect(seen(answer(silent, ['MAIN'], told('10.0.0.0/8'), { otherwise: 'accept' }))).toBe('localpref 200');
    expect(answer(silent, ['MAIN'], told('10.0.0.0/8'), { otherwise: 'reject' }).verdict).toBe('reject');
  });

  it('matches nothing where it asks itself', () => {
    const round = [
      'policy-statement A from policy B',
      'policy-statement A then reject',
      'policy-statement B from policy A',
      'policy-statement B then accept',
    ];
    expect(answer(round, ['A'], told('10.0.0.0/8'), { otherwise: 'reject' })).toMatchObject({
      verdict: 'reject',
      byDefault: true,
    });
  });
});

// Junos OS Routing Policies, "Understanding Policy Expressions" and "Example: Evaluating Policy Expressions": policy-A
// rejects 10.10.0.0/16 and longer, policy-B accepts 10.20.0.0/16 and longer; the route is 10.10.1.0/24.
describe('policies in an expression', () => {
  const lines = [
    'policy-statement A from route-filter 10.10.0.0/16 orlonger',
    'policy-statement A then reject',
    'policy-statement B from route-filter 10.20.0.0/16 orlonger',
    'policy-statement B then accept',
    'policy-statement M then metric 5',
    'policy-statement Y then accept',
  ];
  const said = (expression: string, prefix = '10.10.1.0/24'): string => {
    const { verdict, byDefault } = answer(lines, [expression], told(prefix), { otherwise: 'reject' });
    return byDefault ? 'next policy' : verdict;
  };

  it('are true where they accept or say nothing, false where they reject', () => {
    expect(said('( A && B )')).toBe('reject');
    expect(said('( A || B )')).toBe('next policy');
    expect(said('( !A )')).toBe('accept');
    expect(said('( !B )')).toBe('reject');
    expect(said('( B && Y )')).toBe('accept');
    expect(said('( A || B )', '10.20.1.0/24')).toBe('next policy');
    expect(said('( B || A )', '10.20.1.0/24')).toBe('accept');
    expect(said('( ( A || Y ) && !B )')).toBe('reject');
    expect(said('( !( A && Y ) )')).toBe('accept');
  });

  it('do what they do, and leave the rest to the next policy', () => {
    expect(seen(answer(lines, ['( M && B )', 'Y'], told('10.0.0.0/8'), { otherwise: 'reject' }))).toBe('metric 5');
  });
});

describe('a default action', () => {
  it('counts where no policy decides, and before the protocol’s own policy', () => {
    const lines = ['policy-statement P then default-action reject'];
    const usual = [{ name: 'default', matches: [], actions: [], verdict: 'accept' as const }];
    expect(answer(lines, ['P'], told('10.0.0.0/8'), { otherwise: 'accept' }).verdict).toBe('reject');
    expect(answer(lines, ['P'], told('10.0.0.0/8'), { otherwise: 'reject', usual }).verdict).toBe('reject');
    expect(
      answer(['policy-statement P then metric 1'], ['P'], told('10.0.0.0/8'), { otherwise: 'reject', usual }).verdict,
    ).toBe('accept');
  });
});
