// Policies: which term decided, and what became of the route.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communitySet } from '../../src/policy/apply.ts';
import { evaluate } from '../../src/policy/evaluate.ts';
import type { Action, Match, Policy, Subject, Term } from '../../src/policy/policy.ts';
import type { PrefixList } from '../../src/policy/prefix-list.ts';
import { type ExtendedCommunity, extendedText, parseRouteTarget } from '../../src/route/community.ts';
import { p } from '../harness/routes.ts';

const rt = (text: string): ExtendedCommunity => {
  const parsed = parseRouteTarget(text);
  if (!parsed) throw new Error(text);
  return parsed;
};
const SITE: ExtendedCommunity = { kind: 'origin', value: { form: 'as2', admin: 65000, number: 9 } };
const subject: Subject = {
  prefix: p('172.16.10.0/24'),
  kind: 'connected',
  tag: 7,
  metric: 10,
  localPref: undefined,
  weight: undefined,
  origin: 'incomplete',
  extended: [rt('65535:1'), SITE],
};
const list = (
  name: string,
  ...entries: readonly [verdict: 'permit' | 'deny', prefix: string, low?: number, high?: number][]
): PrefixList => ({
  name,
  entries: entries.map(([verdict, text, low, high], i) => {
    const prefix = p(text);
    return { sequence: 5 * (i + 1), verdict, prefix, low: low ?? prefix.length, high: high ?? low ?? prefix.length };
  }),
});
const term = (
  name: string,
  verdict: Term['verdict'],
  matches: readonly Match[] = [],
  actions: readonly Action[] = [],
): Term => ({
  name,
  matches,
  actions,
  verdict,
});
const policy = (otherwise: Policy['otherwise'], ...terms: readonly Term[]): Policy => ({ name: 'P', terms, otherwise });
const verdict = (one: Policy): string => evaluate(one, subject).verdict;

describe('matches', () => {
  const taken = (...matches: readonly Match[]): boolean =>
    verdict(policy('reject', term('10', 'accept', matches))) === 'accept';

  it('hold when there are none', () => expect(taken()).toBe(true));
  it('must all hold, each by any of its values', () => {
    expect(taken({ kind: 'tags', tags: [1, 7] }, { kind: 'metrics', metrics: [10] })).toBe(true);
    expect(taken({ kind: 'tags', tags: [1, 7] }, { kind: 'metrics', metrics: [11] })).toBe(false);
    expect(taken({ kind: 'route-kinds', kinds: ['static', 'connected'] })).toBe(true);
    expect(taken({ kind: 'route-kinds', kinds: ['static'] })).toBe(false);
  });
  it('by prefix list stop at the first entry that fits; another list may still permit', () => {
    const denied = list('A', ['deny', '172.16.10.0/24'], ['permit', '172.16.0.0/16', 16, 32]);
    const permitted = list('B', ['permit', '172.16.0.0/12', 12, 32]);
    expect(taken({ kind: 'prefix-lists', lists: [denied] })).toBe(false);
    expect(taken({ kind: 'prefix-lists', lists: [denied, permitted] })).toBe(true);
    expect(taken({ kind: 'prefix-lists', lists: [list('C', ['permit', '172.16.0.0/16'])] })).toBe(false);
  });
  it('by a list that is not defined hold as the vendor says', () => {
    expect(taken({ kind: 'undefined', name: 'X', holds: true })).toBe(true);
    expect(taken({ kind: 'undefined', name: 'X', holds: false })).toBe(false);
  });
});

describe('terms', () => {
  it('are tried in order until one decides, and the trace says why each did not', () => {
    const tags: Match = { kind: 'tags', tags: [1] };
    const { verdict, trace, byDefault } = evaluate(
      policy('accept', term('10', 'accept', [tags]), term('20', 'reject'), term('30', 'accept')),
      subject,
    );
    expect(verdict).toBe('reject');
    expect(trace).toEqual([
      { term: '10', failed: tags },
      { term: '20', failed: undefined },
    ]);
    expect(byDefault).toBe(false);
  });
  it('that go on to the next one keep what they changed, and the next one sees it', () => {
    const evaluated = evaluate(
      policy(
        'reject',
        term('set', 'next-term', [], [{ kind: 'set-tag', value: 99 }]),
        term('see', 'accept', [{ kind: 'tags', tags: [99] }], [{ kind: 'set-metric', value: 5 }]),
      ),
      subject,
    );
    expect(evaluated).toMatchObject({ verdict: 'accept', subject: { tag: 99, metric: 5 } });
  });
  it('leave the last word to the policy', () => {
    const accepting = evaluate(
      policy('accept', term('10', 'next-term', [], [{ kind: 'set-weight', value: 1 }])),
      subject,
    );
    expect(accepting).toMatchObject({ verdict: 'accept', byDefault: true, subject: { weight: 1 } });
    expect(verdict(policy('reject'))).toBe('reject');
  });
  it('give a rejected route back as it came', () => {
    const rejected = evaluate(
      policy('reject', term('10', 'next-term', [], [{ kind: 'set-metric', value: 1 }]), term('20', 'reject')),
      subject,
    );
    expect(rejected.subject).toBe(subject);
  });
});

describe('actions', () => {
  const changed = (...actions: readonly Action[]): Subject =>
    evaluate(policy('reject', term('10', 'accept', [], actions)), subject).subject;
  const targets = (one: Subject): readonly string[] =>
    one.extended.map((community) => `${community.kind} ${extendedText(community)}`);

  it('replace route targets, and no other extended community', () => {
    const communities = [rt('65000:1001')];
    expect(targets(changed({ kind: 'set-targets', communities, additive: false }))).toEqual([
      'target 65000:1001',
      'origin 65000:9',
    ]);
  });
  it('or add to them, in their order and each once', () => {
    const communities = [rt('65535:1'), rt('1:1')];
    expect(targets(changed({ kind: 'set-targets', communities, additive: true }))).toEqual([
      'target 1:1',
      'target 65535:1',
      'origin 65000:9',
    ]);
  });
  it('set the rest', () => {
    expect(
      changed(
        { kind: 'set-local-pref', value: 200 },
        { kind: 'set-weight', value: 3 },
        { kind: 'set-origin', value: 'egp' },
        { kind: 'set-tag', value: 4 },
        { kind: 'set-metric', value: 5 },
      ),
    ).toMatchObject({ localPref: 200, weight: 3, origin: 'egp', tag: 4, metric: 5 });
  });
  it('make the same set of communities from any order', () => {
    const some = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 6 });
    fc.assert(
      fc.property(some, (pairs) => {
        const made = pairs.map(([a, b]) => rt(`${a + 1}:${b}`));
        expect(communitySet([...made].reverse())).toEqual(communitySet(made));
        expect(new Set(communitySet(made).map(extendedText)).size).toBe(communitySet(made).length);
      }),
    );
  });
});
