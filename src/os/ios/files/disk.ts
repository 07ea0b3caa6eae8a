// The disk of a box: files by name. It outlives reloads.

import type { Micros } from '../../../sim/time.ts';

export interface StoredFile {
  /** Its place in the directory, from 1; it keeps it as long as it is there. */
  readonly number: number;
  /** With its directories, without a leading slash. */
  readonly name: string;
  readonly text: string;
  readonly at: Micros;
}

/** Room on the disk is taken in pieces of this size. */
const CLUSTER = 4096;

export class Disk {
  readonly #files = new Map<string, StoredFile>();

  /** In the order of the directory. */
  get files(): readonly StoredFile[] {
    return [...this.#files.values()].sort((a, b) => a.number - b.number);
  }

  /** Bytes that are taken. */
  get used(): number {
    return this.files.reduce((sum, { text }) => sum + Math.ceil(text.length / CLUSTER) * CLUSTER, 0);
  }

  read(name: string): StoredFile | undefined {
    return this.#files.get(name);
  }

  /** Over what stood there. */
  write(name: string, text: string, at: Micros): void {
    const number = this.#files.get(name)?.number ?? (this.files.at(-1)?.number ?? 0) + 1;
    this.#files.set(name, { number, name, text, at });
  }

  /** False: there is no such file. */
  remove(name: string): boolean {
    return this.#files.delete(name);
  }
}
