// Observers: they look and never touch.

import type { Frame } from './frame.ts';
import type { Link } from './link.ts';
import type { NodeId, Port, PortName, TimerKey } from './node.ts';
import type { Micros } from './time.ts';

/** Everything that happens in a world, as data. Equal times run in the order they were made. */
export type SimEvent =
  | {
      readonly kind: 'frame';
      readonly link: Link;
      readonly epoch: number;
      readonly to: Port;
      readonly frame: Frame;
    }
  | { readonly kind: 'timer'; readonly node: NodeId; readonly timer: TimerKey }
  | {
      readonly kind: 'carrier';
      readonly node: NodeId;
      readonly port: PortName;
    };

/** Called before the event takes effect. */
export interface Tap {
  event?(time: Micros, event: SimEvent): void;
  /** A frame was put on a link, whether or not it will arrive. */
  sent?(time: Micros, link: Link, from: Port, frame: Frame): void;
}
