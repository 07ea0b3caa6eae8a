// What `soft-reconfiguration inbound` kept of a net beside the paths that are used: as it came, before the policy.
// Source: printouts of `show ip bgp ADDRESS` on IOS 12.2 and IOS XE (`65002, (received-only)` behind the path that a route map
// changed, with a Refresh Epoch of its own; both are counted as available); captures (`(received & used)`: unchanged).

import type { Prefix } from '../../../base/prefix.ts';
import type { BgpNetRow, BgpPathRow, BgpPeerRow, BgpReceivedRow, BgpTableRow } from '../../../protocols/bgp/show.ts';
import { pathText } from '../../../route/as-path.ts';
import type { PathAttributes } from '../../../route/attributes.ts';
import { MAIN } from '../../../route/names.ts';
import { compareRd } from '../../../route/route-distinguisher.ts';
import type { ViewContext } from '../../os.ts';

/** A path of a net as it is shown. */
export interface ShownPath extends BgpPathRow {
  /** 'same': it came like this and is used. 'only': as it came; it is not used like this. */
  readonly kept?: 'same' | 'only';
}

export interface ShownNet extends BgpNetRow {
  readonly paths: readonly ShownPath[];
}

/** What a path says of itself where policies change it. */
function said({ origin, med, localPref, asPath, nexthop, communities = [] }: PathAttributes): string {
  return [origin, med, localPref, pathText(asPath), nexthop, communities.join(' ')].join(', ');
}

/** Neighbours whose routes of this table are kept, and what they told of the prefix. */
function keptRows(
  context: ViewContext,
  table: BgpTableRow,
  prefix: Prefix,
): readonly (readonly [BgpPeerRow, BgpReceivedRow])[] {
  const { rd, vrf = MAIN } = table;
  const plain = rd === undefined || table.vrf !== undefined;
  return (context.ask('bgp.peers', { vrf: plain ? vrf : MAIN }) ?? []).flatMap((peer) => {
    const wanted = Object.entries(peer.config.families).flatMap(([family, { keepInbound }]) =>
      keepInbound && (family === 'vpnv4') !== plain ? [family] : [],
    );
    if (wanted.length === 0) return [];
    const rows = context.ask('bgp.received', { vrf: peer.config.vrf, peer: peer.config.address }) ?? [];
    return rows
      .filter(({ family, nlri }) => wanted.includes(family) && nlri.prefix === prefix)
      .filter(({ nlri }) => plain || (nlri.rd !== undefined && rd !== undefined && compareRd(nlri.rd, rd) === 0))
      .map((row): readonly [BgpPeerRow, BgpReceivedRow] => [peer, row]);
  });
}

const isFrom = ({ from, importedFrom, receivedId }: BgpPathRow, peer: BgpPeerRow, row: BgpReceivedRow): boolean =>
  from !== 'local' && !importedFrom && from.peer === peer.config.address && receivedId === row.nlri.pathId;

function asItCame(peer: BgpPeerRow, { attributes, since }: BgpReceivedRow): ShownPath {
  const { address, vrf } = peer.config;
  return {
    attributes,
    weight: 0,
    from: { peer: address, routerId: peer.routerId ?? address, external: peer.kind !== 'internal' },
    origination: undefined,
    valid: true,
    best: false,
    nexthopVrf: vrf,
    igpMetric: 0,
    importedFrom: undefined,
    since,
    lostAt: undefined,
    kept: 'only',
  };
}

/** The net with all that was kept of it: behind the path that became of it, else at the end. */
export function withReceived(context: ViewContext, table: BgpTableRow, net: ShownNet): ShownNet {
  if (net.paths.some(({ kept }) => kept === 'only')) return net;
  const rows = keptRows(context, table, net.prefix);
  if (rows.length === 0) return net;
  const used = net.paths.flatMap((path): readonly ShownPath[] => {
    const found = rows.find(([peer, row]) => isFrom(path, peer, row));
    if (!found) return [path];
    const [peer, row] = found;
    if (said(row.attributes) === said(path.attributes)) return [{ ...path, kept: 'same' }];
    return [path, { ...asItCame(peer, row), igpMetric: path.igpMetric, valid: path.valid }];
  });
  const others = rows
    .filter(([peer, row]) => !net.paths.some((path) => isFrom(path, peer, row)))
    .map(([peer, row]) => asItCame(peer, row));
  return { ...net, paths: [...used, ...others] };
}

/** Of a prefix that no path of is in the table: what was kept of it alone. */
export function onlyReceived(context: ViewContext, table: BgpTableRow, prefix: Prefix): ShownNet | undefined {
  const net = withReceived(context, table, { prefix, version: 0, paths: [], ribFailure: false });
  return net.paths.length > 0 ? net : undefined;
}
