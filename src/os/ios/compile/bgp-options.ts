// bgp …: options of the process -> how paths are chosen and who we are.
// Source: Cisco IOS IP Routing: BGP command reference; "BGP Best Path Selection Algorithm" (document 13753)

import { type Ip4, parseIp4 } from '../../../base/ip.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { BgpConfig, Confederation, MedRules, Rung } from '../../../protocols/bgp/config.ts';
import { parseAsn } from '../../../route/extended.ts';
import { LADDER } from '../defaults.ts';
import { all, numberOf, one, textOf } from './tree-reader.ts';

/** "bgp cluster-id": an address, or its number. */
export function clusterOf(process: ConfigNode): Pick<BgpConfig, 'clusterId'> {
  const text = textOf(process, 'bgp cluster-id', 'id');
  return text === undefined ? {} : { clusterId: parseIp4(text) ?? (Number(text) as Ip4) };
}

/** Without an identifier there is none, whatever its members are. */
export function confederationOf(process: ConfigNode): { readonly confederation?: Confederation } {
  const identifier = parseAsn(textOf(process, 'bgp confederation identifier', 'asn') ?? '');
  if (identifier === undefined) return {};
  const members = all(process, 'bgp confederation peers').flatMap(({ args }) => (args['asns'] ?? '').split(' '));
  return { confederation: { identifier, members: members.flatMap((text) => parseAsn(text) ?? []) } };
}

/** "maximum-paths": of external neighbours; `ibgp` of internal ones, `eibgp` of both. */
export function multipathOf(blocks: readonly ConfigNode[]): Pick<BgpConfig, 'multipath'> {
  const most = (name: string): number | undefined =>
    blocks.map((block) => numberOf(block, name, 'paths')).findLast((paths) => paths !== undefined);
  const both = most('maximum-paths eibgp');
  const external = most('maximum-paths') ?? both ?? 1;
  const internal = most('maximum-paths ibgp') ?? both ?? 1;
  if (external === 1 && internal === 1) return {};
  const anyAs = blocks.some((block) => one(block, 'bgp bestpath as-path multipath-relax'));
  const more = { ...(anyAs ? { anyAs } : {}), ...(both === undefined ? {} : { mixed: both }) };
  return { multipath: { external, internal, ...more } };
}

/** Rungs that "bgp bestpath" takes out. */
const TAKEN_OUT: readonly (readonly [string, Rung])[] = [
  ['bgp bestpath as-path ignore', 'as-path-length'],
  ['bgp bestpath compare-routerid', 'oldest-external'],
  ['bgp bestpath igp-metric ignore', 'igp-metric'],
  ['bgp bestpath cost-community ignore', 'cost'],
  ['bgp bestpath cost-community ignore', 'cost-igp'],
];

export function ladderOf(blocks: readonly ConfigNode[]): readonly Rung[] {
  const out = TAKEN_OUT.filter(([name]) => blocks.some((block) => one(block, name))).map(([, rung]) => rung);
  return LADDER.filter((rung) => !out.includes(rung));
}

/** Pair by pair as they came, unless "bgp deterministic-med"; a path without a MED has the best one. */
export function medOf(blocks: readonly ConfigNode[]): MedRules {
  const says = (name: string): boolean => blocks.some((block) => one(block, name));
  const words = blocks.flatMap((block) => all(block, 'bgp bestpath med').flatMap((node) => node.words));
  return {
    compare: says('bgp always-compare-med') ? 'always' : 'same-as',
    missing: words.includes('missing-as-worst') ? 'worst' : 'zero',
    order: says('bgp deterministic-med') ? 'deterministic' : 'arrival',
    ...(words.includes('confed') ? { confederation: true } : {}),
  };
}
