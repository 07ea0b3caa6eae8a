// Peers as rows of facts: the session, what both sides can do, what came and went.

import { compareIp } from '../../base/ip.ts';
import { byText } from '../../base/sorted-map.ts';
import type { BgpConfig } from './config.ts';
import { asnTowards, isEstablished, kindOf, type Peer, stateOf } from './peer.ts';
import type { BgpPeerFamilyRow, BgpPeerRow, BgpReceivedRow, BgpSentRow } from './show.ts';
import { familiesOf } from './transmit.ts';

function familyRows(peer: Peer): readonly BgpPeerFamilyRow[] {
  const told = peer.told.values();
  const sent = peer.sent.values();
  return familiesOf(peer.config).map((family) => {
    const here = told.filter((one) => one.family === family);
    return {
      family,
      agreed: peer.agreement?.families.has(family) === true,
      received: here.length,
      accepted: here.filter((one) => one.refused === undefined).length,
      advertised: sent.filter((one) => one.family === family).length,
      synced: peer.synced.has(family),
      addPathReceive: peer.agreement?.reading.addPath.has(family) === true,
      addPathSend: peer.agreement?.writing.addPath.has(family) === true,
    };
  });
}

export function peerRow(config: BgpConfig, peer: Peer): BgpPeerRow {
  const { agreement } = peer;
  return {
    config: peer.config,
    kind: kindOf(config, peer.config),
    localAs: asnTowards(config, peer.config),
    state: stateOf(peer),
    since: peer.since,
    routerId: peer.routerId,
    local: isEstablished(peer) ? peer.local : undefined,
    passive: peer.lines[0]?.passive === true,
    open: peer.lines[0]?.open,
    hold: agreement?.hold,
    keepalive: agreement?.keepalive,
    as4: agreement?.reading.as4 === true,
    refresh: agreement?.refresh === true,
    gracefulRestart: agreement?.gracefulRestart === true,
    families: familyRows(peer),
    received: { ...peer.received },
    sent: { ...peer.sentMessages },
    lastRead: peer.lastRead,
    lastWrite: peer.lastWrite,
    established: peer.established,
    dropped: peer.dropped,
    lastDown: peer.lastDown,
    lastError: peer.lastError,
    overLimit: peer.overLimit,
    pending: peer.due.size,
  };
}

/** By VRF, then by address. */
export const peersInOrder = (peers: readonly Peer[]): readonly Peer[] =>
  [...peers].sort((a, b) => byText(a.config.vrf, b.config.vrf) || compareIp(a.config.address, b.config.address));

/** What the peer told, before any policy. */
export const receivedRows = (peer: Peer): readonly BgpReceivedRow[] =>
  peer.told
    .values()
    .map(({ family, nlri, attributes, at, refused }) => ({ family, nlri, attributes, since: at, refused }));

/** What the peer was told. */
export const sentRows = (peer: Peer): readonly BgpSentRow[] =>
  peer.sent.values().map(({ family, nlri, attributes }) => ({ family, nlri, attributes }));
