// protocols bgp, routing-instances of type vrf: what the BGP process is told. Expectations: Junos OS BGP user guide and Layer 3
// VPNs user guide, by statement.

import { describe, expect, it } from 'vitest';
import { mac } from '../../../../src/base/mac.ts';
import { must, present } from '../../../../src/base/must.ts';
import { MAIN_ROUTER } from '../../../../src/os/box.ts';
import { faultLines } from '../../../../src/os/junos/shell/commit.ts';
import type { BgpConfig, BgpVpn } from '../../../../src/protocols/bgp/config.ts';
import type { BgpNeighbor, NeighborFamily } from '../../../../src/protocols/bgp/neighbor-config.ts';
import { MAIN, type VrfName } from '../../../../src/route/names.ts';
import { minutes, seconds } from '../../../../src/sim/time.ts';
import { ip } from '../../../harness/routes.ts';
import { junos } from '../console.ts';
import { tree } from '../trees.ts';

const BASE = `
set interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/30
set interfaces ge-0/0/1 unit 0 family inet address 10.0.1.1/30
set interfaces lo0 unit 0 family inet address 10.255.0.1/32
set routing-options autonomous-system 65000
`;

function bgp(...lines: readonly string[]): BgpConfig {
  const model = present(junos().models[0], 'a model');
  const result = junos().compile(tree([BASE, ...lines].join('\n')), { model, macBase: mac(0x0005_8671_0000) });
  must(result.ok, result.ok ? '' : faultLines(result.error).join('; '));
  return present(result.value.compiled.get(MAIN_ROUTER)?.bgp, 'BGP');
}

const OUT = 'set protocols bgp group out';
/** The one neighbor of an external group. */
const neighbor = (...lines: readonly string[]): BgpNeighbor =>
  present(bgp(`${OUT} peer-as 65001`, `${OUT} neighbor 10.0.0.2`, ...lines).neighbors?.[0], 'a neighbor');
const family = (...lines: readonly string[]): NeighborFamily =>
  present(neighbor(...lines).families.ipv4, 'IPv4 unicast');

describe('a neighbor', () => {
  it('that was told nothing has the times and ways of the guide', () => {
    expect(neighbor()).toMatchObject({
      vrf: MAIN,
      address: ip('10.0.0.2'),
      remoteAs: 65001,
      localAs: undefined,
      passive: false,
      localAddress: undefined,
      ttl: 1,
      direct: true,
      holdTime: seconds(90),
      keepalive: seconds(30),
      bfd: undefined,
      group: 'out',
    });
    expect(Object.keys(neighbor().families)).toEqual(['ipv4']);
    expect(family()).toMatchObject({
      preference: 170,
      nexthop: 'rules',
      client: false,
      ownAsAllowed: 0,
      asOverride: false,
      tellPeerAs: false,
      tellBack: false,
      tellInactive: false,
      removePrivate: 'off',
    });
  });

  it('inherits from its group and from all groups; what is said closest counts', () => {
    const [near, far] = present(
      bgp(
        'set protocols bgp hold-time 120',
        'set protocols bgp preference 180',
        `${OUT} peer-as 65001`,
        `${OUT} hold-time 60`,
        `${OUT} neighbor 10.0.0.2 hold-time 30`,
        `${OUT} neighbor 10.0.0.2 preference 190`,
        `${OUT} neighbor 10.0.1.2 peer-as 65002`,
      ).neighbors,
      'neighbors',
    );
    expect(near).toMatchObject({ holdTime: seconds(30), remoteAs: 65001 });
    expect(near?.families.ipv4?.preference).toBe(190);
    expect(far).toMatchObject({ holdTime: seconds(60), remoteAs: 65002 });
    expect(far?.families.ipv4?.preference).toBe(180);
  });

  it('without hold time sends no keepalives', () => {
    expect(neighbor(`${OUT} hold-time 0`)).toMatchObject({ holdTime: 0, keepalive: 0 });
  });

  it('that is inactive, or whose group is, is nobody', () => {
    expect(() => neighbor('deactivate protocols bgp group out neighbor 10.0.0.2')).toThrow('BGP');
    expect(() => neighbor('deactivate protocols bgp group out')).toThrow('BGP');
    expect(() => neighbor('deactivate protocols bgp')).toThrow('BGP');
    expect(() => neighbor('set protocols bgp disable')).toThrow('BGP');
  });

  it('of our own AS is further away, and is spoken to from the address of the loopback', () => {
    const [inside] = present(
      bgp(
        'set protocols bgp group in type internal',
        'set protocols bgp group in cluster 10.255.0.1',
        'set protocols bgp group in neighbor 10.255.0.2',
      ).neighbors,
      'neighbors',
    );
    expect(inside).toMatchObject({ remoteAs: 65000, ttl: 64, direct: false });
    expect(inside?.families.ipv4).toMatchObject({ client: true, resolve: 'both', tellPeerAs: true });
  });

  it('far away may be as far as it is told', () => {
    expect(neighbor(`${OUT} multihop`)).toMatchObject({ ttl: 64, direct: false });
    expect(neighbor(`${OUT} multihop ttl 3`)).toMatchObject({ ttl: 3, direct: false });
    expect(family(`${OUT} multihop no-nexthop-change`).nexthop).toBe('unchanged');
  });

  it('may see another AS than ours', () => {
    const local = (rest: string): BgpNeighbor['localAs'] => neighbor(`${OUT} local-as ${rest}`).localAs;
    expect(local('64999')).toEqual({ asn: 64999, prependIn: true, prependOwn: true, loops: 0 });
    expect(local('64999 private')).toEqual({ asn: 64999, prependIn: false, prependOwn: true, loops: 0 });
    expect(local('64999 no-prepend-global-as')).toMatchObject({ prependIn: true, prependOwn: false });
    expect(local('64999 alias')).toMatchObject({ prependOwn: false, dual: true });
    expect(local('64999 loops 3')).toMatchObject({ loops: 2 });
  });

  it('has a key, which the configuration hides', () => {
    expect(neighbor(`${OUT} authentication-key secret`).md5).toBe('secret');
  });

  it('is watched by BFD', () => {
    const watched = neighbor(`${OUT} bfd-liveness-detection minimum-interval 500 multiplier 4`);
    expect(watched.bfd).toMatchObject({ multiplier: 4 });
  });

  it('is told of statements one by one', () => {
    expect(neighbor(`${OUT} passive`, `${OUT} out-delay 10`, `${OUT} local-address 10.0.0.1`)).toMatchObject({
      passive: true,
      advertisementInterval: seconds(10),
      localAddress: ip('10.0.0.1'),
    });
    expect(family(`${OUT} as-override`, `${OUT} advertise-peer-as`, `${OUT} advertise-inactive`)).toMatchObject({
      asOverride: true,
      tellPeerAs: true,
      tellInactive: true,
    });
    expect(family(`${OUT} local-preference 80`).localPref).toBe(80);
    expect(family(`${OUT} keep all`).keep).toBe('all');
    expect(family(`${OUT} metric-out 150`).metricOut).toEqual({ kind: 'fixed', value: 150 });
    expect(family(`${OUT} metric-out igp 5`).metricOut).toEqual({ kind: 'igp', offset: 5 });
    expect(family(`${OUT} metric-out minimum-igp`).metricOut).toEqual({ kind: 'minimum-igp', offset: 0 });
  });

  it('loses private ASs as the statement says', () => {
    expect(family(`${OUT} remove-private`).removePrivate).toBe('leading');
    expect(family(`${OUT} remove-private all`).removePrivate).toBe('all');
    expect(family(`${OUT} remove-private all replace`).removePrivate).toBe('replace');
    expect(family(`${OUT} remove-private all replace nearest`).removePrivate).toBe('nearest');
  });

  it('has limits', () => {
    const limit = (rest: string): NeighborFamily['maximumPrefix'] =>
      family(`${OUT} family inet unicast prefix-limit maximum 100`, `${OUT} family inet unicast prefix-limit ${rest}`)
        .maximumPrefix;
    expect(limit('maximum 100')).toMatchObject({ limit: 100, teardown: false });
    expect(limit('teardown 80')).toMatchObject({ teardown: true, warnAt: 80, restart: seconds(0) });
    expect(limit('teardown 80 idle-timeout 5')).toMatchObject({ teardown: true, warnAt: 80, restart: minutes(5) });
    expect(limit('teardown idle-timeout forever')).toMatchObject({ teardown: true, restart: undefined });
    expect(family(`${OUT} family inet unicast accepted-prefix-limit maximum 10`).maximumAccepted).toMatchObject({
      limit: 10,
    });
  });

  it('has the families that are named, with what each of them is told', () => {
    const one = neighbor(
      `${OUT} family inet unicast loops 3`,
      `${OUT} family inet labeled-unicast rib inet.3`,
      `${OUT} family inet-vpn unicast add-path receive`,
      `${OUT} family inet-vpn unicast add-path send path-count 4`,
    );
    expect(one.families.ipv4).toMatchObject({ ownAsAllowed: 2, resolve: 'unicast' });
    expect(one.families['ipv4-labeled']).toMatchObject({ into: 'labeled' });
    expect(one.families.vpnv4).toMatchObject({ resolve: 'both', addPath: { receive: true, send: 4 } });
  });
});

describe('the process', () => {
  const NEIGHBOR = [`${OUT} peer-as 65001`, `${OUT} neighbor 10.0.0.2`];

  it('is the router, by its AS and, where one is given, by its identifier', () => {
    expect(bgp(...NEIGHBOR)).toMatchObject({ asn: 65000, routerId: undefined, tells: 'active' });
    expect(bgp(...NEIGHBOR, 'set routing-options router-id 9.9.9.9').routerId).toBe(ip('9.9.9.9'));
  });

  it('is a part of a confederation', () => {
    const { confederation } = bgp(...NEIGHBOR, 'set routing-options confederation 100 members [ 65000 65003 ]');
    expect(confederation).toEqual({ identifier: 100, members: [65003] });
  });

  it('keeps routes of VPNs that it has no instance for when they go on to another AS, or when it is told to', () => {
    expect(bgp(...NEIGHBOR).keepAllTargets).toBe(false);
    expect(bgp(...NEIGHBOR, `${OUT} family inet-vpn unicast`).keepAllTargets).toBe(true);
    const inside = ['set protocols bgp group in type internal', 'set protocols bgp group in neighbor 10.255.0.2'];
    const vpn = 'set protocols bgp group in family inet-vpn unicast';
    expect(bgp(...inside, vpn).keepAllTargets).toBe(false);
    expect(bgp(...inside, vpn, 'set protocols bgp group in keep all').keepAllTargets).toBe(true);
  });

  it('lets in whoever comes from where a group allows it', () => {
    const { listen } = bgp(`${OUT} peer-as 65001`, `${OUT} allow 10.0.0.0/24`);
    expect(listen).toMatchObject([{ range: { text: '10.0.0.0/24' }, remoteAs: [[65001, 65001]] }]);
  });
});

describe('an instance that is a VPN', () => {
  const INSTANCE = 'set routing-instances cust';
  const vpn = (...lines: readonly string[]): BgpVpn =>
    present(
      bgp(
        `${INSTANCE} instance-type vrf`,
        `${INSTANCE} interface ge-0/0/1.0`,
        `${INSTANCE} route-distinguisher 65000:1`,
        ...lines,
      ).vpns['cust' as VrfName],
      'a VPN',
    );
  const target = (number: number) => ({ kind: 'target', value: { form: 'as2', admin: 65000, number } });

  it('has targets both ways, or one each way', () => {
    expect(vpn(`${INSTANCE} vrf-target target:65000:1`)).toMatchObject({
      importTargets: [target(1)],
      exportTargets: [target(1)],
      importsBy: 'targets',
      importPolicy: undefined,
    });
    const two = vpn(`${INSTANCE} vrf-target import target:65000:2`, `${INSTANCE} vrf-target export target:65000:3`);
    expect(two).toMatchObject({ importTargets: [target(2)], exportTargets: [target(3)] });
  });

  it('has policies in their place', () => {
    const chosen = vpn(
      'set policy-options policy-statement in then accept',
      'set policy-options policy-statement out then accept',
      `${INSTANCE} vrf-import in`,
      `${INSTANCE} vrf-export out`,
    );
    expect(chosen).toMatchObject({ importTargets: [], exportTargets: [], importsBy: 'policy' });
    expect(chosen.importPolicy).toBeDefined();
    expect(chosen.exportPolicy).toBeDefined();
  });

  it('has labels for its next hops, or one for its table', () => {
    const targets = `${INSTANCE} vrf-target target:65000:1`;
    expect(vpn(targets).labels).toBe('next-hop');
    expect(vpn(targets, `${INSTANCE} vrf-table-label`)).toMatchObject({ labels: 'table', labelRange: 'tables' });
  });

  it('takes routes of others of this router where it exports by itself', () => {
    const targets = `${INSTANCE} vrf-target target:65000:1`;
    expect(vpn(targets).importsOwn).toBe(false);
    expect(vpn(targets, `${INSTANCE} routing-options auto-export`).importsOwn).toBe(true);
  });

  it('may have an AS and neighbors of its own', () => {
    const config = bgp(
      `${INSTANCE} instance-type vrf`,
      `${INSTANCE} interface ge-0/0/1.0`,
      `${INSTANCE} route-distinguisher 65000:1`,
      `${INSTANCE} vrf-target target:65000:1`,
      `${INSTANCE} routing-options autonomous-system 64512`,
      `${INSTANCE} protocols bgp group ce peer-as 65100`,
      `${INSTANCE} protocols bgp group ce neighbor 10.0.1.2`,
    );
    expect(config.neighbors).toMatchObject([{ vrf: 'cust', remoteAs: 65100 }]);
    expect(config.families['cust' as VrfName]).toMatchObject({ asn: 64512 });
    expect(config.neighbors?.[0]?.families.ipv4?.resolve).toBe('unicast');
  });
});
