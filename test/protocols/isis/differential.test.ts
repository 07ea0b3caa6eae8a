// A hundred random networks: what routers find out by packets is what the drawing says.

import { describe, expect, it } from 'vitest';
import { makeRng } from '../../../src/base/rng.ts';
import { seconds } from '../../../src/sim/time.ts';
import { IsisLab, type LinkSpec, type RouterSpec } from '../../harness/isis-lab.ts';
import { type Drawn, Oracle } from './oracle.ts';

const LEAK_UP = { from: 1, to: 2, policy: undefined, external: true } as const;
const LEAK_DOWN = { from: 2, to: 1, policy: undefined, external: true } as const;

function draw(seed: number): Drawn {
  const rng = makeRng(seed).stream('network');
  const chance = (percent: number): boolean => rng.below(100) < percent;
  const pick = <T>(list: readonly T[]): T => list[rng.below(list.length)] as T;
  const count = 4 + rng.below(5);
  const names = Array.from({ length: count }, (_, i) => `r${i + 1}`);
  const routers = Object.fromEntries(
    names.map((name): [string, RouterSpec] => [
      name,
      {
        area: pick(['49.0001', '49.0002']),
        levels: pick([[1], [1, 2], [1, 2], [1, 2], [2]] as const),
        leaks: chance(30) ? [LEAK_UP, LEAK_DOWN] : [LEAK_UP],
        overload: { when: chance(12) ? 'always' : 'never', suppress: [], highMetrics: false },
      },
    ]),
  );
  const metric = (): number => 1 + rng.below(chance(50) ? 3 : 30);
  const link = (on: readonly string[], p2p: boolean): LinkSpec => ({
    on: on.join(' '),
    p2p,
    metric: metric(),
    ends: chance(30) ? { [on[0] as string]: { metric: metric() } } : {},
  });
  const links: LinkSpec[] = names.slice(1).map((name, i) => link([pick(names.slice(0, i + 1)), name], chance(60)));
  for (let i = rng.below(count); i > 0; i--) {
    const a = pick(names);
    const b = pick(names);
    if (a !== b) links.push(link([a, b], chance(60)));
  }
  if (chance(40)) links.push(link(names.filter(() => chance(60)).slice(0, 4), false));
  return { routers, links: links.filter((one) => one.on.includes(' ')) };
}

describe('random networks', () => {
  const seeds = Array.from({ length: 100 }, (_, i) => i + 1);
  it.each(seeds)('network %i', (seed) => {
    const drawn = draw(seed);
    const lab = new IsisLab(drawn.routers, drawn.links, seed).run(seconds(90));
    const expected = new Oracle(drawn).routes();
    for (const name of lab.names)
      expect([name, [...lab.routes(name)].sort()]).toEqual([name, [...(expected[name] ?? [])].sort()]);
  });

  it.each(seeds.slice(0, 15))('network %i, after links were cut', (seed) => {
    const drawn = draw(seed);
    const lab = new IsisLab(drawn.routers, drawn.links, seed).run(seconds(90));
    const cut = drawn.links.findIndex((link) => link.on.split(' ').length === 2);
    lab.topology.cut(cut);
    lab.run(seconds(60));
    // A cable that is cut takes the prefix of its link with it.
    const links = drawn.links.map((link, i) => (i === cut ? { ...link, on: 'nobody' } : link));
    const expected = new Oracle({ routers: drawn.routers, links }).routes();
    for (const name of lab.names)
      expect([name, [...lab.routes(name)].sort()]).toEqual([name, [...(expected[name] ?? [])].sort()]);
  });
});
