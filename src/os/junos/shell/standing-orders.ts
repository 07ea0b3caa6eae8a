// `set cli logical-system NAME`, `clear cli logical-system`.    Source: captures of both on vMX and MX ("Logical system: PE1",
// "Cleared default logical system"); words for a name that nobody has, and for a user of one logical system: not captured.

import type { Match } from '../../../language/spec.ts';
import type { Schema } from '../schema.ts';
import type { ShellContext } from './context.ts';
import type { Session } from './session.ts';
import { logicalSystemsOf, rootOf } from './standing.ts';

/** Goes into a logical system, or back to the box itself. */
export function standIn(session: Session, schema: Schema, logicalSystem: string | undefined): void {
  session.logicalSystem = logicalSystem;
  session.root = rootOf(schema, logicalSystem);
  session.level = session.root;
  session.earlier = [];
}

export const notThere = (name: string): string => `error: logical-system ${name} not found`;

type Order = (context: ShellContext, match: Match) => void;

/** By the action's name. */
export const STANDING_ORDERS: Readonly<Record<string, Order>> = {
  'cli-logical-system': ({ session, words, io }, { args }) => {
    const name = args['logical-system'] ?? '';
    if (session.mode === 'configuration') io.print(['error: logical system cannot be changed in configuration mode']);
    else if (session.bound) io.print(['permission denied.']);
    else if (!logicalSystemsOf(session.box).includes(name)) io.print([notThere(name)]);
    else {
      standIn(session, words.schema, name);
      io.print([`Logical system: ${name}`]);
    }
  },
  'clear-cli-logical-system': ({ session, words, io }) => {
    if (session.mode === 'configuration') io.print(['error: logical system cannot be changed in configuration mode']);
    else if (session.bound) io.print(['permission denied.']);
    else {
      standIn(session, words.schema, undefined);
      io.print(['Cleared default logical system']);
    }
  },
};
