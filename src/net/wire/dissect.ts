// Any frame as layers of one-line summaries. It reads what it can and says where it stopped; it never throws.

import { type Ip4, ip4Text } from '../../base/ip.ts';
import type { Result } from '../../base/result.ts';
import { type DecodeError, type PacketCodec, reasonOf } from '../codec.ts';
import { arp } from './arp.ts';
import { ethernet } from './ethernet.ts';
import { ETHERTYPE, PROTOCOL } from './iana.ts';
import { icmp } from './icmp.ts';
import { destinationOf, type Ipv4Packet, ipv4, MIN_HEADER, protocolOf, sourceOf, ttlOf } from './ipv4.ts';
import { mpls } from './mpls.ts';
import { tcp } from './tcp.ts';
import { udp } from './udp.ts';

/** One protocol's share of a frame. */
export interface Layer {
  readonly name: string;
  readonly summary: string;
}

/** Reads what an IP packet carries; the addresses are there for checksums. */
export type Dissector = (payload: Uint8Array, from: Ip4, to: Ip4) => readonly Layer[];

/** Who reads which IP protocol, beyond ICMP, TCP and UDP. */
export type Dissectors = ReadonlyMap<number, Dissector>;

const NONE: Dissectors = new Map();

const bytesText = (bytes: Uint8Array): string => `${bytes.length} bytes`;

function layer<T, C>(codec: PacketCodec<T, C>, read: Result<T, DecodeError>): Layer {
  return { name: codec.name, summary: read.ok ? codec.summary(read.value) : `malformed: ${reasonOf(read.error)}` };
}

/** The frame's layers, outermost first. `more` reads further IP protocols: OSPF, EIGRP. */
export function dissect(bytes: Uint8Array, more: Dissectors = NONE): readonly Layer[] {
  const layers: Layer[] = [];
  const frame = ethernet.decode(bytes, undefined);
  layers.push(layer(ethernet, frame));
  if (frame.ok) byType(frame.value.type, frame.value.payload, more, layers);
  return layers;
}

function byType(type: number | 'llc', payload: Uint8Array, more: Dissectors, layers: Layer[]): void {
  switch (type) {
    case ETHERTYPE.arp:
      layers.push(layer(arp, arp.decode(payload, undefined)));
      break;
    case ETHERTYPE.ipv4:
      packet(payload, more, layers);
      break;
    case ETHERTYPE.mpls:
      labelled(payload, more, layers);
      break;
    case 'llc': {
      const sap = payload[0] === undefined ? 'empty' : `sap 0x${payload[0].toString(16).padStart(2, '0')}`;
      layers.push({ name: 'LLC', summary: `${sap}, ${bytesText(payload)}` });
      break;
    }
    default:
      layers.push({ name: 'data', summary: bytesText(payload) });
  }
}

function labelled(payload: Uint8Array, more: Dissectors, layers: Layer[]): void {
  const read = mpls.decode(payload, undefined);
  layers.push(layer(mpls, read));
  if (!read.ok) return;
  const inside = read.value.payload;
  // What is inside is known only to whoever gave out the label; the first nibble of IPv4 is a good guess.
  if ((inside[0] ?? 0) >>> 4 === 4) packet(inside, more, layers);
  else layers.push({ name: 'data', summary: bytesText(inside) });
}

function packet(payload: Uint8Array, more: Dissectors, layers: Layer[]): void {
  const read = ipv4.decode(payload, undefined);
  layers.push(layer(ipv4, read));
  if (!read.ok) return;
  const p = read.value;
  if (p.offset > 0 || p.mf) layers.push({ name: 'fragment', summary: bytesText(p.payload) });
  else above(p, more, layers);
}

function above(p: Ipv4Packet, more: Dissectors, layers: Layer[]): void {
  if (p.protocol === PROTOCOL.icmp) {
    const read = icmp.decode(p.payload, undefined);
    layers.push(layer(icmp, read));
    if (read.ok && (read.value.kind === 'error' || read.value.kind === 'redirect')) quoted(read.value.quoted, layers);
  } else if (p.protocol === PROTOCOL.udp) {
    const read = udp.decode(p.payload, p);
    layers.push(layer(udp, read));
    if (read.ok && read.value.data.length > 0) layers.push({ name: 'data', summary: bytesText(read.value.data) });
  } else if (p.protocol === PROTOCOL.tcp) {
    const read = tcp.decode(p.payload, p);
    layers.push(layer(tcp, read));
    if (read.ok && read.value.data.length > 0) layers.push({ name: 'data', summary: bytesText(read.value.data) });
  } else {
    const found = more.get(p.protocol)?.(p.payload, p.from, p.to);
    if (found) layers.push(...found);
    else layers.push({ name: `protocol ${p.protocol}`, summary: bytesText(p.payload) });
  }
}

/** Of a quoted packet only the beginning is there, and its checksum may be an earlier hop's. */
function quoted(bytes: Uint8Array, layers: Layer[]): void {
  const about =
    bytes.length < MIN_HEADER
      ? bytesText(bytes)
      : `${ip4Text(sourceOf(bytes))} > ${ip4Text(destinationOf(bytes))} protocol ${protocolOf(bytes)} ttl ${ttlOf(bytes)}`;
  layers.push({ name: 'about', summary: about });
}
