import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expect as ask, expectPath } from '../../src/language/expect.ts';
import { match, type PathOptions } from '../../src/language/match.ts';
import type { Expectation, MatchError } from '../../src/language/spec.ts';
import {
  IOS_CONFIG,
  IOS_EXEC,
  IOS_TYPES,
  iosLine,
  JUNOS_CONFIG,
  JUNOS_TYPES,
  junosLine,
  LIVE,
  sentences,
  spec,
} from './samples.ts';

type Answer = ReturnType<typeof ask>;
const told = (answer: Answer): readonly Expectation[] => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
};
const error = (answer: Answer): MatchError => {
  if (answer.ok) throw new Error(answer.value.map(({ text }) => text).join(' '));
  return answer.error;
};
/** `kind text`; the mark before, as Junos shows it. */
const rows = (answer: Answer): string[] =>
  told(answer).map(({ kind, text, mark }) =>
    `${mark === 'container' ? '> ' : mark === 'list' ? '+ ' : ''}${kind} ${text}`.trim(),
  );
const exec = (before: string, partial = ''): Answer => ask(IOS_EXEC, iosLine(before), partial, IOS_TYPES, LIVE);
const config = (before: string, partial = ''): Answer => ask(IOS_CONFIG, iosLine(before), partial, IOS_TYPES, LIVE);
const path = (before: string, partial = '', options: PathOptions = {}): Answer =>
  expectPath(JUNOS_CONFIG, junosLine(before), partial, JUNOS_TYPES, LIVE, options);

describe('what may come next in a line', () => {
  it('is words by the alphabet, with help', () => {
    expect(rows(exec('show'))).toEqual(['word clock', 'word interfaces', 'word ip', 'word version']);
    expect(told(exec('show ip'))).toMatchObject([
      { kind: 'word', text: 'ospf', help: 'Open Shortest Path First (OSPF)' },
      { kind: 'word', text: 'route', help: '' },
    ]);
  });
  it('begins like what is typed of the word', () => {
    expect(rows(exec('', 'cl'))).toEqual(['word clear', 'word clock']);
    expect(rows(exec('sh', 'IP'))).toEqual(['word ip']);
    expect(rows(exec('show ip route', 'v'))).toEqual(['word vrf']);
  });
  it('has values first, then words, then the end', () => {
    expect(rows(exec('show ip route'))).toEqual(['arg A.B.C.D', 'word vrf', 'end']);
    expect(rows(config('ip route 10.0.0.0 255.0.0.0 10.1.1.1'))).toEqual([
      'arg <1-255>',
      'word name',
      'word tag',
      'end',
    ]);
    expect(rows(config('ip route 10.0.0.0 255.0.0.0 10.1.1.1 tag 5'))).toEqual(['word name', 'end']);
  });
  it('offers the values that exist', () => {
    expect(told(exec('show ip route vrf'))).toMatchObject([
      { kind: 'arg', text: 'WORD', arg: { name: 'vrf', type: 'vrf' } },
      { kind: 'offer', text: 'CUST-A' },
    ]);
    expect(rows(exec('show ip route vrf', 'cu'))).toEqual(['arg WORD', 'offer CUST-A']);
    expect(rows(exec('show ip route vrf', 'x'))).toEqual(['arg WORD']);
  });
  it('asks the type where a value has several words', () => {
    expect(rows(exec('show interfaces'))).toEqual(['offer GigabitEthernet', 'offer Loopback', 'end']);
    expect(rows(exec('show interfaces', 'g'))).toEqual(['offer GigabitEthernet']);
    expect(told(exec('show interfaces gi'))).toMatchObject([{ kind: 'arg', text: '<0-9>', help: 'interface number' }]);
    expect(rows(exec('show interfaces gi 0/1'))).toEqual(['end']);
  });
  it('tells a value that is begun, mid-word', () => {
    expect(rows(exec('show ip route', '10.0.0.'))).toEqual(['arg A.B.C.D']);
    expect(rows(config('router ospf', '6553'))).toEqual(['arg <1-65535>']);
    expect(error(config('router ospf', '65536'))).toEqual({ kind: 'unknown', column: 16, token: 2 });
  });
  it('tells LINE as long as the line goes on', () => {
    const inside = spec(IOS_CONFIG, 'interface').children;
    const description = (before: string, partial = ''): string[] =>
      rows(ask(inside, iosLine(before), partial, IOS_TYPES, LIVE));
    expect(description('description')).toEqual(['arg LINE']);
    expect(description('description to', 'R')).toEqual(['arg LINE']);
    expect(description('description to R2')).toEqual(['arg LINE', 'end']);
  });
  it('does not tell hidden words, and goes on behind them', () => {
    expect(rows(exec(''))).not.toContain('word test');
    expect(error(exec('', 't'))).toMatchObject({ kind: 'unknown', column: 1 });
    expect(error(exec('test', 'x'))).toMatchObject({ kind: 'unknown', token: 1 });
  });
  it('tells every sentence that a word leads to', () => {
    const [address] = told(ask(spec(IOS_CONFIG, 'interface').children, iosLine('ip'), 'addr', IOS_TYPES, LIVE));
    expect(address?.specs.map(({ name }) => name)).toEqual(['ip address', 'ip address dhcp']);
    const end = told(exec('show clock')).at(-1);
    expect(end?.specs.map(({ name }) => name)).toEqual(['show clock']);
  });
  it('is an error where the words before break, or nothing begins so', () => {
    expect(error(exec('shwo'))).toEqual({ kind: 'unknown', column: 2, token: 0 });
    expect(error(exec('c'))).toMatchObject({ kind: 'ambiguous', token: 0 });
    expect(error(exec('show ip', 'rut'))).toEqual({ kind: 'unknown', column: 9, token: 2 });
    expect(error(exec('show clock', 'x'))).toEqual({ kind: 'unknown', column: 11, token: 2 });
    const at = { text: 'rut', start: 12, end: 15, quoted: false };
    expect(error(ask(IOS_EXEC, iosLine('show   ip'), at, IOS_TYPES, LIVE))).toMatchObject({ column: 13 });
  });
});

describe('what may come next in a path', () => {
  it('marks containers and lists', () => {
    expect(rows(path('protocols ospf'))).toEqual(['> word area', '+ word export', 'word reference-bandwidth', 'end']);
    expect(rows(path('interfaces ge-0/0/0 unit 0 family'))).toEqual(['> word inet', 'word iso']);
    expect(rows(path('', 'int'))).toEqual(['> word interfaces']);
  });
  it('goes on with the next leaf of the block', () => {
    const leafs = [
      '> word authentication',
      'word interface-type',
      'word metric',
      'word passive',
      'word priority',
      'end',
    ];
    expect(rows(path('protocols ospf area 0 interface lo0.0'))).toEqual(leafs);
    expect(rows(path('protocols ospf area 0 interface lo0.0 metric 10'))).toEqual(leafs);
    expect(rows(path('protocols ospf area 0 interface lo0.0 metric'))).toEqual(['arg <metric>']);
    expect(rows(path('protocols ospf area 0 interface lo0.0 metric 10', 'p'))).toEqual([
      'word passive',
      'word priority',
    ]);
  });
  it('offers the values that exist beside the name of the argument', () => {
    expect(rows(path('interfaces', 'ge'))).toEqual(['> arg <interface>', '> offer ge-0/0/0', '> offer ge-0/0/1']);
  });
  it('opens a list, goes on in it and closes it', () => {
    const offers = ['+ arg <policy>', '+ offer EXPORT-ALL', '+ offer NONE'];
    expect(rows(path('protocols ospf export'))).toEqual([...offers, 'open [']);
    expect(rows(path('protocols ospf export ['))).toEqual(offers);
    expect(rows(path('protocols ospf export [ A'))).toEqual([...offers, 'close ]']);
    expect(rows(path('protocols ospf export [ A', ']'))).toEqual(['close ]']);
    expect(rows(path('protocols ospf export [ A', 'N'))).toEqual(['+ arg <policy>', '+ offer NONE']);
    expect(rows(path('protocols ospf export [ A ]'))).toContain('> word area');
  });
  it('tells the end where the path may stop', () => {
    const ends = (before: string, options: PathOptions): boolean => rows(path(before, '', options)).includes('end');
    expect(ends('protocols', { stop: 'statement' })).toBe(true);
    expect(ends('system host-name R1', { stop: 'container' })).toBe(false);
    expect(ends('system host-name', { stop: 'statement' })).toBe(false);
    expect(ends('system host-name', { stop: 'unvalued' })).toBe(true);
    expect(ends('interfaces ge-0/0/0 unit', { stop: 'unvalued' })).toBe(false);
    expect(ends('interfaces ge-0/0/0 unit', { stop: 'anywhere' })).toBe(true);
  });
  it('is an error where the path breaks', () => {
    expect(error(path('protocols osfp'))).toEqual({ kind: 'unknown', column: 12, token: 1 });
    expect(error(path('protocols ospf', 'x'))).toEqual({ kind: 'unknown', column: 15, token: 2 });
    expect(error(path('interfaces ge-0/0/0 unit 0 family inet mtu', '99999'))).toMatchObject({ column: 46 });
  });
});

describe('at any place', () => {
  const words = fc.array(
    fc.constantFrom(
      ...'show ip route vrf CUST-A interfaces gi 0/1 clear counters set community 1:1 10.0.0.0 255.0.0.0 tag 5 x'.split(
        ' ',
      ),
    ),
    { maxLength: 7 },
  );
  const partial = fc.constantFrom('', 's', 'i', 'ip', '10.', '1', 'x', '<', '[', '"');
  it('what is told leads on: every word told is understood there', () => {
    fc.assert(
      fc.property(words, partial, fc.constantFrom(IOS_EXEC, IOS_CONFIG), (before, typed, specs) => {
        const tokens = iosLine(before.join(' '));
        const answer = ask(specs, tokens, typed, IOS_TYPES, LIVE);
        if (!answer.ok) return;
        for (const { kind, text } of answer.value) {
          if (kind === 'word') {
            const on = match(specs, iosLine([...before, text].join(' ')), IOS_TYPES, LIVE);
            expect(on.ok || on.error.kind).toSatisfy((state) => state === true || state === 'incomplete');
          }
          if (kind === 'end') expect(match(specs, tokens, IOS_TYPES, LIVE).ok).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
  it('the end is told exactly where a line is whole', () => {
    fc.assert(
      fc.property(words, (before) => {
        const tokens = iosLine(before.join(' '));
        const answer = ask(IOS_EXEC, tokens, '', IOS_TYPES, LIVE);
        const whole = match(IOS_EXEC, tokens, IOS_TYPES, LIVE).ok;
        expect(answer.ok && answer.value.some(({ kind }) => kind === 'end')).toBe(whole);
      }),
      { numRuns: 2000 },
    );
  });
  it('an answer comes, whatever is typed', () => {
    const line = fc.string({ unit: 'binary', maxLength: 20 });
    const specs = sentences('config {\n a ( b | <x:1..9> )* <y:line>\n <z!:word>... { c }\n [d] e <m:mask>...\n}');
    fc.assert(
      fc.property(line, line, (before, typed) => {
        ask(specs, iosLine(before), typed, IOS_TYPES, LIVE);
        expectPath(specs, junosLine(before), typed, IOS_TYPES, LIVE, { stop: 'anywhere' });
        path(`protocols ospf export ${before}`, typed);
      }),
      { numRuns: 1000 },
    );
  });
});
