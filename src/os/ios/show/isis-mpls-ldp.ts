// show isis mpls ldp: on which interfaces IS-IS turns LDP on, and waits for it.
// Source: Cisco, MPLS LDP-IGP Synchronization (12.0(32)SY and later), "Verifying MPLS LDP-IGP Synchronization with IS-IS";
// Cisco IOS MPLS Command Reference, "show isis mpls ldp".

import type { IsisCircuitRow } from '../../../protocols/isis/show.ts';
import type { View, ViewContext } from '../../os.ts';
import { byIsis } from '../compile/mpls.ts';
import { interfaceNode } from '../edit/addresses.ts';
import { inBoxOrder } from './interface-order.ts';
import { tagsOf } from './isis-facts.ts';

const yes = (is: boolean): string => (is ? 'YES' : 'NO');

function stateText({ ldp, heldFor }: IsisCircuitRow): string {
  if (ldp === 'achieved') return 'SYNC achieved';
  if (heldFor === undefined) return 'Maximum metric in effect';
  return heldFor === 'forever' ? 'Holding down until SYNC' : 'Holding down with timer';
}

function syncLines(row: IsisCircuitRow): readonly string[] {
  const required = row.config.ldpSync !== undefined && row.ldp !== 'not-required';
  if (!required) return ['    Required: NO'];
  const finite = typeof row.config.ldpSync?.adjacencyAfter === 'number';
  return [
    '    Required: YES',
    `    Achieved: ${yes(row.ldp === 'achieved')}`,
    `    IGP Delay: ${yes(row.heldFor !== undefined)}`,
    `    Holddown time: ${finite ? 'Finite' : 'Infinite'}`,
    `    State: ${stateText(row)}`,
  ];
}

function circuitLines({ box }: ViewContext, row: IsisCircuitRow): readonly string[] {
  const { name, up } = row.interface;
  const node = interfaceNode(box.store.running, name);
  return [
    `Interface: ${name}; ISIS tag ${row.instance === '' ? 'null' : row.instance} enabled`,
    `  ISIS is ${up ? 'UP' : 'DOWN'} on interface`,
    '  AUTOCONFIG Information :',
    `    LDP enabled: ${yes(node !== undefined && byIsis(box.store.running, node))}`,
    '  SYNC Information :',
    ...syncLines(row),
  ];
}

export const showIsisMplsLdp: View = (context, match) => {
  const tags = tagsOf(context, match);
  const only = match.args['interface'];
  const rows = context
    .ask('isis.circuits', {})
    .filter(
      ({ instance, interface: face }) =>
        tags.includes(instance) && face.kind !== 'loopback' && (only === undefined || face.name === only),
    );
  const ordered = inBoxOrder(rows, ({ interface: face }) => face.name, context.box.chassis.model);
  return ordered.flatMap((row) => circuitLines(context, row));
};
