// neighbor …: what statements, groups and templates make of a BGP neighbour.

import { describe, expect, it } from 'vitest';
import { present } from '../../../../src/base/must.ts';
import { evaluate } from '../../../../src/policy/evaluate.ts';
import type { Policy, Subject } from '../../../../src/policy/policy.ts';
import type { BgpConfig } from '../../../../src/protocols/bgp/config.ts';
import { MAIN } from '../../../../src/route/names.ts';
import { seconds } from '../../../../src/sim/time.ts';
import { ip, p } from '../../../harness/routes.ts';
import { compiled } from '../compiled.ts';

const bgpOf = (...text: readonly string[]): BgpConfig =>
  present(compiled(['router bgp 65000', ...text.map((line) => ` ${line}`)].join('\n')).bgp, 'bgp');
const neighborsOf = (...text: readonly string[]) => present(bgpOf(...text).neighbors, 'neighbors');
const only = (...text: readonly string[]) => present(neighborsOf(...text)[0], 'a neighbor');
const family = (...text: readonly string[]) => {
  const lines = text.map((line) => `neighbor 10.0.0.2 ${line}`);
  return present(only('neighbor 10.0.0.2 remote-as 65001', ...lines).families.ipv4, 'ipv4');
};

const subject = (prefix: string): Subject => ({
  prefix: p(prefix),
  kind: 'static',
  tag: undefined,
  metric: 0,
  localPref: undefined,
  weight: undefined,
  origin: undefined,
  extended: [],
});

describe('a session', () => {
  it('has the times of IOS, and is looked for on a link when it leads outside', () => {
    // Captures `show ip bgp neighbors`: hold 180, keepalive 60, runs of 30 seconds, Outgoing TTL 1.
    expect(only('neighbor 10.0.0.2 remote-as 65001')).toMatchObject({
      remoteAs: 65001,
      holdTime: seconds(180),
      keepalive: seconds(60),
      advertisementInterval: seconds(30),
      ttl: 1,
      direct: true,
      passive: false,
    });
    // Outgoing TTL 255, runs of 0 seconds.
    expect(only('neighbor 10.0.0.2 remote-as 65000')).toMatchObject({
      advertisementInterval: 0,
      ttl: undefined,
      direct: false,
    });
  });

  it.each([
    ['ebgp-multihop', { ttl: 255, direct: false }],
    ['ebgp-multihop 2', { ttl: 2, direct: false }],
    ['disable-connected-check', { ttl: 1, direct: false }],
    ['ttl-security hops 2', { ttl: 255, minTtl: 253, direct: false }],
    ['timers 5 15', { keepalive: seconds(5), holdTime: seconds(15) }],
    ['timers 5 15 10', { leastHold: seconds(10) }],
    ['shutdown', { shutdown: true }],
    ['password 0 secret', { md5: 'secret' }],
    ['password 7 060506324F41', { md5: 'cisco' }],
    ['description south of here', { description: 'south of here' }],
    ['transport connection-mode passive', { passive: true }],
    ['transport connection-mode active', { passive: false, activeOnly: true }],
    ['advertisement-interval 5', { advertisementInterval: seconds(5) }],
    ['local-as 64999', { localAs: { asn: 64999, prependIn: true, prependOwn: true, loops: 0 } }],
    ['local-as 64999 no-prepend', { localAs: { asn: 64999, prependIn: false, prependOwn: true, loops: 0 } }],
    [
      'local-as 64999 no-prepend replace-as dual-as',
      { localAs: { asn: 64999, prependIn: false, prependOwn: false, loops: 0, dual: true } },
    ],
  ])('%s', (line, expected) => {
    expect(only('neighbor 10.0.0.2 remote-as 65001', `neighbor 10.0.0.2 ${line}`)).toMatchObject(expected);
  });

  it('leaves from the address of an interface', () => {
    const text = [
      'interface Loopback0',
      ' ip address 10.255.0.1 255.255.255.255',
      'router bgp 65000',
      ' neighbor 10.255.0.2 remote-as 65000',
      ' neighbor 10.255.0.2 update-source Loopback0',
    ];
    expect(compiled(text.join('\n')).bgp?.neighbors?.[0]?.localAddress).toBe(ip('10.255.0.1'));
  });

  it('is watched with the timers of the interface towards the neighbor', () => {
    const text = [
      'interface GigabitEthernet0/0',
      ' ip address 10.0.0.1 255.255.255.0',
      ' bfd interval 100 min_rx 200 multiplier 3',
      'router bgp 65000',
      ' neighbor 10.0.0.2 remote-as 65001',
      ' neighbor 10.0.0.2 fall-over bfd',
    ];
    expect(compiled(text.join('\n')).bgp?.neighbors?.[0]?.bfd).toEqual({
      minTx: 100_000,
      minRx: 200_000,
      multiplier: 3,
    });
  });
});

describe('what is told and believed', () => {
  it('is everything as it came, and no communities, unless somebody says otherwise', () => {
    expect(family()).toMatchObject({
      importPolicy: undefined,
      exportPolicy: undefined,
      nexthop: 'rules',
      sendStandard: false,
      sendExtended: false,
      sendLarge: false,
      ownAsAllowed: 0,
      removePrivate: 'off',
    });
  });

  it.each([
    ['send-community', { sendStandard: true, sendExtended: false }],
    ['send-community extended', { sendStandard: false, sendExtended: true }],
    ['send-community both', { sendStandard: true, sendExtended: true }],
    ['next-hop-self', { nexthop: 'self-external' }],
    ['next-hop-self all', { nexthop: 'self' }],
    ['next-hop-unchanged', { nexthop: 'unchanged' }],
    ['route-reflector-client', { client: true }],
    ['allowas-in', { ownAsAllowed: 3 }],
    ['allowas-in 1', { ownAsAllowed: 1 }],
    ['as-override', { asOverride: true }],
    ['remove-private-as', { removePrivate: 'if-only' }],
    ['remove-private-as all', { removePrivate: 'all' }],
    ['remove-private-as all replace-as', { removePrivate: 'replace' }],
    ['soft-reconfiguration inbound', { keepInbound: true }],
    ['default-originate', { defaultOriginate: true }],
    ['weight 7', { weight: 7 }],
    ['maximum-prefix 100', { maximumPrefix: { limit: 100, warnAt: 75, teardown: true, restart: undefined } }],
    [
      'maximum-prefix 100 50 restart 3',
      { maximumPrefix: { limit: 100, warnAt: 50, teardown: true, restart: seconds(180) } },
    ],
    ['maximum-prefix 100 warning-only', { maximumPrefix: { limit: 100, warnAt: 75, teardown: false } }],
    ['additional-paths send receive', { addPath: { receive: true, send: 1 } }],
    ['additional-paths disable', { addPath: { receive: false, send: 0 } }],
  ])('%s', (line, expected) => {
    expect(family(line)).toMatchObject(expected);
  });

  it('passes the lists and the route map of a direction, all of them', () => {
    const text = [
      'ip prefix-list PL permit 10.0.0.0/8 le 32',
      'route-map RM permit 10',
      ' set local-preference 200',
      'router bgp 65000',
      ' neighbor 10.0.0.2 remote-as 65001',
      ' neighbor 10.0.0.2 prefix-list PL in',
      ' neighbor 10.0.0.2 route-map RM in',
    ];
    const policy = compiled(text.join('\n')).bgp?.neighbors?.[0]?.families.ipv4?.importPolicy;
    expect(policy?.otherwise).toBe('reject');
    expect(policy?.terms).toMatchObject([
      { matches: [{ kind: 'prefix-lists', lists: [{ name: 'PL' }] }], actions: [{ kind: 'set-local-pref' }] },
    ]);
  });
});

describe('families', () => {
  const named = (...text: readonly string[]) => Object.keys(only(...text).families);
  const remote = 'neighbor 10.0.0.2 remote-as 65001';

  it('is IPv4, unless it is not the default or was switched off', () => {
    expect(named(remote)).toEqual(['ipv4']);
    expect(named('no bgp default ipv4-unicast', remote)).toEqual([]);
    expect(named('no bgp default ipv4-unicast', remote, 'address-family ipv4', ' neighbor 10.0.0.2 activate')).toEqual([
      'ipv4',
    ]);
    expect(named(remote, 'address-family ipv4', ' no neighbor 10.0.0.2 activate')).toEqual([]);
  });

  it('is VPNv4 where it is activated, and labelled with send-label', () => {
    expect(named(remote, 'address-family vpnv4', ' neighbor 10.0.0.2 activate')).toEqual(['ipv4', 'vpnv4']);
    expect(named(remote, 'neighbor 10.0.0.2 send-label')).toEqual(['ipv4-labeled']);
  });

  it('is that of its VRF, where updates wait for nothing', () => {
    const text = [
      'ip vrf RED',
      ' rd 1:1',
      'router bgp 65000',
      ' address-family ipv4 vrf RED',
      '  neighbor 10.1.0.2 remote-as 65001',
      '  neighbor 10.1.0.2 as-override',
    ];
    expect(compiled(text.join('\n')).bgp?.neighbors).toMatchObject([
      { vrf: 'RED', advertisementInterval: 0, families: { ipv4: { asOverride: true } } },
    ]);
  });
});

describe('groups and templates', () => {
  it('a member has what its group says, but for what it says itself', () => {
    const [one] = neighborsOf(
      'neighbor PG peer-group',
      'neighbor PG remote-as 65001',
      'neighbor PG timers 5 15',
      'neighbor PG weight 5',
      'neighbor 10.0.0.2 peer-group PG',
      'neighbor 10.0.0.2 weight 9',
    );
    expect(one).toMatchObject({
      remoteAs: 65001,
      group: 'PG',
      holdTime: seconds(15),
      families: { ipv4: { weight: 9 } },
    });
  });

  it('templates inherit from templates', () => {
    const [one] = neighborsOf(
      'template peer-policy COMMON',
      ' weight 5',
      ' send-community both',
      'template peer-policy CUSTOMER',
      ' weight 7',
      ' inherit peer-policy COMMON 10',
      'template peer-session SESSION',
      ' remote-as 65001',
      ' timers 5 15',
      'neighbor 10.0.0.2 inherit peer-session SESSION',
      'neighbor 10.0.0.2 inherit peer-policy CUSTOMER',
    );
    expect(one).toMatchObject({
      remoteAs: 65001,
      holdTime: seconds(15),
      families: { ipv4: { weight: 7, sendStandard: true, sendExtended: true } },
    });
  });

  it('a range lets in whoever comes from there, as a member of the group', () => {
    const { listen, listenLimit } = bgpOf(
      'bgp listen limit 20',
      'bgp listen range 10.9.0.0/16 peer-group PG',
      'neighbor PG peer-group',
      'neighbor PG remote-as 65001',
      'neighbor PG timers 5 15',
    );
    expect(listenLimit).toBe(20);
    expect(listen).toMatchObject([
      { range: p('10.9.0.0/16'), remoteAs: [[65001, 65001]], template: { group: 'PG', holdTime: seconds(15) } },
    ]);
  });
});

describe('options of the process', () => {
  it('takes rungs out of the ladder', () => {
    const { ladder } = bgpOf('bgp bestpath as-path ignore', 'bgp bestpath compare-routerid');
    expect(ladder).not.toContain('as-path-length');
    expect(ladder).not.toContain('oldest-external');
    expect(ladder).toContain('med');
  });

  it('compares MEDs as it is told', () => {
    expect(bgpOf().med).toEqual({ compare: 'same-as', missing: 'zero', order: 'arrival' });
    expect(
      bgpOf('bgp always-compare-med', 'bgp deterministic-med', 'bgp bestpath med confed missing-as-worst').med,
    ).toEqual({ compare: 'always', missing: 'worst', order: 'deterministic', confederation: true });
  });

  it('knows its cluster, its confederation and how many paths it uses', () => {
    expect(bgpOf('bgp cluster-id 7').clusterId).toBe(ip('0.0.0.7'));
    expect(bgpOf('bgp cluster-id 1.2.3.4').clusterId).toBe(ip('1.2.3.4'));
    expect(bgpOf('bgp confederation identifier 100', 'bgp confederation peers 65001 65002').confederation).toEqual({
      identifier: 100,
      members: [65001, 65002],
    });
    expect(bgpOf('maximum-paths 4', 'maximum-paths ibgp 2').multipath).toEqual({ external: 4, internal: 2 });
    expect(bgpOf('maximum-paths eibgp 3').multipath).toEqual({ external: 3, internal: 3, mixed: 3 });
    expect(bgpOf().multipath).toBeUndefined();
  });

  it('puts routes together and holds flapping ones back', () => {
    const main = bgpOf('aggregate-address 10.0.0.0 255.0.0.0 as-set summary-only', 'bgp dampening 10 800 2200 30');
    expect(main.families[MAIN]).toMatchObject({
      aggregates: [{ prefix: p('10.0.0.0/8'), asSet: true, summaryOnly: true }],
      dampening: { usual: { halfLife: seconds(600), reuse: 800, suppress: 2200, maximum: seconds(1800) } },
    });
  });
});

describe('redistribution', () => {
  const kinds = (...text: readonly string[]) => present(bgpOf(...text).families[MAIN], 'IPv4').redistribute;

  it('of IS-IS takes level 2 unless it is said', () => {
    expect(kinds('redistribute isis')[0]?.kinds).toEqual(['isis.l2', 'isis.l2.ext', 'isis.ia']);
    expect(kinds('redistribute isis CORE level-1')[0]?.kinds).toEqual(['isis.l1', 'isis.l1.ext']);
  });

  it('has the default metric, but for connected routes', () => {
    const found = kinds('redistribute connected', 'redistribute static', 'default-metric 7');
    expect(found.map(({ metric }) => metric)).toEqual([undefined, 7]);
  });

  it('leaves the default route out unless "default-information originate"', () => {
    const says = (policy: Policy | undefined, text: string): string =>
      policy ? evaluate(policy, subject(text)).verdict : 'accept';
    const [shut] = kinds('redistribute static');
    expect([says(shut?.policy, '0.0.0.0/0'), says(shut?.policy, '10.0.0.0/8')]).toEqual(['reject', 'accept']);
    const [open] = kinds('redistribute static', 'default-information originate');
    expect(says(open?.policy, '0.0.0.0/0')).toBe('accept');
  });
});

it('filter-list passes AS paths', () => {
  const text = [
    'ip as-path access-list 1 deny _65009_',
    'ip as-path access-list 1 permit .*',
    'router bgp 65000',
    ' neighbor 10.0.0.2 remote-as 65001',
    ' neighbor 10.0.0.2 filter-list 1 in',
  ];
  const policy = present(compiled(text.join('\n')).bgp?.neighbors?.[0]?.families.ipv4?.importPolicy, 'a policy');
  const verdict = (...asns: readonly number[]) =>
    evaluate(policy, { ...subject('10.0.0.0/8'), asPath: [{ kind: 'sequence', asns }] }).verdict;
  expect([verdict(65001), verdict(65001, 65009)]).toEqual(['accept', 'reject']);
});
