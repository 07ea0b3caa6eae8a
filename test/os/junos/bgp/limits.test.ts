// Sessions that end over too many prefixes, over silence and over BFD, and what the log says of it. Expectations: System Log
// Explorer, BGP_PREFIX_THRESH_EXCEEDED, BGP_PREFIX_LIMIT_EXCEEDED, RPD_BGP_NEIGHBOR_STATE_CHANGED; Junos OS BGP user guide,
// "prefix-limit" (idle-timeout), "hold-time", "bfd-liveness-detection".

import { describe, expect, it } from 'vitest';
import { minutes, seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';

const discards = Array.from({ length: 10 }, (_, i) => `set routing-options static route 172.16.${i}.0/24 discard`);

/** R1 tells ten routes to R2, which is told the rest of its group. */
const pair = (...group: readonly string[]): Routers =>
  new Routers(
    {
      R1: {
        set: [
          'set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.1/30',
          'set interfaces lo0 unit 0 family inet address 1.1.1.1/32',
          'set routing-options autonomous-system 65001',
          ...discards,
          'set policy-options policy-statement out from protocol static',
          'set policy-options policy-statement out then accept',
          'set protocols bgp log-updown',
          'set protocols bgp group up export out',
          'set protocols bgp group up neighbor 10.0.12.2 peer-as 65002',
        ].join('\n'),
      },
      R2: {
        set: [
          'set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.2/30',
          'set interfaces lo0 unit 0 family inet address 2.2.2.2/32',
          'set routing-options autonomous-system 65002',
          'set protocols bgp log-updown',
          ...group.map((line) => `set protocols bgp group down ${line}`),
          'set protocols bgp group down neighbor 10.0.12.1 peer-as 65001',
        ].join('\n'),
      },
    },
    ['R1 ge-0/0/0 - R2 ge-0/0/0'],
  ).run(seconds(60));

const commit = (routers: Routers, name: string, ...lines: readonly string[]): void => {
  for (const line of ['configure', ...lines, 'commit and-quit']) routers.type(name, line);
};

/** What rpd wrote, without when and where. */
const log = (routers: Routers, name: string): readonly string[] =>
  routers
    .type(name, 'show log messages | match rpd')
    .split('\n')
    .map((line) => line.replace(/^.*rpd\[\d+\]: /, ''))
    .filter((line) => line !== '');

const LIMIT = 'family inet unicast prefix-limit';
const state = (routers: Routers): string | undefined =>
  /^10\.0\.12\.1 .* (\S+)$/m.exec(routers.type('R2', 'show bgp summary'))?.[1];

describe('a limit of prefixes', () => {
  it('warns, then ends the session for as long as it is told', () => {
    const routers = pair(`${LIMIT} maximum 11`, `${LIMIT} teardown 80`, `${LIMIT} teardown idle-timeout 2`);
    expect(log(routers, 'R2').at(-1)).toBe(
      'BGP_PREFIX_THRESH_EXCEEDED: 10.0.12.1 (External AS 65001): Configured maximum prefix-limit threshold(8) exceeded for inet-unicast nlri: 10 (instance master)',
    );
    expect(state(routers)).toBe('Establ');
    commit(
      routers,
      'R1',
      'set routing-options static route 172.16.98.0/24 discard',
      'set routing-options static route 172.16.99.0/24 discard',
    );
    routers.run(seconds(5));
    expect(log(routers, 'R2').slice(-3)).toEqual([
      'BGP_PREFIX_LIMIT_EXCEEDED: 10.0.12.1 (External AS 65001): Configured maximum prefix-limit(11) exceeded for inet-unicast nlri: 12 (instance master)',
      expect.stringMatching(
        /NOTIFICATION sent to 10\.0\.12\.1 \(External AS 65001\): code 6 \(Cease\) subcode 1 \(Maximum Number of Prefixes Reached\)/,
      ),
      'RPD_BGP_NEIGHBOR_STATE_CHANGED: BGP peer 10.0.12.1 (External AS 65001) changed state from Established to Idle (event Stop) (instance master)',
    ]);
    expect(state(routers)).toBe('Idle');
    routers.run(seconds(60));
    expect(state(routers)).toBe('Idle');
    commit(routers, 'R1', 'delete routing-options static route 172.16.98.0/24');
    routers.run(minutes(2));
    expect(state(routers)).toBe('Establ');
  });

  it('that only warns ends nothing', () => {
    const routers = pair(`${LIMIT} maximum 5`);
    expect(state(routers)).toBe('Establ');
    expect(log(routers, 'R2').at(-1)).toContain('BGP_PREFIX_LIMIT_EXCEEDED: 10.0.12.1');
  });
});

describe('a peer that falls silent', () => {
  const silence = (routers: Routers): void => commit(routers, 'R1', 'deactivate interfaces ge-0/0/0');

  it('is given up when its time is over', () => {
    const routers = pair('hold-time 30');
    silence(routers);
    routers.run(seconds(15));
    expect(state(routers)).toBe('Establ');
    routers.run(seconds(20));
    const lines = log(routers, 'R2');
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^bgp_hold_timeout:\d+: NOTIFICATION sent to 10\.0\.12\.1 \(External AS 65001\): code 4 \(Hold Timer Expired Error\), Reason: holdtime expired for 10\.0\.12\.1 \(External AS 65001\)/,
      ),
    );
    expect(lines).toContainEqual(expect.stringContaining('changed state from Established to Idle (event HoldTime)'));
    const text = routers.type('R2', 'show bgp neighbor 10.0.12.1');
    expect(text).toContain('Last flap event: HoldTime');
    expect(text).toContain("Error: 'Hold Timer Expired Error' Sent: 1 Recv: 0");
  });

  it('is given up at once where BFD watches it', () => {
    const routers = pair('hold-time 90', 'bfd-liveness-detection minimum-interval 300');
    commit(routers, 'R1', 'set protocols bgp group up bfd-liveness-detection minimum-interval 300');
    routers.run(seconds(20));
    expect(state(routers)).toBe('Establ');
    silence(routers);
    routers.run(seconds(3));
    expect(state(routers)).not.toBe('Establ');
  });

  it('counts as often as it happened', () => {
    const routers = pair('hold-time 20');
    for (let i = 0; i < 2; i++) {
      silence(routers);
      routers.run(seconds(40));
      commit(routers, 'R1', 'activate interfaces ge-0/0/0');
      routers.run(seconds(90));
      expect(state(routers)).toBe('Establ');
    }
    const text = routers.type('R2', 'show bgp neighbor 10.0.12.1');
    expect(text).toContain('Number of flaps: 2');
    expect(text).toContain("Error: 'Hold Timer Expired Error' Sent: 2 Recv: 0");
  });
});
