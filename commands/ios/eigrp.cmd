# commands/ios/eigrp.cmd: EIGRP, classic and named.
# Help: `?` of IOS 15.x; Cisco IOS IP Routing: EIGRP command reference.

config {
  router eigrp <process!:word> "Autonomous System or virtual instance name" @config-router -> accept "EIGRP is not simulated yet" {
    use eigrp
    address-family (ipv4 | ipv6) [(unicast | multicast "Address Family Multicast")] [vrf <vrf!:vrf>] [autonomous-system <as!:1..65535>] @config-router-af {
      use eigrp
      topology base "Entering base topology configuration mode" @config-router-af-topology {
        use eigrp
        exit-af-topology "Exit from Address Family Topology configuration mode"
      }
      topology <name!:word> "Topology name" tid "Topology ID" <tid:1..65535> @config-router-af-topology {
        use eigrp
        exit-af-topology "Exit from Address Family Topology configuration mode"
      }
      af-interface <interface!:af-interface> @config-router-af-interface {
        use eigrp-interface
        exit-af-interface "Exit from Address Family Interface configuration mode"
      }
      remote-neighbors "Specify IPv4 service remote neighbors" source <interface!:interface> <how:line> "Options"
      exit-address-family
    }
    service-family (ipv4 | ipv6) [vrf <vrf!:vrf>] autonomous-system <as!:1..65535> @config-router-sf {
      use eigrp
      topology base "Entering base topology configuration mode" @config-router-sf-topology {
        use eigrp
        exit-sf-topology "Exit from Service Family Topology configuration mode"
      }
      sf-interface <interface!:af-interface> @config-router-sf-interface {
        use eigrp-interface
        exit-sf-interface "Exit from Service Family Interface configuration mode"
      }
      exit-service-family "Exit from Service Family configuration mode"
    }
  }
  ipv6 router eigrp <process!:1..65535> "Autonomous System" @config-rtr -> accept "EIGRP is not simulated" {
    use eigrp
  }
}

# The process, a family and a topology know the same.
define eigrp {
  autonomous-system <as:1..65535> "Autonomous System"
  router-id <id:ipv4> "EIGRP Router-ID in IP address format"
  eigrp router-id <id:ipv4> "EIGRP Router-ID in IP address format"
  eigrp stub "Set EIGRP as stubrouter" (connected "Do advertise connected routes" | static "Do advertise static routes" | summary "Do advertise summary routes" |
      redistributed "Do advertise redistributed routes" | receive-only "Set receive only neighbor" | leak-map "Allow dynamic prefixes based on the leak-map" <map:word>)*
  eigrp stub-site "Set EIGRP as stub site" <site:word> "Stub site ID"
  eigrp log-neighbor-changes "Enable/Disable EIGRP neighbor logging" = on
  eigrp log-neighbor-warnings "Enable/Disable EIGRP neighbor warnings" [<seconds:1..65535>] = on
  eigrp default-route-tag "Default Route Tag for the Internal Routes" <tag:line> "Tag value"
  eigrp event-log-size "Set EIGRP maximum event log entries" <entries:0..4294967295> "Number of entries"
  eigrp event-logging "Log IP-EIGRP routing events" = on
  stub "Set IPv6-EIGRP as stubrouter" (connected "Do advertise connected routes" | static "Do advertise static routes" | summary "Do advertise summary routes" |
      redistributed "Do advertise redistributed routes" | receive-only "Set receive only neighbor" | leak-map "Allow dynamic prefixes based on the leak-map" <map:word>)*
  distribute-list <list!:acl> "IP access list" in "Filter incoming routing updates" [<interface:interface>]
  distribute-list <list!:acl> "IP access list" out "Filter outgoing routing updates" [<source!:line> "Interface or protocol"]
  distribute-list prefix "Filter prefixes in address updates" <list!:word> "Name of an IP prefix-list" in "Filter incoming routing updates" [<interface:interface>]
  distribute-list prefix "Filter prefixes in address updates" <list!:word> "Name of an IP prefix-list" out "Filter outgoing routing updates" [<source!:line> "Interface or protocol"]
  distribute-list prefix-list "Filter connections based on an IPv6 prefix-list" <list!:word> "Name of an IPv6 prefix-list" (in | out) [<source!:line> "Interface or protocol"] @apart
  distribute-list gateway "Filtering incoming address updates based on gateway" <list:word> "Name of an IP prefix-list" in "Filter incoming routing updates"
  distribute-list route-map <map:word> in "Filter incoming routing updates"
  distribute-list route-map <map:word> out "Filter outgoing routing updates"
  offset-list "Add or subtract offset from EIGRP metrics" <list!:acl> "Access list" (in "Perform offset on incoming updates" | out "Perform offset on outgoing updates") <offset:0..2147483647> "Offset" [<interface!:interface>]
  redistribute connected "Connected" (metric <bandwidth:1..4294967295> <delay:0..4294967295> <reliability:0..255> <load:1..255> <mtu:1..65535> | route-map <map:word>)*
  redistribute static "Static routes" (metric <bandwidth:1..4294967295> <delay:0..4294967295> <reliability:0..255> <load:1..255> <mtu:1..65535> | route-map <map:word>)*
  redistribute (rip "Routing Information Protocol (RIP)" | odr "On Demand stub Routes" | mobile "Mobile routes" | lisp "Locator ID Separation Protocol (LISP)" | nhrp "Next Hop Resolution Protocol (NHRP)") [<options!:line> "Metric and route map"]
  redistribute eigrp <process!:1..65535> "Autonomous system number" (metric <bandwidth:1..4294967295> <delay:0..4294967295> <reliability:0..255> <load:1..255> <mtu:1..65535> | route-map <map:word>)*
  redistribute bgp "Border Gateway Protocol (BGP)" <process!:asn> "Autonomous system number" (metric <bandwidth:1..4294967295> <delay:0..4294967295> <reliability:0..255> <load:1..255> <mtu:1..65535> | route-map <map:word> | include-connected "Include connected")*
  redistribute ospf "Open Shortest Path First (OSPF)" <process!:1..65535> "Process ID" (match "Redistribution of OSPF routes" (internal "Redistribute OSPF internal routes" |
      external "Redistribute OSPF external routes" | external "Redistribute OSPF external routes" 1 "Redistribute external type 1 routes" | external "Redistribute OSPF external routes" 2 "Redistribute external type 2 routes" |
      nssa-external "Redistribute OSPF NSSA external routes" [1 "Redistribute NSSA external type 1 routes"] | nssa-external "Redistribute OSPF NSSA external routes" 2 "Redistribute NSSA external type 2 routes")* |
      metric <bandwidth:1..4294967295> <delay:0..4294967295> <reliability:0..255> <load:1..255> <mtu:1..65535> | route-map <map:word> | include-connected "Include connected")*
  redistribute isis "ISO IS-IS" [<process!:word> "ISO routing area tag"] (level-1 "IS-IS level-1 routes only" | level-1-2 "IS-IS level-1 and level-2 routes" | level-2 "IS-IS level-2 routes only" |
      metric <bandwidth:1..4294967295> <delay:0..4294967295> <reliability:0..255> <load:1..255> <mtu:1..65535> | route-map <map:word>)*
  redistribute maximum-prefix "Maximum number of prefixes redistributed to protocol" <most:1..4294967295> "Maximum number of IP prefixes redistributed" [<options:line> "Threshold and warnings"]
  network <network!:ipv4> "Network to match" [<wildcard!:wildcard> "EIGRP wild card bits"]
  passive-interface default "Suppress routing updates on all interfaces"
  passive-interface <interface!:interface>
  neighbor <neighbor!:ip> "Neighbor address" <interface:interface> [remote "Remote neighbor" <hops:1..100> "Maximum hop count"]
  neighbor <neighbor!:ip> "Neighbor address" description "Neighbor specific description" <text:line>
  neighbor <neighbor!:ip> "Neighbor address" maximum-prefix "Maximum number of prefixes accepted from this peer" <options:line>
  metric weights "Modify metric coefficients" <tos:0..8> "Type Of Service (Only TOS 0 supported)" <k1:0..255> "K1" <k2:0..255> "K2" <k3:0..255> "K3" <k4:0..255> "K4" <k5:0..255> "K5" [<k6:0..255> "K6"]
  metric maximum-hops "Advertise EIGRP routes greater than <hops> as unreachable" <hops:1..255> "Hop count"
  metric rib-scale "Specify the RIB scaling factor" <scale:1..256> "Scaling factor"
  metric holddown "Enable EIGRP holddown"
  default-metric <bandwidth:1..4294967295> <delay:0..4294967295> <reliability:0..255> <load:1..255> <mtu:1..65535>
  default-information (in "Accept input default routing information" | out "Accept output default routing information" | allowed "Allow default information" <direction:word> "in or out") [<list:acl> "IP access list"]
  variance <multiplier:1..128> "Metric variance multiplier"
  maximum-paths <paths:1..32> "Number of paths"
  maximum-prefix "Maximum number of prefixes acceptable in aggregate" <options:line>
  maximum-secondary-paths <paths:1..32> "Number of secondary paths"
  auto-summary "Enable automatic network number summarization"
  summary-metric <network!:ipv4> "IP address" <mask!:mask> "IP network mask" <metric:line> "Metric"
  summary-metric <prefix!:prefix> "IP prefix" <metric:line> "Metric"
  timers active-time "EIGRP time limit for active state" (<minutes:1..65535> "EIGRP active-state time limit in minutes" | disabled "disable EIGRP time limit for active state")
  timers graceful-restart "EIGRP graceful-restart timers" purge-time "Set graceful-restart purge time" <seconds:20..300>
  timers nsf "EIGRP NSF timers" (converge "EIGRP time limit for convergence after switchover" | route-hold "EIGRP hold time for routes learned from nsf peer" | signal "EIGRP time limit for signaling NSF restart") <seconds:10..300> @apart
  distance eigrp "Set distance for internal and external routes" <internal:1..255> "Distance for internal routes" <external:1..255> "Distance for external routes"
  distance <distance!:1..255> "Administrative distance" <source!:ipv4> "IP Source address" <wildcard!:wildcard> "Wildcard bits" [<list:acl> "IP standard access list"]
  traffic-share balanced "Share inversely proportional to metric"
  traffic-share min "All traffic shared among min metric paths" across-interfaces "Use different interfaces for equal-cost paths"
  nsf "Non-stop forwarding"
  snmp context "Configure SNMP context" <context:word> "Context name"
  bfd all-interfaces "Enable BFD on all interfaces"
  bfd interface "Enable BFD on interface" <interface!:interface>
  fast-reroute per-prefix "Per-prefix fast reroute" (all "All prefixes" | route-map <map:word>)
  fast-reroute tie-break "Fast-reroute tie-break" <options!:line>
  shutdown "Shutdown this instance of EIGRP"
}

define eigrp-interface {
  shutdown "Disable Address-Family on interface"
  authentication mode "authentication mode" md5 "Keyed message digest"
  authentication mode "authentication mode" hmac-sha-256 "HMAC-SHA-256 Authentication" [(0 | 7)] <key:line> "password"
  authentication key-chain "key-chain" <chain:word> "name of key-chain"
  hello-interval <seconds:1..65535>
  hold-time <seconds:1..65535>
  summary-address <network!:ipv4> "IP address" <mask!:mask> "IP network mask" [leak-map "Allow dynamic prefixes based on the leak-map" <map:word>]
  summary-address <prefix!:prefix> "IP prefix"
  summary-address <prefix6!:prefix6> "IPv6 prefix"
  split-horizon "Perform split horizon" = on
  next-hop-self "Configures EIGRP next-hop-self" = on
  no-ecmp-mode "Disable ECMP mode"
  bandwidth-percent "Set percentage of bandwidth percentage limit" <percent:1..999999> "Maximum bandwidth percentage that EIGRP may use"
  dampening-change "Percent interface metric must change to cause update" [<percent:1..100> "Percent of change"]
  dampening-interval "Time in seconds to check interface metrics" [<seconds:1..65535>]
  bfd "Enable Bidirectional Forwarding Detection"
  add-paths "Advertise add paths" <paths:1..4> "Number of paths"
  stub-site wan-interface "Mark interface as WAN interface"
  passive-interface "Suppress address updates on an interface"
}

config interface {
  ip hello-interval eigrp <process!:1..65535> "Autonomous system number" <seconds:1..65535> -> accept "EIGRP is not simulated"
  ip hold-time eigrp <process!:1..65535> "Autonomous system number" <seconds:1..65535> -> accept "EIGRP is not simulated"
  ip bandwidth-percent eigrp <process!:1..65535> "Autonomous system number" <percent:1..999999> "Maximum bandwidth percentage that EIGRP may use" -> accept "EIGRP is not simulated"
  ip summary-address eigrp <process!:1..65535> "Autonomous system number" <network!:ipv4> "IP address" <mask!:mask> "IP network mask" [<distance:1..255> "Administrative distance"] [leak-map "Allow dynamic prefixes based on the leak-map" <map:word>] -> accept "EIGRP is not simulated"
  ip authentication mode eigrp <process!:1..65535> "Autonomous system number" md5 "Keyed message digest" -> accept "EIGRP is not simulated"
  ip authentication key-chain eigrp <process!:1..65535> "Autonomous system number" <chain:word> "name of key-chain" -> accept "EIGRP is not simulated"
  ip split-horizon eigrp <process!:1..65535> "Autonomous system number" = on -> accept "EIGRP is not simulated"
  ip next-hop-self eigrp <process!:1..65535> "Autonomous system number" [no-ecmp-mode "Disable ECMP mode"] = on -> accept "EIGRP is not simulated"
  ip dampening-change eigrp <process!:1..65535> "Autonomous system number" [<percent:1..100> "Percent of change"] -> accept "EIGRP is not simulated"
  ip dampening-interval eigrp <process!:1..65535> "Autonomous system number" [<seconds:1..65535>] -> accept "EIGRP is not simulated"
  ip bfd eigrp "Enable Bidirectional Forwarding Detection" <process!:1..65535> "Autonomous system number" -> accept "EIGRP is not simulated"
  ipv6 eigrp <process!:1..65535> "Autonomous system number" -> accept "EIGRP is not simulated"
  ipv6 hello-interval eigrp <process!:1..65535> "Autonomous system number" <seconds:1..65535> -> accept "EIGRP is not simulated"
  ipv6 hold-time eigrp <process!:1..65535> "Autonomous system number" <seconds:1..65535> -> accept "EIGRP is not simulated"
  ipv6 summary-address eigrp <process!:1..65535> "Autonomous system number" <prefix!:prefix6> "IPv6 prefix" [<distance:1..255> "Administrative distance"] -> accept "EIGRP is not simulated"
  ipv6 authentication (mode "authentication mode" | key-chain "key-chain") eigrp <process!:1..65535> "Autonomous system number" <what:word> "md5, or the key-chain's name" -> accept "EIGRP is not simulated"
  ipv6 (split-horizon | next-hop-self "Configures EIGRP next-hop-self") eigrp <process!:1..65535> "Autonomous system number" = on -> accept "EIGRP is not simulated"
}

order config router eigrp {
  distribute-list
  offset-list
  default-metric
  network
  redistribute
  passive-interface
  neighbor
  maximum-paths
  variance
  distance
  auto-summary
  eigrp router-id
  eigrp stub
  eigrp
  address-family
  service-family
}
order config router eigrp address-family {
  shutdown
  af-interface
  topology
  default-metric
  redistribute
  network
  distribute-list
  passive-interface
  neighbor
  metric
  autonomous-system
  eigrp router-id
  eigrp stub
  eigrp
}

words {
  router           "Enable a routing process"
  ip               "Interface Internet Protocol config commands"
  ipv6             "Global IPv6 configuration commands"
  eigrp            "Enhanced Interior Gateway Routing Protocol (EIGRP)"
  router-id        "Router ID"
  <as>             "Autonomous System"
  autonomous-system "Specify Address-Family Autonomous System Number"
  address-family   "Enter Address Family command mode"
  service-family   "Enter Service Family command mode"
  ipv4             "Address family IPv4"
  unicast          "Address Family Unicast"
  topology         "Topology configuration mode"
  af-interface     "Enter Address Family interface configuration"
  sf-interface     "Enter Service Family interface configuration"
  exit-address-family "Exit Address Family configuration mode"
  source           "Source interface"
  distribute-list  "Filter entries in eigrp updates"
  redistribute     "Redistribute IPv4 routes from another routing protocol"
  network          "Enable routing on an IP network"
  passive-interface "Suppress address updates on an interface"
  neighbor         "Specify an IPv4 neighbor router"
  metric           "Metric for redistributed routes"
  default-metric   "Set metric of redistributed routes"
  default-information "Control distribution of default information"
  <bandwidth>      "Bandwidth in Kbits per second"
  <delay>          "EIGRP delay metric, in 10 microsecond units"
  <reliability>    "EIGRP reliability metric where 255 is 100% reliable"
  <load>           "EIGRP Effective bandwidth metric (Loading) where 255 is 100% loaded"
  <mtu>            "EIGRP MTU of the path"
  variance         "Control load balancing variance"
  maximum-paths    "Forward packets over multiple paths"
  maximum-secondary-paths "Maximum number of secondary paths"
  summary-metric   "Specify summary to apply metric/filtering"
  timers           "Adjust peering based timers"
  distance         "Define an administrative distance"
  traffic-share    "How to compute traffic share over alternate paths"
  snmp             "Modify snmp parameters"
  bfd              "BFD configuration commands"
  fast-reroute     "Configure Fast-Reroute"
  authentication   "authentication subcommands"
  hello-interval   "Configures hello interval"
  hold-time        "Configures hold time"
  summary-address  "Perform address summarization"
  stub-site        "EIGRP stub site"
  bandwidth-percent "Set EIGRP bandwidth limit"
  split-horizon    "Perform split horizon"
  next-hop-self    "Configures IP-EIGRP next-hop-self"
  dampening-change "Percent interface metric must change to cause update"
  dampening-interval "Time in seconds to check interface metrics"
}
