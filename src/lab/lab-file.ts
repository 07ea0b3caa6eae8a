// LabFile: the shape of a lab.json as its author writes it, and the folder around it.

import type { JsonSource } from './json-source.ts';
import type { Check } from './lab.ts';

export interface DeviceEntry {
  readonly name: string;
  /** May be left out only with `of`. */
  readonly os?: string;
  /** The device of which this is a logical system. */
  readonly of?: string;
  readonly model?: string;
  readonly at?: readonly [number, number];
  readonly login?: { readonly user: string; readonly password: string };
}

/** Ends are written `r1:GigabitEthernet0/0`. */
export interface LinkEntry {
  readonly id?: string;
  readonly kind?: 'cable' | 'lan';
  readonly ends: readonly string[];
  readonly delay?: string;
}

export interface TaskEntry {
  readonly id: string;
  readonly title: string;
  /** Several lines may be written as a list. */
  readonly brief: string | readonly string[];
  readonly hints?: readonly string[];
  readonly after?: readonly string[];
  readonly points?: number;
  readonly checks: readonly Check[];
}

export interface LabFile {
  readonly $schema?: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  /** Lab time 0 on the devices' clocks. */
  readonly epoch?: string;
  readonly seed?: number;
  /** Another lab folder, relative to this one: its devices, links and guide are taken over. */
  readonly extends?: string;
  /** Which configurations of that other lab this one begins with. */
  readonly startFrom?: 'start' | 'solution';
  readonly devices?: readonly DeviceEntry[];
  readonly links?: readonly LinkEntry[];
  readonly tasks?: readonly TaskEntry[];
}

/** A lab folder as it was found on the disk; its lab.json has the shape of a LabFile. */
export interface LabFolder {
  readonly id: string;
  /** The folder as errors name it: `labs/vrf-leak`. */
  readonly path: string;
  readonly data: LabFile;
  readonly source: JsonSource;
  /** Every other file that belongs to it, by its path in the folder: `guide.md`, `start/r1.ios`. */
  readonly texts: ReadonlyMap<string, string>;
  /** The lab that it extends. */
  readonly parent: LabFolder | undefined;
}
