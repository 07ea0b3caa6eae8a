// A provider's core: a grid of 100 routers until every one knows every way, and an idle hour of twenty with labels.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { present } from '../../src/base/must.ts';
import { prepareLab, RunningLab } from '../../src/lab/build.ts';
import { readGraph } from '../../src/lab/graph.ts';
import { graphLab } from '../../src/lab/graph-lab.ts';
import type { Lab } from '../../src/lab/lab.ts';
import { MAIN } from '../../src/route/names.ts';
import { minutes, plus, seconds } from '../../src/sim/time.ts';
import type { Program } from '../../src/verbs/program.ts';
import { grid } from '../harness/graphs.ts';
import { cpuSeconds } from './measure.ts';

export interface GridFacts {
  readonly routes: number;
  readonly cpuSeconds: number;
  readonly rssMegabytes: number;
}

/** `labelstack bench` of a 10 × 10 grid with fast timers: CPU and memory of the whole process. */
export function gridSettles(cli: string): GridFacts {
  const folder = mkdtempSync(join(tmpdir(), 'labelstack-grid-'));
  try {
    const file = join(folder, 'grid.json');
    writeFileSync(file, JSON.stringify(grid(10, 10)));
    const done = spawnSync(process.execPath, [cli, 'bench', file, '--profile', 'fast'], { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(done.stderr);
    return JSON.parse(present(done.stdout.trimEnd().split('\n').at(-1), 'a line')) as GridFacts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The lab with `mpls ip` on every cable. */
const labelled = (lab: Lab): Lab['start'] =>
  Object.fromEntries(
    Object.entries(lab.start).map(([name, files]) => [
      name,
      files.map(({ file, text }) => ({ file, text: text.replaceAll(' no shutdown', ' mpls ip\n no shutdown') })),
    ]),
  );

/** CPU seconds of one lab hour of a settled 5 × 4 grid with IS-IS and LDP, in which nothing happens. */
export async function idleCoreHour(program: Program): Promise<number> {
  const machinery = await program.machinery();
  const graph = readGraph(JSON.stringify(grid(5, 4)));
  const os = present(machinery.systems.get('ios'), 'IOS');
  const bench = graph.ok ? graphLab(graph.value, os, 'ios', 'default') : graph;
  if (!bench.ok) throw new Error(bench.error);
  const { lab } = bench.value;
  const prepared = prepareLab(lab, machinery, labelled(lab));
  if (!prepared.ok) throw new Error(prepared.error[0]?.message);
  const running = new RunningLab(prepared.value, lab.seed);
  running.settle(minutes(10), seconds(60));
  const before = running.lastChange;
  const sessions = (running.router('n2x2')?.ask('ldp.neighbors', { vrf: MAIN }) ?? []).length;
  if (sessions !== 4) throw new Error(`n2x2 has ${sessions} LDP neighbours`);
  const spent = cpuSeconds(() => running.advance(plus(running.world.now, minutes(60))), 1);
  if (running.lastChange !== before) throw new Error('an idle core changed');
  return spent;
}
