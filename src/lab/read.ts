// A lab folder -> Lab, with errors that a lab author understands: file, line, what was found, what was expected.

import { parseIsoUtc } from '../base/calendar.ts';
import { didYouMean } from '../base/nearest.ts';
import { err, ok, type Result } from '../base/result.ts';
import { byText } from '../base/sorted-map.ts';
import type { Model } from '../os/os.ts';
import { type Micros, micros } from '../sim/time.ts';
import { checkFaults } from './check-facts.ts';
import { inheritedGuide } from './guide.ts';
import type { JsonPath } from './json-source.ts';
import type { ConfigFile, Lab, LabDevice, LabLink, LabProblem, Task } from './lab.ts';
import type { DeviceEntry, LabFolder, LinkEntry } from './lab-file.ts';
import { laneOf } from './owners.ts';
import { Problems } from './problems.ts';
import { parseSpan, SPAN_EXPECTED } from './span.ts';

/** What a lab may be built of: the models of each operating system, by its name. */
export type Catalogue = ReadonlyMap<string, { readonly models: readonly Model[] }>;

/** 1 March 2026: a lab that names no other day begins on it. */
const EPOCH_DEFAULT = '2026-03-01T00:00:00Z';
/** A few hundred metres of fibre and two transceivers: a round trip is about a millisecond. */
const DELAY_DEFAULT = micros(500);
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,30}$/;

/** Reads a lab and what it extends. All errors are gathered. `digest` is the hash of every file of it. */
export function readLab(folder: LabFolder, digest: string, catalogue: Catalogue): Result<Lab, readonly LabProblem[]> {
  const problems = new Problems();
  const chain = chainOf(folder);
  const devices = readDevices(chain, catalogue, problems);
  const links = readLinks(chain, devices, catalogue, problems);
  const start = new Map<string, readonly ConfigFile[]>();
  const solution = new Map<string, readonly ConfigFile[]>();
  for (const level of chain) readConfigs(level, devices, start, solution, problems);
  const tasks = readTasks(folder, { devices, links }, problems);
  const guide = inheritedGuide(chain, problems);
  const proof = folder.texts.get('solution/proof.script');
  const epoch = readEpoch(chain, problems);
  if (devices.length === 0) problems.add(folder, ['devices'], 'the lab has no device');
  if (problems.list.length > 0) return err(problems.list);
  return ok({
    id: folder.id,
    title: folder.data.title,
    summary: folder.data.summary,
    minutes: folder.data.minutes,
    epoch,
    seed: chain.findLast((level) => level.data.seed !== undefined)?.data.seed ?? 1,
    devices,
    links,
    tasks,
    start: recordOf(start),
    solution: recordOf(solution),
    proof: proof === undefined ? undefined : { file: `${folder.path}/solution/proof.script`, text: proof },
    guide,
    digest,
  });
}

/** The folders from the one that extends nothing to the lab itself. */
function chainOf(folder: LabFolder): readonly LabFolder[] {
  const chain: LabFolder[] = [];
  for (let level: LabFolder | undefined = folder; level; level = level.parent) chain.unshift(level);
  return chain;
}

function recordOf<V>(map: ReadonlyMap<string, V>): Readonly<Record<string, V>> {
  return Object.fromEntries([...map].sort(([a], [b]) => byText(a, b)));
}

function readEpoch(chain: readonly LabFolder[], problems: Problems): number {
  const level = chain.findLast((one) => one.data.epoch !== undefined);
  const epoch = parseIsoUtc(level?.data.epoch ?? EPOCH_DEFAULT);
  if (epoch === undefined && level)
    problems.add(level, ['epoch'], `"${level.data.epoch}" is no moment; expected one such as ${EPOCH_DEFAULT}`);
  return epoch ?? 0;
}

function readDevices(chain: readonly LabFolder[], catalogue: Catalogue, problems: Problems): readonly LabDevice[] {
  const devices: LabDevice[] = [];
  for (const level of chain) {
    for (const [i, entry] of (level.data.devices ?? []).entries()) {
      const at = (key: string): JsonPath => ['devices', i, key];
      if (!NAME.test(entry.name))
        problems.add(
          level,
          at('name'),
          `"${entry.name}" cannot name a device; expected a letter, then letters, digits, "-" and "_"`,
        );
      if (devices.some((other) => other.name === entry.name))
        problems.add(level, at('name'), `two devices are called "${entry.name}"`);
      const { name, of, model, login } = entry;
      const box = of === undefined ? undefined : devices.find((other) => other.name === of);
      if (of !== undefined && (!box || box.of !== undefined))
        problems.add(level, at('of'), `"${of}" is no device above this one, of which it could be a logical system`);
      const os = entry.os ?? box?.os ?? '';
      if (of === undefined) checkModel(level, at, { ...entry, os }, catalogue, problems);
      const more = of === undefined ? {} : { of };
      devices.push({ name, os, model: model ?? box?.model, at: entry.at, login: login ?? box?.login, ...more });
    }
  }
  return devices;
}

function checkModel(
  level: LabFolder,
  at: (key: string) => JsonPath,
  entry: DeviceEntry & { readonly os: string },
  catalogue: Catalogue,
  problems: Problems,
): void {
  const os = catalogue.get(entry.os);
  if (!os) {
    const known = [...catalogue.keys()].sort(byText);
    const message = `no operating system "${entry.os}"; expected ${known.map((name) => `"${name}"`).join(', ')}`;
    problems.add(level, at('os'), message + didYouMean(entry.os, known));
    return;
  }
  const models = os.models.map((model) => model.name);
  if (entry.model !== undefined && !models.includes(entry.model)) {
    const message = `${entry.os} has no model "${entry.model}"; expected ${models.map((name) => `"${name}"`).join(', ')}`;
    problems.add(level, at('model'), message + didYouMean(entry.model, models));
  }
}

/** The model of a device: the one it names, or its operating system's first. */
export function modelOf(device: LabDevice, catalogue: Catalogue): Model | undefined {
  const models = catalogue.get(device.os)?.models;
  return device.model === undefined ? models?.[0] : models?.find((model) => model.name === device.model);
}

function readLinks(
  chain: readonly LabFolder[],
  devices: readonly LabDevice[],
  catalogue: Catalogue,
  problems: Problems,
): readonly LabLink[] {
  const links: LabLink[] = [];
  const taken = new Map<string, string>();
  for (const level of chain) {
    for (const [i, entry] of (level.data.links ?? []).entries()) {
      const ends = readEnds(level, i, entry, devices, catalogue, taken, problems);
      const id = entry.id ?? ends.map((end) => end.device).join('-');
      if (links.some((other) => other.id === id)) {
        const cure = entry.id === undefined ? '; give this one an "id" of its own' : '';
        problems.add(level, ['links', i], `two links are called "${id}"${cure}`);
      }
      if (ends.length === 1 && entry.kind !== 'lan')
        problems.add(level, ['links', i, 'ends'], 'a link with one end; expected two or more, or "kind": "lan"');
      if (entry.kind === 'cable' && ends.length > 2)
        problems.add(level, ['links', i, 'kind'], `a cable with ${ends.length} ends; expected two, or "kind": "lan"`);
      const kind = entry.kind ?? (ends.length > 2 ? 'lan' : 'cable');
      links.push({ id, kind, ends, delay: readDelay(level, i, entry, problems) });
    }
  }
  return links;
}

function readDelay(level: LabFolder, i: number, entry: LinkEntry, problems: Problems): Micros {
  const delay = entry.delay === undefined ? DELAY_DEFAULT : parseSpan(entry.delay);
  if (delay === undefined)
    problems.add(level, ['links', i, 'delay'], `"${entry.delay}" is no delay; expected ${SPAN_EXPECTED}`);
  return delay ?? DELAY_DEFAULT;
}

function readEnds(
  level: LabFolder,
  i: number,
  entry: LinkEntry,
  devices: readonly LabDevice[],
  catalogue: Catalogue,
  taken: Map<string, string>,
  problems: Problems,
): LabLink['ends'] {
  return entry.ends.map((text, j) => {
    const at: JsonPath = ['links', i, 'ends', j];
    const colon = text.indexOf(':');
    const end = { device: text.slice(0, Math.max(colon, 0)), port: text.slice(colon + 1) };
    const device = devices.find((one) => one.name === end.device);
    if (colon < 1) problems.add(level, at, `"${text}" is no end of a link; expected DEVICE:PORT`);
    else if (!device) {
      const names = devices.map((one) => one.name);
      problems.add(level, at, `a cable to "${end.device}", which is no device${didYouMean(end.device, names)}`);
    } else {
      const model = modelOf(device, catalogue);
      const lane = laneOf(end.port);
      const ports = [...(model?.ports ?? []), ...(model?.bundles ?? [])];
      if (model && !ports.some((port) => port === (lane?.port ?? end.port))) {
        const known = ports.length === 0 ? 'none' : shortList(ports);
        const message = `${device.name} (${device.os} ${model.name}) has no port "${end.port}"; its ports are ${known}`;
        problems.add(level, at, message + didYouMean(end.port, ports));
      } else if (device.of !== undefined && !lane)
        problems.add(level, at, `${device.name} shares the ports of ${device.of}; expected one VLAN: ${text}.100`);
      const before = taken.get(`${device.of ?? device.name}:${end.port}`);
      if (before !== undefined) problems.add(level, at, `a second cable in ${text}; the first is ${before}`);
    }
    taken.set(`${device?.of ?? end.device}:${end.port}`, `the link at line ${level.source.lineOf(['links', i])}`);
    return end;
  });
}

function shortList(names: readonly string[]): string {
  return names.length <= 6 ? names.join(', ') : `${names.slice(0, 3).join(', ')} … ${names.at(-1)}`;
}

/** Start and solution files of one folder, on top of those of the folders it extends. */
function readConfigs(
  level: LabFolder,
  devices: readonly LabDevice[],
  start: Map<string, readonly ConfigFile[]>,
  solution: Map<string, readonly ConfigFile[]>,
  problems: Problems,
): void {
  if (level.parent && level.data.startFrom === 'solution') for (const [name, files] of solution) start.set(name, files);
  else if (level.parent) solution.clear();
  const paths = [...level.texts.keys()].sort(byText);
  for (const [part, configs] of [
    ['start', start],
    ['solution', solution],
  ] as const) {
    for (const path of paths) {
      if (!path.startsWith(`${part}/`) || path === 'solution/proof.script') continue;
      const device = configOwner(level, path, devices, problems);
      if (!device) continue;
      const file = { file: `${level.path}/${path}`, text: level.texts.get(path) as string };
      const under = path.endsWith('.lines') ? start.get(device) : undefined;
      configs.set(device, [...(under ?? []), file]);
    }
  }
  for (const [name, files] of start) if (!solution.has(name)) solution.set(name, files);
}

function configOwner(
  level: LabFolder,
  path: string,
  devices: readonly LabDevice[],
  problems: Problems,
): string | undefined {
  const file = `${level.path}/${path}`;
  const match = /^(?:start|solution)\/([^/]+)\.([a-z]+)$/.exec(path);
  const device = devices.find((one) => one.name === match?.[1]);
  if (!match || !device) {
    const name = match?.[1] ?? path.slice(path.indexOf('/') + 1);
    const guess = didYouMean(
      name,
      devices.map((one) => one.name),
    );
    problems.file(file, 0, `a configuration for "${name}", which is no device of this lab${guess}`);
    return undefined;
  }
  if (device.of !== undefined) {
    problems.file(file, 0, `${device.name} is a logical system of ${device.of}, whose configuration holds it`);
    return undefined;
  }
  if (match[2] !== device.os && match[2] !== 'lines') {
    const wanted = `${device.name}.${device.os} or ${device.name}.lines`;
    problems.file(file, 0, `${device.name} runs ${device.os}; expected a file called ${wanted}`);
    return undefined;
  }
  return device.name;
}

function readTasks(folder: LabFolder, places: Parameters<typeof checkFaults>[2], problems: Problems): readonly Task[] {
  const entries = folder.data.tasks ?? [];
  const ids = entries.map((task) => task.id);
  for (const [i, task] of entries.entries()) {
    if (ids.indexOf(task.id) !== i) problems.add(folder, ['tasks', i, 'id'], `two tasks are called "${task.id}"`);
    for (const [j, name] of (task.after ?? []).entries())
      if (!ids.includes(name))
        problems.add(
          folder,
          ['tasks', i, 'after', j],
          `"after" names "${name}", which is no task${didYouMean(name, ids)}`,
        );
    for (const [j, check] of task.checks.entries())
      checkFaults(check, ['tasks', i, 'checks', j], places, (at, message) => problems.add(folder, at, message));
  }
  const tasks = entries.map((task) => ({
    id: task.id,
    title: task.title,
    brief: typeof task.brief === 'string' ? task.brief : task.brief.join('\n'),
    hints: task.hints ?? [],
    after: task.after ?? [],
    points: task.points ?? 1,
    checks: task.checks,
  }));
  for (const [i, task] of tasks.entries()) {
    const circle = circleFrom(task.id, tasks);
    if (circle) problems.add(folder, ['tasks', i, 'after'], `"after" runs in a circle: ${circle.join(' -> ')}`);
  }
  return tasks;
}

/** The way from a task back to itself along `after`; undefined when there is none. */
function circleFrom(id: string, tasks: readonly Task[]): readonly string[] | undefined {
  const seen = new Set<string>();
  const walk = (at: string, trail: readonly string[]): readonly string[] | undefined => {
    for (const next of tasks.find((task) => task.id === at)?.after ?? []) {
      if (next === id) return [...trail, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...trail, next]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(id, [id]);
}
