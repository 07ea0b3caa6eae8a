// Problems: gathers what is wrong with a lab, so that its author sees all of it at once.

import type { JsonPath } from './json-source.ts';
import type { LabProblem } from './lab.ts';
import type { LabFolder } from './lab-file.ts';

export class Problems {
  readonly list: LabProblem[] = [];

  /** About what stands at `at` in the lab.json of `folder`. */
  add(folder: LabFolder, at: JsonPath, message: string): void {
    this.file(`${folder.path}/lab.json`, folder.source.lineOf(at), message);
  }

  /** About a line of any file; 0: the whole of it. */
  file(file: string, line: number, message: string): void {
    this.list.push({ file, line, message });
  }
}
