// The views of Junos, by the names that the command files bind to.

import type { View } from '../../os.ts';
import { showArp } from './arp.ts';
import { showForwardingTable } from './forwarding-table.ts';
import { showInterfaces } from './interfaces.ts';
import { showLog } from './log.ts';
import { showRoute } from './route.ts';
import { showRouteInstance } from './route-instance.ts';
import { showRouteSummary } from './route-summary.ts';
import { showCommits, showUptime, showUsers } from './system.ts';
import { showVersion } from './version.ts';

export const views: Readonly<Record<string, View>> = {
  arp: showArp,
  commits: showCommits,
  'forwarding-table': showForwardingTable,
  interfaces: showInterfaces,
  log: showLog,
  route: showRoute,
  'route-instance': showRouteInstance,
  'route-summary': showRouteSummary,
  uptime: showUptime,
  users: showUsers,
  version: showVersion,
};
