// Which part of BGP a command asks for, and what BGP has there.

import type { Match } from '../../../language/spec.ts';
import type { BgpSummaryRow, BgpTableRow } from '../../../protocols/bgp/show.ts';
import type { VrfName } from '../../../route/names.ts';
import { parseRd } from '../../../route/route-distinguisher.ts';
import type { ViewContext } from '../../os.ts';
import { said } from './said.ts';

export interface BgpFacts {
  readonly family: 'ipv4' | 'vpnv4';
  readonly summary: BgpSummaryRow;
  readonly tables: readonly BgpTableRow[];
}

/** The tables of the family, VRF or distinguisher that was named; in words when there are none. */
export function bgpFacts(context: ViewContext, match: Match): BgpFacts | string {
  const family = said(match, 'vpnv4') ? 'vpnv4' : 'ipv4';
  const vrf = match.args['vrf'] as VrfName | undefined;
  const rd = parseRd(match.args['rd'] ?? '');
  if (vrf !== undefined && context.router.config?.vrfs[vrf] === undefined) return `% VRF ${vrf} does not exist`;
  const which = { family, ...(vrf === undefined ? {} : { vrf }) } as const;
  const summary = context.ask('bgp.summary', which);
  const tables = context.ask('bgp.tables', { ...which, ...(rd === undefined ? {} : { rd }) });
  if (!summary || !tables) return '% BGP not active';
  return { family, summary, tables };
}
