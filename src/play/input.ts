// Input: everything that can come from outside, stamped.

import type { Micros } from '../sim/time.ts';

/** Between which two events an input fell (`executed`), and the lab time for people (`at`). */
export interface Stamp {
  readonly executed: number;
  readonly at: Micros;
}

export type Deed =
  /** Somebody sits down at a console (session 0) or connects (1, 2 …). `auto`: logged in, no paging, unlimited width. */
  | {
      readonly kind: 'open';
      readonly device: string;
      readonly session: number;
      readonly auto: boolean;
      readonly rows: number;
      readonly columns: number;
    }
  | {
      readonly kind: 'close';
      readonly device: string;
      readonly session: number;
    }
  /** What was pressed, as the terminal sends it. */
  | {
      readonly kind: 'keys';
      readonly device: string;
      readonly session: number;
      readonly keys: string;
    }
  | {
      readonly kind: 'resize';
      readonly device: string;
      readonly session: number;
      readonly rows: number;
      readonly columns: number;
    }
  | { readonly kind: 'link'; readonly link: string; readonly up: boolean }
  | {
      readonly kind: 'impair';
      readonly link: string;
      readonly lossPerMillion?: number;
      readonly duplicatePerMillion?: number;
      readonly jitter?: Micros;
      readonly delay?: Micros;
    }
  | { readonly kind: 'power'; readonly device: string; readonly on: boolean }
  /** From a bridged, real router. */
  | { readonly kind: 'frame'; readonly link: string; readonly hex: string };

export type Input = Stamp & Deed;

/** Only what was done, without when: what a save and a fingerprint hold of it. Every field in a fixed order. */
export function deedText(deed: Deed): string {
  switch (deed.kind) {
    case 'open':
      return `open ${deed.device} ${deed.session} ${deed.auto} ${deed.rows} ${deed.columns}`;
    case 'close':
      return `close ${deed.device} ${deed.session}`;
    case 'keys':
      return `keys ${deed.device} ${deed.session} ${deed.keys}`;
    case 'resize':
      return `resize ${deed.device} ${deed.session} ${deed.rows} ${deed.columns}`;
    case 'link':
      return `link ${deed.link} ${deed.up}`;
    case 'impair': {
      const { lossPerMillion, duplicatePerMillion, jitter, delay } = deed;
      return `impair ${deed.link} ${lossPerMillion ?? '-'} ${duplicatePerMillion ?? '-'} ${jitter ?? '-'} ${delay ?? '-'}`;
    }
    case 'power':
      return `power ${deed.device} ${deed.on}`;
    case 'frame':
      return `frame ${deed.link} ${deed.hex}`;
  }
}
