// The block of a physical interface.
// Source: captures `show interfaces` of a vMX 19.2R1 (genieparser golden output; JNCIA notes of 2020 with detail and
// extensive), of MX boxes with dark and disabled ports, `show interfaces irb` of a vQFX; facts of 25.4R1: snapshot
// junos_cross_term_match.

import type { Civil } from '../../../base/calendar.ts';
import { macColons } from '../../../base/mac.ts';
import { type Micros, since } from '../../../sim/time.ts';
import type { ViewContext } from '../../os.ts';
import type { BuiltIn } from '../releases/built-in.ts';
import { releaseOf } from '../releases.ts';
import { type Physical, physicalState } from './interface-facts.ts';
import { carrierLines, clearedLine, extensiveLines, trafficLines } from './physical-statistics.ts';
import { agoText, momentText } from './spans.ts';
import { wrapped } from './wrapped.ts';

/** How much is told. */
export type Level = 'terse' | 'brief' | 'normal' | 'statistics' | 'detail' | 'extensive';

/** Untagged Ethernet carries 14 bytes of header, a tagged one up to 8 more; received frames may be that much longer. */
const MTU = 1514;
const TAG = 4;
export const MRU_EXTRA = 8;

/** Largest frame that it sends. */
export const physicalMtu = ({ port }: Physical): number =>
  port?.row.config.mtu ?? MTU + (port?.row.config.tagged ? TAG : 0);

/** The block, without its units. */
export function physicalLines(of: Physical, level: Level, context: ViewContext): readonly string[] {
  const { admin, link } = physicalState(of);
  const enabled = admin ? 'Enabled' : 'Administratively down';
  const head = `Physical interface: ${of.name}, ${enabled}, Physical link is ${link ? 'Up' : 'Down'}`;
  if (of.port) return [head, ...portLines(of, of.port, level, context)];
  if (of.builtIn) return [head, ...builtInLines(of.builtIn, level, context)];
  return [head, indexLine(of, level)];
}

export type Port = NonNullable<Physical['port']>;

const isLong = (level: Level): boolean => level === 'detail' || level === 'extensive';

function indexLine({ index, snmp }: { readonly index: number; readonly snmp: number }, level: Level): string {
  return `  Interface index: ${index}, SNMP ifIndex: ${snmp}${isLong(level) ? `, Generation: ${index + 3}` : ''}`;
}

function portLines(of: Physical, port: Port, level: Level, context: ViewContext): readonly string[] {
  const { config } = port.row;
  const description = config.description === undefined ? [] : [`  Description: ${config.description}`];
  const link = linkLines(of, port, level, context);
  if (level === 'brief') return [...description, ...link, ...flagLines(of, port)];
  const head = [indexLine(of, level), ...description, ...link];
  if (port.kind.place === 'tunnel') return [...head, ...tunnelLines(of, port, context)];
  if (port.kind.place === 'management') return [...head, ...managementLines(of, port, context)];
  const counted = context.box.os.personality.stack;
  return [
    ...head,
    '  Pad to minimum frame size: Disabled',
    ...flagLines(of, port),
    '  CoS queues     : 8 supported, 8 maximum usable queues',
    ...(isLong(level) ? holdLines(counted.carrierUpDelay, counted.carrierDownDelay) : []),
    addressLine(macColons(config.mac)),
    flappedLine(port, context),
    ...(level === 'normal' ? [] : [clearedLine(port.row.counters, context)]),
    ...(isLong(level) ? trafficLines(port.row) : rateLines(port)),
    ...(level === 'statistics' ? ['  Input errors: 0, Output errors: 0'] : []),
    ...(level === 'extensive' ? carrierLines(port.row, context.columns) : []),
    ...alarmLines(of),
    ...codingLines(context),
    ...(level === 'extensive' ? extensiveLines(port) : []),
    '  Interface transmit statistics: Disabled',
  ];
}

/** Errors of other protocols on the link are told only where there is room for them. */
const BRIEF_LEAVES_OUT = /^(BPDU|Loop Detect|Ethernet-Switching|MAC-REWRITE) /;

function linkLines(of: Physical, { kind }: Port, level: Level, context: ViewContext): readonly string[] {
  const mtu = physicalMtu(of);
  const items = kind.link
    .filter((item) => level !== 'brief' || !BRIEF_LEAVES_OUT.test(item))
    .map((item) => item.replace('%mtu', String(mtu)).replace('%mru', String(mtu + MRU_EXTRA)));
  return wrapped('  ', items, context.columns);
}

/** Words of a port's flags: of the device, and of the interface. */
export function portFlags(of: Physical): { readonly device: readonly string[]; readonly config: readonly string[] } {
  const { admin, link } = physicalState(of);
  return {
    device: ['Present', 'Running', ...(link ? [] : ['Down'])],
    config: [...(link ? [] : ['Hardware-Down']), ...(admin ? [] : ['Down']), 'SNMP-Traps'],
  };
}

function flagLines(of: Physical, { row }: Port): readonly string[] {
  const { device, config } = portFlags(of);
  return [
    `  Device flags   : ${device.join(' ')}`,
    `  Interface flags: ${config.join(' ')} Internal: 0x4000`,
    ...(row.config.tagged ? [] : ['  Link flags     : None']),
  ];
}

const holdLines = (up: Micros, down: Micros): readonly string[] => [
  `  Hold-times     : Up ${up / 1000} ms, Down ${down / 1000} ms`,
  '  Damping        : half-life: 0 sec, max-suppress: 0 sec, reuse: 0, suppress: 0, state: unsuppressed',
];

const addressLine = (mac: string): string => `  Current address: ${mac}, Hardware address: ${mac}`;

/** `2019-08-29 09:09:19 UTC (29w6d 18:56 ago)` */
export const momentAgo = (moment: Civil, span: Micros): string => `${momentText(moment)} UTC (${agoText(span)} ago)`;

const flappedLine = ({ row }: Port, { box, now }: ViewContext): string =>
  `  Last flapped   : ${momentAgo(box.clock(row.changed), since(row.changed, now))}`;

/** Whole octets and packets a second. */
export function ratesOf({
  load,
}: Port['row']): Readonly<Record<'inBits' | 'inPackets' | 'outBits' | 'outPackets', number>> {
  return {
    inBits: Math.floor(load.inBits / 8) * 8,
    inPackets: Math.floor(load.inPackets),
    outBits: Math.floor(load.outBits / 8) * 8,
    outPackets: Math.floor(load.outPackets),
  };
}

function rateLines({ row }: Port): readonly string[] {
  const { inBits, inPackets, outBits, outPackets } = ratesOf(row);
  return [
    `  Input rate     : ${inBits} bps (${inPackets} pps)`,
    `  Output rate    : ${outBits} bps (${outPackets} pps)`,
  ];
}

function alarmLines(of: Physical): readonly string[] {
  const alarm = physicalState(of).link ? 'None' : 'LINK';
  return [`  Active alarms  : ${alarm}`, `  Active defects : ${alarm}`];
}

/** Errors of the line coding; a simulated cable has none. */
function codingLines(context: ViewContext): readonly string[] {
  const lines = [
    '  PCS statistics                      Seconds',
    '    Bit errors                             0',
    '    Errored blocks                         0',
  ];
  const { fec } = releaseOf(context.box.chassis.model).interfaces;
  if (!fec) return lines;
  return [
    ...lines,
    '  Ethernet FEC statistics              Errors',
    '    FEC Corrected Errors                    0',
    '    FEC Uncorrected Errors                  0',
    '    FEC Corrected Errors Rate               0',
    '    FEC Uncorrected Errors Rate             0',
  ];
}

function managementLines(of: Physical, port: Port, context: ViewContext): readonly string[] {
  const { counters, config } = port.row;
  const [device = '', flags = ''] = flagLines(of, port);
  return [
    device,
    flags.replace(' Internal: 0x4000', ''),
    '  Link type      : Full-Duplex',
    '  Link flags     : 4',
    addressLine(macColons(config.mac)),
    flappedLine(port, context),
    `    Input packets : ${counters.inPackets}`,
    `    Output packets: ${counters.outPackets}`,
  ];
}

/** CLI reference, "show interfaces (Logical Tunnel)". */
const tunnelLines = (of: Physical, port: Port, context: ViewContext): readonly string[] => [
  ...flagLines(of, port)
    .slice(0, 1)
    .map((line) => line.replace(' Down', '')),
  '  Interface flags: Point-To-Point SNMP-Traps',
  '  Link flags     : None',
  '  Physical info  : 13',
  addressLine(macColons(port.row.config.mac)),
  flappedLine(port, context),
  ...rateLines(port),
];

function builtInLines(of: BuiltIn, level: Level, context: ViewContext): readonly string[] {
  const { type, flags, duplex, media, name } = of;
  const description = [
    ...(type === '' ? [] : wrapped('  ', type.split(', '), context.columns)),
    `  Device flags   : Present Running${name === 'lo0' ? ' Loopback' : ''}`,
    ...(flags === '' ? [] : [`  Interface flags: ${flags}`]),
    ...(duplex ? ['  Link type      : Full-Duplex'] : []),
    ...(media === undefined ? [] : [`  Link flags     : ${media}`]),
  ];
  if (level === 'brief') return description;
  return [
    indexLine(of, level),
    ...description,
    ...(of.mac ? [addressLine(macColons(context.box.chassis.macBase))] : []),
    ...(of.flapped ? ['  Last flapped   : Never'] : []),
    ...(of.counted ? ['    Input packets : 0', '    Output packets: 0'] : []),
  ];
}
