// What silence means on Junos: each value with its source.

import type { Preferences } from '../../net/rib-types.ts';
import { type Micros, seconds } from '../../sim/time.ts';

/** "Understanding Route Preference Values (Administrative Distance)", Junos routing protocols overview. */
export const PREFERENCES: Preferences = {
  connected: 0,
  local: 0,
  static: 5,
  ldp: 9,
  'ospf.intra': 10,
  'ospf.inter': 10,
  'isis.l1': 15,
  'isis.l2': 18,
  // What level 2 told down is a level 1 route here.
  'isis.ia': 15,
  rip: 100,
  aggregate: 130,
  'ospf.ext1': 150,
  'ospf.ext2': 150,
  'ospf.nssa1': 150,
  'ospf.nssa2': 150,
  'isis.l1.ext': 160,
  'isis.l2.ext': 165,
  'bgp.external': 170,
  'bgp.internal': 170,
  'bgp.local': 170,
  // Junos has no EIGRP: nothing ever asks for these.
  'eigrp.internal': 255,
  'eigrp.external': 255,
  'eigrp.summary': 255,
  // Nor does IS-IS make summaries by itself.
  'isis.summary': 255,
};

/** "Configuring the Media MTU": 1514 on Ethernet, four more with VLAN tags; the protocol MTU is what remains for IP. */
export const MEDIA_MTU = 1514;
export const ETHERNET_HEADER = 14;
export const VLAN_TAG = 4;
/** A loopback has no limit of its own ("Media MTU sizes by interface type"); an IP packet has. RFC 791 §3.1 */
export const LOOPBACK_MTU = 65_535;

/** "Adjusting the ARP Aging Timer": 20 minutes. */
export const ARP_MINUTES = 20;
export const minutes = (count: number): Micros => seconds(count * 60);

/** Speed by the type of an interface ("Interface Naming Overview"), kbit/s. */
export const SPEED_KBPS: Readonly<Record<string, number>> = {
  fe: 100_000,
  ge: 1_000_000,
  xe: 10_000_000,
  et: 100_000_000,
  // A tunnel of `bandwidth 1g`.
  lt: 1_000_000,
  lo: 0,
};

/** "static (Routing Options)": metric 0 unless configured. */
export const STATIC_METRIC = 0;

/** What a box calls itself before it has a name ("Initial Router Configuration"). */
export const NO_NAME = 'Amnesiac';
