// Routes of another implementation over the same networks.

import { describe, expect, it } from 'vitest';
import { MAIN } from '../../../src/route/names.ts';
import { seconds } from '../../../src/sim/time.ts';
import type { DeviceSpec } from '../../harness/config.ts';
import { type CircuitSpec, type IsisSpec, isisConfig } from '../../harness/isis.ts';
import { vrfName } from '../../harness/routes.ts';
import { Topology } from '../../harness/topology.ts';
import isis8 from './golden/isis8.json' with { type: 'json' };
import isis8l2 from './golden/isis8-l2.json' with { type: 'json' };

interface Golden {
  readonly routers: Readonly<
    Record<string, { readonly net: string; readonly type: string; readonly loopback: string }>
  >;
  /** `r1 eth0 10.64.0.1/30 - r2 eth0 10.64.0.2/30 metric 10` */
  readonly links: readonly string[];
  /** `10.64.0.8/30 20 10.64.0.2 eth0` */
  readonly routes: Readonly<Record<string, readonly string[]>>;
}

const LEVELS = { 'level-1': [1], 'level-1-2': [1, 2], 'level-2-only': [2] } as const;

function build(golden: Golden, more: Partial<IsisSpec>): Topology {
  const interfaces = new Map<string, Record<string, string>>();
  const circuits = new Map<string, Record<string, CircuitSpec>>();
  for (const [name, { loopback }] of Object.entries(golden.routers)) {
    interfaces.set(name, { lo0: loopback });
    circuits.set(name, { lo0: {} });
  }
  const cables = golden.links.map((link) => {
    const [a, onA, atA, , b, onB, atB, , metric] = link.split(' ') as string[] as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    for (const [node, on, at] of [
      [a, onA, atA],
      [b, onB, atB],
    ] as const) {
      (interfaces.get(node) as Record<string, string>)[on] = at;
      (circuits.get(node) as Record<string, CircuitSpec>)[on] = { p2p: true, metric: Number(metric) };
    }
    return `${a} ${onA} - ${b} ${onB}`;
  });
  const devices = Object.entries(golden.routers).map(([name, { net, type }]): [string, DeviceSpec] => {
    const levels = LEVELS[type as keyof typeof LEVELS];
    const config = isisConfig({ net, levels, circuits: circuits.get(name) ?? {}, ...more });
    return [name, { interfaces: interfaces.get(name) ?? {}, isis: [config] }];
  });
  return new Topology({ devices: Object.fromEntries(devices), cables }).run(seconds(60));
}

function routesOf(topology: Topology, name: string): readonly string[] {
  const rows = topology.device(name).ask('routes', { vrf: vrfName(MAIN) }) ?? [];
  return rows.flatMap(({ prefix, routes }) =>
    routes.flatMap(({ active, candidate: { route } }) => {
      if (!active || !route.kind.startsWith('isis')) return [];
      const line = topology.table(name).find((one) => one.split(' ')[1] === prefix.text) as string;
      return [`${prefix.text} ${route.metric} ${line.split(' ').slice(2).join(' ')}`];
    }),
  );
}

const byPaths = (line: string): string => {
  const [prefix, metric, ...paths] = line.split(' ');
  return `${prefix} ${metric} ${paths.join(' ').split(', ').sort().join(', ')}`;
};
const same = (lines: readonly string[]): readonly string[] => lines.map(byPaths).sort();

describe('FRR 8.4.4 isisd', () => {
  it.each([
    ['level 2, a ring with chords', isis8l2],
    // It does not tell level 2 what level 1 knows: a limit of that version, so nobody does here either.
    ['two areas, levels 1 and 2, without leaking', isis8],
  ] as const)('%s', (_, golden: Golden) => {
    const topology = build(golden, { leaks: [] });
    for (const name of Object.keys(golden.routers))
      expect([name, same(routesOf(topology, name))]).toEqual([name, same(golden.routes[name] ?? [])]);
  });

  it('with what the standard asks for, level 2 knows the area too', () => {
    const topology = build(isis8, {});
    const before = new Set(same((isis8 as Golden).routes['r7'] ?? []));
    // RFC 1195 §3.2: r3 and r4 tell level 2 their own distances.
    expect(same(routesOf(topology, 'r7')).filter((line) => !before.has(line))).toEqual(
      [
        '10.255.0.1/32 40 10.64.0.25 eth0',
        '10.255.0.2/32 50 10.64.0.25 eth0, 10.64.0.34 eth1',
        '10.64.0.0/30 40 10.64.0.25 eth0',
      ].sort(),
    );
  });
});
