// A full feed: a hundred thousand prefixes from one peer, and the same through a reflector to ten clients.

import type { Ip4 } from '../../src/base/ip.ts';
import { prefix as prefixOf } from '../../src/base/prefix.ts';
import type { BgpConfig } from '../../src/protocols/bgp/config.ts';
import { encodeMessage } from '../../src/protocols/bgp/packet/message.ts';
import { MAIN } from '../../src/route/names.ts';
import { seconds } from '../../src/sim/time.ts';
import { neighbor } from '../harness/bgp.ts';
import { bgpConfig } from '../harness/config.ts';
import { announcement, Talker } from '../harness/talker.ts';
import { Topology } from '../harness/topology.ts';

export interface FeedFacts {
  readonly cpuSeconds: number;
  readonly heapMegabytes: number;
}

const PER_MESSAGE = 40;

/** Messages of `count` prefixes, forty of the same attributes each: as many as a full table has on the average. */
export function feed(count: number): readonly Uint8Array[] {
  const messages: Uint8Array[] = [];
  for (let at = 0; at < count; at += PER_MESSAGE) {
    const prefixes = Array.from({ length: Math.min(PER_MESSAGE, count - at) }, (_, i) => {
      // Not in order: full tables do not come sorted.
      const n = ((at + i) * 7919) % count;
      return prefixOf(((20 << 24) + (n << 8)) as Ip4, 24).text;
    });
    const path = [65001, 3356 + (at % 977), 100 + (at % 613)];
    const message = announcement(prefixes, {
      nexthop: '10.0.1.2',
      path,
      med: at % 7,
      communities: [65001 * 65536 + (at % 50)],
    });
    messages.push(encodeMessage(message, { as4: true, addPath: new Set() }));
  }
  return messages;
}

/** CPU of a router that takes `count` prefixes from one external peer and tells them to so many internal clients. */
export function fullFeed(count: number, clients: number): FeedFacts {
  const names = Array.from({ length: clients }, (_, i) => i);
  const inside = { local: '10.255.0.1', holdTime: seconds(0) };
  const config: BgpConfig = {
    ...bgpConfig({ [MAIN]: {} }, { asn: 65000, routerId: '10.255.0.1' }),
    neighbors: [
      neighbor('10.0.1.2', 65001, { direct: true, holdTime: seconds(0) }),
      ...names.map((i) =>
        neighbor(`10.1.${i}.2`, 65000, { ...inside, families: { ipv4: { client: true, nexthop: 'self' } } }),
      ),
    ],
  };
  const interfaces = Object.fromEntries([
    ['e0', '10.0.1.1/24'],
    ['lo0', '10.255.0.1/32'],
    ...names.map((i) => [`e${i + 1}`, `10.1.${i}.1/24`] as const),
  ]);
  const talkers: Talker[] = [];
  const net = new Topology({
    devices: { r1: { interfaces, bgp: config } },
    more: (world) => {
      talkers.push(new Talker(world, 'feed', { at: '10.0.1.2/24', router: '10.0.1.1', asn: 65001 }, 'r1', 'e0'));
      for (const i of names) {
        const spec = { at: `10.1.${i}.2/24`, router: '10.255.0.1', asn: 65000, deaf: true };
        talkers.push(new Talker(world, `c${i}`, spec, 'r1', `e${i + 1}`));
      }
    },
  });
  net.run(seconds(5));
  for (const one of talkers) one.begin();
  net.run(seconds(5));
  const messages = feed(count);
  const before = process.cpuUsage();
  for (const message of messages) talkers[0]?.write(message);
  net.run(seconds(120));
  const { user, system } = process.cpuUsage(before);
  const peers = net.device('r1').ask('bgp.peers', {}) ?? [];
  const accepted = peers[0]?.families[0]?.accepted;
  if (accepted !== count) throw new Error(`${accepted} of ${count} prefixes came`);
  for (const one of peers.slice(1))
    if (one.families[0]?.advertised !== count) throw new Error(`${one.families[0]?.advertised} of ${count} were told`);
  (globalThis as { gc?: () => void }).gc?.();
  return { cpuSeconds: (user + system) / 1e6, heapMegabytes: process.memoryUsage().heapUsed / 2 ** 20 };
}
