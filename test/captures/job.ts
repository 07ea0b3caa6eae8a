// A job: a captured network as data. Devices with their configurations, what is plugged where, what was asked of whom.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SNAPSHOTS } from '../harness/captures.ts';

/** A socket of a device. */
export interface JobEnd {
  readonly device: string;
  readonly interface: string;
}

export interface JobDevice {
  readonly name: string;
  /** `ios`, `iosxe`, `junos` */
  readonly os: string;
  /** Its configuration, from the folder of the networks; a stand-in's, from the folder above. */
  readonly config: string;
  /** Where the output of each command belongs, from the folder of outputs. */
  readonly commands: readonly { readonly run: string; readonly save: string }[];
}

export interface Job {
  readonly snapshot: string;
  readonly devices: readonly JobDevice[];
  readonly links: readonly { readonly a: JobEnd; readonly b: JobEnd }[];
  readonly segments: readonly { readonly net: string; readonly members: readonly JobEnd[] }[];
  /** Up, with nobody of the network at the other end. */
  readonly stubs: readonly JobEnd[];
}

/** The folder that holds jobs, networks, stand-ins and scorer; undefined: there is none beside the checkout. */
export const REAL: string | undefined =
  SNAPSHOTS !== undefined && existsSync(resolve(SNAPSHOTS, '../jobs')) ? resolve(SNAPSHOTS, '..') : undefined;

/** Names of all jobs. */
export function jobNames(real: string): readonly string[] {
  const files = readdirSync(join(real, 'jobs')).filter((file) => file.endsWith('.json'));
  return files.map((file) => file.slice(0, -'.json'.length)).sort();
}

export function readJob(real: string, name: string): Job {
  return JSON.parse(readFileSync(join(real, 'jobs', `${name}.json`), 'utf8')) as Job;
}

/** The configuration of a device, as it was captured. A stand-in's is whole, too, though no router printed it. */
export function configOf(real: string, device: JobDevice): string {
  const places = [join(real, 'snapshots', device.config), join(real, device.config)];
  const file = places.find((place) => existsSync(place));
  if (file === undefined) throw new Error(`no ${device.config} in ${real}`);
  const text = readFileSync(file, 'utf8');
  return file === places[0] || /^version /m.test(text) ? text : `version 15.7\n${text}`;
}
