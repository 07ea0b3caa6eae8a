// Lab folders on the disk: found, listed, read.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { didYouMean } from '../base/nearest.ts';
import { err, ok, type Result } from '../base/result.ts';
import { parseJson } from '../lab/json-source.ts';
import type { Lab, LabProblem } from '../lab/lab.ts';
import type { LabFile, LabFolder } from '../lab/lab-file.ts';
import { type Catalogue, readLab } from '../lab/read.ts';

/** A lab as a menu shows it. */
export interface LabCard {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  /** What is wrong with its lab.json, when it cannot be shown properly. */
  readonly problem: string | undefined;
}

/** How deep a lab may extend labs that extend labs. */
const EXTENDS_MAX = 5;
const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/** Ids of the labs below a folder (`vrf-leak`, `vrf-leak/wrong-import`), sorted. */
export function labIds(labs: string): readonly string[] {
  const ids: string[] = [];
  const walk = (folder: string): void => {
    if (isFile(join(folder, 'lab.json'))) ids.push(relative(labs, folder).split(sep).join('/'));
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isDirectory() && !entry.name.startsWith('.')) walk(join(folder, entry.name));
  };
  if (existsSync(labs)) walk(labs);
  return ids.filter((id) => id !== '').sort();
}

/** The labs of a folder, as a menu lists them; nothing but title and summary is checked. */
export function labCards(labs: string): readonly LabCard[] {
  return labIds(labs).map((id) => {
    const file = join(labs, id, 'lab.json');
    const source = parseJson(readFileSync(file, 'utf8'));
    if (!source.ok) {
      const problem = `${file}:${source.error.line}: ${source.error.message}`;
      return { id, title: id, summary: '', minutes: 0, problem };
    }
    const data = (source.value.value ?? {}) as Partial<Record<string, unknown>>;
    const text = (key: string): string => (typeof data[key] === 'string' ? data[key] : '');
    const minutes = typeof data['minutes'] === 'number' ? data['minutes'] : 0;
    return { id, title: text('title') || id, summary: text('summary'), minutes, problem: undefined };
  });
}

/** The folder that `LAB` on the command line means: an id below `labs`, or a path to a folder with a lab.json. */
export function findLab(name: string, labs: string, cwd: string): Result<string, string> {
  const byId = join(labs, name);
  if (/^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/.test(name) && isFile(join(byId, 'lab.json'))) return ok(byId);
  const byPath = resolve(cwd, name);
  if (isFile(join(byPath, 'lab.json'))) return ok(byPath);
  if (isFile(byPath) && byPath.endsWith(`${sep}lab.json`)) return ok(dirname(byPath));
  if (existsSync(byPath) && statSync(byPath).isDirectory()) return err(`${name} holds no lab.json`);
  return err(`there is no lab "${name}"${didYouMean(name, labIds(labs))}`);
}

/** Reads a lab folder whole. Errors name files as they lie below `labs`, or as they are. */
export async function loadLab(
  folder: string,
  labs: string,
  catalogue: Catalogue,
): Promise<Result<Lab, readonly LabProblem[]>> {
  const hash = createHash('sha256');
  const read = await readFolder(resolve(folder), labs, hash, []);
  return read.ok ? readLab(read.value, hash.digest('hex').slice(0, 32), catalogue) : read;
}

/** `labs/vrf-leak` for what lies below the labs folder, the path otherwise. */
function nameOf(folder: string, labs: string): { readonly id: string; readonly path: string } {
  const below = relative(labs, folder).split(sep).join('/');
  return below === '' || below.startsWith('..') ? { id: folder, path: folder } : { id: below, path: `labs/${below}` };
}

async function readFolder(
  folder: string,
  labs: string,
  hash: ReturnType<typeof createHash>,
  below: readonly string[],
): Promise<Result<LabFolder, readonly LabProblem[]>> {
  const { id, path } = nameOf(folder, labs);
  const file = `${path}/lab.json`;
  const fault = (line: number, message: string): Result<LabFolder, readonly LabProblem[]> =>
    err([{ file, line, message }]);
  const text = readFileSync(join(folder, 'lab.json'), 'utf8');
  const source = parseJson(text);
  if (!source.ok) return fault(source.error.line, `${source.error.message} (column ${source.error.column})`);
  const { labShapeIssues, labJsonSchema } = await import('./lab-schema.ts');
  const issues = labShapeIssues(source.value.value);
  if (issues.length > 0) {
    const { namesInSchema, shapeProblems } = await import('./shape-text.ts');
    return err(shapeProblems(file, source.value, issues, namesInSchema(labJsonSchema())));
  }
  const data = source.value.value as LabFile;
  const texts = readTexts(folder);
  let parent: LabFolder | undefined;
  if (data.extends !== undefined) {
    const above = resolve(folder, data.extends);
    const line = source.value.lineOf(['extends']);
    if (!isFile(join(above, 'lab.json'))) return fault(line, `"extends": ${above} holds no lab.json`);
    if (above === folder || below.includes(above)) return fault(line, '"extends" runs in a circle');
    if (below.length >= EXTENDS_MAX) return fault(line, `"extends" goes more than ${EXTENDS_MAX} labs deep`);
    const found = await readFolder(above, labs, hash, [...below, folder]);
    if (!found.ok) return found;
    parent = found.value;
  } else if (data.startFrom !== undefined) {
    return fault(source.value.lineOf(['startFrom']), '"startFrom" without "extends"');
  }
  for (const [name, content] of [['lab.json', text] as const, ...texts]) hash.update(`${name}\0${content}\0`);
  return ok({ id, path, data, source: source.value, texts, parent });
}

/** The files that belong to a lab, by their path in its folder, sorted. */
function readTexts(folder: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  if (isFile(join(folder, 'guide.md'))) texts.set('guide.md', readFileSync(join(folder, 'guide.md'), 'utf8'));
  for (const part of ['solution', 'start']) {
    const inside = join(folder, part);
    // A sub-lab may be called `start`: then it is one, and no folder of configurations.
    if (!existsSync(inside) || isFile(join(inside, 'lab.json'))) continue;
    for (const name of readdirSync(inside).sort())
      if (isFile(join(inside, name)) && !name.startsWith('.'))
        texts.set(`${part}/${name}`, readFileSync(join(inside, name), 'utf8'));
  }
  return texts;
}
