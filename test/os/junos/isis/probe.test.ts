import { it } from 'vitest';
import { seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';
import { link, loopback } from './network.ts';

it('x', () => {
  const routers = new Routers(
    {
      R1: { set: loopback(1) + link('ge-0/0/0', '10.0.12.1/30') + link('ge-0/0/1', '10.0.13.1/30', 'point-to-point') },
      R2: { set: loopback(2) + link('ge-0/0/0', '10.0.12.2/30') },
      R3: { set: loopback(3, '49.0003') + link('ge-0/0/0', '10.0.13.2/30', 'point-to-point') },
    },
    ['R1 ge-0/0/0 - R2 ge-0/0/0', 'R1 ge-0/0/1 - R3 ge-0/0/0'],
  ).run(seconds(80));
  console.log(routers.type('R1', 'show route protocol isis | no-more'));
  console.log(routers.type('R1', 'show route 10.255.0.2 detail | no-more'));
  console.log(routers.type('R3', 'show route | no-more'));
  const r = routers.box('R1').router();
  console.log(
    r
      .ask('isis.adjacencies', {})
      .map(({ system, on, state, levels, lanId, circuitId }) => ({ system, on, state, levels, lanId, circuitId })),
  );
  console.log(JSON.stringify(r.ask('isis.database', { level: 2 })[0]?.lsps[0]?.tlvs.map((t) => t.kind)));
  for (const c of [
    'adjacency',
    'adjacency detail',
    'adjacency extensive',
    'interface',
    'interface detail',
    'interface extensive',
    'database',
    'database detail',
    'database R1.00-00 extensive',
    'hostname',
    'route',
    'spf log',
    'spf results',
    'spf brief',
    'statistics',
    'overview',
    'authentication',
  ])
    console.log(`> ${c}\n` + routers.type('R1', `show isis ${c} | no-more`));
  console.log(routers.box('R1').log.map((x) => x.text));
});
