// The orders of IOS by the names that the command files bind to.

import type { Action } from '../action.ts';
import {
  clearArp,
  clearClns,
  clearClnsTraffic,
  clearCounters,
  clearIsis,
  clearLdp,
  clearListHits,
  clearMplsCounters,
  clearNothing,
  clearRoute,
} from './clear.ts';
import { clearBgp, clearFlaps, clearUpdateGroup } from './clear-bgp.ts';
import { pingMpls, tracerouteMpls } from './lsp.ts';
import { ping } from './ping.ts';
import { traceroute } from './traceroute.ts';

export const actions: Readonly<Record<string, Action>> = {
  'clear-arp': clearArp,
  'clear-bgp': clearBgp,
  'clear-bgp-flaps': clearFlaps,
  'clear-clns': clearClns,
  'clear-clns-traffic': clearClnsTraffic,
  'clear-isis': clearIsis,
  'clear-counters': clearCounters,
  'clear-ldp': clearLdp,
  'clear-list-hits': clearListHits,
  'clear-mpls-counters': clearMplsCounters,
  'clear-nothing': clearNothing,
  'clear-route': clearRoute,
  'clear-update-group': clearUpdateGroup,
  ping,
  'ping-mpls': pingMpls,
  traceroute,
  'traceroute-mpls': tracerouteMpls,
};
