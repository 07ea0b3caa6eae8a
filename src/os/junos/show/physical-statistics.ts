// Counters of a socket in the long forms of `show interfaces`.
// Source: captures `show interfaces detail` and `extensive` of a vMX (JNCIA notes of 2020; genieparser golden output 2).

import type { PortRow } from '../../../device/queries.ts';
import type { Counters } from '../../../net/interface.ts';
import { since } from '../../../sim/time.ts';
import type { ViewContext } from '../../os.ts';
import type { PortKind } from '../releases/release.ts';
import { agoText, momentText } from './spans.ts';
import { wrapped } from './wrapped.ts';

const wide = (value: number): string => String(Math.floor(value)).padStart(20);

/** Ethernet's header, which the traffic statistics of a port do not count. */
const HEADER = 14;
const CHECK_SEQUENCE = 4;

export function clearedLine({ clearedAt }: Counters, { box, now }: ViewContext): string {
  const when =
    clearedAt === undefined
      ? 'Never'
      : `${momentText(box.clock(clearedAt))} UTC (${agoText(since(clearedAt, now))} ago)`;
  return `  Statistics last cleared: ${when}`;
}

/** Four lines of counters, with their rates where there are any. */
export function counterLines(
  indent: string,
  [inBytes, outBytes, inPackets, outPackets]: readonly [number, number, number, number],
  rates?: readonly [number, number, number, number],
): readonly string[] {
  const rate = (i: number, unit: string): string => (rates ? ` ${wide(rates[i] ?? 0)} ${unit}` : '');
  return [
    `${indent}Input  bytes  : ${wide(inBytes)}${rate(0, 'bps')}`,
    `${indent}Output bytes  : ${wide(outBytes)}${rate(1, 'bps')}`,
    `${indent}Input  packets: ${wide(inPackets)}${rate(2, 'pps')}`,
    `${indent}Output packets: ${wide(outPackets)}${rate(3, 'pps')}`,
  ];
}

const NONE = [0, 0, 0, 0] as const;

/** What went through the port, headers of frames left out. */
export function trafficLines({ counters, load }: PortRow): readonly string[] {
  const { inBytes, outBytes, inPackets, outPackets } = counters;
  const total = [inBytes - HEADER * inPackets, outBytes - HEADER * outPackets, inPackets, outPackets] as const;
  const rates = [load.inBits, load.outBits, load.inPackets, load.outPackets] as const;
  return [
    '  Traffic statistics:',
    ...counterLines('   ', total, rates),
    '   IPv6 transit statistics:',
    ...counterLines('   ', NONE),
  ];
}

const INPUT_ERRORS = [
  'Framing errors',
  'Runts',
  'Policed discards',
  'L3 incompletes',
  'L2 channel errors',
  'L2 mismatch timeouts',
  'FIFO errors',
  'Resource errors',
];
const OUTPUT_ERRORS = [
  'Errors',
  'Drops',
  'Collisions',
  'Aged packets',
  'FIFO errors',
  'HS link CRC errors',
  'MTU errors',
  'Resource errors',
];

const zeros = (names: readonly string[]): readonly string[] => names.map((name) => `${name}: 0`);

/** Errors in both directions. Whatever this box threw away on arrival counts as dropped. */
export function carrierLines(row: PortRow, columns: number | undefined): readonly string[] {
  const drops = [...row.counters.drops.values()].reduce((sum, count) => sum + count, 0);
  return [
    '  Dropped traffic statistics due to STP State:',
    ...counterLines('   ', NONE),
    '  Input errors:',
    ...wrapped('    ', ['Errors: 0', `Drops: ${drops}`, ...zeros(INPUT_ERRORS)], columns),
    '  Output errors:',
    ...wrapped('    ', [`Carrier transitions: ${row.losses}`, ...zeros(OUTPUT_ERRORS)], columns),
  ];
}

const macLine = (label: string, received: number, sent?: number): string =>
  `    ${label.padEnd(22)}${wide(received)}${sent === undefined ? '' : String(sent).padStart(17)}`;

/** Share and bandwidth of the two queues that are in use without a class-of-service configuration. */
function queueLines(speed: number): readonly string[] {
  const row = (queue: string, share: number): string => {
    const bits = String((speed * share) / 100).padStart(15);
    return `    ${queue.padEnd(21)}${String(share).padStart(6)}${bits}${String(share).padStart(6)}              0      low    none`;
  };
  return [
    '  CoS information:',
    '    Direction : Output',
    '    CoS transmit queue               Bandwidth               Buffer Priority   Limit',
    '                              %            bps     %           usec',
    row('0 best-effort', 95),
    row('3 network-control', 5),
  ];
}

/** What the media access controller counted, and what `extensive` says besides. */
export function extensiveLines({ row, kind }: { readonly row: PortRow; readonly kind: PortKind }): readonly string[] {
  const { inBytes, outBytes, inPackets, outPackets, inBroadcasts } = row.counters;
  return [
    '  MAC statistics:                      Receive         Transmit',
    macLine('Total octets', inBytes + CHECK_SEQUENCE * inPackets, outBytes + CHECK_SEQUENCE * outPackets),
    macLine('Total packets', inPackets, outPackets),
    macLine('Unicast packets', inPackets - inBroadcasts, outPackets),
    macLine('Broadcast packets', inBroadcasts, 0),
    macLine('Multicast packets', 0, 0),
    macLine('CRC/Align errors', 0, 0),
    macLine('FIFO errors', 0, 0),
    macLine('MAC control frames', 0, 0),
    macLine('MAC pause frames', 0, 0),
    macLine('Oversized frames', 0),
    macLine('Jabber frames', 0),
    macLine('Fragment frames', 0),
    macLine('VLAN tagged frames', row.config.tagged ? inPackets : 0),
    macLine('Code violations', 0),
    macLine('Total errors', 0, 0),
    '  Filter statistics:',
    macLine('Input packet count', inPackets),
    macLine('Input packet rejects', 0),
    macLine('Input DA rejects', 0),
    macLine('Input SA rejects', 0),
    `    ${'Output packet count'.padEnd(39)}${wide(outPackets)}`,
    `    ${'Output packet pad count'.padEnd(39)}${wide(0)}`,
    `    ${'Output packet error count'.padEnd(39)}${wide(0)}`,
    '    CAM destination filters: 0, CAM source filters: 0',
    '  Autonegotiation information:',
    '    Negotiation status: Incomplete',
    '  Packet Forwarding Engine configuration:',
    '    Destination slot: 0 (0x00)',
    ...queueLines(kind.speed),
  ];
}
