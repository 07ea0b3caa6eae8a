// The block of a unit.
// Source: captures as in physical.ts; several units on a tagged port: JNCIA notes of 2020 (vMX); flags of families and
// addresses: snapshots junos_cross_term_match and junos_static_route_defaults (vJunos-router 25.4R1).

import { type Ip, ip4Text, ipText, isIp4 } from '../../../base/ip.ts';
import { broadcastOf, prefix as prefixOf, widthOf } from '../../../base/prefix.ts';
import type { InterfaceRow } from '../../../device/queries.ts';
import type { InterfaceAddress, InterfaceFamily } from '../../../net/interface.ts';
import type { VrfName } from '../../../route/names.ts';
import type { ViewContext } from '../../os.ts';
import type { BuiltInFamily } from '../releases/built-in.ts';
import { releaseOf } from '../releases.ts';
import { familiesOf, type Logical, logicalState, type Physical } from './interface-facts.ts';
import { type Level, physicalMtu } from './physical.ts';
import { counterLines } from './physical-statistics.ts';
import { wrapped } from './wrapped.ts';

/** 802.1Q */
const TPID = '0x8100';
/** Three labels, four bytes each, fit into an MPLS frame unless `maximum-labels` says otherwise. */
export const MPLS_LABELS = 3;
/** LLC of IS-IS. */
const ISO_HEADER = 3;

/** What the block of a unit needs to know of the units around it. */
export interface Neighbours {
  /** By instance and family: the first unit of the box that has it. */
  readonly primary: (vrf: VrfName, family: string) => string | undefined;
}

export const isLong = (level: Level): boolean => level === 'detail' || level === 'extensive';

export function logicalLines(
  of: Physical,
  unit: Logical,
  level: Level,
  context: ViewContext,
  around: Neighbours,
): readonly string[] {
  const { name, index, snmp, row } = unit;
  const generation = isLong(level) ? ` (Generation ${index - 191})` : '';
  const head =
    level === 'brief'
      ? `  Logical interface ${name} `
      : `  Logical interface ${name} (Index ${index}) (SNMP ifIndex ${snmp})${generation}`;
  const description = row?.interface.description;
  return [
    head,
    ...(description === undefined ? [] : [`    Description: ${description}`]),
    flagsLine(of, unit),
    ...(level === 'brief' ? briefFamilies(of, unit) : body(of, unit, level, context, around)),
  ];
}

function body(of: Physical, unit: Logical, level: Level, context: ViewContext, around: Neighbours): readonly string[] {
  return [
    ...(unit.builtIn?.bandwidth === undefined ? [] : [`    Bandwidth: ${unit.builtIn.bandwidth}`]),
    ...statistics(unit, level),
    ...(unit.row ? configuredFamilies(of, unit, unit.row, level, context, around) : []),
    ...(unit.builtIn?.families ?? []).flatMap((family) => builtInFamily(family)),
    ...(unit.made === 'untagged' ? multiservice(of, unit, level, context, around) : []),
  ];
}

/** What is said of a unit before its families. */
export interface UnitFlags {
  /** `Up`, `SNMP-Traps`, `0x4000` */
  readonly words: readonly string[];
  /** `VLAN-Tag [ 0x8100.100 ] ` */
  readonly tag: string | undefined;
  readonly encapsulation: string;
}

export function unitFlags(of: Physical, unit: Logical): UnitFlags {
  if (unit.builtIn)
    return { words: unit.builtIn.flags.split(' '), tag: undefined, encapsulation: unit.builtIn.encapsulation };
  const { row } = unit;
  if (row?.interface.kind === 'loopback')
    return { words: ['SNMP-Traps'], tag: undefined, encapsulation: 'Unspecified' };
  const forwarding = of.port?.kind.place === 'forwarding';
  const { admin } = logicalState(of, unit);
  const words: string[] = [];
  if (of.port && !of.port.row.up) words.push('Device-Down');
  if (!admin) words.push('Down');
  else if (words.length === 0) words.push('Up');
  words.push('SNMP-Traps');
  const id = row?.interface.vlan;
  const tagged = of.port?.row.config.tagged === true || id !== undefined;
  words.push(!forwarding ? '0x4000000' : tagged && unit.made === undefined ? '0x4000' : '0x4004000');
  const tag = tagged ? `VLAN-Tag [ ${id === undefined ? '0x0000.0' : `${TPID}.${id}`} ] ` : undefined;
  return { words, tag, encapsulation: 'ENET2' };
}

function flagsLine(of: Physical, unit: Logical): string {
  const { words, tag, encapsulation } = unitFlags(of, unit);
  const flags = tag === undefined ? words : [...words, tag];
  return `    Flags: ${flags.join(' ')} Encapsulation: ${encapsulation}`;
}

const NONE = [0, 0, 0, 0] as const;

function statistics({ row }: Logical, level: Level): readonly string[] {
  const { inPackets = 0, outPackets = 0, inBytes = 0, outBytes = 0 } = row?.counters ?? {};
  if (!isLong(level)) return [`    Input packets : ${inPackets}`, `    Output packets: ${outPackets}`];
  const all = [inBytes, outBytes, inPackets, outPackets] as const;
  return [
    '    Traffic statistics:',
    ...counterLines('     ', all),
    '    Local statistics:',
    ...counterLines('     ', all),
    '    Transit statistics:',
    ...counterLines('     ', NONE, NONE),
  ];
}

/** Families of a unit as they are shown: on a port behind the forwarding engine there is always `multiservice`. */
export function shownFamilies(of: Physical, unit: Logical): readonly string[] {
  if (unit.builtIn) return unit.builtIn.families.map(({ name }) => name);
  const own: readonly string[] = unit.row ? familiesOf(unit.row) : [];
  const forwarding = of.port?.kind.place === 'forwarding';
  return forwarding && unit.made !== 'idle' && (own.length > 0 || unit.made === 'untagged')
    ? [...own, 'multiservice']
    : own;
}

function configuredFamilies(
  of: Physical,
  unit: Logical,
  row: InterfaceRow,
  level: Level,
  context: ViewContext,
  around: Neighbours,
): readonly string[] {
  const blocks = familiesOf(row).flatMap((family) => familyLines(of, unit, row, family, level, context, around));
  return shownFamilies(of, unit).includes('multiservice')
    ? [...blocks, ...multiservice(of, unit, level, context, around)]
    : blocks;
}

/** Indexes that the kernel gives to what it makes; here one a family of a unit. */
const generationOf = (unit: Logical, place: number): number => unit.index - 190 + 4 * place;

/** The number of a table: 0 for the main instance, then by name. */
function tableNumber(context: ViewContext, vrf: VrfName | undefined): number {
  const at = context.ask('vrfs', {}).findIndex(({ name }) => name === vrf);
  return at <= 0 ? 0 : at + 3;
}

/** Words of a family's flags; undefined: nothing is said of them. */
export function familyFlags(
  of: Physical,
  unit: Logical,
  family: string,
  context: ViewContext,
  around: Neighbours,
): readonly string[] | undefined {
  const forwarding = of.port?.kind.place === 'forwarding';
  const vrf = unit.row?.interface.vrf;
  const first = of.port !== undefined && vrf !== undefined && around.primary(vrf, family) === unit.name;
  const flags = [...(family === 'inet' ? ['Sendbcast-pkt-to-re'] : []), ...(first ? ['Is-Primary'] : [])];
  const more = forwarding ? releaseOf(context.box.chassis.model).interfaces.familyFlags : undefined;
  if (more !== undefined) flags.push(more);
  if (flags.length > 0) return flags;
  return family === 'mpls' || (family === 'multiservice' && unit.made === undefined) ? undefined : ['None'];
}

function familyLines(
  of: Physical,
  unit: Logical,
  row: InterfaceRow,
  family: InterfaceFamily,
  level: Level,
  context: ViewContext,
  around: Neighbours,
): readonly string[] {
  const { interface: it } = row;
  const generation = generationOf(unit, familiesOf(row).indexOf(family));
  const table = tableNumber(context, it.vrf);
  const internet = family === 'inet' || family === 'inet6';
  const long = isLong(level);
  const flags = familyFlags(of, unit, family, context, around);
  const behind = long && !internet ? `, Generation: ${generation}, Route table: ${table}` : '';
  return [
    `    Protocol ${family}, MTU: ${familyMtu(of, row, family)}${family === 'mpls' ? `, Maximum labels: ${MPLS_LABELS}` : ''}${behind}`,
    ...(internet ? cacheLines(row, family, context) : []),
    ...(long && internet ? [`    Generation: ${generation}, Route table: ${table}`] : []),
    ...(flags === undefined ? [] : [`      Flags: ${flags.join(', ')}`]),
    ...(internet ? addressLines(of, row, family, generation - 20, level, context) : []),
  ];
}

export function familyMtu(of: Physical, { interface: it }: InterfaceRow, family: InterfaceFamily): string {
  if (it.kind === 'loopback') return 'Unlimited';
  if (family === 'inet' || family === 'inet6') return String(it.mtu);
  const payload = physicalMtu(of) - 14 - (of.port?.row.config.tagged ? 4 : 0);
  return String(family === 'iso' ? payload - ISO_HEADER : payload - 4 * MPLS_LABELS);
}

/** Next hops on the link. */
export interface HopCache {
  readonly most: number;
  readonly known: number;
  /** Still asked for. */
  readonly asked: number;
}

export function hopCache({ interface: it }: InterfaceRow, family: InterfaceFamily, context: ViewContext): HopCache {
  const arp = context.ask('arp', {}).filter((entry) => entry.interface === it.name && !entry.own);
  const known = family === 'inet' ? arp.filter(({ mac }) => mac !== undefined).length : 0;
  const asked = family === 'inet' ? arp.length - known : 0;
  return { most: it.kind === 'loopback' ? 0 : 75_000, known, asked };
}

function cacheLines(row: InterfaceRow, family: InterfaceFamily, context: ViewContext): readonly string[] {
  const { most, known, asked } = hopCache(row, family, context);
  const items = [`Max nh cache: ${most}`, `New hold nh limit: ${most}`, `Curr nh cnt: ${known}`];
  return wrapped('    ', [...items, `Curr new hold cnt: ${asked}`, 'NH drop cnt: 0'], context.columns);
}

/** `10.0.0/24`: as many octets as the length asks for. */
export function shortPrefix(address: Ip, length: number): string {
  const { text, address: base } = prefixOf(address, length);
  if (!isIp4(base)) return text;
  const octets = ip4Text(base)
    .split('.')
    .slice(0, Math.max(1, Math.ceil(length / 8)));
  return `${octets.join('.')}/${length}`;
}

function addressLines(
  of: Physical,
  { interface: it }: InterfaceRow,
  family: InterfaceFamily,
  generation: number,
  level: Level,
  context: ViewContext,
): readonly string[] {
  return familyAddresses(of, it, family).flatMap(({ at, flags }, i) => [
    `      Addresses, Flags: ${flags.join(' ')}`,
    ...wrapped('        ', addressItems(at, level, generation + i), context.columns),
  ]);
}

/** The addresses of a family, each with what it is (`Is-Preferred`). */
export function familyAddresses(
  of: Physical,
  it: InterfaceRow['interface'],
  family: InterfaceFamily,
): readonly { readonly at: InterfaceAddress; readonly flags: readonly string[] }[] {
  const mine = it.addresses.filter(({ address }) => isIp4(address) === (family === 'inet'));
  const first = mine.find(({ secondary }) => !secondary) ?? mine[0];
  return mine.map((at) => ({ at, flags: addressFlags(of, it.kind === 'loopback', at === first) }));
}

function addressFlags(of: Physical, loopback: boolean, first: boolean): readonly string[] {
  if (loopback) return first ? ['Is-Default', 'Is-Primary'] : ['None'];
  if (!first) return ['Is-Preferred'];
  const main = ['Is-Preferred', 'Is-Primary'];
  return of.port?.kind.place === 'management' ? ['Is-Default', ...main] : main;
}

function addressItems({ address, length }: InterfaceAddress, level: Level, generation: number): readonly string[] {
  const local = `Local: ${ipText(address)}`;
  if (length === widthOf(address)) return [local];
  const broadcast = isIp4(address) ? broadcastOf(prefixOf(address, length)) : undefined;
  const long = isLong(level) && isIp4(address);
  return [
    `Destination: ${shortPrefix(address, length)}`,
    local,
    ...(broadcast === undefined ? (long ? ['Broadcast: Unspecified'] : []) : [`Broadcast: ${ip4Text(broadcast)}`]),
    ...(long ? [`Generation: ${generation}`] : []),
  ];
}

function multiservice(
  of: Physical,
  unit: Logical,
  level: Level,
  context: ViewContext,
  around: Neighbours,
): readonly string[] {
  const flags = familyFlags(of, unit, 'multiservice', context, around);
  const generation = generationOf(unit, 3);
  const behind = isLong(level)
    ? `, Generation: ${generation}, Route table: ${tableNumber(context, unit.row?.interface.vrf)}`
    : '';
  return [
    `    Protocol multiservice, MTU: Unlimited${behind}`,
    ...(flags === undefined ? [] : [`      Flags: ${flags.join(', ')}`]),
    ...(isLong(level) ? ['      Policer: Input: __default_arp_policer__'] : []),
  ];
}

function builtInFamily({ name, mtu, locals }: BuiltInFamily): readonly string[] {
  const internet = name.startsWith('inet');
  const most = mtu === 'Unlimited' ? 0 : 75_000;
  const cache = `    Max nh cache: ${most}, New hold nh limit: ${most}, Curr nh cnt: 0, Curr new hold cnt: 0, NH drop cnt: 0`;
  return [
    `    Protocol ${name}, MTU: ${mtu}`,
    ...(internet ? [cache] : []),
    `      Flags: ${name === 'vpls' ? 'Is-Primary' : 'None'}`,
    ...locals.flatMap((local) => ['      Addresses', `        Local: ${local.split('/')[0]}`]),
  ];
}

/** One line a family: its name and its addresses. */
function briefFamilies(of: Physical, unit: Logical): readonly string[] {
  return shownFamilies(of, unit).flatMap((family) => {
    const locals = localsOf(unit, family);
    if (locals.length === 0) return [`    ${family}`];
    return locals.map((local, i) => `    ${i === 0 ? family.padEnd(5) : '     '} ${local.text}`);
  });
}

/** An address of a family as the short forms print it; `remote` of a unit that has no link. */
export interface Local {
  readonly text: string;
  readonly remote: string | undefined;
}

export function localsOf({ row, builtIn }: Logical, family: string): readonly Local[] {
  if (builtIn) {
    const locals = builtIn.families.find(({ name }) => name === family)?.locals ?? [];
    return locals.map((text) => ({ text, remote: builtIn.encapsulation === 'Unspecified' ? '0/0' : undefined }));
  }
  const own = row?.interface.addresses.filter(({ address }) => isIp4(address) === (family === 'inet')) ?? [];
  if (family !== 'inet' && family !== 'inet6') return [];
  return own.map(({ address, length }) => {
    const loopback = row?.interface.kind === 'loopback';
    const host = loopback && length === widthOf(address);
    return {
      text: host ? ipText(address) : `${ipText(address)}/${length}`,
      remote: host && isIp4(address) ? '0/0' : undefined,
    };
  });
}
