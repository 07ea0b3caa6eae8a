// show bfd session [address ADDRESS] [discriminator N] [prefix P] [brief | detail | extensive | summary].
// Source: captures `show bfd session`, `… detail`, `… address … extensive` (genieparser golden outputs ShowBFDSession,
// ShowBFDSessionDetail, ShowBFDSessionAddressExtensive); a transcript of static routes with BFD (MX: `Client Static`, the
// heading above every session of the long forms).

import { ipText } from '../../../base/ip.ts';
import { contains, parsePrefix } from '../../../base/prefix.ts';
import type { Match } from '../../../language/spec.ts';
import { type BfdSessionRow, DIAGNOSTICS } from '../../../protocols/bfd/show.ts';
import { type Micros, since } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { releaseOf } from '../releases.ts';
import { saidOf } from './said.ts';
import { ageText } from './spans.ts';

const HEADING = [
  '                                                  Detect   Transmit',
  'Address                  State     Interface      Time     Interval  Multiplier',
];

export const BFD_STATES: Readonly<Record<BfdSessionRow['state'], string>> = {
  'admin-down': 'AdminDown',
  down: 'Down',
  init: 'Init',
  up: 'Up',
};

/** RFC 5880 §4.1, in the words of bfdd. */
const WORDS = [
  'None',
  'CtlExpire',
  'EchoExpire',
  'NbrSignal',
  'FwdPlaneReset',
  'PathDown',
  'ConcatPathDown',
  'AdminDown',
  'RevConcatPathDown',
];

export const diagnosticText = (of: BfdSessionRow['diagnostic'] | undefined): string =>
  WORDS[of === undefined ? 0 : DIAGNOSTICS.indexOf(of)] ?? 'None';

/** `1.000`: seconds. */
export const spanText = (span: number): string => (span / 1_000_000).toFixed(3);

/** Those that were asked for. */
export function sessionsOf({ ask }: ViewContext, { args }: Match): readonly BfdSessionRow[] {
  const { address, discriminator, prefix } = args;
  const within = prefix === undefined ? undefined : parsePrefix(prefix);
  return ask('bfd.sessions', {}).filter(
    (row) =>
      (address === undefined || ipText(row.peer) === address) &&
      (discriminator === undefined || row.localDiscriminator === Number(discriminator)) &&
      (!within || contains(within, row.peer)),
  );
}

export const showBfdSession: View = (context, match) => {
  const level = saidOf(match, 'detail', 'extensive', 'summary');
  const rows = sessionsOf(context, match);
  const long = level === 'detail' || level === 'extensive';
  const body =
    rows.length === 0 || level === 'summary'
      ? []
      : long
        ? rows.flatMap((row, i) => [
            ...(i > 0 ? [''] : []),
            ...HEADING,
            sessionLine(row),
            ...detailLines(context, row),
            ...(level === 'extensive' ? extensiveLines(row) : []),
          ])
        : [...HEADING, ...rows.map(sessionLine)];
  return [...body, '', ...sumLines(rows)];
};

const sessionLine = (row: BfdSessionRow): string =>
  [
    ipText(row.peer).padEnd(25),
    BFD_STATES[row.state].padEnd(10),
    (row.on ?? '').padEnd(15),
    spanText(row.detectionTime ?? 0).padEnd(10),
    spanText(row.transmitInterval ?? 0).padEnd(10),
    String(row.wanted.multiplier).padStart(4),
    '   ',
  ].join('');

/** Clients by the names that bfdd has for them. */
const CLIENTS: Readonly<Record<string, string>> = {
  static: 'Static',
  isis: 'ISIS',
  ospf: 'OSPF',
  bgp: 'BGP',
  ldp: 'LDP',
};

export const clientName = (id: string): string => CLIENTS[id.split('/')[0] ?? ''] ?? id;

function detailLines({ now, box }: ViewContext, row: BfdSessionRow): readonly string[] {
  const { early } = releaseOf(box.chassis.model).route;
  return [
    ...row.clients.map(({ id, timers }) => {
      return ` Client ${clientName(id)}, TX interval ${spanText(timers.minTx)}, RX interval ${spanText(timers.minRx)}`;
    }),
    ...timeLines(row, now),
    ` Local diagnostic ${diagnosticText(row.diagnostic)}, remote diagnostic ${diagnosticText(row.remoteDiagnostic)}`,
    ` Remote state ${BFD_STATES[row.remoteState]}, version 1`,
    ...(early ? [] : [` Session type: ${row.on === undefined ? 'Multi hop' : 'Single hop'} BFD`]),
  ];
}

function timeLines({ state, upSince, downSince, lastUptime }: BfdSessionRow, now: Micros): readonly string[] {
  if (state === 'up' && upSince !== undefined) {
    const before = downSince === undefined ? '' : `, previous down time ${ageText(since(downSince, upSince))}`;
    return [` Session up time ${ageText(since(upSince, now))}${before}`];
  }
  if (downSince === undefined) return [];
  const before = lastUptime === undefined ? '' : `, previous up time ${ageText(lastUptime)}`;
  return [` Session down time ${ageText(since(downSince, now))}${before}`];
}

/** Numbers of sessions as the forwarding side counts them, from some 0x140 up. */
const FIRST_ID = 0x140;

function extensiveLines(row: BfdSessionRow): readonly string[] {
  const { minTx, minRx, wanted, slowInterval, lastPacket } = row;
  const independent = lastPacket?.controlPlaneIndependent
    ? 'control-plane independent'
    : 'not control-plane independent';
  return [
    ` Min async interval ${spanText(wanted.minTx)}, min slow interval ${spanText(slowInterval)}`,
    ` Adaptive async TX interval ${spanText(wanted.minTx)}, RX interval ${spanText(wanted.minRx)}`,
    ` Local min TX interval ${spanText(minTx)}, minimum RX interval ${spanText(minRx)}, multiplier ${wanted.multiplier}`,
    ` Remote min TX interval ${spanText(row.remoteMinTx)}, min RX interval ${spanText(row.remoteMinRx)}, multiplier ${row.remoteMultiplier}`,
    ` Local discriminator ${row.localDiscriminator}, remote discriminator ${row.remoteDiscriminator}`,
    ' Echo mode disabled/inactive',
    ` Remote is ${independent}`,
    `  Session ID: 0x${(FIRST_ID + row.localDiscriminator).toString(16)}`,
  ];
}

/** How many, and packets a second both ways. */
export function sumsOf(
  rows: readonly BfdSessionRow[],
): Readonly<Record<'sent' | 'received', string>> & { readonly clients: number } {
  const rate = (spans: readonly number[]): string =>
    spans.reduce((sum, span) => sum + (span > 0 ? 1_000_000 / span : 0), 0).toFixed(1);
  const sent = rate(rows.map(({ transmitInterval }) => transmitInterval ?? 0));
  const received = rate(rows.map(({ minRx, remoteMinTx }) => (remoteMinTx === 0 ? 0 : Math.max(minRx, remoteMinTx))));
  const clients = rows.reduce((sum, row) => sum + row.clients.length, 0);
  return { sent, received, clients };
}

function sumLines(rows: readonly BfdSessionRow[]): readonly string[] {
  const { sent, received, clients } = sumsOf(rows);
  return [
    `${rows.length} sessions, ${clients} clients`,
    `Cumulative transmit rate ${sent} pps, cumulative receive rate ${received} pps`,
  ];
}
