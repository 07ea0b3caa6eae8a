// A physical interface as elements.
// Source: captures `show interfaces | display json` (vJunos-router 25.4R1: lab-validation junos_cross_term_match,
// junos_static_route_defaults; vQFX 17.4R1: juniper_resolution).

import { macColons } from '../../../base/mac.ts';
import { since, wholeSeconds } from '../../../sim/time.ts';
import type { ViewContext } from '../../os.ts';
import { flag, group, leaf, number, type Tag } from '../answer.ts';
import type { BuiltIn } from '../releases/built-in.ts';
import { releaseOf } from '../releases.ts';
import { type Physical, physicalState } from './interface-facts.ts';
import { MRU_EXTRA, momentAgo, type Port, physicalMtu, portFlags, ratesOf } from './physical.ts';

const STYLE = (style: string): NonNullable<Tag['attributes']> => [['junos:style', style]];

export const styled = (style: string, tag: Tag): Tag => ({ ...tag, attributes: STYLE(style) });

/** Items of the line of a link, in the order of their elements. */
const ITEMS: readonly (readonly [title: string, tag: string])[] = [
  ['Type', 'if-type'],
  ['Link-level type', 'link-level-type'],
  ['MTU', 'mtu'],
  ['Clocking', 'clocking'],
  ['LAN-PHY mode', 'sonet-mode'],
  ['MRU', 'mru'],
  ['Source filtering', 'source-filtering'],
  ['Speed', 'speed'],
  ['Ethernet-Switching Error', 'eth-switch-error'],
  ['BPDU Error', 'bpdu-error'],
  ['Loop Detect PDU Error', 'ld-pdu-error'],
  ['MAC-REWRITE Error', 'l2pt-error'],
  ['Loopback', 'loopback'],
  ['Flow control', 'if-flow-control'],
  ['Auto-negotiation', 'if-auto-negotiation'],
  ['Remote fault', 'if-remote-fault'],
];

/** What is on or off, or no error, is in small letters. */
const SMALL = /^(?:Disabled|Enabled|None|Online|Offline)$/;

function itemTags(items: readonly string[]): readonly Tag[] {
  const values = new Map(items.map((item) => [item.split(': ')[0] ?? item, item.split(': ')[1] ?? 'LAN-PHY'] as const));
  return ITEMS.flatMap(([title, tag]) => {
    const value = values.get(title);
    if (value === undefined) return [];
    return [leaf(tag, SMALL.test(value) ? value.toLowerCase() : value)];
  });
}

const DEVICE: Readonly<Record<string, string>> = {
  Present: 'ifdf-present',
  Running: 'ifdf-running',
  Down: 'ifdf-down',
  Loopback: 'ifdf-loopback',
};
const CONFIG: Readonly<Record<string, string>> = {
  Up: 'iff-up',
  Down: 'iff-down',
  'Device-Down': 'iff-device-down',
  'Hardware-Down': 'iff-hardware-down',
  'Point-To-Point': 'iff-point-to-point',
  'SNMP-Traps': 'iff-snmp-traps',
};

/** Flags by their words; what is a number is internal. */
export const flagTags = (words: readonly string[], names: Readonly<Record<string, string>> = CONFIG): readonly Tag[] =>
  words.flatMap((word) => {
    const name = names[word];
    if (name !== undefined) return [flag(name)];
    return word.startsWith('0x') ? [leaf('internal-flags', word)] : [];
  });

export function physicalTags(of: Physical, context: ViewContext, units: readonly Tag[]): Tag {
  const { admin, link } = physicalState(of);
  const { port, builtIn } = of;
  return group(
    'physical-interface',
    leaf('name', of.name),
    leaf('admin-status', admin ? 'up' : 'down', ['junos:format', admin ? 'Enabled' : 'Administratively down']),
    leaf('oper-status', link ? 'up' : 'down'),
    number('local-index', of.index),
    number('snmp-index', of.snmp),
    ...(port ? portTags(of, port, context) : builtIn ? builtInTags(builtIn, context) : []),
    ...units,
  );
}

/** Flags that 25.4 tells of every device, and only of those that are none before. */
function specificTags(context: ViewContext, internal: string, always: boolean): readonly Tag[] {
  const { specificFlags } = releaseOf(context.box.chassis.model).interfaces;
  if (specificFlags) return [group('ifd-specific-config-flags', leaf('internal-flags', internal))];
  return always ? [group('ifd-specific-config-flags')] : [];
}

const mediaTag = (media: string): Tag =>
  group('if-media-flags', media === 'None' ? flag('ifmf-none') : leaf('internal-flags', `0x${media}`));

function macTags(mac: string, format: boolean): readonly Tag[] {
  const one = (name: string): Tag => (format ? leaf(name, mac, ['junos:format', `MAC ${mac}`]) : leaf(name, mac));
  return [one('current-physical-address'), one('hardware-physical-address')];
}

const packets = (input: number, output: number): Tag =>
  styled('brief', group('traffic-statistics', number('input-packets', input), number('output-packets', output)));

function flapped({ row }: Port, { box, now }: ViewContext): Tag {
  const span = since(row.changed, now);
  const text = momentAgo(box.clock(row.changed), span);
  return leaf('interface-flapped', text, ['junos:seconds', String(wholeSeconds(span))]);
}

function portTags(of: Physical, port: Port, context: ViewContext): readonly Tag[] {
  const { config, counters } = port.row;
  const { specificFlags, fec } = releaseOf(context.box.chassis.model).interfaces;
  const forwarding = port.kind.place === 'forwarding';
  const mtu = physicalMtu(of);
  const items = port.kind.link.map((item) =>
    item.replace('%mtu', String(mtu)).replace('%mru', String(mtu + MRU_EXTRA)),
  );
  const link = itemTags(items);
  const bounce = link.findIndex(({ name }) => name === 'bpdu-error');
  const { device, config: flags } = portFlags(of);
  const rates = ratesOf(port.row);
  return [
    ...(config.description === undefined ? [] : [leaf('description', config.description)]),
    ...(forwarding && specificFlags
      ? [...link.slice(0, bounce), leaf('remote-bounce', 'none'), ...link.slice(bounce)]
      : link),
    ...(forwarding ? [leaf('pad-to-minimum-frame-size', 'Disabled')] : []),
    group('if-device-flags', ...flagTags(device, DEVICE)),
    ...specificTags(context, '0x100200', !forwarding),
    group('if-config-flags', ...flagTags(forwarding ? [...flags, '0x4000'] : flags)),
    ...(forwarding ? [] : [leaf('link-type', 'Full-Duplex')]),
    ...(forwarding && config.tagged ? [] : [mediaTag(forwarding ? 'None' : '4')]),
    ...(forwarding
      ? [
          group(
            'physical-interface-cos-information',
            number('physical-interface-cos-hw-max-queues', 8),
            number('physical-interface-cos-use-max-queues', 8),
          ),
        ]
      : []),
    ...macTags(macColons(config.mac), !forwarding),
    flapped(port, context),
    ...(forwarding
      ? [
          styled(
            'brief',
            group(
              'traffic-statistics',
              number('input-bps', rates.inBits),
              number('input-pps', rates.inPackets),
              number('output-bps', rates.outBits),
              number('output-pps', rates.outPackets),
            ),
          ),
          ...alarmTags(of),
          ...codingTags(fec),
          leaf('interface-transmit-statistics', 'Disabled'),
        ]
      : [packets(counters.inPackets, counters.outPackets)]),
  ];
}

function alarmTags(of: Physical): readonly Tag[] {
  const alarm = flag(physicalState(of).link ? 'alarm-not-present' : 'ethernet-alarm-link-down');
  return ['active-alarms', 'active-defects'].map((name) => group(name, group('interface-alarms', alarm)));
}

/** A simulated cable has no errors. */
function codingTags(fec: boolean): readonly Tag[] {
  const zeros = (names: readonly string[]): readonly Tag[] => names.map((name) => number(name, 0));
  const pcs = group('ethernet-pcs-statistics', ...zeros(['bit-error-seconds', 'errored-blocks-seconds']));
  if (!fec) return [styled('verbose', pcs)];
  const corrected = ['fec_ccw_count', 'fec_nccw_count', 'fec_ccw_error_rate', 'fec_nccw_error_rate'];
  return [
    styled('verbose', pcs),
    styled('verbose', group('ethernet-fec-mode', group('enabled_fec_mode'))),
    styled('verbose', group('ethernet-fec-statistics', ...zeros(corrected))),
  ];
}

function builtInTags(of: BuiltIn, context: ViewContext): readonly Tag[] {
  const device = ['Present', 'Running', ...(of.name === 'lo0' ? ['Loopback'] : [])];
  return [
    ...itemTags(of.type.split(', ')),
    group('if-device-flags', ...flagTags(device, DEVICE)),
    ...specificTags(context, '0x200', true),
    group('if-config-flags', ...flagTags(of.flags.split(' '))),
    ...(of.duplex ? [leaf('link-type', 'Full-Duplex')] : []),
    ...(of.media === undefined ? [] : [mediaTag(of.media)]),
    ...(of.mac ? macTags(macColons(context.box.chassis.macBase), true) : []),
    ...(of.flapped ? [leaf('interface-flapped', 'Never', ['junos:seconds', '0'])] : []),
    ...(of.counted ? [packets(0, 0)] : of.flapped ? [styled('brief', group('traffic-statistics'))] : []),
  ];
}
