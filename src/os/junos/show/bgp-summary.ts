// show bgp summary [instance X]
// Source: captures `show bgp summary` (genieparser golden outputs ShowBgpSummary, ShowBgpSummaryInstance); transcripts of an
// MX104 and of vMX 21.x with VPNs (`Default eBGP mode: advertise - accept, receive - accept`).

import { compareIp, ipText } from '../../../base/ip.ts';
import type { BgpPeerRow } from '../../../protocols/bgp/show.ts';
import { MAIN } from '../../../route/names.ts';
import { since } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { vrfNamed } from '../instance-name.ts';
import { releaseOf } from '../releases.ts';
import { countsText, FAMILIES, familyTable, PeerTables } from './bgp-counts.ts';
import { shortStateWord } from './bgp-facts.ts';
import { isInstance } from './configured.ts';
import { longAgeText } from './spans.ts';

export const NOT_RUNNING = 'BGP is not running';
const HEAD = 'Table          Tot Paths  Act Paths Suppressed    History Damp State    Pending';
export const PEERS =
  'Peer                     AS      InPkt     OutPkt    OutQ   Flaps Last Up/Dwn State|#Active/Received/Accepted/Damped...';

/** The peers that an order is about: of one instance, or all; undefined: no BGP runs there. */
export function peersIn(
  { ask }: Pick<ViewContext, 'ask'>,
  instance: string | undefined,
): readonly BgpPeerRow[] | undefined {
  const vrf = instance === undefined ? undefined : vrfNamed(instance);
  const peers = ask('bgp.peers', vrf === undefined ? {} : { vrf });
  return peers && peers.length > 0 ? peers : undefined;
}

export const groupsOf = (peers: readonly BgpPeerRow[]): number =>
  new Set(peers.map(({ config }) => `${config.vrf} ${config.group}`)).size;

export const downOf = (peers: readonly BgpPeerRow[]): number =>
  peers.filter(({ state }) => state !== 'established').length;

export const showBgpSummary: View = (context, { args: { instance } }) => {
  if (instance !== undefined && !isInstance(context, vrfNamed(instance)))
    return [`error: instance ${instance} not found`];
  const peers = peersIn(context, instance);
  if (!peers) return [NOT_RUNNING];
  const tables = new PeerTables(context);
  const { threads } = releaseOf(context.box.chassis.model).bgp;
  return [
    ...(threads ? ['Threading mode: BGP I/O', 'Default eBGP mode: advertise - accept, receive - accept'] : []),
    `Groups: ${groupsOf(peers)} Peers: ${peers.length} Down peers: ${downOf(peers)}`,
    ...tableLines(tables, peers, instance !== undefined),
    PEERS,
    ...[...peers]
      .sort((a, b) => compareIp(a.config.address, b.config.address))
      .flatMap((peer) => peerLines(context, tables, peer)),
  ];
};

/** Tables that peers have routes for: of the main instance, unless another was asked for. */
export function tableNames(peers: readonly BgpPeerRow[], every: boolean): readonly string[] {
  const names = peers
    .filter(({ config }) => every || config.vrf === MAIN)
    .flatMap(({ config }) =>
      FAMILIES.filter((family) => config.families[family]).map((family) => familyTable(family, config)),
    );
  return [...new Set(names)].sort((a, b) => Number(a.startsWith('bgp.')) - Number(b.startsWith('bgp.')));
}

export function tableLines(tables: PeerTables, peers: readonly BgpPeerRow[], every: boolean): readonly string[] {
  return [
    HEAD,
    ...tableNames(peers, every).flatMap((name) => {
      const { paths, active } = tables.total(name);
      const cell = (value: number): string => String(value).padStart(11);
      return [name.padEnd(21), `${' '.repeat(13)}${cell(paths)}${cell(active)}${cell(0).repeat(4)}`];
    }),
  ];
}

const total = ({ opens, updates, notifications, keepalives, refreshes }: BgpPeerRow['received']): number =>
  opens + updates + notifications + keepalives + refreshes;

export { total as messagesOf };

function peerLines(context: ViewContext, tables: PeerTables, peer: BgpPeerRow): readonly string[] {
  const { config, received, sent, dropped, state } = peer;
  const from = peer.since ?? peer.madeAt;
  const counts = tables.of(peer);
  // 13.3 has one line for a peer that tells nothing but inet.0, and one of multicast behind it.
  const plain =
    !releaseOf(context.box.chassis.model).bgp.threads && counts.length === 1 && counts[0]?.table === 'inet.0';
  const cells = [
    `${ipText(config.address).padEnd(15)} ${String(config.remoteAs).padStart(11)}`,
    String(total(received)).padStart(11),
    String(total(sent)).padStart(11),
    String(0).padStart(8),
    String(dropped).padStart(8),
    ` ${longAgeText(since(from, context.now)).padStart(11)}`,
    plain && counts[0] ? ` ${countsText(counts[0]).padEnd(20)} 0/0/0/0` : ` ${shortStateWord(state)}`,
  ];
  if (plain) return [cells.join('')];
  return [cells.join(''), ...counts.map((one) => `  ${one.table}: ${countsText(one)}`)];
}
