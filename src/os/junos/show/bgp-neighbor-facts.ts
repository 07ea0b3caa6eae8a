// What `show bgp neighbor` tells of a peer, before it is put into lines or elements.
// Source: as bgp-neighbor.ts.

import { ip4Text, ipText } from '../../../base/ip.ts';
import type { FamilyName } from '../../../protocols/bgp/config.ts';
import type { BgpPeerRow } from '../../../protocols/bgp/show.ts';
import type { ViewContext } from '../../os.ts';
import { instanceName, vrfNamed } from '../instance-name.ts';
import { releaseOf } from '../releases.ts';
import { NLRI, type PeerTable, PeerTables } from './bgp-counts.ts';
import { groupKey, stateWord } from './bgp-facts.ts';
import { NOT_RUNNING, peersIn } from './bgp-summary.ts';
import { isInstance } from './configured.ts';
import { inventoryOf, unitIndexOf } from './interface-facts.ts';
import { wholeSecondsOf } from './ldp-words.ts';

export interface PeerScene {
  readonly context: ViewContext;
  readonly tables: PeerTables;
  /** By instance and name, in the order in which they were configured. */
  readonly groups: ReadonlyMap<string, number>;
  readonly peers: readonly BgpPeerRow[];
}

/** The peers that were asked for, or why there is nothing to tell. */
export function chosenPeers(
  context: ViewContext,
  { neighbor, instance }: Readonly<Record<string, string | undefined>>,
): { readonly refused: string } | { readonly scene: PeerScene; readonly shown: readonly BgpPeerRow[] } {
  if (instance !== undefined && !isInstance(context, vrfNamed(instance)))
    return { refused: `error: instance ${instance} not found` };
  const peers = peersIn(context, instance);
  if (!peers) return { refused: NOT_RUNNING };
  const shown = peers.filter(({ config }) => neighbor === undefined || ipText(config.address) === neighbor);
  return { scene: { context, tables: new PeerTables(context), groups: groupNumbers(context), peers }, shown };
}

export function groupNumbers({ router }: Pick<ViewContext, 'router'>): ReadonlyMap<string, number> {
  const keys = (router.config?.bgp?.neighbors ?? []).map((config) => groupKey({ config }));
  return new Map([...new Set(keys)].map((key, i) => [key, i]));
}

/** With the ports of the connection, where there is one. */
function ends({ config, local, tcp }: BgpPeerRow): readonly [peer: string, own: string] {
  const own = local ?? config.localAddress;
  const text = own === undefined ? 'unspecified' : ip4Text(own);
  const peer = ipText(config.address);
  return tcp ? [`${peer}+${tcp.peerPort}`, `${text}+${tcp.localPort}`] : [peer, text];
}

const instanceText = ({ config }: BgpPeerRow): string => instanceName(config.vrf);

const isClient = ({ config }: BgpPeerRow): boolean => Object.values(config.families).some((family) => family?.client);

export const namesOf = (families: readonly FamilyName[]): string => families.map((family) => NLRI[family]).join(' ');

export interface PeerFacts {
  /** Address and port. */
  readonly there: string;
  readonly here: string;
  readonly instance: string;
  readonly type: 'Internal' | 'External';
  readonly state: string;
  /** This router reflects to it. */
  readonly client: boolean;
}

export function peerFacts(peer: BgpPeerRow): PeerFacts {
  const [there, here] = ends(peer);
  const type = peer.kind === 'internal' ? 'Internal' : 'External';
  return { there, here, type, instance: instanceText(peer), state: stateWord(peer.state), client: isClient(peer) };
}

export interface SessionFacts {
  readonly peerId: string;
  readonly ownId: string;
  readonly bfd: 'up' | 'down';
  /** The unit that the peer is behind, where it is on a link. */
  readonly on: { readonly name: string; readonly index: number } | undefined;
  /** Names of families: those of the configuration, and those that both have. */
  readonly configured: string;
  readonly agreed: string;
}

/** Of a session that is up. */
export function sessionFacts({ context }: PeerScene, peer: BgpPeerRow): SessionFacts {
  const { ask } = context;
  const own = ask('bgp.summary', { family: 'ipv4' })?.routerId;
  return {
    peerId: ip4Text(peer.routerId ?? (0 as never)),
    ownId: ip4Text(own ?? (0 as never)),
    bfd: bfdState(context, peer),
    on: peer.config.direct ? interfaceTo(context, peer) : undefined,
    configured: namesOf(familiesOf(peer)),
    agreed: namesOf(peer.families.filter(({ agreed }) => agreed).map(({ family }) => family)),
  };
}

/** Of its group, in its group, and among all. */
export function peerNumbers(
  { groups, peers }: PeerScene,
  peer: BgpPeerRow,
): { readonly group: number; readonly peer: number; readonly snmp: number } {
  const key = groupKey(peer);
  const fellows = peers.filter((one) => groupKey(one) === key);
  return { group: groups.get(key) ?? 0, peer: fellows.indexOf(peer), snmp: peers.indexOf(peer) };
}

export const familiesOf = ({ config }: BgpPeerRow): readonly FamilyName[] =>
  Object.keys(config.families) as FamilyName[];

/** The unit that the peer is behind. */
function interfaceTo(context: ViewContext, { config, local }: BgpPeerRow): SessionFacts['on'] {
  const name = context
    .ask('interfaces', {})
    .find(({ interface: on }) => on.vrf === config.vrf && on.addresses.some(({ address }) => address === local))
    ?.interface.name;
  const index = name === undefined ? undefined : unitIndexOf(inventoryOf(context), name);
  return name === undefined ? undefined : { name, index: index ?? 0 };
}

function bfdState({ ask }: ViewContext, { config }: BgpPeerRow): SessionFacts['bfd'] {
  const session = ask('bfd.sessions', { vrf: config.vrf }).find(({ peer }) => peer === config.address);
  return session?.state === 'up' ? 'up' : 'down';
}

/** Routes of it that the peer was told; undefined: nothing is told out of this table. */
export function toldOutOf(all: readonly PeerTable[], one: PeerTable, peer: BgpPeerRow): number | undefined {
  const vpn = all.some(({ secondary }) => secondary);
  if (one.family === 'vpnv4' && !one.secondary && vpn && !isClient(peer)) return undefined;
  const told = all.find(({ family, secondary }) => family === 'vpnv4' && !secondary)?.advertised ?? 0;
  return one.secondary ? told : one.advertised;
}

/** The first bit is the kernel's, since there are threads. */
export const ribBit = ({ box }: Pick<ViewContext, 'box'>, place: number): number =>
  (place + (releaseOf(box.chassis.model).bgp.threads ? 2 : 1)) * 10_000;

/** What the peer says of its restarts: its time, families that it restarts, and those of which it kept what it forwards. */
export const restartFacts = ({
  restarts,
}: BgpPeerRow): { readonly kept: string; readonly saved: string; readonly seconds: number } => ({
  kept: namesOf(restarts?.families ?? []),
  saved: namesOf(restarts?.saved ?? []),
  seconds: restarts?.seconds ?? 0,
});

const STALE = 300;

/** "stale-routes-time" in seconds. */
export const staleTime = ({ config }: BgpPeerRow): number =>
  config.helper ? wholeSecondsOf(config.helper.stale) : STALE;
