// Route maps and lists of neighbors at work: what another router hears, and how often an entry took a route.

import { describe, expect, it } from 'vitest';
import { Boxes } from './boxes.ts';

const G0 = 'GigabitEthernet0/0';

/** R1 (65001) tells R2 (65002) of three networks; `more` stands outside of `router bgp`. */
const two = (neighbor: readonly string[], more: readonly string[], receiver: readonly string[] = []): Boxes =>
  new Boxes(
    'IOSv',
    {
      R1: [
        `interface ${G0}\n ip address 10.0.12.1 255.255.255.0\n no shutdown`,
        ...['10.1.0.0', '10.2.0.0', '10.3.0.0'].map((net) => `ip route ${net} 255.255.0.0 Null0`),
        'router bgp 65001',
        ' redistribute static',
        ' neighbor 10.0.12.2 remote-as 65002',
        ' neighbor 10.0.12.2 send-community both',
        ...neighbor.map((line) => ` neighbor 10.0.12.2 ${line}`),
        ...more,
      ].join('\n'),
      R2: [
        `interface ${G0}\n ip address 10.0.12.2 255.255.255.0\n no shutdown`,
        'ip bgp-community new-format',
        'router bgp 65002',
        ' neighbor 10.0.12.1 remote-as 65001',
        ...receiver,
      ].join('\n'),
    },
    [`R1 ${G0} - R2 ${G0}`],
  ).run(60);

/** `network path` of R2's table. */
const paths = (boxes: Boxes): readonly string[] =>
  boxes
    .shown('R2', 'show ip bgp')
    .split('\n')
    .flatMap((line) => {
      const [, net, path] = /^ \*>\s+(\S+)\s+10\.0\.12\.1\s+\d+\s+0 (.*) \?$/.exec(line) ?? [];
      return net === undefined ? [] : [`${net} ${path}`];
    });

describe('a route map towards a neighbor', () => {
  it('prepends behind the own AS, denies, and lets the rest through', () => {
    const boxes = two(
      ['route-map OUT out'],
      [
        'ip prefix-list ONE seq 5 permit 10.1.0.0/16',
        'ip prefix-list TWO seq 5 permit 10.2.0.0/16',
        'route-map OUT permit 10\n match ip address prefix-list ONE\n set as-path prepend 65009 65009',
        'route-map OUT deny 20\n match ip address prefix-list TWO',
        'route-map OUT permit 30',
      ],
    );
    expect(paths(boxes)).toEqual(['10.1.0.0/16 65001 65009 65009', '10.3.0.0/16 65001']);
  });

  it('goes on with continue, also behind a list of the neighbor', () => {
    const boxes = two(
      ['route-map OUT out', 'prefix-list BOTH out'],
      [
        'ip prefix-list BOTH seq 5 permit 10.0.0.0/14 ge 16 le 16',
        'ip prefix-list ONE seq 5 permit 10.1.0.0/16',
        'route-map OUT permit 10\n match ip address prefix-list ONE\n set community 65001:1\n continue 30',
        'route-map OUT permit 20\n set as-path prepend 65020',
        'route-map OUT permit 30\n set as-path prepend 65030',
      ],
    );
    expect(paths(boxes)).toEqual(['10.1.0.0/16 65001 65030', '10.2.0.0/16 65001 65020', '10.3.0.0/16 65001 65020']);
    expect(boxes.shown('R2', 'show ip bgp 10.1.0.0/16')).toContain('Community: 65001:1');
  });
});

describe('a route map from a neighbor', () => {
  it('matches AS paths and communities', () => {
    const boxes = two(
      ['route-map OUT out'],
      [
        'ip prefix-list ONE seq 5 permit 10.1.0.0/16',
        'route-map OUT permit 10\n match ip address prefix-list ONE\n set community 65001:1 no-advertise',
        'route-map OUT permit 20\n set as-path prepend 65007',
      ],
      [
        ' neighbor 10.0.12.1 route-map IN in',
        'ip community-list standard MARKED permit 65001:1',
        'ip as-path access-list 1 permit _65007$',
        'route-map IN permit 10\n match community MARKED\n set local-preference 300',
        'route-map IN permit 20\n match as-path 1\n set weight 7',
      ],
    );
    const table = boxes.shown('R2', 'show ip bgp');
    expect(table).toMatch(/10\.1\.0\.0\/16 +10\.0\.12\.1 +0 +300 +0 65001 \?/);
    expect(table).toMatch(/10\.2\.0\.0\/16 +10\.0\.12\.1 +0 +7 65001 65007 \?/);
  });

  // Cisco IOS IP Routing: BGP command reference, "show ip prefix-list": the hit count of an entry.
  it('counts which entries of its lists took a route', () => {
    const boxes = two(
      [],
      [],
      [
        ' neighbor 10.0.12.1 prefix-list IN in',
        'ip prefix-list IN seq 5 deny 10.1.0.0/16',
        'ip prefix-list IN seq 10 permit 0.0.0.0/0 le 32',
      ],
    );
    expect(paths(boxes)).toEqual(['10.2.0.0/16 65001', '10.3.0.0/16 65001']);
    const lines = boxes.shown('R2', 'show ip prefix-list detail IN').split('\n');
    expect(lines.filter((line) => line.includes('hit count'))).toEqual([
      '   seq 5 deny 10.1.0.0/16 (hit count: 1, refcount: 0)',
      '   seq 10 permit 0.0.0.0/0 le 32 (hit count: 2, refcount: 0)',
    ]);
  });
});

// RFC 8092: the attribute crosses ASes; the sender sends it by `send-community`.
describe('large communities between routers', () => {
  it('are set by one and matched by the other', () => {
    const boxes = two(
      ['route-map OUT out'],
      [
        'ip prefix-list ONE seq 5 permit 10.1.0.0/16',
        'route-map OUT permit 10\n match ip address prefix-list ONE\n set large-community 65001:1:2 4200000000:0:7',
        'route-map OUT permit 20',
      ],
      [
        ' neighbor 10.0.12.1 route-map IN in',
        'ip large-community-list standard MARKED permit 65001:1:2',
        'route-map IN permit 10\n match large-community MARKED\n set local-preference 300',
        'route-map IN permit 20',
      ],
    );
    const entry = boxes.shown('R2', 'show ip bgp 10.1.0.0/16');
    expect(entry).toContain('localpref 300');
    expect(entry).toContain('Large Community: 65001:1:2 4200000000:0:7');
    const nets = (command: string): readonly string[] => boxes.shown('R2', command).match(/10\.\d\.0\.0\/16/g) ?? [];
    expect(nets('show ip bgp')).toEqual(['10.1.0.0/16', '10.2.0.0/16', '10.3.0.0/16']);
    expect(nets('show ip bgp large-community 65001:1:2')).toEqual(['10.1.0.0/16']);
    expect(nets('show ip bgp large-community 65001:1:2 exact-match')).toEqual([]);
    expect(nets('show ip bgp large-community-list MARKED')).toEqual(['10.1.0.0/16']);
  });
});
