// Whole configurations of real routers, where they are at hand: beside the checkout, or where LABELSTACK_CAPTURES says.
// None of them is part of the program: without them their checks are left out, and say so.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const BESIDE = ['..', '../..'].map((up) =>
  resolve(import.meta.dirname, '../..', up, 'shared', 'real-devices', 'snapshots'),
);

/** A folder of networks, or undefined. */
export const SNAPSHOTS: string | undefined = [process.env['LABELSTACK_CAPTURES'] ?? '', ...BESIDE].find(
  (folder) => folder !== '' && existsSync(folder),
);
if (SNAPSHOTS === undefined) console.log('skipped: captured networks are not read, there are none beside the checkout');
