// What tables and views know of a BGP route beyond what it says itself: who told it, under which distinguisher, and where it
// lost.

import { type Ip, parseIp } from '../../../base/ip.ts';
import type { Prefix } from '../../../base/prefix.ts';
import type { BgpNetRow, BgpPathRow, BgpPeerRow, BgpSentRow } from '../../../protocols/bgp/show.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import type { Route } from '../../../route/route.ts';
import { compareRd, type RouteDistinguisher, rdText } from '../../../route/route-distinguisher.ts';
import type { ViewContext } from '../../os.ts';

type Asker = Pick<ViewContext, 'ask'>;

/** `10.0.0.2 1:1 #3`: the peer, the distinguisher that it told it under, the identifier. */
export const slotPeer = ({ bgp, slot }: Route): Ip | undefined =>
  bgp && slot !== undefined ? parseIp(slot.split(' ')[0] ?? '') : undefined;

/** Of a copy in another table than the one it was told for. */
export const slotRd = ({ bgp, slot }: Route): string | undefined =>
  bgp ? slot?.split(' ').find((word) => word.includes(':')) : undefined;

/** Groups of all instances, each by its own. */
export const groupKey = ({ config }: Pick<BgpPeerRow, 'config'>): string => `${config.vrf} ${config.group ?? ''}`;

const STATES: Readonly<Record<BgpPeerRow['state'], string>> = {
  idle: 'Idle',
  connect: 'Connect',
  active: 'Active',
  'open-sent': 'OpenSent',
  'open-confirm': 'OpenConfirm',
  established: 'Established',
};

/** The state of a session. */
export const stateWord = (state: BgpPeerRow['state']): string => STATES[state];

/** As the column of the summary has room for it. */
export const shortStateWord = (state: BgpPeerRow['state']): string =>
  state === 'established' ? 'Establ' : STATES[state];

/** What the blocks of one command look up. */
export interface BgpScene {
  /** Who told a route of this instance's table. A VPN's routes come by peers of the main instance. */
  peerOf(vrf: VrfName, route: Route): BgpPeerRow | undefined;
  pathOf(vrf: VrfName, route: Route): BgpPathRow | undefined;
  netOf(vrf: VrfName, prefix: Prefix): BgpNetRow | undefined;
  /** Who is told the route that this instance has for the prefix, and what; in the order of peers. */
  toldOf(vrf: VrfName, prefix: Prefix): readonly Told[];
}

export interface Told {
  readonly peer: BgpPeerRow;
  /** Which of its group it is, from 0. */
  readonly place: number;
  readonly sent: BgpSentRow;
}

/** Asks nothing before it is needed, and each thing once. */
export function bgpScene({ ask }: Asker): BgpScene {
  let peers: readonly BgpPeerRow[] | undefined;
  let told: ReadonlyMap<string, readonly Told[]> | undefined;
  const nets = new Map<VrfName, ReadonlyMap<string, BgpNetRow>>();
  const tableOf = (vrf: VrfName): ReadonlyMap<string, BgpNetRow> => {
    const known = nets.get(vrf);
    if (known) return known;
    const rows = [
      ...(ask('bgp.tables', { family: 'ipv4', vrf }) ?? []),
      ...(ask('bgp.tables', { family: 'vpnv4', vrf }) ?? []),
    ];
    const plain = rows.flatMap((row) => row.nets.map((net) => [net.prefix.text, net] as const));
    const told = vrf === MAIN ? (ask('bgp.tables', { family: 'vpnv4', told: true }) ?? []) : [];
    const named = told.flatMap(({ rd, nets: those }) =>
      those.map((net) => [`${rd ? rdText(rd) : ''}:${net.prefix.text}`, net] as const),
    );
    const table = new Map([...plain, ...named]);
    nets.set(vrf, table);
    return table;
  };
  const netOf = (vrf: VrfName, prefix: Prefix): BgpNetRow | undefined => tableOf(vrf).get(prefix.text);
  return {
    netOf,
    toldOf: (vrf, prefix) => {
      told ??= toldPrefixes(ask);
      return told.get(`${vrf} ${prefix.text}`) ?? [];
    },
    peerOf: (vrf, route) => {
      const address = slotPeer(route);
      if (address === undefined) return undefined;
      peers ??= ask('bgp.peers', {}) ?? [];
      const at = slotRd(route) === undefined ? vrf : MAIN;
      return peers.find(({ config }) => config.vrf === at && config.address === address);
    },
    pathOf: (vrf, route) => netOf(vrf, route.prefix)?.paths.find(({ slot }) => slot === route.slot),
  };
}

/** The instance whose own route is told under this distinguisher; undefined: it is passed on as it was heard. */
export function vpnHome(ask: ViewContext['ask'], rd: RouteDistinguisher, prefix: Prefix): VrfName | undefined {
  const vrf = ask('vrfs', {}).find((one) => one.rd && compareRd(one.rd, rd) === 0)?.name;
  const row = vrf && ask('routes', { vrf, within: prefix })?.find((one) => one.prefix === prefix);
  const own = row?.routes.some(({ active, candidate: { route } }) => active && slotRd(route) === undefined);
  return own ? vrf : undefined;
}

/** What is told to any peer, by the instance that it comes out of. */
function toldPrefixes(ask: ViewContext['ask']): ReadonlyMap<string, readonly Told[]> {
  const told = new Map<string, Told[]>();
  const members = new Map<string, number>();
  for (const peer of ask('bgp.peers', {}) ?? []) {
    const place = members.get(groupKey(peer)) ?? 0;
    members.set(groupKey(peer), place + 1);
    if (peer.state !== 'established') continue;
    const { vrf, address } = peer.config;
    for (const sent of ask('bgp.advertised', { vrf, peer: address as never }) ?? []) {
      const { rd, prefix } = sent.nlri;
      const home = rd ? vpnHome(ask, rd, prefix) : vrf;
      const key = home === undefined ? `${MAIN} ${rd ? rdText(rd) : ''}:${prefix.text}` : `${home} ${prefix.text}`;
      const known = told.get(key);
      if (known) known.push({ peer, place, sent });
      else told.set(key, [{ peer, place, sent }]);
    }
  }
  return told;
}
