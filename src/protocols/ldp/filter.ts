// Which FECs, which peers: the filters of the configuration.

import type { Ip4 } from '../../base/ip.ts';
import { hostPrefix, type Prefix } from '../../base/prefix.ts';
import { type AccessList, permitsRoute } from '../../policy/access-list.ts';
import { type PrefixList, prefixListEntry } from '../../policy/prefix-list.ts';
import type { LabelFilter, LdpAuthentication } from './config.ts';

type List = PrefixList | AccessList;

const isAccessList = (list: List): list is AccessList => list.entries.some((entry) => 'network' in entry);

const permitted = (list: List, prefix: Prefix): boolean =>
  isAccessList(list) ? permitsRoute(list, prefix) : prefixListEntry(list, prefix)?.verdict === 'permit';

const fits = (list: List | undefined, prefix: Prefix | undefined): boolean =>
  list === undefined || (prefix !== undefined && permitted(list, prefix));

/** What a filter says of a FEC and, where a peer is concerned, of the two together. */
export function permits(filter: LabelFilter, prefix: Prefix, peer?: Ip4): boolean {
  const host = peer === undefined ? undefined : hostPrefix(peer);
  const rule = filter.rules.find(({ prefixes, peers }) => fits(prefixes, prefix) && fits(peers, host));
  return (rule?.verdict ?? filter.otherwise) === 'permit';
}

/** True when the list permits the address, as a /32. */
export const lists = (list: List | undefined, address: Ip4): boolean => fits(list, hostPrefix(address));

/** The key for a peer, by its LSR ID or its transport address, and the rule that it is of, if it is not the peer's own. */
export function keyFor(
  authentication: LdpAuthentication,
  names: readonly string[],
  id: Ip4,
): { readonly key: string; readonly name?: string } | undefined {
  for (const name of names) {
    const key = authentication.byPeer[name];
    if (key !== undefined) return { key };
  }
  return authentication.rules.find(({ peers }) => lists(peers, id));
}

/** No session without a key with this one. */
export const needsKey = ({ required }: LdpAuthentication, id: Ip4): boolean =>
  required !== undefined && (required === 'everybody' || lists(required, id));
