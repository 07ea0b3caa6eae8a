// What several actions of one term come to.
// Capture: vJunos-router 25.4R1.12, lab junos_then_action_conflicts: the terms as they were loaded, and what `show route
// protocol bgp detail` showed of the routes. An action that was shown on no route is not told here.

import { describe, expect, it } from 'vitest';
import { answer, seen, told } from './policies.ts';

const COMMUNITIES = [
  'community RED members 65001:1001',
  'community BLUE members 65001:1002',
  'community GREEN members 65001:1003',
  'community YELLOW members 65001:1004',
  'community MARK-A members 65001:9100',
  'community MARK-B members 65001:9101',
];

/** Statements of one `then`, and what was seen. */
const SHOWN: readonly (readonly [then: string, shown: string])[] = [
  ['origin igp; origin egp; accept', 'origin egp'],
  ['preference 100; preference 200; accept', 'preference 200'],
  ['next-hop self; next-hop peer-address; accept', 'next hop peer-address'],
  ['next-hop reject; next-hop discard; accept', 'next hop discard'],
  ['external type 1; external type 2; accept', 'metric 0'],
  ['local-preference 200; local-preference 50; accept', 'localpref 50'],
  ['local-preference 200; local-preference add 50; accept', 'localpref 150'],
  ['local-preference add 50; local-preference 200; accept', 'localpref 200'],
  ['local-preference 200; local-preference subtract 50; accept', 'localpref 50'],
  ['local-preference add 200; local-preference add 200; accept', 'localpref 300'],
  ['local-preference add 200; local-preference subtract 50; accept', 'localpref 50'],
  ['metric 200; metric 50; accept', 'metric 50'],
  ['metric 200; metric add 50; accept', 'metric 50'],
  ['metric add 50; metric 200; accept', 'metric 200'],
  ['metric 200; metric subtract 50; accept', 'metric 0'],
  ['metric add 200; metric add 50; accept', 'metric 50'],
  ['metric add 200; metric subtract 50; accept', 'metric 0'],
  ['metric 200; metric expression metric multiplier 2 offset 5; accept', 'metric 5'],
  ['metric expression metric multiplier 2 offset 5; metric 200; accept', 'metric 200'],
  ['metric 200; metric igp; accept', 'metric 0'],
  ['metric igp; metric 200; accept', 'metric 200'],
  ['metric expression metric multiplier 2 offset 5; metric igp; accept', 'metric 0'],
  ['metric2 200; metric2 add 50; accept', 'metric2 50'],
  ['metric2 200; metric2 subtract 50; accept', 'metric2 0'],
  ['metric2 subtract 50; metric2 200; accept', 'metric2 200'],
  ['as-path-prepend "65010"; as-path-prepend "65020"; accept', 'path 65020 65001'],
  ['as-path-prepend "65010 65020"; as-path-prepend "65030"; accept', 'path 65030 65001'],
  ['as-path-prepend "65010"; as-path-expand "65020"; accept', 'path 65020 65010 65001'],
  ['as-path-expand "65020"; as-path-prepend "65010"; accept', 'path 65020 65010 65001'],
  ['as-path-expand last-as count 2; as-path-prepend "65010"; accept', 'path 65010 65010 65010 65001'],
  ['as-path-expand last-as count 2; as-path-expand last-as count 3; accept', 'path 65001 65001 65001 65001'],
  ['community add RED; community add BLUE; accept', 'communities 65001:1 65001:1001 65001:1002'],
  ['community add RED; community add RED; accept', 'communities 65001:1 65001:1001'],
  ['community delete RED; community delete BLUE; accept', 'as it came'],
  ['community set RED; community add BLUE; accept', 'communities 65001:1001 65001:1002'],
  ['community add RED; community set BLUE; accept', 'communities 65001:1002'],
  ['community set RED; community set BLUE; accept', 'communities 65001:1002'],
  ['community add RED; community delete RED; accept', 'as it came'],
  ['community delete RED; community add RED; accept', 'communities 65001:1 65001:1001'],
  ['community set RED; community delete RED; accept', 'communities'],
  ['community set RED; community set BLUE; community delete RED; accept', 'communities 65001:1002'],
  ['community set RED; community set BLUE; community add GREEN; accept', 'communities 65001:1002 65001:1003'],
  ['community add MARK-A; accept; community add MARK-B; reject', 'rejected'],
  ['community add MARK-A; reject; community add MARK-B; accept', 'communities 65001:1 65001:9100 65001:9101'],
  ['community add MARK-A; accept; community add MARK-B; next term', 'rejected'],
  ['community add MARK-A; next term; community add MARK-B; accept', 'rejected'],
  ['community add MARK-A; accept; community add MARK-B; next policy', 'communities 65001:1 65001:9100 65001:9101'],
  ['community add MARK-A; accept; default-action reject', 'communities 65001:1 65001:9100'],
  ['community add MARK-A; reject; default-action accept', 'rejected'],
  ['community add MARK-A; accept; community add MARK-B', 'communities 65001:1 65001:9100 65001:9101'],
  ['community add MARK-A; next policy; community add MARK-B; next policy', 'communities 65001:1 65001:9100 65001:9101'],
  ['community add MARK-A; next term; community add MARK-B; next policy', 'communities 65001:1 65001:9100 65001:9101'],
  ['community add MARK-A; next policy; community add MARK-B; next term', 'rejected'],
  [
    'local-preference 200; metric 100; community add RED; accept',
    'localpref 200, metric 100, communities 65001:1 65001:1001',
  ],
];

describe('actions of one term', () => {
  it.each(SHOWN)('%s: %s', (then, shown) => {
    const term = 'policy-statement IMPORT term T';
    const lines = [
      ...COMMUNITIES,
      `${term} from route-filter 10.50.1.0/24 exact`,
      ...then.split('; ').map((action) => `${term} then ${action}`),
      'policy-statement IMPORT term REJECT-OTHER then reject',
    ];
    expect(seen(answer(lines, ['IMPORT'], told('10.50.1.0/24')))).toBe(shown);
  });
});
