// What an order that is no configuration is given: `-> do …` of a command file ends in an Action of its system.

import type { ShellIo } from '../cli/shell.ts';
import type { Router } from '../device/router.ts';
import type { Match } from '../language/spec.ts';
import type { Box } from './os.ts';

/** Who ordered it, where, and the terminal that hears of it. The shell makes one for every order. */
export interface ActionContext {
  readonly box: Box;
  /** The router or logical system that the session looks at. */
  readonly router: Router;
  readonly session: number;
  /** Name that was logged in with; empty when nobody was asked for one. */
  readonly user: string;
  /** IOS: privileged exec. Junos: always true. */
  readonly privileged: boolean;
  readonly io: ShellIo;
}

/**
 * Does it. When it returns with nothing asked of `io` and nothing running there, the prompt comes again; otherwise it
 * comes when the last question is answered and what runs has ended.
 */
export type Action = (context: ActionContext, match: Match) => void;
