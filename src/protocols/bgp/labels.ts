// Labels that this router gives out with its prefixes, and what is done with packets that bear them.
//                                                             RFC 4364 §4.3.2, §5, RFC 8277 §3, RFC 4364 §10 b

import { type Ip, ipText } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import { IMPLICIT_NULL, type Label } from '../../route/label.ts';
import { MAIN, type VrfName } from '../../route/names.ts';
import type { Nexthop } from '../../route/route.ts';
import { rdText } from '../../route/route-distinguisher.ts';
import type { Path, Table } from './model.ts';
import type { Speaker } from './peer.ts';

/** Of whom a label is for: released when nobody needs it. */
const netName = (table: Table, prefix: Prefix): string => `${table.vrf} ${prefix.text}`;

const hopsOf = (path: Path): readonly Nexthop[] => path.nexthops ?? path.made?.nexthops ?? [];

/** The one neighbour that packets of this path are handed to; undefined: they must be looked up. */
function handedTo(path: Path): Ip | undefined {
  const [hop, ...more] = hopsOf(path);
  if (!hop || more.length > 0 || hop.via === 'vrf' || hop.via === 'receive') return undefined;
  return hop.via === 'interface' || hop.via === 'address' ? hop.gateway : undefined;
}

interface Fec {
  readonly name: string;
  readonly range?: 'tables';
  readonly route: Parameters<Speaker['context']['lfib']>[1];
}

const lookup = (vrf: VrfName, range: 'tables' | undefined): Fec => ({
  name: `table ${vrf}`,
  ...(range ? { range } : {}),
  route: { fec: { kind: 'vrf', vrf }, nexthops: [{ via: 'vrf', vrf }] },
});

/** The end of the path is this router: the customer knows no labels, unless he gave one. */
function towardsCustomer(hop: Nexthop, vrf: VrfName): Nexthop {
  if (hop.via !== 'address' && hop.via !== 'interface') return hop;
  const bare = hop.labels.length === 0 ? { untagged: true as const } : {};
  return hop.via === 'address' ? { ...hop, vrf: hop.vrf ?? vrf, ...bare } : { ...hop, ...bare };
}

/** A route of a VRF of this router. */
function vpnFec(speaker: Speaker, table: Table, prefix: Prefix, path: Path): Fec {
  const mode = speaker.config.vpns[table.vrf]?.labels ?? 'table';
  const gateway = handedTo(path);
  if (mode === 'prefix' && gateway === undefined) {
    const looked = lookup(table.vrf, undefined).route?.nexthops ?? [];
    const net = { kind: 'prefix', vrf: table.vrf, prefix } as const;
    return { name: `prefix ${netName(table, prefix)}`, route: { fec: net, nexthops: looked } };
  }
  if (mode === 'table' || gateway === undefined) return lookup(table.vrf, speaker.config.vpns[table.vrf]?.labelRange);
  const nexthops = hopsOf(path).map((hop) => towardsCustomer(hop, table.vrf));
  const fec = { kind: 'prefix', vrf: table.vrf, prefix } as const;
  return mode === 'prefix'
    ? { name: `prefix ${netName(table, prefix)}`, route: { fec, nexthops } }
    : { name: `hop ${table.vrf} ${ipText(gateway)}`, route: { fec, nexthops } };
}

/** A packet for this path has arrived here, or goes on without any label. */
function endsHere({ from, made }: Path): boolean {
  if (from !== 'local') return false;
  if (!made || made.kind === 'connected' || made.kind === 'local' || made.kind === 'aggregate') return true;
  return made.nexthops.every(({ via }) => via === 'receive' || via === 'discard' || via === 'reject');
}

/** A route that goes on: to where it was told from, or, when another protocol leads there, as that has its packets go. */
function swapFec(table: Table, prefix: Prefix, path: Path): Fec {
  const along: Nexthop = { via: 'address', gateway: prefix.address, labels: [], table: 'both' };
  return {
    name: `swap ${table.rd ? rdText(table.rd) : ''} ${prefix.text}`,
    route: { fec: { kind: 'prefix', vrf: MAIN, prefix }, nexthops: path.from === 'local' ? [along] : hopsOf(path) },
  };
}

/** The label of a path that is told with this router as its next hop. Undefined: no label is left. */
export function labelFor(speaker: Speaker, table: Table, prefix: Prefix, path: Path): Label | undefined {
  // RFC 8277 §3: packets for ourselves need none.
  if (table.vrf === MAIN && endsHere(path)) return IMPLICIT_NULL;
  const fec = table.remote || table.vrf === MAIN ? swapFec(table, prefix, path) : vpnFec(speaker, table, prefix, path);
  const label = speaker.context.label(fec.name, fec.range);
  if (label === undefined) return undefined;
  speaker.context.lfib(label, fec.route);
  const net = netName(table, prefix);
  const users = speaker.labels.get(fec.name) ?? new Set();
  speaker.labels.set(fec.name, users.add(net));
  const used = speaker.labelled.get(net) ?? new Set();
  for (const name of used) if (name !== fec.name) release(speaker, name, net);
  speaker.labelled.set(net, new Set([fec.name]));
  return label;
}

/** Nobody is told this net any more. */
export function freeLabels(speaker: Speaker, table: Table, prefix: Prefix): void {
  const net = netName(table, prefix);
  const used = speaker.labelled.get(net);
  speaker.labelled.delete(net);
  for (const name of used ?? []) release(speaker, name, net);
}

/** The net uses that label no longer; the last one frees it. */
function release(speaker: Speaker, name: string, net: string): void {
  const users = speaker.labels.get(name);
  if (!users?.delete(net) || users.size > 0) return;
  speaker.labels.delete(name);
  speaker.context.freeLabel(name);
}
