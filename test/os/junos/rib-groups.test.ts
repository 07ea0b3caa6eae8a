// rib-groups, instance-import and tables named from outside on Junos: routes that stand in several tables.

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../src/sim/time.ts';
import { Routers } from './routers.ts';

/** R2 and R3 are neighbours of R1: one in the main instance, one in RED. */
const R1 = `set system host-name R1
set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.1/30
set interfaces ge-0/0/1 unit 0 family inet address 10.0.13.1/30
set routing-options router-id 192.168.1.1
set routing-options autonomous-system 65001
set routing-options static route 192.0.2.0/24 next-hop 10.0.12.2
set routing-instances RED instance-type virtual-router
set routing-instances RED interface ge-0/0/1.0
`;
const R2 = `set system host-name R2
set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.2/30
set interfaces lo0 unit 0 family inet address 192.0.2.1/32
set routing-options static route 0.0.0.0/0 next-hop 10.0.12.1
set routing-options router-id 192.0.2.1
set routing-options autonomous-system 65002
set protocols bgp group OUT type external
set protocols bgp group OUT neighbor 10.0.12.1 peer-as 65001
set protocols bgp group OUT export ALL
set policy-options policy-statement ALL from protocol direct
set policy-options policy-statement ALL then accept
`;
const R3 = `set system host-name R3
set interfaces ge-0/0/0 unit 0 family inet address 10.0.13.2/30
set routing-options static route 0.0.0.0/0 next-hop 10.0.13.1
set routing-options router-id 192.0.2.3
set routing-options autonomous-system 65003
set protocols bgp group OUT type external
set protocols bgp group OUT neighbor 10.0.13.1 peer-as 65001
`;

const lab = (more: string): Routers => {
  const room = new Routers({ R1: { set: R1 + more }, R2: { set: R2 }, R3: { set: R3 } }, [
    'R1 ge-0/0/0 - R2 ge-0/0/0',
    'R1 ge-0/0/1 - R3 ge-0/0/0',
  ]);
  room.run(seconds(60));
  return room;
};

/** Without ages and headings. */
const shown = (room: Routers, line: string, name = 'R1'): readonly string[] =>
  room
    .type(name, `${line} | no-more`)
    .split(/\r?\n/)
    .map((one) => one.replace(/ \d\d:\d\d:\d\d/, '').trimEnd())
    .filter((one) => one !== '' && !/^\+ = |Thread: /.test(one));

const commit = (room: Routers, ...lines: readonly string[]): void => {
  for (const line of ['configure', ...lines, 'commit and-quit']) room.type('R1', line);
  room.run(seconds(2));
};

const GROUPS = `set routing-options rib-groups TO-RED import-rib [ inet.0 RED.inet.0 ]
set routing-options rib-groups TO-MAIN import-rib [ RED.inet.0 inet.0 ]
set routing-options interface-routes rib-group inet TO-RED
set routing-options static rib-group TO-RED
set routing-instances RED routing-options interface-routes rib-group inet TO-MAIN
`;

describe('rib-groups of Junos', () => {
  it('keep static and interface routes in a second table, and packets cross both ways', () => {
    const room = lab(GROUPS);
    expect(shown(room, 'show route table RED')).toEqual([
      'RED.inet.0: 5 destinations, 5 routes (5 active, 0 holddown, 0 hidden)',
      '10.0.12.0/30       *[Direct/0]',
      '                    >  via ge-0/0/0.0',
      '10.0.12.1/32       *[Local/0]',
      '                       Local via ge-0/0/0.0',
      '10.0.13.0/30       *[Direct/0]',
      '                    >  via ge-0/0/1.0',
      '10.0.13.1/32       *[Local/0]',
      '                       Local via ge-0/0/1.0',
      '192.0.2.0/24       *[Static/5]',
      '                    >  to 10.0.12.2 via ge-0/0/0.0',
    ]);
    expect(room.type('R3', 'ping 192.0.2.1 count 3 rapid')).toMatch(/3 packets received/);
    const copy = shown(room, 'show route table RED.inet.0 192.0.2.0/24 detail');
    expect(copy).toContain('                State: <Secondary Active Int Ext>');
    expect(copy).toContain('                Primary Routing Table: inet.0');
    expect(shown(room, 'show route table inet.0 192.0.2.0/24 exact detail')).toContain(
      '                Secondary Tables: RED.inet.0',
    );
  });

  it('follow the primary route: what leads nowhere, is changed or deleted', () => {
    const room = lab(GROUPS);
    commit(room, 'set routing-options static route 192.0.2.0/24 preference 77');
    expect(shown(room, 'show route table RED protocol static')[1]).toBe('192.0.2.0/24       *[Static/77]');
    commit(room, 'set interfaces ge-0/0/0 disable');
    expect(shown(room, 'show route table RED protocol static').slice(1)).toEqual([]);
    commit(room, 'delete interfaces ge-0/0/0 disable', 'delete routing-options static rib-group');
    expect(shown(room, 'show route table RED protocol static').slice(1)).toEqual([]);
    expect(shown(room, 'show route table RED protocol direct')).toHaveLength(5);
    commit(room, 'delete routing-options interface-routes');
    expect(shown(room, 'show route table RED protocol direct')).toHaveLength(3);
  });

  it('are filtered by the import policy, which knows the table', () => {
    const room = lab(`${GROUPS}set routing-options rib-groups TO-RED import-policy SOME
set policy-options policy-statement SOME term 1 from protocol static
set policy-options policy-statement SOME term 1 to rib RED.inet.0
set policy-options policy-statement SOME term 1 then tag 9
set policy-options policy-statement SOME term 1 then accept
set policy-options policy-statement SOME term 2 from protocol local
set policy-options policy-statement SOME term 2 then reject
`);
    expect(shown(room, 'show route table RED').filter((line) => line.includes('*['))).toEqual([
      '10.0.12.0/30       *[Direct/0]',
      '10.0.13.0/30       *[Direct/0]',
      '10.0.13.1/32       *[Local/0]',
      '192.0.2.0/24       *[Static/5], tag 9',
    ]);
  });

  it('hold what neighbours of BGP tell; another instance tells it on', () => {
    const room = lab(`${GROUPS}set protocols bgp group OUT type external
set protocols bgp group OUT neighbor 10.0.12.2 peer-as 65002
set protocols bgp group OUT family inet unicast rib-group TO-RED
set routing-instances RED protocols bgp group CE type external
set routing-instances RED protocols bgp group CE neighbor 10.0.13.2 peer-as 65003
`);
    expect(shown(room, 'show route table RED protocol bgp').slice(1)).toEqual(
      [
        '10.0.12.0/30        [BGP/170], localpref 100, from 10.0.12.2',
        '                      AS path: 65002 I, validation-state: unverified',
        '                    >  to 10.0.12.2 via ge-0/0/0.0',
        '192.0.2.1/32       *[BGP/170], localpref 100',
        '                      AS path: 65002 I, validation-state: unverified',
        '                    >  to 10.0.12.2 via ge-0/0/0.0',
      ].map((line) => line.replace(', from 10.0.12.2', '')),
    );
    expect(shown(room, 'show route 192.0.2.1/32 exact', 'R3').slice(1)).toEqual([
      '192.0.2.1/32       *[BGP/170], localpref 100',
      '                      AS path: 65001 65002 I, validation-state: unverified',
      '                    >  to 10.0.13.1 via ge-0/0/0.0',
    ]);
    expect(room.type('R3', 'ping 192.0.2.1 count 3 rapid')).toMatch(/3 packets received/);
  });

  it('prints back as it was typed', () => {
    const room = lab(GROUPS);
    const printed = shown(room, 'show configuration | display set').filter((line) => line.includes('rib-group'));
    expect([...printed].sort()).toEqual(
      [
        'set routing-options interface-routes rib-group inet TO-RED',
        'set routing-options static rib-group TO-RED',
        'set routing-options rib-groups TO-RED import-rib inet.0',
        'set routing-options rib-groups TO-RED import-rib RED.inet.0',
        'set routing-options rib-groups TO-MAIN import-rib RED.inet.0',
        'set routing-options rib-groups TO-MAIN import-rib inet.0',
        'set routing-instances RED routing-options interface-routes rib-group inet TO-MAIN',
      ].sort(),
    );
  });
});

describe('instance-import of Junos', () => {
  it('takes the active routes of other instances that the policy accepts', () => {
    const room = lab(`set routing-instances RED routing-options instance-import FROM-MAIN
set policy-options policy-statement FROM-MAIN term 1 from instance master
set policy-options policy-statement FROM-MAIN term 1 from protocol static
set policy-options policy-statement FROM-MAIN term 1 then preference 99
set policy-options policy-statement FROM-MAIN term 1 then accept
set routing-options instance-import FROM-RED
set policy-options policy-statement FROM-RED term 1 from instance RED
set policy-options policy-statement FROM-RED term 1 then accept
`);
    expect(shown(room, 'show route table RED protocol static').slice(1)).toEqual([
      '192.0.2.0/24       *[Static/99]',
      '                    >  to 10.0.12.2 via ge-0/0/0.0',
    ]);
    expect(shown(room, 'show route table inet.0 10.0.13.0/24').filter((line) => line.includes('*['))).toEqual([
      '10.0.13.0/30       *[Direct/0]',
      '10.0.13.1/32       *[Local/0]',
    ]);
    expect(room.type('R3', 'ping 192.0.2.1 count 3 rapid')).toMatch(/3 packets received/);
  });
});

describe('a table that is named from outside', () => {
  it('has the static routes that the main instance tells of it', () => {
    const room = lab('set routing-options rib RED.inet.0 static route 198.51.100.0/24 next-hop 10.0.13.2\n');
    expect(shown(room, 'show route table RED protocol static').slice(1)).toEqual([
      '198.51.100.0/24    *[Static/5]',
      '                    >  to 10.0.13.2 via ge-0/0/1.0',
    ]);
  });
});
