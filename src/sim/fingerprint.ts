// A running hash of every event and input: two runs with the same fingerprint were the same run.

import { never } from '../base/must.ts';
import type { SimEvent, Tap } from './tap.ts';
import type { Micros } from './time.ts';

/** Two lanes of 32 bits (FNV-1a with different primes and offsets): cheap, and 64 bits are plenty against accident. */
export class Fingerprint implements Tap {
  #a = 0x811c9dc5;
  #b = 0x2545f491;
  readonly #texts = new Map<string, number>();

  event(time: Micros, event: SimEvent): void {
    this.#number(time);
    switch (event.kind) {
      case 'frame':
        this.#word(1);
        this.#word(this.#text(event.to.node));
        this.#word(this.#text(event.to.port));
        this.#bytes(event.frame.bytes);
        break;
      case 'timer':
        this.#word(2);
        this.#word(this.#text(event.node));
        this.#word(this.#text(event.timer));
        break;
      case 'carrier':
        this.#word(3);
        this.#word(this.#text(event.node));
        this.#word(this.#text(event.port));
        break;
      default:
        never(event);
    }
  }

  /** Something that came from outside. */
  input(time: Micros, text: string): void {
    this.#number(time);
    this.#word(4);
    for (let i = 0; i < text.length; i++) this.#word(text.charCodeAt(i));
  }

  /** Sixteen hex digits. */
  get value(): string {
    const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');
    return hex(this.#a) + hex(this.#b);
  }

  #word(value: number): void {
    this.#a = Math.imul(this.#a ^ value, 0x01000193);
    this.#b = Math.imul((this.#b ^ value) + 0x9e3779b9, 0x85ebca6b);
    this.#b ^= this.#b >>> 15;
  }

  #number(value: number): void {
    this.#word(value >>> 0);
    this.#word(Math.floor(value / 2 ** 32));
  }

  #bytes(bytes: Uint8Array): void {
    this.#word(bytes.length);
    const whole = bytes.length & ~3;
    for (let i = 0; i < whole; i += 4) {
      this.#word(
        ((bytes[i] as number) << 24) |
          ((bytes[i + 1] as number) << 16) |
          ((bytes[i + 2] as number) << 8) |
          (bytes[i + 3] as number),
      );
    }
    for (let i = whole; i < bytes.length; i++) this.#word(bytes[i] as number);
  }

  /** Names recur: each is hashed once. */
  #text(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    let value = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
    this.#texts.set(text, value);
    return value;
  }
}
