# commands/ios/bgp.cmd: BGP.                      Help: `?` of IOS 15.x; Cisco IOS IP Routing: BGP command reference

config {
  router bgp <asn!:asn> "Autonomous system number" @config-router {
    bgp router-id <id:ipv4> "Manually configured router identifier"
    bgp router-id interface <interface:interface>
    bgp router-id vrf auto-assign                          -> accept "router IDs are the router's own"
    bgp cluster-id <id:cluster-id> "Route-Reflector Cluster-id"
    bgp log-neighbor-changes
    bgp default ipv4-unicast "Activate ipv4-unicast for a peer by default" = on
    bgp default local-preference <preference:0..4294967295>
    bgp confederation identifier <asn:asn>
    bgp confederation peers <asns:asn>... "Peer ASs in BGP confederation"
    bgp asnotation dot "asdot notation"                    -> accept "AS numbers are plain"
    bgp graceful-restart
    bgp graceful-restart (restart-time "Set the max time needed to restart and come back up" | stalepath-time "Set the max time to hold onto restarting peer's stale paths") <seconds:1..3600> @apart
    bgp graceful-restart (all "Enable for all peers" | extended "Enable Graceful-Restart Extension") @apart -> accept "every peer is offered it in any case"
    bgp router-id vrf <vrf:vrf> @hidden                    -> accept "router IDs are the router's own"
    bgp enforce-first-as "Enforce the first AS for EBGP routes(default)" = on
    bgp fast-external-fallover "Immediately reset session if a link to a directly connected external peer goes down" = on -> accept "sessions on a link always end with it"
    bgp client-to-client reflection "reflection of routes allowed" [all "Intra-cluster and inter-cluster (default)"] = on
    bgp client-to-client reflection "reflection of routes allowed" all "Intra-cluster and inter-cluster (default)" cluster-id (any "Any cluster-id" | <id!:cluster-id> "Route-Reflector Cluster-id") = on @hidden -> accept "there is one cluster"
    bgp maxas-limit "Allow AS-PATH attribute from any neighbor imposing a limit on number of ASes" <limit:1..2000> "Number of ASes in the AS-PATH attribute" -> accept "paths may be as long as they are"
    bgp maxcommunity-limit "Allow COMMUNITY attribute from any neighbor imposing a limit" <limit:1..2000> "Number of communities" -> accept "communities are not counted"
    bgp listen limit "BGP maximum number of listen range peers" <limit:1..5000> "Number of dynamic neighbors"
    bgp listen range "BGP listen range" <range!:prefix> "Range" peer-group <group:word> "Peer-group name"
    bgp client-to-client reflection "reflection of routes allowed" intra-cluster "intra cluster reflection" cluster-id (any "Any cluster-id" | <id!:cluster-id> "Route-Reflector Cluster-id") = on @hidden -> accept "there is one cluster"
    bgp graceful-shutdown all "All sessions" (neighbors "Neighbors" | vrfs "VRFs") <what!:line> "Parameters" @apart -> accept "sessions are shut down at once"
    bgp rr-group <list:word> "Extended community list" -> accept "a reflector takes all targets, or those that are imported here"
    bmp buffer-size <size:1..4294967295> "Buffer size" -> accept "nobody listens to BMP"
    bmp initial-refresh <how:line> "Refresh" -> accept "nobody listens to BMP"
    route-server-context <context!:word> "Context name" @config-router-rsctx -> accept "there is no route server" {
      description <text:line> "Description"
      address-family ipv4 [unicast] @config-router-rsctx-af {
        import-map <map:word> "Name of the route map"
        exit-address-family
      }
      exit-route-server-context "Exit from Route Server Context mode"
    }
    bgp transport path-mtu-discovery "Use transport path MTU discovery" = on -> accept "segments have one size"
    bgp inject-map "Routemap which specifies prefixes to inject" <map!:word> exist-map "Routemap which specifies exist condition" <exist!:word> [copy-attributes "Copy attributes from aggregate"] -> accept "nothing is injected"
    bgp aggregate-timer "Configure Aggregation Timer" <seconds:0..60> -> accept "routes are not aggregated yet"
    bgp nopeerup-delay "Set how long BGP will wait for the first peer to come up before beginning the update delay or graceful restart timers" <how!:line> -> accept "updates are not held back"
    bgp rpki server tcp <server!:word> "Server" port <port!:1..65535> "Port number" refresh "Time between serial queries" <refresh:1..65535> -> accept "origins are not validated"
    bgp default route-target filter "Control automatic VPNv4/VPNv6 route-target filtering" = on
    bgp upgrade-cli set-origin-as @hidden                  -> accept "families are written as they are typed"
    bgp regexp deterministic "Enable bounded-execution-time regular expression engine" -> accept "expressions always end"
    bgp refresh (stalepath-time "Stale path time" | max-eor-time "Maximum time to the end of RIB") <seconds:0..3600> @apart -> accept "refreshes end at once"
    bgp update-group split as-override "Keep peers with as-override in different update groups" -> accept "every peer has its own group"
    bgp consistency-checker <what:line> "Consistency-checker" -> accept "tables agree"
    bgp ha-mode sso "Stateful switchover"                  -> accept "there is no standby"
    bgp sso route-refresh-enable                           -> accept "there is no standby"
    bgp bmp <what!:line> "BGP Monitoring Protocol"         -> accept "nobody listens to BMP"
    bmp server <server!:1..4> "BMP server" @config-router-bmpsrvr -> accept "nobody listens to BMP" {
      (activate "Connect to the server" | address "Server's address" | description "Description" | failure-retry-delay "Retry" | flapping-delay "Flapping" | initial-delay "Initial delay" | set "Set" | stats-reporting-period "Statistics" | update-source "Source") [<what!:line>] @apart
    }
    distance mbgp <external:1..255> "Distance for routes external to the AS" <internal:1..255> "Distance for routes internal to the AS" <local:1..255> "Distance for local routes" @hidden -> accept "only unicast is simulated"
    scope (global "Global scope" | vrf <vrf!:vrf>) @config-router-scope @hidden -> accept "the process has one scope" {
      use bgp-family
    }
    bgp update-delay <seconds:0..3600> "Delay value (seconds)" -> accept "updates are not held back"
    use bgp-options
    use bgp-routes
    use bgp-neighbors
    template (peer-policy | peer-session) <name!:word> @config-router-tmp {
      use bgp-template
    }
    address-family ipv4 [unicast] @config-router-af {
      use bgp-family
    }
    address-family ipv4 [unicast] vrf <vrf!:vrf> @config-router-af {
      bgp router-id <id:ipv4> "Manually configured router identifier"
      use bgp-family
    }
    address-family vpnv4 [unicast] @config-router-af {
      use bgp-family
    }
    address-family ipv4 (multicast | mdt | mvpn | flowspec | tunnel "Address Family modifier") [vrf <vrf!:vrf>] @apart @config-router-af -> accept "only unicast is simulated" {
      use bgp-family
    }
    address-family ipv6 [(unicast | multicast | mvpn | flowspec)] [vrf <vrf!:vrf>] @whole @config-router-af -> accept "only IPv4 is simulated" {
      use bgp-family
    }
    address-family (vpnv4 | vpnv6) (multicast | flowspec) @apart @config-router-af -> accept "only unicast is simulated" {
      use bgp-family
    }
    address-family vpnv6 [unicast] @config-router-af       -> accept "only IPv4 is simulated" {
      use bgp-family
    }
    address-family l2vpn (vpls | evpn) @config-router-af   -> accept "only IPv4 is simulated" {
      use bgp-family
    }
    address-family rtfilter unicast @config-router-af {
      use bgp-family
    }
    address-family nsap [unicast] @config-router-af        -> accept "only IPv4 is simulated" {
      use bgp-family
    }
    address-family link-state link-state "Address family" @config-router-af -> accept "only IPv4 is simulated" {
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
  bgp bestpath as-path ignore "Ignore as-path length in selecting a route"
  bgp bestpath as-path multipath-relax "Relax as-path requirement for multipath"
  bgp bestpath compare-routerid "Compare router-id for identical EBGP paths"
  bgp bestpath cost-community ignore "Ignore cost communities in bestpath selection"
  bgp bestpath igp-metric ignore "Ignore IGP metric in bestpath selection"
  bgp bestpath med "MED attribute" (confed "Compare MED among confederation paths" | missing-as-worst "Treat missing MED as the least preferred one")*
  bgp bestpath (prefix-validate "Prefix validation" | aigp "AIGP" | mpls "MPLS") <how!:line> @apart -> accept "the best path is chosen in the default order"
  bgp always-compare-med
  bgp deterministic-med
  bgp additional-paths select "Selection criteria to pick the paths" (all "Select all available paths" | backup "Select backup path" | best-external "Select best-external path" [backup "Select backup path"] | group-best "Select group-best path" [(all "Select all available paths" | best "Select best N paths" <grouped:2..3> "Number of best paths")] | best "Select best N paths" <paths:2..3> "Number of best paths" [group-best "Select group-best path"]) -> accept "`advertise additional-paths` alone chooses"
  bgp additional-paths (send "Send additional paths" [receive "Receive additional paths"] | receive "Receive additional paths")
  bgp additional-paths install "Additional paths to install into RIB" -> accept "the table holds the best paths only"
  bgp advertise-best-external "Advertise best external path to internal peers"
  bgp dampening [<half:1..45> "Half-life time for the penalty" [<reuse:1..20000> "Value to start reusing a route" <suppress:1..20000> "Value to start suppressing a route" <most:1..255> "Maximum duration to suppress a stable route"]]
  bgp dampening route-map <map:word>                       -> accept "routes are not dampened"
  bgp redistribute-internal
  bgp recursion host                                       -> accept "next hops are resolved as usual"
  bgp nexthop route-map <map:word>                         -> accept "next hops are tracked at once"
  bgp nexthop trigger delay "Set the delay to trigger nexthop tracking" <seconds:0..100> -> accept "next hops are tracked at once"
  bgp nexthop trigger enable "Enable nexthop tracking" = on -> accept "next hops are tracked at once"
  bgp nexthop trigger backoff "Back-off" <how:line>        -> accept "next hops are tracked at once"
  bgp dmzlink-bw "Use DMZ Link Bandwidth as weight for BGP multipaths" @hidden -> accept "paths weigh the same"
  bgp suppress-inactive "Suppress routes that are not in the routing table" -> accept "paths are told whether they are in the table or not"
  bgp mpls-local-label                                     -> accept "labels are given when they are needed"
  bgp slow-peer <what!:line> "Configure slow-peer"         -> accept "no peer is slow"
  bgp scan-time import "Configure import route scan interval" <import:5..60> "Scanner interval (seconds)" @apart -> accept "tables are not scanned"
  bgp scan-time <seconds:5..60> "Scanner interval (seconds)" -> accept "tables are not scanned"
  bgp soft-reconfig-backup                                 -> accept "`soft-reconfiguration inbound` is always done"
  import path <option!:line> "Select paths for import"     -> accept "the best path is imported"
  rpki                                                     -> accept "origins are not validated"
  timers bgp <keepalive:0..65535> "Keepalive interval" [<hold:0..65535>] [<minimum:0..65535>]
  table-map <map:word> "Route-map name" [filter "Selective route download"]
  synchronization "Perform IGP synchronization"            -> accept "BGP does not wait for the IGP"
  auto-summary "Enable automatic network number summarization" -> accept "networks are not summarized"
}

define bgp-routes {
  network <network!:ipv4> "Network number" [mask <mask!:ipv4> "Network mask"] (route-map <map:word> | backdoor "Specify a BGP backdoor route")*
  aggregate-address <network!:ipv4> "Aggregate address" <mask!:ipv4> "Aggregate mask" (as-set "Generate AS set path information" | summary-only "Filter more specific routes from updates" | suppress-map "Conditionally filter more specific routes from updates" <suppress:word> | advertise-map "Set condition to advertise attribute" <advertise:word> | attribute-map "Set attributes of aggregate" <attribute:word> | route-map "Set parameters of aggregate" <attribute:word> | as-confed-set "Generate AS confed set path information")*
  redistribute connected "Connected" (metric <metric:0..4294967295> | route-map <map:word>)*
  redistribute static "Static routes" (ip "Redistribution of IP static routes" | metric <metric:0..4294967295> | route-map <map:word>)*
  redistribute static "Static routes" clns "Redistribution of OSI static routes" (metric <metric:0..4294967295> | route-map <map:word>)* @hidden -> accept "only IP is simulated"
  redistribute ospf "Open Shortest Path First (OSPF)" <process!:1..65535> "Process ID" [vrf <vrf!:vrf>] (match "Redistribution of OSPF routes" (internal "Redistribute OSPF internal routes" | external "Redistribute OSPF external routes" | external "Redistribute OSPF external routes" 1 "Redistribute external type 1 routes" | external "Redistribute OSPF external routes" 2 "Redistribute external type 2 routes" |
      nssa-external "Redistribute OSPF NSSA external routes" [1 "Redistribute NSSA external type 1 routes"] | nssa-external "Redistribute OSPF NSSA external routes" 2 "Redistribute NSSA external type 2 routes")* | metric <metric:0..4294967295> | route-map <map:word> | include-connected "Include connected")* -> accept "the protocol is not simulated yet"
  redistribute ospfv3 "OSPFv3" <process!:1..65535> "Process ID" (match "Redistribution of OSPF routes" (internal "Redistribute OSPF internal routes" | external "Redistribute OSPF external routes" | external "Redistribute OSPF external routes" 1 "Redistribute external type 1 routes" | external "Redistribute OSPF external routes" 2 "Redistribute external type 2 routes" |
      nssa-external "Redistribute OSPF NSSA external routes" [1 "Redistribute NSSA external type 1 routes"] | nssa-external "Redistribute OSPF NSSA external routes" 2 "Redistribute NSSA external type 2 routes")* | metric <metric:0..4294967295> | route-map <map:word> | include-connected "Include connected")* -> accept "the protocol is not simulated yet"
  redistribute eigrp "Enhanced Interior Gateway Routing Protocol (EIGRP)" <process!:1..65535> "Autonomous system number" (metric <metric:0..4294967295> | route-map <map:word> | include-connected "Include connected")* -> accept "the protocol is not simulated yet"
  redistribute isis "ISO IS-IS" [<process!:word> "ISO routing area tag"] (level-1 "IS-IS level-1 routes only" | level-1-2 "IS-IS level-1 and level-2 routes" | level-2 "IS-IS level-2 routes only" | clns | ip | metric <metric:0..4294967295> | route-map <map:word>)*
  redistribute rip "Routing Information Protocol (RIP)" [<process!:word> "Process"] (metric <metric:0..4294967295> | route-map <map:word> | include-connected "Include connected")* -> accept "the protocol is not simulated yet"
  redistribute (odr "On Demand stub Routes" | mobile "Mobile routes" | lisp "Locator ID Separation Protocol (LISP)" | nhrp "Next Hop Resolution Protocol (NHRP)" | application "Application" | vrf "Specify a source VRF" | dvmrp "DVMRP") [<source!:line>] -> accept "the protocol is not simulated yet"
  redistribute bgp "Border Gateway Protocol (BGP)" <process!:asn> "Autonomous system number" (metric <metric:0..4294967295> | route-map <map:word>)* @hidden -> accept "routes of BGP are in BGP already"
  maximum-paths <paths:1..32> "Number of paths"
  maximum-paths ibgp <paths:1..32> "iBGP-multipath" [import <imported:1..32> "Number of import paths"]
  maximum-paths ibgp unequal-cost "Use unequal-cost paths" <paths:1..32> "Number of paths" @hidden -> accept "paths of unequal cost are not used together"
  maximum-paths eibgp <paths:1..32> "Both eBGP and iBGP paths as multipath" [import <imported:1..32> "Number of import paths"]
  maximum-paths import <paths:1..32> "Number of paths"     -> accept "the best path is imported"
  maximum-paths <paths:1..32> "Number of paths" import <imported:1..32> "Number of import paths" @hidden -> accept "the best path is imported"
  maximum-secondary-paths (<paths:1..32> "Number of secondary paths" | ibgp <ibgp:1..32> | eibgp <eibgp:1..32>) -> accept "the table holds the best paths only"
  default-information originate "Distribute a default route"
  default-metric <metric:1..4294967295> "Default metric"
  distance bgp <external:1..255> "Distance for routes external to the AS" <internal:1..255> "Distance for routes internal to the AS" <local:1..255> "Distance for local routes"
  distance <distance!:1..255> "Administrative distance" <source!:ipv4> "IP Source address" <wildcard!:wildcard> "Wildcard bits" [<list:acl> "IP standard access list"]
  distribute-list <list!:acl> "IP access list" in "Filter incoming routing updates" [<interface!:interface>]
  distribute-list <list!:acl> "IP access list" out "Filter outgoing routing updates" [<source!:line> "Interface or protocol"]
  distribute-list prefix "Filter prefixes in routing updates" <list!:word> "Name of an IP prefix-list" in "Filter incoming routing updates" [<interface!:interface>]
  distribute-list prefix "Filter prefixes in routing updates" <list!:word> "Name of an IP prefix-list" out "Filter outgoing routing updates" [<source!:line> "Interface or protocol"]
  distribute-list prefix "Filter prefixes in routing updates" <list!:word> "Name of an IP prefix-list" gateway "Filtering incoming updates based on gateway" <gateway!:word> "Name of an IP prefix-list" in "Filter incoming routing updates" @hidden -> accept "routes are filtered by neighbor"
  distribute-list gateway "Filtering incoming updates based on gateway" <list!:word> "Name of an IP prefix-list" (in | out) [<source!:line> "Interface or protocol"] @apart -> accept "routes are filtered by neighbor"
  network <prefix!:prefix6> "IPv6 prefix" (route-map <map:word> | backdoor "Specify a BGP backdoor route")* -> accept "only IPv4 is simulated"
  aggregate-address <prefix!:prefix6> "Aggregate prefix" (as-set "Generate AS set path information" | summary-only "Filter more specific routes from updates" | suppress-map "Conditionally filter more specific routes from updates" <suppress:word> | advertise-map "Set condition to advertise attribute" <advertise:word> | attribute-map "Set attributes of aggregate" <attribute:word>)* -> accept "only IPv4 is simulated"
  import path limit "Number of paths" <paths:1..32> "Number of import paths" @hidden -> accept "the best path is imported"
  rd auto @hidden                                          -> accept "the distinguisher is the VRF's"
  advertise l2vpn evpn "Advertise to L2VPN EVPN" [<how:line>] -> accept "only IPv4 is simulated"
  default-information originate "Distribute a default route" route-map <map:word> @hidden -> accept "default routes are told when they are in BGP"
  snmp context "Configure SNMP context" <context:word> "Context name" [<options:line>] -> accept "SNMP is not simulated"
}

define bgp-neighbors {
  neighbor <neighbor!:peer> peer-group <group:word> "Peer-group name"
  neighbor <neighbor!:peer> peer-group
  neighbor <neighbor!:peer> remote-as <asn:asn> [alternate-as "Additional ASs of dynamic neighbors" <others:asn>... "AS of remote neighbor"]
  neighbor <neighbor!:peer> inherit peer-session <session:word> "Template name"
  neighbor <neighbor!:peer> inherit peer-policy <policy:word> "Template name"
  neighbor <neighbor!:peer> local-as [<as:asn> "AS number used as local AS"] [no-prepend "Do not prepend local-as to updates from ebgp peers" [replace-as "Replace real AS with local AS in the EBGP updates" [dual-as "Accept either real AS or local AS from the ebgp peer"]]]
  neighbor <neighbor!:peer> description <text:line> "Up to 80 characters describing this neighbor"
  neighbor <neighbor!:peer> shutdown
  neighbor <neighbor!:peer> shutdown graceful "Gracefully shut down this neighbor" <how:line> "Seconds, community, local preference" @hidden -> accept "sessions are shut down at once"
  neighbor <neighbor!:peer> password [(0 | 7)] <password:line> "The password"
  neighbor <neighbor!:peer> ebgp-multihop [<hops:1..255>]
  neighbor <neighbor!:peer> disable-connected-check
  neighbor <neighbor!:peer> ttl-security hops <hops:1..254>
  neighbor <neighbor!:peer> update-source <interface:interface>
  neighbor <neighbor!:peer> timers <keepalive:0..65535> "Keepalive interval" <hold:0..65535> [<minimum:0..65535>]
  neighbor <neighbor!:peer> tcp-mss <mss:40..65495> "Segment size" @hidden -> accept "segments have one size"
  neighbor <neighbor!:peer> fall-over [(bfd "Use BFD to detect failure" [(single-hop "Single hop" | multi-hop "Multihop")] [strict-mode "Wait for BFD"] [check-control-plane-failure "Check the control plane"] | route-map <map:word>)]
  neighbor <neighbor!:peer> transport connection-mode "Specify passive or active connection" (active "Actively establish the TCP session" | passive "Passively establish the TCP session")
  neighbor <neighbor!:peer> transport path-mtu-discovery "Use transport path MTU discovery" [disable "disable path mtu discovery"] = on -> accept "segments have one size"
  neighbor <neighbor!:peer> transport multi-session "Use Multi-session for transport" -> accept "a neighbor has one session"
  neighbor <neighbor!:peer> version <version:4..4> "Set the BGP version to match a neighbor"
  neighbor <neighbor!:peer> ha-mode (graceful-restart "graceful-restart" [disable "disable graceful-restart"] | sso "stateful switchover") -> accept "there is no standby"
  neighbor <neighbor!:peer> activate
  neighbor <neighbor!:peer> weight <weight:0..65535> "default weight"
  neighbor <neighbor!:peer> send-community [(both "Send Standard and Extended Community attributes" | extended "Send Extended Community attribute" | standard "Send Standard Community attribute")]
  neighbor <neighbor!:peer> send-label [explicit-null]
  neighbor <neighbor!:peer> route-reflector-client
  neighbor <neighbor!:peer> next-hop-self [all]
  neighbor <neighbor!:peer> next-hop-unchanged [allpaths]
  neighbor <neighbor!:peer> dont-capability-negotiate "Do not perform capability negotiation" [(four-octets-as "Four-octet AS numbers" | enhanced-refresh "Enhanced refresh")] @hidden -> accept "capabilities are told in the OPEN message"
  neighbor <neighbor!:peer> enforce-first-as "Enforce the first AS for EBGP routes" [disable "Disable"] @hidden -> accept "it is enforced for all neighbors, or for none"
  neighbor <neighbor!:peer> accept-route-legacy-rt "Accept legacy route targets" -> accept "targets are taken as they are"
  neighbor <neighbor!:peer> validation [<how:line> "Parameters"] @hidden -> accept "origins are not validated"
  neighbor <neighbor!:peer> transport single-session "Use Single-session for transport" @hidden -> accept "a neighbor has one session"
  neighbor <neighbor!:peer> ao "TCP authentication option" <chain:word> "Key chain" [include-tcp-options "Include TCP options"] [accept-ao-mismatch-connections "Accept connections without it"] -> accept "TCP is authenticated by MD5 only"
  neighbor <neighbor!:peer> prefix-length-size <bytes:1..2> "Bytes" -> accept "there is no VPLS"
  neighbor <neighbor!:peer> send-community (large "Send Large Community attribute" | all "Send all Community attributes") @hidden
  neighbor <neighbor!:peer> remove-private-as [all [replace-as "Replace all private AS numbers with local AS"]]
  neighbor <neighbor!:peer> as-override [split-horizon "Maintain split horizon while overriding AS-number"]
  neighbor <neighbor!:peer> additional-paths (send "Send additional paths to neighbor" [receive "Receive additional paths from neighbor"] | receive "Receive additional paths from neighbor" | disable "Disable additional paths for this neighbor")
  neighbor <neighbor!:peer> advertise additional-paths (all "Select all available paths" | best "Select best N paths" <paths:2..3> "Number of best paths" | group-best "Select group-best path")*
  neighbor <neighbor!:peer> advertise (best-external "Advertise best-external" | diverse-path "Advertise diverse path") [<options:line>]
  neighbor <neighbor!:peer> allowas-in [<times:1..10>]
  neighbor <neighbor!:peer> advertisement-interval <seconds:0..600> "time in seconds"
  neighbor <neighbor!:peer> soft-reconfiguration inbound "Allow inbound soft reconfiguration for this neighbor"
  neighbor <neighbor!:peer> soo <soo:rd> "Extended community"
  neighbor <neighbor!:peer> default-originate [route-map <map:word>]
  neighbor <neighbor!:peer> unsuppress-map <map:word>
  neighbor <neighbor!:peer> distribute-list <list:word> "IP access list" in
  neighbor <neighbor!:peer> distribute-list <list:word> "IP access list" out
  neighbor <neighbor!:peer> prefix-list <list:word> "Name of a prefix list" in
  neighbor <neighbor!:peer> prefix-list <list:word> "Name of a prefix list" out
  neighbor <neighbor!:peer> filter-list <list:word> "AS path access list" in
  neighbor <neighbor!:peer> filter-list <list:word> "AS path access list" out
  neighbor <neighbor!:peer> route-map <map:word> in
  neighbor <neighbor!:peer> route-map <map:word> out
  neighbor <neighbor!:peer> maximum-prefix <most:1..2147483647> "maximum no. of prefix limit" [<threshold:1..100> "Threshold value (%) at which to generate a warning msg"] [(restart "Restart bgp connection after limit is exceeded" <minutes:1..65535> "Restart interval in minutes" | warning-only "Only give warning message when limit is exceeded")]
  neighbor <neighbor!:peer> capability orf prefix-list (both "Capability to SEND and RECEIVE the ORF to/from this neighbor" | receive "Capability to RECEIVE the ORF from this neighbor" | send "Capability to SEND the ORF to this neighbor") -> accept "filters are not exchanged"
  neighbor <neighbor!:peer> capability dynamic "Advertise dynamic capability" -> accept "capabilities are told in the OPEN message"
  neighbor <neighbor!:peer> internal-vpn-client "Stack iBGP-CE Neighbor Path in ATTR_SET for vpn update" -> accept "attributes of customers are not stacked"
  neighbor <neighbor!:peer> dmzlink-bw "Propagate the DMZ link bandwidth" -> accept "paths weigh the same"
  neighbor <neighbor!:peer> bmp-activate (all "All servers" | server <server:line> "Server") -> accept "nobody listens to BMP"
  neighbor <neighbor!:peer> suppress-signaling-protocol ldp "LDP" -> accept "there is no VPLS"
  neighbor <neighbor!:peer> cluster-id <id:cluster-id> "Route-Reflector Cluster-id" -> accept "there is one cluster"
  neighbor <neighbor!:peer> slow-peer <what!:line> "Configure slow-peer" -> accept "no peer is slow"
  neighbor <neighbor!:peer> aigp
  neighbor <neighbor!:peer> aigp send <send:line> -> accept "AIGP is not translated to other attributes"
  neighbor <neighbor!:peer> translate-update "Translate Update to MBGP format" [<how:line>] -> accept "only unicast is simulated"
  neighbor <neighbor!:peer> allow-policy "Allow outbound policy on iBGP" -> accept "policies always apply"
  neighbor <neighbor!:peer> advertise-map "specify route-map for conditional advertisement" <map!:word> (exist-map "advertise prefix only if prefix is in the condition" <exist!:word> | non-exist-map "advertise prefix only if prefix in the condition does not exist" <nonexist!:word>)
  neighbor <neighbor!:peer> route-server-client [context <context:word>] -> accept "there is no route server"
  neighbor <neighbor!:peer> path-attribute (discard "Discard" | treat-as-withdraw "Withdraw") <attribute!:line> -> accept "attributes are taken as they are"
  neighbor <neighbor!:peer> announce rpki state "State" -> accept "origins are not validated"
  neighbor <neighbor!:peer> inter-as-hybrid "Propagate iBGP to eBGP" -> accept "labels are given when they are needed"
  neighbor <neighbor!:peer> log-neighbor-changes [disable "Disable"]
}

define bgp-template {
  inherit peer-policy <name!:word> "Template name" <order!:1..65535> "Sequence number of peer-policy template"
  inherit peer-session <name!:word> "Template name"
  remote-as <asn:asn>
  description <text:line> "Up to 80 characters describing this template"
  update-source <interface:interface>
  timers <keepalive:0..65535> "Keepalive interval" <hold:0..65535> [<minimum:0..65535>]
  local-as [<as:asn> "AS number used as local AS"] [no-prepend "Do not prepend local-as to updates from ebgp peers" [replace-as "Replace real AS with local AS in the EBGP updates" [dual-as "Accept either real AS or local AS from the ebgp peer"]]]
  fall-over [(bfd "Use BFD to detect failure" [(single-hop "Single hop" | multi-hop "Multihop")] [strict-mode "Wait for BFD"] [check-control-plane-failure "Check the control plane"] | route-map <map:word>)]
  ha-mode (graceful-restart "graceful-restart" [disable "disable graceful-restart"] | sso "stateful switchover") -> accept "there is no standby"
  translate-update "Translate Update to MBGP format" [<how:line>] -> accept "only unicast is simulated"
  cluster-id <id:cluster-id> "Route-Reflector Cluster-id" -> accept "there is one cluster"
  log-neighbor-changes [disable "Disable"]
  dont-capability-negotiate "Do not perform capability negotiation" [<what:line>] @hidden -> accept "capabilities are told in the OPEN message"
  path-attribute (discard "Discard" | treat-as-withdraw "Withdraw") <attribute!:line> -> accept "attributes are taken as they are"
  slow-peer <what!:line> "Configure slow-peer" -> accept "no peer is slow"
  aigp [send <send:line>] -> accept "AIGP is not offered"
  accept-route-legacy-rt "Accept legacy route targets" -> accept "targets are taken as they are"
  inter-as-hybrid "Propagate iBGP to eBGP" -> accept "labels are given when they are needed"
  allow-policy "Allow outbound policy on iBGP" -> accept "policies always apply"
  shutdown
  disable-connected-check
  ttl-security hops <hops:1..254>
  transport <what:line> "Transport options"
  version <version:4..4> "Set the BGP version to match a neighbor"
  filter-list <list:word> "AS path access list" in
  filter-list <list:word> "AS path access list" out
  distribute-list <list:word> "IP access list" in
  distribute-list <list:word> "IP access list" out
  allowas-in [<times:1..10>]
  as-override [split-horizon "Maintain split horizon while overriding AS-number"]
  default-originate [route-map <map:word>]
  remove-private-as [all [replace-as "Replace all private AS numbers with local AS"]]
  weight <weight:0..65535> "default weight"
  advertisement-interval <seconds:0..600> "time in seconds"
  next-hop-unchanged [allpaths]
  unsuppress-map <map:word>
  soo <soo:rd> "Extended community"
  send-label [explicit-null]
  capability <what!:line> "Advertise capability to the peer"
  additional-paths <what:line> "Additional paths"
  advertise <what!:line> "Advertise to this neighbor"
  internal-vpn-client "Stack iBGP-CE Neighbor Path in ATTR_SET for vpn update"
  dmzlink-bw "Propagate the DMZ link bandwidth"
  password <password:line> "Set a password"
  ebgp-multihop [<hops:1..255>]
  route-map <map:word> in
  route-map <map:word> out
  prefix-list <list:word> "Name of a prefix list" in
  prefix-list <list:word> "Name of a prefix list" out
  next-hop-self [all]
  route-reflector-client
  send-community [(both | extended | standard)]
  send-community (large "Send Large Community attribute" | all "Send all Community attributes") @hidden
  soft-reconfiguration inbound "Allow inbound soft reconfiguration for this neighbor"
  maximum-prefix <most:1..2147483647> "maximum no. of prefix limit" [<threshold:1..100> "Threshold value (%) at which to generate a warning msg"] [(restart "Restart bgp connection after limit is exceeded" <minutes:1..65535> "Restart interval in minutes" | warning-only "Only give warning message when limit is exceeded")]
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
