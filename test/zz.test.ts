import { it } from 'vitest';
import { junosCore } from './os/junos/mpls-core.ts';
import { seconds } from '../src/sim/time.ts';
import { MAIN } from '../src/route/names.ts';
it('x', () => {
  const core = junosCore(3).run(seconds(40));
  for (const c of ['show route table inet.3', 'show route', 'traceroute 10.254.1.3 source 10.254.1.1', 'ping 10.254.1.3 count 2', 'show log messages', 'show route table inet.3 extensive']) console.log(c + '\n' + core.type('R1', c));
  const r = core.box('R2').router();
  console.log(JSON.stringify(r.ask('ldp.neighbors', {vrf: MAIN}).map((n: any) => [n.lsr, n.state, n.addresses])), JSON.stringify(r.ask('lfib', {})));
  console.log(JSON.stringify(r.ask('ldp.bindings', {vrf: MAIN})));
});
