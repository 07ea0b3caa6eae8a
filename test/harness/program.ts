// A Program of a test: texts are gathered, keys come from an array, labs and saves lie in folders of the test's own.

import { PassThrough, Readable } from 'node:stream';
import type { Machinery } from '../../src/lab/build.ts';
import { dispatch } from '../../src/verbs/dispatch.ts';
import type { Program } from '../../src/verbs/program.ts';
import { temporaryFolder, writeFiles } from './lab-folder.ts';
import { toyMachinery } from './toy-system.ts';

/** Two toys with a task each way: `named` by configuration, `reach` by a ping. */
export const TOY_FILES = {
  'labs/toys/lab.json': {
    title: 'Two toys',
    summary: 'A cable between them.',
    minutes: 5,
    devices: [
      { name: 'a', os: 'toy' },
      { name: 'b', os: 'toy' },
    ],
    links: [{ ends: ['a:eth0', 'b:eth0'], delay: '1ms' }],
    tasks: [
      {
        id: 'named',
        title: 'A name',
        brief: 'Call it X.',
        checks: [{ check: 'statement', on: 'a', line: 'hostname X', say: 'a is called X', hint: 'show config' }],
      },
      {
        id: 'reach',
        title: 'A way',
        brief: 'Reach b.',
        after: ['named'],
        points: 2,
        checks: [
          { check: 'ping', from: 'a', to: '10.0.0.2', say: 'a reaches b' },
          { check: 'tried', on: 'a', to: '10.0.0.2', received: 2, say: 'somebody tried it' },
        ],
      },
    ],
  },
  'labs/toys/start/a.toy': 'hostname A\naddress eth0 10.0.0.1\n',
  'labs/toys/start/b.toy': 'hostname B\naddress eth0 10.0.0.9\n',
  'labs/toys/solution/a.lines': 'hostname X\n',
  'labs/toys/solution/b.lines': 'address eth0 10.0.0.2\n',
  'labs/toys/solution/proof.script': '@a\nping 10.0.0.2 2\n.expect !!\n',
  'saves/.keep': '',
  'package.json': { name: 'labelstack', version: '9.9.9' },
};

export interface Bed {
  readonly folder: string;
  readonly program: Program;
  /** Runs a command line; `keys` are what comes from standard input. */
  run(line: string | readonly string[], keys?: string): Promise<Outcome>;
}
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly complaints: string;
}

/** A folder with labs and saves, and a program that lives in it. */
export function bed(files: Readonly<Record<string, unknown>> = TOY_FILES, machinery: Machinery = toyMachinery): Bed {
  const folder = writeFiles(temporaryFolder(), files);
  let out = '';
  let complaints = '';
  const program: Program & { stdin: Program['stdin'] } = {
    out: (text) => {
      out += text;
    },
    complain: (text) => {
      complaints += text;
    },
    stdin: new PassThrough(),
    terminal: false,
    size: () => ({ rows: 24, columns: 80 }),
    onSignal: () => () => {},
    environment: {},
    cwd: folder,
    colour: false,
    folder,
    engine: 'test-engine',
    machinery: async () => machinery,
    precious: undefined,
  };
  return {
    folder,
    program,
    async run(line, keys = '') {
      out = '';
      complaints = '';
      program.stdin = Readable.from(keys === '' ? [] : [Buffer.from(keys)]);
      const code = await dispatch(typeof line === 'string' ? line.split(' ').filter(Boolean) : line, program);
      return { code, out, complaints };
    },
  };
}
