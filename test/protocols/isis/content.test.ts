// What routers say: own prefixes, other protocols' routes, summaries, and how it is cut, kept and taken back.

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../src/sim/time.ts';
import { IsisLab, onlyTo, type RouterSpec } from '../../harness/isis-lab.ts';
import { p } from '../../harness/routes.ts';

const STATIC = {
  kinds: ['static'],
  source: undefined,
  levels: [2],
  policy: undefined,
  metric: 5,
  metricType: 'internal',
} as const;
const stat = (to: string) => ({ to, via: 'discard' });
const told = (lab: IsisLab, at: string, id: string, level: 1 | 2 = 2) =>
  lab
    .ask(at, 'isis.database')
    .find((row) => row.level === level)
    ?.lsps.find((lsp) => lsp.id.startsWith(id));

describe('other protocols', () => {
  it('routes are told with the metric of the statement, or what a policy sets', () => {
    const policy = onlyTo('20.0.0.0/8', [
      { kind: 'set-metric', value: 77 },
      { kind: 'set-tag', value: 9 },
    ]);
    const lab = new IsisLab(
      {
        r1: { statics: [stat('20.0.0.0/8'), stat('30.0.0.0/8')], redistribute: [{ ...STATIC, policy }] },
        r2: {},
      },
      ['r1 r2'],
    ).run();
    expect(lab.route('r2', '20.0.0.0/8')).toBe('87 l2 r1');
    expect(lab.route('r2', '30.0.0.0/8')).toBeUndefined();
    expect(lab.ask('r2', 'isis.routes').find((row) => row.prefix === p('20.0.0.0/8'))?.state.route?.tag).toBe(9);
  });

  it('a policy chooses levels and the type of the metric', () => {
    const choosing = (...actions: NonNullable<Parameters<typeof onlyTo>[1]>[number][]): IsisLab => {
      const policy = onlyTo('20.0.0.0/8', actions);
      const everyLevel = { send: 'narrow', accept: 'narrow' } as const;
      const redistribute = [{ ...STATIC, policy }];
      return new IsisLab({ r1: { everyLevel, statics: [stat('20.0.0.0/8')], redistribute }, r2: { everyLevel } }, [
        'r1 r2',
      ]).run();
    };
    expect(choosing().route('r2', '20.0.0.0/8')).toBe('15 l2.ext r1');
    expect(choosing({ kind: 'set-levels', levels: [1] }).route('r2', '20.0.0.0/8')).toBe('15 l1.ext r1');
    expect(choosing({ kind: 'set-levels', levels: [] }).route('r2', '20.0.0.0/8')).toBeUndefined();
  });

  it('a policy says that a metric is external, which makes every internal way better', () => {
    const everyLevel = { send: 'narrow', accept: 'narrow' } as const;
    const policy = onlyTo('20.0.0.0/8', [{ kind: 'set-metric-type', value: 'external' }]);
    const lab = new IsisLab(
      {
        r1: { everyLevel, statics: [stat('20.0.0.0/8')], redistribute: [{ ...STATIC, metric: 1, policy }] },
        r2: { everyLevel },
        r3: { everyLevel, statics: [stat('20.0.0.0/8')], redistribute: [{ ...STATIC, metric: 60 }] },
      },
      ['r1 r2', 'r2 r3'],
    ).run();
    expect(lab.route('r2', '20.0.0.0/8')).toBe('70 l2.ext r3');
  });

  it('what the table loses is taken back', () => {
    const lab = new IsisLab({ r1: { statics: [stat('20.0.0.0/8')], redistribute: [STATIC] }, r2: {} }, ['r1 r2']).run();
    expect(lab.route('r2', '20.0.0.0/8')).toBe('15 l2 r1');
    lab.topology.configure('r1', { static: {}, isis: [lab.config('r1', {})] });
    lab.run(seconds(10));
    expect(lab.route('r2', '20.0.0.0/8')).toBeUndefined();
  });

  it('narrow metrics tell external ones apart: an internal way is better however long', () => {
    const everyLevel = { send: 'narrow', accept: 'narrow' } as const;
    const external = { ...STATIC, metricType: 'external', metric: 1 } as const;
    const lab = new IsisLab(
      {
        r1: { everyLevel, statics: [stat('20.0.0.0/8')], redistribute: [external] },
        r2: { everyLevel },
        r3: { everyLevel, statics: [stat('20.0.0.0/8')], redistribute: [{ ...STATIC, metric: 60 }] },
      },
      ['r1 r2', 'r2 r3'],
    ).run();
    expect(lab.route('r2', '20.0.0.0/8')).toBe('70 l2.ext r3');
    lab.topology.cut(1);
    lab.run(seconds(10));
    // Distance and metric do not add up for the choice; what is shown does.
    expect(lab.route('r2', '20.0.0.0/8')).toBe('11 l2.ext r1');
  });

  it('two instances tell one another what they know, each on its own links', () => {
    const lab = new IsisLab({ r1: {}, r2: {}, r3: {} }, ['r1 r2', 'r2 r3']).run();
    const config = lab.config('r2', {});
    const { e0, e1 } = config.circuits as unknown as Record<string, never>;
    const into = (name: string, circuits: Record<string, never>) => ({
      ...config,
      name,
      circuits,
      redistribute: [
        {
          ...STATIC,
          kinds: ['isis.l1', 'isis.l2'],
          source: `isis/${name === 'A' ? 'B' : 'A'}` as never,
          metric: 3,
        } as never,
      ],
    });
    lab.topology.configure('r2', { isis: [into('A', { e0: e0 as never }), into('B', { e1: e1 as never })] });
    lab.run();
    expect(lab.route('r1', '10.255.0.3/32')).toBe('13 l2 r2');
    expect(lab.route('r3', '10.255.0.1/32')).toBe('13 l2 r2');
    expect(lab.neighbours('r2')).toEqual(['e0 L12 r1 Up', 'e1 L12 r3 Up']);
  });
});

describe('a default route', () => {
  const spec = (when: 'always' | ReturnType<typeof onlyTo>): RouterSpec => ({
    defaultRoute: { levels: [2], metric: 3, tag: undefined, when },
  });
  it('always', () => {
    const lab = new IsisLab({ r1: spec('always'), r2: {} }, ['r1 r2']).run();
    expect(lab.route('r2', '0.0.0.0/0')).toBe('13 l2 r1');
  });
  it('while there is a route that it stands on', () => {
    const lab = new IsisLab({ r1: { ...spec(onlyTo('20.0.0.0/8')), statics: [stat('20.0.0.0/8')] }, r2: {} }, [
      'r1 r2',
    ]).run();
    expect(lab.route('r2', '0.0.0.0/0')).toBe('13 l2 r1');
    lab.topology.configure('r1', { static: {}, isis: [lab.config('r1', {})] });
    lab.run(seconds(10));
    expect(lab.route('r2', '0.0.0.0/0')).toBeUndefined();
  });
});

describe('summaries', () => {
  const lab = new IsisLab(
    {
      r1: { area: '49.0001', levels: [1] },
      r2: {
        area: '49.0001',
        summaries: [{ prefix: p('10.0.0.0/16'), levels: [2], metric: undefined, tag: undefined }],
      },
      r3: { area: '49.0002', levels: [2] },
    },
    ['r1 r2', { on: 'r2 r3', p2p: true, levels: [2] }],
  ).run();
  it('stand for what came from the area, with its smallest metric', () => {
    expect(lab.route('r3', '10.0.0.0/16')).toBe('20 l2 r2');
    expect(lab.route('r3', '10.0.0.0/24')).toBeUndefined();
    expect(lab.route('r3', '10.255.0.1/32')).toBe('30 l2 r2');
  });
  it('discard what nobody has', () => {
    expect(lab.topology.table('r2').filter((line) => line.includes('10.0.0.0/16'))).toEqual(['I 10.0.0.0/16 discard']);
  });
  it('go with the last thing that they stood for', () => {
    lab.topology.cut(0);
    lab.run(seconds(40));
    expect(lab.route('r3', '10.0.0.0/16')).toBeUndefined();
    expect(lab.topology.table('r2').filter((line) => line.includes('/16'))).toEqual([]);
  });
});

describe('much to say', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => stat(`20.${i >> 8}.${i & 255}.0/24`));
  it('goes into as many LSPs as it takes, and a change makes one of them new', () => {
    const lab = new IsisLab({ r1: { statics: many(2000), redistribute: [STATIC] }, r2: {} }, ['r1 r2']).run();
    const ids = lab.lsps('r2', 2).filter((id) => id.startsWith('0000.0000.0001.00'));
    // 2,000 entries of eight bytes, 31 to a TLV, five TLVs and a bit to an LSP of 1,492.
    expect(ids.length).toBeGreaterThanOrEqual(11);
    expect(ids.length).toBeLessThanOrEqual(13);
    expect(lab.routes('r2').filter((line) => line.startsWith('20.'))).toHaveLength(2000);
    const sequences = () => ids.map((id) => told(lab, 'r2', id)?.sequence);
    const before = sequences();
    const fewer = many(2000).filter((_, i) => i !== 700);
    lab.topology.configure('r1', { static: { default: fewer }, isis: [lab.config('r1', {})] });
    lab.run(seconds(20));
    expect(lab.route('r2', '20.2.188.0/24')).toBeUndefined();
    expect(sequences().filter((sequence, i) => sequence !== before[i])).toHaveLength(1);
  });

  it('LSPs that nothing is left for are purged', () => {
    const lab = new IsisLab({ r1: { statics: many(1000), redistribute: [STATIC] }, r2: {} }, ['r1 r2']).run();
    const count = () => lab.lsps('r2', 2).filter((id) => id.startsWith('0000.0000.0001.00')).length;
    expect(count()).toBeGreaterThan(5);
    lab.topology.configure('r1', { static: {}, isis: [lab.config('r1', {})] });
    lab.run(seconds(20));
    // What stays may stay in two places: an entry does not move while it is told.
    expect(count()).toBeLessThanOrEqual(2);
    expect(lab.routes('r2').filter((line) => line.startsWith('20.'))).toEqual([]);
    lab.run(seconds(70));
    // A minute later nobody remembers them. ISO 10589 §7.3.16.4
    expect(told(lab, 'r2', '0000.0000.0001.00-04')).toBeUndefined();
  });
});

describe('time', () => {
  it('LSPs are refreshed before they run out', () => {
    const lab = new IsisLab({ r1: {}, r2: {} }, ['r1 r2']).run(seconds(60));
    const before = told(lab, 'r2', '0000.0000.0001.00-00')?.sequence ?? 0;
    lab.run(seconds(3600));
    const after = told(lab, 'r2', '0000.0000.0001.00-00');
    expect((after?.sequence ?? 0) - before).toBeGreaterThanOrEqual(4);
    expect(after?.lifetime).toBeGreaterThan(0);
    expect(lab.route('r2', '10.255.0.1/32')).toBe('20 l1 r1');
  });

  it('those of a router that is gone run out and are forgotten', () => {
    const lab = new IsisLab({ r1: {}, r2: {}, r3: {} }, ['r1 r2', 'r2 r3']).run();
    lab.topology.device('r3').powerOff();
    lab.run(seconds(1100));
    expect(told(lab, 'r1', '0000.0000.0003.00-00')?.lifetime).toBeGreaterThan(0);
    expect(lab.route('r1', '10.255.0.3/32')).toBeUndefined();
    lab.run(seconds(200));
    expect(told(lab, 'r1', '0000.0000.0003.00-00')).toBeUndefined();
  });

  it('a flapping link is calculated less and less often', () => {
    const lab = new IsisLab({ r1: {}, r2: {}, r3: {} }, ['r1 r2', 'r2 r3']).run();
    const runs = () => lab.ask('r1', 'isis.instances')[0]?.levels[0]?.counters.spfRuns ?? 0;
    const before = runs();
    for (let i = 0; i < 20; i++) {
      lab.topology.cut(1);
      lab.topology.mend(1);
      lab.run(seconds(0.25));
    }
    lab.run(seconds(20));
    expect(runs() - before).toBeLessThan(12);
    expect(lab.route('r1', '10.255.0.3/32')).toBe('30 l1 r2');
  });
});

describe('names and addresses', () => {
  it('hostnames are learned, and forgotten with their LSP', () => {
    const lab = new IsisLab({ r1: {}, r2: {} }, ['r1 r2']).run();
    const names = () => lab.ask('r1', 'isis.hostnames').map((row) => `${row.system} ${row.hostname} ${row.own}`);
    expect(names()).toEqual(['0000.0000.0001 r1 true', '0000.0000.0002 r2 false']);
    lab.configure('r2', { hostname: 'another' });
    lab.run(seconds(10));
    expect(names()[1]).toBe('0000.0000.0002 another false');
  });

  it('two routers of one system ID are reported', () => {
    const net = '49.0001.0000.0000.0009.00';
    const lab = new IsisLab({ r1: { net }, r2: { net } }, ['r1 r2']).run();
    expect(lab.neighbours('r1')).toEqual([]);
    expect(lab.said('r1')).toEqual(['isis-duplicate-system']);
    expect(lab.drops('r1')['own system id']).toBeGreaterThan(1);
  });

  it('neighbours of different subnets are none, where that is asked for', () => {
    const lab = new IsisLab({ r1: {}, r2: {} }, ['r1 r2']);
    lab.topology.configure('r2', { interfaces: { e0: '10.99.0.2/24' }, isis: [lab.config('r2', {})] });
    lab.run(seconds(60));
    expect(lab.neighbours('r1')).toEqual([]);
    expect(lab.drops('r1')['subnet']).toBeGreaterThan(1);
  });
});

it('the same seed tells the same story, whatever happens', () => {
  const story = (): string => {
    const lab = new IsisLab({ r1: {}, r2: {}, r3: {}, r4: {} }, [{ on: 'r1 r2 r3' }, 'r3 r4'], 7).run();
    lab.topology.cut(1).mend(1);
    return lab.run().topology.fingerprint;
  };
  expect(story()).toBe(story());
});
