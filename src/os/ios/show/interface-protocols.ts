// show protocols: which interfaces route IP.            Source: Cisco IOS IP Routing: Protocol-Independent, "show protocols"

import { ip4Text, isIp4 } from '../../../base/ip.ts';
import type { View } from '../../os.ts';
import { interfacesOf, lineState, protocolState } from './interface-state.ts';

export const showInterfaceProtocols: View = (context, match) => {
  const wanted = match.args['interface'];
  const rows = interfacesOf(context, wanted);
  const routing = context.router.config?.routing === true ? 'enabled' : 'disabled';
  return [
    ...(wanted === undefined ? ['Global values:', `  Internet Protocol routing is ${routing}`] : []),
    ...rows.flatMap((row) => [
      `${row.interface.name} is ${lineState(row)}, line protocol is ${protocolState(row)}`,
      ...row.interface.addresses
        .filter(({ address, secondary }) => isIp4(address) && !secondary)
        .map(({ address, length }) => `  Internet address is ${isIp4(address) ? ip4Text(address) : ''}/${length}`),
    ]),
  ];
};
