// The views of Junos, by the names that the command files bind to.

import type { View } from '../../os.ts';
import { showArp } from './arp.ts';
import { showBfdSession } from './bfd.ts';
import { bfdSessionTags } from './bfd-tags.ts';
import { showBgpGroup } from './bgp-group.ts';
import { showBgpNeighbor } from './bgp-neighbor.ts';
import { bgpNeighborTags } from './bgp-neighbor-tags.ts';
import { showBgpSummary } from './bgp-summary.ts';
import { bgpGroupTags, bgpSummaryTags } from './bgp-summary-tags.ts';
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
import { interfacesTags } from './interfaces-tags.ts';
import { isisAdjacencyTags, isisDatabaseTags, isisHostnameTags, isisInterfaceTags } from './isis-tags.ts';
import { isisViews } from './isis-views.ts';
import { showKrtQueue, showTaskReplication } from './kernel.ts';
import { showLdpDatabase, showLdpPath, showLdpRoute } from './ldp-database.ts';
import { showLdpInterface, showLdpNeighbor } from './ldp-neighbor.ts';
import { showLdpOverview } from './ldp-overview.ts';
import { showLdpSession } from './ldp-session.ts';
import { ldpDatabaseTags, ldpInterfaceTags, ldpNeighborTags, ldpSessionTags, mplsInterfaceTags } from './ldp-tags.ts';
import { whereLdpRuns } from './ldp-words.ts';
import { arpTags, vrrpTags } from './link-tags.ts';
import { showLog } from './log.ts';
import { showMplsInterface, showMplsLabelUsage, showMplsLsp, showRsvpNeighbor, showRsvpSession } from './mpls.ts';
import { showPolicy, showPolicyConditions, testPolicy } from './policies.ts';
import { showRoute } from './route.ts';
import { routeInstanceTags, showRouteInstance } from './route-instance.ts';
import { showAdvertisedRoutes, showReceivedRoutes } from './route-protocol-bgp.ts';
import { routeSummaryTags, showRouteSummary } from './route-summary.ts';
import { routeTags } from './route-tags.ts';
import { showCommits, showUptime, showUsers } from './system.ts';
import { commitsTags, uptimeTags, usersTags } from './system-tags.ts';
import type { TaggedView } from './tagged-view.ts';
import { showVersion, versionTags } from './version.ts';
import { showVrrp } from './vrrp.ts';

export const views: Readonly<Record<string, View>> = {
  alarms: showAlarms,
  'krt-queue': showKrtQueue,
  'task-replication': showTaskReplication,
  arp: showArp,
  'bfd-session': showBfdSession,
  'bgp-group': showBgpGroup,
  'bgp-neighbor': showBgpNeighbor,
  'bgp-summary': showBgpSummary,
  'core-dumps': showCoreDumps,
  haiku: showHaiku,
  information: showInformation,
  'ldp-database': whereLdpRuns(showLdpDatabase),
  'ldp-interface': whereLdpRuns(showLdpInterface),
  'ldp-neighbor': whereLdpRuns(showLdpNeighbor),
  'ldp-overview': whereLdpRuns(showLdpOverview),
  'ldp-path': whereLdpRuns(showLdpPath),
  'ldp-route': whereLdpRuns(showLdpRoute),
  'ldp-session': whereLdpRuns(showLdpSession),
  license: showLicense,
  'mpls-interface': showMplsInterface,
  'mpls-label-usage': showMplsLabelUsage,
  'mpls-lsp': showMplsLsp,
  policy: showPolicy,
  'policy-conditions': showPolicyConditions,
  'policy-test': testPolicy,
  'ospf-state': () => ['OSPF instance is not running'],
  processes: showProcesses,
  reboot: showReboot,
  rescue: showRescue,
  rollback: showRollback,
  storage: showStorage,
  commits: showCommits,
  'forwarding-table': showForwardingTable,
  interfaces: showInterfaces,
  log: showLog,
  'rsvp-neighbor': showRsvpNeighbor,
  'rsvp-session': showRsvpSession,
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
  arp: arpTags,
  'bfd-session': bfdSessionTags,
  'bgp-group': bgpGroupTags,
  'bgp-neighbor': bgpNeighborTags,
  'bgp-summary': bgpSummaryTags,
  commits: commitsTags,
  interfaces: interfacesTags,
  'isis-adjacency': isisAdjacencyTags,
  'isis-database': isisDatabaseTags,
  'isis-hostname': isisHostnameTags,
  'isis-interface': isisInterfaceTags,
  'ldp-database': ldpDatabaseTags,
  'ldp-interface': ldpInterfaceTags,
  'ldp-neighbor': ldpNeighborTags,
  'ldp-session': ldpSessionTags,
  'mpls-interface': mplsInterfaceTags,
  route: routeTags,
  'route-instance': routeInstanceTags,
  'route-summary': routeSummaryTags,
  uptime: uptimeTags,
  users: usersTags,
  version: versionTags,
  vrrp: vrrpTags,
};
