// Ten thousand damaged frames on the cables of a lab: no box throws, whatever is thrown away has a reason, the lab goes on
// working, and the sitting can be saved and opened again.

import { beforeAll, expect, it } from 'vitest';
import { toHex } from '../../src/base/bytes.ts';
import { internetChecksum } from '../../src/base/checksum.ts';
import { present } from '../../src/base/must.ts';
import type { Play } from '../../src/play/play.ts';
import { begin } from '../../src/play/replay.ts';
import { millis, minutes, plus, seconds } from '../../src/sim/time.ts';
import * as captured from '../net/wire/captured.ts';
import { openScene, reopens, type Scene } from './chapters.ts';
import { Dice, ROUNDS } from './dice.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});

/** What is typed at a console that nobody pages, and everything it says meanwhile. */
function said(play: Play, device: string, line: string): string {
  let text = '';
  if (play.state(device, 9) === undefined)
    play.do({ kind: 'open', device, session: 9, auto: true, rows: 24, columns: 80 });
  const deaf = play.listen({ console: (_device, session, more) => (text += session === 9 ? more : '') });
  play.do({ kind: 'keys', device, session: 9, keys: `${line}\r` });
  play.until(() => play.state(device, 9) === 'prompt', plus(play.now, minutes(2)));
  deaf();
  return text;
}

/** One frame with bytes changed, cut or added; most headers of IP add up again, so that the damage reaches every layer. */
function damaged(frame: Uint8Array, dice: Dice): Uint8Array {
  const length = dice.once(10) ? dice.between(1, frame.length) : frame.length;
  const bytes = new Uint8Array(dice.once(20) ? length + dice.below(1600) : length);
  bytes.set(frame.subarray(0, bytes.length));
  for (let edits = dice.below(4); edits > 0; edits--) bytes[dice.below(bytes.length)] = dice.below(256);
  const header = ((bytes[14] ?? 0) & 15) * 4;
  if (!dice.once(4) && bytes[12] === 8 && bytes[13] === 0 && header >= 20 && bytes.length >= 14 + header) {
    bytes.set([0, 0], 24);
    const sum = internetChecksum(bytes, 0, 14, 14 + header);
    bytes.set([sum >>> 8, sum & 255], 24);
  }
  return bytes;
}

it('survives every frame', () => {
  const dice = new Dice('frames');
  const lab = present(scene.labs.get('first-steps'), 'a lab');
  const begun = begin(lab, scene.machinery, { from: 'solution' });
  if (!begun.ok) throw new Error('the lab does not begin');
  const play = begun.value;
  const seeds: Uint8Array[] = Object.values(captured).filter((value) => value instanceof Uint8Array);
  const tap = {
    sent: (_time: unknown, _link: unknown, _from: unknown, frame: { readonly bytes: Uint8Array }) =>
      seeds.push(frame.bytes),
  };
  play.running.world.watch(tap);
  play.advance(seconds(10));
  for (const line of ['ping 192.168.30.1', 'ping 192.168.30.1 -c 1 -l 4000', 'trace 192.168.30.1'])
    said(play, 'H1', line);
  play.running.world.unwatch(tap);
  const links = lab.links.map(({ id }) => id);
  for (let i = 0; i < 10_000 * ROUNDS; i++) {
    play.do({ kind: 'frame', link: dice.pick(links), hex: toHex(damaged(dice.pick(seeds), dice)) });
    if (i % 10 === 0) play.advance(plus(play.now, millis(5)));
  }
  play.advance(plus(play.now, minutes(30)));
  let dropped = 0;
  for (const box of play.running.boxes.values())
    for (const [reason, count] of box.router().ask('drops', {})) {
      expect(reason).toMatch(/^[a-z0-9][a-z0-9 -]+$/);
      dropped += count;
    }
  expect(dropped).toBeGreaterThan(10_000);
  expect(said(play, 'H1', 'ping 192.168.30.1')).toContain('bytes from 192.168.30.1 icmp_seq=5');
  reopens(scene, play);
}, 600_000);
