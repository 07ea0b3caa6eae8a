# commands/ios/bgp.cmd: BGP.                      Help: `?` of IOS 15.x; Cisco IOS IP Routing: BGP command reference

config {
  router bgp <asn!:asn> "Autonomous system number" @config-router {
    bgp router-id <id:ipv4> "Manually configured router identifier"
    bgp router-id interface <interface:interface>
    bgp router-id vrf auto-assign                          -> accept "router IDs are the router's own"
    bgp cluster-id <id:line> "Route-Reflector Cluster-id"  -> accept "BGP has no neighbors yet"
    bgp log-neighbor-changes
    bgp default ipv4-unicast "Activate ipv4-unicast for a peer by default" = on -> accept "BGP has no neighbors yet"
    bgp default local-preference <preference:0..4294967295>
    bgp confederation identifier <asn:asn>                 -> accept "BGP has no neighbors yet"
    bgp confederation peers <asns:line> "Peer ASs in BGP confederation" -> accept "BGP has no neighbors yet"
    bgp asnotation dot "asdot notation"                    -> accept "AS numbers are plain"
    bgp graceful-restart [<options:line>]                  -> accept "BGP has no neighbors yet"
    bgp update-delay <seconds:0..3600> "Delay value (seconds)" -> accept "BGP has no neighbors yet"
    use bgp-options
    use bgp-routes
    use bgp-neighbors
    template (peer-policy | peer-session) <name!:word> @config-router-tmp -> accept "BGP has no neighbors yet" {
      use bgp-template
    }
    address-family ipv4 [unicast] @config-router-af {
      use bgp-family
    }
    address-family ipv4 [unicast] vrf <vrf!:vrf> @config-router-af {
      bgp router-id <id:ipv4> "Manually configured router identifier"
      use bgp-family
    }
    address-family vpnv4 [unicast] @config-router-af       -> accept "BGP has no neighbors yet" {
      use bgp-family
    }
    address-family (ipv6 | vpnv6 | l2vpn | rtfilter | nsap) <family!:line> "Address family" @config-router-af -> accept "only IPv4 is simulated" {
      use bgp-family
    }
    address-family ipv4 (multicast | mdt | mvpn | flowspec) [vrf <vrf!:vrf>] @config-router-af -> accept "only unicast is simulated" {
      use bgp-family
    }
    address-family ipv6 @config-router-af                  -> accept "only IPv4 is simulated" {
      use bgp-family
    }
  }
}

define bgp-family {
  use bgp-options
  use bgp-routes
  use bgp-neighbors
  exit-address-family
}

define bgp-options {
  bgp bestpath <option!:line> "Change default route selection criteria" -> accept "the best path is chosen in the default order"
  bgp always-compare-med                                   -> accept "the best path is chosen in the default order"
  bgp deterministic-med                                    -> accept "the best path is chosen in the default order"
  bgp additional-paths <option!:line> "Additional paths in the BGP table" -> accept "BGP has no neighbors yet"
  bgp dampening [<options:line>]                           -> accept "routes are not dampened"
  bgp redistribute-internal                                -> accept "BGP has no neighbors yet"
  bgp recursion host                                       -> accept "next hops are resolved as usual"
  bgp nexthop <option!:line> "Nexthop tracking commands"   -> accept "next hops are tracked at once"
  bgp scan-time <seconds:5..60> "Scanner interval (seconds)" -> accept "tables are not scanned"
  bgp soft-reconfig-backup                                 -> accept "BGP has no neighbors yet"
  import path <option!:line> "Select paths for import"     -> accept "the best path is imported"
  timers bgp <keepalive:0..65535> "Keepalive interval" [<hold:0..65535>] [<minimum:0..65535>] -> accept "BGP has no neighbors yet"
  table-map <map:line> "Map external entry attributes into routing table" -> accept "routes go to the table as they are"
  synchronization "Perform IGP synchronization"            -> accept "BGP does not wait for the IGP"
  auto-summary "Enable automatic network number summarization" -> accept "networks are not summarized"
}

define bgp-routes {
  network <network!:ipv4> "Network number" [mask <mask!:ipv4> "Network mask"] (route-map <map:word> | backdoor "Specify a BGP backdoor route")*
  aggregate-address <network!:ipv4> "Aggregate address" <mask!:ipv4> "Aggregate mask" [<options:line>] -> accept "routes are not aggregated yet"
  redistribute connected "Connected" (metric <metric:0..4294967295> | route-map <map:word>)*
  redistribute static "Static routes" (metric <metric:0..4294967295> | route-map <map:word>)*
  redistribute (ospf "Open Shortest Path First (OSPF)" | eigrp "Enhanced Interior Gateway Routing Protocol (EIGRP)" |
      rip "Routing Information Protocol (RIP)" | isis "ISO IS-IS" | application "Application" | mobile "Mobile routes") [<source!:line>] -> accept "the protocol is not simulated yet"
  maximum-paths <paths:1..32> "Number of paths"            -> accept "BGP has no neighbors yet"
  maximum-paths ibgp <paths:1..32> "iBGP-multipath"        -> accept "BGP has no neighbors yet"
  maximum-paths eibgp <paths:1..32> "Both eBGP and iBGP paths as multipath" -> accept "BGP has no neighbors yet"
  maximum-secondary-paths <paths:line> "Number of secondary paths" -> accept "BGP has no neighbors yet"
  default-information originate "Distribute a default route" -> accept "BGP has no neighbors yet"
  default-metric <metric:1..4294967295> "Default metric"   -> accept "routes keep their metric"
  distance bgp <external:1..255> "Distance for routes external to the AS" <internal:1..255> "Distance for routes internal to the AS" <local:1..255> "Distance for local routes"
  distribute-list <list!:line> "Filter networks in routing updates" -> accept "BGP has no neighbors yet"
}

define bgp-neighbors {
  neighbor <neighbor!:peer> peer-group <group:word> "Peer-group name" -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> peer-group                     -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> remote-as <asn:asn>            -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> inherit peer-session <session:word> "Template name" -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> inherit peer-policy <policy:word> "Template name" -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> local-as <as:line> "AS number used as local AS" -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> description <text:line> "Up to 80 characters describing this neighbor" -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> shutdown                       -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> password [(0 | 7)] <password:line> "The password" -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> ebgp-multihop [<hops:1..255>]  -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> disable-connected-check        -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> ttl-security hops <hops:1..254> -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> update-source <interface:interface> -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> timers <timers:line> "BGP per neighbor timers" -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> fall-over [<options:line>]     -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> transport <options:line> "Transport options" -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> version <version:4..4> "Set the BGP version to match a neighbor" -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> ha-mode <options:line> "High availability mode" -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> activate                       -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> weight <weight:0..65535> "default weight" -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> send-community [(both "Send Standard and Extended Community attributes" | extended "Send Extended Community attribute" | standard "Send Standard Community attribute")] -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> send-label [explicit-null]     -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> route-reflector-client         -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> next-hop-self [all]            -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> next-hop-unchanged [allpaths]  -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> remove-private-as [<options:line>] -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> as-override [<options:line>]   -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> additional-paths <options:line> "Negotiate additional paths capabilities with this neighbor" -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> advertise <options!:line> "Advertise to this neighbor" -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> allowas-in [<times:1..10>]     -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> advertisement-interval <seconds:0..600> "time in seconds" -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> soft-reconfiguration inbound "Allow inbound soft reconfiguration for this neighbor" -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> soo <soo:rd> "Extended community" -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> default-originate [route-map <map:word>] -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> unsuppress-map <map:word>      -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> distribute-list <list:word> "IP access list" in -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> distribute-list <list:word> "IP access list" out -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> prefix-list <list:word> "Name of a prefix list" in -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> prefix-list <list:word> "Name of a prefix list" out -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> filter-list <list:word> "AS path access list" in -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> filter-list <list:word> "AS path access list" out -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> route-map <map:word> in        -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> route-map <map:word> out       -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> maximum-prefix <options:line> "maximum no. of prefix limit" -> accept "BGP has no neighbors yet"
  neighbor <neighbor!:peer> capability <options!:line> "Advertise capability to the peer" -> accept "BGP has no neighbors yet"
}

define bgp-template {
  inherit (peer-policy | peer-session) <name!:line> "Template name"
  remote-as <asn:asn>
  description <text:line> "Up to 80 characters describing this template"
  update-source <interface:interface>
  timers <timers:line> "BGP per neighbor timers"
  password <password:line> "Set a password"
  ebgp-multihop [<hops:1..255>]
  route-map <map:word> in
  route-map <map:word> out
  prefix-list <list:word> "Name of a prefix list" in
  prefix-list <list:word> "Name of a prefix list" out
  next-hop-self [all]
  route-reflector-client
  send-community [(both | extended | standard)]
  soft-reconfiguration inbound "Allow inbound soft reconfiguration for this neighbor"
  maximum-prefix <options:line> "maximum no. of prefix limit"
  exit-peer-policy "Exit from peer policy template configuration mode"
  exit-peer-session "Exit from peer session template configuration mode"
}

words {
  router           "Enable a routing process"
  bgp              "BGP specific commands"
  router-id        "Override configured router identifier"
  interface        "Use an interface's address"
  <interface>      "Interface type and number"
  vrf              "Specify parameters for a VPN Routing/Forwarding instance"
  <vrf>            "VPN Routing/Forwarding instance name"
  auto-assign      "Automatically assign per VRF router id"
  cluster-id       "Configure Route-Reflector Cluster-id (peers may reset)"
  log-neighbor-changes "Log neighbor up/down and reset reason"
  default          "Configure BGP defaults"
  local-preference "local preference (higher=more preferred)"
  <preference>     "Configure default local preference value"
  confederation    "AS confederation parameters"
  identifier       "Set routing domain confederation AS"
  peers            "Peer ASs in BGP confederation"
  <asn>            "AS of remote neighbor"
  asnotation       "Change the default asplain notation"
  graceful-restart "Graceful restart capability parameters"
  update-delay     "Set the max initial delay for sending update"
  <options>        "Parameters"
  bestpath         "Change default route selection criteria"
  always-compare-med "Allow comparing MED from different neighbors"
  deterministic-med "Pick the best-MED path among paths advertised from the neighboring AS"
  additional-paths "Additional paths in the BGP table"
  dampening        "Enable route-flap dampening"
  redistribute-internal "Allow redistribution of iBGP into IGPs (dangerous)"
  recursion        "recursion rule for the nexthops"
  host             "recurse only on host routes"
  nexthop          "Nexthop tracking commands"
  scan-time        "Configure background scanner interval"
  soft-reconfig-backup "Use soft-reconfiguration inbound only when route-refresh is not negotiated"
  import           "Import path selection"
  path             "Select paths for import"
  timers           "Adjust routing timers"
  <hold>           "Holdtime"
  <minimum>        "Minimum hold time from neighbor"
  table-map        "Map external entry attributes into routing table"
  template         "Enter template command mode"
  peer-policy      "Template configuration for policy parameters"
  peer-session     "Template configuration for session parameters"
  <name>           "Template name"
  address-family   "Enter Address Family command mode"
  ipv4             "Address family"
  ipv6             "Address family"
  vpnv4            "Address family"
  vpnv6            "Address family"
  l2vpn            "Address family"
  rtfilter         "Address family"
  nsap             "Address family"
  mdt              "Address Family modifier"
  mvpn             "Address Family modifier"
  flowspec         "Address Family modifier"
  unicast          "Address Family modifier"
  multicast        "Address Family modifier"
  exit-address-family "Exit from Address Family configuration mode"
  network          "Specify a network to announce via BGP"
  mask             "Network mask"
  route-map        "Route-map to modify the attributes"
  <map>            "Name of the route map"
  aggregate-address "Configure BGP aggregate entries"
  redistribute     "Redistribute information from another routing protocol"
  metric           "Metric for redistributed routes"
  <metric>         "Default metric"
  <source>         "Parameters"
  maximum-paths    "Forward packets over multiple paths"
  ibgp             "iBGP-multipath"
  eibgp            "Both eBGP and iBGP paths as multipath"
  maximum-secondary-paths "Maximum secondary paths"
  default-information "Control distribution of default information"
  default-metric   "Set metric of redistributed routes"
  distance         "Define an administrative distance"
  distribute-list  "Filter updates to/from this neighbor"
  neighbor         "Specify a neighbor router"
  <neighbor>       "Neighbor"
  peer-group       "Member of the peer-group"
  remote-as        "Specify a BGP neighbor"
  inherit          "Inherit a template"
  local-as         "Specify a local-as number"
  description      "Neighbor specific description"
  shutdown         "Administratively shut down this neighbor"
  password         "Set a password"
  0                "Clear text password"
  7                "Encrypted password"
  ebgp-multihop    "Allow EBGP neighbors not on directly connected networks"
  <hops>           "maximum hop count"
  disable-connected-check "one-hop away EBGP peer using loopback address"
  ttl-security     "BGP ttl security check"
  hops             "IP hops"
  update-source    "Source of routing updates"
  fall-over        "session fall on peer route lost"
  transport        "Transport options"
  version          "Set the BGP version to match a neighbor"
  ha-mode          "high availability mode"
  activate         "Enable the Address Family for this Neighbor"
  weight           "Set default weight for routes from this neighbor"
  send-community   "Send Community attribute to this neighbor"
  both             "Send Standard and Extended Community attributes"
  extended         "Send Extended Community attribute"
  standard         "Send Standard Community attribute"
  send-label       "Send NLRI + MPLS Label to this peer"
  explicit-null    "Send Explicit Null label in place of Implicit Null"
  route-reflector-client "Configure a neighbor as Route Reflector client"
  next-hop-self    "Disable the next hop calculation for this neighbor"
  all              "Enable next-hop-self for both eBGP and iBGP received paths"
  next-hop-unchanged "Propagate next hop unchanged for iBGP paths to this neighbor"
  allpaths         "Propagate next hop unchanged for all paths"
  remove-private-as "Remove private AS number from outbound updates"
  as-override      "Override matching AS-number while sending update"
  advertise        "Advertise to this neighbor"
  allowas-in       "Accept as-path with my AS present in it"
  <times>          "Number of occurances of AS number"
  advertisement-interval "Minimum interval between sending BGP routing updates"
  soft-reconfiguration "Per neighbor soft reconfiguration"
  inbound          "Allow inbound soft reconfiguration for this neighbor"
  soo              "Site-of-Origin extended community"
  default-originate "Originate default route to this neighbor"
  unsuppress-map   "Route-map to selectively unsuppress suppressed routes"
  prefix-list      "Filter updates to/from this neighbor"
  filter-list      "Establish BGP filters"
  in               "Apply it to incoming routes"
  out              "Apply it to outbound routes"
  maximum-prefix   "Maximum number of prefixes accepted from this peer"
  capability       "Advertise capability to the peer"
}
