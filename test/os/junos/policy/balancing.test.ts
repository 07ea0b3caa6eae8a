// routing-options forwarding-table export: which routes are forwarded over all of their paths.
// Source: Junos OS Routing Policies, "Understanding Per-Packet Load Balancing": one next hop of each route is given to the
// forwarding table until a policy says `load-balance per-packet`.

import { describe, expect, it } from 'vitest';
import { parseIp4 } from '../../../../src/base/ip.ts';
import { present } from '../../../../src/base/must.ts';
import { MAIN } from '../../../../src/route/names.ts';
import { seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';

const LEFT = `set interfaces ge-0/0/0 unit 0 family inet address 10.0.1.1/24
set interfaces ge-0/0/1 unit 0 family inet address 10.0.2.1/24
set routing-options static route 172.16.0.0/16 next-hop [ 10.0.1.2 10.0.2.2 ]
set routing-options static route 172.17.0.0/16 next-hop [ 10.0.1.2 10.0.2.2 ]
set policy-options policy-statement SPREAD from route-filter 172.17.0.0/16 exact
set policy-options policy-statement SPREAD then load-balance per-packet
`;
const RIGHT = `set interfaces ge-0/0/0 unit 0 family inet address 10.0.1.2/24
set interfaces ge-0/0/1 unit 0 family inet address 10.0.2.2/24
`;

const two = (): Routers =>
  new Routers({ R1: { set: LEFT }, R2: { set: RIGHT } }, [
    'R1 ge-0/0/0 - R2 ge-0/0/0',
    'R1 ge-0/0/1 - R2 ge-0/0/1',
  ]).run(seconds(90));

/** Paths that packets to both routes may take. */
const paths = (routers: Routers): readonly number[] =>
  ['172.16.0.1', '172.17.0.1'].map((to) => {
    const address = present(parseIp4(to), to);
    const verdict = routers.box('R1').router().ask('lookup', { vrf: MAIN, to: address })?.verdict;
    return verdict?.kind === 'forward' ? verdict.paths.length : 0;
  });

describe('paths of equal cost', () => {
  it('are used one at a time, and all where a policy balances; from the commit on, and no longer than it stands', () => {
    const routers = two();
    expect(paths(routers)).toEqual([1, 1]);
    for (const line of ['configure', 'set routing-options forwarding-table export SPREAD', 'commit'])
      routers.type('R1', line);
    expect(paths(routers)).toEqual([1, 2]);
    for (const line of ['delete routing-options forwarding-table', 'commit']) routers.type('R1', line);
    expect(paths(routers)).toEqual([1, 1]);
  });

  it('are in the routing table all the same', () => {
    const routers = two();
    expect(routers.type('R1', 'show route 172.16.0.0/16').match(/ via ge/g)).toHaveLength(2);
    const forwarding = routers.type('R1', 'show route forwarding-table destination 172.16.0.0/16');
    expect(forwarding.match(/ge-0/g)).toHaveLength(1);
  });
});
