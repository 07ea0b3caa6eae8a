// npm run bench [-- core|bgp|site] [-- --peers]: builds the program, bundles the benchmark as the program is bundled, runs it, prints one JSON document.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { OPTIONS } from '../../build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'labelstack-bench-'));
try {
  const built = spawnSync(process.execPath, [join(root, 'build.mjs')], { stdio: ['ignore', 2, 2] });
  if (built.status !== 0) throw new Error('the program cannot be built');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  await build({
    ...OPTIONS,
    entryPoints: [{ in: 'test/bench/main.ts', out: 'bench' }],
    outdir: folder,
  });
  const node = join(root, 'node_modules', '.bin', 'node');
  const done = spawnSync(node, ['--expose-gc', join(folder, 'bench.mjs'), root, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = done.status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
