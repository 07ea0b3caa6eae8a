import { describe, expect, it } from 'vitest';
import { seconds } from '../../../src/sim/time.ts';
import { isisConfig, netOf } from '../../harness/isis.ts';
import { Topology } from '../../harness/topology.ts';

describe('two routers', () => {
  it('p2p', () => {
    const t = new Topology({
      devices: {
        r1: {
          interfaces: { e0: '10.0.0.1/30', lo0: '1.1.1.1/32' },
          isis: [isisConfig({ net: netOf('49.0001', 1), circuits: { e0: { p2p: true }, lo0: {} } })],
        },
        r2: {
          interfaces: { e0: '10.0.0.2/30', lo0: '2.2.2.2/32' },
          isis: [isisConfig({ net: netOf('49.0001', 2), circuits: { e0: { p2p: true }, lo0: {} } })],
        },
      },
      cables: ['r1 e0 - r2 e0'],
    });
    t.run(seconds(60));
    console.log(t.table('r1'), t.table('r2'), t.said('r1'), t.device('r1').ask('isis.instances', {})[0]?.drops);
  });
  it('lan', () => {
    const t = new Topology({
      devices: {
        r1: {
          interfaces: { e0: '10.0.0.1/30', lo0: '1.1.1.1/32' },
          isis: [isisConfig({ net: netOf('49.0001', 1), circuits: { e0: {}, lo0: {} } })],
        },
        r2: {
          interfaces: { e0: '10.0.0.2/30', lo0: '2.2.2.2/32' },
          isis: [isisConfig({ net: netOf('49.0001', 2), circuits: { e0: {}, lo0: {} } })],
        },
      },
      cables: ['r1 e0 - r2 e0'],
    });
    t.run(seconds(60));
    console.log(t.table('r1'), t.table('r2'), t.said('r1'), t.device('r1').ask('isis.instances', {})[0]?.drops);
    console.log(
      t
        .device('r1')
        .ask('isis.database', { level: 1 })[0]
        ?.lsps.map((l) => `${l.id} ${l.sequence} ${JSON.stringify(l.tlvs.map((t) => t.kind))}`),
    );
  });
});
