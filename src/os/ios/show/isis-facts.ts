// What IS-IS views have in common: whose tables are asked for, how they are headed, names for system IDs.
// Source: captures `show isis neighbors`, `show isis database` of IOS 15.x (no line for a process without a tag) and of
// IOS XE 17 (`Tag null:`); genieparser ShowIsisNeighbors, ShowIsisDatabase.

import type { Ip4 } from '../../../base/ip.ts';
import type { Prefix } from '../../../base/prefix.ts';
import { byText } from '../../../base/sorted-map.ts';
import type { Match } from '../../../language/spec.ts';
import { type NodeId, type SystemId, systemOf } from '../../../protocols/isis/show.ts';
import type { ViewContext } from '../../os.ts';
import { releaseOf } from '../releases.ts';

/** IOS XE heads every process with its tag and prints wider tables. */
export const isXe = (context: ViewContext): boolean => !releaseOf(context.box.chassis.model).train.startsWith('15');

/** The tags of the processes that run, or the one that was named. */
export function tagsOf(context: ViewContext, match: Match): readonly string[] {
  const tags = (context.router.config?.isis ?? []).map((config) => config.name).sort(byText);
  const asked = match.args['tag'];
  return asked === undefined ? tags : tags.filter((tag) => tag === asked);
}

/** The line above a process's tables. */
export function tagLine(context: ViewContext, tag: string): readonly string[] {
  if (tag !== '') return [`Tag ${tag}:`];
  return isXe(context) ? ['Tag null:'] : [];
}

/** Names for systems and what is built on them. */
export interface Names {
  system(id: SystemId): string;
  /** `R2.01` */
  node(id: NodeId): string;
}

export function namesOf(context: ViewContext, tag: string): Names {
  const known = new Map(context.ask('isis.hostnames', { instance: tag }).map((row) => [row.system, row.hostname]));
  const system = (id: SystemId): string => known.get(id) ?? id;
  return { system, node: (id) => system(systemOf(id)) + id.slice(14) };
}

/** By prefix of a process's routes: the addresses of the routers that tell it. */
export function originsOf(context: ViewContext, tag: string): ReadonlyMap<Prefix, readonly Ip4[]> {
  const addresses = new Map<SystemId, Ip4>();
  for (const { lsps } of context.ask('isis.database', { instance: tag })) {
    for (const { id, tlvs } of lsps) {
      const [address] = tlvs.flatMap((tlv) => (tlv.kind === 'ip-addresses' ? tlv.addresses : []));
      if (address !== undefined) addresses.set(systemOf(id), address);
    }
  }
  const rows = context.ask('isis.routes', { instance: tag });
  return new Map(
    rows.map(({ prefix, state }) => [
      prefix,
      state.best.origins.flatMap((node) => addresses.get(systemOf(node)) ?? []),
    ]),
  );
}

/** `L1`, `L2`, `L1L2` */
export const levelText = (levels: readonly number[]): string => levels.map((level) => `L${level}`).join('');
