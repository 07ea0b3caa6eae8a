import { describe, expect, it } from 'vitest';
import { mac } from '../../../../src/base/mac.ts';
import { must, present } from '../../../../src/base/must.ts';
import { parsePrefix, prefix as prefixOf } from '../../../../src/base/prefix.ts';
import type { DeviceConfig } from '../../../../src/device/device-config.ts';
import { MAIN_ROUTER } from '../../../../src/os/box.ts';
import { faultLines } from '../../../../src/os/junos/shell/commit.ts';
import { evaluate } from '../../../../src/policy/evaluate.ts';
import type { Policy, Subject } from '../../../../src/policy/policy.ts';
import type { CircuitConfig, IsisConfig } from '../../../../src/protocols/isis/config.ts';
import type { IfName } from '../../../../src/route/names.ts';
import type { RouteKind } from '../../../../src/route/route.ts';
import { millis, seconds } from '../../../../src/sim/time.ts';
import { junos } from '../console.ts';
import { tree } from '../trees.ts';
import { link, loopback } from './network.ts';

const result = (text: string) =>
  junos().compile(tree(text), { model: present(junos().models[0], 'a model'), macBase: mac(0x0005_8671_0000) });

function device(text: string): DeviceConfig {
  const compiled = result(text);
  must(compiled.ok, compiled.ok ? '' : faultLines(compiled.error).join('; '));
  return present(compiled.value.compiled.get(MAIN_ROUTER), 'the box');
}

const isisOf = (text: string): IsisConfig => present(device(text).isis[0], 'a process');
const circuit = (config: IsisConfig, name: string): CircuitConfig => present(config.circuits[name as IfName], name);

const LINK = link('ge-0/0/0', '10.0.12.1/30');

describe('silence', () => {
  const config = isisOf(`set system host-name R1\n${loopback(1)}${LINK}`);

  it('means both levels, both styles, 1200 seconds', () => {
    expect(config).toMatchObject({
      name: 'master',
      vrf: 'default',
      levels: [1, 2],
      hostname: 'R1',
      nets: [{ area: '49.0001', system: '0000.0000.0001' }],
      nlpids: [0xcc, 0x8e],
      lspLifetimeSeconds: 1200,
      lspRefresh: seconds(883),
      lspBufferSize: 1492,
      overload: { when: 'never' },
      attached: { send: true, accept: true },
      redistribute: [],
      level: { 1: { send: 'both', accept: 'both', spf: { delay: millis(200), runs: 3, pause: seconds(5) } } },
    });
    expect(config.routerId).toBe(0x0aff0001);
  });

  it('means hellos every nine seconds, priority 64, metric 10', () => {
    expect(circuit(config, 'ge-0/0/0.0')).toMatchObject({
      network: 'broadcast',
      passive: false,
      padding: 'until-up',
      lspInterval: millis(100),
      bfd: undefined,
      ldpSync: undefined,
      level: { 2: { metric: 10, priority: 64, helloInterval: seconds(9), holdSeconds: 27, csnpInterval: seconds(10) } },
    });
    expect(circuit(config, 'lo0.0')).toMatchObject({ passive: true, level: { 1: { metric: 0 }, 2: { metric: 0 } } });
  });

  it('prefers level 1 to level 2, and both to what others told', () => {
    const { preferences } = present(device(loopback(1)).vrfs['default' as never], 'main');
    expect([
      preferences['isis.l1'],
      preferences['isis.l2'],
      preferences['isis.l1.ext'],
      preferences['isis.l2.ext'],
    ]).toEqual([15, 18, 160, 165]);
  });
});

describe('where it runs', () => {
  it('needs a title', () => {
    expect(device(LINK).isis).toEqual([]);
    expect(device(`${loopback(1)}set protocols isis disable`).isis).toEqual([]);
  });

  it('needs family iso on an interface, and the interface in the instance', () => {
    const config = isisOf(`${loopback(1)}
      set interfaces ge-0/0/1 unit 0 family inet address 10.0.1.1/24
      set protocols isis interface ge-0/0/1.0
      set protocols isis interface ge-0/0/7.0`);
    expect(Object.keys(config.circuits)).toEqual(['lo0.0']);
  });

  it('interface all: every unit with family iso that says nothing else', () => {
    const config =
      isisOf(`${loopback(1)}${LINK}${link('ge-0/0/1', '10.0.13.1/30')}${link('ge-0/0/2', '10.0.14.1/30', 'disable')}
      delete protocols isis interface ge-0/0/1.0
      set protocols isis interface all point-to-point`);
    expect(Object.keys(config.circuits).sort()).toEqual(['ge-0/0/0.0', 'ge-0/0/1.0', 'lo0.0']);
    expect(circuit(config, 'ge-0/0/0.0').network).toBe('broadcast');
    expect(circuit(config, 'ge-0/0/1.0').network).toBe('point-to-point');
  });

  it('several areas of one system', () => {
    const config = isisOf(`${loopback(1)}set interfaces lo0 unit 0 family iso address 49.0002.0000.0000.0001.00`);
    expect(config.nets.map(({ area }) => area)).toEqual(['49.0001', '49.0002']);
  });

  it('an instance has a process of its own', () => {
    const config = device(`${loopback(1)}
      set interfaces ge-0/0/3 unit 0 family inet address 10.9.0.1/30
      set interfaces ge-0/0/3 unit 0 family iso address 49.0009.0000.0000.0009.00
      set routing-instances CE instance-type virtual-router
      set routing-instances CE interface ge-0/0/3.0
      set routing-instances CE protocols isis interface ge-0/0/3.0
      set routing-instances CE protocols isis level 1 preference 33`);
    expect(config.isis.map(({ name, vrf }) => [name, vrf])).toEqual([
      ['master', 'default'],
      ['CE', 'CE'],
    ]);
    expect(config.isis[1]?.nets).toEqual([{ area: '49.0009', system: '0000.0000.0009' }]);
    expect(config.vrfs['CE' as never]?.preferences['isis.l1']).toBe(33);
    expect(config.vrfs['default' as never]?.preferences['isis.l1']).toBe(15);
  });
});

describe('levels and interfaces', () => {
  it('level 1 disable, for all and for one', () => {
    expect(isisOf(`${loopback(1)}${LINK}set protocols isis level 1 disable`).levels).toEqual([2]);
    const config = isisOf(`${loopback(1)}${LINK}set protocols isis interface ge-0/0/0.0 level 1 disable`);
    expect(config.levels).toEqual([1, 2]);
    expect(circuit(config, 'ge-0/0/0.0').levels).toEqual([2]);
  });

  it('numbers of a level', () => {
    const config = isisOf(`${loopback(1)}${LINK}
      set protocols isis interface ge-0/0/0.0 level 2 metric 30
      set protocols isis interface ge-0/0/0.0 level 2 hello-interval 3
      set protocols isis interface ge-0/0/0.0 level 2 priority 100
      set protocols isis interface ge-0/0/0.0 level 1 hold-time 40
      set protocols isis interface ge-0/0/0.0 level 1 passive`);
    expect(circuit(config, 'ge-0/0/0.0')).toMatchObject({
      passive: false,
      level: {
        1: { metric: 10, holdSeconds: 40, helloInterval: seconds(9) },
        2: { metric: 30, holdSeconds: 9, helloInterval: seconds(3), priority: 100 },
      },
    });
  });

  // "show isis interface": a metric above 63 counts as 63 without wide-metrics-only.
  it('metrics above 63 ask for wide-metrics-only', () => {
    const lines = `${loopback(1)}${link('ge-0/0/0', '10.0.12.1/30', 'level 1 metric 100', 'level 2 metric 100')}
      set protocols isis level 2 wide-metrics-only`;
    const { level } = circuit(isisOf(lines), 'ge-0/0/0.0');
    expect([level[1].metric, level[2].metric]).toEqual([63, 100]);
    expect(isisOf(lines).level[2].send).toBe('wide');
  });

  it('reference-bandwidth, unless the metric is said', () => {
    const config = isisOf(`${loopback(1)}${LINK}${link('ge-0/0/1', '10.0.13.1/30', 'level 1 metric 7')}
      set protocols isis reference-bandwidth 20g`);
    expect(circuit(config, 'ge-0/0/0.0').level[1].metric).toBe(20);
    expect(circuit(config, 'ge-0/0/1.0').level[1].metric).toBe(7);
    expect(circuit(config, 'lo0.0').level[1].metric).toBe(0);
  });

  it('BFD in either place, LDP on point-to-point links', () => {
    const config = isisOf(`${loopback(1)}
      ${link('ge-0/0/0', '10.0.12.1/30', 'point-to-point', 'bfd-liveness-detection minimum-interval 100', 'ldp-synchronization hold-time 10')}
      ${link('ge-0/0/1', '10.0.13.1/30', 'family inet bfd-liveness-detection minimum-interval 300 multiplier 4', 'ldp-synchronization')}
      ${link('ge-0/0/2', '10.0.14.1/30', 'point-to-point', 'ldp-synchronization', 'hello-padding strict', 'csnp-interval disable')}`);
    expect(circuit(config, 'ge-0/0/0.0')).toMatchObject({
      bfd: { minTx: millis(100), minRx: millis(100), multiplier: 3 },
      ldpSync: { holdDown: seconds(10) },
      // Captures of routers with so many links: five seconds for each.
      level: { 1: { csnpInterval: seconds(10) } },
    });
    expect(circuit(config, 'ge-0/0/1.0')).toMatchObject({
      bfd: { minTx: millis(300), multiplier: 4 },
      ldpSync: undefined,
    });
    expect(circuit(config, 'ge-0/0/2.0')).toMatchObject({
      bfd: undefined,
      ldpSync: { holdDown: undefined },
      padding: 'always',
      level: { 2: { csnpInterval: undefined } },
    });
  });
});

describe('keys', () => {
  const md5 = { algorithm: 'hmac-md5', secret: 'datacenter' };
  const LEVEL = `
    set protocols isis level 2 authentication-key "$9$PfT36/tBRSHqfz36u0vWLXVYJZjkmT"
    set protocols isis level 2 authentication-type md5`;

  it("a level's key signs hellos, sequence numbers PDUs and LSPs", () => {
    const config = isisOf(loopback(1) + LINK + LEVEL);
    expect(config.level[2].auth).toEqual({
      lsp: { send: md5, accept: [md5] },
      csnp: { send: md5, accept: [md5] },
      psnp: { send: md5, accept: [md5] },
    });
    expect(circuit(config, 'ge-0/0/0.0').level[2].auth?.send).toEqual(md5);
    expect(circuit(config, 'ge-0/0/0.0').level[1].auth).toBeUndefined();
  });

  it('no-hello-authentication, no-csnp-authentication, no-authentication-check', () => {
    const config = isisOf(`${loopback(1)}${LINK}${LEVEL}
      set protocols isis level 2 no-hello-authentication
      set protocols isis level 2 no-csnp-authentication
      set protocols isis no-authentication-check`);
    expect(config.level[2].auth).toEqual({
      lsp: { send: md5, accept: [] },
      csnp: undefined,
      psnp: { send: md5, accept: [] },
    });
    expect(circuit(config, 'ge-0/0/0.0').level[2].auth).toBeUndefined();
  });

  it('hellos of one interface, a simple password unless md5 is said', () => {
    const config = isisOf(`${loopback(1)}${LINK}${LEVEL}
      set protocols isis interface ge-0/0/0.0 level 2 hello-authentication-key juniper1`);
    expect(circuit(config, 'ge-0/0/0.0').level[2].auth?.send).toEqual({ algorithm: 'password', secret: 'juniper1' });
  });

  it('key chains: the key that begins last signs, all are believed', () => {
    const config = isisOf(`${loopback(1)}${LINK}
      set security authentication-key-chains key-chain K key 1 secret "$9$8QQx-woJDmfzYgfz36u0LxNV24"
      set security authentication-key-chains key-chain K key 1 start-time "2000-1-1.00:00:00 +0000"
      set security authentication-key-chains key-chain K key 2 secret other
      set security authentication-key-chains key-chain K key 2 start-time "2001-1-1.00:00:00 +0000"
      set protocols isis level 1 authentication-key-chain K`);
    expect(config.level[1].auth.lsp).toEqual({
      send: { algorithm: 'hmac-md5', secret: 'other' },
      accept: [
        { algorithm: 'hmac-md5', secret: 'other' },
        { algorithm: 'hmac-md5', secret: 'juniper2' },
      ],
    });
  });
});

describe('the process', () => {
  it('overload, lifetimes, spf-options, attached bits', () => {
    const config = isisOf(`${loopback(1)}
      set protocols isis overload timeout 300
      set protocols isis lsp-lifetime 3600
      set protocols isis no-ipv6-routing
      set protocols isis spf-options delay 50
      set protocols isis spf-options holddown 2000
      set protocols isis spf-options rapid-runs 5
      set protocols isis ignore-attached-bit
      set routing-options router-id 1.1.1.1`);
    expect(config).toMatchObject({
      overload: { when: { forSeconds: 300, since: 'configuration' }, suppress: ['interlevel'], highMetrics: false },
      lspLifetimeSeconds: 3600,
      lspRefresh: seconds(3283),
      nlpids: [0xcc],
      attached: { send: true, accept: false },
      routerId: 0x01010101,
      level: { 1: { spf: { delay: millis(50), runs: 5, pause: seconds(2) } } },
    });
  });

  it('refuses a policy that nobody defined', () => {
    const compiled = result(`${loopback(1)}set protocols isis export NONE`);
    expect(compiled.ok).toBe(false);
    expect(compiled.ok ? '' : faultLines(compiled.error).join(' ')).toContain(
      'Policy error: Policy NONE referenced but not defined',
    );
  });
});

const subject = (text: string, kind: RouteKind, more: Partial<Subject> = {}): Subject => ({
  prefix: prefixOf(present(parsePrefix(text), text).address, present(parsePrefix(text), text).length),
  kind,
  tag: undefined,
  metric: 5,
  localPref: undefined,
  weight: undefined,
  origin: undefined,
  extended: [],
  ...more,
});

const verdict = (policy: Policy | undefined, one: Subject): string | number => {
  const { verdict: found, subject: changed } = evaluate(present(policy, 'a policy'), one);
  return found === 'accept' ? (changed.metric ?? 'accept') : found;
};

describe('export policies', () => {
  const config = isisOf(`${loopback(1)}
    set policy-options prefix-list CUSTOMERS 172.16.0.0/16
    set policy-options policy-statement OUT term statics from protocol static
    set policy-options policy-statement OUT term statics from route-filter 10.0.0.0/8 orlonger
    set policy-options policy-statement OUT term statics from route-filter 10.1.0.0/16 exact
    set policy-options policy-statement OUT term statics to level 2
    set policy-options policy-statement OUT term statics then metric 77
    set policy-options policy-statement OUT term statics then accept
    set policy-options policy-statement OUT term listed from prefix-list CUSTOMERS
    set policy-options policy-statement OUT term listed then accept
    set policy-options policy-statement LEAK term down from protocol isis
    set policy-options policy-statement LEAK term down from level 2
    set policy-options policy-statement LEAK term down from route-filter 10.255.0.0/16 prefix-length-range /32-/32
    set policy-options policy-statement LEAK term down to protocol isis
    set policy-options policy-statement LEAK term down to level 1
    set policy-options policy-statement LEAK term down then accept
    set protocols isis export [ OUT LEAK ]`);
  const redistribution = (level: 1 | 2): Policy | undefined =>
    config.redistribute.find(({ levels }) => levels.includes(level))?.policy;
  const leak = (from: 1 | 2): Policy | undefined => config.leaks.find((one) => one.from === from)?.policy;

  it('tell routes of other protocols to the levels they name', () => {
    expect(verdict(redistribution(2), subject('10.2.0.0/16', 'static'))).toBe(77);
    expect(verdict(redistribution(1), subject('10.2.0.0/16', 'static'))).toBe('reject');
    expect(verdict(redistribution(2), subject('10.2.0.0/16', 'connected'))).toBe('reject');
    expect(verdict(redistribution(1), subject('172.16.0.0/16', 'connected'))).toBe(5);
    expect(verdict(redistribution(1), subject('172.16.1.0/24', 'connected'))).toBe('reject');
  });

  // "Route Filter Match Types": only the longest block that holds a route is asked.
  it('ask the longest route filter alone', () => {
    expect(verdict(redistribution(2), subject('10.1.0.0/16', 'static'))).toBe(77);
    expect(verdict(redistribution(2), subject('10.1.1.0/24', 'static'))).toBe('reject');
  });

  it('level 1 goes up by itself unless it is external, level 2 comes down where a policy says so', () => {
    expect(verdict(leak(1), subject('192.168.0.0/24', 'isis.l1'))).toBe(5);
    expect(verdict(leak(1), subject('192.168.0.0/24', 'isis.l1.ext'))).toBe('reject');
    expect(verdict(leak(2), subject('10.255.0.9/32', 'isis.l2'))).toBe(5);
    expect(verdict(leak(2), subject('10.255.0.0/24', 'isis.l2'))).toBe('reject');
    expect(verdict(leak(2), subject('192.168.0.0/24', 'isis.l2'))).toBe('reject');
  });

  it('without any, level 2 keeps to itself', () => {
    expect(isisOf(loopback(1)).leaks.map(({ from, to }) => [from, to])).toEqual([[1, 2]]);
    expect(isisOf(`${loopback(1)}set protocols isis level 2 disable`).leaks).toEqual([]);
  });
});
