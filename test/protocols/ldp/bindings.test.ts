// Labels of FECs: who has one, who is told, what they do.                              RFC 5036 §2.6, §3.5.7 to §3.5.10

import { describe, expect, it } from 'vitest';
import { ip4Text } from '../../../src/base/ip.ts';
import { MAIN } from '../../../src/route/names.ts';
import { seconds } from '../../../src/sim/time.ts';
import { bindings, labels, likeIos, likeJunos, neighbors, only } from '../../harness/ldp.ts';
import { chain, loopback } from '../../harness/mpls-chain.ts';
import { p, vrfName } from '../../harness/routes.ts';
import { PLAIN, Topology } from '../../harness/topology.ts';

const up = seconds(2);
const JUNOS_LIKE = { ...PLAIN, ldp: { ...PLAIN.ldp, unlabelledHops: 'leave-out', addresses: 'enabled' } } as const;

/** The binding of one prefix. */
const of = (net: Topology, name: string, prefix: string): string | undefined =>
  bindings(net, name).find((line) => line.startsWith(`${prefix} `));

const counted = (net: Topology, name: string, what: string): number =>
  net
    .device(name)
    .ask('ldp.neighbors', { vrf: MAIN })
    .reduce((sum, { messagesReceived }) => sum + (messagesReceived.get(what) ?? 0), 0);

/** `4.4.4.4/32 10.0.1.2 e1 push 18`, of the routes of LDP's own. */
const labeled = (net: Topology, name: string): readonly string[] =>
  (net.device(name).ask('routes', { vrf: MAIN, table: 'labeled' }) ?? []).flatMap(({ prefix, routes }) =>
    routes
      .filter(({ active }) => active)
      .map(({ candidate, paths }) => {
        const ways = paths.map(
          ({ out, gateway, push, php }) =>
            `${ip4Text(gateway as never)} ${out} ${php ? 'php' : `push ${push.join(' ')}`}`,
        );
        return `${prefix.text} metric ${candidate.route.metric} ${ways.join(', ')}`;
      }),
  );

/** What packets of a unicast route are given: `push 18`, `php`, or nothing. */
const imposed = (net: Topology, name: string, prefix: string): readonly string[] =>
  (net.device(name).ask('routes', { vrf: MAIN, within: p(prefix) }) ?? []).flatMap(({ routes }) =>
    routes.flatMap(({ active, paths }) =>
      active ? paths.map(({ push, php }) => (php ? 'php' : push.length > 0 ? `push ${push.join(' ')}` : 'plain')) : [],
    ),
  );

describe('independent control, every route a FEC', () => {
  const net = chain({ length: 4, ldp: likeIos }).run(up);

  it('gives each route that leads on a label, in the order of prefixes, and null to its own', () => {
    expect(bindings(net, 'r2').map((line) => line.replace(/ from.*/, ''))).toEqual([
      '1.1.1.1/32 local 16',
      '2.2.2.2/32 local null',
      '3.3.3.3/32 local 17',
      '4.4.4.4/32 local 18',
      '10.0.1.0/24 local null',
      '10.0.2.0/24 local null',
      '10.0.3.0/24 local 19',
    ]);
  });

  it('keeps labels of all peers, and uses those of next hops', () => {
    expect(of(net, 'r2', '4.4.4.4/32')).toMatch(/from 1\.1\.1\.1 18, 3\.3\.3\.3 \d+\*$/);
  });

  it('imposes on packets of a route what its next hop asked for', () => {
    const asked = /from 2\.2\.2\.2 (\d+)\*/.exec(of(net, 'r1', '4.4.4.4/32') ?? '')?.[1];
    expect(imposed(net, 'r1', '4.4.4.4/32')).toEqual([`push ${asked}`]);
    expect(imposed(net, 'r1', '2.2.2.2/32')).toEqual(['php']);
    expect(imposed(net, 'r1', '10.0.1.0/24')).toEqual(['plain']);
  });

  // FRR 8.4 with an MPLS kernel (topology uml-ldp4): of r1's routes those behind its neighbour's own links and loopback
  // bear implicit null, all others a label of the neighbour's.
  it('is as a stranger has it: labels only beyond the penultimate hop', () => {
    const plain = ['2.2.2.2/32', '10.0.2.0/24'];
    const pushed = ['3.3.3.3/32', '4.4.4.4/32', '10.0.3.0/24'];
    for (const prefix of plain) expect(imposed(net, 'r1', prefix)).toEqual(['php']);
    for (const prefix of pushed) expect(imposed(net, 'r1', prefix)[0]).toMatch(/^push \d+$/);
  });

  it('a hop that knows no labels gets packets without any', () => {
    const bare = chain({ length: 3, ldp: likeIos, routers: { r3: { ldp: undefined } } });
    bare.run(up);
    expect(labels(bare, 'r2')).toContain('17 untagged e1>10.0.2.3');
    expect(bare.ping('r1', '3.3.3.3', { from: '1.1.1.1' })).toBe(5);
  });
});

describe('ordered control, routes of its own', () => {
  const net = chain({ length: 4, ldp: likeJunos, personality: JUNOS_LIKE }).run(up);

  it('speaks for its own loopback and for what was told', () => {
    expect(
      bindings(net, 'r3')
        .filter((line) => !line.includes('local none'))
        .map((line) => line.split(' ')[0]),
    ).toEqual(['1.1.1.1/32', '2.2.2.2/32', '3.3.3.3/32', '4.4.4.4/32']);
  });

  it('puts what it learned into the labelled table, metric 1, and leaves the unicast one alone', () => {
    expect(labeled(net, 'r1').map((line) => line.replace(/push \d+/, 'push N'))).toEqual([
      '2.2.2.2/32 metric 1 10.0.1.2 e1 php',
      '3.3.3.3/32 metric 1 10.0.1.2 e1 push N',
      '4.4.4.4/32 metric 1 10.0.1.2 e1 push N',
    ]);
    expect(imposed(net, 'r1', '4.4.4.4/32')).toEqual(['plain']);
    expect(net.candidates('r1', '4.4.4.4/32')).toEqual(['*static/1']);
  });

  it('follows the metric of the IGP where it is told to', () => {
    const tracking = chain({
      length: 3,
      ldp: (spec) => likeJunos({ ...spec, routes: { trackIgpMetric: true } }),
      personality: JUNOS_LIKE,
      routers: {
        r1: {
          static: {
            default: [
              { to: '3.3.3.3/32', via: '10.0.1.2', metric: 20 },
              { to: '2.2.2.2/32', via: '10.0.1.2' },
            ],
          },
        },
      },
    }).run(up);
    expect(labeled(tracking, 'r1').map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      '2.2.2.2/32 metric 0',
      '3.3.3.3/32 metric 20',
    ]);
  });

  it('may put them into the unicast table too, and still follow the route underneath', () => {
    const both = chain({
      length: 3,
      ldp: (spec) => likeJunos({ ...spec, routes: { tables: ['labeled', 'unicast'] } }),
      personality: JUNOS_LIKE,
      routers: {
        r1: { static: { default: [2, 3].map((n) => ({ to: `${loopback(n)}/32`, via: '10.0.1.2', preference: 200 })) } },
      },
    }).run(up);
    expect(both.candidates('r1', '3.3.3.3/32')).toEqual(['*ldp/9', 'static/200']);
    expect(imposed(both, 'r1', '3.3.3.3/32')[0]).toMatch(/push \d+/);
    both.configure('r1', { static: { default: [{ to: '2.2.2.2/32', via: '10.0.1.2', preference: 200 }] } });
    both.run(seconds(1));
    expect(both.candidates('r1', '3.3.3.3/32')).toEqual([]);
  });

  it('tells nothing before the end of the path has spoken', () => {
    const cut = chain({ length: 3, ldp: likeJunos, personality: JUNOS_LIKE, routers: { r3: { ldp: undefined } } }).run(
      up,
    );
    expect(of(cut, 'r2', '3.3.3.3/32')).toBe('3.3.3.3/32 local none');
    expect(labeled(cut, 'r1').map((line) => line.split(' ')[0])).toEqual(['2.2.2.2/32']);
  });

  it('keeps a label for a while when the next hop takes its own back', () => {
    const slow = chain({
      length: 3,
      ldp: (spec) => likeJunos({ ...spec, labels: { withdrawDelay: seconds(60) } }),
      personality: JUNOS_LIKE,
    }).run(up);
    const before = of(slow, 'r1', '3.3.3.3/32');
    slow.configure('r3', { ldp: undefined });
    slow.run(seconds(50));
    expect(of(slow, 'r1', '3.3.3.3/32')).toBe(before);
    slow.run(seconds(15));
    expect(of(slow, 'r2', '3.3.3.3/32')).toMatch(/local none/);
    expect(of(slow, 'r1', '3.3.3.3/32')).not.toMatch(/from 2\.2\.2\.2/);
  });
});

describe('when things change', () => {
  it('a prefix that goes is withdrawn, released, and its label is not used again at once (§3.5.10)', () => {
    const net = chain({ length: 3, ldp: likeIos }).run(up);
    const old = of(net, 'r2', '3.3.3.3/32');
    expect(old).toMatch(/local 17/);
    net.configure('r2', { static: { default: [{ to: '1.1.1.1/32', via: '10.0.1.1' }] } });
    net.run(seconds(1));
    expect(of(net, 'r2', '3.3.3.3/32')).toMatch(/local none/);
    expect(labels(net, 'r2').some((line) => line.startsWith('17 '))).toBe(false);
    expect(of(net, 'r1', '3.3.3.3/32')).toBe('3.3.3.3/32 local 17');
    expect(counted(net, 'r2', 'labelRelease')).toBe(2);
    net.configure('r2', {
      static: {
        default: [
          { to: '1.1.1.1/32', via: '10.0.1.1' },
          { to: '3.3.3.3/32', via: '10.0.2.3' },
        ],
      },
    });
    net.run(seconds(1));
    expect(of(net, 'r2', '3.3.3.3/32')).toMatch(/local 1[89]/);
    expect(net.ping('r1', '3.3.3.3', { from: '1.1.1.1' })).toBe(5);
  });

  it('another next hop is used at once, without a word: its label was kept (§2.6.2.2)', () => {
    // r1 and r3 are joined directly as well as through r2.
    const router = (
      n: number,
      right: string,
      left: string,
      others: readonly { to: string; via: string; preference?: number }[],
    ) => ({
      interfaces: {
        Loopback0: `${loopback(n)}/32`,
        e0: { at: left, mpls: true },
        e1: { at: right, mpls: true },
      },
      static: { default: others },
      ldp: likeIos({ on: ['e0', 'e1'], id: loopback(n) }),
    });
    const far = (to: string, via: string) => ({ to, via, preference: 10 });
    const net = new Topology({
      devices: {
        r1: router(1, '10.0.1.1/24', '10.0.3.1/24', [
          { to: '2.2.2.2/32', via: '10.0.1.2' },
          { to: '3.3.3.3/32', via: '10.0.3.3' },
          far('3.3.3.3/32', '10.0.1.2'),
        ]),
        r2: router(2, '10.0.2.2/24', '10.0.1.2/24', [
          { to: '1.1.1.1/32', via: '10.0.1.1' },
          { to: '3.3.3.3/32', via: '10.0.2.3' },
        ]),
        r3: router(3, '10.0.3.3/24', '10.0.2.3/24', [
          { to: '2.2.2.2/32', via: '10.0.2.2' },
          { to: '1.1.1.1/32', via: '10.0.3.1' },
          far('1.1.1.1/32', '10.0.2.2'),
        ]),
      },
      cables: ['r1 e1 - r2 e0', 'r2 e1 - r3 e0', 'r3 e1 - r1 e0'],
    }).run(up);
    expect(imposed(net, 'r1', '3.3.3.3/32')).toEqual(['php']);
    const heard = counted(net, 'r1', 'labelMapping');
    const fromR3 = net.device('r1').ask('ldp.neighbors', { vrf: MAIN })[1]?.messagesReceived.get('labelMapping') ?? 0;
    const label = /2\.2\.2\.2 (\d+)/.exec(of(net, 'r1', '3.3.3.3/32') ?? '')?.[1];
    net.cut(2);
    expect(imposed(net, 'r1', '3.3.3.3/32')).toEqual([`push ${label}`]);
    expect(neighbors(net, 'r1')).toEqual(['2.2.2.2 operational']);
    expect(counted(net, 'r1', 'labelMapping')).toBe(heard - fromR3);
    expect(net.ping('r1', '3.3.3.3', { from: '1.1.1.1' })).toBe(5);
  });

  it('labels run out: the FEC stays without, and somebody is told', () => {
    const net = chain({
      length: 4,
      ldp: likeIos,
      routers: {
        r1: {
          mpls: {
            labels: { first: 100, last: 101, step: 1 },
            forwarding: { propagateTtl: { forwarded: true, local: true }, errorsDownPath: 'never' },
          },
        },
      },
    }).run(up);
    expect(labels(net, 'r1').map((line) => line.split(' ')[0])).toEqual(['100', '101']);
    expect(of(net, 'r1', '4.4.4.4/32')).toMatch(/local none/);
    expect(net.events.some(({ device, event }) => device === 'r1' && event.kind === 'ldp-no-labels')).toBe(true);
  });
});

describe('what the owner allows', () => {
  const loopbacks = ['1.1.1.1/32', '2.2.2.2/32', '3.3.3.3/32'];

  it('labels for some prefixes only', () => {
    const net = chain({ length: 3, ldp: likeIos, spec: () => ({ labels: { allocate: only(loopbacks) } }) }).run(up);
    expect(of(net, 'r1', '10.0.2.0/24')).toBe('10.0.2.0/24 local none');
    expect(of(net, 'r1', '3.3.3.3/32')).toMatch(/local \d+ from 2\.2\.2\.2 \d+/);
  });

  it('bindings told to some peers only', () => {
    const net = chain({
      length: 3,
      ldp: likeIos,
      spec: (n) => (n === 2 ? { labels: { advertise: only(['3.3.3.3/32'], ['1.1.1.1']) } } : {}),
    }).run(up);
    expect(bindings(net, 'r1').filter((line) => line.includes('from'))).toHaveLength(1);
    expect(bindings(net, 'r3').filter((line) => line.includes('from'))).toEqual([]);
    net.configure('r2', { ldp: likeIos({ on: ['e0', 'e1'], id: '2.2.2.2' }) });
    net.run(seconds(1));
    expect(of(net, 'r3', '1.1.1.1/32')).toMatch(/from 2\.2\.2\.2/);
  });

  it('bindings of peers that are kept and not used', () => {
    const net = chain({
      length: 3,
      ldp: likeIos,
      spec: (n) => (n === 1 ? { labels: { accept: only(['2.2.2.2/32']) } } : {}),
    }).run(up);
    expect(of(net, 'r1', '3.3.3.3/32')).toMatch(/from 2\.2\.2\.2 \d+ filtered$/);
    expect(imposed(net, 'r1', '3.3.3.3/32')).toEqual(['plain']);
  });

  it('explicit null where it is asked for (RFC 3032 §2.1)', () => {
    const net = chain({
      length: 3,
      ldp: likeIos,
      spec: (n) => (n === 3 ? { labels: { explicitNull: only(['3.3.3.3/32']) } } : {}),
    }).run(up);
    expect(of(net, 'r2', '3.3.3.3/32')).toMatch(/3\.3\.3\.3 0\*/);
    expect(labels(net, 'r2').some((line) => / swap 0 /.test(line))).toBe(true);
    expect(imposed(net, 'r2', '3.3.3.3/32')).toEqual(['push 0']);
    expect(net.ping('r1', '3.3.3.3', { from: '1.1.1.1' })).toBe(5);
  });

  it('routes of other kinds are no FECs', () => {
    const net = chain({ length: 3, ldp: likeIos, spec: () => ({ labels: { kinds: ['connected'] } }) }).run(up);
    expect(
      bindings(net, 'r1')
        .filter((line) => !line.includes('none'))
        .map((line) => line.split(' ')[0]),
    ).toEqual(['1.1.1.1/32', '10.0.1.0/24']);
    net.configure('r1', { ldp: likeIos({ on: ['e1'], id: '1.1.1.1', labels: { kinds: ['static'] } }) });
    net.run(seconds(1));
    expect(of(net, 'r1', '1.1.1.1/32')).toBe(undefined);
  });
});

describe('several VRFs', () => {
  it('are no business of the main table’s process', () => {
    const net = chain({
      length: 2,
      ldp: likeIos,
      routers: {
        r1: {
          vrfs: ['A'],
          interfaces: {
            Loopback0: '1.1.1.1/32',
            e1: { at: '10.0.1.1/24', mpls: true },
            e2: { at: '10.9.9.1/24', vrf: 'A' },
          },
        },
      },
    }).run(up);
    expect(bindings(net, 'r1').some((line) => line.startsWith('10.9.9.0'))).toBe(false);
    expect(net.device('r1').ask('ldp.neighbors', { vrf: vrfName('A') })).toEqual([]);
  });

  it('have a process each, with labels of one space', () => {
    const inA = (n: number) => ({
      vrfs: ['A'],
      interfaces: {
        Loopback0: { at: `${loopback(n)}/32`, vrf: 'A' },
        e0: { at: `10.0.1.${n}/24`, vrf: 'A', mpls: true },
      },
      static: { A: [{ to: `${loopback(3 - n)}/32`, via: `10.0.1.${3 - n}` }] },
    });
    const net = new Topology({ devices: { r1: inA(1), r2: inA(2) }, cables: ['r1 e0 - r2 e0'] });
    for (const [i, name] of ['r1', 'r2'].entries()) {
      const ldp = { A: likeIos({ on: ['e0'], id: loopback(i + 1) }) };
      net.device(name).apply({ ...net.config(name, inA(i + 1)), ldp });
    }
    net.run(up);
    const [row] = net.device('r1').ask('ldp.neighbors', { vrf: vrfName('A') });
    expect(row?.state).toBe('operational');
    expect(net.device('r1').ask('ldp.neighbors', { vrf: MAIN })).toEqual([]);
    expect(net.ping('r1', '2.2.2.2', { vrf: 'A', from: '1.1.1.1' })).toBe(5);
    const [entry] = net.device('r2').ask('lfib', {});
    expect(entry?.entry).toMatchObject({ source: 'ldp/A', fec: { vrf: 'A', prefix: p('1.1.1.1/32') } });
  });
});
