// `restart routing` with and without `graceful-restart`: what passes through the router meanwhile, and what its neighbors say.
// Source of words: Junos OS CLI reference, "restart", "show bgp neighbor"; Junos OS High Availability user guide,
// "Configuring Graceful Restart" (routing-options graceful-restart; restart-duration 300, restart-time 120,
// stale-routes-time 300 seconds).

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';

/** west - mid - east, each in an AS of its own; `more` is mid's. */
const chain = (more = ''): Routers =>
  new Routers(
    {
      west: {
        set: `set interfaces ge-0/0/0 unit 0 family inet address 10.0.1.1/24
set interfaces lo0 unit 0 family inet address 10.255.0.1/32
set routing-options autonomous-system 65001
set policy-options policy-statement OWN from protocol direct
set policy-options policy-statement OWN then accept
set protocols bgp group OUT export OWN
set protocols bgp group OUT neighbor 10.0.1.2 peer-as 65002`,
      },
      mid: {
        set: `set interfaces ge-0/0/0 unit 0 family inet address 10.0.1.2/24
set interfaces ge-0/0/1 unit 0 family inet address 10.0.2.2/24
set interfaces lo0 unit 0 family inet address 10.255.0.2/32
set routing-options autonomous-system 65002
set protocols bgp group OUT neighbor 10.0.1.1 peer-as 65001
set protocols bgp group OUT neighbor 10.0.2.1 peer-as 65003
${more}`,
      },
      east: {
        set: `set interfaces ge-0/0/0 unit 0 family inet address 10.0.2.1/24
set interfaces lo0 unit 0 family inet address 10.255.0.3/32
set routing-options autonomous-system 65003
set policy-options policy-statement OWN from protocol direct
set policy-options policy-statement OWN then accept
set protocols bgp group OUT export OWN
set protocols bgp group OUT neighbor 10.0.2.2 peer-as 65002`,
      },
    },
    ['west ge-0/0/0 - mid ge-0/0/0', 'mid ge-0/0/1 - east ge-0/0/0'],
  ).run(seconds(120));

/** How many of 60 pings, one a second, from west's loopback to east's were answered while mid's rpd was restarted. */
function answeredAround(net: Routers, order: string): number {
  net.begin('west', 'ping 10.255.0.3 source 10.255.0.1 count 60');
  net.run(seconds(5));
  net.type('mid', order);
  net.run(seconds(70));
  return Number(/(\d+) packets received/.exec(net.screen('west'))?.[1]);
}
const GRACEFUL = 'set routing-options graceful-restart';
const restartLinesOf = (screen: string): readonly string[] =>
  screen
    .split('\n')
    .filter((line) => /[Rr]estart|[Ss]tale|sav(e|ed) forwarding/.test(line))
    .map((line) => line.trim());

describe('restart routing', () => {
  it('costs no packet where forwarding outlives it and the neighbors help', () => {
    const net = chain(GRACEFUL);
    expect(answeredAround(net, 'restart routing')).toBe(60);
    expect(net.type('mid', 'show route 10.255.0.3')).toContain('*[BGP/170]');
  });
  it('costs packets where it does not', () => {
    const answered = answeredAround(chain(), 'restart routing');
    expect(answered).toBeLessThan(60);
    expect(answered).toBeGreaterThan(10);
  });
  it('costs packets where a neighbor does not help', () => {
    const net = chain(GRACEFUL);
    net.type('east', 'configure');
    net.type('east', 'set protocols bgp graceful-restart disable');
    net.type('east', 'commit and-quit');
    net.run(seconds(60));
    expect(answeredAround(net, 'restart routing')).toBeLessThan(60);
  });
  it('begins another process each time, and none where it is soft', () => {
    const net = chain();
    expect(net.type('mid', 'restart routing soft')).toMatch(/^Routing protocols process signaled, pid \d+/);
    net.run(seconds(30));
    expect(net.type('west', 'show bgp neighbor 10.0.1.2')).toContain('Number of flaps: 0');
    expect(net.type('mid', 'restart routing')).toMatch(/^Routing protocols process started, pid \d+/);
    net.run(seconds(60));
    expect(net.type('west', 'show bgp neighbor 10.0.1.2')).toContain('Number of flaps: 1');
  });
});

describe('show bgp neighbor of a peer that restarts gracefully', () => {
  it('names its time, its families, and what it kept once it has restarted', () => {
    const net = chain(`${GRACEFUL}\nset protocols bgp graceful-restart restart-time 90`);
    const before = [
      'NLRI for restart configured on peer: inet-unicast',
      'Stale routes from peer are kept for: 300',
      'Restart time requested by this peer: 90',
      'NLRI that peer supports restart for: inet-unicast',
    ];
    expect(restartLinesOf(net.type('west', 'show bgp neighbor 10.0.1.2')).slice(0, 4)).toEqual(before);
    net.type('mid', 'restart routing');
    net.run(seconds(60));
    const after = restartLinesOf(net.type('west', 'show bgp neighbor 10.0.1.2'));
    expect(after).toContain('NLRI that peer saved forwarding for: inet-unicast');
    expect(restartLinesOf(net.type('mid', 'show bgp neighbor 10.0.1.1')).slice(0, 4)).toEqual([
      'Options: <Preference GracefulRestart PeerAS Refresh>',
      'NLRI for restart configured on peer: inet-unicast',
      'Restart time configured on the peer: 90',
      'Stale routes from peer are kept for: 300',
    ]);
  });
  it('says that its own restart is not over while somebody has not come back', () => {
    const net = chain(GRACEFUL);
    net.type('east', 'configure');
    net.type('east', 'deactivate protocols bgp');
    net.type('east', 'commit and-quit');
    net.run(seconds(10));
    net.type('mid', 'restart routing');
    net.run(seconds(60));
    expect(net.type('mid', 'show bgp neighbor 10.0.1.1')).toContain('    RIB State: BGP restart in progress');
    net.run(seconds(300));
    expect(net.type('mid', 'show bgp neighbor 10.0.1.1')).toContain('    RIB State: BGP restart is complete');
  });
});
