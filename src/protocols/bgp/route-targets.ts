// Who wants VPN routes of which targets: what peers told of it, and what this router tells.        RFC 4684

import { ANY4 } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import type { Policy, Term } from '../../policy/policy.ts';
import { EMPTY_PATH } from '../../route/as-path.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import type { ExtendedCommunity, RouteTarget } from '../../route/community.ts';
import { membershipPrefix, membershipTarget, targetValue } from '../../route/membership.ts';
import { MAIN } from '../../route/names.ts';
import type { BgpConfig, BgpVpn } from './config.ts';
import { freshTable, putPath, removePath } from './loc-rib.ts';
import { type LocRib, TARGETS, type Table, type Wishes } from './model.ts';
import { ownAsn, type Peer, type Speaker } from './peer.ts';

/** The key of the paths that this router originates. */
const LOCAL = 'local';

/** The table of memberships, made when it is first asked for. Nothing of it comes into a routing table. */
export const targetTable = (rib: LocRib): Table =>
  rib.tables.getOrMake(TARGETS, () => ({ ...freshTable(TARGETS, undefined), remote: true as const }));

function wishesOf(peer: Peer): Wishes {
  const all = [...peer.told.values()]
    .filter(({ family }) => family === 'rtfilter')
    .map(({ nlri }) => membershipTarget(nlri.prefix));
  return {
    everything: all.some(({ bits }) => bits === 0),
    targets: new Set(all.flatMap(({ value, bits }) => (bits === 64 ? [value] : []))),
    beginnings: all.filter(({ bits }) => bits > 0 && bits < 64),
  };
}

const isTarget = (one: ExtendedCommunity): one is RouteTarget => one.kind === 'target';

/** Does the peer want a VPN route that bears these? RFC 4684 §3.1 */
export function wants(peer: Peer, { extended = [] }: PathAttributes): boolean {
  peer.wishes ??= wishesOf(peer);
  const { everything, targets, beginnings } = peer.wishes;
  if (everything) return true;
  return extended.filter(isTarget).some((target) => {
    const value = targetValue(target);
    const begins = (one: { readonly value: bigint; readonly bits: number }): boolean => {
      const rest = BigInt(64 - one.bits);
      return value >> rest === one.value >> rest;
    };
    return targets.has(value) || beginnings.some(begins);
  });
}

/** The peer told another membership, or took one back. True: what it is told has to be looked at again. */
export function wishesChanged(peer: Peer): boolean {
  if (!peer.wishes) return false;
  peer.wishes = undefined;
  return true;
}

/** Targets that a policy asks for in whatever term. */
function askedBy(policy: Policy | undefined): readonly RouteTarget[] {
  const inTerm = ({ matches, asks }: Term): readonly RouteTarget[] => [
    ...matches.flatMap((match): readonly RouteTarget[] => {
      if (match.kind === 'policy') return askedBy(match.policy);
      if (match.kind !== 'communities') return [];
      return match.lists
        .flatMap(({ entries }) => entries.flatMap(({ all }) => all))
        .flatMap((test) => (test.kind === 'extended' && isTarget(test.value) ? [test.value] : []));
    }),
    ...(asks?.op === 'policy' ? asks.terms.flatMap(inTerm) : []),
  ];
  return policy?.terms.flatMap(inTerm) ?? [];
}

const wantedBy = (vpn: BgpVpn): readonly RouteTarget[] =>
  vpn.importsBy === 'policy' ? askedBy(vpn.importPolicy) : vpn.importTargets;

const isAsked = ({ neighbors = [], listen = [] }: BgpConfig): boolean =>
  [...neighbors, ...listen.map(({ template }) => template)].some(({ families }) => families.rtfilter);

/** Brings the memberships of this router into line with what its VPNs import. RFC 4684 §3 */
export function originateTargets(speaker: Speaker): void {
  const { config, rib, context } = speaker;
  const old = rib.tables.get(TARGETS);
  if (!old && !isAsked(config)) return;
  const table = targetTable(rib);
  const asn = ownAsn(config, MAIN);
  const vpns = isAsked(config) ? Object.values(config.vpns) : [];
  const wanted = new Set<Prefix>(vpns.flatMap(wantedBy).map((target) => membershipPrefix(asn, target)));
  for (const net of table.nets.values())
    if (net.paths.has(LOCAL) && !wanted.has(net.prefix)) removePath(table, net.prefix, LOCAL);
  for (const prefix of wanted)
    putPath(
      rib,
      table,
      prefix,
      {
        key: LOCAL,
        attributes: { origin: 'igp', asPath: EMPTY_PATH, nexthop: ANY4 },
        weight: config.localWeight,
        from: 'local',
        origination: 'network',
        valid: true,
        nexthopVrf: MAIN,
        igpMetric: 0,
        importedFrom: undefined,
        made: undefined,
        nexthops: undefined,
      },
      context.now,
    );
}
