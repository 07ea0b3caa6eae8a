// VRFs, static routes, BGP and policies out of text.

import { describe, expect, it } from 'vitest';
import { present } from '../../../../src/base/must.ts';
import { LADDER } from '../../../../src/os/ios/defaults.ts';
import { MAIN } from '../../../../src/route/names.ts';
import { rd, rt, staticPath } from '../../../harness/config.ts';
import { DONE, leakSpec } from '../../../harness/leak-lab.ts';
import { hop, ip, p, vrfName } from '../../../harness/routes.ts';
import { compiled } from '../compiled.ts';

const NEW_SYNTAX = [
  'vrf definition RED',
  ' rd 65000:1',
  ' description for the reds',
  ' route-target export 65000:1',
  ' route-target import 65000:1',
  ' address-family ipv4',
];
const lines = (...text: readonly string[]): string => text.join('\n');

const NO_NEIGHBORS = {
  neighbors: [],
  reflectBetweenClients: true,
  enforceFirstAs: true,
  keepAllTargets: false,
  ladder: LADDER,
  med: { compare: 'same-as', missing: 'zero', order: 'arrival' },
};

describe('a VRF', () => {
  it('has a distinguisher, a name for people, and the distances of IOS', () => {
    const red = compiled(lines(...NEW_SYNTAX)).vrfs[vrfName('RED')];
    expect(red).toMatchObject({ kind: 'vrf', rd: rd('65000:1'), description: 'for the reds', routerId: undefined });
    expect(red?.preferences).toMatchObject({ connected: 0, static: 1, 'bgp.external': 20, 'bgp.local': 200 });
  });

  const vpnOf = (...text: readonly string[]) => compiled(lines(...text, 'router bgp 1')).bgp?.vpns[vrfName('RED')];

  it('has the targets of the VRF, unless the family has some of that direction', () => {
    expect(vpnOf(...NEW_SYNTAX)).toMatchObject({ importTargets: [rt('65000:1')], exportTargets: [rt('65000:1')] });
    expect(vpnOf(...NEW_SYNTAX, '  route-target import 65000:7')).toMatchObject({
      importTargets: [rt('65000:7')],
      exportTargets: [rt('65000:1')],
    });
  });

  it('is no VPN without IPv4 or without a distinguisher', () => {
    expect(vpnOf('vrf definition RED', ' rd 65000:1')).toBeUndefined();
    expect(vpnOf('vrf definition RED', ' address-family ipv4')).toBeUndefined();
    expect(vpnOf('ip vrf RED')).toBeUndefined();
    expect(vpnOf('ip vrf RED', ' rd 65000:1', ' route-target both 65000:1')).toMatchObject({
      importTargets: [rt('65000:1')],
      exportTargets: [rt('65000:1')],
    });
  });

  it('has a router ID and distances from its family under BGP, the global table has its own', () => {
    const { vrfs, bgp } = compiled(
      lines(
        ...NEW_SYNTAX,
        'router bgp 1',
        ' bgp router-id 192.0.2.1',
        ' distance bgp 21 201 202',
        ' address-family ipv4 vrf RED',
        '  bgp router-id 192.0.2.9',
        '  distance bgp 30 31 32',
      ),
    );
    expect(bgp?.routerId).toBe(ip('192.0.2.1'));
    expect(bgp?.vpns[vrfName('RED')]?.routerId).toBe(ip('192.0.2.9'));
    const distances = (vrf: string) => {
      const { preferences } = present(vrfs[vrfName(vrf)], vrf);
      return [preferences['bgp.external'], preferences['bgp.internal'], preferences['bgp.local']];
    };
    expect(distances(MAIN)).toEqual([21, 201, 202]);
    expect(distances('RED')).toEqual([30, 31, 32]);
  });
});

describe('a static route', () => {
  const V = vrfName('RED');
  const gateway = hop('10.0.0.2');
  it.each<[string, object]>([
    ['10.0.0.2', { via: gateway }],
    ['10.0.0.2 5', { via: gateway, preference: 5 }],
    ['10.0.0.2 name south', { via: gateway, name: 'south' }],
    ['10.0.0.2 tag 77 permanent', { via: gateway, tag: 77, permanent: true }],
    ['GigabitEthernet0/1', { via: hop('GigabitEthernet0/1') }],
    ['GigabitEthernet0/1 10.0.0.2 9', { via: hop('GigabitEthernet0/1>10.0.0.2'), preference: 9 }],
    ['Null0', { via: { via: 'reject', out: 'Null0' } }],
  ])('ip route 172.16.0.0 255.240.0.0 %s', (rest, expected) => {
    const { static: config } = compiled(`ip route 172.16.0.0 255.240.0.0 ${rest}`);
    expect(config.paths[MAIN]).toEqual([staticPath({ to: '172.16.0.0/12', via: gateway, ...expected })]);
  });

  it('to Null0 keeps silent about packets when the interface was told so', () => {
    const { static: config } = compiled('interface Null0\n no ip unreachables\nip route 10.0.0.0 255.0.0.0 Null0');
    expect(config.paths[MAIN]?.[0]?.nexthop.via).toBe('discard');
  });

  it('of a VRF may have its next hop in the global table', () => {
    const { static: config } = compiled(
      lines(
        ...NEW_SYNTAX,
        'ip route vrf RED 10.1.0.0 255.255.0.0 10.0.0.2',
        'ip route vrf RED 0.0.0.0 0.0.0.0 198.51.100.1 global',
      ),
    );
    expect(Object.keys(config.paths)).toEqual(['RED']);
    expect(config.paths[V]).toEqual([
      staticPath({ to: '0.0.0.0/0', via: hop('198.51.100.1', { vrf: MAIN }) }),
      staticPath({ to: '10.1.0.0/16', via: gateway }),
    ]);
  });

  it('may be one of several to the same prefix', () => {
    const { static: config } = compiled(
      'ip route 10.0.0.0 255.0.0.0 192.0.2.1\nip route 10.0.0.0 255.0.0.0 192.0.2.2 200',
    );
    expect(config.paths[MAIN]?.map(({ preference }) => preference)).toEqual([1, 200]);
  });
});

/** Three VRFs, as a learner leaves them. */
const LEAK = ['A', 'B', 'C'].flatMap((letter, i) => [
  `vrf definition VRF-${letter}`,
  ` rd 65535:${i + 1}`,
  ` route-target export 65535:${i + 1}`,
  ...(letter === 'C' ? [1, 2] : [3]).map((from) => ` route-target import 65535:${from}`),
  ' address-family ipv4',
]);

describe('BGP', () => {
  it('between VRFs is what the network room was tested with', () => {
    const families = ['A', 'B', 'C'].flatMap((letter) => [
      ` address-family ipv4 vrf VRF-${letter}`,
      '  redistribute connected',
      ' exit-address-family',
    ]);
    const { bgp } = compiled(lines(...LEAK, 'router bgp 65535', ' bgp router-id 192.0.2.1', ...families));
    const expected = present(leakSpec(DONE).bgp, 'bgp');
    const main = { vrf: MAIN, networks: [], redistribute: [] };
    const vpns = Object.fromEntries(
      Object.entries(expected.vpns).map(([vrf, vpn]) => [vrf, { ...vpn, labels: 'prefix' }]),
    );
    expect(bgp).toEqual({ ...expected, ...NO_NEIGHBORS, vpns, families: { [MAIN]: main, ...expected.families } });
  });

  it('takes what the process and its IPv4 family say for the global table', () => {
    const { bgp } = compiled(
      lines(
        'router bgp 65000.1',
        ' bgp default local-preference 250',
        ' network 10.0.0.0',
        ' network 172.16.1.0 mask 255.255.255.0',
        ' redistribute static metric 9',
      ),
    );
    expect(bgp).toMatchObject({ asn: 65000 * 65536 + 1, routerId: undefined, defaultLocalPref: 250, vpns: {} });
    expect(bgp?.families[MAIN]).toEqual({
      vrf: MAIN,
      networks: [
        { prefix: p('10.0.0.0/8'), policy: undefined },
        { prefix: p('172.16.1.0/24'), policy: undefined },
      ],
      redistribute: [{ kinds: ['static'], policy: expect.anything(), metric: 9 }],
    });
  });

  it('may be called by the address of an interface', () => {
    const { bgp } = compiled(
      'interface Loopback0\n ip address 192.0.2.33 255.255.255.255\nrouter bgp 1\n bgp router-id interface Loopback0',
    );
    expect(bgp?.routerId).toBe(ip('192.0.2.33'));
  });
});

describe('a policy', () => {
  const policyOf = (...text: readonly string[]) => {
    const { bgp } = compiled(lines(...text, 'router bgp 1', ' redistribute connected route-map M'));
    return present(bgp?.families[MAIN]?.redistribute[0]?.policy, 'M');
  };

  it('that is not defined lets nothing through', () => {
    expect(policyOf()).toEqual({ name: 'M', terms: [], otherwise: 'reject' });
  });

  it('has its entries in order, whatever no entry takes is rejected', () => {
    const { terms, otherwise } = policyOf('route-map M permit 20', 'route-map M deny 5');
    expect(terms.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['5', 'reject'],
      ['20', 'accept'],
    ]);
    expect(otherwise).toBe('reject');
  });

  it('sets what is set', () => {
    const [term] = policyOf(
      'route-map M permit 10',
      ' set metric 50',
      ' set local-preference 200',
      ' set weight 3',
      ' set tag 4',
      ' set origin incomplete',
      ' set extcommunity rt 65000:1 192.0.2.1:7 additive',
    ).terms;
    expect(term?.actions.toSorted((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
      { kind: 'set-local-pref', value: 200 },
      { kind: 'set-metric', value: 50 },
      { kind: 'set-origin', value: 'incomplete' },
      { kind: 'set-tag', value: 4 },
      { kind: 'set-targets', communities: [rt('65000:1'), rt('192.0.2.1:7')], additive: true },
      { kind: 'set-weight', value: 3 },
    ]);
  });

  it('matches tags, metrics and lists; of an undefined list everything, of what is not simulated nothing', () => {
    const matches = (clause: string, ...lists: readonly string[]) =>
      policyOf(...lists, 'route-map M permit 10', ` match ${clause}`).terms[0]?.matches;
    expect(matches('tag 5 6')).toEqual([{ kind: 'tags', tags: [5, 6] }]);
    expect(matches('metric 5')).toEqual([{ kind: 'metrics', metrics: [5] }]);
    expect(matches('ip address prefix-list L')).toEqual([{ kind: 'undefined', name: 'L', holds: true }]);
    expect(matches('ip address 10')).toEqual([{ kind: 'undefined', name: '10', holds: true }]);
    expect(matches('mpls-label')).toMatchObject([{ kind: 'undefined', holds: false }]);
  });

  // Cisco IOS IP Routing: Protocol-Independent, "ip prefix-list": exact without ge and le; ge alone up to 32.
  it.each([
    ['permit 10.0.0.0/8', 8, 8],
    ['permit 10.0.0.0/8 le 24', 8, 24],
    ['permit 10.0.0.0/8 ge 16', 16, 32],
    ['permit 10.0.0.0/8 ge 16 le 24', 16, 24],
    ['permit 0.0.0.0/0 le 32', 0, 32],
  ])('lets through by "%s" lengths %i to %i', (text, low, high) => {
    const [match] =
      policyOf(`ip prefix-list L seq 5 ${text}`, 'route-map M permit 10', ' match ip address prefix-list L').terms[0]
        ?.matches ?? [];
    expect(match).toMatchObject({ kind: 'prefix-lists', lists: [{ entries: [{ sequence: 5, low, high }] }] });
  });

  it('of a VRF hangs at its exports and imports', () => {
    const { bgp } = compiled(
      lines(...NEW_SYNTAX, '  export map OUT', '  import map IN', 'route-map OUT permit 10', 'router bgp 1'),
    );
    const vpn = bgp?.vpns[vrfName('RED')];
    expect(vpn?.exportPolicy?.terms).toHaveLength(1);
    expect(vpn?.importPolicy).toEqual({ name: 'IN', terms: [], otherwise: 'reject' });
  });
});
