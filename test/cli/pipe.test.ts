import { describe, expect, it } from 'vitest';
import {
  beginning,
  counting,
  countingMatches,
  excluding,
  including,
  last,
  piped,
  sections,
  trimming,
  withoutSections,
} from '../../src/cli/pipe.ts';
import { iosRegex, junosRegex } from '../../src/cli/regex.ts';

const ios = (pattern: string) => {
  const regex = iosRegex(pattern);
  if (!regex.ok) throw new Error(regex.error.kind);
  return regex.value;
};
const junos = (pattern: string) => {
  const regex = junosRegex(pattern);
  if (!regex.ok) throw new Error(regex.error.kind);
  return regex.value;
};

const CONFIG = `hostname R1
!
interface GigabitEthernet0/1
 description to R2
 ip address 10.0.12.1 255.255.255.0
!
router bgp 65000
 bgp log-neighbor-changes
 neighbor 10.0.12.2 remote-as 65000
 !
 address-family vpnv4
  neighbor 10.0.12.2 activate
 exit-address-family
!
router ospf 1
 network 10.0.0.0 0.255.255.255 area 0
!
end`.split('\n');

describe('pipes of IOS', () => {
  it('include and exclude lines', () => {
    expect(including(ios('^router'))(CONFIG)).toEqual(['router bgp 65000', 'router ospf 1']);
    expect(excluding(ios('^ |!'))(CONFIG)).toEqual([
      'hostname R1',
      'interface GigabitEthernet0/1',
      'router bgp 65000',
      'router ospf 1',
      'end',
    ]);
    expect(including(ios('bgp|ospf'))(CONFIG)).toHaveLength(3);
    expect(including(ios('ROUTER'))(CONFIG)).toEqual([]);
  });

  it('begin at the first line that fits', () => {
    expect(beginning(ios('router ospf'))(CONFIG)).toEqual(CONFIG.slice(14));
    expect(beginning(ios('nothing'))(CONFIG)).toEqual([]);
  });

  it('show a section with everything that is indented below it', () => {
    expect(sections(ios('^router bgp'))(CONFIG)).toEqual(CONFIG.slice(6, 13));
    expect(sections(ios('router'))(CONFIG)).toEqual([...CONFIG.slice(6, 13), ...CONFIG.slice(14, 16)]);
  });

  it('show a section inside a section', () => {
    expect(sections(ios('address-family'))(CONFIG)).toEqual([
      ' address-family vpnv4',
      '  neighbor 10.0.12.2 activate',
      ' exit-address-family',
    ]);
  });

  it('show everything but a section', () => {
    expect(withoutSections(ios('^router|^interface'))(CONFIG)).toEqual(['hostname R1', '!', '!', '!', '!', 'end']);
  });

  // genieparser golden output: show bridge-domain | count Port-channel1\.EFP2.*
  it('count what fits', () => {
    expect(countingMatches(ios('neighbor 10\\.'))(CONFIG)).toEqual(['Number of lines which match regexp = 2']);
  });

  it('find a name with an underscore, and a delimiter where one is written', () => {
    expect(including(ios('CUST_A'))(['vrf CUST_A', 'vrf CUST-A', 'vrf CUST A'])).toEqual(['vrf CUST_A', 'vrf CUST A']);
  });
});

describe('pipes of Junos', () => {
  const LINES = ['ge-0/0/0.0 up', 'GE-0/0/1.0 up', 'lo0.0 up', 'xe-0/0/2 down'];

  it('match and except in either case', () => {
    expect(including(junos('^ge'))(LINES)).toEqual(LINES.slice(0, 2));
    expect(excluding(junos('UP'))(LINES)).toEqual(['xe-0/0/2 down']);
    expect(including(junos('(lo|xe).*(up|down)'))(LINES)).toEqual(LINES.slice(2));
    expect(including(junos('-0/0/[0-9]{1,2}\\.'))(LINES)).toEqual(LINES.slice(0, 2));
  });

  it('find, last and trim', () => {
    expect(beginning(junos('lo0'))(LINES)).toEqual(LINES.slice(2));
    expect(last(1)(LINES)).toEqual(['xe-0/0/2 down']);
    expect(last(0)(LINES)).toEqual([]);
    expect(last(9)(LINES)).toEqual(LINES);
    expect(trimming(3)(['abcdef', 'ab', ''])).toEqual(['def', '', '']);
  });

  it('count lines', () => {
    expect(counting(LINES)).toEqual(['Count: 4 lines']);
  });

  it('follow one another', () => {
    expect(piped([including(junos('up')), excluding(junos('lo')), counting])(LINES)).toEqual(['Count: 2 lines']);
    expect(piped([])(LINES)).toEqual(LINES);
  });
});
