// The command files of this room: nothing is missing, nothing is served in vain.

import { expect, it } from 'vitest';
import { checkVocabulary } from '../../../src/language/check.ts';
import { views } from '../../../src/os/ios/show/index.ts';
import { actions } from '../../../src/os/ios/tools/index.ts';
import { TYPES, typed, VOCABULARY } from './vocabulary.ts';

it('has no complaint about show.cmd, tools.cmd, mpls-show.cmd and bgp-show.cmd', () => {
  const served = {
    views: new Set(Object.keys(views)),
    actions: new Set(Object.keys(actions)),
    watches: new Set<string>(),
    types: TYPES,
  };
  expect(checkVocabulary(VOCABULARY, served)).toEqual([]);
});

it.each([
  ['sh ip ro vrf VRF-A 10.0.0.0 255.0.0.0 lon', 'show ip route vrf VRF-A 10.0.0.0 255.0.0.0 longer-prefixes'],
  ['sh ip int bri', 'show ip interface brief'],
  ['sh int desc', 'show interfaces description'],
  ['sh ip bgp v all de', 'show ip bgp vpnv4 all detail'],
  ['sh bgp vpnv4 u vrf X 10.0.0.0/8', 'show bgp vpnv4 unicast vrf X 10.0.0.0/8'],
  ['ping vrf X 10.0.0.1 so Loopback0 rep 3 df', 'ping vrf X 10.0.0.1 source Loopback0 repeat 3 df-bit'],
  ['trace 10.0.0.1 num ttl 2 4', 'traceroute 10.0.0.1 numeric ttl 2 4'],
  ['clear ip bgp * vpnv4 u soft in', 'clear ip bgp * vpnv4 unicast soft in'],
  ['clear arp', 'clear arp-cache'],
])('%s is %s', (line, full) => {
  expect(typed(line).words.join(' ')).toBe(full);
});
