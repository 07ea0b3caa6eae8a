// Logical tunnels of Junos: lt- units joined in pairs, between logical systems and between instances of one router.

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../src/sim/time.ts';
import { Routers } from './routers.ts';

const BETWEEN_SYSTEMS = `set system host-name R1
set chassis fpc 0 pic 0 tunnel-services bandwidth 1g
set logical-systems A interfaces lt-0/0/10 unit 1 encapsulation ethernet
set logical-systems A interfaces lt-0/0/10 unit 1 peer-unit 2
set logical-systems A interfaces lt-0/0/10 unit 1 family inet address 10.0.0.1/30
set logical-systems A interfaces lt-0/0/10 unit 1 family iso
set logical-systems A interfaces lo0 unit 1 family inet address 192.0.2.1/32
set logical-systems A interfaces lo0 unit 1 family iso address 49.0001.0000.0000.0001.00
set logical-systems A protocols isis interface lt-0/0/10.1
set logical-systems A protocols isis interface lo0.1
set logical-systems B interfaces lt-0/0/10 unit 2 encapsulation ethernet
set logical-systems B interfaces lt-0/0/10 unit 2 peer-unit 1
set logical-systems B interfaces lt-0/0/10 unit 2 family inet address 10.0.0.2/30
set logical-systems B interfaces lt-0/0/10 unit 2 family iso
set logical-systems B interfaces lo0 unit 2 family inet address 192.0.2.2/32
set logical-systems B interfaces lo0 unit 2 family iso address 49.0001.0000.0000.0002.00
set logical-systems B protocols isis interface lt-0/0/10.2
set logical-systems B protocols isis interface lo0.2
`;

const shown = (room: Routers, line: string): readonly string[] =>
  room
    .type('R1', `${line} | no-more`)
    .split('\n')
    .map((one) => one.trimEnd())
    .filter((one) => one !== '');

/** The same, by someone who stands in a logical system. */
const inside = (room: Routers, system: string, line: string): readonly string[] => {
  room.type('R1', `set cli logical-system ${system}`);
  const lines = shown(room, line);
  room.type('R1', 'clear cli logical-system');
  return lines;
};

const commit = (room: Routers, ...lines: readonly string[]): void => {
  for (const line of ['configure', ...lines, 'commit and-quit']) room.type('R1', line);
  room.run(seconds(3));
};

describe('a logical tunnel between logical systems', () => {
  it('is a link: packets cross it, IS-IS finds its neighbour there', () => {
    const room = new Routers({ R1: { set: BETWEEN_SYSTEMS } }).run(seconds(60));
    expect(room.type('R1', 'ping logical-system A 10.0.0.2 count 3 rapid')).toMatch(/3 packets received/);
    expect(room.type('R1', 'ping logical-system A 192.0.2.2 source 192.0.2.1 count 3 rapid')).toMatch(
      /3 packets received/,
    );
    expect(inside(room, 'B', 'show isis adjacency')[1]).toMatch(/^lt-0\/0\/10\.2 +\S+ +\d+ +Up/);
    const terse = inside(room, 'A', 'show interfaces terse lt-0/0/10');
    expect(terse.slice(1, 3)).toEqual(['lt-0/0/10', 'lt-0/0/10.1             up    up   inet     10.0.0.1/30']);
    expect(inside(room, 'A', 'show arp').join('\n')).toMatch(/10\.0\.0\.2 .* lt-0\/0\/10\.1/);
  });

  it('goes down with its peer, and comes up again', () => {
    const room = new Routers({ R1: { set: BETWEEN_SYSTEMS } }).run(seconds(30));
    const state = (): string | undefined => inside(room, 'A', 'show interfaces terse lt-0/0/10.1')[1];
    expect(state()).toMatch(/up +up/);
    commit(room, 'deactivate logical-systems B interfaces lt-0/0/10');
    expect(state()).toMatch(/up +down/);
    commit(room, 'activate logical-systems B interfaces lt-0/0/10');
    expect(state()).toMatch(/up +up/);
    // Each unit has one peer, which has to name it.
    commit(room, 'set logical-systems B interfaces lt-0/0/10 unit 2 peer-unit 3');
    expect(state()).toMatch(/up +down/);
    commit(
      room,
      'set logical-systems B interfaces lt-0/0/10 unit 2 peer-unit 1',
      'set logical-systems B interfaces lt-0/0/10 unit 2 encapsulation frame-relay',
    );
    expect(state()).toMatch(/up +down/);
    commit(room, 'set logical-systems A interfaces lt-0/0/10 unit 1 encapsulation frame-relay');
    expect(state()).toMatch(/up +up/);
    expect(room.type('R1', 'ping logical-system A 10.0.0.2 count 3 rapid')).toMatch(/3 packets received/);
    commit(room, 'deactivate chassis');
    expect(inside(room, 'A', 'show interfaces terse').join('\n')).not.toMatch(/lt-/);
  });
});

describe('a logical tunnel between instances', () => {
  it('carries tagged frames, too; several pairs of one interface do not meet', () => {
    const room = new Routers({
      R1: {
        set: `set system host-name R1
set chassis fpc 0 pic 0 tunnel-services bandwidth 1g
set interfaces lt-0/0/10 unit 0 encapsulation vlan
set interfaces lt-0/0/10 unit 0 vlan-id 100
set interfaces lt-0/0/10 unit 0 peer-unit 1
set interfaces lt-0/0/10 unit 0 family inet address 10.0.0.1/30
set interfaces lt-0/0/10 unit 1 encapsulation vlan
set interfaces lt-0/0/10 unit 1 vlan-id 100
set interfaces lt-0/0/10 unit 1 peer-unit 0
set interfaces lt-0/0/10 unit 1 family inet address 10.0.0.2/30
set interfaces lt-0/0/10 unit 2 encapsulation ethernet
set interfaces lt-0/0/10 unit 2 peer-unit 3
set interfaces lt-0/0/10 unit 2 family inet address 10.0.1.1/30
set interfaces lt-0/0/10 unit 3 encapsulation ethernet
set interfaces lt-0/0/10 unit 3 peer-unit 2
set interfaces lt-0/0/10 unit 3 family inet address 10.0.1.2/30
set routing-options static route 198.51.100.1/32 next-hop 10.0.0.2
set routing-instances RED instance-type virtual-router
set routing-instances RED interface lt-0/0/10.1
set routing-instances RED interface lo0.1
set routing-instances RED interface lt-0/0/10.3
set interfaces lo0 unit 1 family inet address 198.51.100.1/32
`,
      },
    }).run(seconds(10));
    expect(room.type('R1', 'ping 198.51.100.1 count 3 rapid')).toMatch(/3 packets received/);
    expect(room.type('R1', 'ping 10.0.1.2 count 3 rapid')).toMatch(/3 packets received/);
    expect(shown(room, 'show interfaces terse lt-0/0/10').filter((line) => line.startsWith('lt-'))).toEqual([
      'lt-0/0/10               up    up',
      'lt-0/0/10.0             up    up   inet     10.0.0.1/30',
      'lt-0/0/10.1             up    up   inet     10.0.0.2/30',
      'lt-0/0/10.2             up    up   inet     10.0.1.1/30',
      'lt-0/0/10.3             up    up   inet     10.0.1.2/30',
    ]);
    expect(shown(room, 'show interfaces lt-0/0/10').slice(0, 3)).toEqual([
      'Physical interface: lt-0/0/10, Enabled, Physical link is Up',
      '  Interface index: 160, SNMP ifIndex: 540',
      '  Type: Logical-tunnel, Link-level type: Logical-tunnel, MTU: Unlimited, Speed: 1000mbps',
    ]);
  });

  it('prints back as it was typed', () => {
    const room = new Routers({ R1: { set: BETWEEN_SYSTEMS } }).run(seconds(1));
    expect(shown(room, 'show configuration logical-systems A interfaces lt-0/0/10 | display set')).toEqual(
      BETWEEN_SYSTEMS.split('\n').filter((line) => line.includes(' A interfaces lt-')),
    );
  });
});
