// Words and numbers that the long forms of `show vrrp` share.

import type { VrrpGroupRow } from '../../../protocols/vrrp/show.ts';
import { type Micros, wholeSeconds } from '../../../sim/time.ts';

/** `bringup`: its interface is not there yet. CLI reference, "show vrrp" */
export function stateText({ state, reason }: VrrpGroupRow): string {
  if (state !== 'init') return state;
  return reason === 'interface-down' ? 'bringup' : 'idle';
}

/** `up` or `down`: the interface, not the group. */
export const faceText = ({ reason }: VrrpGroupRow): string => (reason === 'interface-down' ? 'down' : 'up');

/** `1`, `0.200` */
export function intervalText(span: Micros): string {
  const value = span / 1_000_000;
  return Number.isInteger(value) ? String(value) : value.toFixed(3);
}

/** `00:00:08`, `1d 08:28` */
export function uptimeText(span: Micros): string {
  const total = wholeSeconds(span);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [days, hours, minutes] = [
    Math.floor(total / 86_400),
    Math.floor(total / 3600) % 24,
    Math.floor(total / 60) % 60,
  ];
  if (days > 0) return `${days}d ${two(hours)}:${two(minutes)}`;
  return `${two(hours)}:${two(minutes)}:${two(total % 60)}`;
}
