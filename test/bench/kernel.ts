// The kernel and the forwarding path by themselves: events a second, frames through three routers a second.

import type { PingSpec } from '../../src/net/operations.ts';
import { MAIN } from '../../src/route/names.ts';
import type { Node, NodeId, TimerKey } from '../../src/sim/node.ts';
import { micros, millis, seconds } from '../../src/sim/time.ts';
import { World } from '../../src/sim/world.ts';
import type { DeviceSpec } from '../harness/config.ts';
import { ip } from '../harness/routes.ts';
import { Topology } from '../harness/topology.ts';
import { cpuSeconds } from './measure.ts';

/** A node whose timers fire again and again. */
class Clockwork implements Node {
  readonly id: NodeId;
  readonly #world: World;
  constructor(world: World, id: NodeId) {
    this.id = id;
    this.#world = world;
    world.addNode(this);
  }
  expire(timer: TimerKey): void {
    this.#world.timer(this.id, timer, seconds(1));
  }
  receive(): void {}
  carrier(): void {}
}

/** 5,000 timers on 100 nodes, each once a second of lab time. */
export function eventsPerSecond(): number {
  const count = 1_000_000;
  const seconds_ = cpuSeconds(() => {
    const world = new World(1);
    for (let n = 0; n < 100; n++) {
      const node = new Clockwork(world, `n${n}` as NodeId);
      for (let t = 0; t < 50; t++) world.timer(node.id, `timer/${t}` as TimerKey, micros(1 + n * 10_000 + t * 37));
    }
    while (world.executed < count) world.step();
  });
  return count / seconds_;
}

/** `10.0.4.0/24 10.0.2.2`: to, via. */
const routes = (...lines: readonly string[]): NonNullable<DeviceSpec['static']> => ({
  [MAIN]: lines.map((line) => {
    const [to = '', via = ''] = line.split(' ');
    return { to, via };
  }),
});

/** Three routers in a row forward an endless stream of small packets; a frame counts once a router. */
export function framesPerSecond(): number {
  const flood = 60_000;
  const row = new Topology({
    devices: {
      a: { interfaces: { e0: '10.0.1.1/24' }, static: routes('10.0.0.0/16 10.0.1.2') },
      r1: { interfaces: { e0: '10.0.1.2/24', e1: '10.0.2.1/24' }, static: routes('10.0.4.0/24 10.0.2.2') },
      r2: {
        interfaces: { e0: '10.0.2.2/24', e1: '10.0.3.1/24' },
        static: routes('10.0.4.0/24 10.0.3.2', '10.0.1.0/24 10.0.2.1'),
      },
      r3: { interfaces: { e0: '10.0.3.2/24', e1: '10.0.4.1/24' }, static: routes('10.0.1.0/24 10.0.3.1') },
      b: { interfaces: { e0: '10.0.4.2/24' }, static: routes('10.0.0.0/16 10.0.4.1') },
    },
    cables: ['a e0 - r1 e0', 'r1 e1 - r2 e0', 'r2 e1 - r3 e0', 'r3 e1 - b e0'],
  });
  const spec: PingSpec = {
    vrf: MAIN,
    to: ip('10.0.4.2'),
    from: undefined,
    count: undefined,
    size: 100,
    df: false,
    ttl: 255,
    tos: 0,
    timeout: seconds(2),
    pace: micros(100),
    pattern: undefined,
  };
  let received = 0;
  const ping = row.device('a').ping(spec, (report) => {
    if (report.kind === 'reply') received++;
  });
  row.run(seconds(1));
  const before = received;
  const spent = cpuSeconds(() => row.run(millis((flood * 100) / 1000)), 1);
  const answered = received - before;
  ping.stop();
  if (answered < flood * 0.9) throw new Error(`only ${answered} of ${flood} pings came back`);
  // Request and reply, each through three routers.
  return (answered * 6) / spent;
}
