// show policy, show policy conditions, test policy.    Shapes: Junos OS CLI reference.

import { describe, expect, it } from 'vitest';
import { JunosBox } from '../console.ts';

const CONFIG = `set system host-name R1
set system root-authentication encrypted-password "*"
set interfaces lo0 unit 0 family inet address 192.168.7.7/32
set routing-options static route 10.1.0.0/16 discard
set routing-options static route 10.2.0.0/16 reject
set routing-options static route 172.16.0.0/12 discard
set policy-options policy-statement test-statics term A from route-filter 10.1.0.0/16 exact accept
set policy-options policy-statement test-statics then reject
set policy-options policy-statement OUT term A from protocol static
set policy-options policy-statement OUT term A from condition C
set policy-options policy-statement OUT term A then metric 5
set policy-options policy-statement OUT term A then accept
set policy-options policy-statement OUT then reject
set policy-options condition C if-route-exists 172.16.0.0/12
set policy-options condition C if-route-exists table inet.0
set policy-options condition D if-route-exists 172.17.0.0/16
set policy-options policy-statement NONE from condition D
set policy-options policy-statement NONE then accept
set policy-options policy-statement NONE term REST from protocol static
set policy-options policy-statement NONE term REST then reject
`;

describe('policies on the terminal', () => {
  const console = new JunosBox({ config: CONFIG }).console();
  console.line('cli');
  const shown = (line: string): string => console.line(line).trim();

  it('are listed, and told one by one', () => {
    expect(shown('show policy')).toBe('Configured policies:\nNONE\nOUT\ntest-statics');
    expect(shown('show policy test-statics')).toBe(`\
Policy test-statics:
  Term A:
    from
        10.1.0.0/16  exact  accept
  Term unnamed:
    then reject`);
    expect(shown('show policy OUT')).toBe(`\
Policy OUT:
  Term A:
    from
        protocol static
        condition C
    then metric 5 accept
  Term unnamed:
    then reject`);
  });

  it('are tested against the routes of the tables', () => {
    const lines = shown('test policy test-statics 10.0.0.0/8').split('\n');
    expect(lines[0]).toBe('inet.0: 4 destinations, 4 routes (4 active, 0 holddown, 0 hidden)');
    expect(lines.filter((line) => line.includes('['))).toEqual([
      expect.stringMatching(/^10\.1\.0\.0\/16 +\*\[Static\/5]/),
    ]);
    expect(lines.at(-1)).toBe('Policy test-statics: 1 prefix accepted, 1 prefix rejected');
    expect(shown('test policy OUT 0.0.0.0/0').split('\n').at(-1)).toBe(
      'Policy OUT: 3 prefix accepted, 1 prefix rejected',
    );
    expect(shown('test policy NONE 0.0.0.0/0').split('\n').at(-1)).toBe(
      'Policy NONE: 1 prefix accepted, 3 prefix rejected',
    );
  });

  it('hang on conditions', () => {
    expect(shown('show policy conditions C')).toBe(`\
Configured conditions:
Condition C (static), event: Existence of a route in a specific routing table

Condition tables:
Table inet.0, generation 0, dependencies 0, If-route-exists conditions: C (static)`);
  });
});
