// show interfaces [NAME] [brief | detail | extensive | terse | descriptions]
// Source: captures named beside physical.ts, logical.ts and interfaces-terse.ts; `error: device ge-0/0/0 not found` of a vQFX.

import type { Match } from '../../../language/spec.ts';
import type { VrfName } from '../../../route/names.ts';
import type { View, ViewContext } from '../../os.ts';
import { inventoryOf, type Logical, type Physical, physicals } from './interface-facts.ts';
import { fits, isPattern } from './interface-pattern.ts';
import { descriptionLines, terseLines } from './interfaces-terse.ts';
import { logicalLines, type Neighbours, shownFamilies } from './logical.ts';
import { type Level, physicalLines } from './physical.ts';
import { saidOf } from './said.ts';

/** A physical interface, or only units of it, that a command is about. */
export interface Chosen {
  readonly of: Physical;
  /** The physical interface itself was asked for. */
  readonly whole: boolean;
  readonly units: readonly Logical[];
}

export const showInterfaces: View = (context, match) => {
  const wanted = match.args['interface'];
  const all = physicals(inventoryOf(context));
  const chosen = choose(all, wanted);
  if (wanted !== undefined && chosen.length === 0 && !isPattern(wanted)) return [`error: device ${wanted} not found`];
  const level = levelOf(match);
  if (level === 'descriptions') return descriptionLines(chosen);
  if (level === 'terse') return terseLines(chosen);
  return blocks(chosen, level, context, neighbours(all));
};

const levelOf = (match: Match): Level | 'descriptions' =>
  saidOf(match, 'terse', 'brief', 'detail', 'extensive', 'descriptions') ?? 'normal';

/** What a name or pattern stands for; everything without one. */
export function choose(all: readonly Physical[], wanted: string | undefined): readonly Chosen[] {
  return all.flatMap((of): readonly Chosen[] => {
    if (wanted === undefined) return [{ of, whole: true, units: of.units }];
    const whole = fits(wanted, of.name);
    const units = of.units.filter(({ name }) => fits(wanted, name));
    return whole || units.length > 0 ? [{ of, whole, units }] : [];
  });
}

function blocks(chosen: readonly Chosen[], level: Level, context: ViewContext, around: Neighbours): readonly string[] {
  return chosen.flatMap(({ of, whole, units }, i) => [
    ...(i > 0 ? [''] : []),
    ...(whole ? physicalLines(of, level, context) : []),
    ...units.flatMap((unit, j) => [...(whole || j > 0 ? [''] : []), ...logicalLines(of, unit, level, context, around)]),
  ]);
}

/** Management ports come first where it matters who is first. */
function neighbours(all: readonly Physical[]): Neighbours {
  const ranked = [...all].sort((a, b) => rank(a) - rank(b));
  const first = new Map<string, string>();
  for (const of of ranked)
    for (const unit of of.units) {
      const vrf = unit.row?.interface.vrf;
      if (vrf === undefined || !of.port) continue;
      for (const family of shownFamilies(of, unit)) {
        const key = `${vrf} ${family}`;
        if (!first.has(key)) first.set(key, unit.name);
      }
    }
  return { primary: (vrf: VrfName, family) => first.get(`${vrf} ${family}`) };
}

const rank = ({ port }: Physical): number => (port?.kind.place === 'management' ? 0 : 1);
