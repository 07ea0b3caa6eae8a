// Follows tables and keeps copies of their routes in others. A copy leads where its original leads: next hops are looked
// for in the original's table. Copies are never copied again.
// Source: Junos OS Routing Protocols, "rib-groups", "import-rib" ("If the primary route is deleted, the secondary route
// also is deleted").

import { equal } from '../../base/equal.ts';
import { ipText } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import { byText } from '../../base/sorted-map.ts';
import type { Candidate, TableKind } from '../../net/rib-types.ts';
import { accepted } from '../../policy/evaluate.ts';
import type { Subject } from '../../policy/policy.ts';
import { routeSubject } from '../../policy/route-subject.ts';
import type { VrfName } from '../../route/names.ts';
import type { Nexthop, Route, RouteKind } from '../../route/route.ts';
import type { Process, ProcessContext, ProcessInput } from '../plugin.ts';
import type { CopyConfig, Copying } from './config.ts';

interface Copy {
  readonly vrf: VrfName;
  readonly table: TableKind;
  readonly route: Omit<Route, 'source'>;
}

/** Next hops of a copy are looked for where the original stands. */
const inVrf = (hop: Nexthop, vrf: VrfName): Nexthop => (hop.via === 'address' ? { ...hop, vrf: hop.vrf ?? vrf } : hop);

/** Slots of routes that neighbours told begin with the neighbour's address. */
const isToldBy = ({ slot }: Route, { tellers }: Copying): boolean =>
  tellers === undefined || tellers.some((address) => slot?.split(' ')[0] === ipText(address));

export class CopyProcess implements Process<CopyConfig> {
  readonly #context: ProcessContext<undefined, never>;
  #copyings: readonly Copying[] = [];
  /** By the table and the prefix that they were copied from. */
  readonly #made = new Map<string, readonly Copy[]>();
  /** Prefixes that were heard of, by table. */
  readonly #known = new Map<VrfName, Set<Prefix>>();

  constructor(context: ProcessContext<undefined, never>) {
    this.#context = context;
  }

  configure({ copyings }: CopyConfig): 'applied' {
    this.#copyings = copyings;
    const tables = [...new Set([...this.#known.keys(), ...copyings.map(({ from }) => from)])].sort(byText);
    for (const vrf of tables) {
      const kinds = new Set(copyings.flatMap((one): readonly RouteKind[] => (one.from === vrf ? one.kinds : [])));
      for (const prefix of this.#known.get(vrf) ?? []) this.#copy(vrf, prefix);
      this.#context.watchRoutes(vrf, [...kinds], { every: true });
      if (kinds.size === 0) this.#known.delete(vrf);
      else if (!this.#known.has(vrf)) this.#known.set(vrf, new Set());
    }
    return 'applied';
  }

  handle(input: ProcessInput): void {
    if (input.kind !== 'route') return;
    this.#known.get(input.vrf)?.add(input.prefix);
    this.#copy(input.vrf, input.prefix);
  }

  stop(): void {
    this.configure({ copyings: [] });
  }

  /** Brings the copies of a table's prefix into line. */
  #copy(from: VrfName, prefix: Prefix): void {
    const key = `${from} ${prefix.text}`;
    const entry = this.#context.rib(from).entry(prefix);
    const wanted = (entry?.candidates ?? []).flatMap((candidate) =>
      this.#copyings.flatMap((copying) => {
        if (copying.from !== from || (copying.which === 'active' && candidate !== entry?.active)) return [];
        return copyOf(candidate, copying) ?? [];
      }),
    );
    const old = this.#made.get(key) ?? [];
    for (const copy of old)
      if (!wanted.some((one) => sameCopy(one, copy)))
        this.#context.rib(copy.vrf, copy.table).withdraw(prefix, copy.route.slot);
    for (const copy of wanted)
      if (!old.some((one) => sameCopy(one, copy) && equal(one.route, copy.route)))
        this.#context.rib(copy.vrf, copy.table).install(copy.route);
    if (wanted.length > 0) this.#made.set(key, wanted);
    else this.#made.delete(key);
    if (!entry) this.#known.get(from)?.delete(prefix);
  }
}

const sameCopy = (a: Copy, b: Copy): boolean => a.vrf === b.vrf && a.table === b.table && a.route.slot === b.route.slot;

function copyOf({ route, preference }: Candidate, copying: Copying): Copy | undefined {
  const { from, to, kinds, policies, table, instance } = copying;
  if (!kinds.includes(route.kind) || route.leakedFrom !== undefined || route.hidden !== undefined) return undefined;
  if (!isToldBy(route, copying)) return undefined;
  const before: Subject = { ...routeSubject(route), table, instance };
  const subject = policies.reduce<Subject | undefined>((one, policy) => one && accepted(policy, one), before);
  if (!subject) return undefined;
  const { source: _theirs, slot = '-', tag: _tag, ...rest } = route;
  const { tag } = subject;
  return {
    ...to,
    route: {
      ...rest,
      slot: `${slot} @${from}/${route.kind}`,
      nexthops: route.nexthops.map((hop) => inVrf(hop, from)),
      preference: subject.preference ?? preference,
      metric: subject.metric ?? route.metric,
      ...(tag === undefined ? {} : { tag }),
      ...withAttributes(route, subject),
      leakedFrom: from,
    },
  };
}

/** What BGP says of the copy. */
function withAttributes({ bgp, given }: Route, subject: Subject): Pick<Route, 'bgp' | 'given'> {
  const { communities = [], extended, large = [], asPath, localPref } = subject;
  const said = {
    ...(communities.length > 0 ? { communities } : {}),
    ...(extended.length > 0 ? { extended } : {}),
    ...(large.length > 0 ? { large } : {}),
    ...(asPath && (bgp || asPath.length > 0) ? { asPath } : {}),
  };
  if (bgp) {
    const { communities: _c, extended: _e, large: _l, ...plain } = bgp;
    return { bgp: { ...plain, ...said, ...(localPref === undefined ? {} : { localPref }) } };
  }
  const { communities: _c, extended: _e, large: _l, ...plain } = given ?? {};
  const all = { ...plain, ...said };
  return Object.keys(all).length === 0 ? {} : { given: all };
}
