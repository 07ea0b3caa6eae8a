// How much an instance prefers the routes of its IS-IS levels.    Source: Junos OS IS-IS, "preference", "external-preference".

import type { ConfigNode } from '../../../config/tree.ts';
import type { Preferences } from '../../../net/rib-types.ts';
import type { Level } from '../../../protocols/isis/config.ts';
import { PREFERENCES } from '../defaults.ts';
import { all, type Block, number, one } from './tree-reader.ts';

const levelNode = (isis: Block | undefined, level: Level): ConfigNode | undefined =>
  all(isis, 'level').find(({ args }) => args['level'] === String(level));

/** Preferences of an instance (the main one: of the whole tree) with those of its IS-IS levels. */
export function isisPreferences(holder: Block): Preferences {
  const isis = one(one(holder, 'protocols'), 'isis');
  const of = (level: Level, name: string): number | undefined => number(levelNode(isis, level), name, 'preference');
  const [l1, l2] = [of(1, 'preference'), of(2, 'preference')];
  return {
    ...PREFERENCES,
    'isis.l1': l1 ?? PREFERENCES['isis.l1'],
    'isis.ia': l1 ?? PREFERENCES['isis.ia'],
    'isis.l2': l2 ?? PREFERENCES['isis.l2'],
    'isis.l1.ext': of(1, 'external-preference') ?? PREFERENCES['isis.l1.ext'],
    'isis.l2.ext': of(2, 'external-preference') ?? PREFERENCES['isis.l2.ext'],
  };
}
