// show version [brief | detail]
// Source: captures `show version`, `show version detail`, `show version invoke-on all-routing-engines` (genieparser golden
// outputs); builds as named beside the releases; elements: captures `show version | display json` (vJunos-router 25.4R1,
// vQFX 17.4R1), reply of an EX9214 22.2R3 (files of packages, no `os-name`).

import type { View } from '../../os.ts';
import { group, leaf, type Tag } from '../answer.ts';
import { releaseOf } from '../releases.ts';
import type { TaggedView } from './tagged-view.ts';

export const showVersion: View = ({ box }) => {
  const { product, member, model, packages } = releaseOf(box.chassis.model);
  return [
    ...(member === undefined ? [] : [`${member}:`, '-'.repeat(74)]),
    `Hostname: ${box.hostname}`,
    `Model: ${product}`,
    `Junos: ${model.release}`,
    ...packages.map(({ comment }) => comment),
  ];
};

export const versionTags: TaggedView = ({ box }) => {
  const { product, member, model, packages, interfaces } = releaseOf(box.chassis.model);
  const software = group(
    'software-information',
    leaf('host-name', box.hostname),
    leaf('product-model', product),
    leaf('product-name', product),
    ...(interfaces.specificFlags ? [leaf('os-name', 'junos')] : []),
    leaf('junos-version', model.release),
    ...packages.map(
      ({ name, file, comment }): Tag =>
        group(
          'package-information',
          leaf('name', name),
          ...(file === undefined ? [] : [leaf('package-name', file)]),
          leaf('comment', comment),
        ),
    ),
  );
  if (member === undefined) return software;
  return group('multi-routing-engine-results', group('multi-routing-engine-item', leaf('re-name', member), software));
};
