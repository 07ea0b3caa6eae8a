// Every lab that is shipped is sound: its start solves none of its tasks, its solution solves them all.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labIds } from '../../src/host/lab-files.ts';
import { programFolder } from '../../src/host/places.ts';
import { SYSTEMS } from '../../src/os/index.ts';
import { dispatch } from '../../src/verbs/dispatch.ts';
import { loadMachinery } from '../../src/verbs/machinery.ts';
import type { Program } from '../../src/verbs/program.ts';
import { bed } from '../harness/program.ts';

const ROOT = programFolder();
const LABS = join(ROOT, 'labs');
let machinery: ReturnType<Program['machinery']> | undefined;

/** The operating systems that a lab needs, those of the lab that it extends included. */
function systemsOf(id: string): readonly string[] {
  const lab = JSON.parse(readFileSync(join(LABS, id, 'lab.json'), 'utf8')) as {
    readonly extends?: string;
    readonly devices?: readonly { readonly os?: string }[];
  };
  const above = lab.extends === undefined ? [] : systemsOf(join(id, lab.extends));
  return [...above, ...(lab.devices ?? []).flatMap((device) => device.os ?? [])];
}

describe('the labs', () => {
  for (const id of labIds(LABS)) {
    const missing = systemsOf(id).find((os) => !Object.hasOwn(SYSTEMS, os));
    it.skipIf(missing !== undefined)(`${id} is sound`, async () => {
      machinery ??= loadMachinery(ROOT);
      const program: Program = { ...bed({ 'package.json': { name: 'labelstack' } }).program, folder: ROOT };
      let said = '';
      const tell = (text: string): void => {
        said += text;
      };
      const loaded = await machinery;
      const lint = { ...program, out: tell, complain: tell, machinery: async () => loaded };
      expect([await dispatch(['lint', id], lint), said]).toEqual([0, expect.stringMatching(/: sound/)]);
    });
  }
});
