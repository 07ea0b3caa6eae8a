// How a router reaches the sockets of its box.

import type { Frame } from '../sim/frame.ts';
import type { PortName } from '../sim/node.ts';

/** Ports as the world knows them, or as a box shares them out among its routers. */
export interface PortWire {
  transmit(port: PortName, frame: Frame): void;
  light(port: PortName, on: boolean): void;
  /** Light at this port now. */
  carrier(port: PortName): boolean;
}
