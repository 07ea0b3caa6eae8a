// show route in its lengths, against tables that routers printed.

import { describe, expect, it } from 'vitest';
import type { Ip4 } from '../../../../src/base/ip.ts';
import { parseIp4 } from '../../../../src/base/ip.ts';
import { present } from '../../../../src/base/must.ts';
import { type RouteFacts, shown, tablesOf } from './facts.ts';

const ip = (text: string): Ip4 => present(parseIp4(text), text);
const route = (
  to: string,
  kind: RouteFacts['kind'],
  preference: number,
  age: string,
  ways: readonly string[],
  more: Partial<RouteFacts> = {},
): RouteFacts => ({ to, kind, preference, age, ways, ...more });

const show = (tables: Readonly<Record<string, readonly RouteFacts[]>>, line: string, set = '', model = 'vmx'): string =>
  shown({ ask: tablesOf(tables), set, model }, line);

describe('show route', () => {
  it('prints an own address that is not reachable', () => {
    // Capture: Junos show route table, genieparser golden output 10.
    expect(
      show({ TESTVPN: [route('192.168.51.1/32', 'local', 0, '00:02:35', ['reject'])] }, 'show route table TESTVPN'),
    ).toBe(`
TESTVPN.inet.0: 1 destinations, 1 routes (1 active, 0 holddown, 0 hidden)
+ = Active Route, - = Last Active, * = Both

192.168.51.1/32    *[Local/0] 00:02:35
                       Reject`);
  });

  it('prints a prefix that is too long on a line of its own', () => {
    // Capture: Junos show route protocol static, genieparser golden output 2 (vMX 19.2; the counts are those of its table).
    expect(
      show(
        {
          default: [
            route('2001:db8:eb18:ca45::1/128', 'static', 5, '3w5d 18:30:36', ['2001:db8:eb18:6337::1 ge-0/0/1.0']),
          ],
        },
        'show route protocol static 2001:db8:eb18:ca45::1',
      ),
    ).toBe(`
inet6.0: 1 destinations, 1 routes (1 active, 0 holddown, 0 hidden)
+ = Active Route, - = Last Active, * = Both

2001:db8:eb18:ca45::1/128
                   *[Static/5] 3w5d 18:30:36
                    >  to 2001:db8:eb18:6337::1 via ge-0/0/1.0`);
  });

  it('hangs further routes and next hops below', () => {
    // Capture: `show route` of a vMX with two paths to a peer (public lab notes): BGP, its validation state, the way not taken.
    const peer = (age: string, ways: readonly string[], state: 'active' | 'inactive'): RouteFacts =>
      route('192.168.100.1/32', 'bgp.external', 90, age, ways, {
        state,
        more: {
          bgp: {
            origin: 'igp',
            asPath: [{ kind: 'sequence', asns: [65000] }],
            nexthop: ip('10.10.3.2'),
            localPref: 100,
          },
        },
      });
    const table = [
      peer('00:26:01', ['10.10.3.2 ge-0/0/8.0', '10.10.1.2 ge-0/0/9.0'], 'active'),
      peer('00:26:01', ['10.10.1.2 ge-0/0/9.0'], 'inactive'),
      route('192.168.100.1/32', 'ospf.ext2', 150, '00:25:59', ['10.1.1.3 ge-0/0/0.0'], {
        state: 'inactive',
        more: { tag: 0 },
      }),
    ];
    expect(show({ default: table }, 'show route 192.168.100.1').split('\n').slice(4)).toEqual([
      '192.168.100.1/32   *[BGP/90] 00:26:01, localpref 100',
      '                      AS path: 65000 I, validation-state: unverified',
      '                    >  to 10.10.3.2 via ge-0/0/8.0',
      '                       to 10.10.1.2 via ge-0/0/9.0',
      '                    [BGP/90] 00:26:01, localpref 100',
      '                      AS path: 65000 I, validation-state: unverified',
      '                    >  to 10.10.1.2 via ge-0/0/9.0',
      '                    [OSPF/150] 00:25:59, metric 0, tag 0',
      '                    >  to 10.1.1.3 via ge-0/0/0.0',
    ]);
  });

  it('tells labels, the top one last', () => {
    // Captures: `show route table inet.3` (`Push 17001`), `show route forwarding-table` (`Push 17, Push 76(top)`).
    const table = [
      route('1.1.1.1/32', 'ldp', 9, '3d 08:14:27', ['10.3.5.3 ae0.101 17001'], { metric: 30 }),
      route('10.3.8.0/30', 'static', 5, '00:00:12', ['10.200.0.6 ge-0/0/3.0 76/17']),
    ];
    expect(show({ default: table }, 'show route').split('\n').slice(4)).toEqual([
      '1.1.1.1/32         *[LDP/9] 3d 08:14:27, metric 30',
      '                    >  to 10.3.5.3 via ae0.101, Push 17001',
      '10.3.8.0/30        *[Static/5] 00:00:12',
      '                    >  to 10.200.0.6 via ge-0/0/3.0, Push 17, Push 76(top)',
    ]);
  });

  const LAB = {
    BLUE: [route('10.1.0.0/24', 'connected', 0, '00:00:10', ['- ge-0/0/1.0'])],
    default: [
      route('0.0.0.0/0', 'static', 5, '00:00:10', ['10.0.0.1 ge-0/0/0.0']),
      route('10.0.0.0/8', 'static', 5, '00:00:10', ['discard']),
      route('10.0.0.0/24', 'connected', 0, '00:00:10', ['- ge-0/0/0.0']),
      route('10.0.0.2/32', 'local', 0, '00:00:10', ['own ge-0/0/0.0']),
      route('10.9.0.0/16', 'static', 5, '00:00:10', [], { state: 'unusable' }),
      route('192.0.2.0/24', 'static', 5, '00:00:10', ['table BLUE']),
      route('192.0.2.0/24', 'static', 7, '00:00:10', ['reject'], { state: 'inactive' }),
    ],
    mgmt_junos: [route('172.16.0.0/24', 'connected', 0, '00:00:10', ['- fxp0.0'])],
  };
  const prefixes = (line: string): readonly string[] =>
    show(LAB, line)
      .split('\n')
      .filter((one) => /^\S+\/\d+ /.test(one))
      .map((one) => one.split(' ')[0] ?? '');
  const tables = (line: string): readonly string[] =>
    [...show(LAB, line).matchAll(/^(\S+): \d+ destinations/gm)].map(([, name]) => name ?? '');

  it('names the tables in the order of the box', () => {
    // Capture: lab-validation junos_static_route_defaults (25.4R1): inet.0, mgmt_junos.inet.0, BLUE.inet.0 …
    expect(tables('show route')).toEqual(['inet.0', 'mgmt_junos.inet.0', 'BLUE.inet.0']);
    expect(tables('show route protocol bgp')).toEqual(['inet.0', 'mgmt_junos.inet.0', 'BLUE.inet.0']);
    expect(tables('show route table inet.0')).toEqual(['inet.0']);
    expect(tables('show route table BLUE')).toEqual(['BLUE.inet.0']);
    expect(tables('show route 192.0.2.1 exact')).toEqual([]);
  });

  it('counts what it does not show', () => {
    expect(show(LAB, 'show route table inet.0').split('\n')[1]).toBe(
      'inet.0: 6 destinations, 7 routes (5 active, 0 holddown, 1 hidden)',
    );
  });

  it('finds a destination', () => {
    expect(prefixes('show route 10.0.0.9 table inet.0')).toEqual(['10.0.0.0/24']);
    expect(prefixes('show route 10/8 table inet.0')).toEqual(['10.0.0.0/8', '10.0.0.0/24', '10.0.0.2/32']);
    expect(prefixes('show route 10.0.0.128/25 table inet.0')).toEqual(['10.0.0.0/24']);
    expect(prefixes('show route 10/8 exact table inet.0')).toEqual(['10.0.0.0/8']);
    expect(prefixes('show route 10.0.0.0/16 best table inet.0')).toEqual(['10.0.0.0/8']);
    expect(prefixes('show route 10.0.0.0/16 range table inet.0')).toEqual(['10.0.0.0/24', '10.0.0.2/32']);
  });

  it('shows routes by their standing', () => {
    expect(prefixes('show route hidden')).toEqual(['10.9.0.0/16']);
    expect(prefixes('show route inactive-path')).toEqual(['192.0.2.0/24']);
    expect(prefixes('show route all table inet.0')).toContain('10.9.0.0/16');
    expect(show(LAB, 'show route hidden')).toContain(
      '10.9.0.0/16         [Static/5] 00:00:10\n                       Unusable',
    );
    expect(show(LAB, 'show route 192.0.2.1 active-path')).not.toContain('Reject');
    expect(show(LAB, 'show route 192.0.2.1')).toContain(
      'to table BLUE.inet.0\n                    [Static/7] 00:00:10',
    );
    expect(prefixes('show route next-hop 10.0.0.1')).toEqual(['0.0.0.0/0']);
    expect(prefixes('show route protocol local')).toEqual(['10.0.0.2/32']);
  });
});

describe('show route terse', () => {
  it('keeps its columns', () => {
    // Captures: `show route terse` of vMX and vQFX (public lab notes); rows of several tables put together.
    const table = [
      route('0.0.0.0/0', 'static', 5, '00:00:10', ['10.0.0.1 ge-0/0/0.0']),
      route('10.1.10.1/32', 'local', 0, '00:00:10', ['own ge-0/0/1.0']),
      route('10.3.0.0/16', 'static', 6, '00:00:10', ['10.0.12.1 ge-0/0/2.0', '10.0.41.0 ge-0/0/4.0']),
      route('10.3.0.0/16', 'static', 7, '00:00:10', ['10.0.41.0 ge-0/0/4.0'], { state: 'inactive' }),
      route('192.168.10.1/32', 'bgp.external', 170, '00:00:10', ['10.1.0.0 ge-0/0/3.0'], {
        more: {
          bgp: {
            origin: 'igp',
            asPath: [{ kind: 'sequence', asns: [65001] }],
            nexthop: ip('10.1.0.0'),
            localPref: 100,
          },
        },
      }),
    ];
    expect(show({ default: table }, 'show route terse').split('\n').slice(4)).toEqual([
      'A V Destination        P Prf   Metric 1   Metric 2  Next hop        AS path',
      '* ? 0.0.0.0/0          S   5                       >10.0.0.1',
      '* ? 10.1.10.1/32       L   0                        Local',
      '* ? 10.3.0.0/16        S   6                       >10.0.12.1',
      '                                                    10.0.41.0',
      '  ?                    S   7                       >10.0.41.0',
      '* ? 192.168.10.1/32    B 170        100                             65001 I',
      '  unverified                                       >10.1.0.0',
    ]);
  });
});

describe('show route detail', () => {
  /** Numbers that mean nothing. */
  const plain = (text: string): readonly string[] =>
    text.split('\n').map((line) =>
      line
        .replace(/index: [1-9]\d*/, 'index: N')
        .replace(/Address: 0x\w+/, 'Address: 0xN')
        .replace(/Session Id: \w+/, 'Session Id: N')
        .replace(/session id: \d+/, 'session id: N'),
    );

  it('prints a BGP route', () => {
    // Capture: Junos show route protocol bgp extensive 10.16.2.2, genieparser golden output (trailing blanks put back, the
    // router ID of the peer is not known to the table; `Thread` is of later releases).
    const table = [
      route('10.16.2.2/32', 'bgp.external', 170, '7:14:16', ['10.145.0.3 ge-0/0/0.0'], {
        more: {
          slot: '10.145.0.3',
          bgp: {
            origin: 'igp',
            asPath: [{ kind: 'sequence', asns: [30000] }],
            nexthop: ip('10.145.0.3'),
            localPref: 100,
          },
        },
      }),
    ];
    const set = 'set routing-options autonomous-system 1';
    expect(plain(show({ default: table }, 'show route protocol bgp extensive 10.16.2.2', set))).toEqual([
      '',
      'inet.0: 1 destinations, 1 routes (1 active, 0 holddown, 0 hidden)',
      '10.16.2.2/32 (1 entry, 1 announced)',
      'TSI:',
      'KRT in-kernel 10.16.2.2/32 -> {10.145.0.3}',
      '        *BGP    Preference: 170/-101',
      '                Next hop type: Router, Next hop index: N',
      '                Address: 0xN',
      '                Next-hop reference count: 2',
      '                Source: 10.145.0.3',
      '                Next hop: 10.145.0.3 via ge-0/0/0.0, selected',
      '                Session Id: N',
      '                State: <Active Ext>',
      '                Local AS:     1 Peer AS: 30000',
      '                Age: 7:14:16 ',
      '                Validation State: unverified ',
      '                Task: BGP_30000.10.145.0.3',
      '                Announcement bits (1): 0-KRT ',
      '                AS path: 30000 I ',
      '                Accepted',
      '                Localpref: 100',
      '                Thread: junos-main ',
    ]);
  });

  it('prints static routes with several next hops, and why one is not used', () => {
    // Captures: `show route 100.10.123.1/32 extensive` of an MX (25.x: session ids in decimal, `Kernel Table Id`), `show route
    // … detail` of inactive routes (public lab notes).
    const table = [
      route('100.10.123.1/32', 'static', 5, '2:56:14', ['10.10.1.11 irb.10', '10.10.1.22 irb.10']),
      route('100.10.123.1/32', 'static', 7, '2:56:14', ['reject'], { state: 'inactive', more: { tag: 9 } }),
    ];
    const set = 'set routing-options autonomous-system 7018';
    expect(plain(show({ default: table }, 'show route 100.10.123.1 extensive', set, 'vJunos-router')).slice(2)).toEqual(
      [
        '100.10.123.1/32 (2 entries, 1 announced)',
        'TSI:',
        'KRT in-kernel 100.10.123.1/32 -> {list:10.10.1.11, 10.10.1.22}',
        '        *Static Preference: 5',
        '                Next hop type: Router, Next hop index: N',
        '                Address: 0xN',
        '                Next-hop reference count: 2, Next-hop session id: N',
        '                Kernel Table Id: 0',
        '                Next hop: 10.10.1.11 via irb.10, selected',
        '                Session Id: N',
        '                Next hop: 10.10.1.22 via irb.10',
        '                Session Id: N',
        '                State: <Active Int Ext>',
        '                Local AS:  7018 ',
        '                Age: 2:56:14 ',
        '                Validation State: unverified ',
        '                Task: RT',
        '                Announcement bits (1): 0-KRT ',
        '                AS path: I ',
        '                Thread: junos-main ',
        '         Static Preference: 7',
        '                Next hop type: Reject, Next hop index: 0',
        '                Address: 0xN',
        '                Next-hop reference count: 1, Next-hop session id: N',
        '                Kernel Table Id: 0',
        '                State: <Int Ext>',
        '                Inactive reason: Route Preference',
        '                Local AS:  7018 ',
        '                Age: 2:56:14 ',
        '                Validation State: unverified ',
        '                        Tag: 9 ',
        '                Task: RT',
        '                AS path: I ',
        '                Thread: junos-main ',
      ],
    );
  });

  it('tells in which tables a leaked route stands', () => {
    // Capture: `show route table inet.3 protocol static extensive` of a vSRX with a rib-group (`Secondary Tables: inet6.3`);
    // `State: <Secondary Active …>` and `Primary Routing Table: …` of 21.x and later (public lab notes).
    const tables = {
      BLUE: [route('10.1.0.0/24', 'connected', 0, '1:57', ['- ge-0/0/1.0'])],
      default: [
        route('10.1.0.0/24', 'connected', 0, '1:57', ['- ge-0/0/1.0'], { more: { leakedFrom: 'BLUE' as never } }),
      ],
    };
    const text = show(tables, 'show route 10.1.0.0/24 detail');
    expect(text).toContain('State: <Secondary Active Int>');
    expect(text).toContain('Primary Routing Table: BLUE.inet.0\n');
    expect(text).toContain('Secondary Tables: inet.0 \n');
    // A blank line before every entry but the first of all.
    expect(text.split('\n').slice(0, 3)).toEqual([
      '',
      'inet.0: 1 destinations, 1 routes (1 active, 0 holddown, 0 hidden)',
      '10.1.0.0/24 (1 entry, 0 announced)',
    ]);
    expect(text).toContain('BLUE.inet.0: 1 destinations, 1 routes (1 active, 0 holddown, 0 hidden)\n\n10.1.0.0/24 (1');
  });

  it('gives one next hop one number', () => {
    const table = [
      route('10.1.0.0/24', 'static', 5, '5', ['10.0.0.1 ge-0/0/0.0']),
      route('10.2.0.0/24', 'static', 5, '5', ['10.0.0.1 ge-0/0/0.0']),
      route('10.3.0.0/24', 'static', 5, '5', ['10.0.0.2 ge-0/0/0.0']),
    ];
    const indices = (rows: readonly RouteFacts[]): readonly (string | undefined)[] =>
      [...show({ default: rows }, 'show route detail').matchAll(/index: (\d+)/g)].map(([, index]) => index);
    const [first, second, third] = indices(table);
    expect(first).toBe(second);
    expect(third).not.toBe(first);
    // It keeps it when others come and go.
    expect(indices(table.slice(2))).toEqual([third]);
  });
});
