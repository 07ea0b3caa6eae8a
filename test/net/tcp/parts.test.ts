import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameBytes } from '../../../src/base/bytes.ts';
import { makeRng } from '../../../src/base/rng.ts';
import { Congestion } from '../../../src/net/tcp/congestion.ts';
import { ephemeralPort, initialSequence } from '../../../src/net/tcp/initial-sequence.ts';
import { Reassembly } from '../../../src/net/tcp/reassembly.ts';
import { RoundTrip } from '../../../src/net/tcp/round-trip.ts';
import { SendQueue } from '../../../src/net/tcp/send-queue.ts';
import { advance, distance, inWindow, isBefore, later, notAfter } from '../../../src/net/tcp/sequence.ts';
import { MAIN } from '../../../src/route/names.ts';
import { micros, millis, seconds } from '../../../src/sim/time.ts';
import { A, B } from './stations.ts';

const LAST = 2 ** 32 - 1;

describe('sequence numbers', () => {
  it('go round', () => {
    expect(advance(LAST, 1)).toBe(0);
    expect(advance(0, -1)).toBe(LAST);
    expect(distance(LAST, 4)).toBe(5);
    expect(isBefore(LAST, 0)).toBe(true);
    expect(isBefore(0, LAST)).toBe(false);
    expect(notAfter(7, 7)).toBe(true);
    expect(later(LAST, 3)).toBe(3);
    expect(inWindow(2, LAST, 4)).toBe(true);
    expect(inWindow(3, LAST, 4)).toBe(false);
    expect(inWindow(LAST - 1, LAST, 4)).toBe(false);
  });
  it('order like the distances between them, anywhere on the circle', () => {
    const number = fc.integer({ min: 0, max: LAST });
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 2 ** 31 - 1 }), (start, count) => {
        const end = advance(start, count);
        expect(distance(start, end)).toBe(count);
        expect(isBefore(start, end)).toBe(true);
        expect(isBefore(end, start)).toBe(false);
      }),
    );
  });
});

describe('reassembly', () => {
  it('gives back the stream, whatever the pieces, their order and the place on the circle', () => {
    const piece = fc.tuple(fc.nat(60), fc.nat(20));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LAST }), fc.array(piece, { maxLength: 30 }), (start, pieces) => {
        const stream = Uint8Array.from({ length: 80 }, (_, i) => i + 1);
        const known = new Uint8Array(80);
        const reassembly = new Reassembly();
        for (const [from, length] of pieces) {
          reassembly.add(advance(start, from), stream.subarray(from, from + length));
          known.fill(1, from, from + length);
        }
        expect(reassembly.held).toBe(known.reduce((sum, bit) => sum + bit, 0));
        let at = 0;
        for (let run = reassembly.take(advance(start, at)); run; run = reassembly.take(advance(start, at))) {
          expect(sameBytes(run, stream.subarray(at, at + run.length))).toBe(true);
          at += run.length;
        }
        const gap = known.indexOf(0);
        expect(at).toBe(gap < 0 ? 80 : gap);
      }),
    );
  });
  it('keeps what came first where two differ', () => {
    const reassembly = new Reassembly();
    reassembly.add(12, Uint8Array.of(3, 4));
    reassembly.add(10, Uint8Array.of(91, 92, 93, 94, 95));
    expect([...(reassembly.take(10) ?? [])]).toEqual([91, 92]);
    expect([...(reassembly.take(12) ?? [])]).toEqual([3, 4]);
    expect([...(reassembly.take(14) ?? [])]).toEqual([95]);
    expect(reassembly.empty).toBe(true);
  });
  it('forgets what lies beyond a FIN', () => {
    const reassembly = new Reassembly();
    reassembly.add(10, Uint8Array.of(1, 2, 3));
    reassembly.add(20, Uint8Array.of(9));
    reassembly.truncate(12);
    expect([...(reassembly.take(10) ?? [])]).toEqual([1, 2]);
    expect(reassembly.empty).toBe(true);
  });
});

describe('the send queue', () => {
  it('behaves like one long array', () => {
    const step = fc.oneof(
      fc.uint8Array({ maxLength: 3000 }).map((bytes) => ({ kind: 'append' as const, bytes })),
      fc.nat(3000).map((count) => ({ kind: 'drop' as const, count })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.nat(100), (steps, offset) => {
        const queue = new SendQueue();
        let model: number[] = [];
        for (const step of steps) {
          if (step.kind === 'append') {
            queue.append(step.bytes);
            model = [...model, ...step.bytes];
          } else {
            queue.drop(step.count);
            model = model.slice(step.count);
          }
          expect(queue.length).toBe(model.length);
          expect([...queue.peek(offset, 50)]).toEqual(model.slice(offset, offset + 50));
        }
      }),
    );
  });
});

describe('round trips (RFC 6298)', () => {
  const fresh = (): RoundTrip => new RoundTrip(seconds(1), millis(1), seconds(60));
  const measure = (trip: RoundTrip, span: number): void => {
    trip.sent(100, micros(1_000_000));
    trip.acknowledged(100, micros(1_000_000 + span));
  };
  it('begins with one second', () => {
    expect(fresh().rto).toBe(seconds(1));
  });
  it('takes the first measurement whole, its half for the variance', () => {
    // §2.2: SRTT = R = 100 ms, RTTVAR = 50 ms, RTO = 100 + 4 * 50 = 300 ms
    const trip = fresh();
    measure(trip, 100_000);
    expect([trip.srtt, trip.variance, trip.rto]).toEqual([millis(100), millis(50), millis(300)]);
  });
  it('smooths the next with 1/8 and 1/4', () => {
    // §2.3: RTTVAR = 3/4 * 50 + 1/4 * |100 - 180| = 57.5 ms; SRTT = 7/8 * 100 + 1/8 * 180 = 110 ms; RTO = 340 ms
    const trip = fresh();
    measure(trip, 100_000);
    measure(trip, 180_000);
    expect([trip.srtt, trip.variance, trip.rto]).toEqual([millis(110), micros(57_500), millis(340)]);
    expect([trip.least, trip.most]).toEqual([millis(100), millis(180)]);
  });
  it('stays within its bounds', () => {
    const trip = new RoundTrip(seconds(1), seconds(1), seconds(60));
    measure(trip, 2_000);
    expect(trip.rto).toBe(seconds(1));
    for (let i = 0; i < 10; i++) trip.backOff();
    expect(trip.rto).toBe(seconds(60));
  });
  it('does not measure what was sent twice (Karn)', () => {
    const trip = fresh();
    trip.sent(100, micros(0));
    trip.resent();
    trip.acknowledged(100, micros(50));
    expect(trip.srtt).toBeUndefined();
  });
  it('times one segment, until it is acknowledged', () => {
    const trip = fresh();
    trip.sent(100, micros(0));
    trip.sent(200, millis(50));
    trip.acknowledged(99, millis(60));
    expect(trip.srtt).toBeUndefined();
    trip.acknowledged(200, millis(80));
    expect(trip.srtt).toBe(millis(80));
  });
  it('starts with three seconds after a SYN that was lost (§5.7)', () => {
    const trip = new RoundTrip(seconds(1), seconds(1), seconds(60));
    trip.backOff();
    trip.backOff();
    trip.backOff();
    trip.afterSlowOpening();
    expect(trip.rto).toBe(seconds(3));
  });
});

describe('congestion (RFC 5681, RFC 6582)', () => {
  const MSS = 1000;
  const open = (): Congestion => {
    const congestion = new Congestion();
    congestion.start(MSS, false);
    return congestion;
  };
  it.each([
    [536, 4 * 536],
    [1095, 4 * 1095],
    [1096, 3 * 1096],
    [1460, 3 * 1460],
    [2190, 3 * 2190],
    [2191, 2 * 2191],
  ])('an MSS of %i begins with %i bytes', (mss, window) => {
    const congestion = new Congestion();
    congestion.start(mss, false);
    expect(congestion.window).toBe(window);
  });
  it('begins with one segment after a lost SYN', () => {
    const congestion = new Congestion();
    congestion.start(MSS, true);
    expect(congestion.window).toBe(MSS);
  });
  it('starts slowly: a segment for each ACK, but never more than it acknowledges', () => {
    const congestion = open();
    congestion.acknowledged(2000, 2000);
    expect(congestion.window).toBe(5000);
    congestion.acknowledged(10, 2010);
    expect(congestion.window).toBe(5010);
  });
  it('grows by one segment a window beyond the threshold', () => {
    const congestion = open();
    congestion.timeout(8000, 8000, false);
    expect([congestion.window, congestion.threshold]).toEqual([1000, 4000]);
    for (let una = 1000; una <= 3000; una += 1000) congestion.acknowledged(1000, una);
    expect(congestion.window).toBe(4000);
    congestion.acknowledged(1000, 4000);
    expect(congestion.window).toBe(4250);
  });
  it('halves the threshold once for one loss, however often it is sent again', () => {
    const congestion = open();
    congestion.timeout(8000, 8000, false);
    congestion.timeout(1000, 8000, true);
    expect(congestion.threshold).toBe(4000);
  });
  it('takes three duplicates for a loss, and recovers', () => {
    const congestion = open();
    expect(congestion.duplicate(8000, 0, 8000)).toBeUndefined();
    expect(congestion.duplicate(8000, 0, 8000)).toBeUndefined();
    expect(congestion.duplicate(8000, 0, 8000)).toBe('resend');
    expect([congestion.threshold, congestion.window]).toEqual([4000, 7000]);
    congestion.duplicate(8000, 0, 8000);
    expect(congestion.window).toBe(8000);
    // A partial ACK: two segments have arrived, the third is missing too.
    expect(congestion.acknowledged(2000, 2000)).toBe('resend');
    expect([congestion.window, congestion.recovering]).toEqual([7000, true]);
    expect(congestion.acknowledged(6000, 8000)).toBeUndefined();
    expect([congestion.window, congestion.recovering]).toEqual([4000, false]);
  });
  it('does not take echoes of a timeout for a new loss', () => {
    const congestion = open();
    congestion.timeout(8000, 8000, false);
    for (let i = 0; i < 5; i++) expect(congestion.duplicate(8000, 1000, 8000)).toBeUndefined();
    congestion.acknowledged(7000, 8000);
    for (let i = 0; i < 2; i++) congestion.duplicate(3000, 8000, 11000);
    expect(congestion.duplicate(3000, 8000, 11000)).toBe('resend');
  });
});

describe('initial sequence numbers and ports', () => {
  const ends = { vrf: MAIN, local: A, localPort: 50000, peer: B, peerPort: 179 };
  const secret = [1, 2, 3, 4];
  it('tick every four microseconds (RFC 6528 §3)', () => {
    const start = initialSequence(ends, secret, micros(0));
    expect(distance(start, initialSequence(ends, secret, micros(3)))).toBe(0);
    expect(distance(start, initialSequence(ends, secret, micros(4)))).toBe(1);
    expect(distance(start, initialSequence(ends, secret, seconds(1)))).toBe(250_000);
    // 2^32 ticks: 4 h 46 min.
    expect(initialSequence(ends, secret, micros(4 * 2 ** 32))).toBe(start);
  });
  it('say nothing about another connection or another router', () => {
    const start = initialSequence(ends, secret, micros(0));
    expect(initialSequence({ ...ends, localPort: 50001 }, secret, micros(0))).not.toBe(start);
    expect(initialSequence(ends, [1, 2, 3, 5], micros(0))).not.toBe(start);
  });
  it('picks every free port and no other', () => {
    const rng = makeRng(3);
    const used = new Set<number>();
    for (let i = 0; i < 10; i++) {
      const port = ephemeralPort(
        [100, 109],
        (below) => rng.below(below),
        (port) => used.has(port),
      );
      expect(port).toBeGreaterThanOrEqual(100);
      expect(port).toBeLessThanOrEqual(109);
      used.add(port as number);
    }
    expect(used.size).toBe(10);
    expect(
      ephemeralPort(
        [100, 109],
        (below) => rng.below(below),
        (port) => used.has(port),
      ),
    ).toBeUndefined();
  });
});
