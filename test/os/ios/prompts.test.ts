// The prompt of every mode that can be entered, and how interfaces may be called.

import { describe, expect, it } from 'vitest';
import { Console } from './console.ts';

const config = (): Console => new Console({ saved: 'hostname R1\nno logging console\n' }).lines('configure terminal');

/** The prompt behind the last of these lines. */
function promptAfter(...lines: readonly string[]): string {
  const terminal = config();
  const screens = lines.map((line) => terminal.line(line));
  return (screens.at(-1) ?? '').split('\n').at(-1) ?? '';
}

it.each([
  ['user exec', 'R1>', ['end', 'disable']],
  ['privileged exec', 'R1#', ['end']],
  ['global configuration', 'R1(config)#', ['exit', 'configure terminal']],
  ['interface', 'R1(config-if)#', ['interface gi0/1']],
  ['sub-interface', 'R1(config-subif)#', ['interface gi0/1.5']],
  ['interface range', 'R1(config-if-range)#', ['interface range gi0/1 - 2']],
  ['console', 'R1(config-line)#', ['line con 0']],
  ['vty', 'R1(config-line)#', ['line vty 0 4']],
  ['OSPF', 'R1(config-router)#', ['router ospf 1']],
  ['IS-IS', 'R1(config-router)#', ['router isis']],
  ['RIP', 'R1(config-router)#', ['router rip']],
  ['EIGRP', 'R1(config-router)#', ['router eigrp 1']],
  ['BGP', 'R1(config-router)#', ['router bgp 1']],
  ['BGP address family', 'R1(config-router-af)#', ['router bgp 1', 'address-family vpnv4']],
  ['EIGRP address family', 'R1(config-router-af)#', ['router eigrp N', 'address-family ipv4 autonomous-system 1']],
  [
    'EIGRP interface',
    'R1(config-router-af-interface)#',
    ['router eigrp N', 'address-family ipv4 autonomous-system 1', 'af-interface default'],
  ],
  [
    'EIGRP topology',
    'R1(config-router-af-topology)#',
    ['router eigrp N', 'address-family ipv4 autonomous-system 1', 'topology base'],
  ],
  ['VRF', 'R1(config-vrf)#', ['vrf definition A']],
  ['VRF address family', 'R1(config-vrf-af)#', ['vrf definition A', 'address-family ipv4']],
  ['VRF, older syntax', 'R1(config-vrf)#', ['ip vrf A']],
  ['route map', 'R1(config-route-map)#', ['route-map X']],
  ['standard access list', 'R1(config-std-nacl)#', ['ip access-list standard S']],
  ['extended access list', 'R1(config-ext-nacl)#', ['ip access-list extended E']],
  ['key chain', 'R1(config-keychain)#', ['key chain K']],
  ['key', 'R1(config-keychain-key)#', ['key chain K', 'key 1']],
  ['IP SLA', 'R1(config-ip-sla)#', ['ip sla 1']],
  ['archive', 'R1(config-archive)#', ['archive']],
  ['archive log', 'R1(config-archive-log-cfg)#', ['archive', 'log config']],
  ['control plane', 'R1(config-cp)#', ['control-plane']],
])('the prompt of %s', (_, prompt, lines) => {
  expect(promptAfter(...lines)).toBe(prompt);
});

it.each([
  ['g0/1', 'GigabitEthernet0/1'],
  ['gi 0/1', 'GigabitEthernet0/1'],
  ['GIGABITETHERNET0/1', 'GigabitEthernet0/1'],
  ['gi0/1.100', 'GigabitEthernet0/1.100'],
  ['Gig 0/1.100', 'GigabitEthernet0/1.100'],
  ['lo0', 'Loopback0'],
  ['Loopback 0', 'Loopback0'],
  ['tu10', 'Tunnel10'],
  ['po1', 'Port-channel1'],
])('interface %s is %s', (typed, name) => {
  const terminal = config().lines(`interface ${typed}`, 'end');
  expect(terminal.line('show running-config | include ^interface').split('\n')).toContain(`interface ${name}`);
});

describe('a long hostname', () => {
  it('is as long as 63 characters, not more', () => {
    const terminal = config();
    const long = 'R'.repeat(63);
    expect(terminal.line(`hostname ${long}x`)).toBe('% Hostname is too long\nR1(config)#');
    expect(terminal.line(`hostname ${long}`)).toBe(`${'R'.repeat(20)}(config)#`);
    expect(terminal.line('end')).toBe(`${long}#`);
  });
});

describe('leaving', () => {
  it('exit goes up one level, end all the way, and exit-address-family exists', () => {
    const terminal = config().lines('router bgp 65000', 'address-family vpnv4');
    expect(terminal.line('exit-address-family')).toBe('R1(config-router)#');
    expect(terminal.line('exit')).toBe('R1(config)#');
    expect(terminal.line('interface gi0/0')).toBe('R1(config-if)#');
    expect(terminal.line('end')).toBe('R1#');
  });

  it('Ctrl-Z runs what stands in the line, in a block as in global configuration', () => {
    const terminal = config();
    terminal.keys('hostname RZ').press('ctrl-z');
    expect(terminal.screen()).toMatch(/hostname RZ\^Z\nRZ#$/);
    expect(terminal.vty.state).toBe('prompt');
  });
});

describe('default', () => {
  it('sets an interface back, and says so', () => {
    const terminal = config().lines('interface gi0/1', 'description x', 'exit');
    expect(terminal.line('default interface gi0/1')).toBe(
      'Interface GigabitEthernet0/1 set to default configuration\nR1(config)#',
    );
    expect(terminal.line('do show running-config interface gi0/1')).not.toContain('description');
  });
});

describe('abbreviations', () => {
  it('are kept in the history as typed, and printed in full', () => {
    const terminal = config().lines('int lo0', 'ip addr 1.1.1.1 255.255.255.255', 'end');
    expect(terminal.config()).toEqual(
      expect.arrayContaining(['interface Loopback0', ' ip address 1.1.1.1 255.255.255.255']),
    );
    terminal.line('sh priv');
    expect(terminal.line('sh hist')).toContain('  sh priv\n');
  });
});
