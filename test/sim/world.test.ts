// The kernel: order of events, timers, cables, faults, fingerprints.

import { describe, expect, it } from 'vitest';
import { Fingerprint } from '../../src/sim/fingerprint.ts';
import type { Frame } from '../../src/sim/frame.ts';
import { impair } from '../../src/sim/link.ts';
import type { Node, NodeId, PortName, TimerKey } from '../../src/sim/node.ts';
import { enhancedPacket, interfaceDescription, sectionHeader } from '../../src/sim/pcap.ts';
import { Scheduler } from '../../src/sim/scheduler.ts';
import { micros, millis, seconds } from '../../src/sim/time.ts';
import { World } from '../../src/sim/world.ts';

const P = 'p' as PortName;
const id = (name: string): NodeId => name as NodeId;

/** Writes down what happens to it. */
class Diary implements Node {
  readonly lines: string[] = [];
  readonly id: NodeId;
  readonly #world: World;
  constructor(world: World, name: string) {
    this.id = id(name);
    this.#world = world;
    world.addNode(this);
  }
  receive(_port: PortName, frame: Frame): void {
    this.lines.push(`${this.#world.now} frame ${frame.bytes[0]}`);
  }
  expire(timer: TimerKey): void {
    this.lines.push(`${this.#world.now} timer ${timer}`);
  }
  carrier(_port: PortName, up: boolean): void {
    this.lines.push(`${this.#world.now} carrier ${up}`);
  }
}

const frame = (byte: number): Frame => ({ bytes: Uint8Array.of(byte) });

function pair(options: { loss?: number; duplicate?: number; jitter?: number; seed?: number } = {}) {
  const world = new World(options.seed ?? 1);
  const a = new Diary(world, 'a');
  const b = new Diary(world, 'b');
  world.addLink({
    id: 'ab',
    ports: [
      { node: a.id, port: P },
      { node: b.id, port: P },
    ],
    delay: millis(1),
    faults: {
      lossPerMillion: options.loss ?? 0,
      duplicatePerMillion: options.duplicate ?? 0,
      jitter: micros(options.jitter ?? 0),
    },
  });
  world.light(a.id, P, true);
  world.light(b.id, P, true);
  world.runUntil(micros(0));
  return { world, a, b };
}

describe('the event list', () => {
  it('runs by time, and events of one instant in the order they were made', () => {
    const ran: string[] = [];
    const list = new Scheduler<string>((event) => ran.push(event));
    list.at(seconds(2), 'late');
    list.at(seconds(1), 'first');
    list.at(seconds(1), 'second');
    const gone = list.at(seconds(1), 'cancelled');
    list.at(seconds(1), 'third');
    list.cancel(gone);
    list.cancel(gone);
    while (list.step());
    expect(ran).toEqual(['first', 'second', 'third', 'late']);
    expect([list.executed, list.now, list.pending]).toEqual([4, seconds(2), 0]);
  });
  it('forgets cancelled events by the thousand', () => {
    let ran = 0;
    const list = new Scheduler<number>(() => ran++);
    for (let i = 0; i < 10_000; i++) {
      const ticket = list.at(micros(i), i);
      if (i % 10 !== 0) list.cancel(ticket);
    }
    expect(list.pending).toBe(1_000);
    while (list.step());
    expect(ran).toBe(1_000);
  });
  it('refuses the past', () => {
    const list = new Scheduler<string>(() => {});
    list.at(seconds(1), 'x');
    list.step();
    expect(() => list.at(micros(1), 'y')).toThrow();
  });
});

describe('timers', () => {
  it('have names: armed again, one replaces itself', () => {
    const { world, a } = pair();
    a.lines.length = 0;
    world.timer(a.id, 'hello' as TimerKey, seconds(1));
    world.timer(a.id, 'hello' as TimerKey, seconds(3));
    world.timer(a.id, 'dead' as TimerKey, seconds(2));
    world.timer(a.id, 'dead' as TimerKey, 'off');
    world.runUntil(seconds(10));
    expect(a.lines).toEqual(['3000000 timer hello']);
    expect(world.now).toBe(seconds(10));
  });
});

describe('cables', () => {
  it('carry frames after their delay', () => {
    const { world, a, b } = pair();
    b.lines.length = 0;
    world.transmit(a.id, P, frame(7));
    world.runUntil(seconds(1));
    expect(b.lines).toEqual(['1000 frame 7']);
    expect(a.lines).toEqual(['0 carrier true']);
  });
  it('show light only while both ends are on and nobody pulled them', () => {
    const { world, a, b } = pair();
    world.light(b.id, P, false);
    world.runUntil(seconds(1));
    world.light(b.id, P, true);
    world.setLink('ab', false);
    world.runUntil(seconds(2));
    world.setLink('ab', true);
    world.runUntil(seconds(3));
    expect(a.lines).toEqual(['0 carrier true', '0 carrier false', '2000000 carrier true']);
    expect(b.lines).toEqual(['0 carrier true', '0 carrier false', '2000000 carrier true']);
  });
  it('lose what was on its way when they are cut', () => {
    const { world, a, b } = pair();
    b.lines.length = 0;
    world.transmit(a.id, P, frame(1));
    world.setLink('ab', false);
    world.setLink('ab', true);
    world.runUntil(seconds(1));
    expect(b.lines.filter((line) => line.includes('frame'))).toEqual([]);
  });
  it('of three ends are a LAN: everybody hears, carrier is the switch', () => {
    const world = new World(1);
    const nodes = ['a', 'b', 'c'].map((name) => new Diary(world, name));
    world.addLink({ id: 'lan', ports: nodes.map((node) => ({ node: node.id, port: P })), delay: millis(1) });
    world.light(id('a'), P, true);
    world.light(id('b'), P, true);
    world.runUntil(micros(0));
    world.transmit(id('a'), P, frame(9));
    world.runUntil(seconds(1));
    expect(nodes.map((node) => node.lines)).toEqual([['0 carrier true'], ['0 carrier true', '1000 frame 9'], []]);
  });
});

describe('faults', () => {
  const count = (diary: Diary): number => diary.lines.filter((line) => line.includes('frame')).length;
  const send = (options: Parameters<typeof pair>[0]): string[] => {
    const { world, a, b } = pair(options);
    for (let i = 0; i < 2_000; i++) world.transmit(a.id, P, frame(i & 255));
    world.runUntil(seconds(10));
    return b.lines;
  };
  it('lose about as many as they should', () => {
    const { world, a, b } = pair({ loss: 100_000 });
    for (let i = 0; i < 10_000; i++) world.transmit(a.id, P, frame(1));
    world.runUntil(seconds(1));
    expect(count(b)).toBeGreaterThan(8_850);
    expect(count(b)).toBeLessThan(9_150);
  });
  it('duplicate and delay, the same for the same seed', () => {
    const faults = { duplicate: 50_000, jitter: 5_000 };
    const once = send(faults);
    expect(once).toEqual(send(faults));
    expect(once).not.toEqual(send({ ...faults, seed: 2 }));
    expect(once.length).toBeGreaterThan(2_050);
  });
});

describe('one way of a cable', () => {
  const end = (node: string) => ({ node: id(node), port: P });
  const talk = (world: World): void => {
    world.transmit(id('a'), P, frame(1));
    world.transmit(id('b'), P, frame(2));
    world.runUntil(micros(world.now + seconds(1)));
  };
  const heard = (diary: Diary): string[] => diary.lines.splice(0).map((line) => line.replace(/^\d+ /, ''));
  it('may lose its frames while the other carries them, and both ends see light', () => {
    const { world, a, b } = pair();
    impair(world.link('ab')!, { lossPerMillion: 1_000_000 }, { end: end('a'), direction: 'out' });
    talk(world);
    expect([heard(a), heard(b)]).toEqual([['carrier true', 'frame 2'], ['carrier true']]);
  });
  it('is the same whether it is called what one end sends or what the other hears', () => {
    const { world, a, b } = pair();
    const link = world.link('ab')!;
    impair(link, { lossPerMillion: 1_000_000 }, { end: end('a'), direction: 'out' });
    impair(link, { lossPerMillion: 0, delay: seconds(3) }, { end: end('b'), direction: 'in' });
    talk(world);
    expect([heard(a), heard(b)]).toEqual([['carrier true', 'frame 2'], ['carrier true']]);
    world.runUntil(seconds(10));
    expect([heard(a), heard(b)]).toEqual([[], ['frame 1']]);
  });
  it('is like the other again when the whole cable is told so', () => {
    const { world, a, b } = pair();
    const link = world.link('ab')!;
    impair(link, { lossPerMillion: 1_000_000, delay: seconds(3) }, { end: end('a'), direction: 'out' });
    impair(link, { lossPerMillion: 0 });
    talk(world);
    expect([heard(a), heard(b)]).toEqual([['carrier true', 'frame 2'], ['carrier true']]);
    world.runUntil(micros(3_500_000));
    expect(heard(b)).toEqual(['frame 1']);
  });
  it('may be cut: only who listens to it loses the light', () => {
    const { world, a, b } = pair();
    world.setLink('ab', false, { end: end('a'), direction: 'out' });
    talk(world);
    expect([heard(a), heard(b)]).toEqual([
      ['carrier true', 'frame 2'],
      ['carrier true', 'carrier false'],
    ]);
    world.setLink('ab', true);
    talk(world);
    expect([heard(a), heard(b)]).toEqual([['frame 2'], ['carrier true', 'frame 1']]);
  });
  it('of a LAN is between a port and the switch', () => {
    const world = new World(1);
    const nodes = ['a', 'b', 'c'].map((name) => new Diary(world, name));
    world.addLink({ id: 'lan', ports: nodes.map((node) => end(node.id)), delay: millis(1) });
    for (const node of nodes) world.light(node.id, P, true);
    world.setLink('lan', false, { end: end('b'), direction: 'in' });
    talk(world);
    expect(nodes.map(heard)).toEqual([['carrier true', 'frame 2'], [], ['carrier true', 'frame 1', 'frame 2']]);
  });
});

describe('fingerprints', () => {
  const run = (byte: number, seed = 1): string => {
    const { world, a } = pair({ seed, jitter: 100 });
    const print = new Fingerprint();
    world.watch(print);
    for (let i = 0; i < 100; i++) world.transmit(a.id, P, frame(byte));
    world.runUntil(seconds(1));
    return print.value;
  };
  it('agree for equal runs and differ for others', () => {
    expect(run(1)).toBe(run(1));
    expect(run(1)).not.toBe(run(2));
    expect(run(1)).not.toBe(run(1, 2));
    expect(run(1)).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('pcapng', () => {
  it('has blocks whose lengths agree at both ends, padded to four', () => {
    for (const block of [
      sectionHeader(),
      interfaceDescription('r1-r2'),
      enhancedPacket(0, 0, seconds(1), { bytes: new Uint8Array(61) }),
    ]) {
      const view = new DataView(block.buffer, block.byteOffset, block.length);
      expect(block.length % 4).toBe(0);
      expect(view.getUint32(4, true)).toBe(block.length);
      expect(view.getUint32(block.length - 4, true)).toBe(block.length);
    }
  });
});
