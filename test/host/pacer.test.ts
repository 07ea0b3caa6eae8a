import { describe, expect, it } from 'vitest';
import { Pacer, type Wall } from '../../src/host/pacer.ts';
import type { Play } from '../../src/play/play.ts';
import { begin } from '../../src/play/replay.ts';
import { micros, seconds } from '../../src/sim/time.ts';
import { toyLab, toyMachinery } from '../harness/toy-system.ts';

/** A clock and a queue that move when they are told to. */
class FakeWall implements Wall {
  millis = 1_000;
  /** Wall time that every look at the clock costs: work takes time. */
  cost = 0;
  #queue: { readonly at: number; readonly then: () => void }[] = [];

  now(): number {
    this.millis += this.cost;
    return this.millis;
  }
  soon(then: () => void): unknown {
    return this.later(0, then);
  }
  later(millis: number, then: () => void): unknown {
    const entry = { at: this.millis + millis, then };
    this.#queue.push(entry);
    return entry;
  }
  cancel(handle: unknown): void {
    this.#queue = this.#queue.filter((entry) => entry !== handle);
  }
  get waiting(): number {
    return this.#queue.length;
  }
  /** Lets wall time pass, and everything that is due happen. Gives how often something was called. */
  pass(millis: number): number {
    const end = this.millis + millis;
    for (let calls = 0; ; calls++) {
      const due = this.#queue.toSorted((a, b) => a.at - b.at)[0];
      if (!due || due.at > end) {
        this.millis = Math.max(this.millis, end);
        return calls;
      }
      this.cancel(due);
      this.millis = Math.max(this.millis, due.at);
      due.then();
    }
  }
}

function paced(options: { readonly unattendedMillis?: number } = {}) {
  const begun = begin(toyLab(), toyMachinery, { from: 'start' });
  if (!begun.ok) throw new Error('no play');
  const wall = new FakeWall();
  let changes = 0;
  const pacer = new Pacer(begun.value, { wall, ...options, changed: () => changes++ });
  return { play: begun.value, wall, pacer, changes: () => changes };
}
const open = (play: Play) => play.do({ kind: 'open', device: 'a', session: 0, auto: true, rows: 24, columns: 80 });

describe('the pacer', () => {
  it('stands still until it is told to run, and costs nothing then', () => {
    const { play, wall } = paced();
    wall.pass(60_000);
    expect([play.now, wall.waiting]).toEqual([0, 0]);
  });

  it.each([1, 10, 100] as const)('keeps step with the clock, times %i', (speed) => {
    const { play, wall, pacer } = paced();
    pacer.run(speed);
    wall.pass(10_000);
    pacer.catchUp();
    expect(play.now).toBe(seconds(10 * speed));
  });

  it('wakes for the clock four times a second, and for events when they are due', () => {
    const { play, wall, pacer } = paced();
    play.advance(seconds(1));
    pacer.run(1);
    expect(wall.pass(10_000)).toBeLessThan(45);
    pacer.do({ kind: 'open', device: 'a', session: 0, auto: true, rows: 24, columns: 80 });
    expect(pacer.do({ kind: 'keys', device: 'a', session: 0, keys: 'ping 10.0.0.2 1\r' }).ok).toBe(true);
    wall.pass(5);
    // The answer comes two milliseconds later, and is not held up until the next tick.
    expect(play.now - seconds(11)).toBeGreaterThanOrEqual(2_000);
  });

  it('gives way after five milliseconds of work', () => {
    const { play, wall, pacer } = paced();
    open(play);
    play.advance(seconds(1));
    play.do({ kind: 'keys', device: 'a', session: 0, keys: 'ping 10.0.0.2\r' });
    pacer.run(100);
    wall.millis += 900;
    wall.cost = 3;
    const before = play.running.world.executed;
    wall.pass(0);
    const executed = play.running.world.executed - before;
    // Ninety seconds of lab time hold some 270 events; a look at the clock is taken every 32 of them.
    expect(executed).toBeLessThanOrEqual(64);
    expect(executed).toBeGreaterThan(0);
    expect(wall.waiting).toBe(1);
  });

  it('does not chase a clock that it cannot follow', () => {
    const { play, wall, pacer } = paced();
    open(play);
    play.advance(seconds(1));
    play.do({ kind: 'keys', device: 'a', session: 0, keys: 'ping 10.0.0.2\r' });
    pacer.run(100);
    wall.millis += 60_000;
    wall.cost = 6;
    wall.pass(0);
    wall.cost = 0;
    const fallen = play.now;
    wall.pass(1_000);
    // An hour and forty minutes are given up; the speed is what it was.
    expect(play.now).toBeLessThanOrEqual(fallen + 101_000_000);
  });

  it('pauses where the clock is, steps, and goes on', async () => {
    const { play, wall, pacer } = paced();
    pacer.run(1);
    wall.pass(1_100);
    pacer.pause();
    expect([play.now, pacer.mode.kind]).toEqual([1_100_000, 'paused']);
    wall.pass(5_000);
    expect(play.now).toBe(1_100_000);
    open(play);
    play.do({ kind: 'keys', device: 'a', session: 0, keys: 'ping 10.0.0.2 1\r' });
    const stepped = pacer.step(micros(1_000));
    expect(pacer.mode).toEqual({ kind: 'stepping', to: 1_101_000 });
    wall.pass(1);
    expect([await stepped, play.now, pacer.mode.kind]).toEqual([true, 1_101_000, 'paused']);
    pacer.run();
    wall.pass(1_000);
    pacer.catchUp();
    expect(play.now).toBe(2_101_000);
  });

  it('pauses a lab that nobody touches, and wakes with the first key', () => {
    const { play, wall, pacer } = paced({ unattendedMillis: 60_000 });
    pacer.run(1);
    wall.pass(50_000);
    pacer.touch();
    wall.pass(50_000);
    expect(pacer.mode.kind).toBe('running');
    wall.pass(20_000);
    expect(pacer.mode).toEqual({ kind: 'paused', why: 'unattended' });
    const stopped = play.now;
    wall.pass(3_600_000);
    expect([play.now, wall.waiting]).toEqual([stopped, 0]);
    pacer.touch();
    expect(pacer.mode.kind).toBe('running');
    wall.pass(1_000);
    pacer.catchUp();
    expect(play.now).toBe(stopped + 1_000_000);
  });

  it('stays paused under a touch when somebody asked for the pause', () => {
    const { pacer } = paced();
    pacer.touch();
    expect(pacer.mode).toEqual({ kind: 'paused', why: 'asked' });
  });

  it('runs to a quiet network as fast as it can, then does what it did before', async () => {
    const { play, wall, pacer, changes } = paced();
    pacer.run(1);
    wall.pass(2_000);
    const settled = pacer.settle(seconds(600), seconds(30));
    expect(pacer.mode.kind).toBe('settling');
    wall.pass(1);
    expect(await settled).toBe(true);
    expect([play.now, pacer.mode.kind]).toEqual([32_000_000, 'running']);
    wall.pass(1_000);
    pacer.catchUp();
    expect(Math.abs(play.now - seconds(33))).toBeLessThan(2_000);
    expect(changes()).toBeGreaterThan(2);
  });

  it('gives settling up at its limit, and when it is paused', async () => {
    const { play, wall, pacer } = paced();
    const short = pacer.settle(seconds(10), seconds(30));
    wall.pass(1);
    expect([await short, play.now]).toEqual([false, seconds(10)]);
    const stopped = pacer.settle(seconds(600), seconds(30));
    pacer.pause();
    expect([await stopped, pacer.mode.kind]).toEqual([false, 'paused']);
    wall.pass(1_000);
    expect(play.now).toBe(seconds(10));
  });

  it('leaves no trace in the log: any pace, the same history', () => {
    const history = (speed: 1 | 10 | 100): string => {
      const { play, wall, pacer } = paced();
      open(play);
      pacer.run(speed);
      for (const at of [10, 40, 70]) {
        while (play.now < seconds(at)) {
          wall.pass(7);
          pacer.catchUp();
          if (play.now > seconds(at) - 1_000_000 * speed) break;
        }
        pacer.pause();
        play.advance(seconds(at));
        play.do({ kind: 'keys', device: 'a', session: 0, keys: 'ping 10.0.0.2 5\r' });
        pacer.run(speed);
      }
      pacer.pause();
      play.advance(seconds(400));
      return play.fingerprint;
    };
    expect(new Set([history(1), history(10), history(100)]).size).toBe(1);
    expect(micros(0)).toBe(0);
  });
});
