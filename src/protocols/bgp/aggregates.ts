// Several routes told as one.                                                        RFC 4271 §9.2.2.2

import { ANY4, type Ip4 } from '../../base/ip.ts';
import { comparePrefix, covers, type Prefix } from '../../base/prefix.ts';
import { byNumber, byText } from '../../base/sorted-map.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { pathSubject } from '../../policy/path-subject.ts';
import type { Policy } from '../../policy/policy.ts';
import { EMPTY_PATH, joinedPaths } from '../../route/as-path.ts';
import type { Origin, PathAttributes } from '../../route/attributes.ts';
import type { VrfName } from '../../route/names.ts';
import type { Aggregate } from './config.ts';
import { type NewPath, putPath, removePath } from './loc-rib.ts';
import type { Path, Table } from './model.ts';
import { type AggregateState, ownAsn, ownId, type Speaker } from './peer.ts';
import { withSubject } from './subject.ts';

/** The key of an aggregate's path. */
export const AGGREGATE = 'aggregate';

const nameOf = (vrf: VrfName, { prefix }: Aggregate): string => `${vrf} ${prefix.text}`;

/** Brings the list of aggregates into line with the configuration. */
export function configureAggregates(speaker: Speaker): void {
  const { config, aggregates, rib } = speaker;
  const wanted = new Map<string, readonly [VrfName, Aggregate]>();
  for (const family of Object.values(config.families))
    for (const one of family.aggregates ?? []) wanted.set(nameOf(family.vrf, one), [family.vrf, one]);
  for (const [name, state] of aggregates.entries()) {
    // It may be made of others now: what it hid is shown, and it is made anew.
    for (const prefix of state.parts.keys()) hide(speaker, state, prefix, false);
    aggregates.delete(name);
    const table = rib.tables.get(state.vrf);
    if (table && !wanted.has(name)) removePath(table, state.aggregate.prefix, AGGREGATE);
  }
  for (const [name, [vrf, aggregate]] of [...wanted].sort(([a], [b]) => byText(a, b))) {
    const state: AggregateState = { vrf, aggregate, parts: new Map(), hides: new Set() };
    aggregates.set(name, state);
    const table = rib.tables.get(vrf);
    for (const net of table?.nets.values() ?? []) contribute(speaker, state, net.prefix, net.best);
    if (table) form(speaker, state, table);
  }
}

/** The best path of a net is another: aggregates that it belongs to may be others. */
export function bestChanged(speaker: Speaker, table: Table, prefix: Prefix, best: Path | undefined): void {
  for (const state of speaker.aggregates.values()) {
    if (state.vrf !== table.vrf || !contribute(speaker, state, prefix, best)) continue;
    state.stale = true;
  }
}

/** Makes those anew whose parts have changed. True: there were any. */
export function formAggregates(speaker: Speaker): boolean {
  let any = false;
  for (const state of speaker.aggregates.values()) {
    const table = speaker.rib.tables.get(state.vrf);
    if (!state.stale || !table) continue;
    state.stale = false;
    form(speaker, state, table);
    any = true;
  }
  return any;
}

const accepts = (policy: Policy, prefix: Prefix, path: Path): boolean =>
  evaluate(policy, pathSubject(prefix, path.attributes, { kind: path.made?.kind ?? 'bgp.external' })).verdict ===
  'accept';

/** True: the aggregate may be another now. */
function contribute(speaker: Speaker, state: AggregateState, prefix: Prefix, best: Path | undefined): boolean {
  const { aggregate, parts } = state;
  if (prefix === aggregate.prefix || !covers(aggregate.prefix, prefix)) return false;
  const taken = best && (!aggregate.contributors || accepts(aggregate.contributors, prefix, best)) ? best : undefined;
  const hidden = taken && (aggregate.summaryOnly || (aggregate.suppress && accepts(aggregate.suppress, prefix, taken)));
  const had = parts.get(prefix);
  if (taken) parts.set(prefix, taken);
  else parts.delete(prefix);
  hide(speaker, state, prefix, hidden === true);
  return had !== taken;
}

/** It is not told beside the aggregate, or it is again. */
function hide(speaker: Speaker, state: AggregateState, prefix: Prefix, hidden: boolean): void {
  const net = speaker.rib.tables.get(state.vrf)?.nets.get(prefix);
  if (state.hides.has(prefix) === hidden) return;
  if (hidden) state.hides.add(prefix);
  else state.hides.delete(prefix);
  if (!net) return;
  net.hidden += hidden ? 1 : -1;
  speaker.reveal(state.vrf, prefix);
}

function form(speaker: Speaker, state: AggregateState, table: Table): void {
  const { aggregate } = state;
  const path = state.parts.size > 0 ? pathOf(speaker, state) : undefined;
  if (path) putPath(speaker.rib, table, aggregate.prefix, path, speaker.context.now);
  else removePath(table, aggregate.prefix, AGGREGATE);
}

function pathOf(speaker: Speaker, { vrf, aggregate, parts }: AggregateState): NewPath | undefined {
  const paths = [...parts].sort(([a], [b]) => comparePrefix(a, b)).map(([, path]) => path);
  const plain: PathAttributes = {
    origin: aggregate.asSet ? worst(paths) : 'igp',
    asPath: aggregate.asSet ? joinedPaths(paths.map(({ attributes }) => attributes.asPath)) : EMPTY_PATH,
    nexthop: ANY4,
    aggregator: { asn: ownAsn(speaker.config, vrf), routerId: ownId(speaker, vrf) ?? (0 as Ip4) },
    ...(aggregate.asSet ? communitiesOf(paths) : { atomicAggregate: true as const }),
  };
  const subject = {
    ...pathSubject(aggregate.prefix, plain, { kind: 'bgp.local', weight: speaker.config.localWeight }),
  };
  const result = aggregate.attributes ? evaluate(aggregate.attributes, subject) : undefined;
  if (result?.verdict === 'reject') return undefined;
  return {
    key: AGGREGATE,
    attributes: result ? withSubject(plain, result.subject) : plain,
    weight: result?.subject.weight ?? speaker.config.localWeight,
    from: 'local',
    origination: 'aggregate',
    valid: true,
    nexthopVrf: vrf,
    igpMetric: 0,
    importedFrom: undefined,
    made: undefined,
    nexthops: [{ via: 'discard' }],
  };
}

const RANK: Readonly<Record<Origin, number>> = { igp: 0, egp: 1, incomplete: 2 };

const worst = (paths: readonly Path[]): Origin =>
  paths.reduce<Origin>((old, { attributes: { origin } }) => (RANK[origin] > RANK[old] ? origin : old), 'igp');

/** Everything that any of them bears. */
function communitiesOf(paths: readonly Path[]): Partial<PathAttributes> {
  const all = [...new Set(paths.flatMap(({ attributes }) => attributes.communities ?? []))].sort(byNumber);
  return all.length > 0 ? { communities: all } : {};
}
