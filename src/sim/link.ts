// Cables and LAN segments: delay, up and down, who hears.

import type { Rng } from '../base/rng.ts';
import type { Faults } from './fault.ts';
import type { Port } from './node.ts';
import type { Micros } from './time.ts';

/** Two ports: a cable. More, or `segment`: a LAN on which everybody hears everybody. */
export interface Link {
  readonly id: string;
  readonly ports: readonly Port[];
  /** A switch stands between the ports: carrier does not depend on who is at the other end. */
  readonly segment: boolean;
  delay: Micros;
  faults: Faults;
  up: boolean;
  /** Counts how often the link went down: a frame in flight at that moment is lost. */
  epoch: number;
  /** This link's own chance. */
  readonly rng: Rng;
}

/** True when `at` sees light: the link is whole and, on a cable, the far end is switched on. */
export function seesCarrier(link: Link, at: Port, lit: (port: Port) => boolean): boolean {
  if (!link.up) return false;
  if (link.segment) return true;
  return link.ports.some((port) => port !== at && lit(port));
}
