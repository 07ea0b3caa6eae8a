// Saves again and again until it is killed: one byte on stdout when it begins, and one after each save.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Store } from '../../src/host/store.ts';

const [folder, name] = process.argv.slice(2);
const store = new Store(folder);
const save = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
let count = Number(save.title);
process.stdout.write('.');
for (;;) {
  const written = await store.write(name, { ...save, title: String(++count) });
  if (!written.ok) throw new Error(written.error);
  process.stdout.write('.');
}
