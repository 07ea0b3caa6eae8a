// Cables and LAN segments: delay, up and down, who hears.

import type { Rng } from '../base/rng.ts';
import type { Faults, Impairment } from './fault.ts';
import type { Port } from './node.ts';
import type { Micros } from './time.ts';

/** One way of a link as one of its ends sees it: what that end sends, or what it is to hear. */
export interface Way {
  readonly end: Port;
  readonly direction: 'out' | 'in';
}

/** How one way differs from its link. */
export interface OneWay {
  /** Stands instead of what the link says; what is not said here is as on the link. */
  readonly own: Impairment;
  /** The fibre of this way is broken: no frame, no light. */
  readonly dark: boolean;
}

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
  /** Ways that were impaired or cut by themselves, by `wayKey`. */
  readonly ways: Map<string, OneWay>;
  /** This link's own chance. */
  readonly rng: Rng;
}

/** On a cable what one end is to hear is what the other one sends: one name for both. */
export function wayKey(link: Link, { end, direction }: Way): string {
  const cable = !link.segment && link.ports.length === 2;
  const other = cable && direction === 'in' ? link.ports.find((port) => !samePort(port, end)) : undefined;
  return other ? keyOf(other, 'out') : keyOf(end, direction);
}

const keyOf = (end: Port, direction: Way['direction']): string => `${direction} ${end.node} ${end.port}`;
const samePort = (a: Port, b: Port): boolean => a.node === b.node && a.port === b.port;

/** Changes the whole link, or one way of it. What is changed of the whole is no longer different on any way. */
export function impair(link: Link, how: Impairment, way?: Way): void {
  if (way) {
    const key = wayKey(link, way);
    const { own, dark } = link.ways.get(key) ?? UNIMPAIRED;
    link.ways.set(key, { own: { ...own, ...how }, dark });
    return;
  }
  const { lossPerMillion, duplicatePerMillion, jitter, delay } = { ...link.faults, delay: link.delay, ...how };
  link.faults = { lossPerMillion, duplicatePerMillion, jitter };
  link.delay = delay;
  for (const [key, { own, dark }] of link.ways) {
    const left = Object.fromEntries(Object.entries(own).filter(([setting]) => !Object.hasOwn(how, setting)));
    link.ways.set(key, { own: left, dark });
  }
}

const UNIMPAIRED: OneWay = { own: {}, dark: false };

/** Breaks the fibre of one way, or mends it. */
export function darken(link: Link, way: Way, dark: boolean): void {
  const key = wayKey(link, way);
  link.ways.set(key, { own: link.ways.get(key)?.own ?? {}, dark });
}

/** What befalls a frame from one end to another: faults and delay of its way. */
export function treatment(link: Link, from: Port, to: Port): Faults & { readonly delay: Micros } {
  const whole = { ...link.faults, delay: link.delay };
  const sent = link.ways.get(keyOf(from, 'out'))?.own;
  const heard = link.ways.get(keyOf(to, 'in'))?.own;
  return { ...whole, ...sent, ...heard };
}

/** True when the fibre that this end sends into is broken. */
export const isMute = (link: Link, end: Port): boolean =>
  link.ways.size > 0 && link.ways.get(keyOf(end, 'out'))?.dark === true;

/** True when the fibre of a LAN that this end listens to is broken. A cable's is the one that the other end sends into. */
export const isDeaf = (link: Link, end: Port): boolean =>
  link.ways.size > 0 && link.ways.get(keyOf(end, 'in'))?.dark === true;

/** True when `at` sees light: its fibre is whole and, on a cable, the far end is switched on. */
export function seesCarrier(link: Link, at: Port, lit: (port: Port) => boolean): boolean {
  if (!link.up) return false;
  if (link.segment) return !isDeaf(link, at);
  return link.ports.some((port) => port !== at && lit(port) && !isMute(link, port));
}
