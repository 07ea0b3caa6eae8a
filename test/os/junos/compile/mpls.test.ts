// protocols ldp, mpls, bfd-liveness-detection: what a router is told.

import { describe, expect, it } from 'vitest';
import { mac } from '../../../../src/base/mac.ts';
import { must, present } from '../../../../src/base/must.ts';
import type { DeviceConfig } from '../../../../src/device/device-config.ts';
import { MAIN_ROUTER } from '../../../../src/os/box.ts';
import { faultLines } from '../../../../src/os/junos/shell/commit.ts';
import type { LabelFilter, LdpConfig } from '../../../../src/protocols/ldp/config.ts';
import { permits } from '../../../../src/protocols/ldp/filter.ts';
import { type IfName, MAIN, type VrfName } from '../../../../src/route/names.ts';
import { millis, seconds } from '../../../../src/sim/time.ts';
import { ip, p } from '../../../harness/routes.ts';
import { junos } from '../console.ts';
import { tree } from '../trees.ts';

const BASE = `
set interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/30
set interfaces ge-0/0/0 unit 0 family mpls
set interfaces ge-0/0/1 unit 0 family inet address 10.0.1.1/30
set interfaces ge-0/0/1 unit 0 family mpls
set interfaces lo0 unit 0 family inet address 10.255.0.1/32
set routing-options router-id 10.255.0.1
set protocols ldp interface ge-0/0/0.0
set protocols mpls interface ge-0/0/0.0
`;

function compiled(...lines: readonly string[]): DeviceConfig {
  const model = present(junos().models[0], 'a model');
  const result = junos().compile(tree([BASE, ...lines].join('\n')), { model, macBase: mac(0x0005_8671_0000) });
  must(result.ok, result.ok ? '' : faultLines(result.error).join('; '));
  return present(result.value.compiled.get(MAIN_ROUTER), 'the box');
}

const ldp = (...lines: readonly string[]): LdpConfig => present(compiled(...lines).ldp?.[MAIN], 'LDP');
const links = (config: LdpConfig): readonly string[] => Object.keys(config.interfaces);

describe('protocols ldp', () => {
  it('has the times that `show ldp overview` prints of a box that was told none', () => {
    const config = ldp();
    expect(config.routerId).toBe(ip('10.255.0.1'));
    expect(config.session).toMatchObject({ keepalive: seconds(10), hold: seconds(30), connectRetry: seconds(1) });
    expect(config.interfaces['ge-0/0/0.0' as IfName]).toEqual({
      hello: { interval: seconds(5), hold: seconds(15) },
      transport: undefined,
      syncDelay: seconds(10),
    });
    expect(config.targeted.hello).toEqual({ interval: seconds(15), hold: seconds(45) });
    expect(config.labels).toMatchObject({ control: 'ordered', egress: 'router-id', withdrawDelay: seconds(60) });
    expect(config.routes).toEqual({ impose: false, tables: ['labeled'], trackIgpMetric: false });
  });

  it('does not run where it names nobody, or is disabled', () => {
    expect(compiled('deactivate protocols ldp interface ge-0/0/0.0').ldp).toEqual({});
    expect(compiled('set protocols ldp disable').ldp).toEqual({});
  });

  it('runs on all units, on those that are named, and not where it is disabled', () => {
    expect(links(ldp())).toEqual(['ge-0/0/0.0']);
    expect(links(ldp('set protocols ldp interface all'))).toEqual(['ge-0/0/0.0', 'ge-0/0/1.0', 'lo0.0']);
    expect(links(ldp('set protocols ldp interface all', 'set protocols ldp interface ge-0/0/1.0 disable'))).toEqual([
      'ge-0/0/0.0',
      'lo0.0',
    ]);
  });

  it('takes times, transport addresses and targets from its statements', () => {
    const config = ldp(
      'set protocols ldp keepalive-interval 20',
      'set protocols ldp keepalive-timeout 90',
      'set protocols ldp transport-address 10.255.0.1',
      'set protocols ldp interface ge-0/0/0.0 hello-interval 2',
      'set protocols ldp interface ge-0/0/0.0 hold-time 6',
      'set protocols ldp interface ge-0/0/1.0 transport-address interface',
      'set protocols ldp neighbor 10.255.0.9',
      'set protocols ldp targeted-hello hold-time 65535',
      'set protocols ldp strict-targeted-hellos',
      'set protocols ldp igp-synchronization holddown-interval 30',
    );
    expect(config.session).toMatchObject({ keepalive: seconds(20), hold: seconds(90) });
    expect(config.interfaces['ge-0/0/0.0' as IfName]).toEqual({
      hello: { interval: seconds(2), hold: seconds(6) },
      transport: ip('10.255.0.1'),
      syncDelay: seconds(30),
    });
    expect(config.interfaces['ge-0/0/1.0' as IfName]?.transport).toBe('interface');
    expect(config.targeted).toEqual({
      peers: [ip('10.255.0.9')],
      hello: { interval: seconds(15), hold: 'infinite' },
      accept: 'configured',
    });
  });

  it('reads hidden keys, of one peer and of many', () => {
    const { authentication } = ldp(
      'set protocols ldp session 10.0.0.13 authentication-key "$9$UkHqPF3/9AuRhWX7V2g"',
      'set protocols ldp session 10.0.0.9 authentication-key plain',
      'set protocols ldp session-group 192.168.1.0/24 authentication-key LDPSECRET',
    );
    expect(authentication.byPeer).toEqual({ '10.0.0.13': 'GEHEIM', '10.0.0.9': 'plain' });
    expect(authentication.rules.map(({ peers, key }) => [peers?.name, key])).toEqual([['192.168.1.0/24', 'LDPSECRET']]);
  });

  it('puts its routes where traffic engineering wants them, with their preference and metric', () => {
    const tables = (word: string) => ldp(`set protocols mpls traffic-engineering ${word}`).routes.tables;
    expect([tables('bgp'), tables('bgp-igp'), tables('bgp-igp-both-ribs')]).toEqual([
      ['labeled'],
      ['unicast'],
      ['labeled', 'unicast'],
    ]);
    expect(ldp('set protocols ldp no-forwarding').routes.tables).toEqual([]);
    expect(ldp('set protocols ldp track-igp-metric').routes.trackIgpMetric).toBe(true);
    expect(compiled('set protocols ldp preference 12').vrfs[MAIN]?.preferences.ldp).toBe(12);
    expect(compiled().vrfs[MAIN]?.preferences.ldp).toBe(9);
  });

  it('runs in routing instances by their own statements', () => {
    const config = compiled(
      'set routing-instances red instance-type virtual-router',
      'set routing-instances red interface ge-0/0/1.0',
      'set routing-instances red routing-options router-id 10.9.9.9',
      'set routing-instances red protocols ldp interface ge-0/0/1.0',
    );
    const red = present(config.ldp?.['red' as VrfName], 'red');
    expect([red.routerId, links(red)]).toEqual([ip('10.9.9.9'), ['ge-0/0/1.0']]);
    expect(links(present(config.ldp?.[MAIN], 'main'))).toEqual(['ge-0/0/0.0']);
  });
});

describe('policies of labels', () => {
  const policy = (name: string, ...lines: readonly string[]): readonly string[] =>
    lines.map((line) => `set policy-options policy-statement ${name} ${line}`);
  const says = (filter: LabelFilter, prefix: string, peer?: string): boolean =>
    permits(filter, p(prefix), peer === undefined ? undefined : ip(peer));

  it('import: the prefixes that a filter rejects, and nothing else', () => {
    const { accept } = ldp(
      ...policy('ONLY-HOSTS', 'term 1 from route-filter 0.0.0.0/0 upto /31', 'term 1 then reject', 'then accept'),
      'set protocols ldp import ONLY-HOSTS',
    ).labels;
    expect([says(accept, '10.0.0.1/32'), says(accept, '10.0.0.0/24')]).toEqual([true, false]);
  });

  it('export: to one neighbor only', () => {
    const { advertise } = ldp(
      ...policy(
        'P',
        'term 1 to neighbor 10.255.0.2',
        'term 1 from route-filter 10.0.0.0/8 orlonger',
        'term 1 then reject',
      ),
      'set protocols ldp export P',
    ).labels;
    expect([says(advertise, '10.1.0.0/16', '10.255.0.2'), says(advertise, '10.1.0.0/16', '10.255.0.3')]).toEqual([
      false,
      true,
    ]);
  });

  it('egress: what no policy accepts is not told', () => {
    const { egress } = ldp(
      ...policy('P', 'term 1 from prefix-list L', 'term 1 then accept'),
      'set policy-options prefix-list L 10.255.0.1/32',
      'set policy-options prefix-list L 10.1.0.0/16',
      'set protocols ldp egress-policy P',
    ).labels;
    must(egress !== 'router-id', 'a policy');
    expect(['10.255.0.1/32', '10.1.0.0/16', '10.1.0.0/24'].map((prefix) => says(egress, prefix))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('a term whose conditions no label can meet decides nothing', () => {
    const { accept } = ldp(
      ...policy('P', 'term 1 from community C', 'term 1 then reject'),
      'set policy-options community C members 1:1',
      'set protocols ldp import P',
    ).labels;
    expect(says(accept, '10.0.0.1/32')).toBe(true);
  });

  it('an action behind a block counts before that of the term; longer blocks are asked first', () => {
    const { accept } = ldp(
      ...policy(
        'P',
        'term 1 from route-filter 10.0.0.0/8 orlonger reject',
        'term 1 from route-filter 10.1.0.0/16 orlonger',
        'term 1 then accept',
      ),
      'set protocols ldp import P',
    ).labels;
    expect([says(accept, '10.1.2.0/24'), says(accept, '10.2.0.0/24')]).toEqual([true, false]);
  });
});

describe('protocols mpls', () => {
  const takes = (config: DeviceConfig, name: string) => config.interfaces[name as IfName]?.mpls;

  it('needs the family on the unit and the unit in the protocol', () => {
    const config = compiled();
    expect(takes(config, 'ge-0/0/0.0')).toEqual({ mtu: 1500 });
    expect(takes(config, 'ge-0/0/1.0')).toBeUndefined();
    expect(takes(compiled('set protocols mpls interface all'), 'ge-0/0/1.0')).toEqual({ mtu: 1500 });
    expect(takes(compiled('deactivate interfaces ge-0/0/0 unit 0 family mpls'), 'ge-0/0/0.0')).toBeUndefined();
    expect(takes(compiled('set protocols mpls interface ge-0/0/0.0 disable'), 'ge-0/0/0.0')).toBeUndefined();
  });

  it('has room for three labels above its own MTU, unless told otherwise', () => {
    expect(takes(compiled('set interfaces ge-0/0/0 unit 0 family mpls mtu 1400'), 'ge-0/0/0.0')).toEqual({ mtu: 1412 });
    expect(
      takes(
        compiled(
          'set interfaces ge-0/0/0 unit 0 family mpls mtu 1400',
          'set interfaces ge-0/0/0 unit 0 family mpls maximum-labels 5',
        ),
        'ge-0/0/0.0',
      ),
    ).toEqual({ mtu: 1420 });
  });

  it('gives out every sixteenth label from 299776 on, or from its own range', () => {
    expect(compiled().mpls?.labels).toMatchObject({ first: 299_776, last: 787_711, step: 16 });
    expect(compiled('set protocols mpls label-range dynamic-label-range 20000 30000').mpls?.labels).toMatchObject({
      first: 20_000,
      last: 30_000,
    });
  });

  it('lets TTLs through, and tells of dead packets by its own table', () => {
    expect(compiled().mpls?.forwarding).toMatchObject({
      propagateTtl: { forwarded: true, local: true },
      errorsDownPath: 'never',
    });
    const hidden = compiled('set protocols mpls no-propagate-ttl', 'set protocols mpls icmp-tunneling');
    expect(hidden.mpls?.forwarding).toEqual({
      propagateTtl: { forwarded: false, local: false },
      errorsDownPath: { deeperThan: 0 },
    });
  });
});

describe('bfd-liveness-detection of static routes', () => {
  const path = (...lines: readonly string[]) => compiled(...lines).static.paths[MAIN]?.[0]?.bfd;
  const ROUTE = 'set routing-options static route 99.0.0.0/8';
  const timers = (tx: number, rx: number, multiplier: number) => ({
    minTx: millis(tx),
    minRx: millis(rx),
    multiplier,
  });

  it('watches the next hop behind the unit that it lies on', () => {
    expect(path(`${ROUTE} next-hop 10.0.0.2`)).toBeUndefined();
    expect(path(`${ROUTE} next-hop 10.0.0.2`, `${ROUTE} bfd-liveness-detection minimum-interval 300`)).toEqual({
      path: { peer: ip('10.0.0.2'), on: 'ge-0/0/0.0' },
      timers: timers(300, 300, 3),
    });
  });

  it('has timers apart, and those of a qualified next hop before the route’s', () => {
    expect(
      path(
        `${ROUTE} qualified-next-hop 10.0.1.2 bfd-liveness-detection minimum-receive-interval 500`,
        `${ROUTE} qualified-next-hop 10.0.1.2 bfd-liveness-detection transmit-interval minimum-interval 200`,
        `${ROUTE} qualified-next-hop 10.0.1.2 bfd-liveness-detection multiplier 5`,
        `${ROUTE} bfd-liveness-detection minimum-interval 999`,
      ),
    ).toEqual({ path: { peer: ip('10.0.1.2'), on: 'ge-0/0/1.0' }, timers: timers(200, 500, 5) });
  });

  it('watches a neighbor over several hops from an address of its own', () => {
    expect(
      path(
        `${ROUTE} next-hop 10.0.0.2`,
        `${ROUTE} bfd-liveness-detection minimum-interval 300`,
        `${ROUTE} bfd-liveness-detection session-mode multihop`,
        `${ROUTE} bfd-liveness-detection neighbor 10.255.0.7`,
        `${ROUTE} bfd-liveness-detection local-address 10.255.0.1`,
      ),
    ).toEqual({
      path: { peer: ip('10.255.0.7'), on: undefined, local: ip('10.255.0.1') },
      timers: timers(300, 300, 3),
    });
  });
});
