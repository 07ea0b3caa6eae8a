// What IOS shows of IS-IS besides neighbours and databases, in the columns of captures.

import { describe, expect, it } from 'vitest';
import { Boxes, port, router } from './isis-boxes.ts';

const [G0, G1] = ['GigabitEthernet0/0', 'GigabitEthernet0/1'];
const P2P = ' isis network point-to-point';

describe('two levels in a row', () => {
  const boxes = new Boxes(
    'IOSv',
    {
      R1: router(1, '49.0001', ' metric-style wide\n is-type level-1', port(G0, '10.0.12.1')),
      R2: router(2, '49.0001', ' metric-style wide', port(G0, '10.0.12.2'), port(G1, '10.0.23.2', P2P)),
      R3: router(3, '49.0003', ' metric-style wide\n is-type level-2-only', port(G0, '10.0.23.3', P2P)),
    },
    [`R1 ${G0} - R2 ${G0}`, `R2 ${G1} - R3 ${G0}`],
  );

  // Capture: IOS 15.x `show isis rib` (two blank lines, a blank behind the title and behind each LSP, both levels).
  it('show isis rib', () => {
    const [blank, second, title, third, base, ...lines] = boxes.shown('R2', 'show isis rib').split('\n');
    expect([blank, second, third]).toEqual(['', '', '']);
    expect([title, base]).toEqual([
      'IPv4 local RIB for IS-IS process ',
      'IPV4 unicast topology base (TID 0, TOPOID 0x0) =================',
    ]);
    expect(lines.join('\n').replace(/LSP\[\d+\/\d+\]/g, 'LSP[n/m]')).toBe(`
10.0.12.0/28
  [115/L1/20] via 10.0.12.1(GigabitEthernet0/0), from 10.255.255.1, tag 0, LSP[n/m] 

10.0.23.0/28
  [115/L2/20] via 10.0.23.3(GigabitEthernet0/1), from 10.255.255.3, tag 0, LSP[n/m] 

10.255.255.1/32
  [115/L1/20] via 10.0.12.1(GigabitEthernet0/0), from 10.255.255.1, tag 0, LSP[n/m] 
              (installed)

10.255.255.3/32
  [115/L2/20] via 10.0.23.3(GigabitEthernet0/1), from 10.255.255.3, tag 0, LSP[n/m] 
              (installed)`);
    expect(boxes.shown('R2', 'show isis rib 10.255.255.3')).not.toContain('10.0.12.0');
    expect(boxes.shown('R2', 'show isis rib 10.255.255.1 255.255.255.255')).toContain('[115/L1/20] via 10.0.12.1(');
  });

  // Capture: IOSv 15 `show isis spf-log` (`00:40:13       4      4      1                       PERIODIC CLNSBACKUP`).
  it('show isis spf-log', () => {
    const [blank, title, columns, ...rows] = boxes.shown('R1', 'show isis spf-log').split('\n');
    expect([blank, title, columns]).toEqual([
      '',
      '   TID 0 level 1 SPF log',
      '  When   Duration  Nodes  Count    First trigger LSP   Triggers',
    ]);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      expect(row).toMatch(/^\d\d:\d\d:\d\d {7}\d[ \d]{6}\d[ \d]{6}\d {4,21}[ \w.-]{0,17} {2}[A-Z_ ]+$/);
    expect(
      boxes
        .shown('R2', 'show isis spf-log')
        .split('\n')
        .filter((line) => line.includes('level')),
    ).toEqual(['   TID 0 level 1 SPF log', '   TID 0 level 2 SPF log']);
  });

  // Capture: genieparser ShowIsisLspLog (`00:25:46        2         GigabitEthernet4   NEWADJ DIS`).
  it('show isis lsp-log', () => {
    const [blank, title, columns, ...rows] = boxes.shown('R1', 'show isis lsp-log').split('\n');
    expect([blank, title, columns]).toEqual([
      '',
      '   Level 1 LSP log',
      '  When       Count             Interface         Triggers',
    ]);
    expect(rows[0]).toMatch(/^\d\d:\d\d:\d\d {8}\d.{25} {3}.*CONFIG/);
    expect(rows.some((row) => /^.{8} {8}\d {7}GigabitEthernet0\/0 {3}.*NEWADJ/.test(row))).toBe(true);
  });

  // Capture: genieparser ShowClnsProtocol; IOSv 15 `show isis protocol`.
  it('show clns protocol, show isis protocol', () => {
    const text = `
IS-IS Router: <Null Tag>
  System Id: 0000.0000.0003.00  IS-Type: level-2
  Manual area address(es):
\t49.0003
  Routing for area address(es):
\t49.0003
  Interfaces supported by IS-IS:
\tGigabitEthernet0/0 - IP
\tLoopback0 - IP
  Redistribute:
    static (on by default)
  Distance for L2 CLNS routes: 110
  RRR level: none
  Generate narrow metrics: none
  Accept narrow metrics:   none
  Generate wide metrics:   level-1-2
  Accept wide metrics:     level-1-2`;
    expect(boxes.shown('R3', 'show clns protocol')).toBe(text);
    expect(boxes.shown('R3', 'show isis protocol')).toBe(text);
  });

  it('show clns is-neighbors detail', () => {
    expect(boxes.shown('R1', 'show clns is-neighbors detail').replace(/\d\d:\d\d:\d\d/, '00:01:30')).toBe(`
System Id       Interface     State  Type Priority  Circuit Id         Format
R2              Gi0/0         Up     L1   64        R2.01              Phase V
  Area Address(es): 49.0001
  Uptime: 00:01:30`);
  });

  // Capture: genieparser ShowClnsTraffic: a level 1 router says elections and calculations of both levels.
  it('show clns traffic', () => {
    const lines = boxes.shown('R1', 'show clns traffic').split('\n');
    expect(lines[0]).toBe('CLNS:  Time since last clear: never');
    const own = lines.slice(lines.indexOf('Tag null:'));
    expect(own.map((line) => line.replace(/\d+\/\d+$/, 'n/n').replace(/: \d+$/, ': n'))).toEqual([
      'Tag null:',
      'IS-IS: Time since last clear: never',
      'IS-IS: Level-1 Hellos (sent/rcvd): n/n',
      'IS-IS: PTP Hellos     (sent/rcvd): n/n',
      'IS-IS: Level-1 LSPs sourced (new/refresh): n/n',
      'IS-IS: Level-1 LSPs flooded (sent/rcvd): n/n',
      'IS-IS: LSP Retransmissions: n',
      'IS-IS: Level-1 CSNPs (sent/rcvd): n/n',
      'IS-IS: Level-1 PSNPs (sent/rcvd): n/n',
      'IS-IS: Level-1 DR Elections: n',
      'IS-IS: Level-2 DR Elections: n',
      'IS-IS: Level-1 SPF Calculations: n',
      'IS-IS: Level-2 SPF Calculations: n',
      'IS-IS: Level-1 Partial Route Calculations: n',
      'IS-IS: Level-2 Partial Route Calculations: n',
      'IS-IS: LSP checksum errors received: n',
      'IS-IS: Update process queue depth: n/n',
      'IS-IS: Update process packets dropped: n',
    ]);
    expect(own[2]).toMatch(/: [1-9]\d*\/[1-9]\d*$/);
  });
});

it('a box without IS-IS has nothing to say', () => {
  const boxes = new Boxes('IOSv', { R1: '' }, []);
  expect(boxes.shown('R1', 'show isis rib')).toBe('');
  expect(boxes.shown('R1', 'show isis spf-log')).toBe('');
  expect(boxes.shown('R1', 'show clns protocol')).toBe('% CLNS is not enabled');
});

describe('what reaches the routing table, and the log', () => {
  const filtered = (...lines: readonly string[]) =>
    new Boxes(
      'IOSv',
      {
        R1: `${router(1, '49.0001', [' metric-style wide', ...lines.filter((line) => line.startsWith(' '))].join('\n'), port(G0, '10.0.12.1', P2P))}
${lines.filter((line) => !line.startsWith(' ')).join('\n')}`,
        R2: router(2, '49.0001', ' metric-style wide', port(G0, '10.0.12.2', P2P), port(G1, '10.0.99.1')),
      },
      [`R1 ${G0} - R2 ${G0}`],
    );
  const known = (boxes: Boxes): readonly string[] =>
    boxes
      .shown('R1', 'show ip route isis')
      .split('\n')
      .flatMap((line) => /^i \S+ +(\S+)/.exec(line)?.[1] ?? []);

  it.each([
    ['nothing is filtered', [], ['10.255.255.2/32']],
    ['an access list', [' distribute-list 7 in', 'access-list 7 deny 10.255.255.2', 'access-list 7 permit any'], []],
    [
      'a prefix list',
      [' distribute-list prefix HOSTS in', 'ip prefix-list HOSTS seq 5 permit 0.0.0.0/0 ge 32'],
      ['10.255.255.2/32'],
    ],
    ['a route map', [' distribute-list route-map NONE in', 'route-map NONE deny 10'], []],
    ['a list that is not defined', [' distribute-list prefix MISSING in'], ['10.255.255.2/32']],
  ])('%s', (_, lines, routes) => {
    const boxes = filtered(...lines);
    expect(known(boxes)).toEqual(routes);
    // The database and what IS-IS itself knows are not filtered.
    expect(boxes.shown('R1', 'show isis rib')).toContain('10.255.255.2/32');
  });

  it('"no log-adjacency-changes" is silent, and is kept', () => {
    expect(filtered().adjacencyLog('R1')).toHaveLength(1);
    const silent = filtered(' no log-adjacency-changes');
    expect(silent.adjacencyLog('R1')).toEqual([]);
    expect(silent.shown('R1', 'show running-config | section router isis')).toContain(' no log-adjacency-changes');
  });
});
