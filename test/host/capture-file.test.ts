import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CaptureFile } from '../../src/host/capture-file.ts';
import { begin } from '../../src/play/replay.ts';
import { micros, seconds } from '../../src/sim/time.ts';
import { temporaryFolder } from '../harness/lab-folder.ts';
import { toyLab, toyMachinery } from '../harness/toy-system.ts';

/** Blocks of a pcapng file: type and body. draft-ietf-opsawg-pcapng §3.1 */
function blocks(bytes: Buffer): { readonly type: number; readonly body: Buffer }[] {
  const found = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4);
    expect(bytes.readUInt32LE(at + length - 4)).toBe(length);
    found.push({ type: bytes.readUInt32LE(at), body: bytes.subarray(at + 8, at + length - 4) });
    at += length;
  }
  return found;
}

it('holds every frame that was sent on the link, with its time', () => {
  const lab = toyLab({ epoch: 1_772_323_200_000_000 });
  const begun = begin(lab, toyMachinery, { from: 'start' });
  if (!begun.ok) throw new Error('no play');
  const play = begun.value;
  const file = join(temporaryFolder(), 'x.pcapng');
  const capture = new CaptureFile(file, play.running, ['a-b']);
  play.do({ kind: 'open', device: 'a', session: 0, auto: true, rows: 24, columns: 80 });
  play.advance(seconds(1));
  play.do({ kind: 'keys', device: 'a', session: 0, keys: 'ping 10.0.0.2 1\r' });
  play.advance(micros(1_500_000));
  expect(capture.frames).toBe(2);
  capture.close();
  play.do({ kind: 'keys', device: 'a', session: 0, keys: 'ping 10.0.0.2 1\r' });
  play.advance(seconds(9));
  const [header, port, ...packets] = blocks(readFileSync(file));
  expect([header?.type, port?.type]).toEqual([0x0a0d0d0a, 1]);
  expect(port?.body.toString('latin1')).toContain('a-b');
  expect(packets.map((packet) => packet.type)).toEqual([6, 6]);
  const stamps = packets.map(({ body }) => body.readUInt32LE(4) * 2 ** 32 + body.readUInt32LE(8) - lab.epoch);
  expect(stamps).toEqual([1_000_000, 1_001_000]);
  // The toy's request: kind 1, to 10.0.0.2, from 10.0.0.1.
  expect(packets[0]?.body.readUInt32LE(20)).toBe(1);
  expect(packets[0]?.body.readUInt32LE(24)).toBe(0x0a000002);
});
