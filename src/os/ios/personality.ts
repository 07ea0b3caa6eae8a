// What no command of IOS changes. Each value has its source beside it.

import type { Personality } from '../../device/personality.ts';
import { RFC_TRAITS } from '../../net/tcp/traits.ts';
import { micros, millis, minutes, seconds } from '../../sim/time.ts';

export const PERSONALITY: Personality = {
  stack: {
    // Cisco, "Understand the Extended ping and Extended traceroute Commands": packets leave with TTL 255.
    initialTtl: 255,
    pingTtl: 255,
    // The first ping to a neighbour is a dot: captures `.!!!!`; Cisco IOS IP Addressing: ARP.
    arpQueue: 0,
    // Not documented: an unanswered address is asked for again with the next packet, here three times in all.
    arpRequests: 3,
    arpRetry: seconds(2),
    // Cisco IOS IP Application Services, "ip icmp rate-limit unreachable": one in 500 ms. Hence `4 msec *  5 msec`.
    unreachableInterval: millis(500),
    // Captures `round-trip min/avg/max = 1/1/2 ms` between two IOSv routers on one link.
    answerDelay: micros(500),
    // Cisco IOS Interface and Hardware Component, "carrier-delay": two seconds.
    carrierUpDelay: seconds(2),
    carrierDownDelay: seconds(2),
    // Cisco IOS IP Addressing: ARP, "ip gratuitous-arps": sent when an address comes up.
    gratuitousArp: true,
    // RFC 792: the IP header and eight bytes. A ping of another vendor counts 36 bytes of such an error.
    icmpQuote: 8,
    // `debug ip icmp`: "ICMP: dst (10.9.9.9) host unreachable sent to 10.0.12.1", for want of a route as for Null0.
    noRouteCode: 1,
    rejectCode: 1,
    // Captures `traceroute` to a loopback: the last hop shows the address of the interface that heard the probe.
    unreachableFrom: 'interface',
  },
  tcp: {
    ...RFC_TRAITS,
    // Captures `show bgp neighbors`: 1460 bytes, `maxrcvwnd: 16384`, `ACK hold: 200 ms` are those of the RFCs' table.
    // Captures of the same: ports from 11001 (IOS 12.2) over 22138 (IOS XE) to 58251 (IOS 15).
    ports: [11_000, 65_535],
    // Cisco IOS IP Application Services, "ip tcp synwait-time": 30 seconds.
    connectTimeout: seconds(30),
  },
  // Cisco IOS IP Routing: Protocol-Independent, "Recursive static routes": any route may resolve a next hop.
  resolve: { viaDefault: true, lspFrom: 'unicast-labels' },
  // Captures `show ip route`: an interface that is down has no L route.
  connected: { localWhileDown: false },
  isis: {
    // ISO 10589 §10.1: a quarter.
    jitterPercent: 25,
    // Capture `show clns interface` (genieparser): the designated router's next hello within 3.3 seconds instead of 10.
    disHelloDivisor: 3,
    disWaitHellos: 2,
    // Cisco IOS IP Routing: IS-IS, "show isis spf-log": PERIODIC every 15 minutes; the last twenty runs are kept.
    periodicSpf: minutes(15),
    logLength: 20,
    // Captures `show clns interface` (genieparser): `local circuit ID 0x1`, `Circuit ID: R2.01`.
    firstCircuitId: 1,
    // Captures `show isis database verbose` (genieparser): `Area Address`, `NLPID`, `Router ID`, `Hostname`, `IP Address`.
    lspHead: ['areas', 'protocols', 'router-id', 'hostname', 'ip-addresses'],
    // Captures `show isis database detail` (genieparser): one `IP Address:` a system.
    lspAddresses: 'one',
    // Cisco IOS IP Routing: IS-IS, "redistribute": metric-type external adds 64.
    externalMetricOffset: 64,
    // Cisco IOS IP Routing: IS-IS, "authentication" and RFC 6232: purges carry nothing but their header.
    purgeOriginator: false,
    p2pDestination: 'all-is',
  },
  bgp: {
    // Cisco IOS IP Routing: BGP, "BGP Event-Based VPN Import": imports follow at once, not at the next scan.
    importDelay: seconds(1),
    // Cisco IOS IP Routing: BGP, "bgp router-id": the highest address of a loopback, else of any interface.
    routerIdFrom: 'highest-loopback',
    // Cisco IOS IP Configuration Guide, "Managing Routing Policy Changes": "Whenever there is a change in the routing policy,
    // the BGP session must be soft cleared, or soft reset, for the new policy to take effect." What is told to neighbors
    // follows by itself: "BGP Dynamic Update Peer-Groups".
    importRules: 'new',
    // Debugs of IOS 12.4 to 15.x: `open active delayed 9216ms (35000ms max, 60% jitter)`; the first one is shorter.
    openDelay: seconds(10),
  },
  // Capture `show bfd neighbors` (IOS XE): local discriminators from 4097. Cisco IOS IP Routing: BFD, "show bfd neighbors
  // details": `C bit: 0` where the control plane runs it.
  // Cisco IOS MPLS LDP Configuration Guide, "LDP router ID"; "show mpls forwarding-table": `No Label`; captures
  // `show mpls ldp neighbor`: every address of the router is bound to it.
  ldp: {
    routerIdFrom: 'highest-loopback',
    capabilities: [0x0506, 0x050b],
    addresses: 'every',
    unlabelledHops: 'untag',
  },
  bfd: { firstDiscriminator: 4097, controlPlaneIndependent: false },
};
