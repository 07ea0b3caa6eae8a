// Interfaces out of text: names, tags, addresses, timers, and what silence means.

import { describe, expect, it } from 'vitest';
import { present } from '../../../../src/base/must.ts';
import { interfaceConfig } from '../../../harness/config.ts';
import { ifName } from '../../../harness/routes.ts';
import { compiled, MAC_BASE } from '../compiled.ts';

const interfaceOf = (name: string, text: string, model = 'IOSv') =>
  present(compiled(`interface ${name}\n ${text.replaceAll('; ', '\n ')}`, model).interfaces[ifName(name)], name);

const ETHERNET = { ...interfaceConfig('GigabitEthernet0/0', {}), proxyArp: true };

describe('out of the factory', () => {
  it('has every port, shut, with addresses that count up', () => {
    const { ports, interfaces } = compiled('');
    expect(Object.keys(ports)).toEqual(Array.from({ length: 16 }, (_, i) => `GigabitEthernet0/${i}`));
    expect(Object.values(ports).map(({ mac }) => mac - MAC_BASE)).toEqual(Array.from({ length: 16 }, (_, i) => i));
    expect(Object.values(ports).filter(({ enabled }) => enabled)).toEqual([]);
    expect(interfaces[ifName('GigabitEthernet0/0')]).toEqual({ ...ETHERNET, enabled: false });
  });

  it('is called Router, routes, and knows no process', () => {
    const { hostname, routing, bgp, static: paths, vrfs } = compiled('');
    expect({ hostname, routing, bgp, paths, vrfs: Object.keys(vrfs) }).toEqual({
      hostname: 'Router',
      routing: true,
      bgp: undefined,
      paths: { paths: {} },
      vrfs: ['default'],
    });
    expect(compiled('no ip routing').routing).toBe(false);
  });
});

describe('an interface', () => {
  it.each<[string, string, object]>([
    ['GigabitEthernet0/0', 'no shutdown', ETHERNET],
    ['GigabitEthernet0/0', 'no shutdown; no ip proxy-arp; arp timeout 60', { proxyArp: false, arpTimeout: 60e6 }],
    ['GigabitEthernet0/0', 'no shutdown; bandwidth 5000; delay 7', { bandwidthKbps: 5000, delayMicros: 70 }],
    ['GigabitEthernet0/0', 'no shutdown; mtu 1600', { mtu: 1600 }],
    ['GigabitEthernet0/0', 'no shutdown; mtu 1600; ip mtu 1400', { mtu: 1400 }],
    ['GigabitEthernet0/0', 'no shutdown; description to the  south', { description: 'to the  south' }],
  ])('%s: %s', (name, text, expected) => {
    expect(interfaceOf(name, text)).toEqual({ ...ETHERNET, ...expected });
  });

  it('has its primary address first, whichever was typed first', () => {
    const { addresses } = interfaceOf(
      'GigabitEthernet0/0',
      'no shutdown; ip address 10.0.0.1 255.255.255.0; ip address 10.0.1.1 255.255.255.0 secondary; ' +
        'ip address 10.0.2.1 255.255.255.0',
    );
    expect(addresses).toEqual(interfaceConfig('e0', { at: '10.0.2.1/24 10.0.1.1/24' }).addresses);
  });

  it('may be a loopback, or have two addresses', () => {
    expect(interfaceOf('Loopback7', 'ip address 192.0.2.7 255.255.255.255')).toEqual({
      ...interfaceConfig('Loopback7', { at: '192.0.2.7/32' }),
      mtu: 1514,
      bandwidthKbps: 8_000_000,
      delayMicros: 5000,
      proxyArp: true,
    });
    const thin = interfaceOf('GigabitEthernet0/0', 'no shutdown; ip address 10.0.0.1 255.255.255.254', '7206VXR');
    expect(thin.enabled).toBe(true);
    expect(thin.addresses.map(({ length }) => length)).toEqual([31]);
  });

  it('does not run while it is shut; its port is dark then', () => {
    const { ports, interfaces } = compiled(
      'interface GigabitEthernet0/1\n no shutdown\ninterface Loopback0\n shutdown',
    );
    expect(Object.values(ports).flatMap(({ name, enabled }) => (enabled ? name : []))).toEqual(['GigabitEthernet0/1']);
    expect(interfaces[ifName('Loopback0')]?.enabled).toBe(false);
    expect(interfaces[ifName('GigabitEthernet0/1')]?.enabled).toBe(true);
  });
});

describe('a sub-interface', () => {
  it.each([
    ['', false, undefined],
    ['encapsulation dot1Q 10', true, 10],
    ['encapsulation dot1Q 10 native', true, undefined],
    ['encapsulation dot1Q 10; shutdown', false, 10],
  ])('with "%s": up %s, tag %s', (text, enabled, vlan) => {
    const made = interfaceOf('GigabitEthernet0/0.10', text);
    expect(made).toMatchObject({ enabled, vlan, port: 'GigabitEthernet0/0' });
  });

  it('is in a VRF of its own', () => {
    const { interfaces } = compiled(
      'ip vrf RED\ninterface GigabitEthernet0/0.5\n encapsulation dot1Q 5\n ip vrf forwarding RED',
    );
    expect(interfaces[ifName('GigabitEthernet0/0.5')]?.vrf).toBe('RED');
    expect(interfaces[ifName('GigabitEthernet0/0')]?.vrf).toBe('default');
  });
});

it('leaves out what the box does not have: tunnels', () => {
  expect(Object.keys(compiled('interface Tunnel0\n description kept').interfaces)).not.toContain('Tunnel0');
});
