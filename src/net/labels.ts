// The label space and its allocator.                                                RFC 3031 §3.14, RFC 3032 §2.1

import { err, ok, type Result } from '../base/result.ts';
import { FIRST_LABEL, LAST_LABEL, type Label } from '../route/label.ts';

/** From where to where a box takes its labels, and in what steps. */
export interface LabelRange {
  readonly first: number;
  readonly last: number;
  readonly step: number;
  /** Labels that stand for whole tables are taken from here, one by one. Absent: from the same range. */
  readonly tables?: { readonly first: number; readonly last: number };
}

export const ALL_LABELS: LabelRange = { first: FIRST_LABEL, last: LAST_LABEL, step: 1 };

/**
 * One label a FEC. Labels rise; one that was given back is used again only when the range has been gone through,
 * so that a neighbour's late packet does not end in somebody else's path.
 */
export class LabelAllocator {
  #range: LabelRange;
  readonly #byFec = new Map<string, Label>();
  readonly #taken = new Set<number>();
  #next: number;

  constructor(range: LabelRange = ALL_LABELS) {
    this.#range = range;
    this.#next = range.first;
  }

  /** For labels to come; those in use stay. */
  setRange(range: LabelRange): void {
    const { first, last, step } = this.#range;
    const same = range.first === first && range.last === last && range.step === step;
    this.#range = range;
    if (!same) this.#next = range.first;
  }

  get range(): LabelRange {
    return this.#range;
  }

  /** The FEC's label, allocated when it has none. The error: every label is in use. */
  allocate(fec: string, of?: 'tables'): Result<Label, 'exhausted'> {
    const old = this.#byFec.get(fec);
    if (old !== undefined) return ok(old);
    const label = of === 'tables' && this.#range.tables ? this.#lowest(this.#range.tables) : this.#free();
    if (label === undefined) return err('exhausted');
    this.#byFec.set(fec, label);
    this.#taken.add(label);
    return ok(label);
  }

  of(fec: string): Label | undefined {
    return this.#byFec.get(fec);
  }

  /** Gives the FEC's label back. */
  release(fec: string): void {
    const label = this.#byFec.get(fec);
    if (label === undefined) return;
    this.#byFec.delete(fec);
    this.#taken.delete(label);
  }

  /** Gives back every label whose FEC begins like this, but for some. */
  releaseAll(start: string, but?: ReadonlySet<string>): void {
    for (const fec of [...this.#byFec.keys()]) if (fec.startsWith(start) && !but?.has(fec)) this.release(fec);
  }

  /** Tables come and go seldom: the lowest label that is free. */
  #lowest({ first, last }: NonNullable<LabelRange['tables']>): Label | undefined {
    for (let label = first; label <= last; label++) if (!this.#taken.has(label)) return label as Label;
    return undefined;
  }

  #free(): Label | undefined {
    const { first, last, step } = this.#range;
    const count = Math.floor((last - first) / step) + 1;
    for (let tried = 0; tried < count && this.#taken.size < count; tried++) {
      const label = this.#next;
      this.#next = label + step > last ? first : label + step;
      if (!this.#taken.has(label)) return label as Label;
    }
    return undefined;
  }
}
