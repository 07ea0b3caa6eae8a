// The orders of IOS by the names that the command files bind to.

import type { Action } from '../action.ts';
import { clearArp, clearBgp, clearCounters, clearRoute } from './clear.ts';
import { ping } from './ping.ts';
import { traceroute } from './traceroute.ts';

export const actions: Readonly<Record<string, Action>> = {
  'clear-arp': clearArp,
  'clear-bgp': clearBgp,
  'clear-counters': clearCounters,
  'clear-route': clearRoute,
  ping,
  traceroute,
};
