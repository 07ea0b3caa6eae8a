// Two reflectors and their clients: memberships reach whoever has to know of them, though the best path is another's.
//                                                                                                    RFC 4684 §3.2

import { describe, expect, it } from 'vitest';
import type { BgpConfig } from '../../../src/protocols/bgp/config.ts';
import { membershipText } from '../../../src/route/membership.ts';
import { MAIN } from '../../../src/route/names.ts';
import { seconds } from '../../../src/sim/time.ts';
import { neighbor } from '../../harness/bgp.ts';
import { bgpConfig } from '../../harness/config.ts';
import { ip } from '../../harness/routes.ts';
import { Topology } from '../../harness/topology.ts';

const families = (client: boolean) => ({ vpnv4: { client, resolve: 'both' as const }, rtfilter: { client } });

/** A client: it imports 65000:1 and tells a route of it. */
const client = (n: number, reflector: string): BgpConfig => ({
  ...bgpConfig(
    { RED: { rd: `65000:${n}`, import: ['65000:1'], export: ['65000:1'], redistribute: ['connected'] } },
    { asn: 65000, routerId: `10.255.0.${n}` },
  ),
  neighbors: [neighbor(reflector, 65000, { families: families(false) })],
});

const reflector = (n: number, own: string, other: string): BgpConfig => ({
  ...bgpConfig({}, { asn: 65000, routerId: `10.255.0.${n}` }),
  neighbors: [
    neighbor(own, 65000, { families: families(true) }),
    neighbor(other, 65000, { families: families(false) }),
  ],
});

/** Next hops of the far side. */
const by = (gateway: string, ...nets: readonly string[]) => ({
  static: { [MAIN]: nets.map((to) => ({ to, via: gateway })) },
});

const make = (): Topology =>
  new Topology({
    devices: {
      c2: {
        vrfs: ['RED'],
        interfaces: { e0: '10.0.2.2/24', lo1: { at: '192.168.2.1/24', vrf: 'RED' } },
        bgp: client(2, '10.0.2.1'),
      },
      rb: {
        interfaces: { e0: '10.0.2.1/24', e1: '10.0.0.2/24' },
        bgp: reflector(12, '10.0.2.2', '10.0.0.1'),
        ...by('10.0.0.1', '10.0.3.0/24'),
      },
      ra: {
        interfaces: { e0: '10.0.3.1/24', e1: '10.0.0.1/24' },
        bgp: reflector(13, '10.0.3.2', '10.0.0.2'),
        ...by('10.0.0.2', '10.0.2.0/24'),
      },
      c3: {
        vrfs: ['RED'],
        interfaces: { e0: '10.0.3.2/24', lo1: { at: '192.168.3.1/24', vrf: 'RED' } },
        bgp: client(3, '10.0.3.1'),
      },
    },
    cables: ['c2 e0 - rb e0', 'rb e1 - ra e1', 'ra e0 - c3 e0'],
  });

/** Memberships that a router heard from a neighbour. */
const asked = (net: Topology, name: string, peer: string): readonly string[] =>
  (net.device(name).ask('bgp.received', { vrf: MAIN, peer: ip(peer) as never }) ?? [])
    .filter(({ family }) => family === 'rtfilter')
    .map(({ nlri }) => membershipText(nlri.prefix));

const vpnRoutes = (net: Topology, name: string, peer: string): readonly string[] =>
  (net.device(name).ask('bgp.received', { vrf: MAIN, peer: ip(peer) as never }) ?? [])
    .filter(({ family }) => family === 'vpnv4')
    .map(({ nlri }) => nlri.prefix.text);

describe('memberships between reflectors', () => {
  it("are told both ways, as a client's path where the best one is the other reflector's", () => {
    const net = make().run(seconds(60));
    expect(asked(net, 'ra', '10.0.0.2')).toEqual(['65000:65000:1']);
    expect(asked(net, 'rb', '10.0.0.1')).toEqual(['65000:65000:1']);
  });

  it('come back to the client that told them: somebody wants its routes', () => {
    const net = make().run(seconds(60));
    expect(asked(net, 'c3', '10.0.3.1')).toEqual(['65000:65000:1']);
    expect(vpnRoutes(net, 'c3', '10.0.3.1')).toEqual(['192.168.2.0/24']);
    expect(vpnRoutes(net, 'c2', '10.0.2.1')).toEqual(['192.168.3.0/24']);
  });
});
