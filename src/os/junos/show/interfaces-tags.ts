// `show interfaces [NAME] [terse | descriptions]` as elements; the long forms are told in lines only.
// Source: as physical-tags.ts; `terse`: replies of QFX 18.2R2, SRX 12.1X47 and MX 20.4 (`junos:emit` of an address that is not
// reformatted, `ifa-destination` of one without a link); `descriptions`: reply of an EX, 17.3 (PyEZ notes).

import { group, leaf, spaceOf, type Tag } from '../answer.ts';
import { type Chosen, choose } from './interface-choice.ts';
import { inventoryOf, logicalState, physicalState, physicals, type State } from './interface-facts.ts';
import { isPattern } from './interface-pattern.ts';
import { levelOf, neighbours } from './interfaces.ts';
import { localsOf, shownFamilies } from './logical.ts';
import { logicalTags } from './logical-tags.ts';
import { physicalTags } from './physical-tags.ts';
import type { TaggedView } from './tagged-view.ts';

const STYLES = { normal: 'normal', terse: 'terse', descriptions: 'description' } as const;

export const interfacesTags: TaggedView = (context, match) => {
  const wanted = match.args['interface'];
  const all = physicals(inventoryOf(context));
  const chosen = choose(all, wanted);
  const level = levelOf(match);
  if (level !== 'normal' && level !== 'terse' && level !== 'descriptions') return undefined;
  if (chosen.length === 0 && wanted !== undefined && !isPattern(wanted)) return undefined;
  const around = neighbours(all);
  const tags =
    level === 'terse'
      ? chosen.flatMap((one) => terseTags(one, context.router === context.box.router()))
      : level === 'descriptions'
        ? chosen.flatMap(descriptionTags)
        : chosen.flatMap(({ of, whole, units }) => {
            const inside = units.map((unit) => logicalTags(of, unit, context, around));
            return whole ? [physicalTags(of, context, inside)] : inside;
          });
  const { release } = context.box.chassis.model;
  return {
    ...group('interface-information', ...tags),
    attributes: [
      ['xmlns', spaceOf(release, 'junos-interface')],
      ['junos:style', STYLES[level]],
    ],
  };
};

const word = (up: boolean): string => (up ? 'up' : 'down');
const stateTags = (name: string, { admin, link }: State): readonly Tag[] => [
  leaf('name', name),
  leaf('admin-status', word(admin)),
  leaf('oper-status', word(link)),
];

function terseTags({ of, whole, units }: Chosen, box: boolean): readonly Tag[] {
  const inside = units.map((unit) =>
    group(
      'logical-interface',
      ...stateTags(unit.name, logicalState(of, unit)),
      group('filter-information'),
      ...shownFamilies(of, unit).map((family) =>
        group(
          'address-family',
          leaf('address-family-name', family),
          ...localsOf(unit, family).map(({ text, remote }) => {
            const emit = ['junos:emit', 'emit'] as const;
            if (remote === undefined) return group('interface-address', leaf('ifa-local', text, emit));
            return group('interface-address', leaf('ifa-local', text), leaf('ifa-destination', remote, emit));
          }),
        ),
      ),
    ),
  );
  const state = box ? stateTags(of.name, physicalState(of)) : [leaf('name', of.name)];
  return whole ? [group('physical-interface', ...state, ...inside)] : inside;
}

function descriptionTags({ of, whole, units }: Chosen): readonly Tag[] {
  const text = whole ? of.port?.row.config.description : undefined;
  return [
    ...(text === undefined
      ? []
      : [group('physical-interface', ...stateTags(of.name, physicalState(of)), leaf('description', text))]),
    ...units.flatMap((unit) => {
      const own = unit.row?.interface.description;
      if (own === undefined) return [];
      return [group('logical-interface', ...stateTags(unit.name, logicalState(of, unit)), leaf('description', own))];
    }),
  ];
}
