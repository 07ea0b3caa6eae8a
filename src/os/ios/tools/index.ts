// The orders of IOS by the names that the command files bind to.

import type { Action } from '../action.ts';
import { clearArp, clearClns, clearCounters, clearIsis, clearLdp, clearMplsCounters, clearRoute } from './clear.ts';
import { clearBgp } from './clear-bgp.ts';
import { pingMpls, tracerouteMpls } from './lsp.ts';
import { ping } from './ping.ts';
import { traceroute } from './traceroute.ts';

export const actions: Readonly<Record<string, Action>> = {
  'clear-arp': clearArp,
  'clear-bgp': clearBgp,
  'clear-clns': clearClns,
  'clear-isis': clearIsis,
  'clear-counters': clearCounters,
  'clear-ldp': clearLdp,
  'clear-mpls-counters': clearMplsCounters,
  'clear-route': clearRoute,
  ping,
  'ping-mpls': pingMpls,
  traceroute,
  'traceroute-mpls': tracerouteMpls,
};
