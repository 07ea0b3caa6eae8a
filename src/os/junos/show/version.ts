// show version [brief | detail]
// Source: captures `show version`, `show version detail`, `show version invoke-on all-routing-engines` (genieparser golden
// outputs); builds as named beside the releases.

import type { View } from '../../os.ts';
import { releaseOf } from '../releases.ts';

export const showVersion: View = ({ box }) => {
  const { product, member, model, packages } = releaseOf(box.chassis.model);
  return [
    ...(member === undefined ? [] : [`${member}:`, '-'.repeat(74)]),
    `Hostname: ${box.hostname}`,
    `Model: ${product}`,
    `Junos: ${model.release}`,
    ...packages,
  ];
};
