// routing-options aggregate and generate on Junos: who contributes, what the table says, what a BGP neighbour hears.

import { describe, expect, it } from 'vitest';
import { type Ip4, parseIp4 } from '../../../src/base/ip.ts';
import { MAIN } from '../../../src/route/names.ts';
import { seconds } from '../../../src/sim/time.ts';
import { Routers } from './routers.ts';

const R1 = `set system host-name R1
set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.1/30
set interfaces ge-0/0/1 unit 0 family inet address 10.0.13.1/30
set interfaces lo0 unit 0 family inet address 192.168.1.1/32
set routing-options router-id 192.168.1.1
set routing-options autonomous-system 65001
set routing-options static route 192.168.1.3/32 next-hop 10.0.12.2
set protocols bgp group OUT type external
set protocols bgp group OUT neighbor 10.0.12.2 peer-as 65002
set protocols bgp group OUT export TELL
set policy-options policy-statement TELL from protocol aggregate
set policy-options policy-statement TELL then accept
`;
const R2 = `set system host-name R2
set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.2/30
set routing-options router-id 192.168.2.2
set routing-options autonomous-system 65002
set routing-options static route 203.0.113.0/25 discard
set routing-options static route 203.0.113.128/25 discard
set routing-options static route 203.0.113.128/25 as-path path "64999 64998"
set policy-options policy-statement TELL from protocol static
set policy-options policy-statement TELL then accept
set protocols bgp group OUT type external
set protocols bgp group OUT neighbor 10.0.12.1 peer-as 65001
set protocols bgp group OUT export TELL
`;

const lab = (more: string): Routers => {
  const made = new Routers({ R1: { set: R1 + more }, R2: { set: R2 } }, ['R1 ge-0/0/0 - R2 ge-0/0/0']);
  made.run(seconds(40));
  return made;
};

/** What a command prints, without ages, hop addresses and blanks at the ends. */
const shown = (room: Routers, name: string, line: string): readonly string[] =>
  room
    .type(name, `${line} | no-more`)
    .split(/\r?\n/)
    .map((one) => one.replace(/ \d\d:\d\d:\d\d/, '').trimEnd())
    .filter((one) => one !== '' && !/^\+ = |Thread: /.test(one));

describe('an aggregate of Junos', () => {
  it('stands while more specific routes do, refuses packets, and names its contributors', () => {
    const room = lab(
      'set routing-options aggregate route 192.168.1.0/24\nset routing-options aggregate route 198.51.100.0/24\n',
    );
    expect(shown(room, 'R1', 'show route 192.168.1.0/24 exact').slice(1)).toEqual([
      '192.168.1.0/24     *[Aggregate/130]',
      '                       Reject',
    ]);
    // Capture `show route 192.168.1.0 detail` of a vMX (public notes on JNCIP-SP).
    expect(
      shown(room, 'R1', 'show route 192.168.1.0/24 exact detail')
        .slice(1)
        .filter((line) => !/Address:|Next-hop|Age:|Local AS|Announcement|Session/.test(line)),
    ).toEqual([
      '192.168.1.0/24 (1 entry, 1 announced)',
      '        *Aggregate Preference: 130',
      '                Next hop type: Reject, Next hop index: 0',
      '                State: <Active Int Ext>',
      '                Validation State: unverified',
      '                Task: Aggregate',
      '                AS path: I  (LocalAgg)',
      '                Flags:                  Depth: 0\tActive',
      '                AS path list:',
      '                AS path: I Refcount: 2',
      '                Contributing Routes (2):',
      '                        192.168.1.1/32 proto Direct',
      '                        192.168.1.3/32 proto Static',
    ]);
    expect(shown(room, 'R1', 'show route hidden').slice(1)).toEqual([
      '198.51.100.0/24     [Aggregate/130]',
      '                       Reject',
    ]);
    room.type('R1', 'configure');
    room.type('R1', 'deactivate routing-options static');
    room.type('R1', 'deactivate interfaces lo0');
    room.type('R1', 'commit and-quit');
    expect(shown(room, 'R1', 'show route 192.168.1.0/24 exact')).toEqual([]);
    expect(shown(room, 'R1', 'show route 192.168.1.0/24 exact hidden detail').at(-1)).toBe(
      '                Flags:                  Depth: 0\tInactive',
    );
  });

  it('says of AS paths what all share, or all of them; BGP tells who aggregated', () => {
    const room = lab(`set routing-options aggregate route 203.0.113.0/24 community 65001:7
set routing-options aggregate route 203.0.113.0/24 discard
set routing-options aggregate route 203.0.113.0/24 metric 44
set routing-options aggregate route 203.0.0.0/16 brief
set protocols bgp group OUT advertise-peer-as
`);
    expect(shown(room, 'R1', 'show route protocol aggregate').slice(1)).toEqual([
      '203.0.0.0/16       *[Aggregate/130]',
      '                      AS path: 65002 I',
      '                       Reject',
      '203.0.113.0/24     *[Aggregate/130], metric 44',
      '                      AS path: 65002 {64998,64999} I',
      '                       Discard',
    ]);
    room.type('R1', 'configure');
    room.type('R1', 'set routing-options aggregate route 203.0.113.0/24 brief');
    room.type('R1', 'commit and-quit');
    const lines = shown(room, 'R1', 'show route 203.0.113.0/24 exact extensive');
    expect(lines).toContain('                AS path: 65002 I  (LocalAgg)');
    expect(lines).toContain('                Communities: 65001:7');
    expect(lines).toContain('                AS path: 65002 I Refcount: 1');
    expect(lines).toContain('                AS path: 65002 64999 64998 I Refcount: 1');
    // RFC 4271 §5.1.6: ASs were left out of the path.
    room.run(seconds(10));
    const received =
      room
        .box('R2')
        .router()
        .ask('bgp.received', { vrf: MAIN, peer: parseIp4('10.0.12.1') as Ip4 }) ?? [];
    const atomic = received.filter(({ attributes }) => attributes.atomicAggregate).map(({ nlri }) => nlri.prefix.text);
    expect(atomic).toEqual(['203.0.0.0/16', '203.0.113.0/24']);
    // It comes back to its own neighbour's AS: seen where that one takes a loop.
    room.type('R1', 'configure');
    room.type('R1', 'set routing-options aggregate defaults as-path path "64512 64513"');
    room.type('R1', 'commit and-quit');
    room.run(seconds(40));
    const heard = shown(room, 'R2', 'show route 203.0.113.0/24 exact detail').join('\n');
    expect(heard).toMatch(/AS path: 65001 64512 64513 I\s+Aggregator: 65001 192\.168\.1\.1/);
    expect(heard).toMatch(/Communities: 65001:7/);
    expect(heard).toMatch(/Metric: 44/);
  });

  it('takes the contributors that its policy accepts; others go on to a wider one, as it does itself', () => {
    const room = lab(`set routing-options aggregate route 192.168.1.0/24 policy STATIC
set routing-options aggregate route 192.168.0.0/16 
set policy-options policy-statement STATIC term 1 from protocol static
set policy-options policy-statement STATIC term 1 then preference 99
set policy-options policy-statement STATIC term 1 then accept
set policy-options policy-statement STATIC term 2 then reject
`);
    expect(shown(room, 'R1', 'show route protocol aggregate').slice(1)).toEqual([
      '192.168.0.0/16     *[Aggregate/130]',
      '                       Reject',
      '192.168.1.0/24     *[Aggregate/99]',
      '                       Reject',
    ]);
    expect(shown(room, 'R1', 'show route 192.168.0.0/16 exact detail').slice(-3)).toEqual([
      '                Contributing Routes (2):',
      '                        192.168.1.0/24 proto Aggregate',
      '                        192.168.1.1/32 proto Direct',
    ]);
  });

  it('hides its contributors from others where a policy says so', () => {
    const room = lab(`set routing-options aggregate route 192.168.1.0/24 policy STATIC
set policy-options policy-statement STATIC term 1 from protocol static
set policy-options policy-statement STATIC term 1 then accept
set policy-options policy-statement STATIC term 2 then reject
delete policy-options policy-statement TELL
set policy-options policy-statement TELL term 1 from aggregate-contributor
set policy-options policy-statement TELL term 1 then reject
set policy-options policy-statement TELL term 2 from route-filter 192.168.0.0/16 orlonger
set policy-options policy-statement TELL term 2 then accept
`);
    // The loopback's address lies in the block, but its policy does not take it.
    expect(
      shown(room, 'R2', 'show route protocol bgp')
        .filter((line) => line.includes('*['))
        .map((line) => line.split(' ')[0]),
    ).toEqual(['192.168.1.0/24', '192.168.1.1/32']);
  });

  it('stays when it is passive, in instances too', () => {
    const room = lab(`set routing-instances RED instance-type virtual-router
set routing-instances RED interface ge-0/0/1.0
set routing-instances RED routing-options aggregate route 10.9.0.0/16 passive
set routing-instances RED routing-options rib RED.inet.0 aggregate route 10.0.0.0/8 tag 7
`);
    // Nothing is plugged into ge-0/0/1.
    expect(shown(room, 'R1', 'show route table RED').slice(1)).toEqual([
      '10.0.0.0/8         *[Aggregate/130], tag 7',
      '                       Reject',
      '10.0.13.1/32       *[Local/0]',
      '                       Reject',
      '10.9.0.0/16        *[Aggregate/130]',
      '                       Reject',
    ]);
  });

  it('prints back as it was typed', () => {
    const lines = `set routing-options aggregate defaults full
set routing-options aggregate route 10.0.0.0/8 policy STATIC
set routing-options aggregate route 10.0.0.0/8 discard
set routing-options aggregate route 10.0.0.0/8 as-path path "1 2"
set routing-options aggregate route 10.0.0.0/8 as-path origin incomplete
set routing-options aggregate route 10.0.0.0/8 as-path atomic-aggregate
set routing-options aggregate route 10.0.0.0/8 as-path aggregator 65001 1.1.1.1
set routing-options generate route 0.0.0.0/0 policy STATIC
`;
    const room = lab(`${lines}set policy-options policy-statement STATIC then accept\n`);
    const printed = shown(room, 'R1', 'show configuration routing-options | display set');
    expect(printed.filter((line) => /aggregate|generate/.test(line))).toEqual(lines.trim().split('\n'));
  });
});

describe('a generated route of Junos', () => {
  const GENERATE = `set routing-options generate route 0.0.0.0/0 policy UP
set policy-options policy-statement UP term 1 from protocol bgp
set policy-options policy-statement UP term 1 then accept
set policy-options policy-statement UP term 2 then reject
`;

  it('leads where its first contributor leads, and is gone with it', () => {
    const room = lab(GENERATE);
    expect(shown(room, 'R1', 'show route 0.0.0.0/0 exact').slice(1)).toEqual([
      '0.0.0.0/0          *[Aggregate/130]',
      '                      AS path: 65002 {64998,64999} I',
      '                    >  to 10.0.12.2 via ge-0/0/0.0',
    ]);
    const detail = shown(room, 'R1', 'show route 0.0.0.0/0 exact detail');
    expect(detail).toContain('                Flags: Generate         Depth: 0\tActive');
    expect(detail.slice(-3)).toEqual([
      '                Contributing Routes (2):',
      '                        203.0.113.0/25 proto BGP',
      '                        203.0.113.128/25 proto BGP',
    ]);
    room.type('R2', 'configure');
    room.type('R2', 'deactivate protocols bgp');
    room.type('R2', 'commit and-quit');
    room.run(seconds(5));
    expect(shown(room, 'R1', 'show route 0.0.0.0/0 exact')).toEqual([]);
  });

  it('is not made of routes without a gateway', () => {
    const room = lab('set routing-options generate route 192.168.1.0/24\n');
    expect(shown(room, 'R1', 'show route 192.168.1.0/24 exact detail').slice(-2)).toEqual([
      '                Contributing Routes (1):',
      '                        192.168.1.3/32 proto Static',
    ]);
  });
});

describe('attributes of static routes of Junos', () => {
  it('go along when BGP tells them, unless nobody may tell the route', () => {
    const room = lab(`set policy-options policy-statement TELL from protocol static
set routing-options static defaults community 65001:1
set routing-options static route 198.51.100.0/24 discard
set routing-options static route 198.51.100.0/24 as-path path "64512 64513"
set routing-options static route 198.51.100.0/24 as-path origin incomplete
set routing-options static route 198.51.101.0/24 discard
set routing-options static route 198.51.101.0/24 community [ 65001:2 large:65001:1:2 ]
set routing-options static route 198.51.102.0/24 discard
set routing-options static route 198.51.102.0/24 no-readvertise
`);
    const heard = (to: string): string => shown(room, 'R2', `show route ${to} exact detail`).join('\n');
    expect(heard('198.51.100.0/24')).toMatch(/AS path: 65001 64512 64513 \?/);
    expect(heard('198.51.100.0/24')).toMatch(/Communities: 65001:1$/m);
    expect(heard('198.51.101.0/24')).toMatch(/Communities: 65001:2 large:65001:1:2$/m);
    expect(heard('198.51.102.0/24')).toBe('');
    expect(shown(room, 'R1', 'show route 198.51.102.0/24').slice(1)).toEqual([
      '198.51.102.0/24    *[Static/5]',
      '                       Discard',
    ]);
    expect(shown(room, 'R1', 'show route 198.51.100.0/24 exact detail')).toContain(
      '                AS path: 64512 64513 ?',
    );
  });

  it('passive ones stay and refuse packets when their next hop is gone', () => {
    const room = lab(`set routing-options static route 198.51.100.0/24 next-hop 10.0.13.2
set routing-options static route 198.51.100.0/24 passive
set routing-options static route 198.51.101.0/24 next-hop 10.0.13.2
`);
    expect(shown(room, 'R1', 'show route 198.51.100.0/23').slice(1)).toEqual([
      '198.51.100.0/24    *[Static/5]',
      '                       Reject',
    ]);
  });
});
