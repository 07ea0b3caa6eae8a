// bench: marks, exit codes, and the facts of its last line, with a ring of four.

import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Machinery } from '../../src/lab/build.ts';
import { readGraph, wantedBy } from '../../src/lab/graph.ts';
import { loadMachinery } from '../../src/verbs/machinery.ts';
import { grid, ring } from '../harness/graphs.ts';
import { bed } from '../harness/program.ts';

let machinery: Machinery;
beforeAll(async () => {
  machinery = await loadMachinery(join(import.meta.dirname, '../..'));
});

const bench = (line: string, graph: unknown = ring(4)) => bed({ 'g.json': graph }, machinery).run(`bench ${line}`);

describe('labelstack bench', () => {
  it.each([
    ['ios', 'fast'],
    ['ios', 'default'],
    ['junos', 'fast'],
    ['junos', 'default'],
  ])('runs a ring of four of %s with %s timers', async (os, profile) => {
    const { code, out, complaints } = await bench(`g.json --os ${os} --profile ${profile}`);
    expect([code, complaints]).toEqual([0, '']);
    const [boot, conv, fail, json, ...rest] = out.split('\n');
    expect([boot, conv, fail, rest]).toEqual(['@mark boot', '@mark conv', '@mark fail', ['']]);
    const said = JSON.parse(json as string);
    // Each router: three loopbacks, and the two links that are not its own.
    expect(said).toMatchObject({ protocol: 'isis', os, profile, routers: 4, links: 4, routes: 20 });
    for (const fact of ['events', 'labSeconds', 'wallSeconds', 'cpuSeconds', 'rssMegabytes'])
      expect([fact, said[fact] > 0]).toEqual([fact, true]);
    const { boot: built, conv: converged, fail: failed } = said.phases;
    expect(built).toMatchObject({ labSeconds: 0, events: 0 });
    expect(converged.events + failed.events).toBe(said.events);
  });

  it('the same graph gives the same events in the same lab time', async () => {
    const facts = async () => {
      const { events, labSeconds, routes } = JSON.parse(
        (await bench('g.json', grid(3, 2))).out.split('\n')[3] as string,
      );
      return { events, labSeconds, routes };
    };
    expect(await facts()).toEqual(await facts());
  });

  it('timers made small end sooner', async () => {
    const lab = async (profile: string) =>
      JSON.parse((await bench(`g.json --profile ${profile}`)).out.split('\n')[3] as string).labSeconds;
    expect(await lab('fast')).toBeLessThan(await lab('default'));
  });

  it('two routers that a cut parts know of each other no more', async () => {
    const { code, out } = await bench('g.json', {
      routers: {
        a: { loopback: '10.255.0.1/32', interfaces: { e: '10.0.0.1/30' } },
        b: { loopback: '10.255.0.2/32', interfaces: { e: '10.0.0.2/30' } },
      },
      links: [
        {
          ends: [
            ['a', 'e'],
            ['b', 'e'],
          ],
        },
      ],
    });
    expect([code, out.split('\n').slice(0, 3)]).toEqual([0, ['@mark boot', '@mark conv', '@mark fail']]);
  });

  it.each([
    ['g.json --protocol ospf', 'labelstack bench: --protocol ospf is not built yet\n'],
    ['g.json --protocol rip', 'labelstack bench: --protocol rip; expected ospf or isis\n'],
    ['g.json --os vrp', 'labelstack bench: --os vrp; expected ios or junos\n'],
    ['g.json --profile fats', 'labelstack bench: --profile fats; expected fast or default; did you mean "fast"?\n'],
    ['', 'labelstack bench: GRAPH.json is missing\n'],
    ['none.json', 'none.json cannot be read: there is no such file\n'],
  ])('"%s": exit 2, one line', async (line, why) =>
    expect(await bench(line)).toMatchObject({ code: 2, out: '', complaints: why }),
  );

  it.each<[unknown, string]>([
    [[], 'a graph is an object with "routers" and "links"'],
    [{ links: [] }, '"routers" is missing: an object, a router a key'],
    [{ ...ring(4), links: [] }, '"links" is missing: a list with a link at least'],
    [
      {
        ...ring(4),
        links: [
          {
            ends: [
              ['n0', 'eth0'],
              ['n9', 'eth0'],
            ],
          },
        ],
      },
      'link 1 ends at "n9", which is no router',
    ],
    [
      {
        ...ring(4),
        links: [
          {
            ends: [
              ['n0', 'eth0'],
              ['n1', 'eth7'],
            ],
          },
        ],
      },
      'n1 has no interface "eth7"',
    ],
    [{ ...ring(4), links: [...ring(4).links, ...ring(4).links] }, 'two links end at n0:eth0'],
    [
      { routers: { n0: { loopback: '10.0.0', interfaces: {} } }, links: [1] },
      '"loopback" of n0 is no address with a length (10.255.0.1/32)',
    ],
  ])('a graph that is none (%#): exit 2, and what is wrong', async (graph, why) =>
    expect(await bench('g.json', graph)).toMatchObject({ code: 2, out: '', complaints: `g.json: ${why}\n` }),
  );

  it('a file that is no JSON: exit 2, and the line', async () => {
    const { code, complaints } = await bench('g.json', '{\n"routers": {,\n');
    expect([code, complaints]).toEqual([2, expect.stringMatching(/^g\.json: line 2: .+\n$/)]);
  });

  it('says when no model has as many ports', async () => {
    const interfaces = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`e${i}`, `10.0.${i}.1/30`]));
    const graph = {
      routers: {
        hub: { loopback: '10.255.0.1/32', interfaces },
        n: { loopback: '10.255.0.2/32', interfaces: { e: '10.0.0.2/30' } },
      },
      links: [
        {
          ends: [
            ['hub', 'e0'],
            ['n', 'e'],
          ],
        },
      ],
    };
    expect(await bench('g.json', graph)).toMatchObject({
      code: 2,
      complaints: 'a router of the graph has 40 interfaces; no model of ios has as many ports\n',
    });
  });

  it('exit 1 when not every router gets every route', async () => {
    // The far loopback lies in a prefix that both have on a link of their own: nobody may learn it from the other.
    const graph = {
      routers: {
        a: { loopback: '10.255.0.1/32', interfaces: { e: '10.0.0.1/30' } },
        b: { loopback: '10.255.0.2/32', interfaces: { e: '10.0.1.1/30' } },
      },
      links: [
        {
          ends: [
            ['a', 'e'],
            ['b', 'e'],
          ],
        },
      ],
    };
    const { code, out, complaints } = await bench('g.json', graph);
    expect([code, out]).toEqual([1, '@mark boot\n']);
    expect(complaints).toBe('after 30 minutes of lab time 2 of 2 routers lack routes; the first, a, 10.255.0.2/32\n');
  });
});

describe('what a router must know', () => {
  it('is the cheapest way to everything that is not its own', () => {
    const graph = readGraph(JSON.stringify(ring(4)));
    if (!graph.ok) throw new Error(graph.error);
    const all = wantedBy(graph.value, graph.value.links, 5);
    // n0 - n1 - n2 - n3 - n0, each link 10; links are numbered like the routers that they begin at.
    expect(Object.fromEntries(all.get('n0') ?? [])).toEqual({
      '10.255.0.2/32': 15,
      '10.255.0.3/32': 25,
      '10.255.0.4/32': 15,
      '10.64.0.4/30': 20,
      '10.64.0.8/30': 20,
    });
    const cut = wantedBy(graph.value, graph.value.links.slice(1), 5);
    expect(cut.get('n0')?.get('10.255.0.2/32')).toBe(35);
    expect([...(cut.get('n0')?.keys() ?? [])]).not.toContain('10.64.0.0/30');
  });
});
