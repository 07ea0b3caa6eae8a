import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { savesFolder } from '../../src/host/places.ts';
import { Store } from '../../src/host/store.ts';
import type { Save } from '../../src/play/save.ts';
import type { Micros } from '../../src/sim/time.ts';
import { temporaryFolder, writeFiles } from '../harness/lab-folder.ts';

const save = (title: string): Save => ({
  format: 1,
  title,
  engine: 'e',
  lab: { id: 'toys', digest: 'd' },
  seed: 1,
  from: 'start',
  inputs: [
    { executed: 0, at: 0 as Micros, kind: 'open', device: 'a', session: 0, auto: false, rows: 24, columns: 80 },
    { executed: 3, at: 5 as Micros, kind: 'keys', device: 'a', session: 0, keys: 'sh\t\x03\u2028' },
    {
      executed: 4,
      at: 6 as Micros,
      kind: 'link',
      link: 'a-b',
      up: false,
      way: { device: 'a', port: 'e', direction: 'in' },
    },
  ],
  end: { executed: 9, at: 60_000_000 as Micros },
  fingerprint: 'f',
  configs: { a: ['hostname A'] },
  done: ['one'],
});

describe('saves', () => {
  it('come back as they were written', async () => {
    const store = new Store(temporaryFolder());
    expect(await store.write('my save 1', save('x'))).toEqual({ ok: true, value: undefined });
    expect(await store.load('my save 1')).toEqual({ ok: true, value: save('x') });
    expect(store.names()).toEqual(['my save 1']);
  });

  it('leave nothing else behind but the one before', async () => {
    const folder = temporaryFolder();
    const store = new Store(folder);
    await store.write('s', save('1'));
    await store.write('s', save('2'));
    expect(readdirSync(folder).sort()).toEqual(['s.json', 's.json.bak']);
    expect(JSON.parse(readFileSync(join(folder, 's.json.bak'), 'utf8')).title).toBe('1');
  });

  it('keep the mode of a file, and follow a link', async () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    const store = new Store(folder);
    await store.write('s', save('1'));
    chmodSync(join(folder, 's.json'), 0o600);
    await store.write('s', save('2'));
    expect(statSync(join(folder, 's.json')).mode & 0o777).toBe(0o600);
    writeFileSync(join(elsewhere, 'real.json'), '{}');
    symlinkSync(join(elsewhere, 'real.json'), join(folder, 'link.json'));
    await store.write('link', save('3'));
    expect(JSON.parse(readFileSync(join(elsewhere, 'real.json'), 'utf8')).title).toBe('3');
  });

  it.each(['../x', 'a/b', '', '.hidden', 'x'.repeat(65), 'nul\0', 'trailing.', 'a\\b', 'tab\t'])(
    'are not called %j',
    async (name) => {
      const folder = temporaryFolder();
      const store = new Store(folder);
      expect((await store.write(name, save('x'))).ok).toBe(false);
      expect((await store.load(name)).ok).toBe(false);
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('that are missing are named, with a guess', async () => {
    const store = new Store(temporaryFolder());
    await store.write('monday', save('x'));
    expect(await store.load('mondey')).toEqual({
      ok: false,
      error: 'there is no save "mondey"; did you mean "monday"?',
    });
  });

  it.each<[string, string, RegExp]>([
    ['an empty file', '', /bad\.json is empty$/],
    ['half a file', '{"format":1,"title":"x"', /bad\.json:1:24: the file ends where "," or "}" was expected$/],
    ['no save', '[1]', /bad\.json: it holds no save$/],
    [
      'a newer format',
      '{"format":9}',
      /bad\.json: its format is 9 and this program knows only up to 1: a newer one wrote it$/,
    ],
    ['a hole', JSON.stringify({ ...save('x'), seed: undefined }), /bad\.json:1: seed is missing; expected a number$/],
    [
      'a wrong input',
      JSON.stringify({ ...save('x'), inputs: [{ executed: 0, at: 0, kind: 'keys', device: 'a', session: 0 }] }),
      /bad\.json:1: inputs\[0\]\.keys is missing; expected a text$/,
    ],
    [
      'time that runs back',
      JSON.stringify({ ...save('x'), inputs: [...save('x').inputs].reverse() }),
      /bad\.json:1: inputs\[1\] stands before an earlier one$/,
    ],
    [
      'an end before the last input',
      JSON.stringify({ ...save('x'), end: { executed: 0, at: 0 } }),
      /bad\.json:1: end stands before an earlier one$/,
    ],
    [
      'a time that no replay would reach',
      JSON.stringify({ ...save('x'), end: { executed: 9, at: 1e15 } }),
      /bad\.json:1: end\.at is 1000000000000000; expected 36000000000000 or less$/,
    ],
  ])('%s is refused and named', async (_, text, message) => {
    const folder = writeFiles(temporaryFolder(), { 'bad.json': text });
    const loaded = await new Store(folder).load('bad');
    expect(loaded.ok ? 'loaded' : loaded.error).toMatch(message);
    const cards = await new Store(folder).cards();
    expect(cards[0]).toMatchObject({ name: 'bad', done: 0 });
    expect(cards[0]?.damage).toMatch(message);
  });

  it('that are damaged point to the one before, when that is good', async () => {
    const folder = temporaryFolder();
    const store = new Store(folder);
    await store.write('s', save('1'));
    await store.write('s', save('2'));
    writeFileSync(join(folder, 's.json'), '{"format":1');
    const file = join(folder, 's.json');
    const loaded = await store.load('s');
    expect(loaded.ok ? '' : loaded.error).toContain(
      `; the save before it is good: rename ${file}.bak to ${file} to go on from there`,
    );
    writeFileSync(`${file}.bak`, 'also bad');
    const both = await store.load('s');
    expect(both.ok ? '' : both.error).not.toContain('good');
  });

  it('are listed with what a menu shows', async () => {
    const store = new Store(temporaryFolder());
    await store.write('b', save('Two'));
    await store.write('a', save('One'));
    const cards = await store.cards();
    expect(cards.map((card) => [card.name, card.title, card.lab, card.time, card.done, card.damage])).toEqual([
      ['a', 'One', 'toys', 60_000_000, 1, undefined],
      ['b', 'Two', 'toys', 60_000_000, 1, undefined],
    ]);
  });
});

describe('two programs', () => {
  it('do not write one save at once', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.s.lock'), JSON.stringify({ pid: process.pid, host: hostname() }));
    const written = await new Store(folder).write('s', save('x'));
    expect(written.ok ? '' : written.error).toBe(
      `${join(folder, 's.json')} was not written: another program (process ${process.pid} on ${hostname()}) is writing it`,
    );
    expect(existsSync(join(folder, 's.json'))).toBe(false);
  });

  it('take over what a dead one left', async () => {
    const folder = temporaryFolder();
    // No process has this number: Linux goes to 2^22.
    writeFileSync(join(folder, '.s.lock'), JSON.stringify({ pid: 2 ** 30, host: hostname() }));
    writeFileSync(join(folder, '.s.json.99.abc.tmp'), 'half');
    expect((await new Store(folder).write('s', save('x'))).ok).toBe(true);
    expect(readdirSync(folder)).toEqual(['s.json']);
  });
});

it('a program that is killed while it saves, a hundred times, leaves a good save each time', async () => {
  const folder = temporaryFolder();
  const store = new Store(folder);
  const first: Save = { ...save('0'), configs: { a: Array.from({ length: 2_000 }, (_, i) => `line ${i}`) } };
  await store.write('s', first);
  const outdir = join(temporaryFolder(), 'child');
  const entryPoints = [join(import.meta.dirname, '../harness/save-forever.mjs')];
  const shape = { bundle: true, splitting: true, platform: 'node', format: 'esm' } as const;
  await build({ ...shape, entryPoints, outdir, outExtension: { '.js': '.mjs' } });
  const child = join(outdir, 'save-forever.mjs');
  let newest = 0;
  for (let i = 0; i < 100; i++) {
    const writer = spawn(process.execPath, [child, folder, 's'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const gone = new Promise((resolve) => writer.once('close', resolve));
    const marks: number[] = [];
    const saving = new Promise((resolve) => {
      writer.stdout.on('data', (bytes: Buffer) => {
        for (const _ of bytes) marks.push(performance.now());
        // Every fourth is killed before its first save is done.
        if (marks.length >= (i % 4 === 0 ? 1 : 3)) resolve('saving');
      });
    });
    expect(await Promise.race([saving, gone])).toBe('saving');
    // Somewhere in the save that is being written now; each takes about as long as the one before.
    const [first = 0, second = first + 2] = marks.slice(-2);
    const wait = ((second - first) * ((i * 37) % 100)) / 100;
    for (const end = performance.now() + wait; performance.now() < end; );
    writer.kill('SIGKILL');
    await gone;
    const loaded = await store.load('s');
    expect(loaded.ok ? '' : loaded.error).toBe('');
    if (loaded.ok) {
      expect(loaded.value.configs['a']).toHaveLength(2_000);
      newest = Math.max(newest, Number(loaded.value.title));
    }
  }
  expect(newest).toBeGreaterThan(0);
}, 120_000);

describe('where saves are kept', () => {
  it('in the checkout where that can be written, in the state folder otherwise', () => {
    const [program, home] = [temporaryFolder(), temporaryFolder()];
    expect(savesFolder({ HOME: home }, program, 'linux')).toBe(join(home, '.local/state/labelstack/saves'));
    expect(savesFolder({ HOME: home, XDG_STATE_HOME: join(home, 'x') }, program, 'linux')).toBe(
      join(home, 'x/labelstack/saves'),
    );
    expect(savesFolder({ HOME: home }, program, 'darwin')).toBe(
      join(home, 'Library/Application Support/labelstack/saves'),
    );
    writeFiles(program, { 'saves/.gitkeep': '' });
    expect(savesFolder({ HOME: home }, program, 'linux')).toBe(join(program, 'saves'));
    expect(savesFolder({ HOME: home, LABELSTACK_SAVES: join(home, 'own') }, program)).toBe(join(home, 'own'));
    expect(existsSync(join(home, 'own'))).toBe(true);
  });
});
