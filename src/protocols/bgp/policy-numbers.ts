// Policies as numbers: equal ones have the same, so that neighbours with the same rules can be told the same.

import { equal } from '../../base/equal.ts';
import type { Policy } from '../../policy/policy.ts';

/** Words of matches and actions that look at who is told. */
const OF_PEER = new Set(['peers', 'peer', 'peer-address']);

export class PolicyNumbers {
  #known: Policy[] = [];
  readonly #numbers = new WeakMap<Policy, number>();
  readonly #personal = new WeakMap<Policy, boolean>();

  /** 0: no policy. */
  of(policy: Policy | undefined): number {
    if (!policy) return 0;
    const known = this.#numbers.get(policy);
    if (known !== undefined) return known;
    let at = this.#known.findIndex((one) => one.name === policy.name && equal(one, policy));
    if (at < 0) at = this.#known.push(policy) - 1;
    this.#numbers.set(policy, at + 1);
    return at + 1;
  }

  /** What it says depends on which peer is told. */
  isPersonal(policy: Policy | undefined): boolean {
    if (!policy) return false;
    let personal = this.#personal.get(policy);
    if (personal === undefined) {
      personal = mentions(policy);
      this.#personal.set(policy, personal);
    }
    return personal;
  }
}

function mentions(value: unknown): boolean {
  if (typeof value === 'string') return OF_PEER.has(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(mentions);
}
