// mpls, mpls ldp and bfd statements, and what they make of a router.

import { describe, expect, it } from 'vitest';
import { present } from '../../../../src/base/must.ts';
import { EVERYTHING, NOTHING } from '../../../../src/protocols/ldp/config.ts';
import { keyFor, needsKey, permits } from '../../../../src/protocols/ldp/filter.ts';
import { MAIN } from '../../../../src/route/names.ts';
import { millis, seconds } from '../../../../src/sim/time.ts';
import { ifName, ip, p, vrfName } from '../../../harness/routes.ts';
import { compiled } from '../compiled.ts';

const LINK = ['interface GigabitEthernet0/0', ' ip address 10.0.0.1 255.255.255.0', ' mpls ip'];
const text = (...lines: readonly string[]): string => lines.join('\n');
const ldp = (...lines: readonly string[]) => present(compiled(text(...LINK, ...lines)).ldp?.[MAIN], 'LDP');

describe('mpls ip', () => {
  it('makes LDP run where it stands, with the defaults of IOS', () => {
    const config = compiled(text(...LINK, 'interface GigabitEthernet0/1', ' ip address 10.0.1.1 255.255.255.0'));
    expect(config.interfaces[ifName('GigabitEthernet0/0')]?.mpls).toEqual({ mtu: 1500 });
    expect(config.interfaces[ifName('GigabitEthernet0/1')]?.mpls).toBeUndefined();
    expect(config.ldp?.[MAIN]).toMatchObject({
      routerId: undefined,
      interfaces: {
        'GigabitEthernet0/0': { hello: { interval: seconds(5), hold: seconds(15) }, transport: undefined },
      },
      targeted: { hello: { interval: seconds(10), hold: seconds(90) }, accept: 'configured', peers: [] },
      session: { hold: seconds(180), keepalive: seconds(60), backoff: { initial: seconds(15), maximum: seconds(120) } },
      labels: { control: 'independent', advertise: EVERYTHING, explicitNull: NOTHING },
      routes: { impose: true, tables: [] },
    });
    expect(Object.keys(config.ldp?.[MAIN]?.interfaces ?? {})).toEqual(['GigabitEthernet0/0']);
  });

  it('comes with IS-IS where that says so, not on loopbacks, and not where it is refused', () => {
    const on = (process: string, ...more: readonly string[]): readonly string[] => {
      const port = (n: number): readonly string[] => [
        `interface GigabitEthernet0/${n}`,
        ` ip address 10.0.${n}.1 255.255.255.0`,
        ' ip router isis CORE',
      ];
      const loopback = ['interface Loopback0', ' ip address 10.9.9.9 255.255.255.255', ' ip router isis CORE'];
      const lines = [...loopback, ...port(0), ...port(1), ...more, process, ' net 49.0001.0000.0000.0001.00'];
      return Object.keys(compiled(text(...lines, ' mpls ldp autoconfig')).ldp?.[MAIN]?.interfaces ?? {});
    };
    expect(on('router isis CORE')).toEqual(['GigabitEthernet0/0', 'GigabitEthernet0/1']);
    expect(on('router isis CORE', ' no mpls ldp igp autoconfig')).toEqual(['GigabitEthernet0/0']);
    expect(on('router isis OTHER')).toEqual([]);
  });

  it('of the whole box must be in force', () => {
    const config = compiled(text('no mpls ip', ...LINK));
    expect(config.ldp).toEqual({});
    expect(config.interfaces[ifName('GigabitEthernet0/0')]?.mpls).toBeUndefined();
  });

  it('in a VRF is another process', () => {
    const config = compiled(
      text(
        'vrf definition RED',
        ' rd 1:1',
        ' address-family ipv4',
        'interface GigabitEthernet0/0',
        ' vrf forwarding RED',
        ' ip address 10.0.0.1 255.255.255.0',
        ' mpls ip',
      ),
    );
    expect(Object.keys(config.ldp ?? {})).toEqual(['RED']);
    expect(config.ldp?.[vrfName('RED')]?.interfaces).toHaveProperty('GigabitEthernet0/0');
  });

  it('takes longer packets where it is told to', () => {
    const mtu = (...lines: readonly string[]) =>
      compiled(text(...LINK, ...lines)).interfaces[ifName('GigabitEthernet0/0')]?.mpls?.mtu;
    expect(mtu(' mpls mtu 1508')).toBe(1508);
    expect(mtu(' mpls mtu override 1512')).toBe(1512);
    expect(mtu(' ip mtu 1400')).toBe(1500);
  });
});

describe('labels', () => {
  it('come from a range, TTLs go into them unless told otherwise', () => {
    const mpls = (...lines: readonly string[]) => compiled(text(...lines)).mpls;
    expect(mpls()).toEqual({
      labels: { first: 16, last: 100_000, step: 1 },
      forwarding: { propagateTtl: { forwarded: true, local: true }, errorsDownPath: { deeperThan: 0 } },
    });
    expect(mpls('mpls label range 200 299')?.labels).toEqual({ first: 200, last: 299, step: 1 });
    expect(mpls('no mpls ip propagate-ttl')?.forwarding.propagateTtl).toEqual({ forwarded: false, local: false });
    expect(mpls('no mpls ip propagate-ttl forwarded')?.forwarding.propagateTtl).toEqual({
      forwarded: false,
      local: true,
    });
    expect(mpls('mpls ip ttl-expiration pop 1')?.forwarding.errorsDownPath).toEqual({ deeperThan: 1 });
  });

  it('are given to every route but the default one, to hosts only, to those of a list', () => {
    const given = (...lines: readonly string[]) =>
      ['0.0.0.0/0', '10.0.0.0/24', '1.1.1.1/32', '2.2.2.2/32'].filter((prefix) =>
        permits(ldp(...lines).labels.allocate, p(prefix)),
      );
    expect(given()).toEqual(['10.0.0.0/24', '1.1.1.1/32', '2.2.2.2/32']);
    expect(given('mpls ip default-route')).toHaveLength(4);
    expect(given('mpls ldp label', ' allocate global host-routes')).toEqual(['1.1.1.1/32', '2.2.2.2/32']);
    expect(
      given('mpls ldp label', ' allocate global prefix-list L', 'ip prefix-list L seq 5 permit 1.1.1.1/32'),
    ).toEqual(['1.1.1.1/32']);
  });

  it('are told to everybody or to nobody, null ones openly where it is wanted', () => {
    expect(ldp('no mpls ldp advertise-labels').labels.advertise).toBe(NOTHING);
    expect(ldp('mpls ldp explicit-null').labels.explicitNull).toBe(EVERYTHING);
  });
});

describe('mpls ldp', () => {
  it('router-id is an interface’s address while it is not shut', () => {
    const LO = ['interface Loopback0', ' ip address 1.1.1.1 255.255.255.255'];
    expect(ldp(...LO, 'mpls ldp router-id Loopback0 force').routerId).toBe(ip('1.1.1.1'));
    expect(ldp(...LO, ' shutdown', 'mpls ldp router-id Loopback0 force').routerId).toBeUndefined();
  });

  it('times, transport, targets, keys', () => {
    const config = ldp(
      ' mpls ldp discovery transport-address interface',
      ' mpls ldp igp sync delay 20',
      'mpls ldp discovery hello holdtime 30',
      'mpls ldp discovery hello interval 10',
      'mpls ldp discovery targeted-hello accept',
      'mpls ldp holdtime 60',
      'mpls ldp backoff 30 240',
      'mpls ldp neighbor 2.2.2.2 targeted ldp',
      'mpls ldp neighbor 2.2.2.2 password 7 094F471A1A0A',
      'mpls ldp neighbor 3.3.3.3 password plain',
    );
    expect(config).toMatchObject({
      interfaces: {
        'GigabitEthernet0/0': {
          transport: 'interface',
          syncDelay: seconds(20),
          hello: { hold: seconds(30), interval: seconds(10) },
        },
      },
      targeted: { accept: 'any', peers: [ip('2.2.2.2')] },
      session: { hold: seconds(60), keepalive: seconds(20), backoff: { initial: seconds(30), maximum: seconds(240) } },
      authentication: { byPeer: { '2.2.2.2': 'cisco', '3.3.3.3': 'plain' }, rules: [], required: undefined },
    });
  });

  it('signs by lists of neighbors, and asks for it', () => {
    const { authentication } = ldp(
      'access-list 10 permit 10.0.0.0 0.0.0.255',
      'access-list 11 permit 10.0.0.9',
      'key chain K',
      ' key 1',
      '  key-string one',
      ' key 2',
      '  key-string two',
      'mpls ldp neighbor 10.0.0.7 password own',
      'mpls ldp password required for 10',
      'mpls ldp password fallback 7 094F471A1A0A',
      'mpls ldp password option 20 for 10 all',
      'mpls ldp password option 3 for 11 key-chain K',
    );
    const key = (address: string) => keyFor(authentication, [address], ip(address) as never);
    expect([key('10.0.0.7'), key('10.0.0.8')?.key, key('10.0.0.9')?.key, key('10.1.0.1')?.key]).toEqual([
      { key: 'own' },
      'all',
      'one',
      'cisco',
    ]);
    expect([key('10.0.0.9')?.name, key('10.1.0.1')?.name]).toEqual(['option 3', 'fallback']);
    expect([
      needsKey(authentication, ip('10.0.0.1') as never),
      needsKey(authentication, ip('10.1.0.1') as never),
    ]).toEqual([true, false]);
    expect(ldp('mpls ldp password required').authentication.required).toBe('everybody');
  });
});

describe('bfd', () => {
  it('watches the neighbors of static routes that are told so, as fast as the interface says', () => {
    const route = 'ip route 20.0.0.0 255.0.0.0 GigabitEthernet0/0 10.0.0.2';
    const paths = (...lines: readonly string[]) => compiled(text(...LINK, ...lines)).static.paths[MAIN];
    expect(paths(route)?.[0]?.bfd).toBeUndefined();
    expect(paths(route, 'ip route static bfd GigabitEthernet0/0 10.0.0.2')?.[0]?.bfd).toBeUndefined();
    expect(
      paths(' bfd interval 100 min_rx 150 multiplier 3', route, 'ip route static bfd GigabitEthernet0/0 10.0.0.2')?.[0]
        ?.bfd,
    ).toEqual({
      path: { peer: ip('10.0.0.2'), on: 'GigabitEthernet0/0' },
      timers: { minTx: millis(100), minRx: millis(150), multiplier: 3 },
    });
  });

  it('begins slowly', () => {
    expect(compiled('').bfd?.slowInterval).toBe(seconds(1));
    expect(compiled('bfd slow-timers 2000').bfd?.slowInterval).toBe(seconds(2));
  });
});
