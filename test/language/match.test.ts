import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { match, matchBeginning } from '../../src/language/match.ts';
import type { CommandSpec, Match, MatchError } from '../../src/language/spec.ts';
import { IOS_CONFIG, IOS_EXEC, IOS_TYPES, iosLine, LIVE, sentences, spec } from './samples.ts';

const exec = (line: string) => match(IOS_EXEC, iosLine(line), IOS_TYPES, LIVE);
const config = (line: string) => match(IOS_CONFIG, iosLine(line), IOS_TYPES, LIVE);
const understood = (result: ReturnType<typeof exec>): Match => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const refused = (result: ReturnType<typeof exec>): MatchError => {
  if (result.ok) throw new Error(`understood: ${result.value.words.join(' ')}`);
  return result.error;
};
/** Against sentences written for one test. */
const on =
  (text: string) =>
  (line: string): Match =>
    understood(match(sentences(`config {\n${text}\n}`), iosLine(line), IOS_TYPES, LIVE));

describe('a line that is understood', () => {
  it('gives the sentence, its words in full and its values', () => {
    const router = understood(config('router ospf 1'));
    expect(router.spec).toBe(spec(IOS_CONFIG, 'router ospf'));
    expect(router.words).toEqual(['router', 'ospf', '1']);
    expect(router.args).toEqual({ pid: '1' });
    const network = understood(match(router.spec.children, iosLine('net 10.0.12.0 0.0.0.255 a 0'), IOS_TYPES, LIVE));
    expect(network.words).toEqual(['network', '10.0.12.0', '0.0.0.255', 'area', '0']);
    expect(network.args).toEqual({ net: '10.0.12.0', wild: '0.0.0.255', area: '0' });
  });
  it('may abbreviate any word, in small or large letters', () => {
    for (const line of ['show ip route', 'sh ip ro', 'SH Ip r', 'sho ip rout']) {
      expect(understood(exec(line)).words).toEqual(['show', 'ip', 'route']);
    }
    expect(match(IOS_EXEC, iosLine('Show ip route'), IOS_TYPES, LIVE, { exactCase: true })).toEqual({
      ok: false,
      error: { kind: 'unknown', column: 0, token: 0 },
    });
  });
  it('may leave options out and take the branches of ( … )* in any order, each once', () => {
    const route = 'ip route 10.0.0.0 255.0.0.0 10.1.1.1';
    expect(understood(config(route)).args).toEqual({ net: '10.0.0.0', mask: '255.0.0.0', gateway: '10.1.1.1' });
    expect(understood(config(`${route} 200 name TO-B tag 7`)).args).toMatchObject({
      distance: '200',
      name: 'TO-B',
      tag: '7',
    });
    expect(understood(config(`${route} tag 7 name TO-B`)).words.slice(-4)).toEqual(['tag', '7', 'name', 'TO-B']);
    expect(refused(config(`${route} tag 7 tag 8`))).toEqual({ kind: 'unknown', column: route.length + 7, token: 7 });
  });
  it('may hold values of several words', () => {
    expect(understood(exec('show interfaces gi 0/1')).words).toEqual(['show', 'interfaces', 'GigabitEthernet0/1']);
    expect(understood(exec('show interfaces gi0/1')).args).toEqual({ ifname: 'GigabitEthernet0/1' });
    expect(understood(config('enable secret 5 $1$ab  cd')).args).toEqual({ secret: '$1$ab  cd' });
  });
  it('may hold several values of one argument, and words behind them', () => {
    expect(understood(config('set community 1:1 2:2 add'))).toMatchObject({
      words: ['set', 'community', '1:1', '2:2', 'additive'],
      args: { community: '1:1 2:2' },
    });
    expect(understood(config('set community 1:1')).args).toEqual({ community: '1:1' });
  });
});

describe('of two readings', () => {
  it('an exact word wins over one that it begins', () => {
    const line = on('ip { }\nipv6 { }\nipx');
    expect(line('ip').spec.name).toBe('ip');
    expect(refused(match(sentences('config {\n ip a\n ipv6 b\n}'), iosLine('ip b'), IOS_TYPES, LIVE))).toEqual({
      kind: 'unknown',
      column: 3,
      token: 1,
    });
  });
  it('a word wins over a value, even abbreviated', () => {
    const line = on('ping <host:word>\nping ip <address:ipv4>');
    expect(line('ping server').args).toEqual({ host: 'server' });
    expect(line('ping i 1.1.1.1').words).toEqual(['ping', 'ip', '1.1.1.1']);
    expect(on('peer ( default | <ifname:word> )')('peer def').words).toEqual(['peer', 'default']);
  });
  it('a narrow type wins over a wide one, unless only the wide one leads on', () => {
    const line = on('to <name:word>\nto <address:ipv4>\nto <name:word> via <x:word>');
    expect(line('to 10.0.0.1').args).toEqual({ address: '10.0.0.1' });
    expect(line('to 10.0.0.256').args).toEqual({ name: '10.0.0.256' });
    expect(line('to 10.0.0.1 via a').args).toEqual({ name: '10.0.0.1', x: 'a' });
  });
  it('an earlier value counts before a later one', () => {
    const line = on('to <a:word> <b:ipv4>\nto <c:ipv4> <d:word>');
    expect(line('to 10.0.0.1 10.0.0.2').args).toEqual({ c: '10.0.0.1', d: '10.0.0.2' });
    expect(line('to x 10.0.0.2').args).toEqual({ a: 'x', b: '10.0.0.2' });
  });
  it('the type tells sentences apart that begin alike', () => {
    expect(understood(config('access-list 10 permit 1.1.1.1')).spec.name).toBe('access-list');
    expect(understood(config('access-list 110 p ip any any')).spec.name).toBe('access-list ip any any');
    expect(refused(config('access-list 10 permit ip any any'))).toMatchObject({ kind: 'unknown', token: 3 });
  });
  it('a quoted text is never a keyword', () => {
    const specs = sentences('config {\n name ( all | <x:word> )\n}');
    const quoted = match(
      specs,
      [...iosLine('name'), { text: 'all', start: 5, end: 10, quoted: true }],
      IOS_TYPES,
      LIVE,
    );
    expect(understood(quoted).args).toEqual({ x: 'all' });
    expect(understood(match(specs, iosLine('name all'), IOS_TYPES, LIVE)).args).toEqual({});
  });
});

describe('a line that breaks', () => {
  // Columns without the prompt. cli-fidelity 1.3: the first character at which no keyword can match any more.
  it.each([
    ['hostnane R1', 6],
    ['ips route', 2],
    ['ip rout3', 7],
    ['foo', 0],
    ['ip http server now', 15],
    ['ip http securf', 13],
    ['router ospf one', 12],
    ['ip route 10.0.0.256', 18],
    ['ip route 10.0.0 255.0.0.0 10.1.1.1', 15],
    ['ip route 10.0.0.0 255.0.0.0 10.1.1.1 300', 39],
    ['interface fastEthernet 0/1', 10],
    ['interface gi 0/x', 15],
  ])('does so at the first impossible character: %s', (line, column) => {
    const error = refused(config(line));
    expect(['unknown', 'value']).toContain(error.kind);
    expect(error).toMatchObject({ column });
  });
  it('says what is wrong with a value of the right shape', () => {
    expect(refused(config('router ospf 70000'))).toEqual({
      kind: 'value',
      column: 16,
      token: 2,
      arg: 'pid',
      why: '70000 is not between 1 and 65535',
    });
    expect(refused(config('ip route 10.0.0.0 255.0.255.0 10.1.1.1'))).toMatchObject({
      kind: 'value',
      arg: 'mask',
      token: 3,
    });
  });
  it('is incomplete where words are missing', () => {
    for (const line of ['', 'ip', 'ip route', 'ip route 10.0.0.0', 'router ospf', 'interface gi', 'interface']) {
      expect(refused(config(line))).toEqual({ kind: 'incomplete' });
    }
  });
  it('breaks behind a value that is cut short', () => {
    expect(refused(config('ip route 10.0.0.'))).toEqual({ kind: 'unknown', column: 16, token: 2 });
  });
  it('is ambiguous where several words begin so, whatever follows', () => {
    expect(refused(exec('sh i'))).toEqual({
      kind: 'ambiguous',
      column: 4,
      token: 1,
      candidates: [
        { text: 'interfaces', help: '' },
        { text: 'ip', help: 'IP information' },
      ],
    });
    expect(refused(exec('cl ip route *'))).toMatchObject({ kind: 'ambiguous', token: 0, column: 2 });
    expect(refused(exec('c')).kind).toBe('ambiguous');
  });
  it('does not count the same word of several sentences, nor hidden words', () => {
    expect(understood(exec('clear co')).words).toEqual(['clear', 'counters']);
    const line = on('alpha\nalmost @hidden');
    expect(line('al').words).toEqual(['alpha']);
    expect(line('alm').words).toEqual(['almost']);
    expect(line('almost').words).toEqual(['almost']);
    const hidden = sentences('config {\n alpha @hidden\n almost @hidden\n}');
    expect(refused(match(hidden, iosLine('al'), IOS_TYPES, LIVE))).toEqual({ kind: 'unknown', column: 2, token: 0 });
  });
  it('tells the farthest point that any reading came to', () => {
    const specs = sentences('config {\n a <x:word> b c\n a <y:line> @hidden\n to <n:word>... end\n}');
    expect(refused(match(specs, iosLine('to 1 2 3 end 4'), IOS_TYPES, LIVE))).toEqual({
      kind: 'unknown',
      column: 13,
      token: 5,
    });
  });
});

describe('the beginning of a line', () => {
  const begun = (line: string): string[] => {
    const result = matchBeginning(IOS_CONFIG, iosLine(line), IOS_TYPES, LIVE);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value.map((one) => `${one.spec.name} lacks ${one.missing}: ${one.words.join(' ')}`);
  };
  it('is every sentence that goes on from there, the whole ones first', () => {
    expect(begun('host')).toEqual(['hostname lacks values: hostname']);
    expect(begun('ip route 10.0.0.0 255.0.0.0')).toEqual(['ip route lacks values: ip route 10.0.0.0 255.0.0.0']);
    expect(begun('ip route 10.0.0.0 255.0.0.0 lo0')).toEqual([
      'ip route lacks nothing: ip route 10.0.0.0 255.0.0.0 Loopback0',
    ]);
    expect(begun('ip http')).toEqual([
      'ip http server lacks words: ip http',
      'ip http secure-server lacks words: ip http',
    ]);
    const inside = spec(IOS_CONFIG, 'interface').children;
    const address = matchBeginning(inside, iosLine('ip addr'), IOS_TYPES, LIVE);
    expect(address.ok && address.value.map(({ spec: { name }, missing }) => [name, missing])).toEqual([
      ['ip address', 'values'],
      ['ip address dhcp', 'words'],
    ]);
  });
  it('breaks where a whole line breaks', () => {
    for (const line of ['foo', 'ip rout3', 'ip http server now', 'router ospf 70000', '']) {
      expect(matchBeginning(IOS_CONFIG, iosLine(line), IOS_TYPES, LIVE)).toEqual(
        match(IOS_CONFIG, iosLine(line), IOS_TYPES, LIVE),
      );
    }
  });
});

/** Lines made of words that mean something here and words that do not. */
const pieces = fc.constantFrom(
  ...'ip route http server show interfaces gi 0/1 gi0/1 lo 10.0.0.0 255.0.0.0 0.0.0.255 1 70000 tag name access-list'.split(
    ' ',
  ),
  ...'permit any vrf definition set community 1:1 additive router ospf foo x s c i * [ ] "a b" enable secret 5'.split(
    ' ',
  ),
);
const anyLine = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((words) => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

describe('any line', () => {
  const places: readonly (readonly CommandSpec[])[] = [IOS_EXEC, IOS_CONFIG, spec(IOS_CONFIG, 'interface').children];
  it('is understood or refused, never a failure of the program', () => {
    fc.assert(
      fc.property(anyLine, fc.constantFrom(...places), (line, specs) => {
        const tokens = iosLine(line);
        const result = match(specs, tokens, IOS_TYPES, LIVE);
        if (result.ok || result.error.kind === 'incomplete') return;
        expect(result.error.token).toBeLessThan(tokens.length);
        expect(result.error.column).toBeGreaterThanOrEqual(tokens[result.error.token]?.start ?? 0);
        expect(result.error.column).toBeLessThanOrEqual(line.length);
      }),
      { numRuns: 2000 },
    );
  });
  it('that is understood is understood the same in its full words', () => {
    const spelled = (line: string, specs: readonly CommandSpec[]): void => {
      const first = match(specs, iosLine(line), IOS_TYPES, LIVE);
      if (!first.ok) return;
      const again = understood(match(specs, iosLine(first.value.words.join(' ')), IOS_TYPES, LIVE));
      expect(again.spec).toBe(first.value.spec);
      expect(again.words).toEqual(first.value.words);
      expect(again.args).toEqual(first.value.args);
    };
    fc.assert(fc.property(anyLine, fc.constantFrom(...places), spelled), { numRuns: 2000 });
    for (const line of ['ip ro 10.0.0.0 255.0.0.0 lo 0 7 na X t 1', 'int gi 0/1', 'set com 1:1 2:2 a'])
      spelled(line, IOS_CONFIG);
  });
});
