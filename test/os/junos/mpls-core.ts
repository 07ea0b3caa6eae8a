// Routers in a row with labels between them, as people configure them.

import { type RouterSpec, Routers } from './routers.ts';

/** One router of the row: `10.254.1.N` on its loopback, `10.1.N-1.2` and `10.1.N.1` towards its neighbors. */
export const coreConfig = (n: number, last: number, ...more: readonly string[]): string => {
  const others = Array.from({ length: last }, (_, i) => i + 1).filter((other) => other !== n);
  const gateway = (other: number): string => (other > n ? `10.1.${n}.2` : `10.1.${n - 1}.1`);
  return [
    `set interfaces lo0 unit 0 family inet address 10.254.1.${n}/32`,
    `set interfaces ge-0/0/0 unit 0 family inet address 10.1.${n - 1}.2/30`,
    `set interfaces ge-0/0/1 unit 0 family inet address 10.1.${n}.1/30`,
    ...['ge-0/0/0', 'ge-0/0/1'].flatMap((port) => [
      `set interfaces ${port} unit 0 family mpls`,
      `set protocols mpls interface ${port}.0`,
      `set protocols ldp interface ${port}.0`,
    ]),
    ...others.map((other) => `set routing-options static route 10.254.1.${other}/32 next-hop ${gateway(other)}`),
    `set routing-options router-id 10.254.1.${n}`,
    ...more,
  ].join('\n');
};

/** `R1 - R2 - …`, all Junos; `more` by router. */
export function junosCore(count = 3, more: Readonly<Record<string, readonly string[]>> = {}): Routers {
  const names = Array.from({ length: count }, (_, i) => `R${i + 1}`);
  const specs = Object.fromEntries(
    names.map((name, i): [string, RouterSpec] => [name, { set: coreConfig(i + 1, count, ...(more[name] ?? [])) }]),
  );
  const cables = names.slice(1).map((name, i) => `R${i + 1} ge-0/0/1 - ${name} ge-0/0/0`);
  return new Routers(specs, cables);
}
