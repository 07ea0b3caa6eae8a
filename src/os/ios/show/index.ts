// The views of IOS by the names that the command files bind to.

import type { View } from '../../os.ts';
import { showAccessLists } from './access-lists.ts';
import { showAdjacency, showExactRoute } from './adjacency.ts';
import { showArp } from './arp.ts';
import {
  showAsPathLists,
  showCommunityLists,
  showExtcommunityLists,
  showLargeCommunityLists,
} from './attribute-lists.ts';
import { showBfdNeighbors } from './bfd.ts';
import { showBgp, showBgpLonger, showBgpNothing } from './bgp.ts';
import { showBgpAll, showBgpAllDampening } from './bgp-all.ts';
import { showBgpDampening } from './bgp-dampening.ts';
import {
  showBgpCommunity,
  showBgpLargeCommunity,
  showBgpPaths,
  showBgpPrefixList,
  showBgpRegexp,
} from './bgp-filters.ts';
import { showBgpClusterIds, showBgpPeerGroup, showBgpTemplate, showBgpUpdateGroup } from './bgp-groups.ts';
import { showBgpListed } from './bgp-listed.ts';
import { showBgpNeighbors } from './bgp-neighbors.ts';
import { showBgpNeighborRoutes } from './bgp-peer-routes.ts';
import { showBgpRtfilter } from './bgp-rtfilter.ts';
import { showIpCef } from './cef.ts';
import { showClnsInterface } from './clns-interface.ts';
import { showClnsTraffic } from './clns-traffic.ts';
import { showClock } from './clock.ts';
import { showInterfacesDescription, showIpInterfaceBrief } from './interface-brief.ts';
import { showInterfaceProtocols } from './interface-protocols.ts';
import { showArpSummary, showInterfacesStats, showInterfacesSummary } from './interface-tables.ts';
import { showInterfaces } from './interfaces.ts';
import { showIpInterface } from './ip-interface.ts';
import { showIsisDatabase, showIsisTopology } from './isis-database.ts';
import { showIsisLspLog, showIsisSpfLog } from './isis-log.ts';
import { showIsisMplsLdp } from './isis-mpls-ldp.ts';
import { showClnsNeighbors, showIsisHostname, showIsisNeighbors } from './isis-neighbors.ts';
import { showClnsGlobal, showClnsIsNeighbors, showClnsProtocol, showIsisProtocol } from './isis-protocol.ts';
import { showIsisRib } from './isis-rib.ts';
import { showIpPolicy, showKeyChains, showNotEnabled } from './kept.ts';
import { showLdpBindings } from './ldp-bindings.ts';
import { showLdpBackoff, showLdpCapabilities, showLdpDiscovery, showLdpParameters } from './ldp-discovery.ts';
import { showLdpIgpSync } from './ldp-igp-sync.ts';
import { showLdpNeighbor } from './ldp-neighbor.ts';
import { showMplsForwarding, showMplsInterfaces, showMplsLabelRange } from './mpls.ts';
import { showMplsIpBinding } from './mpls-ip-binding.ts';
import { showIpPrefixList } from './prefix-lists.ts';
import { showIpProtocols } from './protocols.ts';
import { showIpRoute } from './route.ts';
import { showRouteMap } from './route-maps.ts';
import { showSlaStatistics, showSlaSummary } from './sla.ts';
import { showIpStaticRoute } from './static-route.ts';
import { showTrack } from './track.ts';
import { showVersion } from './version.ts';
import { showIpVrf, showVrf } from './vrf.ts';
import { showVrrp } from './vrrp.ts';

export const views: Readonly<Record<string, View>> = {
  'access-lists': showAccessLists,
  adjacency: showAdjacency,
  arp: showArp,
  'arp-summary': showArpSummary,
  'as-path-lists': showAsPathLists,
  'bfd-neighbors': showBfdNeighbors,
  bgp: showBgp,
  'bgp-all': showBgpAll,
  'bgp-all-dampening': showBgpAllDampening,
  'bgp-cluster-ids': showBgpClusterIds,
  'bgp-community': showBgpCommunity,
  'bgp-dampening': showBgpDampening,
  'bgp-listed': showBgpListed,
  'bgp-longer': showBgpLonger,
  'bgp-neighbor-routes': showBgpNeighborRoutes,
  'bgp-neighbors': showBgpNeighbors,
  'bgp-nothing': showBgpNothing,
  'bgp-paths': showBgpPaths,
  'bgp-peer-group': showBgpPeerGroup,
  'bgp-prefix-list': showBgpPrefixList,
  'bgp-regexp': showBgpRegexp,
  'bgp-rtfilter': showBgpRtfilter,
  'bgp-template': showBgpTemplate,
  'bgp-update-group': showBgpUpdateGroup,
  cef: showIpCef,
  'cef-exact-route': showExactRoute,
  clns: showClnsGlobal,
  'clns-interface': showClnsInterface,
  'clns-is-neighbors': showClnsIsNeighbors,
  'clns-neighbors': showClnsNeighbors,
  'clns-protocol': showClnsProtocol,
  'clns-traffic': showClnsTraffic,
  clock: showClock,
  'community-lists': showCommunityLists,
  'extcommunity-lists': showExtcommunityLists,
  'large-community-lists': showLargeCommunityLists,
  'bgp-large-community': showBgpLargeCommunity,
  interfaces: showInterfaces,
  'interfaces-stats': showInterfacesStats,
  'interfaces-summary': showInterfacesSummary,
  'interface-protocols': showInterfaceProtocols,
  'interfaces-description': showInterfacesDescription,
  'ip-interface': showIpInterface,
  'ip-interface-brief': showIpInterfaceBrief,
  'ip-vrf': showIpVrf,
  'ldp-backoff': showLdpBackoff,
  'ldp-bindings': showLdpBindings,
  'ldp-capabilities': showLdpCapabilities,
  'ldp-discovery': showLdpDiscovery,
  'ldp-igp-sync': showLdpIgpSync,
  'ldp-neighbor': showLdpNeighbor,
  'ldp-parameters': showLdpParameters,
  'mpls-forwarding': showMplsForwarding,
  'mpls-interfaces': showMplsInterfaces,
  'mpls-ip-binding': showMplsIpBinding,
  'mpls-label-range': showMplsLabelRange,
  'isis-database': showIsisDatabase,
  'isis-hostname': showIsisHostname,
  'isis-lsp-log': showIsisLspLog,
  'isis-neighbors': showIsisNeighbors,
  'isis-protocol': showIsisProtocol,
  'isis-mpls-ldp': showIsisMplsLdp,
  'isis-rib': showIsisRib,
  'isis-spf-log': showIsisSpfLog,
  'isis-topology': showIsisTopology,
  'prefix-lists': showIpPrefixList,
  protocols: showIpProtocols,
  'route-maps': showRouteMap,
  'ip-policy': showIpPolicy,
  'key-chains': showKeyChains,
  'not-enabled': showNotEnabled,
  routes: showIpRoute,
  'static-routes': showIpStaticRoute,
  'sla-statistics': showSlaStatistics,
  'sla-summary': showSlaSummary,
  track: showTrack,
  version: showVersion,
  vrf: showVrf,
  vrrp: showVrrp,
};
