// Every frame of a network of all kinds of links, levels and signatures, judged by a stranger.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { enhancedPacket, interfaceDescription, sectionHeader } from '../../../src/sim/pcap.ts';
import { seconds } from '../../../src/sim/time.ts';
import { IsisLab } from '../../harness/isis-lab.ts';
import { judge, judgeVersion } from '../../harness/wire-judge.ts';

const version = judgeVersion();
if (version === undefined) console.log('skipped: the frames of IS-IS are not judged, tshark is not installed');

const md5 = { algorithm: 'hmac-md5', secret: 's' } as const;
const sha = { algorithm: 'hmac-sha256', id: 5, secret: 's' } as const;
const both = (key: typeof md5 | typeof sha) => ({ send: key, accept: [key] });

it.skipIf(version === undefined)('tshark finds nothing wrong', () => {
  const signed = { auth: { lsp: both(sha), csnp: both(sha), psnp: both(sha) }, send: 'both' } as const;
  const statics = Array.from({ length: 300 }, (_, i) => ({
    to: `20.0.${i & 255}.${i >> 8 ? 128 : 0}/25`,
    via: 'discard',
  }));
  const redistribute = [
    { kinds: ['static'], source: undefined, levels: [2], policy: undefined, metric: 5, metricType: 'external' },
  ] as const;
  const lab = new IsisLab(
    {
      r1: { level: { 2: signed }, statics, redistribute },
      r2: { level: { 2: signed } },
      r3: { level: { 2: signed }, area: '47.0005.80ff.f700' },
      r4: { level: { 2: signed }, routerId: 0x01010101 as never },
    },
    [
      { on: 'r1 r2 r3', padding: 'always' },
      { on: 'r3 r4', p2p: true, padding: 'always', both: { auth: both(md5) } },
    ],
  );
  const file = join(mkdtempSync(join(tmpdir(), 'labelstack-isis-')), 'isis.pcapng');
  const blocks = [sectionHeader(), interfaceDescription('all')];
  let frames = 0;
  lab.topology.world.watch({
    sent: (time, _link, _from, frame) => {
      blocks.push(enhancedPacket(0, 0, time, frame));
      frames++;
    },
  });
  lab.run(seconds(60));
  lab.topology.cut(1).mend(1);
  lab.run(seconds(60));
  expect(lab.route('r4', '10.255.0.1/32')).toBeDefined();
  expect(lab.routes('r4').filter((line) => line.startsWith('20.'))).toHaveLength(300);
  writeFileSync(file, Buffer.concat(blocks));
  const judged = judge(file);
  expect(judged.bad).toEqual([]);
  expect(judged.frames).toBe(frames);
  expect(frames).toBeGreaterThan(200);
});
