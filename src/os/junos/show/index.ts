// The views of Junos, by the names that the command files bind to.

import type { View } from '../../os.ts';
import { showArp } from './arp.ts';
import { showBfdSession } from './bfd.ts';
import { showBgpGroup } from './bgp-group.ts';
import { showBgpNeighbor } from './bgp-neighbor.ts';
import { bgpNeighborTags } from './bgp-neighbor-tags.ts';
import { showBgpSummary } from './bgp-summary.ts';
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
import { showLdpDatabase, showLdpPath, showLdpRoute } from './ldp-database.ts';
import { showLdpInterface, showLdpNeighbor } from './ldp-neighbor.ts';
import { showLdpOverview } from './ldp-overview.ts';
import { showLdpSession } from './ldp-session.ts';
import { showLog } from './log.ts';
import { showMplsInterface, showMplsLabelUsage } from './mpls.ts';
import { showPolicy, showPolicyConditions, testPolicy } from './policies.ts';
import { showRoute } from './route.ts';
import { routeInstanceTags, showRouteInstance } from './route-instance.ts';
import { showAdvertisedRoutes, showReceivedRoutes } from './route-protocol-bgp.ts';
import { showRouteSummary } from './route-summary.ts';
import { routeTags } from './route-tags.ts';
import { showCommits, showUptime, showUsers } from './system.ts';
import type { TaggedView } from './tagged-view.ts';
import { showVersion } from './version.ts';
import { showVrrp } from './vrrp.ts';

export const views: Readonly<Record<string, View>> = {
  alarms: showAlarms,
  arp: showArp,
  'bfd-session': showBfdSession,
  'bgp-group': showBgpGroup,
  'bgp-neighbor': showBgpNeighbor,
  'bgp-summary': showBgpSummary,
  'core-dumps': showCoreDumps,
  haiku: showHaiku,
  information: showInformation,
  'ldp-database': showLdpDatabase,
  'ldp-interface': showLdpInterface,
  'ldp-neighbor': showLdpNeighbor,
  'ldp-overview': showLdpOverview,
  'ldp-path': showLdpPath,
  'ldp-route': showLdpRoute,
  'ldp-session': showLdpSession,
  license: showLicense,
  'mpls-interface': showMplsInterface,
  'mpls-label-usage': showMplsLabelUsage,
  policy: showPolicy,
  'policy-conditions': showPolicyConditions,
  'policy-test': testPolicy,
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
  'route-advertised': showAdvertisedRoutes,
  'route-instance': showRouteInstance,
  'route-received': showReceivedRoutes,
  'route-summary': showRouteSummary,
  uptime: showUptime,
  users: showUsers,
  version: showVersion,
  vrrp: showVrrp,
  ...isisViews,
};

/** Those whose answers have elements of their own in XML and JSON. */
export const taggedViews: Readonly<Record<string, TaggedView>> = {
  'bgp-neighbor': bgpNeighborTags,
  route: routeTags,
  'route-instance': routeInstanceTags,
};
