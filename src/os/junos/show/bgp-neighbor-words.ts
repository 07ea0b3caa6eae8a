// Words of `show bgp neighbor`: options, policies, events and errors.
// Source: as bgp-neighbor.ts; names of errors and events: Junos OS CLI reference, "show bgp neighbor" (Last Error, Last Event).

import { ipText } from '../../../base/ip.ts';
import type { BgpPeerRow } from '../../../protocols/bgp/show.ts';
import { MAIN } from '../../../route/names.ts';
import type { ViewContext } from '../../os.ts';
import { bgpBlock, familyHolder, type Inherited, inherited, inheritedAll, neighborsOf } from '../compile/bgp-levels.ts';
import { has } from '../compile/tree-reader.ts';
import { releaseOf } from '../releases.ts';
import { inForce, instanceBlock, type Of } from './configured.ts';

/** The statements that made a neighbor. */
export function statementsOf(context: Of, { config }: BgpPeerRow): Inherited | undefined {
  const holder = config.vrf === MAIN ? inForce(context) : instanceBlock(context, config.vrf);
  const bgp = holder && bgpBlock(holder);
  return (
    bgp &&
    neighborsOf(bgp).find(
      ({ neighbor, group }) =>
        neighbor.args['neighbor'] === ipText(config.address) && group.args['group'] === config.group,
    )
  );
}

/** `a b`; nothing where there are none. */
export function policyNames(context: Of, peer: BgpPeerRow, way: 'import' | 'export'): string {
  const from = statementsOf(context, peer);
  return from
    ? inheritedAll(from, way)
        .map(({ args }) => args['policy'] ?? '')
        .join(' ')
    : '';
}

/** `Export: [ a b ] Import: [ c ]` */
export function policiesOf(context: Of, peer: BgpPeerRow): string {
  const list = (title: string, names: string): string => (names === '' ? '' : `${title}: [ ${names} ] `);
  return list('Export', policyNames(context, peer, 'export')) + list('Import', policyNames(context, peer, 'import'));
}

/** In the order in which rpd lists them. */
const OPTIONS: readonly (readonly [statement: string, option: string])[] = [
  ['multihop', 'Multihop'],
  ['preference', 'Preference'],
  ['local-address', 'LocalAddress'],
  ['hold-time', 'HoldTime'],
  ['metric-out', 'MetricOut'],
  ['passive', 'Passive'],
  ['authentication-key', 'AuthKey'],
  ['graceful-restart', 'GracefulRestart'],
  ['multihop', 'Ttl'],
  ['log-updown', 'LogUpDown'],
  ['advertise-inactive', 'AdvertiseInactive'],
  ['cluster', 'Cluster'],
  ['family', 'AddressFamily'],
  ['peer-as', 'PeerAS'],
  ['multipath', 'Multipath'],
  ['local-as', 'LocalAS'],
  ['as-override', 'AsOverride'],
];

/** `Preference PeerAS Refresh` */
export function optionWords(context: Pick<ViewContext, 'box' | 'router'>, peer: BgpPeerRow): string {
  const from = statementsOf(context, peer);
  const always = !releaseOf(context.box.chassis.model).route.kernelTable;
  const said = (statement: string): boolean => {
    if (!from) return false;
    if (statement === 'graceful-restart') return peer.config.keepsForwarding === true;
    return statement === 'family' ? familyHolder(from) !== undefined : inherited(from, statement) !== undefined;
  };
  const options = OPTIONS.filter(([statement, option]) => (option === 'Preference' && always) || said(statement)).map(
    ([, option]) => option,
  );
  // Before threads were told of, groups of tables were: an MX104 of 2015, IBGP of two families.
  const old = !releaseOf(context.box.chassis.model).bgp.threads && said('family');
  return [...options, ...(old ? ['Rib-group'] : []), 'Refresh'].join(' ');
}

/** Those of the second set; spelt as rpd spells them (vQFX 17.4R1, lab-validation junos_ebgp_loop_prevention). */
export function moreOptionWords(context: Of, peer: BgpPeerRow): string {
  const from = statementsOf(context, peer);
  if (!from) return '';
  const families = familyHolder(from)?.children.filter(({ spec }) => spec.name.startsWith('family ')) ?? [];
  const loops = families.some((family) => has(family, 'loops'));
  return [
    ...(inherited(from, 'advertise-peer-as') ? ['AdvertisePeerAs'] : []),
    ...(loops ? ['PeerSpecficLoopsAllowed'] : []),
    ...(peer.config.bfd ? ['BfdEnabled'] : []),
  ].join(' ');
}

/** Are families named, and not only taken for granted? */
export function namesFamilies(context: Of, peer: BgpPeerRow): boolean {
  const from = statementsOf(context, peer);
  return from !== undefined && familyHolder(from) !== undefined;
}

/** Is the own address of the session written down? */
export function namesLocalAddress(context: Of, peer: BgpPeerRow): boolean {
  const from = statementsOf(context, peer);
  return from !== undefined && inherited(from, 'local-address') !== undefined;
}

/** Local preference of what a peer tells that says that it goes; undefined: nobody listens. */
export const heardPref = ({ config }: BgpPeerRow): number | undefined =>
  Object.values(config.families)[0]?.shutdownPref;

export function optionLines(context: Pick<ViewContext, 'box' | 'router'>, peer: BgpPeerRow): readonly string[] {
  const more = moreOptionWords(context, peer);
  return [
    `Options: <${optionWords(context, peer)}>`,
    ...(more === '' ? [] : [`Options: <${more}>`]),
    ...(heardPref(peer) !== undefined ? ['Options: <GracefulShutdownRcv>'] : []),
  ];
}

const DOWN: Readonly<Record<NonNullable<BgpPeerRow['lastDown']>['reason'], string>> = {
  'hold-expired': 'HoldTime',
  'notification-received': 'RecvNotify',
  'notification-sent': 'Error',
  closed: 'Closed',
  cleared: 'Stop',
  shutdown: 'Stop',
  removed: 'Stop',
  reconfigured: 'Restart',
  'interface-down': 'Stop',
  'bfd-down': 'BfdDown',
  'maximum-prefixes': 'Stop',
  collision: 'Stop',
};

/** The event that took the session down, as the log and the neighbor name it. */
export const downEvent = (reason: NonNullable<BgpPeerRow['lastDown']>['reason']): string => DOWN[reason];

export const flapText = ({ lastDown }: BgpPeerRow): string => (lastDown ? DOWN[lastDown.reason] : '');

/** The state before this one, and what led on from it. */
export function lastEventOf({ state, lastDown }: BgpPeerRow): readonly [state: string, event: string] {
  switch (state) {
    case 'established':
      return ['OpenConfirm', 'RecvKeepAlive'];
    case 'open-confirm':
      return ['OpenSent', 'RecvOpen'];
    case 'open-sent':
      return ['Connect', 'Open'];
    case 'connect':
      return ['Active', 'ConnectRetry'];
    case 'active':
      return ['Idle', 'Start'];
    case 'idle':
      return lastDown ? ['Established', DOWN[lastDown.reason]] : ['NoState', 'NoEvent'];
  }
}

/** RFC 4271 §6 */
const ERRORS = [
  'None',
  'Message Header Error',
  'Open Message Error',
  'Update Message Error',
  'Hold Timer Expired Error',
  'Finite State Machine Error',
  'Cease',
];

export const errorName = (code: number): string => ERRORS[code] ?? 'None';

/** A connection that gave way to another is no error of the session. */
const isError = (peer: BgpPeerRow): boolean =>
  peer.lastError !== undefined && !(peer.lastError.error.code === 6 && peer.lastError.error.subcode === 7);

export const errorText = (peer: BgpPeerRow): string =>
  isError(peer) && peer.lastError ? errorName(peer.lastError.error.code) : 'None';

export interface CountedError {
  readonly name: string;
  readonly sent: number;
  readonly received: number;
}

export const errorsCounted = ({ errors }: BgpPeerRow): readonly CountedError[] =>
  errors.map(({ code, sent, received }) => ({ name: errorName(code), sent, received }));

export const errorsOf = (peer: BgpPeerRow): readonly string[] =>
  errorsCounted(peer).map(({ name, sent, received }) => `Error: '${name}' Sent: ${sent} Recv: ${received}`);
