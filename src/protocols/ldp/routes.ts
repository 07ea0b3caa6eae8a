// What LDP's labels do: to packets that bear one, to packets of the routes themselves, as routes of their own.
// RFC 3031 §4.1, RFC 5036 §3.5.7.1

import type { Imposition } from '../../net/imposition.ts';
import type { ForwardingPath } from '../../net/rib-types.ts';
import type { Label } from '../../route/label.ts';
import type { Nexthop } from '../../route/route.ts';
import type { Fec, Ldp } from './model.ts';

/** A way of a FEC and the label that its next hop gave out. */
export interface LabelledWay {
  readonly way: ForwardingPath;
  readonly given: number | undefined;
}

type InterfaceHop = Nexthop & { readonly via: 'interface' };

const hopOf = ({ out, gateway }: ForwardingPath, labels: readonly Label[]): InterfaceHop => ({
  via: 'interface',
  out,
  ...(gateway === undefined ? {} : { gateway }),
  labels,
});

/** Next hops of those who gave out a label. */
const labelledHops = (ways: readonly LabelledWay[]): readonly InterfaceHop[] =>
  ways.flatMap(({ way, given }) => (given === undefined ? [] : [hopOf(way, [given as Label])]));

/** The FEC's own label: swapped, or taken off before a next hop that knows none. */
export function switchLabel(ldp: Ldp, { prefix, local }: Fec, ways: readonly LabelledWay[]): void {
  if (local === undefined || local === 'null') return;
  const { vrf, traits } = ldp.context;
  const bare: readonly InterfaceHop[] =
    traits.unlabelledHops === 'leave-out'
      ? []
      : ways.flatMap(({ way, given }) => (given === undefined ? [{ ...hopOf(way, []), untagged: true as const }] : []));
  const nexthops = [...labelledHops(ways), ...bare];
  ldp.context.lfib(local, { fec: { kind: 'prefix', vrf, prefix }, nexthops });
}

/** Packets of the route itself get the next hop's label. */
export function imposeLabels(ldp: Ldp, { prefix }: Fec, ways: readonly LabelledWay[]): void {
  const wanted = ldp.config.routes.impose;
  const labels = ways.flatMap(({ way: { out, gateway }, given }): readonly Imposition[] =>
    !wanted || given === undefined || gateway === undefined ? [] : [{ out, gateway, label: given as Label }],
  );
  ldp.context.impose(ldp.context.vrf, prefix, labels);
}

/** A route of LDP's own, in the tables that are to have it. */
export function installRoute(ldp: Ldp, { prefix, route }: Fec, ways: readonly LabelledWay[]): void {
  const { context, config } = ldp;
  const nexthops = labelledHops(ways);
  for (const table of ['labeled', 'unicast'] as const) {
    const rib = context.rib(context.vrf, table);
    const installed = ldp.installed[table].has(prefix);
    if (route && nexthops.length > 0 && config.routes.tables.includes(table)) {
      const metric = config.routes.trackIgpMetric ? route.metric : 1;
      rib.install({ prefix, kind: 'ldp', metric, nexthops });
      ldp.installed[table].add(prefix);
    } else if (installed) {
      rib.withdraw(prefix);
      ldp.installed[table].delete(prefix);
    }
  }
}
