// Ports and layer-3 interfaces: what they are told, and what they are.

import type { Ip4 } from '../base/ip.ts';
import type { Mac } from '../base/mac.ts';
import type { IpWithLength } from '../base/prefix.ts';
import type { IfName, VrfName } from '../route/names.ts';
import type { PortName } from '../sim/node.ts';
import type { Micros } from '../sim/time.ts';

/** A physical socket, as configured. */
export interface PortConfig {
  readonly name: PortName;
  readonly enabled: boolean;
  /** Burned in; the same at every start. */
  readonly mac: Mac;
  readonly description?: string;
  /** Largest frame without its check sequence, for display; absent: what an untagged or tagged Ethernet has anyway. */
  readonly mtu?: number;
  /** Its owner made it carry 802.1Q tags (Junos `vlan-tagging`). */
  readonly tagged?: boolean;
  /** No socket, but joined to this port of the same box, which may be another router's: if that one says so, too. */
  readonly joinedTo?: PortName;
}

/** Families of addresses and protocols that an owner switches on by interface (Junos `family mpls`). */
export type InterfaceFamily = 'inet' | 'inet6' | 'iso' | 'mpls';

/** An address of an interface. The first one that is not secondary is the primary. */
export interface InterfaceAddress extends IpWithLength {
  readonly secondary: boolean;
}

/** How labelled packets use an interface. */
export interface MplsInterface {
  /** Largest labelled packet, label stack included. RFC 3032 §3.1 */
  readonly mtu: number;
}

/** How a router switches labelled packets. */
export interface MplsForwarding {
  /**
   * Whether the TTL of a packet goes into its labels and back: the path is seen hop by hop, or as one (RFC 3443 §3, the
   * uniform and the short pipe model). For packets that pass through, and for the router's own.
   */
  readonly propagateTtl: { readonly forwarded: boolean; readonly local: boolean };
  /**
   * ICMP errors about packets with more labels than this go on down their path, whose end sends them back (RFC 3032
   * §2.3.2); others, or all ('never'), go as the interface's own table says.
   */
  readonly errorsDownPath: { readonly deeperThan: number } | 'never';
}

/** What a router does that was told nothing. */
export const MPLS_FORWARDING: MplsForwarding = {
  propagateTtl: { forwarded: true, local: true },
  errorsDownPath: { deeperThan: 0 },
};

/** A layer-3 interface, as configured: complete, every default filled in. */
export interface InterfaceConfig {
  readonly name: IfName;
  /** Loopback and null interfaces have no port. */
  readonly kind: 'ethernet' | 'loopback' | 'null';
  readonly port: PortName | undefined;
  /** 802.1Q tag of a sub-interface or unit; undefined: untagged frames. */
  readonly vlan: number | undefined;
  readonly vrf: VrfName;
  readonly enabled: boolean;
  /** Largest IP packet, header included. */
  readonly mtu: number;
  readonly addresses: readonly InterfaceAddress[];
  /** Absent: whatever its addresses say. */
  readonly families?: readonly InterfaceFamily[];
  readonly description: string | undefined;
  /** For display and metrics, not enforced. */
  readonly bandwidthKbps: number;
  readonly delayMicros: number;
  /** Age at which an ARP entry is asked for anew; 0: never. */
  readonly arpTimeout: Micros;
  /** Frames with labels come and go here; absent: they are dropped. */
  readonly mpls?: MplsInterface | undefined;
  /** Answers ARP requests for addresses that it would forward to out of another interface. RFC 1027, RFC 1812 §3.3.2 */
  readonly proxyArp: boolean;
}

/**
 * Of a port: whole frames, without preamble and check sequence. Of an interface: what the frames carry (IP, ARP, LLC),
 * without link headers and padding.
 */
export interface Counters {
  inPackets: number;
  inBytes: number;
  inBroadcasts: number;
  outPackets: number;
  outBytes: number;
  /** When they were last set back to nothing. */
  readonly clearedAt: Micros | undefined;
  /** Whatever was thrown away, by reason. */
  readonly drops: Map<string, number>;
}

/** All at nothing; `clearedAt`: by order, then. */
export const freshCounters = (clearedAt?: Micros): Counters => ({
  inPackets: 0,
  inBytes: 0,
  inBroadcasts: 0,
  outPackets: 0,
  outBytes: 0,
  clearedAt,
  drops: new Map(),
});

/** Counts a drop and its reason. */
export function countDrop(counters: Counters, reason: string): void {
  counters.drops.set(reason, (counters.drops.get(reason) ?? 0) + 1);
}

/** A virtual router that this box stands for. RFC 5798 §6.4.3 */
export interface VirtualRouter {
  readonly addresses: readonly Ip4[];
  /** Packets to these addresses are for this box; otherwise nobody answers them. */
  readonly accept: boolean;
}

/** What protocols and tables may know of an interface. A change makes a new one. */
export interface Interface extends InterfaceConfig {
  /** Enabled, its port enabled and lit: packets go through. */
  readonly up: boolean;
  /** When `up` last changed. */
  readonly changed: Micros;
  /** Its port's address; absent: it has no port. */
  readonly mac?: Mac;
}
