// What a learner notices at the console: new neighbours, distinguishers that nobody typed, labels of whole tables.

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../src/sim/time.ts';
import { Routers } from './routers.ts';

const router = (name: string, own: number, peer: number): string => `set system host-name ${name}
set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.${own}/30
set routing-options router-id 192.0.2.${own}
set routing-options autonomous-system 65000
set routing-options static route 198.51.100.${own}/32 discard
set protocols bgp group IN type internal
set protocols bgp group IN local-address 10.0.12.${own}
set protocols bgp group IN family inet-vpn unicast
set protocols bgp group IN neighbor 10.0.12.${peer}
`;

const lab = (more: { readonly r1?: string } = {}): Routers => {
  const devices = {
    R1: { set: router('R1', 1, 2) + (more.r1 ?? '') },
    R2: { set: router('R2', 2, 1) },
  };
  const room = new Routers(devices, ['R1 ge-0/0/0 - R2 ge-0/0/0']);
  room.run(seconds(60));
  return room;
};

/** The line of the summary that is about an address. */
const summaryOf = (room: Routers, address: string): string =>
  room
    .type('R1', 'show bgp summary | no-more')
    .split(/\r?\n/)
    .find((line) => line.startsWith(address)) ?? '';

it('counts the time of a neighbour that never was up from when it was configured', () => {
  const room = lab();
  for (const line of ['configure', 'set protocols bgp group IN neighbor 10.0.12.3', 'commit and-quit'])
    room.type('R1', line);
  room.run(seconds(5));
  expect(summaryOf(room, '10.0.12.3')).toMatch(/ [5-9] (?:Active|Connect|Idle)$/);
});

describe('route-distinguisher-id', () => {
  const RED = `set routing-instances RED instance-type vrf
set routing-instances RED vrf-target target:65000:1
set routing-instances RED routing-options static route 203.0.113.0/24 discard
set routing-options route-distinguisher-id 192.0.2.1
`;

  it('gives a vrf instance that names none a distinguisher of type 1', () => {
    const said = lab({ r1: RED }).type('R1', 'show route instance RED detail');
    expect(said).toContain('Route-distinguisher: 192.0.2.1:1');
  });

  it('gives way to one that is named, and takes no number twice', () => {
    const room = lab({
      r1: `${RED}set routing-instances BLUE instance-type vrf
set routing-instances BLUE route-distinguisher 192.0.2.1:1
set routing-instances BLUE vrf-target target:65000:2
`,
    });
    expect(room.type('R1', 'show route instance BLUE detail')).toContain('Route-distinguisher: 192.0.2.1:1');
    expect(room.type('R1', 'show route instance RED detail')).toContain('Route-distinguisher: 192.0.2.1:2');
  });
});

it('takes the label of a whole instance from the range below the others', () => {
  const said = lab({
    r1: `set routing-instances RED instance-type vrf
set routing-instances RED route-distinguisher 65000:1
set routing-instances RED vrf-target target:65000:1
set routing-instances RED vrf-table-label
set routing-instances RED routing-options static route 203.0.113.0/24 discard
set interfaces ge-0/0/0 unit 0 family mpls
set protocols mpls interface ge-0/0/0.0
`,
  }).type('R1', 'show mpls label usage');
  expect(said).toContain('LSI         69609   69608  (99.99% )');
  expect(said).toContain('Dynamic     487936  487936 (100.00%)');
});

describe('orders of the box that have nothing to tell', () => {
  it.each([
    ['show krt queue', 'Routing table add queue: 0 queued'],
    ['show task replication', 'RE mode: Master'],
    ['show chassis alarms', 'No alarms currently active'],
  ])('%s', (line, said) => {
    expect(lab().type('R1', `${line} | no-more`)).toContain(said);
  });
});
