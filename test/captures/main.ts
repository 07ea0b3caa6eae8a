// By hand: npx node test/captures/main.ts [--out FOLDER] [--details N] [JOB…] plays captured networks and has them scored.

import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { programFolder } from '../../src/host/places.ts';
import { problemText } from '../../src/lab/lab.ts';
import { loadMachinery } from '../../src/verbs/machinery.ts';
import { jobNames, REAL } from './job.ts';
import { playJob, writeOutputs } from './play-job.ts';

const words = process.argv.slice(2);
const option = (name: string, otherwise: string): string => {
  const at = words.indexOf(name);
  return at < 0 ? otherwise : (words.splice(at, 2)[1] ?? otherwise);
};
const out = resolve(option('--out', 'captured'));
const details = option('--details', '5');
if (REAL === undefined) throw new Error('there are no captured networks beside the checkout');
const names = words.length > 0 ? words : jobNames(REAL);
const machinery = await loadMachinery(programFolder());
for (const name of names) {
  const began = process.hrtime.bigint();
  const played = playJob(REAL, name, machinery);
  const took = Number((process.hrtime.bigint() - began) / 1_000_000n);
  writeOutputs(out, played.said);
  const { world } = played.play.running;
  console.log(
    `${name}: ${played.settled ? 'settled' : 'NOT SETTLED'} at ${Math.round(world.now / 1e6)} s, ` +
      `${world.executed} events, ${took} ms`,
  );
  for (const problem of played.refused) console.log(`  ${problemText(problem)}`);
}
const asked = [
  '--expected',
  join(REAL, 'snapshots'),
  '--actual',
  out,
  '--snapshot',
  names.join(','),
  '--details',
  details,
];
for (const [judge, ...more] of [['score.mjs', '--aux'], ['roundtrip.mjs']] as const)
  spawnSync(process.execPath, [join(REAL, 'scorer', judge), ...asked, ...more], { stdio: 'inherit' });
