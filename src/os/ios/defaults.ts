// What silence means on IOS. Each value has its source beside it.

import type { Preferences } from '../../net/rib-types.ts';
import { MIDDLE_RUNGS, type Rung, TIE_RUNGS } from '../../protocols/bgp/config.ts';
import { type Micros, seconds } from '../../sim/time.ts';

/** Cisco, "What Is Administrative Distance?" (document 15986), but for what is noted. */
export const DISTANCES: Preferences = {
  connected: 0,
  local: 0,
  static: 1,
  // Cisco IOS IP Routing: BGP, "distance bgp": aggregates are local routes.
  aggregate: 200,
  rip: 120,
  'ospf.intra': 110,
  'ospf.inter': 110,
  'ospf.ext1': 110,
  'ospf.ext2': 110,
  'ospf.nssa1': 110,
  'ospf.nssa2': 110,
  'isis.l1': 115,
  'isis.l2': 115,
  'isis.l1.ext': 115,
  'isis.l2.ext': 115,
  'isis.ia': 115,
  'isis.summary': 115,
  'eigrp.internal': 90,
  'eigrp.external': 170,
  'eigrp.summary': 5,
  'bgp.external': 20,
  'bgp.internal': 200,
  'bgp.local': 200,
  // LDP has no routes of its own here: its labels follow those of the table.
  ldp: 255,
};

/** Cisco, "Understand the BGP Best Path Selection Algorithm" (document 13753). */
export const LADDER: readonly Rung[] = [
  'valid',
  'cost',
  'weight',
  'local-preference',
  'locally-originated',
  'aigp',
  ...MIDDLE_RUNGS,
  'cost-igp',
  ...TIE_RUNGS,
];

/** Cisco IOS IP Routing: BGP, "neighbor weight": routes that the router originates. */
export const LOCAL_WEIGHT = 32_768;
/** Cisco IOS IP Routing: BGP, "bgp default local-preference". */
export const LOCAL_PREFERENCE = 100;
/** Cisco IOS IP Routing: Protocol-Independent, "ip route": distance of a static route. */
export const STATIC_DISTANCE = 1;

/** Cisco IOS IP Addressing: ARP, "arp timeout": four hours. */
export const ARP_TIMEOUT: Micros = seconds(14_400);
/** Cisco IOS Configuration Fundamentals, "exec-timeout": ten minutes. */
export const EXEC_TIMEOUT: Micros = seconds(600);

export interface Medium {
  /** Largest IP packet. */
  readonly mtu: number;
  readonly bandwidthKbps: number;
  readonly delayMicros: number;
}

/** `MTU … bytes, BW … Kbit/sec, DLY … usec` of captures (show interfaces): IOSv, 7206VXR, CSR1000V. */
const MEDIA: Readonly<Record<string, Medium>> = {
  Ethernet: { mtu: 1500, bandwidthKbps: 10_000, delayMicros: 1000 },
  FastEthernet: { mtu: 1500, bandwidthKbps: 100_000, delayMicros: 100 },
  GigabitEthernet: { mtu: 1500, bandwidthKbps: 1_000_000, delayMicros: 10 },
  TenGigabitEthernet: { mtu: 1500, bandwidthKbps: 10_000_000, delayMicros: 10 },
  Loopback: { mtu: 1514, bandwidthKbps: 8_000_000, delayMicros: 5000 },
  Null: { mtu: 1500, bandwidthKbps: 10_000_000, delayMicros: 0 },
};

/** What a class of interfaces has when nobody says otherwise. */
export const mediumOf = (className: string): Medium =>
  MEDIA[className] ?? { mtu: 1500, bandwidthKbps: 1_000_000, delayMicros: 10 };
