// Ten thousand damaged frames into a live stack: nothing throws, and whatever is thrown away has a reason.

import { expect, it } from 'vitest';
import { fromHex } from '../../../src/base/bytes.ts';
import { internetChecksum } from '../../../src/base/checksum.ts';
import { makeRng } from '../../../src/base/rng.ts';
import { MAIN } from '../../../src/route/names.ts';
import type { PortName } from '../../../src/sim/node.ts';
import { millis, seconds } from '../../../src/sim/time.ts';
import { address, Lab, PLAIN } from '../../harness/stack-node.ts';
import * as captured from '../wire/captured.ts';

/** Frames worth damaging: our own traffic of every kind, and strangers'. */
function corpus(): Uint8Array[] {
  const lab = new Lab();
  const [a, r] = [lab.node('a'), lab.node('r')];
  lab.cable('a e0', 'r e0');
  a.configure({ e0: '10.0.0.2/24', 'e0.10': '10.0.10.2/24' }).route('0.0.0.0/0', '10.0.0.1 e0');
  r.configure({ e0: '10.0.0.1/24', 'e0.10': '10.0.10.1/24' });
  lab.run(seconds(1));
  a.ping('10.0.0.1', { count: 1, size: 4000 });
  a.ping('10.0.10.1', { count: 1 });
  a.ping('10.9.9.9', { count: 1 });
  a.ping('10.0.0.255', { count: 1 });
  a.traceroute('10.0.0.1');
  a.stack.send({
    vrf: MAIN,
    protocol: 89,
    to: address('224.0.0.5'),
    from: undefined,
    payload: new Uint8Array(44),
    on: 'e0' as never,
  });
  a.stack.sendLink('e0' as never, 0x0180c2000014, Uint8Array.of(0xfe, 0xfe, 3, 0x83, 1, 2, 3));
  lab.run();
  const strangers = Object.values(captured).filter((value) => value instanceof Uint8Array);
  return [...lab.sent.filter((frame) => frame.from === 'a e0').map((frame) => frame.bytes), ...strangers];
}

it('survives them', () => {
  const rng = makeRng(20);
  const seeds = corpus();
  const lab = new Lab();
  const [peer, r, far] = [
    lab.node('peer'),
    lab.node('r', { answerDelay: millis(1), arpFailureCode: 1 }),
    lab.node('far'),
  ];
  lab.cable('peer e0', 'r e0');
  lab.cable('r e1', 'far e0');
  peer.configure({ e0: '10.0.0.2/24', 'e0.10': '10.0.10.2/24' });
  r.configure({
    e0: { at: '10.0.0.1/24', proxyArp: true },
    'e0.10': { at: '10.0.10.1/24', vrf: 'A' as never },
    e1: { at: '10.0.1.1/24', mtu: 300 },
    lo0: '192.168.1.1/32',
  });
  far.configure({ e0: '10.0.1.2/24' }).route('0.0.0.0/0', '10.0.1.1 e0');
  r.route('10.64.0.0/16', '10.0.1.2 e1').route('192.168.0.0/16', 'reject').route('10.255.0.0/16', '10.0.1.2 e1 17');
  r.stack.hearProtocol(89, MAIN, () => {});
  r.stack.hearLink(0xfe, () => {});
  lab.run(seconds(1));
  r.ping('10.0.0.2', { count: undefined, pace: millis(100) });
  const e0 = 'e0' as PortName;
  const mac = fromHex('020000000200')!;
  let handed = 0;
  for (; handed < 10_000; handed++) {
    const bytes = seeds[rng.below(seeds.length)]!.slice(0, rng.below(10) === 0 ? 1 + rng.below(80) : undefined);
    // Most frames are for this box, and most headers add up, so that the damage reaches every layer.
    if (rng.below(8) > 0 && bytes.length >= 14 && (bytes[0]! & 1) === 0) bytes.set(mac);
    for (let edits = rng.below(4); edits > 0; edits--) bytes[rng.below(bytes.length)] = rng.below(256);
    const header = (bytes[14]! & 15) * 4;
    if (rng.below(4) > 0 && bytes[12] === 8 && bytes[13] === 0 && header >= 20 && bytes.length >= 14 + header) {
      bytes.set([0, 0], 24);
      const sum = internetChecksum(bytes, 0, 14, 14 + header);
      bytes.set([sum >>> 8, sum & 255], 24);
    }
    const before = bytes.slice();
    r.receive(e0, { bytes });
    expect(bytes).toEqual(before);
    if (handed % 10 === 0) lab.run(millis(5));
  }
  lab.run(seconds(100));
  const drops = r.drops();
  const total = Object.values(drops).reduce((sum, count) => sum + count, 0);
  // Every layer was reached, and nothing was dropped for a reason without a name.
  expect(Object.keys(drops)).toEqual(
    expect.arrayContaining([
      'ip checksum',
      'arp duplicate address',
      'other mac',
      'no route',
      'icmp checksum',
      'port unreachable',
    ]),
  );
  expect(Object.keys(drops).every((reason) => /^[a-z0-9][a-z0-9 ]+$/.test(reason))).toBe(true);
  expect(total).toBeGreaterThan(1000);
  // What is counted over all is the sum of what is counted in each place.
  const places = [
    ...r.stack.interfaces().map((view) => r.stack.counters(view.name)),
    ...r.stack.portStates().map((port) => port.counters),
  ];
  const sum = places.flatMap((counters) => [...counters.drops.values()]).reduce((a, b) => a + b, 0);
  expect(total).toBeGreaterThanOrEqual(sum);
  // The stack still works.
  const lines = r.ping('10.0.1.2', { count: 1 });
  lab.run(seconds(5));
  expect(lines.at(-1)).toContain('done 1/1');
});

it('behaves the same in every run', () => {
  const run = (): unknown => {
    const lab = new Lab(7);
    const [a, b] = [lab.node('a', PLAIN), lab.node('b', PLAIN)];
    lab.cable('a e0', 'b e0');
    b.configure({ e0: '10.0.0.2/24' });
    a.configure({ e0: '10.0.0.1/24' });
    lab.world.link('a-b')!.faults = { lossPerMillion: 200_000, duplicatePerMillion: 100_000, jitter: millis(5) };
    const lines = a.ping('10.0.0.2', { count: 50, size: 3000 });
    lab.run(seconds(200));
    return [lines, lab.frames, a.drops(), b.drops()];
  };
  expect(run()).toEqual(run());
});
