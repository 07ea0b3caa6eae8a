// debug ip bgp updates, debug ip routing: what messages of BGP and changes of the routing table are told as.

import { beforeEach, expect, it } from 'vitest';
import { Boxes } from './boxes.ts';

const G0 = 'GigabitEthernet0/0';
let boxes: Boxes;

beforeEach(() => {
  const box = (n: number, ...more: readonly string[]): string =>
    [
      'no service timestamps debug',
      `interface ${G0}\n ip address 10.0.12.${n} 255.255.255.0\n no shutdown`,
      `router bgp 6500${n}`,
      ` neighbor 10.0.12.${3 - n} remote-as 6500${3 - n}`,
      ' neighbor 10.0.12.2 advertisement-interval 0',
      ...more,
    ].join('\n');
  boxes = new Boxes('IOSv', { R1: box(1), R2: box(2) }, [`R1 ${G0} - R2 ${G0}`]).run(60);
});

const log = (name: string): readonly string[] => boxes.log(name, '').filter((text) => /^(BGP|RT)/.test(text));

/** Texts: ipSpace.net ("send UPDATE (format)", "send unreachable"), a lab of CSR 1000V ("rcvd UPDATE w/ attr", "Revise route"). */
it('tells of updates at both ends, in and out', () => {
  expect(boxes.shown('R1', 'debug ip bgp updates')).toBe(
    'BGP updates debugging is on for address family: IPv4 Unicast',
  );
  boxes.shown('R2', 'debug ip bgp updates');
  boxes.configure('R1', 'ip route 10.1.0.0 255.255.0.0 Null0', 'router bgp 65001', 'network 10.1.0.0 mask 255.255.0.0');
  boxes.run(40);
  expect(log('R1')).toEqual([
    'BGP(0): (base) 10.0.12.2 send UPDATE (format) 10.1.0.0/16, next 10.0.12.1, metric 0, path Local',
  ]);
  expect(log('R2')).toEqual([
    'BGP(0): 10.0.12.1 rcvd UPDATE w/ attr: nexthop 10.0.12.1, origin i, metric 0, merged path 65001, AS_PATH ',
    'BGP(0): 10.0.12.1 rcvd 10.1.0.0/16',
    'BGP(0): Revise route installing 1 of 1 routes for 10.1.0.0/16 -> 10.0.12.1(global) to main IP table',
  ]);
  boxes.configure('R1', 'no ip route 10.1.0.0 255.255.0.0 Null0');
  boxes.run(40);
  expect(log('R1').at(-1)).toBe('BGP(0): (base) 10.0.12.2 send unreachable (format) 10.1.0.0/16');
  expect(log('R2').slice(3)).toEqual([
    'BGP(0): 10.0.12.1 rcv UPDATE about 10.1.0.0/16 -- withdrawn',
    'BGP(0): no valid path for 10.1.0.0/16',
    'BGP: topo global:IPv4 Unicast:base Remove_fwdroute for 10.1.0.0/16',
  ]);
});

it('says why an update is not taken, and keeps to the neighbor and the way that were asked for', () => {
  expect(boxes.shown('R2', 'debug ip bgp 10.0.12.1 updates in')).toBe(
    'BGP updates debugging is on for neighbor 10.0.12.1 (inbound) for address family: IPv4 Unicast',
  );
  boxes.shown('R1', 'debug ip bgp 10.0.12.9 updates');
  boxes.configure(
    'R1',
    'ip route 10.1.0.0 255.255.0.0 Null0',
    'route-map LOOP permit 10',
    'set as-path prepend 65002',
    'router bgp 65001',
    'neighbor 10.0.12.2 route-map LOOP out',
    'network 10.1.0.0 mask 255.255.0.0',
  );
  boxes.run(40);
  expect(log('R1')).toEqual([]);
  expect(log('R2')).toEqual([
    'BGP(0): 10.0.12.1 rcv UPDATE w/ attr: nexthop 10.0.12.1, origin i, metric 0, merged path 65001 65002, AS_PATH ',
    'BGP(0): 10.0.12.1 rcv UPDATE about 10.1.0.0/16 -- DENIED due to: AS-PATH contains our own AS;',
  ]);
  expect(boxes.shown('R2', 'show debugging')).toBe(
    'IP routing:\n  BGP updates debugging is on for neighbor 10.0.12.1 (inbound) for address family: IPv4 Unicast',
  );
});

it('is silent after undebug all', () => {
  boxes.shown('R1', 'debug ip bgp updates');
  boxes.shown('R1', 'debug ip routing');
  expect(boxes.shown('R1', 'show debugging')).toBe(
    'IP routing:\n  IP routing debugging is on\n  BGP updates debugging is on for address family: IPv4 Unicast',
  );
  boxes.shown('R1', 'undebug all');
  boxes.configure('R1', 'ip route 10.1.0.0 255.255.0.0 Null0', 'router bgp 65001', 'redistribute static');
  boxes.run(40);
  expect(log('R1')).toEqual([]);
  expect(boxes.shown('R1', 'show debugging')).toBe('');
});

/** Texts: debugs of IOS 15 (static route that gives way, connected network that goes). */
it('tells of routes that come, give way and go', () => {
  expect(boxes.shown('R1', 'debug ip routing')).toBe('IP routing debugging is on');
  boxes.configure('R1', 'ip route 10.9.0.0 255.255.0.0 10.0.12.2 200');
  boxes.configure('R1', 'ip route 10.9.0.0 255.255.0.0 10.0.12.7 5');
  boxes.configure('R1', 'no ip route 10.9.0.0 255.255.0.0 10.0.12.7');
  boxes.configure('R1', `interface ${G0}`, 'shutdown');
  expect(log('R1')).toEqual([
    'RT: updating static 10.9.0.0/16 (0x0)  :\n    via 10.0.12.2   0 1048577',
    'RT: add 10.9.0.0/16 via 10.0.12.2, static metric [200/0]',
    'RT: updating static 10.9.0.0/16 (0x0)  :\n    via 10.0.12.7   0 1048577',
    'RT: closer admin distance for 10.9.0.0, flushing 1 routes',
    'RT: add 10.9.0.0/16 via 10.0.12.7, static metric [5/0]',
    'RT: del 10.9.0.0 via 10.0.12.7, static metric [5/0]',
    'RT: delete subnet route to 10.9.0.0/16',
    'RT: updating static 10.9.0.0/16 (0x0)  :\n    via 10.0.12.2   0 1048577',
    'RT: add 10.9.0.0/16 via 10.0.12.2, static metric [200/0]',
    'RT: del 10.0.12.0 via 0.0.0.0, connected metric [0/0]',
    'RT: delete subnet route to 10.0.12.0/24',
    'RT: del 10.0.12.1 via 0.0.0.0, connected metric [0/0]',
    'RT: delete subnet route to 10.0.12.1/32',
    'RT: del 10.9.0.0 via 10.0.12.2, static metric [200/0]',
    'RT: delete subnet route to 10.9.0.0/16',
  ]);
});
