// A frame as the tcpdump of Junos writes it, one line.    Source: captures `monitor traffic interface …` (ICMP, BGP, PPPoE
// lines), tcpdump(1) of FreeBSD for the rest.

import { ip4Text } from '../../../base/ip.ts';
import { type Mac, macColons } from '../../../base/mac.ts';
import { arp } from '../../../net/wire/arp.ts';
import { type EthernetFrame, ethernet } from '../../../net/wire/ethernet.ts';
import { ETHERTYPE, PROTOCOL } from '../../../net/wire/iana.ts';
import { icmp } from '../../../net/wire/icmp.ts';
import { type Ipv4Packet, ipv4 } from '../../../net/wire/ipv4.ts';
import { mpls } from '../../../net/wire/mpls.ts';
import { ACK, FIN, PSH, RST, SYN, tcp, tcpOption } from '../../../net/wire/tcp.ts';
import { type UdpDatagram, udp } from '../../../net/wire/udp.ts';

/** A frame, read as far as filters and texts need it. */
export interface Seen {
  readonly frame: EthernetFrame;
  readonly packet: Ipv4Packet | undefined;
  /** Of TCP and UDP. */
  readonly ports: readonly [from: number, to: number] | undefined;
  readonly length: number;
}

export interface TextStyle {
  /** Names in place of well-known ports. */
  readonly resolve: boolean;
  /** The header's fields (`detail`, `extensive`). */
  readonly detail: boolean;
  /** Addresses of the frame. */
  readonly headers: boolean;
  /** Bytes that are kept of each frame; 0: all. */
  readonly size: number;
}

/** Junos' own headers take their share of what is kept (capture: 28 bytes of 84 missing at 96). */
const OWN_HEADERS = 40;

/** Reads a frame; undefined: it is none. */
export function see(bytes: Uint8Array): Seen | undefined {
  const frame = ethernet.decode(bytes, undefined);
  if (!frame.ok) return undefined;
  const packet = packetOf(frame.value);
  return { frame: frame.value, packet, ports: packet && portsOf(packet), length: bytes.length };
}

function packetOf({ type, payload }: EthernetFrame): Ipv4Packet | undefined {
  if (type === ETHERTYPE.mpls) {
    const labelled = mpls.decode(payload, undefined);
    const inner = labelled.ok ? ipv4.decode(labelled.value.payload, undefined) : undefined;
    return inner?.ok ? inner.value : undefined;
  }
  const read = type === ETHERTYPE.ipv4 ? ipv4.decode(payload, undefined) : undefined;
  return read?.ok ? read.value : undefined;
}

function portsOf({ protocol, payload, offset }: Ipv4Packet): readonly [number, number] | undefined {
  if ((protocol !== PROTOCOL.tcp && protocol !== PROTOCOL.udp) || offset > 0 || payload.length < 4) return undefined;
  const at = (i: number): number => ((payload[i] ?? 0) << 8) | (payload[i + 1] ?? 0);
  return [at(0), at(2)];
}

/** The line without its time and direction. */
export function frameText(seen: Seen, style: TextStyle): string {
  const { frame, length } = seen;
  const { from, to, type } = frame;
  const kind = type === 'llc' ? '802.3' : `ethertype ${ETHERTYPES[type] ?? `0x${type.toString(16).padStart(4, '0')}`}`;
  const header = style.headers ? `${shortMac(from)} > ${shortMac(to)}, ${kind}, length ${length}: ` : '';
  return header + contentsOf(seen, style);
}

const ETHERTYPES: Readonly<Record<number, string>> = {
  [ETHERTYPE.arp]: 'ARP',
  [ETHERTYPE.ipv4]: 'IPv4',
  [ETHERTYPE.mpls]: 'MPLS unicast',
};

/** Without leading zeros, as older libraries write it. */
const shortMac = (mac: Mac): string =>
  macColons(mac)
    .split(':')
    .map((part) => part.replace(/^0(?=.)/, ''))
    .join(':');

function contentsOf({ frame, packet }: Seen, style: TextStyle): string {
  if (frame.type === ETHERTYPE.arp) return arpText(frame.payload);
  if (packet) return packetText(packet, style, frame.type === ETHERTYPE.mpls ? labelsText(frame.payload) : '');
  if (frame.type === 'llc' && frame.payload[0] === 0xfe) return `IS-IS, length ${frame.payload.length - 3}`;
  return `unknown protocol, length ${frame.payload.length}`;
}

function arpText(payload: Uint8Array): string {
  const read = arp.decode(payload, undefined);
  if (!read.ok) return 'arp malformed';
  const { operation, senderIp, senderMac, targetIp } = read.value;
  return operation === 'request'
    ? `arp who-has ${ip4Text(targetIp)} tell ${ip4Text(senderIp)}`
    : `arp reply ${ip4Text(senderIp)} is-at ${shortMac(senderMac)}`;
}

function labelsText(payload: Uint8Array): string {
  const read = mpls.decode(payload, undefined);
  if (!read.ok) return '';
  const { stack } = read.value;
  const labels = stack.map(
    ({ label, exp, ttl }, i) => `label ${label}, exp ${exp}${i + 1 === stack.length ? ', [S]' : ''}, ttl ${ttl}`,
  );
  return `MPLS (${labels.join('), (')}), `;
}

const PROTOCOLS: Readonly<Record<number, string>> = {
  1: 'ICMP',
  6: 'TCP',
  17: 'UDP',
  46: 'RSVP',
  88: 'EIGRP',
  89: 'OSPF',
  112: 'VRRP',
};

function packetText(packet: Ipv4Packet, style: TextStyle, labels: string): string {
  const { from, to, tos, ttl, id, offset, df, mf, protocol, payload } = packet;
  const total = 20 + packet.options.length + payload.length;
  const kept = style.size === 0 ? total : Math.max(20, style.size - OWN_HEADERS);
  const cut = total > kept ? `truncated-ip - ${total - kept} bytes missing! ` : '';
  const flags = [...(df ? ['DF'] : []), ...(mf ? ['+'] : [])].join(', ') || 'none';
  const name = PROTOCOLS[protocol] ?? `unknown`;
  const fields = style.detail
    ? `(tos 0x${tos.toString(16)}, ttl ${ttl}, id ${id}, offset ${offset}, flags [${flags}], proto: ${name} (${protocol}), length: ${total}) `
    : '';
  const ports = portsOf(packet);
  const end = (address: number, port: number | undefined): string =>
    port === undefined
      ? ip4Text(address as Ipv4Packet['from'])
      : `${ip4Text(address as Ipv4Packet['from'])}.${portText(port, style)}`;
  return `${labels}IP ${cut}${fields}${end(from, ports?.[0])} > ${end(to, ports?.[1])}: ${upperText(packet)}`;
}

const PORTS: Readonly<Record<number, string>> = {
  22: 'ssh',
  23: 'telnet',
  53: 'domain',
  123: 'ntp',
  179: 'bgp',
  520: 'route',
  646: 'ldp',
};

const portText = (port: number, { resolve }: TextStyle): string => (resolve ? PORTS[port] : undefined) ?? String(port);

/** RFC 2328 §A.3.1 */
const OSPF_TYPES = ['', 'Hello', 'Database Description', 'LS-Request', 'LS-Update', 'LS-Ack'];

function upperText({ protocol, payload, from, to, offset }: Ipv4Packet): string {
  if (offset > 0) return PROTOCOLS[protocol]?.toLowerCase() ?? `ip-proto-${protocol}`;
  if (protocol === PROTOCOL.icmp) return icmpText(payload);
  if (protocol === PROTOCOL.tcp) {
    const read = tcp.decode(payload, { from, to });
    if (read.ok) return tcpText(read.value);
  } else if (protocol === PROTOCOL.udp) {
    const read = udp.decode(payload, { from, to });
    if (read.ok) return datagramText(read.value);
  } else if (protocol === 89)
    return `OSPFv2, ${OSPF_TYPES[payload[1] ?? 0] ?? 'unknown type'}, length ${payload.length}`;
  else if (protocol === VRRP && payload.length >= 8) return vrrpText(payload);
  return `${PROTOCOLS[protocol] ?? `ip-proto-${protocol}`}, length ${payload.length}`;
}

/** RFC 5881 §4 */
const BFD_CONTROL = 3784;
/** RFC 5880 §4.1, from the highest bit of the second octet. */
const BFD_STATES = ['AdminDown', 'Down', 'Init', 'Up'];
const BFD_FLAGS = ['Poll', 'Final', 'Control Plane Independent', 'Authentication Present', 'Demand', 'Reserved'];

/** What tcpdump reads of a datagram without being asked for more: `BFDv1, Control, State Up, Flags: [none], length: 24`. */
function datagramText({ toPort, data }: UdpDatagram): string {
  const [first = 0, second = 0] = data;
  if (toPort !== BFD_CONTROL || first >>> 5 !== 1) return `UDP, length ${data.length}`;
  const flags = BFD_FLAGS.filter((_, at) => (second & (0x20 >> at)) !== 0).join(', ') || 'none';
  return `BFDv1, Control, State ${BFD_STATES[second >>> 6]}, Flags: [${flags}], length: ${data.length}`;
}

const VRRP = 112;
/** RFC 2338 §5.3.6 */
const VRRP_SECRETS = ['none', 'simple', 'ah'];

/** `VRRPv2, Advertisement, vrid 1, prio 50, authtype none, intvl 2s, length 20`; version 3: `intvl 100cs` (captures of tcpdump). */
function vrrpText(payload: Uint8Array): string {
  const [first = 0, group, priority, , type = 0, interval = 0] = payload;
  const kind = (first & 15) === 1 ? 'Advertisement' : `[type ${first & 15}]`;
  const pace =
    first >>> 4 === 3
      ? `intvl ${((type & 15) << 8) | interval}cs`
      : `authtype ${VRRP_SECRETS[type] ?? `#${type}`}, intvl ${interval}s`;
  const goes = priority === 0 ? ', (master resigning)' : '';
  return `VRRPv${first >>> 4}, ${kind}, vrid ${group}, prio ${priority}${goes}, ${pace}, length ${payload.length}`;
}

function icmpText(payload: Uint8Array): string {
  const read = icmp.decode(payload, undefined);
  const length = `length ${payload.length}`;
  if (!read.ok) return `ICMP, ${length}`;
  const message = read.value;
  switch (message.kind) {
    case 'echo':
      return `ICMP echo ${message.reply ? 'reply' : 'request'}, id ${message.id}, seq ${message.sequence}, ${length}`;
    case 'error': {
      if (message.type === 11) return `ICMP time exceeded in-transit, ${length}`;
      if (message.type === 12) return `ICMP parameter problem, ${length}`;
      const quoted = ipv4.decode(message.quoted, undefined);
      const about = quoted.ok ? `${ip4Text(quoted.value.to)} ` : '';
      return `ICMP ${about}${UNREACHABLE[message.code] ?? 'unreachable'}, ${length}`;
    }
    case 'redirect':
      return `ICMP redirect to host ${ip4Text(message.gateway)}, ${length}`;
    case 'other':
      return `ICMP type-#${message.type}, ${length}`;
  }
}

const UNREACHABLE: Readonly<Record<number, string>> = {
  0: 'net unreachable',
  1: 'host unreachable',
  2: 'protocol unreachable',
  3: 'udp port unreachable',
  4: 'unreachable - need to frag',
  13: 'unreachable - admin prohibited',
};

type Segment = Extract<ReturnType<typeof tcp.decode>, { readonly ok: true }>['value'];

/** `P 100:119(19) ack 7 win 16384` */
function tcpText(segment: Segment): string {
  const { flags, sequence, acknowledgment, window, data } = segment;
  const signs = [
    [SYN, 'S'],
    [FIN, 'F'],
    [RST, 'R'],
    [PSH, 'P'],
  ] as const;
  const sign = signs.flatMap(([bit, letter]) => ((flags & bit) !== 0 ? [letter] : [])).join('') || '.';
  const counts = data.length > 0 || (flags & (SYN | FIN | RST)) !== 0;
  const range = counts ? ` ${sequence}:${(sequence + data.length) >>> 0}(${data.length})` : '';
  const ack = (flags & ACK) !== 0 ? ` ack ${acknowledgment}` : '';
  const mss = tcpOption(segment, 'mss');
  return `${sign}${range}${ack} win ${window}${mss ? ` <mss ${mss.size}>` : ''}`;
}
