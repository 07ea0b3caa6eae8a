// show ip interface brief; show interfaces description.
// Source: captures `show ip interface brief` of IOSv 15.x and IOS XE, `show interface description` of a 7206VXR 15.2(4)S7.

import { ip4Text, isIp4 } from '../../../base/ip.ts';
import type { InterfaceRow } from '../../../device/queries.ts';
import type { View } from '../../os.ts';
import { releaseOf } from '../releases.ts';
import { addressMethod } from './address-method.ts';
import { interfacesOf, lineState, protocolState } from './interface-state.ts';
import { shortName } from './short-name.ts';

export const showIpInterfaceBrief: View = (context, match) => {
  const width = releaseOf(context.box.chassis.model).briefNameWidth;
  return [
    `${'Interface'.padEnd(width)}IP-Address      OK? Method Status                Protocol`,
    ...interfacesOf(context, match.args['interface']).map((row) =>
      briefLine(row, width, addressMethod(row, context.box)),
    ),
  ];
};

function briefLine(row: InterfaceRow, width: number, method: string): string {
  const address = primaryText(row) ?? 'unassigned';
  const state = lineState(row).padEnd(22) + protocolState(row).padEnd(8);
  return `${row.interface.name.padEnd(width)}${address.padEnd(16)}YES ${method.padEnd(7)}${state}`;
}

function primaryText({ interface: it }: InterfaceRow): string | undefined {
  const primary = it.addresses.find((address) => !address.secondary)?.address;
  return primary !== undefined && isIp4(primary) ? ip4Text(primary) : undefined;
}

export const showInterfacesDescription: View = (context, match) => [
  'Interface                      Status         Protocol Description',
  ...interfacesOf(context, match.args['interface']).map((row) => {
    const state = lineState(row).replace('administratively', 'admin');
    const name = shortName(row.interface.name).padEnd(31);
    return `${name}${state.padEnd(15)}${protocolState(row).padEnd(9)}${row.interface.description ?? ''}`;
  }),
];
