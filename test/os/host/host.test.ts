// A PC at the edge: typed like a virtual PC, and real on the wire.

import { resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { mac } from '../../../src/base/mac.ts';
import { Vty } from '../../../src/cli/vty.ts';
import { EMPTY_TREE } from '../../../src/config/tree.ts';
import { Device } from '../../../src/device/device.ts';
import { readVocabularyFiles } from '../../../src/host/vocabulary.ts';
import { checkVocabulary } from '../../../src/language/check.ts';
import { parseVocabulary } from '../../../src/language/vocabulary.ts';
import { RunningBox } from '../../../src/os/box.ts';
import { makeHost } from '../../../src/os/host/index.ts';
import type { NodeId, PortName } from '../../../src/sim/node.ts';
import { millis, seconds } from '../../../src/sim/time.ts';
import { World } from '../../../src/sim/world.ts';

const vocabulary = parseVocabulary(readVocabularyFiles(resolve(import.meta.dirname, '../../../commands/host')));
if (!vocabulary.ok) throw new Error(JSON.stringify(vocabulary.error));
const os = makeHost(vocabulary.value);

/** Two PCs on one cable; `type` gives what H1's terminal showed since the last time. */
class Desk {
  readonly world = new World(1);
  readonly #vty: Vty;
  #shown = '';

  constructor(first: string, second: string) {
    const [h1] = [first, second].map((start, i) => this.#box(`H${i + 1}`, start, i)) as [RunningBox, RunningBox];
    const ends = ['H1', 'H2'].map((node) => ({ node: node as NodeId, port: 'eth0' as PortName }));
    this.world.addLink({ id: 'lan', ports: ends, delay: millis(1) });
    for (const box of this.#boxes) box.powerOn();
    this.#vty = new Vty(os.shell(h1, 0), { rows: 24, columns: 80, write: (text) => (this.#shown += text) });
    this.#vty.begin({ auto: true });
    this.run(2);
  }

  readonly #boxes: RunningBox[] = [];

  #box(name: string, start: string, index: number): RunningBox {
    const chassis = { model: os.models[0] as never, macBase: mac(0x005079666800 + index) };
    const makeRouter = (spec: ConstructorParameters<typeof Device>[0]) => new Device(spec);
    const box = new RunningBox({ name, os, chassis, world: this.world, epoch: 0, makeRouter });
    const { tree, lines } = os.read(start, EMPTY_TREE, chassis.model);
    expect(lines.filter((line) => line.taken === 'rejected')).toEqual([]);
    box.store.startup = { tree, at: 0, user: 'lab' };
    this.#boxes.push(box);
    return box;
  }

  run(secs: number): void {
    this.world.runUntil(seconds(this.world.now / 1e6 + secs));
  }

  type(keys: string, secs = 10): string[] {
    this.#shown = '';
    this.#vty.keys(keys);
    this.run(secs);
    return this.#shown.split('\r\n');
  }
}

let desk: Desk;
beforeEach(() => {
  desk = new Desk('ip 10.0.0.1/24 10.0.0.254', 'ip 10.0.0.2/24');
});

describe('a PC', () => {
  it('is served in full by its command file', () => {
    const served = {
      views: new Set(os.served.views),
      actions: new Set(os.served.actions),
      watches: new Set(os.served.watches),
      types: os.types,
    };
    expect(checkVocabulary(os.vocabulary, served)).toEqual([]);
  });
  it('pings its neighbour, five times', () => {
    expect(desk.type('ping 10.0.0.2\r')).toEqual([
      'ping 10.0.0.2',
      '',
      '84 bytes from 10.0.0.2 icmp_seq=1 ttl=64 time=4.100 ms',
      ...[2, 3, 4, 5].map((n) => `84 bytes from 10.0.0.2 icmp_seq=${n} ttl=64 time=2.100 ms`),
      '',
      'H1> ',
    ]);
  });
  it('says so when nobody answers', () => {
    const lines = desk.type('ping 10.0.0.9 -c 2\r');
    expect(lines.filter((line) => line.includes('timeout'))).toEqual([
      '10.0.0.9 icmp_seq=1 timeout',
      '10.0.0.9 icmp_seq=2 timeout',
    ]);
  });
  it('stops at Ctrl-C', () => {
    desk.type('ping 10.0.0.2 -c 100\r', 3);
    expect(desk.type('\x03').slice(-2)).toEqual(['^C', 'H1> ']);
  });
  it('cannot send without an address', () => {
    desk = new Desk('', 'ip 10.0.0.2/24');
    expect(desk.type('ping 10.0.0.2\r')).toEqual(['ping 10.0.0.2', '', 'host (10.0.0.2) not reachable', '', 'H1> ']);
  });
  it('learns its neighbours', () => {
    expect(desk.type('arp\r')).toContain('arp table is empty');
    desk.type('ping 10.0.0.2\r');
    expect(desk.type('arp\r')[2]).toMatch(/^00:50:79:66:68:01 {2}10\.0\.0\.2 expires in 1\d\d seconds $/);
  });
  it('takes another address at once', () => {
    expect(desk.type('ip 10.0.0.7/25 10.0.0.126\r').slice(1, 3)).toEqual([
      'Checking for duplicate address...',
      'H1 : 10.0.0.7 255.255.255.128 gateway 10.0.0.126',
    ]);
    expect(desk.type('show ip\r')).toContain('IP/MASK     : 10.0.0.7/25');
    expect(desk.type('set pcname desk\r').at(-1)).toBe('desk> ');
  });
  it('helps and completes on the key press', () => {
    expect(desk.type('tr').at(-1)).toBe('tr');
    expect(desk.type('\t').at(-1)).toBe('ace ');
    const help = desk.type('?').join('\n');
    expect(help).toContain('A.B.C.D  Address of the other side');
    expect(desk.type('\x03').at(-1)).toBe('H1> ');
  });
  it('refuses what it does not know', () => {
    expect(desk.type('tracert 10.0.0.2\r')).toEqual([
      'tracert 10.0.0.2',
      'Bad command: "tracert 10.0.0.2". Use ? for help.',
      '',
      'H1> ',
    ]);
  });
  it('traces a neighbour in one step', () => {
    const lines = desk.type('trace 10.0.0.2\r');
    expect(lines[1]).toBe('trace to 10.0.0.2, 8 hops max, press Ctrl+C to stop');
    expect(lines[2]).toMatch(
      /^ 1 {3}\*10\.0\.0\.2 {3}\d\.\d{3} ms \(ICMP type:3, code:3, Destination port unreachable\)$/,
    );
  });
});
