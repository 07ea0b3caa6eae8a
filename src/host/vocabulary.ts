// The .cmd files of one operating system, from the disk.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SourceFile } from '../language/source.ts';

/** All files of a folder such as `commands/ios`, by name. Complaints call them `ios/routes.cmd`. Throws as `fs` does. */
export function readVocabularyFiles(dir: string): readonly SourceFile[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.cmd'))
    .sort()
    .map((name) => ({ file: `${basename(dir)}/${name}`, text: readFileSync(join(dir, name), 'utf8') }));
}
