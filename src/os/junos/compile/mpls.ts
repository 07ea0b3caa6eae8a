// protocols mpls, family mpls: statements -> how labels are switched, and on which units.
// Source: Junos OS MPLS Applications, "mpls", "label-range", "no-propagate-ttl", "icmp-tunneling", "maximum-labels"; the
// labels: transcripts of vMX (`show mpls label usage`: 487936 of them; `show route table mpls.0`: 299776, 299792 …).

import type { ConfigNode } from '../../../config/tree.ts';
import type { MplsConfig } from '../../../device/device-config.ts';
import type { MplsInterface } from '../../../net/interface.ts';
import type { LabelRange } from '../../../net/labels.ts';
import { all, type Block, has, number, one } from './tree-reader.ts';

/** `mpls maximum-labels`: room for three labels is kept unless more are asked for. */
const MAX_LABELS = 3;
const LABEL_BYTES = 4;
/** Labels of `vrf-table-label` begin at 16 (notes on an MX104: `VPN Label: 16` from every PE). */
const RANGE: LabelRange = { first: 299_776, last: 787_711, step: 16, tables: { first: 16, last: 299_775 } };

/** `protocols mpls` of the main instance. */
export const mplsBlock = (tree: Block): ConfigNode | undefined => {
  const block = one(one(tree, 'protocols'), 'mpls');
  return block && !has(block, 'disable') ? block : undefined;
};

export function compileMpls(tree: Block): MplsConfig {
  const block = mplsBlock(tree);
  const seen = !has(block, 'no-propagate-ttl');
  return {
    ...(block ? { runs: true } : {}),
    labels: rangeOf(block),
    forwarding: {
      propagateTtl: { forwarded: seen, local: seen },
      errorsDownPath: has(block, 'icmp-tunneling') ? { deeperThan: 0 } : 'never',
    },
  };
}

function rangeOf(block: ConfigNode | undefined): LabelRange {
  const args = one(one(block, 'label-range'), 'dynamic-label-range')?.args;
  return args ? { ...RANGE, first: Number(args['label']), last: Number(args['last-label']) } : RANGE;
}

/**
 * Does a list of `interface` statements name this unit, and not disable it? `all` stands for every unit that is not named
 * itself. Undefined: it is not on the list.
 */
export function listed(block: Block | undefined, unit: string): ConfigNode | undefined {
  const nodes = all(block, 'interface');
  const named = (name: string) => nodes.find(({ args }) => args['interface'] === name);
  const node = named(unit) ?? (unit.endsWith('.0') ? named(unit.slice(0, -2)) : undefined) ?? named('all');
  return node && !has(node, 'disable') ? node : undefined;
}

/**
 * Labelled frames come and go where a unit has the family and the protocol has the unit. `mtu`: of an IP packet there;
 * labels take their place from it unless the family has its own.
 */
export function mplsOf(tree: Block, unit: ConfigNode, name: string, mtu: number): MplsInterface | undefined {
  const family = one(unit, 'family mpls');
  if (!family || !listed(mplsBlock(tree), name)) return undefined;
  const own = number(family, 'mtu', 'bytes');
  const labels = number(family, 'maximum-labels', 'number') ?? MAX_LABELS;
  return { mtu: own === undefined ? mtu : own + labels * LABEL_BYTES };
}
