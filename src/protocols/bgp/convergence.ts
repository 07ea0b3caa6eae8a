// Whether everybody has told all that he had to tell after this router's start: End-of-RIB, or a KEEPALIVE behind the
// UPDATEs where nobody speaks of graceful restart.                                     RFC 4724 §2, §4.1; RFC 3277 §3

import { isEstablished, type Speaker } from './peer.ts';

/** Sessions that are shut, or that came by themselves, are waited for by nobody; without any other it is never so. */
export function hasConverged(speaker: Speaker): boolean {
  const awaited = speaker.peers.values().filter(({ config, dynamic }) => !config.shutdown && dynamic === undefined);
  return awaited.length > 0 && awaited.every((peer) => isEstablished(peer) && peer.toldAll);
}
