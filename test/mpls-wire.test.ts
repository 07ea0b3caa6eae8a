// Everything that a core with labels puts on its wires, judged by a stranger.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { CaptureFile } from '../src/host/capture-file.ts';
import { MAIN } from '../src/route/names.ts';
import { seconds } from '../src/sim/time.ts';
import { bfdPath, timers } from './harness/bfd.ts';
import { likeIos } from './harness/ldp.ts';
import { chain } from './harness/mpls-chain.ts';
import { ip, p } from './harness/routes.ts';
import { judge, judgeVersion } from './harness/wire-judge.ts';

const version = judgeVersion();
const folder = mkdtempSync(join(tmpdir(), 'labelstack-mpls-wire-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.skipIf(version === undefined)('is clean', () => {
  const { vrf: _, ...path } = bfdPath('10.0.1.2 e1');
  const { vrf: __, ...back } = bfdPath('10.0.1.1 e0');
  const watched = (to: string, via: string, at: typeof path) => ({
    to,
    via,
    bfd: { path: at, timers: timers(300, 300, 3) },
  });
  const net = chain({
    length: 4,
    ldp: likeIos,
    spec: (n) => (n === 1 ? { targets: ['3.3.3.3'] } : { acceptTargets: 'any' }),
  });
  const file = join(folder, 'core.pcapng');
  const capture = new CaptureFile(
    file,
    { world: net.world, lab: { epoch: 1_700_000_000 } } as never,
    net.world.links.map(({ id }) => id),
  );
  const static1 = [2, 3, 4].map((n) => ({ to: `${n}.${n}.${n}.${n}/32`, via: '10.0.1.2' }));
  net.configure('r1', { static: { default: [...static1, watched('20.0.0.0/8', '10.0.1.2', path)] } });
  const static2 = [
    { to: '1.1.1.1/32', via: '10.0.1.1' },
    ...[3, 4].map((n) => ({ to: `${n}.${n}.${n}.${n}/32`, via: '10.0.2.3' })),
  ];
  net.configure('r2', { static: { default: [...static2, watched('30.0.0.0/8', '10.0.1.1', back)] } });
  net.run(seconds(40));
  net.ping('r1', '4.4.4.4', { from: '1.1.1.1' });
  net.trace('r1', '4.4.4.4', { from: ip('1.1.1.1') });
  const common = {
    vrf: MAIN,
    to: ip('127.0.0.1'),
    from: undefined,
    exp: 0,
    replyMode: 2,
    timeout: seconds(2),
    fec: p('4.4.4.4/32'),
  };
  net.device('r1').lspPing({ ...common, count: 3, size: 100, ttl: 255, interval: seconds(0) }, () => {});
  net.device('r1').lspTrace({ ...common, maxTtl: 5 }, () => {});
  net.run(seconds(10));
  net.configure('r3', { ldp: undefined });
  net.run(seconds(5));
  net.cut(0).run(seconds(20));
  net.mend(0).run(seconds(20));
  capture.close();
  const { frames, bad } = judge(file);
  expect(bad).toEqual([]);
  expect(frames).toBe(capture.frames);
  expect(frames).toBeGreaterThan(200);
});
