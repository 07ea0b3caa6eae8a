// Junos routers that speak IS-IS: what their configurations have in common.

const hex = (n: number): string => String(n).padStart(4, '0');

/** `set` lines of a router's loopback and title: 10.255.0.n, system 0000.0000.000n. */
export const loopback = (n: number, area = '49.0001'): string => `
set interfaces lo0 unit 0 family inet address 10.255.0.${n}/32
set interfaces lo0 unit 0 family iso address ${area}.0000.0000.${hex(n)}.00
set protocols isis interface lo0.0
`;

/** `set` lines of a link. `more`: what stands below `protocols isis interface`. */
export const link = (port: string, address: string, ...more: readonly string[]): string =>
  [
    `set interfaces ${port} unit 0 family inet address ${address}`,
    `set interfaces ${port} unit 0 family iso`,
    `set protocols isis interface ${port}.0`,
    ...more.map((line) => `set protocols isis interface ${port}.0 ${line}`),
    '',
  ].join('\n');
