// Captured frames on the disk: pcapng, one interface a link, readable by Wireshark while it grows.

import { closeSync, openSync, writeSync } from 'node:fs';
import type { RunningLab } from '../lab/build.ts';
import type { Frame } from '../sim/frame.ts';
import type { Link } from '../sim/link.ts';
import { enhancedPacket, interfaceDescription, sectionHeader } from '../sim/pcap.ts';
import type { Tap } from '../sim/tap.ts';
import type { Micros } from '../sim/time.ts';

/** Frames are gathered into writes of about this size. */
const FLUSH_BYTES = 65_536;

export class CaptureFile {
  readonly #running: RunningLab;
  readonly #handle: number;
  readonly #index: ReadonlyMap<string, number>;
  readonly #tap: Tap;
  #waiting: Uint8Array[] = [];
  #bytes = 0;
  #frames = 0;

  /** Captures what is sent on these links from now on. Throws when the file cannot be written. */
  constructor(path: string, running: RunningLab, links: readonly string[]) {
    this.#running = running;
    this.#handle = openSync(path, 'w');
    this.#index = new Map(links.map((id, i) => [id, i]));
    this.#put(sectionHeader());
    for (const id of links) this.#put(interfaceDescription(id));
    this.#flush();
    this.#tap = { sent: (time, link, _, frame) => this.#sent(time, link, frame) };
    running.world.watch(this.#tap);
  }

  /** Frames written so far. */
  get frames(): number {
    return this.#frames;
  }

  close(): void {
    this.#running.world.unwatch(this.#tap);
    this.#flush();
    closeSync(this.#handle);
  }

  #sent(time: Micros, link: Link, frame: Frame): void {
    const index = this.#index.get(link.id);
    if (index === undefined) return;
    this.#frames++;
    this.#put(enhancedPacket(index, this.#running.lab.epoch, time, frame));
    if (this.#bytes >= FLUSH_BYTES) this.#flush();
  }

  #put(bytes: Uint8Array): void {
    this.#waiting.push(bytes);
    this.#bytes += bytes.length;
  }

  #flush(): void {
    if (this.#bytes > 0) writeSync(this.#handle, Buffer.concat(this.#waiting));
    this.#waiting = [];
    this.#bytes = 0;
  }
}
