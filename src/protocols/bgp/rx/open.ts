// What an OPEN must say, and what both sides agree on.                               RFC 4271 §6.2, §4.2, RFC 5492 §3

import { ByteWriter } from '../../../base/bytes.ts';
import { isMulticast4 } from '../../../base/ip.ts';
import { err, ok, type Result } from '../../../base/result.ts';
import { type Micros, micros, seconds } from '../../../sim/time.ts';
import { ERROR, FAMILIES, type FamilyName, familyOfNumbers, OPEN_ERROR } from '../iana.ts';
import { type BgpError, bgpError } from '../packet/error.ts';
import { type Capability, capabilitiesOf, type Open } from '../packet/open.ts';
import { type Agreement, kindOf, ownId, type Peer, type Speaker } from '../peer.ts';
import { familiesOf, missingCapability } from '../transmit.ts';

const LEAST_HOLD = 3;

/** RFC 4271 §6.2, in its order; undefined: it will do. */
export function openError(speaker: Speaker, peer: Peer, open: Open): BgpError | undefined {
  const { leastHold } = peer.config;
  if (open.asn !== peer.config.remoteAs)
    return bgpError(ERROR.open, OPEN_ERROR['peer-as'], new ByteWriter(2).u16(open.asn & 0xffff).done());
  if (open.holdTime > 0 && open.holdTime < LEAST_HOLD) return bgpError(ERROR.open, OPEN_ERROR['hold-time']);
  if (leastHold !== undefined && open.holdTime > 0 && seconds(open.holdTime) < leastHold)
    return bgpError(ERROR.open, OPEN_ERROR['hold-time']);
  const id = open.routerId;
  // RFC 6286 §2.1: not zero, and inside an AS not ours.
  const own = id === ownId(speaker, peer.config.vrf) && kindOf(speaker.config, peer) === 'internal';
  if (id === 0 || isMulticast4(id) || own)
    return bgpError(ERROR.open, OPEN_ERROR.identifier, new ByteWriter(4).u32(id).done());
  return undefined;
}

/** The families of both; a peer that names none speaks IPv4 unicast. RFC 4760 §8, RFC 4271 */
function sharedFamilies(peer: Peer, theirs: readonly Capability[]): ReadonlySet<FamilyName> {
  const named = theirs.flatMap((one) => (one.kind === 'multiprotocol' ? [familyOfNumbers(one.afi, one.safi)] : []));
  const spoken: readonly (FamilyName | undefined)[] = theirs.some((one) => one.kind === 'multiprotocol')
    ? named
    : ['ipv4'];
  return new Set(familiesOf(peer.config).filter((family) => spoken.includes(family)));
}

/** Families in which path identifiers come and go. RFC 7911 §4 */
function pathIds(peer: Peer, theirs: readonly Capability[], way: 'receive' | 'send'): ReadonlySet<FamilyName> {
  const offered = theirs.flatMap((one) => (one.kind === 'add-path' ? one.families : []));
  const bit = way === 'receive' ? 2 : 1;
  return new Set(
    familiesOf(peer.config).filter((family) => {
      const wanted = peer.config.families[family]?.addPath;
      const own = way === 'receive' ? wanted?.receive : (wanted?.send ?? 0) > 0;
      const { afi, safi } = FAMILIES[family];
      return own && offered.some((one) => one.afi === afi && one.safi === safi && (one.mode & bit) !== 0);
    }),
  );
}

const lesser = (a: Micros, b: Micros): Micros => (a < b ? a : b);

export function agree(peer: Peer, open: Open): Result<Agreement, BgpError> {
  const theirs = capabilitiesOf(open);
  const has = (kind: Capability['kind']): boolean => theirs.some((one) => one.kind === kind);
  const families = sharedFamilies(peer, theirs);
  if (families.size === 0) return err(missingCapability());
  // §4.2: the smaller of both; 0: nobody is missed.
  const hold = lesser(peer.config.holdTime, seconds(open.holdTime));
  const as4 = has('four-octet-as');
  return ok({
    hold,
    keepalive: hold === 0 ? hold : lesser(peer.config.keepalive, micros(Math.floor(hold / 3))),
    families,
    reading: { as4, addPath: pathIds(peer, theirs, 'receive') },
    writing: { as4, addPath: pathIds(peer, theirs, 'send') },
    refresh: has('route-refresh') || has('route-refresh-old'),
    gracefulRestart: peer.config.gracefulRestart !== undefined && has('graceful-restart'),
    enhancedRefresh: peer.config.enhancedRefresh === true && has('enhanced-refresh'),
  });
}
