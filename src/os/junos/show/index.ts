// The views of Junos, by the names that the command files bind to.

import type { View } from '../../os.ts';
import { showArp } from './arp.ts';
import {
  showAlarms,
  showCoreDumps,
  showHaiku,
  showInformation,
  showLicense,
  showProcesses,
  showReboot,
  showRescue,
  showRollback,
  showStorage,
} from './box.ts';
import { showForwardingTable } from './forwarding-table.ts';
import { showInterfaces } from './interfaces.ts';
import { isisViews } from './isis-views.ts';
import { showLog } from './log.ts';
import { showRoute } from './route.ts';
import { showRouteInstance } from './route-instance.ts';
import { showRouteSummary } from './route-summary.ts';
import { showCommits, showUptime, showUsers } from './system.ts';
import { showVersion } from './version.ts';

export const views: Readonly<Record<string, View>> = {
  alarms: showAlarms,
  arp: showArp,
  'core-dumps': showCoreDumps,
  haiku: showHaiku,
  information: showInformation,
  license: showLicense,
  processes: showProcesses,
  reboot: showReboot,
  rescue: showRescue,
  rollback: showRollback,
  storage: showStorage,
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
  ...isisViews,
};
