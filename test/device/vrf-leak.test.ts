// Leaking routes between VRFs by route targets: the lab's behaviours, asked of queries and of pings.

import { describe, expect, it } from 'vitest';
import { extendedText } from '../../src/route/community.ts';
import { rdText } from '../../src/route/route-distinguisher.ts';
import { millis, seconds } from '../../src/sim/time.ts';
import { bgpConfig, rd, rt } from '../harness/config.ts';
import { DONE, LEAK_INTERFACES, type LeakStage, leakLab, leakSpec } from '../harness/leak-lab.ts';
import { p, vrfName } from '../harness/routes.ts';
import type { Topology } from '../harness/topology.ts';

const [A, B, C] = ['VRF-A', 'VRF-B', 'VRF-C'] as const;
const size = (lab: Topology, vrf: string): number => lab.table('Router', vrf).length;
const sizes = (lab: Topology): readonly number[] => [A, B, C].map((vrf) => size(lab, vrf));
const tables = (lab: Topology) => lab.device('Router').ask('bgp.tables', { family: 'vpnv4' }) ?? [];
const nets = (lab: Topology) =>
  Object.fromEntries(tables(lab).map((table) => [rdText(table.rd as never), table.nets.length]));
const version = (lab: Topology) => lab.device('Router').ask('bgp.summary', { family: 'vpnv4' })?.version;
const net = (lab: Topology, vrf: string, prefix: string) =>
  lab
    .device('Router')
    .ask('bgp.tables', { family: 'vpnv4', vrf: vrfName(vrf) })?.[0]
    ?.nets.find((one) => one.prefix === p(prefix));
const targets = (lab: Topology, vrf: string, prefix: string) =>
  net(lab, vrf, prefix)?.paths[0]?.attributes.extended?.map(extendedText) ?? [];
/** The learner goes on: a configuration is told, and time passes until imports are done. */
const become = (lab: Topology, stage: LeakStage): Topology => {
  lab.configure('Router', leakSpec(stage));
  return lab.run(seconds(1));
};
const done = (): Topology => leakLab(DONE).run(seconds(1));

describe('before anything is leaked', () => {
  it('1. no VRF reaches another, and each has six routes', () => {
    const lab = leakLab({});
    expect(sizes(lab)).toEqual([6, 6, 6]);
    expect(lab.ping('Router', '10.30.30.1', { vrf: A })).toBe(0);
    expect(lab.ping('Router', '172.16.10.1', { vrf: B })).toBe(0);
    expect(lab.ping('Router', '172.16.10.1', { vrf: A })).toBe(5);
  });

  it('3. nine prefixes in BGP, three under each distinguisher, version 10, and still no leak', () => {
    const lab = leakLab({ redistribute: true }).run(seconds(1));
    expect(nets(lab)).toEqual({ '65535:1': 3, '65535:2': 3, '65535:3': 3 });
    expect(version(lab)).toBe(10);
    expect(sizes(lab)).toEqual([6, 6, 6]);
    expect(net(lab, A, '172.16.10.0/24')?.paths).toMatchObject([
      {
        attributes: { origin: 'incomplete', med: 0, nexthop: 0 },
        weight: 32768,
        from: 'local',
        origination: 'redistributed',
        valid: true,
        best: true,
        nexthopVrf: A,
        importedFrom: undefined,
      },
    ]);
  });

  it('5. an export target is an extended community of the path: version 11 for the first prefix', () => {
    const lab = leakLab({ redistribute: true }).run(seconds(1));
    expect(targets(lab, A, '172.16.10.0/24')).toEqual([]);
    become(lab, { redistribute: true, export: [A] });
    expect(targets(lab, A, '172.16.10.0/24')).toEqual(['65535:1']);
    expect(['172.16.10.0/24', '172.16.11.0/24', '172.16.12.0/24'].map((text) => net(lab, A, text)?.version)).toEqual([
      11, 12, 13,
    ]);
    expect(targets(lab, B, '172.20.20.0/24')).toEqual([]);
  });

  it('6. export alone leaks nothing', () => {
    const lab = leakLab({ redistribute: true, export: true }).run(seconds(5));
    expect(sizes(lab)).toEqual([6, 6, 6]);
    expect(nets(lab)).toEqual({ '65535:1': 3, '65535:2': 3, '65535:3': 3 });
  });
});

describe('when everything is imported', () => {
  it('7. C reaches A and B, and they reach C', () => {
    const lab = done();
    for (const [vrf, to, from] of [
      [A, '10.30.30.1', '172.16.10.1'],
      [A, '10.30.32.1', '172.16.12.1'],
      [B, '10.30.31.1', '172.20.20.1'],
      [C, '172.16.10.1', '10.30.30.1'],
      [C, '172.20.22.1', '10.30.32.1'],
    ] as const) {
      expect([vrf, to, lab.ping('Router', to, { vrf, from })]).toEqual([vrf, to, 5]);
    }
  });

  it('8. A and B stay apart', () => {
    const lab = done();
    expect(lab.ping('Router', '172.20.20.1', { vrf: A })).toBe(0);
    expect(lab.ping('Router', '172.16.10.1', { vrf: B })).toBe(0);
    expect(lab.table('Router', A).join()).not.toContain('172.20');
    expect(lab.table('Router', B).join()).not.toContain('172.16');
  });

  it('9. what C imported it does not pass on, although it exports', () => {
    const lab = done();
    expect(net(lab, C, '172.16.10.0/24')).toBeDefined();
    expect(net(lab, B, '172.16.10.0/24')).toBeUndefined();
    // Not even to one who asks for A's routes by C's target: the copy carries A's own.
    expect(targets(lab, C, '172.16.10.0/24')).toEqual(['65535:1']);
  });

  it('the tables have 12, 12 and 18 routes, BGP 6, 6 and 9 nets', () => {
    const lab = done();
    expect(sizes(lab)).toEqual([12, 12, 18]);
    expect(nets(lab)).toEqual({ '65535:1': 6, '65535:2': 6, '65535:3': 9 });
  });

  it('10. a leaked route leads to the interface of its own VRF, and its address comes along', () => {
    expect(done().table('Router', A)).toEqual([
      'B 10.30.30.0/24 Loopback30',
      'L 10.30.30.1/32 me@Loopback30',
      'B 10.30.31.0/24 Loopback31',
      'L 10.30.31.1/32 me@Loopback31',
      'B 10.30.32.0/24 Loopback32',
      'L 10.30.32.1/32 me@Loopback32',
      'C 172.16.10.0/24 Loopback10',
      'L 172.16.10.1/32 me@Loopback10',
      'C 172.16.11.0/24 Loopback11',
      'L 172.16.11.1/32 me@Loopback11',
      'C 172.16.12.0/24 Loopback12',
      'L 172.16.12.1/32 me@Loopback12',
    ]);
  });

  it('a copy keeps weight, metric and origin, and says whose it is', () => {
    expect(net(done(), C, '172.16.10.0/24')?.paths).toMatchObject([
      {
        weight: 32768,
        attributes: { med: 0, origin: 'incomplete', nexthop: 0 },
        from: 'local',
        best: true,
        nexthopVrf: A,
        importedFrom: { rd: rd('65535:1'), prefix: p('172.16.10.0/24'), vrf: A },
      },
    ]);
    expect(net(done(), C, '172.16.10.0/24')?.ribFailure).toBe(false);
  });

  it('routes are of the external kind, distance 20, and know where they came from', () => {
    const rows = done()
      .device('Router')
      .ask('routes', { vrf: vrfName(C), within: p('172.16.10.0/24') });
    expect(rows?.[0]?.routes[0]?.candidate).toMatchObject({
      preference: 20,
      route: { kind: 'bgp.external', metric: 0, leakedFrom: A },
    });
  });

  it('imports take the vendor’s time', () => {
    const lab = leakLab({ redistribute: true, export: true }).run(seconds(1));
    lab.configure('Router', leakSpec(DONE));
    lab.run(millis(99));
    expect(sizes(lab)).toEqual([6, 6, 6]);
    lab.run(millis(1));
    expect(sizes(lab)).toEqual([12, 12, 18]);
  });

  it('is the same whatever came first', () => {
    const orders: readonly LeakStage[][] = [
      [{ redistribute: true }, { redistribute: true, export: true }, DONE],
      [{ import: true }, { import: true, redistribute: true }, DONE],
      [{ export: true }, { export: true, import: true }, DONE],
    ];
    const wanted = [A, B, C].map((vrf) => done().table('Router', vrf));
    for (const stages of orders) {
      const lab = leakLab({}).run(seconds(1));
      for (const stage of stages) become(lab, stage);
      expect([A, B, C].map((vrf) => lab.table('Router', vrf))).toEqual(wanted);
    }
  });
});

describe('2. and 4. distinguishers', () => {
  it('keep equal prefixes of two VRFs apart', () => {
    const spec = leakSpec({ ...DONE, import: false });
    const same = { ...LEAK_INTERFACES, Loopback20: { at: '172.16.10.1/24', vrf: B } };
    const lab = leakLab({});
    lab.configure('Router', { ...spec, interfaces: same });
    lab.run(seconds(1));
    expect(net(lab, A, '172.16.10.0/24')?.paths[0]?.nexthopVrf).toBe(A);
    expect(net(lab, B, '172.16.10.0/24')?.paths[0]?.nexthopVrf).toBe(B);
    expect(nets(lab)).toEqual({ '65535:1': 3, '65535:2': 3, '65535:3': 3 });
  });

  it('11. are no targets: another one changes nothing in the leak', () => {
    const lab = done();
    const before = [A, B, C].map((vrf) => lab.table('Router', vrf));
    const since = () =>
      lab.device('Router').ask('routes', { vrf: vrfName(C), within: p('172.16.10.0/24') })?.[0]?.routes[0]?.candidate
        .since;
    const at = since();
    lab.run(seconds(10));
    become(lab, { ...DONE, rds: { [A]: '65535:11' } });
    expect([A, B, C].map((vrf) => lab.table('Router', vrf))).toEqual(before);
    expect(since()).toBe(at);
    expect(nets(lab)).toEqual({ '65535:2': 6, '65535:3': 9, '65535:11': 6 });
    expect(net(lab, C, '172.16.10.0/24')?.paths[0]?.importedFrom?.rd).toEqual(rd('65535:11'));
    expect(lab.ping('Router', '172.16.10.1', { vrf: C })).toBe(5);
  });

  it('sort the tables by number, not by text', () => {
    const lab = become(done(), { ...DONE, rds: { [A]: '65535:11' } });
    expect(tables(lab).map((table) => table.vrf)).toEqual([B, C, A]);
  });
});

describe('one prefix from two VRFs', () => {
  const twice = (): Topology => {
    const lab = leakLab({});
    lab.configure('Router', {
      ...leakSpec(DONE),
      interfaces: { ...LEAK_INTERFACES, Loopback20: { at: '172.16.10.2/24', vrf: B } },
    });
    return lab.run(seconds(1));
  };

  it('is decided by the ladder, and the loser knows where', () => {
    const row = net(twice(), C, '172.16.10.0/24');
    expect(row?.paths.map((path) => [path.importedFrom?.vrf, path.best, path.lostAt])).toEqual([
      [B, false, 'peer-address'],
      [A, true, undefined],
    ]);
    expect(
      twice()
        .table('Router', C)
        .filter((line) => line.includes('172.16.10.')),
    ).toEqual(['B 172.16.10.0/24 Loopback10', 'L 172.16.10.1/32 me@Loopback10']);
  });

  it('falls to the other when the first one goes, and its address with it', () => {
    const lab = twice();
    const { ['Loopback10']: _, ...rest } = LEAK_INTERFACES;
    lab.configure('Router', {
      ...leakSpec(DONE),
      interfaces: { ...rest, Loopback20: { at: '172.16.10.2/24', vrf: B } },
    });
    lab.run(seconds(1));
    expect(lab.table('Router', C).filter((line) => line.includes('172.16.10.'))).toEqual([
      'B 172.16.10.0/24 Loopback20',
      'L 172.16.10.2/32 me@Loopback20',
    ]);
  });

  it('gives way to the importing VRF’s own, without its neighbour’s address', () => {
    const lab = leakLab({});
    lab.configure('Router', {
      ...leakSpec(DONE),
      interfaces: { ...LEAK_INTERFACES, Loopback30: { at: '172.16.10.3/24', vrf: C } },
    });
    lab.run(seconds(1));
    expect(lab.table('Router', C).filter((line) => line.includes('172.16.10.'))).toEqual([
      'C 172.16.10.0/24 Loopback30',
      'L 172.16.10.3/32 me@Loopback30',
    ]);
    expect(net(lab, C, '172.16.10.0/24')?.paths.map((path) => [path.importedFrom?.vrf, path.lostAt])).toEqual([
      [A, 'locally-originated'],
      [undefined, undefined],
    ]);
    // Imported by A, where there is such a network too: the routing table keeps its own.
    expect(net(lab, A, '172.16.10.0/24')?.ribFailure).toBe(false);
  });

  it('is said not to be in the routing table when a better route is there', () => {
    const lab = leakLab({});
    const spec = leakSpec({ ...DONE, redistribute: [A] });
    lab.configure('Router', { ...spec, static: { [C]: [{ to: '172.16.10.0/24', via: 'discard' }] } });
    lab.run(seconds(1));
    expect(net(lab, C, '172.16.10.0/24')?.ribFailure).toBe(true);
    expect(lab.table('Router', C).filter((line) => line.includes('172.16.10.'))).toEqual(['S 172.16.10.0/24 discard']);
    // The better route goes: the leaked one and its address come.
    lab.configure('Router', spec);
    expect(lab.table('Router', C).filter((line) => line.includes('172.16.10.'))).toEqual([
      'B 172.16.10.0/24 Loopback10',
      'L 172.16.10.1/32 me@Loopback10',
    ]);
    expect(net(lab, C, '172.16.10.0/24')?.ribFailure).toBe(false);
  });
});

describe('withdrawal', () => {
  it('when the interface goes down, everywhere and at once', () => {
    const lab = done();
    lab.configure('Router', {
      ...leakSpec(DONE),
      interfaces: { ...LEAK_INTERFACES, Loopback10: { at: '172.16.10.1/24', vrf: A, down: true } },
    });
    expect(sizes(lab)).toEqual([10, 12, 16]);
    expect(nets(lab)).toEqual({ '65535:1': 5, '65535:2': 6, '65535:3': 8 });
    expect(lab.ping('Router', '172.16.10.1', { vrf: C })).toBe(0);
    lab.configure('Router', leakSpec(DONE));
    lab.run(seconds(1));
    expect(sizes(lab)).toEqual([12, 12, 18]);
  });

  it('when the import is taken away: one way is left, and no answer comes (fault 2)', () => {
    const lab = become(done(), { ...DONE, imports: { [C]: ['65535:1'] } });
    expect(sizes(lab)).toEqual([12, 12, 12]);
    expect(lab.ping('Router', '10.30.30.1', { vrf: B, from: '172.20.20.1' })).toBe(0);
    expect(lab.ping('Router', '10.30.30.1', { vrf: A, from: '172.16.10.1' })).toBe(5);
  });

  it('when the export is taken away', () => {
    expect(sizes(become(done(), { ...DONE, export: [A, B] }))).toEqual([6, 6, 18]);
  });

  it('when the redistribution is taken away (fault 3)', () => {
    const lab = become(done(), { ...DONE, redistribute: [A, B] });
    expect(sizes(lab)).toEqual([6, 6, 18]);
    expect(nets(lab)).toEqual({ '65535:1': 3, '65535:2': 3, '65535:3': 6 });
  });

  it('when the VRF is taken away', () => {
    const lab = done();
    const { [A]: __, ...others } = Object.fromEntries(
      [A, B, C].map((vrf) => [vrf, leakSpec(DONE).bgp?.vpns[vrfName(vrf)]]),
    );
    const bgp = leakSpec(DONE).bgp as NonNullable<ReturnType<typeof leakSpec>['bgp']>;
    const { [vrfName(A)]: ___, ...families } = bgp.families;
    const interfaces = Object.fromEntries(Object.entries(LEAK_INTERFACES).filter(([, spec]) => spec.vrf !== A));
    lab.configure('Router', { vrfs: [B, C], interfaces, bgp: { ...bgp, vpns: others as never, families } });
    lab.run(seconds(1));
    expect(sizes(lab)).toEqual([0, 12, 12]);
    expect(nets(lab)).toEqual({ '65535:2': 6, '65535:3': 6 });
  });

  it('when the VRF is no VPN any more', () => {
    const lab = done();
    const bgp = leakSpec(DONE).bgp as NonNullable<ReturnType<typeof leakSpec>['bgp']>;
    const without = <T>(record: Readonly<Record<string, T>>) =>
      Object.fromEntries(Object.entries(record).filter(([vrf]) => vrf !== B));
    lab.configure('Router', {
      ...leakSpec(DONE),
      bgp: { ...bgp, vpns: without(bgp.vpns), families: without(bgp.families) },
    });
    lab.run(seconds(1));
    expect(sizes(lab)).toEqual([12, 6, 12]);
  });

  it('when BGP is taken away, and all of it comes back', () => {
    const lab = done();
    lab.configure('Router', { ...leakSpec(DONE), bgp: undefined });
    expect(sizes(lab)).toEqual([6, 6, 6]);
    expect(lab.device('Router').ask('bgp.tables', { family: 'vpnv4' })).toBeUndefined();
    become(lab, DONE);
    expect(sizes(lab)).toEqual([12, 12, 18]);
  });

  it('counts as a change of the net', () => {
    const lab = done();
    const before = version(lab) as number;
    become(lab, { ...DONE, imports: { [C]: ['65535:1'] } });
    expect(version(lab)).toBe(before + 3);
  });
});

describe('wrong imports', () => {
  it('break the isolation (fault 1), and mending it closes the hole', () => {
    const lab = become(done(), { ...DONE, imports: { [B]: ['65535:3', '65535:1'] } });
    expect(lab.table('Router', B).filter((line) => line.startsWith('B 172.16'))).toHaveLength(3);
    // One way only: A has no route back.
    expect(lab.ping('Router', '172.16.10.1', { vrf: B, from: '172.20.20.1' })).toBe(0);
    become(lab, DONE);
    expect(lab.table('Router', B).join()).not.toContain('172.16');
  });

  it('of one’s own target make no copies', () => {
    const lab = become(done(), { ...DONE, imports: { [A]: ['65535:1', '65535:3'] } });
    expect(nets(lab)['65535:1']).toBe(6);
    expect(net(lab, A, '172.16.10.0/24')?.paths).toHaveLength(1);
  });
});

describe('policies', () => {
  const ONLY_10 = {
    name: 'A-EXPORT',
    otherwise: 'reject',
    terms: [
      {
        name: '10',
        matches: [
          {
            kind: 'prefix-lists',
            lists: [
              {
                name: 'ONLY-10',
                entries: [{ sequence: 5, verdict: 'permit', prefix: p('172.16.10.0/24'), low: 24, high: 24 }],
              },
            ],
          },
        ],
        actions: [{ kind: 'set-targets', communities: [rt('65535:1')], additive: false }],
        verdict: 'accept',
      },
    ],
  } as const;

  it('8. export one network of A by a map, without a target for the others', () => {
    const lab = become(done(), { ...DONE, vrfs: { [A]: { export: [], exportPolicy: ONLY_10 } } });
    expect(lab.table('Router', C).filter((line) => line.startsWith('B 172.16'))).toEqual([
      'B 172.16.10.0/24 Loopback10',
    ]);
    expect(lab.ping('Router', '10.30.30.1', { vrf: A, from: '172.16.10.1' })).toBe(5);
    expect(lab.ping('Router', '10.30.30.1', { vrf: A, from: '172.16.11.1' })).toBe(0);
  });

  it('as in the capture iosxe_vrf_route_leaking_export_map: the map replaces targets, and what it denies keeps them', () => {
    const targetsOf = (...numbers: readonly number[]): string[] => numbers.map((n) => `65000:${n}`);
    const lab = leakLab({});
    const customer1 = {
      ...ONLY_10,
      terms: [
        {
          ...ONLY_10.terms[0],
          matches: [
            {
              kind: 'prefix-lists',
              lists: [
                {
                  name: 'internal',
                  entries: [{ sequence: 5, verdict: 'permit', prefix: p('172.16.0.0/16'), low: 16, high: 16 }],
                },
              ],
            },
          ],
          actions: [{ kind: 'set-targets', communities: [rt('65000:1001')], additive: false }],
        },
      ],
    } as const;
    const connected = { redistribute: ['connected'] } as const;
    lab.configure('Router', {
      vrfs: ['customer1', 'customer1colo', 'customer2', 'customer2colo', 'services'],
      interfaces: {
        Loopback100: { at: '192.168.0.1/24', vrf: 'services' },
        Loopback123: '192.168.123.1/32',
        Loopback1001: { at: '10.1.1.1/24', vrf: 'customer1' },
        Loopback1002: { at: '10.1.2.1/24', vrf: 'customer2' },
        Loopback2001: { at: '10.2.1.1/24', vrf: 'customer1colo' },
        Loopback2002: { at: '10.2.2.1/24', vrf: 'customer2colo' },
        Loopback10012: { at: '172.16.0.1/16', vrf: 'customer1' },
      },
      bgp: bgpConfig(
        {
          customer1: {
            rd: '65000:1001',
            export: targetsOf(1001, 101),
            import: targetsOf(1001, 100, 2001),
            exportPolicy: customer1,
            ...connected,
          },
          customer1colo: {
            rd: '65000:2001',
            export: targetsOf(2001, 101),
            import: targetsOf(2001, 1001, 100),
            ...connected,
          },
          customer2: {
            rd: '65000:1002',
            export: targetsOf(1002, 101),
            import: targetsOf(1002, 2002, 100),
            ...connected,
          },
          customer2colo: {
            rd: '65000:2002',
            export: targetsOf(2002, 101),
            import: targetsOf(2002, 1002, 100),
            ...connected,
          },
          services: { rd: '65000:100', export: targetsOf(100), import: targetsOf(100, 101), ...connected },
        },
        { asn: 65000, routerId: undefined },
      ),
    });
    lab.run(seconds(1));
    const bgp = lab.device('Router').ask('bgp.tables', { family: 'vpnv4' }) ?? [];
    expect(
      bgp.map((table) => `${rdText(table.rd as never)} ${table.nets.map((one) => one.prefix.text).join(' ')}`),
    ).toEqual([
      '65000:100 10.1.1.0/24 10.1.2.0/24 10.2.1.0/24 10.2.2.0/24 192.168.0.0/24',
      '65000:1001 10.1.1.0/24 10.2.1.0/24 172.16.0.0/16 192.168.0.0/24',
      '65000:1002 10.1.2.0/24 10.2.2.0/24 192.168.0.0/24',
      '65000:2001 10.1.1.0/24 10.2.1.0/24 172.16.0.0/16 192.168.0.0/24',
      '65000:2002 10.1.2.0/24 10.2.2.0/24 192.168.0.0/24',
    ]);
    expect(bgp[0]?.routerId).toBe(0xc0a87b01);
    // show ip route vrf customer1colo and vrf services, codes and interfaces.
    expect(lab.table('Router', 'customer1colo')).toEqual([
      'B 10.1.1.0/24 Loopback1001',
      'L 10.1.1.1/32 me@Loopback1001',
      'C 10.2.1.0/24 Loopback2001',
      'L 10.2.1.1/32 me@Loopback2001',
      'B 172.16.0.0/16 Loopback10012',
      'L 172.16.0.1/32 me@Loopback10012',
      'B 192.168.0.0/24 Loopback100',
      'L 192.168.0.1/32 me@Loopback100',
    ]);
    expect(lab.table('Router', 'services').filter((line) => line.includes('172.16'))).toEqual([]);
    expect(lab.table('Router', 'services')).toHaveLength(10);
  });

  it('import only what the import map permits (capture iosxe_vrf_route_leaking_classic_eigrp)', () => {
    const importPolicy = { ...ONLY_10, terms: [{ ...ONLY_10.terms[0], actions: [] }] };
    const lab = become(done(), { ...DONE, vrfs: { [C]: { importPolicy } } });
    expect(lab.table('Router', C).filter((line) => line.startsWith('B'))).toEqual(['B 172.16.10.0/24 Loopback10']);
  });
});

describe('what else is leaked', () => {
  const two = (extra: object): Topology => {
    const lab = leakLab({});
    lab.configure('Router', {
      vrfs: ['S', 'D'],
      interfaces: {
        e0: { at: '10.9.0.1/24', vrf: 'S' },
        lo1: { at: '10.8.8.8/32', vrf: 'S' },
        lo2: { at: '10.7.0.1/24', vrf: 'D' },
      },
      dark: [],
      bgp: bgpConfig({
        S: { rd: '1:1', export: ['1:1'], redistribute: ['connected', 'static'] },
        D: { rd: '1:2', import: ['1:1'] },
      }),
      ...extra,
    });
    return lab.run(seconds(1));
  };

  it('a /32 loopback, which is received and has no second entry', () => {
    // show ip route vrf d2_ce: `B 192.168.123.3 is directly connected, 00:26:18, Loopback123`, and no L.
    const lab = two({});
    expect(lab.table('Router', 'D')).toEqual(['C 10.7.0.0/24 lo2', 'L 10.7.0.1/32 me@lo2', 'B 10.8.8.8/32 me@lo1']);
  });

  it('a static route, with its next hop looked for at home', () => {
    const lab = two({
      static: {
        S: [
          { to: '10.66.0.0/16', via: '10.8.8.9' },
          { to: '10.8.8.9/32', via: 'discard' },
        ],
      },
    });
    expect(lab.table('Router', 'D')).toContain('B 10.66.0.0/16 discard');
    const row = lab
      .device('Router')
      .ask('bgp.tables', { family: 'vpnv4', vrf: vrfName('D') })?.[0]
      ?.nets.find((one) => one.prefix === p('10.66.0.0/16'));
    expect(row?.paths[0]).toMatchObject({ attributes: { nexthop: 0x0a080809 }, nexthopVrf: 'S' });
  });

  it('a static route without the network that it stands on', () => {
    const lab = two({
      interfaces: { lo1: { at: '10.8.0.1/24', vrf: 'S' }, lo2: { at: '10.7.0.1/24', vrf: 'D' } },
      static: { S: [{ to: '10.66.0.0/16', via: '10.8.0.9' }] },
      bgp: bgpConfig({
        S: { rd: '1:1', export: ['1:1'], redistribute: ['static'] },
        D: { rd: '1:2', import: ['1:1'] },
      }),
    });
    expect(lab.table('Router', 'D')).toContain('B 10.66.0.0/16 10.8.0.9 lo1');
  });

  it('of an interface with two subnets only the one that is exported, with its own address', () => {
    const only: NonNullable<LeakStage['exportPolicy']> = {
      name: 'P',
      otherwise: 'reject',
      terms: [
        {
          name: '10',
          matches: [
            {
              kind: 'prefix-lists',
              lists: [
                {
                  name: 'L',
                  entries: [{ sequence: 5, verdict: 'permit', prefix: p('10.8.1.0/24'), low: 24, high: 24 }],
                },
              ],
            },
          ],
          actions: [],
          verdict: 'accept',
        },
      ],
    };
    const lab = two({
      interfaces: { lo1: { at: '10.8.0.1/24 10.8.1.1/24', vrf: 'S' } },
      bgp: bgpConfig({
        S: { rd: '1:1', export: ['1:1'], redistribute: [{ kinds: ['connected'], metric: undefined, policy: only }] },
        D: { rd: '1:2', import: ['1:1'] },
      }),
    });
    expect(lab.table('Router', 'D')).toEqual(['B 10.8.1.0/24 lo1', 'L 10.8.1.1/32 me@lo1']);
  });

  it('the secondary address with its own subnet', () => {
    const lab = two({ interfaces: { lo1: { at: '10.8.0.1/24 10.8.1.1/24', vrf: 'S' } } });
    expect(lab.table('Router', 'D')).toEqual([
      'B 10.8.0.0/24 lo1',
      'L 10.8.0.1/32 me@lo1',
      'B 10.8.1.0/24 lo1',
      'L 10.8.1.1/32 me@lo1',
    ]);
    // Another address in the same subnet: the subnet stays, its local route follows.
    lab.configure('Router', {
      vrfs: ['S', 'D'],
      interfaces: { lo1: { at: '10.8.0.77/24 10.8.1.1/24', vrf: 'S' } },
      bgp: bgpConfig({
        S: { rd: '1:1', export: ['1:1'], redistribute: ['connected'] },
        D: { rd: '1:2', import: ['1:1'] },
      }),
    });
    expect(lab.table('Router', 'D').filter((line) => line.startsWith('L'))).toEqual([
      'L 10.8.0.77/32 me@lo1',
      'L 10.8.1.1/32 me@lo1',
    ]);
  });
});

it('gives the same run for the same seed', () => {
  const played = (seed: number): string => {
    const lab = leakLab({}, seed);
    for (const stage of [{ redistribute: true }, { redistribute: true, export: true }, DONE]) become(lab, stage);
    lab.ping('Router', '10.30.30.1', { vrf: A });
    return lab.fingerprint;
  };
  expect(played(7)).toBe(played(7));
});
