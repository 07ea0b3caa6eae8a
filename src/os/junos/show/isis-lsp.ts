// An LSP in full: header, packet, TLVs, as `show isis database extensive` prints them.
// Source: captures `show isis database extensive` of vMX (public labs: own LSPs and those of IOS and SR OS routers); narrow
// TLVs and authentication: notes on IS-IS TLVs with captures of M Series routers.

import { ip4Text, ip6Text } from '../../../base/ip.ts';
import type { IsisLspRow, Tlv } from '../../../protocols/isis/show.ts';
import { NLPID } from '../../../protocols/isis/show.ts';
import { inventoryOf, physicals } from './interface-facts.ts';
import { spoken } from './isis-adjacency.ts';
import type { IsisScene } from './isis-facts.ts';

type Flags = IsisLspRow['flags'];

/** `L1 L2 Attached`, `L1 Overload` */
export const attributesText = (flags: Flags): string =>
  [
    ...(flags.isType & 1 ? ['L1'] : []),
    ...(flags.isType & 2 ? ['L2'] : []),
    ...(flags.overload ? ['Overload'] : []),
    ...(flags.attached > 0 ? ['Attached'] : []),
    ...(flags.partition ? ['Partition'] : []),
  ].join(' ');

/** The byte as it was sent. ISO 10589 §9.8 */
const flagsByte = ({ isType, overload, attached, partition }: Flags): number =>
  isType | (overload ? 4 : 0) | (attached << 3) | (partition ? 0x80 : 0);

/** What is set aside for an LSP of another router as long as it is short; for an own one, what it may grow to. */
const OTHERS_LENGTH = 284;
const HEADER = 27;
const PDU_TYPE = { 1: 18, 2: 20 } as const;
const hex = (value: number): string => `0x${value.toString(16)}`;

export function extensiveLines(scene: IsisScene, lsp: IsisLspRow): readonly string[] {
  const { names, config } = scene;
  const id = names.node(lsp.id);
  const allocated = lsp.own || lsp.length > OTHERS_LENGTH ? config.lspBufferSize : OTHERS_LENGTH;
  const free = allocated - lsp.length;
  const router = lsp.tlvs.flatMap((tlv) => (tlv.kind === 'router-id' ? [ip4Text(tlv.address)] : []));
  const nlpids = lsp.tlvs.flatMap((tlv) => (tlv.kind === 'protocols' ? tlv.nlpids : []));
  const level = levelOfLsp(scene, lsp);
  const on = lsp.from === undefined ? 0 : indexOf(scene, lsp.from);
  const protocols = spoken(nlpids);
  return [
    '',
    `  Header: LSP ID: ${id}, Length: ${lsp.length} bytes`,
    `    Allocated length: ${allocated} bytes${router.length > 0 ? `, Router ID: ${router[0]}` : ''}`,
    `    Remaining lifetime: ${lsp.lifetime} secs, Level: ${level}, Interface: ${on}`,
    `    Estimated free bytes: ${free}, Actual free bytes: ${free}`,
    `    Aging timer expires in: ${lsp.lifetime} secs`,
    ...(protocols.length > 0 ? [`    Protocols: ${protocols.join(', ')}`] : []),
    '',
    `  Packet: LSP ID: ${id}, Length: ${lsp.length} bytes, Lifetime : ${lsp.receivedLifetime} secs`,
    `    Checksum: ${hex(lsp.checksum)}, Sequence: ${hex(lsp.sequence)}, Attributes: ${hex(flagsByte(lsp.flags))} <${attributesText(lsp.flags)}>`,
    `    NLPID: 0x83, Fixed length: ${HEADER} bytes, Version: 1, Sysid length: 0 bytes`,
    `    Packet type: ${PDU_TYPE[level]}, Packet version: 1, Max area: 0`,
    '',
    '  TLVs:',
    ...lsp.tlvs.flatMap((tlv) => tlvLines(scene, tlv)).map((line) => `    ${line}`),
    '  No queued transmissions',
  ];
}

/** The database that it lies in. */
function levelOfLsp({ context, instance }: IsisScene, lsp: IsisLspRow): 1 | 2 {
  const rows = context.ask('isis.database', { instance });
  return rows.find(({ lsps }) => lsps.some((one) => one.id === lsp.id && one.checksum === lsp.checksum))?.level ?? 1;
}

function indexOf({ context }: IsisScene, name: string): number {
  const units = physicals(inventoryOf(context)).flatMap((physical) => physical.units);
  return units.find((unit) => unit.name === name)?.index ?? 0;
}

const LENGTHS = { neighbour: 11, sub: 2 } as const;
type Subs = Extract<Tlv, { readonly kind: 'is-wide' }>['neighbours'][number]['sub'];

const subLength = (sub: Subs): number => sub.reduce((sum, { value }) => sum + LENGTHS.sub + value.length, 0);

const u32 = (bytes: Uint8Array, at: number): number => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);

/** RFC 5305 §3: addresses of both ends, RFC 5307 §1.1: numbers of the link. */
function neighbourSubs(sub: Subs): readonly string[] {
  return sub.flatMap(({ type, value }) => {
    if (type === 6 && value.length >= 4) return [`  IP address: ${ip4Text(u32(value, 0) as never)}`];
    if (type === 8 && value.length >= 4) return [`  Neighbor's IP address: ${ip4Text(u32(value, 0) as never)}`];
    if (type === 4 && value.length >= 8)
      return [`  Local interface index: ${u32(value, 0)}, Remote interface index: ${u32(value, 4)}`];
    return [];
  });
}

/** RFC 5130 §3.1 */
function prefixSubs(sub: Subs | undefined): readonly string[] {
  if (!sub || sub.length === 0) return [];
  const tags = sub.flatMap(({ type, value }) =>
    type === 1 && value.length >= 4 ? [`  Administrative tag 1: ${u32(value, 0)}`] : [],
  );
  return [`  ${subLength(sub)} bytes of subtlvs`, ...tags];
}

const upDown = (down: boolean): string => (down ? 'down' : 'up');

function tlvLines({ names }: IsisScene, tlv: Tlv): readonly string[] {
  switch (tlv.kind) {
    case 'areas':
      return tlv.areas.map((area) => `Area address: ${area} (${area.replaceAll('.', '').length / 2})`);
    case 'buffer-size':
      return [`LSP Buffer Size: ${tlv.size}`];
    case 'protocols':
      return tlv.nlpids.flatMap((nlpid) =>
        nlpid === NLPID.ipv4
          ? ['Speaks: IP']
          : nlpid === NLPID.ipv6
            ? ['Speaks: IPV6']
            : nlpid === 0x81
              ? ['Speaks: CLNP']
              : [],
      );
    case 'router-id':
      return [`IP router id: ${ip4Text(tlv.address)}`];
    case 'ip-addresses':
      return tlv.addresses.map((address) => `IP address: ${ip4Text(address)}`);
    case 'ipv6-addresses':
      return tlv.addresses.map((address) => `IPv6 address: ${ip6Text(address)}`);
    case 'hostname':
      return [`Hostname: ${tlv.name}`];
    case 'is-narrow':
      return tlv.neighbours.map(
        (one) => `IS neighbor: ${names.node(one.node)}, Internal, Metric: default ${one.metric}`,
      );
    case 'is-wide': {
      const length = tlv.neighbours.reduce((sum, { sub }) => sum + LENGTHS.neighbour + subLength(sub), 0);
      return [
        `Extended IS Reachability TLV, Type: 22, Length: ${length}`,
        ...tlv.neighbours.flatMap(({ node, metric, sub }) => [
          `IS extended neighbor: ${names.node(node)}, Metric: default ${metric} SubTLV len: ${subLength(sub)}`,
          ...neighbourSubs(sub),
        ]),
      ];
    }
    case 'ip-internal':
    case 'ip-external': {
      const what = tlv.kind === 'ip-external' ? 'IP external prefix' : 'IP prefix';
      return tlv.prefixes.map(
        ({ prefix, metric, external, down }) =>
          `${what}: ${prefix.text}, ${external ? 'External' : 'Internal'}, Metric: default ${metric}, ${down ? 'Down' : 'Up'}`,
      );
    }
    case 'ip-wide':
      return tlv.prefixes.flatMap(({ prefix, metric, down, sub }) => [
        `IP extended prefix: ${prefix.text} metric ${metric} ${upDown(down)}`,
        ...prefixSubs(sub),
      ]);
    case 'authentication':
      return [`Authentication data: ${tlv.value.length + 1} bytes`];
    case 'other':
      return [`Unknown TLV, Type: ${tlv.type}, Length: ${tlv.value.length}`];
    default:
      return [];
  }
}
