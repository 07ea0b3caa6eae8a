// What becomes of configuration lines: what is kept, what is printed, what is answered.

import { describe, expect, it } from 'vitest';
import { Console, configured, IOS, model } from './console.ts';

/** Types lines in global configuration mode: the answers, without prompts. */
function typed(lines: readonly string[], saved = ''): { readonly said: string; readonly config: readonly string[] } {
  const terminal = new Console({ saved: `hostname R1\nno logging console\n${saved}` }).lines('configure terminal');
  const said = lines.map((line) => terminal.line(line).replace(/R1\([\w-]+\)#$/, '')).join('');
  return { said, config: terminal.config() };
}

/** The lines of a block of the configuration. */
function block(config: readonly string[], first: string): readonly string[] {
  const from = config.indexOf(first);
  const rest = config.slice(from + 1);
  const end = rest.findIndex((line) => !line.startsWith(' '));
  return from < 0 ? [] : rest.slice(0, end).map((line) => line.trim());
}

// Cisco IOS command references: `no is-type`, `no isis circuit-type`, `no duplex`, `no mpls label protocol`.
describe('a setting that is one of several words', () => {
  it('is taken back by its name alone, and by a word where several settings share it', () => {
    const port = ['interface gi0/0', 'isis circuit-type level-1', 'isis authentication mode md5', 'duplex full'];
    const process = ['router isis', 'is-type level-1', 'authentication mode md5'];
    const all = [...process, ...port];
    const told = (lines: readonly string[]): readonly string[] =>
      lines.map((line) => line.trim()).filter((line) => /level-1|md5|full/.test(line));
    expect(told(typed(all).config)).toHaveLength(5);
    const { said, config } = typed([
      ...all,
      ...['no isis circuit-type', 'no isis authentication mode', 'no duplex'],
      ...['router isis', 'no is-type', 'no authentication mode'],
    ]);
    expect([said, told(config)]).toEqual(['', []]);
    expect(typed([...port, 'no isis network', 'no isis authentication']).said).toBe(
      '% Incomplete command.\n\n% Incomplete command.\n\n',
    );
  });
});

describe('addresses', () => {
  const port = (lines: readonly string[], saved = '') => {
    const { said, config } = typed(['interface gi0/0', ...lines], saved);
    return { said, block: block(config, 'interface GigabitEthernet0/0').filter((line) => line.includes('ip address')) };
  };
  const other = 'interface gi0/1\n ip address 10.1.1.1 255.255.255.0\n no shutdown\n';

  it('replace each other, unless they are secondary', () => {
    const { block: lines } = port([
      'ip address 10.0.0.1 255.255.255.0',
      'ip address 10.0.2.1 255.255.255.0 secondary',
      'ip address 10.0.1.1 255.255.255.0 secondary',
      'ip address 10.0.3.1 255.255.255.0',
    ]);
    expect(lines).toEqual([
      'ip address 10.0.2.1 255.255.255.0 secondary',
      'ip address 10.0.1.1 255.255.255.0 secondary',
      'ip address 10.0.3.1 255.255.255.0',
    ]);
  });

  it.each([
    ['ip address 10.0.0.0 255.255.255.0', 'Bad mask /24 for address 10.0.0.0\n'],
    ['ip address 10.0.0.255 255.255.255.0', 'Bad mask /24 for address 10.0.0.255\n'],
    ['ip address 10.0.0.4 255.255.255.252', 'Bad mask /30 for address 10.0.0.4\n'],
    ['ip address 10.0.0.1 255.0.255.0', 'Bad mask 0xFF00FF00 for address 10.0.0.1\n'],
    ['ip address 224.0.0.1 255.255.255.0', 'Not a valid host address - 224.0.0.1\n'],
    ['ip address 127.0.0.1 255.0.0.0', 'Not a valid host address - 127.0.0.1\n'],
    ['ip address 10.1.1.2 255.255.255.0', '% 10.1.1.0 overlaps with GigabitEthernet0/1\n'],
    ['ip address 10.1.200.1 255.255.0.0', '% 10.1.0.0 overlaps with GigabitEthernet0/1\n'],
  ])('%s: refused', (line, said) => {
    const tried = port([line], other);
    expect(tried.said).toBe(said);
    expect(tried.block).toEqual(['no ip address']);
  });

  it('may be /31, with a warning on a port and none on a loopback', () => {
    expect(port(['ip address 10.0.0.0 255.255.255.254']).said).toBe(
      '% Warning: use /31 mask on non point-to-point interface cautiously\n',
    );
    expect(typed(['interface lo0', 'ip address 10.0.0.0 255.255.255.254']).said).toBe('');
    expect(port(['ip address 10.0.0.0 255.255.255.255']).block).toEqual(['ip address 10.0.0.0 255.255.255.255']);
  });

  it('are taken away one by one, the first one last', () => {
    const two = ['ip address 10.0.0.1 255.255.255.0', 'ip address 10.0.2.1 255.255.255.0 secondary'];
    const first = port([...two, 'no ip address 10.0.0.1 255.255.255.0']);
    expect(first.said).toBe('Must delete secondary before deleting primary\n');
    expect(first.block).toHaveLength(2);
    const both = port([
      ...two,
      'no ip address 10.0.2.1 255.255.255.0 secondary',
      'no ip address 10.0.0.1 255.255.255.0',
    ]);
    expect(both).toEqual({ said: '', block: ['no ip address'] });
    expect(port([...two, 'no ip address'])).toEqual({ said: '', block: ['no ip address'] });
    expect(port([...two, 'no ip address 10.9.9.9 255.0.0.0']).said).toBe('Invalid address\n');
  });

  it('may overlap with those of a port that is shut, which then cannot come up', () => {
    const shut = 'interface gi0/1\n ip address 10.1.1.1 255.255.255.0\n';
    const lines = ['ip address 10.1.1.2 255.255.255.0', 'no shutdown', 'interface gi0/1', 'no shutdown'];
    const { said } = typed(['interface gi0/0', ...lines], shut);
    expect(said).toBe(
      '% 10.1.1.0 overlaps with GigabitEthernet0/0\nGigabitEthernet0/1: incorrect IP address assignment\n',
    );
  });

  it('may be equal in two VRFs', () => {
    const vrf = 'vrf definition A\n address-family ipv4\n';
    expect(port(['vrf forwarding A', 'ip address 10.1.1.1 255.255.255.0'], other + vrf).said).toBe('');
  });
});

describe('sub-interfaces', () => {
  it('need a tag before they take an address', () => {
    const { said, config } = typed([
      'interface gi0/0.10',
      'ip address 10.0.0.1 255.0.0.0',
      'encapsulation dot1q 10',
      'ip address 10.0.0.1 255.0.0.0',
    ]);
    expect(said).toBe(
      [
        '\n% Configuring IP routing on a LAN subinterface is only allowed if that',
        'subinterface is already configured as part of an IEEE 802.10, IEEE 802.1Q,',
        'or ISL vLAN.\n\n',
      ].join('\n'),
    );
    expect(block(config, 'interface GigabitEthernet0/0.10')).toEqual([
      'encapsulation dot1Q 10',
      'ip address 10.0.0.1 255.0.0.0',
    ]);
  });

  it('have each a tag of their own on one port', () => {
    const lines = ['interface gi0/0.10', 'encapsulation dot1q 10', 'interface gi0/1.10', 'encapsulation dot1q 10'];
    expect(typed(lines).said).toBe('');
    expect(typed([...lines, 'interface gi0/0.20', 'encapsulation dot1q 10']).said).toBe(
      [
        '\n%Configuration of multiple subinterfaces of the same main',
        'interface with the same VID (10) is not permitted.',
        'This VID is already configured on GigabitEthernet0/0.10.\n\n',
      ].join('\n'),
    );
  });

  it('stand behind their port, by number', () => {
    const { config } = typed(['interface gi0/0.100', 'interface gi0/0.20', 'interface lo10', 'interface lo2']);
    const names = config.filter((line) => line.startsWith('interface ')).slice(0, 6);
    expect(names).toEqual([
      'interface Loopback2',
      'interface Loopback10',
      'interface GigabitEthernet0/0',
      'interface GigabitEthernet0/0.20',
      'interface GigabitEthernet0/0.100',
      'interface GigabitEthernet0/1',
    ]);
  });
});

describe('interfaces', () => {
  it('go away when they are made of software', () => {
    const { said, config } = typed(['interface lo0', 'exit', 'no interface lo0', 'no interface gi0/0']);
    expect(said).toBe('% Removal of physical interfaces is not permitted\n');
    expect(config).not.toContain('interface Loopback0');
  });

  it('are set back to what they were', () => {
    const { said, config } = typed(['interface gi0/0', 'description x', 'no shutdown', 'default interface gi0/0']);
    expect(said).toBe('Interface GigabitEthernet0/0 set to default configuration\n');
    expect(block(config, 'interface GigabitEthernet0/0')).toEqual([
      'no ip address',
      'duplex auto',
      'speed auto',
      'media-type rj45',
    ]);
  });

  it('are told the same thing together', () => {
    const { config } = typed(['interface range gi0/0 - 1 , lo5', 'description all', 'no shutdown']);
    for (const name of ['GigabitEthernet0/0', 'GigabitEthernet0/1', 'Loopback5'])
      expect(block(config, `interface ${name}`)).toContain('description all');
    expect(block(config, 'interface GigabitEthernet0/2')).toContain('shutdown');
  });
});

describe('VRFs', () => {
  const A = 'vrf definition A\n rd 1:1\n address-family ipv4\nvrf definition B\n address-family ipv4\n';
  const bound = 'interface gi0/0\n vrf forwarding A\n ip address 10.0.0.1 255.0.0.0\n';

  it('take the addresses of an interface that enters or leaves', () => {
    const { said, config } = typed(
      ['interface gi0/1', 'ip address 10.1.1.1 255.255.255.0', 'vrf forwarding A', 'no vrf forwarding'],
      A,
    );
    expect(said).toBe('% Interface GigabitEthernet0/1 IPv4 disabled and address(es) removed due to enabling VRF A\n');
    expect(block(config, 'interface GigabitEthernet0/1')).toContain('no ip address');
    expect(typed(['interface gi0/0', 'vrf forwarding B'], A + bound).said).toBe(
      '% Interface GigabitEthernet0/0 IPv4 disabled and address(es) removed due to enabling VRF B\n',
    );
    expect(typed(['interface gi0/0', 'no vrf forwarding'], A + bound).said).toBe(
      '% Interface GigabitEthernet0/0 IPv4 disabled and address(es) removed due to disabling VRF A\n',
    );
  });

  it('must exist, and have IPv4', () => {
    expect(typed(['interface gi0/0', 'vrf forwarding X']).said).toBe('% VRF X not configured, invalid vrf name\n');
    const lines = ['vrf definition C', 'interface gi0/0', 'vrf forwarding C', 'ip address 1.1.1.1 255.0.0.0'];
    expect(typed(lines).said).toBe('%IPv4 protocol is not enabled in VRF C\n');
  });

  it('have one distinguisher each, which nobody else has', () => {
    expect(typed(['vrf definition B', 'rd 1:1'], A).said).toBe('% RD 1:1 already in use by VRF A\n');
    expect(typed(['vrf definition A', 'rd 1:1'], A).said).toBe('');
    expect(typed(['vrf definition A', 'rd 1:2'], A).said).toBe(
      '% Do "no rd 1:1" first, in "vrf A" submode, before redefining the RD for the VRF\n',
    );
    const { config } = typed(['vrf definition A', 'no rd 1:1', 'rd 1:11'], A);
    expect(block(config, 'vrf definition A')[0]).toBe('rd 1:11');
  });

  it('lose their part of BGP with their distinguisher', () => {
    const bgp = 'router bgp 65000\n address-family ipv4 vrf A\n  redistribute connected\n';
    expect(typed(['vrf definition A', 'no rd 1:1'], A + bgp).config).not.toContain(' address-family ipv4 vrf A');
  });

  it('print targets in both directions, exports first', () => {
    const { config } = typed(
      ['vrf definition A', 'route-target both 1:1', 'route-target import 1:3', 'route-target 1:2'],
      A,
    );
    expect(block(config, 'vrf definition A').slice(0, 6)).toEqual([
      'rd 1:1',
      'route-target export 1:1',
      'route-target export 1:2',
      'route-target import 1:1',
      'route-target import 1:3',
      'route-target import 1:2',
    ]);
    const less = typed(['vrf definition A', 'route-target both 1:1', 'no route-target both 1:1'], A);
    expect(block(less.config, 'vrf definition A').join()).not.toContain('route-target');
  });

  it('take addresses with them when they no longer route IPv4', () => {
    const { said, config } = typed(['vrf definition A', 'no address-family ipv4'], A + bound);
    expect(said).toBe('% IPv4 addresses from all interfaces in VRF A have been removed\n');
    expect(IOS.print(configured(config.join('\n'))).filter((line) => line.trim() !== '!')).toEqual(config);
  });

  it('take with them what hangs on them', () => {
    const more = 'ip route vrf A 0.0.0.0 0.0.0.0 10.0.0.2\nrouter bgp 65000\n address-family ipv4 vrf A\n';
    const { said, config } = typed(['no vrf definition A'], A + bound + more);
    expect(said).toBe('% IPv4 and IPv6 addresses from all interfaces in VRF A have been removed\n');
    expect(config.join('\n')).not.toMatch(/vrf (definition |forwarding )?A\b/);
    expect(block(config, 'interface GigabitEthernet0/0')).toContain('no ip address');
    expect(typed(['ip vrf Z', 'no ip vrf Z']).said).toBe(
      '% IPv4 addresses from all interfaces in VRF Z have been removed\n',
    );
  });

  it('of the old syntax are printed in it', () => {
    const { config } = typed([
      'ip vrf OLD',
      'rd 5:5',
      'interface gi0/0',
      'ip vrf forwarding OLD',
      'ip address 1.1.1.1 255.0.0.0',
    ]);
    expect(config).toContain('ip vrf OLD');
    expect(block(config, 'interface GigabitEthernet0/0').slice(0, 2)).toEqual([
      'ip vrf forwarding OLD',
      'ip address 1.1.1.1 255.0.0.0',
    ]);
  });
});

describe('BGP', () => {
  it('runs once', () => {
    const { said, config } = typed(['router bgp 65000', 'router bgp 65001']);
    expect(said).toBe('BGP is already running; AS is 65000\n');
    expect(block(config, 'router bgp 65000')).toEqual(['bgp log-neighbor-changes']);
  });

  it('wants a VRF with a distinguisher', () => {
    const vrf = 'vrf definition A\n address-family ipv4\n';
    const family = 'address-family ipv4 vrf A';
    expect(typed(['router bgp 1', family], vrf).said).toBe('% VRF A does not have an RD configured.\n');
    expect(typed(['router bgp 1', family]).said).toBe('% VRF A does not exist or does not have a RD\n');
    expect(typed(['vrf definition A', 'rd 1:1', 'router bgp 1', 'address-family ipv4 unicast vrf A']).config).toContain(
      ' address-family ipv4 vrf A',
    );
  });

  it('needs to know a neighbor before its attributes', () => {
    const lines = ['router bgp 1', 'neighbor 1.1.1.1 activate'];
    expect(typed(lines).said).toBe('% Specify remote-as or peer-group commands first\n');
    expect(typed(['router bgp 1', 'neighbor 1.1.1.1 remote-as 2', 'neighbor 1.1.1.1 activate']).said).toBe('');
  });

  it('prints neighbors by their addresses, groups first, and forgets all about one at once', () => {
    const lines = [
      'router bgp 1',
      'neighbor 10.0.0.10 remote-as 2',
      'neighbor 10.0.0.9 remote-as 3',
      'neighbor G peer-group',
      'neighbor 10.0.0.10 description ten',
      'address-family ipv4',
      'neighbor 10.0.0.10 activate',
    ];
    expect(block(typed(lines).config, 'router bgp 1')).toEqual([
      'bgp log-neighbor-changes',
      'neighbor G peer-group',
      'neighbor 10.0.0.9 remote-as 3',
      'neighbor 10.0.0.10 remote-as 2',
      'neighbor 10.0.0.10 description ten',
      'address-family ipv4',
      'neighbor 10.0.0.9 activate',
      'neighbor 10.0.0.10 activate',
      'exit-address-family',
    ]);
    const { config } = typed([...lines, 'router bgp 1', 'no neighbor 10.0.0.10']);
    expect(config.join('\n')).not.toContain('10.0.0.10');
  });

  it('adds options of redistribute up, and prints networks of a class without their mask', () => {
    const { config } = typed([
      'router bgp 1',
      'redistribute connected metric 5',
      'redistribute connected route-map M',
      'network 10.0.0.0 mask 255.0.0.0',
      'network 172.16.5.5 mask 255.255.255.0',
      'network 192.168.1.0',
    ]);
    expect(block(config, 'router bgp 1').slice(1)).toEqual([
      'network 10.0.0.0',
      'network 172.16.5.0 mask 255.255.255.0',
      'network 192.168.1.0',
      'redistribute connected metric 5 route-map M',
    ]);
    const less = typed([
      'router bgp 1',
      'redistribute connected metric 5 route-map M',
      'no redistribute connected metric',
      'network 10.0.0.0',
      'no network 10.0.0.0',
    ]);
    expect(block(less.config, 'router bgp 1').slice(1)).toEqual(['redistribute connected route-map M']);
  });
});

describe('static routes', () => {
  it.each([
    ['ip route 10.0.0.1 255.0.0.0 1.1.1.1', '%Inconsistent address and mask\n'],
    ['ip route 10.0.0.0 255.0.255.0 1.1.1.1', '%Inconsistent address and mask\n'],
    ['ip route 10.0.0.0 255.0.0.0 192.0.2.1', "%Invalid next hop address (it's this router)\n"],
    ['ip route vrf X 10.0.0.0 255.0.0.0 1.1.1.1', '% IP routing table X does not exist\n'],
    ['no ip route 10.0.0.0 255.0.0.0', '%No matching route to delete\n'],
  ])('%s: refused', (line, said) => {
    expect(typed([line], 'interface lo0\n ip address 192.0.2.1 255.255.255.0\n').said).toBe(said);
  });

  it('stand in the order of their prefixes, global ones first, options in their order', () => {
    const { said, config } = typed(
      [
        'ip route vrf A 10.0.0.0 255.0.0.0 1.1.1.1',
        'ip route 172.16.0.0 255.255.0.0 Null0 200',
        'ip route 10.10.0.0 255.255.0.0 1.1.1.1 tag 7 name X 5'.replace(' 5', ''),
        'ip route 10.9.0.0 255.255.0.0 gi0/0 1.1.1.1 permanent',
      ],
      'vrf definition A\n address-family ipv4\n',
    );
    expect(said).toBe('');
    expect(config.filter((line) => line.startsWith('ip route'))).toEqual([
      'ip route 10.9.0.0 255.255.0.0 GigabitEthernet0/0 1.1.1.1 permanent',
      'ip route 10.10.0.0 255.255.0.0 1.1.1.1 name X tag 7',
      'ip route 172.16.0.0 255.255.0.0 Null0 200',
      'ip route vrf A 10.0.0.0 255.0.0.0 1.1.1.1',
    ]);
  });

  it('are changed by being typed again, and taken away by their prefix', () => {
    const lines = ['ip route 10.0.0.0 255.0.0.0 1.1.1.1', 'ip route 10.0.0.0 255.0.0.0 1.1.1.1 50'];
    const routes = (more: readonly string[]): readonly string[] =>
      typed([...lines, ...more]).config.filter((line) => line.startsWith('ip route'));
    expect(routes([])).toEqual(['ip route 10.0.0.0 255.0.0.0 1.1.1.1 50']);
    expect(routes(['no ip route 10.0.0.0 255.0.0.0 1.1.1.1'])).toEqual([]);
    expect(routes(['ip route 10.0.0.0 255.0.0.0 2.2.2.2', 'no ip route 10.0.0.0 255.0.0.0'])).toEqual([]);
  });

  it('warn where they have no next hop', () => {
    expect(typed(['ip route 0.0.0.0 0.0.0.0 gi0/0']).said).toBe(
      '%Default route without gateway, if not a point-to-point interface, may impact performance\n',
    );
  });
});

describe('policies', () => {
  it('number the entries of a prefix list by fives', () => {
    const { config } = typed([
      'ip prefix-list X permit 10.1.1.1/8',
      'ip prefix-list X seq 7 deny 11.0.0.0/8 le 24',
      'ip prefix-list X permit 12.0.0.0/8 le 30 ge 16',
      'ip prefix-list A permit 0.0.0.0/0',
      'ip prefix-list X seq 5 deny 13.0.0.0/8',
    ]);
    expect(config.filter((line) => line.startsWith('ip prefix-list'))).toEqual([
      'ip prefix-list A seq 5 permit 0.0.0.0/0',
      'ip prefix-list X seq 5 deny 13.0.0.0/8',
      'ip prefix-list X seq 7 deny 11.0.0.0/8 le 24',
      'ip prefix-list X seq 10 permit 12.0.0.0/8 ge 16 le 30',
    ]);
  });

  it.each([
    ['ge 8', false],
    ['ge 9', true],
    ['le 8', false],
    ['le 9', true],
    ['ge 24 le 16', false],
    ['ge 16 le 16', true],
  ])('10.0.0.0/8 %s: %s', (range, right) => {
    const { said } = typed([`ip prefix-list X permit 10.0.0.0/8 ${range}`]);
    const wrong = '% Invalid prefix range for 10.0.0.0/8, make sure: len < ge-value <= le-value\n';
    expect(said).toBe(right ? '' : wrong);
  });

  it('take entries away by number, by prefix, or all', () => {
    const lists = (line: string): readonly string[] =>
      typed(['ip prefix-list X permit 10.0.0.0/8', 'ip prefix-list X permit 11.0.0.0/8', line]).config.filter((one) =>
        one.startsWith('ip prefix-list'),
      );
    expect(lists('no ip prefix-list X seq 5')).toEqual(['ip prefix-list X seq 10 permit 11.0.0.0/8']);
    expect(lists('no ip prefix-list X permit 11.0.0.0/8')).toEqual(['ip prefix-list X seq 5 permit 10.0.0.0/8']);
    expect(lists('no ip prefix-list X')).toEqual([]);
    expect(lists('no ip prefix-list')).toHaveLength(2);
    expect(typed(['no ip prefix-list Y']).said).toBe("%Can't find specified prefix-list\n");
  });

  it.each([
    ['no ip prefix-list X description', ['ip prefix-list X seq 5 permit 10.0.0.0/8']],
    ['no ip prefix-list X description whatever', ['ip prefix-list X seq 5 permit 10.0.0.0/8']],
    ['no ip prefix-list X seq 5', ['ip prefix-list X description two words']],
    ['no ip prefix-list X', []],
  ])('%s', (line, left) => {
    const { config } = typed(['ip prefix-list X description two words', 'ip prefix-list X permit 10.0.0.0/8', line]);
    expect(config.filter((one) => one.startsWith('ip prefix-list'))).toEqual(left);
  });

  it('give a route map its first entry unasked, and sort the others', () => {
    const { config } = typed([
      'route-map M',
      'match tag 5',
      'match tag 6 5',
      'route-map M deny 30',
      'route-map M permit 20',
      'set metric 7',
      'route-map A deny 5',
    ]);
    expect(config.slice(config.indexOf('route-map M permit 10'), config.indexOf('control-plane'))).toEqual([
      'route-map M permit 10',
      ' match tag 5 6',
      'route-map M permit 20',
      ' set metric 7',
      'route-map M deny 30',
      'route-map A deny 5',
    ]);
    const turned = typed(['route-map M permit 10', 'match tag 5', 'route-map M deny 10']).config;
    expect(turned).not.toContain('route-map M permit 10');
    expect(turned[turned.indexOf('route-map M deny 10') + 1]).toBe(' match tag 5');
    expect(typed(['route-map M', 'no route-map M']).config.join()).not.toContain('route-map');
    expect(typed(['no route-map M']).said).toBe('% Could not find route-map M\n');
  });
});

describe('passwords', () => {
  it('are kept as they are, hidden, or hashed', () => {
    const { config } = typed([
      'enable password simple',
      'enable secret 5 $1$abcd$9Xxr0bJH5mDbXTmbdmkK4/',
      'username a password pw',
      'username b privilege 15 secret 9 $9$kept',
      'username c nopassword',
      'username a privilege 7',
    ]);
    expect(config).toEqual(
      expect.arrayContaining([
        'enable password simple',
        'enable secret 5 $1$abcd$9Xxr0bJH5mDbXTmbdmkK4/',
        'username a privilege 7 password 0 pw',
        'username b privilege 15 secret 9 $9$kept',
        'username c nopassword',
      ]),
    );
  });

  it('are hidden from the moment on that they shall be', () => {
    const { config } = typed([
      'enable password cisco',
      'line con 0',
      'password cisco',
      'service password-encryption',
      'username a password cisco',
    ]);
    const hidden = config.filter((line) => line.includes('password 7'));
    expect(hidden).toHaveLength(3);
    expect(config.join('\n')).not.toContain('cisco');
    expect(config).toContain('service password-encryption');
    expect(typed([]).config).toContain('no service password-encryption');
  });

  it('keep the level that they are for when they are hidden', () => {
    const { config } = typed(['enable password level 3 cisco', 'enable password cisco', 'service password-encryption']);
    const kept = config.filter((line) => line.startsWith('enable password'));
    expect(kept).toEqual([
      expect.stringMatching(/^enable password level 3 7 [0-9A-F]+$/),
      expect.stringMatching(/^enable password 7 [0-9A-F]+$/),
    ]);
  });
});

describe('lines', () => {
  it('of the console and the auxiliary port stay, whatever is taken from them', () => {
    const { config } = typed(['line con 0', 'length 0', 'no line con 0', 'no line aux 0']);
    expect(config).toEqual(typed([]).config);
  });

  it('are split where they differ, and entered together', () => {
    const { config } = typed(['line vty 0 15', 'login local', 'line vty 3', 'length 0']);
    const lines = config.slice(config.indexOf('line aux 0') + 1, config.indexOf('no scheduler allocate'));
    expect(lines).toEqual([
      'line vty 0 2',
      ' login local',
      ' transport input none',
      'line vty 3',
      ' login local',
      ' length 0',
      ' transport input none',
      'line vty 4',
      ' login local',
      ' transport input none',
      'line vty 5 15',
      ' login local',
    ]);
    expect(typed(['no line vty 4']).said).toBe("% Can't delete last 5 VTY lines\n");
    expect(typed(['line vty 0 15', 'no line vty 5']).config).not.toContain('line vty 5 15');
  });
});

describe('banners', () => {
  it('are collected until their delimiter, and printed between ^C', () => {
    const terminal = new Console().lines('configure terminal');
    expect(terminal.line('banner motd #')).toBe("Enter TEXT message.  End with the character '#'.\n");
    terminal.keys('Keep\r');
    terminal.keys('out#\r');
    expect(terminal.screen()).toBe('Keep\nout#\nR1(config)#');
    const config = terminal.config();
    const at = config.indexOf('banner motd ^C');
    expect(config.slice(at, at + 3)).toEqual(['banner motd ^C', 'Keep', 'out^C']);
    terminal.line('banner motd $one line$');
    expect(terminal.config()).toContain('banner motd ^Cone line^C');
    terminal.line('no banner motd');
    expect(terminal.config().join()).not.toContain('banner');
  });
});

describe('what is printed either way', () => {
  it.each(['ip cef', 'ip http server', 'aaa new-model', 'service password-encryption', 'scheduler allocate'])(
    '%s',
    (line) => {
      expect(typed([`no ${line}`]).config).toContain(`no ${line}`);
      expect(typed([`no ${line}`, line]).config).toContain(line);
    },
  );

  it.each(['ip routing', 'ip domain lookup', 'ip subnet-zero'])('%s only when it is off', (line) => {
    expect(typed([line]).config).not.toContain(line);
    expect(typed([`no ${line}`]).config).toContain(`no ${line}`);
    expect(typed([`no ${line}`, line]).config).not.toContain(`no ${line}`);
    expect(typed([`no ${line}`, `default ${line}`]).config).not.toContain(`no ${line}`);
  });

  it('older spellings are kept in the newer one', () => {
    expect(typed(['no ip domain-lookup']).config).toContain('no ip domain lookup');
    expect(typed(['ip domain-name example.net']).config).toContain('ip domain name example.net');
  });

  it('default goes back to the factory', () => {
    expect(typed(['no ip cef', 'default ip cef']).config).toContain('ip cef');
    expect(typed(['aaa new-model', 'default aaa new-model']).config).toContain('no aaa new-model');
  });
});

it('keeps what it does not simulate, and takes it away again', () => {
  const lines = [
    'router ospf 1',
    'network 10.0.12.5 0.0.0.3 area 0',
    'passive-interface default',
    'no passive-interface gi0/1',
  ];
  expect(block(typed(lines).config, 'router ospf 1')).toEqual([
    'passive-interface default',
    'no passive-interface GigabitEthernet0/1',
    'network 10.0.12.4 0.0.0.3 area 0',
  ]);
  expect(typed([...lines, 'no router ospf 1']).config.join()).not.toContain('ospf');
});

it('is put into force line by line', () => {
  const terminal = new Console().lines('configure terminal', 'interface lo0', 'ip address 1.1.1.1 255.255.255.255');
  expect(terminal.box.router().config?.interfaces).toHaveProperty('Loopback0');
  expect(terminal.box.store.commits).toHaveLength(1);
  terminal.line('no interface lo0');
  expect(terminal.box.router().config?.interfaces).not.toHaveProperty('Loopback0');
});

it('gives back the same tree for a line that changes nothing', () => {
  const tree = configured('hostname A\ninterface lo0\n ip address 1.1.1.1 255.255.255.255\n');
  const again = IOS.read('hostname A\ninterface lo0\n ip address 1.1.1.1 255.255.255.255\n', tree, model('IOSv'));
  expect(again.tree).toBe(tree);
});

describe('a block whose words were completed when it was entered', () => {
  it('of EIGRP is the one that is typed into', () => {
    const lines = ['router eigrp X', 'address-family ipv4 autonomous-system 2', 'network 10.0.0.0'];
    const { said, config } = typed([...lines, 'af-interface default', 'shutdown']);
    expect(said).toBe('');
    expect(block(config, 'router eigrp X').filter((line) => line !== '!')).toEqual([
      'address-family ipv4 unicast autonomous-system 2',
      'af-interface default',
      'shutdown',
      'exit-af-interface',
      'network 10.0.0.0',
      'exit-address-family',
    ]);
  });

  it('of BGP, without the word that goes without saying', () => {
    const { config } = typed(['router bgp 65000', 'address-family ipv4 unicast', 'redistribute static']);
    expect(config.filter((line) => line.includes('address-family ipv4'))).toHaveLength(1);
  });
});
