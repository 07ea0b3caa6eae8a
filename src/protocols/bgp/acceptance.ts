// What speaks against a path before any policy is asked.      RFC 4271 §9.1.2, §5.1.3, RFC 4456 §8, RFC 5065 §5.2, RFC 4364 §4.3.3

import { evaluate } from '../../policy/evaluate.ts';
import type { Subject } from '../../policy/policy.ts';
import type { AsPath } from '../../route/as-path.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import { sameExtended } from '../../route/community.ts';
import type { BgpVpn } from './config.ts';
import type { NeighborFamily } from './neighbor-config.ts';
import { kindOf, localAsOf, ownAsn, ownId, type Peer, type Speaker, type Told } from './peer.ts';
import type { Refusal } from './refusal.ts';

function count(path: AsPath, asn: number): number {
  let sum = 0;
  for (const { asns } of path) for (const one of asns) if (one === asn) sum++;
  return sum;
}

/** RFC 4271 §9.1.2, RFC 5065 §5.2: our own numbers in the path. */
function loops(speaker: Speaker, peer: Peer, path: AsPath, allowed: number): boolean {
  const { config } = speaker;
  const own = ownAsn(config, peer.config.vrf);
  if (count(path, own) > allowed) return true;
  const { confederation } = config;
  if (confederation && count(path, confederation.identifier) > allowed) return true;
  const local = localAsOf(peer);
  return local !== undefined && local.asn !== own && count(path, local.asn) > Math.max(allowed, local.loops);
}

/** It is passed on whether anybody here wants it or not. RFC 4364 §4.3.3 */
const keepsAll = ({ config }: Speaker): boolean =>
  config.keepAllTargets === true || config.neighbors?.some(({ families }) => families.vpnv4?.client) === true;

/** Somebody here imports one of its targets, or passes it on. RFC 4364 §4.3.3 */
function wantedHere(speaker: Speaker, attributes: PathAttributes): boolean {
  if (keepsAll(speaker)) return true;
  const carried = attributes.extended ?? [];
  return Object.values(speaker.config.vpns).some(
    (vpn) => isByPolicy(vpn) || vpn.importTargets.some((target) => carried.some((one) => sameExtended(one, target))),
  );
}

const isByPolicy = (vpn: BgpVpn): boolean => vpn.importsBy === 'policy';

/** Where policies choose in the place of targets: one of them takes it, or the targets of another VPN do. */
export function chosenHere(speaker: Speaker, told: Told, subject: Subject): boolean {
  const vpns = Object.values(speaker.config.vpns);
  if (told.family !== 'vpnv4' || keepsAll(speaker) || !vpns.some(isByPolicy)) return true;
  return vpns.some((vpn) =>
    isByPolicy(vpn)
      ? !vpn.importPolicy || evaluate(vpn.importPolicy, subject).verdict === 'accept'
      : vpn.importTargets.some((target) => subject.extended?.some((one) => sameExtended(one, target))),
  );
}

const firstAs = (path: AsPath): number | undefined =>
  path[0]?.kind === 'sequence' || path[0]?.kind === 'confed-sequence' ? path[0].asns[0] : undefined;

/** Why it may not come in; undefined: nothing speaks against it. It depends on nothing but the attributes. */
export function acceptable(speaker: Speaker, peer: Peer, told: Told, family: NeighborFamily): Refusal | undefined {
  const { attributes } = told;
  const kind = kindOf(speaker.config, peer);
  if (loops(speaker, peer, attributes.asPath, family.ownAsAllowed)) return 'as-loop';
  const enforced = (peer.config.enforceFirstAs ?? speaker.config.enforceFirstAs) !== false && kind === 'external';
  if (enforced && firstAs(attributes.asPath) !== peer.config.remoteAs) return 'first-as';
  const own = ownId(speaker, peer.config.vrf);
  if (attributes.originatorId !== undefined && attributes.originatorId === own) return 'originator-loop';
  const cluster = speaker.config.clusterId ?? own;
  if (cluster !== undefined && attributes.clusterList?.includes(cluster)) return 'cluster-loop';
  // §5.1.3: a path that leads to ourselves.
  const here = speaker.context
    .interfaces()
    .some((on) => on.vrf === peer.config.vrf && on.addresses.some((at) => at.address === attributes.nexthop));
  if (here) return 'own-nexthop';
  return told.family === 'vpnv4' && !wantedHere(speaker, attributes) ? 'no-target' : undefined;
}
