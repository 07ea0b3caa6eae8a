// show interfaces [NAME] [brief | detail | extensive | statistics | terse | descriptions]
// Source: captures named beside physical.ts, logical.ts and interfaces-terse.ts; `show interfaces statistics` (genieparser golden
// output ShowInterfacesStatistics; a transcript of 2026: what it says more than `show interfaces`); `error: device ge-0/0/0 not found` of a vQFX.

import type { Match } from '../../../language/spec.ts';
import type { VrfName } from '../../../route/names.ts';
import type { View, ViewContext } from '../../os.ts';
import { type Chosen, choose } from './interface-choice.ts';
import { inventoryOf, type Physical, physicals } from './interface-facts.ts';
import { isPattern } from './interface-pattern.ts';
import { descriptionLines, terseLines } from './interfaces-terse.ts';
import { logicalLines, type Neighbours, shownFamilies } from './logical.ts';
import { type Level, physicalLines } from './physical.ts';
import { saidOf } from './said.ts';

export const showInterfaces: View = (context, match) => {
  const wanted = match.args['interface'];
  const all = physicals(inventoryOf(context));
  const chosen = choose(all, wanted);
  if (wanted !== undefined && chosen.length === 0 && !isPattern(wanted)) return [`error: device ${wanted} not found`];
  const level = levelOf(match);
  if (level === 'descriptions') return descriptionLines(chosen);
  if (level === 'terse') return terseLines(chosen, context.router === context.box.router());
  return blocks(chosen, level, context, neighbours(all));
};

export const levelOf = (match: Match): Level | 'descriptions' =>
  saidOf(match, 'terse', 'brief', 'statistics', 'detail', 'extensive', 'descriptions') ?? 'normal';

function blocks(chosen: readonly Chosen[], level: Level, context: ViewContext, around: Neighbours): readonly string[] {
  return chosen.flatMap(({ of, whole, units }, i) => [
    ...(i > 0 ? [''] : []),
    ...(whole ? physicalLines(of, level, context) : []),
    ...units.flatMap((unit, j) => [...(whole || j > 0 ? [''] : []), ...logicalLines(of, unit, level, context, around)]),
  ]);
}

/** Management ports come first where it matters who is first. */
export function neighbours(all: readonly Physical[]): Neighbours {
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
