// What no command of Junos changes. Each value has its source beside it.

import type { Personality } from '../../device/personality.ts';
import { RFC_TRAITS } from '../../net/tcp/traits.ts';
import { micros, minutes, seconds } from '../../sim/time.ts';

export const PERSONALITY: Personality = {
  stack: {
    // Dossier of a Junos IP VPN lab: a ping across three routers comes back with ttl=61, so echo replies leave with 64.
    initialTtl: 64,
    // Junos OS CLI reference, "ping": the default of `ttl` is 64.
    pingTtl: 64,
    // FreeBSD arp(4), on which the Junos kernel is built: the last packet waits for the answer. A first ping is slow, not lost
    // (`time=973.514 ms`, genieparser golden output `ping … count 10`).
    arpQueue: 1,
    // FreeBSD arp(4), net.link.ether.inet.maxtries: five requests, a second apart.
    arpRequests: 5,
    arpRetry: seconds(1),
    // Junos OS, "icmpv4-rate-limit": 1000 a second with a bucket of five seconds; a lab never empties it.
    unreachableInterval: micros(0),
    // `time=0.648 ms` across four hops of one chassis (the same dossier).
    answerDelay: micros(100),
    // Junos OS Interfaces Fundamentals, "hold-time": `Up 0 ms, Down 0 ms` unless configured (`show interfaces extensive`).
    carrierUpDelay: micros(0),
    carrierDownDelay: micros(0),
    // FreeBSD arp(4): an address that is set announces itself.
    gratuitousArp: true,
    // FreeBSD icmp(4), net.inet.icmp.quotelen: eight bytes behind the header, hence `36 bytes from …` in a ping.
    icmpQuote: 8,
    // `36 bytes from 10.0.1.1: Destination Net Unreachable`: the forwarding table's own default entry rejects, as does a
    // `reject` route; both are one kind of next hop (`rjct`, `show route forwarding-table`).
    noRouteCode: 0,
    rejectCode: 0,
    // Dossier as above: the last hop of a traceroute answers with the address that was asked for.
    unreachableFrom: 'destination',
  },
  tcp: RFC_TRAITS,
  // Junos OS Routing Policies, "resolution": every active route may resolve a next hop unless an import policy forbids.
  resolve: { viaDefault: true },
  // `192.168.51.1/32 *[Local/0] 00:02:35 / Reject`, genieparser golden output `show route table`.
  connected: { localWhileDown: true },
  isis: {
    // ISO 10589 §10.1: a quarter.
    jitterPercent: 25,
    // Junos OS IS-IS, "hello-interval": 9 seconds, 3 on a designated router.
    disHelloDivisor: 3,
    disWaitHellos: 2,
    // Junos OS IS-IS, "show isis spf": `Periodic SPF` among the reasons.
    periodicSpf: minutes(15),
    logLength: 40,
    // Captures `show isis interface` of vMX: `0x1` where another router is designated, own pseudonodes from `R1.02`.
    firstCircuitId: 2,
    // Captures `show isis database extensive` of vMX: `LSP Buffer Size: 1492` behind the area, one `IP address:` a system.
    lspHead: ['areas', 'buffer-size', 'protocols', 'router-id', 'ip-addresses', 'hostname'],
    lspAddresses: 'one',
    externalMetricOffset: 0,
    // Junos OS IS-IS, "purge-originator": off unless it is configured.
    purgeOriginator: false,
    p2pDestination: 'all-is',
  },
  bgp: {
    // rib-group and auto-export act with the route itself.
    importDelay: micros(0),
    // Junos OS Routing Protocols, "router-id": the primary address of lo0 first, which is its lowest.
    routerIdFrom: 'lowest-loopback',
  },
  // Nothing tells with which number a box begins (capture `show bfd session extensive`: 350). The session runs in the
  // packet forwarding engine where it can (Junos OS High Availability, "distributed BFD").
  // Junos OS MPLS Applications, "LDP": routes of inet.3 lead where labels were given out, and nowhere else; captures
  // `show ldp session detail`: "Next-hop addresses received".
  ldp: { routerIdFrom: 'lowest-loopback', capabilities: [], addresses: 'enabled', unlabelledHops: 'leave-out' },
  bfd: { firstDiscriminator: 16, controlPlaneIndependent: true },
};
