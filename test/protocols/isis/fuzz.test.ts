// Broken packets into a running router: it stays what it is, counts every one, and forgets them.

import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../src/base/bytes.ts';
import { present } from '../../../src/base/must.ts';
import { makeRng } from '../../../src/base/rng.ts';
import { LLC_HEADER } from '../../../src/protocols/isis/iana.ts';
import { sealLsp } from '../../../src/protocols/isis/packet/pdu.ts';
import { seconds } from '../../../src/sim/time.ts';
import { ROUNDS } from '../../fuzz/dice.ts';
import { IsisLab } from '../../harness/isis-lab.ts';
import frr from './golden/frr-pdus.json' with { type: 'json' };

/** A frame as the link carries it, from a neighbour or from nobody. */
function frameOf(pdu: Uint8Array, from: number): Uint8Array {
  const frame = new Uint8Array(14 + LLC_HEADER.length + pdu.length);
  frame.set([0x01, 0x80, 0xc2, 0, 0, 0x15]);
  for (let i = 0; i < 6; i++) frame[6 + i] = Math.floor(from / 2 ** (8 * (5 - i))) & 0xff;
  frame[12] = (LLC_HEADER.length + pdu.length) >>> 8;
  frame[13] = (LLC_HEADER.length + pdu.length) & 0xff;
  frame.set(LLC_HEADER, 14);
  frame.set(pdu, 17);
  return frame;
}

describe('thirty thousand mutated packets', () => {
  it.each(['point-to-point', 'broadcast'] as const)('on a %s link', (network) => {
    const lab = new IsisLab({ r1: {}, r2: {} }, [{ on: 'r1 r2', network }]).run();
    const before = lab.routes('r1');
    const seeds: Uint8Array[] = frr.pdus.map((hex) => present(fromHex(hex), 'hex'));
    // Own packets too: those of a neighbour that is known.
    const neighbour = 0x020000000200;
    for (const row of lab.ask('r1', 'isis.database')) expect(row.lsps.length).toBeGreaterThan(1);
    const rng = makeRng(Number(process.env['FUZZ_SEED'] ?? 1));
    const device = lab.topology.device('r1');
    const port = 'e0' as never;
    const dropsBefore = total(lab);
    for (let i = 0; i < 15_000 * ROUNDS; i++) {
      const pdu = (seeds[rng.below(seeds.length)] as Uint8Array).slice();
      for (let k = 1 + rng.below(3); k > 0; k--) pdu[rng.below(pdu.length)] = rng.below(256);
      // Half of the LSPs add up all the same: their faults lie deeper.
      if ((pdu[4] === 18 || pdu[4] === 20) && rng.below(2) === 0) sealLsp(pdu);
      const cut = rng.below(10) === 0 ? pdu.subarray(0, rng.below(pdu.length)) : pdu;
      device.receive(port, { bytes: frameOf(cut, rng.below(4) === 0 ? 0x02aabbccddee : neighbour) } as never);
      if (i % 5000 === 0) lab.topology.run(seconds(1));
    }
    // Every one of the many that cannot be right was counted, by reason.
    expect(total(lab) - dropsBefore).toBeGreaterThan(7_000);
    expect(Object.keys(lab.drops('r1')).length).toBeLessThan(40);
    // A neighbour that was made up is missed in time, and what it said runs out.
    lab.run(seconds(300));
    expect(lab.neighbours('r1').filter((one) => one.endsWith('r2 Up'))).not.toEqual([]);
    for (const route of before) expect(lab.routes('r1')).toContain(route);
    lab.run(seconds(1300));
    const left = lab.ask('r1', 'isis.database').flatMap((row) => row.lsps);
    const known = left.filter((lsp) => lsp.receivedLifetime <= 1200).map((lsp) => lsp.id.slice(0, 14));
    expect(new Set(known)).toEqual(new Set(['0000.0000.0001', '0000.0000.0002']));
  });
});

const total = (lab: IsisLab): number => Object.values(lab.drops('r1')).reduce((sum, count) => sum + count, 0);
