import { it } from 'vitest';
import { junosCore } from './os/junos/mpls-core.ts';
import { seconds } from '../src/sim/time.ts';
it('x', () => {
  const core = junosCore(4).run(seconds(40));
  const see = (r: string, c: string) => console.log(r + '> ' + c + '\n' + core.type(r, c));
  for (const c of ['show route forwarding-table family mpls', 'show route forwarding-table label 299776', 'show route table mpls.0 label 299776 extensive', 'show route label 299808', 'show ldp neighbor detail', 'show route forwarding-table destination 10.254.1.4']) see('R2', c + ' | no-more');
  core.type('R2', 'clear ldp session all'); core.run(seconds(30)); see('R1', 'show log messages | match LDP'); see('R2', 'show ldp session detail | match "flaps|Reason"'); see('R1', 'traceroute mpls ldp 10.254.1.4');
});
