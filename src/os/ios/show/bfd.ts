// show bfd neighbors [client …] [interface NAME] [ipv4 [ADDRESS]] [details].
// Source: captures `show bfd neighbors ipv4 10.229.1.1 details` (IOS XE, genieparser ShowBfdNeighborsDetails), whose head is
// that of the short form as well.

import { ipText } from '../../../base/ip.ts';
import { type BfdSessionRow, DIAGNOSTICS } from '../../../protocols/bfd/show.ts';
import type { VrfName } from '../../../route/names.ts';
import { type Micros, since } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { PERSONALITY } from '../personality.ts';
import { ageText } from './age.ts';
import { said } from './said.ts';
import { shortName } from './short-name.ts';

const STATES: Readonly<Record<BfdSessionRow['state'], string>> = {
  'admin-down': 'AdminDown',
  down: 'Down',
  init: 'Init',
  up: 'Up',
};

const HEADER = ['IPv4 Sessions', 'NeighAddr                              LD/RD         RH/RS     State     Int'];

function headLine(row: BfdSessionRow): string {
  const discriminators = `${row.localDiscriminator}/${row.remoteDiscriminator}`;
  const states = `${STATES[row.remoteState].padEnd(10)}${STATES[row.state].padEnd(10)}`;
  return `${ipText(row.peer).padEnd(39)}${discriminators.padEnd(16)}${states}${row.on === undefined ? '' : shortName(row.on)}`;
}

const millis = (span: Micros | undefined): number => Math.round((span ?? 0) / 1000);

/** Clients by the names that IOS has for them. */
const PROTOCOLS: Readonly<Record<string, string>> = { static: 'IPv4 Static', isis: 'ISIS', ospf: 'OSPF', bgp: 'BGP' };

const clientsText = ({ clients }: BfdSessionRow): string =>
  [...clients.map(({ id }) => PROTOCOLS[id.split('/')[0] ?? ''] ?? id), 'CEF'].join(' ');

const bit = (on: boolean | undefined): number => (on ? 1 : 0);

function intervalLine(name: string, { count, least, most, average, last }: BfdSessionRow['sent'], now: Micros): string {
  const spans = `${millis(least)}/${millis(most)}/${millis(average)}`;
  const ago = last === undefined ? 0 : millis(since(last, now));
  return `${name} Count: ${count}, ${name} Interval (ms) min/max/avg: ${spans} last: ${ago} ms ago`;
}

const pair = (left: string, right: string): string => `${left.padEnd(27)} - ${right}`;

function packetLines({ lastPacket: it }: BfdSessionRow): readonly string[] {
  if (!it) return [];
  const indent = ' '.repeat(13);
  return [
    `Last packet: ${pair('Version: 1', `Diagnostic: ${it.diagnostic}`)}`,
    indent + pair(`State bit: ${STATES[it.state]}`, `Demand bit: ${bit(it.demand)}`),
    indent + pair(`Poll bit: ${bit(it.poll)}`, `Final bit: ${bit(it.final)}`),
    `${indent}C bit: ${bit(it.controlPlaneIndependent)}`,
    indent + pair(`Multiplier: ${it.multiplier}`, 'Length: 24'),
    indent + pair(`My Discr.: ${it.myDiscriminator}`, `Your Discr.: ${it.yourDiscriminator}`),
    indent + pair(`Min tx interval: ${it.desiredMinTx}`, `Min rx interval: ${it.requiredMinRx}`),
    `${indent}Min Echo interval: ${it.requiredMinEchoRx}`,
  ];
}

function detailLines({ now }: ViewContext, row: BfdSessionRow): readonly string[] {
  const { wanted, received, sent } = row;
  const silent = received.last === undefined ? 0 : since(received.last, now);
  const left = Math.max(0, (row.detectionTime ?? 0) - silent) as Micros;
  const up = row.state === 'up';
  return [
    `Session state is ${STATES[row.state].toUpperCase()} and not using echo function.`,
    'Session Host: Software',
    `OurAddr: ${row.local === undefined ? '0.0.0.0' : ipText(row.local)}`,
    `Handle: ${row.localDiscriminator - PERSONALITY.bfd.firstDiscriminator + 1}`,
    `Local Diag: ${DIAGNOSTICS.indexOf(row.diagnostic)}, Demand mode: 0, Poll bit: ${bit(row.polling)}`,
    `MinTxInt: ${wanted.minTx}, MinRxInt: ${wanted.minRx}, Multiplier: ${wanted.multiplier}`,
    `Received MinRxInt: ${row.remoteMinRx}, Received Multiplier: ${row.remoteMultiplier}`,
    `Holddown (hits): ${millis(left)}(${row.failures}), Hello (hits): ${millis(row.transmitInterval)}(${sent.count})`,
    intervalLine('Rx', received, now),
    intervalLine('Tx', sent, now),
    'Elapsed time watermarks: 0 0 (last: 0)',
    `Registered protocols: ${clientsText(row)}`,
    ...(up && row.upSince !== undefined ? [`Uptime: ${ageText(since(row.upSince, now))}`] : []),
    ...packetLines(row),
  ];
}

export const showBfdNeighbors: View = (context, match) => {
  const { interface: on, neighbor } = match.args;
  const client = Object.keys(PROTOCOLS).find((name) => said(match, name));
  const { vrf } = match.args;
  if (vrf !== undefined && context.router.config?.vrfs[vrf as VrfName] === undefined)
    return [`% VRF ${vrf} does not exist`];
  const rows = context
    .ask('bfd.sessions', {})
    .filter((row) => vrf === undefined || row.vrf === vrf)
    .filter((row) => on === undefined || row.on === on)
    .filter((row) => neighbor === undefined || ipText(row.peer) === neighbor)
    .filter((row) => client === undefined || row.clients.some(({ id }) => id.split('/')[0] === client));
  if (rows.length === 0) return [];
  if (!said(match, 'details')) return ['', ...HEADER, ...rows.map(headLine)];
  return rows.flatMap((row) => ['', ...HEADER, headLine(row), ...detailLines(context, row)]);
};
