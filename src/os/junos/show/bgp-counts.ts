// How many of a peer's routes stand in which table: what `show bgp summary`, `neighbor` and `group` count.
// Source: transcripts of an MX104 and of vMX (`bgp.l3vpn.0: 10/13/13/0` with `ipvpn.inet.0: 10/13/13/0` below: a VPN's
// routes count where they were told, and again in each instance that took them over).

import { ipText } from '../../../base/ip.ts';
import type { BgpNeighbor, FamilyName } from '../../../protocols/bgp/config.ts';
import type { BgpPeerRow } from '../../../protocols/bgp/show.ts';
import { MAIN } from '../../../route/names.ts';
import type { ViewContext } from '../../os.ts';
import { slotPeer, slotRd } from './bgp-facts.ts';
import { type RouteTable, routeTables, standing } from './route-tables.ts';
import { tableName } from './table-name.ts';

/** One peer's routes in one table. */
export interface PeerTable {
  readonly table: string;
  readonly family: FamilyName;
  /** It took them over out of the table of VPNs. */
  readonly secondary: boolean;
  readonly active: number;
  readonly received: number;
  readonly accepted: number;
  readonly damped: number;
  readonly advertised: number;
}

interface Tally {
  active: number;
  received: number;
  accepted: number;
}

/** The routing table of a family. */
export function familyTable(family: FamilyName, { vrf, families }: Pick<BgpNeighbor, 'vrf' | 'families'>): string {
  if (family === 'vpnv4') return 'bgp.l3vpn.0';
  if (family === 'rtfilter') return 'bgp.rtarget.0';
  const ways = family === 'ipv4-labeled' && families[family]?.into === 'labeled';
  return tableName(vrf, family === 'ipv6' ? 'inet6.0' : ways ? 'inet.3' : 'inet.0');
}

export const NLRI: Readonly<Record<FamilyName, string>> = {
  ipv4: 'inet-unicast',
  'ipv4-labeled': 'inet-labeled-unicast',
  vpnv4: 'inet-vpn-unicast',
  rtfilter: 'route-target',
  ipv6: 'inet6-unicast',
};

/** In the order in which their tables are listed. */
export const FAMILIES = Object.keys(NLRI) as readonly FamilyName[];

export class PeerTables {
  readonly #tallies = new Map<string, Tally>();
  readonly #tables: readonly RouteTable[];

  constructor(context: Pick<ViewContext, 'ask' | 'box'>) {
    this.#tables = routeTables(context);
    for (const { name, rows } of this.#tables)
      for (const row of rows.flatMap(({ routes }) => routes)) {
        const { route } = row.candidate;
        const peer = slotPeer(route);
        if (peer === undefined) continue;
        const key = keyOf(name, ipText(peer), slotRd(route) !== undefined);
        const tally = this.#tallies.get(key) ?? { active: 0, received: 0, accepted: 0 };
        this.#tallies.set(key, tally);
        tally.received++;
        if (standing(row) === 'active') tally.active++;
        if (route.hidden === undefined) tally.accepted++;
      }
  }

  /** Those of its families first, then the instances that took its routes over. */
  of({ config, families, state }: BgpPeerRow): readonly PeerTable[] {
    if (state !== 'established') return [];
    const peer = ipText(config.address);
    const agreed = families.filter((family) => family.agreed);
    const own = agreed.map(({ family, received, advertised, dampened }): PeerTable => {
      const table = familyTable(family, config);
      const tally = this.#tallies.get(keyOf(table, peer, false));
      return {
        table,
        family,
        secondary: false,
        active: tally?.active ?? 0,
        received,
        accepted: tally?.accepted ?? 0,
        damped: dampened ?? 0,
        advertised,
      };
    });
    const vpn = agreed.some(({ family }) => family === 'vpnv4') && config.vrf === MAIN;
    return [...own, ...(vpn ? this.#copies(peer) : [])];
  }

  #copies(peer: string): readonly PeerTable[] {
    return this.#tables.flatMap(({ name }): readonly PeerTable[] => {
      const tally = this.#tallies.get(keyOf(name, peer, true));
      return tally ? [{ table: name, family: 'vpnv4', secondary: true, ...tally, damped: 0, advertised: 0 }] : [];
    });
  }

  /** Paths and active ones of one table, of all peers. */
  total(table: string): { readonly paths: number; readonly active: number; readonly accepted: number } {
    let paths = 0;
    let active = 0;
    let accepted = 0;
    for (const [key, tally] of this.#tallies) {
      if (!key.startsWith(`${table} `)) continue;
      paths += tally.received;
      active += tally.active;
      accepted += tally.accepted;
    }
    return { paths, active, accepted };
  }
}

const keyOf = (table: string, peer: string, secondary: boolean): string => `${table} ${peer}${secondary ? ' +' : ''}`;

/** `10/13/13/0` */
export const countsText = ({ active, received, accepted, damped }: PeerTable): string =>
  `${active}/${received}/${accepted}/${damped}`;
