// What every part of the shell is given: the session, its terminal, and who answers commands.

import type { ShellIo } from '../../../cli/shell.ts';
import type { Action } from '../../action.ts';
import type { View } from '../../os.ts';
import type { TaggedView } from '../show/tagged-view.ts';
import type { Vocabularies } from './ground.ts';
import type { Rights } from './rights.ts';
import type { Session } from './session.ts';

/** What a shell is made of. */
export interface ShellParts {
  readonly words: Vocabularies;
  readonly views: Readonly<Record<string, View>>;
  /** Those that have elements, too, by the same names. */
  readonly taggedViews: Readonly<Record<string, TaggedView>>;
  readonly actions: Readonly<Record<string, Action>>;
}

/** What runs a line. */
export interface ShellContext extends ShellParts {
  readonly session: Session;
  /** What its user may do. */
  readonly rights: Rights;
  readonly io: ShellIo;
  /** Columns of the prompt before the line. */
  readonly margin: number;
  /** Leaves the command line. */
  readonly leave: () => void;
  /** The box has started anew: nobody is logged in any more. */
  readonly rebooted: () => void;
}
