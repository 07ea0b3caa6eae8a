// The map: where devices go, what is drawn between them, and that nothing is drawn over a name.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceFacts, LinkFacts, LinkState } from '../../src/tui/front-desk.ts';
import { drawMap, shortPort } from '../../src/tui/map-drawing.ts';
import { layOut } from '../../src/tui/map-layout.ts';

const device = (name: string, at?: readonly [number, number]): DeviceFacts => ({
  name,
  os: 'ios',
  powered: true,
  at,
  login: undefined,
});
const cable = (id: string, a: string, b: string, state: LinkState = 'up'): LinkFacts => ({
  id,
  kind: 'cable',
  state,
  ends: [a, b].map((end) => ({ device: end.split(':')[0] as string, port: end.split(':')[1] as string })),
});

function draw(
  devices: readonly DeviceFacts[],
  links: readonly LinkFacts[],
  size: readonly [number, number],
  chosen: { readonly device?: string; readonly link?: string; readonly ascii?: boolean } = {},
): string[] | undefined {
  const facts = { devices, links, device: chosen.device, link: chosen.link };
  return drawMap(facts, size[0], size[1], chosen.ascii ?? false)?.map((line) => line.map(({ text }) => text).join(''));
}

describe('the map', () => {
  const pair = [device('r1', [0, 0]), device('r2', [1, 0])];

  it('draws a cable between two devices, with its ports', () => {
    expect(draw(pair, [cable('a', 'r1:GigabitEthernet0/0', 'r2:ge-0/0/0')], [40, 3])).toEqual([
      ' ┌────┐                          ┌────┐ ',
      ' │ r1 │─Gi0/0───────────ge-0/0/0─│ r2 │ ',
      ' └────┘                          └────┘ ',
    ]);
  });

  it('tells a cable that is cut from one that is down, without colour', () => {
    const [, down] = draw(pair, [cable('a', 'r1:x', 'r2:y', 'down')], [30, 3]) as string[];
    const [, cut] = draw(pair, [cable('a', 'r1:x', 'r2:y', 'cut')], [30, 3]) as string[];
    expect(down).toBe(' │ r1 │╌x╌╌╌╌╌╌╌╌╌╌╌╌y╌│ r2 │ ');
    expect(cut).toBe(' │ r1 │╌x╌╌╌╌╌╌✕╌╌╌╌╌y╌│ r2 │ ');
  });

  it('draws in ASCII where there is nothing else', () => {
    const lines = draw(pair, [cable('a', 'r1:x', 'r2:y', 'cut')], [30, 3], { ascii: true }) as string[];
    expect(lines[1]).toBe(' | r1 |.x......x.....y.| r2 | ');
    expect(lines.join('')).toMatch(/^[ -~]*$/);
  });

  it('keeps two cables between the same two apart', () => {
    const lines = draw(pair, [cable('a', 'r1:x', 'r2:y'), cable('b', 'r1:v', 'r2:w', 'down')], [30, 3]) as string[];
    expect(lines[1]).toBe(' │ r1 │─x────────────y─│ r2 │ ');
    expect(lines[2]).toBe(' └────┘╌v╌╌╌╌╌╌╌╌╌╌╌╌w╌└────┘ ');
  });

  it('shows where cables cross', () => {
    const four = [device('a', [1, 0]), device('b', [1, 2]), device('c', [0, 1]), device('d', [2, 1])];
    const lines = draw(four, [cable('1', 'a:x', 'b:x'), cable('2', 'c:x', 'd:x')], [31, 11]) as string[];
    expect(lines[5]).toContain('┼');
    expect(lines[4]?.[15]).toBe('│');
  });

  it('gives a LAN a middle of its own', () => {
    const lan: LinkFacts = {
      id: 'lan',
      kind: 'lan',
      state: 'up',
      ends: ['a', 'b', 'c'].map((name) => ({ device: name, port: 'x' })),
    };
    const text = draw([device('a', [0, 0]), device('b', [0, 2]), device('c', [2, 1])], [lan], [50, 15])?.join('\n');
    expect(text).toContain('(lan)');
    for (const name of ['a', 'b', 'c']) expect(text).toContain(`│ ${name} │`);
  });

  it('takes the borders away before it gives up, and then says that it does not fit', () => {
    const three = [device('r1', [0, 0]), device('r2', [0, 1]), device('r3', [0, 2])];
    expect(draw(three, [], [12, 5])?.map((line) => line.trim())).toEqual(['[r1]', '', '[r2]', '', '[r3]']);
    expect(draw(three, [], [12, 2])).toBeUndefined();
    expect(draw(three, [], [5, 20])).toBeUndefined();
  });

  it('shows the chosen device and cable', () => {
    const facts = { devices: pair, links: [cable('a', 'r1:x', 'r2:y')], device: 'r2', link: 'a' };
    const row = drawMap(facts, 30, 3, false)?.[1] ?? [];
    const selected = row.filter(({ style }) => style === 'selected').map(({ text }) => text);
    expect(selected).toEqual(['─x────────────y─', 'r2']);
  });

  it('writes every name in full, whatever the network, or does not fit', () => {
    const network = fc.record({
      count: fc.integer({ min: 1, max: 12 }),
      links: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 20 }),
      placed: fc.array(fc.tuple(fc.integer({ min: -3, max: 5 }), fc.integer({ min: 0, max: 4 })), { maxLength: 3 }),
      size: fc.tuple(fc.integer({ min: 1, max: 130 }), fc.integer({ min: 1, max: 50 })),
    });
    fc.assert(
      fc.property(network, ({ count, links, placed, size }) => {
        const places = new Map(placed.map((at) => [at.join(), at]));
        const at = [...places.values()];
        const devices = Array.from({ length: count }, (_, index) => device(`dev${index}`, at[index]));
        const cables = links.map(([a, b], index) => cable(`l${index}`, `dev${a % count}:p`, `dev${b % count}:q`));
        const lines = draw(devices, cables, size);
        if (lines === undefined) return;
        expect(lines).toHaveLength(size[1]);
        for (const line of lines) expect([...line]).toHaveLength(size[0]);
        for (const { name } of devices) expect(lines.join('\n')).toMatch(new RegExp(`[│\\[] ?${name} ?[│\\]]`));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a layout of its own', () => {
  it('puts a chain in a row of neighbours, the same each time', () => {
    const links = [0, 1, 2].map((index) => [index, index + 1] as const);
    const once = layOut([undefined, undefined, undefined, undefined], links);
    expect(layOut([undefined, undefined, undefined, undefined], links)).toEqual(once);
    const far = (a: number, b: number): number =>
      Math.hypot((once[a]?.x ?? 0) - (once[b]?.x ?? 0), (once[a]?.y ?? 0) - (once[b]?.y ?? 0));
    for (const [a, b] of links) expect(far(a, b)).toBeLessThan(far(0, 3));
  });

  it('leaves devices where the lab put them', () => {
    expect(
      layOut(
        [
          [2, 1],
          [4, 1],
          [3, 3],
        ],
        [],
      ),
    ).toEqual([
      { x: 0, y: 0 },
      { x: 2, y: 0 },
      { x: 1, y: 2 },
    ]);
  });

  it('gives no two devices the same place', () => {
    const places = layOut(Array<undefined>(30).fill(undefined), []);
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(30);
  });
});

it('shortens port names as routers do', () => {
  expect(shortPort('GigabitEthernet0/1')).toBe('Gi0/1');
  expect(shortPort('Loopback0')).toBe('Lo0');
  expect(shortPort('ge-0/0/0')).toBe('ge-0/0/0');
  expect(shortPort('eth0')).toBe('eth0');
});
