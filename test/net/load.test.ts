// Rates that forget.

import { expect, it } from 'vitest';
import { LoadMeter, NO_LOAD } from '../../src/net/load.ts';
import { seconds } from '../../src/sim/time.ts';

it('begins at nothing', () => {
  expect(new LoadMeter().at(seconds(100))).toEqual(NO_LOAD);
});

it('settles at a steady rate', () => {
  const meter = new LoadMeter();
  for (let i = 0; i <= 3600; i++) meter.count(seconds(i), 'in', 125);
  // 125 bytes each second for an hour: a thousand bits.
  const { inBits, inPackets, outBits } = meter.at(seconds(3600));
  expect(Math.round(inBits / 10)).toBe(100);
  expect(inPackets).toBeCloseTo(1, 2);
  expect(outBits).toBe(0);
});

it('forgets: after five minutes 37 of 100 are left', () => {
  const meter = new LoadMeter();
  meter.count(seconds(10), 'out', 1_000_000);
  const before = meter.at(seconds(10)).outBits;
  expect(meter.at(seconds(310)).outBits / before).toBeCloseTo(1 / Math.E, 6);
  // Looking at it changes nothing.
  expect(meter.at(seconds(10)).outBits).toBe(before);
});
