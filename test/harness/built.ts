// The program as it is installed: bundled into a folder of its own, once for all tests that ask.

import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { OPTIONS } from '../../build.mjs';

const ROOT = join(import.meta.dirname, '../..');

export interface Built {
  readonly folder: string;
  readonly metafile: Metafile;
}

let built: Promise<Built> | undefined;

/** Bundles it; the folder goes away with the process. */
export function builtProgram(): Promise<Built> {
  built ??= make();
  return built;
}

async function make(): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), 'labelstack-built-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const entryPoints = [{ in: 'src/main.ts', out: 'cli' }];
  const { metafile } = await build({ ...OPTIONS, entryPoints, outdir: join(folder, 'dist'), metafile: true as const });
  mkdirSync(join(folder, 'bin'));
  mkdirSync(join(folder, 'saves'));
  copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  for (const name of ['labelstack.mjs', 'runtime.mjs'])
    copyFileSync(join(ROOT, 'bin', name), join(folder, 'bin', name));
  for (const name of ['labs', 'commands']) symlinkSync(join(ROOT, name), join(folder, name));
  return { folder, metafile };
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly complaints: string;
}

/** Calls the launcher with this Node, or another. */
export async function call(args: readonly string[], keys = '', node: string = process.execPath): Promise<Ended> {
  const { folder } = await builtProgram();
  const child = spawn(node, [join(folder, 'bin/labelstack.mjs'), ...args], { cwd: folder });
  let out = '';
  let complaints = '';
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    complaints += text;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(keys);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, complaints };
}
