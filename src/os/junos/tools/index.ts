// The orders of Junos that are not its command line's own, by the names that the command files bind to.

import type { Action } from '../action.ts';
import { clearArp, clearInterfaces, clearLog } from './clear.ts';
import { clearBgpNeighbor, clearBgpTable } from './clear-bgp.ts';
import { clearBfd, clearLdp, clearVrrp } from './clear-sessions.ts';
import { clearIsisAdjacency, clearIsisDatabase, clearIsisStatistics } from './isis.ts';
import { pingMplsLdp, tracerouteMplsLdp } from './lsp.ts';
import { monitorInterface } from './monitor-interface.ts';
import { monitorTraffic } from './monitor-traffic.ts';
import { ping } from './ping.ts';
import { traceroute } from './traceroute.ts';

export const actions: Readonly<Record<string, Action>> = {
  'clear-arp': clearArp,
  'clear-bfd': clearBfd,
  'clear-vrrp': clearVrrp,
  'clear-bgp-neighbor': clearBgpNeighbor,
  'clear-bgp-table': clearBgpTable,
  'clear-interfaces': clearInterfaces,
  'clear-isis-adjacency': clearIsisAdjacency,
  'clear-isis-database': clearIsisDatabase,
  'clear-isis-statistics': clearIsisStatistics,
  'clear-ldp': clearLdp,
  'clear-log': clearLog,
  'monitor-interface': monitorInterface,
  'monitor-traffic': monitorTraffic,
  ping,
  'ping-mpls-ldp': pingMplsLdp,
  traceroute,
  'traceroute-mpls-ldp': tracerouteMplsLdp,
};
