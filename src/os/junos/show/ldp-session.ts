// show ldp session [DESTINATION] [brief | detail | extensive].
// Source: captures `show ldp session … detail` (genieparser golden outputs ShowLdpSessionIpaddressDetail, up and down);
// transcripts of vMX for the short form, and for the place of `Authentication type`; words of reasons: the same captures,
// otherwise Junos OS CLI reference, "show ldp session".

import { ip4Text } from '../../../base/ip.ts';
import type { DownReason, LdpNeighborRow } from '../../../protocols/ldp/show.ts';
import { since } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { identifierOr0, identifierText, instanceOf, secondsTo, wholeSecondsOf } from './ldp-words.ts';
import { saidOf } from './said.ts';
import { ageText } from './spans.ts';

const HEADING = '  Address                           State       Connection  Hold time  Adv. Mode';

const STATES: Readonly<Record<LdpNeighborRow['state'], string>> = {
  'non-existent': 'Nonexistent',
  initialized: 'Initialized',
  opensent: 'OpenSent',
  openrec: 'OpenRec',
  operational: 'Operational',
};

export const sessionState = (state: LdpNeighborRow['state']): string => STATES[state];

export const showLdpSession: View = (context, match) => {
  const wanted = match.args['destination'];
  const detail = saidOf(match, 'detail', 'extensive') !== undefined;
  const rows = context
    .ask('ldp.neighbors', { vrf: instanceOf(match) })
    .filter((row) => wanted === undefined || addressOf(row) === wanted);
  if (rows.length === 0) return [];
  if (!detail) return [HEADING, ...rows.map((row) => briefLine(context, row))];
  return rows.flatMap((row, i) => [...(i > 0 ? [''] : []), ...detailLines(context, row)]);
};

/** Sessions are called by the far end's transport address. */
export const addressOf = ({ transport, lsr }: LdpNeighborRow): string => ip4Text(transport ?? lsr.id);

export const connectionOf = ({ connection, nextAttempt, active }: LdpNeighborRow): string =>
  connection ? 'Open' : active && nextAttempt !== undefined ? 'Opening' : 'Closed';

export const holdOf = ({ now }: ViewContext, { expires }: LdpNeighborRow): number => secondsTo(expires, now);

const briefLine = (context: ViewContext, row: LdpNeighborRow): string =>
  [
    addressOf(row).padEnd(36),
    STATES[row.state].padEnd(12),
    connectionOf(row).padEnd(12),
    String(holdOf(context, row)).padStart(4),
    ' '.repeat(9),
    'DU',
  ].join('');

function detailLines(context: ViewContext, row: LdpNeighborRow): readonly string[] {
  const { now } = context;
  const up = row.state === 'operational';
  const hold = wholeSecondsOf(row.hold ?? row.localHold);
  const keepalive = wholeSecondsOf(row.keepalive ?? configured(context, row));
  return [
    `Address: ${addressOf(row)}, State: ${STATES[row.state]}, Connection: ${connectionOf(row)}, Hold time: ${holdOf(context, row)}`,
    `  Session ID: ${identifierOr0(row.local)}--${identifierText(row.lsr)}`,
    ...(up ? [`  Next keepalive in ${secondsTo(row.nextKeepalive, now)} seconds`] : []),
    `  ${row.active ? 'Active' : 'Passive'}, Maximum PDU: ${row.maxPdu ?? 4096}, Hold time: ${hold}, Neighbor count: ${row.adjacencies.length}`,
    `  Neighbor types: ${typesOf(row)}`,
    `  Keepalive interval: ${keepalive}, Connect retry interval: ${retryOf(context, row)}`,
    ...(up && row.localTransport !== undefined
      ? [`  Local address: ${ip4Text(row.localTransport)}, Remote address: ${addressOf(row)}`]
      : []),
    ...(up && row.upSince !== undefined ? [`  Up for ${ageText(since(row.upSince, now))}`] : []),
    ...(row.lastDown && row.flaps > 0
      ? [
          `  Last down ${ageText(since(row.lastDown.at, now))} ago; Reason: ${reasonText(row.lastDown.reason)}`,
          `  Number of session flaps: ${row.flaps}`,
        ]
      : []),
    ...abilityLines(context, row),
    ...(up && row.addresses.length > 0
      ? ['  Next-hop addresses received:', ...row.addresses.map((address) => `    ${ip4Text(address)}`)]
      : []),
  ];
}

const processOf = ({ ask }: ViewContext, { vrf }: LdpNeighborRow) => ask('ldp.processes', { vrf })[0]?.config;

export const configured = (context: ViewContext, row: LdpNeighborRow) => processOf(context, row)?.session.keepalive;

export const retryOf = (context: ViewContext, row: LdpNeighborRow): number =>
  wholeSecondsOf(processOf(context, row)?.session.connectRetry);

export const typesOf = ({ adjacencies }: LdpNeighborRow): string =>
  [
    ...(adjacencies.some(({ on }) => on !== undefined) ? ['discovered'] : []),
    ...(adjacencies.some(({ on }) => on === undefined) ? ['configured-remote'] : []),
  ].join(' ') || 'none';

/** RFC 6388: what Junos calls the capabilities that others announce. */
const CAPABILITIES = new Map([
  [0x0508, 'p2mp'],
  [0x0509, 'mp2mp'],
]);

export const capabilitiesText = (types: readonly number[]): string =>
  types.flatMap((type) => CAPABILITIES.get(type) ?? []).join(' ') || 'none';

function abilityLines(context: ViewContext, row: LdpNeighborRow): readonly string[] {
  const key = authenticationOf(context, row);
  return [
    `  Capabilities advertised: ${capabilitiesText(row.capabilitiesSent)}`,
    `  Capabilities received: ${capabilitiesText(row.capabilitiesReceived)}`,
    '  Protection: disabled',
    '  Session flags: none',
    ...(key === undefined ? [] : [`  Authentication type: MD5 (${key})`]),
    '  Local - Restart: disabled, Helper mode: enabled',
    '  Remote - Restart: disabled, Helper mode: enabled',
    '  Local maximum neighbor reconnect time: 120000 msec',
    '  Local maximum neighbor recovery time: 240000 msec',
    '  Local Label Advertisement mode: Downstream unsolicited',
    '  Remote Label Advertisement mode: Downstream unsolicited',
    '  Negotiated Label Advertisement mode: Downstream unsolicited',
    '  MTU discovery: disabled',
    '  Nonstop routing state: Not in sync',
  ];
}

/** The statement that the key comes from, as a block of addresses. */
function authenticationOf(context: ViewContext, row: LdpNeighborRow): string | undefined {
  const authentication = processOf(context, row)?.authentication;
  if (!authentication || !row.password.inUse) return undefined;
  const own = [addressOf(row), ip4Text(row.lsr.id)].find((name) => authentication.byPeer[name] !== undefined);
  return own === undefined ? authentication.rules[0]?.peers?.name : `${own}/32`;
}

const REASONS: Readonly<Record<DownReason & string, string>> = {
  'hello-expired': 'all adjacencies down',
  'keepalive-expired': 'connection time expired',
  'initialization-expired': 'connection time expired',
  'connection-closed': 'received unexpected EOF',
  'interface-down': 'all adjacencies down',
  cleared: 'command-line interface command',
  reconfigured: 'configuration changed',
  stopped: 'administratively disabled',
};

/** Why a session went down, as sessions and the log tell it. */
export const reasonText = (reason: DownReason): string =>
  typeof reason === 'string'
    ? REASONS[reason]
    : 'heard' in reason
      ? 'received notification from peer'
      : 'error in initialization';
