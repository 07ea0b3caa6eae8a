// Which paths of a net may be told: the best one, several, or none.       RFC 4271 §9.1.3, RFC 7911, draft-ietf-idr-best-external

import type { Prefix } from '../../base/prefix.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { pathSubject } from '../../policy/path-subject.ts';
import type { VrfName } from '../../route/names.ts';
import { compareRd } from '../../route/route-distinguisher.ts';
import { decide, type LadderFacts } from './decision.ts';
import { tablesInOrder } from './loc-rib.ts';
import { isSourced, type Net, type Path, type Table } from './model.ts';
import type { Speaker, UpdateGroup } from './peer.ts';
import type { Withheld } from './refusal.ts';

/** A path, and the table that it is in. */
export interface Offer {
  readonly table: Table;
  readonly path: Path;
}

/** Of the first ones that may be told, as many as the group takes. */
export interface Offers {
  readonly list: readonly Offer[];
  /** Why there is none although the net is there. */
  readonly why?: Withheld;
}

const NONE: Offers = { list: [] };
const INACTIVE: Offers = { list: [], why: 'inactive' };

/** Tables under one distinguisher: a VRF's own, and what peers told. */
function tablesOf(speaker: Speaker, table: Table): readonly Table[] {
  const { rd } = table;
  if (!rd) return [table];
  const twin = speaker.rib.twins.get(table.vrf);
  if (twin) return twin;
  const all = tablesInOrder(speaker.rib).filter((one) => one.rd && compareRd(one.rd, rd) === 0);
  speaker.rib.twins.set(table.vrf, all);
  return all;
}

/** Hidden by an aggregate, and not to be shown to these all the same. */
function isHidden(net: Net, path: Path, { terms }: UpdateGroup): boolean {
  if (net.hidden === 0) return false;
  const { unsuppress } = terms;
  if (!unsuppress) return true;
  const kind = path.made?.kind ?? 'bgp.external';
  return evaluate(unsuppress, pathSubject(net.prefix, path.attributes, { kind })).verdict === 'reject';
}

/** The best path that came from outside: told inside where the best one did not. */
function external(net: Net, facts: LadderFacts): Path | undefined {
  const outside = [...net.paths.values()].filter(
    ({ from, importedFrom }) => !importedFrom && (from === 'local' || from.external),
  );
  return decide(outside, facts).best;
}

/** Of one table: the best path, or what takes its place. First choice first. */
function ofTable(table: Table, net: Net, group: UpdateGroup, facts: LadderFacts): readonly Path[] | 'inactive' {
  const { terms } = group;
  const { best } = net;
  const inside = best && best.from !== 'local' && !best.from.external;
  const outer = terms.bestExternal && inside && group.kind === 'internal' ? external(net, facts) : undefined;
  const chosen = outer ?? best;
  if (facts.tells !== 'active') return chosen ? [chosen] : [];
  const own = [...net.paths.values()].find((path) => isSourced(path) && path.origination !== 'aggregate');
  const beaten = table.routes.has(net.prefix);
  const fallback = chosen && (!beaten || terms.tellInactive || outer) ? [chosen] : [];
  if (own) return [own, ...(terms.tellInactive ? fallback : [])];
  return fallback.length === 0 && chosen ? 'inactive' : fallback;
}

/** A VPN route's: an import of another distinguisher's route that is the best one here keeps our own from being told. */
function ofVpn(speaker: Speaker, home: Table, prefix: Prefix, group: UpdateGroup, facts: LadderFacts): Offers {
  const tables = tablesOf(speaker, home);
  const nets = tables.flatMap((table) => {
    const net = table.nets.get(prefix);
    return net ? [{ table, net }] : [];
  });
  const [only, ...more] = nets;
  if (!only) return NONE;
  if (more.length === 0) {
    const paths = ofTable(only.table, only.net, group, facts);
    if (paths === 'inactive') return INACTIVE;
    return { list: paths.filter((path) => !path.importedFrom).map((path) => ({ table: only.table, path })) };
  }
  const all = nets.flatMap(({ table, net }) => {
    const paths = ofTable(table, net, group, facts);
    return paths === 'inactive' ? [] : paths.map((path): Offer => ({ table, path }));
  });
  // A copy of what stands under the same distinguisher is there itself.
  const rd = home.rd;
  const real = all.filter(({ path }) => !(path.importedFrom?.rd && rd && compareRd(path.importedFrom.rd, rd) === 0));
  const renamed = real.map(({ path }, i) => ({ ...path, key: String(i) }));
  const { best } = decide(renamed, facts);
  const offer = best && real[Number(best.key)];
  return offer && !offer.path.importedFrom ? { list: [offer] } : NONE;
}

/** A membership: to those who are no clients a client's path, where only the best one came from another such. RFC 4684 §3.2 ii */
function ofTargets(table: Table, net: Net, group: UpdateGroup, facts: LadderFacts): Offers {
  const { best } = net;
  const own = [...net.paths.values()].find(isSourced);
  const foreign = best && best.from !== 'local' && !best.from.external && !best.client;
  const clients = [...net.paths.values()].filter(({ client }) => client);
  const chosen = own ?? (foreign && !group.terms.client ? (decide(clients, facts).best ?? best) : best);
  return chosen ? { list: [{ table, path: chosen }] } : NONE;
}

/** Several paths of a net, best first. RFC 7911 */
function several(
  speaker: Speaker,
  home: Table,
  prefix: Prefix,
  count: number,
  facts: LadderFacts,
  vpn: boolean,
): Offers {
  const all = (vpn ? tablesOf(speaker, home) : [home]).flatMap((table) =>
    [...(table.nets.get(prefix)?.paths.values() ?? [])]
      .filter((path) => !vpn || !path.importedFrom)
      .map((path): Offer => ({ table, path })),
  );
  const chosen: Offer[] = [];
  let left = all.map(({ path }, i) => ({ ...path, key: String(i) }));
  while (chosen.length < count && left.length > 0) {
    const { best } = decide(left, facts);
    if (!best) break;
    left = left.filter((path) => path.key !== best.key);
    chosen.push(all[Number(best.key)] as Offer);
  }
  return { list: chosen };
}

/** What the group may be told of a net. Copies are told to customers only. */
export function offersOf(
  speaker: Speaker,
  group: UpdateGroup,
  home: VrfName,
  prefix: Prefix,
  facts: LadderFacts,
): Offers {
  const table = speaker.rib.tables.get(home);
  if (!table) return NONE;
  const vpn = group.family === 'vpnv4';
  const count = group.dialect.addPath.has(group.family) ? Math.max(1, group.terms.addPath.send) : 1;
  if (count > 1) return several(speaker, table, prefix, count, facts, vpn);
  if (vpn) return ofVpn(speaker, table, prefix, group, facts);
  const net = table.nets.get(prefix);
  if (!net) return NONE;
  if (group.family === 'rtfilter') return ofTargets(table, net, group, facts);
  const paths = ofTable(table, net, group, facts);
  if (paths === 'inactive') return INACTIVE;
  const [first] = paths;
  if (first && isHidden(net, first, group)) return { list: [], why: 'suppressed' };
  return { list: paths.map((path) => ({ table, path })) };
}
