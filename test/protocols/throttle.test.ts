// Waits that grow while the network does not come to rest, and begin anew when it has.

import { describe, expect, it } from 'vitest';
import { Throttle, type ThrottleConfig } from '../../src/protocols/common/throttle.ts';
import { type Micros, millis, plus, seconds, ZERO } from '../../src/sim/time.ts';

/** Asks for work at each of these seconds (in order, while none waits), and gives the seconds at which it was done. */
function runsOf(config: ThrottleConfig, asked: readonly number[]): readonly number[] {
  const throttle = new Throttle(config);
  const runs: number[] = [];
  let busyUntil: Micros = ZERO;
  for (const at of asked.map(seconds)) {
    if (at < busyUntil) continue;
    busyUntil = plus(at, throttle.wait(at));
    throttle.ran(busyUntil);
    runs.push(busyUntil / 1e6);
  }
  return runs;
}

describe('doubling waits', () => {
  const config: ThrottleConfig = { kind: 'doubling', initial: millis(50), second: millis(200), maximum: seconds(5) };

  it('run soon, then after the second wait, then after twice the last one, at most the longest', () => {
    const everyTenMillis = Array.from({ length: 3000 }, (_, i) => i / 100);
    expect(runsOf(config, everyTenMillis).slice(0, 9)).toEqual([
      0.05, 0.25, 0.65, 1.45, 3.05, 6.25, 11.25, 16.25, 21.25,
    ]);
  });
  it('an answer to a change that comes after the wait is over is not delayed more than the first', () => {
    expect(runsOf(config, [0, 3])).toEqual([0.05, 3.05]);
  });
  it('begin anew after twice the longest wait', () => {
    expect(runsOf(config, [0, 0.06, 0.3, 20, 20.06])).toEqual([0.05, 0.25, 0.65, 20.05, 20.25]);
  });
});

describe('quick runs', () => {
  const config: ThrottleConfig = { kind: 'rapid', delay: millis(200), runs: 3, pause: seconds(5) };

  it('come after the delay so many times, then after the pause', () => {
    const everyTenMillis = Array.from({ length: 1500 }, (_, i) => i / 100);
    expect(runsOf(config, everyTenMillis)).toEqual([0.2, 0.4, 0.6, 5.6, 10.6, 15.6]);
  });
  it('come again after a pause in which nothing was asked for', () => {
    expect(runsOf(config, [0, 1, 2, 9, 10, 11, 11.5])).toEqual([0.2, 1.2, 2.2, 9.2, 10.2, 11.2, 16.2]);
  });
});
