// What messages said and what became of it, reported while somebody wants to know.

import { isIp4 } from '../../base/ip.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import type { BgpTold } from './events.ts';
import type { FamilyName } from './iana.ts';
import type { NetChange } from './loc-rib.ts';
import type { Nlri } from './packet/nlri.ts';
import type { Peer, Sent, Speaker } from './peer.ts';

const whose = ({ config: { vrf, address, remoteAs } }: Peer) => ({ vrf, peer: address, asn: remoteAs });

/** What a neighbour knew of a path, and what it is told now. */
interface Told {
  readonly before: Sent | undefined;
  readonly after: Sent | undefined;
}

/** After it was taken in: what of it was refused. */
export function traceReceived(
  speaker: Speaker,
  peer: Peer,
  family: FamilyName,
  withdrawn: readonly Nlri[],
  announced: readonly Nlri[],
  attributes?: PathAttributes,
): void {
  if (!speaker.traced || withdrawn.length + announced.length === 0) return;
  const told = announced.flatMap((nlri): readonly BgpTold[] => {
    const refused = peer.told.get({ family, nlri })?.refused;
    return attributes ? [{ nlri, attributes, ...(refused ? { refused } : {}) }] : [];
  });
  speaker.context.emit({ kind: 'bgp-update', ...whose(peer), sent: false, family, told, withdrawn });
}

export function traceSent(speaker: Speaker, peer: Peer, family: FamilyName, changes: readonly Told[]): void {
  if (!speaker.traced) return;
  const told = changes.flatMap(({ after }): readonly BgpTold[] => (after ? [after] : []));
  const withdrawn = changes.flatMap(({ before, after }) => (before && !after ? [before.nlri] : []));
  if (told.length + withdrawn.length === 0) return;
  speaker.context.emit({ kind: 'bgp-update', ...whose(peer), sent: true, family, told, withdrawn });
}

/** How often entries of prefix lists took a route begins at nothing again. */
export function clearHits(speaker: Speaker, { list, sequence }: Readonly<Record<string, string>>): void {
  speaker.around.forgetHits(list, sequence === undefined ? undefined : Number(sequence));
}

/** Another path is the best one, or none is left. */
export function traceBest(speaker: Speaker, { table: { vrf, remote }, prefix, after, also }: NetChange): void {
  if (!speaker.traced || remote || after?.from === 'local') return;
  const hops = after ? [after, ...also].flatMap(({ attributes: { nexthop } }) => (isIp4(nexthop) ? nexthop : [])) : [];
  speaker.context.emit({ kind: 'bgp-best', vrf, prefix, hops });
}
