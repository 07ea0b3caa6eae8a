// Builds dist/: one bundle in pieces, so that a verb without a screen never loads one; and the command files, parsed.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundledNode, fits } from './bin/runtime.mjs';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
/** Rooms that decide how a lab runs: a save tells by their digest whether the program has changed. */
const ENGINE_ROOMS = [
  'base',
  'sim',
  'route',
  'language',
  'net',
  'policy',
  'config',
  'protocols',
  'cli',
  'device',
  'os',
  'lab',
  'play',
];

/** Sixteen hex digits over every source and command file that can change what happens in a lab. */
function engineDigest() {
  const hash = createHash('sha256');
  const walk = (folder) => {
    if (!existsSync(join(ROOT, folder))) return;
    const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (/\.(ts|cmd)$/.test(entry.name)) hash.update(`${path}\0${readFileSync(join(ROOT, path), 'utf8')}\0`);
    }
  };
  for (const room of ENGINE_ROOMS) walk(`src/${room}`);
  walk('commands');
  return hash.digest('hex').slice(0, 16);
}

/** React asks for its developer tools and does not need them. */
const withoutDevtools = {
  name: 'without-devtools',
  setup(steps) {
    steps.onResolve({ filter: /^react-devtools-core$/ }, () => ({ path: 'none', namespace: 'nothing' }));
    steps.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'export default {};' }));
  },
};

/** How everything is bundled. `fetch` is hidden so that the layout engine's loader does not pull in an HTTP client. */
export const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    fetch: 'undefined',
    LABELSTACK_ENGINE: JSON.stringify(engineDigest()),
  },
  banner: {
    js: "import { createRequire as madeRequire } from 'node:module'; const require = madeRequire(import.meta.url);",
  },
  plugins: [withoutDevtools],
  logLevel: 'warning',
};

async function main() {
  const dist = join(ROOT, 'dist');
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  await build({ ...OPTIONS, entryPoints: [{ in: 'src/main.ts', out: 'cli' }], outdir: dist, minifySyntax: true });
  await writeCommands(dist);
  // One run fills the engine's compile cache, so that nobody's first start is a slow one.
  const program = join(ROOT, 'bin', 'labelstack.mjs');
  if (fits)
    spawnSync(process.execPath, [program, 'run', 'vrf-leak', '--at', '1s'], { stdio: 'ignore', timeout: 60_000 });
}

/** dist/commands.json: start-up need not load the parser. Without it the program parses the files itself. */
async function writeCommands(dist) {
  if (!fits) return;
  const tool = join(dist, 'tool');
  await build({ ...OPTIONS, entryPoints: [{ in: 'src/host/command-cache.ts', out: 'commands' }], outdir: tool });
  const { parseCommands } = await import(pathToFileURL(join(tool, 'commands.mjs')).href);
  const parsed = await parseCommands(ROOT);
  rmSync(tool, { recursive: true });
  if (!parsed.ok) {
    for (const fault of parsed.error) process.stderr.write(`commands/${fault.file}:${fault.line}: ${fault.message}\n`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(join(dist, 'commands.json'), JSON.stringify(parsed.value));
}

/** The parser of the command files wants a newer Node than the one that may have been called. */
async function start() {
  const node = fits ? undefined : bundledNode(ROOT);
  if (node === undefined) await main();
  else process.exitCode = spawnSync(node, [fileURLToPath(import.meta.url)], { stdio: 'inherit' }).status ?? 1;
}

if (process.argv[1] && pathToFileURL(process.argv[1]).href === import.meta.url) await start();
