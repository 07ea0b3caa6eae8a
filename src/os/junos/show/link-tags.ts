// `show arp` and `show vrrp` as elements.
// Source: replies `show arp no-resolve` of 23.2R2 (junos_exporter test data) and `show arp` (genieparser golden output ShowArp:
// `hostname`; `time-to-expire` with `expiration-time`: junos-es-rpc-arp.yang, its place is not told); `show vrrp`: replies of Junos as two projects quote them (elements of one group, `junos:style` brief).

import { ip4Text } from '../../../base/ip.ts';
import { macColons } from '../../../base/mac.ts';
import { flag, group, leaf, number, spaceOf } from '../answer.ts';
import { neighboursOf, secondsLeft } from './arp.ts';
import { hostText } from './host-names.ts';
import { said, saidOf } from './said.ts';
import type { TaggedView } from './tagged-view.ts';
import { groupsOf, timerOf } from './vrrp.ts';
import { faceText, stateText } from './vrrp-words.ts';

export const arpTags: TaggedView = (context, match) => {
  const rows = neighboursOf(context, match);
  if (!rows) return undefined;
  const plain = said(match, 'no-resolve');
  return {
    ...group(
      'arp-table-information',
      ...rows.map((row) =>
        group(
          'arp-table-entry',
          leaf('mac-address', macColons(row.mac)),
          leaf('ip-address', ip4Text(row.address)),
          ...(plain ? [] : [leaf('hostname', hostText(context.box, row.address))]),
          leaf('interface-name', row.interface),
          group('arp-table-entry-flags', flag('none')),
          ...(said(match, 'expiration-time') ? [number('time-to-expire', secondsLeft(context, row))] : []),
        ),
      ),
      number('arp-entry-count', rows.length),
    ),
    attributes: [
      ['xmlns', spaceOf(context.box.chassis.model.release, 'junos-arp')],
      ['junos:style', plain ? 'no-resolve' : 'normal'],
    ],
  };
};

export const vrrpTags: TaggedView = (context, match) => {
  const rows = groupsOf(context, match);
  const told = saidOf(match, 'detail', 'extensive', 'summary') !== undefined || said(match, 'track');
  if (told || rows.length === 0) return undefined;
  return {
    ...group(
      'vrrp-information',
      ...rows.map((row) => {
        const { config } = row;
        const { letter, left } = timerOf(context, row);
        return group(
          'vrrp-interface',
          leaf('interface', config.on),
          leaf('interface-state', faceText(row)),
          number('group', config.group),
          leaf('vrrp-state', stateText(row)),
          leaf('vrrp-mode', 'Active'),
          leaf('timer-name', letter),
          leaf('timer-value', left),
          ...(config.local === undefined ? [] : [leaf('local-interface-address', ip4Text(config.local))]),
          ...config.addresses.map((address) => leaf('virtual-ip-address', ip4Text(address))),
        );
      }),
    ),
    attributes: [['junos:style', 'brief']],
  };
};
