// A session's timers: how fast it sends, when it gives up, how both sides change their minds.       RFC 5880 §6.5, §6.8

import { describe, expect, it } from 'vitest';
import { millis, seconds } from '../../../src/sim/time.ts';
import { timers } from '../../harness/bfd.ts';
import { ifName } from '../../harness/routes.ts';
import { BfdStage } from './stage.ts';

const states = (stage: BfdStage): readonly string[] =>
  stage.events.map(({ state, diagnostic }) => `${state} ${diagnostic}`);

describe('coming up', () => {
  it('begins slowly, whatever is wanted (§6.8.3)', () => {
    const stage = new BfdStage('10.0.0.2 e0', timers(50, 50, 3)).run(seconds(10));
    // 0.75 to 1 second apart: here the jitter's least.
    expect(stage.sent).toHaveLength(1 + 13);
    expect(stage.sent[0]).toMatchObject({ packet: { desiredMinTx: 1_000_000, requiredMinRx: 50_000, state: 'down' } });
  });

  it('speaks from a port of its own, with a TTL that nothing forwarded has (RFC 5881 §4, §5)', () => {
    const [first] = new BfdStage('10.0.0.2 e0').sent;
    expect(first?.options).toMatchObject({ ttl: 255, fromPort: 49152, toPort: 3784 });
    const [far] = new BfdStage('10.9.9.9').sent;
    expect(far?.options).toMatchObject({ toPort: 4784 });
  });

  it('takes three packets, and a poll to go faster (§6.5)', () => {
    const stage = new BfdStage('10.0.0.2 e0');
    expect(stage.lines()).toEqual(['down 1/0']);
    stage.hears();
    expect(stage.lines()).toEqual(['init 1/77']);
    stage.hears({ state: 'up', yourDiscriminator: 1 });
    expect(stage.lines()).toEqual(['up poll 1/77']);
    expect(stage.row()).toMatchObject({ state: 'up', polling: true, minTx: 300_000 });
    stage.hears({ state: 'up', yourDiscriminator: 1, final: true });
    expect(stage.row().polling).toBe(false);
    stage.run(millis(250));
    expect(stage.lines()).toEqual(['up 1/77']);
    expect(states(stage)).toEqual(['up none']);
  });

  it('answers a poll at once (§6.8.6)', () => {
    const stage = new BfdStage('10.0.0.2 e0').up();
    stage.lines();
    stage.hears({ state: 'up', yourDiscriminator: 1, poll: true });
    expect(stage.lines()).toEqual(['up final 1/77']);
  });

  it('tells nothing before it is up', () => {
    const stage = new BfdStage('10.0.0.2 e0').hears().run(seconds(10));
    expect(states(stage)).toEqual([]);
    expect(stage.row()).toMatchObject({ state: 'down', diagnostic: 'detection-time-expired' });
  });
});

describe('how fast', () => {
  const agreed = (own: ReturnType<typeof timers>, minTx: number, minRx: number, multiplier = 3) => {
    const stage = new BfdStage('10.0.0.2 e0', own);
    const peer = { desiredMinTx: minTx * 1000, requiredMinRx: minRx * 1000, multiplier, yourDiscriminator: 1 };
    stage.hears({ ...peer, yourDiscriminator: 0 }).hears({ ...peer, state: 'up' });
    stage.hears({ ...peer, state: 'up', final: true });
    return stage.row();
  };

  // §6.8.7: the greater of what we want to send and what the peer wants to receive; §6.8.4 the other way round.
  it.each([
    [timers(300, 300, 3), 300, 300, 300, 900],
    [timers(50, 50, 3), 300, 300, 300, 900],
    [timers(300, 50, 3), 100, 1000, 1000, 300],
    [timers(100, 500, 3), 200, 100, 100, 1500],
  ])('%o and %i/%i', (own, tx, rx, interval, detection) => {
    expect(agreed(own, tx, rx)).toMatchObject({
      transmitInterval: interval * 1000,
      detectionTime: detection * 1000,
    });
  });

  it('the peer’s multiplier makes the detection time, not our own', () => {
    expect(agreed(timers(300, 300, 3), 300, 300, 5).detectionTime).toBe(1_500_000);
  });

  it('packets come 75 to 100 per cent of the interval apart, at most 90 where each one counts (§6.8.7)', () => {
    for (const [multiplier, most] of [
      [3, 100],
      [1, 90],
    ] as const) {
      const stage = new BfdStage('10.0.0.2 e0', timers(1000, 1000, multiplier));
      stage.random = (below?: number) => (below ?? 1) - 1;
      stage.run(seconds(1));
      const times = stage.run(seconds(10)).sent.map(({ at }) => at as number);
      const gaps = times.slice(2).map((at, i) => at - (times[i + 1] as number));
      expect(Math.max(...gaps)).toBeLessThanOrEqual(most * 10_000);
      expect(Math.max(...gaps)).toBeGreaterThan(most * 10_000 - 100);
    }
  });

  it('a peer that wants no packets gets none', () => {
    const stage = new BfdStage('10.0.0.2 e0').up();
    stage.hears({ state: 'up', yourDiscriminator: 1, requiredMinRx: 0 });
    stage.lines();
    expect(stage.run(millis(500)).lines()).toEqual([]);
  });
});

describe('changing one’s mind', () => {
  const peer = { state: 'up', yourDiscriminator: 1, desiredMinTx: 300_000 } as const;
  const steady = () => {
    const stage = new BfdStage('10.0.0.2 e0').up().hears({ ...peer, final: true });
    stage.lines();
    return stage;
  };

  it('to send slower: the peer must have agreed first (§6.8.3)', () => {
    const stage = steady().wants('10.0.0.2 e0', timers(1000, 300, 3));
    expect(stage.row()).toMatchObject({ polling: true, minTx: 1_000_000, transmitInterval: 300_000 });
    stage.hears({ ...peer, final: true });
    expect(stage.row()).toMatchObject({ polling: false, transmitInterval: 1_000_000 });
  });

  it('to hear oftener: the peer must have agreed before silence counts as failure', () => {
    const stage = steady().wants('10.0.0.2 e0', timers(300, 100, 3));
    stage.hears({ ...peer, desiredMinTx: 100_000 });
    expect(stage.row().detectionTime).toBe(900_000);
    stage.hears({ ...peer, desiredMinTx: 100_000, final: true });
    expect(stage.row().detectionTime).toBe(300_000);
  });
});

describe('giving up', () => {
  it('after the detection time, and no sooner', () => {
    const stage = new BfdStage('10.0.0.2 e0').up();
    stage.run(millis(899));
    expect(stage.row().state).toBe('up');
    stage.run(millis(2));
    expect(stage.row()).toMatchObject({
      state: 'down',
      diagnostic: 'detection-time-expired',
      failures: 1,
      remoteDiscriminator: 0,
    });
    expect(states(stage)).toEqual(['up none', 'down detection-time-expired']);
  });

  it('not while packets come', () => {
    const stage = new BfdStage('10.0.0.2 e0').up();
    for (let i = 0; i < 100; i++)
      stage.run(millis(300)).hears({ state: 'up', yourDiscriminator: 1, desiredMinTx: 300_000 });
    expect(stage.row()).toMatchObject({ state: 'up', failures: 0 });
    expect(stage.row().received).toMatchObject({ count: 102, least: 0, most: millis(300) });
  });

  it('at once when the peer says so, and it is no failure when its owner shut it (RFC 5882 §3.2)', () => {
    const stage = new BfdStage('10.0.0.2 e0').up();
    stage.hears({ state: 'down', yourDiscriminator: 1, diagnostic: 1 });
    expect(states(stage).at(-1)).toBe('down neighbor-signaled-down');
    expect(stage.row().remoteDiagnostic).toBe('detection-time-expired');
    const shut = new BfdStage('10.0.0.2 e0').up();
    shut.hears({ state: 'admin-down', yourDiscriminator: 1, diagnostic: 7 });
    expect(states(shut).at(-1)).toBe('admin-down neighbor-signaled-down');
  });

  it('at once with the link', () => {
    const stage = new BfdStage('10.0.0.2 e0').up();
    const face = stage.faces[0] as NonNullable<(typeof stage.faces)[0]>;
    stage.process.handle({ kind: 'interface', change: 'changed', interface: { ...face, up: false } });
    expect(states(stage).at(-1)).toBe('down path-down');
    expect(face.name).toBe(ifName('e0'));
    stage.lines();
    expect(stage.run(seconds(3)).lines()).toEqual([]);
    stage.process.handle({ kind: 'interface', change: 'changed', interface: face });
    expect(stage.run(seconds(1)).lines().length).toBeGreaterThan(0);
  });

  it('slows down again, with what it was (§6.8.3)', () => {
    const stage = new BfdStage('10.0.0.2 e0').up().run(seconds(1));
    expect(stage.row()).toMatchObject({ state: 'down', minTx: 1_000_000 });
  });
});

describe('nobody wants it any more', () => {
  it('the peer is told for its detection time, then it is forgotten (§6.8.16)', () => {
    const stage = new BfdStage('10.0.0.2 e0').up();
    stage.lines();
    stage.wants(undefined);
    expect(stage.lines()).toEqual(['admin-down 1/77']);
    expect(states(stage).at(-1)).toBe('admin-down administratively-down');
    stage.run(seconds(10));
    expect(stage.process.rows()).toEqual([]);
    expect(stage.timers.size).toBe(0);
  });

  it('somebody does again before that: it goes on', () => {
    const stage = new BfdStage('10.0.0.2 e0').up().wants(undefined).wants('10.0.0.2 e0');
    stage.hears().hears({ state: 'up', yourDiscriminator: 1 });
    expect(stage.row().state).toBe('up');
    expect(stage.run(millis(500)).process.rows()).toHaveLength(1);
  });
});
