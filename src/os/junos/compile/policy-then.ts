// then: statements -> what is done to a route.
// Source: Junos OS Routing Policies, "Actions in Routing Policy Terms"; capture of vJunos 25.4R1 (snapshot
// junos_then_action_conflicts): `add` and `subtract` begin at what the route has (local preference 100, metric 0), the
// results stay above 0, `as-path-expand` stands before `as-path-prepend`, communities are done in the order of typing.

import { parseIp4 } from '../../../base/ip.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { Action, Line, NumberField, Validation } from '../../../policy/policy.ts';
import type { Origin } from '../../../route/attributes.ts';
import { parseAsn } from '../../../route/extended.ts';
import { communityActions, OPERATIONS } from './communities.ts';
import { all, type Block, has, one, value } from './tree-reader.ts';

/** Numbers that can be set, added to and subtracted from, and what they begin at. */
const NUMBERS: Readonly<Record<string, readonly [field: NumberField, from: number]>> = {
  metric: ['metric', 0],
  metric2: ['metric2', 0],
  tag: ['tag', 0],
  tag2: ['tag2', 0],
  preference: ['preference', 170],
  preference2: ['preference2', 0],
  'local-preference': ['localPref', 100],
  color: ['color', 0],
  color2: ['color2', 0],
};

/** Everything but where the evaluation goes on. */
export function actionsOf(tree: Block, then: ConfigNode | undefined): readonly Action[] {
  const nodes = then?.children ?? [];
  const rank = ({ words }: ConfigNode): number => (words[0] === 'as-path-expand' ? 1 : 0);
  return [...nodes].sort((a, b) => rank(a) - rank(b)).flatMap((node) => actionOf(tree, node));
}

function actionOf(tree: Block, node: ConfigNode): readonly Action[] {
  const { args, words } = node;
  const [word = '', second = ''] = words;
  if (word in NUMBERS) return numberAction(node, word);
  switch (word) {
    case 'origin':
      return [{ kind: 'set-origin', value: second as Origin }];
    case 'community': {
      const how = OPERATIONS[args['operation'] ?? second];
      return how ? communityActions(tree, how, args['community'] ?? '') : [];
    }
    case 'aigp-originate':
      return [{ kind: 'set-aigp', value: args['distance'] === undefined ? 'metric' : Number(args['distance']) }];
    case 'aigp-adjust':
      return aigpAdjust(node);
    case 'as-path-prepend':
      return [{ kind: 'prepend', asns: asnsOf(args['as-path']), outside: true }];
    case 'as-path-expand':
      if (second === 'last-as') return [{ kind: 'prepend-last', times: Number(args['count'] ?? 1) }];
      return [{ kind: 'prepend', asns: repeated(asnsOf(args['as-path']), Number(args['count'] ?? 1)) }];
    case 'next-hop':
      return nexthopAction(node);
    case 'damping':
      return [{ kind: 'set-dampening', value: dampingName(tree, args['damping'] ?? '') }];
    case 'validation-state':
      return [{ kind: 'set-validation', value: second as Validation }];
    case 'external':
      // The route has a metric from then on, if only 0 (capture: 10.50.30.0/24).
      return [
        { kind: 'set-metric-type', value: args['type'] === '1' ? 'type-1' : 'type-2' },
        { kind: 'change', field: 'metric', by: 0, from: 0 },
      ];
    case 'load-balance':
      return [{ kind: 'balance', on: second === 'per-packet' || second === 'per-flow' }];
    default:
      return [];
  }
}

const asnsOf = (text: string | undefined): readonly number[] =>
  (text ?? '').split(' ').flatMap((word) => parseAsn(word) ?? []);

const repeated = <T>(list: readonly T[], times: number): readonly T[] =>
  Array.from({ length: times }, () => list).flat();

/** `expression metric multiplier 2 offset 5` */
function expressionAction(expression: ConfigNode): readonly Action[] {
  const line = (name: string): Line | undefined => {
    const node = one(expression, name);
    if (!node) return undefined;
    const number = (arg: string, usual: number): number => Number(value(expression, name, arg) ?? usual);
    return { multiplier: number('multiplier', 1), offset: number('offset', 0) };
  };
  const [metric, metric2] = [line('metric'), line('metric2')];
  return [{ kind: 'metric-expression', ...(metric ? { metric } : {}), ...(metric2 ? { metric2 } : {}) }];
}

function numberAction(node: ConfigNode, word: string): readonly Action[] {
  const { args, words } = node;
  const expression = word === 'metric' ? one(node, 'expression') : undefined;
  if (expression) return expressionAction(expression);
  const [field, from] = NUMBERS[word] as readonly [NumberField, number];
  const { add, subtract } = args;
  if (add !== undefined) return [{ kind: 'change', field, by: Number(add), from }];
  if (subtract !== undefined) return [{ kind: 'change', field, by: -Number(subtract), from }];
  if (field === 'metric' && (words[1] === 'igp' || words[1] === 'minimum-igp'))
    return [{ kind: 'metric-igp', offset: Number(args['offset'] ?? 0), least: words[1] === 'minimum-igp' }];
  const said = args[word] ?? args[word.replace('2', '')];
  if (said === undefined) return [];
  const number = Number(said);
  if (field === 'metric') return [{ kind: 'set-metric', value: number }];
  if (field === 'tag') return [{ kind: 'set-tag', value: number }];
  if (field === 'localPref') return [{ kind: 'set-local-pref', value: number }];
  return [{ kind: 'set-number', field, value: number }];
}

function nexthopAction({ args, words }: ConfigNode): readonly Action[] {
  const word = words[1];
  if (word === 'self' || word === 'peer-address' || word === 'discard' || word === 'reject')
    return [{ kind: 'set-toward', toward: word }];
  if (word === 'next-table') return [{ kind: 'set-toward', toward: { table: args['table'] ?? '' } }];
  const nexthop = parseIp4(args['next-hop'] ?? '');
  return nexthop === undefined ? [] : [{ kind: 'set-nexthop', nexthop }];
}

/** A set that says `disable` dampens nothing. */
function dampingName(tree: Block, name: string): string {
  const set = all(one(tree, 'policy-options'), 'damping').find(({ args }) => args['damping-name'] === name);
  return has(set, 'disable') ? 'none' : name;
}

/** "aigp-adjust": to another value, or by one. */
function aigpAdjust({ args }: ConfigNode): readonly Action[] {
  if (args['adjust'] !== undefined) return [{ kind: 'set-aigp', value: Number(args['adjust']) }];
  const how = (['add', 'subtract', 'multiply', 'divide'] as const).find((one) => args[one] !== undefined);
  return how ? [{ kind: 'change-aigp', how, by: Number(args[how]) }] : [];
}
