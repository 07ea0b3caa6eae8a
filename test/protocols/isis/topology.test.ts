// Networks of a few routers, and what becomes of them.

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../src/sim/time.ts';
import { IsisLab, onlyTo, type RouterSpec } from '../../harness/isis-lab.ts';
import { p } from '../../harness/routes.ts';

const LAN = { on: 'r1 r2 r3' };

describe('a point-to-point link', () => {
  it('both routers find each other and their prefixes', () => {
    const lab = new IsisLab({ r1: {}, r2: {} }, ['r1 r2']).run();
    expect(lab.neighbours('r1')).toEqual(['e0 L12 r2 Up']);
    expect(lab.said('r1')).toEqual(['Up r2 L12 new']);
    expect(lab.routes('r1')).toEqual(['10.255.0.2/32 20 l1 r2']);
    expect(lab.drops('r1')).toEqual({});
  });

  it('light that goes only one way makes no neighbour', () => {
    const lab = new IsisLab({ r1: {}, r2: {} }, [{ on: 'r1 r2', p2p: true, ends: { r2: { passive: true } } }]).run();
    expect(lab.neighbours('r1')).toEqual([]);
    expect(lab.drops('r2')['circuit off']).toBeGreaterThan(3);
  });

  it('a neighbour that falls silent is missed after its hold time', () => {
    const lab = new IsisLab({ r1: {}, r2: {} }, ['r1 r2']).run();
    lab.topology.device('r2').powerOff();
    // The port went dark with it.
    lab.run(seconds(1));
    expect(lab.said('r1').at(-1)).toBe('Down r2 L12 interface-down');
    expect(lab.routes('r1')).toEqual([]);
  });

  it('a restart is seen by the three-way handshake, and everything comes back', () => {
    const lab = new IsisLab({ r1: {}, r2: {}, r3: {} }, ['r1 r2', 'r2 r3']).run();
    lab.configure('r2', { name: 'other' });
    lab.run(seconds(30));
    expect(lab.said('r1')).toEqual(['Up r2 L12 new', 'Down r2 L12 restarted', 'Up r2 L12 new']);
    expect(lab.route('r1', '10.255.0.3/32')).toBe('30 l1 r2');
  });

  it('a link that cannot carry padded hellos does not come up', () => {
    const link = { on: 'r1 r2', p2p: true, padding: 'always' } as const;
    const lab = new IsisLab({ r1: {}, r2: {} }, [link]);
    lab.topology.configure('r2', {
      interfaces: { e0: { at: '10.0.0.2/24', mtu: 1400 } },
      isis: [lab.config('r2', {})],
    });
    lab.run();
    expect(lab.neighbours('r2')).toEqual([]);
    expect(lab.drops('r2')['longer than mtu']).toBeGreaterThan(3);
    lab.configure('r1', {}, { e0: { padding: 'never' } });
    lab.run();
    expect(lab.neighbours('r2')).toEqual(['e0 L12 r1 Up']);
  });
});

describe('a LAN', () => {
  it('elects the highest priority, then the highest address, and one pseudonode stands for it', () => {
    const lab = new IsisLab({ r1: {}, r2: {}, r3: {} }, [LAN]).run();
    expect(lab.lsps('r1', 1).filter((id) => !id.includes('.00-'))).toEqual(['0000.0000.0003.01-00']);
    expect(lab.routes('r1')).toEqual(['10.255.0.2/32 20 l1 r2', '10.255.0.3/32 20 l1 r3']);
    const dis = (name: string) => lab.ask(name, 'isis.circuits')[0]?.levels[0]?.lanId;
    expect(['r1', 'r2', 'r3'].map(dis)).toEqual(Array(3).fill('0000.0000.0003.01'));
  });

  it('changes the designated router at once when a better one comes, and purges the old pseudonode', () => {
    const lab = new IsisLab({ r1: {}, r2: {}, r3: {} }, [LAN]).run();
    lab.configure('r1', {}, { e0: { priority: 100 } });
    lab.run(seconds(15));
    const pseudonodes = (name: string) => lab.lsps(name, 2).filter((id) => !id.includes('.00-'));
    for (const name of lab.names) expect([name, pseudonodes(name)]).toEqual([name, ['0000.0000.0001.01-00']]);
    expect(lab.route('r2', '10.255.0.3/32')).toBe('20 l1 r3');
  });

  it('without its designated router goes on with another', () => {
    const lab = new IsisLab({ r1: {}, r2: {}, r3: {} }, [LAN]).run();
    lab.topology.device('r3').powerOff();
    lab.run(seconds(60));
    expect(lab.routes('r1')).toEqual(['10.255.0.2/32 20 l1 r2']);
    expect(lab.said('r1')).toContain('Down r3 L1 hold-time');
  });

  it('a router that comes late gets everything by sequence numbers', () => {
    const lab = new IsisLab({ r1: {}, r2: {}, r3: {}, r4: {} }, [LAN, 'r3 r4']);
    lab.configure('r1', {}, { e0: { passive: true } });
    lab.run(seconds(60));
    expect(lab.routes('r1')).toEqual([]);
    lab.configure('r1', {}, { e0: { passive: false } });
    lab.run(seconds(60));
    expect(lab.route('r1', '10.255.0.4/32')).toBe('30 l1 r3');
  });
});

describe('levels and areas', () => {
  const areas: Readonly<Record<string, RouterSpec>> = {
    r1: { area: '49.0001', levels: [1] },
    r2: { area: '49.0001', levels: [1, 2] },
    r3: { area: '49.0002', levels: [1, 2] },
    r4: { area: '49.0002', levels: [1] },
  };
  const links = ['r1 r2', 'r2 r3', 'r3 r4'];

  it('level 1 leaves by the attached router, level 2 knows every area', () => {
    const lab = new IsisLab(areas, links).run();
    expect(lab.routes('r1')).toEqual(['0.0.0.0/0 10 l1 r2', '10.0.1.0/24 20 l1 r2', '10.255.0.2/32 20 l1 r2']);
    expect(lab.routes('r2')).toEqual([
      '10.0.2.0/24 20 l2 r3',
      '10.255.0.1/32 20 l1 r1',
      '10.255.0.3/32 20 l2 r3',
      '10.255.0.4/32 30 l2 r3',
    ]);
    expect(lab.neighbours('r2')).toEqual(['e0 L1 r1 Up', 'e1 L2 r3 Up']);
    expect(lab.topology.ping('r1', '10.255.0.4', { from: '10.255.0.1' })).toBe(5);
  });

  it('two areas share no level 1', () => {
    const lab = new IsisLab({ r1: { area: '49.0001', levels: [1] }, r2: { area: '49.0002', levels: [1] } }, [
      'r1 r2',
    ]).run();
    expect(lab.neighbours('r1')).toEqual([]);
    expect(lab.drops('r1')['area']).toBeGreaterThan(0);
  });

  it('several NETs join two areas', () => {
    const lab = new IsisLab(
      {
        r1: { area: '49.0001', levels: [1] },
        r2: { net: '49.0001.0000.0000.0002.00 49.0002.0000.0000.0002.00', levels: [1] },
        r3: { area: '49.0002', levels: [1] },
      },
      ['r1 r2', 'r2 r3'],
    ).run();
    expect(lab.route('r1', '10.255.0.3/32')).toBe('30 l1 r2');
  });

  it('leaks down what a policy lets through, and never up again', () => {
    const lab = new IsisLab(
      {
        ...areas,
        r2: {
          area: '49.0001',
          leaks: [
            { from: 1, to: 2, policy: undefined, external: true },
            { from: 2, to: 1, policy: onlyTo('10.255.0.4/32'), external: true },
          ],
        },
      },
      links,
    ).run();
    expect(lab.route('r1', '10.255.0.4/32')).toBe('40 ia r2');
    expect(lab.route('r1', '10.255.0.3/32')).toBeUndefined();
    expect(lab.route('r3', '10.255.0.1/32')).toBe('30 l2 r2');
    // RFC 5302 §2: with the down bit it is not told to level 2 by anybody.
    const down = lab.ask('r1', 'isis.database')[0]?.lsps.find((lsp) => lsp.id === '0000.0000.0002.00-00');
    const told = down?.tlvs.flatMap((tlv) => (tlv.kind === 'ip-wide' ? tlv.prefixes : []));
    expect(told?.find((one) => one.prefix === p('10.255.0.4/32'))).toMatchObject({ down: true, metric: 30 });
  });
});

describe('overload', () => {
  const square = (more: RouterSpec) =>
    new IsisLab({ r1: {}, r2: more, r3: {}, r4: {} }, [
      'r1 r2',
      'r2 r3',
      'r3 r4',
      { on: 'r4 r1', p2p: true, metric: 50 },
    ]);

  it('nobody goes through it, everybody still reaches it', () => {
    const lab = square({ overload: { when: 'always', suppress: [], highMetrics: false } }).run();
    expect(lab.route('r1', '10.255.0.3/32')).toBe('70 l1 r4');
    expect(lab.route('r1', '10.255.0.2/32')).toBe('20 l1 r2');
    expect(lab.route('r2', '10.255.0.4/32')).toBe('30 l1 r3');
  });

  it('ends by itself some time after the start', () => {
    const when = { forSeconds: 120, since: 'start' } as const;
    const lab = square({ overload: { when, suppress: [], highMetrics: false } }).run(seconds(100));
    expect(lab.route('r1', '10.255.0.3/32')).toBe('70 l1 r4');
    lab.run(seconds(30));
    expect(lab.route('r1', '10.255.0.3/32')).toBe('30 l1 r2');
    expect(lab.said('r2').filter((one) => one === 'isis-overload')).toHaveLength(2);
  });

  it('by high metrics is a way of last resort', () => {
    const lab = square({ overload: { when: 'always', suppress: [], highMetrics: true } }).run();
    expect(lab.route('r1', '10.255.0.3/32')).toBe('70 l1 r4');
    lab.topology.cut(3);
    lab.run(seconds(30));
    expect(lab.route('r1', '10.255.0.3/32')).toBe(`${10 + 0xfffffe + 10} l1 r2`);
  });
});

describe('authentication', () => {
  const key = (secret: string) => ({ algorithm: 'hmac-md5', secret }) as const;
  const auth = (secret: string) => ({ send: key(secret), accept: [key(secret)] });

  it('hellos that are not vouched for make no neighbour, and are reported once', () => {
    const ends = { r1: { both: { auth: auth('right') } }, r2: { both: { auth: auth('wrong') } } };
    const lab = new IsisLab({ r1: {}, r2: {} }, [{ on: 'r1 r2', p2p: true, ends }]).run();
    expect(lab.neighbours('r1')).toEqual([]);
    expect(lab.drops('r1')['authentication digest']).toBeGreaterThan(3);
    expect(lab.said('r1')).toEqual(['isis-authentication']);
    lab.configure('r2', {}, { e0: { both: { auth: auth('right') } } });
    lab.run();
    expect(lab.neighbours('r1')).toEqual(['e0 L12 r2 Up']);
  });

  it.each(['hmac-md5', 'hmac-sha1', 'hmac-sha256'] as const)(
    'LSPs signed with %s are believed by who has the key',
    (algorithm) => {
      const sign = algorithm === 'hmac-md5' ? { algorithm, secret: 's' } : { algorithm, secret: 's', id: 7 };
      const all = { send: sign, accept: [sign] };
      const everyLevel = { auth: { lsp: all, csnp: all, psnp: all } };
      const lab = new IsisLab({ r1: { everyLevel }, r2: { everyLevel }, r3: {} }, ['r1 r2', 'r2 r3']).run();
      expect(lab.route('r1', '10.255.0.2/32')).toBe('20 l1 r2');
      // Nobody signed what r3 says.
      expect(lab.route('r1', '10.255.0.3/32')).toBeUndefined();
      expect(lab.drops('r2')['authentication missing']).toBeGreaterThan(0);
    },
  );
});

describe('a VRF', () => {
  it('has its own instance, its own links and its own table', () => {
    const lab = new IsisLab({ r1: {}, r2: {} }, ['r1 r2', 'r1 r2']);
    for (const name of lab.names) {
      const { circuits, ...config } = lab.config(name, {});
      const { e0, e1 } = circuits as unknown as Record<string, object>;
      const n = lab.number(name);
      lab.topology.configure(name, {
        vrfs: ['RED'],
        interfaces: {
          lo0: `10.255.0.${n}/32`,
          lo1: { at: `10.254.0.${n}/32`, vrf: 'RED' },
          e0: `10.0.0.${n}/24`,
          e1: { at: `10.0.1.${n}/24`, vrf: 'RED' },
        },
        isis: [
          { ...config, circuits: { e0, lo0: { ...e0, passive: true } } as never },
          {
            ...config,
            name: 'red',
            vrf: 'RED' as never,
            circuits: { e1, lo1: { ...e1, passive: true } } as never,
          },
        ],
      });
    }
    lab.run();
    expect(lab.neighbours('r1')).toEqual(['e0 L12 r2 Up', 'e1 L12 r2 Up']);
    expect(lab.routes('r1')).toEqual(['10.255.0.2/32 20 l1 r2']);
    expect(lab.topology.table('r1', 'RED').filter((line) => line.startsWith('I'))).toEqual([
      'I 10.254.0.2/32 10.0.1.2 e1',
    ]);
    expect(lab.drops('r1')).toEqual({});
  });
});
