// What a Junos router makes of next hops: resolution by policy, `resolve`, and what stands in the table of them.

import { describe, expect, it } from 'vitest';
import { LabRoom } from '../../harness/lab-room.ts';

const lab = (more: string) =>
  LabRoom.made('one', {
    'labs/one/lab.json': {
      title: 'One router',
      summary: 'Next hops.',
      minutes: 1,
      devices: [{ name: 'R1', os: 'junos' }],
      links: [
        { id: 'a', kind: 'lan', ends: ['R1:ge-0/0/0'] },
        { id: 'b', kind: 'lan', ends: ['R1:ge-0/0/1'] },
      ],
    },
    'labs/one/start/R1.junos': `set system host-name R1
set system root-authentication encrypted-password "$6$labsroot$s/qGem"
set interfaces ge-0/0/0 unit 0 family inet address 10.2.0.0/31
set interfaces ge-0/0/1 unit 0 family inet address 172.24.0.223/24
set routing-options static route 10.10.1.0/24 next-hop 10.2.0.1
set routing-options static route 10.10.1.0/24 resolve
set routing-options static route 10.10.2.0/24 next-hop 172.24.0.254
set routing-options static route 10.10.3.0/32 next-hop 10.10.2.1
set routing-options static route 10.10.4.0/32 next-hop 10.10.2.1
set routing-options static route 10.10.4.0/32 resolve
set routing-options static route 10.10.8.0/32 discard
set routing-options static route 10.10.9.0/32 next-hop 10.10.8.0
set routing-options static route 10.10.9.0/32 resolve
${more}
`,
  });

/** The routes of inet.0 below 10.10.0.0/16 as lines, without their ages. */
const table = (room: LabRoom): readonly string[] =>
  room
    .shown('@R1\nshow route 10.10.0.0/16 all | no-more')
    .split('\n')
    .filter((line) => /^(?:inet|10\.| {19})/.test(line))
    .map((line) => line.replace(/ \d\d:\d\d:\d\d/, ''));

/** Capture `show route` (17.4R1, lab-validation juniper_resolution), the same routes: with a policy for /24s and without. */
const POLICY = `set routing-options resolution rib inet.0 import LEADS
set policy-options policy-statement LEADS term 1 from route-filter 0.0.0.0/0 prefix-length-range /24-/24
set policy-options policy-statement LEADS term 1 then accept
set policy-options policy-statement LEADS term 2 then reject`;

describe('static routes of Junos', () => {
  it('resolve their next hops where they may, a link being no search; who may not is not in the table', async () => {
    expect(table(await lab(''))).toEqual([
      'inet.0: 9 destinations, 9 routes (9 active, 0 holddown, 0 hidden)',
      '10.10.1.0/24       *[Static/5]',
      '                    >  to 10.2.0.1 via ge-0/0/0.0',
      '10.10.2.0/24       *[Static/5]',
      '                    >  to 172.24.0.254 via ge-0/0/1.0',
      '10.10.4.0/32       *[Static/5], metric2 0',
      '                    >  to 172.24.0.254 via ge-0/0/1.0',
      '10.10.8.0/32       *[Static/5]',
      '                       Discard',
      '10.10.9.0/32       *[Static/5], metric2 0',
      '                       Discard',
    ]);
  });

  it('resolve through the routes that a policy accepts, and are hidden otherwise', async () => {
    const lines = table(await lab(POLICY));
    expect(lines[0]).toBe('inet.0: 9 destinations, 9 routes (8 active, 0 holddown, 1 hidden)');
    expect(lines.slice(-4)).toEqual([
      '10.10.8.0/32       *[Static/5]',
      '                       Discard',
      '10.10.9.0/32        [Static/5]',
      '                       Unusable',
    ]);
    expect(lines).toContain('10.10.4.0/32       *[Static/5], metric2 0');
  });

  it('are looked at again when the policy comes and goes', async () => {
    const room = await lab('');
    room.script(`@R1\nconfigure\n${POLICY}\ncommit`);
    expect(room.shown('@R1\nrun show route 10.10.9.0/32 | no-more')).not.toContain('10.10.9.0');
    room.script('@R1\ndelete routing-options resolution\ncommit');
    expect(room.shown('@R1\nrun show route 10.10.9.0/32 | no-more')).toContain('*[Static/5]');
  });
});
