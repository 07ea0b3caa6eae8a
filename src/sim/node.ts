// What the world knows of a device: three ways in.

import type { Branded } from '../base/brand.ts';
import type { Frame } from './frame.ts';

/** A device of the lab: `r1`, or `mx:Luna` for a logical system. */
export type NodeId = Branded<string, 'NodeId'>;
/** A socket for a cable: `GigabitEthernet0/1`, `ge-0/0/1`. */
export type PortName = Branded<string, 'PortName'>;
/** The name of a timer, unique in its node: `arp/ge-0/0/0.0/10.0.0.2`. */
export type TimerKey = Branded<string, 'TimerKey'>;

export interface Node {
  readonly id: NodeId;
  receive(port: PortName, frame: Frame): void;
  expire(timer: TimerKey): void;
  carrier(port: PortName, up: boolean): void;
}

/** One socket of one device. */
export interface Port {
  readonly node: NodeId;
  readonly port: PortName;
}
