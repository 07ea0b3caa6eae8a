// Two Junos routers and what an import policy may do to a next hop and a metric; who speaks as which address.

import { describe, expect, it } from 'vitest';
import { LabRoom } from '../../harness/lab-room.ts';

const COMMON = 'set system root-authentication encrypted-password "$6$labsroot$s/qGem"\n';

/** Configurations of a sender (AS 65001) and a receiver (65002) on one cable, as far as they are the same in each test. */
const pair = (sender: string, receiver: string) =>
  LabRoom.made('pair', {
    'labs/pair/lab.json': {
      title: 'Two routers',
      summary: 'BGP.',
      minutes: 1,
      devices: [
        { name: 'S', os: 'junos' },
        { name: 'R', os: 'junos' },
      ],
      links: [{ id: 's-r', ends: ['S:ge-0/0/0', 'R:ge-0/0/0'] }],
    },
    'labs/pair/start/S.junos': `set system host-name S
${COMMON}set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.0/31
${sender}
`,
    'labs/pair/start/R.junos': `set system host-name R
${COMMON}set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.1/31
${receiver}
`,
  });

/** Prefixes as blocks of `show route`, ages left out. */
const routes = (room: LabRoom, device: string, what: string): string =>
  room.shown(`@${device}\nshow route ${what} | no-more`).replace(/ \d\d:\d\d:\d\d/g, '');

/** A receiver that does something else to each prefix. */
const importing = () =>
  pair(
    [21, 32, 72, 90]
      .map((n) => `set routing-options static route 10.50.${n}.0/24 discard`)
      .concat(
        'set routing-options autonomous-system 65001',
        'set protocols bgp group OUT neighbor 10.0.12.1 peer-as 65002',
        'set protocols bgp group OUT export ALL',
        'set policy-options policy-statement ALL term 1 from protocol static',
        'set policy-options policy-statement ALL term 1 then accept',
      )
      .join('\n'),
    [
      'set routing-options autonomous-system 65002',
      'set protocols bgp group IN neighbor 10.0.12.0 peer-as 65001',
      'set protocols bgp group IN import IMPORT',
      ...(
        [
          [21, 'next-hop discard'],
          [32, 'next-hop self'],
          [72, 'metric igp'],
        ] as const
      ).flatMap(([n, action]) => [
        `set policy-options policy-statement IMPORT term T${n} from route-filter 10.50.${n}.0/24 exact`,
        `set policy-options policy-statement IMPORT term T${n} then ${action}`,
        `set policy-options policy-statement IMPORT term T${n} then accept`,
      ]),
    ].join('\n'),
  );

describe('an import policy of Junos', () => {
  // Captures `show route` (25.4R1, lab-validation junos_then_action_conflicts, dut), terms of the same actions.
  it('may throw packets away', async () => {
    const room = await importing();
    expect(routes(room, 'R', '10.50.21.0/24')).toContain(`10.50.21.0/24      *[BGP/170], localpref 100, from 10.0.12.0
                      AS path: 65001 I, validation-state: unverified
                       Discard`);
  });
  it('hides what it leads to the router itself', async () => {
    const room = await importing();
    expect(routes(room, 'R', '10.50.32.0/24')).not.toContain('10.50.32.0');
    expect(routes(room, 'R', '10.50.32.0/24 hidden')).toContain('10.50.32.0/24       [BGP/170], localpref 100');
  });
  it('counts the way to the next hop as the metric', async () => {
    const room = await importing();
    expect(routes(room, 'R', '10.50.72.0/24')).toContain('10.50.72.0/24      *[BGP/170], MED 0, localpref 100');
    expect(routes(room, 'R', '10.50.90.0/24')).toContain('10.50.90.0/24      *[BGP/170], localpref 100');
  });
});

describe('default-address-selection', () => {
  const bgp = (type: string, as: number) => `set system default-address-selection
set interfaces lo0 unit 0 family inet address 2.2.2.2/32
set routing-options autonomous-system ${as}
set protocols bgp group G type ${type}
set protocols bgp group G peer-as 65001
set protocols bgp group G neighbor 10.0.12.0`;
  const other = (as: number) => `set routing-options autonomous-system 65001
set protocols bgp group G passive
set protocols bgp group G local-address 10.0.12.0
set protocols bgp group G neighbor 10.0.12.1 peer-as ${as}${as === 65001 ? '\nset protocols bgp group G type internal' : ''}`;
  const state = (room: LabRoom): string | undefined => room.router('S').ask('bgp.peers', {})?.[0]?.state;

  // Captures `show bgp neighbor` (17.4R1, lab-validation junos_default_address_selection): SW4 and SW8.
  it('does not count for a neighbor on the link in another AS', async () => {
    expect(state(await pair(other(65002), bgp('external', 65002)))).toBe('established');
  });
  it('makes an internal session come from the loopback: who does not expect it there refuses', async () => {
    expect(state(await pair(other(65001), bgp('internal', 65001)))).not.toBe('established');
    const open = bgp('internal', 65001).replace('set system default-address-selection\n', '');
    expect(state(await pair(other(65001), open))).toBe('established');
  });
});

describe('show route detail as elements', () => {
  // Capture `show route protocol bgp detail | display json` (25.4R1, lab-validation junos_ext_community_literal, receiver).
  it('names communities, AS path and the peer; what stays in its AS is not told', async () => {
    const room = await pair(
      `set interfaces lo0 unit 0 family inet address 1.1.1.1/32
set routing-options static route 10.10.2.0/24 discard
set routing-options autonomous-system 65001
set protocols bgp group OUT neighbor 10.0.12.1 peer-as 65002
set protocols bgp group OUT export ALL
set policy-options policy-statement ALL term 1 from protocol static
set policy-options policy-statement ALL term 1 then community add RT
set policy-options policy-statement ALL term 1 then community add MYSTERY
set policy-options policy-statement ALL term 1 then accept
set policy-options community RT members target:672277L:36867
set policy-options community MYSTERY members 65000:672277L:36867`,
      `set routing-options autonomous-system 65002
set protocols bgp group IN neighbor 10.0.12.0 peer-as 65001`,
    );
    const text = room.shown('@R\nshow route protocol bgp detail | display json | no-more');
    const data = (name: string): readonly unknown[] =>
      [...text.matchAll(new RegExp(`"${name}" : \\[\\n +\\{\\n +"data" : "(.*?)"`, 'g'))].map((found) => found[1]);
    expect(data('rt-destination')).toEqual(['10.10.2.0']);
    expect(data('extended-community')).toEqual(['target:672277L:36867']);
    expect(data('as-path')).toEqual(['AS path: 65001 I']);
    expect(data('task-name')).toEqual(['BGP_65001.10.0.12.0']);
    expect(data('peer-id')).toEqual(['1.1.1.1']);
    expect(data('rt-entry-state')).toEqual(['Active Ext']);
  });
});
