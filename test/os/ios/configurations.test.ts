// Whole configurations: no line is rejected, each comes back in its block, and what was printed prints the same again.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SNAPSHOTS } from '../../harness/captures.ts';
import { linesInBlocks, missingFrom } from './configuration-lines.ts';
import { IOS } from './console.ts';

interface Taken {
  readonly rejected: readonly string[];
  readonly printed: readonly string[];
}

/** Read onto the box that the configuration is of, and printed. */
function take(text: string): Taken {
  const model = IOS.modelFor?.(text);
  if (!model) throw new Error('IOS knows no box');
  const { tree, lines } = IOS.read(text, IOS.factory(model), model);
  const rejected = lines
    .filter(({ taken }) => taken === 'rejected')
    .map(({ line, text: of, why }) => `${line} ${of}: ${why}`);
  return { rejected, printed: IOS.print(tree) };
}

const FOLDER = resolve(import.meta.dirname, 'configurations');

describe.each(readdirSync(FOLDER).sort())('the statements of %s', (file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const taken = take(text);

  it('are all understood', () => {
    expect(taken.rejected).toEqual([]);
  });

  it('come back in their blocks', () => {
    expect(missingFrom(linesInBlocks(text), linesInBlocks(taken.printed.join('\n')))).toEqual([]);
  });

  it('are printed the same when they are read once more', () => {
    const again = take(taken.printed.join('\n'));
    expect(again.rejected).toEqual([]);
    expect(again.printed).toEqual(taken.printed);
  });
});

/** Configurations that IOS or IOS XE printed, by `network/device`. */
function captures(folder: string): readonly (readonly [name: string, text: string])[] {
  return readdirSync(folder).flatMap((network) =>
    readdirSync(join(folder, network, 'configs')).flatMap((device): [string, string][] => {
      const file = join(folder, network, 'configs', device, 'show_running-config.txt');
      const text = existsSync(file) ? readFileSync(file, 'utf8').replace(/\r\n?/g, '\n') : '';
      return /^version 1[56]\.\d+$/m.test(text) ? [[`${network}/${device}`, text]] : [];
    }),
  );
}

describe.skipIf(SNAPSHOTS === undefined)('configurations that real routers printed', () => {
  const networks = new Map<string, { lines: number; back: number }>();
  const all = SNAPSHOTS === undefined ? [] : captures(SNAPSHOTS);

  it.each(all)('%s is read without a rejected line and printed as it was', (name, text) => {
    const { rejected, printed } = take(text);
    expect(rejected).toEqual([]);
    const body = text.slice(text.indexOf('version ')).trimEnd().split('\n');
    const same = printed.map((line) => line.trimEnd());
    const network = name.split('/')[0] as string;
    const sum = networks.get(network) ?? { lines: 0, back: 0 };
    const back =
      body.length -
      missingFrom(
        body.map((line) => line.trimEnd()),
        same,
      ).length;
    networks.set(network, { lines: sum.lines + body.length, back: sum.back + back });
    expect(same).toEqual(body.map((line) => line.trimEnd()));
  });

  it('in numbers', () => {
    const rows = [...networks].map(
      ([name, { lines, back }]) => `${name}: ${((100 * back) / lines).toFixed(1)} % of ${lines}`,
    );
    console.info(rows.join('\n'));
    expect(networks.size).toBeGreaterThan(0);
  });
});

if (SNAPSHOTS === undefined) console.info('no captures beside the checkout: their configurations were not checked');
