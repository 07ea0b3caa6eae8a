// An order to clear sessions, as the process that has them is told it.

import { ip4Text } from '../base/ip.ts';
import type { Action } from './router.ts';

type ClearBgp = Extract<Action, { readonly kind: 'clear-bgp' }>;

/** What is not named is not asked for. */
export const bgpClearing = ({ soft, vrf, peer, asn, group }: ClearBgp): Readonly<Record<string, string>> => ({
  soft: String(soft),
  ...(vrf === undefined ? {} : { vrf }),
  ...(peer === undefined ? {} : { peer: ip4Text(peer) }),
  ...(asn === undefined ? {} : { asn: String(asn) }),
  ...(group === undefined ? {} : { group }),
});
