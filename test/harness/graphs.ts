// Graphs of routers as `labelstack bench` reads them: rings and grids, a /30 a link from 10.64.0.0 on.

import type { Ip4 } from '../../src/base/ip.ts';
import { ip4Text } from '../../src/base/ip.ts';

export interface GraphFile {
  readonly routers: Readonly<
    Record<string, { readonly loopback: string; readonly interfaces: Record<string, string> }>
  >;
  readonly links: readonly { readonly ends: readonly (readonly [string, string])[]; readonly cost: number }[];
}

const FIRST_LINK = 0x0a400000;
const FIRST_LOOPBACK = 0x0aff0001;

function graph(names: readonly string[], cables: readonly (readonly [string, string])[]): GraphFile {
  const routers: Record<string, { loopback: string; interfaces: Record<string, string> }> = {};
  names.forEach((name, i) => {
    routers[name] = { loopback: `${ip4Text((FIRST_LOOPBACK + i) as Ip4)}/32`, interfaces: {} };
  });
  const links = cables.map((cable, i) => ({
    ends: cable.map((name, side): readonly [string, string] => {
      const faces = routers[name]?.interfaces ?? {};
      const port = `eth${Object.keys(faces).length}`;
      faces[port] = `${ip4Text((FIRST_LINK + 4 * i + 1 + side) as Ip4)}/30`;
      return [name, port];
    }),
    cost: 10,
  }));
  return { routers, links };
}

export function ring(size: number): GraphFile {
  const names = Array.from({ length: size }, (_, i) => `n${i}`);
  return graph(
    names,
    names.map((name, i) => [name, names[(i + 1) % size] as string]),
  );
}

export function grid(columns: number, rows: number): GraphFile {
  const cells = Array.from({ length: columns * rows }, (_, i) => [i % columns, Math.floor(i / columns)] as const);
  const name = (x: number, y: number): string => `n${x}x${y}`;
  const cables = cells.flatMap(([x, y]) => [
    ...(x + 1 < columns ? [[name(x, y), name(x + 1, y)] as const] : []),
    ...(y + 1 < rows ? [[name(x, y), name(x, y + 1)] as const] : []),
  ]);
  return graph(
    cells.map(([x, y]) => name(x, y)),
    cables,
  );
}
