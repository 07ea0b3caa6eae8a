// Policies of BGP neighbours at work: a route told while another exists, next hops, paths, communities on the wire.

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';

const R2 = `set interfaces ge-0/0/0 unit 0 family inet address 10.0.0.2/30
set routing-options autonomous-system 65002
set protocols bgp group A type external
set protocols bgp group A peer-as 65001
set protocols bgp group A neighbor 10.0.0.1
`;

/** R1 tells R2 by OUT. */
const pair = (...policy: readonly string[]): Routers =>
  new Routers(
    {
      R1: {
        set: `set interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/30
set routing-options autonomous-system 65001
set routing-options static route 10.1.0.0/16 discard
set routing-options static route 172.16.0.0/16 discard
set protocols bgp group B type external
set protocols bgp group B peer-as 65002
set protocols bgp group B neighbor 10.0.0.2 export OUT
${policy.map((line) => `set policy-options ${line}`).join('\n')}
`,
      },
      R2: { set: R2 },
    },
    ['R1 ge-0/0/0 - R2 ge-0/0/0'],
  ).run(seconds(120));

/** `prefix` and AS path of every route that R2 was told. */
const told = (routers: Routers): readonly string[] => {
  const lines = routers.type('R2', 'show route protocol bgp').split('\n');
  return lines.flatMap((line, i) => {
    const prefix = /^(\d\S+)/.exec(line)?.[1];
    return prefix === undefined ? [] : [`${prefix} ${/AS path: ([\d ]*)/.exec(lines[i + 1] ?? '')?.[1]?.trim()}`];
  });
};

describe('an export policy of BGP', () => {
  it('with a condition tells while the route exists', () => {
    const routers = pair(
      'condition C if-route-exists 172.16.0.0/16',
      'condition C if-route-exists table inet.0',
      'policy-statement OUT term A from route-filter 10.1.0.0/16 exact',
      'policy-statement OUT term A from condition C',
      'policy-statement OUT term A then accept',
      'policy-statement OUT then reject',
    );
    expect(told(routers)).toEqual(['10.1.0.0/16 65001']);
    const commit = (line: string): void => {
      for (const one of ['configure', line, 'commit and-quit']) routers.type('R1', one);
      routers.run(seconds(60));
    };
    commit('delete routing-options static route 172.16.0.0/16');
    expect(told(routers)).toEqual([]);
    commit('set routing-options static route 172.16.0.0/16 discard');
    expect(told(routers)).toEqual(['10.1.0.0/16 65001']);
  });

  // Junos OS Routing Policies, "Prepending AS Numbers to BGP AS Paths": behind the own AS `as-path-expand`, before it `as-path-prepend`.
  it('puts ASs before and behind the own one', () => {
    const routers = pair(
      'policy-statement OUT term A from route-filter 10.1.0.0/16 exact',
      'policy-statement OUT term A then as-path-prepend "65001 65001"',
      'policy-statement OUT term A then accept',
      'policy-statement OUT term B from protocol static',
      'policy-statement OUT term B then as-path-expand "65009"',
      'policy-statement OUT term B then accept',
    );
    expect(told(routers)).toEqual(['10.1.0.0/16 65001 65001 65001', '172.16.0.0/16 65001 65009']);
  });
});

// Capture: vJunos-router 25.4R1.12, lab junos_ext_community_literal: what the receiver showed of four routes.
it('extended communities cross the border of the AS, but for those that may not', () => {
  const routers = pair(
    'community MYSTERY members 65000:672277L:36867',
    'community RT-4BYTE members target:672277L:36867',
    'policy-statement OUT term mystery from route-filter 10.1.0.0/16 exact',
    'policy-statement OUT term mystery then community add MYSTERY',
    'policy-statement OUT term mystery then accept',
    'policy-statement OUT term rt4 from route-filter 172.16.0.0/16 exact',
    'policy-statement OUT term rt4 then community add RT-4BYTE',
    'policy-statement OUT term rt4 then accept',
  );
  const detail = (prefix: string): string => routers.type('R2', `show route ${prefix} detail`);
  expect(detail('10.1.0.0/16')).not.toContain('Communities');
  expect(detail('172.16.0.0/16')).toContain('Communities: target:672277L:36867');
});
