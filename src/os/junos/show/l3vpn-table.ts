// bgp.l3vpn.0: what peers told of VPNs, under their distinguishers. No process installs it as a table of its own.
// Source: transcripts of an MX104 and of vMX (`show route table bgp.l3vpn.0`: `1:1:10.0.0.12/32` on a line of its own).

import { type Ip, isIp4 } from '../../../base/ip.ts';
import { contains, type Prefix } from '../../../base/prefix.ts';
import type { PrefixRow, RouteRow } from '../../../device/queries.ts';
import type { ForwardingPath } from '../../../net/rib-types.ts';
import type { BgpPathRow } from '../../../protocols/bgp/show.ts';
import { IMPLICIT_NULL } from '../../../route/label.ts';
import { MAIN, type ProcessId } from '../../../route/names.ts';
import { rdText } from '../../../route/route-distinguisher.ts';
import type { ViewContext } from '../../os.ts';
import { PREFERENCES } from '../defaults.ts';
import type { ShownRow, Way } from './route-words.ts';

type Asker = Pick<ViewContext, 'ask'>;

const BGP = 'bgp' as ProcessId;

/** `1:1:10.0.0.12/32` -> `1:1`; undefined for a plain prefix. */
export function rdOf({ text }: Prefix): string | undefined {
  const at = text.lastIndexOf(':');
  return at > 0 && text.includes('.', at) ? text.slice(0, at) : undefined;
}

/** Empty where no VPN's routes are. */
export function l3vpnRows(asker: Asker): readonly PrefixRow[] {
  const { ask } = asker;
  const tables = ask('bgp.tables', { family: 'vpnv4', told: true }) ?? [];
  if (tables.length === 0) return [];
  const tunnels = ask('routes', { vrf: MAIN, table: 'labeled' }) ?? [];
  return tables.flatMap(({ rd, nets }) =>
    nets.map((net): PrefixRow => {
      const prefix: Prefix = { ...net.prefix, text: `${rd ? rdText(rd) : ''}:${net.prefix.text}` };
      const rows = net.paths.map((path) => rowOf(prefix, path, wayTo(asker, tunnels, path)));
      return { prefix, routes: rows.sort((a, b) => Number(b.active) - Number(a.active)) };
    }),
  );
}

const longest = (rows: readonly PrefixRow[], to: Ip): RouteRow | undefined =>
  rows
    .filter(({ prefix }) => contains(prefix, to))
    .sort((a, b) => b.prefix.length - a.prefix.length)
    .flatMap(({ routes }) => routes.filter(({ active }) => active))[0];

/** By the label-switched path to the next hop, or by the link where it is, the VPN's label below. */
function wayTo({ ask }: Asker, tunnels: readonly PrefixRow[], { attributes, labels, valid }: BgpPathRow): Way {
  const { nexthop } = attributes;
  if (!valid || !isIp4(nexthop)) return { kind: 'word', word: 'Unusable' };
  const found = longest(tunnels, nexthop) ?? longest(ask('routes', { vrf: MAIN }) ?? [], nexthop);
  if (!found) return { kind: 'word', word: 'Unusable' };
  const paths = found.paths.map(
    (path): ForwardingPath => ({
      ...path,
      gateway: path.gateway ?? nexthop,
      push: [...path.push.filter((label) => label !== IMPLICIT_NULL), ...(labels ?? [])],
    }),
  );
  return { kind: 'paths', paths };
}

function rowOf(prefix: Prefix, path: BgpPathRow, way: Way): ShownRow {
  const paths = way.kind === 'paths' ? way.paths : [];
  const external = path.from !== 'local' && path.from.external;
  const usable = paths.length > 0;
  const active = path.best && usable;
  const { attributes, since, labels, slot, hidden } = path;
  return {
    candidate: {
      route: {
        prefix,
        kind: external ? 'bgp.external' : 'bgp.internal',
        source: BGP,
        metric: attributes.med ?? 0,
        nexthops: [{ via: 'address', gateway: attributes.nexthop, labels: labels ?? [], table: 'labeled' }],
        bgp: attributes,
        // The kernel has no such table.
        noInstall: true,
        ...(slot === undefined ? {} : { slot }),
        ...(hidden === undefined ? {} : { hidden }),
      },
      preference: path.preference ?? PREFERENCES['bgp.internal'],
      since,
      usable,
      reachable: [usable],
      verdict: usable ? { kind: 'forward', paths } : undefined,
    },
    active,
    activeSince: active ? since : undefined,
    paths,
    shownAs: way,
  };
}
