// Several route filters of one address in one term: each match type, with its value, is a statement of its own.
// Source: Junos XML API Configuration Developer Reference, "route-filter" (its keys are address, choice-ident and
// choice-value).

import { beforeEach, describe, expect, it } from 'vitest';
import { seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';

let room: Routers;
const type = (line: string): string => room.type('R1', line).trimEnd();
const lines = (): readonly string[] =>
  type('show policy-options | display set | no-more')
    .split('\n')
    .filter((line) => line.startsWith('set'));

const FROM = 'set policy-options policy-statement P term 1 from ';

beforeEach(() => {
  room = new Routers({ R1: { set: 'set system host-name R1' } }).run(seconds(1));
  type('configure');
});

describe('route filters of one address', () => {
  it('stand side by side when their match types differ, or the values of these', () => {
    for (const what of ['exact', 'upto /16', 'upto /20', 'prefix-length-range /25-/26', 'exact accept'])
      expect(type(`${FROM}route-filter 10.0.0.0/8 ${what}`)).not.toMatch(/error/);
    expect(lines()).toEqual([
      `${FROM}route-filter 10.0.0.0/8 exact accept`,
      `${FROM}route-filter 10.0.0.0/8 upto /16`,
      `${FROM}route-filter 10.0.0.0/8 upto /20`,
      `${FROM}route-filter 10.0.0.0/8 prefix-length-range /25-/26`,
    ]);
  });

  it('are deleted, deactivated and compared one by one', () => {
    type(`${FROM}route-filter 10.0.0.0/8 exact`);
    type(`${FROM}route-filter 10.0.0.0/8 longer accept`);
    type(`${FROM}prefix-list-filter L exact`);
    type(`${FROM}prefix-list-filter L orlonger`);
    type('set policy-options prefix-list L 192.0.2.0/24');
    type('set policy-options route-filter-list RL 10.0.0.0/8 exact');
    type('set policy-options route-filter-list RL 10.0.0.0/8 upto /9');
    type('commit');
    expect(type('delete policy-options policy-statement P term 1 from route-filter 10.0.0.0/8 exact')).not.toMatch(
      /error/,
    );
    type('delete policy-options route-filter-list RL 10.0.0.0/8 upto /9');
    expect(type('show | compare')).toBe(`[edit policy-options route-filter-list RL]
-   10.0.0.0/8 upto /9;
[edit policy-options policy-statement P term 1 from]
-     route-filter 10.0.0.0/8 exact;`);
    expect(lines()).toContain(`${FROM}route-filter 10.0.0.0/8 longer accept`);
    expect(lines()).not.toContain(`${FROM}route-filter 10.0.0.0/8 exact`);
    expect(lines().filter((line) => line.includes('prefix-list-filter'))).toHaveLength(2);
    type('deactivate policy-options policy-statement P term 1 from route-filter 10.0.0.0/8 longer');
    expect(type('show policy-options | display set | no-more')).toContain(
      'deactivate policy-options policy-statement P term 1 from route-filter 10.0.0.0/8 longer',
    );
  });
});
