// The guide of a lab that extends another: its own, with parts of the other's, or the other's whole.

import { didYouMean } from '../base/nearest.ts';
import type { LabFolder } from './lab-file.ts';
import type { Problems } from './problems.ts';

/** A line that stands for a chapter of the extended lab's guide. */
const BORROWED = /^<!--\s*from parent:\s*(.*?)\s*-->\s*$/;

/** The chapter under `## title`, heading included; undefined when there is none. */
function chapter(guide: string, title: string): string | undefined {
  const lines = guide.split('\n');
  const from = lines.findIndex((line) => line.startsWith('## ') && line.slice(3).trim() === title);
  if (from < 0) return undefined;
  const length = lines.slice(from + 1).findIndex((line) => /^##? /.test(line));
  return lines
    .slice(from, length < 0 ? undefined : from + 1 + length)
    .join('\n')
    .trimEnd();
}

const titles = (guide: string): readonly string[] =>
  guide
    .split('\n')
    .filter((line) => line.startsWith('## '))
    .map((line) => line.slice(3).trim());

/** The guide of the last folder of the chain; the chain begins with the lab that extends nothing. */
export function inheritedGuide(chain: readonly LabFolder[], problems: Problems): string {
  let inherited = '';
  for (const folder of chain) {
    const own = folder.texts.get('guide.md');
    if (own === undefined) continue;
    const above = inherited;
    inherited = own
      .split('\n')
      .map((line, i) => {
        const wanted = BORROWED.exec(line)?.[1];
        if (wanted === undefined) return line;
        const found = chapter(above, wanted);
        if (found === undefined) {
          const message = `the guide of the extended lab has no chapter "## ${wanted}"`;
          problems.file(`${folder.path}/guide.md`, i + 1, message + didYouMean(wanted, titles(above)));
        }
        return found ?? line;
      })
      .join('\n');
  }
  return inherited;
}
