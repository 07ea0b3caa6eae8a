// A unit as elements.
// Source: captures as in physical-tags.ts; `<address-family-name>mpls` with its flags: a reply of an M series with LSPs
// (Net::Netconf test data).

import { ipText, isIp4 } from '../../../base/ip.ts';
import { broadcastOf, prefix as prefixOf, widthOf } from '../../../base/prefix.ts';
import type { InterfaceRow } from '../../../device/queries.ts';
import type { InterfaceAddress, InterfaceFamily } from '../../../net/interface.ts';
import type { ViewContext } from '../../os.ts';
import { flag, group, leaf, number, type Tag } from '../answer.ts';
import type { BuiltInFamily } from '../releases/built-in.ts';
import { familiesOf, type Logical, type Physical } from './interface-facts.ts';
import {
  familyAddresses,
  familyFlags,
  familyMtu,
  hopCache,
  type Neighbours,
  shortPrefix,
  shownFamilies,
  unitFlags,
} from './logical.ts';
import { flagTags, styled } from './physical-tags.ts';

export function logicalTags(of: Physical, unit: Logical, context: ViewContext, around: Neighbours): Tag {
  const { name, index, snmp, row, builtIn } = unit;
  const { words, tag, encapsulation } = unitFlags(of, unit);
  const description = row?.interface.description;
  const { inPackets = 0, outPackets = 0 } = row?.counters ?? {};
  return group(
    'logical-interface',
    leaf('name', name),
    number('local-index', index),
    number('snmp-index', snmp),
    ...(description === undefined ? [] : [leaf('description', description)]),
    group('if-config-flags', ...flagTags(words)),
    ...(tag === undefined ? [] : [leaf('link-address', tag.replace('VLAN-Tag ', ''), ['junos:format', tag])]),
    leaf('encapsulation', encapsulation),
    group('policer-overhead'),
    ...(builtIn?.bandwidth === undefined ? [] : [leaf('logical-interface-bandwidth', builtIn.bandwidth)]),
    styled(
      'brief',
      group('traffic-statistics', number('input-packets', inPackets), number('output-packets', outPackets)),
    ),
    group('filter-information'),
    ...(row ? familiesOf(row).map((family) => familyTag(of, unit, row, family, context, around)) : []),
    ...(builtIn?.families ?? []).map(builtInFamily),
    ...(!builtIn && shownFamilies(of, unit).includes('multiservice')
      ? [group('address-family', ...headTags('multiservice', 'Unlimited', of, unit, context, around))]
      : []),
  );
}

/** In the order of their elements. */
const FAMILY_FLAGS: readonly (readonly [word: string, tag: string])[] = [
  ['Is-Primary', 'ifff-is-primary'],
  ['Sendbcast-pkt-to-re', 'ifff-sendbcast-pkt-to-re'],
  ['None', 'ifff-none'],
];
const ADDRESS_FLAGS: Readonly<Record<string, string>> = {
  'Is-Default': 'ifaf-current-default',
  'Is-Preferred': 'ifaf-current-preferred',
  'Is-Primary': 'ifaf-current-primary',
  None: 'ifaf-none',
};

function flagsTag(words: readonly string[]): Tag {
  const known = FAMILY_FLAGS.flatMap(([word, name]) => (words.includes(word) ? [flag(name)] : []));
  return group('address-family-flags', ...known, ...flagTags(words, {}));
}

function headTags(
  family: string,
  mtu: string,
  of: Physical,
  unit: Logical,
  context: ViewContext,
  around: Neighbours,
  cache: readonly Tag[] = [],
): readonly Tag[] {
  const flags = familyFlags(of, unit, family, context, around);
  return [
    leaf('address-family-name', family),
    leaf('mtu', mtu),
    ...cache,
    ...(flags === undefined ? [] : [flagsTag(flags)]),
  ];
}

const cacheTags = (most: number, known: number, asked: number): readonly Tag[] => [
  number('max-local-cache', most),
  number('new-hold-limit', most),
  number('intf-curr-cnt', known),
  number('intf-unresolved-cnt', asked),
  number('intf-dropcnt', 0),
];

function familyTag(
  of: Physical,
  unit: Logical,
  row: InterfaceRow,
  family: InterfaceFamily,
  context: ViewContext,
  around: Neighbours,
): Tag {
  const internet = family === 'inet' || family === 'inet6';
  const { most, known, asked } = hopCache(row, family, context);
  const cache = internet ? cacheTags(most, known, asked) : [];
  return group(
    'address-family',
    ...headTags(family, familyMtu(of, row, family), of, unit, context, around, cache),
    ...(internet ? familyAddresses(of, row.interface, family).map(({ at, flags }) => addressTag(at, flags)) : []),
  );
}

function addressTag({ address, length }: InterfaceAddress, flags: readonly string[]): Tag {
  const host = length === widthOf(address);
  const broadcast = !host && isIp4(address) ? broadcastOf(prefixOf(address, length)) : undefined;
  return group(
    'interface-address',
    group('ifa-flags', ...flagTags(flags, ADDRESS_FLAGS)),
    ...(host ? [] : [leaf('ifa-destination', shortPrefix(address, length))]),
    leaf('ifa-local', ipText(address)),
    ...(broadcast === undefined ? [] : [leaf('ifa-broadcast', ipText(broadcast))]),
    ...(isIp4(address) ? [] : [group('in6-addr-flags', flag('ifaf-none'))]),
  );
}

function builtInFamily({ name, mtu, locals }: BuiltInFamily): Tag {
  return group(
    'address-family',
    leaf('address-family-name', name),
    leaf('mtu', mtu),
    ...(name.startsWith('inet') ? cacheTags(mtu === 'Unlimited' ? 0 : 75_000, 0, 0) : []),
    flagsTag([name === 'vpls' ? 'Is-Primary' : 'None']),
    ...locals.map((local) => ({
      ...group('interface-address', leaf('ifa-local', local.split('/')[0] ?? local)),
      attributes: [['heading', 'Addresses']] as const,
    })),
  );
}
