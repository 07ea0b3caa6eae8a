// Dialogs: a question over the screen, as data. One at a time; Esc always takes it away.

import { keyName } from './input-tokens.ts';
import type { Press } from './key-router.ts';

export interface Choice {
  /** Pressing it is choosing it. */
  readonly key: string;
  readonly label: string;
  run(): void;
}

export type Dialog =
  | {
      readonly kind: 'choice';
      readonly title: string;
      readonly lines: readonly string[];
      /** The first is what Enter means. */
      readonly choices: readonly Choice[];
    }
  | {
      readonly kind: 'text';
      readonly title: string;
      readonly lines: readonly string[];
      readonly value: string;
      /** What was wrong with the last answer. */
      readonly error: string | undefined;
      submit(value: string): void;
    }
  /** Something to read: any key ends it, arrows scroll. */
  | { readonly kind: 'page'; readonly title: string; readonly lines: readonly string[] };

/** Single keys of a press, by name. Pasted text is no key. */
export function keysOf(press: Press): readonly string[] {
  switch (press.kind) {
    case 'text':
      return [...press.raw].map(keyName);
    case 'key':
      return press.name === '' ? [] : [press.name];
    default:
      return [];
  }
}

/** What was typed or pasted, fit for a field of one line; control characters are left out. */
export const fieldText = (press: Press): string =>
  press.kind === 'paste' || press.kind === 'text'
    ? (press.kind === 'paste' ? press.text : press.raw).replace(/[\x00-\x1f\x7f-\x9f]/g, '')
    : '';

/** Keys that move in a page or a panel: by how many lines of `height`, or to which end. */
export function scrollKey(key: string, height: number): number | 'top' | 'bottom' | undefined {
  switch (key) {
    case 'up':
    case 'k':
      return -1;
    case 'down':
    case 'j':
      return 1;
    case 'pgup':
      return -Math.max(1, height - 1);
    case 'pgdn':
    case 'space':
      return Math.max(1, height - 1);
    case 'home':
      return 'top';
    case 'end':
      return 'bottom';
    default:
      return undefined;
  }
}

/** Where a window of `height` lines over `total` begins after such a key. */
export function scrolled(top: number, by: number | 'top' | 'bottom', total: number, height: number): number {
  const last = Math.max(0, total - height);
  if (by === 'top') return 0;
  return by === 'bottom' ? last : Math.max(0, Math.min(last, top + by));
}
