// The benchmark: everything measured in one run, beside what a bare Node takes on the same machine at the same time.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { begin } from '../../src/play/replay.ts';
import { minutes, seconds } from '../../src/sim/time.ts';
import { loadMachinery } from '../../src/verbs/machinery.ts';
import { openLab } from '../../src/verbs/open-lab.ts';
import type { Program } from '../../src/verbs/program.ts';
import { mortalFrames } from '../../src/verbs/system.ts';
import { fullFeed } from './bgp.ts';
import { consoleTimes } from './consoles.ts';
import { gridSettles, idleCoreHour } from './core.ts';
import { frrGrid } from './frr-grid.ts';
import { eventsPerSecond, framesPerSecond } from './kernel.ts';
import { keyToScreen, labHour, multihomed, playOf, typedLines } from './labs.ts';
import { processTimes, rounded } from './measure.ts';

mortalFrames();
const root = process.argv[2] ?? '.';

function makeProgram(): Program {
  const machinery = loadMachinery(root);
  return {
    out: () => {},
    complain: () => {},
    stdin: process.stdin,
    terminal: false,
    size: () => ({ rows: 24, columns: 80 }),
    onSignal: () => () => {},
    environment: {},
    cwd: root,
    colour: false,
    folder: root,
    engine: 'bench',
    machinery: () => machinery,
    precious: undefined,
  };
}

/** Megabytes of a process that holds a settled `first-steps`. */
async function atRest(): Promise<void> {
  const program = makeProgram();
  const lab = await openLab('first-steps', program);
  const play = lab.ok ? begin(lab.value, await program.machinery(), { from: 'solution' }) : undefined;
  if (!play?.ok) throw new Error('first-steps does not begin');
  play.value.settle(minutes(10), seconds(30));
  process.stdout.write(String(process.memoryUsage().rss / 2 ** 20));
}

function memoryAtRest(): number {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), root, 'rest'], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return Number(child.stdout);
}

/** A full table from one peer, and through a reflector. */
function feeds(inBare: (millis: number) => number): Readonly<Record<string, unknown>> {
  const facts = (clients: number, reach: string) => {
    const { cpuSeconds, heapMegabytes } = fullFeed(100_000, clients);
    return {
      cpuSeconds: rounded(cpuSeconds),
      ratio: inBare(cpuSeconds * 1000),
      heapMegabytes: rounded(heapMegabytes),
      reach,
    };
  };
  return { feedOf100000: facts(0, 'under three seconds'), reflectedToTen: facts(10, 'under 15 seconds') };
}

/** The same grid in FRR with `--peers`, where it can be. */
async function core(): Promise<Readonly<Record<string, unknown>>> {
  const peers = process.argv.includes('--peers') ? { frr: await frrGrid() } : {};
  const settled = gridSettles(join(root, 'dist', 'cli.mjs'));
  return {
    gridOf100: {
      routes: settled.routes,
      cpuSeconds: rounded(settled.cpuSeconds),
      rssMegabytes: settled.rssMegabytes,
      ...peers,
      reach: 'less CPU than FRR (13.3 s when it was measured), under 300 MB',
    },
    idleCoreHour: { cpuSeconds: rounded(await idleCoreHour(makeProgram())), reach: 'under three seconds' },
  };
}

async function measureAll(): Promise<unknown> {
  const program = makeProgram();
  const cli = join(root, 'dist', 'cli.mjs');
  const times = processTimes(
    { bare: ['-e', '0'], run: [cli, 'run', 'vrf-leak', '-d', 'Router', '-c', 'show ip route'] },
    9,
  );
  const bare = times['bare'] as number;
  const start = times['run'] as number;
  const events = eventsPerSecond();
  const frames = framesPerSecond();
  const hour = await labHour(program);
  const site = await multihomed(program);
  const typed = await typedLines(program);
  const consoles = consoleTimes(await playOf(program, 'first-steps', 'solution'));
  const rest = memoryAtRest();
  const key = await keyToScreen(program);
  const inBare = (millis: number): number => rounded(millis / bare);
  return {
    node: process.version,
    bareNodeMillis: rounded(bare),
    coldStart: { millis: rounded(start), ratio: inBare(start), reach: 'under 10 × bare Node' },
    kernelEvents: {
      perSecond: rounded(events),
      perBareNode: rounded((events * bare) / 1000),
      reach: '500,000 a second',
    },
    forwardedFrames: { perSecond: rounded(frames), perBareNode: rounded((frames * bare) / 1000) },
    ...(await core()),
    ...feeds(inBare),
    labHour: { cpuSeconds: rounded(hour), ratio: inBare(hour * 1000), reach: 'under two seconds' },
    multihomedSettled: { cpuSeconds: rounded(site.settled), reach: 'under three seconds' },
    multihomedHour: { cpuSeconds: rounded(site.hour), reach: 'under ten seconds' },
    typedLines10000: { cpuMillis: rounded(typed), ratio: inBare(typed) },
    consoles: {
      configurationLines: consoles.lines,
      loadOverride: {
        cpuMillis: rounded(consoles.loadOverride),
        ratio: inBare(consoles.loadOverride),
        reach: 'under 100 ms',
      },
      displaySet: { cpuMillis: rounded(consoles.displaySet), ratio: inBare(consoles.displaySet), reach: 'under 50 ms' },
      help: {
        medianCpuMillis: rounded(consoles.help),
        worstCpuMillis: rounded(consoles.helpWorst),
        ratio: inBare(consoles.helpWorst),
        reach: 'under 5 ms',
      },
    },
    keyToScreen: {
      medianMillis: rounded(key.median),
      p95Millis: rounded(key.p95),
      ratio: inBare(key.median),
      reach: 'median 16 ms',
    },
    memoryAtRest: { megabytes: rounded(rest), reach: 'under 150' },
  };
}

if (process.argv[3] === 'rest') await atRest();
else if (process.argv[3] === 'bgp')
  process.stdout.write(
    `${JSON.stringify(
      feeds((millis) => rounded(millis)),
      undefined,
      2,
    )}\n`,
  );
else if (process.argv[3] === 'core') process.stdout.write(`${JSON.stringify(await core(), undefined, 2)}\n`);
else {
  process.stdout.write(`${JSON.stringify(await measureAll(), undefined, 2)}\n`);
  process.exit(0);
}
