// Stage: what a screen may ask of the program around it.

import type { ConsoleView } from './console-view.ts';
import type { Dialog } from './dialog.ts';
import type { Theme } from './theme.ts';
import type { Timing } from './timing.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export interface Stage {
  readonly theme: Theme;
  readonly timing: Timing;
  readonly size: Size;
  /** The program's key as people write it: `Ctrl-]`. */
  readonly prefixLabel: string;
  /** The prefix key as the terminal sends it. */
  readonly prefix: string;
  /** Something that is shown has changed. `now`: somebody pressed a key and waits to see it. */
  changed(when: 'now' | 'soon'): void;
  /** Asks something; undefined takes the question away. */
  ask(dialog: Dialog | undefined): void;
  /** The last thing that happened, on the status bar. */
  say(text: string): void;
  bell(): void;
  /** The mouse wheel scrolls, or belongs to the terminal again. */
  toggleMouse(): void;
  /** The console has the whole terminal until the prefix key is pressed; then `back`. */
  attach(view: ConsoleView, back: () => void): void;
  /** Puts text on the terminal's clipboard, if it lets programs do that. False: the text is too long for it. */
  clip(text: string): boolean;
  /** The screen is done with. */
  leave(): void;
}
