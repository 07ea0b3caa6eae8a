// IS-IS between boxes: Junos to Junos, Junos to IOS, on LANs and point-to-point links, with keys and wide metrics.

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';
import { Mixed } from './mixed.ts';
import { link, loopback } from './network.ts';

const P2P = 'point-to-point';

describe('three routers of Junos, two areas', () => {
  const routers = new Routers(
    {
      R1: { set: loopback(1) + link('ge-0/0/0', '10.0.12.1/30') + link('ge-0/0/1', '10.0.13.1/30', P2P) },
      R2: { set: loopback(2) + link('ge-0/0/0', '10.0.12.2/30') },
      R3: { set: loopback(3, '49.0003') + link('ge-0/0/0', '10.0.13.2/30', P2P) },
    },
    ['R1 ge-0/0/0 - R2 ge-0/0/0', 'R1 ge-0/0/1 - R3 ge-0/0/0'],
  ).run(seconds(80));
  const lines = (name: string, line: string): readonly string[] => routers.type(name, `${line} | no-more`).split('\n');

  // Captures of vMX and vQFX: both forms of a line, with and without a hardware address.
  it('show isis adjacency: two levels on the LAN, level 2 between the areas', () => {
    const shown = lines('R1', 'show isis adjacency').map((line) =>
      line.replace(/ \d(?= {2}2:)|(?<= )\d\d$/, (n) => 'N'.padStart(n.length)),
    );
    expect(shown.slice(0, 4)).toEqual([
      'Interface             System         L State        Hold (secs) SNPA',
      'ge-0/0/0.0            R2             1  Up                    N  2:5:86:71:2:0',
      'ge-0/0/0.0            R2             2  Up                    N  2:5:86:71:2:0',
      'ge-0/0/1.0            R3             2  Up                    N',
    ]);
  });

  it('show route protocol isis: level 1 at 15, level 2 at 18', () => {
    const shown = lines('R1', 'show route protocol isis').map((line) => line.replace(/\d\d:\d\d:\d\d/, '00:01:00'));
    expect(shown).toContain('10.255.0.2/32      *[IS-IS/15] 00:01:00, metric 10');
    expect(shown).toContain('10.255.0.3/32      *[IS-IS/18] 00:01:00, metric 10');
  });

  // Capture of vQFX `show route … detail`.
  it('show route detail', () => {
    const shown = lines('R1', 'show route 10.255.0.3 detail').map((line) => line.trimEnd());
    expect(shown.slice(3, 5)).toEqual(['        *IS-IS  Preference: 18', '                Level: 2']);
    expect(shown).toContain('                State: <Active Int>');
    expect(shown).toContain('                Task: IS-IS');
  });

  it('a packet finds its way, and back', () => {
    expect(routers.type('R2', 'ping 10.255.0.3 count 2')).toContain('2 packets transmitted, 2 packets received');
  });

  it('tells of neighbours that come and go', () => {
    const said = (name: string): readonly string[] =>
      routers.box(name).log.flatMap(({ text }) => (text.startsWith('RPD_ISIS') ? [text] : []));
    expect(said('R3')).toEqual(['RPD_ISIS_ADJUP: IS-IS new L2 adjacency to 0000.0000.0001 on ge-0/0/0.0']);
    const process = routers.box('R3').log.find(({ text }) => text.startsWith('RPD_ISIS'))?.process;
    expect(process).toBe('rpd[6021]');
    // The link goes on, R1 does not: nothing but time tells.
    routers.box('R1').powerOff();
    routers.run(seconds(40));
    expect(said('R3').at(-1)).toMatch(/^RPD_ISIS_ADJDOWN: IS-IS lost L2 adjacency to R1 on ge-0\/0\/0\.0, reason: /);
    expect(routers.type('R3', 'show isis adjacency')).not.toContain('R1');
  });
});

describe('clear isis adjacency', () => {
  it('neighbours are lost, and found again', () => {
    const routers = new Routers(
      {
        R1: { set: loopback(1) + link('ge-0/0/0', '10.0.12.1/30', P2P) },
        R2: { set: loopback(2) + link('ge-0/0/0', '10.0.12.2/30', P2P) },
      },
      ['R1 ge-0/0/0 - R2 ge-0/0/0'],
    ).run(seconds(40));
    const up = (): number => routers.box('R1').log.filter(({ text }) => text.startsWith('RPD_ISIS_ADJUP')).length;
    expect(up()).toBe(1);
    expect(routers.type('R1', 'clear isis adjacency all').trim()).toBe('');
    routers.run(seconds(40));
    expect(up()).toBe(2);
    expect(routers.type('R1', 'show isis adjacency')).toContain('R2             3  Up');
  });
});

const KEY = '"$9$PfT36/tBRSHqfz36u0vWLXVYJZjkmT"';
const MD5 = [1, 2]
  .flatMap((level) => [
    `set protocols isis level ${level} authentication-key ${KEY}`,
    `set protocols isis level ${level} authentication-type md5`,
    `set protocols isis level ${level} wide-metrics-only`,
  ])
  .join('\n');

const ios = (n: number, ports: readonly string[], more = ''): string => `
key chain ISIS
 key 1
  key-string datacenter
interface Loopback0
 ip address 10.255.0.${n} 255.255.255.255
 ip router isis
${ports.join('\n')}
router isis
 net 49.0001.0000.0000.000${n}.00
${more}`;

const iosPort = (name: string, address: string, ...more: readonly string[]): string =>
  [`interface ${name}`, ` ip address ${address} 255.255.255.252`, ' ip router isis', ...more, ' no shutdown'].join(
    '\n',
  );

describe('Junos and IOS', () => {
  it('on a LAN with the defaults of both', () => {
    const mixed = new Mixed(
      {
        J: { os: 'junos', text: loopback(1) + link('ge-0/0/0', '10.0.12.1/30') },
        C: { os: 'ios', text: ios(2, [iosPort('GigabitEthernet0/0', '10.0.12.2')]) },
      },
      ['J ge-0/0/0 - C GigabitEthernet0/0'],
    ).run(seconds(90));
    expect(mixed.routes('J')).toEqual(['10.255.0.2/32 20']);
    expect(mixed.routes('C')).toEqual(['10.255.0.1/32 10']);
    // IOS speaks IPv4 only.
    expect(mixed.type('J', 'show isis adjacency C detail')).toContain('Circuit type: 3, Speaks: IP, MAC address:');
  });

  it('on a point-to-point link with MD5 and wide metrics', () => {
    const wide = [
      ' metric-style wide',
      ' is-type level-2-only',
      ' authentication mode md5',
      ' authentication key-chain ISIS',
    ];
    const signed = [
      ' isis network point-to-point',
      ' isis authentication mode md5',
      ' isis authentication key-chain ISIS',
      ' isis metric 5000',
    ];
    const mixed = new Mixed(
      {
        J: { os: 'junos', text: `${loopback(1)}${link('ge-0/0/0', '10.0.12.1/30', P2P, 'level 2 metric 100')}${MD5}` },
        C: { os: 'ios', text: ios(2, [iosPort('GigabitEthernet0/0', '10.0.12.2', ...signed)], wide.join('\n')) },
      },
      ['J ge-0/0/0 - C GigabitEthernet0/0'],
    ).run(seconds(90));
    expect(mixed.routes('J')).toEqual(['10.255.0.2/32 110']);
    expect(mixed.routes('C')).toEqual(['10.255.0.1/32 5000']);
  });

  it('another key, and nobody is heard', () => {
    const signed = [
      ' isis network point-to-point',
      ' isis authentication mode md5',
      ' isis authentication key-chain ISIS',
    ];
    const mixed = new Mixed(
      {
        J: {
          os: 'junos',
          text: `${loopback(1)}${link('ge-0/0/0', '10.0.12.1/30', P2P, 'level 1 hello-authentication-key x', 'level 1 hello-authentication-type md5', 'level 2 hello-authentication-key x', 'level 2 hello-authentication-type md5')}`,
        },
        C: { os: 'ios', text: ios(2, [iosPort('GigabitEthernet0/0', '10.0.12.2', ...signed)]) },
      },
      ['J ge-0/0/0 - C GigabitEthernet0/0'],
    ).run(seconds(60));
    expect(mixed.routes('J')).toEqual([]);
    expect(mixed.type('J', 'show isis adjacency').trim()).toBe('');
  });
});

describe('policies between levels and protocols', () => {
  const STATIC = `
    set routing-options static route 172.16.0.0/16 discard
    set policy-options policy-statement OUT term 1 from protocol static
    set policy-options policy-statement OUT term 1 then accept
    set protocols isis export OUT`;
  const DOWN = `
    set policy-options policy-statement DOWN term 1 from protocol isis
    set policy-options policy-statement DOWN term 1 from level 2
    set policy-options policy-statement DOWN term 1 from route-filter 10.255.0.0/24 longer
    set policy-options policy-statement DOWN term 1 to level 1
    set policy-options policy-statement DOWN term 1 then accept
    set protocols isis export DOWN`;
  const routers = new Routers(
    {
      // R1 in level 1 behind R2, R3 in another area.
      R1: { set: `${loopback(1)}${link('ge-0/0/0', '10.0.12.1/30', P2P)}set protocols isis level 2 disable` },
      R2: { set: loopback(2) + link('ge-0/0/0', '10.0.12.2/30', P2P) + link('ge-0/0/1', '10.0.23.1/30', P2P) + DOWN },
      R3: { set: loopback(3, '49.0003') + link('ge-0/0/0', '10.0.23.2/30', P2P) + STATIC },
    },
    ['R1 ge-0/0/0 - R2 ge-0/0/0', 'R2 ge-0/0/1 - R3 ge-0/0/0'],
  ).run(seconds(60));
  const route = (name: string, to: string): string => routers.type(name, `show route ${to} exact | no-more`);

  it('a static route is external, at 165', () => {
    expect(route('R2', '172.16.0.0/16')).toContain('*[IS-IS/165]');
  });

  it('level 1 hears of level 2 what the policy lets down, and otherwise follows the attached bit', () => {
    expect(route('R1', '10.255.0.3/32')).toMatch(/\*\[IS-IS\/15\] .*, metric 20/);
    expect(route('R1', '172.16.0.0/16')).not.toContain('IS-IS');
    expect(route('R1', '0.0.0.0/0')).toMatch(/\*\[IS-IS\/15\]/);
    expect(routers.type('R1', 'show isis database R2.00-00 detail | no-more')).toMatch(
      /IP prefix: 10\.255\.0\.3\/32 +Metric: +10 Internal Down/,
    );
  });

  it('level 2 hears of level 1 by itself', () => {
    expect(route('R3', '10.255.0.1/32')).toMatch(/\*\[IS-IS\/18\] .*, metric 20/);
  });
});
