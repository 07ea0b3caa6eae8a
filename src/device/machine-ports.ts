// What a machine hands to its stack, its TCP and its tables: the device's clock, timers, chance and cables.

import type { Ip4 } from '../base/ip.ts';
import type { Rng } from '../base/rng.ts';
import { Resolver } from '../net/resolve.ts';
import type { IpStack, StackEvent, StackPort } from '../net/stack-port.ts';
import type { TcpHost } from '../net/tcp/host.ts';
import type { Vrfs } from '../net/vrf.ts';
import type { VrfName } from '../route/names.ts';
import type { Micros } from '../sim/time.ts';
import type { DeviceEvent } from './events.ts';
import type { SettlePort } from './settle.ts';
import { sourceFor } from './source-address.ts';

/** What a running machine needs of its device. */
export interface MachinePort extends Omit<StackPort, 'notice' | 'random' | 'timer'> {
  timer(key: string, after: Micros | 'off'): void;
  timerAt(key: string): Micros | undefined;
  /** One stream of chance a name; it goes on after the power was off. */
  rng(name: string): Rng;
  report(event: DeviceEvent): void;
  /** A route, a label, a neighbour or an interface changed. */
  changed(): void;
}

export function stackPort(port: MachinePort, notice: (event: StackEvent) => void): StackPort {
  const rng = port.rng('stack');
  return {
    get now(): Micros {
      return port.now;
    },
    timer: (key, after) => port.timer(key, after),
    transmit: (name, frame) => port.transmit(name, frame),
    light: (name, on) => port.light(name, on),
    carrier: (name) => port.carrier(name),
    random: (below) => rng.below(below),
    notice,
  };
}

export function tcpPort(port: MachinePort, stack: IpStack): ConstructorParameters<typeof TcpHost>[0] {
  const rng = port.rng('tcp');
  return {
    get now(): Micros {
      return port.now;
    },
    timer: (key, after) => port.timer(key, after),
    random: (below) => rng.below(below),
    send: (packet) => stack.send(packet),
    source: (vrf: VrfName, peer: Ip4) => sourceFor(stack, vrf, peer),
    notice: (failure) => port.report(failure),
  };
}

export function settlePort(
  port: MachinePort,
  stack: IpStack,
  vrfs: Vrfs,
  traits: ConstructorParameters<typeof Resolver>[1],
  deliver: SettlePort['deliver'],
): SettlePort {
  return {
    vrfs,
    resolver: new Resolver(
      vrfs.around((name) => stack.interface(name)?.up === true),
      traits,
    ),
    get now(): Micros {
      return port.now;
    },
    fib: (vrf) => stack.fib(vrf),
    lfib: stack.lfib,
    deliver,
    changed: () => port.changed(),
    unstable: (rounds) => port.report({ kind: 'unstable', rounds }),
  };
}
