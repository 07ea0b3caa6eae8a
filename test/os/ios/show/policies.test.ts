// What the lists and maps of policies look like.

import { describe, expect, it } from 'vitest';
import { Console } from '../console.ts';

const text = `
ip prefix-list other seq 5 deny 0.0.0.0/0
ip prefix-list test description customers
ip prefix-list test seq 5 permit 10.205.0.0/8
ip prefix-list test seq 10 permit 10.205.0.0/8 le 16
ip prefix-list test seq 25 permit 10.169.0.0/8 ge 16 le 24
route-map test2 permit 10
 match metric 100
 match tag 65534
 match as-path 100
 match community test
 match extcommunity test
 match ip next-hop prefix-list test
 continue 40
 set metric 100
 set tag 10
 set community 100:100 additive
 set comm-list test delete
 set as-path prepend 65000 65000
 set ip next-hop 10.4.1.1 10.16.2.2
 set extcommunity soo 100:10
 set extcommunity rt 100:10 100:100 additive
ip as-path access-list 34 deny RTR$
ip as-path access-list 100 permit 100$
ip community-list 1 permit 3
ip community-list 1 deny 5
ip community-list 101 deny 4_
ip community-list standard CUSTOMERS permit 65000:1 no-export
ip extcommunity-list 1 permit rt 64512:10
ip extcommunity-list 1 permit soo 65400:20
ip extcommunity-list expanded LISTNAME permit 0-9*
access-list 1 deny 10.9.3.4 log
access-list 1 permit any
access-list 7 permit 10.0.0.0 0.255.255.255
access-list 101 permit ip any host 10.0.0.1
ip access-list extended acl1
 20 permit udp any host 10.4.1.1 eq 1985
 10 remark hello
 30 deny icmp any any
ip access-list standard NAMES
 permit host 192.0.2.1
`;

/** What a command prints, without the prompt behind it. */
function show(command: string, more = ''): string {
  const console = new Console({ saved: `hostname R1\n${text}${more}` });
  console.line('terminal length 0');
  console.line('enable');
  return console.line(command).replace(/\n?R1[>#]$/, '');
}

// Shape: genieparser ShowIpPrefixListDetail golden output.
describe('show ip prefix-list', () => {
  it('in detail counts entries and ranges', () => {
    expect(show('show ip prefix-list detail test')).toBe(`\
ip prefix-list test:
   Description: customers
   count: 3, range entries: 2, sequences: 5 - 25, refcount: 1
   seq 5 permit 10.0.0.0/8 (hit count: 0, refcount: 0)
   seq 10 permit 10.0.0.0/8 le 16 (hit count: 0, refcount: 0)
   seq 25 permit 10.0.0.0/8 ge 16 le 24 (hit count: 0, refcount: 0)`);
  });

  it('of all lists begins with the one that was changed last', () => {
    expect(show('show ip prefix-list summary').split('\n').slice(0, 3)).toEqual([
      'Prefix-list with the last deletion/insertion: test',
      'ip prefix-list other:',
      '   count: 1, range entries: 0, sequences: 5 - 5, refcount: 0',
    ]);
  });

  it('shows one entry, or those of a prefix', () => {
    expect(show('show ip prefix-list test seq 10')).toBe('   seq 10 permit 10.0.0.0/8 le 16');
    expect(show('show ip prefix-list test 10.0.0.0/8').split('\n')).toHaveLength(3);
    expect(show('show ip prefix-list test 10.1.0.0/16 first-match')).toBe('   seq 10 permit 10.0.0.0/8 le 16');
    expect(show('show ip prefix-list test 10.0.0.0/7 longer').split('\n')).toHaveLength(3);
    expect(show('show ip prefix-list none')).toBe("% Can't find specified prefix-list");
  });
});

// Shape: genieparser ShowRouteMapAll golden outputs (blanks behind the values of matches and behind a tag); "BGP Route Map
// Continue" for `Continue:`.
describe('show route-map', () => {
  it('says what each entry matches and sets', () => {
    expect(show('show route-map test2').split('\n').toSorted()).toEqual(
      `\
route-map test2, permit, sequence 10
  Match clauses:
    ip next-hop prefix-lists: test 
    metric  100 
     tag 65534 
    as-path (as-path filter): 100 
    community (community-list filter): test 
    extcommunity (extcommunity-list filter):test 
  Continue:
    to next entry 40
  Set clauses:
    metric 100
    tag 10 
    comm-list test delete
    as-path prepend 65000 65000
    ip next-hop 10.4.1.1 10.16.2.2
    community 6553700 additive
    extended community SoO:100:10
    extended community RT:100:10 RT:100:100 additive
  Policy routing matches: 0 packets, 0 bytes`
        .split('\n')
        .toSorted(),
    );
  });

  it('writes communities as the format says', () => {
    expect(show('show route-map test2', 'ip bgp-community new-format\n')).toContain('    community 100:100 additive');
  });

  it('of all maps tells those that programs made, too', () => {
    const lines = show('show route-map all').split('\n');
    expect(lines[0]).toBe('STATIC routemaps');
    expect(lines.slice(-2)).toEqual(['DYNAMIC routemaps', 'Current active dynamic routemaps = 0']);
  });
});

// Cisco IOS IP Routing: BGP command reference, the examples of the three commands.
describe('lists of attributes', () => {
  it('show ip as-path-access-list', () => {
    expect(show('show ip as-path-access-list')).toBe(`\
AS path access list 34
    deny RTR$
AS path access list 100
    permit 100$`);
    expect(show('show ip as-path-access-list 100').split('\n')).toHaveLength(2);
  });

  it('show ip community-list', () => {
    expect(show('show ip community-list')).toBe(`\
Community standard list 1
    permit 3
    deny 5
Community (expanded) access list 101
    deny 4_
Named Community standard list CUSTOMERS
    permit 4259840001 no-export`);
    expect(show('show ip community-list CUSTOMERS', 'ip bgp-community new-format\n')).toContain(
      'permit 65000:1 no-export',
    );
  });

  it('show ip extcommunity-list', () => {
    expect(show('show ip extcommunity-list')).toBe(`\
Standard extended community-list 1
    10 permit RT:64512:10
    20 permit SoO:65400:20
Expanded extended community-list LISTNAME
    10 permit 0-9*`);
  });
});

// Shape: genieparser ShowAccessLists golden outputs.
describe('show access-lists', () => {
  it('tells standard lists, then extended ones, with their numbers', () => {
    expect(show('show access-lists')).toBe(`\
Standard IP access list 1
    10 deny   10.9.3.4 log
    20 permit any
Standard IP access list 7
    10 permit 10.0.0.0, wildcard bits 0.255.255.255
Standard IP access list NAMES
    10 permit 192.0.2.1
Extended IP access list 101
    10 permit ip any host 10.0.0.1
Extended IP access list acl1
    20 permit udp any host 10.4.1.1 eq 1985
    30 deny icmp any any`);
    expect(show('show ip access-lists 7').split('\n')).toHaveLength(2);
  });
});

// Cisco IOS IP Routing: Protocol-Independent command reference, "ip prefix-list sequence-number".
it('no ip prefix-list sequence-number keeps numbers out of the configuration, and out of nothing else', () => {
  const more = 'no ip prefix-list sequence-number\n';
  const lines = show('show running-config', more).split('\n');
  expect(lines.filter((line) => line.startsWith('ip prefix-list test permit'))).toEqual([
    'ip prefix-list test permit 10.0.0.0/8',
    'ip prefix-list test permit 10.0.0.0/8 le 16',
    'ip prefix-list test permit 10.0.0.0/8 ge 16 le 24',
  ]);
  expect(lines).toContain('no ip prefix-list sequence-number');
  expect(show('show ip prefix-list other', more)).toContain('   seq 5 deny 0.0.0.0/0');
});
