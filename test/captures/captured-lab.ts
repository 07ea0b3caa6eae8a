// A job as a lab that runs: every box with the sockets that its configuration and the cabling name.

import { byName } from '../../src/base/by-name.ts';
import { type Machinery, prepareWhatFits } from '../../src/lab/build.ts';
import type { Lab, LabLink, LabProblem } from '../../src/lab/lab.ts';
import type { Model, Os } from '../../src/os/os.ts';
import { Play } from '../../src/play/play.ts';
import type { PortName } from '../../src/sim/node.ts';
import { micros, minutes } from '../../src/sim/time.ts';
import { configOf, type Job, type JobDevice, type JobEnd } from './job.ts';

/** One way of every cable. */
const DELAY = micros(500);
/** Longer than any timer that a quiet network may wait for: the retries of BGP and TCP. */
const QUIET = minutes(5);
const LIMIT = minutes(120);

export interface Captured {
  readonly play: Play;
  /** Lines that are refused, configurations that cannot be put into force. */
  readonly refused: readonly LabProblem[];
  /** Nothing changes any more. */
  readonly settled: boolean;
}

/** Builds the network of a job and lets it run until nothing changes. */
export function captured(real: string, job: Job, machinery: Machinery): Captured {
  const texts = new Map(job.devices.map((device) => [device.name, configOf(real, device)]));
  const systems = new Map<string, Os>();
  // A box of its own kind each: its sockets are those that are named.
  for (const device of job.devices) {
    const os = systemOf(device, machinery);
    systems.set(kindOf(device), { ...os, models: [modelOf(os, texts.get(device.name) ?? '', device, job)] });
  }
  const start = byName<readonly { readonly file: string; readonly text: string }[]>();
  for (const device of job.devices) start[device.name] = [{ file: device.config, text: texts.get(device.name) ?? '' }];
  const lab: Lab = {
    id: job.snapshot,
    title: job.snapshot,
    summary: '',
    minutes: 0,
    epoch: 0,
    seed: 1,
    devices: job.devices.map((device) => ({
      name: device.name,
      os: kindOf(device),
      model: undefined,
      at: undefined,
      login: undefined,
    })),
    links: linksOf(job),
    tasks: [],
    start,
    solution: {},
    proof: undefined,
    guide: '',
    digest: '',
  };
  const { prepared, refused } = prepareWhatFits(lab, { ...machinery, systems }, lab.start);
  const play = new Play({ prepared, seed: lab.seed, from: 'start' });
  return { play, refused, settled: play.settle(LIMIT, QUIET) };
}

const kindOf = (device: JobDevice): string => `${device.os} ${device.name}`;

function systemOf(device: JobDevice, machinery: Machinery): Os {
  const os = machinery.systems.get(device.os === 'iosxe' ? 'ios' : device.os);
  if (os === undefined) throw new Error(`${device.name} runs ${device.os}, which nobody here does`);
  return os;
}

function modelOf(os: Os, text: string, device: JobDevice, job: Job): Model {
  const model = os.modelFor?.(text) ?? os.models[0];
  if (model === undefined) throw new Error(`${os.name} has no model`);
  const plugged = [
    ...job.links.flatMap(({ a, b }) => [a, b]),
    ...job.segments.flatMap(({ members }) => members),
    ...job.stubs,
  ].filter((end) => end.device === device.name);
  const ports = new Set<string>([...model.ports, ...plugged.map(socketOf)]);
  return { ...model, ports: [...ports].map((port) => port as PortName) };
}

/** `ge-0/0/0` of `ge-0/0/0.0`: cables are in sockets. */
const socketOf = (end: JobEnd): string => end.interface.replace(/\.\d+$/, '');

function linksOf(job: Job): readonly LabLink[] {
  const played = new Set(job.devices.map(({ name }) => name));
  const isPlayed = (end: JobEnd): boolean => played.has(end.device);
  const plug = (id: string, kind: LabLink['kind'], ends: readonly JobEnd[]): LabLink => ({
    id,
    kind,
    // What is plugged into something that nobody plays is plugged in all the same.
    ends: ends.filter(isPlayed).map((end) => ({ device: end.device, port: socketOf(end) })),
    delay: DELAY,
  });
  return [
    ...job.links.map(({ a, b }, i) => plug(`cable ${i}`, isPlayed(a) && isPlayed(b) ? 'cable' : 'lan', [a, b])),
    ...job.segments.map(({ members }, i) => plug(`segment ${i}`, 'lan', members)),
    ...job.stubs.map((end, i) => plug(`stub ${i}`, 'lan', [end])),
  ].filter(({ ends }) => ends.length > 0);
}
