import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtProgram, call } from '../harness/built.ts';
import { temporaryFolder } from '../harness/lab-folder.ts';
import { TelnetClient } from '../harness/telnet-client.ts';

/** Packages that a piece of the bundle holds, or loads before it can run. */
async function packagesOf(entry: string): Promise<ReadonlySet<string>> {
  const { outputs } = (await builtProgram()).metafile;
  const first = Object.keys(outputs).find((file) => outputs[file]?.entryPoint === entry);
  expect(first, entry).toBeDefined();
  const seen = new Set<string>();
  const packages = new Set<string>();
  const walk = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const input of Object.keys(outputs[file]?.inputs ?? {})) {
      const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
      if (name !== undefined) packages.add(name);
    }
    for (const load of outputs[file]?.imports ?? []) if (load.kind !== 'dynamic-import') walk(load.path);
  };
  walk(first as string);
  return packages;
}

/** A Node that is too old for the program, if this machine has one. */
const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
  try {
    return Number(/^v(\d+)/.exec(execFileSync(path, ['--version'], { encoding: 'utf8' }))?.[1]) < 22;
  } catch {
    return false;
  }
});

describe('the bundle', () => {
  it('begins with nothing but itself', async () => {
    expect([...(await packagesOf('src/main.ts'))]).toEqual([]);
  });

  it.each(['run', 'console', 'check', 'lint', 'labs', 'saves', 'capture', 'parse', 'serve'])(
    '%s loads no screen, no parser and no schema before it needs them',
    async (verb) => {
      expect([...(await packagesOf(`src/verbs/${verb}.ts`))]).toEqual([]);
    },
  );

  it('plain text needs no screen', async () => {
    expect([...(await packagesOf('src/tui/plain/run-plain.ts'))]).toEqual([]);
  });

  it('has the others for those who ask', async () => {
    expect([...(await packagesOf('src/host/lab-schema.ts'))]).toEqual(['zod']);
    expect([...(await packagesOf('src/language/parser.ts'))]).toContain('chevrotain');
  });
});

describe('the built program', () => {
  it('answers, complains and ends as the contract says', async () => {
    const [help, version, labs, none, wrong] = await Promise.all([
      call(['--help']),
      call(['--version']),
      call(['labs', '--json']),
      call([]),
      call(['runn', 'x']),
    ]);
    expect([help.code, help.complaints]).toEqual([0, '']);
    expect(help.out).toContain('labelstack VERB');
    expect(version.out).toMatch(/^labelstack \d+\.\d+\.\d+ \(engine [0-9a-f]{16}\)\n$/);
    expect(JSON.parse(labs.out)).toBeInstanceOf(Array);
    expect([none.code, none.out]).toEqual([2, '']);
    expect(none.complaints).toContain('labelstack run LAB');
    expect(wrong).toEqual({
      code: 2,
      out: '',
      complaints: 'there is no verb "runn"; did you mean "run"?; labelstack --help lists what there is\n',
    });
  });

  it('serves until it is told to end, and loses nothing', async () => {
    const { folder } = await builtProgram();
    const saves = temporaryFolder();
    const child = spawn(
      process.execPath,
      [join(folder, 'bin/labelstack.mjs'), 'serve', 'first-steps', '--telnet', '0'],
      {
        env: { ...process.env, LABELSTACK_SAVES: saves },
      },
    );
    let out = '';
    const ready = new Promise<void>((resolve) => {
      child.stdout.on('data', (text) => {
        out += text;
        if (out.includes('Ready')) resolve();
      });
    });
    let complaints = '';
    child.stderr.on('data', (text) => {
      complaints += text;
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    await ready;
    const console = await TelnetClient.dial(Number(/ (\d+) +R1\n/.exec(out)?.[1]));
    await console.until(/Press RETURN to get started/);
    console.type('\r');
    await console.until(/R1>$/);
    child.kill('SIGTERM');
    await console.closed;
    expect([await ended, complaints]).toEqual([0, 'What was not saved is kept as "kept-1".\n']);
    expect(readdirSync(saves)).toContain('kept-1.json');
  });

  it('is quiet when nobody reads on', async () => {
    const { folder } = await builtProgram();
    const child = spawn(process.execPath, [join(folder, 'bin/labelstack.mjs'), 'run', '--help']);
    let complaints = '';
    child.stderr.on('data', (text) => {
      complaints += text;
    });
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([code, complaints]).toEqual([0, '']);
  });

  it.skipIf(oldNode === undefined)(
    'runs under an old Node by the one that came along, or says what is missing',
    async () => {
      const { folder } = await builtProgram();
      const modules = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin');
      const without = await call(['--version'], '', oldNode);
      expect(without.code).toBe(2);
      expect(without.complaints).toMatch(
        /^labelstack needs Node 22 or newer; this is \d+\.\d+\.\d+, and the one that npm ci/,
      );
      mkdirSync(modules, { recursive: true });
      symlinkSync(process.execPath, join(modules, 'node'));
      const [version, wrong] = await Promise.all([call(['--version'], '', oldNode), call(['runn'], '', oldNode)]);
      expect([version.code, version.out.slice(0, 11)]).toEqual([0, 'labelstack ']);
      expect(wrong.code).toBe(2);
    },
  );

  it('says so when it was not built', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'bin'));
    for (const name of ['labelstack.mjs', 'runtime.mjs'])
      copyFileSync(join(import.meta.dirname, '../../bin', name), join(folder, 'bin', name));
    const child = spawn(process.execPath, [join(folder, 'bin/labelstack.mjs')]);
    let complaints = '';
    child.stderr.on('data', (text) => {
      complaints += text;
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([code, complaints]).toEqual([2, 'labelstack is not built: run npm ci, or npm run build.\n']);
  });
});
