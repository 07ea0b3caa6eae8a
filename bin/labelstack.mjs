#!/usr/bin/env node
// Starts the program; with the bundled runtime when the Node that was called is too old for it.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED = 22;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const program = join(root, 'dist', 'cli.mjs');

/** The runtime that came as an optional package, in a checkout or beside us in somebody's node_modules. */
function bundledNode() {
  const windows = process.platform === 'win32';
  const platform = windows ? 'win' : process.platform;
  const names = [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`];
  const folders = [join(root, 'node_modules'), join(root, '..')];
  const paths = folders.flatMap((folder) =>
    names.map((name) => join(folder, name, 'bin', windows ? 'node.exe' : 'node')),
  );
  return paths.find((path) => existsSync(path));
}

function rerun(node) {
  const child = spawn(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // Ctrl-C reaches the child by itself; it decides.
  process.on('SIGINT', () => {});
  child.on('error', (error) => {
    process.stderr.write(`labelstack: ${node} cannot be started: ${error.message}\n`);
    process.exit(2);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 3);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

const major = Number(process.versions.node.split('.')[0]);
if (!existsSync(program)) {
  process.stderr.write('labelstack is not built: run npm ci, or npm run build.\n');
  process.exitCode = 2;
} else if (major >= NEEDED) {
  await import(pathToFileURL(program).href);
} else {
  const node = bundledNode();
  if (node !== undefined) rerun(node);
  else {
    process.stderr.write(
      `labelstack needs Node ${NEEDED} or newer; this is ${process.versions.node}, and the one that npm ci brings along ` +
        `is not there for ${process.platform} ${process.arch}.\nInstall a newer Node, or run npm ci without --omit=optional.\n`,
    );
    process.exitCode = 2;
  }
}
