// The shape of an IOS order: views and actions are dispatched to by name, as the command files bind them.

export type { Action, ActionContext } from '../action.ts';
