// The plug-in.                                                                       RFC 4271, RFC 4364

import { rdText } from '../../route/route-distinguisher.ts';
import type { ProtocolPlugin } from '../plugin.ts';
import { bgpAnswers } from './answers.ts';
import type { BgpConfig } from './config.ts';
import type { BgpEvent } from './events.ts';
import { BGP_PORT } from './iana.ts';
import { BgpProcess } from './process.ts';
import type { BgpQueries } from './show.ts';
import type { BgpTraits } from './traits.ts';

/** A distinguisher names one VRF. RFC 4364 §4.2 */
function check(config: BgpConfig): readonly string[] {
  const taken = new Map<string, string>();
  return Object.values(config.vpns).flatMap(({ vrf, rd }) => {
    const text = rdText(rd);
    const other = taken.get(text);
    taken.set(text, vrf);
    return other === undefined ? [] : [`${vrf} has the route distinguisher ${text} of ${other}`];
  });
}

export const bgp: ProtocolPlugin<BgpConfig, BgpTraits, BgpEvent, BgpQueries> = {
  name: 'bgp',
  hears: [{ kind: 'tcp', port: BGP_PORT }],
  check,
  start: (context) => {
    const process = new BgpProcess(context);
    return Object.assign(process, { ask: bgpAnswers(() => process.facts) });
  },
};
