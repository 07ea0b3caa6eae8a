#!/usr/bin/env node
// Starts the program; with the bundled runtime when the Node that was called is too old for it.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as modules from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundledNode, fits, NEEDED } from './runtime.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const program = join(root, 'dist', 'cli.mjs');

function refuse(why) {
  process.stderr.write(`${why}\n`);
  process.exitCode = 2;
}

/** Runs the program under another Node and ends as it ends. */
function rerun(node) {
  const child = spawn(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // Ctrl-C reaches the child by itself; it decides.
  process.on('SIGINT', () => {});
  child.on('error', (error) => refuse(`labelstack: ${node} cannot be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 3);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

if (!existsSync(program)) refuse('labelstack is not built: run npm ci, or npm run build.');
else if (fits) {
  // What the engine compiled is kept beside the program; where that cannot be written, it compiles again.
  modules.enableCompileCache?.(join(root, 'dist', 'cache'));
  await import(pathToFileURL(program).href);
} else {
  const node = bundledNode(root);
  if (node !== undefined) rerun(node);
  else {
    refuse(
      `labelstack needs Node ${NEEDED} or newer; this is ${process.versions.node}, and the one that npm ci brings along ` +
        `is not there for ${process.platform} ${process.arch}.\nInstall a newer Node, or run npm ci without --omit=optional.`,
    );
  }
}
