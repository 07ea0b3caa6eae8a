// Input: everything that can come from outside, stamped.

import type { Impairment } from '../sim/fault.ts';
import type { Micros } from '../sim/time.ts';

/** Between which two events an input fell (`executed`), and the lab time for people (`at`). */
export interface Stamp {
  readonly executed: number;
  readonly at: Micros;
}

/** One way of a link: what an end of it sends, or what it is to hear. */
export interface LinkWay {
  readonly device: string;
  readonly port: string;
  readonly direction: 'out' | 'in';
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
  /** Without `way`: both ways. */
  | { readonly kind: 'link'; readonly link: string; readonly up: boolean; readonly way?: LinkWay }
  | (Impairment & { readonly kind: 'impair'; readonly link: string; readonly way?: LinkWay })
  | { readonly kind: 'power'; readonly device: string; readonly on: boolean }
  /** From a bridged, real router. */
  | { readonly kind: 'frame'; readonly link: string; readonly hex: string };

export type Input = Stamp & Deed;

const wayText = (way: LinkWay | undefined): string => (way ? ` ${way.device}:${way.port} ${way.direction}` : '');

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
      return `link ${deed.link} ${deed.up}${wayText(deed.way)}`;
    case 'impair': {
      const { lossPerMillion, duplicatePerMillion, jitter, delay } = deed;
      return `impair ${deed.link} ${lossPerMillion ?? '-'} ${duplicatePerMillion ?? '-'} ${jitter ?? '-'} ${delay ?? '-'}${wayText(deed.way)}`;
    }
    case 'power':
      return `power ${deed.device} ${deed.on}`;
    case 'frame':
      return `frame ${deed.link} ${deed.hex}`;
  }
}
