// To whom routes are told again: a star of six routers, two ASs.
// Capture: lab-validation snapshot junos_ebgp_loop_prevention (vQFX, Junos 17.4R1): its BGP statements and policies, with other
// names of ports, and what `show route protocol bgp` had on each router.

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';

const LOCAL = `set policy-options policy-statement SEND_LOCAL_ROUTES term 1 from interface lo0.0
set policy-options policy-statement SEND_LOCAL_ROUTES term 1 then accept
`;

/** An edge of the star, in AS 65001. */
const edge = (
  subnet: string,
  n: number,
  ...more: readonly string[]
): string => `set interfaces ge-0/0/0 unit 0 family inet address ${subnet}.${n === 1 ? 1 : 2}/24
set interfaces lo0 unit 0 family inet address 192.168.123.${n}/32
set routing-options autonomous-system 65001
set protocols bgp group D2 neighbor ${subnet}.${n === 1 ? 2 : 1} export SEND_LOCAL_ROUTES
set protocols bgp group D2 neighbor ${subnet}.${n === 1 ? 2 : 1} peer-as 65002
${LOCAL}${more.join('\n')}`;

const D2 = `set interfaces ge-0/0/0 unit 0 family inet address 10.12.0.2/24
set interfaces ge-0/0/1 unit 0 family inet address 10.23.10.1/24
set interfaces ge-0/0/2 unit 0 family inet address 10.24.20.1/24
set interfaces ge-0/0/3 unit 0 family inet address 10.25.30.1/24
set interfaces ge-0/0/4 unit 0 family inet address 10.26.40.1/24
set interfaces ge-0/0/7 unit 0 family inet address 192.168.122.2/24
set interfaces lo0 unit 0 family inet address 192.168.123.2/32
set routing-options autonomous-system 65002
set protocols bgp export SEND_LOCAL_ROUTES
set protocols bgp group D1 neighbor 10.12.0.1 import PP_222_IN
set protocols bgp group D1 neighbor 10.12.0.1 peer-as 65001
set protocols bgp group D3 neighbor 10.23.10.2 peer-as 65001
set protocols bgp group D4 neighbor 10.24.20.2 peer-as 65001
set protocols bgp group D5 advertise-peer-as
set protocols bgp group D5 neighbor 10.25.30.2 peer-as 65001
set protocols bgp group D6 advertise-peer-as
set protocols bgp group D6 neighbor 10.26.40.2 peer-as 65001
set policy-options prefix-list PP_222_IN 192.168.123.222/32
set policy-options policy-statement PP_222_IN term 1 from prefix-list PP_222_IN
set policy-options policy-statement PP_222_IN term 1 then as-path-prepend 222
set policy-options policy-statement PP_222_IN term 1 then accept
set policy-options policy-statement SEND_LOCAL_ROUTES term 1 from interface ge-0/0/7.0
${LOCAL}`;

/** `prefix path` of every route of BGP. */
function routesOf(text: string): readonly string[] {
  return [...text.matchAll(/^(\S+) +\*\[BGP\/170\].*\n +AS path: ([^,]+),/gm)].map(
    ([, prefix, path]) => `${prefix} ${path}`,
  );
}

const BOTH = ['192.168.122.0/24 65002 I', '192.168.123.2/32 65002 I'];
const CAPTURED: Readonly<Record<string, readonly string[]>> = {
  // Nothing goes back to the AS that told it …
  d1: BOTH,
  d2: [
    '192.168.123.1/32 65001 I',
    '192.168.123.3/32 65001 I',
    '192.168.123.4/32 65001 I',
    '192.168.123.5/32 65001 I',
    '192.168.123.6/32 65001 I',
    '192.168.123.222/32 222 65001 I',
  ],
  // … unless another AS stands before it: d3 refuses that one (its own AS is in the path), d4 takes it.
  d3: BOTH,
  d4: [...BOTH, '192.168.123.222/32 65002 222 65001 I'],
  // Told all the same (`advertise-peer-as`), and refused as a loop: nothing of it is kept, not even hidden.
  d5: BOTH,
  d6: [
    '192.168.122.0/24 65002 I',
    '192.168.123.1/32 65002 65001 I',
    '192.168.123.2/32 65002 I',
    '192.168.123.3/32 65002 65001 I',
    '192.168.123.4/32 65002 65001 I',
    '192.168.123.5/32 65002 65001 I',
    '192.168.123.222/32 65002 222 65001 I',
  ],
};

describe('loops of ASs', () => {
  const loops = 'set protocols bgp family inet unicast loops 2';
  const routers = new Routers(
    {
      d1: { set: edge('10.12.0', 1, 'set interfaces lo0 unit 0 family inet address 192.168.123.222/32') },
      d2: { set: D2 },
      d3: { set: edge('10.23.10', 3) },
      d4: { set: edge('10.24.20', 4, loops) },
      d5: { set: edge('10.25.30', 5) },
      d6: { set: edge('10.26.40', 6, loops) },
      far: { set: 'set interfaces ge-0/0/0 unit 0 family inet address 192.168.122.3/24' },
    },
    [
      'd1 ge-0/0/0 - d2 ge-0/0/0',
      'd2 ge-0/0/1 - d3 ge-0/0/0',
      'd2 ge-0/0/2 - d4 ge-0/0/0',
      'd2 ge-0/0/3 - d5 ge-0/0/0',
      'd2 ge-0/0/4 - d6 ge-0/0/0',
      'd2 ge-0/0/7 - far ge-0/0/0',
    ],
  ).run(seconds(60));

  it.each(Object.entries(CAPTURED))('%s has the routes that it had', (name, wanted) => {
    const text = routers.type(name, 'show route protocol bgp');
    expect(routesOf(text)).toEqual(wanted);
    expect(text).toContain('0 hidden)');
  });
});
