// What IOS calls the two states of an interface, and the facts of all interfaces in the order of the box.

import type { InterfaceRow } from '../../../device/queries.ts';
import type { IfName } from '../../../route/names.ts';
import type { ViewContext } from '../../os.ts';
import { inBoxOrder } from './interface-order.ts';

/** Every interface that IOS shows (Null0 is not among them), or the one that was asked for. */
export function interfacesOf(context: ViewContext, name?: string): readonly InterfaceRow[] {
  const rows = context.ask('interfaces', name === undefined ? {} : { name: name as IfName });
  const shown = rows.filter((row) => row.interface.kind !== 'null');
  return inBoxOrder(shown, (row) => row.interface.name, context.box.chassis.model);
}

/** `GigabitEthernet0/0 is …` */
export function lineState(row: InterfaceRow): 'up' | 'down' | 'administratively down' {
  if (!row.interface.enabled || row.port?.config.enabled === false) return 'administratively down';
  return row.port === undefined || row.port.up ? 'up' : 'down';
}

/** `line protocol is …` */
export const protocolState = (row: InterfaceRow): 'up' | 'down' => (row.interface.up ? 'up' : 'down');

/** A sub-interface: its name has a dot and its frames a tag. */
export const isSubinterface = (name: string): boolean => name.includes('.');
