// show mpls ip binding [vrf NAME] [NETWORK] [local | neighbor ADDRESS] [local-label …] [remote-label …].
// Source: printouts of IOS 15 (`in label:     16        `, `out label:    imp-null  lsr: 2.2.2.2:0        inuse`).

import { ip4Text, ipText } from '../../../base/ip.ts';
import type { LdpBindingRow, LdpIdentifier, LdpRemoteBinding } from '../../../protocols/ldp/show.ts';
import type { View, ViewContext } from '../../os.ts';
import { halvesOf, inRange, labelText, localText } from './ldp-bindings.ts';
import { identifierText } from './ldp-neighbor.ts';
import { askedPrefix } from './route-asked.ts';
import { vrfOf } from './said.ts';

/** Whose addresses the next hops of the prefix are. */
function usedBy(context: ViewContext, { ways }: LdpBindingRow, vrf: ReturnType<typeof vrfOf>): readonly string[] {
  const gateways = ways.flatMap(({ gateway }) => (gateway === undefined ? [] : [ipText(gateway)]));
  return context
    .ask('ldp.neighbors', { vrf })
    .filter(({ addresses }) => addresses.some((address) => gateways.includes(ip4Text(address))))
    .map(({ lsr }) => identifierText(lsr));
}

const outLine = ({ lsr, label }: { readonly lsr: LdpIdentifier; readonly label: number }, inUse: boolean): string => {
  const head = `        out label:    ${labelText(label).padEnd(10)}lsr: `;
  const who = identifierText(lsr);
  return inUse ? `${head}${who.padEnd(16)} inuse` : head + who.padEnd(16);
};

export const showMplsIpBinding: View = (context, match) => {
  const vrf = vrfOf(match);
  const wanted = askedPrefix(match)?.block;
  const halves = halvesOf(match);
  return context
    .ask('ldp.bindings', { vrf })
    .filter(({ prefix }) => wanted === undefined || prefix === wanted)
    .flatMap((row) => {
      const fits =
        match.args['local'] === undefined || (typeof row.local === 'number' && inRange(match, 'local', row.local));
      const local = halves.local && fits ? localText(row) : undefined;
      const remote: readonly LdpRemoteBinding[] = row.remote.filter(halves.remote);
      if (local === undefined && remote.length === 0) return [];
      const users = usedBy(context, row, vrf);
      return [
        `  ${row.prefix.text} `,
        ...(local === undefined ? [] : [`        in label:     ${local.padEnd(10)}`]),
        ...remote.map((one) => outLine(one, users.includes(identifierText(one.lsr)))),
      ];
    });
};
