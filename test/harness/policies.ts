// Small policies for tests: what they take, and what they do with it.

import type { Action, Policy } from '../../src/policy/policy.ts';
import { p } from './routes.ts';

let count = 0;

/** Takes exactly these prefixes (all, when none is named) and does that; rejects the rest. */
export function taking(prefixes: readonly string[], ...actions: readonly Action[]): Policy {
  count++;
  const entries = prefixes.map((text, i) => {
    const prefix = p(text);
    return { sequence: 5 * i + 5, verdict: 'permit' as const, prefix, low: prefix.length, high: prefix.length };
  });
  const matches = entries.length === 0 ? [] : [{ kind: 'prefix-lists' as const, lists: [{ name: 'those', entries }] }];
  return { name: `taking ${count}`, terms: [{ name: '10', matches, actions, verdict: 'accept' }], otherwise: 'reject' };
}

/** Does something with these and takes everything. */
export function changing(prefixes: readonly string[], ...actions: readonly Action[]): Policy {
  return { ...taking(prefixes, ...actions), otherwise: 'accept' };
}
