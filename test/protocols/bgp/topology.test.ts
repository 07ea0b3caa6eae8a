// Routers that speak BGP to one another over TCP over links: what ends up in their tables.

import { describe, expect, it } from 'vitest';
import type { Ip4 } from '../../../src/base/ip.ts';
import type { BgpConfig } from '../../../src/protocols/bgp/config.ts';
import { pathText } from '../../../src/route/as-path.ts';
import { MAIN } from '../../../src/route/names.ts';
import { seconds } from '../../../src/sim/time.ts';
import { neighbor } from '../../harness/bgp.ts';
import { bgpConfig } from '../../harness/config.ts';
import { ip } from '../../harness/routes.ts';
import { Topology } from '../../harness/topology.ts';

type More = Partial<BgpConfig>;

/** A speaker of IPv4 unicast that originates these. */
const speaker = (asn: number, id: string, networks: readonly string[], more: More): BgpConfig => ({
  ...bgpConfig({ [MAIN]: { networks } }, { asn, routerId: id }),
  ...more,
});

/** `10.1.0.0/24 65001 65002 via 10.0.12.1`: the best paths of the main table. */
function best(net: Topology, name: string): readonly string[] {
  const [table] = net.device(name).ask('bgp.tables', { family: 'ipv4' }) ?? [];
  return (table?.nets ?? []).flatMap(({ prefix, paths }) =>
    paths
      .filter((path) => path.best)
      .map(({ attributes: a }) =>
        `${prefix.text} ${pathText(a.asPath)} via ${textOf(a.nexthop as Ip4)}`.replace('  ', ' '),
      ),
  );
}
const textOf = (a: Ip4): string => `${a >>> 24}.${(a >>> 16) & 255}.${(a >>> 8) & 255}.${a & 255}`;

describe('two ASs on one link', () => {
  const make = (left: Parameters<typeof neighbor>[2] = {}, right: Parameters<typeof neighbor>[2] = {}): Topology =>
    new Topology({
      devices: {
        r1: {
          interfaces: { e0: '10.0.12.1/24', lo0: '10.1.0.1/24' },
          bgp: speaker(65001, '10.255.0.1', ['10.1.0.0/24'], { neighbors: [neighbor('10.0.12.2', 65002, left)] }),
        },
        r2: {
          interfaces: { e0: '10.0.12.2/24', lo0: '10.2.0.1/24' },
          bgp: speaker(65002, '10.255.0.2', ['10.2.0.0/24'], { neighbors: [neighbor('10.0.12.1', 65001, right)] }),
        },
      },
      cables: ['r1 e0 - r2 e0'],
    });
  it('tell each other their networks', () => {
    const net = make().run(seconds(20));
    expect(best(net, 'r1')).toEqual(['10.1.0.0/24 via 0.0.0.0', '10.2.0.0/24 65002 via 10.0.12.2']);
    expect(best(net, 'r2')).toEqual(['10.1.0.0/24 65001 via 10.0.12.1', '10.2.0.0/24 via 0.0.0.0']);
    expect(net.table('r1')).toContain('B 10.2.0.0/24 10.0.12.2 e0');
    expect(net.ping('r1', '10.2.0.1', { from: '10.1.0.1' })).toBe(5);
  });
  it('settle a collision with one session, and it stays', () => {
    const net = make().run(seconds(300));
    expect(net.said('r1').filter((what) => what === 'bgp-peer-up')).toHaveLength(1);
    expect(net.said('r2').filter((what) => what === 'bgp-peer-up')).toHaveLength(1);
    expect(net.said('r1')).not.toContain('bgp-peer-down');
  });
  it('sign with a key, and hear nobody without it', () => {
    const good = make({ md5: 'secret' }, { md5: 'secret' }).run(seconds(20));
    expect(good.said('r1')).toContain('bgp-peer-up');
    const bad = make({ md5: 'secret' }, { md5: 'other' }).run(seconds(20));
    expect(bad.said('r1')).not.toContain('bgp-peer-up');
  });
  it('wait where one is passive', () => {
    const net = make({ passive: true }).run(seconds(20));
    expect(net.said('r1')).toContain('bgp-peer-up');
    expect(make({ passive: true }, { passive: true }).run(seconds(300)).said('r1')).not.toContain('bgp-peer-up');
  });
  it('lose each other when the hold time is over', () => {
    const net = make().run(seconds(20));
    net.cut(0).run(seconds(80));
    net.mend(0);
    expect(net.table('r1')).toEqual(expect.not.arrayContaining(['B 10.2.0.0/24 nowhere']));
    net.cut(0).run(seconds(100));
    expect(net.said('r1')).toContain('bgp-peer-down');
    expect(best(net, 'r1')).toEqual(['10.1.0.0/24 via 0.0.0.0']);
    net.mend(0).run(seconds(200));
    expect(best(net, 'r1')).toHaveLength(2);
  });
  it('with hold time 0 miss nobody', () => {
    const net = make({ holdTime: seconds(0) }).run(seconds(20));
    expect(net.said('r1')).toContain('bgp-peer-up');
    net.cut(0).run(seconds(600)).mend(0).run(seconds(30));
    expect(net.said('r1')).not.toContain('bgp-peer-down');
  });
  it('do not agree on the wrong AS', () => {
    const net = make();
    net.configure('r2', {
      bgp: speaker(65002, '10.255.0.2', [], { neighbors: [neighbor('10.0.12.1', 65099)] }),
    });
    net.run(seconds(60));
    expect(net.said('r1')).not.toContain('bgp-peer-up');
    expect(net.said('r1')).toContain('bgp-notification');
  });
  it('take back what is not there any more', () => {
    const net = make().run(seconds(20));
    net.configure('r2', { bgp: speaker(65002, '10.255.0.2', [], { neighbors: [neighbor('10.0.12.1', 65001)] }) });
    net.run(seconds(5));
    expect(best(net, 'r1')).toEqual(['10.1.0.0/24 via 0.0.0.0']);
    expect(net.said('r1')).not.toContain('bgp-peer-down');
  });
  it('expect a TTL that only a neighbour has', () => {
    const net = make({ ttl: 255, minTtl: 255 }, { ttl: 255, minTtl: 255 }).run(seconds(20));
    expect(net.said('r1')).toContain('bgp-peer-up');
    const far = make({ ttl: 255, minTtl: 255 }, { ttl: 64 }).run(seconds(20));
    expect(far.said('r1')).not.toContain('bgp-peer-up');
  });
});

describe('an AS of three in a row', () => {
  // r1 (65001) - r2 - r3 - r4 in 65000, r3 in the middle; loopbacks by static routes; r2 tells r1's net.
  const make = (reflector: boolean): Topology => {
    const inside = (address: string, local: string, client = false) =>
      neighbor(address, 65000, { local, families: { ipv4: { nexthop: 'self', client } } });
    return new Topology({
      devices: {
        r1: {
          interfaces: { e0: '10.0.12.1/24', lo0: '10.1.0.1/24' },
          bgp: speaker(65001, '10.255.0.1', ['10.1.0.0/24'], {
            neighbors: [neighbor('10.0.12.2', 65000, { direct: true })],
          }),
        },
        r2: {
          interfaces: { e0: '10.0.12.2/24', e1: '10.0.23.2/24', lo0: '10.255.0.2/32' },
          static: { [MAIN]: [{ to: '10.255.0.3/32', via: '10.0.23.3' }] },
          bgp: speaker(65000, '10.255.0.2', [], {
            neighbors: [neighbor('10.0.12.1', 65001, { direct: true }), inside('10.255.0.3', '10.255.0.2')],
          }),
        },
        r3: {
          interfaces: { e0: '10.0.23.3/24', e1: '10.0.34.3/24', lo0: '10.255.0.3/32' },
          static: {
            [MAIN]: [
              { to: '10.255.0.2/32', via: '10.0.23.2' },
              { to: '10.255.0.4/32', via: '10.0.34.4' },
            ],
          },
          bgp: speaker(65000, '10.255.0.3', [], {
            neighbors: [inside('10.255.0.2', '10.255.0.3', reflector), inside('10.255.0.4', '10.255.0.3', reflector)],
          }),
        },
        r4: {
          interfaces: { e0: '10.0.34.4/24', lo0: '10.255.0.4/32' },
          static: {
            [MAIN]: [
              { to: '10.255.0.2/32', via: '10.0.34.3' },
              { to: '10.255.0.3/32', via: '10.0.34.3' },
            ],
          },
          bgp: speaker(65000, '10.255.0.4', [], { neighbors: [inside('10.255.0.3', '10.255.0.4')] }),
        },
      },
      cables: ['r1 e0 - r2 e0', 'r2 e1 - r3 e0', 'r3 e1 - r4 e0'],
    }).run(seconds(30));
  };
  it('does not pass on what came from inside', () => {
    const net = make(false);
    expect(best(net, 'r3')).toEqual(['10.1.0.0/24 65001 via 10.255.0.2']);
    expect(best(net, 'r4')).toEqual([]);
  });
  it('does through a reflector, which marks it', () => {
    const net = make(true);
    expect(best(net, 'r4')).toEqual(['10.1.0.0/24 65001 via 10.255.0.2']);
    const [table] = net.device('r4').ask('bgp.tables', { family: 'ipv4' }) ?? [];
    const path = table?.nets[0]?.paths[0];
    expect(path?.attributes.originatorId).toBe(ip('10.255.0.2'));
    expect(path?.attributes.clusterList).toEqual([ip('10.255.0.3')]);
    expect(path?.attributes.localPref).toBe(100);
    expect(net.table('r4')).toContain('B 10.1.0.0/24 10.0.34.3 e0');
  });
});
