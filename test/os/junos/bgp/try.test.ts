import { it } from 'vitest';
import { seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';

it('tries', () => {
  const routers = new Routers(
    {
      R1: {
        set: `set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.1/30
set interfaces lo0 unit 0 family inet address 10.255.0.1/32
set routing-options autonomous-system 65001
set routing-options static route 172.16.1.0/24 discard
set policy-options policy-statement out term a from protocol static
set policy-options policy-statement out term a then accept
set protocols bgp group pe type external
set protocols bgp group pe export out
set protocols bgp group pe neighbor 10.0.12.2 peer-as 65002
`,
      },
      R2: {
        set: `set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.2/30
set interfaces ge-0/0/1 unit 0 family inet address 10.0.23.1/30
set interfaces lo0 unit 0 family inet address 10.255.0.2/32
set routing-options autonomous-system 65002
set protocols bgp group ce peer-as 65001
set protocols bgp group ce neighbor 10.0.12.1 hold-time 30
set routing-options static route 10.255.0.3/32 next-hop 10.0.23.2
set protocols bgp group ibgp type internal
set protocols bgp group ibgp local-address 10.255.0.2
set protocols bgp group ibgp neighbor 10.255.0.3
set policy-options policy-statement nhs then next-hop self
set protocols bgp group ibgp export nhs
`,
      },
      R3: {
        set: `set interfaces ge-0/0/0 unit 0 family inet address 10.0.23.2/30
set interfaces lo0 unit 0 family inet address 10.255.0.3/32
set routing-options autonomous-system 65002
set routing-options static route 10.255.0.2/32 next-hop 10.0.23.1
set protocols bgp group ibgp type internal
set protocols bgp group ibgp local-address 10.255.0.3
set protocols bgp group ibgp neighbor 10.255.0.2
`,
      },
    },
    ['R1 ge-0/0/0 - R2 ge-0/0/0', 'R2 ge-0/0/1 - R3 ge-0/0/0'],
  ).run(seconds(60));
  for (const [r, line] of [
    ['R1', 'show route'],
    ['R2', 'show route'],
    ['R3', 'show route'],
    ['R3', 'show route hidden'],
    ['R2', 'show route protocol bgp detail'],
    ['R3', 'show route protocol bgp detail'],
  ] as const)
    console.log(r, line, '\n', routers.type(r, line));
  console.log(JSON.stringify(routers.box('R2').router().ask('bgp.peers', {}), undefined, 1).slice(0, 6000));
});
