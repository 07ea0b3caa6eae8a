// Labelled frames that were damaged on the way: nothing falls over, everything that is dropped is counted.

import { expect, it } from 'vitest';
import { present } from '../../../src/base/must.ts';
import { makeRng } from '../../../src/base/rng.ts';
import type { PortName } from '../../../src/sim/node.ts';
import { millis, seconds } from '../../../src/sim/time.ts';
import { ROUNDS } from '../../fuzz/dice.ts';
import { likeIos } from '../../harness/ldp.ts';
import { chain } from '../../harness/mpls-chain.ts';
import { ip } from '../../harness/routes.ts';
import { drops, onLabel } from './static-lsp.ts';

it('twenty thousand of them', () => {
  const net = chain({ length: 4, ldp: likeIos }).run(seconds(2));
  onLabel(net, 'r2', 900, 'vrf:default');
  onLabel(net, 'r2', 901, 'e1>10.0.2.3 untagged');
  onLabel(net, 'r2', 902, 'e1>10.0.2.3 30 31');
  // What r1 sends to r2, as it is: pings, traces, echo requests.
  const samples: Uint8Array[] = [];
  const tap = {
    sent: (_: unknown, __: unknown, from: { node: string }, { bytes }: { bytes: Uint8Array }) => {
      if (from.node === 'r1' && bytes[12] === 0x88 && bytes[13] === 0x47) samples.push(bytes.slice());
    },
  };
  net.world.watch(tap as never);
  net.ping('r1', '4.4.4.4', { from: '1.1.1.1' });
  net.trace('r1', '4.4.4.4', { from: ip('1.1.1.1') });
  net.world.unwatch(tap as never);
  expect(samples.length).toBeGreaterThan(5);
  const rng = makeRng(17);
  const r2 = net.device('r2');
  for (let i = 0; i < 20_000 * ROUNDS; i++) {
    const bytes = present(samples[rng.below(samples.length)], 'a frame').slice(
      0,
      rng.below(8) === 0 ? 14 + rng.below(40) : undefined,
    );
    if (rng.below(3) === 0 && bytes.length >= 18) {
      const label = 896 + rng.below(8);
      bytes.set([label >>> 12, (label >>> 4) & 255, ((label & 15) << 4) | rng.below(2)], 14);
    }
    // The Ethernet header stays, so that the damage reaches the labels and what is below them.
    for (let n = 1 + rng.below(3); n > 0 && bytes.length > 14; n--)
      bytes[14 + rng.below(bytes.length - 14)] = rng.below(256);
    r2.receive('e0' as PortName, { bytes });
    if (i % 1000 === 0) net.run(millis(1));
  }
  expect(Object.keys(drops(net, 'r2')).filter((reason) => reason.startsWith('mpls ')).length).toBeGreaterThan(4);
  net.run(seconds(5));
  expect(net.ping('r1', '4.4.4.4', { from: '1.1.1.1' })).toBe(5);
});
