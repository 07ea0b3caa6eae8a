import { describe, expect, it } from 'vitest';
import { ipText } from '../../../src/base/ip.ts';
import { mac } from '../../../src/base/mac.ts';
import { must, present } from '../../../src/base/must.ts';
import type { DeviceConfig } from '../../../src/device/device-config.ts';
import { MAIN_ROUTER } from '../../../src/os/box.ts';
import { faultLines } from '../../../src/os/junos/shell/commit.ts';
import type { StaticPath } from '../../../src/protocols/static/config.ts';
import type { IfName, VrfName } from '../../../src/route/names.ts';
import { rdText } from '../../../src/route/route-distinguisher.ts';
import { seconds } from '../../../src/sim/time.ts';
import { junos } from './console.ts';
import { lines, tree } from './trees.ts';

const compile = (text: string) => {
  const model = present(junos().models[0], 'a model');
  return junos().compile(tree(text), { model, macBase: mac(0x0005_8671_0000) });
};

const compiled = (text: string): DeviceConfig => {
  const result = compile(text);
  must(result.ok, result.ok ? '' : faultLines(result.error).join('; '));
  return present(result.value.compiled.get(MAIN_ROUTER), 'the box');
};

const faults = (text: string): readonly string[] => {
  const result = compile(text);
  return result.ok ? [] : faultLines(result.error);
};

describe('interfaces', () => {
  it('have what silence means on Junos', () => {
    const config = compiled('set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.1/30');
    const made = present(config.interfaces['ge-0/0/0.0' as IfName], 'ge-0/0/0.0');
    expect(made).toMatchObject({
      kind: 'ethernet',
      port: 'ge-0/0/0',
      vlan: undefined,
      vrf: 'default',
      enabled: true,
      mtu: 1500,
      proxyArp: false,
      arpTimeout: seconds(1200),
      bandwidthKbps: 1_000_000,
    });
    expect(made.addresses.map(({ address, length, secondary }) => [ipText(address), length, secondary])).toEqual([
      ['10.0.12.1', 30, false],
    ]);
    expect(Object.keys(config.ports)).toContain('ge-0/0/9');
    expect(config.hostname).toBe('Amnesiac');
    expect(config.routing).toBe(true);
  });

  it('take their MTU from the frame, the tag taken off', () => {
    const { interfaces } = compiled(`
      set interfaces ge-0/0/0 mtu 9192
      set interfaces ge-0/0/0 unit 0 family inet
      set interfaces ge-0/0/1 vlan-tagging
      set interfaces ge-0/0/1 unit 100 vlan-id 100
      set interfaces ge-0/0/1 unit 200 vlan-id 200 
      set interfaces ge-0/0/1 unit 200 family inet mtu 1400
      set interfaces ge-0/0/2 vlan-tagging mtu 9000
      set interfaces ge-0/0/2.5 vlan-id 5
    `);
    const of = (name: string) => interfaces[name as IfName];
    expect(of('ge-0/0/0.0')?.mtu).toBe(9178);
    expect([of('ge-0/0/1.100')?.mtu, of('ge-0/0/1.100')?.vlan]).toEqual([1500, 100]);
    expect(of('ge-0/0/1.200')?.mtu).toBe(1400);
    expect(of('ge-0/0/2.5')?.mtu).toBe(8982);
  });

  it('are switched off as a whole or by unit', () => {
    const { ports, interfaces } = compiled(`
      set interfaces ge-0/0/0 disable
      set interfaces ge-0/0/0 unit 0 family inet
      set interfaces ge-0/0/1 unit 0 disable
    `);
    expect(
      [ports, interfaces].map((each) =>
        Object.values(each)
          .filter(({ enabled }) => !enabled)
          .map(({ name }) => name),
      ),
    ).toEqual([['ge-0/0/0'], ['ge-0/0/0.0', 'ge-0/0/1.0']]);
  });

  it('have the lowest address for their own, or the one that was chosen', () => {
    const own = (text: string) => {
      const { interfaces } = compiled(text);
      const address = interfaces['lo0.0' as IfName]?.addresses.find(({ secondary }) => !secondary);
      return address && ipText(address.address);
    };
    const two =
      'set interfaces lo0.0 family inet address 192.168.1.1/32\nset interfaces lo0.0 family inet address 10.0.0.1/32';
    expect(own(two)).toBe('10.0.0.1');
    expect(own(`${two}\nset interfaces lo0.0 family inet address 192.168.1.1/32 primary`)).toBe('192.168.1.1');
  });

  it('are kept, and never come up, where the box has no such port', () => {
    expect(Object.keys(compiled('set interfaces xe-5/0/0 unit 0 family inet address 10.0.0.1/24').interfaces)).toEqual(
      [],
    );
  });
});

describe('routing instances', () => {
  it('hold their interfaces, distinguishers and router IDs', () => {
    const config = compiled(`
      set interfaces ge-0/0/2 unit 0 family inet address 10.0.99.1/30
      set interfaces lo0 unit 1 family inet address 10.255.1.1/32
      set routing-instances GUEST instance-type virtual-router
      set routing-instances GUEST interface ge-0/0/2.0
      set routing-instances CUST instance-type vrf
      set routing-instances CUST interface lo0.1
      set routing-instances CUST route-distinguisher 65000:1
      set routing-instances CUST vrf-target target:65000:1
      set routing-instances CUST description "a customer"
      set routing-instances CUST routing-options router-id 10.255.1.1
      set routing-options router-id 10.255.0.1
    `);
    expect(config.interfaces['ge-0/0/2.0' as IfName]?.vrf).toBe('GUEST');
    expect(config.interfaces['lo0.1' as IfName]?.vrf).toBe('CUST');
    expect(config.vrfs['GUEST' as VrfName]).toMatchObject({ kind: 'virtual-router', rd: undefined });
    const customer = present(config.vrfs['CUST' as VrfName], 'CUST');
    expect(customer.kind).toBe('vrf');
    expect(customer.rd && rdText(customer.rd)).toBe('65000:1');
    expect(customer.description).toBe('a customer');
    expect(customer.routerId && ipText(customer.routerId)).toBe('10.255.1.1');
    expect(config.vrfs['default' as VrfName]?.kind).toBe('main');
  });
});

describe('static routes', () => {
  const paths = (text: string, vrf = 'default') =>
    (compiled(text).static.paths[vrf as VrfName] ?? []).map(
      ({ prefix, nexthop, preference, metric, tag, install, recursive }: StaticPath) => ({
        to: prefix.text,
        via:
          nexthop.via === 'address' ? ipText(nexthop.gateway) : nexthop.via === 'interface' ? nexthop.out : nexthop.via,
        preference,
        metric,
        tag,
        install,
        recursive,
      }),
    );
  const plain = { preference: 5, metric: 0, tag: undefined, install: true, recursive: false };

  it('have preference 5, metric 0, and do not resolve their next hop', () => {
    expect(paths('set routing-options static route 10/8 next-hop [ 10.0.0.1 10.0.0.2 ]')).toEqual([
      { to: '10.0.0.0/8', via: '10.0.0.1', ...plain },
      { to: '10.0.0.0/8', via: '10.0.0.2', ...plain },
    ]);
    expect(
      paths(`
        set routing-options static route 0/0 discard
        set routing-options static route 10.1.0.0/16 reject
        set routing-options static route 10.2.0.0/16 next-hop 10.9.9.9
        set routing-options static route 10.2.0.0/16 resolve no-install tag 7 metric 3 preference 9
      `),
    ).toEqual([
      { to: '0.0.0.0/0', via: 'discard', ...plain },
      { to: '10.1.0.0/16', via: 'reject', ...plain },
      {
        to: '10.2.0.0/16',
        via: '10.9.9.9',
        preference: 9,
        metric: 3,
        tag: 7,
        install: false,
        recursive: 'beyond-links',
      },
    ]);
  });

  it('may have next hops with a preference of their own', () => {
    expect(
      paths(`
        set routing-options static route 192.168.47.5/32 next-hop 10.10.10.10
        set routing-options static route 192.168.47.5/32 qualified-next-hop 10.10.10.7 preference 6
        set routing-options static route 192.168.47.5/32 preference 4
      `).map(({ via, preference }) => [via, preference]),
    ).toEqual([
      ['10.10.10.10', 4],
      ['10.10.10.7', 6],
    ]);
  });

  // Capture: snapshot junos_static_route_defaults, vJunos-router 25.4R1: each static block has its own defaults.
  it('inherit the defaults of their own block only', () => {
    const text = `
      set routing-options static defaults metric 100
      set routing-options static defaults tag 1000
      set routing-options static defaults preference 50
      set routing-options static route 10.200.1.0/24 discard
      set routing-options static route 10.200.2.0/24 discard
      set routing-options static route 10.200.2.0/24 preference 7
      set routing-instances RED instance-type virtual-router
      set routing-instances RED routing-options static route 10.210.1.0/24 discard
      set routing-instances BLUE instance-type virtual-router
      set routing-instances BLUE routing-options static defaults tag 3000
      set routing-instances BLUE routing-options static defaults preference 80
      set routing-instances BLUE routing-options static route 10.220.1.0/24 discard
    `;
    const row = ({ to, preference, metric, tag }: ReturnType<typeof paths>[number]) => [to, preference, metric, tag];
    expect(paths(text).map(row)).toEqual([
      ['10.200.1.0/24', 50, 100, 1000],
      ['10.200.2.0/24', 7, 100, 1000],
    ]);
    expect(paths(text, 'RED').map(row)).toEqual([['10.210.1.0/24', 5, 0, undefined]]);
    expect(paths(text, 'BLUE').map(row)).toEqual([['10.220.1.0/24', 80, 0, 3000]]);
  });

  it('may stand in the table of an instance, or lead to another', () => {
    const text = `
      set routing-instances A instance-type virtual-router
      set routing-instances A routing-options rib A.inet.0 static route 10/8 next-table inet.0
      set routing-options static route 172.16/12 next-table A.inet.0
    `;
    expect(paths(text, 'A').map(({ to, via }) => [to, via])).toEqual([['10.0.0.0/8', 'vrf']]);
    expect(paths(text).map(({ to, via }) => [to, via])).toEqual([['172.16.0.0/12', 'vrf']]);
  });
});

describe('a commit refuses', () => {
  // Capture: snapshot junos_commit_check, vJunos-router 25.4R1.12: what is refused for host bits, and what is taken.
  const REFUSED = {
    aggregate: 'set routing-options aggregate route 192.168.1.111/24',
    'aggregate, IPv6': 'set routing-options rib inet6.0 aggregate route 2001:db8::1/32',
    condition:
      'set policy-options condition TEST if-route-exists 192.168.1.111/24\nset policy-options condition TEST if-route-exists table inet.0',
    'condition, IPv6':
      'set policy-options condition TEST if-route-exists 2001:db8::1/32\nset policy-options condition TEST if-route-exists table inet6.0',
    'firewall address':
      'set firewall filter TEST term T from destination-address 192.168.1.111/24\nset firewall filter TEST term T then accept',
    'firewall next-ip': 'set firewall filter TEST term T then next-ip 192.168.1.111/24',
    generate: 'set routing-options generate route 192.168.1.111/24',
    'generate, IPv6': 'set routing-options rib inet6.0 generate route 2001:db8::1/32',
    'OSPF area-range': 'set protocols ospf area 0.0.0.0 area-range 192.168.1.111/24',
    'OSPFv3 area-range':
      'set protocols ospf3 area 0.0.0.0 interface lo0.0\nset protocols ospf3 area 0.0.0.0 area-range 2001:db8::1/32',
    static: 'set routing-options static route 192.168.1.111/24 reject',
    'static, IPv6': 'set routing-options rib inet6.0 static route 2001:db8::1/32 reject',
  };
  const TAKEN = {
    'BGP allow':
      'set protocols bgp group TEST type external\nset protocols bgp group TEST peer-as 65001\nset protocols bgp group TEST allow 192.168.1.111/24',
    'BGP allow, IPv6': 'set protocols bgp group TEST peer-as 65001\nset protocols bgp group TEST allow 2001:db8::1/32',
    'firewall address, IPv6':
      'set firewall family inet6 filter TEST term T from destination-address 2001:db8::1/32\nset firewall family inet6 filter TEST term T then accept',
    'firewall next-ip6': 'set firewall family inet6 filter TEST term T then next-ip6 2001:db8::1/32',
    interface: 'set interfaces ge-0/0/0 unit 0 family inet address 192.168.1.111/24',
    'interface, IPv6': 'set interfaces ge-0/0/0 unit 0 family inet6 address 2001:db8::1/32',
    'MPLS install':
      'set protocols mpls label-switched-path TEST to 2.2.2.2\nset protocols mpls label-switched-path TEST install 192.168.1.111/24\nset protocols mpls interface ge-0/0/0.0',
    'prefix list': 'set policy-options prefix-list TEST 192.168.1.111/24',
    'prefix list, IPv6': 'set policy-options prefix-list TEST 2001:db8::1/32',
    'route filter': 'set policy-options policy-statement TEST term T from route-filter 192.168.1.111/24 exact',
    'route filter, IPv6': 'set policy-options policy-statement TEST term T from route-filter 2001:db8::1/32 exact',
    SNMP: 'set snmp client-list TEST 192.168.1.111/24',
  };
  it.each(Object.entries(REFUSED))('host bits: %s', (_, text) => {
    expect(faults(text).length).toBeGreaterThan(0);
    expect(faults(text.replace('192.168.1.111', '192.168.1.0').replace('2001:db8::1', '2001:db8::'))).toEqual([]);
  });
  it.each(Object.entries(TAKEN))('nothing about host bits: %s', (_, text) => {
    expect(faults(text)).toEqual([]);
  });

  it('says where and why', () => {
    expect(faults('set routing-options static route 192.168.1.111/24 reject').slice(0, 2)).toEqual([
      '[edit routing-options static]',
      "  'route 192.168.1.111/24'",
    ]);
    // Capture: dcd of Junos 12.1.
    expect(faults('set interfaces ge-0/0/1 unit 2 family inet')).toEqual(
      lines(`
        [edit interfaces ge-0/0/1]
          'unit 2'
            Only unit 0 is valid for this encapsulation
      `),
    );
  });

  it.each([
    ['a tag without tagging', 'set interfaces ge-0/0/0 unit 0 vlan-id 5'],
    ['tagging without a tag', 'set interfaces ge-0/0/0 vlan-tagging\nset interfaces ge-0/0/0 unit 5 family inet'],
    [
      'a tag twice',
      'set interfaces ge-0/0/0 vlan-tagging\nset interfaces ge-0/0/0.1 vlan-id 5\nset interfaces ge-0/0/0.2 vlan-id 5',
    ],
    [
      'an address twice',
      'set interfaces ge-0/0/0.0 family inet address 10.0.0.1/24\nset interfaces ge-0/0/1.0 family inet address 10.0.0.1/24',
    ],
    ['a vrf without distinguisher', 'set routing-instances A instance-type vrf'],
    [
      'an interface of nobody',
      'set routing-instances A instance-type virtual-router\nset routing-instances A interface ge-0/0/0.0',
    ],
    [
      'an interface of two',
      'set interfaces ge-0/0/0.0 family inet\nset routing-instances A interface ge-0/0/0.0\nset routing-instances B interface ge-0/0/0.0',
    ],
    ['a route without next hop', 'set routing-options static route 10.0.0.0/8'],
    ['a policy that nobody defined', 'set protocols bgp group X export NOPE'],
    ['a group that nobody defined', 'set apply-groups NOPE'],
  ])('%s', (_, text) => {
    expect(faults(text).length).toBeGreaterThan(0);
  });

  it('does not mind the same address in two instances', () => {
    expect(
      faults(`
        set interfaces ge-0/0/0.0 family inet address 10.0.0.1/24
        set interfaces ge-0/0/1.0 family inet address 10.0.0.1/24
        set routing-instances A instance-type virtual-router
        set routing-instances A interface ge-0/0/1.0
      `),
    ).toEqual([]);
  });

  it('passes over what is inactive', () => {
    expect(faults('set interfaces ge-0/0/1 unit 2 family inet\ndeactivate interfaces ge-0/0/1 unit 2')).toEqual([]);
  });
});
