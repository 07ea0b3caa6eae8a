// A PC's habits: those of the virtual PCs (VPCS 0.8) that lab simulators put at the edge of a network.

import type { Personality } from '../../device/personality.ts';
import { RFC_TRAITS } from '../../net/tcp/traits.ts';
import { micros, millis, seconds } from '../../sim/time.ts';

/** VPCS transcripts in public lab notes show replies with ttl=64 less the hops; the rest is what any small stack does. */
export const personality: Personality = {
  stack: {
    initialTtl: 64,
    pingTtl: 64,
    arpQueue: 4,
    arpRequests: 3,
    arpRetry: seconds(1),
    unreachableInterval: micros(0),
    answerDelay: micros(100),
    carrierUpDelay: millis(100),
    carrierDownDelay: micros(0),
    gratuitousArp: true,
    icmpQuote: undefined,
  },
  resolve: { viaDefault: false },
  connected: { localWhileDown: false },
  tcp: RFC_TRAITS,
  // No IS-IS runs on a PC, and no BGP; the record wants an answer all the same.
  isis: {
    jitterPercent: 0,
    disHelloDivisor: 3,
    disWaitHellos: 2,
    firstCircuitId: 1,
    lspHead: ['areas', 'protocols', 'router-id', 'hostname', 'ip-addresses'],
    periodicSpf: undefined,
    logLength: 20,
    lspAddresses: 'one',
    externalMetricOffset: 0,
    purgeOriginator: false,
    p2pDestination: 'all-is',
  },
  bgp: { importDelay: micros(0), routerIdFrom: 'highest-loopback' },
  bfd: { firstDiscriminator: 1, controlPlaneIndependent: false },
  ldp: { routerIdFrom: 'highest-loopback', capabilities: [], addresses: 'every', unlabelledHops: 'untag' },
};
