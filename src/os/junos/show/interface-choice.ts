// Which interfaces a command is about: all, one, some units, or what a pattern fits.

import type { Logical, Physical } from './interface-facts.ts';
import { fits } from './interface-pattern.ts';

/** A physical interface, or only units of it. */
export interface Chosen {
  readonly of: Physical;
  /** The physical interface itself was asked for. */
  readonly whole: boolean;
  readonly units: readonly Logical[];
}

/** What a name or pattern stands for; everything without one. */
export function choose(all: readonly Physical[], wanted: string | undefined): readonly Chosen[] {
  return all.flatMap((of): readonly Chosen[] => {
    if (wanted === undefined) return [{ of, whole: true, units: of.units }];
    const whole = fits(wanted, of.name);
    const units = of.units.filter(({ name }) => fits(wanted, name));
    return whole || units.length > 0 ? [{ of, whole, units }] : [];
  });
}
