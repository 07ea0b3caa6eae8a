// Route maps of IOS: which routes they let through, what they make of them.

import { describe, expect, it } from 'vitest';
import { parseIp } from '../../../src/base/ip.ts';
import { present } from '../../../src/base/must.ts';
import { policyNamed } from '../../../src/os/ios/compile/policy.ts';
import { communityText } from '../../../src/policy/community-list.ts';
import { evaluate } from '../../../src/policy/evaluate.ts';
import type { Policy, Subject } from '../../../src/policy/policy.ts';
import { type AsPath, pathText } from '../../../src/route/as-path.ts';
import type { ExtendedCommunity } from '../../../src/route/community.ts';
import { p } from '../../harness/routes.ts';
import { Console, configured } from './console.ts';

const sequence = (...asns: readonly number[]): AsPath => [{ kind: 'sequence', asns }];

const told = (more: Partial<Subject> = {}): Subject => ({
  prefix: p('10.1.0.0/16'),
  kind: 'bgp.external',
  tag: undefined,
  metric: undefined,
  localPref: undefined,
  weight: undefined,
  origin: 'igp',
  extended: [],
  communities: [],
  large: [],
  asPath: sequence(65001, 65002),
  ...more,
});

const address = (text: string) => present(parseIp(text), text);

function mapOf(text: readonly string[]): Policy {
  return present(policyNamed(configured(`${text.join('\n')}\n`), 'M'), 'M');
}

/** Does `route-map M permit 10` with this clause take the route? */
const takes = (clause: string, subject: Subject, ...lists: readonly string[]): boolean =>
  evaluate(mapOf([...lists, 'route-map M permit 10', ` ${clause}`]), subject).verdict === 'accept';

const made = (subject: Subject, clauses: readonly string[], ...lists: readonly string[]): Subject =>
  evaluate(mapOf([...lists, 'route-map M permit 10', ...clauses.map((one) => ` ${one}`)]), subject).subject;

const communities = ({ communities: all }: Subject): string => (all ?? []).map(communityText).join(' ');
const path = ({ asPath }: Subject): string => pathText(asPath ?? []);

// Cisco IOS IP Routing: BGP, "Regular Expressions": `_` is a blank, a brace, a parenthesis, a comma, the beginning, the end.
describe('match as-path', () => {
  it.each([
    ['_65002_', sequence(65001, 65002), true],
    ['_65002_', sequence(165002), false],
    ['^65001_', sequence(65001, 65002), true],
    ['^65001_', sequence(650011), false],
    ['_65002$', sequence(65001, 65002), true],
    ['^$', [], true],
    ['^$', sequence(1), false],
    ['^[0-9]+$', sequence(65001), true],
    ['^[0-9]+$', sequence(1, 2), false],
    ['.*', [], true],
    ['^(65001_)+65002$', sequence(65001, 65001, 65002), true],
    [
      '_4_',
      [
        { kind: 'sequence', asns: [1] },
        { kind: 'set', asns: [3, 4] },
      ],
      true,
    ],
    ['\\(65010\\)', [{ kind: 'confed-sequence', asns: [65010] }], true],
  ] as const)('%s on %j: %s', (regex, asPath, expected) => {
    expect(takes('match as-path 1', told({ asPath }), `ip as-path access-list 1 permit ${regex}`)).toBe(expected);
  });

  it('asks entries in order; what none takes does not pass', () => {
    const lists = ['ip as-path access-list 1 deny _65002_', 'ip as-path access-list 1 permit ^65001'];
    expect(takes('match as-path 1', told(), ...lists)).toBe(false);
    expect(takes('match as-path 1', told({ asPath: sequence(65001) }), ...lists)).toBe(true);
    expect(takes('match as-path 1 2', told(), ...lists, 'ip as-path access-list 2 permit .*')).toBe(true);
  });

  // batfish issue 6333: seen on routers where connected and static routes are redistributed into BGP.
  it('passes routes that have none', () => {
    const { asPath: _, ...plain } = told({ kind: 'connected' });
    expect(takes('match as-path 1', plain, 'ip as-path access-list 1 permit _7_')).toBe(true);
  });
});

// Cisco IOS IP Routing: BGP, "ip community-list".
describe('match community', () => {
  const carrying = (...list: readonly number[]): Subject => told({ communities: list });
  const [ONE, TWO, NO_EXPORT] = [0xfde8_0001, 0xfde8_0002, 0xffffff01];

  it('by a standard entry wants all of its communities, exactly those where it is said', () => {
    const list = 'ip community-list standard L permit 65000:1 no-export';
    expect(takes('match community L', carrying(ONE, NO_EXPORT), list)).toBe(true);
    expect(takes('match community L', carrying(ONE, TWO, NO_EXPORT), list)).toBe(true);
    expect(takes('match community L', carrying(ONE), list)).toBe(false);
    expect(takes('match community L exact-match', carrying(ONE, TWO, NO_EXPORT), list)).toBe(false);
    expect(takes('match community L exact-match', carrying(ONE, NO_EXPORT), list)).toBe(true);
  });

  it('by several entries wants one of them; a denied one ends it', () => {
    const lists = ['ip community-list 1 deny 65000:2', 'ip community-list 1 permit 65000:1'];
    expect(takes('match community 1', carrying(ONE), ...lists)).toBe(true);
    expect(takes('match community 1', carrying(ONE, TWO), ...lists)).toBe(false);
  });

  it('by `internet` takes every route', () => {
    expect(takes('match community 1', carrying(), 'ip community-list 1 permit internet')).toBe(true);
  });

  it('by an expanded entry looks at all of them behind each other, as the format says', () => {
    const list = 'ip community-list 100 permit ^65000:1 65000:2$';
    const format = 'ip bgp-community new-format';
    expect(takes('match community 100', carrying(TWO, ONE), list, format)).toBe(true);
    expect(takes('match community 100', carrying(ONE), list, format)).toBe(false);
    expect(takes('match community 100', carrying(ONE, TWO), list)).toBe(false);
    expect(takes('match community 100', carrying(ONE), 'ip community-list 100 permit _4259840001_')).toBe(true);
  });

  it('that is not defined takes nothing', () => {
    expect(takes('match community NONE', carrying(ONE))).toBe(false);
  });

  it('of the extended kind knows targets and sites', () => {
    const rt = (number: number): ExtendedCommunity => ({
      kind: 'target',
      value: { form: 'as2', admin: 65000, number },
    });
    const list = 'ip extcommunity-list 1 permit rt 65000:1 65000:2';
    expect(takes('match extcommunity 1', told({ extended: [rt(1), rt(2), rt(3)] }), list)).toBe(true);
    expect(takes('match extcommunity 1', told({ extended: [rt(1)] }), list)).toBe(false);
    const expanded = 'ip extcommunity-list 100 permit RT:65000:[12]_';
    expect(takes('match extcommunity 100', told({ extended: [rt(3), rt(2)] }), expanded)).toBe(true);
    expect(takes('match extcommunity 100', told({ extended: [rt(3)] }), expanded)).toBe(false);
  });
});

describe('match', () => {
  const lists = ['ip prefix-list P permit 192.0.2.1/32', 'access-list 10 permit 192.0.2.1'];
  it.each([
    ['match ip next-hop 10', { nexthop: address('192.0.2.1') }, true],
    ['match ip next-hop prefix-list P', { nexthop: address('192.0.2.1') }, true],
    ['match ip next-hop prefix-list P', { nexthop: address('192.0.2.2') }, false],
    ['match ip route-source 10', { source: address('192.0.2.1') }, true],
    ['match ip route-source prefix-list P', { source: address('192.0.2.3') }, false],
    ['match local-preference 100 200', { localPref: 200 }, true],
    ['match local-preference 100', {}, false],
    ['match interface GigabitEthernet0/1', { interfaces: ['GigabitEthernet0/1'] }, true],
    ['match interface GigabitEthernet0/1', { interfaces: ['GigabitEthernet0/0'] }, false],
    ['match metric 100 +- 10', { metric: 91 }, true],
    ['match metric 100 +- 10', { metric: 89 }, false],
    ['match route-type local', { kind: 'static' }, true],
    ['match route-type local', { kind: 'bgp.internal' }, false],
    ['match route-type external', { kind: 'bgp.external' }, true],
    ['match route-type external type-1', { kind: 'ospf.ext2' }, false],
    ['match route-type level-2', { kind: 'isis.l2' }, true],
    ['match source-protocol connected', { kind: 'connected' }, true],
    ['match source-protocol bgp 65000', { kind: 'static' }, false],
  ] as const)('%s on %j: %s', (clause, more, expected) => {
    expect(takes(clause, told(more), ...lists)).toBe(expected);
  });
});

describe('set', () => {
  it('communities, in place of those that are there or beside them', () => {
    const bearing = told({ communities: [0xfde8_0009] });
    expect(communities(made(bearing, ['set community 65000:1 no-export']))).toBe('65000:1 65535:65281');
    expect(communities(made(bearing, ['set community 65000:1 additive']))).toBe('65000:1 65000:9');
    expect(communities(made(bearing, ['set community none']))).toBe('');
    expect(communities(made(bearing, ['set community internet']))).toBe('0:0');
  });

  // Cisco IOS IP Routing: BGP, "set comm-list delete": each community is asked by itself; done before `set community`.
  it('takes listed communities away, before others come', () => {
    const bearing = told({ communities: [0xfde8_0001, 0xfde8_0002, 0xfde9_0001] });
    const format = 'ip bgp-community new-format';
    const deleted = (list: string, ...more: readonly string[]): string =>
      communities(
        made(bearing, [...more, 'set comm-list 100 delete'], list.replace('LIST', 'ip community-list 100'), format),
      );
    expect(deleted('LIST permit 65000:.*')).toBe('65001:1');
    expect(deleted('LIST permit 65000:.*', 'set community 65000:7 additive')).toBe('65000:7 65001:1');
    const pair = communities(made(bearing, ['set comm-list 1 delete'], 'ip community-list 1 permit 65000:1 65000:2'));
    expect(pair).toBe('65000:1 65000:2 65001:1');
  });

  it('the path: before it, the last AS again, a tag', () => {
    expect(path(made(told(), ['set as-path prepend 65000 65009']))).toBe('65000 65009 65001 65002');
    expect(path(made(told(), ['set as-path prepend last-as 2']))).toBe('65001 65001 65001 65002');
    expect(path(made(told({ tag: 65033 }), ['set as-path tag']))).toBe('65033');
  });

  it('metrics by more and less, never below 0', () => {
    expect(made(told({ metric: 30 }), ['set metric +20']).metric).toBe(50);
    expect(made(told({ metric: 30 }), ['set metric -20']).metric).toBe(10);
    expect(made(told({ metric: 10 }), ['set metric -20']).metric).toBe(0);
    expect(made(told({ igpMetric: 33 }), ['set metric-type internal']).metric).toBe(33);
  });

  it('next hops, by address or by who it is', () => {
    expect(made(told(), ['set ip next-hop 192.0.2.9']).nexthop).toBe(address('192.0.2.9'));
    expect(made(told(), ['set ip next-hop peer-address']).toward).toBe('peer-address');
    expect(made(told(), ['set ip next-hop self']).toward).toBe('self');
  });

  // draft-retana-bgp-custom-decision §3: type 0x43, subtype 1, point of insertion 129 (IGP) or 128.
  it('extended communities: a site in place of another, costs beside others', () => {
    const target: ExtendedCommunity = { kind: 'target', value: { form: 'as2', admin: 1, number: 1 } };
    const old: ExtendedCommunity = { kind: 'origin', value: { form: 'as2', admin: 1, number: 1 } };
    const site = made(told({ extended: [target, old] }), ['set extcommunity soo 65000:5']).extended;
    expect(site).toEqual([target, { kind: 'origin', value: { form: 'as2', admin: 65000, number: 5 } }]);
    const costs = made(told({ extended: [target] }), ['set extcommunity cost igp 1 100']).extended;
    expect(costs).toEqual([target, { kind: 'other', hex: '4301810100000064' }]);
    const before = made(told(), ['set extcommunity cost pre-bestpath 2 7']).extended;
    expect(before).toEqual([{ kind: 'other', hex: '4301800200000007' }]);
  });
});

// Cisco IOS IP Routing: BGP Configuration Guide, "BGP Route Map Continue".
describe('continue', () => {
  const three = (second: string) =>
    mapOf([
      'route-map M permit 10',
      ' match local-preference 100',
      ' set metric 10',
      ' set as-path prepend 65000',
      ' continue 30',
      `route-map M ${second} 20`,
      ' set metric 20',
      'route-map M permit 30',
      ' match tag 7',
      ' set metric 30',
      ' set as-path prepend 65000',
    ]);
  const seen = (policy: Policy, more: Partial<Subject>): string => {
    const { verdict, subject } = evaluate(policy, told(more));
    return verdict === 'reject' ? 'rejected' : `${subject.metric} via ${path(subject)}`;
  };

  it('goes on behind the entry that took the route; the last word counts, paths grow', () => {
    expect(seen(three('deny'), { localPref: 100, tag: 7 })).toBe('30 via 65000 65000 65001 65002');
  });

  it('takes the route that no later entry takes', () => {
    expect(seen(three('deny'), { localPref: 100 })).toBe('10 via 65000 65001 65002');
  });

  it('is for routes that its own entry takes', () => {
    expect(seen(three('deny'), { localPref: 5, tag: 7 })).toBe('rejected');
    expect(seen(three('permit'), { localPref: 5 })).toBe('20 via 65001 65002');
  });

  it('is rejected by an entry that denies further down', () => {
    const denied = mapOf(['route-map M permit 10', ' set metric 1', ' continue', 'route-map M deny 20']);
    expect(seen(denied, {})).toBe('rejected');
  });

  it('looks at the route as it came: clauses are done at the end', () => {
    const later = mapOf([
      'route-map M permit 10',
      ' set metric 1',
      ' continue',
      'route-map M permit 20',
      ' match metric 1',
      ' set metric 2',
    ]);
    expect(seen(later, {})).toBe('1 via 65001 65002');
  });
});

describe('what is typed', () => {
  const typed = (...lines: readonly string[]): readonly string[] =>
    new Console()
      .lines('enable', 'configure terminal', ...lines)
      .config()
      .filter((line) => /community|as-path|^ (match|continue)/.test(line));
  const inMap = (...lines: readonly string[]): readonly string[] => typed('route-map M permit 10', ...lines);

  it('adds lists to a match, and takes them away one by one', () => {
    expect(inMap('match community 1', 'match community CL exact-match')).toEqual([' match community 1 CL exact-match']);
    expect(inMap('match community 1 CL', 'no match community 1')).toEqual([' match community CL']);
    expect(inMap('match community 1 CL', 'no match community')).toEqual([]);
    expect(inMap('match as-path 1', 'match as-path 2', 'no match as-path 1')).toEqual([' match as-path 2']);
  });

  it('keeps large communities beside plain ones', () => {
    expect(inMap('match large-community 1', 'match large-community CL exact-match')).toEqual([
      ' match large-community 1 CL exact-match',
    ]);
    expect(inMap('set community none', 'set large-community 1:2:3 4:5:6', 'set large-community none')).toEqual([
      ' set community none',
      ' set large-community none',
    ]);
  });

  it('sets communities or none, not both', () => {
    expect(inMap('set community 65000:1', 'set community none')).toEqual([' set community none']);
    expect(inMap('set community none', 'set community 65000:1 additive')).toEqual([' set community 65000:1 additive']);
  });

  it('takes a list away by its name, or an entry of it', () => {
    const lists = ['ip as-path access-list 1 permit ^$', 'ip as-path access-list 1 permit _1_'];
    expect(typed(...lists, 'no ip as-path access-list 1 permit _1_')).toEqual(['ip as-path access-list 1 permit ^$']);
    expect(typed(...lists, 'no ip as-path access-list 1')).toEqual([]);
    const named = ['ip community-list standard CL permit 65000:1', 'ip community-list standard CL permit 65000:3'];
    expect(typed(...named, 'no ip community-list standard CL permit 65000:1')).toEqual([named[1]]);
    expect(typed(...named, 'no ip community-list standard CL')).toEqual([]);
  });
});

// "BGP Large Community", Cisco IOS XE 17.x; RFC 8092: three numbers of four bytes each.
describe('large communities', () => {
  const large = (admin: number, first: number, second: number) => ({ admin, first, second });
  const borne = told({ large: [large(4_200_000_000, 1, 2), large(65001, 3, 4)] });
  const LIST = 'ip large-community-list standard L permit 65001:3:4';

  it('are matched by lists of both kinds', () => {
    expect(takes('match large-community L', borne, LIST)).toBe(true);
    expect(takes('match large-community L', told({ large: [large(65001, 3, 5)] }), LIST)).toBe(false);
    expect(takes('match large-community 1', borne, 'ip large-community-list 1 permit 65001:3:4 65001:3:5')).toBe(false);
    expect(takes('match large-community 100', borne, 'ip large-community-list 100 permit ^65001:3:')).toBe(true);
    expect(takes('match large-community 100', borne, 'ip large-community-list 100 deny _4200000000:1:2_')).toBe(false);
  });

  it('are matched exactly', () => {
    expect(takes('match large-community L exact-match', borne, LIST)).toBe(false);
    expect(takes('match large-community L exact-match', told({ large: [large(65001, 3, 4)] }), LIST)).toBe(true);
  });

  it('are set, added and deleted', () => {
    expect(made(borne, ['set large-community 1:2:3']).large).toEqual([large(1, 2, 3)]);
    expect(made(borne, ['set large-community 1:2:3 additive']).large).toEqual([
      large(1, 2, 3),
      large(65001, 3, 4),
      large(4_200_000_000, 1, 2),
    ]);
    expect(made(borne, ['set large-community none']).large).toEqual([]);
    expect(made(borne, ['set large-comm-list L delete'], LIST).large).toEqual([large(4_200_000_000, 1, 2)]);
  });

  it('are listed and printed again', () => {
    const console = new Console().lines(
      'enable',
      'configure terminal',
      LIST,
      'ip large-community-list 100 permit ^65001:',
      'end',
    );
    expect(console.line('show ip large-community-list')).toContain(
      [
        'Large Community expanded list 100',
        '     permit ^65001:',
        'Large Community standard list L',
        '     permit 65001:3:4',
      ].join('\n'),
    );
    expect(console.line('show running-config | include large')).toContain(
      'ip large-community-list standard L permit 65001:3:4\nip large-community-list 100 permit ^65001:\n',
    );
  });
});

// batfish pull request 8081 ("set as-path replace": the local AS in place of each AS of the sequence).
describe('set as-path replace', () => {
  const replaced = (asPath: AsPath, ...clauses: readonly string[]): string =>
    path(made(told({ asPath }), clauses, 'router bgp 65000'));

  it('puts the own AS where a sequence stood', () => {
    expect(replaced(sequence(1, 2, 3, 2), 'set as-path replace 2')).toBe('1 65000 3 65000');
    expect(replaced(sequence(1, 2, 3, 2), 'set as-path replace 2 3')).toBe('1 65000 65000 2');
    expect(replaced(sequence(1, 2, 3, 2), 'set as-path replace 3 2 1')).toBe('1 2 3 2');
    expect(replaced(sequence(1, 2, 3), 'set as-path replace any')).toBe('65000 65000 65000');
  });

  it('is said more than once', () => {
    expect(replaced(sequence(12076, 1, 65515), 'set as-path replace 12076', 'set as-path replace 65515')).toBe(
      '65000 1 65000',
    );
    const lines = ['route-map M permit 10', 'set as-path replace 12076', 'set as-path replace 65515'];
    const console = new Console().lines('enable', 'configure terminal', ...lines);
    expect(console.config().filter((line) => line.includes('replace'))).toEqual([
      ' set as-path replace 12076',
      ' set as-path replace 65515',
    ]);
  });
});
