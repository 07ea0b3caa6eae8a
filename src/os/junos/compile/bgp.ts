// protocols bgp, of every instance: statements -> the BGP process.
// Source: Junos OS BGP user guide, "Understanding BGP Path Selection" (the ladder), "autonomous-system", "confederation",
// "cluster", "multipath" (sixteen paths), "path-selection", "enforce-first-as", "keep"; Junos keeps every path in the routing
// table and tells what is active there ("advertise-inactive").

import { byName } from '../../../base/by-name.ts';
import { type Ip4, parseIp4 } from '../../../base/ip.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import {
  type BgpConfig,
  type BgpFamily,
  type BgpNeighbor,
  MIDDLE_RUNGS,
  type Multipath,
  type Rung,
  TIE_RUNGS,
} from '../../../protocols/bgp/config.ts';
import { parseAsn } from '../../../route/extended.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import { ROUTE_KINDS } from '../../../route/route.ts';
import { bgpBlock, neighborsOf } from './bgp-levels.ts';
import { neighborOf, rangesOf, type Speaking } from './bgp-neighbor.ts';
import { restartOf } from './graceful-restart.ts';
import type { Instances } from './instances.ts';
import { all, type Block, has, one, value } from './tree-reader.ts';
import { compileVpns } from './vpns.ts';

const LADDER: readonly Rung[] = ['preference', 'local-preference', 'aigp', ...MIDDLE_RUNGS, ...TIE_RUNGS];
/** Routes of BGP: those that were copied from other instances. */
const TELLABLE = ROUTE_KINDS.filter((kind) => kind !== 'local');
const LOCAL_PREFERENCE = 100;
const PATHS = 16;

interface Holder {
  readonly vrf: VrfName;
  /** The root, or the instance: where `routing-options` and `protocols` stand. */
  readonly block: Block;
}

/** Undefined: nobody to talk to, and no VPN. `hearsShutdown`: a graceful shutdown is heard without a statement. */
export function compileBgp(tree: Block, instances: Instances, hearsShutdown: boolean): BgpConfig | undefined {
  const holders: readonly Holder[] = [
    { vrf: MAIN, block: tree },
    ...[...instances.byName].map(([vrf, { node }]): Holder => ({ vrf, block: node })),
  ];
  const speaking = holders.flatMap((holder): readonly (readonly [Speaking, ConfigNode])[] => {
    const bgp = bgpBlock(holder.block);
    return bgp ? [[speakingOf(tree, holder, hearsShutdown), bgp]] : [];
  });
  const neighbors = speaking.flatMap(([of, bgp]) => neighborsOf(bgp).flatMap((from) => neighborOf(of, from) ?? []));
  const listen = speaking.flatMap(([of, bgp]) => rangesOf(of, bgp));
  const vpns = compileVpns(tree, instances);
  if (neighbors.length + listen.length === 0 && Object.keys(vpns).length === 0) return undefined;
  const blocks = speaking.map(([, bgp]) => bgp);
  const asn = asnOf(tree) ?? neighbors.find(({ localAs }) => localAs)?.localAs?.asn ?? 0;
  return {
    asn,
    routerId: idOf(tree),
    ladder: ladderOf(blocks),
    families: byName(holders.map((holder) => [holder.vrf, familyOf(tree, holder)])),
    vpns,
    localWeight: 0,
    defaultLocalPref: LOCAL_PREFERENCE,
    neighbors,
    ...(listen.length === 0 ? {} : { listen }),
    ...clusterOf(blocks),
    ...confederationOf(tree),
    enforceFirstAs: someLevel(blocks, 'enforce-first-as'),
    keepAllTargets: keepsAll(neighbors, asn),
    ...medOf(blocks),
    ...restartOf(tree),
    tells: 'active',
  };
}

const asnText = (holder: Block): string | undefined =>
  value(one(holder, 'routing-options'), 'autonomous-system', 'as-number');

function asnOf(holder: Block): number | undefined {
  const text = asnText(holder);
  return text === undefined ? undefined : parseAsn(text);
}

const idOf = (holder: Block): Ip4 | undefined =>
  parseIp4(value(one(holder, 'routing-options'), 'router-id', 'router-id') ?? '');

function speakingOf(tree: Block, { vrf, block }: Holder, hearsShutdown: boolean): Speaking {
  const said = [block, tree].map((one) => loopsOf(one)).find((loops) => loops !== undefined);
  return { tree, vrf, asn: asnOf(block) ?? asnOf(tree), loops: (said ?? 1) - 1, hearsShutdown };
}

function loopsOf(holder: Block): number | undefined {
  const node = one(one(holder, 'routing-options'), 'autonomous-system');
  const words = [...(node?.words ?? []), ...(node?.children ?? []).flatMap((child) => child.words)];
  return words.includes('loops') ? Number(words[words.indexOf('loops') + 1]) : undefined;
}

/** What an instance has of its own. */
function familyOf(tree: Block, { vrf, block }: Holder): BgpFamily {
  const own = vrf === MAIN ? undefined : block;
  const asn = own && asnOf(own);
  const routerId = own && idOf(own);
  const bgp = bgpBlock(block);
  const multipath = bgp && multipathOf(bgp);
  return {
    vrf,
    networks: [],
    // Whatever is active may be told, but for addresses of this router itself.
    redistribute: [{ kinds: TELLABLE, policy: undefined, metric: undefined }],
    ...(asn === undefined || asn === asnOf(tree) ? {} : { asn }),
    ...(routerId === undefined ? {} : { routerId }),
    ...(multipath ? { multipath } : {}),
  };
}

/** Of BGP as a whole or of a group: the tables know no groups, so that one group's wish is everybody's. */
function multipathOf(bgp: ConfigNode): Multipath | undefined {
  const nodes = [bgp, ...all(bgp, 'group')].flatMap((block) => one(block, 'multipath') ?? []);
  const on = nodes.filter((node) => !has(node, 'disable'));
  if (on.length === 0) return undefined;
  return { external: PATHS, internal: PATHS, ...(on.some((node) => has(node, 'multiple-as')) ? { anyAs: true } : {}) };
}

const someLevel = (blocks: readonly ConfigNode[], name: string): boolean =>
  blocks.some((bgp) =>
    [bgp, ...all(bgp, 'group'), ...neighborsOf(bgp).map(({ neighbor }) => neighbor)].some((level) => has(level, name)),
  );

/** One process has one identifier of its cluster: the first that is named. */
function clusterOf(blocks: readonly ConfigNode[]): Pick<BgpConfig, 'clusterId' | 'reflectBetweenClients'> {
  const [text] = blocks
    .flatMap((bgp) => [bgp, ...all(bgp, 'group'), ...neighborsOf(bgp).map(({ neighbor }) => neighbor)])
    .flatMap((level) => value(level, 'cluster', 'cluster') ?? []);
  const clusterId = parseIp4(text ?? '');
  return {
    ...(clusterId === undefined ? {} : { clusterId }),
    ...(someLevel(blocks, 'no-client-reflect') ? { reflectBetweenClients: false } : {}),
  };
}

function confederationOf(tree: Block): Pick<BgpConfig, 'confederation'> {
  const node = one(one(tree, 'routing-options'), 'confederation');
  const said = [...(node ? [node] : []), ...(node?.children ?? [])];
  const [identifier] = said.flatMap(({ args }) => parseAsn(args['confederation-as'] ?? '') ?? []);
  if (identifier === undefined) return {};
  const own = asnOf(tree);
  const members = said.flatMap(({ args }) => parseAsn(args['members'] ?? '') ?? []).filter((asn) => asn !== own);
  return { confederation: { identifier, members } };
}

/** Because it was told to ("keep all"), or because VPNs go through it to another AS. */
const keepsAll = (neighbors: readonly BgpNeighbor[], own: number): boolean =>
  neighbors.some(({ families: { vpnv4 }, remoteAs }) => vpnv4 && (vpnv4.keep === 'all' || remoteAs !== own));

/** "path-selection" of the main instance. */
function ladderOf(blocks: readonly ConfigNode[]): readonly Rung[] {
  const said = blocks.map((bgp) => one(bgp, 'path-selection'));
  const without: Rung[] = [];
  if (said.some((block) => has(block, 'external-router-id'))) without.push('oldest-external');
  if (said.some((block) => has(block, 'as-path-ignore'))) without.push('as-path-length');
  return LADDER.filter((rung) => !without.includes(rung));
}

function medOf(blocks: readonly ConfigNode[]): Pick<BgpConfig, 'med'> {
  const said = blocks.map((bgp) => one(bgp, 'path-selection'));
  const always = said.some((block) => has(block, 'always-compare-med'));
  const cisco = said.some((block) => has(block, 'cisco-non-deterministic'));
  return {
    med: {
      compare: always ? 'always' : 'same-as',
      missing: 'zero',
      order: cisco ? 'arrival' : 'deterministic',
    },
  };
}
