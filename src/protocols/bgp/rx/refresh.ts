// A ROUTE-REFRESH that came in: a request, or the beginning or end of an answer.          RFC 2918 §4, RFC 7313 §4

import { familyOfNumbers } from '../iana.ts';
import { tellAgain } from '../membership.ts';
import type { Message } from '../packet/message.ts';
import type { Peer, Speaker } from '../peer.ts';
import { refreshBegins, refreshEnds } from '../stale-paths.ts';

type Refresh = Extract<Message, { readonly type: 'route-refresh' }>;

/** Of families that are unknown, and ends that were not agreed on, nothing comes. */
export function receiveRefresh(speaker: Speaker, peer: Peer, { afi, safi, subtype }: Refresh): void {
  const family = familyOfNumbers(afi, safi);
  if (family && subtype === 0) tellAgain(speaker, peer, family);
  if (family && subtype === 1 && peer.agreement?.enhancedRefresh) refreshBegins(peer, family);
  if (family && subtype === 2 && peer.agreement?.enhancedRefresh) refreshEnds(speaker, peer, family);
}
