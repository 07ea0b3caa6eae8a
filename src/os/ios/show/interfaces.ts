// show interfaces [NAME].
// Source: captures `show interfaces`, snapshots ios_basic_vrrp (IOSv), iosxe_vrf_route_leaking_export_map (CSR1000V) and
// ospf_lab_validation (7206VXR); sub-interfaces: Cisco IOS Interface and Hardware Component, "show interfaces".

import { ip4Text, isIp4 } from '../../../base/ip.ts';
import { macDots } from '../../../base/mac.ts';
import { present } from '../../../base/must.ts';
import type { InterfaceRow, PortRow } from '../../../device/queries.ts';
import type { Counters } from '../../../net/interface.ts';
import { type Load, NO_LOAD } from '../../../net/load.ts';
import { type Micros, since, wholeSeconds } from '../../../sim/time.ts';
import type { Model, View } from '../../os.ts';
import type { PortKind } from '../releases/release.ts';
import { releaseOf } from '../releases.ts';
import { ageText } from './age.ts';
import { interfacesOf, isSubinterface, lineState, protocolState } from './interface-state.ts';

export const showInterfaces: View = (context, match) =>
  interfacesOf(context, match.args['interface']).flatMap((row) =>
    interfaceLines(row, context.box.chassis.model, context.now),
  );

/** The block of one interface. */
export function interfaceLines(row: InterfaceRow, model: Model, now: Micros): readonly string[] {
  const { interface: it, port } = row;
  const head = `${it.name} is ${lineState(row)}, line protocol is ${protocolState(row)} `;
  if (port === undefined) return [head, ...loopbackLines(row, now)];
  const kind = kindOf(it.name, model);
  return [
    head,
    `  Hardware is ${kind.hardware}, address is ${macDots(port.config.mac)} (bia ${macDots(port.config.mac)})`,
    ...addressLines(row),
    ...sizeLines(row),
    ...(isSubinterface(it.name) ? subinterfaceLines(row, now) : ethernetLines(row, port, kind, now)),
  ];
}

function kindOf(name: string, model: Model): PortKind {
  const prefix = name.replace(/\d.*$/, '');
  return present(
    releaseOf(model).portKinds.find((kind) => kind.prefix === prefix),
    `ports like ${name} in a ${model.name}`,
  );
}

function addressLines({ interface: it }: InterfaceRow): readonly string[] {
  const primary = it.addresses.find((address) => !address.secondary && isIp4(address.address));
  const lines: string[] = [];
  if (it.description !== undefined) lines.push(`  Description: ${it.description}`);
  if (primary && isIp4(primary.address))
    lines.push(`  Internet address is ${ip4Text(primary.address)}/${primary.length}`);
  return lines;
}

function sizeLines({ interface: it, port }: InterfaceRow): readonly string[] {
  const share = (bits: number): number => Math.max(1, Math.round((255 * bits) / (it.bandwidthKbps * 1000)));
  const { inBits, outBits } = port?.load ?? NO_LOAD;
  return [
    `  MTU ${it.mtu} bytes, BW ${it.bandwidthKbps} Kbit/sec, DLY ${it.delayMicros} usec, `,
    `     reliability 255/255, txload ${share(outBits)}/255, rxload ${share(inBits)}/255`,
  ];
}

function arpLine({ interface: it }: InterfaceRow): string {
  const seconds = wholeSeconds(it.arpTimeout);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `  ARP type: ARPA, ARP Timeout ${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

function ethernetLines(row: InterfaceRow, port: PortRow, kind: PortKind, now: Micros): readonly string[] {
  return [
    '  Encapsulation ARPA, loopback not set',
    '  Keepalive set (10 sec)',
    ...kind.media.map((line) => `  ${line}`),
    arpLine(row),
    ...activityLines(port.counters, port.lastInput, port.lastOutput, now),
    ...queueLines(kind.inputQueue, 40, port.load),
    ...inputLines(port.counters),
    '     0 input errors, 0 CRC, 0 frame, 0 overrun, 0 ignored',
    kind.pauses
      ? '     0 watchdog, 0 multicast, 0 pause input'
      : '     0 input packets with dribble condition detected',
    ...outputLines(port.counters, kind.resets + port.losses),
    '     0 babbles, 0 late collision, 0 deferred',
    `     ${port.losses} lost carrier, 0 no carrier${kind.pauses ? ', 0 pause output' : ''}`,
    '     0 output buffer failures, 0 output buffers swapped out',
  ];
}

function subinterfaceLines(row: InterfaceRow, now: Micros): readonly string[] {
  return [
    `  Encapsulation 802.1Q Virtual LAN, Vlan ID  ${row.interface.vlan ?? 1}.`,
    arpLine(row),
    '  Keepalive set (10 sec)',
    clearedLine(row.counters, now),
  ];
}

function loopbackLines(row: InterfaceRow, now: Micros): readonly string[] {
  return [
    '  Hardware is Loopback',
    ...addressLines(row),
    ...sizeLines(row),
    '  Encapsulation LOOPBACK, loopback not set',
    '  Keepalive set (10 sec)',
    ...activityLines(row.counters, undefined, undefined, now),
    ...queueLines(75, 0, NO_LOAD),
    ...inputLines(row.counters),
    '     0 input errors, 0 CRC, 0 frame, 0 overrun, 0 ignored, 0 abort',
    ...outputLines(row.counters, 0),
    '     0 output buffer failures, 0 output buffers swapped out',
  ];
}

const lastText = (at: Micros | undefined, now: Micros): string =>
  at === undefined ? 'never' : ageText(since(at, now));

const clearedLine = (counters: Counters, now: Micros): string =>
  `  Last clearing of "show interface" counters ${lastText(counters.clearedAt, now)}`;

function activityLines(
  counters: Counters,
  input: Micros | undefined,
  output: Micros | undefined,
  now: Micros,
): readonly string[] {
  return [
    `  Last input ${lastText(input, now)}, output ${lastText(output, now)}, output hang never`,
    clearedLine(counters, now),
  ];
}

/** Bits a second are told in thousands. */
const rateText = (bits: number, packets: number): string =>
  `${Math.round(bits / 1000) * 1000} bits/sec, ${Math.round(packets)} packets/sec`;

function queueLines(inputQueue: number, outputQueue: number, load: Load): readonly string[] {
  return [
    `  Input queue: 0/${inputQueue}/0/0 (size/max/drops/flushes); Total output drops: 0`,
    '  Queueing strategy: fifo',
    `  Output queue: 0/${outputQueue} (size/max)`,
    `  5 minute input rate ${rateText(load.inBits, load.inPackets)}`,
    `  5 minute output rate ${rateText(load.outBits, load.outPackets)}`,
  ];
}

function inputLines(counters: Counters): readonly string[] {
  return [
    `     ${counters.inPackets} packets input, ${counters.inBytes} bytes, 0 no buffer`,
    `     Received ${counters.inBroadcasts} broadcasts (0 IP multicasts)`,
    '     0 runts, 0 giants, 0 throttles ',
  ];
}

function outputLines(counters: Counters, resets: number): readonly string[] {
  return [
    `     ${counters.outPackets} packets output, ${counters.outBytes} bytes, 0 underruns`,
    `     0 output errors, 0 collisions, ${resets} interface resets`,
    '     0 unknown protocol drops',
  ];
}
