// protocols bgp family: what is said with a neighbor, and how its routes are taken and told.
// Source: Junos OS BGP user guide, "family", "prefix-limit", "loops", "add-path", "remove-private", "metric-out",
// "advertise-inactive", "advertise-external", "advertise-peer-as", "keep", "vpn-apply-export", "multihop".

import type { ConfigNode } from '../../../config/tree.ts';
import type { BgpNeighbor, FamilyName, MaximumPrefix, NeighborFamily } from '../../../protocols/bgp/config.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import { minutes, seconds } from '../../../sim/time.ts';
import { exportChain, importChain } from './bgp-chain.ts';
import { dampingOf } from './bgp-damping.ts';
import { familyHolder, type Inherited, inherited, inheritedAll } from './bgp-levels.ts';
import { shutdownOf } from './graceful-shutdown.ts';
import { searchedTables } from './resolution.ts';
import { all, type Block, has, number, one, worded } from './tree-reader.ts';

/** Where the neighbor is, and what it is to us. */
export interface Around {
  readonly tree: Block;
  readonly vrf: VrfName;
  readonly internal: boolean;
  /** `routing-options autonomous-system … loops`, less the one that is no loop yet. */
  readonly loops: number;
  /** Peers that say that they go are heard without a statement. */
  readonly hearsShutdown: boolean;
}

/** Route preference of BGP's routes (`Preference: 170`, `show bgp neighbor`). */
const PREFERENCE = 170;

type Search = NonNullable<NeighborFamily['resolve']>;

interface NamedFamily {
  readonly name: FamilyName;
  readonly block: ConfigNode | undefined;
}

/** Without a statement IPv4 unicast. */
function namedFamilies(from: Inherited): readonly NamedFamily[] {
  const holder = familyHolder(from);
  if (!holder) return [{ name: 'ipv4', block: undefined }];
  const inet = one(holder, 'family inet');
  const vpn = one(holder, 'family inet-vpn');
  const plain = one(inet, 'unicast') ?? one(inet, 'any');
  const labeled = one(inet, 'labeled-unicast');
  const vpns = one(vpn, 'unicast') ?? one(vpn, 'any');
  const targets = one(holder, 'family route-target');
  return [
    ...(plain ? [{ name: 'ipv4', block: plain } as const] : []),
    ...(labeled ? [{ name: 'ipv4-labeled', block: labeled } as const] : []),
    ...(vpns ? [{ name: 'vpnv4', block: vpns } as const] : []),
    ...(targets ? [{ name: 'rtfilter', block: targets } as const] : []),
  ];
}

export const familiesOf = (around: Around, from: Inherited): BgpNeighbor['families'] =>
  Object.fromEntries(namedFamilies(from).map(({ name, block }) => [name, familyOf(around, from, name, block)]));

const namesOf = (nodes: readonly ConfigNode[]): readonly string[] => nodes.map(({ args }) => args['policy'] ?? '');

function familyOf(around: Around, from: Inherited, name: FamilyName, block: Block | undefined): NeighborFamily {
  const { tree, internal } = around;
  const localPref = number(holderOf(from, 'local-preference'), 'local-preference', 'local-preference');
  const damping = has(block, 'damping') || inherited(from, 'damping') ? dampingOf(tree) : undefined;
  const accepted = limitOf(one(block, 'accepted-prefix-limit'));
  return {
    importPolicy: importChain(tree, namesOf(inheritedAll(from, 'import'))),
    exportPolicy: exportChain(tree, namesOf(inheritedAll(from, 'export'))),
    keepInbound: false,
    nexthop: nexthopRule(from, internal && name !== 'ipv4'),
    client: internal && inherited(from, 'cluster') !== undefined,
    sendStandard: true,
    sendExtended: true,
    sendLarge: true,
    maximumPrefix: limitOf(one(block, 'prefix-limit')),
    defaultOriginate: false,
    ownAsAllowed: loopsOf(around, block),
    asOverride: inherited(from, 'as-override') !== undefined,
    removePrivate: privateRule(inherited(from, 'remove-private')),
    tellBack: false,
    weight: undefined,
    addPath: addPathOf(one(block, 'add-path')),
    preference: number(holderOf(from, 'preference'), 'preference', 'preference') ?? PREFERENCE,
    ...(localPref === undefined ? {} : { localPref }),
    tellPeerAs: internal || toldToPeerAs(from),
    tellInactive: inherited(from, 'advertise-inactive') !== undefined,
    bestExternal: internal && inherited(from, 'advertise-external') !== undefined,
    ...metricOf(from),
    ...keepOf(from),
    ...(name === 'rtfilter' ? {} : shutdownOf(from, around.hearsShutdown)),
    ...(damping ? { dampening: damping } : {}),
    resolve: resolutionOf(around, from, name),
    ...(name === 'ipv4-labeled' ? { into: tablesOf(block) } : {}),
    ...(accepted ? { maximumAccepted: accepted } : {}),
    policyForVrfs: inherited(from, 'vpn-apply-export') !== undefined,
    // "aigp": off unless it is asked for.
    aigp: has(block, 'aigp') && !has(one(block, 'aigp'), 'disable'),
    ...(name === 'rtfilter' ? targetRules(block) : {}),
  };
}

/** "family route-target": policies of routes do not look at memberships; `advertise-default` asks for all targets. */
const targetRules = (block: Block | undefined): Partial<NeighborFamily> => ({
  importPolicy: undefined,
  exportPolicy: undefined,
  nexthop: 'rules',
  resolve: 'both',
  defaultOriginate: has(block, 'advertise-default'),
});

const holderOf = (from: Inherited, name: string): Block | undefined => {
  const node = inherited(from, name);
  return node && { children: [node] };
};

/**
 * "multihop no-nexthop-change", "multihop nexthop-self". Routes with labels are told inside with this router as their next hop
 * when they came from outside ("labeled-unicast": "the local router automatically performs a next hop to self").
 */
function nexthopRule(from: Inherited, inside: boolean): NeighborFamily['nexthop'] {
  const multihop = inherited(from, 'multihop');
  if (has(multihop, 'no-nexthop-change') || inherited(from, 'route-server-client')) return 'unchanged';
  return has(multihop, 'nexthop-self') ? 'self' : inside ? 'self-external' : 'rules';
}

/** The second of both counts as a loop, unless more are allowed: of the family, else of the whole router. */
function loopsOf({ loops }: Around, block: Block | undefined): number {
  const own = number(block, 'loops', 'loops');
  return own === undefined ? loops : own - 1;
}

const toldToPeerAs = (from: Inherited): boolean =>
  [from.neighbor, from.group, from.bgp]
    .flatMap(({ children }) => children)
    .find(({ words }) => words[0] === 'advertise-peer-as' || words[0] === 'no-advertise-peer-as')?.words[0] ===
  'advertise-peer-as';

function privateRule(node: ConfigNode | undefined): NeighborFamily['removePrivate'] {
  if (!node) return 'off';
  const every = one(node, 'all');
  if (!every) return 'leading';
  const replace = one(every, 'replace');
  if (!replace) return 'all';
  return has(replace, 'nearest') ? 'nearest' : 'replace';
}

function metricOf(from: Inherited): Pick<NeighborFamily, 'metricOut'> {
  const node = inherited(from, 'metric-out');
  const { metric, offset } = node?.args ?? {};
  const kind = node?.words[1];
  if (metric !== undefined) return { metricOut: { kind: 'fixed', value: Number(metric) } };
  if (kind !== 'igp' && kind !== 'minimum-igp') return {};
  return { metricOut: { kind, offset: Number(offset ?? 0) } };
}

function keepOf(from: Inherited): Pick<NeighborFamily, 'keep'> {
  const how = inherited(from, 'keep')?.words[1];
  return how === 'all' || how === 'none' ? { keep: how } : {};
}

/** Beside LSPs the table of packets counts, by preference; VPNs' next hops lie behind LSPs, or on a link. */
function resolutionOf({ tree, vrf, internal }: Around, from: Inherited, name: FamilyName): Search {
  const indirect = internal || inherited(from, 'multihop') !== undefined;
  const said = searchedTables(tree, name === 'vpnv4' ? 'bgp.l3vpn.0' : 'inet.0');
  if (vrf === MAIN && indirect && said) return said;
  if (name === 'vpnv4') return indirect ? 'labeled' : 'both';
  return vrf === MAIN && indirect ? 'both' : name === 'ipv4-labeled' && indirect ? 'labeled' : 'unicast';
}

/** "labeled-unicast": `rib inet.3` instead of inet.0; `resolve-vpn`: there, too. */
function tablesOf(block: Block | undefined): 'unicast' | 'labeled' | 'both' {
  if (worded(block, 'resolve-vpn')) return 'both';
  return worded(block, 'rib') ? 'labeled' : 'unicast';
}

function addPathOf(block: Block | undefined): NeighborFamily['addPath'] {
  const send = one(block, 'send');
  return { receive: has(block, 'receive'), send: send ? (number(send, 'path-count', 'count') ?? 2) : 0 };
}

/** "prefix-limit": without `teardown` it is logged; without `idle-timeout` the session comes back at once. */
function limitOf(block: Block | undefined): MaximumPrefix | undefined {
  const limit = number(block, 'maximum', 'maximum');
  if (limit === undefined) return undefined;
  const teardown = one(block, 'teardown');
  const words = [...(teardown?.words ?? []), ...(teardown?.children ?? []).flatMap((child) => child.words)];
  const threshold = words.find((word, i) => /^\d+$/.test(word) && words[i - 1] !== 'idle-timeout');
  const idle = words[words.indexOf('idle-timeout') + 1];
  const waits = words.includes('idle-timeout') ? (idle === 'forever' ? undefined : minutes(Number(idle))) : seconds(0);
  return {
    limit,
    warnAt: threshold === undefined ? 0 : Number(threshold),
    teardown: teardown !== undefined,
    restart: teardown ? waits : undefined,
  };
}

/** `allow`, of a group: who may come by himself. */
export const allowedOf = (group: Block): readonly string[] =>
  all(group, 'allow').map(({ args }) => args['address'] ?? '');
