// The shape of a Junos order: views and actions are dispatched to by name, as the command files bind them.

export type { Action, ActionContext } from '../action.ts';
